//! The day: one column for each person.

use askama::Template;
use axum::response::Response;
use chrono::{NaiveDate, TimeDelta};

use super::{
    blocks::Writing,
    days_off::DaysOff,
    grid::WeekGrid,
    head::{self, Head, Link, View},
    week,
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

/// Most columns side by side; everybody else is named below the grid.
const COLUMNS: usize = 12;

#[derive(Template)]
#[template(path = "calendar/day.html")]
struct DayPage<'a> {
    page: Page<'a>,
    head: Head,
    grid: WeekGrid,
    empty: bool,
    /// That not all are shown, in words; may be empty.
    left_out: String,
}

pub(super) async fn show(reads: &Reads, caller: &Caller, day: NaiveDate, query: &Form) -> Result<Response, Failure> {
    let page = Page::new(reads, caller, Nav::Calendar);
    let loaded = super::load(reads, caller, (day, day), query).await?;
    let (t, f) = (page.t, caller.format());
    let own = loaded.scope.is_own(caller.actor()?);
    let blocks =
        Writing { t, f: &f, scope: &loaded.scope, reader: caller.actor()?.id(), names: false }.apart(loaded.contents());
    let people: Vec<_> = loaded.scope.people.iter().map(|p| (p.id, p.name.clone())).take(COLUMNS).collect();
    let all = loaded.scope.people.len();
    let left_out = if all > COLUMNS { t.calendar_left_out(people.len(), all) } else { String::new() };
    let grid = week::drawing(caller, own, &loaded.scope.query).people(day, &people, &blocks);
    let head = Head { holiday: DaysOff::of(caller).on(day), ..day_head(&f, t, day, loaded.scope) };
    page::ok(&DayPage { page, head, grid, empty: blocks.is_empty(), left_out })
}

fn day_head(f: &Format, t: &crate::i18n::Texts, day: NaiveDate, scope: super::scope::Scope) -> Head {
    let kept = &scope.query;
    let link = |day: NaiveDate| Link::new(format!("/cal/{day}{kept}"), f.day_month(day));
    Head {
        title: Format::opening(&f.long_date(day)),
        dates: f.week_heading(Week::of(day)),
        holiday: String::new(),
        previous: link(day - TimeDelta::days(1)),
        now: Link::new(format!("/cal/today{kept}"), t.calendar_today()),
        next: link(day + TimeDelta::days(1)),
        views: head::views(t, day, View::Day, kept),
        path: format!("/cal/{day}"),
        scope,
    }
}
