//! What rows of a file are about, why some were not taken, and what others changed.

use chrono::{DateTime, Utc};
use sqlx::types::Json;
use uuid::Uuid;

use super::{Result, Tx, in_list::push_in, on_conn};
use crate::domain::{
    ids::ImportId,
    transfer::{Field, Kind, Reason},
};

/// What a row is about.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Key {
    /// What it is about.
    pub key: String,
    /// The first row about it.
    pub row_number: i64,
    /// SHA-256 of what that row says.
    pub row_hash: Vec<u8>,
}

/// Why a row was not taken.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Refusal {
    /// Which row.
    pub row_number: i64,
    /// Why.
    pub reason: Reason,
    /// Because of which column.
    pub field: Option<Field>,
    /// What is wrong there.
    pub detail: String,
    /// What the row says.
    pub cells: Json<Vec<String>>,
}

/// Something that a row added or changed.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Change {
    /// Its place in the order.
    pub number: i64,
    /// What kind of thing.
    pub kind: Kind,
    /// Which thing.
    pub object_id: Uuid,
    /// What it was; `None` for what was not there.
    pub before: Option<Json<serde_json::Value>>,
    /// The version that it was left with.
    pub version: i64,
    /// When.
    pub written_at: DateTime<Utc>,
    /// Whether it was not taken back.
    pub stays: bool,
}

/// Notes what rows are about, unless an earlier row was about the same; says which row was the first for each.
pub async fn claim(tx: &mut Tx, id: ImportId, keys: &[Key]) -> Result<Vec<Key>> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("INSERT INTO import_key (import_id, key, row_number, row_hash) ");
        query.push_values(keys, |mut row, key| {
            row.push_bind(id).push_bind(&key.key).push_bind(key.row_number).push_bind(&key.row_hash);
        });
        query.push(" ON CONFLICT (import_id, key) DO NOTHING").build().execute(&mut *c).await?;
        let mut query = sqlx::QueryBuilder::new("SELECT key, row_number, row_hash FROM import_key WHERE import_id = ");
        query.push_bind(id).push(" AND key");
        push_in(&mut query, keys.iter().map(|key| key.key.clone()));
        query.build_query_as().fetch_all(c).await
    })?)
}

/// Notes why rows were not taken.
pub async fn refuse(tx: &mut Tx, id: ImportId, refusals: &[Refusal]) -> Result<()> {
    if refusals.is_empty() {
        return Ok(());
    }
    on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "INSERT INTO import_refusal (import_id, row_number, reason, field, detail, cells) ",
        );
        query.push_values(refusals, |mut row, refusal| {
            row.push_bind(id)
                .push_bind(refusal.row_number)
                .push_bind(refusal.reason)
                .push_bind(refusal.field)
                .push_bind(&refusal.detail)
                .push_bind(&refusal.cells);
        });
        query.build().execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Why rows behind `after` were not taken, in order, at most `limit`.
pub async fn refusals(tx: &mut Tx, (id, after): (ImportId, i64), limit: i64) -> Result<Vec<Refusal>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT * FROM import_refusal WHERE import_id = $1 AND row_number > $2 ORDER BY row_number LIMIT $3"
    )
    .bind(id)
    .bind(after)
    .bind(limit)
    .fetch_all(c)
    .await)?)
}

/// Notes what was added and changed, behind what is noted already.
pub async fn note(tx: &mut Tx, id: ImportId, changes: &[Change]) -> Result<()> {
    if changes.is_empty() {
        return Ok(());
    }
    on_conn!(tx, |c| {
        let last: Option<i64> = sqlx::query_scalar("SELECT MAX(number) FROM import_change WHERE import_id = $1")
            .bind(id)
            .fetch_one(&mut *c)
            .await?;
        let mut query = sqlx::QueryBuilder::new(
            "INSERT INTO import_change (import_id, number, kind, object_id, before, version, written_at, stays) ",
        );
        query.push_values((last.unwrap_or(0) + 1..).zip(changes), |mut row, (number, change)| {
            row.push_bind(id)
                .push_bind(number)
                .push_bind(change.kind)
                .push_bind(change.object_id)
                .push_bind(&change.before)
                .push_bind(change.version)
                .push_bind(change.written_at)
                .push_bind(change.stays);
        });
        query.build().execute(c).await.map(drop)
    })?;
    Ok(())
}

/// What was changed last and is still to be taken back, latest first; at most `limit`.
pub async fn last_changes(tx: &mut Tx, id: ImportId, limit: i64) -> Result<Vec<Change>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT number, kind, object_id, before, version, written_at, stays FROM import_change
         WHERE import_id = $1 AND stays = FALSE ORDER BY number DESC LIMIT $2"
    )
    .bind(id)
    .bind(limit)
    .fetch_all(c)
    .await)?)
}

/// Something that was not taken back, by name.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Stays {
    /// What kind of thing.
    pub kind: Kind,
    /// Which thing.
    pub object_id: Uuid,
    /// Its name; `None` if it has gone since.
    pub name: Option<String>,
}

/// What was not taken back, at most `limit`.
pub async fn staying(tx: &mut Tx, id: ImportId, limit: i64) -> Result<Vec<Stays>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT import_change.kind, import_change.object_id,
            COALESCE(account.name, contact.name, opportunity.title, person.name) AS name
         FROM import_change LEFT JOIN account ON account.id = object_id LEFT JOIN contact ON contact.id = object_id
            LEFT JOIN opportunity ON opportunity.id = object_id LEFT JOIN person ON person.id = object_id
         WHERE import_change.import_id = $1 AND stays = TRUE ORDER BY number LIMIT $2"
    )
    .bind(id)
    .bind(limit)
    .fetch_all(c)
    .await)?)
}

/// Done with: taken back, or changed since and left alone.
pub async fn settle(tx: &mut Tx, id: ImportId, (undone, stay): (&[i64], &[i64])) -> Result<()> {
    on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("DELETE FROM import_change WHERE import_id = ");
        query.push_bind(id).push(" AND number");
        push_in(&mut query, undone.iter().copied());
        query.build().execute(&mut *c).await?;
        let mut query = sqlx::QueryBuilder::new("UPDATE import_change SET stays = TRUE WHERE import_id = ");
        query.push_bind(id).push(" AND number");
        push_in(&mut query, stay.iter().copied());
        query.build().execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Forgets what was found out about rows: they will be gone through anew. `keys` too when the file is read otherwise.
pub async fn clear(tx: &mut Tx, id: ImportId, keys: bool) -> Result<()> {
    on_conn!(tx, |c| {
        if keys {
            sqlx::query("DELETE FROM import_key WHERE import_id = $1").bind(id).execute(&mut *c).await?;
        }
        sqlx::query("DELETE FROM import_refusal WHERE import_id = $1").bind(id).execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Forgets what files ended before `before` changed: it cannot be taken back any more. What stays of an undone one is kept
/// with it.
pub async fn forget_changes(tx: &mut Tx, before: DateTime<Utc>) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "DELETE FROM import_change WHERE stays = FALSE AND import_id IN (SELECT id FROM import WHERE ended_at < $1
            AND state IN ('done', 'stopped', 'failed'))"
    )
    .bind(before)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}
