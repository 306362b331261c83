//! Call a meeting off.

use askama::Template;
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};

use super::{
    changeable,
    effect::{self, Effect},
    moves::{location, open},
    new_time::MAX_REASON,
    stale::Newer,
    when::When,
};
use crate::{
    app::{
        cancel_meeting::{self, CancelMeeting},
        error::{AppError, Refusal},
        series::cancel,
    },
    domain::{ids::MeetingId, series::patch::Scope, text::SafeText},
    store::{Tx, meetings::FullMeeting},
    web::{
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        page::{self, Nav, Page},
        path::One,
        relay_form,
        series::scope::{self, Chosen, ScopeView},
        state::{Reads, Writes},
    },
};

#[derive(Template)]
#[template(path = "meeting/cancel.html")]
struct CancelPage<'a> {
    page: Page<'a>,
    full: &'a FullMeeting,
    errors: Errors,
    once: String,
    reason: String,
    customers: bool,
    now: When,
    length: String,
    given_back: String,
    effect: Effect,
    newer: Option<Newer>,
    scope: Option<ScopeView>,
    /// That no mail leaves the house.
    stays: Option<String>,
}

/// What stands in the form.
#[derive(Default)]
struct Filled {
    reason: String,
    /// Which dates of a series.
    scope: String,
    errors: Errors,
    /// The version that was overtaken.
    overtaken: Option<i64>,
}

pub(super) async fn new(
    State(reads): State<Reads>,
    caller: Caller,
    One(id): One<MeetingId>,
) -> Result<Response, Failure> {
    let mut tx = reads.begin().await?;
    let full = changeable(&mut tx, caller.actor()?, id).await?;
    if !open(&caller, &full) {
        return Ok(Redirect::to(&format!("/meetings/{id}")).into_response());
    }
    form_page(&reads, &caller, (&mut tx, &full), (StatusCode::OK, Filled::default())).await
}

pub(super) async fn create(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<MeetingId>,
    form: Form,
) -> Result<Response, Failure> {
    let reads = writes.reads();
    let actor = caller.actor()?;
    let version = form.get("version").parse().map_err(|_| Failure::Unreadable)?;
    let mut tx = reads.begin().await?;
    let full = changeable(&mut tx, actor, id).await?;
    let mut filled = Filled { reason: form.get("reason").chars().take(4_000).collect(), ..Filled::default() };
    form.get("scope").clone_into(&mut filled.scope);
    let (reason, errors) = read(&caller, &full, &filled.reason);
    filled.errors = errors;
    if !filled.errors.is_empty() {
        filled.overtaken = (version != full.meeting.version).then_some(version);
        let conflict = filled.overtaken.is_some();
        let status = if conflict { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
        return form_page(&reads, &caller, (&mut tx, &full), (status, filled)).await;
    }
    drop(tx);
    let command = CancelMeeting { id, version, reason, once: form.once(actor.id()) };
    let done = match filled.scope.parse::<Scope>().unwrap_or(Scope::This) {
        Scope::This => cancel_meeting::run(&writes.app, actor, command).await,
        several => Box::pin(cancel::run(&writes.app, actor, (command, several))).await,
    };
    match done {
        Ok(outcome) => Ok(Redirect::to(&location(id, outcome)).into_response()),
        Err(AppError::Stale) => {
            filled.overtaken = Some(version);
            let mut tx = reads.begin().await?;
            let full = changeable(&mut tx, actor, id).await?;
            form_page(&reads, &caller, (&mut tx, &full), (StatusCode::CONFLICT, filled)).await
        }
        // A customer is in another of the dates than the one whose page this is.
        Err(AppError::Refused(Refusal::ReasonMissing)) => {
            filled.errors.add("reason", caller.texts().cancel_reason_missing());
            let mut tx = reads.begin().await?;
            let full = changeable(&mut tx, actor, id).await?;
            form_page(&reads, &caller, (&mut tx, &full), (StatusCode::UNPROCESSABLE_ENTITY, filled)).await
        }
        // Called off or over already: the page of the meeting says which.
        Err(AppError::Refused(_)) => Ok(Redirect::to(&format!("/meetings/{id}")).into_response()),
        Err(error) => Err(error.into()),
    }
}

/// The reason, and what is wrong with it.
fn read(caller: &Caller, full: &FullMeeting, typed: &str) -> (String, Errors) {
    let t = caller.texts();
    let reason = String::from(SafeText::block(typed, MAX_REASON));
    let mut errors = Errors::default();
    if typed.chars().count() > MAX_REASON {
        errors.add("reason", t.field_too_long(MAX_REASON));
    } else if reason.is_empty() && cancel_meeting::owes_reason(full) {
        errors.add("reason", t.cancel_reason_missing());
    }
    (reason, errors)
}

async fn form_page(
    reads: &Reads,
    caller: &Caller,
    (tx, full): (&mut Tx, &FullMeeting),
    (status, filled): (StatusCode, Filled),
) -> Result<Response, Failure> {
    let (f, m) = (caller.format(), &full.meeting);
    let newer = match filled.overtaken {
        Some(version) => Some(Newer::since(tx, caller, full, version).await?),
        None => None,
    };
    let after = cancel_meeting::cancelled(full, &filled.reason);
    let scope = scope::view(tx, caller, (full, Chosen { scope: &filled.scope, ..Chosen::default() }), None).await?;
    let page = CancelPage {
        scope,
        stays: relay_form::stays(reads, tx, caller.texts()).await?,
        errors: filled.errors,
        once: reads.once_key(),
        reason: filled.reason,
        customers: cancel_meeting::owes_reason(full),
        now: When::of(&f, (m.starts_at, m.ends_at), &m.zone),
        length: f.duration(u32::try_from(m.minutes).unwrap_or(0)),
        given_back: f.duration(effect::minutes_given_back(full)),
        effect: Effect::of(tx, caller, &after).await?,
        newer,
        page: Page::new(reads, caller, Nav::Meetings),
        full,
    };
    page::html(status, &page)
}
