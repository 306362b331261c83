//! Give a meeting another time or length.

use super::{
    actor::Actor,
    change::{self, Proposal},
    context::App,
    edit_meeting::{Outcome, open},
    error::{Refusal, Result},
    leave::Leave,
    once::{self, Once, Turn},
    schedule_meeting::end,
};
use crate::{
    domain::{
        ids::MeetingId,
        limits::consent::Consent,
        meeting::{Answer, AttendeeRole, Status},
        planning::Start,
        time::Zone,
    },
    store::{changes::Before, meetings::FullMeeting},
};

/// Where to.
pub struct MoveMeeting {
    /// Which meeting.
    pub id: MeetingId,
    /// The version the form was filled from.
    pub version: i64,
    /// The new start.
    pub start: Start,
    /// The new length in minutes.
    pub minutes: u32,
    /// Why; mailed, may be empty.
    pub reason: String,
    /// What is said to the limits it passes.
    pub consent: Consent,
    /// The form's key.
    pub once: Once,
}

/// Moves a meeting. Everybody is asked again, because an answer was an answer to the old time.
///
/// # Errors
/// [`super::error::AppError::Stale`] when somebody else changed the meeting since the form was filled.
pub async fn run(app: &App, actor: &Actor, command: MoveMeeting) -> Result<Outcome> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    if let Turn::Again(location) = once::begin(&mut tx, &command.once, now).await? {
        return Ok(Outcome::Again(location));
    }
    if command.start.at <= now {
        return Err(Refusal::InThePast.into());
    }
    let (before, _permit) = open(&mut tx, app, actor, (command.id, command.version)).await?;
    let after = moved(&before, &command.start, command.minutes);
    let proposal = Proposal {
        kind: "moved",
        before: Before::Was(Box::new(before)),
        after,
        note: command.reason,
        leave: Leave::Said(command.consent),
    };
    let made = change::change_meeting(&mut tx, app, actor, proposal).await?;
    once::finish(&mut tx, &command.once, &made.location(command.id)).await?;
    tx.commit().await?;
    app.wake_worker();
    Ok(Outcome::Done(made))
}

/// The meeting at another time. Everybody but the organizer is asked again, unless the moment stays the same and only
/// its zone is another.
#[must_use]
pub fn moved(before: &FullMeeting, start: &Start, minutes: u32) -> FullMeeting {
    let mut after = before.clone();
    let m = &mut after.meeting;
    let same = (m.starts_at, m.minutes) == (start.at, i64::from(minutes));
    // One that waited for leave stands once nothing asks for it any more.
    m.status = Status::Confirmed;
    m.start_local = start.local;
    m.zone.clone_from(&start.zone);
    m.starts_at = start.at;
    m.ends_at = end(start.at, minutes);
    m.minutes = i64::from(minutes);
    Zone::data_version().clone_into(&mut m.zone_data);
    if !same {
        for a in after.attendees.iter_mut().filter(|a| a.role != AttendeeRole::Chair) {
            a.answer = Answer::Open;
            (a.answered_at, a.answer_made_at) = (None, None);
        }
    }
    after
}
