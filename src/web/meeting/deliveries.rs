//! Mend what could not be delivered.

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};

use super::{
    changeable,
    show::{self, Returned},
};
use crate::{
    app::{
        correct_address::{self, CorrectAddress},
        error::{AppError, Refusal},
        send_again,
    },
    domain::{
        email::EmailAddress,
        ids::{AttendeeId, MeetingId},
    },
    web::{
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        path::Two,
        state::Writes,
    },
};

pub(super) async fn correct_address(
    State(writes): State<Writes>,
    caller: Caller,
    Two(meeting, attendee): Two<MeetingId, AttendeeId>,
    form: Form,
) -> Result<Response, Failure> {
    let t = caller.texts();
    let came_back = |status, message| came_back(&writes, &caller, (meeting, attendee), (&form, status, message));
    let Ok(email) = form.get("email").trim().parse::<EmailAddress>() else {
        return came_back(StatusCode::UNPROCESSABLE_ENTITY, t.field_not_an_address()).await;
    };
    let version = form.get("version").parse().map_err(|_| Failure::Unreadable)?;
    let command = CorrectAddress { meeting, version, attendee, email };
    match correct_address::run(&writes.app, caller.actor()?, command).await {
        Ok(changed) => Ok(Redirect::to(&format!("/meetings/{meeting}?sent={}", changed.change)).into_response()),
        Err(AppError::Refused(Refusal::AddressTaken)) => {
            came_back(StatusCode::UNPROCESSABLE_ENTITY, t.delivery_taken()).await
        }
        Err(AppError::Stale) => came_back(StatusCode::CONFLICT, t.delivery_changed_meanwhile()).await,
        Err(AppError::Refused(_)) => Ok(Redirect::to(&format!("/meetings/{meeting}")).into_response()),
        Err(error) => Err(error.into()),
    }
}

/// The page of the meeting with the address as typed and what is wrong with it.
async fn came_back(
    writes: &Writes,
    caller: &Caller,
    (meeting, attendee): (MeetingId, AttendeeId),
    (form, status, message): (&Form, StatusCode, String),
) -> Result<Response, Failure> {
    let reads = writes.reads();
    let mut tx = reads.begin().await?;
    let full = changeable(&mut tx, caller.actor()?, meeting).await?;
    let typed: String = form.get("email").trim().chars().take(254).collect();
    if full.attendees.iter().any(|a| a.id == attendee && a.email == typed) {
        // The button was pressed twice.
        return Ok(Redirect::to(&format!("/meetings/{meeting}")).into_response());
    }
    let mut errors = Errors::default();
    errors.add(format!("email-{attendee}"), message);
    let returned = Returned { errors, address: Some((attendee, typed)), ..Returned::default() };
    show::render(&reads, caller, (&mut tx, &full), (status, None, returned)).await
}

pub(super) async fn send_again(
    State(writes): State<Writes>,
    caller: Caller,
    Two(meeting, mail): Two<MeetingId, i64>,
) -> Result<Response, Failure> {
    let done = match send_again::of_meeting(&writes.app, caller.actor()?, meeting, mail).await {
        Ok(()) => "again",
        Err(AppError::Refused(Refusal::MailForgotten)) => "forgotten",
        Err(AppError::Refused(Refusal::MailOutdated)) => "outdated",
        Err(error) => return Err(error.into()),
    };
    Ok(Redirect::to(&format!("/meetings/{meeting}?done={done}")).into_response())
}
