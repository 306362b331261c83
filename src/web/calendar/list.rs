//! The list: days with something in them, one after the other.

use askama::Template;
use axum::response::Response;
use chrono::{NaiveDate, TimeDelta};

use super::{
    blocks::{Block, Writing},
    head::{self, Head, Link, View},
    layout, when,
};
use crate::{
    i18n::format::Format,
    web::{
        caller::Caller,
        failure::Failure,
        form::Form,
        page::{self, Nav, Page},
        state::Reads,
    },
};

/// Days that are listed when the address does not say.
const DAYS: i64 = 14;
/// Most days of one list.
const MOST_DAYS: i64 = 92;

#[derive(Template)]
#[template(path = "calendar/list.html")]
struct ListPage<'a> {
    page: Page<'a>,
    head: Head,
    days: Vec<ListDay>,
}

struct ListDay {
    day: NaiveDate,
    title: String,
    today: bool,
    blocks: Vec<Block>,
}

pub(super) async fn show(reads: &Reads, caller: &Caller, query: &Form) -> Result<Response, Failure> {
    let page = Page::new(reads, caller, Nav::Calendar);
    let (t, f) = (page.t, caller.format());
    let today = f.day(caller.now());
    let (first, days) = asked(query, today)?;
    let last = first + TimeDelta::days(days - 1);
    let loaded = super::load(reads, caller, (first, last), query).await?;
    let names = loaded.scope.people.len() > 1;
    let blocks =
        Writing { t, f: &f, scope: &loaded.scope, reader: caller.actor()?.id(), names }.joined(loaded.contents());
    let list_day = |day: NaiveDate| {
        let on_day = |b: &&Block| layout::on_day(f.zone(), day, &b.span).is_some();
        let blocks: Vec<Block> = blocks.iter().filter(on_day).cloned().collect();
        (!blocks.is_empty()).then(|| ListDay {
            day,
            title: Format::opening(&f.long_date(day)),
            today: day == today,
            blocks,
        })
    };
    let kept = &loaded.scope.query;
    let separator = if kept.is_empty() { '?' } else { '&' };
    let from = |day: NaiveDate| format!("/cal/list{kept}{separator}from={day}&days={days}");
    let head = Head {
        title: t.calendar_list_title(),
        dates: f.day_range(first, last),
        holiday: String::new(),
        previous: Link::new(from(first - TimeDelta::days(days)), t.calendar_earlier()),
        now: Link::new(from(today), t.calendar_from_today()),
        next: Link::new(from(first + TimeDelta::days(days)), t.calendar_later()),
        views: head::views(t, first, View::List, kept),
        path: "/cal/list".to_owned(),
        scope: loaded.scope,
    };
    let days = first.iter_days().take_while(|day| *day <= last).filter_map(list_day).collect();
    page::ok(&ListPage { page, head, days })
}

/// First day and number of days.
fn asked(query: &Form, today: NaiveDate) -> Result<(NaiveDate, i64), Failure> {
    let first = match query.get("from") {
        "" => today,
        from => from.parse().ok().filter(|day| when::in_reach(*day)).ok_or(Failure::NotFound)?,
    };
    let days = match query.get("days") {
        "" => DAYS,
        days => days.parse().map_err(|_| Failure::NotFound)?,
    };
    Ok((first, days.clamp(1, MOST_DAYS)))
}
