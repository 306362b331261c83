//! Dates.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::{folded, names};
use crate::domain::time::Week;

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Nothing was typed.
    #[error("no date given")]
    Empty,
    /// The text has no form we know.
    #[error("not a date")]
    NotADate,
    /// The calendar has no such day, or it lies outside 1970 to 2199.
    #[error("no such day")]
    NoSuchDay,
    /// No year has such a week.
    #[error("no such week")]
    NoSuchWeek,
    /// The weekday does not belong to the date.
    #[error("{date} is a {weekday}")]
    WrongWeekday {
        /// The date that was typed.
        date: NaiveDate,
        /// Its true weekday.
        weekday: Weekday,
    },
}

/// Reads a date. Without a year it is the next such date, `today` included; a bare weekday is the next such day after
/// `today`. Two-digit years belong to this century.
pub fn date(text: &str, today: NaiveDate) -> Result<NaiveDate, DateError> {
    let text = folded(text).ok_or(DateError::NotADate)?;
    let words = text.trim();
    if words.is_empty() {
        return Err(DateError::Empty);
    }
    if names::is_today(words) {
        return Ok(today);
    }
    if names::is_tomorrow(words) {
        return today.succ_opt().ok_or(DateError::NoSuchDay);
    }
    let tokens = tokens(words).ok_or(DateError::NotADate)?;
    let (weekday, rest) = split_weekday(&tokens);
    if let [Token::Word(word), Token::Number(week), year @ ..] = rest
        && names::is_week(word)
    {
        return day_of_week(*week, year, weekday.ok_or(DateError::NotADate)?, today);
    }
    let date = match (rest, weekday) {
        ([], Some(weekday)) => return next_weekday(weekday, today),
        _ => plain_date(rest, today)?,
    };
    match weekday {
        Some(claimed) if claimed != date.weekday() => Err(DateError::WrongWeekday { date, weekday: date.weekday() }),
        _ => Ok(date),
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Number(Number),
    Word(String),
    Mark(char),
}

/// A number as typed; its length tells years from days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Number {
    value: u32,
    digits: usize,
}

/// Splits into numbers, words and marks. Blanks, commas, fillers and the full stops of abbreviations drop out.
fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end_of = |is: fn(char) -> bool| rest.find(|c| !is(c)).unwrap_or(rest.len());
        let end = if first.is_ascii_digit() {
            end_of(|c| c.is_ascii_digit())
        } else if first.is_alphabetic() {
            end_of(char::is_alphabetic)
        } else {
            first.len_utf8()
        };
        let (part, after) = rest.split_at_checked(end)?;
        rest = after;
        match first {
            ' ' | ',' => {}
            '.' if matches!(tokens.last(), Some(Token::Word(_))) => {}
            '.' | '/' | '-' => tokens.push(Token::Mark(first)),
            _ if first.is_ascii_digit() && part.len() <= 4 => {
                tokens.push(Token::Number(Number { value: part.parse().ok()?, digits: part.len() }));
            }
            _ if first.is_alphabetic() && names::is_filler(part) => {}
            _ if first.is_alphabetic() => tokens.push(Token::Word(part.to_owned())),
            _ => return None,
        }
    }
    Some(tokens)
}

/// The weekday ahead of or behind the rest.
fn split_weekday(tokens: &[Token]) -> (Option<Weekday>, &[Token]) {
    let weekday = |token: &Token| if let Token::Word(word) = token { names::weekday(word) } else { None };
    if let Some((first, rest)) = tokens.split_first()
        && let Some(day) = weekday(first)
    {
        return (Some(day), rest);
    }
    if let Some((last, rest)) = tokens.split_last()
        && let Some(day) = weekday(last)
    {
        return (Some(day), rest);
    }
    (None, tokens)
}

fn plain_date(tokens: &[Token], today: NaiveDate) -> Result<NaiveDate, DateError> {
    use Token::{Mark, Number as Num, Word};

    let (day, month, year) = match tokens {
        [Num(year), Mark('-'), Num(month), Mark('-'), Num(day)] if year.digits == 4 => {
            return calendar_day(year.value, month.value, *day);
        }
        [Num(day), Mark(first @ ('.' | '/')), Num(month), Mark(second), Num(year)] if first == second => {
            (day, month.value, Some(year))
        }
        [Num(day), Mark('.' | '/'), Num(month)] | [Num(day), Mark('.'), Num(month), Mark('.')] => {
            (day, month.value, None)
        }
        [Num(day), Word(month)] | [Num(day), Mark('.'), Word(month)] | [Word(month), Num(day)] => {
            (day, named_month(month)?, None)
        }
        [Num(day), Word(month), Num(year)]
        | [Num(day), Mark('.'), Word(month), Num(year)]
        | [Word(month), Num(day), Num(year)] => (day, named_month(month)?, Some(year)),
        _ => return Err(DateError::NotADate),
    };
    match year {
        Some(year) => calendar_day(full_year(*year)?, month, *day),
        None => next_date(month, *day, today),
    }
}

fn named_month(word: &str) -> Result<u32, DateError> {
    names::month(word).ok_or(DateError::NotADate)
}

fn full_year(year: Number) -> Result<u32, DateError> {
    match year.digits {
        2 => Ok(2000 + year.value),
        4 => Ok(year.value),
        _ => Err(DateError::NotADate),
    }
}

fn calendar_day(year: u32, month: u32, day: Number) -> Result<NaiveDate, DateError> {
    i32::try_from(year)
        .ok()
        .filter(|year| (1970..=2199).contains(year))
        .and_then(|year| NaiveDate::from_ymd_opt(year, month, day.value))
        .ok_or(DateError::NoSuchDay)
}

/// The next such date; 29 February may be eight years away.
fn next_date(month: u32, day: Number, today: NaiveDate) -> Result<NaiveDate, DateError> {
    (0..=8)
        .filter_map(|years| NaiveDate::from_ymd_opt(today.year() + years, month, day.value))
        .find(|date| *date >= today)
        .ok_or(DateError::NoSuchDay)
}

fn next_weekday(weekday: Weekday, today: NaiveDate) -> Result<NaiveDate, DateError> {
    let ahead = match weekday.days_since(today.weekday()) {
        0 => 7,
        days => days,
    };
    today.checked_add_days(Days::new(u64::from(ahead))).ok_or(DateError::NoSuchDay)
}

/// A day of a week; without a year the next such day. Week 53 may be seven years away.
fn day_of_week(week: Number, year: &[Token], weekday: Weekday, today: NaiveDate) -> Result<NaiveDate, DateError> {
    let day_in = |year: i32| {
        let monday = Week::new(year, week.value).ok()?.monday();
        monday.checked_add_days(Days::new(u64::from(weekday.num_days_from_monday())))
    };
    let found = match year {
        [] => (-1..=8).filter_map(|years| day_in(today.year() + years)).find(|day| *day >= today),
        [Token::Number(year)] => i32::try_from(full_year(*year)?).ok().and_then(day_in),
        _ => return Err(DateError::NotADate),
    };
    found.ok_or(DateError::NoSuchWeek)
}
