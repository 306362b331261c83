//! How long somebody works on a day.

use chrono::NaiveDate;

use crate::domain::{
    country::Country,
    holidays::{self, HALF_DAY_ENDS},
    hours::{DaySpan, WorkingHours},
    limits::facts::DayRule,
    time::Week,
};

/// Working minutes of a day: the usual hours without lunch; none on holidays of the country and on days customarily off,
/// to 14:00 on half days. What the person has said about the day counts before all of that. A country that is not known
/// has no holidays.
#[must_use]
pub fn minutes_on(hours: &WorkingHours, country: Option<Country>, day: NaiveDate, said: Option<DayRule>) -> u32 {
    span_on(hours, country, day, said).map_or(0, |span| u32::from(span.minutes() - lunch_within(hours.lunch, span)))
}

/// From when to when somebody works on a day, lunch included; as [`minutes_on`].
#[must_use]
pub fn span_on(
    hours: &WorkingHours,
    country: Option<Country>,
    day: NaiveDate,
    said: Option<DayRule>,
) -> Option<DaySpan> {
    match said {
        Some(DayRule::Off) => None,
        Some(DayRule::Hours(span)) => Some(span),
        None => usual(hours, country, day),
    }
}

/// Working minutes of a week.
#[must_use]
pub fn minutes_in(
    hours: &WorkingHours,
    country: Option<Country>,
    week: Week,
    said: impl Fn(NaiveDate) -> Option<DayRule>,
) -> u32 {
    week.days().map(|day| minutes_on(hours, country, day, said(day))).sum()
}

fn usual(hours: &WorkingHours, country: Option<Country>, day: NaiveDate) -> Option<DaySpan> {
    let span = hours.on(day)?;
    let Some(country) = country else { return Some(span) };
    if holidays::on(country, day).or_else(|| holidays::customary(country, day)).is_some() {
        return None;
    }
    if holidays::half_day(country, day).is_some() {
        return DaySpan::new(span.from, span.to.min(HALF_DAY_ENDS));
    }
    Some(span)
}

fn lunch_within(lunch: Option<DaySpan>, day: DaySpan) -> u16 {
    lunch.map_or(0, |lunch| lunch.to.min(day.to).saturating_sub(lunch.from.max(day.from)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holidays_and_days_off_are_no_working_time() {
        let hours = WorkingHours::default();
        let morning = DaySpan::new(8 * 60, 12 * 60).map(DayRule::Hours);
        let long = DaySpan::new(8 * 60, 14 * 60).map(DayRule::Hours);
        let cases = [
            ("2026-11-25", Some(Country::Sweden), None, 480, "an ordinary Wednesday"),
            ("2026-11-28", Some(Country::Sweden), None, 0, "a Saturday"),
            ("2027-01-06", Some(Country::Sweden), None, 0, "Epiphany in Sweden"),
            ("2027-01-06", Some(Country::Norway), None, 480, "no holiday in Norway"),
            ("2027-01-06", None, None, 480, "nobody knows the country"),
            ("2026-12-24", Some(Country::Sweden), None, 0, "Christmas Eve, customarily off"),
            ("2026-12-30", Some(Country::Sweden), None, 300, "a half day before New Year's Eve"),
            ("2026-11-25", Some(Country::Sweden), Some(DayRule::Off), 0, "a day off"),
            ("2026-11-25", Some(Country::Sweden), morning, 240, "no lunch inside"),
            ("2026-11-25", Some(Country::Sweden), long, 300, "lunch inside"),
            ("2026-11-28", Some(Country::Sweden), morning, 240, "a Saturday worked"),
        ];
        for (day, country, said, expected, why) in cases {
            assert_eq!(minutes_on(&hours, country, day.parse().unwrap(), said), expected, "{day}: {why}");
        }
    }

    #[test]
    fn a_week_is_the_sum_of_its_days() {
        let hours = WorkingHours::default();
        let week = |text: &str| minutes_in(&hours, Some(Country::Sweden), text.parse().unwrap(), |_| None);
        assert_eq!(week("2026-W48"), 40 * 60);
        assert_eq!(week("2026-W53"), 2 * 480 + 300, "two days off, and a half day before them");
        assert_eq!(minutes_in(&hours, None, "2026-W48".parse().unwrap(), |_| Some(DayRule::Off)), 0);
    }
}
