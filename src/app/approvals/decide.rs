//! Somebody answers: the change is made as it was asked for, or the time is let go.

use super::{
    ask::Asked,
    end::let_go,
    letters,
    question::{self, Question},
};
use crate::{
    app::{
        actor::Actor,
        change::{self, Proposal},
        context::App,
        error::{AppError, Refusal, Result},
        leave::Leave,
    },
    domain::{
        ids::{ApprovalId, MeetingId, PersonId},
        letter::ApprovalTurn,
        limits::{consent::Consent, verdict::Reading},
        meeting::Status,
        person::PersonState,
        text::SafeText,
    },
    store::{
        self, Tx,
        approvals::{self, Approval},
        changes::Before,
        meetings::FullMeeting,
    },
};

/// Longest note, in characters.
pub const MAX_NOTE: usize = 2_000;

/// An answer.
#[derive(Debug, Clone)]
pub struct Decision {
    /// Whether it is allowed.
    pub allow: bool,
    /// What to tell whoever asked; may be empty.
    pub note: String,
}

/// What came of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decided {
    /// The change is made.
    Allowed(MeetingId),
    /// The time is let go.
    Declined(MeetingId),
}

/// Answers a question.
///
/// # Errors
/// [`Refusal::OwnApproval`]; [`Refusal::LinkUsed`] when it was answered, withdrawn or is too old;
/// [`Refusal::AskedOtherwise`] when limits are passed by more than was asked, which is asked instead from now on;
/// [`AppError::Stopped`] when one blocks by now. The question stays open then.
pub async fn decide(app: &App, actor: &Actor, id: ApprovalId, decision: Decision) -> Result<Decided> {
    let decided = answer(app, actor, id, decision).await;
    match &decided {
        Ok(_) => app.wake_worker(),
        Err(AppError::Refused(Refusal::AskedOtherwise)) => question::refresh(app, id).await?,
        Err(_) => {}
    }
    decided
}

async fn answer(app: &App, actor: &Actor, id: ApprovalId, decision: Decision) -> Result<Decided> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let first = approvals::by_id(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    store::meetings::lock(&mut tx, first.meeting_id).await?;
    let asked = question::open(&mut tx, actor, id, now).await?;
    if asked.is_own(actor) {
        return Err(Refusal::OwnApproval.into());
    }
    if !asked.is_open(now) {
        return Err(Refusal::LinkUsed.into());
    }
    let Question { mut approval, full, .. } = asked;
    approval.note = String::from(SafeText::block(&decision.note, MAX_NOTE));
    let state = if decision.allow { "approved" } else { "declined" };
    let ended = approvals::Decision { state, by: Some(actor.id()), note: &approval.note, at: now };
    approvals::end(&mut tx, id, &ended).await?;
    let turn = if decision.allow { ApprovalTurn::Approved } else { ApprovalTurn::Declined };
    letters::answer(&mut tx, app, &approval, (&full, turn, Some(actor.id()))).await?;
    if decision.allow {
        allow(&mut tx, app, actor, (&approval, full)).await?;
    } else {
        let_go(&mut tx, app, &approval).await?;
    }
    let action = if decision.allow { "meeting.approved" } else { "meeting.approval_declined" };
    let deed = actor.deed(action, ("meeting", approval.meeting_id.uuid()));
    store::audit::record(&mut tx, &store::audit::Deed { reason: approval.note.clone(), ..deed }, now).await?;
    tx.commit().await?;
    let meeting = approval.meeting_id;
    Ok(if decision.allow { Decided::Allowed(meeting) } else { Decided::Declined(meeting) })
}

async fn allow(tx: &mut Tx, app: &App, actor: &Actor, (approval, full): (&Approval, FullMeeting)) -> Result<()> {
    let Asked { mut after, note, excepted, .. } = serde_json::from_str(&approval.proposal)?;
    let asked: Vec<Reading> = serde_json::from_str(&approval.findings)?;
    // A meeting that has taken place meanwhile is not moved any more.
    let over = full.meeting.ends_at <= app.now() || after.meeting.starts_at <= app.now();
    if full.meeting.version != approval.version || over {
        return Err(Refusal::LinkUsed.into());
    }
    let organizer = store::people::by_id(tx, full.meeting.organizer_id).await?;
    if organizer.is_none_or(|p| p.state != PersonState::Active) {
        return Err(Refusal::LinkUsed.into());
    }
    keep_answers(&mut after, &full, &approval.kind);
    after.meeting.version = full.meeting.version;
    after.meeting.status = Status::Confirmed;
    let consent = Consent { seen: true, reason: Some(approval.reason.clone()), approved: asked };
    let proposal = Proposal {
        kind: kind(&approval.kind),
        before: Before::Was(Box::new(full)),
        after,
        note,
        leave: Leave::Given { consent, asked_by: excepted.unwrap_or(approval.asked_by), by: actor.id() },
    };
    // It is the change of whoever asked, and mails name them; whoever allows it only lets it happen.
    let planner = planner(tx, approval.asked_by).await?;
    change::change_now(tx, app, planner.as_ref().unwrap_or(actor), proposal).await.map(drop)
}

/// Whoever asked, unless they have left.
async fn planner(tx: &mut Tx, id: PersonId) -> Result<Option<Actor>> {
    match store::people::by_id(tx, id).await? {
        Some(person) => Actor::load(tx, person, None, String::new()).await,
        None => Ok(None),
    }
}

/// Answers given while the question was open stay, unless the meeting moves and everybody is asked again, or somebody
/// was not in it and is asked anew. Links made void meanwhile stay void.
fn keep_answers(after: &mut FullMeeting, now: &FullMeeting, kind: &str) {
    for attendee in &mut after.attendees {
        let Some(present) = now.attendees.iter().find(|a| a.id == attendee.id) else { continue };
        attendee.link_version = present.link_version;
        if kind != "moved" && present.removed_at.is_none() {
            attendee.answer = present.answer;
            (attendee.answered_at, attendee.answer_made_at) = (present.answered_at, present.answer_made_at);
            attendee.comment.clone_from(&present.comment);
        }
    }
}

fn kind(stored: &str) -> &'static str {
    match stored {
        "moved" => "moved",
        "edited" => "edited",
        change::QUIETLY => change::QUIETLY,
        _ => "planned",
    }
}
