//! What the firm has set about planning, and the lock between those who change rules and those judged by them.

use super::{Result, StoreError, Tx, on_conn};
use crate::domain::limits::policy::Policy;

/// The settings with their version, which also rises with every change of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Current {
    /// Version of settings and rules.
    pub version: i64,
    /// The settings.
    pub settings: Policy,
}

#[derive(sqlx::FromRow)]
struct Row {
    version: i64,
    settings: String,
}

/// Reads the settings.
///
/// # Errors
/// [`StoreError::Unreadable`] when they cannot be read; nothing is then allowed rather than everything.
pub async fn read(tx: &mut Tx) -> Result<Current> {
    current(&on_conn!(tx, |c| sqlx::query_as("SELECT version, settings FROM policy WHERE id = 1").fetch_one(c).await)?)
}

/// Reads the settings and keeps them and all rules as they are until the transaction ends. Many can hold them at once.
pub async fn hold(tx: &mut Tx) -> Result<Current> {
    if let Tx::Postgres(tx) = tx {
        let locked = sqlx::query_as("SELECT version, settings FROM policy WHERE id = 1 FOR SHARE");
        return current(&locked.fetch_one(&mut **tx).await?);
    }
    read(tx).await
}

/// Waits for everybody who holds the rules, raises their version and returns it. Comes first in every change of rules.
pub async fn begin_change(tx: &mut Tx) -> Result<i64> {
    Ok(on_conn!(tx, |c| sqlx::query_scalar("UPDATE policy SET version = version + 1 WHERE id = 1 RETURNING version")
        .fetch_one(c)
        .await)?)
}

/// The row of a new database: every setting as it is when nobody has chosen.
pub(super) async fn start_anew(tx: &mut Tx) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("INSERT INTO policy (id, version, settings) VALUES (1, 1, '{}')")
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Replaces the settings; after [`begin_change`].
pub async fn save(tx: &mut Tx, settings: &Policy) -> Result<()> {
    let text = serde_json::to_string(settings).map_err(StoreError::unreadable)?;
    on_conn!(tx, |c| sqlx::query("UPDATE policy SET settings = $1 WHERE id = 1")
        .bind(text)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

fn current(row: &Row) -> Result<Current> {
    let settings = serde_json::from_str(&row.settings).map_err(StoreError::unreadable)?;
    Ok(Current { version: row.version, settings })
}
