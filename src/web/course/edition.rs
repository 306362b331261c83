//! Minutes as they were when they were closed.

use askama::Template;
use axum::{extract::State, response::Response};

use super::{seen, sheet::Sheet};
use crate::{
    app::course,
    domain::{ids::MeetingId, minutes::Minutes},
    store,
    web::{
        caller::Caller,
        failure::Failure,
        page::{self, Nav, Page},
        path::Two,
        state::Reads,
    },
};

#[derive(Template)]
#[template(path = "course/edition.html")]
struct EditionPage<'a> {
    page: Page<'a>,
    id: MeetingId,
    title: String,
    words: String,
    closed: String,
    reopened: Option<String>,
    sheet: Sheet,
}

pub(super) async fn show(
    State(reads): State<Reads>,
    caller: Caller,
    Two(id, number): Two<MeetingId, i64>,
) -> Result<Response, Failure> {
    let mut tx = reads.begin().await?;
    let opened = seen(&mut tx, &caller, id).await?;
    let next_at = course::story(&mut tx, opened).await?.next_seen_by(caller.actor()?);
    let edition = store::minutes::edition(&mut tx, id, number).await?.ok_or(Failure::NotFound)?;
    let people: Vec<_> = [edition.closed_by].into_iter().chain(edition.reopened_by).collect();
    let people = store::people::by_ids(&mut tx, &people).await?;
    let name = |id| people.iter().find(|p| p.id == id).map(|p| p.name.clone()).unwrap_or_default();
    let mut minutes: Minutes =
        serde_json::from_str(&edition.content).map_err(|error| Failure::Internal(error.to_string()))?;
    // Whoever does not see the next meeting does not learn of it here either.
    minutes.next_at = minutes.next_at.filter(|at| Some(*at) == next_at);
    let (t, f) = (caller.texts(), caller.format());
    page::ok(&EditionPage {
        id,
        words: t.minutes_edition(edition.edition, f.subject_when(edition.closed_at)),
        closed: t.minutes_closed_by(name(edition.closed_by), f.long_date_time(edition.closed_at)),
        reopened: edition
            .reopened_by
            .zip(edition.reopened_at)
            .map(|(by, at)| t.minutes_reopened_by(name(by), f.long_date_time(at))),
        sheet: Sheet::of(t, &f, &minutes),
        title: minutes.title,
        page: Page::new(&reads, &caller, Nav::Meetings),
    })
}
