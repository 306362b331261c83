//! Outside calendars: connect one, read it at once, disconnect it. Reading itself is [`super::read_calendars`].

use chrono::TimeDelta;
use serde_json::json;

use super::{
    actor::Actor,
    context::App,
    error::{AppError, Refusal, Result},
    once::{self, Once, Turn},
    sealed,
};
use crate::{
    domain::{
        ids::OutsideCalendarId,
        outside::{MAX_CALENDARS, SourceAddress},
    },
    identity::seal::Place,
    store::{self, Tx, audit::Deed, outside::OutsideCalendar},
};

/// Longest name, in characters.
pub const MAX_NAME: usize = 60;
/// Least time between two readings, however often somebody presses the button.
const REST: TimeDelta = TimeDelta::minutes(1);

/// Where the address of a calendar is sealed.
pub(super) const fn address_of(id: OutsideCalendarId) -> Place {
    Place { column: "outside_calendar.address.sealed", row: id.uuid() }
}

/// Where the address that a calendar has moved to is sealed.
pub(super) const fn moved_to_of(id: OutsideCalendarId) -> Place {
    Place { column: "outside_calendar.moved_to.sealed", row: id.uuid() }
}

/// What is connected.
#[derive(Debug, Clone)]
pub struct Connect {
    /// What its owner calls it.
    pub name: String,
    /// Where it is.
    pub address: SourceAddress,
    /// So that sending the form twice connects it once.
    pub once: Once,
}

/// Connects a calendar, which is read soon, and leads back to `location`.
///
/// # Errors
/// [`Refusal::TooManyCalendars`] beyond [`MAX_CALENDARS`].
pub async fn connect(app: &App, actor: &Actor, command: Connect, location: &str) -> Result<()> {
    let (now, id, address) = (app.now(), app.new_id(), &command.address);
    let calendar = OutsideCalendar {
        id,
        person_id: actor.id(),
        name: command.name,
        host: address.host().to_owned(),
        address: sealed::seal(app, address_of(id), address.expose())?,
        etag: None,
        last_modified: None,
        checked_at: None,
        read_at: None,
        expanded_at: None,
        failure: None,
        failing_since: None,
        moved_to: None,
        failures: 0,
        told_at: None,
        next_check_at: now,
        created_at: now,
    };
    let mut tx = app.db.begin().await?;
    if let Turn::Again(_) = once::begin(&mut tx, &command.once, now).await? {
        return Ok(());
    }
    store::people::locked(&mut tx, actor.id()).await?.ok_or(AppError::NotFound)?;
    if store::outside::of_person(&mut tx, actor.id()).await?.len() >= MAX_CALENDARS {
        return Err(Refusal::TooManyCalendars.into());
    }
    store::outside::insert(&mut tx, &calendar).await?;
    record(&mut tx, app, actor, ("calendar.connected", &calendar)).await?;
    once::finish(&mut tx, &command.once, location).await?;
    tx.commit().await?;
    app.wake_reader();
    Ok(())
}

/// Lets a calendar be read at once, unless that was tried within the last minute.
///
/// # Errors
/// [`AppError::NotFound`] for one that is gone or somebody else's.
pub async fn read_now(app: &App, actor: &Actor, id: OutsideCalendarId) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    store::outside::by_id(&mut tx, actor.id(), id).await?.ok_or(AppError::NotFound)?;
    store::outside::ask_now(&mut tx, (actor.id(), id), now - REST, now).await?;
    tx.commit().await?;
    app.wake_reader();
    Ok(())
}

/// Disconnects a calendar; its busy time goes at once.
///
/// # Errors
/// [`AppError::NotFound`] for one that is gone or somebody else's.
pub async fn disconnect(app: &App, actor: &Actor, id: OutsideCalendarId) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let calendar = store::outside::by_id(&mut tx, actor.id(), id).await?.ok_or(AppError::NotFound)?;
    if !store::outside::delete(&mut tx, actor.id(), id).await? {
        return Err(AppError::NotFound);
    }
    record(&mut tx, app, actor, ("calendar.disconnected", &calendar)).await?;
    Ok(tx.commit().await?)
}

/// The address that a calendar says it has moved to, for its owner to copy.
#[must_use]
pub fn moved_to(app: &App, calendar: &OutsideCalendar) -> Option<String> {
    sealed::open(app, moved_to_of(calendar.id), calendar.moved_to.as_ref()?).ok()
}

async fn record(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    (action, calendar): (&'static str, &OutsideCalendar),
) -> Result<()> {
    let after = Some(json!({ "name": calendar.name, "host": calendar.host }));
    let deed = Deed { after, ..actor.deed(action, ("calendar", calendar.id.uuid())) };
    Ok(store::audit::record(tx, &deed, app.now()).await?)
}
