//! Accounts: role, teams, leaving and coming back.

use serde_json::json;

use super::{
    actor::{Actor, MayAdminister},
    context::App,
    error::{AppError, Refusal, Result},
    hand_over::{self, Settled, Upcoming},
    once::{self, Once, Turn},
    teams::may_lead,
};
use crate::{
    domain::{
        ids::{PersonId, TeamId},
        person::{PersonState, Role},
    },
    store::{self, Tx, people::Person, teams::Membership},
};

/// A person's place in the firm.
#[derive(Debug, Clone)]
pub struct Place {
    /// Who.
    pub person: PersonId,
    /// What they may do.
    pub role: Role,
    /// Their teams, each with whether they manage it.
    pub teams: Vec<(TeamId, bool)>,
}

/// Gives somebody a role and teams. Another role ends their sessions.
///
/// # Errors
/// [`Refusal::LastAdmin`] when nobody would be left to administer; [`Refusal::NotAManager`] when they shall manage a
/// team without the role for it.
pub async fn place(app: &App, actor: &Actor, _permit: &MayAdminister, place: Place) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let mut person = open(&mut tx, actor, place.person).await?;
    if person.state == PersonState::Deactivated {
        return Err(Refusal::Gone(vec![person.name]).into());
    }
    if place.role != Role::Admin {
        refuse_last_admin(&mut tx, &person).await?;
    }
    if !may_lead(place.role) && place.teams.iter().any(|(_, manages)| *manages) {
        return Err(Refusal::NotAManager.into());
    }
    let before = place_of(&mut tx, &person).await?;
    if person.role != place.role {
        person.role = place.role;
        if place.role == Role::Viewer {
            store::delegates::remove_all(&mut tx, person.id).await?;
        }
        store::sessions::end_all(&mut tx, person.id, None, now).await?;
    }
    replace_teams(&mut tx, person.id, &place.teams).await?;
    let after = place_of(&mut tx, &person).await?;
    if before != after {
        person.updated_at = now;
        store::people::update(&mut tx, &person).await?;
        let mut deed = actor.deed("person.placed", ("person", person.id.uuid()));
        deed.before = Some(before);
        deed.after = Some(after);
        store::audit::record(&mut tx, &deed, now).await?;
    }
    Ok(tx.commit().await?)
}

/// Puts those who administer in order, asks again whether this one still does, and locks the person.
pub(super) async fn open(tx: &mut Tx, actor: &Actor, person: PersonId) -> Result<Person> {
    store::people::lock_administration(tx).await?;
    let own = store::people::by_id(tx, actor.id()).await?;
    if !own.is_some_and(|p| p.role == Role::Admin && p.state == PersonState::Active) {
        return Err(AppError::Denied);
    }
    store::people::locked(tx, person).await?.ok_or(AppError::NotFound)
}

async fn refuse_last_admin(tx: &mut Tx, person: &Person) -> Result<()> {
    let counts = person.role == Role::Admin && person.state == PersonState::Active;
    if counts && store::people::active_admins(tx).await? <= 1 {
        return Err(Refusal::LastAdmin.into());
    }
    Ok(())
}

async fn replace_teams(tx: &mut Tx, person: PersonId, wanted: &[(TeamId, bool)]) -> Result<()> {
    let known: Vec<TeamId> = store::teams::list(tx).await?.into_iter().map(|t| t.id).collect();
    if wanted.iter().any(|(id, _)| !known.contains(id)) {
        return Err(AppError::NotFound);
    }
    for old in store::teams::of_person(tx, person).await? {
        if !wanted.iter().any(|(id, _)| *id == old.team_id) {
            store::teams::remove_member(tx, old.team_id, person).await?;
        }
    }
    for (team_id, manages) in wanted {
        store::teams::put_member(tx, &Membership { team_id: *team_id, person_id: person, manages: *manages }).await?;
    }
    Ok(())
}

/// What the record keeps of a person's place.
async fn place_of(tx: &mut Tx, person: &Person) -> Result<serde_json::Value> {
    let own = store::teams::of_person(tx, person.id).await?;
    let teams = store::teams::list(tx).await?;
    let names = |manages: bool| -> Vec<&str> {
        let mine = |id: TeamId| own.iter().any(|m| m.team_id == id && m.manages == manages);
        teams.iter().filter(|t| mine(t.id)).map(|t| t.name.as_str()).collect()
    };
    Ok(json!({
        "name": person.name, "role": person.role, "state": person.state, "teams": names(false), "manages": names(true),
    }))
}

/// Somebody leaves.
#[derive(Debug, Clone)]
pub struct Deactivate {
    /// Who.
    pub person: PersonId,
    /// What becomes of the meetings they plan.
    pub upcoming: Upcoming,
    /// The form's key.
    pub once: Once,
}

/// Ends an account: sessions, feeds and links die with the commit, upcoming meetings are handed over or called off, teams
/// go on without the person. For somebody who left already only the meetings are dealt with. Returns where to go.
///
/// # Errors
/// [`Refusal::LastAdmin`], [`Refusal::Oneself`], and as [`hand_over`] says.
pub async fn deactivate(app: &App, actor: &Actor, _permit: &MayAdminister, command: Deactivate) -> Result<String> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    if let Turn::Again(location) = once::begin(&mut tx, &command.once, now).await? {
        return Ok(location);
    }
    let mut person = open(&mut tx, actor, command.person).await?;
    refuse_last_admin(&mut tx, &person).await?;
    if person.id == actor.id() {
        return Err(Refusal::Oneself.into());
    }
    let before = place_of(&mut tx, &person).await?;
    let settled = hand_over::settle(&mut tx, app, actor, (&person, &command.upcoming)).await?;
    person.state = PersonState::Deactivated;
    person.updated_at = now;
    store::people::update(&mut tx, &person).await?;
    cut_off(&mut tx, app, person.id).await?;
    replace_teams(&mut tx, person.id, &[]).await?;
    let mut deed = actor.deed("person.deactivated", ("person", person.id.uuid()));
    deed.before = Some(before);
    deed.after = Some(after_leaving(&person, settled));
    store::audit::record(&mut tx, &deed, now).await?;
    let location = format!("/admin/people/{}?done=deactivated", person.id);
    once::finish(&mut tx, &command.once, &location).await?;
    tx.commit().await?;
    app.wake_worker();
    Ok(location)
}

fn after_leaving(person: &Person, settled: Settled) -> serde_json::Value {
    json!({
        "name": person.name, "role": person.role, "state": person.state,
        "handed_over": settled.handed_over, "called_off": settled.called_off,
    })
}

/// Everything that lets somebody in.
async fn cut_off(tx: &mut Tx, app: &App, person: PersonId) -> Result<()> {
    let now = app.now();
    store::sessions::end_all(tx, person, None, now).await?;
    store::feeds::revoke_all(tx, person, now).await?;
    store::delegates::remove_all(tx, person).await?;
    store::holds::release_all(tx, person).await?;
    store::sessions::void_one_time(tx, person, now).await?;
    Ok(store::meetings::void_links(tx, person).await?)
}

/// Lets somebody in again who had left: with their old password, or by a new welcome mail if they never had one. Old
/// sessions, feeds and links stay dead; teams are chosen anew.
pub async fn reactivate(app: &App, actor: &Actor, _permit: &MayAdminister, id: PersonId) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let mut person = open(&mut tx, actor, id).await?;
    if person.state != PersonState::Deactivated {
        return Ok(());
    }
    let before = json!({ "name": person.name, "state": person.state });
    person.state = if person.password_hash.is_some() { PersonState::Active } else { PersonState::Invited };
    person.updated_at = now;
    store::people::update(&mut tx, &person).await?;
    let mut deed = actor.deed("person.reactivated", ("person", person.id.uuid()));
    deed.before = Some(before);
    deed.after = Some(json!({ "name": person.name, "state": person.state }));
    store::audit::record(&mut tx, &deed, now).await?;
    Ok(tx.commit().await?)
}
