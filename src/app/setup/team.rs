//! The first team and its people.

use crate::{
    app::{
        actor::{Actor, MayAdminister},
        context::App,
        error::Result,
        invite_person::{self, InvitePerson},
        limits::adopt_within,
        once::{self, Once, Turn},
    },
    domain::{
        email::EmailAddress,
        ids::{PersonId, TeamId},
        limits::rule::Rule,
        person::{PersonState, Role},
        text::SafeText,
    },
    store::{
        self, Tx,
        audit::Deed,
        teams::{Membership, Team},
    },
};

use super::MAX_NAME;

/// Most people invited at once.
pub const MAX_INVITED: usize = 100;

/// A team with the people to invite.
#[derive(Debug, Clone)]
pub struct FirstTeam {
    /// Cut to [`MAX_NAME`] characters on one line; a team of this name is used again.
    pub name: String,
    /// Names (may be empty) and addresses, at most [`MAX_INVITED`].
    pub people: Vec<(String, EmailAddress)>,
    /// Limits to begin with; ignored where there are any already.
    pub limits: Vec<Rule>,
}

/// Makes the team, with the actor as its manager, and invites everybody who is not here yet. People who are already
/// here just join it, so that sending the list again harms nothing.
///
/// # Errors
/// [`super::AppError::NotFound`] before the firm is set up; [`super::Refusal::AddressTaken`] when somebody else invites one of
/// them at the same moment.
pub async fn save(app: &App, actor: &Actor, _permit: &MayAdminister, (team, key): (FirstTeam, &Once)) -> Result<()> {
    let mut tx = app.db.begin().await?;
    if let Turn::Again(_) = once::begin(&mut tx, key, app.now()).await? {
        return Ok(());
    }
    // Several people in the order of a list: two lists at once must not meet in the middle.
    store::people::lock_administration(&mut tx).await?;
    let id = find_or_make(&mut tx, app, actor, &team.name).await?;
    join(&mut tx, id, actor.id(), true).await?;
    for (name, email) in team.people.into_iter().take(MAX_INVITED) {
        let known = store::people::by_email(&mut tx, &email.key()).await?;
        match known {
            Some(person) if person.id == actor.id() || person.state == PersonState::Deactivated => {}
            Some(person) => join(&mut tx, id, person.id, false).await?,
            None => {
                let command = InvitePerson { name, email, role: Role::Member, teams: vec![id] };
                invite_person::add(&mut tx, app, actor, &command).await?;
            }
        }
    }
    if !team.limits.is_empty() && store::rules::list(&mut tx).await?.is_empty() {
        adopt_within(&mut tx, app, actor, team.limits).await?;
    }
    once::finish(&mut tx, key, "").await?;
    tx.commit().await?;
    app.wake_worker();
    Ok(())
}

async fn join(tx: &mut Tx, team_id: TeamId, person_id: PersonId, manages: bool) -> Result<()> {
    Ok(store::teams::put_member(tx, &Membership { team_id, person_id, manages }).await?)
}

async fn find_or_make(tx: &mut Tx, app: &App, actor: &Actor, name: &str) -> Result<TeamId> {
    let name: String = SafeText::line(name, MAX_NAME).into();
    let same = |team: &Team| team.name.to_lowercase() == name.to_lowercase();
    if let Some(team) = store::teams::list(tx).await?.into_iter().find(same) {
        return Ok(team.id);
    }
    let now = app.now();
    let team = Team { id: app.new_id(), name, created_at: now, updated_at: now };
    store::teams::insert(tx, &team).await?;
    let after = Some(serde_json::json!({ "name": team.name }));
    let deed = Deed { after, ..actor.deed("team.created", ("team", team.id.uuid())) };
    store::audit::record(tx, &deed, now).await?;
    Ok(team.id)
}
