//! How answers come in by mail, and how far the folder is read.

use chrono::{DateTime, Utc};
use sqlx::types::Json;

use super::{Result, Tx, on_conn};
use crate::domain::inbound::Inbound;

/// The one row; without it answers come by link only.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct InboundMailbox {
    /// As saved.
    pub settings: Json<Inbound>,
    /// Which life of the folder `last_uid` belongs to (RFC 3501 §2.3.1.1).
    pub uid_validity: Option<i64>,
    /// The last mail that was read.
    pub last_uid: i64,
    /// When the server was last asked.
    pub checked_at: Option<DateTime<Utc>>,
    /// Why the last attempt failed, in the server's words.
    pub failure: Option<String>,
    /// Since when it fails.
    pub failing_since: Option<DateTime<Utc>>,
    /// Failures in a row.
    pub failures: i64,
    /// When it is asked next.
    pub next_check_at: DateTime<Utc>,
    /// When it was saved.
    pub updated_at: DateTime<Utc>,
}

const COLUMNS: &str =
    "settings, uid_validity, last_uid, checked_at, failure, failing_since, failures, next_check_at, updated_at";

/// The row, if there is one.
pub async fn load(tx: &mut Tx) -> Result<Option<InboundMailbox>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(format!("SELECT {COLUMNS} FROM inbound_mailbox"));
        query.build_query_as().fetch_optional(c).await
    })?)
}

/// Saves settings. Reading begins at once, and at the beginning of the folder; what was read before is known by its
/// Message-ID.
pub async fn save(tx: &mut Tx, settings: &Inbound, now: DateTime<Utc>) -> Result<()> {
    on_conn!(tx, |c| {
        sqlx::query(
        "INSERT INTO inbound_mailbox (id, settings, last_uid, failures, next_check_at, updated_at)
         VALUES (1, $1, 0, 0, $2, $2)
         ON CONFLICT (id) DO UPDATE SET settings = excluded.settings, uid_validity = NULL, last_uid = 0,
            checked_at = NULL, failure = NULL, failing_since = NULL, failures = 0, next_check_at = excluded.next_check_at,
            lease_until = NULL, lease_token = NULL, updated_at = excluded.updated_at"
    )
    .bind(Json(settings))
    .bind(now)
    .execute(c)
    .await
    .map(drop)
    })?;
    Ok(())
}

/// Forgets settings: answers come by link only.
pub async fn remove(tx: &mut Tx) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("DELETE FROM inbound_mailbox").execute(c).await.map(drop))?;
    Ok(())
}
