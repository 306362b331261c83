//! The log of what meetings decided, agreed and talked about, with search, as far as the reader sees the meetings.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::Response,
};
use chrono::TimeDelta;

use super::{
    access::Access,
    caller::Caller,
    failure::Failure,
    form::Form,
    page::{self, Nav, Page},
    routes::Routes,
    state::Reads,
};
use crate::{
    app::actor::Actor,
    domain::ids::{MeetingId, PersonId},
    i18n::Texts,
    store::{
        self,
        log::{Line, Of, Query},
    },
};

/// Lines of one page.
const PAGE: i64 = 30;
/// Pages that can be turned to.
const MOST_PAGES: i64 = 100;
/// How far back the log goes.
const YEARS: i64 = 3;

pub(super) fn routes(routes: Routes) -> Routes {
    routes.page("/decisions", Access::SignedIn, list)
}

#[derive(Template)]
#[template(path = "course/decisions.html")]
struct ListPage<'a> {
    page: Page<'a>,
    text: String,
    /// What can be looked through, and whether it is.
    kinds: Vec<(&'static str, String, bool)>,
    rows: Vec<Row>,
    empty: String,
    previous: Option<String>,
    next: Option<String>,
}

struct Row {
    body: String,
    day: String,
    meeting: MeetingId,
    title: String,
    owner: Option<String>,
}

const KINDS: [(&str, Of); 3] = [("decisions", Of::Decisions), ("actions", Of::Actions), ("points", Of::Points)];

async fn list(State(reads): State<Reads>, caller: Caller, RawQuery(query): RawQuery) -> Result<Response, Failure> {
    let query = Form::from_query(query.as_deref());
    let text: String = query.get("q").trim().chars().take(100).collect();
    let number: i64 = query.get("page").parse().unwrap_or(1).clamp(1, MOST_PAGES);
    let (name, of) =
        KINDS.into_iter().find(|(name, _)| *name == query.get("in")).unwrap_or(("decisions", Of::Decisions));
    let people = people(caller.actor()?);
    let since = caller.now() - TimeDelta::days(366 * YEARS);
    // One more than is shown tells whether there are more.
    let (skip, limit) = ((number - 1) * PAGE, PAGE + 1);
    let asked = Query { of, people: people.as_deref(), text: &text, since, skip, limit };
    let mut tx = reads.begin().await?;
    let mut found = store::log::page(&mut tx, asked).await?;
    let shown = usize::try_from(PAGE).unwrap_or(0);
    let more = found.len() > shown && number < MOST_PAGES;
    found.truncate(shown);
    let t = caller.texts();
    page::ok(&ListPage {
        rows: found.into_iter().map(|line| row(&caller, line)).collect(),
        empty: if text.is_empty() { t.decisions_empty() } else { t.decisions_none(text.clone()) },
        previous: (number > 1).then(|| link(name, &text, number - 1)),
        next: more.then(|| link(name, &text, number + 1)),
        kinds: KINDS.iter().map(|(one, of)| (*one, kind(t, *of), *one == name)).collect(),
        text,
        page: Page::new(&reads, &caller, Nav::Meetings),
    })
}

/// Whose meetings the reader sees: their own and those of their people; administrators all.
fn people(actor: &Actor) -> Option<Vec<PersonId>> {
    if actor.is_admin() {
        return None;
    }
    let mut people: Vec<PersonId> = actor.managed_people.iter().copied().chain([actor.id()]).collect();
    people.sort_unstable();
    people.dedup();
    people.truncate(1_000);
    Some(people)
}

fn kind(t: &Texts, of: Of) -> String {
    match of {
        Of::Decisions => t.minutes_decisions(),
        Of::Actions => t.minutes_actions(),
        Of::Points => t.minutes_points(),
    }
}

fn link(of: &str, text: &str, page: i64) -> String {
    let path = "/decisions?";
    let mut query = form_urlencoded::Serializer::for_suffix(path.to_owned(), path.len());
    query.append_pair("in", of);
    if !text.is_empty() {
        query.append_pair("q", text);
    }
    query.append_pair("page", &page.to_string()).finish()
}

fn row(caller: &Caller, line: Line) -> Row {
    let f = caller.format();
    let Line { body, at, meeting_id, title, owner } = line;
    Row { body, day: f.date(f.day(at)), meeting: meeting_id, title, owner }
}
