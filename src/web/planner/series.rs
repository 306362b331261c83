//! How a new meeting repeats: from the form to a rule, and the dates as they would be.

use chrono::{Datelike, NaiveDate};

use super::{desk::Desk, parse};
use crate::{
    app::{error::StoppedDate, leave::Need},
    domain::{
        country::Country,
        planning::Start,
        series::{
            dates::{Outcome, SeriesDate, dates},
            rule::{End, MAX_INTERVAL, NoSeries, OnHoliday, Pattern, Rule, USUAL_COUNT},
        },
        time::Zone,
        when,
    },
    i18n::{Texts, field_errors, holidays::holiday, series::sentence},
    store::{self, Tx},
    web::{failure::Failure, form::Errors},
};

/// The fields of a series, and what comes of them.
pub(super) struct SeriesView {
    pub(super) repeats: Vec<(String, String)>,
    pub(super) holidays: Vec<(String, String)>,
    pub(super) sentence: String,
    pub(super) dates: Vec<DateView>,
}

impl SeriesView {
    /// Whether there is anything to say about a date.
    pub(super) fn noted(&self) -> bool {
        self.dates.iter().any(|date| !date.note.is_empty())
    }
}

/// One date.
pub(super) struct DateView {
    /// ISO day by the rule.
    pub(super) day: String,
    pub(super) label: String,
    pub(super) note: String,
    pub(super) skipped: bool,
    pub(super) stopped: bool,
    /// Whether it can take place at all.
    pub(super) possible: bool,
}

const REPEATS: [&str; 6] = ["day", "working_day", "week", "month_day", "month_weekday", "year"];

/// The rule that the form asks for; `None` for a single meeting.
///
/// # Errors
/// Words beside the fields.
pub(super) fn rule(desk: &Desk<'_>, start: &Start) -> Result<Option<Rule>, Errors> {
    let (t, typed) = (desk.t(), &desk.typed);
    let mut errors = Errors::default();
    let Some(pattern) = pattern(&typed.repeat, start.local.date()) else { return Ok(None) };
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

/// The days that repeat are those of the first date.
fn pattern(repeat: &str, first: NaiveDate) -> Option<Pattern> {
    let weekday = u8::try_from(first.weekday().num_days_from_monday()).unwrap_or(0);
    Some(match repeat {
        "day" => Pattern::Day,
        "working_day" => Pattern::WorkingDay,
        "week" => Pattern::Week { days: 1 << weekday },
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
pub(super) fn stop(desk: &mut Desk<'_>, stopped: &[StoppedDate]) {
    let (t, f) = (desk.caller.texts(), &desk.f);
    let days: Vec<NaiveDate> = stopped.iter().map(|date| date.original.date()).collect();
    let list: Vec<String> = days.iter().map(|day| f.day_month_plain(*day)).collect();
    let field = if desk.meeting.is_some() { "plan" } else { "repeat" };
    desk.said.errors.add(field, t.series_stopped(list.join(", ")));
    for date in stopped {
        let (field, words) = match date.stopped.need {
            Need::Tick => ("limits_seen", t.planner_limits_tick()),
            Need::Reason => ("limits_reason", t.planner_limits_reason()),
            Need::Other => continue,
        };
        if desk.said.errors.of(field).is_none() {
            desk.said.errors.add(field, words);
        }
    }
    desk.said.stopped_dates = days;
    desk.said.stopped = true;
}

/// The fields and, once the first date is understood, all dates; `None` for a change of a meeting.
pub(super) async fn view(desk: &Desk<'_>, tx: &mut Tx) -> Result<Option<SeriesView>, Failure> {
    if desk.meeting.is_some() {
        return Ok(None);
    }
    let t = desk.t();
    let mut view =
        SeriesView { repeats: repeats(t), holidays: on_holidays(t), sentence: String::new(), dates: Vec::new() };
    if !REPEATS.contains(&desk.typed.repeat.as_str()) {
        return Ok(Some(view));
    }
    // Complaints about these fields are made when the form is sent.
    let mut unsaid = Errors::default();
    let reading = desk.reading();
    let start = parse::start(&reading, &desk.typed, &mut unsaid);
    let minutes = parse::minutes(&reading, &desk.typed, &mut unsaid);
    let (Some(start), Some(minutes)) = (start, minutes) else { return Ok(Some(view)) };
    let (Ok(Some(rule)), Ok(zone)) = (rule(desk, &start), Zone::named(&start.zone)) else { return Ok(Some(view)) };
    let country = store::organization::load(tx).await?.and_then(|firm| firm.country.parse::<Country>().ok());
    let found = dates(&rule, start.local, (&zone, country.unwrap_or(Country::Sweden)), minutes);
    let all = found.unwrap_or_default();
    let skipped = skipped(desk);
    let held: Vec<&SeriesDate> =
        all.iter().filter(|date| date.start().is_some() && !skipped.contains(&date.original.date())).collect();
    if let Some(last) = held.last() {
        view.sentence = sentence(t, &desk.f, &rule, (start.local.time(), held.len(), last.original.date()));
    }
    view.dates = all.iter().map(|date| date_view(desk, date, &skipped)).collect();
    Ok(Some(view))
}

fn date_view(desk: &Desk<'_>, date: &SeriesDate, skipped: &[NaiveDate]) -> DateView {
    let (t, f, day) = (desk.t(), &desk.f, date.original.date());
    let stopped = desk.said.stopped_dates.contains(&day);
    let note = match date.outcome {
        Outcome::Holiday(what) => t.series_date_holiday(holiday(t, what)),
        Outcome::Moved(_, _, what) => t.series_date_moved(holiday(t, what)),
        Outcome::Impossible => t.series_date_impossible(),
        Outcome::Fits(_) if stopped => t.series_date_stopped(),
        Outcome::Fits(_) => String::new(),
    };
    let shown = date.start().map_or(day, |(local, _)| local.date());
    DateView {
        day: day.to_string(),
        label: f.weekday_with_day(shown),
        note,
        skipped: skipped.contains(&day),
        stopped,
        possible: date.start().is_some(),
    }
}

fn repeats(t: &Texts) -> Vec<(String, String)> {
    let words = [
        t.series_repeat_day(),
        t.series_repeat_working_day(),
        t.series_repeat_week(),
        t.series_repeat_month_day(),
        t.series_repeat_month_weekday(),
        t.series_repeat_year(),
    ];
    let all = REPEATS.iter().map(|value| (*value).to_owned()).zip(words);
    [(String::new(), t.series_repeat_no())].into_iter().chain(all).collect()
}

fn on_holidays(t: &Texts) -> Vec<(String, String)> {
    let words = |on: &OnHoliday| match on {
        OnHoliday::Skip => t.series_holidays_skip(),
        OnHoliday::Move => t.series_holidays_move(),
        OnHoliday::Keep => t.series_holidays_keep(),
    };
    OnHoliday::ALL.iter().map(|on| (on.as_str().to_owned(), words(on))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_date_says_which_days_repeat() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!(pattern("week", day("2026-11-24")), Some(Pattern::Week { days: 0b10 }));
        assert_eq!(pattern("month_weekday", day("2026-11-24")), Some(Pattern::MonthWeekday { nth: 4, weekday: 1 }));
        assert_eq!(pattern("month_weekday", day("2026-11-30")), Some(Pattern::MonthWeekday { nth: -1, weekday: 0 }));
        assert_eq!(pattern("month_day", day("2026-11-30")), Some(Pattern::MonthDay { day: 30 }));
        assert_eq!(pattern("", day("2026-11-30")), None);
    }
}
