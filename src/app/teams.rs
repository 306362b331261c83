//! Teams: who is in them and who manages them.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::{
    actor::{Actor, MayAdminister, MayManageTeam},
    context::App,
    error::{AppError, Refusal, Result},
    once::{self, Once, Turn},
};
use crate::{
    domain::{
        ids::{PersonId, TeamId},
        person::{PersonState, Role},
    },
    store::{
        self, Tx,
        people::Person,
        teams::{Membership, Team},
    },
};

/// Makes a team; the form sent twice makes one.
///
/// # Errors
/// [`Refusal::NameTaken`] when another team has this name, in whatever case.
pub async fn create(app: &App, actor: &Actor, _permit: &MayAdminister, (name, form): (&str, &Once)) -> Result<String> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    if let Turn::Again(location) = once::begin(&mut tx, form, now).await? {
        return Ok(location);
    }
    store::people::lock_administration(&mut tx).await?;
    refuse_taken(&mut tx, name, None).await?;
    let team = Team { id: app.new_id(), name: name.to_owned(), created_at: now, updated_at: now };
    store::teams::insert(&mut tx, &team).await?;
    let mut deed = actor.deed("team.created", ("team", team.id.uuid()));
    deed.after = Some(json!({ "name": name }));
    store::audit::record(&mut tx, &deed, now).await?;
    let location = format!("/teams/{}?done=team-created", team.id);
    once::finish(&mut tx, form, &location).await?;
    tx.commit().await?;
    Ok(location)
}

/// Gives a team another name.
///
/// # Errors
/// [`Refusal::NameTaken`] when another team has this name.
pub async fn rename(app: &App, actor: &Actor, _permit: &MayAdminister, (id, name): (TeamId, &str)) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    store::people::lock_administration(&mut tx).await?;
    let team = store::teams::by_id(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    refuse_taken(&mut tx, name, Some(id)).await?;
    if team.name == name {
        return Ok(());
    }
    store::teams::rename(&mut tx, id, name, now).await?;
    let mut deed = actor.deed("team.renamed", ("team", id.uuid()));
    deed.before = Some(json!({ "name": team.name }));
    deed.after = Some(json!({ "name": name }));
    store::audit::record(&mut tx, &deed, now).await?;
    Ok(tx.commit().await?)
}

/// Removes a team; its feeds die, its people and their meetings stay.
pub async fn delete(app: &App, actor: &Actor, _permit: &MayAdminister, id: TeamId) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    store::people::lock_administration(&mut tx).await?;
    let team = store::teams::by_id(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    let all = store::teams::memberships(&mut tx).await?;
    let members: Vec<PersonId> = all.iter().filter(|m| m.team_id == id).map(|m| m.person_id).collect();
    let people = store::people::by_ids(&mut tx, &members).await?;
    store::teams::delete(&mut tx, id).await?;
    let mut deed = actor.deed("team.deleted", ("team", id.uuid()));
    let names: Vec<&str> = people.iter().map(|p| p.name.as_str()).collect();
    deed.before = Some(json!({ "name": team.name, "people": names }));
    store::audit::record(&mut tx, &deed, now).await?;
    Ok(tx.commit().await?)
}

async fn refuse_taken(tx: &mut Tx, name: &str, but: Option<TeamId>) -> Result<()> {
    let key = name.to_lowercase();
    let teams = store::teams::list(tx).await?;
    if teams.iter().any(|t| Some(t.id) != but && t.name.to_lowercase() == key) {
        return Err(Refusal::NameTaken.into());
    }
    Ok(())
}

/// Somebody's place was given to them by hand: an import that added them does not take them back any more.
async fn noted(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<()> {
    Ok(store::people::update(tx, &Person { updated_at: now, ..person.clone() }).await?)
}

/// Puts somebody into a team, or changes what they are there.
///
/// # Errors
/// [`Refusal::Gone`] for people who left; [`Refusal::NotAManager`] when somebody shall manage whose role does not fit.
pub async fn put_member(
    app: &App,
    actor: &Actor,
    permit: &MayManageTeam,
    (person, manages): (PersonId, bool),
) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let team = store::teams::by_id(&mut tx, permit.team()).await?.ok_or(AppError::NotFound)?;
    // Their role must not change while it decides.
    let person = store::people::locked(&mut tx, person).await?.ok_or(AppError::NotFound)?;
    if person.state == PersonState::Deactivated {
        return Err(Refusal::Gone(vec![person.name]).into());
    }
    if manages && !may_lead(person.role) {
        return Err(Refusal::NotAManager.into());
    }
    let old = store::teams::of_person(&mut tx, person.id).await?.into_iter().find(|m| m.team_id == team.id);
    let new = Membership { team_id: team.id, person_id: person.id, manages };
    if old.as_ref() == Some(&new) {
        return Ok(());
    }
    store::teams::put_member(&mut tx, &new).await?;
    noted(&mut tx, &person, now).await?;
    let what = |m: &Membership| json!({ "name": team.name, "person": person.name, "manages": m.manages });
    let mut deed = actor.deed("team.member_put", ("team", team.id.uuid()));
    deed.before = old.as_ref().map(what);
    deed.after = Some(what(&new));
    store::audit::record(&mut tx, &deed, now).await?;
    Ok(tx.commit().await?)
}

/// Whether somebody with this role may manage teams.
#[must_use]
pub fn may_lead(role: Role) -> bool {
    matches!(role, Role::Admin | Role::Manager)
}

/// Takes somebody out of a team.
pub async fn remove_member(app: &App, actor: &Actor, permit: &MayManageTeam, person: PersonId) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let team = store::teams::by_id(&mut tx, permit.team()).await?.ok_or(AppError::NotFound)?;
    // The person first, as whoever puts them in or ends their account does.
    let person = store::people::locked(&mut tx, person).await?.ok_or(AppError::NotFound)?;
    let own = store::teams::of_person(&mut tx, person.id).await?;
    let old = own.iter().find(|m| m.team_id == team.id).ok_or(AppError::NotFound)?;
    store::teams::remove_member(&mut tx, team.id, person.id).await?;
    noted(&mut tx, &person, now).await?;
    let mut deed = actor.deed("team.member_removed", ("team", team.id.uuid()));
    deed.before = Some(json!({ "name": team.name, "person": person.name, "manages": old.manages }));
    store::audit::record(&mut tx, &deed, now).await?;
    Ok(tx.commit().await?)
}
