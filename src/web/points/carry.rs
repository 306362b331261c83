//! Take a point to the next date of its series.

use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};

use crate::{
    app::{
        actor::Actor,
        error::AppError,
        points::carry::{self, Carried, Carry, CarryPoint, has_next},
        series::change,
    },
    domain::ids::{AgendaItemId, MeetingId},
    store::{Tx, meetings::FullMeeting},
    web::{caller::Caller, failure::Failure, form::Form, path::Two, state::Writes},
};

/// The part of the page that takes the point along.
pub(super) struct NextDate {
    pub(super) version: i64,
    pub(super) once: String,
}

impl NextDate {
    /// Nothing where there is no next date, or where it is not the reader's to change.
    pub(super) async fn of(
        tx: &mut Tx,
        (actor, full): (&Actor, &FullMeeting),
        (once, now): (String, chrono::DateTime<chrono::Utc>),
    ) -> Result<Option<Self>, Failure> {
        let may = actor.may_change(full).is_ok() && has_next(tx, full, now).await?;
        Ok(may.then_some(Self { version: full.meeting.version, once }))
    }
}

/// Takes a point to the next date of its series.
pub(super) async fn to_next(
    State(writes): State<Writes>,
    caller: Caller,
    Two(meeting, item): Two<MeetingId, AgendaItemId>,
    form: Form,
) -> Result<Response, Failure> {
    let actor = caller.actor()?;
    let version = form.get("meeting_version").parse().map_err(|_| Failure::Unreadable)?;
    let how = if form.get("how") == "move" { Carry::Move } else { Carry::Copy };
    let command = CarryPoint { meeting, version, item, how, once: form.once(actor.id()) };
    let location = match Box::pin(carry::to_next(&writes.app, actor, command)).await {
        Ok(Carried::Done(changed)) => change::location(meeting, &changed),
        Ok(Carried::Again(location)) => location,
        Ok(Carried::NoRoom) | Err(AppError::Refused(_) | AppError::SeriesStopped(_)) => {
            format!("/meetings/{meeting}?done=point-stays")
        }
        Err(AppError::Stale) => return Err(Failure::Conflict),
        Err(error) => return Err(error.into()),
    };
    Ok(Redirect::to(&location).into_response())
}
