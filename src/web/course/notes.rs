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
    app::{
        course::{self, MAX_PRIVATE, Opened},
        error::{AppError, Refusal},
    },
    domain::{
        ids::MeetingId,
        minutes::{MAX_ALL, MAX_NOTES},
    },
    i18n::Texts,
    store,
    web::{
        caller::Caller,
        failure::Failure,
        form::{Errors, Form, LongForm},
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
    let rows = rows(&caller, &opened, &notes);
    let saved = Form::from_query(query.as_deref()).get("done") == "saved";
    let notice = saved.then(|| Notice::new(caller.texts().notes_done_saved()));
    let page = Page::new(&reads, &caller, Nav::Meetings).with_notice(notice);
    page::ok(&NotesPage { page, id, title: opened.full.meeting.title, errors: Errors::default(), rows })
}

/// One for the whole meeting, one for each point, which keeps its id from the agenda to the minutes, and those about points
/// that are not there any more.
fn rows(caller: &Caller, opened: &Opened, notes: &[(Uuid, String)]) -> Vec<Row> {
    let t = caller.texts();
    let whole = (t.notes_whole(), opened.full.meeting.id.uuid());
    let points = opened.points.iter().map(|p| (p.title.clone(), p.id.uuid()));
    let known: Vec<(String, Uuid)> = [whole].into_iter().chain(points).collect();
    let gone = |(about, body): &&(Uuid, String)| !body.is_empty() && known.iter().all(|(_, id)| id != about);
    let gone: Vec<(String, Uuid)> = notes.iter().filter(gone).map(|(about, _)| (t.notes_gone(), *about)).collect();
    let body = |about: Uuid| notes.iter().find(|(id, _)| *id == about).map(|(_, body)| body.clone());
    let row = |(label, about): (String, Uuid)| Row {
        field: format!("n.{about}"),
        label,
        body: body(about).unwrap_or_default(),
    };
    known.into_iter().chain(gone).map(row).collect()
}

/// The notes that the form carries, by what they are about.
fn typed(form: &Form) -> Vec<(Uuid, String)> {
    let note = |(name, body): &(String, String)| {
        let about = name.strip_prefix("n.")?.parse::<Uuid>().ok()?;
        Some((about, body.replace("\r\n", "\n").trim_end().to_owned()))
    };
    let mut notes: Vec<(Uuid, String)> = Vec::new();
    for (about, body) in form.fields().iter().filter_map(note) {
        if notes.iter().all(|(id, _)| *id != about) && notes.len() <= MAX_PRIVATE {
            notes.push((about, body));
        }
    }
    notes
}

fn faults(t: &Texts, notes: &[(Uuid, String)]) -> Errors {
    let mut errors = Errors::default();
    let length = |body: &str| body.chars().count();
    for (about, _) in notes.iter().filter(|(_, body)| length(body) > MAX_NOTES) {
        errors.add(format!("n.{about}"), t.field_too_long(MAX_NOTES));
    }
    let longest = notes.iter().max_by_key(|(_, body)| length(body));
    if let Some((about, _)) = longest.filter(|_| notes.iter().map(|(_, body)| length(body)).sum::<usize>() > MAX_ALL) {
        errors.add(format!("n.{about}"), t.minutes_too_long(MAX_ALL));
    }
    errors
}

pub(super) async fn save(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<MeetingId>,
    LongForm(form): LongForm,
) -> Result<Response, Failure> {
    let reads = writes.reads();
    let mut tx = reads.begin().await?;
    let opened = seen(&mut tx, &caller, id).await?;
    drop(tx);
    let (t, notes) = (caller.texts(), typed(&form));
    let rows = rows(&caller, &opened, &notes);
    let mut errors = faults(t, &notes);
    if errors.is_empty() {
        match course::save_private(&writes.app, caller.actor()?, id, notes).await {
            Ok(()) => return Ok(Redirect::to(&format!("/meetings/{id}/notes?done=saved")).into_response()),
            Err(AppError::Refused(Refusal::TooManyRows)) => {
                errors.add(format!("n.{id}"), t.minutes_too_many(MAX_PRIVATE));
            }
            Err(error) => return Err(error.into()),
        }
    }
    let page = Page::new(&reads, &caller, Nav::Meetings);
    let page = NotesPage { page, id, title: opened.full.meeting.title, errors, rows };
    page::html(StatusCode::UNPROCESSABLE_ENTITY, &page)
}
