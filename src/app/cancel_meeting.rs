//! Call a meeting off.

use super::{
    actor::Actor,
    approvals,
    change::{self, Made, Proposal},
    context::App,
    edit_meeting::{Outcome, open},
    error::{Refusal, Result},
    leave::Leave,
    once::{self, Once, Turn},
};
use crate::{
    domain::{ids::MeetingId, limits::rule::Level, meeting::Status},
    store::{changes::Before, meetings::FullMeeting},
};

/// What to call off.
pub struct CancelMeeting {
    /// Which meeting.
    pub id: MeetingId,
    /// The version the form was filled from.
    pub version: i64,
    /// Why; mailed, may be empty when [`owes_reason`] says so.
    pub reason: String,
    /// The form's key.
    pub once: Once,
}

/// Calls a meeting off: whoever was invited is told, and it leaves their calendars.
///
/// # Errors
/// [`super::error::AppError::Stale`] when somebody else changed the meeting since the form was filled;
/// [`Refusal::ReasonMissing`].
pub async fn run(app: &App, actor: &Actor, command: CancelMeeting) -> Result<Outcome> {
    let mut tx = app.db.begin().await?;
    if let Turn::Again(location) = once::begin(&mut tx, &command.once, app.now()).await? {
        return Ok(Outcome::Again(location));
    }
    let (before, _permit) = open(&mut tx, app, actor, (command.id, command.version)).await?;
    if before.meeting.status == Status::Pending {
        // Nobody knows of it, so nobody is owed a reason.
        let back = approvals::call_off(&mut tx, app, actor, &before).await?;
        once::finish(&mut tx, &command.once, &back.location(command.id)).await?;
        tx.commit().await?;
        return Ok(Outcome::Again(back.location(command.id)));
    }
    if command.reason.is_empty() && owes_reason(&before) {
        return Err(Refusal::ReasonMissing.into());
    }
    let changed = change::change_now(&mut tx, app, actor, called_off(before, command.reason)).await?;
    once::finish(&mut tx, &command.once, &format!("/meetings/{}?sent={}", command.id, changed.change)).await?;
    tx.commit().await?;
    app.wake_worker();
    Ok(Outcome::Done(Made::Done(changed)))
}

/// Whether calling it off takes a reason: customers are owed one.
#[must_use]
pub fn owes_reason(full: &FullMeeting) -> bool {
    full.attendees.iter().any(|a| a.removed_at.is_none() && a.contact_id.is_some())
}

/// The meeting once it is called off.
#[must_use]
pub fn cancelled(before: &FullMeeting, reason: &str) -> FullMeeting {
    let mut after = before.clone();
    after.meeting.status = Status::Cancelled;
    reason.clone_into(&mut after.meeting.cancel_reason);
    after
}

/// The change that calls it off.
pub(super) fn called_off(before: FullMeeting, reason: String) -> Proposal {
    let after = cancelled(&before, &reason);
    Proposal {
        kind: "cancelled",
        before: Before::Was(Box::new(before)),
        after,
        note: reason,
        leave: Leave::UpTo(Level::Block),
    }
}
