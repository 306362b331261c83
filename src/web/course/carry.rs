//! What comes back from the meeting before, on the page of the next one.

use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};

use crate::{
    app::{
        course::{self, Carry},
        error::{AppError, Refusal},
    },
    domain::{
        course::carry::Choice,
        ids::{MeetingId, PointId},
    },
    web::{caller::Caller, failure::Failure, form::Form, path::Two, state::Writes},
};

pub(super) async fn choose(
    State(writes): State<Writes>,
    caller: Caller,
    Two(meeting, point): Two<MeetingId, PointId>,
    form: Form,
) -> Result<Response, Failure> {
    let actor = caller.actor()?;
    let mut tx = writes.reads().begin().await?;
    super::seen(&mut tx, &caller, meeting).await?;
    drop(tx);
    let choice: Choice = form.get("do").parse().map_err(|_| Failure::Unreadable)?;
    let done = match course::choose(&writes.app, actor, Carry { meeting, point, choice }).await {
        Ok(()) => match choice {
            Choice::Keep => "carry-kept",
            Choice::Skip => "carry-skipped",
            Choice::Drop => "carry-dropped",
        },
        Err(AppError::Refused(Refusal::Over | Refusal::Cancelled)) => "carry-late",
        Err(AppError::Refused(Refusal::TooManyRows)) => "carry-full",
        Err(error) => return Err(error.into()),
    };
    Ok(Redirect::to(&format!("/meetings/{meeting}?done={done}#last-h")).into_response())
}
