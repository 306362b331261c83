//! The mail server, which may be skipped.

use askama::Template;
use axum::{extract::State, response::Response};

use super::{Task, admin_visit, tasks, to};
use crate::{
    app::setup::Progress,
    web::{
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        page::{self, Nav, Page},
        relay_form::{self, Outcome, RelayView},
        state::{Reads, Writes},
    },
};

#[derive(Template)]
#[template(path = "setup/mail.html")]
struct MailPage<'a> {
    page: Page<'a>,
    tasks: Vec<Task>,
    errors: Errors,
    relay: RelayView,
    action: &'static str,
    continues: bool,
}

pub(super) async fn show(State(reads): State<Reads>, caller: Caller) -> Result<Response, Failure> {
    let (_, progress) = admin_visit(&reads, &caller).await?;
    page::ok(&mail_page(&reads, &caller, &progress)?)
}

fn mail_page<'a>(reads: &Reads, caller: &'a Caller, progress: &Progress) -> Result<MailPage<'a>, Failure> {
    let firm = progress.organization.as_ref().ok_or(Failure::NotFound)?;
    Ok(MailPage {
        page: Page::new(reads, caller, Nav::None),
        tasks: tasks(reads, caller.texts(), progress, "/setup/mail"),
        errors: Errors::default(),
        relay: RelayView::saved(reads, caller.texts(), firm),
        action: "/setup/mail",
        continues: true,
    })
}

pub(super) async fn change(State(writes): State<Writes>, caller: Caller, form: Form) -> Result<Response, Failure> {
    let reads = writes.reads();
    let (actor, _) = admin_visit(&reads, &caller).await?;
    let outcome = relay_form::carry_out(&writes, &caller, actor, &form).await?;
    let (_, progress) = admin_visit(&reads, &caller).await?;
    let mut page = mail_page(&reads, &caller, &progress)?;
    match outcome {
        Outcome::Saved => Ok(to(if form.get("do") == "remove" { "/setup/mail" } else { "/setup/team" })),
        Outcome::Tried(tried) => {
            let sent = tried.sent;
            page.relay = page.relay.typed(&form);
            page.relay.tried = Some(tried);
            if sent { page::ok(&page) } else { page::invalid(&page) }
        }
        Outcome::Invalid(errors) => {
            page.relay = page.relay.typed(&form);
            page.errors = errors;
            page::invalid(&page)
        }
    }
}
