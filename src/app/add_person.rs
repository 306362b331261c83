//! Add a person on the server itself, with a password: the way in when no mail leaves and nobody can sign in.

use super::{
    context::App,
    error::{AppError, Refusal, Result, unless_taken},
    invite_person::{InvitePerson, newcomer},
};
use crate::{
    domain::{ids::PersonId, person::PersonState},
    identity::password::{Passwords, check_new},
    store::{self, audit::Deed},
};

/// Adds somebody who can sign in at once, with language, zone and hours of the firm.
///
/// # Errors
/// [`AppError::NotFound`] before the set-up has named the firm, [`Refusal::Password`] when the rule refuses the
/// password, [`Refusal::AddressTaken`] when somebody has the address.
pub async fn run(app: &App, passwords: &Passwords, whom: &InvitePerson, password: String) -> Result<PersonId> {
    let mut tx = app.db.begin_read().await?;
    let organization = store::organization::load(&mut tx).await?.ok_or(AppError::NotFound)?;
    drop(tx);
    let mut person = newcomer(app, &organization, whom);
    check_new(&password, &person.email, &person.name).map_err(Refusal::Password)?;
    person.password_hash = Some(passwords.hash(password, app.random()).await?);
    person.state = PersonState::Active;
    let mut tx = app.db.begin().await?;
    unless_taken(store::people::insert(&mut tx, &person).await)?;
    let deed = Deed {
        actor: "command line".to_owned(),
        action: "person.added",
        object_kind: "person",
        object_id: Some(person.id.uuid()),
        after: Some(serde_json::json!({ "name": person.name, "email": person.email, "role": person.role })),
        ..Deed::default()
    };
    store::audit::record(&mut tx, &deed, app.now()).await?;
    tx.commit().await?;
    Ok(person.id)
}
