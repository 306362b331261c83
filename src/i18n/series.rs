//! How a series repeats, in one sentence.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Weekday};

use super::{Texts, format::Format};
use crate::domain::{
    series::rule::{Pattern, Rule, weekday},
    time::Zone,
};

/// `Every other Tuesday at 9:00, 13 times, until 18 May 2027`
pub(crate) fn sentence(
    t: &Texts,
    f: &Format,
    rule: &Rule,
    (time, count, last): (NaiveTime, usize, NaiveDate),
) -> String {
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    t.series_sentence(repeats(t, rule), f.clock(time), count, f.date(last))
}

/// As [`sentence`] for a reader who may be elsewhere, and whose time it names: their own, where their clock shows all dates
/// on the same days and at one time, else that of the series. `dates` are the wall times of the rule, in their order.
pub(crate) fn sentence_for(
    t: &Texts,
    f: &Format,
    (rule, zone): (&Rule, &str),
    dates: &[NaiveDateTime],
) -> Option<(String, String)> {
    let (first, last) = (dates.first()?, dates.last()?);
    let says = |time: NaiveTime| sentence(t, f, rule, (time, dates.len(), last.date()));
    let Ok(zone) = Zone::named(zone) else { return Some((says(first.time()), zone.to_owned())) };
    let own: Vec<NaiveDateTime> = dates.iter().map(|date| f.zone().local(zone.instant(*date))).collect();
    let time = own.first()?.time();
    let agrees = own.iter().zip(dates).all(|(own, date)| own.date() == date.date() && own.time() == time);
    Some(if agrees { (says(time), f.zone_words()) } else { (says(first.time()), f.clone().in_zone(zone).zone_words()) })
}

/// `Every other Tuesday`
pub(crate) fn repeats(t: &Texts, rule: &Rule) -> String {
    let every = u32::from(rule.interval);
    match rule.pattern {
        Pattern::Day => t.series_rule_day(every),
        Pattern::WorkingDay => t.series_rule_working_day(),
        Pattern::Week { .. } => {
            let days: Vec<String> = rule.pattern.weekdays().map(|day| t.series_weekday(key(day))).collect();
            t.series_rule_week(every, days.join(", "))
        }
        Pattern::MonthDay { day } => t.series_rule_month_day(every, u32::from(day)),
        Pattern::MonthWeekday { nth, weekday: day } => {
            t.series_rule_month_weekday(which(nth), key(weekday(day)), every)
        }
        Pattern::Year => t.series_rule_year(every),
    }
}

const fn which(nth: i8) -> &'static str {
    match nth {
        1 => "first",
        2 => "second",
        3 => "third",
        4 => "fourth",
        _ => "last",
    }
}

const fn key(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "mon",
        Weekday::Tue => "tue",
        Weekday::Wed => "wed",
        Weekday::Thu => "thu",
        Weekday::Fri => "fri",
        Weekday::Sat => "sat",
        Weekday::Sun => "sun",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{
            language::Language,
            person::Clock,
            series::rule::{End, OnHoliday},
        },
        i18n::texts,
    };

    #[test]
    fn the_time_is_the_readers_or_says_whose_it_is() {
        let rule =
            Rule { pattern: Pattern::Week { days: 0b10 }, interval: 1, end: End::Count(2), holidays: OnHoliday::Keep };
        let dates = ["2026-12-01T14:00:00", "2026-12-08T14:00:00"].map(|date| date.parse().unwrap());
        let told = |zone: &str| {
            let f = Format::new(Language::En, Clock::Language, Zone::named(zone).unwrap());
            sentence_for(texts(Language::En), &f, (&rule, "Europe/Stockholm"), &dates).unwrap().0
        };
        let cases = [
            ("Europe/Stockholm", "Every Tuesday at 14:00, 2 times, until 8 December 2026"),
            ("Europe/Helsinki", "Every Tuesday at 15:00, 2 times, until 8 December 2026"),
            // It is Wednesday there.
            ("Pacific/Auckland", "Every Tuesday at 14:00, 2 times, until 8 December 2026"),
        ];
        for (zone, words) in cases {
            assert_eq!(told(zone), words, "{zone}");
        }
        let f = |zone: &str| Format::new(Language::En, Clock::Language, Zone::named(zone).unwrap());
        let whose =
            |zone: &str| sentence_for(texts(Language::En), &f(zone), (&rule, "Europe/Stockholm"), &dates).unwrap().1;
        assert_eq!(whose("Europe/Helsinki"), f("Europe/Helsinki").zone_words());
        assert_eq!(whose("Pacific/Auckland"), f("Europe/Stockholm").zone_words());
    }
}
