//! All teams, and new ones.

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};

use crate::{
    app::teams,
    web::{
        access::Access,
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        page::{self, Nav, Page},
        routes::Routes,
        state::{Reads, Writes},
        teams::{Card, cards, name_refused, read_name},
    },
};

pub(super) fn routes(routes: Routes) -> Routes {
    routes.page("/admin/teams", Access::Admin, show).command("/admin/teams", Access::Admin, create)
}

#[derive(Template)]
#[template(path = "admin/teams.html")]
struct TeamsPage<'a> {
    page: Page<'a>,
    errors: Errors,
    cards: Vec<Card>,
    /// As typed.
    typed: String,
    once: String,
}

async fn show(State(reads): State<Reads>, caller: Caller) -> Result<Response, Failure> {
    page::ok(&teams_page(&reads, &caller, Errors::default(), &Form::default()).await?)
}

async fn teams_page<'a>(
    reads: &Reads,
    caller: &'a Caller,
    errors: Errors,
    form: &Form,
) -> Result<TeamsPage<'a>, Failure> {
    let page = Page::new(reads, caller, Nav::Admin);
    let cards = cards(reads, |_| true).await?;
    Ok(TeamsPage { page, errors, cards, typed: form.get("name").to_owned(), once: reads.once_key() })
}

async fn create(State(writes): State<Writes>, caller: Caller, form: Form) -> Result<Response, Failure> {
    let actor = caller.actor()?;
    let permit = actor.may_administer()?;
    let errors = match read_name(caller.texts(), &form) {
        Ok(name) => match teams::create(&writes.app, actor, &permit, (&name, &form.once(actor.id()))).await {
            Ok(location) => return Ok(Redirect::to(&location).into_response()),
            Err(error) => name_refused(caller.texts(), error)?,
        },
        Err(errors) => errors,
    };
    page::invalid(&teams_page(&writes.reads(), &caller, errors, &form).await?)
}
