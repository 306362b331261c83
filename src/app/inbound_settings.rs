//! How answers come in by mail, as saved on the page.

use super::{
    actor::{Actor, MayAdminister},
    context::App,
    error::Result,
};
use crate::{
    domain::inbound::Inbound,
    store::{self, audit::Deed},
};

/// Saves how answers come in; `None`: by link only.
///
/// # Errors
/// When the database fails.
pub async fn save(app: &App, actor: &Actor, _permit: &MayAdminister, settings: Option<Inbound>) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let before = store::inbound_mailbox::load(&mut tx).await?.map(|mailbox| summary(&mailbox.settings));
    match &settings {
        Some(settings) => store::inbound_mailbox::save(&mut tx, settings, now).await?,
        None => store::inbound_mailbox::remove(&mut tx).await?,
    }
    let after = settings.as_ref().map(summary);
    let deed = Deed { before, after, ..actor.deed("settings.inbound", ("organization", None)) };
    store::audit::record(&mut tx, &deed, now).await?;
    Ok(tx.commit().await?)
}

/// What the record keeps.
fn summary(settings: &Inbound) -> serde_json::Value {
    serde_json::json!({ "trusted_server": settings.trusted_server, "plus_addressing": settings.plus_addressing })
}
