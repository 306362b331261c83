//! Thanks that were said in meetings.

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
    page::{self, Nav, Page},
    points::why,
    routes::Routes,
    state::Reads,
};
use crate::{
    app::{
        actor::Actor,
        points::recognitions::{self, Because},
    },
    domain::{ids::PersonId, person::PersonState},
    store::{self, Tx, recognitions::Said},
};

/// Thanks of one page.
const PAGE: i64 = 50;
/// Pages that can be turned to.
const MOST_PAGES: i64 = 100;
/// Most people who are looked at for who has waited longest.
const MOST_PEOPLE: usize = 500;

pub(super) fn routes(routes: Routes) -> Routes {
    routes.page("/recognitions", Access::SignedIn, list)
}

#[derive(Template)]
#[template(path = "recognitions/list.html")]
struct ListPage<'a> {
    page: Page<'a>,
    rows: Vec<Row>,
    /// Name, and since when.
    waiting: Vec<(String, String)>,
    previous: Option<String>,
    next: Option<String>,
}

struct Row {
    name: String,
    reason: String,
    metric: String,
    when: String,
    title: String,
    /// The meeting, for those who see it.
    href: Option<String>,
}

async fn list(State(reads): State<Reads>, caller: Caller, RawQuery(query): RawQuery) -> Result<Response, Failure> {
    let query = Form::from_query(query.as_deref());
    let number = query.get("page").parse().unwrap_or(1).clamp(1, MOST_PAGES);
    let (actor, f) = (caller.actor()?, caller.format());
    let mut tx = reads.begin().await?;
    // One more than is shown tells whether there are more.
    let part = (PAGE + 1, (number - 1) * PAGE);
    let mut found = store::recognitions::said(&mut tx, &actor.sight(), caller.now(), part).await?;
    let shown = usize::try_from(PAGE).unwrap_or(0);
    let more = found.len() > shown && number < MOST_PAGES;
    found.truncate(shown);
    let row = |said: Said| Row {
        name: said.name,
        reason: said.reason,
        metric: said.metric,
        when: f.date(f.day(said.starts_at)),
        href: said.seen.then(|| format!("/meetings/{}", said.meeting_id)),
        // Whoever was thanked in a meeting that they do not see learns what for, and not where.
        title: if said.seen { said.title } else { String::new() },
    };
    page::ok(&ListPage {
        rows: found.into_iter().map(row).collect(),
        waiting: waiting(&mut tx, &caller, actor).await?,
        previous: (number > 1).then(|| format!("/recognitions?page={}", number - 1)),
        next: more.then(|| format!("/recognitions?page={}", number + 1)),
        page: Page::new(&reads, &caller, Nav::Meetings),
    })
}

/// For those who lead people, who of them has had no thanks for longest.
async fn waiting(tx: &mut Tx, caller: &Caller, actor: &Actor) -> Result<Vec<(String, String)>, Failure> {
    let ids: Vec<PersonId> =
        actor.managed_people.iter().copied().filter(|id| *id != actor.id()).take(MOST_PEOPLE).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let (t, f) = (caller.texts(), caller.format());
    let mut people = store::people::by_ids(tx, &ids).await?;
    people.retain(|p| p.state == PersonState::Active);
    people.sort_by(|a, b| a.name.cmp(&b.name));
    let proposed = recognitions::proposals(tx, &people, caller.now()).await?;
    let waits = proposed.into_iter().filter(|p| !matches!(p.because, Because::CustomerMeetings(_)));
    Ok(waits.map(|p| (p.name, why(t, &f, &p.because))).collect())
}
