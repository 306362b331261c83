//! The months that figures of sales are about, and those that a forecast looks at.

use chrono::{DateTime, Datelike, Months, NaiveDate, Utc};

use crate::domain::time::Zone;

/// Numbers of months to choose from.
pub const SPANS: [u32; 4] = [3, 6, 12, 24];
/// How many months a forecast looks ahead, this one included.
pub const AHEAD: u32 = 6;

/// The last months up to today, with as many before them. Days are those of the firm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// How many months.
    pub months: u32,
    /// First day.
    pub first: NaiveDate,
    /// Today, which belongs to it.
    pub last: NaiveDate,
    /// First instant of as many months before.
    pub before: DateTime<Utc>,
    /// First instant.
    pub from: DateTime<Utc>,
    /// First instant after it.
    pub to: DateTime<Utc>,
}

impl Period {
    /// The months that end with `today`.
    #[must_use]
    pub fn ending(today: NaiveDate, months: u32, zone: &Zone) -> Self {
        let back = |months: u32| {
            let same = today.checked_sub_months(Months::new(months)).unwrap_or(today);
            same.succ_opt().unwrap_or(same)
        };
        let first = back(months);
        let next = today.succ_opt().unwrap_or(today);
        Self {
            months,
            first,
            last: today,
            before: zone.start_of(back(months.saturating_mul(2))),
            from: zone.start_of(first),
            to: zone.start_of(next),
        }
    }
}

/// First days of the months of a forecast and of the one after them: what lies between two belongs to the first.
#[must_use]
pub fn ahead(today: NaiveDate) -> Vec<NaiveDate> {
    let this = today.with_day(1).unwrap_or(today);
    (0..=AHEAD).filter_map(|months| this.checked_add_months(Months::new(months))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_period_ends_with_today_and_follows_one_of_the_same_length() {
        let zone = Zone::named("Europe/Stockholm").unwrap();
        for (today, months, first, before) in [
            ("2026-11-23", 12, "2025-11-24", "2024-11-23T23:00:00Z"),
            ("2026-11-23", 3, "2026-08-24", "2026-05-23T22:00:00Z"),
            ("2026-05-31", 3, "2026-03-01", "2025-11-30T23:00:00Z"),
            ("2024-02-29", 12, "2023-03-01", "2022-02-28T23:00:00Z"),
        ] {
            let period = Period::ending(day(today), months, &zone);
            assert_eq!((period.first, period.last), (day(first), day(today)), "{today}");
            assert_eq!(period.before, before.parse::<DateTime<Utc>>().unwrap(), "{today}");
            assert!(period.before < period.from && period.from < period.to);
        }
    }

    #[test]
    fn a_forecast_begins_with_this_month() {
        let months = ahead(day("2026-11-30"));
        assert_eq!(months.len(), 7);
        assert_eq!((months[0], months[2], months[6]), (day("2026-11-01"), day("2027-01-01"), day("2027-05-01")));
    }
}
