//! Passwords set through a link in a mail: a forgotten one anew, an invited person's first.

use chrono::{DateTime, Utc};

use super::{
    account_letter::{self, Errand},
    context::App,
    error::{AppError, Refusal, Result},
    invite_person::{InvitePerson, newcomer},
    sessions::{self, slow_down},
};
use crate::{
    domain::{
        email::EmailAddress,
        person::{PersonState, Role},
    },
    identity::{
        link::{LinkPurpose, Links},
        password::{Passwords, check_new},
        token::Token,
    },
    store::{self, Tx, audit::Deed, people::Person, throttle::Rate},
};

/// Three mails an hour to one address …
const PER_ADDRESS: Rate = Rate { burst: 3, seconds: 20 * 60 };
/// … and ten an hour from one network address.
const PER_CLIENT: Rate = Rate { burst: 10, seconds: 6 * 60 };

/// Mails a link to set a new password, which works for an hour, if somebody active has the address. Whether that is
/// so shows neither in the result nor in the work done.
///
/// # Errors
/// [`Refusal::TooMany`] when asked too often for this address or from this network address.
pub async fn ask(app: &App, email: &EmailAddress, address: &str) -> Result<()> {
    let key = email.key();
    slow_down(app, &[(format!("reset from {address}"), PER_CLIENT), (format!("reset {key}"), PER_ADDRESS)]).await?;
    let mut tx = app.db.begin().await?;
    let organization = store::organization::load(&mut tx).await?.ok_or(AppError::NotFound)?;
    let person = store::people::by_email(&mut tx, &key).await?.filter(|p| p.state == PersonState::Active);
    let deed = Deed {
        actor: key,
        action: "password.forgotten",
        object_kind: "person",
        object_id: person.as_ref().map(|p| p.id.uuid()),
        address: address.to_owned(),
        ..Deed::default()
    };
    if let Some(person) = &person {
        account_letter::send(&mut tx, account_letter::prepare(app, &organization, person, Errand::Reset)?).await?;
    } else {
        let nobody = InvitePerson { name: String::new(), email: email.clone(), role: Role::Viewer, teams: Vec::new() };
        let nobody = newcomer(app, &organization, &nobody);
        account_letter::pretend(&mut tx, account_letter::prepare(app, &organization, &nobody, Errand::Reset)?).await?;
    }
    store::audit::record(&mut tx, &deed, app.now()).await?;
    tx.commit().await?;
    app.wake_worker();
    Ok(())
}

/// Which letter the link came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// *Set a new password*, for somebody active.
    Reset,
    /// *You are invited*, for somebody who has not come yet.
    Welcome,
}

impl Door {
    const fn purpose(self) -> LinkPurpose {
        match self {
            Self::Reset => LinkPurpose::RESET,
            Self::Welcome => LinkPurpose::WELCOME,
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Reset => "reset",
            Self::Welcome => "welcome",
        }
    }

    const fn opens_for(self) -> PersonState {
        match self {
            Self::Reset => PersonState::Active,
            Self::Welcome => PersonState::Invited,
        }
    }

    const fn deed(self) -> &'static str {
        match self {
            Self::Reset => "password.reset",
            Self::Welcome => "person.joined",
        }
    }
}

/// Whose password the link sets. Reads only.
///
/// # Errors
/// [`Refusal::LinkUsed`] alike for links that were forged, used, replaced or have run out, and for people who left.
pub async fn find(tx: &mut Tx, links: &Links, (door, link): (Door, &str), now: DateTime<Utc>) -> Result<Person> {
    let hash = account_letter::opened(links, door.purpose(), link).ok_or(Refusal::LinkUsed)?;
    let found = store::sessions::one_time(tx, &hash, door.word(), now).await?;
    let id = found.and_then(|row| row.person_id).ok_or(Refusal::LinkUsed)?;
    let person = store::people::by_id(tx, id).await?.filter(|p| p.state == door.opens_for());
    person.ok_or_else(|| Refusal::LinkUsed.into())
}

/// A new password behind a link.
pub struct SetPassword {
    /// Which letter the link came in.
    pub door: Door,
    /// The link's last part.
    pub link: String,
    /// As typed.
    pub password: String,
    /// Browser and system in words.
    pub device: String,
    /// Network address.
    pub address: String,
}

/// Sets the password, ends every session of the person, voids their other links and signs in here.
///
/// # Errors
/// [`Refusal::LinkUsed`] as in [`find`]; [`Refusal::Password`] when the rule refuses the password, and the link keeps
/// working then.
pub async fn set(app: &App, passwords: &Passwords, command: SetPassword) -> Result<Token> {
    let SetPassword { door, link, password, device, address } = command;
    let mut person = {
        let mut tx = app.db.begin_read().await?;
        find(&mut tx, app.links(), (door, &link), app.now()).await?
    };
    check_new(&password, &person.email, &person.name).map_err(Refusal::Password)?;
    let hashed = passwords.hash(password, app.random()).await?;
    let now = app.now();
    let hash = account_letter::opened(app.links(), door.purpose(), &link).ok_or(Refusal::LinkUsed)?;
    let mut tx = app.db.begin().await?;
    // The person first, as wherever an account and what lets it in are changed together.
    store::people::locked(&mut tx, person.id).await?;
    let first = store::sessions::use_one_time(&mut tx, &hash, now).await?;
    if !first || !store::people::set_password(&mut tx, person.id, &hashed, door.opens_for(), now).await? {
        return Err(Refusal::LinkUsed.into());
    }
    person.state = PersonState::Active;
    store::sessions::void_one_time(&mut tx, person.id, now).await?;
    store::sessions::end_all(&mut tx, person.id, None, now).await?;
    store::audit::record(&mut tx, &deed(door, &person, &address), now).await?;
    let token = sessions::open(&mut tx, app, &person, (&device, &address)).await?;
    tx.commit().await?;
    Ok(token)
}

fn deed(door: Door, person: &Person, address: &str) -> Deed {
    Deed {
        actor_id: Some(person.id),
        actor: person.name.clone(),
        action: door.deed(),
        object_kind: "person",
        object_id: Some(person.id.uuid()),
        address: address.to_owned(),
        ..Deed::default()
    }
}
