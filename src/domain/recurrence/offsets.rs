//! The offsets of a clock over a span of time, looked up once and then used for any number of occurrences.

use chrono::{DateTime, Days, NaiveDateTime, TimeDelta, Utc};

use crate::domain::time::{Interval, Zone};

/// How far ahead of a window offsets are looked up, so that whatever began within the last year is placed right.
const AHEAD: Days = Days::new(400);
/// How far behind a window; any zone's day has begun and ended by then.
const BEHIND: Days = Days::new(2);
/// More changes than any zone has in five centuries; a bound, not a rule.
const MOST_CHANGES: usize = 2_000;

/// The offsets from UTC of one clock. Exact within 400 days ahead of the window it was made for and two behind; outside
/// of that the nearest known offset holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offsets {
    first: i32,
    /// By instant.
    changes: Vec<Change>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Change {
    /// The instant, in seconds since 1970.
    at: i64,
    /// The first wall time, in seconds since 1970 without offset, that is read by the new offset.
    local: i64,
    /// Offset behind it, seconds east.
    to: i32,
}

impl Offsets {
    /// Always the same offset, in seconds east of Greenwich.
    #[must_use]
    pub const fn fixed(seconds: i32) -> Self {
        Self { first: seconds, changes: Vec::new() }
    }

    /// What a zone's clocks do around a window.
    #[must_use]
    pub fn of(zone: &Zone, window: Interval) -> Self {
        let from = window.start().checked_sub_days(AHEAD).unwrap_or(window.start());
        let until = window.end().checked_add_days(BEHIND).unwrap_or(window.end());
        let changes = zone.transitions(from).take_while(|change| change.at < until).take(MOST_CHANGES);
        Self::changing(zone.offset_seconds(from), changes.map(|change| (change.at, change.to)))
    }

    /// An offset that changes at the given instants, oldest first. Instants out of order are passed over.
    #[must_use]
    pub fn changing(first: i32, changes: impl IntoIterator<Item = (DateTime<Utc>, i32)>) -> Self {
        let mut offsets = Self::fixed(first);
        for (at, to) in changes {
            let at = at.timestamp();
            let before = offsets.changes.last();
            // A skipped time takes the offset ahead of the change, a repeated one its first pass (RFC 5545 §3.3.5):
            // both are read by the clock ahead of it.
            let local = at + i64::from(before.map_or(first, |change| change.to).max(to));
            if before.is_none_or(|change| change.at < at && change.local <= local) {
                offsets.changes.push(Change { at, local, to });
            }
        }
        offsets
    }

    /// The instant of a wall time (RFC 5545 §3.3.5): a skipped time takes the offset ahead of the gap, a repeated one
    /// its first pass.
    #[must_use]
    pub fn instant(&self, local: NaiveDateTime) -> DateTime<Utc> {
        let seconds = local.and_utc().timestamp();
        let passed = self.changes.partition_point(|change| change.local <= seconds);
        moved(local, -self.behind(passed)).and_utc()
    }

    /// The wall time at an instant.
    #[must_use]
    pub fn local(&self, at: DateTime<Utc>) -> NaiveDateTime {
        let passed = self.changes.partition_point(|change| change.at <= at.timestamp());
        moved(at.naive_utc(), self.behind(passed))
    }

    /// Turns wall times, in seconds and in rising order, into instants.
    pub(super) fn rising(&self) -> Rising<'_> {
        Rising { offset: self.first.into(), ahead: &self.changes }
    }

    fn behind(&self, passed: usize) -> i32 {
        passed.checked_sub(1).and_then(|at| self.changes.get(at)).map_or(self.first, |change| change.to)
    }
}

/// See [`Offsets::rising`].
pub(super) struct Rising<'a> {
    offset: i64,
    ahead: &'a [Change],
}

impl Rising<'_> {
    pub(super) fn instant(&mut self, local: i64) -> i64 {
        while let [change, rest @ ..] = self.ahead {
            if local < change.local {
                break;
            }
            (self.offset, self.ahead) = (change.to.into(), rest);
        }
        local - self.offset
    }
}

fn moved(time: NaiveDateTime, seconds: i32) -> NaiveDateTime {
    time.checked_add_signed(TimeDelta::seconds(seconds.into())).unwrap_or(time)
}
