//! What one recipient must be told, and under which version of the meeting.

use chrono::{DateTime, TimeDelta, Timelike, Utc};
use serde::{Deserialize, Serialize};

use crate::domain::{
    ids::AttendeeId,
    meeting::{Attendance, MeetingFacts, Status},
    terms::terms,
};

terms! {
    /// What a message says to one recipient.
    MessageKind {
        /// You are invited.
        Invitation = "invitation",
        /// Another time; the answer is asked for again.
        Moved = "moved",
        /// Another place, link, title, organizer or role at the same time.
        Changed = "changed",
        /// Only the agenda, or the reason why this person is needed.
        AgendaOnly = "agenda_only",
        /// The meeting is called off.
        Cancelled = "cancelled",
        /// The meeting happens without this person.
        Removed = "removed",
    }
}

/// What the receiving calendar is asked to do (RFC 5546 §1.4). By mail only these two work everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Enter or update.
    Request,
    /// Take out.
    Cancel,
}

impl Method {
    /// The value of METHOD and of the MIME parameter `method` (RFC 6047 §2.4: both are the same).
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Request => "REQUEST",
            Self::Cancel => "CANCEL",
        }
    }
}

impl MessageKind {
    /// The method that carries this message.
    #[must_use]
    pub const fn method(self) -> Method {
        match self {
            Self::Cancelled | Self::Removed => Method::Cancel,
            Self::Invitation | Self::Moved | Self::Changed | Self::AgendaOnly => Method::Request,
        }
    }

    /// Whether it may wait for the next message: it asks for no answer, and nobody comes or stays away at another time for it.
    #[must_use]
    pub const fn may_wait(self) -> bool {
        matches!(self, Self::Changed | Self::AgendaOnly)
    }
}

/// The version of a meeting that a message carries (RFC 5546 §2.1.5: the higher SEQUENCE wins, then the later DTSTAMP).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// 0 for the first message about a meeting, one more with every change that is told.
    pub sequence: u32,
    /// When the message was made, in whole seconds; strictly rising per meeting.
    pub dtstamp: DateTime<Utc>,
}

impl Stamp {
    /// The stamp of the first message.
    #[must_use]
    pub fn first(now: DateTime<Utc>) -> Self {
        Self { sequence: 0, dtstamp: whole_second(now) }
    }

    /// The stamp of the next change. `self` is the last stamp of this meeting, to whomever it went; DTSTAMP rises also
    /// when the clock was set back.
    #[must_use]
    pub fn next(self, now: DateTime<Utc>) -> Self {
        Self { sequence: self.sequence.saturating_add(1), ..self.again(now) }
    }

    /// The stamp for sending the same thing once more: a newer DTSTAMP under the same SEQUENCE.
    #[must_use]
    pub fn again(self, now: DateTime<Utc>) -> Self {
        let later = self.dtstamp.checked_add_signed(TimeDelta::seconds(1)).unwrap_or(self.dtstamp);
        Self { dtstamp: whole_second(now).max(later), ..self }
    }
}

fn whole_second(at: DateTime<Utc>) -> DateTime<Utc> {
    at.with_nanosecond(0).unwrap_or(at)
}

/// What `recipient` must be told now, or `None` if they know all that matters. `told` is what their last message said
/// (the facts frozen with it), `None` if they were never told; it may also be the facts of a CANCEL, which [`facts_for`]
/// marks so that they count as knowing of no meeting.
#[must_use]
pub fn plan(told: Option<&MeetingFacts>, now: &MeetingFacts, recipient: AttendeeId) -> Option<MessageKind> {
    let known = told.and_then(|facts| taking_part(facts, recipient).map(|person| (facts, person)));
    match (known, taking_part(now, recipient)) {
        (None, None) => None,
        (None, Some(_)) => Some(MessageKind::Invitation),
        (Some(_), None) if now.status == Status::Confirmed => Some(MessageKind::Removed),
        (Some(_), None) => Some(MessageKind::Cancelled),
        (Some((told, before)), Some(after)) => difference((told, before), (now, after)),
    }
}

fn taking_part(facts: &MeetingFacts, recipient: AttendeeId) -> Option<&Attendance> {
    facts.attendee(recipient).filter(|_| facts.status == Status::Confirmed)
}

/// The weightiest change between what a person knows and what is true. Who else takes part and what anybody answered
/// is no reason for a mail; the next one carries it anyway.
fn difference(told: (&MeetingFacts, &Attendance), now: (&MeetingFacts, &Attendance)) -> Option<MessageKind> {
    let ((told, before), (now, after)) = (told, now);
    if before.email != after.email {
        // Nobody at the corrected address was ever told.
        return Some(MessageKind::Invitation);
    }
    if (told.starts_at, told.ends_at) != (now.starts_at, now.ends_at) {
        return Some(MessageKind::Moved);
    }
    let changed = told.title != now.title
        || told.format != now.format
        || told.place != now.place
        || told.video_url != now.video_url
        || (told.start, &told.zone) != (now.start, &now.zone)
        || told.organizer != now.organizer
        || before.role != after.role;
    if changed {
        return Some(MessageKind::Changed);
    }
    (told.agenda != now.agenda || before.why != after.why).then_some(MessageKind::AgendaOnly)
}

/// The facts that a message of this kind speaks of, to be frozen with it. A goodbye speaks of the meeting as its
/// recipient knows it, not of a time or title they never saw, and carries the reason given now.
#[must_use]
pub fn facts_for(kind: MessageKind, told: Option<&MeetingFacts>, now: &MeetingFacts) -> MeetingFacts {
    match kind {
        MessageKind::Cancelled | MessageKind::Removed => {
            let reason = if kind == MessageKind::Cancelled { now.cancel_reason.clone() } else { String::new() };
            MeetingFacts { status: Status::Cancelled, cancel_reason: reason, ..told.unwrap_or(now).clone() }
        }
        MessageKind::Invitation | MessageKind::Moved | MessageKind::Changed | MessageKind::AgendaOnly => now.clone(),
    }
}
