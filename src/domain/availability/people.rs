//! What is known about the time of everybody who is invited.

use std::collections::BTreeMap;

use chrono::{NaiveDate, Weekday};

use crate::domain::{
    agenda::part::Stay,
    hours::{DaySpan, WorkingHours},
    ids::SubjectId,
    time::{Interval, Zone},
};

/// Whether the meeting can be held without somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Only times that fit this person are offered.
    Required,
    /// Times that fit this person come first.
    Optional,
}

/// How sure an engagement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Firmness {
    /// The time is taken.
    Firm,
    /// Not answered or not confirmed: the time is offered with a remark.
    Tentative,
}

/// An engagement; nothing is told of it but when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Busy {
    /// From when to when.
    pub span: Interval,
    /// How sure it is.
    pub firmness: Firmness,
}

/// What is known of somebody's calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Calendar {
    /// All engagements are in the list.
    Known,
    /// An outside calendar could not be read, or there is none: neither free nor busy.
    Unknown,
}

/// A span of a weekday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weekly {
    /// The day.
    pub weekday: Weekday,
    /// The span of its wall clock.
    pub span: DaySpan,
}

/// When a window without meetings is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WindowTime {
    /// Every week.
    Weekly(Weekly),
    /// Whole days, the last one included.
    Days {
        /// First day.
        first: NaiveDate,
        /// Last day.
        last: NaiveDate,
    },
}

/// Time in which no meetings are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// When, on the person's wall clock.
    pub time: WindowTime,
    /// A hard window is never offered; a soft one comes last and with a remark.
    pub hard: bool,
}

/// How a public holiday changes a working day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holiday {
    /// Nobody works.
    Off,
    /// Work ends at this minute after midnight.
    EndsAt(u16),
}

/// When somebody works, by the own wall clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Working {
    /// The ordinary week.
    pub hours: WorkingHours,
    /// Single days that differ, `None` being a day off. They win over holidays.
    pub exceptions: BTreeMap<NaiveDate, Option<DaySpan>>,
    /// Public holidays and half days.
    pub holidays: BTreeMap<NaiveDate, Holiday>,
}

impl Working {
    /// An ordinary week without exceptions or holidays.
    #[must_use]
    pub fn weekly(hours: WorkingHours) -> Self {
        Self { hours, exceptions: BTreeMap::new(), holidays: BTreeMap::new() }
    }

    /// The working hours of a date.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> Option<DaySpan> {
        if let Some(own) = self.exceptions.get(&day) {
            return *own;
        }
        match self.holidays.get(&day) {
            None => self.hours.on(day),
            Some(Holiday::Off) => None,
            Some(Holiday::EndsAt(end)) => {
                self.hours.on(day).and_then(|span| DaySpan::new(span.from, span.to.min(*end)))
            }
        }
    }

    /// Whether a date differs from the ordinary week.
    #[must_use]
    pub fn differs_on(&self, day: NaiveDate) -> bool {
        self.exceptions.contains_key(&day) || self.holidays.contains_key(&day)
    }

    /// The part of a date's lunch that lies inside its working hours.
    #[must_use]
    pub fn lunch_on(&self, day: NaiveDate) -> Option<DaySpan> {
        let (hours, lunch) = (self.on(day)?, self.hours.lunch?);
        DaySpan::new(lunch.from.max(hours.from), lunch.to.min(hours.to))
    }
}

/// Somebody invited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Whose time it is.
    pub who: SubjectId,
    /// Whether the meeting can do without.
    pub need: Need,
    /// The zone of the own wall clock. Without one, windows are read on the organizer's clock and hours are unknown.
    pub zone: Option<Zone>,
    /// Working time; `None` is unknown, which is neither always nor never.
    pub working: Option<Working>,
    /// Protected selling time.
    pub selling: Vec<Weekly>,
    /// Times without meetings.
    pub windows: Vec<Window>,
    /// Engagements in any order; they may overlap.
    pub busy: Vec<Busy>,
    /// Whether the engagements are all there is.
    pub calendar: Calendar,
    /// The part of the meeting they are invited to; `None` for all of it.
    pub stay: Option<Stay>,
}

impl Person {
    /// Somebody of whom only the id is known.
    #[must_use]
    pub fn unknown(who: SubjectId, need: Need) -> Self {
        Self {
            who,
            need,
            zone: None,
            working: None,
            selling: Vec::new(),
            windows: Vec::new(),
            busy: Vec::new(),
            calendar: Calendar::Unknown,
            stay: None,
        }
    }

    /// Working time with the zone it is told in; `None` unless both are known.
    #[must_use]
    pub fn known_working(&self) -> Option<(&Zone, &Working)> {
        self.zone.as_ref().zip(self.working.as_ref())
    }
}
