//! Forms that are sent twice are carried out once.

use crate::store::{self, Tx};
use chrono::{DateTime, Utc};

use super::error::{AppError, Result};

/// A form's own key, made with the page, and the hash of what was sent.
#[derive(Debug, Clone)]
pub struct Once {
    /// Whose keys these are: a person's id or `guest`.
    pub scope: String,
    /// The key.
    pub key: String,
    /// SHA-256 of the form without the key.
    pub body_hash: [u8; 32],
}

/// Whether to go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Turn {
    /// This is the first time.
    First,
    /// It was done before and led here.
    Again(String),
}

/// Claims the key inside the transaction of the change. A claim that is rolled back with its change is free again, so a
/// form that was refused can be corrected and sent again.
pub async fn begin(tx: &mut Tx, once: &Once, now: DateTime<Utc>) -> Result<Turn> {
    if store::once::claim(tx, &once.scope, &once.key, &once.body_hash, now).await? {
        return Ok(Turn::First);
    }
    let done = store::once::done(tx, &once.scope, &once.key).await?.ok_or(AppError::KeyReused)?;
    if done.body_hash == once.body_hash { Ok(Turn::Again(done.location)) } else { Err(AppError::KeyReused) }
}

/// Where a form that was carried out led; `None` for one that was not, or not so. For pages that no longer understand a form
/// once it has done its work; the command asks again.
pub async fn led_to(tx: &mut Tx, once: &Once) -> Result<Option<String>> {
    let done = store::once::done(tx, &once.scope, &once.key).await?;
    Ok(done.filter(|done| done.body_hash == once.body_hash && !done.location.is_empty()).map(|done| done.location))
}

/// Notes where the answer leads.
pub async fn finish(tx: &mut Tx, once: &Once, location: &str) -> Result<()> {
    Ok(store::once::answer(tx, &once.scope, &once.key, location).await?)
}
