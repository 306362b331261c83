//! Where things stand in a grid of quarter hours. Pure: times in, rows and lanes out.

use chrono::{DateTime, DurationRound, NaiveDate, TimeDelta, Timelike, Utc};

use crate::domain::{
    hours::{DaySpan, WorkingHours},
    time::{Interval, WallTime, Zone},
};

/// Minutes of one row.
pub(super) const ROW: u32 = 15;
/// Shortest free time that is offered, in minutes.
const SHORTEST_GAP: i64 = 30;
const DAY: u32 = 24 * 60;
/// Lanes side by side; what overlaps further is counted.
const LANES: u8 = 3;

/// The hours that a grid shows, the same for all its columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Grid {
    zone: Zone,
    /// Whole hours in minutes after midnight.
    from: u32,
    to: u32,
    /// The hour that one of the days has twice, if the grid shows it.
    repeated: Option<Repeated>,
}

/// A stretch of wall time that comes twice on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Repeated {
    day: NaiveDate,
    /// Where it ends the first time, in minutes after midnight.
    end: u32,
    minutes: u32,
}

/// Rows from `start` up to but without `end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rows {
    pub(super) start: u32,
    pub(super) end: u32,
}

impl Grid {
    /// Eight to nineteen, widened to whole hours so that all `spans` are seen on all `days`.
    pub(super) fn around(zone: &Zone, days: &[NaiveDate], spans: &[Interval]) -> Self {
        let (mut from, mut to) = (8 * 60, 19 * 60);
        for day in days {
            for span in spans.iter().filter_map(|span| on_day(zone, *day, span)) {
                from = from.min(wall_minute(zone, *day, span.start()));
                to = to.max(end_minute(zone, *day, &span));
            }
        }
        let (from, to) = (from / 60 * 60, to.div_ceil(60) * 60);
        let repeated = days.iter().find_map(|day| repeated_on(zone, *day)).filter(|r| r.end > from);
        Self { zone: zone.clone(), from, to, repeated }
    }

    /// How many rows there are: four an hour, more when an hour is shown twice.
    pub(super) fn rows(&self) -> u32 {
        (self.to - self.from + self.repeated.map_or(0, |r| r.minutes)) / ROW
    }

    /// The hours down the side: hour and first row. An hour that comes twice stands there twice.
    pub(super) fn hours(&self) -> Vec<(u32, Rows)> {
        let rows = |from: u32| Rows { start: from / ROW, end: (from + 60) / ROW };
        let mut hours = Vec::new();
        let mut at = 0;
        for minute in (self.from..self.to).step_by(60) {
            if let Some(r) = self.repeated.filter(|r| r.end == minute && r.minutes == 60) {
                hours.push(((r.end - r.minutes) / 60, rows(at)));
                at += r.minutes;
            }
            hours.push((minute / 60, rows(at)));
            at += 60;
        }
        hours
    }

    /// The rows of a span on a day; `None` when it does not touch the day.
    pub(super) fn place(&self, day: NaiveDate, span: &Interval) -> Option<Rows> {
        let inside = on_day(&self.zone, day, span)?;
        let top = self.position(day, inside.start(), wall_minute(&self.zone, day, inside.start()), false);
        let bottom = self.position(day, inside.end(), end_minute(&self.zone, day, &inside), true);
        let start = top.saturating_sub(self.from) / ROW;
        let end = bottom.saturating_sub(self.from).div_ceil(ROW).max(start + 1);
        let last = self.rows();
        Some(Rows { start: start.min(last.saturating_sub(1)), end: end.min(last) })
    }

    /// The row of a moment; `None` when it is not in the grid or not on the day.
    pub(super) fn row_of(&self, day: NaiveDate, at: DateTime<Utc>) -> Option<u32> {
        let wall = self.zone.local(at);
        if wall.date() != day {
            return None;
        }
        let top = self.position(day, at, wall_minute(&self.zone, day, at), false).checked_sub(self.from)? / ROW;
        (top < self.rows()).then_some(top)
    }

    /// Minutes below midnight in the grid. On the day with the repeated hour that is the time gone by; on others the wall
    /// time, with the second pass left empty.
    fn position(&self, day: NaiveDate, at: DateTime<Utc>, wall: u32, is_end: bool) -> u32 {
        match self.repeated {
            Some(r) if r.day == day => minutes(at - self.zone.start_of(day)),
            Some(r) if wall > r.end || (wall == r.end && !is_end) => wall + r.minutes,
            _ => wall,
        }
    }
}

/// The part of a span on a local day.
pub(super) fn on_day(zone: &Zone, day: NaiveDate, span: &Interval) -> Option<Interval> {
    // No zone is a day away from UTC, and most spans of a week are on other days: those need no look at the zone.
    let (first, last) = (span.start().date_naive(), span.end().date_naive());
    if last < day.pred_opt()? || first > day.succ_opt()? {
        return None;
    }
    let whole = whole_day(zone, day)?;
    Interval::new(span.start().max(whole.start()), span.end().min(whole.end()))
}

/// A local day: 23, 24 or 25 hours.
pub(super) fn whole_day(zone: &Zone, day: NaiveDate) -> Option<Interval> {
    Interval::new(zone.start_of(day), zone.start_of(day.succ_opt()?))
}

fn wall_minute(zone: &Zone, day: NaiveDate, at: DateTime<Utc>) -> u32 {
    let local = zone.local(at);
    if local.date() > day { DAY } else { local.hour() * 60 + local.minute() }
}

fn end_minute(zone: &Zone, day: NaiveDate, inside: &Interval) -> u32 {
    let end = wall_minute(zone, day, inside.end());
    // Over the end of summer time a span may end at an earlier wall time than it began.
    end.max(wall_minute(zone, day, inside.start()) + 1).min(DAY)
}

fn minutes(delta: TimeDelta) -> u32 {
    u32::try_from(delta.num_minutes()).unwrap_or(0)
}

/// The repeated stretch of a day, found by its end: the first wall minute that again comes once.
fn repeated_on(zone: &Zone, day: NaiveDate) -> Option<Repeated> {
    let extra =
        minutes(whole_day(zone, day)?.end() - zone.start_of(day)).checked_sub(DAY).filter(|extra| *extra > 0)?;
    let comes_twice = |minute: u32| {
        day.and_hms_opt(minute / 60, minute % 60, 0)
            .is_some_and(|wall| matches!(zone.resolve(wall), WallTime::Repeated { .. }))
    };
    let first = (0..DAY).step_by(ROW as usize).find(|minute| comes_twice(*minute))?;
    Some(Repeated { day, end: first + extra, minutes: extra })
}

/// A place beside others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lane {
    /// Lane `at` (from 0) of `of`.
    Beside { at: u8, of: u8 },
    /// All lanes are taken.
    Over,
}

/// Gives each of these rows, sorted by start, a lane. Whatever overlaps, also by way of others, shares the width.
pub(super) fn lanes(all: &[Rows]) -> Vec<Lane> {
    let mut placed: Vec<Lane> = Vec::with_capacity(all.len());
    let mut ends = [0; LANES as usize];
    let (mut first, mut bottom) = (0, 0);
    for (index, rows) in all.iter().enumerate() {
        if rows.start >= bottom {
            share(&mut placed, first);
            (first, ends) = (index, [0; LANES as usize]);
        }
        bottom = bottom.max(rows.end);
        let free = (0..LANES).zip(&mut ends).find(|(_, end)| **end <= rows.start);
        placed.push(match free {
            Some((at, end)) => {
                *end = rows.end;
                Lane::Beside { at, of: LANES }
            }
            None => Lane::Over,
        });
    }
    share(&mut placed, first);
    placed
}

/// Widens the lanes of the group that begins at `first` to the number it uses.
fn share(placed: &mut [Lane], first: usize) {
    let Some(group) = placed.get_mut(first..) else { return };
    let used = group.iter().map(|lane| if let Lane::Beside { at, .. } = lane { at + 1 } else { 0 }).max().unwrap_or(1);
    for lane in group {
        if let Lane::Beside { of, .. } = lane {
            *of = used;
        }
    }
}

/// The free times of a day's working hours, in whole quarter hours, from `now` on. Lunch alone is not offered.
pub(super) fn gaps(
    zone: &Zone,
    day: NaiveDate,
    hours: &WorkingHours,
    taken: &[Interval],
    now: DateTime<Utc>,
) -> Vec<Interval> {
    let Some(work) = hours.on(day) else { return Vec::new() };
    let quarter = TimeDelta::minutes(i64::from(ROW));
    let round_up = |at: DateTime<Utc>| at.duration_round_up(quarter).unwrap_or(at);
    let round_down = |at: DateTime<Utc>| at.duration_trunc(quarter).unwrap_or(at);
    let mut from = round_up(at_minute(zone, day, work.from).max(now));
    let end = at_minute(zone, day, work.to);
    let mut free = Vec::new();
    let mut offer = |from: DateTime<Utc>, to: DateTime<Utc>| {
        free.extend(Interval::new(from, to).filter(|gap| gap.minutes() >= SHORTEST_GAP));
    };
    for span in taken {
        offer(from, round_down(span.start()).min(end));
        from = from.max(round_up(span.end()));
    }
    offer(from, end);
    let lunch = hours.lunch.and_then(|l| Interval::new(at_minute(zone, day, l.from), at_minute(zone, day, l.to)));
    free.retain(|gap| lunch.is_none_or(|l| gap.start() < l.start() || gap.end() > l.end()));
    free
}

/// The instant of a minute of a local day; 1440 is the midnight after it.
pub(super) fn at_minute(zone: &Zone, day: NaiveDate, minute: u16) -> DateTime<Utc> {
    zone.instant(day.and_time(chrono::NaiveTime::MIN) + TimeDelta::minutes(i64::from(minute)))
}

/// Minutes covered by any of the spans; what overlaps counts once.
pub(in crate::web) fn covered(spans: &[Interval]) -> u32 {
    let mut sorted = spans.to_vec();
    sorted.sort_unstable();
    let mut total = 0;
    let mut until: Option<DateTime<Utc>> = None;
    for span in sorted {
        let from = until.map_or(span.start(), |until| until.max(span.start()));
        if span.end() > from {
            total += minutes(span.end() - from);
            until = Some(span.end());
        }
    }
    total
}

/// Whether a day is one of work.
pub(super) fn works_on(hours: &WorkingHours, day: NaiveDate) -> bool {
    hours.on(day).is_some_and(|span: DaySpan| span.minutes() > 0)
}

#[cfg(test)]
mod tests;
