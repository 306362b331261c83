//! How a new meeting repeats: from the form to a rule.

mod view;

use chrono::{Datelike, NaiveDate};

pub(super) use self::view::{SeriesView, view};
use super::{desk::Desk, parse};
use crate::{
    app::{error::StoppedDate, series::review::answer::MAX_AIM},
    domain::{
        limits::consent::LEAST_REASON,
        planning::Start,
        series::rule::{End, MAX_INTERVAL, NoSeries, OnHoliday, Pattern, Rule, USUAL_COUNT},
        text::SafeText,
        when,
    },
    i18n::{Texts, field_errors},
    web::{form::Errors, series::stopped},
};

const REPEATS: [&str; 6] = ["day", "working_day", "week", "month_day", "month_weekday", "year"];

/// The rule that the form asks for; `None` for a single meeting.
///
/// # Errors
/// Words beside the fields.
pub(super) fn rule(desk: &Desk<'_>, start: &Start) -> Result<Option<Rule>, Errors> {
    let (t, typed) = (desk.t(), &desk.typed);
    let mut errors = Errors::default();
    let Some(pattern) = pattern((&typed.repeat, &typed.repeat_days), start.local.date()) else { return Ok(None) };
    let every = typed.repeat_every.trim();
    let interval = if every.is_empty() || pattern == Pattern::WorkingDay { Ok(1) } else { every.parse::<u16>() };
    let interval = interval.ok().filter(|every| (1..=MAX_INTERVAL).contains(every));
    if interval.is_none() {
        errors.add("repeat_every", t.series_error_interval());
    }
    let end = end(desk, start, &mut errors);
    match (interval, end) {
        (Some(interval), Some(end)) => {
            let holidays = typed.repeat_holidays.parse().unwrap_or(OnHoliday::Skip);
            let rule = Rule { pattern, interval, end, holidays };
            match rule.starts(start.local) {
                Ok(_) => Ok(Some(rule)),
                Err(why) => {
                    errors.add("repeat", words(t, why));
                    Err(errors)
                }
            }
        }
        _ => Err(errors),
    }
}

/// Why it should never end, where that is wished for.
///
/// # Errors
/// Words beside the field when nothing, too little or too much is said.
pub(super) fn endless(desk: &Desk<'_>) -> Result<Option<String>, Errors> {
    if desk.typed.repeat_endless != "yes" || desk.typed.repeat.is_empty() {
        return Ok(None);
    }
    let reason = String::from(SafeText::line(&desk.typed.repeat_why, MAX_AIM + 1));
    let words = match reason.chars().count() {
        0..LEAST_REASON => desk.t().review_aim_missing(),
        LEAST_REASON..=MAX_AIM => return Ok(Some(reason)),
        _ => desk.t().field_too_long(MAX_AIM),
    };
    let mut errors = Errors::default();
    errors.add("repeat_why", words);
    Err(errors)
}

fn end(desk: &Desk<'_>, start: &Start, errors: &mut Errors) -> Option<End> {
    let (t, typed) = (desk.t(), &desk.typed);
    if !typed.repeat_until.trim().is_empty() {
        let day = when::date(&typed.repeat_until, start.local.date());
        let example = parse::example(start.local.date());
        return day
            .map(End::Until)
            .map_err(|error| errors.add("repeat_until", field_errors::date(&desk.f, error, example)))
            .ok();
    }
    let count = typed.repeat_count.trim();
    let count = if count.is_empty() { Ok(USUAL_COUNT) } else { count.parse() };
    let count = count.ok().filter(|count| (2..=60).contains(count));
    if count.is_none() {
        errors.add("repeat_count", t.series_error_count());
    }
    count.map(End::Count)
}

/// The days that repeat are those of the first date, in a weekly series with further ones.
fn pattern((repeat, further): (&str, &[u8]), first: NaiveDate) -> Option<Pattern> {
    let weekday = u8::try_from(first.weekday().num_days_from_monday()).unwrap_or(0);
    Some(match repeat {
        "day" => Pattern::Day,
        "working_day" => Pattern::WorkingDay,
        "week" => Pattern::Week { days: further.iter().fold(1 << weekday, |days, day| days | 1 << day) },
        "month_day" => Pattern::MonthDay { day: u8::try_from(first.day()).unwrap_or(1) },
        "month_weekday" => {
            let place = i8::try_from((first.day() - 1) / 7 + 1).unwrap_or(1);
            Pattern::MonthWeekday { nth: if place > 4 { -1 } else { place }, weekday }
        }
        "year" => Pattern::Year,
        _ => return None,
    })
}

/// Why there is no series, in words.
pub(super) fn words(t: &Texts, why: NoSeries) -> String {
    match why {
        NoSeries::TooFew => t.series_error_few(),
        NoSeries::TooMany | NoSeries::BadValue => t.series_error_many(),
    }
}

/// Days that are left out.
pub(super) fn skipped(desk: &Desk<'_>) -> Vec<NaiveDate> {
    desk.typed.skip.iter().filter_map(|day| day.parse().ok()).collect()
}

/// Limits stopped some dates: which ones, and what would help.
pub(super) fn stop(desk: &mut Desk<'_>, dates: &[StoppedDate]) {
    let field = if desk.meeting.is_some() { "plan" } else { "repeat" };
    let (around, seen) = ((desk.caller.texts(), &desk.f), desk.typed.limits_seen);
    desk.said.stopped_needs = stopped::complain(around, (&mut desk.said.errors, field), (dates, seen));
    desk.said.stopped_dates = dates.iter().map(|date| date.original.date()).collect();
    desk.said.stopped = true;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_date_says_which_days_repeat() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!(pattern(("week", &[]), day("2026-11-24")), Some(Pattern::Week { days: 0b10 }));
        assert_eq!(pattern(("week", &[3]), day("2026-11-24")), Some(Pattern::Week { days: 0b1010 }));
        assert_eq!(
            pattern(("month_weekday", &[]), day("2026-11-24")),
            Some(Pattern::MonthWeekday { nth: 4, weekday: 1 })
        );
        assert_eq!(
            pattern(("month_weekday", &[]), day("2026-11-30")),
            Some(Pattern::MonthWeekday { nth: -1, weekday: 0 })
        );
        assert_eq!(pattern(("month_day", &[]), day("2026-11-30")), Some(Pattern::MonthDay { day: 30 }));
        assert_eq!(pattern(("", &[]), day("2026-11-30")), None);
    }
}
