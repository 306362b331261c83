//! How a meeting repeats: the fields of a form, the rule they ask for, and its dates as the form shows them.

use chrono::{Datelike, Days, NaiveDate};

use crate::{
    domain::{
        planning::Start,
        series::{
            dates::{Outcome, SeriesDate},
            rule::{End, MAX_DATES, MAX_INTERVAL, NoSeries, OnHoliday, Pattern, Rule, USUAL_COUNT},
        },
        when,
    },
    i18n::{Texts, field_errors, format::Format, holidays::holiday},
    web::form::{Errors, Form},
};

const CHOICES: [&str; 7] = ["day", "working_day", "week", "month_day", "month_weekday", "month_last_weekday", "year"];

/// The fields as typed.
#[derive(Debug, Clone, Default)]
pub(in crate::web) struct Repeats {
    /// One of the choices; empty for no repetition.
    pub(in crate::web) repeat: String,
    /// Further weekdays as days from Monday.
    pub(in crate::web) repeat_days: Vec<u8>,
    pub(in crate::web) repeat_every: String,
    pub(in crate::web) repeat_count: String,
    pub(in crate::web) repeat_until: String,
    pub(in crate::web) repeat_holidays: String,
    /// ISO days that are left out.
    pub(in crate::web) skip: Vec<String>,
}

impl Repeats {
    pub(in crate::web) fn read(form: &Form) -> Self {
        let field = |name| form.get(name).chars().take(200).collect();
        Self {
            repeat: field("repeat"),
            repeat_days: days(form),
            repeat_every: field("repeat_every"),
            repeat_count: field("repeat_count"),
            repeat_until: field("repeat_until"),
            repeat_holidays: field("repeat_holidays"),
            skip: skip(form),
        }
    }

    /// The fields that ask for a rule, to be changed; whatever its end was, it is asked for anew.
    pub(in crate::web) fn of(rule: &Rule) -> Self {
        let (repeat, repeat_days) = match rule.pattern {
            Pattern::Day => ("day", Vec::new()),
            Pattern::WorkingDay => ("working_day", Vec::new()),
            Pattern::Week { days } => ("week", (0..7).filter(|day| days & (1 << day) != 0).collect()),
            Pattern::MonthDay { .. } => ("month_day", Vec::new()),
            Pattern::MonthWeekday { nth: -1, .. } => ("month_last_weekday", Vec::new()),
            Pattern::MonthWeekday { .. } => ("month_weekday", Vec::new()),
            Pattern::Year => ("year", Vec::new()),
        };
        Self {
            repeat: repeat.to_owned(),
            repeat_days,
            repeat_every: rule.interval.to_string(),
            repeat_holidays: rule.holidays.as_str().to_owned(),
            ..Self::default()
        }
    }

    /// Whether anything that repeats is chosen.
    pub(in crate::web) fn is_on(&self) -> bool {
        CHOICES.contains(&self.repeat.as_str())
    }

    /// The rule that the form asks for; `None` for a single meeting.
    ///
    /// # Errors
    /// Words beside the fields.
    pub(in crate::web) fn rule(&self, (t, f): (&Texts, &Format), start: &Start) -> Result<Option<Rule>, Errors> {
        let mut errors = Errors::default();
        let Some(pattern) = pattern((&self.repeat, &self.repeat_days), start.local.date()) else { return Ok(None) };
        let every = self.repeat_every.trim();
        let interval = if every.is_empty() || pattern == Pattern::WorkingDay { Ok(1) } else { every.parse::<u16>() };
        let interval = interval.ok().filter(|every| (1..=MAX_INTERVAL).contains(every));
        if interval.is_none() {
            errors.add("repeat_every", t.series_error_interval());
        }
        let end = self.end((t, f), start, &mut errors);
        let (Some(interval), Some(end)) = (interval, end) else { return Err(errors) };
        let holidays = self.repeat_holidays.parse().unwrap_or(OnHoliday::Skip);
        let rule = Rule { pattern, interval, end, holidays };
        match rule.starts(start.local) {
            Ok(_) => Ok(Some(rule)),
            Err(why) => {
                errors.add("repeat", words(t, why));
                Err(errors)
            }
        }
    }

    fn end(&self, (t, f): (&Texts, &Format), start: &Start, errors: &mut Errors) -> Option<End> {
        if !self.repeat_until.trim().is_empty() {
            let first = start.local.date();
            let day = when::date(&self.repeat_until, first);
            let example = first.checked_add_days(Days::new(3)).unwrap_or(first);
            return day
                .map(End::Until)
                .map_err(|error| errors.add("repeat_until", field_errors::date(f, error, example)))
                .ok();
        }
        let count = self.repeat_count.trim();
        let count = if count.is_empty() { Ok(USUAL_COUNT) } else { count.parse() };
        let count = count.ok().filter(|count| (2..=60).contains(count));
        if count.is_none() {
            errors.add("repeat_count", t.series_error_count());
        }
        count.map(End::Count)
    }

    /// Days that are left out.
    pub(in crate::web) fn skipped(&self) -> Vec<NaiveDate> {
        self.skip.iter().filter_map(|day| day.parse().ok()).collect()
    }

    /// The weekdays that may be added in a weekly series: all but that of its first date.
    pub(in crate::web) fn weekdays(&self, f: &Format, first: NaiveDate) -> Vec<(u8, String, bool)> {
        if self.repeat != "week" {
            return Vec::new();
        }
        let monday = first.week(chrono::Weekday::Mon).first_day();
        let others = (0..7_u8).filter(|day| u32::from(*day) != first.weekday().num_days_from_monday());
        let named = others.filter_map(|day| Some((day, monday.checked_add_days(Days::new(u64::from(day)))?)));
        named.map(|(day, date)| (day, f.weekday(date), self.repeat_days.contains(&day))).collect()
    }
}

/// The further weekdays of a form.
pub(in crate::web) fn days(form: &Form) -> Vec<u8> {
    (0..7_u8).filter(|day| form.all("repeat_days").any(|on| on.parse() == Ok(*day))).collect()
}

/// The days that a form leaves out.
pub(in crate::web) fn skip(form: &Form) -> Vec<String> {
    let days = form.all("skip").filter_map(|day| day.parse::<NaiveDate>().ok());
    days.take(MAX_DATES).map(|day| day.to_string()).collect()
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
        "month_last_weekday" => Pattern::MonthWeekday { nth: -1, weekday },
        "year" => Pattern::Year,
        _ => return None,
    })
}

/// Why there is no series, in words.
pub(in crate::web) fn words(t: &Texts, why: NoSeries) -> String {
    match why {
        NoSeries::TooFew => t.series_error_few(),
        NoSeries::TooMany | NoSeries::BadValue => t.series_error_many(),
    }
}

/// What may repeat, as options.
pub(in crate::web) fn choices(t: &Texts) -> Vec<(String, String)> {
    let words = [
        t.series_repeat_day(),
        t.series_repeat_working_day(),
        t.series_repeat_week(),
        t.series_repeat_month_day(),
        t.series_repeat_month_weekday(),
        t.series_repeat_month_last_weekday(),
        t.series_repeat_year(),
    ];
    CHOICES.iter().map(|value| (*value).to_owned()).zip(words).collect()
}

/// What may become of dates on holidays, as options.
pub(in crate::web) fn on_holidays(t: &Texts) -> Vec<(String, String)> {
    let words = |on: &OnHoliday| match on {
        OnHoliday::Skip => t.series_holidays_skip(),
        OnHoliday::Move => t.series_holidays_move(),
        OnHoliday::Keep => t.series_holidays_keep(),
    };
    OnHoliday::ALL.iter().map(|on| (on.as_str().to_owned(), words(on))).collect()
}

/// One date.
pub(in crate::web) struct DateView {
    /// ISO day by the rule.
    pub(in crate::web) day: String,
    pub(in crate::web) label: String,
    pub(in crate::web) note: String,
    pub(in crate::web) skipped: bool,
    /// Whether limits let it pass in no way.
    pub(in crate::web) stopped: bool,
    /// Whether it can take place at all.
    pub(in crate::web) possible: bool,
}

impl DateView {
    /// `note` is what else there is to say of the date, `stopped` whether limits stop it.
    pub(in crate::web) fn of(
        (t, f): (&Texts, &Format),
        date: &SeriesDate,
        skipped: &[NaiveDate],
        (note, stopped): (Option<String>, bool),
    ) -> Self {
        let day = date.original.date();
        let calendar = match date.outcome {
            Outcome::Holiday(what) => Some(t.series_date_holiday(holiday(t, what))),
            Outcome::Moved(_, _, what) => Some(t.series_date_moved(holiday(t, what))),
            Outcome::Impossible => Some(t.series_date_impossible()),
            Outcome::Fits(_) => None,
        };
        let advice = stopped.then(|| t.series_date_stopped());
        let shown = date.start().map_or(day, |(local, _)| local.date());
        Self {
            day: day.to_string(),
            label: f.weekday_with_day(shown),
            note: [calendar, note, advice].into_iter().flatten().collect::<Vec<_>>().join(" "),
            skipped: skipped.contains(&day),
            stopped,
            possible: date.start().is_some(),
        }
    }
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
        let last = Some(Pattern::MonthWeekday { nth: -1, weekday: 1 });
        assert_eq!(pattern(("month_last_weekday", &[]), day("2026-11-24")), last);
        assert_eq!(pattern(("month_day", &[]), day("2026-11-30")), Some(Pattern::MonthDay { day: 30 }));
        assert_eq!(pattern(("", &[]), day("2026-11-30")), None);
    }
}
