//! The weeks a report is about.

use std::iter::successors;

use chrono::{DateTime, Datelike, NaiveDate, Utc};

use crate::domain::time::{Interval, Week, Zone};

/// Numbers of weeks to choose from.
pub const SPANS: [usize; 3] = [4, 12, 26];

/// The longest stretch that lies in one week and one month: what is summed in one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// First instant.
    pub starts_at: DateTime<Utc>,
    /// Place of its week in [`Window::weeks`].
    pub week: usize,
    /// Place of its month in [`Window::months`].
    pub month: usize,
}

/// Weeks on end, cut where months change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window {
    weeks: Vec<Week>,
    months: Vec<NaiveDate>,
    slots: Vec<Slot>,
    ends_at: DateTime<Utc>,
}

impl Window {
    /// The `count` weeks of which `last` is the last one; at least one, at most 53. `zone` is the firm's.
    #[must_use]
    pub fn ending_with(last: Week, count: usize, zone: &Zone) -> Self {
        let mut weeks: Vec<Week> =
            successors(Some(last), |week| Some(week.previous())).take(count.clamp(1, 53)).collect();
        weeks.reverse();
        let ends_at = zone.start_of(last.next().monday());
        let (mut months, mut slots) = (Vec::<NaiveDate>::new(), Vec::new());
        for (week, day) in weeks.iter().enumerate().flat_map(|(i, week)| week.days().map(move |day| (i, day))) {
            let first = day.with_day(1).unwrap_or(day);
            let new_month = months.last() != Some(&first);
            if new_month {
                months.push(first);
            }
            if new_month || day.weekday() == chrono::Weekday::Mon {
                slots.push(Slot { starts_at: zone.start_of(day), week, month: months.len() - 1 });
            }
        }
        Self { weeks, months, slots, ends_at }
    }

    /// The weeks, earliest first.
    #[must_use]
    pub fn weeks(&self) -> &[Week] {
        &self.weeks
    }

    /// First days of the months that the weeks touch; the first and the last month may lie inside only in part.
    #[must_use]
    pub fn months(&self) -> &[NaiveDate] {
        &self.months
    }

    /// The parts, earliest first; each ends where the next one starts.
    #[must_use]
    pub fn slots(&self) -> &[Slot] {
        &self.slots
    }

    /// First and last day.
    #[must_use]
    pub fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        Some((self.weeks.first()?.monday(), self.weeks.last()?.days().last()?))
    }

    /// From the first instant to the end.
    #[must_use]
    pub fn span(&self) -> Option<Interval> {
        Interval::new(self.slots.first()?.starts_at, self.ends_at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window(last: &str, count: usize) -> Window {
        Window::ending_with(last.parse().unwrap(), count, &Zone::named("Europe/Stockholm").unwrap())
    }

    #[test]
    fn weeks_are_cut_where_months_change() {
        let window = window("2026-W49", 2);
        let parts: Vec<_> = window.slots().iter().map(|s| (s.starts_at.to_rfc3339(), s.week, s.month)).collect();
        let expected = [
            ("2026-11-22T23:00:00+00:00".to_owned(), 0, 0),
            ("2026-11-29T23:00:00+00:00".to_owned(), 1, 0),
            ("2026-11-30T23:00:00+00:00".to_owned(), 1, 1),
        ];
        assert_eq!(parts, expected);
        assert_eq!(window.span().unwrap().end().to_rfc3339(), "2026-12-06T23:00:00+00:00");
        assert_eq!(window.days().unwrap().1.to_string(), "2026-12-06");
    }

    #[test]
    fn a_week_in_which_clocks_change_is_one_week() {
        for (last, hours) in [("2026-W13", 167), ("2026-W43", 169), ("2026-W44", 168)] {
            assert_eq!(window(last, 1).span().unwrap().minutes(), hours * 60, "{last}");
        }
    }

    #[test]
    fn years_end_inside_weeks() {
        let window = window("2027-W01", 3);
        let weeks: Vec<String> = window.weeks().iter().map(ToString::to_string).collect();
        assert_eq!(weeks, ["2026-W52", "2026-W53", "2027-W01"]);
        assert_eq!(window.months().iter().map(ToString::to_string).collect::<Vec<_>>(), ["2026-12-01", "2027-01-01"]);
        assert_eq!(super::Window::ending_with("2026-W10".parse().unwrap(), 9_999, &Zone::utc()).weeks().len(), 53);
    }
}
