//! The meeting load of a team, and the meter of one's own week.

mod export;
mod gather;
pub(super) mod meter;
pub(super) mod selling;
mod view;

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::Response,
};

use super::{
    access::Access,
    caller::Caller,
    failure::Failure,
    form::Form,
    limits::scope_value,
    page::{self, Nav, Page},
    path::One,
    routes::Routes,
    state::Reads,
};
use crate::domain::{ids::TeamId, limits::rule::Scope, load::window::SPANS};
use gather::Gathered;

pub(super) fn routes(routes: Routes) -> Routes {
    routes.page("/teams/{id}/load", Access::SignedIn, show).page(
        "/teams/{id}/load.csv",
        Access::SignedIn,
        export::export,
    )
}

/// Weeks of the report when nobody says how many.
const USUAL: usize = 12;

#[derive(Template)]
#[template(path = "load/team.html")]
struct LoadPage<'a> {
    page: Page<'a>,
    team: TeamId,
    heading: String,
    weeks: usize,
    /// Numbers of weeks to choose from, whether each is chosen, and its words.
    spans: Vec<(usize, bool, String)>,
    /// Whether the reader sees everybody's hours.
    all: bool,
    /// Where the reader writes a limit for the team, if they may.
    adjust: Option<String>,
    /// `None` as long as there is too little to show.
    report: Option<view::Report>,
}

/// How many weeks the address asks for; anything else means the usual.
fn asked(query: Option<&str>) -> usize {
    let asked = Form::from_query(query).get("weeks").parse().ok();
    asked.filter(|weeks| SPANS.contains(weeks)).unwrap_or(USUAL)
}

async fn show(
    State(reads): State<Reads>,
    caller: Caller,
    One(team): One<TeamId>,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let weeks = asked(query.as_deref());
    let mut tx = reads.begin().await?;
    let gathered = Gathered::read(&mut tx, &caller, team, weeks).await?;
    let report = if gathered.enough() { Some(view::report(&mut tx, &caller, &gathered).await?) } else { None };
    let scope = Scope::Team(team);
    page::ok(&LoadPage {
        page: Page::new(&reads, &caller, Nav::Team),
        team,
        heading: caller.texts().load_heading(gathered.team.name.clone()),
        weeks,
        spans: SPANS.iter().map(|n| (*n, *n == weeks, caller.texts().load_weeks_option(*n))).collect(),
        all: gathered.all,
        adjust: caller.actor()?.sets_limits_of(scope).then(|| format!("/limits/new?scope={}", scope_value(scope))),
        report,
    })
}
