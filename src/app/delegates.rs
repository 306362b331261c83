//! Who plans meetings on somebody's behalf: chosen and ended by the person whose meetings they are.

use serde_json::json;

use super::{
    actor::Actor,
    context::App,
    error::{AppError, Refusal, Result},
};
use crate::{
    domain::ids::PersonId,
    store::{self, Tx, audit::Deed, delegates::MOST, people::Person},
};

/// Lets a colleague plan meetings on the actor's behalf; once more is no mistake.
///
/// # Errors
/// [`Refusal::Oneself`]; [`Refusal::Gone`] for a colleague who cannot plan meetings; [`Refusal::TooManyDelegates`] beyond
/// [`MOST`] for one of the two.
pub async fn add(app: &App, actor: &Actor, colleague: PersonId) -> Result<()> {
    let now = app.now();
    if colleague == actor.id() {
        return Err(Refusal::Oneself.into());
    }
    let mut tx = app.db.begin().await?;
    let person = both(&mut tx, actor.id(), colleague).await?;
    if !person.leads_meetings() {
        return Err(Refusal::Gone(vec![person.name]).into());
    }
    if !store::delegates::insert(&mut tx, (actor.id(), colleague), now).await? {
        return Ok(());
    }
    // One more than are ever read.
    let counts = store::delegates::counts(&mut tx, (actor.id(), colleague)).await?;
    if counts.into_iter().any(|count| count > MOST) {
        return Err(Refusal::TooManyDelegates.into());
    }
    let deed = actor.deed("person.delegate_added", ("person", actor.id().uuid()));
    let after = Some(json!({ "name": person.name, "email": person.email }));
    store::audit::record(&mut tx, &Deed { after, ..deed }, now).await?;
    Ok(tx.commit().await?)
}

/// Ends it. Meetings that were planned stay.
///
/// # Errors
/// [`AppError::NotFound`] for somebody who does not plan for the actor.
pub async fn remove(app: &App, actor: &Actor, colleague: PersonId) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let person = both(&mut tx, actor.id(), colleague).await?;
    if !store::delegates::remove(&mut tx, (actor.id(), colleague)).await? {
        return Err(AppError::NotFound);
    }
    let deed = actor.deed("person.delegate_removed", ("person", actor.id().uuid()));
    let before = Some(json!({ "name": person.name, "email": person.email }));
    store::audit::record(&mut tx, &Deed { before, ..deed }, now).await?;
    Ok(tx.commit().await?)
}

/// Locks both, always in the same order, so that counting them holds until the commit; the colleague.
async fn both(tx: &mut Tx, own: PersonId, colleague: PersonId) -> Result<Person> {
    let mut found = None;
    for id in [own.min(colleague), own.max(colleague)] {
        let person = store::people::locked(tx, id).await?.ok_or(AppError::NotFound)?;
        found = found.or(Some(person).filter(|person| person.id == colleague));
    }
    found.ok_or(AppError::NotFound)
}
