//! How answers come in by mail.

use chrono::{DateTime, Utc};
use sqlx::types::Json;

use super::{Result, Tx, on_conn};
use crate::domain::inbound::Inbound;

/// The one row; without it answers come by link only.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct InboundMailbox {
    /// As saved.
    pub settings: Json<Inbound>,
    /// When it was saved.
    pub updated_at: DateTime<Utc>,
}

/// The row, if there is one.
pub async fn load(tx: &mut Tx) -> Result<Option<InboundMailbox>> {
    Ok(on_conn!(tx, |c| {
        sqlx::query_as("SELECT settings, updated_at FROM inbound_mailbox").fetch_optional(c).await
    })?)
}

/// The row, locked until the transaction ends; who saves settings for the first time at the same moment waits at the
/// insert. SQLite has one writer already.
pub async fn locked(tx: &mut Tx) -> Result<Option<InboundMailbox>> {
    if let Tx::Postgres(tx) = tx {
        let row = sqlx::query_as("SELECT settings, updated_at FROM inbound_mailbox FOR NO KEY UPDATE");
        return Ok(row.fetch_optional(&mut **tx).await?);
    }
    load(tx).await
}

/// Saves settings.
pub async fn save(tx: &mut Tx, settings: &Inbound, now: DateTime<Utc>) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "INSERT INTO inbound_mailbox (id, settings, updated_at) VALUES (1, $1, $2)
         ON CONFLICT (id) DO UPDATE SET settings = excluded.settings, updated_at = excluded.updated_at"
    )
    .bind(Json(settings))
    .bind(now)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

/// Forgets settings: answers come by link only.
pub async fn remove(tx: &mut Tx) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("DELETE FROM inbound_mailbox").execute(c).await.map(drop))?;
    Ok(())
}
