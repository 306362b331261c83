//! What a calendar part says, as far as it matters for replies.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};

use crate::domain::{
    meeting::Answer,
    terms::terms,
    text::SafeText,
    time::{Interval, Zone},
};

/// Longest note that is kept, in characters.
pub const MAX_NOTE: usize = 2_000;

terms! {
    /// What a message asks for (RFC 5546 §1.4).
    Method {
        /// Here is my answer.
        Reply = "reply",
        /// I propose another time.
        Counter = "counter",
        /// Send me what is true now.
        Refresh = "refresh",
        /// Anything else; only organizers send that, and the organizer is us.
        Other = "other",
    }
}

/// What somebody says about coming (PARTSTAT, RFC 5545 §3.2.12).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Partstat {
    /// Yes, maybe or no.
    Said(Answer),
    /// Somebody else comes instead.
    Delegated,
    /// Nothing yet, or a word that says nothing about coming.
    Nothing,
}

/// A calendar part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarMessage {
    /// What it asks for.
    pub method: Method,
    /// The program that wrote it (PRODID); may be empty.
    pub product: SafeText,
    /// Its events, in order.
    pub entries: Vec<Entry>,
}

/// One VEVENT.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    /// UID.
    pub uid: String,
    /// SEQUENCE of the version it answers; `None` if it does not say.
    pub sequence: Option<u32>,
    /// When it was made.
    pub stamp: Option<DateTime<Utc>>,
    /// Which date of a series it is about.
    pub instance: Option<Moment>,
    /// Whether it names dates in a way that fits none of ours: one that cannot be read, or one with all that follow it
    /// (RANGE, RFC 5545 §3.2.13).
    pub unplaced: bool,
    /// Start.
    pub start: Option<Moment>,
    /// End.
    pub end: Option<Moment>,
    /// Whether a time is written that cannot be read.
    pub bad_time: bool,
    /// Those it speaks of: one person in a reply, by the rule.
    pub people: Vec<Replier>,
    /// A word to the organizer; may be empty.
    pub note: SafeText,
}

/// An ATTENDEE of a reply. Addresses are in lower case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replier {
    /// Whose answer it is.
    pub address: String,
    /// Their name; may be empty.
    pub name: SafeText,
    /// Who sends it for them (SENT-BY).
    pub sent_by: Option<String>,
    /// What they say.
    pub says: Partstat,
    /// Who comes instead.
    pub delegated_to: Option<String>,
    /// Instead of whom they come.
    pub delegated_from: Option<String>,
}

/// A time as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// An instant.
    At(DateTime<Utc>),
    /// A wall time without a zone.
    Floating(NaiveDateTime),
    /// A whole day.
    Day(NaiveDate),
}

impl Moment {
    /// The instant; where the zone is not written it is the meeting's.
    #[must_use]
    pub fn instant(self, zone: &Zone) -> DateTime<Utc> {
        match self {
            Self::At(at) => at,
            Self::Floating(local) => zone.instant(local),
            Self::Day(day) => zone.instant(day.and_time(NaiveTime::MIN)),
        }
    }
}

impl Entry {
    /// The time it speaks of, if it is a usable one. Without an end it lasts as long as the meeting does.
    #[must_use]
    pub fn span(&self, zone: &Zone, meeting: Interval) -> Option<Interval> {
        if self.bad_time || matches!(self.start, Some(Moment::Day(_))) {
            return None;
        }
        let start = self.start?.instant(zone);
        let end = match self.end {
            Some(end) => end.instant(zone),
            None => start.checked_add_signed(meeting.end() - meeting.start())?,
        };
        Interval::new(start, end)
    }
}
