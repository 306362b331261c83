//! Ready sets of limits, for a firm that has none.

use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};

use super::list::today;
use crate::{
    app::{
        error::{AppError, Refusal},
        limits,
    },
    domain::{
        limits::presets::{Preset, contact_limits},
        time::Week,
    },
    web::{caller::Caller, failure::Failure, form::Form, state::Writes},
};

/// Turns a set on from today; with it go the limits on how often customers may be met.
pub(super) async fn adopt(State(writes): State<Writes>, caller: Caller, form: Form) -> Result<Response, Failure> {
    let actor = caller.actor()?;
    let permit = actor.may_administer()?;
    let Ok(preset) = form.get("set").parse::<Preset>() else { return Err(Failure::Unreadable) };
    let today = today(&mut writes.reads().begin().await?, &caller).await?;
    let first = Week::of(today).monday();
    let rules = preset.rules(first).into_iter().chain(contact_limits(first)).collect();
    match limits::adopt(&writes.app, actor, &permit, (rules, &form.once(actor.id()))).await {
        Ok(()) => Ok(Redirect::to("/limits?done=adopted").into_response()),
        Err(AppError::Refused(Refusal::TooManyRules)) => Err(Failure::Conflict),
        Err(error) => Err(error.into()),
    }
}
