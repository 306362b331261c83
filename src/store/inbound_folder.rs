//! How far the IMAP folder is read, and who reads it.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{Result, Tx, on_conn};
use crate::domain::inbound::Trouble;

/// The one row; there is none where no folder is read.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct InboundFolder {
    /// UIDVALIDITY of what is counted in `last_uid`; `None` before the first reading.
    pub uid_validity: Option<i64>,
    /// Everything up to here has been dealt with.
    pub last_uid: i64,
    /// Mails that were seen in it and not dealt with yet.
    pub waiting: i64,
    /// Until when somebody reads it.
    pub lease_until: Option<DateTime<Utc>>,
    /// When it is read next.
    pub next_check_at: DateTime<Utc>,
    /// The last try.
    pub checked_at: Option<DateTime<Utc>>,
    /// The last time that nothing was left to read.
    pub read_at: Option<DateTime<Utc>>,
    /// Why the last try failed.
    pub failure: Option<Trouble>,
    /// Since when it fails.
    pub failing_since: Option<DateTime<Utc>>,
    /// Failures in a row.
    pub failures: i64,
    /// The server's words about the failure; may be empty.
    pub words: String,
    /// A mail at which reading broke off.
    pub stuck_uid: Option<i64>,
    /// How often it did.
    pub stuck_tries: i64,
}

const COLUMNS: &str = "uid_validity, last_uid, waiting, lease_until, next_check_at, checked_at, read_at, failure, \
     failing_since, failures, words, stuck_uid, stuck_tries";

/// The row, if a folder is read.
pub async fn load(tx: &mut Tx) -> Result<Option<InboundFolder>> {
    Ok(on_conn!(tx, |c| {
        sqlx::query_as(sqlx::AssertSqlSafe(format!("SELECT {COLUMNS} FROM inbound_folder"))).fetch_optional(c).await
    })?)
}

/// Begins anew, for another folder: nothing is read yet, and whoever reads loses the lease.
pub async fn begin(tx: &mut Tx, now: DateTime<Utc>) -> Result<()> {
    remove(tx).await?;
    on_conn!(tx, |c| sqlx::query(
        "INSERT INTO inbound_folder (id, last_uid, waiting, next_check_at, failures, words, stuck_tries)
         VALUES (1, 0, 0, $1, 0, '', 0)"
    )
    .bind(now)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

/// The same folder under other settings: read at once, by whoever comes first.
pub async fn ask_now(tx: &mut Tx, now: DateTime<Utc>) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "UPDATE inbound_folder SET next_check_at = $1, lease_token = NULL, lease_until = NULL, failure = NULL,
            failing_since = NULL, failures = 0, words = '', stuck_uid = NULL, stuck_tries = 0"
    )
    .bind(now)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

/// Forgets how far the folder is read.
pub async fn remove(tx: &mut Tx) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("DELETE FROM inbound_folder").execute(c).await.map(drop))?;
    Ok(())
}

/// Takes the lease if the folder is due and nobody has it; the row then.
pub async fn claim(
    tx: &mut Tx,
    (token, until): (Uuid, DateTime<Utc>),
    now: DateTime<Utc>,
) -> Result<Option<InboundFolder>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("UPDATE inbound_folder SET lease_token = ");
        query.push_bind(token).push(", lease_until = ").push_bind(until);
        query.push(" WHERE next_check_at <= ").push_bind(now);
        query.push(" AND (lease_until IS NULL OR lease_until <= ").push_bind(now).push(") RETURNING ").push(COLUMNS);
        query.build_query_as().fetch_optional(c).await
    })?)
}

/// Keeps the lease, and notes how many mails wait if that was counted; whether the lease was still ours.
pub async fn keep(tx: &mut Tx, (token, until): (Uuid, DateTime<Utc>), waiting: Option<i64>) -> Result<bool> {
    Ok(on_conn!(tx, |c| sqlx::query(
        "UPDATE inbound_folder SET lease_until = $2, waiting = COALESCE($3, waiting) WHERE lease_token = $1"
    )
    .bind(token)
    .bind(until)
    .bind(waiting)
    .execute(c)
    .await
    .map(|done| done.rows_affected() == 1))?)
}

/// Gives the lease back, if it is still ours.
pub async fn release(tx: &mut Tx, token: Uuid) -> Result<()> {
    on_conn!(tx, |c| {
        sqlx::query("UPDATE inbound_folder SET lease_token = NULL, lease_until = NULL WHERE lease_token = $1")
            .bind(token)
            .execute(c)
            .await
            .map(drop)
    })?;
    Ok(())
}

/// Counts UIDs anew, because the folder has become another one; whether the lease was still ours.
pub async fn restart(tx: &mut Tx, token: Uuid, (validity, last_uid): (i64, i64)) -> Result<bool> {
    Ok(on_conn!(tx, |c| sqlx::query(
        "UPDATE inbound_folder SET uid_validity = $2, last_uid = $3, stuck_uid = NULL, stuck_tries = 0
         WHERE lease_token = $1"
    )
    .bind(token)
    .bind(validity)
    .bind(last_uid)
    .execute(c)
    .await
    .map(|done| done.rows_affected() == 1))?)
}

/// Marks a mail as dealt with, in the transaction that does so, and keeps the lease; whether that was ours to do and not
/// done before.
pub async fn advance(tx: &mut Tx, (token, until): (Uuid, DateTime<Utc>), (validity, uid): (i64, i64)) -> Result<bool> {
    Ok(on_conn!(tx, |c| {
        sqlx::query(
        "UPDATE inbound_folder SET last_uid = $3, lease_until = $4, waiting = CASE WHEN waiting > 0 THEN waiting - 1 ELSE 0 END,
            stuck_uid = NULL, stuck_tries = 0
         WHERE lease_token = $1 AND uid_validity = $2 AND last_uid < $3"
    )
    .bind(token)
    .bind(validity)
    .bind(uid)
    .bind(until)
    .execute(c)
    .await
    .map(|done| done.rows_affected() == 1)
    })?)
}

/// Nothing is left to read: all is well. Whether the lease was still ours.
pub async fn all_read(tx: &mut Tx, (token, until): (Uuid, DateTime<Utc>), now: DateTime<Utc>) -> Result<bool> {
    Ok(on_conn!(tx, |c| sqlx::query(
        "UPDATE inbound_folder SET lease_until = $2, waiting = 0, checked_at = $3, read_at = $3, next_check_at = $3,
            failure = NULL, failing_since = NULL, failures = 0, words = '' WHERE lease_token = $1"
    )
    .bind(token)
    .bind(until)
    .bind(now)
    .execute(c)
    .await
    .map(|done| done.rows_affected() == 1))?)
}

/// A try that failed.
#[derive(Debug, Clone)]
pub struct Failing {
    /// Why.
    pub trouble: Trouble,
    /// The server's words.
    pub words: String,
    /// The mail at which it broke off, if it got so far.
    pub uid: Option<i64>,
    /// When it is tried again.
    pub next_check_at: DateTime<Utc>,
}

/// Writes a failure down and gives the lease back, if it is still ours.
pub async fn fail(tx: &mut Tx, token: Uuid, failing: &Failing, now: DateTime<Utc>) -> Result<()> {
    on_conn!(tx, |c| {
        sqlx::query(
            "UPDATE inbound_folder SET lease_token = NULL, lease_until = NULL, checked_at = $2, next_check_at = $3,
            failure = $4, words = $5, failing_since = COALESCE(failing_since, $2), failures = failures + 1,
            stuck_tries = CASE WHEN stuck_uid = $6 THEN stuck_tries + 1 WHEN $6 IS NULL THEN stuck_tries ELSE 1 END,
            stuck_uid = COALESCE($6, stuck_uid)
         WHERE lease_token = $1",
        )
        .bind(token)
        .bind(now)
        .bind(failing.next_check_at)
        .bind(failing.trouble)
        .bind(&failing.words)
        .bind(failing.uid)
        .execute(c)
        .await
        .map(drop)
    })?;
    Ok(())
}
