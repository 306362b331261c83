//! What time costs: who is in which rate band, and what that makes of a meeting. Bands and rates are settings of planning.

use std::collections::HashMap;

use serde_json::json;

use super::{
    actor::Actor,
    context::App,
    error::{AppError, Result},
};
use crate::{
    domain::{
        ids::PersonId,
        limits::policy::Policy,
        load::cost::{self, Cost},
        person::Role,
    },
    store::{self, Tx, people::Person},
};

/// Most people of one form.
pub const MOST_PEOPLE: usize = 500;

impl Actor {
    /// May they see money at all? Administrators, and managers for the people they lead; never members and viewers.
    #[must_use]
    pub fn sees_costs(&self) -> bool {
        match self.person.role {
            Role::Admin => true,
            Role::Manager => !self.manages.is_empty(),
            Role::Member | Role::Viewer => false,
        }
    }
}

/// What a meeting costs, as far as one reader may know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingCost {
    /// Of the people whom the reader leads.
    pub cost: Cost,
    /// ISO 4217 code.
    pub currency: String,
    /// Colleagues whom the reader does not lead; they are not in the cost.
    pub unled: u32,
}

/// What a meeting costs that takes so many minutes from each of these colleagues; customers cost nothing. `None` where the reader may not know, leads none of
/// them, or the firm has no rates.
///
/// # Errors
/// Only when the database fails or the settings cannot be read.
pub async fn of_meeting(tx: &mut Tx, actor: &Actor, people: &[(PersonId, u32)]) -> Result<Option<MeetingCost>> {
    if !actor.sees_costs() {
        return Ok(None);
    }
    let policy = store::policy::read(tx).await?.settings;
    let led: Vec<(PersonId, u32)> = people.iter().copied().filter(|(id, _)| actor.leads(*id)).collect();
    if policy.bands.is_empty() || led.is_empty() {
        return Ok(None);
    }
    let ids: Vec<PersonId> = led.iter().map(|(id, _)| *id).collect();
    let rates = rates(tx, &ids, &policy).await?;
    let own: Vec<(Option<u32>, u32)> = led.iter().map(|(id, minutes)| (rates.get(id).copied(), *minutes)).collect();
    let unled = u32::try_from(people.len() - led.len()).unwrap_or(u32::MAX);
    Ok(Some(MeetingCost { cost: cost::of_meeting(&own), currency: policy.currency, unled }))
}

/// What an hour costs of those of these people who have a rate, in whole units of the firm's currency.
///
/// # Errors
/// Only when the database fails.
pub async fn rates(tx: &mut Tx, people: &[PersonId], policy: &Policy) -> Result<HashMap<PersonId, u32>> {
    if policy.bands.is_empty() {
        return Ok(HashMap::new());
    }
    let keys = store::person_time::rate_bands(tx, people).await?;
    let rate = |key: &str| policy.bands.iter().find(|band| band.key == key).map(|band| band.per_hour);
    Ok(keys.into_iter().filter_map(|(person, key)| Some((person, rate(&key)?))).collect())
}

/// Puts people into bands by their keys, or out of any. Whoever is in the named band already is left alone.
///
/// # Errors
/// [`AppError::Denied`] for those who see no costs; [`AppError::NotFound`] for people whom they do not lead;
/// [`AppError::Stale`] when a band is no more.
pub async fn assign(app: &App, actor: &Actor, mut wanted: Vec<(PersonId, Option<String>)>) -> Result<()> {
    if !actor.sees_costs() {
        return Err(AppError::Denied);
    }
    if wanted.len() > MOST_PEOPLE || wanted.iter().any(|(person, _)| !actor.leads(*person)) {
        return Err(AppError::NotFound);
    }
    wanted.sort_unstable_by_key(|(person, _)| *person);
    wanted.dedup_by_key(|(person, _)| *person);
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let policy = store::policy::hold(&mut tx).await?.settings;
    if wanted.iter().any(|(_, band)| band.is_some() && name(&policy, band.as_deref()).is_none()) {
        return Err(AppError::Stale);
    }
    let ids: Vec<PersonId> = wanted.iter().map(|(person, _)| *person).collect();
    let people = store::people::by_ids(&mut tx, &ids).await?;
    if people.len() != ids.len() {
        return Err(AppError::NotFound);
    }
    let before = store::person_time::rate_bands(&mut tx, &ids).await?;
    wanted.retain(|(person, band)| before.get(person) != band.as_ref());
    store::person_time::put_into_bands(&mut tx, &wanted, now).await?;
    for (id, band) in &wanted {
        let Some(person) = people.iter().find(|p| p.id == *id) else { continue };
        let words = |key: Option<&str>| Some(recorded(person, name(&policy, key)));
        let mut deed = actor.deed("person.rate_band_saved", ("person", id.uuid()));
        (deed.before, deed.after) = (words(before.get(id).map(String::as_str)), words(band.as_deref()));
        store::audit::record(&mut tx, &deed, now).await?;
    }
    Ok(tx.commit().await?)
}

/// The name of a band.
fn name<'a>(policy: &'a Policy, key: Option<&str>) -> Option<&'a str> {
    policy.bands.iter().find(|band| Some(band.key.as_str()) == key).map(|band| band.name.as_str())
}

/// What the record keeps.
fn recorded(person: &Person, band: Option<&str>) -> serde_json::Value {
    json!({ "name": person.name, "rate_band": band })
}
