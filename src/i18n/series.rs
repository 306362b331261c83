//! How a series repeats, in one sentence.

use chrono::{NaiveDate, NaiveTime, Weekday};

use super::{Texts, format::Format};
use crate::domain::series::rule::{Pattern, Rule, weekday};

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

fn repeats(t: &Texts, rule: &Rule) -> String {
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
