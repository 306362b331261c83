//! Agendas that people keep to begin with: the list, and the page of one.

mod edit;
pub(super) mod fields;

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};

use super::{
    access::Access,
    caller::Caller,
    failure::Failure,
    form::Form,
    page::{self, Nav, Notice, Page},
    path::One,
    routes::Routes,
    state::{Reads, Writes},
};
use crate::{
    app::agenda_templates::{self, Whose},
    domain::ids::TemplateId,
    i18n::labels,
    store::agenda_templates::AgendaTemplate,
};

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .page("/agendas", Access::Planner, list)
        .command("/agendas", Access::Planner, edit::create)
        .page("/agendas/new", Access::Planner, edit::new)
        .page("/agendas/{id}", Access::Planner, edit::show)
        .command("/agendas/{id}", Access::Planner, edit::save)
        .command("/agendas/{id}/removal", Access::Planner, remove)
}

#[derive(Template)]
#[template(path = "agendas/list.html")]
struct ListPage<'a> {
    page: Page<'a>,
    rows: Vec<Row>,
}

struct Row {
    id: TemplateId,
    name: String,
    whose: String,
    about: String,
    changes: bool,
}

async fn list(State(reads): State<Reads>, caller: Caller, RawQuery(query): RawQuery) -> Result<Response, Failure> {
    let (actor, t) = (caller.actor()?, caller.texts());
    let mut tx = reads.begin().await?;
    let all = agenda_templates::usable(&mut tx, actor).await?;
    let teams = fields::teams(&mut tx, &all).await?;
    let notice = match Form::from_query(query.as_deref()).get("done") {
        "kept" => Some(t.agendas_done_kept()),
        "removed" => Some(t.agendas_done_removed()),
        _ => None,
    };
    let row = |template: &AgendaTemplate| Row {
        id: template.id,
        name: template.name.clone(),
        whose: fields::whose_words(t, Whose::of(template), &teams),
        about: about(&caller, template),
        changes: actor.may_change_template(template).is_ok(),
    };
    let rows = all.iter().map(row).collect();
    page::ok(&ListPage { page: Page::new(&reads, &caller, Nav::Meetings).with_notice(notice.map(Notice::new)), rows })
}

/// `Set targets · 4 points · 30 min`
fn about(caller: &Caller, template: &AgendaTemplate) -> String {
    let (t, f) = (caller.texts(), caller.format());
    let minutes = template.points.iter().map(|point| point.minutes).fold(0, u32::saturating_add);
    let parts = [
        template.purpose.map(|purpose| labels::purpose(t, purpose)),
        Some(t.agendas_points(template.points.len())),
        (minutes > 0).then(|| f.duration(minutes)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

async fn remove(State(writes): State<Writes>, caller: Caller, One(id): One<TemplateId>) -> Result<Response, Failure> {
    agenda_templates::remove(&writes.app, caller.actor()?, id).await?;
    Ok(Redirect::to("/agendas?done=removed").into_response())
}
