//! Wall clocks over a horizon: which offset holds when, looked up once per zone instead of once per time.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc, Weekday};

use super::people::Weekly;
use crate::domain::{hours::DaySpan, time::Zone};

const DAY: i64 = 86_400;
/// Local days reach beyond a horizon told in UTC, and changes of clocks just outside it repeat times inside.
const MARGIN: i64 = 2 * DAY;
/// Changes of one zone within a horizon; real zones have two a year.
const MOST_CHANGES: usize = 64;

/// A stretch of time with one offset. Seconds since 1970 throughout, half-open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) from: i64,
    pub(super) to: i64,
    pub(super) offset: i64,
}

impl Stretch {
    /// The local days it touches, as days since 1970.
    pub(super) fn days(&self) -> std::ops::RangeInclusive<i64> {
        (self.from + self.offset).div_euclid(DAY)..=(self.to - 1 + self.offset).div_euclid(DAY)
    }

    /// The part of a local day's span that lies in this stretch.
    pub(super) fn part(&self, day: i64, span: DaySpan) -> Option<(i64, i64)> {
        let midnight = day * DAY - self.offset;
        let from = (midnight + i64::from(span.from) * 60).max(self.from);
        let to = (midnight + i64::from(span.to) * 60).min(self.to);
        (from < to).then_some((from, to))
    }
}

/// The offsets of one zone over a horizon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Offsets(Vec<Stretch>);

impl Offsets {
    /// The offsets from two days ahead of `from` to two days behind `to`.
    pub(super) fn of(zone: &Zone, from: i64, to: i64) -> Self {
        let (from, to) = (from - MARGIN, to + MARGIN);
        let start = DateTime::from_timestamp(from, 0).unwrap_or_default();
        let mut stretches = Vec::with_capacity(2);
        let mut current = Stretch { from, to, offset: i64::from(zone.offset_seconds(start)) };
        for change in zone.transitions(start).take(MOST_CHANGES) {
            let at = change.at.timestamp();
            if at >= to {
                break;
            }
            stretches.push(Stretch { to: at, ..current });
            current = Stretch { from: at, to, offset: i64::from(change.to) };
        }
        stretches.push(current);
        Self(stretches)
    }

    pub(super) fn stretches(&self) -> &[Stretch] {
        &self.0
    }

    /// The stretch that holds an instant of the horizon.
    pub(super) fn at(&self, instant: i64) -> Stretch {
        const NEVER: Stretch = Stretch { from: i64::MIN, to: i64::MAX, offset: 0 };
        self.0.iter().find(|stretch| instant < stretch.to).or(self.0.last()).copied().unwrap_or(NEVER)
    }

    /// The wall time at an instant of the horizon.
    pub(super) fn local(&self, instant: i64) -> NaiveDateTime {
        DateTime::<Utc>::from_timestamp(instant + self.at(instant).offset, 0).unwrap_or_default().naive_utc()
    }

    /// The last instant known.
    pub(super) fn end(&self) -> i64 {
        self.0.last().map_or(0, |stretch| stretch.to)
    }

    /// Where wall times happen twice: both passes together.
    pub(super) fn repeated(&self) -> impl Iterator<Item = (i64, i64)> {
        self.0.iter().zip(self.0.iter().skip(1)).filter_map(|(earlier, later)| {
            let back = earlier.offset - later.offset;
            (back > 0).then_some((later.from - back, later.from + back))
        })
    }

    /// Visits a weekly span in every week.
    pub(super) fn each_week(&self, weekly: Weekly, mut visit: impl FnMut(i64, i64)) {
        let wanted = i64::from(weekly.weekday.num_days_from_monday());
        for stretch in &self.0 {
            let (first, last) = stretch.days().into_inner();
            let first = first + (wanted - weekday_number(first)).rem_euclid(7);
            let days = (0..).map(|week| first + 7 * week).take_while(|day| *day <= last);
            days.filter_map(|day| stretch.part(day, weekly.span)).for_each(|(from, to)| visit(from, to));
        }
    }

    /// Visits the time of whole local days, the last one included.
    pub(super) fn each_range(&self, first: NaiveDate, last: NaiveDate, mut visit: impl FnMut(i64, i64)) {
        for stretch in &self.0 {
            let from = (day_number(first) * DAY - stretch.offset).max(stretch.from);
            let to = ((day_number(last) + 1) * DAY - stretch.offset).min(stretch.to);
            if from < to {
                visit(from, to);
            }
        }
    }
}

/// Days since 1970.
pub(super) fn day_number(day: NaiveDate) -> i64 {
    day.and_time(chrono::NaiveTime::MIN).and_utc().timestamp().div_euclid(DAY)
}

/// The date of a number of days since 1970.
pub(super) fn date(day: i64) -> NaiveDate {
    DateTime::from_timestamp(day * DAY, 0).unwrap_or_default().date_naive()
}

/// Whether a day falls on a weekday.
pub(super) fn falls_on(day: i64, weekday: Weekday) -> bool {
    weekday_number(day) == i64::from(weekday.num_days_from_monday())
}

/// 1 January 1970 was a Thursday; Monday is 0.
fn weekday_number(day: i64) -> i64 {
    (day + 3).rem_euclid(7)
}

/// The zones of one search, each looked up once.
#[derive(Debug)]
pub(super) struct Clocks<'a> {
    from: i64,
    to: i64,
    known: Vec<(&'a Zone, Offsets)>,
}

impl<'a> Clocks<'a> {
    /// The organizer's clock, which has number 0.
    pub(super) fn new(organizer: &'a Zone, from: i64, to: i64) -> Self {
        Self { from, to, known: vec![(organizer, Offsets::of(organizer, from, to))] }
    }

    /// The number of a zone's clock.
    pub(super) fn number(&mut self, zone: &'a Zone) -> usize {
        let name = zone.name();
        self.known.iter().position(|(known, _)| known.name() == name).unwrap_or_else(|| {
            self.known.push((zone, Offsets::of(zone, self.from, self.to)));
            self.known.len() - 1
        })
    }

    /// A clock by its number; the organizer's for any other number.
    pub(super) fn offsets(&self, number: usize) -> &Offsets {
        const NOWHERE: &Offsets = &Offsets(Vec::new());
        self.known.get(number).or(self.known.first()).map_or(NOWHERE, |(_, offsets)| offsets)
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    #[test]
    fn agrees_with_the_zone_at_every_five_minutes() {
        for name in
            ["Europe/Stockholm", "Australia/Lord_Howe", "America/Santiago", "Asia/Kathmandu", "Africa/Casablanca"]
        {
            let zone = Zone::named(name).unwrap();
            let start: DateTime<Utc> = "2026-01-01T00:00:00Z".parse().unwrap();
            let end = start + TimeDelta::days(370);
            let offsets = Offsets::of(&zone, start.timestamp(), end.timestamp());
            let mut at = start;
            while at < end {
                assert_eq!(offsets.local(at.timestamp()), zone.local(at), "{name} {at}");
                at += TimeDelta::minutes(5);
            }
        }
    }

    #[test]
    fn days_have_their_weekdays() {
        let day: NaiveDate = "2026-11-25".parse().unwrap();
        assert_eq!(date(day_number(day)), day);
        assert!(falls_on(day_number(day), Weekday::Wed));
        assert!(falls_on(-1, Weekday::Wed) && date(-1).to_string() == "1969-12-31");
    }
}
