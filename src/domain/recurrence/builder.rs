//! Puts a recurrence rule together and checks it.

use chrono::Weekday;

use super::rule::{DayOfPeriod, End, Part, Rule, RuleError, Until, from_monday};

/// Collects a rule. Values are checked by [`RuleBuilder::build`].
#[derive(Debug, Clone)]
pub struct RuleBuilder {
    rule: Rule,
    bad: Option<RuleError>,
}

impl RuleBuilder {
    pub(super) const fn new(rule: Rule) -> Self {
        Self { rule, bad: None }
    }

    /// Every how many periods; at least 1.
    #[must_use]
    pub fn interval(mut self, periods: u16) -> Self {
        self.check(Part::Interval, periods > 0);
        self.rule.interval = periods;
        self
    }

    /// After how many occurrences it ends; at least 1.
    #[must_use]
    pub fn count(mut self, occurrences: u32) -> Self {
        self.check(Part::Count, occurrences > 0);
        self.end(Part::Count, End::Count(occurrences))
    }

    /// The last time there may be an occurrence.
    #[must_use]
    pub fn until(self, until: Until) -> Self {
        self.end(Part::Until, End::Until(until))
    }

    /// Months, 1 to 12.
    #[must_use]
    pub fn by_month(mut self, months: impl IntoIterator<Item = u8>) -> Self {
        for month in months {
            self.check(Part::ByMonth, (1..=12).contains(&month));
            self.rule.months |= 1_u16.checked_shl(month.into()).unwrap_or(0);
        }
        self
    }

    /// Days of the month, 1 to 31, or -1 to -31 from its end.
    #[must_use]
    pub fn by_month_day(mut self, days: impl IntoIterator<Item = i8>) -> Self {
        for day in days {
            self.check(Part::ByMonthDay, day != 0 && day.unsigned_abs() <= 31);
            let bit = 1_u32.checked_shl(u32::from(day.unsigned_abs()).wrapping_sub(1)).unwrap_or(0);
            *(if day > 0 { &mut self.rule.month_days } else { &mut self.rule.last_days }) |= bit;
        }
        self
    }

    /// Weekdays.
    #[must_use]
    pub fn by_day(mut self, days: impl IntoIterator<Item = DayOfPeriod>) -> Self {
        for day in days {
            match day.nth {
                None => self.rule.weekdays |= 1 << day.days_from_monday(),
                Some(nth) => {
                    self.check(Part::ByDay, nth != 0 && nth.unsigned_abs() <= 53);
                    self.rule.nth.push(day);
                }
            }
        }
        self
    }

    /// Days of the year, 1 to 366, or -1 to -366 from its end.
    #[must_use]
    pub fn by_year_day(mut self, days: impl IntoIterator<Item = i16>) -> Self {
        self.rule.year_days.extend(days);
        self.check(Part::ByYearDay, self.rule.year_days.iter().all(|day| *day != 0 && day.unsigned_abs() <= 366));
        self
    }

    /// Weeks of the year, 1 to 53, or -1 to -53 from its end.
    #[must_use]
    pub fn by_week_no(mut self, weeks: impl IntoIterator<Item = i8>) -> Self {
        self.rule.weeks.extend(weeks);
        self.check(Part::ByWeekNo, self.rule.weeks.iter().all(|week| *week != 0 && week.unsigned_abs() <= 53));
        self
    }

    /// Which of the days found in each period, 1 to 366, or -1 to -366 from the last.
    #[must_use]
    pub fn by_set_pos(mut self, positions: impl IntoIterator<Item = i16>) -> Self {
        self.rule.positions.extend(positions);
        self.check(Part::BySetPos, self.rule.positions.iter().all(|at| *at != 0 && at.unsigned_abs() <= 366));
        self
    }

    /// First day of the week; Monday unless said otherwise.
    #[must_use]
    pub fn week_start(mut self, weekday: Weekday) -> Self {
        self.rule.week_start = from_monday(weekday);
        self
    }

    /// The rule, or the first thing wrong with it.
    pub fn build(mut self) -> Result<Rule, RuleError> {
        if let Some(bad) = self.bad {
            return Err(bad);
        }
        self.rule.nth.sort_unstable();
        self.rule.nth.dedup();
        for list in [&mut self.rule.year_days, &mut self.rule.positions] {
            list.sort_unstable();
            list.dedup();
        }
        self.rule.weeks.sort_unstable();
        self.rule.weeks.dedup();
        self.rule.misplaced().map_or(Ok(self.rule), |part| Err(RuleError::NotHere(part)))
    }

    fn end(mut self, part: Part, end: End) -> Self {
        if self.rule.end != End::Never {
            self.bad = self.bad.or(Some(RuleError::NotHere(part)));
        }
        self.rule.end = end;
        self
    }

    fn check(&mut self, part: Part, good: bool) {
        if !good {
            self.bad = self.bad.or(Some(RuleError::BadValue(part)));
        }
    }
}
