//! A question as its pages show it: what shall be, why it is asked, and how it stands with the limits now.

use chrono::{DateTime, Utc};

use super::{approver, ask::Asked, letters};
use crate::{
    app::{
        actor::Actor,
        context::App,
        error::{AppError, Refusal, Result},
        judge,
        leave::{self, Allowed, Leave},
    },
    domain::{
        ids::{ApprovalId, MeetingId, PersonId},
        letter::Reader,
        limits::{
            consent::Consent,
            rule::Level,
            verdict::{Reading, Verdict},
        },
        meeting::Status,
        person::Role,
    },
    identity::link::{LinkPurpose, LinkToken, Links},
    store::{self, Tx, approvals::Approval, meetings::FullMeeting},
};

/// A question with everything it is about.
#[derive(Debug, Clone)]
pub struct Question {
    /// The question.
    pub approval: Approval,
    /// The meeting as it is; waiting itself when it was never sent.
    pub full: FullMeeting,
    /// The meeting as it would be.
    pub after: FullMeeting,
    /// With whom its exceptions are counted.
    pub excepted: PersonId,
    /// The limits it was asked about, with the numbers of then.
    pub asked: Vec<Reading>,
}

impl Question {
    /// Reads a question. Nobody is asked whether they may know of it.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when there is none; [`AppError::Data`] when it cannot be read.
    pub async fn read(tx: &mut Tx, approval: Approval) -> Result<Self> {
        let full = store::meetings::by_id(tx, approval.meeting_id).await?.ok_or(AppError::NotFound)?;
        let Asked { after, excepted, .. } = serde_json::from_str(&approval.proposal)?;
        let asked = serde_json::from_str(&approval.findings)?;
        Ok(Self { excepted: excepted.unwrap_or(approval.asked_by), approval, full, after, asked })
    }

    /// Whether an answer still counts.
    #[must_use]
    pub fn is_open(&self, now: DateTime<Utc>) -> bool {
        self.approval.is_open() && self.approval.expires_at > now
    }

    /// Who plans the meeting.
    #[must_use]
    pub const fn organizer(&self) -> PersonId {
        self.full.meeting.organizer_id
    }

    /// Whether it is this person's own: they asked for it, or plan the meeting.
    #[must_use]
    pub fn is_own(&self, actor: &Actor) -> bool {
        [self.approval.asked_by, self.organizer()].contains(&actor.id())
    }

    /// What the meeting would pass if it were judged at this moment, more than informing limits, strictest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn judged_now(&self, tx: &mut Tx, now: DateTime<Utc>) -> Result<Verdict> {
        let policy = store::policy::read(tx).await?;
        let stands = (self.full.meeting.status == Status::Confirmed).then_some(&self.full);
        let proposal = leave::proposal((stands, &self.after), &policy.settings).ok_or(AppError::NotFound)?;
        let mut verdict = judge::judge(tx, now, &proposal).await?.verdict;
        verdict.readings.retain(|r| r.asks().is_some_and(|level| level > Level::Inform));
        Ok(verdict)
    }
}

/// The question with this id, for somebody who may know of it: whoever asked or plans the meeting, and whoever may
/// answer it. Attendees are not told yet.
///
/// # Errors
/// [`AppError::NotFound`] for everybody else.
pub async fn open(tx: &mut Tx, actor: &Actor, id: ApprovalId, now: DateTime<Utc>) -> Result<Question> {
    let approval = store::approvals::by_id(tx, id).await?.ok_or(AppError::NotFound)?;
    let question = Question::read(tx, approval).await?;
    if question.is_own(actor) || may_decide(tx, actor, &question, now).await? {
        return Ok(question);
    }
    Err(AppError::NotFound)
}

/// The open question about a meeting, for somebody who may know of it.
///
/// # Errors
/// When the database fails.
pub async fn about(tx: &mut Tx, actor: &Actor, meeting: MeetingId, now: DateTime<Utc>) -> Result<Option<Question>> {
    let Some(approval) = store::approvals::open_of(tx, meeting).await? else { return Ok(None) };
    match open(tx, actor, approval.id, now).await {
        Ok(question) => Ok(Some(question)),
        Err(AppError::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Whether this person may answer: whoever was asked, their stand-in while they are away, and others who lead the
/// organizer; never whoever asked, and never the organizer.
///
/// # Errors
/// When the database fails.
pub async fn may_decide(tx: &mut Tx, actor: &Actor, question: &Question, now: DateTime<Utc>) -> Result<bool> {
    if question.is_own(actor) {
        return Ok(false);
    }
    if question.approval.approver_id == actor.id() || actor.leads(question.organizer()) {
        return Ok(true);
    }
    let plans = actor.person.role != Role::Viewer;
    Ok(plans && approver::stands_in(tx, actor.id(), &[question.approval.approver_id], now).await?.len() == 1)
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
    let found = store::approvals::by_id(tx, ApprovalId::from_uuid(token.id())).await?;
    let version = |a: &Approval| u32::try_from(a.link_version).unwrap_or(0);
    let approval = found.filter(|a| links.opens(&token, LinkPurpose::APPROVAL, version(a)));
    let approval = approval.filter(|a| a.is_open() && a.expires_at > now).ok_or(Refusal::LinkUsed)?;
    let person = store::people::by_id(tx, approval.approver_id).await?.ok_or(Refusal::LinkUsed)?;
    let reader = letters::reader(&person);
    let approver = Actor::load(tx, person, None, address.to_owned()).await?.ok_or(Refusal::LinkUsed)?;
    Ok(Asking { question: Question::read(tx, approval).await?, approver, reader })
}

/// The open questions that wait for this person, soonest to expire first: asked of them, or of somebody who is away and
/// named them. At most 50.
///
/// # Errors
/// When the database fails.
pub async fn waiting_for(tx: &mut Tx, actor: &Actor, now: DateTime<Utc>) -> Result<Vec<Approval>> {
    let found = store::approvals::open_to(tx, actor.id(), now).await?;
    let others: Vec<PersonId> = found.iter().map(|a| a.approver_id).filter(|id| *id != actor.id()).collect();
    let away = if others.is_empty() { Vec::new() } else { approver::stands_in(tx, actor.id(), &others, now).await? };
    let mine = |a: &Approval| {
        let asked = a.approver_id == actor.id() || away.contains(&a.approver_id);
        asked && a.asked_by != actor.id() && a.expires_at > now
    };
    Ok(found.into_iter().filter(mine).collect())
}

/// Asks an open question anew with the numbers of now, so that it can be decided on them. What no longer needs an
/// approval, or can no longer have one, stays as it was asked.
pub(super) async fn refresh(app: &App, id: ApprovalId) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let first = store::approvals::by_id(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    store::meetings::lock(&mut tx, first.meeting_id).await?;
    let approval = store::approvals::by_id(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    let question = Question::read(&mut tx, approval).await?;
    let Question { approval, full, after, .. } = &question;
    let consent = Consent { seen: true, reason: Some(approval.reason.clone()), approved: Vec::new() };
    let said = Leave::Said(consent);
    let judged = leave::ask_leave(&mut tx, app, (Some(full), after), (&said, question.excepted)).await;
    if let (true, Ok(Allowed::Asking(_, to_ask))) = (approval.is_open(), judged) {
        store::approvals::refresh(&mut tx, id, &serde_json::to_string(&to_ask)?).await?;
        tx.commit().await?;
    }
    Ok(())
}
