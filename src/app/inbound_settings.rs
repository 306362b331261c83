//! How answers come in by mail, as saved on the page. The password of the folder is sealed; the key is not in the database.

use uuid::Uuid;

use super::{
    actor::{Actor, MayAdminister},
    context::App,
    error::Result,
    sealed,
};
use crate::{
    domain::inbound::{Folder, Inbound},
    identity::seal::Place,
    store::{self, Tx, audit::Deed},
};

const PASSWORD: Place = Place { column: "inbound_mailbox.folder.sealed_password", row: Uuid::nil() };

/// Seals a password for [`Folder::sealed_password`].
///
/// # Errors
/// [`AppError::Secret`](super::error::AppError::Secret) when it cannot be sealed.
pub fn seal_password(app: &App, password: &str) -> Result<String> {
    sealed::seal(app, PASSWORD, password)
}

/// The password of a folder.
///
/// # Errors
/// [`AppError::Secret`](super::error::AppError::Secret) when it was sealed under another key or was altered.
pub fn open_password(app: &App, folder: &Folder) -> Result<String> {
    sealed::open(app, PASSWORD, &folder.sealed_password)
}

/// Saves how answers come in; `None`: by link only. Another folder is read from its beginning, and a failure is forgotten.
///
/// # Errors
/// When the database fails.
pub async fn save(app: &App, actor: &Actor, _permit: &MayAdminister, settings: Option<Inbound>) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let saved = store::inbound_mailbox::locked(&mut tx).await?.map(|mailbox| mailbox.settings.0);
    match &settings {
        Some(settings) => store::inbound_mailbox::save(&mut tx, settings, now).await?,
        None => store::inbound_mailbox::remove(&mut tx).await?,
    }
    let folder = |settings: &Option<Inbound>| settings.as_ref().and_then(|settings| settings.folder.clone());
    reading(&mut tx, app, (folder(&saved), folder(&settings))).await?;
    let (before, after) = (saved.as_ref().map(summary), settings.as_ref().map(summary));
    let deed = Deed { before, after, ..actor.deed("settings.inbound", ("organization", None)) };
    store::audit::record(&mut tx, &deed, now).await?;
    tx.commit().await?;
    app.wake_folder();
    Ok(())
}

async fn reading(tx: &mut Tx, app: &App, (before, after): (Option<Folder>, Option<Folder>)) -> Result<()> {
    match (before, after) {
        (_, None) => store::inbound_folder::remove(tx).await?,
        (Some(before), Some(after)) if before.is_same_place(&after) => {
            store::inbound_folder::ask_now(tx, app.now()).await?;
        }
        (_, Some(_)) => store::inbound_folder::begin(tx, app.now()).await?,
    }
    Ok(())
}

/// What the record keeps: everything but the password.
fn summary(settings: &Inbound) -> serde_json::Value {
    let folder = settings.folder.as_ref().map(|folder| {
        serde_json::json!({
            "host": folder.host, "port": folder.port, "security": folder.security, "username": folder.username,
            "folder": folder.name,
        })
    });
    serde_json::json!({
        "trusted_server": settings.trusted_server, "plus_addressing": settings.plus_addressing, "imap": folder,
    })
}
