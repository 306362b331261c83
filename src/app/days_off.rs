//! Days off and days with other hours: entered and removed by the person they are about.

use chrono::NaiveDate;
use serde_json::json;

use super::{
    actor::Actor,
    context::App,
    error::{AppError, Refusal, Result},
    once::{self, Once, Turn},
};
use crate::{
    domain::{
        hours::DaySpan,
        ids::{DayOffId, PersonId},
        person::PersonState,
    },
    store::{
        self, Tx,
        audit::Deed,
        days_off::{DayOff, MAX_DAYS_OFF},
    },
};

/// Most days of one entry.
pub const LONGEST: i64 = 366;

/// What is entered.
#[derive(Debug, Clone)]
pub struct AddDayOff {
    /// First day.
    pub first: NaiveDate,
    /// Last day, included; not before the first, and at most [`LONGEST`] days in all.
    pub last: NaiveDate,
    /// What is worked instead of the usual hours; `None` on a day off.
    pub hours: Option<DaySpan>,
    /// Who decides meanwhile.
    pub stand_in: Option<PersonId>,
    /// So that sending the form twice enters the days once.
    pub once: Once,
}

/// Enters days and leads back to `location`. `today` is the day in the person's own zone.
///
/// # Errors
/// [`Refusal::TooManyDaysOff`]; [`Refusal::Oneself`] for a stand-in of oneself; [`Refusal::Gone`] for one who cannot sign in.
pub async fn add(app: &App, actor: &Actor, command: AddDayOff, (today, location): (NaiveDate, &str)) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    if let Turn::Again(_) = once::begin(&mut tx, &command.once, now).await? {
        return Ok(());
    }
    store::people::locked(&mut tx, actor.id()).await?.ok_or(AppError::NotFound)?;
    let there = store::days_off::upcoming(&mut tx, actor.id(), today).await?.len();
    if i64::try_from(there).unwrap_or(i64::MAX) >= MAX_DAYS_OFF {
        return Err(Refusal::TooManyDaysOff.into());
    }
    let stand_in = match command.stand_in {
        Some(id) => Some(stand_in(&mut tx, actor, id).await?),
        None => None,
    };
    let entry = DayOff {
        id: app.new_id(),
        person_id: actor.id(),
        first_day: command.first,
        last_day: command.last,
        from_minute: command.hours.map(|span| span.from.into()),
        to_minute: command.hours.map(|span| span.to.into()),
        stand_in_id: command.stand_in,
        created_at: now,
    };
    store::days_off::insert(&mut tx, &entry).await?;
    let after = Some(words(&entry, stand_in.as_deref()));
    let deed = Deed { after, ..actor.deed("person.days_off_added", ("person", actor.id().uuid())) };
    store::audit::record(&mut tx, &deed, now).await?;
    once::finish(&mut tx, &command.once, location).await?;
    Ok(tx.commit().await?)
}

/// The stand-in's name.
async fn stand_in(tx: &mut Tx, actor: &Actor, id: PersonId) -> Result<String> {
    if id == actor.id() {
        return Err(Refusal::Oneself.into());
    }
    let person = store::people::by_id(tx, id).await?.ok_or(AppError::NotFound)?;
    if person.state == PersonState::Active { Ok(person.name) } else { Err(Refusal::Gone(vec![person.name]).into()) }
}

/// Removes an entry.
///
/// # Errors
/// [`AppError::NotFound`] for one that is gone or somebody else's.
pub async fn remove(app: &App, actor: &Actor, id: DayOffId) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let entry = store::days_off::by_id(&mut tx, actor.id(), id).await?.ok_or(AppError::NotFound)?;
    if !store::days_off::delete(&mut tx, actor.id(), id).await? {
        return Err(AppError::NotFound);
    }
    let before = Some(words(&entry, None));
    let deed = Deed { before, ..actor.deed("person.days_off_removed", ("person", actor.id().uuid())) };
    store::audit::record(&mut tx, &deed, now).await?;
    Ok(tx.commit().await?)
}

/// What the record keeps.
fn words(entry: &DayOff, stand_in: Option<&str>) -> serde_json::Value {
    let clock = |minute: i64| format!("{:02}:{:02}", minute / 60, minute % 60);
    let hours = entry.from_minute.zip(entry.to_minute).map(|(from, to)| format!("{}–{}", clock(from), clock(to)));
    json!({ "first_day": entry.first_day, "last_day": entry.last_day, "hours": hours, "stand_in": stand_in })
}
