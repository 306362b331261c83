//! Busy time out of a stranger's calendar (RFC 5545).
//!
//! Only what tells when somebody is busy is looked at; titles, places and people never leave the bytes. The bytes may be
//! hostile, so all work is bounded by counting: size, lines, nesting, components, dates and steps. A calendar of which
//! any part cannot be told is unreadable as a whole: it is then *unknown*, which is neither free nor busy.
//!
//! The reader is our own, because it needs a dozen properties and no tree: it walks the lines once and keeps nothing of
//! what it does not need.

mod calendar;
pub(in crate::domain) mod clocks;
mod event;
pub(in crate::domain) mod lines;
pub(in crate::domain) mod merge;
mod reader;
pub(in crate::domain) mod value;
mod windows;

use clocks::Clocks;
use event::Sum;

use super::{
    recurrence::{RuleError, Unevaluable},
    time::{Interval, Zone},
};

/// Bounds on what is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Size of the whole, in bytes.
    pub bytes: usize,
    /// Components inside each other; an alarm in an event in a calendar is 3.
    pub nesting: usize,
    /// Length of an unfolded line, in bytes.
    pub line: usize,
    /// Properties of all components.
    pub properties: usize,
    /// Components.
    pub components: usize,
    /// Single dates added to series or taken out of them.
    pub dates: usize,
    /// Different names of time zones.
    pub zones: usize,
    /// Busy times before those that touch are joined.
    pub blocks: usize,
    /// Steps of all series together, see [`super::recurrence::Work`].
    pub steps: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 5 * 1024 * 1024,
            nesting: 4,
            line: 64 * 1024,
            properties: 50_000,
            components: 10_000,
            dates: 50_000,
            zones: 64,
            blocks: 50_000,
            steps: 2_000_000,
        }
    }
}

/// When somebody is busy within a window. Both lists are in rising order and cut to the window; within a list no two
/// spans touch, and no span of one overlaps one of the other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BusyTimes {
    /// Certainly busy.
    pub busy: Vec<Interval>,
    /// Perhaps busy.
    pub tentative: Vec<Interval>,
}

/// A property that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Property {
    /// Start.
    DtStart,
    /// End.
    DtEnd,
    /// Length.
    Duration,
    /// Rule of a series.
    RRule,
    /// Dates added to a series.
    RDate,
    /// Dates taken out of a series.
    ExDate,
    /// A second rule that takes dates out; RFC 5545 dropped it, and it is not evaluated.
    ExRule,
    /// The occurrence that an event replaces.
    RecurrenceId,
    /// Spans of a free/busy list.
    FreeBusy,
    /// Offset ahead of a change of clocks.
    TzOffsetFrom,
    /// Offset behind a change of clocks.
    TzOffsetTo,
    /// Anything else that matters: `UID`, `TRANSP`, `STATUS` or `TZID`.
    Other,
}

/// Why a calendar tells nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// More bytes than allowed.
    #[error("the calendar is too large")]
    TooLarge,
    /// It does not begin as a calendar.
    #[error("this is no calendar")]
    NotACalendar,
    /// It ends inside a component.
    #[error("the calendar is cut short")]
    CutShort,
    /// Components end in another order than they begin, or stand where they may not.
    #[error("the calendar's parts are out of order")]
    OutOfOrder,
    /// More components inside each other than allowed.
    #[error("the calendar is nested too deeply")]
    TooDeep,
    /// A line is longer than allowed.
    #[error("the calendar has a line that is too long")]
    LineTooLong,
    /// More properties, components, single dates, zones or busy times than allowed.
    #[error("the calendar has too many entries")]
    TooMany,
    /// A property of an event cannot be read.
    #[error("the calendar has an entry with a wrong {0:?}")]
    BadValue(Property),
    /// A property that is not evaluated, such as a second rule.
    #[error("the calendar has an entry with a {0:?} that is not supported")]
    NotSupported(Property),
    /// No known zone has this name and the calendar does not define it.
    #[error("the calendar uses the unknown time zone {0:?}")]
    UnknownZone(String),
    /// A rule that is none, or one that repeats each hour or faster.
    #[error("the calendar has a series without a usable rule: {0}")]
    Rule(#[from] RuleError),
    /// A series that is too long to tell.
    #[error("the calendar has a series that cannot be told: {0}")]
    Series(#[from] Unevaluable),
    /// The occurrences of a series are longer than a year.
    #[error("the calendar has a series of entries longer than a year")]
    TooLong,
}

/// Reads when the owner of a calendar is busy within `window`. `owner` is the owner's zone, which says when whole days
/// and times without a zone are.
///
/// Cancelled and transparent entries are no busy time; tentative ones are kept apart. Work is bounded by `limits`
/// whatever the bytes are.
pub fn read(bytes: &[u8], window: Interval, owner: &Zone, limits: &Limits) -> Result<BusyTimes, Unreadable> {
    let calendar = reader::read(bytes, limits)?;
    let mut sum = Sum::new(window, limits);
    let clocks = Clocks::resolve(&calendar, window, owner, &mut sum)?;
    sum.add_events(&calendar, &clocks)?;
    sum.add_spans(&calendar.spans)?;
    Ok(sum.merged())
}

#[cfg(test)]
mod tests;
