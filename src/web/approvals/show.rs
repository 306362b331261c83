//! A question for those who are signed in.

use axum::{
    extract::{RawQuery, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};

use super::sheet::{self, Reading};
use crate::{
    app::approvals,
    domain::ids::ApprovalId,
    web::{
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        page::{Nav, Notice, Page},
        path::One,
        state::{Reads, Writes},
    },
};

/// What came back with the form.
#[derive(Default)]
struct Returned {
    status: StatusCode,
    errors: Errors,
    typed: String,
    done: bool,
}

pub(super) async fn show(
    State(reads): State<Reads>,
    caller: Caller,
    One(id): One<ApprovalId>,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let done = query.as_deref() == Some("done=decided");
    page(&reads, &caller, id, Returned { done, ..Returned::default() }).await
}

pub(super) async fn decide(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<ApprovalId>,
    form: Form,
) -> Result<Response, Failure> {
    let reads = writes.reads();
    let typed = form.get("note").chars().take(8_000).collect();
    let decision = match sheet::read(caller.texts(), &form) {
        Ok(decision) => decision,
        Err(errors) => {
            let returned = Returned { status: StatusCode::UNPROCESSABLE_ENTITY, errors, typed, done: false };
            return page(&reads, &caller, id, returned).await;
        }
    };
    match approvals::decide(&writes.app, caller.actor()?, id, decision).await {
        Ok(_) => Ok(Redirect::to(&format!("/approvals/{id}?done=decided")).into_response()),
        Err(error) => match sheet::unsettled(caller.texts(), &error) {
            Some((status, errors)) => page(&reads, &caller, id, Returned { status, errors, typed, done: false }).await,
            None => Err(error.into()),
        },
    }
}

async fn page(reads: &Reads, caller: &Caller, id: ApprovalId, back: Returned) -> Result<Response, Failure> {
    let (actor, now) = (caller.actor()?, caller.now());
    let mut tx = reads.begin().await?;
    let question = approvals::open(&mut tx, actor, id, now).await?;
    let t = caller.texts();
    let notice = match question.approval.state.as_str() {
        "approved" if back.done => Some(Notice::new(t.approval_done_approved())),
        "declined" if back.done => {
            let person = crate::store::people::by_id(&mut tx, question.approval.asked_by).await?;
            Some(Notice::new(t.approval_done_declined(person.map(|p| p.name).unwrap_or_default())))
        }
        _ => None,
    };
    let reading = Reading {
        page: Page::new(reads, caller, Nav::Meetings).with_notice(notice),
        action: format!("/approvals/{id}"),
        decides: approvals::may_decide(&mut tx, actor, &question, now).await?,
        own: question.is_own(actor),
        acting_as: None,
        status: back.status,
        errors: back.errors,
        typed: back.typed,
    };
    sheet::draw(caller, (&mut tx, &question), reading).await
}
