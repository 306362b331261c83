//! The page of one template.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};

use super::fields::{self, Typed, TypedPoint};
use crate::{
    app::{
        agenda_templates::{self, Whose},
        error::{AppError, Refusal},
    },
    domain::{
        agenda::{ItemKind, Wanted, template::MAX_TEMPLATES},
        ids::{MeetingId, TemplateId},
        meeting::{MAX_POINTS, Purpose},
    },
    i18n::labels,
    store::{self, Tx, agenda_templates::AgendaTemplate},
    web::{
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        page::{self, Nav, Page},
        path::One,
        state::{Reads, Writes},
    },
};

/// Empty points of a new template.
const FIRST: usize = 3;

#[derive(Template)]
#[template(path = "agendas/edit.html")]
struct EditPage<'a> {
    page: Page<'a>,
    errors: Errors,
    /// `None` for a new one.
    id: Option<TemplateId>,
    version: i64,
    once: String,
    /// Whether the reader may change it; others read it.
    changes: bool,
    typed: Typed,
    whose_words: String,
    owners: Vec<(String, String)>,
    purposes: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    wanted: Vec<(String, String)>,
    leaders: Vec<(String, String)>,
    more: bool,
}

pub(super) async fn new(
    State(reads): State<Reads>,
    caller: Caller,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let query = Form::from_query(query.as_deref());
    let mut tx = reads.begin().await?;
    let mut typed = Typed { whose: "own".to_owned(), ..Typed::default() };
    if query.has("meeting") {
        let id: MeetingId = query.get("meeting").parse().map_err(|_| Failure::NotFound)?;
        let actor = caller.actor()?;
        let full = store::meetings::by_id(&mut tx, id).await?.filter(|full| actor.sees(full));
        typed = Typed::of_meeting(&full.ok_or(Failure::NotFound)?);
    }
    typed.points.resize_with(typed.points.len().max(FIRST), TypedPoint::default);
    draw(&reads, &caller, (&mut tx, None), (StatusCode::OK, typed, Errors::default())).await
}

pub(super) async fn show(
    State(reads): State<Reads>,
    caller: Caller,
    One(id): One<TemplateId>,
) -> Result<Response, Failure> {
    let mut tx = reads.begin().await?;
    let template = seen(&mut tx, &caller, id).await?;
    let typed = Typed::stored(&template);
    draw(&reads, &caller, (&mut tx, Some(&template)), (StatusCode::OK, typed, Errors::default())).await
}

async fn seen(tx: &mut Tx, caller: &Caller, id: TemplateId) -> Result<AgendaTemplate, Failure> {
    let actor = caller.actor()?;
    let found = store::agenda_templates::by_id(tx, id).await?;
    found.filter(|template| actor.sees_template(template)).ok_or(Failure::NotFound)
}

async fn draw(
    reads: &Reads,
    caller: &Caller,
    (tx, template): (&mut Tx, Option<&AgendaTemplate>),
    (status, typed, errors): (StatusCode, Typed, Errors),
) -> Result<Response, Failure> {
    let (actor, t) = (caller.actor()?, caller.texts());
    let teams = fields::teams(tx, template.map(std::slice::from_ref).unwrap_or_default()).await?;
    let purposes = Purpose::ALL.iter().map(|p| (p.to_string(), labels::purpose(t, *p)));
    let page = EditPage {
        id: template.map(|template| template.id),
        version: template.map_or(0, |template| template.version),
        once: reads.once_key(),
        changes: template.is_none_or(|template| actor.may_change_template(template).is_ok()),
        whose_words: template.map_or_else(String::new, |one| fields::whose_words(t, Whose::of(one), &teams)),
        owners: fields::owners(tx, actor, t).await?,
        purposes: [(String::new(), t.agendas_any_purpose())].into_iter().chain(purposes).collect(),
        kinds: ItemKind::ALL.iter().rev().map(|k| (k.to_string(), labels::item_kind(t, *k))).collect(),
        wanted: Wanted::ALL.iter().map(|w| (w.to_string(), labels::wanted(t, *w))).collect(),
        leaders: vec![
            ("everyone".to_owned(), t.planner_owner_everyone()),
            ("organizer".to_owned(), t.agendas_organizer()),
        ],
        more: typed.points.len() < MAX_POINTS,
        page: Page::new(reads, caller, Nav::Meetings),
        errors,
        typed,
    };
    page::html(status, &page)
}

pub(super) async fn create(State(writes): State<Writes>, caller: Caller, form: Form) -> Result<Response, Failure> {
    let reads = writes.reads();
    let actor = caller.actor()?;
    let mut typed = Typed::of(&form);
    let rearranged = typed.rearrange(form.get("do"));
    let (status, errors) = match typed.read(caller.texts(), &caller.format()) {
        _ if rearranged => (StatusCode::OK, Errors::default()),
        Err(errors) => (StatusCode::UNPROCESSABLE_ENTITY, errors),
        Ok(outline) => match agenda_templates::create(&writes.app, actor, (outline, &form.once(actor.id()))).await {
            Ok(_) => return Ok(Redirect::to("/agendas?done=kept").into_response()),
            Err(error) => (StatusCode::UNPROCESSABLE_ENTITY, refused(&caller, error)?),
        },
    };
    let mut tx = reads.begin().await?;
    draw(&reads, &caller, (&mut tx, None), (status, typed, errors)).await
}

pub(super) async fn save(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<TemplateId>,
    form: Form,
) -> Result<Response, Failure> {
    let reads = writes.reads();
    let actor = caller.actor()?;
    let mut tx = reads.begin().await?;
    let template = seen(&mut tx, &caller, id).await?;
    actor.may_change_template(&template)?;
    drop(tx);
    let mut typed = Typed::of(&form);
    let rearranged = typed.rearrange(form.get("do"));
    let version: i64 = form.get("version").parse().map_err(|_| Failure::Unreadable)?;
    let (status, errors) = match typed.read(caller.texts(), &caller.format()) {
        _ if rearranged => (StatusCode::OK, Errors::default()),
        Err(errors) => (StatusCode::UNPROCESSABLE_ENTITY, errors),
        Ok(outline) => match agenda_templates::change(&writes.app, actor, (id, version, outline)).await {
            Ok(()) => return Ok(Redirect::to("/agendas?done=kept").into_response()),
            Err(AppError::Stale) => {
                let mut errors = Errors::default();
                errors.add("name", caller.texts().point_stale());
                (StatusCode::CONFLICT, errors)
            }
            Err(error) => (StatusCode::UNPROCESSABLE_ENTITY, refused(&caller, error)?),
        },
    };
    // A form that only moved its points stays the form of the version it was filled from.
    let shown = if status == StatusCode::CONFLICT { template } else { AgendaTemplate { version, ..template } };
    let mut tx = reads.begin().await?;
    draw(&reads, &caller, (&mut tx, Some(&shown)), (status, typed, errors)).await
}

fn refused(caller: &Caller, error: AppError) -> Result<Errors, Failure> {
    match error {
        AppError::Refused(Refusal::TooManyRows) => {
            let mut errors = Errors::default();
            errors.add("name", caller.texts().agendas_too_many(MAX_TEMPLATES));
            Ok(errors)
        }
        other => Err(other.into()),
    }
}
