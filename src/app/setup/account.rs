//! The first account: an administrator.

use super::Opener;
use crate::{
    app::{
        context::App,
        error::{AppError, Refusal, Result, unless_taken},
        invite_person::{InvitePerson, newcomer},
        sessions,
    },
    domain::{
        email::EmailAddress,
        language::Language,
        person::{PersonState, Role},
    },
    identity::{
        password::{Passwords, check_new},
        token::{Token, TokenKind, lookup},
    },
    store::{self, Tx, audit::Deed, people::Person},
};

/// The first account.
pub struct Account {
    /// Display name.
    pub name: String,
    /// What they sign in with.
    pub email: EmailAddress,
    /// As typed.
    pub password: String,
    /// Of their pages and mails.
    pub language: Language,
    /// Browser and system in words.
    pub device: String,
}

/// Makes the administrator, uses the code up and signs in here.
///
/// # Errors
/// [`Refusal::LinkUsed`] when the code works no more, [`Refusal::Password`] when the rule refuses the password,
/// [`Refusal::AddressTaken`] when somebody has the address, [`AppError::NotFound`] without a firm or after the set-up.
pub async fn create(app: &App, passwords: &Passwords, opener: &Opener, account: Account) -> Result<Token> {
    let Opener::Code { code, address } = opener else { return Err(AppError::Denied) };
    let Account { name, email, password, language, device } = account;
    let firm = {
        let mut tx = app.db.begin_read().await?;
        opener.check(&mut tx, app.now()).await?.organization.ok_or(AppError::NotFound)?
    };
    let mut person = newcomer(app, &firm, &InvitePerson { name, email, role: Role::Admin, teams: Vec::new() });
    check_new(&password, &person.email, &person.name).map_err(Refusal::Password)?;
    person.password_hash = Some(passwords.hash(password, app.random()).await?);
    person.state = PersonState::Active;
    person.language = language;
    let mut tx = app.db.begin().await?;
    use_up(&mut tx, app, opener, code).await?;
    insert(&mut tx, &person).await?;
    let deed = Deed {
        object_kind: "person",
        object_id: Some(person.id.uuid()),
        after: Some(serde_json::json!({ "name": person.name, "email": person.email, "role": person.role })),
        ..opener.deed("setup.account")
    };
    store::audit::record(&mut tx, &deed, app.now()).await?;
    let token = sessions::open(&mut tx, app, &person, (&device, address)).await?;
    tx.commit().await?;
    Ok(token)
}

async fn use_up(tx: &mut Tx, app: &App, opener: &Opener, code: &str) -> Result<()> {
    // In order with everything that makes administrators: the code opens only while there is none.
    store::people::lock_administration(tx).await?;
    opener.check(tx, app.now()).await?;
    let hash = lookup(TokenKind::Setup, code).ok_or(Refusal::LinkUsed)?;
    if store::sessions::use_one_time(tx, hash.as_bytes(), app.now()).await? {
        Ok(())
    } else {
        Err(Refusal::LinkUsed.into())
    }
}

async fn insert(tx: &mut Tx, person: &Person) -> Result<()> {
    if store::people::by_email(tx, &person.email_key).await?.is_some() {
        return Err(Refusal::AddressTaken.into());
    }
    unless_taken(store::people::insert(tx, person).await)
}
