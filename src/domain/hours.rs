//! Working hours: wall time per weekday.

use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};

use super::time::{Interval, Zone};

/// A span of a day in minutes after midnight, half-open, at most 24:00.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DaySpan {
    /// First minute inside.
    pub from: u16,
    /// First minute no longer inside; 1440 is midnight.
    pub to: u16,
}

impl DaySpan {
    /// A span; `None` unless `from < to <= 1440`.
    #[must_use]
    pub fn new(from: u16, to: u16) -> Option<Self> {
        (from < to && to <= 1440).then_some(Self { from, to })
    }

    /// Whole minutes inside.
    #[must_use]
    pub const fn minutes(self) -> u16 {
        self.to - self.from
    }

    /// These hours of a local day as real time; `None` when the clocks leave nothing of them, or they are none.
    #[must_use]
    pub fn on(self, day: NaiveDate, zone: &Zone) -> Option<Interval> {
        let minute =
            |minute: u16| zone.instant(day.and_time(NaiveTime::MIN) + TimeDelta::minutes(minute.min(1440).into()));
        Interval::new(minute(self.from), minute(self.to))
    }
}

/// A weekly stretch of wall time: Monday is 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeekSpan {
    /// Day of the week, Monday 0 to Sunday 6.
    pub weekday: u8,
    /// The hours.
    pub span: DaySpan,
}

impl WeekSpan {
    /// Whether it lies on this weekday.
    #[must_use]
    pub fn is_on(&self, day: NaiveDate) -> bool {
        u32::from(self.weekday) == day.weekday().num_days_from_monday()
    }
}

/// When somebody works in an ordinary week, in the person's own zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkingHours {
    /// Monday first; `None` is a day off.
    pub days: [Option<DaySpan>; 7],
    /// Daily break; not counted as working time.
    pub lunch: Option<DaySpan>,
}

impl Default for WorkingHours {
    /// Monday to Friday 8–17 with lunch 12–13.
    fn default() -> Self {
        let day = Some(DaySpan { from: 8 * 60, to: 17 * 60 });
        Self { days: [day, day, day, day, day, None, None], lunch: Some(DaySpan { from: 12 * 60, to: 13 * 60 }) }
    }
}

impl WorkingHours {
    /// The hours of a date's weekday.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> Option<DaySpan> {
        self.days.get(day.weekday().num_days_from_monday() as usize).copied().flatten()
    }

    /// Working minutes of an ordinary week, lunch taken off where it lies inside the day.
    #[must_use]
    pub fn weekly_minutes(&self) -> u32 {
        self.days.iter().flatten().map(|day| u32::from(day.minutes() - self.lunch_within(*day))).sum()
    }

    fn lunch_within(&self, day: DaySpan) -> u16 {
        self.lunch.map_or(0, |lunch| lunch.to.min(day.to).saturating_sub(lunch.from.max(day.from)))
    }
}

/// Minutes after midnight of a wall time.
#[must_use]
pub fn minute_of_day(time: NaiveTime) -> u16 {
    use chrono::Timelike;
    u16::try_from(time.hour() * 60 + time.minute()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lunch_counts_only_where_it_falls() {
        let mut hours = WorkingHours::default();
        assert_eq!(hours.weekly_minutes(), 40 * 60);
        hours.days[4] = DaySpan::new(8 * 60, 12 * 60 + 30);
        assert_eq!(hours.weekly_minutes(), 32 * 60 + 4 * 60);
        assert_eq!(DaySpan::new(600, 600), None);
        assert_eq!(DaySpan::new(0, 1441), None);
    }
}
