//! Mail for administrators: the server, a test, and what waits or failed.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};

use super::{
    access::Access,
    caller::Caller,
    failure::Failure,
    form::{Errors, Form},
    inbound_form::{self, InboundView, Tried},
    page::{self, Nav, Notice, Page},
    path::One,
    relay_form::{self, Outcome, RelayView},
    routes::Routes,
    state::{Reads, Writes},
};
use crate::{
    app::{
        error::{AppError, Refusal},
        send_again,
    },
    i18n::Texts,
    store::{
        organization,
        outbox::{self, Mail},
    },
};

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .page("/admin/mail", Access::Admin, show)
        .command("/admin/mail", Access::Admin, change)
        .command("/admin/mail/answers", Access::Admin, inbound_form::change)
        .command("/admin/mail/{mail}/again", Access::Admin, again)
}

#[derive(Template)]
#[template(path = "relay/settings.html")]
struct MailPage<'a> {
    page: Page<'a>,
    errors: Errors,
    relay: RelayView,
    inbound: InboundView,
    action: &'static str,
    continues: bool,
    queue: Vec<Waiting>,
}

/// A mail that waits or failed.
struct Waiting {
    id: i64,
    recipient: String,
    state: String,
    failed: bool,
    written: String,
    words: String,
}

async fn show(State(reads): State<Reads>, caller: Caller, RawQuery(query): RawQuery) -> Result<Response, Failure> {
    let notice = notice(caller.texts(), query.as_deref());
    let page = mail_page(&reads, &caller, notice).await?;
    page::ok(&page)
}

/// The closed set of what may just have happened.
fn notice(t: &Texts, query: Option<&str>) -> Option<Notice> {
    let text = match query {
        Some("done=saved") => t.relay_saved(),
        Some("done=removed") => t.relay_removed(),
        Some("done=inbound") => t.inbound_saved(),
        Some("done=again") => t.relay_again_done(),
        Some("done=forgotten") => t.done_forgotten(),
        Some("done=outdated") => t.done_outdated(),
        _ => return None,
    };
    Some(Notice::new(text))
}

async fn mail_page<'a>(reads: &Reads, caller: &'a Caller, notice: Option<Notice>) -> Result<MailPage<'a>, Failure> {
    let mut tx = reads.begin().await?;
    let firm = organization::load(&mut tx).await?.ok_or(Failure::NotFound)?;
    let mails = outbox::unfinished(&mut tx).await?;
    let inbound = InboundView::saved(&mut tx, (reads, caller), &firm).await?;
    Ok(MailPage {
        inbound,
        page: Page::new(reads, caller, Nav::Admin).with_notice(notice),
        errors: Errors::default(),
        relay: RelayView::saved(reads, caller.texts(), &firm),
        action: "/admin/mail",
        continues: false,
        queue: mails.iter().map(|mail| waiting(caller, mail)).collect(),
    })
}

fn waiting(caller: &Caller, mail: &Mail) -> Waiting {
    let t = caller.texts();
    let (state, failed) = match mail.state.as_str() {
        "refused" => (t.relay_state_refused(), true),
        "given_up" => (t.relay_state_given_up(), true),
        _ => (t.relay_state_waiting(), false),
    };
    Waiting {
        id: mail.id,
        recipient: mail.recipient.clone(),
        state,
        failed,
        written: caller.format().long_date_time(mail.created_at),
        words: mail.reply.clone().unwrap_or_default(),
    }
}

async fn change(State(writes): State<Writes>, caller: Caller, form: Form) -> Result<Response, Failure> {
    let outcome = relay_form::carry_out(&writes, &caller, caller.actor()?, &form).await?;
    let mut page = mail_page(&writes.reads(), &caller, None).await?;
    match outcome {
        Outcome::Saved => {
            let to = if form.get("do") == "remove" { "/admin/mail?done=removed" } else { "/admin/mail?done=saved" };
            Ok(Redirect::to(to).into_response())
        }
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

/// The page with the form about answers as typed and what is wrong with it.
pub(super) async fn inbound_came_back(
    reads: &Reads,
    caller: &Caller,
    form: &Form,
    errors: Errors,
) -> Result<Response, Failure> {
    let page = mail_page(reads, caller, None).await?;
    let page = MailPage { inbound: page.inbound.typed(form), errors, ..page };
    page::invalid(&page)
}

/// The page after a test of the folder; as typed if it did not work.
pub(super) async fn inbound_tried(
    reads: &Reads,
    caller: &Caller,
    form: &Form,
    tried: Tried,
) -> Result<Response, Failure> {
    let page = mail_page(reads, caller, None).await?;
    let works = tried.works;
    let inbound = if works { page.inbound } else { page.inbound.typed(form) };
    let way = if works { inbound.way } else { "imap".to_owned() };
    let page = MailPage { inbound: InboundView { tried: Some(tried), way, ..inbound }, ..page };
    if works { page::ok(&page) } else { page::invalid(&page) }
}

async fn again(State(writes): State<Writes>, caller: Caller, One(mail): One<i64>) -> Result<Response, Failure> {
    let actor = caller.actor()?;
    let done = match send_again::any(&writes.app, actor, &actor.may_administer()?, mail).await {
        Ok(()) => "again",
        Err(AppError::Refused(Refusal::MailForgotten)) => "forgotten",
        Err(AppError::Refused(Refusal::MailOutdated)) => "outdated",
        Err(error) => return Err(error.into()),
    };
    Ok(Redirect::to(&format!("/admin/mail?done={done}")).into_response())
}
