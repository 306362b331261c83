//! Times of day and lengths.

use chrono::NaiveTime;

use super::folded;

/// Why a text is no time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TimeError {
    /// Nothing was typed.
    #[error("no time given")]
    Empty,
    /// The text has no form we know, or there is no such hour or minute.
    #[error("not a time")]
    NotATime,
    /// 24:00, which is 00:00 of the next day.
    #[error("24:00 is 00:00 of the next day")]
    EndOfDay,
    /// The 12-hour clock (am, pm).
    #[error("the 24-hour clock is used")]
    HalfDay,
}

/// Why a text is no length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DurationError {
    /// Nothing was typed.
    #[error("no length given")]
    Empty,
    /// The text has no form we know.
    #[error("not a length of time")]
    NotADuration,
}

/// Reads a time of the 24-hour clock: `14`, `14.00`, `14:00`, `1400`, `kl. 14.30`, `klo 9`.
pub fn time(text: &str) -> Result<NaiveTime, TimeError> {
    let text = folded(text).ok_or(TimeError::NotATime)?;
    let typed = text.trim();
    if typed.is_empty() {
        return Err(TimeError::Empty);
    }
    let typed =
        ["klockan", "klokken", "kello", "klo", "kl"].iter().find_map(|w| typed.strip_prefix(w)).unwrap_or(typed);
    let typed = typed.trim_start_matches(['.', ' ']);
    if is_half_day(typed) {
        return Err(TimeError::HalfDay);
    }
    let (hour, minute) = match typed.split_once([':', '.']) {
        Some((hour, minute)) if minute.len() == 2 => (number(hour, 2), number(minute, 2)),
        Some(_) => (None, None),
        // 930 and 1400
        None if typed.len() >= 3 => match typed.split_at_checked(typed.len() - 2) {
            Some((hour, minute)) => (number(hour, 2), number(minute, 2)),
            None => (None, None),
        },
        None => (number(typed, 2), Some(0)),
    };
    match (hour, minute) {
        (Some(24), Some(0)) => Err(TimeError::EndOfDay),
        (Some(hour), Some(minute)) => NaiveTime::from_hms_opt(hour, minute, 0).ok_or(TimeError::NotATime),
        _ => Err(TimeError::NotATime),
    }
}

/// `2 pm`, `2:30p.m.`
fn is_half_day(typed: &str) -> bool {
    let bare: String = typed.chars().filter(|c| !matches!(c, '.' | ' ')).collect();
    bare.starts_with(|c: char| c.is_ascii_digit()) && (bare.ends_with("am") || bare.ends_with("pm"))
}

/// Reads a length as minutes: `30`, `30 min`, `1 h`, `1 tim 30 min`, `1,5 t`, `1:30`. At most 9999 of each unit; the
/// caller knows the limits that matter.
pub fn minutes(text: &str) -> Result<u32, DurationError> {
    let text = folded(text).ok_or(DurationError::NotADuration)?;
    let typed = text.trim();
    if typed.is_empty() {
        return Err(DurationError::Empty);
    }
    hours_and_minutes(typed).or_else(|| in_units(typed)).ok_or(DurationError::NotADuration)
}

/// `30`, `1:30`, `1.30`.
fn hours_and_minutes(typed: &str) -> Option<u32> {
    match typed.split_once([':', '.']) {
        None => number(typed, 4),
        Some((hours, minutes)) if minutes.len() == 2 => {
            let minutes = number(minutes, 2).filter(|m| *m < 60)?;
            Some(number(hours, 2)? * 60 + minutes)
        }
        Some(_) => None,
    }
}

/// `1 h 30 min`, `1h30`, `90 min`, `1,5 h`.
fn in_units(typed: &str) -> Option<u32> {
    let (first, unit, rest) = split_unit(typed)?;
    if is_minutes(unit) {
        return if rest.is_empty() { number(first, 4) } else { None };
    }
    if !is_hours(unit) {
        return None;
    }
    if rest.is_empty() {
        return hours(first);
    }
    let minutes = match split_unit(rest) {
        None => number(rest, 2)?,
        Some((minutes, unit, "")) if is_minutes(unit) => number(minutes, 2)?,
        Some(_) => return None,
    };
    (minutes < 60).then_some(number(first, 4)? * 60 + minutes)
}

/// Whole hours, or with a fraction that makes whole minutes.
fn hours(typed: &str) -> Option<u32> {
    let Some((whole, fraction)) = typed.split_once([',', '.']) else {
        return Some(number(typed, 4)? * 60);
    };
    let part = match fraction.len() {
        1 => number(fraction, 1)? * 10,
        2 => number(fraction, 2)?,
        _ => return None,
    };
    (part * 60 % 100 == 0).then_some(number(whole, 4)? * 60 + part * 60 / 100)
}

/// The amount, its unit and what follows.
fn split_unit(typed: &str) -> Option<(&str, &str, &str)> {
    let (amount, rest) = typed.split_at_checked(typed.find(char::is_alphabetic)?)?;
    let (unit, rest) = rest.split_at_checked(rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len()))?;
    Some((amount.trim_end(), unit, rest.trim_start_matches(['.', ' '])))
}

fn is_hours(unit: &str) -> bool {
    const WORDS: [&str; 13] =
        ["h", "hr", "hrs", "hour", "hours", "t", "tim", "time", "timme", "timmar", "timer", "tunti", "tuntia"];
    WORDS.contains(&unit)
}

fn is_minutes(unit: &str) -> bool {
    const WORDS: [&str; 11] =
        ["m", "min", "mins", "minut", "minute", "minutes", "minuter", "minutt", "minutter", "minuutti", "minuuttia"];
    WORDS.contains(&unit)
}

/// One to `digits` ASCII digits.
fn number(text: &str, digits: usize) -> Option<u32> {
    let fits = (1..=digits).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if fits { text.parse().ok() } else { None }
}
