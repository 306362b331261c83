//! A time that is offered, and what is to be said about it.

use chrono::NaiveDateTime;

use super::query::Unit;
use crate::domain::{ids::SubjectId, time::Interval};

/// A time that fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// From when to when.
    pub span: Interval,
    /// The start on the organizer's wall clock; it happens exactly once.
    pub local: NaiveDateTime,
    /// What speaks for and against it, the weightiest first.
    pub reasons: Vec<Reason>,
    /// Whether the judge let it pass with a remark.
    pub strained: bool,
    /// The required person who is taken as optional for it; a time that is offered as asked leaves nobody out.
    pub left_out: Option<SubjectId>,
}

/// Which end of somebody's working day a meeting leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// It begins before work does.
    Early,
    /// It ends after work does.
    Late,
    /// There is no work that day.
    DayOff,
}

/// A remark on a slot. Local times are those of the person's own wall clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Everybody invited is known to be free.
    EveryoneFree,
    /// An optional person cannot come.
    Missing(SubjectId),
    /// A block of selling time is cut; this is its longest piece that stays whole, 0 if none does.
    CutsSelling {
        /// Whose.
        who: SubjectId,
        /// Minutes left.
        left: u32,
    },
    /// The meeting lies outside somebody's working hours.
    OutsideHours {
        /// Whose.
        who: SubjectId,
        /// When it begins there.
        local: NaiveDateTime,
        /// At which end.
        edge: Edge,
    },
    /// The meeting is ahead of 8 or behind 18 for somebody whose hours are unknown.
    OddHour {
        /// For whom.
        who: SubjectId,
        /// When it begins there.
        local: NaiveDateTime,
    },
    /// It touches lunch.
    Lunch(SubjectId),
    /// It overlaps an engagement that is not firm, or what is kept free around the meeting does.
    Tentative(SubjectId),
    /// It touches a soft window without meetings.
    Quiet(SubjectId),
    /// More than four fifths of a limit would be used, or a soft one passed.
    NearLimit {
        /// Whose; `None` is the meeting's as a whole.
        who: Option<SubjectId>,
        /// What it counts.
        unit: Unit,
        /// Used with this meeting.
        after: u32,
        /// The limit.
        most: u32,
    },
    /// The person may be busy: a calendar could not be read.
    CalendarUnknown(SubjectId),
    /// It is unknown when the person works.
    HoursUnknown(SubjectId),
}

impl Reason {
    /// Place in the list of remarks, as in the ranking of slots.
    pub(super) const fn weight(&self) -> u8 {
        match self {
            Self::EveryoneFree => 0,
            Self::Missing(_) => 1,
            Self::CutsSelling { .. } => 2,
            Self::OutsideHours { .. } | Self::OddHour { .. } => 3,
            Self::Lunch(_) => 4,
            Self::Tentative(_) => 5,
            Self::Quiet(_) => 6,
            Self::NearLimit { .. } => 7,
            Self::CalendarUnknown(_) => 8,
            Self::HoursUnknown(_) => 9,
        }
    }
}

/// What the authority on limits says of a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It may be offered.
    Fits,
    /// It may be offered behind all others.
    Strained,
    /// It may not be offered.
    Refused,
}

/// The last word on slots, asked for a bounded number of them.
pub type Judge<'j> = dyn FnMut(&Slot) -> Verdict + 'j;
