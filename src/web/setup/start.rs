//! The door and the end of the set-up.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Response},
};
use axum_extra::extract::CookieJar;

use super::{Task, Visit, admin_visit, cookie, tasks, to, visit};
use crate::{
    app::{
        error::{AppError, Refusal},
        setup::{self, Opener, Progress},
    },
    web::{
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        page::{self, Nav, Page},
        relay_form,
        state::{Reads, Writes},
    },
};

#[derive(Template)]
#[template(path = "setup/code.html")]
struct CodePage<'a> {
    page: Page<'a>,
    errors: Errors,
    code: String,
}

#[derive(Template)]
#[template(path = "setup/done.html")]
struct DonePage<'a> {
    page: Page<'a>,
    tasks: Vec<Task>,
    leaves: bool,
}

/// The next step for whoever may go on, the code for everybody else.
pub(super) async fn show(
    State(reads): State<Reads>,
    caller: Caller,
    jar: CookieJar,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    if let Some(Visit { opener, progress }) = visit(&reads, &caller, &jar).await? {
        return Ok(to(next(&opener, &progress)));
    }
    let code = Form::from_query(query.as_deref()).get("code").chars().take(100).collect();
    page::ok(&CodePage { page: Page::new(&reads, &caller, Nav::None), errors: Errors::default(), code })
}

fn next(opener: &Opener, progress: &Progress) -> &'static str {
    match opener {
        _ if progress.organization.is_none() => "/setup/company",
        Opener::Code { .. } => "/setup/account",
        Opener::Admin(_) if progress.teams > 0 => "/setup/done",
        Opener::Admin(_) => "/setup/mail",
    }
}

pub(super) async fn enter(
    State(writes): State<Writes>,
    caller: Caller,
    jar: CookieJar,
    form: Form,
) -> Result<Response, Failure> {
    let code = form.get("code").trim();
    match setup::enter(&writes.app, code, caller.address()).await {
        Ok(()) => Ok((jar.add(cookie(&writes, code)), to("/setup")).into_response()),
        Err(AppError::Refused(Refusal::LinkUsed)) => {
            let mut errors = Errors::default();
            errors.add("code", caller.texts().setup_code_wrong());
            let page = Page::new(&writes.reads(), &caller, Nav::None);
            page::invalid(&CodePage { page, errors, code: form.get("code").to_owned() })
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn show_end(State(reads): State<Reads>, caller: Caller) -> Result<Response, Failure> {
    let (_, progress) = admin_visit(&reads, &caller).await?;
    if progress.organization.is_none() {
        return Ok(to("/setup"));
    }
    page::ok(&DonePage {
        page: Page::new(&reads, &caller, Nav::None),
        tasks: tasks(&reads, caller.texts(), &progress, "/setup/done"),
        leaves: relay_form::leaves(&reads, progress.organization.as_ref()),
    })
}

pub(super) async fn finish(
    State(writes): State<Writes>,
    caller: Caller,
    jar: CookieJar,
    form: Form,
) -> Result<Response, Failure> {
    let (actor, _) = admin_visit(&writes.reads(), &caller).await?;
    setup::finish(&writes.app, actor).await?;
    let mut gone = cookie(&writes, "");
    gone.make_removal();
    let next = if form.get("next") == "week" { "/" } else { "/meetings/new" };
    Ok((jar.add(gone), to(next)).into_response())
}
