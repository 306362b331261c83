//! How a series repeats.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveDateTime, TimeDelta, Utc, Weekday};
use serde::{Deserialize, Serialize};

use crate::domain::{
    recurrence::{self, DayOfPeriod, Frequency, Offsets, RuleBuilder, Until, Work},
    terms::terms,
    time::Interval,
};

/// Most dates of one series.
pub const MAX_DATES: usize = 60;
/// A series lasts at most this long.
pub const MAX_YEARS: u32 = 3;
/// Every how many days, weeks, months or years at most.
pub const MAX_INTERVAL: u16 = 12;
/// Where a series ends unless its organizer says otherwise.
pub const USUAL_COUNT: u32 = 13;

terms! {
    /// What a date on a public holiday becomes.
    OnHoliday {
        /// There is no meeting.
        Skip = "skip",
        /// The meeting takes place on the next working day.
        Move = "move",
        /// The meeting takes place all the same.
        Keep = "keep",
    }
}

/// The days that repeat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "every", rename_all = "snake_case")]
pub enum Pattern {
    /// Each day.
    Day,
    /// Monday to Friday.
    WorkingDay,
    /// Weekdays: bit 0 is Monday.
    Week {
        /// At least one of the seven.
        days: u8,
    },
    /// A day of the month; months without it have no meeting.
    MonthDay {
        /// 1 to 31.
        day: u8,
    },
    /// A weekday of the month.
    MonthWeekday {
        /// 1 to 4, or -1 for the last.
        nth: i8,
        /// Days from Monday, 0 to 6.
        weekday: u8,
    },
    /// The day of the year on which it begins.
    Year,
}

/// When it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum End {
    /// After this many dates; those that are left out count as well.
    Count(u32),
    /// With the last date on or before this day.
    Until(NaiveDate),
}

/// How a series repeats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// The days.
    pub pattern: Pattern,
    /// Every how many periods: 1 to [`MAX_INTERVAL`], and 1 for working days.
    pub interval: u16,
    /// When it ends.
    pub end: End,
    /// What becomes of holidays.
    pub holidays: OnHoliday,
}

/// Why a rule gives no series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoSeries {
    /// Not a single date, or only one.
    #[error("the rule gives fewer than two dates")]
    TooFew,
    /// More than [`MAX_DATES`], or longer than [`MAX_YEARS`].
    #[error("the rule gives too many dates")]
    TooMany,
    /// A value lies outside of its range.
    #[error("the rule has a value that is none")]
    BadValue,
}

impl Pattern {
    /// The weekdays of a weekly pattern.
    pub fn weekdays(self) -> impl Iterator<Item = Weekday> {
        let days = match self {
            Self::Week { days } => days,
            Self::WorkingDay => 0b1_1111,
            _ => 0,
        };
        (0..7_u8).filter(move |day| days & (1 << day) != 0).map(weekday)
    }

    fn period(self) -> Frequency {
        match self {
            Self::Day => Frequency::Daily,
            Self::WorkingDay | Self::Week { .. } => Frequency::Weekly,
            Self::MonthDay { .. } | Self::MonthWeekday { .. } => Frequency::Monthly,
            Self::Year => Frequency::Yearly,
        }
    }

    /// Whether a day is one of the pattern's, whatever the interval.
    fn holds(self, day: NaiveDate) -> bool {
        match self {
            Self::Day | Self::Year => true,
            Self::WorkingDay | Self::Week { .. } => self.weekdays().any(|weekday| weekday == day.weekday()),
            Self::MonthDay { day: wanted } => day.day() == u32::from(wanted),
            Self::MonthWeekday { nth, weekday: wanted } => {
                let last = day.checked_add_days(Days::new(7)).is_none_or(|later| later.month() != day.month());
                let place = i8::try_from((day.day() - 1) / 7 + 1).unwrap_or(0);
                day.weekday() == weekday(wanted) && (place == nth || (nth == -1 && last))
            }
        }
    }

    fn builder(self) -> RuleBuilder {
        let rule = recurrence::Rule::every(self.period());
        match self {
            Self::Day | Self::Year => rule,
            Self::WorkingDay | Self::Week { .. } => rule.by_day(self.weekdays().map(DayOfPeriod::each)),
            Self::MonthDay { day } => rule.by_month_day(i8::try_from(day)),
            Self::MonthWeekday { nth, weekday: day } => rule.by_day([DayOfPeriod::nth(nth, weekday(day))]),
        }
    }

    fn is_sound(self) -> bool {
        match self {
            Self::Day | Self::WorkingDay | Self::Year => true,
            Self::Week { days } => (1..128).contains(&days),
            Self::MonthDay { day } => (1..=31).contains(&day),
            Self::MonthWeekday { nth, weekday } => (nth == -1 || (1..=4).contains(&nth)) && weekday < 7,
        }
    }
}

impl Rule {
    /// The wall times of all dates, beginning with the first that fits at or after `start`. Holidays are among them.
    ///
    /// # Errors
    /// [`NoSeries`] for a rule out of bounds.
    pub fn starts(&self, start: NaiveDateTime) -> Result<Vec<NaiveDateTime>, NoSeries> {
        let alone = self.pattern == Pattern::WorkingDay;
        if !self.pattern.is_sound() || !(1..=if alone { 1 } else { MAX_INTERVAL }).contains(&self.interval) {
            return Err(NoSeries::BadValue);
        }
        let Some(first) = self.first(start) else { return Err(NoSeries::TooFew) };
        let horizon = first.checked_add_months(Months::new(12 * MAX_YEARS)).ok_or(NoSeries::TooMany)?;
        let (rule, until) = match self.end {
            End::Count(count) if !(2..=MAX_DATES).contains(&(count as usize)) => {
                return Err(if count < 2 { NoSeries::TooFew } else { NoSeries::TooMany });
            }
            End::Count(count) => (self.builder().count(count), None),
            End::Until(day) if day > horizon.date() => return Err(NoSeries::TooMany),
            End::Until(day) => (self.builder().until(Until::Day(day)), Some(day)),
        };
        let starts = expanded(rule, first, horizon)?;
        let wanted = if let (End::Count(count), None) = (self.end, until) { count as usize } else { starts.len() };
        match starts.len() {
            0 | 1 => Err(NoSeries::TooFew),
            found if found > MAX_DATES || found < wanted => Err(NoSeries::TooMany),
            _ => Ok(starts),
        }
    }

    /// The dates from `first`, which must be one of them, to `last`.
    #[must_use]
    pub fn between(&self, first: NaiveDateTime, last: NaiveDateTime) -> Vec<NaiveDateTime> {
        let end = last.checked_add_signed(TimeDelta::days(1)).unwrap_or(last);
        expanded(self.builder().until(Until::Local(last)), first, end).unwrap_or_default()
    }

    /// The next `count` dates after `last`, which must be one of them; fewer where they would lie more than [`MAX_YEARS`]
    /// ahead.
    #[must_use]
    pub fn after(&self, last: NaiveDateTime, count: u32) -> Vec<NaiveDateTime> {
        let Some(horizon) = last.checked_add_months(Months::new(12 * MAX_YEARS)) else { return Vec::new() };
        let rule = self.builder().count(count.saturating_add(1));
        expanded(rule, last, horizon).unwrap_or_default().into_iter().skip(1).collect()
    }

    /// The value of RRULE with this last instant (RFC 5545 §3.3.10: in UTC where the start has a zone).
    #[must_use]
    pub fn rrule(&self, until: DateTime<Utc>) -> Option<String> {
        self.builder().until(Until::Instant(until)).build().ok().map(|rule| rule.to_string())
    }

    fn builder(&self) -> RuleBuilder {
        self.pattern.builder().interval(self.interval)
    }

    fn first(&self, start: NaiveDateTime) -> Option<NaiveDateTime> {
        let days = start.date().iter_days().take(400);
        let first = days.into_iter().find(|day| self.pattern.holds(*day))?;
        Some(first.and_time(start.time()))
    }
}

/// Days are counted by the wall clock alone: an hour that the clocks skip is no reason to skip a day here.
fn expanded(rule: RuleBuilder, first: NaiveDateTime, end: NaiveDateTime) -> Result<Vec<NaiveDateTime>, NoSeries> {
    let rule = rule.build().map_err(|_| NoSeries::BadValue)?;
    let window = Interval::new(first.and_utc(), end.and_utc()).ok_or(NoSeries::TooFew)?;
    let series = recurrence::Series::new(first, Some(rule));
    let starts = series.starts(&Offsets::fixed(0), window, &mut Work::default()).map_err(|_| NoSeries::TooMany)?;
    Ok(starts.into_iter().map(|at| at.naive_utc()).collect())
}

/// The weekday this many days from Monday.
#[must_use]
pub fn weekday(from_monday: u8) -> Weekday {
    Weekday::try_from(from_monday % 7).unwrap_or(Weekday::Mon)
}
