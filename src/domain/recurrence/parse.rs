//! Reads the text of an `RRULE`.

use std::str::FromStr;

use chrono::{NaiveDate, NaiveDateTime, Weekday};

use super::{
    builder::RuleBuilder,
    rule::{CODES, DayOfPeriod, Frequency, Part, Rule, RuleError, Until},
};

/// Longest text of a rule that is read, in bytes. The longest one that makes sense, each day of a year by number, is
/// shorter.
pub const MAX_RULE_TEXT: usize = 4096;

const WEEKDAYS: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

impl FromStr for Rule {
    type Err = RuleError;

    /// Reads the value of an `RRULE` (RFC 5545 §3.3.10), in any case and with or without a last semicolon.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.len() > MAX_RULE_TEXT {
            return Err(RuleError::TooLong);
        }
        let parts = parts(&text.trim().to_ascii_uppercase())?;
        let (_, frequency) = parts.iter().find(|(part, _)| *part == Part::Freq).ok_or(RuleError::NoFrequency)?;
        let start = Self::every(read_frequency(frequency)?);
        parts.iter().try_fold(start, |rule, (part, value)| refine(rule, *part, value))?.build()
    }
}

fn parts(text: &str) -> Result<Vec<(Part, String)>, RuleError> {
    let mut found: Vec<(Part, String)> = Vec::new();
    for piece in text.split(';').filter(|piece| !piece.is_empty()) {
        let (name, value) = piece.split_once('=').ok_or(RuleError::UnknownPart)?;
        let part: Part = name.trim().parse().map_err(|_| RuleError::UnknownPart)?;
        if found.iter().any(|(known, _)| *known == part) {
            return Err(RuleError::Twice(part));
        }
        found.push((part, value.trim().to_owned()));
    }
    Ok(found)
}

fn read_frequency(value: &str) -> Result<Frequency, RuleError> {
    match value {
        "HOURLY" | "MINUTELY" | "SECONDLY" => Err(RuleError::TooOften),
        known => known.parse().map_err(|_| RuleError::BadValue(Part::Freq)),
    }
}

fn refine(rule: RuleBuilder, part: Part, value: &str) -> Result<RuleBuilder, RuleError> {
    let bad = RuleError::BadValue(part);
    Ok(match part {
        Part::Freq => rule,
        Part::Interval => rule.interval(number(value).ok_or(bad)?),
        Part::Count => rule.count(number(value).ok_or(bad)?),
        Part::Until => rule.until(value.parse().map_err(|()| bad)?),
        Part::ByMonth => rule.by_month(list(value, number).ok_or(bad)?),
        Part::ByWeekNo => rule.by_week_no(list(value, number).ok_or(bad)?),
        Part::ByYearDay => rule.by_year_day(list(value, number).ok_or(bad)?),
        Part::ByMonthDay => rule.by_month_day(list(value, number).ok_or(bad)?),
        Part::ByDay => rule.by_day(list(value, day_of_period).ok_or(bad)?),
        Part::BySetPos => rule.by_set_pos(list(value, number).ok_or(bad)?),
        Part::WkSt => rule.week_start(weekday(value).ok_or(bad)?),
        Part::ByHour | Part::ByMinute | Part::BySecond => return Err(RuleError::NotHere(part)),
    })
}

fn list<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    text.split(',').map(|piece| read(piece.trim())).collect()
}

/// A number as RFC 5545 spells it: digits with an optional sign.
fn number<T: FromStr>(text: &str) -> Option<T> {
    text.parse().ok()
}

fn weekday(code: &str) -> Option<Weekday> {
    CODES.iter().zip(WEEKDAYS).find(|(known, _)| **known == code).map(|(_, weekday)| weekday)
}

fn day_of_period(text: &str) -> Option<DayOfPeriod> {
    let (nth, code) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let weekday = weekday(code)?;
    if nth.is_empty() { Some(DayOfPeriod::each(weekday)) } else { Some(DayOfPeriod::nth(number(nth)?, weekday)) }
}

impl FromStr for Until {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        let plain = text.strip_suffix('Z').unwrap_or(text);
        match plain.split_once('T') {
            None if plain.len() == 8 && digits(plain) && plain == text => {
                NaiveDate::parse_from_str(plain, "%Y%m%d").map(Self::Day).map_err(|_| ())
            }
            Some((day, time)) if day.len() == 8 && time.len() == 6 && digits(day) && digits(time) => {
                let local = NaiveDateTime::parse_from_str(plain, "%Y%m%dT%H%M%S").map_err(|_| ())?;
                Ok(if plain == text { Self::Local(local) } else { Self::Instant(local.and_utc()) })
            }
            _ => Err(()),
        }
    }
}
