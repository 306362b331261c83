//! A plan for a meeting, as a form gives it once everything in it is understood.

use chrono::{DateTime, NaiveDateTime, Utc};

use super::{
    agenda::{ItemKind, Wanted},
    email::EmailAddress,
    ids::{ContactId, PersonId},
    meeting::{AttendeeRole, Format, Purpose, Stage},
};

/// A start that happens exactly once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Start {
    /// Wall time.
    pub local: NaiveDateTime,
    /// IANA zone of the wall time.
    pub zone: String,
    /// The instant.
    pub at: DateTime<Utc>,
}

/// Where people meet by video.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Video {
    /// A room of its own, made once for this meeting.
    Own,
    /// The organizer's fixed room.
    Personal,
    /// A pasted `https` link.
    Pasted(String),
}

/// Somebody to invite.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Guest {
    /// A colleague.
    Person(PersonId),
    /// A known contact of a customer.
    Contact(ContactId),
    /// Somebody new at a customer; account and contact are made with the meeting.
    New {
        /// Display name.
        name: String,
        /// Address.
        email: EmailAddress,
        /// The customer's name; empty takes the domain of the address.
        account: String,
    },
}

/// An invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitee {
    /// Who.
    pub guest: Guest,
    /// Required, optional or informed.
    pub role: AttendeeRole,
    /// Why them; may be empty.
    pub why: String,
    /// The first and the last of the points they are invited to, by their places in [`Details::agenda`]; `None` for the
    /// whole meeting.
    pub points: Option<(usize, usize)>,
}

/// Who leads a point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Owner {
    /// Everyone.
    Everyone,
    /// The organizer.
    Organizer,
    /// The invitee at this place of [`Details::invitees`].
    Invitee(usize),
}

/// A point of the agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// What it is about.
    pub kind: ItemKind,
    /// Title.
    pub title: String,
    /// Planned minutes.
    pub minutes: u32,
    /// Who leads it.
    pub owner: Owner,
    /// What should come of it.
    pub wanted: Wanted,
}

/// Everything about a meeting but its time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Details {
    /// What it is for.
    pub purpose: Purpose,
    /// Stage of the sale; customer meetings only.
    pub stage: Option<Stage>,
    /// Title.
    pub title: String,
    /// How people meet.
    pub format: Format,
    /// Room, address or phone number.
    pub place: String,
    /// The video link.
    pub video: Option<Video>,
    /// Everybody but the organizer.
    pub invitees: Vec<Invitee>,
    /// The points in order.
    pub agenda: Vec<Point>,
    /// Whether customers see everybody.
    pub open_guest_list: bool,
}

/// A whole plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// What and who.
    pub details: Details,
    /// When.
    pub start: Start,
    /// Length in minutes.
    pub minutes: u32,
}
