//! Take back what has not left.

use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};

use crate::{
    app::{
        error::{AppError, Refusal},
        undo,
    },
    domain::ids::ChangeId,
    store,
    web::{caller::Caller, failure::Failure, path::One, state::Writes},
};

pub(super) async fn create(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<ChangeId>,
) -> Result<Response, Failure> {
    let location = match undo::run(&writes.app, caller.actor()?, id).await {
        Ok(undone) => undone.location(),
        Err(AppError::Refused(Refusal::TooLateToUndo)) => {
            let mut tx = writes.reads().begin().await?;
            let change = store::changes::by_id(&mut tx, id).await?.ok_or(Failure::NotFound)?;
            format!("/meetings/{}?done=too-late", change.meeting_id)
        }
        Err(error) => return Err(error.into()),
    };
    Ok(Redirect::to(&location).into_response())
}
