//! The week.

use askama::Template;
use axum::response::Response;
use chrono::{Datelike, NaiveDate, Weekday};

use super::{
    blocks::{Block, Contents, Writing},
    days_off::DaysOff,
    grid::{Drawing, Offer, WeekGrid},
    head::{self, Head, Link, View},
    layout,
    scope::Scope,
};
use crate::{
    app::actor::Actor,
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

#[derive(Template)]
#[template(path = "calendar/week.html")]
struct WeekPage<'a> {
    page: Page<'a>,
    head: Head,
    grid: WeekGrid,
    /// Where the weekend is shown, when it is hidden.
    weekend: Option<String>,
    empty: bool,
}

pub(super) async fn show(reads: &Reads, caller: &Caller, week: Week, query: &Form) -> Result<Response, Failure> {
    let page = Page::new(reads, caller, Nav::Calendar);
    let last = week.days().last().unwrap_or(week.monday());
    let loaded = super::load(reads, caller, (week.monday(), last), query).await?;
    let (t, f) = (page.t, caller.format());
    let actor = caller.actor()?;
    let names = loaded.scope.people.len() > 1;
    let blocks =
        Writing { t, f: &f, scope: &loaded.scope, reader: caller.actor()?.id(), names }.joined(loaded.contents());
    let days = days_shown(actor, &f, week, &blocks, query.has("weekend"));
    let grid = drawing(caller, loaded.scope.is_own(actor), &loaded.scope.query).days(&days, &blocks);
    let kept = &loaded.scope.query;
    let weekend = (days.len() < 7).then(|| {
        let separator = if kept.is_empty() { '?' } else { '&' };
        format!("/cal/{week}{kept}{separator}weekend=1")
    });
    let link = |week: Week, label: String| Link::new(format!("/cal/{week}{kept}"), label);
    let today = f.day(caller.now());
    let around = if days.contains(&today) { today } else { week.monday() };
    let (title, dates) = week_heading(caller, week);
    let head = Head {
        previous: link(week.previous(), f.week_heading(week.previous())),
        now: Link::new(format!("/cal/this-week{kept}"), t.calendar_this_week()),
        next: link(week.next(), f.week_heading(week.next())),
        views: head::views(t, around, View::Week, kept),
        path: format!("/cal/{week}"),
        title,
        dates,
        holiday: String::new(),
        scope: loaded.scope,
    };
    page::ok(&WeekPage { page, head, grid, weekend, empty: blocks.is_empty() })
}

/// `Week 48`, `23–29 November`.
pub(in crate::web) fn week_heading(caller: &Caller, week: Week) -> (String, String) {
    head::week_title(&caller.format(), week)
}

/// The week of the reader alone, with free times to plan in.
pub(in crate::web) fn own_week(
    caller: &Caller,
    actor: &Actor,
    week: Week,
    contents: Contents<'_>,
    weekend: bool,
) -> (WeekGrid, bool) {
    let f = caller.format();
    let scope = Scope::own(actor);
    let blocks = Writing { t: caller.texts(), f: &f, scope: &scope, reader: actor.id(), names: false }.joined(contents);
    let days = days_shown(actor, &f, week, &blocks, weekend);
    (drawing(caller, true, "").days(&days, &blocks), days.len() < 7)
}

/// Free times are offered in one's own calendar to whoever plans meetings.
pub(super) fn drawing<'a>(caller: &'a Caller, own: bool, kept: &'a str) -> Drawing<'a> {
    let actor = caller.actor_if_any().filter(|a| own && a.may_plan().is_ok());
    let offer = actor.map(|a| Offer { hours: &a.person.hours.0, now: caller.now() });
    let days_off = DaysOff::of(caller);
    Drawing { t: caller.texts(), f: caller.format(), now: caller.now(), offer, days_off, kept }
}

/// Monday to Friday, and the weekend when somebody meets or works then or the reader wants to see it.
fn days_shown(actor: &Actor, f: &Format, week: Week, blocks: &[Block], weekend: bool) -> Vec<NaiveDate> {
    let is_weekend = |day: &NaiveDate| matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let busy = |day: NaiveDate| {
        layout::works_on(&actor.person.hours, day)
            || blocks.iter().any(|b| layout::on_day(f.zone(), day, &b.span).is_some())
    };
    let weekend = weekend || week.days().filter(is_weekend).any(busy);
    week.days().filter(|day| weekend || !is_weekend(day)).collect()
}
