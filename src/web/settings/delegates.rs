//! Who plans meetings on one's behalf.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};

use super::notice;
use crate::{
    app::{
        delegates,
        error::{AppError, Refusal},
    },
    domain::ids::PersonId,
    store::{self, delegates::MOST, people::Person},
    web::{
        access::Access,
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        page::{self, Nav, Notice, Page},
        path::One,
        routes::Routes,
        state::{Reads, Writes},
    },
};

/// Most colleagues to choose from.
const PEOPLE: i64 = 1_000;

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .page("/settings/delegates", Access::Planner, show)
        .command("/settings/delegates", Access::Planner, add)
        .command("/settings/delegates/{id}/removal", Access::Planner, remove)
}

#[derive(Template)]
#[template(path = "settings/delegates.html")]
struct DelegatesPage<'a> {
    page: Page<'a>,
    errors: Errors,
    delegates: Vec<Person>,
    /// Those for whom the reader plans.
    principals: Vec<String>,
    /// Whom to choose from; nobody first.
    people: Vec<(String, String)>,
    chosen: String,
}

impl<'a> DelegatesPage<'a> {
    async fn load(reads: &'a Reads, caller: &'a Caller, told: Option<Notice>) -> Result<Self, Failure> {
        let actor = caller.actor()?;
        let mut tx = reads.begin().await?;
        let delegates = store::delegates::of(&mut tx, actor.id()).await?;
        let all = store::people::list(&mut tx, PEOPLE).await?;
        let principals = all.iter().filter(|p| actor.plans_for(p.id) && p.leads_meetings()).map(|p| p.name.clone());
        let principals = principals.collect();
        let there = |p: &Person| p.id == actor.id() || delegates.iter().any(|d| d.id == p.id);
        let others = all.into_iter().filter(|p| p.leads_meetings() && !there(p)).map(|p| (p.id.to_string(), p.name));
        let people = std::iter::once((String::new(), caller.texts().delegates_choose())).chain(others).collect();
        let page = Page::new(reads, caller, Nav::Settings).with_notice(told);
        Ok(Self { page, errors: Errors::default(), delegates, principals, people, chosen: String::new() })
    }
}

async fn show(State(reads): State<Reads>, caller: Caller, RawQuery(query): RawQuery) -> Result<Response, Failure> {
    page::ok(&DelegatesPage::load(&reads, &caller, notice(caller.texts(), query.as_deref())).await?)
}

async fn add(State(writes): State<Writes>, caller: Caller, form: Form) -> Result<Response, Failure> {
    let (actor, t) = (caller.actor()?, caller.texts());
    let chosen = form.get("person").parse::<PersonId>();
    let refused = match chosen {
        Err(_) => t.field_choose_one(),
        Ok(id) => match delegates::add(&writes.app, actor, id).await {
            Ok(()) => return Ok(Redirect::to("/settings/delegates?done=delegated").into_response()),
            Err(AppError::Refused(Refusal::TooManyDelegates)) => t.delegates_too_many(MOST),
            Err(AppError::Refused(Refusal::Gone(_) | Refusal::Oneself) | AppError::NotFound) => t.field_choose_one(),
            Err(error) => return Err(error.into()),
        },
    };
    let reads = writes.reads();
    let mut page = DelegatesPage::load(&reads, &caller, None).await?;
    form.get("person").clone_into(&mut page.chosen);
    page.errors.add("person", refused);
    page::invalid(&page)
}

async fn remove(State(writes): State<Writes>, caller: Caller, One(id): One<PersonId>) -> Result<Response, Failure> {
    delegates::remove(&writes.app, caller.actor()?, id).await?;
    Ok(Redirect::to("/settings/delegates?done=undelegated").into_response())
}
