//! Tells the entries of a calendar in instants and sums them up.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};

use super::{
    BusyTimes, Limits, Property, Unreadable,
    calendar::{Calendar, Event},
    clocks::Clocks,
    merge,
    value::{Added, Length, SpanEnd, Time},
};
use crate::domain::{
    recurrence::{Offsets, Series, Work},
    time::Interval,
};

/// Longest occurrence of a series, in days; offsets are known that far ahead of the window.
const LONGEST: i64 = 366;

/// Busy times so far, and the work that may still be done.
pub(super) struct Sum<'a> {
    window: Interval,
    limits: &'a Limits,
    work: Work,
    busy: Vec<Interval>,
    tentative: Vec<Interval>,
}

/// The occurrences of a series that other events replace, by the series' UID.
type Replaced<'a> = HashMap<&'a [u8], Vec<Time>>;

impl Event {
    /// Whether what the event says makes a difference: it is busy, or it takes the place of something that may be.
    pub(super) fn matters(&self) -> bool {
        !self.free || self.replacement
    }
}

impl<'a> Sum<'a> {
    pub(super) fn new(window: Interval, limits: &'a Limits) -> Self {
        Self { window, limits, work: Work::of(limits.steps), busy: Vec::new(), tentative: Vec::new() }
    }

    pub(super) fn add_events(&mut self, calendar: &Calendar, clocks: &Clocks) -> Result<(), Unreadable> {
        let mut replaced = Replaced::new();
        for event in calendar.events.iter().filter(|event| event.matters()) {
            if let Some(fault) = &event.fault {
                return Err(fault.clone());
            }
            if let Some(time) = event.replaces {
                replaced.entry(&event.uid).or_default().push(time);
            }
        }
        for event in calendar.events.iter().filter(|event| !event.free) {
            self.add_event(event, clocks, &replaced)?;
        }
        Ok(())
    }

    pub(super) fn add_spans(&mut self, spans: &[(Added, bool)]) -> Result<(), Unreadable> {
        for (span, tentative) in spans {
            let Added::Span(Time::Instant(start), end) = *span else {
                return Err(Unreadable::BadValue(Property::FreeBusy));
            };
            let end = match end {
                SpanEnd::At(Time::Instant(end)) => end,
                SpanEnd::After(length) => later(start, length.days * 86_400 + length.seconds),
                SpanEnd::At(_) => return Err(Unreadable::BadValue(Property::FreeBusy)),
            };
            self.add(start, end, *tentative)?;
        }
        Ok(())
    }

    pub(super) fn merged(self) -> BusyTimes {
        let busy = merge::joined(self.busy);
        let tentative = merge::without(&merge::joined(self.tentative), &busy);
        BusyTimes { busy, tentative }
    }

    /// The starts of a series; each gets no more work than one series may take and all no more than there is.
    pub(super) fn starts(
        &mut self,
        series: &Series,
        offsets: &Offsets,
        window: Interval,
    ) -> Result<Vec<DateTime<Utc>>, Unreadable> {
        let allowed = self.work.left().min(Work::PER_SERIES);
        let mut work = Work::of(allowed);
        let starts = series.starts(offsets, window, &mut work)?;
        self.work = Work::of(self.work.left() - (allowed - work.left()));
        Ok(starts)
    }

    fn add_event(&mut self, event: &Event, clocks: &Clocks, replaced: &Replaced) -> Result<(), Unreadable> {
        let start = event.start.ok_or(Unreadable::BadValue(Property::DtStart))?;
        let length = length(event, start, clocks)?;
        let other_kind = |time: Time| matches!(time, Time::Day(_)) != matches!(start, Time::Day(_));
        if event.added.iter().any(|added| matches!(added, Added::Start(time) if other_kind(*time))) {
            return Err(Unreadable::BadValue(Property::RDate));
        }
        for added in &event.added {
            if let Added::Span(start, end) = *added {
                self.add_span(start, end, event.tentative, clocks)?;
            }
        }
        let clock = clocks.of(start);
        if event.rule.is_none() && event.added.is_empty() && event.excluded.is_empty() && !has_replaced(event, replaced)
        {
            let at = clocks.instant(start);
            return self.add(at, ended(at, length, clock), event.tentative);
        }
        self.add_series(&series(event, start, clocks, replaced), length, clock, event.tentative)
    }

    fn add_series(
        &mut self,
        series: &Series,
        length: Length,
        clock: &Offsets,
        tentative: bool,
    ) -> Result<(), Unreadable> {
        let days = length.days + length.seconds / 86_400 + 2;
        if days > LONGEST {
            return Err(Unreadable::TooLong);
        }
        let from = self.window.start().checked_sub_signed(TimeDelta::days(days));
        let window = from.and_then(|from| Interval::new(from, self.window.end())).unwrap_or(self.window);
        for at in self.starts(series, clock, window)? {
            self.add(at, ended(at, length, clock), tentative)?;
        }
        Ok(())
    }

    fn add_span(&mut self, start: Time, end: SpanEnd, tentative: bool, clocks: &Clocks) -> Result<(), Unreadable> {
        let at = clocks.instant(start);
        let end = match end {
            SpanEnd::At(end) => clocks.instant(end),
            SpanEnd::After(length) => ended(at, length, clocks.of(start)),
        };
        self.add(at, end, tentative)
    }

    /// Takes what of a span lies within the window; one without length takes no time.
    fn add(&mut self, start: DateTime<Utc>, end: DateTime<Utc>, tentative: bool) -> Result<(), Unreadable> {
        if end < start {
            return Err(Unreadable::BadValue(Property::DtEnd));
        }
        let Some(span) = Interval::new(start.max(self.window.start()), end.min(self.window.end())) else {
            return Ok(());
        };
        if self.busy.len() + self.tentative.len() == self.limits.blocks {
            return Err(Unreadable::TooMany);
        }
        if tentative { &mut self.tentative } else { &mut self.busy }.push(span);
        Ok(())
    }
}

/// How long an event lasts (RFC 5545 §3.6.1). Whole days are counted by the calendar; the distance of two times is exact.
fn length(event: &Event, start: Time, clocks: &Clocks) -> Result<Length, Unreadable> {
    match (start, event.end, event.length) {
        (Time::Day(first), Some(Time::Day(end)), _) if end >= first => {
            // Some programs end a single day on itself.
            Ok(Length { days: (end - first).num_days().max(1), seconds: 0 })
        }
        (Time::Day(_), Some(_), _) | (_, Some(Time::Day(_)), _) => Err(Unreadable::BadValue(Property::DtEnd)),
        (_, Some(end), _) => {
            let seconds = (clocks.instant(end) - clocks.instant(start)).num_seconds();
            if seconds < 0 { Err(Unreadable::BadValue(Property::DtEnd)) } else { Ok(Length { days: 0, seconds }) }
        }
        (_, None, Some(length)) => Ok(length),
        (Time::Day(_), None, None) => Ok(Length { days: 1, seconds: 0 }),
        (_, None, None) => Ok(Length { days: 0, seconds: 0 }),
    }
}

fn ended(start: DateTime<Utc>, length: Length, clock: &Offsets) -> DateTime<Utc> {
    if length.days == 0 {
        return later(start, length.seconds);
    }
    let local = clock.local(start);
    let day = local.checked_add_signed(TimeDelta::days(length.days)).unwrap_or(NaiveDateTime::MAX);
    later(clock.instant(day), length.seconds)
}

fn later(at: DateTime<Utc>, seconds: i64) -> DateTime<Utc> {
    at.checked_add_signed(TimeDelta::seconds(seconds)).unwrap_or(DateTime::<Utc>::MAX_UTC)
}

/// Whether other events replace occurrences of this one.
fn has_replaced(event: &Event, replaced: &Replaced) -> bool {
    !event.replacement && replaced.contains_key(event.uid.as_slice())
}

fn series(event: &Event, start: Time, clocks: &Clocks, replaced: &Replaced) -> Series {
    let whole_days = matches!(start, Time::Day(_));
    let first = match start {
        Time::Day(day) => day.and_time(NaiveTime::MIN),
        Time::Floating(local) | Time::Zoned(local, _) => local,
        Time::Instant(at) => at.naive_utc(),
    };
    let own = replaced.get(event.uid.as_slice()).filter(|_| !event.replacement);
    let dropped = || event.excluded.iter().chain(own.into_iter().flatten()).copied();
    let starts = event.added.iter().filter_map(|added| match added {
        Added::Start(time) => Some(clocks.instant(*time)),
        Added::Span(..) => None,
    });
    Series::new(first, event.rule.clone())
        .adding(starts)
        .without(dropped().filter(|time| !matches!(time, Time::Day(_))).map(|time| clocks.instant(time)))
        .without_days(dropped().filter_map(|time| day_of(time, whole_days)))
}

/// The day that a date takes out as a whole. A series of whole days also takes dates with a time, which some programs
/// write for it.
fn day_of(time: Time, whole_days: bool) -> Option<NaiveDate> {
    match time {
        Time::Day(day) => Some(day),
        Time::Floating(local) | Time::Zoned(local, _) if whole_days => Some(local.date()),
        _ => None,
    }
}
