//! Says which opportunity a meeting is about.

use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};

use crate::{
    app::customers::opportunities::{self, About},
    domain::ids::MeetingId,
    web::{caller::Caller, failure::Failure, form::Form, path::One, state::Writes},
};

pub(super) async fn save(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<MeetingId>,
    form: Form,
) -> Result<Response, Failure> {
    let about = match form.get("opportunity") {
        "" => None,
        word => Some(word.parse().map_err(|_| Failure::Unreadable)?),
    };
    let about = About { meeting: id, opportunity: about, all_dates: form.get("all_dates") == "yes" };
    opportunities::link(&writes.app, caller.actor()?, about).await?;
    Ok(Redirect::to(&format!("/meetings/{id}?done=outcome#sale")).into_response())
}
