//! The mail server as saved on the pages. The password is sealed; the key is not in the database.

use std::fmt::Write as _;

use super::{
    actor::{Actor, MayAdminister},
    context::App,
    error::{AppError, Result},
};
use crate::{
    domain::{
        email::EmailAddress,
        relay::{Relay, RelaySecurity},
    },
    identity::seal::{Place, Sealed},
    store::{self, Tx, audit::Deed, organization::Organization},
};

/// Where the relay's password is kept: the firm has one row.
const PLACE: Place = Place { column: "organization.relay", row: uuid::Uuid::nil() };

/// Settings to be saved.
#[derive(Clone)]
pub struct SaveRelay {
    /// Host name or address.
    pub host: String,
    /// TCP port.
    pub port: u16,
    /// Protection.
    pub security: RelaySecurity,
    /// Account on the relay, if it asks for one.
    pub username: Option<String>,
    /// The account's password.
    pub password: Option<String>,
    /// Address that invitations come from and calendars answer to.
    pub from: EmailAddress,
}

/// The relay's password, opened.
///
/// # Errors
/// [`AppError::Secret`] when it was sealed with another key or is damaged.
pub fn password(app: &App, relay: &Relay) -> Result<Option<String>> {
    let Some(sealed) = &relay.sealed_password else { return Ok(None) };
    let unreadable = || AppError::Secret("the password of the mail server cannot be read".to_owned());
    let bytes = from_hex(sealed).ok_or_else(unreadable)?;
    let opened = app.sealer().open(PLACE, &Sealed::from_bytes(bytes)).map_err(super::sessions::secret)?;
    String::from_utf8(opened).map(Some).map_err(|_| unreadable())
}

/// Saves the relay; mails leave through it from now on.
///
/// # Errors
/// [`AppError::NotFound`] before the firm is set up.
pub async fn save(app: &App, actor: &Actor, _permit: &MayAdminister, command: SaveRelay) -> Result<()> {
    let relay = Relay {
        host: command.host,
        port: command.port,
        security: command.security,
        username: command.username,
        sealed_password: command.password.map(|password| seal(app, &password)).transpose()?,
        from: command.from.into(),
    };
    write(app, actor, Some(relay)).await
}

/// Forgets the relay: mails stay in the built-in mailbox from now on.
///
/// # Errors
/// [`AppError::NotFound`] before the firm is set up.
pub async fn forget(app: &App, actor: &Actor, _permit: &MayAdminister) -> Result<()> {
    write(app, actor, None).await
}

async fn write(app: &App, actor: &Actor, relay: Option<Relay>) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let mut firm = store::organization::load(&mut tx).await?.ok_or(AppError::NotFound)?;
    let before = firm.relay.take().map(|old| summary(&old));
    firm.relay = relay.map(Into::into);
    firm.updated_at = now;
    store::organization::save(&mut tx, &firm).await?;
    record(&mut tx, app, actor, (before, &firm)).await?;
    tx.commit().await?;
    app.wake_worker();
    Ok(())
}

/// Puts any failed mail back into the queue, as it was.
///
/// # Errors
/// [`AppError::NotFound`] when there is no such mail or it has not failed.
pub async fn send_again(app: &App, actor: &Actor, _permit: &MayAdminister, mail: i64) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let found = store::outbox::by_id(&mut tx, mail).await?.ok_or(AppError::NotFound)?;
    if !store::outbox::requeue(&mut tx, found.id, now).await? {
        return Err(AppError::NotFound);
    }
    let deed = Deed {
        actor_id: Some(actor.id()),
        actor: actor.person.name.clone(),
        action: "mail.sent_again",
        object_kind: "mail",
        object_id: found.meeting_id.map(crate::domain::ids::MeetingId::uuid),
        after: Some(serde_json::json!({ "recipient": found.recipient })),
        address: actor.address.clone(),
        ..Deed::default()
    };
    store::audit::record(&mut tx, &deed, now).await?;
    tx.commit().await?;
    app.wake_worker();
    Ok(())
}

type Summary = Option<serde_json::Value>;

async fn record(tx: &mut Tx, app: &App, actor: &Actor, (before, firm): (Summary, &Organization)) -> Result<()> {
    let deed = Deed {
        actor_id: Some(actor.id()),
        actor: actor.person.name.clone(),
        action: "settings.mail",
        object_kind: "organization",
        before,
        after: firm.relay.as_ref().map(|relay| summary(relay)),
        address: actor.address.clone(),
        ..Deed::default()
    };
    Ok(store::audit::record(tx, &deed, app.now()).await?)
}

/// What the record keeps: everything but the password.
fn summary(relay: &Relay) -> serde_json::Value {
    serde_json::json!({
        "host": relay.host, "port": relay.port, "security": relay.security, "username": relay.username,
        "from": relay.from,
    })
}

fn seal(app: &App, password: &str) -> Result<String> {
    let sealed = app.sealer().seal(PLACE, password.as_bytes(), app.random()).map_err(super::sessions::secret)?;
    Ok(to_hex(sealed.as_bytes()))
}

fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing into a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|d| u8::try_from(d).ok());
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    let byte = |[high, low]: &[u8; 2]| Some(digit(*high)? << 4 | digit(*low)?);
    if rest.is_empty() { pairs.iter().map(byte).collect() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hexadecimal_there_and_back() {
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(from_hex(&to_hex(&all)), Some(all));
        for bad in ["0", "0g", "+1", "ä"] {
            assert_eq!(from_hex(bad), None, "{bad}");
        }
    }
}
