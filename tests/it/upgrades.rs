//! Databases of the first release become ours, and keep what is in them.

use std::process::{Command, Stdio};

use sparsam::store::{
    Db, DbSettings,
    audit_chain::{self, Verdict},
};

use crate::support::db::{TestDb, on_both_as_released};

/// Names the database of a process that brings it up to date, and after how many steps that process dies.
const MIGRATED: &str = "SPARSAM_TEST_MIGRATED";

async fn run(db: &Db, statements: &[&'static str]) {
    for statement in statements {
        match db {
            Db::Sqlite { writer, .. } => drop(sqlx::query(*statement).execute(writer).await.unwrap()),
            Db::Postgres(pool) => drop(sqlx::raw_sql(*statement).execute(pool).await.unwrap()),
        }
    }
}

async fn words(db: &Db, query: &'static str) -> Vec<String> {
    match db {
        Db::Sqlite { readers, .. } => sqlx::query_scalar(query).fetch_all(readers).await.unwrap(),
        Db::Postgres(pool) => sqlx::query_scalar(query).fetch_all(pool).await.unwrap(),
    }
}

/// Ids that both databases write the same way.
fn with_ids(db: &Db, statement: &str) -> &'static str {
    let mut out = statement.to_owned();
    for number in 1..=9 {
        let hex = format!("{number:032}");
        let id = if matches!(db, Db::Sqlite { .. }) { format!("x'{hex}'") } else { format!("'{hex}'") };
        out = out.replace(&format!("#{number}"), &id);
    }
    out.leak()
}

const CUSTOMERS: [&str; 8] = [
    "INSERT INTO subject (id, kind) VALUES (#1, 'account'), (#2, 'account'), (#3, 'account'), (#4, 'contact'),
        (#5, 'person')",
    "INSERT INTO person (id, email, email_key, name, language, zone, country, clock, theme, compact, shortcuts, role,
        state, hours, created_at, updated_at)
     VALUES (#5, 'a@n.example', 'a@n.example', 'Anna', 'en', 'Europe/Stockholm', 'SE', 'language', 'system', FALSE, TRUE,
        'admin', 'active', '{}', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z')",
    "INSERT INTO account (id, name, name_key, created_at, updated_at) VALUES
        (#1, 'Kone', 'kone', '2026-01-02T00:00:00Z', '2026-01-02T00:00:00Z'),
        (#2, 'KONE', 'kone', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'),
        (#3, 'Åre', 'åre', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z')",
    "INSERT INTO contact (id, account_id, name, email, email_key, language, zone, created_at, updated_at) VALUES
        (#4, #1, 'Eeva', 'e@k.example', 'e@k.example', 'fi', 'Europe/Helsinki', '2026-01-02T00:00:00Z',
        '2026-01-02T00:00:00Z')",
    "INSERT INTO meeting (id, uid, organizer_id, account_id, purpose, title, format, place, start_local, minutes, zone,
        starts_at, ends_at, zone_data, status, open_guest_list, cancel_reason, sequence, stamped_at, version, created_at,
        updated_at)
     VALUES (#6, 'six', #5, #1, 'targets', 'Möte i ÅRE', 'phone', '', '2026-11-25T14:00:00', 30, 'Europe/Stockholm',
        '2026-11-25T13:00:00Z', '2026-11-25T13:30:00Z', '', 'confirmed', FALSE, '', 0, '2026-01-02T00:00:00Z', 1,
        '2026-01-02T00:00:00Z', '2026-01-02T00:00:00Z')",
    "INSERT INTO claim (meeting_id, subject_id, starts_at, ends_at, minutes, week) VALUES
        (#6, #1, '2026-11-25T13:00:00Z', '2026-11-25T13:30:00Z', 30, '2026-W48'),
        (#6, #5, '2026-11-25T13:00:00Z', '2026-11-25T13:30:00Z', 30, '2026-W48')",
    "INSERT INTO meeting_change (id, meeting_id, kind, before, version, at, undo_until) VALUES
        (#7, #6, 'planned', '{}', 1, '2026-01-02T00:00:00Z', '2026-01-02T00:01:00Z')",
    "INSERT INTO audit (at, actor, action, object_kind, reason, address) VALUES
        ('2026-01-02T00:00:00Z', 'Anna', 'meeting.planned', 'meeting', '', '')",
];

#[tokio::test]
async fn customers_that_were_made_twice_become_one() {
    on_both_as_released(async |test| {
        let db = &test.db;
        run(db, &CUSTOMERS.map(|statement| with_ids(db, statement))).await;
        db.migrate().await.unwrap();
        assert_eq!(words(db, "SELECT name FROM account ORDER BY name_key").await, ["KONE", "Åre"]);
        let of = |table| -> &'static str {
            format!("SELECT account.name FROM account JOIN {table} ON account.id = {table}.account_id").leak()
        };
        assert_eq!(words(db, of("contact")).await, ["KONE"]);
        assert_eq!(words(db, of("meeting")).await, ["KONE"]);
        let claims =
            "SELECT subject.kind FROM claim JOIN subject ON subject.id = claim.subject_id ORDER BY subject.kind";
        assert_eq!(words(db, claims).await, ["account", "person"]);
        assert_eq!(words(db, "SELECT kind FROM subject WHERE kind = 'account'").await.len(), 2);
        assert!(words(db, "SELECT kind FROM meeting_change WHERE before IS NOT NULL").await.is_empty());
        assert_eq!(words(db, "SELECT title_key FROM meeting").await, ["möte i åre"]);
        let mut tx = db.begin_read().await.unwrap();
        assert_eq!(audit_chain::verify(&mut tx).await.unwrap(), Verdict::Whole { records: 1, beside: 0 });
    })
    .await;
}

/// A file, or where the name begins so, a PostgreSQL.
async fn open(name: &str) -> Db {
    let settings = if name.starts_with("postgres://") {
        DbSettings::Postgres { url: name.to_owned(), connections: 4 }
    } else {
        DbSettings::Sqlite { file: name.into(), durable: true }
    };
    Db::open(&settings).await.unwrap()
}

async fn steps(db: &Db) -> i64 {
    let query = "SELECT COUNT(*) FROM _sqlx_migrations";
    match db {
        Db::Sqlite { readers, .. } => sqlx::query_scalar(query).fetch_one(readers).await.unwrap_or(0),
        Db::Postgres(pool) => sqlx::query_scalar(query).fetch_one(pool).await.unwrap_or(0),
    }
}

/// Not a test: the process that dies on the way.
#[test]
fn migrator() {
    let Ok(asked) = std::env::var(MIGRATED) else { return };
    let (most, name) = asked.split_once(' ').unwrap();
    let most: i64 = most.parse().unwrap();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        let db = open(name).await;
        let watched = db.clone();
        tokio::spawn(async move {
            while steps(&watched).await < most {
                tokio::task::yield_now().await;
            }
            // In the middle of whatever it does by now.
            std::process::abort();
        });
        db.migrate().await.unwrap();
    });
}

/// Kills upgrades of a database of the first release after so many steps, and looks at what a second try makes of it.
async fn killed_on_the_way(name: &str, after: i64) {
    let db = open(name).await;
    match &db {
        Db::Sqlite { writer, .. } => sqlx::migrate!("migrations/sqlite").run_to(1, writer).await.unwrap(),
        Db::Postgres(pool) => sqlx::migrate!("migrations/postgres").run_to(1, pool).await.unwrap(),
    }
    run(&db, &CUSTOMERS.map(|statement| with_ids(&db, statement))).await;
    db.close().await;
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "upgrades::migrator", "--nocapture"])
        .env(MIGRATED, format!("{after} {name}"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    child.wait().unwrap();
    let db = open(name).await;
    let there = steps(&db).await;
    assert!(there >= after, "{there} of {after} steps");
    db.migrate().await.unwrap();
    assert_eq!(words(&db, "SELECT name FROM account ORDER BY name_key").await, ["KONE", "Åre"]);
    assert_eq!(words(&db, "SELECT title_key FROM meeting").await, ["möte i åre"]);
    let mut tx = db.begin_read().await.unwrap();
    assert_eq!(audit_chain::verify(&mut tx).await.unwrap(), Verdict::Whole { records: 1, beside: 0 });
    drop(tx);
    assert_eq!(sparsam::store::upkeep::damage(&db).await.unwrap(), Vec::<String>::new());
    db.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_upgrade_that_is_killed_goes_on_where_it_was() {
    let every = if std::env::var_os("SPARSAM_TEST_LONG").is_some() { 1 } else { 5 };
    for after in (2..22).step_by(every) {
        let folder = tempfile::tempdir().unwrap();
        killed_on_the_way(folder.path().join("sparsam.db").to_str().unwrap(), after).await;
        if let Some(url) = TestDb::postgres_url().await {
            killed_on_the_way(&url, after).await;
        }
    }
}
