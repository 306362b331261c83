//! Calendars: week, month, day and list, of oneself and of others.

pub(super) mod blocks;
mod day;
mod days_off;
pub(super) mod grid;
mod head;
pub(super) mod layout;
mod list;
mod month;
pub(super) mod scope;
mod week;
mod when;

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use chrono::{NaiveDate, TimeDelta};

pub(super) use self::week::{own_week, week_heading};
use self::{
    blocks::Contents,
    scope::{Scope, Shown},
    when::When,
};
use super::{
    access::Access,
    caller::Caller,
    failure::Failure,
    form::Form,
    page::{self, Nav, Page},
    path::One,
    routes::Routes,
    state::Reads,
};
use crate::{
    domain::time::{Interval, Week},
    store::holds::Held,
};

pub(super) fn routes(routes: Routes) -> Routes {
    routes.page("/cal/{when}", Access::SignedIn, show)
}

async fn show(
    State(reads): State<Reads>,
    caller: Caller,
    One(when): One<When>,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let today = caller.format().day(caller.now());
    let query = Form::from_query(query.as_deref());
    match when {
        When::Week(week) => week::show(&reads, &caller, week, &query).await,
        When::Month(first) => month::show(&reads, &caller, first, &query).await,
        When::Day(day) => day::show(&reads, &caller, day, &query).await,
        When::List => list::show(&reads, &caller, &query).await,
        When::ThisWeek => Ok(to(&caller, Week::of(today))),
        When::ThisMonth => Ok(to(&caller, today.format("%Y-%m"))),
        When::Today => Ok(to(&caller, today)),
        When::NoSuchWeek(year) => no_such_week(&reads, &caller, year),
    }
}

/// To the address of the time meant, with the same choice of people.
fn to(caller: &Caller, when: impl std::fmt::Display) -> Response {
    let query = caller.target().split_once('?').map_or(String::new(), |(_, query)| format!("?{query}"));
    Redirect::to(&format!("/cal/{when}{query}")).into_response()
}

#[derive(Template)]
#[template(path = "calendar/no_such_week.html")]
struct NoSuchWeekPage<'a> {
    page: Page<'a>,
    last: Option<Week>,
    first: Option<Week>,
}

fn no_such_week(reads: &Reads, caller: &Caller, year: i32) -> Result<Response, Failure> {
    let page = NoSuchWeekPage {
        page: Page::new(reads, caller, Nav::Calendar),
        last: when::last_week(year),
        first: Week::new(year + 1, 1).ok(),
    };
    page::html(StatusCode::NOT_FOUND, &page)
}

/// What is in some calendars over some days.
struct Loaded {
    scope: Scope,
    shown: Vec<Shown>,
    /// Time that drafts keep.
    held: Vec<Held>,
}

impl Loaded {
    fn contents(&self) -> Contents<'_> {
        Contents { shown: &self.shown, held: &self.held }
    }
}

/// Whole days from `first` up to and with `last`.
async fn load(
    reads: &Reads,
    caller: &Caller,
    (first, last): (NaiveDate, NaiveDate),
    query: &Form,
) -> Result<Loaded, Failure> {
    let actor = caller.actor()?;
    let zone = caller.zone();
    let span =
        Interval::new(zone.start_of(first), zone.start_of(last + TimeDelta::days(1))).ok_or(Failure::NotFound)?;
    let mut tx = reads.begin().await?;
    let scope = Scope::load(&mut tx, actor, query).await?;
    let shown = scope.entries(&mut tx, actor, span).await?;
    let held = scope.held(&mut tx, (span, caller.now())).await?;
    Ok(Loaded { scope, shown, held })
}
