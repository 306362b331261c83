//! Everybody.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::Response,
};

use crate::{
    domain::person::PersonState,
    i18n::labels,
    store::{self, people::Person},
    web::{
        access::Access,
        caller::Caller,
        failure::Failure,
        form::Form,
        page::{self, Nav, Notice, Page},
        routes::Routes,
        state::Reads,
    },
};

pub(super) fn routes(routes: Routes) -> Routes {
    routes.page("/admin/people", Access::Admin, show)
}

/// Most people that are looked through.
pub(super) const MOST: i64 = 5_000;
/// People on one page.
const PAGE: usize = 100;

struct Row {
    person: Person,
    teams: String,
}

#[derive(Template)]
#[template(path = "admin/people.html")]
struct PeoplePage<'a> {
    page: Page<'a>,
    q: String,
    rows: Vec<Row>,
    found: usize,
    newer: Option<String>,
    older: Option<String>,
}

async fn show(State(reads): State<Reads>, caller: Caller, RawQuery(query): RawQuery) -> Result<Response, Failure> {
    let form = Form::from_query(query.as_deref());
    let q: String = form.get("q").trim().chars().take(100).collect();
    let skip: usize = form.get("from").parse().unwrap_or(0).min(usize::try_from(MOST).unwrap_or(0));
    let mut tx = reads.begin().await?;
    let teams = store::teams::list(&mut tx).await?;
    let memberships = store::teams::memberships(&mut tx).await?;
    let mut found = store::people::list(&mut tx, MOST).await?;
    let needle = q.to_lowercase();
    // In Rust, because SQLite compares only the letters of English without regard to case.
    found.retain(|p| p.name.to_lowercase().contains(&needle) || p.email_key.contains(&needle));
    found.sort_by_key(|p| (p.state == PersonState::Deactivated, p.name.to_lowercase()));
    let count = found.len();
    let row = |person: Person| {
        let own = |id| memberships.iter().any(|m| m.person_id == person.id && m.team_id == id);
        let teams: Vec<&str> = teams.iter().filter(|t| own(t.id)).map(|t| t.name.as_str()).collect();
        Row { teams: teams.join(", "), person }
    };
    let rows: Vec<Row> = found.into_iter().skip(skip).take(PAGE).map(row).collect();
    let link = |from: usize| {
        let q: String = form_urlencoded::byte_serialize(q.as_bytes()).collect();
        format!("/admin/people?q={q}&from={from}")
    };
    let older = (skip + PAGE < count).then(|| link(skip + PAGE));
    let newer = (skip > 0).then(|| link(skip.saturating_sub(PAGE)));
    let invited = form.get("invited").parse::<u32>().ok().filter(|n| (1..=1_000).contains(n));
    let notice = invited.map(|n| Notice::new(caller.texts().people_invited(n)));
    let page = Page::new(&reads, &caller, Nav::Admin).with_notice(notice);
    page::ok(&PeoplePage { page, q, rows, found: count, newer, older })
}
