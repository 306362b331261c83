//! A fresh database for each test, on SQLite and on PostgreSQL.

use std::hash::{BuildHasher as _, RandomState};

use sparsam::store::{Db, DbSettings};
use sqlx::{Connection as _, postgres::PgConnectOptions};
use tempfile::TempDir;

/// A database that goes away with the test.
pub(crate) struct TestDb {
    pub(crate) db: Db,
    _folder: Option<TempDir>,
}

impl TestDb {
    /// In a file of its own.
    pub(crate) async fn sqlite() -> Self {
        let test = Self::empty_sqlite().await;
        test.db.migrate().await.unwrap();
        test
    }

    async fn empty_sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let settings = DbSettings::Sqlite { file: folder.path().join("test.db"), durable: false };
        let db = Db::open(&settings).await.unwrap();
        Self { db, _folder: Some(folder) }
    }

    /// In a schema of its own. `None` where no PostgreSQL is to be had, which fails under `CI=true`.
    pub(crate) async fn postgres() -> Option<Self> {
        let test = Self::empty_postgres().await?;
        test.db.migrate().await.unwrap();
        Some(test)
    }

    /// The same on another server, where what is acknowledged has to outlive the server.
    pub(crate) async fn postgres_at(url: &str) -> Self {
        let durable = Self::schema_at(url).await + "&options[synchronous_commit]=local";
        let test = Self::empty_at(&durable).await;
        test.db.migrate().await.unwrap();
        test
    }

    /// The address of a schema of its own, for other processes to work in. `None` as for [`TestDb::postgres`].
    pub(crate) async fn postgres_url() -> Option<String> {
        let Ok(url) = std::env::var("SPARSAM_TEST_POSTGRES") else {
            assert!(std::env::var("CI").is_err(), "SPARSAM_TEST_POSTGRES is not set; tests/run starts a PostgreSQL");
            eprintln!("SKIPPED on PostgreSQL: SPARSAM_TEST_POSTGRES is not set; tests/run starts one");
            return None;
        };
        Some(Self::schema_at(&url).await)
    }

    async fn schema_at(url: &str) -> String {
        let options: PgConnectOptions = url.parse().unwrap();
        // Process ids come round again while a cluster lives on; chance does not.
        let schema = format!("t{:016x}", RandomState::new().hash_one(std::process::id()));
        let mut connection = sqlx::PgConnection::connect_with(&options).await.unwrap();
        let create = sqlx::AssertSqlSafe(format!("CREATE SCHEMA {schema}"));
        sqlx::query(create).execute(&mut connection).await.unwrap();
        connection.close().await.unwrap();
        format!("{url}?options[search_path]={schema}&application_name={schema}")
    }

    async fn empty_postgres() -> Option<Self> {
        Some(Self::empty_at(&Self::postgres_url().await?).await)
    }

    async fn empty_at(url: &str) -> Self {
        let settings = DbSettings::Postgres { url: url.to_owned(), connections: 12 };
        Self { db: Db::open(&settings).await.unwrap(), _folder: None }
    }

    /// Waits until somebody waits for a lock of somebody else. On SQLite there is one writer, and nothing to wait for.
    pub(crate) async fn somebody_waits(db: &Db) {
        let Db::Postgres(pool) = db else { return };
        let waiting = "SELECT COUNT(*) FROM pg_stat_activity
                       WHERE application_name = current_setting('application_name') AND wait_event_type = 'Lock'";
        while sqlx::query_scalar::<_, i64>(waiting).fetch_one(pool).await.unwrap() == 0 {
            tokio::task::yield_now().await;
        }
    }
}

/// Runs a test body on both databases as the first release left them.
pub(crate) async fn on_both_as_released(body: impl AsyncFn(TestDb)) {
    let test = TestDb::empty_sqlite().await;
    let Db::Sqlite { writer, .. } = &test.db else { panic!("not SQLite") };
    sqlx::migrate!("migrations/sqlite").run_to(1, writer).await.unwrap();
    body(test).await;
    if let Some(test) = TestDb::empty_postgres().await {
        let Db::Postgres(pool) = &test.db else { panic!("not PostgreSQL") };
        sqlx::migrate!("migrations/postgres").run_to(1, pool).await.unwrap();
        body(test).await;
    }
}

/// Runs a test body on both databases: `on_both(async |db| { … }).await`.
pub(crate) async fn on_both(body: impl AsyncFn(TestDb)) {
    body(TestDb::sqlite().await).await;
    if let Some(db) = TestDb::postgres().await {
        body(db).await;
    }
}
