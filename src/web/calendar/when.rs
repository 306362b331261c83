//! The part of a calendar's address that says when.

use std::str::FromStr;

use chrono::NaiveDate;

use crate::domain::time::Week;

/// What `/cal/{when}` can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// `2026-W48`
    Week(Week),
    /// `2026-11`, as its first day.
    Month(NaiveDate),
    /// `2026-11-25`
    Day(NaiveDate),
    /// `list`
    List,
    /// `this-week`
    ThisWeek,
    /// `this-month`
    ThisMonth,
    /// `today`
    Today,
    /// A week that its year does not have: `2026-W54`.
    NoSuchWeek(i32),
}

impl FromStr for When {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "list" => Ok(Self::List),
            "this-week" => Ok(Self::ThisWeek),
            "this-month" => Ok(Self::ThisMonth),
            "today" => Ok(Self::Today),
            _ if text.contains("-W") => week(text),
            _ => date(text),
        }
    }
}

fn week(text: &str) -> Result<When, ()> {
    if let Ok(week) = text.parse() {
        return Ok(When::Week(week));
    }
    let (year, number) = text.split_once("-W").ok_or(())?;
    let digits = |part: &str, length: usize| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
    if !digits(year, 4) || !digits(number, 2) {
        return Err(());
    }
    // Only years that have weeks here at all are worth an offer.
    year.parse().ok().filter(|year| last_week(*year).is_some()).map(When::NoSuchWeek).ok_or(())
}

/// The last week of a year: 52 or 53.
pub(super) fn last_week(year: i32) -> Option<Week> {
    Week::new(year, 53).or_else(|_| Week::new(year, 52)).ok()
}

fn date(text: &str) -> Result<When, ()> {
    let shape: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    let day = match shape.as_str() {
        "0000-00-00" => text.parse(),
        "0000-00" => format!("{text}-01").parse(),
        _ => return Err(()),
    };
    let day: NaiveDate = day.map_err(|_| ())?;
    if !in_reach(day) {
        return Err(());
    }
    Ok(if shape.len() == 7 { When::Month(day) } else { When::Day(day) })
}

/// The years of [`Week`], with a year to spare at both ends for what lies before and after.
pub(super) fn in_reach(day: NaiveDate) -> bool {
    use chrono::Datelike;
    (1971..=2198).contains(&day.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_people_type() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let cases = [
            ("2026-W48", Ok(When::Week(Week::new(2026, 48).unwrap()))),
            ("2026-W53", Ok(When::Week(Week::new(2026, 53).unwrap()))),
            ("2026-W54", Ok(When::NoSuchWeek(2026))),
            ("2025-W53", Ok(When::NoSuchWeek(2025))),
            ("2026-W00", Ok(When::NoSuchWeek(2026))),
            ("2026-11", Ok(When::Month(day("2026-11-01")))),
            ("2026-11-25", Ok(When::Day(day("2026-11-25")))),
            ("today", Ok(When::Today)),
        ];
        for (text, expected) in cases {
            assert_eq!(text.parse::<When>(), expected, "{text}");
        }
        let nonsense = [
            "",
            "2026",
            "2026-13",
            "2026-02-30",
            "9999-01-01",
            "1970-01-01",
            "2026-W4",
            "9999-W01",
            "+026-W01",
            "2026-W4８",
            "2026-11-25T10:00",
            "-026-11",
            "tomorrow",
        ];
        for text in nonsense {
            assert_eq!(text.parse::<When>(), Err(()), "{text}");
        }
    }

    #[test]
    fn some_years_have_53_weeks() {
        assert_eq!(last_week(2026).map(Week::number), Some(53));
        assert_eq!(last_week(2025).map(Week::number), Some(52));
    }
}
