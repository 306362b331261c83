//! Notes on a meeting that only their author ever sees.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use uuid::Uuid;

use super::seen;
use crate::{
    app::course::{self, Opened},
    domain::{ids::MeetingId, minutes::MAX_NOTES},
    store,
    web::{
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        page::{self, Nav, Notice, Page},
        path::One,
        state::{Reads, Writes},
    },
};

#[derive(Template)]
#[template(path = "course/notes.html")]
struct NotesPage<'a> {
    page: Page<'a>,
    id: MeetingId,
    title: String,
    errors: Errors,
    rows: Vec<Row>,
}

/// What a note is about.
struct Row {
    field: String,
    label: String,
    about: Uuid,
    body: String,
}

pub(super) async fn show(
    State(reads): State<Reads>,
    caller: Caller,
    One(id): One<MeetingId>,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let mut tx = reads.begin().await?;
    let opened = seen(&mut tx, &caller, id).await?;
    let notes = store::minutes::private_notes(&mut tx, id, caller.actor()?.id()).await?;
    let body = |about: Uuid| notes.iter().find(|(id, _)| *id == about).map(|(_, body)| body.clone());
    let rows = rows(&caller, &opened, |_, about| body(about).unwrap_or_default());
    let saved = Form::from_query(query.as_deref()).get("done") == "saved";
    let notice = saved.then(|| Notice::new(caller.texts().notes_done_saved()));
    let page = Page::new(&reads, &caller, Nav::Meetings).with_notice(notice);
    page::ok(&NotesPage { page, id, title: opened.full.meeting.title, errors: Errors::default(), rows })
}

/// One for the whole meeting and one for each point. A point keeps its id from the agenda to the minutes.
fn rows(caller: &Caller, opened: &Opened, body: impl Fn(&str, Uuid) -> String) -> Vec<Row> {
    let whole = (caller.texts().notes_whole(), opened.full.meeting.id.uuid());
    let points = opened.points.iter().filter(|p| !p.id.uuid().is_nil()).map(|p| (p.title.clone(), p.id.uuid()));
    let row = |(place, (label, about)): (usize, (String, Uuid))| {
        let field = format!("n{place}");
        Row { body: body(&field, about), field, label, about }
    };
    [whole].into_iter().chain(points).enumerate().map(row).collect()
}

pub(super) async fn save(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<MeetingId>,
    form: Form,
) -> Result<Response, Failure> {
    let reads = writes.reads();
    let mut tx = reads.begin().await?;
    let opened = seen(&mut tx, &caller, id).await?;
    drop(tx);
    let rows = rows(&caller, &opened, |field, _| form.get(field).replace("\r\n", "\n"));
    let mut errors = Errors::default();
    for row in rows.iter().filter(|row| row.body.chars().count() > MAX_NOTES) {
        errors.add(row.field.clone(), caller.texts().field_too_long(MAX_NOTES));
    }
    if !errors.is_empty() {
        let page = Page::new(&reads, &caller, Nav::Meetings);
        let page = NotesPage { page, id, title: opened.full.meeting.title, errors, rows };
        return page::html(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let notes = rows.into_iter().map(|row| (row.about, row.body)).collect();
    course::save_private(&writes.app, caller.actor()?, id, notes).await?;
    Ok(Redirect::to(&format!("/meetings/{id}/notes?done=saved")).into_response())
}
