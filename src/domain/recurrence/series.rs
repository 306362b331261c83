//! A series and its occurrences within a window.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Timelike, Utc};

use super::{
    days::Periods,
    offsets::{Offsets, Rising},
    rule::{End, Rule, Until},
};
use crate::domain::time::Interval;

/// The most occurrences of one series within one window.
pub const MOST_OCCURRENCES: usize = 3_000;

/// Room for two years of a weekly series.
const USUAL: usize = 128;
const DAY: i64 = 86_400;
/// The day number of 1 January 1970.
const EPOCH: i64 = 719_163;
/// Days by which local dates may differ from those in UTC, and one more.
const MARGIN: i64 = 2;

/// Why a series has no list of occurrences. There is never a part of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unevaluable {
    /// More than [`MOST_OCCURRENCES`] within the window.
    #[error("the series has too many occurrences")]
    TooMany,
    /// Finding them took more than the work allowed.
    #[error("the series takes too much work")]
    TooMuchWork,
}

/// How much work may still be done, in steps of some nanoseconds: a period looked at or a day picked. Counted, not
/// timed, so that the answer is the same on every machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Work {
    left: u64,
}

impl Work {
    /// Enough for any honest series: a daily one over 270 years.
    pub const PER_SERIES: u64 = 200_000;

    /// An allowance in steps.
    #[must_use]
    pub const fn of(steps: u64) -> Self {
        Self { left: steps }
    }

    /// What is left of it, in steps.
    #[must_use]
    pub const fn left(&self) -> u64 {
        self.left
    }

    fn spend(&mut self, steps: u64) -> Result<(), Unevaluable> {
        self.left = self.left.checked_sub(steps).ok_or(Unevaluable::TooMuchWork)?;
        Ok(())
    }
}

impl Default for Work {
    fn default() -> Self {
        Self::of(Self::PER_SERIES)
    }
}

/// A start, the rule that repeats it, and the single dates added and taken out (RFC 5545 §3.8.5).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    start: NaiveDateTime,
    rule: Option<Rule>,
    /// Instants in seconds, in rising order.
    added: Vec<i64>,
    dropped: Vec<i64>,
    dropped_days: Vec<NaiveDate>,
}

impl Series {
    /// A series from a wall time; without a rule it happens once.
    #[must_use]
    pub const fn new(start: NaiveDateTime, rule: Option<Rule>) -> Self {
        Self { start, rule, added: Vec::new(), dropped: Vec::new(), dropped_days: Vec::new() }
    }

    /// With further starts (`RDATE`).
    #[must_use]
    pub fn adding(mut self, starts: impl IntoIterator<Item = DateTime<Utc>>) -> Self {
        extend_sorted(&mut self.added, starts.into_iter().map(|at| at.timestamp()));
        self
    }

    /// Without the occurrences that begin at these instants: taken out (`EXDATE`) or replaced by one of their own
    /// (`RECURRENCE-ID`). They still count towards a `COUNT`.
    #[must_use]
    pub fn without(mut self, starts: impl IntoIterator<Item = DateTime<Utc>>) -> Self {
        extend_sorted(&mut self.dropped, starts.into_iter().map(|at| at.timestamp()));
        self
    }

    /// Without the occurrences that begin on these days by the series' clock (`EXDATE;VALUE=DATE`).
    #[must_use]
    pub fn without_days(mut self, days: impl IntoIterator<Item = NaiveDate>) -> Self {
        extend_sorted(&mut self.dropped_days, days);
        self
    }

    /// The instants within the window at which occurrences begin, oldest first, each once. The start is always the first
    /// occurrence, even if it does not fit the rule. `offsets` is the series' clock around the window.
    pub fn starts(
        &self,
        offsets: &Offsets,
        window: Interval,
        work: &mut Work,
    ) -> Result<Vec<DateTime<Utc>>, Unevaluable> {
        let mut found = Found::new(self, offsets, window);
        if found.push(day_number(self.start.date()))? == Pace::More
            && let Some(rule) = &self.rule
        {
            self.repeat(rule, &mut found, work)?;
        }
        work.spend(self.added.len() as u64 + self.dropped.len() as u64 + self.dropped_days.len() as u64)?;
        let mut starts = found.starts;
        self.add(window, &mut starts)?;
        self.drop(offsets, &mut starts);
        let mut instants = Vec::with_capacity(starts.len());
        instants.extend(starts.into_iter().filter_map(|at| DateTime::from_timestamp(at, 0)));
        Ok(instants)
    }

    fn repeat(&self, rule: &Rule, found: &mut Found, work: &mut Work) -> Result<(), Unevaluable> {
        let start = day_number(self.start.date());
        let periods = Periods::new(rule, self.start.date());
        // A count needs every occurrence from the first one on; all else can begin at the window.
        let mut period = if found.left.is_some() { 0 } else { periods.holding(found.first_day) };
        let cost = periods.cost();
        let mut days = Vec::with_capacity(8);
        while let Some(first) = periods.first_day(period).filter(|first| *first <= found.last_day) {
            work.spend(cost)?;
            periods.pick(first, &mut days);
            work.spend(days.len() as u64)?;
            for day in days.iter().filter(|day| **day > start) {
                if found.push(*day)? == Pace::Enough {
                    return Ok(());
                }
            }
            period += 1;
        }
        Ok(())
    }

    fn add(&self, window: Interval, starts: &mut Vec<i64>) -> Result<(), Unevaluable> {
        let inside = window.start().timestamp()..window.end().timestamp();
        let before = starts.len();
        starts.extend(self.added.iter().filter(|at| inside.contains(at)));
        if starts.len() > before {
            starts.sort_unstable();
            starts.dedup();
        }
        if starts.len() > MOST_OCCURRENCES { Err(Unevaluable::TooMany) } else { Ok(()) }
    }

    fn drop(&self, offsets: &Offsets, starts: &mut Vec<i64>) {
        let mut dropped = self.dropped.as_slice();
        if let Some(first) = starts.first() {
            dropped = dropped.get(dropped.partition_point(|at| at < first)..).unwrap_or_default();
        }
        starts.retain(|start| {
            while let [first, rest @ ..] = dropped
                && first < start
            {
                dropped = rest;
            }
            dropped.first() != Some(start)
        });
        if !self.dropped_days.is_empty() {
            let day = |at: i64| DateTime::from_timestamp(at, 0).map(|at| offsets.local(at).date());
            starts.retain(|start| day(*start).is_none_or(|day| self.dropped_days.binary_search(&day).is_err()));
        }
    }
}

#[derive(PartialEq, Eq)]
enum Pace {
    More,
    Enough,
}

/// Collects the occurrences within a window.
struct Found<'a> {
    starts: Vec<i64>,
    clock: Rising<'a>,
    /// Seconds after midnight.
    time: i64,
    window: (i64, i64),
    /// Days outside of these have no occurrence within the window.
    first_day: i64,
    last_day: i64,
    /// Occurrences left by the count.
    left: Option<u32>,
    /// Last instant, in seconds.
    until: i64,
    /// Last wall time, in seconds.
    until_local: i64,
}

impl<'a> Found<'a> {
    fn new(series: &Series, offsets: &'a Offsets, window: Interval) -> Self {
        let end = series.rule.as_ref().map_or(End::Never, |rule| rule.end);
        let (mut until, mut until_local) = (i64::MAX, i64::MAX);
        match end {
            End::Until(Until::Day(day)) => until_local = (day_number(day) - EPOCH + 1) * DAY - 1,
            End::Until(Until::Local(time)) => until_local = time.and_utc().timestamp(),
            End::Until(Until::Instant(at)) => until = at.timestamp(),
            End::Never | End::Count(_) => {}
        }
        Self {
            starts: Vec::with_capacity(USUAL),
            clock: offsets.rising(),
            time: i64::from(series.start.time().num_seconds_from_midnight()),
            window: (window.start().timestamp(), window.end().timestamp()),
            first_day: day_number(window.start().date_naive()) - MARGIN,
            last_day: day_number(window.end().date_naive()) + MARGIN,
            left: if let End::Count(count) = end { Some(count) } else { None },
            until,
            until_local,
        }
    }

    /// Takes the next occurrence, which begins on `day`.
    fn push(&mut self, day: i64) -> Result<Pace, Unevaluable> {
        if day > self.last_day {
            return Ok(Pace::Enough);
        }
        if let Some(left) = &mut self.left {
            let Some(rest) = left.checked_sub(1) else { return Ok(Pace::Enough) };
            *left = rest;
        }
        if day < self.first_day {
            return Ok(Pace::More);
        }
        let local = (day - EPOCH) * DAY + self.time;
        let at = self.clock.instant(local);
        if local > self.until_local || at > self.until {
            return Ok(Pace::Enough);
        }
        if (self.window.0..self.window.1).contains(&at) {
            if self.starts.len() == MOST_OCCURRENCES {
                return Err(Unevaluable::TooMany);
            }
            self.starts.push(at);
        }
        Ok(Pace::More)
    }
}

fn day_number(date: NaiveDate) -> i64 {
    date.num_days_from_ce().into()
}

fn extend_sorted<T: Ord>(list: &mut Vec<T>, more: impl IntoIterator<Item = T>) {
    list.extend(more);
    list.sort_unstable();
    list.dedup();
}
