//! A recurrence rule as checked data, and its text.

use std::fmt;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc, Weekday};

use super::builder::RuleBuilder;
use crate::domain::terms::terms;

terms! {
    /// The period that a rule repeats. Periods shorter than a day are no rules for meetings and are refused.
    Frequency {
        /// Each day.
        Daily = "DAILY",
        /// Each week, beginning on the rule's first day of the week.
        Weekly = "WEEKLY",
        /// Each calendar month.
        Monthly = "MONTHLY",
        /// Each calendar year.
        Yearly = "YEARLY",
    }
}

terms! {
    /// The parts of a rule's text.
    Part {
        /// The period.
        Freq = "FREQ",
        /// Every how many periods.
        Interval = "INTERVAL",
        /// How many occurrences.
        Count = "COUNT",
        /// The last time there may be an occurrence.
        Until = "UNTIL",
        /// Months of the year.
        ByMonth = "BYMONTH",
        /// Weeks of the year.
        ByWeekNo = "BYWEEKNO",
        /// Days of the year.
        ByYearDay = "BYYEARDAY",
        /// Days of the month.
        ByMonthDay = "BYMONTHDAY",
        /// Weekdays.
        ByDay = "BYDAY",
        /// Hours; not evaluated.
        ByHour = "BYHOUR",
        /// Minutes; not evaluated.
        ByMinute = "BYMINUTE",
        /// Seconds; not evaluated.
        BySecond = "BYSECOND",
        /// Which of the days found in each period.
        BySetPos = "BYSETPOS",
        /// First day of the week.
        WkSt = "WKST",
    }
}

/// Why there is no rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RuleError {
    /// The text is longer than [`super::MAX_RULE_TEXT`].
    #[error("the rule is too long")]
    TooLong,
    /// A part is not `NAME=value` or has a name that is not in RFC 5545.
    #[error("a part of the rule is unknown")]
    UnknownPart,
    /// No `FREQ`.
    #[error("the rule has no frequency")]
    NoFrequency,
    /// It repeats each hour, minute or second.
    #[error("the rule repeats more than once a day")]
    TooOften,
    /// A value cannot be read or lies outside its range.
    #[error("the rule's {0} is wrong")]
    BadValue(Part),
    /// A part stands twice.
    #[error("the rule has {0} twice")]
    Twice(Part),
    /// A part that we do not evaluate, or that RFC 5545 forbids in this place.
    #[error("the rule may not have {0} here")]
    NotHere(Part),
}

/// A weekday of a period: each one, or the n-th of a month or year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DayOfPeriod {
    /// 1 to 53 from the front, -1 to -53 from the back; `None` is each one.
    pub nth: Option<i8>,
    /// Days from Monday, 0 to 6.
    weekday: u8,
}

impl DayOfPeriod {
    /// Each such weekday.
    #[must_use]
    pub fn each(weekday: Weekday) -> Self {
        Self { nth: None, weekday: from_monday(weekday) }
    }

    /// The n-th such weekday, from the back when negative.
    #[must_use]
    pub fn nth(nth: i8, weekday: Weekday) -> Self {
        Self { nth: Some(nth), weekday: from_monday(weekday) }
    }

    pub(super) const fn days_from_monday(self) -> u8 {
        self.weekday
    }
}

/// When a series ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Never.
    Never,
    /// After this many occurrences; the start is the first.
    Count(u32),
    /// With the last occurrence at or before this time.
    Until(Until),
}

/// A last time, in the three spellings of RFC 5545.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Until {
    /// The whole day, by the series' own clock.
    Day(NaiveDate),
    /// A wall time by the series' own clock.
    Local(NaiveDateTime),
    /// An instant.
    Instant(DateTime<Utc>),
}

/// A checked recurrence rule. Its `Display` is the text of an `RRULE`, in one spelling per rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    pub(super) frequency: Frequency,
    pub(super) interval: u16,
    pub(super) end: End,
    /// Bit 1 is January; no bit is no limit.
    pub(super) months: u16,
    /// Bit 0 is the first of the month.
    pub(super) month_days: u32,
    /// Bit 0 is the last of the month.
    pub(super) last_days: u32,
    /// Bit 0 is Monday.
    pub(super) weekdays: u8,
    pub(super) nth: Vec<DayOfPeriod>,
    pub(super) year_days: Vec<i16>,
    pub(super) weeks: Vec<i8>,
    pub(super) positions: Vec<i16>,
    pub(super) week_start: u8,
}

impl Rule {
    /// A rule for each period, to be refined.
    #[must_use]
    pub fn every(frequency: Frequency) -> RuleBuilder {
        let rule = Self {
            frequency,
            interval: 1,
            end: End::Never,
            months: 0,
            month_days: 0,
            last_days: 0,
            weekdays: 0,
            nth: Vec::new(),
            year_days: Vec::new(),
            weeks: Vec::new(),
            positions: Vec::new(),
            week_start: 0,
        };
        RuleBuilder::new(rule)
    }

    /// The period.
    #[must_use]
    pub const fn frequency(&self) -> Frequency {
        self.frequency
    }

    /// When it ends.
    #[must_use]
    pub const fn end(&self) -> End {
        self.end
    }

    fn has_days(&self) -> bool {
        self.month_days | self.last_days != 0 || self.weekdays != 0 || !self.nth.is_empty()
    }

    /// The combinations that RFC 5545 §3.3.10 forbids.
    pub(super) fn misplaced(&self) -> Option<Part> {
        let yearly = self.frequency == Frequency::Yearly;
        let monthly = self.frequency == Frequency::Monthly;
        let limited = self.has_days() || self.months != 0 || !self.weeks.is_empty() || !self.year_days.is_empty();
        let cases = [
            (Part::ByWeekNo, !self.weeks.is_empty() && !yearly),
            (Part::ByYearDay, !self.year_days.is_empty() && !yearly),
            (Part::ByMonthDay, self.month_days | self.last_days != 0 && self.frequency == Frequency::Weekly),
            (Part::ByDay, !self.nth.is_empty() && (!(yearly || monthly) || !self.weeks.is_empty())),
            (Part::BySetPos, !self.positions.is_empty() && !limited),
        ];
        cases.into_iter().find(|(_, wrong)| *wrong).map(|(part, _)| part)
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FREQ={}", self.frequency)?;
        if self.interval != 1 {
            write!(f, ";INTERVAL={}", self.interval)?;
        }
        match self.end {
            End::Never => {}
            End::Count(count) => write!(f, ";COUNT={count}")?,
            End::Until(until) => write!(f, ";UNTIL={until}")?,
        }
        list(f, Part::ByMonth, (1..=12).filter(|month| self.months & (1 << month) != 0))?;
        list(f, Part::ByWeekNo, &self.weeks)?;
        list(f, Part::ByYearDay, &self.year_days)?;
        let bits = |set: u32| (0..31).filter(move |bit| set & (1 << bit) != 0);
        let from_end = bits(self.last_days).map(|bit| -1 - bit);
        list(f, Part::ByMonthDay, bits(self.month_days).map(|bit| bit + 1).chain(from_end))?;
        let each =
            (0..7).filter(|day| self.weekdays & (1 << day) != 0).map(|weekday| DayOfPeriod { nth: None, weekday });
        list(f, Part::ByDay, each.chain(self.nth.iter().copied()))?;
        list(f, Part::BySetPos, &self.positions)?;
        if self.week_start != 0 {
            write!(f, ";WKST={}", code(self.week_start))?;
        }
        Ok(())
    }
}

fn list<T: fmt::Display>(f: &mut fmt::Formatter<'_>, part: Part, values: impl IntoIterator<Item = T>) -> fmt::Result {
    for (at, value) in values.into_iter().enumerate() {
        if at == 0 {
            write!(f, ";{part}={value}")?;
        } else {
            write!(f, ",{value}")?;
        }
    }
    Ok(())
}

impl fmt::Display for Until {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{}", day.format("%Y%m%d")),
            Self::Local(time) => write!(f, "{}", time.format("%Y%m%dT%H%M%S")),
            Self::Instant(at) => write!(f, "{}", at.format("%Y%m%dT%H%M%SZ")),
        }
    }
}

impl fmt::Display for DayOfPeriod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(nth) = self.nth {
            write!(f, "{nth}")?;
        }
        f.write_str(code(self.weekday))
    }
}

/// The codes of the weekdays, Monday first.
pub(super) const CODES: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

fn code(from_monday: u8) -> &'static str {
    CODES.get(usize::from(from_monday)).copied().unwrap_or("MO")
}

/// Days from Monday.
pub(super) fn from_monday(weekday: Weekday) -> u8 {
    u8::try_from(weekday.num_days_from_monday()).unwrap_or(0)
}
