//! Somebody else allows a series to go on without an end, or does not.

use chrono::{DateTime, Utc};

use super::letters;
use crate::{
    app::{
        actor::Actor,
        approvals::{self, Decision, MAX_NOTE},
        context::App,
        error::{AppError, Refusal, Result},
    },
    domain::{
        ids::SeriesApprovalId,
        letter::{ApprovalTurn, Reader},
        person::Role,
        text::SafeText,
    },
    identity::link::{LinkPurpose, LinkToken, Links},
    store::{
        self, Tx,
        audit::Deed,
        meetings::FullMeeting,
        series::Series,
        series_approvals::{self, SeriesApproval},
        series_reviews::{Answered, Ending},
    },
};

/// A question with what it is about.
#[derive(Debug, Clone)]
pub struct Question {
    /// The question.
    pub approval: SeriesApproval,
    /// The series.
    pub series: Series,
    /// Its last date.
    pub end: FullMeeting,
}

impl Question {
    /// Whether an answer still counts.
    #[must_use]
    pub fn is_open(&self, now: DateTime<Utc>) -> bool {
        self.approval.is_open() && self.approval.expires_at > now
    }

    /// Whether it is this person's own: they asked, or plan the series.
    #[must_use]
    pub fn is_own(&self, actor: &Actor) -> bool {
        [self.approval.asked_by, self.end.meeting.organizer_id].contains(&actor.id())
    }
}

/// The question with this id, for somebody who may know of it: whoever asked or plans the series, and whoever may answer.
///
/// # Errors
/// [`AppError::NotFound`] for everybody else.
pub async fn open(tx: &mut Tx, actor: &Actor, id: SeriesApprovalId, now: DateTime<Utc>) -> Result<Question> {
    let approval = series_approvals::by_id(tx, id).await?.ok_or(AppError::NotFound)?;
    let (series, end) = super::read(tx, approval.series_id).await?;
    let question = Question { approval, series, end };
    if question.is_own(actor) || may_decide(tx, actor, &question, now).await? {
        return Ok(question);
    }
    Err(AppError::NotFound)
}

/// Whether this person may answer: as for limits, never whoever asked or plans the series.
///
/// # Errors
/// When the database fails.
pub async fn may_decide(tx: &mut Tx, actor: &Actor, question: &Question, now: DateTime<Utc>) -> Result<bool> {
    if question.is_own(actor) {
        return Ok(false);
    }
    let asked = question.approval.approver_id;
    if asked == actor.id() || actor.leads(question.end.meeting.organizer_id) {
        return Ok(true);
    }
    let plans = actor.person.role != Role::Viewer;
    Ok(plans && !approvals::stands_in(tx, actor.id(), &[asked], now).await?.is_empty())
}

/// The open questions that wait for this person, soonest to expire first.
///
/// # Errors
/// When the database fails.
pub async fn waiting_for(tx: &mut Tx, actor: &Actor, now: DateTime<Utc>) -> Result<Vec<SeriesApproval>> {
    let found = series_approvals::open_to(tx, actor.id(), now).await?;
    let others: Vec<_> = found.iter().map(|a| a.approver_id).filter(|id| *id != actor.id()).collect();
    let away = if others.is_empty() { Vec::new() } else { approvals::stands_in(tx, actor.id(), &others, now).await? };
    let mine = |a: &SeriesApproval| {
        let asked = a.approver_id == actor.id() || away.contains(&a.approver_id);
        asked && a.asked_by != actor.id() && a.expires_at > now
    };
    Ok(found.into_iter().filter(mine).collect())
}

/// What a link in a mail opens: the question, and whoever was asked, who is the only one it works for.
#[derive(Debug, Clone)]
pub struct Asking {
    /// The question.
    pub question: Question,
    /// Whoever was asked, with the rights they have now.
    pub approver: Actor,
    /// How to speak to them.
    pub reader: Reader,
}

/// Opens the link of a question.
///
/// # Errors
/// [`Refusal::LinkUsed`] alike for links that are forged, used or too old, and for an approver who left.
pub async fn open_link(tx: &mut Tx, links: &Links, text: &str, at: (DateTime<Utc>, &str)) -> Result<Asking> {
    let (now, address) = at;
    let token = LinkToken::parse(text).ok_or(Refusal::LinkUsed)?;
    let found = series_approvals::by_id(tx, SeriesApprovalId::from_uuid(token.id())).await?;
    let version = |a: &SeriesApproval| u32::try_from(a.link_version).unwrap_or(0);
    let approval = found.filter(|a| links.opens(&token, LinkPurpose::ENDLESS, version(a)));
    let approval = approval.filter(|a| a.is_open() && a.expires_at > now).ok_or(Refusal::LinkUsed)?;
    let person = store::people::by_id(tx, approval.approver_id).await?.ok_or(Refusal::LinkUsed)?;
    let reader = approvals::reader(&person);
    let approver = Actor::load(tx, person, None, address.to_owned()).await?.ok_or(Refusal::LinkUsed)?;
    let (series, end) = super::read(tx, approval.series_id).await?;
    Ok(Asking { question: Question { approval, series, end }, approver, reader })
}

/// Answers a question. A series that is allowed has its review answered; one that is not ends as it would.
///
/// # Errors
/// [`AppError::NotFound`]; [`Refusal::OwnApproval`]; [`Refusal::LinkUsed`] when it was answered, withdrawn or is too old.
pub async fn decide(app: &App, actor: &Actor, id: SeriesApprovalId, decision: Decision) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let first = series_approvals::by_id(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    super::open(&mut tx, first.series_id).await?;
    let question = open(&mut tx, actor, id, now).await?;
    if question.is_own(actor) {
        return Err(Refusal::OwnApproval.into());
    }
    if !question.is_open(now) {
        return Err(Refusal::LinkUsed.into());
    }
    let note = String::from(SafeText::block(&decision.note, MAX_NOTE));
    let (state, turn, action) = if decision.allow {
        ("approved", ApprovalTurn::Approved, "series.endless_approved")
    } else {
        ("declined", ApprovalTurn::Declined, "series.endless_declined")
    };
    let ended = store::approvals::Decision { state, by: Some(actor.id()), note: &note, at: now };
    series_approvals::end(&mut tx, id, &ended).await?;
    if decision.allow {
        let Question { approval, series, end } = &question;
        store::series::set_aim(&mut tx, series.id, (&approval.reason, true)).await?;
        let ending = Ending { series_id: series.id, last_at: end.meeting.starts_at };
        let kept = Answered { state: "kept", by: Some(approval.asked_by), at: now };
        store::series_reviews::end(&mut tx, ending, &kept).await?;
    }
    let told = SeriesApproval { note: note.clone(), ..question.approval.clone() };
    letters::answer(&mut tx, app, &told, (&question.end, turn, Some(actor.id()))).await?;
    let deed = actor.deed(action, ("series", question.series.id.uuid()));
    store::audit::record(&mut tx, &Deed { reason: note, ..deed }, now).await?;
    tx.commit().await?;
    app.wake_worker();
    Ok(())
}

/// Ends questions that nobody answered in time, and tells whoever asked. Safe to run anywhere and twice at once.
///
/// # Errors
/// When the database fails; the others are ended all the same.
pub async fn expire(app: &App) -> Result<usize> {
    let mut tx = app.db.begin_read().await?;
    let overdue = series_approvals::overdue(&mut tx, app.now()).await?;
    drop(tx);
    let (mut ended, mut failed) = (0, None);
    for found in overdue {
        match expire_one(app, &found).await {
            Ok(did) => ended += usize::from(did),
            Err(error) => failed = Some(error),
        }
    }
    if ended > 0 {
        app.wake_worker();
    }
    failed.map_or(Ok(ended), Err)
}

async fn expire_one(app: &App, found: &SeriesApproval) -> Result<bool> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let dates = store::series::dates(&mut tx, found.series_id).await?;
    store::meetings::lock_all(&mut tx, &dates).await?;
    let decision = store::approvals::Decision { state: "expired", by: None, note: "", at: now };
    if !series_approvals::end(&mut tx, found.id, &decision).await? {
        return Ok(false);
    }
    // Of a series that was called off meanwhile there is nothing to tell.
    match super::read(&mut tx, found.series_id).await {
        Ok((_, end)) => letters::answer(&mut tx, app, found, (&end, ApprovalTurn::Expired, None)).await?,
        Err(AppError::NotFound) => letters::take_back(&mut tx, app, found).await?,
        Err(error) => return Err(error),
    }
    let deed = Deed {
        action: "series.endless_expired",
        object_kind: "series",
        object_id: Some(found.series_id.uuid()),
        ..Deed::default()
    };
    store::audit::record(&mut tx, &deed, now).await?;
    tx.commit().await?;
    Ok(true)
}
