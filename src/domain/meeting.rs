//! A meeting as its readers know it.

use chrono::{DateTime, NaiveDateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{
    agenda::{AgendaPoint, part::Part},
    ids::AttendeeId,
    terms::terms,
};

terms! {
    /// What a meeting is for. The purpose is chosen first; it fills agenda, length and format.
    Purpose {
        /// Set targets.
        Targets = "targets",
        /// Recognise results.
        Recognition = "recognition",
        /// Product update.
        ProductUpdate = "product_update",
        /// Fix a shortfall.
        Shortfall = "shortfall",
        /// Talk through challenges.
        Challenges = "challenges",
        /// Strategy.
        Strategy = "strategy",
        /// One to one.
        OneToOne = "one_to_one",
        /// Meet a customer.
        Customer = "customer",
    }
}

terms! {
    /// Where a customer meeting stands in the sale.
    Stage {
        /// First contact.
        FirstContact = "first_contact",
        /// Needs.
        Needs = "needs",
        /// Presentation.
        Presentation = "presentation",
        /// Objections.
        Objections = "objections",
        /// Quote.
        Quote = "quote",
        /// Closing.
        Closing = "closing",
        /// Follow-up.
        FollowUp = "follow_up",
    }
}

terms! {
    /// How people meet.
    Format {
        /// By video.
        Video = "video",
        /// By phone.
        Phone = "phone",
        /// In a room of the firm.
        Room = "room",
        /// At the customer's.
        AtCustomer = "at_customer",
    }
}

terms! {
    /// Where the video link comes from.
    VideoSource {
        /// A room of its own on the configured Jitsi-compatible server.
        Own = "own",
        /// The organizer's fixed room.
        Personal = "personal",
        /// A link pasted by the organizer.
        Pasted = "pasted",
    }
}

terms! {
    /// Where a meeting stands.
    Status {
        /// Waits for somebody to allow what passes a limit; nobody is told yet, and the time is held.
        Pending = "pending",
        /// Sent.
        Confirmed = "confirmed",
        /// Called off.
        Cancelled = "cancelled",
    }
}

terms! {
    /// How somebody takes part (iCalendar ROLE).
    AttendeeRole {
        /// Leads the meeting: the organizer (CHAIR).
        Chair = "chair",
        /// Needed (REQ-PARTICIPANT).
        Required = "required",
        /// Welcome (OPT-PARTICIPANT).
        Optional = "optional",
        /// Gets agenda and outcome, need not come (NON-PARTICIPANT).
        Informed = "informed",
    }
}

terms! {
    /// An answer (iCalendar PARTSTAT).
    Answer {
        /// None yet (NEEDS-ACTION).
        Open = "open",
        /// Yes (ACCEPTED).
        Yes = "yes",
        /// Maybe (TENTATIVE).
        Maybe = "maybe",
        /// No (DECLINED).
        No = "no",
    }
}

/// A name with an address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// Display name, one line.
    pub name: String,
    /// Mail address as accepted by [`super::email::EmailAddress`].
    pub email: String,
}

/// Somebody in a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendance {
    /// Stable for the life of the meeting, also when the address is corrected.
    pub id: AttendeeId,
    /// Display name, one line.
    pub name: String,
    /// Mail address.
    pub email: String,
    /// How they take part.
    pub role: AttendeeRole,
    /// What they answered.
    pub answer: Answer,
    /// A customer's contact; colleagues see everybody, customers only whom the organizer shows.
    pub customer: bool,
    /// Why this person is needed, in the organizer's words; may be empty.
    pub why: String,
    /// The points they are invited to, where it is not the whole meeting. Older letters do not have it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<Part>,
}

/// Everything that messages and feeds say about one meeting at one moment. Frozen into the outbox when the meeting
/// changes, so that what is mailed later is what was true then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingFacts {
    /// Global and permanent (RFC 5545 §3.8.4.7).
    pub uid: String,
    /// One line.
    pub title: String,
    /// What it is for.
    pub purpose: Purpose,
    /// Where it stands.
    pub status: Status,
    /// Local wall time of the start.
    pub start: NaiveDateTime,
    /// Length in minutes, 5 to 1440.
    pub minutes: u32,
    /// IANA zone of `start`.
    pub zone: String,
    /// `start` as an instant.
    pub starts_at: DateTime<Utc>,
    /// End as an instant.
    pub ends_at: DateTime<Utc>,
    /// How people meet.
    pub format: Format,
    /// Room, address or phone number; may be empty.
    pub place: String,
    /// `https` link of the video meeting.
    pub video_url: Option<String>,
    /// Who plans the meeting.
    pub organizer: Party,
    /// Name of the firm.
    pub company: String,
    /// Everybody who takes part, organizer first.
    pub attendees: Vec<Attendance>,
    /// The points in order.
    pub agenda: Vec<AgendaPoint>,
    /// Whether customers see the other customers and all colleagues.
    pub open_guest_list: bool,
    /// Reason given when called off; may be empty.
    pub cancel_reason: String,
}

impl MeetingFacts {
    /// The attendee with this id.
    #[must_use]
    pub fn attendee(&self, id: AttendeeId) -> Option<&Attendance> {
        self.attendees.iter().find(|a| a.id == id)
    }
}

/// Longest meeting, in minutes. It also bounds every search for overlaps.
pub const MAX_MINUTES: u32 = 24 * 60;
/// Most people in one meeting.
pub const MAX_ATTENDEES: usize = 200;
/// Longest title, in characters.
pub const MAX_TITLE: usize = 200;
/// Most points of one agenda.
pub const MAX_POINTS: usize = 40;
