//! The days of one period that a rule picks. Days are numbers (1 January of the year 1 is 1), days of a month are bits.

use chrono::{Datelike, NaiveDate};

use super::rule::{DayOfPeriod, Frequency, Rule};

/// Bits 0, 7, 14, 21 and 28: each seventh day.
const EACH_WEEK: u32 = 0x1020_4081;

/// The periods of a rule, counted from the one that holds the start, and the days picked in each. What the rule leaves
/// open comes from the start (RFC 5545 §3.3.10).
pub(super) struct Periods<'a> {
    rule: &'a Rule,
    months: u16,
    month_days: u32,
    weekdays: u8,
    /// The weekdays counted from the first day of the week.
    in_week: u8,
    interval: i64,
    /// Number of the first period: year, month since the year 0, first day of the week, or day.
    origin: i64,
}

impl<'a> Periods<'a> {
    pub(super) fn new(rule: &'a Rule, start: NaiveDate) -> Self {
        let open = rule.month_days | rule.last_days == 0 && rule.weekdays == 0 && rule.nth.is_empty();
        let open = open && rule.year_days.is_empty();
        let day = i64::from(start.num_days_from_ce());
        let weekday = start.weekday().num_days_from_monday();
        let mut periods = Self {
            rule,
            months: rule.months,
            month_days: rule.month_days,
            weekdays: rule.weekdays,
            in_week: 0,
            interval: i64::from(rule.interval),
            origin: number_of(rule, day, start),
        };
        match rule.frequency {
            Frequency::Yearly if open && !rule.weeks.is_empty() => periods.weekdays = 1 << weekday,
            Frequency::Yearly if open => {
                periods.month_days = 1 << start.day0();
                if rule.months == 0 {
                    periods.months = 1 << start.month();
                }
            }
            Frequency::Monthly if open => periods.month_days = 1 << start.day0(),
            Frequency::Weekly if rule.weekdays == 0 => periods.weekdays = 1 << weekday,
            _ => {}
        }
        periods.in_week = rotated(periods.weekdays, rule.week_start);
        periods
    }

    /// Steps of work that each period takes beside the days it picks: long lists and weeks of the year are looked at for
    /// each day.
    pub(super) fn cost(&self) -> u64 {
        let (months, days) = match self.rule.frequency {
            Frequency::Yearly => (12, 366),
            Frequency::Monthly => (1, 31),
            Frequency::Weekly => (1, 7),
            Frequency::Daily => (1, 1),
        };
        let lists = self.rule.weeks.len() + self.rule.year_days.len() + self.rule.positions.len();
        let weeks = if self.rule.weeks.is_empty() { 0 } else { 4 };
        months * (1 + self.rule.nth.len() as u64) + days * ((lists as u64).div_ceil(4) + weeks)
    }

    /// The last period that begins at or before a day; the first one for any day ahead of it.
    pub(super) fn holding(&self, day: i64) -> i64 {
        let number = date_of(day).map_or(self.origin, |date| number_of(self.rule, day, date));
        let per = if self.rule.frequency == Frequency::Weekly { 7 * self.interval } else { self.interval };
        (number - self.origin).div_euclid(per).max(0)
    }

    /// The first day of a period; `None` behind the last year of the calendar.
    pub(super) fn first_day(&self, period: i64) -> Option<i64> {
        let first = |year: i64, month: i64| {
            let month = u32::try_from(month).ok()?;
            let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, 1)?;
            Some(i64::from(date.num_days_from_ce()))
        };
        let number = self.origin.checked_add(period.checked_mul(self.interval)?)?;
        match self.rule.frequency {
            Frequency::Yearly => first(number, 1),
            Frequency::Monthly => first(number.div_euclid(12), number.rem_euclid(12) + 1),
            Frequency::Weekly => self.origin.checked_add(period.checked_mul(7 * self.interval)?),
            Frequency::Daily => Some(number),
        }
    }

    /// Puts the days picked in the period that begins on `first` into `days`, in rising order.
    pub(super) fn pick(&self, first: i64, days: &mut Vec<i64>) {
        days.clear();
        match self.rule.frequency {
            Frequency::Yearly => self.pick_in_year(date_of(first), days),
            Frequency::Monthly => {
                let month = date_of(first).map(|date| Month::of(first, date.year(), date.month()));
                if let Some(month) = month {
                    push(self.in_month(&month, true), first, days);
                }
            }
            Frequency::Weekly => {
                push(self.in_week.into(), first, days);
                self.keep_months(days);
            }
            Frequency::Daily => days.extend(self.daily_fits(first).then_some(first)),
        }
        self.keep_positions(days);
    }

    fn pick_in_year(&self, date: Option<NaiveDate>, days: &mut Vec<i64>) {
        let Some(date) = date else { return };
        let year = Year::of(date);
        // With months the n-th weekday is one of the month, without it is one of the year.
        let by_month = self.months != 0;
        let nth: Vec<i64> =
            if by_month { Vec::new() } else { self.rule.nth.iter().filter_map(|d| year.nth(*d)).collect() };
        let mut first = year.first;
        for number in 1..=12 {
            let month = Month::of(first, date.year(), number);
            let mut bits = self.in_month(&month, by_month);
            if !by_month && !self.rule.nth.is_empty() {
                let each = self.weekdays_in(&month);
                bits &= month.bits_of(&nth) | each;
            }
            push(bits, month.first, days);
            first += i64::from(month.length);
        }
        if !self.rule.year_days.is_empty() {
            days.retain(|day| year.counts(*day, &self.rule.year_days));
        }
        if !self.rule.weeks.is_empty() {
            days.retain(|day| self.in_weeks(*day));
        }
    }

    /// The days of a month by months, days of the month and weekdays; n-th weekdays only with `nth`.
    fn in_month(&self, month: &Month, nth: bool) -> u32 {
        if self.months != 0 && self.months & (1 << month.number) == 0 {
            return 0;
        }
        let mut bits = month.all();
        if self.month_days | self.rule.last_days != 0 {
            bits &= self.month_days | (self.rule.last_days.reverse_bits() >> (32 - month.length));
        }
        if nth && !self.rule.nth.is_empty() {
            let found = self.rule.nth.iter().fold(0, |found, day| found | month.nth(*day));
            bits &= found | self.weekdays_in(month);
        } else if self.weekdays != 0 && self.rule.nth.is_empty() {
            bits &= self.weekdays_in(month);
        }
        bits
    }

    fn weekdays_in(&self, month: &Month) -> u32 {
        let each = (0..7).filter(|day| self.weekdays & (1 << day) != 0);
        each.fold(0, |found, day| found | EACH_WEEK << month.days_until(day)) & month.all()
    }

    fn daily_fits(&self, day: i64) -> bool {
        if self.months == 0 && self.weekdays == 0 && self.month_days | self.rule.last_days == 0 {
            return true;
        }
        let Some(date) = date_of(day) else { return false };
        let first = i64::from(date.num_days_from_ce()) - i64::from(date.day0());
        let month = Month::of(first, date.year(), date.month());
        self.in_month(&month, false) & (1 << date.day0()) != 0
    }

    fn keep_months(&self, days: &mut Vec<i64>) {
        if self.months != 0 {
            days.retain(|day| date_of(*day).is_some_and(|date| self.months & (1 << date.month()) != 0));
        }
    }

    fn in_weeks(&self, day: i64) -> bool {
        let Some((number, weeks)) = week_number(day, self.rule.week_start) else { return false };
        let from_end = number - weeks - 1;
        self.rule.weeks.iter().any(|week| i64::from(*week) == number || i64::from(*week) == from_end)
    }

    fn keep_positions(&self, days: &mut Vec<i64>) {
        if self.rule.positions.is_empty() {
            return;
        }
        let found = i64::try_from(days.len()).unwrap_or(0);
        let mut at = 0;
        days.retain(|_| {
            at += 1;
            self.rule.positions.iter().any(|p| i64::from(*p) == at || i64::from(*p) == at - found - 1)
        });
    }
}

/// The number of the period that holds a day, and for weeks the day on which it begins.
fn number_of(rule: &Rule, day: i64, date: NaiveDate) -> i64 {
    match rule.frequency {
        Frequency::Yearly => i64::from(date.year()),
        Frequency::Monthly => i64::from(date.year()) * 12 + i64::from(date.month0()),
        Frequency::Weekly => day - days_into_week(day, rule.week_start),
        Frequency::Daily => day,
    }
}

/// Days since the week began. Day 1 of the calendar is a Monday.
fn days_into_week(day: i64, week_start: u8) -> i64 {
    (day - 1 - i64::from(week_start)).rem_euclid(7)
}

/// The number of a day's week and of weeks in the year that the week belongs to: the one that holds four of its days.
fn week_number(day: i64, week_start: u8) -> Option<(i64, i64)> {
    let middle = |day: i64| day - days_into_week(day, week_start) + 3;
    let number = |date: NaiveDate| i64::from(date.ordinal0()) / 7 + 1;
    let own = date_of(middle(day))?;
    // 28 December always lies in the last week of its year.
    let last = NaiveDate::from_ymd_opt(own.year(), 12, 28)?;
    Some((number(own), number(date_of(middle(last.num_days_from_ce().into()))?)))
}

fn date_of(day: i64) -> Option<NaiveDate> {
    i32::try_from(day).ok().and_then(NaiveDate::from_num_days_from_ce_opt)
}

/// Weekdays counted from Monday as weekdays counted from another day.
const fn rotated(weekdays: u8, week_start: u8) -> u8 {
    (weekdays >> week_start | weekdays << (7 - week_start)) & 0x7f
}

/// Puts the days of the bits into a list; bit 0 is `first`.
fn push(mut bits: u32, first: i64, days: &mut Vec<i64>) {
    while bits != 0 {
        days.push(first + i64::from(bits.trailing_zeros()));
        bits &= bits - 1;
    }
}

struct Month {
    /// Day number of its first day.
    first: i64,
    number: u32,
    length: u32,
    /// Days from Monday of its first day.
    weekday: u32,
}

impl Month {
    fn of(first: i64, year: i32, number: u32) -> Self {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let length = match number {
            2 => 28 + u32::from(leap),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        let weekday = u32::try_from(days_into_week(first, 0)).unwrap_or(0);
        Self { first, number, length, weekday }
    }

    const fn all(&self) -> u32 {
        u32::MAX >> (32 - self.length)
    }

    /// Days from its first day to its first such weekday.
    fn days_until(&self, weekday: u32) -> u32 {
        (weekday + 7 - self.weekday) % 7
    }

    fn nth(&self, day: DayOfPeriod) -> u32 {
        let first = i64::from(self.days_until(day.days_from_monday().into()));
        nth_of(first, i64::from(self.length), day.nth.unwrap_or(1)).map_or(0, |at| 1 << at)
    }

    fn bits_of(&self, days: &[i64]) -> u32 {
        let inside = days.iter().map(|day| day - self.first).filter(|at| (0..i64::from(self.length)).contains(at));
        inside.fold(0, |found, at| found | 1 << at)
    }
}

struct Year {
    first: i64,
    length: i64,
}

impl Year {
    fn of(date: NaiveDate) -> Self {
        let first = i64::from(date.num_days_from_ce()) - i64::from(date.ordinal0());
        Self { first, length: if date.leap_year() { 366 } else { 365 } }
    }

    fn nth(&self, day: DayOfPeriod) -> Option<i64> {
        let first = (i64::from(day.days_from_monday()) - days_into_week(self.first, 0)).rem_euclid(7);
        nth_of(first, self.length, day.nth.unwrap_or(1)).map(|at| self.first + at)
    }

    fn counts(&self, day: i64, wanted: &[i16]) -> bool {
        let (from_start, from_end) = (day - self.first + 1, day - self.first - self.length);
        wanted.iter().any(|day| i64::from(*day) == from_start || i64::from(*day) == from_end)
    }
}

/// Where the n-th of the days `first`, `first + 7`, … lies in a period of `length` days; from the back when negative.
fn nth_of(first: i64, length: i64, nth: i8) -> Option<i64> {
    let steps = i64::from(nth);
    let at = if steps > 0 { first + 7 * (steps - 1) } else { first + (length - 1 - first) / 7 * 7 + 7 * (steps + 1) };
    (0..length).contains(&at).then_some(at)
}
