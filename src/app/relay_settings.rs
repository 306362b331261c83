//! The mail server as saved on the pages. The password is sealed; the key is not in the database.

use super::{
    actor::{Actor, MayAdminister},
    context::App,
    error::{AppError, Result},
    relay::seal_password,
};
use crate::{
    domain::{
        email::EmailAddress,
        relay::{Relay, RelaySecurity},
    },
    store::{self, Tx, audit::Deed, organization::Organization},
};

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
        sealed_password: command.password.map(|password| seal_password(app, &password)).transpose()?,
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
    let mut firm = store::organization::locked(&mut tx).await?.ok_or(AppError::NotFound)?;
    let before = firm.relay.take().map(|old| summary(&old));
    firm.relay = relay.map(Into::into);
    firm.updated_at = now;
    store::organization::save(&mut tx, &firm).await?;
    record(&mut tx, app, actor, (before, &firm)).await?;
    tx.commit().await?;
    app.wake_worker();
    Ok(())
}

type Summary = Option<serde_json::Value>;

async fn record(tx: &mut Tx, app: &App, actor: &Actor, (before, firm): (Summary, &Organization)) -> Result<()> {
    let after = firm.relay.as_ref().map(|relay| summary(relay));
    let deed = Deed { before, after, ..actor.deed("settings.mail", ("organization", None)) };
    Ok(store::audit::record(tx, &deed, app.now()).await?)
}

/// What the record keeps: everything but the password.
fn summary(relay: &Relay) -> serde_json::Value {
    serde_json::json!({
        "host": relay.host, "port": relay.port, "security": relay.security, "username": relay.username,
        "from": relay.from,
    })
}
