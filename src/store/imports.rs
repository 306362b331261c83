//! Files that are imported: how far each has come, and whose turn it is.

use chrono::{DateTime, Utc};
use sqlx::types::Json;

use super::{Result, Tx, on_conn};
use crate::domain::{
    ids::{AccountId, ImportId, PersonId},
    transfer::{ImportState, Kind, Mapping},
};

/// A file that is imported.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Import {
    /// Id.
    pub id: ImportId,
    /// Whose it is.
    pub person_id: PersonId,
    /// What its rows are.
    pub kind: Kind,
    /// The customer that all rows are about.
    pub account_id: Option<AccountId>,
    /// Its name, as the browser said.
    pub file_name: String,
    /// How far it has come.
    pub state: ImportState,
    /// In bytes.
    pub size: i64,
    /// Names of its columns, folded.
    pub heading: String,
    /// How it is read.
    pub mapping: Json<Mapping>,
    /// Bytes that have been gone through.
    pub at_byte: i64,
    /// Rows that have been gone through.
    pub at_row: i64,
    /// Rows that bring something new.
    pub rows_new: i64,
    /// Rows that change something.
    pub rows_changed: i64,
    /// Rows that say what is known.
    pub rows_same: i64,
    /// Rows that say what an earlier row says.
    pub rows_double: i64,
    /// Rows that were not taken.
    pub rows_refused: i64,
    /// Rows of the whole file, once they have been counted.
    pub rows_total: Option<i64>,
    /// What was taken back.
    pub undone: i64,
    /// What was not taken back, because it was changed since.
    pub stays: i64,
    /// Steps that failed in a row.
    pub failures: i64,
    /// The last step.
    pub stepped_at: DateTime<Utc>,
    /// When its last row was taken over, or it was stopped.
    pub ended_at: Option<DateTime<Utc>>,
    /// When it came in.
    pub created_at: DateTime<Utc>,
}

/// Adds a file of which nothing has come yet.
pub async fn insert(tx: &mut Tx, i: &Import) -> Result<()> {
    on_conn!(tx, |c| {
        sqlx::query(
        "INSERT INTO import (id, person_id, kind, account_id, file_name, state, size, heading, mapping, at_byte, at_row,
            rows_new, rows_changed, rows_same, rows_double, rows_refused, undone, stays, failures, stepped_at, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, $10, $10)"
    )
    .bind(i.id)
    .bind(i.person_id)
    .bind(i.kind)
    .bind(i.account_id)
    .bind(&i.file_name)
    .bind(i.state)
    .bind(i.size)
    .bind(&i.heading)
    .bind(&i.mapping)
    .bind(i.created_at)
    .execute(c)
    .await
    .map(drop)
    })?;
    Ok(())
}

/// One file.
pub async fn by_id(tx: &mut Tx, id: ImportId) -> Result<Option<Import>> {
    Ok(on_conn!(tx, |c| sqlx::query_as("SELECT * FROM import WHERE id = $1").bind(id).fetch_optional(c).await)?)
}

/// One file, locked until the transaction ends. SQLite has one writer already.
pub async fn locked(tx: &mut Tx, id: ImportId) -> Result<Option<Import>> {
    if let Tx::Postgres(tx) = tx {
        let row = sqlx::query_as("SELECT * FROM import WHERE id = $1 FOR NO KEY UPDATE").bind(id);
        return Ok(row.fetch_optional(&mut **tx).await?);
    }
    by_id(tx, id).await
}

/// Writes everything but whose it is, what its rows are and when it came.
pub async fn update(tx: &mut Tx, i: &Import) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "UPDATE import SET state = $2, size = $3, heading = $4, mapping = $5, at_byte = $6, at_row = $7, rows_new = $8,
            rows_changed = $9, rows_same = $10, rows_double = $11, rows_refused = $12, rows_total = $13, undone = $14,
            stays = $15, failures = $16, stepped_at = $17, ended_at = $18 WHERE id = $1"
    )
    .bind(i.id)
    .bind(i.state)
    .bind(i.size)
    .bind(&i.heading)
    .bind(&i.mapping)
    .bind(i.at_byte)
    .bind(i.at_row)
    .bind(i.rows_new)
    .bind(i.rows_changed)
    .bind(i.rows_same)
    .bind(i.rows_double)
    .bind(i.rows_refused)
    .bind(i.rows_total)
    .bind(i.undone)
    .bind(i.stays)
    .bind(i.failures)
    .bind(i.stepped_at)
    .bind(i.ended_at)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

/// Whether a worker has something to do.
pub async fn any_moving(tx: &mut Tx) -> Result<bool> {
    Ok(on_conn!(tx, |c| sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM import WHERE state IN ('checking', 'running', 'undoing'))"
    )
    .fetch_one(c)
    .await)?)
}

/// The file that has waited longest, locked until the transaction ends; those that others work on are passed over. The lock
/// is all that keeps two from the same file: whoever dies lets go of it, and nothing half done is left.
pub async fn next_moving(tx: &mut Tx) -> Result<Option<Import>> {
    const NEXT: &str =
        "SELECT * FROM import WHERE state IN ('checking', 'running', 'undoing') ORDER BY stepped_at, id LIMIT 1";
    match tx {
        Tx::Sqlite(tx) => Ok(sqlx::query_as(NEXT).fetch_optional(&mut **tx).await?),
        Tx::Postgres(tx) => {
            let query = sqlx::AssertSqlSafe(format!("{NEXT} FOR NO KEY UPDATE SKIP LOCKED"));
            Ok(sqlx::query_as(query).fetch_optional(&mut **tx).await?)
        }
    }
}

/// Files of this person, or of all; newest first, at most `limit`.
pub async fn list(tx: &mut Tx, person: Option<PersonId>, limit: i64) -> Result<Vec<Import>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT * FROM import WHERE state <> 'receiving'");
        if let Some(person) = person {
            query.push(" AND person_id = ").push_bind(person);
        }
        query.push(" ORDER BY created_at DESC, id DESC LIMIT ").push_bind(limit);
        query.build_query_as().fetch_all(c).await
    })?)
}

/// How many files of this person are not done with.
pub async fn open(tx: &mut Tx, person: PersonId) -> Result<i64> {
    Ok(on_conn!(tx, |c| sqlx::query_scalar("SELECT COUNT(*) FROM import WHERE person_id = $1 AND ended_at IS NULL")
        .bind(person)
        .fetch_one(c)
        .await)?)
}

/// How the newest file with the same columns was read, if one has been.
pub async fn remembered(tx: &mut Tx, (kind, heading): (Kind, &str)) -> Result<Option<Mapping>> {
    let found: Option<Json<Mapping>> = on_conn!(tx, |c| sqlx::query_scalar(
        "SELECT mapping FROM import WHERE kind = $1 AND heading = $2 AND state NOT IN ('receiving', 'open')
         ORDER BY created_at DESC LIMIT 1"
    )
    .bind(kind)
    .bind(heading)
    .fetch_optional(c)
    .await)?;
    Ok(found.map(|mapping| mapping.0))
}

/// Forgets a file with everything that belongs to it. What was taken over stays.
pub async fn delete(tx: &mut Tx, id: ImportId) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("DELETE FROM import WHERE id = $1").bind(id).execute(c).await.map(drop))?;
    Ok(())
}

/// Forgets one file that came before `before`, and that nobody is at; tells whether there was one.
pub async fn forget_one(tx: &mut Tx, before: DateTime<Utc>) -> Result<bool> {
    Ok(on_conn!(tx, |c| sqlx::query(
        "DELETE FROM import WHERE id = (SELECT id FROM import WHERE created_at < $1
            AND state NOT IN ('checking', 'running', 'undoing') ORDER BY created_at LIMIT 1)"
    )
    .bind(before)
    .execute(c)
    .await
    .map(|done| done.rows_affected() == 1))?)
}

/// Forgets one file that broke off while it came in; tells whether there was one.
pub async fn forget_broken(tx: &mut Tx, before: DateTime<Utc>) -> Result<bool> {
    Ok(on_conn!(tx, |c| sqlx::query(
        "DELETE FROM import WHERE id = (SELECT id FROM import WHERE created_at < $1 AND state = 'receiving' LIMIT 1)"
    )
    .bind(before)
    .execute(c)
    .await
    .map(|done| done.rows_affected() == 1))?)
}
