//! Somebody answers: the change is made as it was asked for, or the time is let go.

use super::{ask::Asked, end::let_go};
use crate::{
    app::{
        actor::Actor,
        change::{self, Made, Proposal},
        context::App,
        error::{AppError, Refusal, Result},
        leave::Leave,
    },
    domain::{
        ids::{ApprovalId, MeetingId, PersonId},
        limits::{consent::Consent, verdict::Reading},
        meeting::Status,
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
const MAX_NOTE: usize = 2_000;

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

/// Whether this person may answer: whoever was asked, their stand-in, and others who lead the organizer; never whoever
/// asked, and never the organizer.
#[must_use]
pub fn may_decide(actor: &Actor, approval: &Approval, organizer: PersonId) -> bool {
    let own = [approval.asked_by, organizer].contains(&actor.id());
    !own && (approval.approver_id == actor.id() || actor.leads(organizer))
}

/// Answers a question.
///
/// # Errors
/// [`Refusal::OwnApproval`]; [`Refusal::LinkUsed`] when it was answered, withdrawn or is too old;
/// [`Refusal::AskedOtherwise`] when limits are passed by more than was asked, [`AppError::Stopped`] when one blocks by
/// now: the question stays open then.
pub async fn decide(app: &App, actor: &Actor, id: ApprovalId, decision: Decision) -> Result<Decided> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let first = approvals::by_id(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    store::meetings::lock(&mut tx, first.meeting_id).await?;
    let approval = approvals::by_id(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    let full = store::meetings::by_id(&mut tx, approval.meeting_id).await?.ok_or(AppError::NotFound)?;
    if !may_decide(actor, &approval, full.meeting.organizer_id) {
        let concerned = approval.asked_by == actor.id() || actor.sees(&full);
        return Err(if concerned { Refusal::OwnApproval.into() } else { AppError::NotFound });
    }
    if !approval.is_open() || approval.expires_at <= now {
        return Err(Refusal::LinkUsed.into());
    }
    let note = String::from(SafeText::block(&decision.note, MAX_NOTE));
    let ended = approvals::Decision {
        state: if decision.allow { "approved" } else { "declined" },
        by: Some(actor.id()),
        note: &note,
        at: now,
    };
    approvals::end(&mut tx, id, &ended).await?;
    if decision.allow {
        allow(&mut tx, app, actor, (&approval, full)).await?;
    } else {
        let_go(&mut tx, app, &approval).await?;
        let deed = store::audit::Deed {
            reason: note,
            ..actor.deed("meeting.approval_declined", ("meeting", approval.meeting_id.uuid()))
        };
        store::audit::record(&mut tx, &deed, now).await?;
    }
    tx.commit().await?;
    app.wake_worker();
    let meeting = approval.meeting_id;
    Ok(if decision.allow { Decided::Allowed(meeting) } else { Decided::Declined(meeting) })
}

async fn allow(tx: &mut Tx, app: &App, actor: &Actor, (approval, full): (&Approval, FullMeeting)) -> Result<()> {
    let Asked { mut after, note } = serde_json::from_str(&approval.proposal)?;
    let asked: Vec<Reading> = serde_json::from_str(&approval.findings)?;
    if full.meeting.version != approval.version || after.meeting.starts_at <= app.now() {
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
        leave: Leave::Given { consent, asked_by: approval.asked_by, by: actor.id() },
    };
    match change::change_meeting(tx, app, actor, proposal).await {
        Ok(Made::Done(_)) => Ok(()),
        // What was allowed is no longer enough; it would have to be asked again.
        Ok(Made::Asked(_)) | Err(AppError::Denied) => Err(Refusal::AskedOtherwise.into()),
        Err(error) => Err(error),
    }
}

/// Answers given while the question was open stay, unless the meeting moves and everybody is asked again.
fn keep_answers(after: &mut FullMeeting, now: &FullMeeting, kind: &str) {
    if kind == "moved" {
        return;
    }
    for attendee in &mut after.attendees {
        if let Some(newer) = now.attendees.iter().find(|a| a.id == attendee.id) {
            attendee.answer = newer.answer;
            attendee.answered_at = newer.answered_at;
            attendee.comment.clone_from(&newer.comment);
        }
    }
}

fn kind(stored: &str) -> &'static str {
    match stored {
        "moved" => "moved",
        "edited" => "edited",
        _ => "planned",
    }
}
