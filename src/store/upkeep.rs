//! What operators ask the database: is it whole, is its schema ours, what is in it; copying and emptying it.

use std::path::Path;

use chrono::{DateTime, Utc};
use sqlx::{AssertSqlSafe, migrate::Migrator};

use super::{Db, Result, StoreError, Tx, audit_chain, on_conn, policy};

pub(super) static SQLITE: Migrator = sqlx::migrate!("migrations/sqlite");
pub(super) static POSTGRES: Migrator = sqlx::migrate!("migrations/postgres");

/// The schema of a database against that of this program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Schema {
    /// There is none yet.
    Empty,
    /// Both are the same.
    Current(i64),
    /// The database is older; `sparsam migrate` or a start brings it up to date.
    Older(i64),
    /// The database is newer than this program.
    Newer(i64),
}

/// Compares schemas.
pub async fn schema(db: &Db) -> Result<Schema> {
    let mut tx = db.begin_read().await?;
    let there: bool = match &mut tx {
        Tx::Sqlite(tx) => {
            sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = '_sqlx_migrations')")
                .fetch_one(&mut **tx)
                .await?
        }
        Tx::Postgres(tx) => {
            sqlx::query_scalar("SELECT to_regclass('_sqlx_migrations') IS NOT NULL").fetch_one(&mut **tx).await?
        }
    };
    if !there {
        return Ok(Schema::Empty);
    }
    let applied: Option<i64> = on_conn!(&mut tx, |c| {
        sqlx::query_scalar("SELECT MAX(version) FROM _sqlx_migrations WHERE success").fetch_one(c).await
    })?;
    let ours = if db.postgres().is_some() { &POSTGRES } else { &SQLITE }.iter().map(|m| m.version).max().unwrap_or(0);
    Ok(match applied {
        None => Schema::Empty,
        Some(version) if version == ours => Schema::Current(version),
        Some(version) if version < ours => Schema::Older(version),
        Some(version) => Schema::Newer(version),
    })
}

/// What is damaged, in SQLite's own words; empty when nothing is. PostgreSQL checks its pages itself.
pub async fn damage(db: &Db) -> Result<Vec<String>> {
    let Db::Sqlite { readers, .. } = db else { return Ok(Vec::new()) };
    let mut found: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check(20)").fetch_all(readers).await?;
    found.retain(|line| line != "ok");
    let orphans: Vec<String> = sqlx::query_scalar("SELECT DISTINCT \"table\" FROM pragma_foreign_key_check LIMIT 20")
        .fetch_all(readers)
        .await?;
    found.extend(orphans.into_iter().map(|table| format!("rows of {table} point to rows that are gone")));
    Ok(found)
}

/// Writes a copy of a SQLite database, as it is at one moment, to a file that does not exist yet.
///
/// # Errors
/// On PostgreSQL, which has its own tools, and when the file cannot be written.
pub async fn copy_to(db: &Db, file: &Path) -> Result<()> {
    // The readers may not even write another file.
    let Db::Sqlite { writer, .. } = db else {
        return Err(StoreError::Database(sqlx::Error::Configuration("only a SQLite database is a file".into())));
    };
    let name = file.to_string_lossy().into_owned();
    sqlx::query("VACUUM INTO $1").bind(name).execute(writer).await?;
    Ok(())
}

/// Whether writing works: a commit that leaves nothing behind. A row comes and goes, because SQLite writes no page when a
/// value is replaced by itself.
pub async fn try_writing(db: &Db, now: DateTime<Utc>) -> Result<()> {
    let mut tx = db.begin().await?;
    on_conn!(&mut tx, |c| sqlx::query("INSERT INTO throttle (bucket, tokens, at) VALUES ('try writing', 0, $1)")
        .bind(now)
        .execute(c)
        .await
        .map(drop))?;
    on_conn!(&mut tx, |c| sqlx::query("DELETE FROM throttle WHERE bucket = 'try writing'").execute(c).await.map(drop))?;
    tx.commit().await
}

/// The newest time that was ever written down; a clock behind it has gone wrong.
pub async fn newest_record(tx: &mut Tx) -> Result<Option<DateTime<Utc>>> {
    Ok(on_conn!(tx, |c| sqlx::query_scalar("SELECT MAX(at) FROM audit").fetch_one(c).await)?)
}

/// Meetings that somebody should have heard of, but for which no mail was ever queued: must be 0.
pub async fn meetings_without_mail(tx: &mut Tx) -> Result<i64> {
    Ok(on_conn!(tx, |c| {
        sqlx::query_scalar(
            "SELECT COUNT(*) FROM meeting WHERE status = 'confirmed'
             AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.meeting_id = meeting.id)
             AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.series_id = meeting.series_id)",
        )
        .fetch_one(c)
        .await
    })?)
}

/// Removes every row of every table and puts back what a new database begins with. The audit log's guards are lifted inside the transaction only, so that nobody can
/// use the gap, and a failure leaves everything as it was.
///
/// # Errors
/// When the database refuses.
pub async fn empty(tx: &mut Tx) -> Result<()> {
    match tx {
        Tx::Sqlite(_) => empty_sqlite(tx).await?,
        Tx::Postgres(tx) => {
            let tables: Vec<String> = sqlx::query_scalar(
                "SELECT quote_ident(tablename) FROM pg_tables
                 WHERE schemaname = current_schema() AND tablename <> '_sqlx_migrations'",
            )
            .fetch_all(&mut **tx)
            .await?;
            sqlx::query("ALTER TABLE audit DISABLE TRIGGER USER").execute(&mut **tx).await?;
            let truncate = AssertSqlSafe(format!("TRUNCATE {} RESTART IDENTITY", tables.join(", ")));
            sqlx::query(truncate).execute(&mut **tx).await?;
            sqlx::query("ALTER TABLE audit ENABLE TRIGGER USER").execute(&mut **tx).await?;
        }
    }
    policy::start_anew(tx).await?;
    audit_chain::start_anew(tx).await
}

async fn empty_sqlite(tx: &mut Tx) -> Result<()> {
    let Tx::Sqlite(tx) = tx else { return Ok(()) };
    let c = &mut **tx;
    let guards: Vec<(String, String)> =
        sqlx::query_as("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetch_all(&mut *c).await?;
    let tables: Vec<String> = sqlx::query_scalar(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> '_sqlx_migrations' AND name NOT LIKE 'sqlite_%'",
    )
    .fetch_all(&mut *c)
    .await?;
    // Tables point to each other; what counts is that nothing points into the void in the end.
    sqlx::query("PRAGMA defer_foreign_keys = ON").execute(&mut *c).await?;
    for (name, _) in &guards {
        sqlx::query(AssertSqlSafe(format!("DROP TRIGGER \"{name}\""))).execute(&mut *c).await?;
    }
    for table in &tables {
        sqlx::query(AssertSqlSafe(format!("DELETE FROM \"{table}\""))).execute(&mut *c).await?;
    }
    for (_, sql) in guards {
        sqlx::query(AssertSqlSafe(sql)).execute(&mut *c).await?;
    }
    Ok(())
}
