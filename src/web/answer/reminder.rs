//! A customer's contact asks to be reminded of a meeting.

use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};

use crate::{
    app::{error::AppError, remind_me},
    web::{caller::Caller, failure::Failure, form::Form, path::One, state::Writes},
};

pub(super) async fn create(
    State(writes): State<Writes>,
    caller: Caller,
    One(token): One<String>,
    form: Form,
) -> Result<Response, Failure> {
    let wanted = form.get("remind") == "yes";
    match remind_me::by_link(&writes.app, &token, wanted, caller.address()).await {
        // Called off, over or declined meanwhile: the page says which.
        Ok(()) | Err(AppError::Refused(_) | AppError::Denied) => {
            Ok(Redirect::to(&format!("/r/{token}")).into_response())
        }
        Err(error) => Err(error.into()),
    }
}
