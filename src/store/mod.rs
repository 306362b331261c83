//! All SQL. One file per aggregate; every function takes the transaction first, so that several aggregates share one
//! commit, and none commits by itself.
//!
//! One SQL text serves SQLite and PostgreSQL: `$1` placeholders, native types on both, and `on_conn!` to run it on
//! whichever connection the transaction holds.

mod agenda_items;
mod columns;
pub mod error;
mod in_list;
mod titles;
mod tx;

pub mod accounts;
pub mod actions;
pub mod agenda_templates;
pub mod answers;
pub mod approvals;
pub mod attendees;
pub mod audit;
pub mod audit_chain;
pub mod carry;
pub mod changes;
pub mod claims;
pub mod course;
pub mod customers;
pub mod days_off;
pub mod decisions;
pub mod delegates;
pub mod deliveries;
pub mod digest;
pub mod drafts;
pub mod erasure;
pub mod export;
pub mod feed_meetings;
pub mod feeds;
pub mod holds;
pub mod import_files;
pub mod import_rows;
pub mod import_undo;
pub mod imported;
pub mod imports;
pub mod inbound_folder;
pub mod inbound_mail;
pub mod inbound_mailbox;
pub mod inputs;
pub mod load;
pub mod load_report;
pub mod log;
pub mod mail_wishes;
pub mod mailbox;
pub mod matters;
pub mod meeting_lists;
pub mod meetings;
pub mod minutes;
pub mod once;
pub mod opportunities;
pub mod organization;
pub mod outbox;
pub mod outside;
pub mod overrides;
pub mod past;
pub mod people;
pub mod person_time;
pub mod point_contents;
pub mod point_ideas;
pub mod policy;
pub mod proposals;
pub mod recognitions;
pub mod reminders;
pub mod retention;
pub mod rhythm;
pub mod rules;
pub mod sales;
pub mod scorecards;
pub mod series;
pub mod series_approvals;
pub mod series_record;
pub mod series_reviews;
pub mod sessions;
pub mod sight;
pub mod stage_changes;
pub mod stamps;
pub mod teams;
pub mod throttle;
pub mod upkeep;
pub mod written;
pub mod zone_data;

use std::{path::PathBuf, time::Duration};

use sqlx::{
    Connection as _, PgPool, SqlitePool,
    migrate::MigrateError,
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

pub use error::{Result, StoreError};
pub use tx::{Open, Tx};

/// Runs one expression on the connection of a [`Tx`], whichever database it is.
macro_rules! on_conn {
    ($tx:expr, |$c:ident| $query:expr) => {
        match $tx {
            $crate::store::Tx::Sqlite(tx) => {
                let $c = &mut **tx;
                $query
            }
            $crate::store::Tx::Postgres(tx) => {
                let $c = &mut **tx;
                $query
            }
        }
    };
}
pub(crate) use on_conn;

/// Connections that read SQLite at the same time, each with 2 MB of pages of its own. Reading is work for the processor,
/// so more would only take memory and turns from each other.
const READERS: u32 = 4;
/// Rows that a connection's thread reads ahead. With few, the two threads of a long list take turns all the time.
const ROWS_AHEAD: usize = 1_000;
/// So many bytes of the database file readers look at in place.
const MAPPED: &str = "268435456";
/// As `server_version_num`.
const OLDEST_POSTGRES: i32 = 140_000;

/// Where the data are.
#[derive(Debug, Clone)]
pub enum DbSettings {
    /// A file of its own.
    Sqlite {
        /// The file; made when missing.
        file: PathBuf,
        /// Whether every commit reaches the disk before it is acknowledged.
        durable: bool,
    },
    /// A PostgreSQL server.
    Postgres {
        /// `postgres://…`
        url: String,
        /// Most connections of this instance.
        connections: u32,
    },
}

/// An open database.
#[derive(Debug, Clone)]
pub enum Db {
    /// One writer connection, so that writers queue fairly instead of failing with `SQLITE_BUSY`; several readers.
    Sqlite {
        /// The one writer.
        writer: SqlitePool,
        /// Readers that cannot write.
        readers: SqlitePool,
    },
    /// A pool.
    Postgres(PgPool),
}

/// The part of a [`Db`] that GET handlers get: it opens read-only transactions, and the database itself refuses writes in them.
#[derive(Debug, Clone)]
pub struct ReadDb(Db);

impl ReadDb {
    /// Opens a read-only transaction with one consistent view.
    pub async fn begin(&self) -> Result<Tx> {
        self.0.begin_read().await
    }
}

impl Db {
    /// Opens the database; does not migrate.
    pub async fn open(settings: &DbSettings) -> Result<Self> {
        match settings {
            DbSettings::Sqlite { file, durable } => Self::open_sqlite(file, *durable).await,
            DbSettings::Postgres { url, connections } => {
                let options: PgConnectOptions = url.parse().map_err(StoreError::from)?;
                Self::open_postgres(options, *connections).await
            }
        }
    }

    async fn open_sqlite(file: &std::path::Path, durable: bool) -> Result<Self> {
        let options = SqliteConnectOptions::new()
            .filename(file)
            .create_if_missing(true)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(5))
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(if durable { SqliteSynchronous::Full } else { SqliteSynchronous::Normal })
            .optimize_on_close(true, 400);
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .acquire_timeout(Duration::from_secs(20))
            .test_before_acquire(false)
            // SQLite ends a transaction by itself when the disk is full or fails; sqlx goes on believing in it, and would
            // refuse every later one on this connection.
            .before_acquire(|connection, _| {
                let is_free = !connection.is_in_transaction();
                Box::pin(async move { Ok(is_free) })
            })
            .connect_with(options.clone())
            .await?;
        // Pages that are read stay the system's, shared by all readers: a call for each would cost more than what it brings.
        let reading = options.row_buffer_size(ROWS_AHEAD).pragma("query_only", "ON").pragma("mmap_size", MAPPED);
        let readers = SqlitePoolOptions::new()
            .max_connections(READERS)
            .acquire_timeout(Duration::from_secs(10))
            // There is no server that could have gone away, and asking is a turn of two threads.
            .test_before_acquire(false)
            .connect_lazy_with(reading);
        Ok(Self::Sqlite { writer, readers })
    }

    /// Opens PostgreSQL with ready options; tests set a schema of their own there.
    pub async fn open_postgres(options: PgConnectOptions, connections: u32) -> Result<Self> {
        let pool = PgPoolOptions::new()
            .max_connections(connections)
            .acquire_timeout(Duration::from_secs(10))
            .connect_with(options)
            .await?;
        let version: i32 =
            sqlx::query_scalar("SELECT current_setting('server_version_num')::int").fetch_one(&pool).await?;
        if version < OLDEST_POSTGRES {
            return Err(StoreError::TooOld(format!(
                "PostgreSQL {} is too old; 14 is the oldest that works",
                version / 10_000
            )));
        }
        Ok(Self::Postgres(pool))
    }

    /// Brings the schema up to date; an older program refuses a newer schema.
    pub async fn migrate(&self) -> Result<()> {
        let done = match self {
            Self::Sqlite { writer, .. } => upkeep::SQLITE.run(writer).await,
            Self::Postgres(pool) => upkeep::POSTGRES.run(pool).await,
        };
        done.map_err(|error| match error {
            MigrateError::VersionMissing(_) => StoreError::NewerSchema,
            other => StoreError::Migration(other),
        })?;
        titles::fill_title_keys(self).await?;
        audit_chain::begin(self).await
    }

    /// Opens a transaction that writes. On SQLite it takes the one write lock at once (`BEGIN IMMEDIATE`), because a
    /// deferred one fails when it turns from reading to writing.
    pub async fn begin(&self) -> Result<Tx> {
        Ok(match self {
            Self::Sqlite { writer, .. } => Tx::Sqlite(writer.begin_with("BEGIN IMMEDIATE").await?.into()),
            Self::Postgres(pool) => Tx::Postgres(pool.begin().await?.into()),
        })
    }

    /// Opens a transaction that cannot write.
    pub async fn begin_read(&self) -> Result<Tx> {
        Ok(match self {
            Self::Sqlite { readers, .. } => Tx::Sqlite(readers.begin().await?.into()),
            Self::Postgres(pool) => {
                Tx::Postgres(pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?.into())
            }
        })
    }

    /// The part that only reads.
    #[must_use]
    pub fn reads(&self) -> ReadDb {
        ReadDb(self.clone())
    }

    /// `sqlite` or `postgres`.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Sqlite { .. } => "sqlite",
            Self::Postgres(_) => "postgres",
        }
    }

    /// The pool behind PostgreSQL, for listening to wake-up calls.
    #[must_use]
    pub const fn postgres(&self) -> Option<&PgPool> {
        match self {
            Self::Postgres(pool) => Some(pool),
            Self::Sqlite { .. } => None,
        }
    }

    /// Closes all connections, finishing what runs.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { writer, readers } => {
                readers.close().await;
                writer.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }
}
