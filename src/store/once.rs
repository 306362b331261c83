//! Once-keys: a form that is sent twice is carried out once and answered the same.

use chrono::{DateTime, Utc};

use super::{Result, Tx, on_conn};

/// A form that was carried out.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Done {
    /// SHA-256 of the form.
    pub body_hash: Vec<u8>,
    /// Where the first answer led.
    pub location: String,
}

/// Claims a key; `false` when it was used before. A second claim at the same time waits for the first to commit.
pub async fn claim(tx: &mut Tx, scope: &str, key: &str, body_hash: &[u8], now: DateTime<Utc>) -> Result<bool> {
    Ok(on_conn!(tx, |c| sqlx::query(
        "INSERT INTO once_key (scope, key, body_hash, location, at) VALUES ($1, $2, $3, '', $4)
         ON CONFLICT (scope, key) DO NOTHING"
    )
    .bind(scope)
    .bind(key)
    .bind(body_hash)
    .bind(now)
    .execute(c)
    .await
    .map(|done| done.rows_affected() == 1))?)
}

/// Notes where the answer leads, in the same transaction as the change.
pub async fn answer(tx: &mut Tx, scope: &str, key: &str, location: &str) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("UPDATE once_key SET location = $3 WHERE scope = $1 AND key = $2")
        .bind(scope)
        .bind(key)
        .bind(location)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// What a used key led to.
pub async fn done(tx: &mut Tx, scope: &str, key: &str) -> Result<Option<Done>> {
    Ok(on_conn!(tx, |c| sqlx::query_as("SELECT body_hash, location FROM once_key WHERE scope = $1 AND key = $2")
        .bind(scope)
        .bind(key)
        .fetch_optional(c)
        .await)?)
}

/// Forgets keys older than `before`.
pub async fn forget(tx: &mut Tx, before: DateTime<Utc>) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("DELETE FROM once_key WHERE at < $1").bind(before).execute(c).await.map(drop))?;
    Ok(())
}
