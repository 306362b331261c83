//! The month: weeks of days with the first few meetings of each.

use askama::Template;
use axum::response::Response;
use chrono::{Datelike, Months, NaiveDate, TimeDelta};

use super::{
    blocks::{Block, Writing},
    days_off::DaysOff,
    head::{self, Head, Link, View},
    layout,
};
use crate::{
    domain::time::Week,
    i18n::format::Format,
    web::{
        caller::Caller,
        failure::Failure,
        form::Form,
        page::{self, Nav, Page},
        state::Reads,
    },
};

/// Meetings of a day that are shown; more are counted.
const LINES: usize = 3;

#[derive(Template)]
#[template(path = "calendar/month.html")]
struct MonthPage<'a> {
    page: Page<'a>,
    head: Head,
    /// Weekdays over the columns, Monday first.
    weekdays: Vec<String>,
    weeks: Vec<MonthWeek>,
}

struct MonthWeek {
    week: Week,
    /// `Week 48`
    label: String,
    /// `48`
    number: u32,
    days: Vec<MonthDay>,
}

struct MonthDay {
    day: NaiveDate,
    /// In words, with the weekday.
    long: String,
    number: u32,
    today: bool,
    /// The day off, in words; may be empty.
    holiday: String,
    /// Whether it belongs to the month before or after.
    outside: bool,
    blocks: Vec<Block>,
    /// How many more there are, in words; may be empty.
    more: String,
}

pub(super) async fn show(reads: &Reads, caller: &Caller, first: NaiveDate, query: &Form) -> Result<Response, Failure> {
    let page = Page::new(reads, caller, Nav::Calendar);
    let (before, after) = (first - Months::new(1), first + Months::new(1));
    let weeks: Vec<Week> = weeks(first, after);
    let last = after.max(Week::of(after - TimeDelta::days(1)).next().monday()) - TimeDelta::days(1);
    let loaded = super::load(reads, caller, (Week::of(first).monday(), last), query).await?;
    let (t, f) = (page.t, caller.format());
    let names = loaded.scope.people.len() > 1;
    let blocks =
        Writing { t, f: &f, scope: &loaded.scope, reader: caller.actor()?.id(), names }.joined(loaded.contents());
    let (today, days_off) = (f.day(caller.now()), DaysOff::of(caller));
    let month_day = |day: NaiveDate| {
        let mut here: Vec<Block> =
            blocks.iter().filter(|b| layout::on_day(f.zone(), day, &b.span).is_some()).cloned().collect();
        let over = here.len().saturating_sub(LINES);
        here.truncate(LINES);
        MonthDay {
            day,
            long: format!("{} {}", f.weekday(day), f.day_month_long(day)),
            number: day.day(),
            today: day == today,
            holiday: days_off.on(day),
            outside: day.month() != first.month(),
            blocks: here,
            more: if over == 0 { String::new() } else { t.calendar_more(over) },
        }
    };
    let month_week = |week: Week| MonthWeek {
        week,
        label: f.week_label(week),
        number: week.number(),
        days: week.days().map(month_day).collect(),
    };
    let weekdays = Week::of(first).days().map(|day| f.weekday_short(day)).collect();
    let weeks = weeks.into_iter().map(month_week).collect();
    let head = month_head(&f, t, (before, first, after), today, loaded.scope);
    page::ok(&MonthPage { page, head, weekdays, weeks })
}

/// The weeks that a month touches.
fn weeks(first: NaiveDate, after: NaiveDate) -> Vec<Week> {
    std::iter::successors(Some(Week::of(first)), |week| Some(week.next())).take_while(|w| w.monday() < after).collect()
}

fn month_head(
    f: &Format,
    t: &crate::i18n::Texts,
    (before, first, after): (NaiveDate, NaiveDate, NaiveDate),
    today: NaiveDate,
    scope: super::scope::Scope,
) -> Head {
    let kept = &scope.query;
    let link =
        |day: NaiveDate| Link::new(format!("/cal/{}{kept}", day.format("%Y-%m")), Format::opening(&f.month_year(day)));
    let inside = today.year() == first.year() && today.month() == first.month();
    Head {
        title: Format::opening(&f.month_year(first)),
        dates: String::new(),
        holiday: String::new(),
        previous: link(before),
        now: Link::new(format!("/cal/this-month{kept}"), t.calendar_this_month()),
        next: link(after),
        views: head::views(t, if inside { today } else { first }, View::Month, kept),
        path: format!("/cal/{}", first.format("%Y-%m")),
        scope,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weeks_of_a_month() {
        let names = |month: &str| -> Vec<String> {
            let first: NaiveDate = format!("{month}-01").parse().unwrap();
            weeks(first, first + Months::new(1)).into_iter().map(|w| w.to_string()).collect()
        };
        assert_eq!(names("2026-11"), ["2026-W44", "2026-W45", "2026-W46", "2026-W47", "2026-W48", "2026-W49"]);
        assert_eq!(names("2027-01"), ["2026-W53", "2027-W01", "2027-W02", "2027-W03", "2027-W04"]);
        assert_eq!(names("2027-02"), ["2027-W05", "2027-W06", "2027-W07", "2027-W08"], "four whole weeks");
    }
}
