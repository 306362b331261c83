//! Invite a colleague: they get a mail with a link to set a password.

use super::{
    account_letter::{self, Errand},
    actor::{Actor, MayAdminister},
    context::App,
    error::{AppError, Refusal, Result, unless_taken},
};
use crate::{
    domain::{
        email::EmailAddress,
        ids::{PersonId, TeamId},
        person::{Clock, PersonState, Role, Theme},
        text::SafeText,
    },
    store::{self, Tx, audit::Deed, organization::Organization, people::Person, teams::Membership},
};

/// Longest name of a person, in characters.
pub const MAX_NAME: usize = 100;

/// Whom to invite as what.
#[derive(Debug, Clone)]
pub struct InvitePerson {
    /// Display name; cut to [`MAX_NAME`] characters on one line. Made from the address when empty.
    pub name: String,
    /// Where the invitation goes and what they sign in with.
    pub email: EmailAddress,
    /// What they may do.
    pub role: Role,
    /// The teams they join; managers manage them.
    pub teams: Vec<TeamId>,
}

/// Adds a person in the state *invited*, with language, zone and hours of the firm, and mails them a link that works
/// for 14 days.
///
/// # Errors
/// [`Refusal::AddressTaken`] when somebody has the address already; [`AppError::NotFound`] when a team is gone.
pub async fn run(app: &App, actor: &Actor, _permit: &MayAdminister, command: InvitePerson) -> Result<PersonId> {
    let mut tx = app.db.begin().await?;
    let id = add(&mut tx, app, actor, &command).await?;
    tx.commit().await?;
    app.wake_worker();
    Ok(id)
}

/// Mails a fresh link to somebody who was invited and has not come yet; earlier links stop working.
///
/// # Errors
/// [`AppError::NotFound`] unless the person is invited and has no password yet.
pub async fn again(app: &App, actor: &Actor, _permit: &MayAdminister, person: PersonId) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let organization = store::organization::load(&mut tx).await?.ok_or(AppError::NotFound)?;
    let person = store::people::by_id(&mut tx, person).await?.filter(|p| p.state == PersonState::Invited);
    let person = person.ok_or(AppError::NotFound)?;
    welcome(&mut tx, app, actor, (&organization, &person)).await?;
    record(&mut tx, app, actor, ("person.invited_again", &person)).await?;
    tx.commit().await?;
    app.wake_worker();
    Ok(())
}

/// Invites inside a running transaction.
pub(super) async fn add(tx: &mut Tx, app: &App, actor: &Actor, command: &InvitePerson) -> Result<PersonId> {
    let organization = store::organization::load(tx).await?.ok_or(AppError::NotFound)?;
    let person = newcomer(app, &organization, command);
    if store::people::by_email(tx, &person.email_key).await?.is_some() {
        return Err(Refusal::AddressTaken.into());
    }
    // Somebody else may be invited under this address at the same moment.
    unless_taken(store::people::insert(tx, &person).await)?;
    for team_id in &command.teams {
        store::teams::by_id(tx, *team_id).await?.ok_or(AppError::NotFound)?;
        let member = Membership { team_id: *team_id, person_id: person.id, manages: command.role == Role::Manager };
        store::teams::put_member(tx, &member).await?;
    }
    welcome(tx, app, actor, (&organization, &person)).await?;
    record(tx, app, actor, ("person.invited", &person)).await?;
    Ok(person.id)
}

pub(super) fn newcomer(app: &App, organization: &Organization, command: &InvitePerson) -> Person {
    let now = app.now();
    let name = SafeText::line(&command.name, MAX_NAME);
    Person {
        id: app.new_id(),
        email: command.email.as_str().to_owned(),
        email_key: command.email.key(),
        name: if name.is_empty() { name_of(&command.email) } else { name.into() },
        language: organization.language,
        zone: organization.zone.clone(),
        country: organization.country.clone(),
        clock: Clock::Language,
        theme: Theme::System,
        compact: false,
        shortcuts: true,
        role: command.role,
        state: PersonState::Invited,
        password_hash: None,
        video_room: None,
        hours: organization.hours.clone(),
        created_at: now,
        updated_at: now,
    }
}

/// `anna.berg@…` reads as Anna Berg until she writes her name herself.
fn name_of(email: &EmailAddress) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    };
    let words = email.local().split(['.', '_', '-', '+']).filter(|word| !word.is_empty());
    words.map(capital).collect::<Vec<String>>().join(" ")
}

async fn welcome(tx: &mut Tx, app: &App, actor: &Actor, (firm, person): (&Organization, &Person)) -> Result<()> {
    let errand = Errand::Welcome { inviter: actor.person.name.clone() };
    account_letter::send(tx, account_letter::prepare(app, firm, person, errand)?).await
}

async fn record(tx: &mut Tx, app: &App, actor: &Actor, (action, person): (&'static str, &Person)) -> Result<()> {
    let after = serde_json::json!({ "name": person.name, "email": person.email, "role": person.role });
    let deed = Deed { after: Some(after), ..actor.deed(action, ("person", person.id.uuid())) };
    Ok(store::audit::record(tx, &deed, app.now()).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_made_from_the_address() {
        for (address, name) in
            [("anna.berg@x.example", "Anna Berg"), ("ola@x.example", "Ola"), ("a_b-c+d@x.example", "A B C D")]
        {
            assert_eq!(name_of(&address.parse().unwrap()), name);
        }
    }
}
