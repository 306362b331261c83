//! Both migration folders make the same tables.

use std::collections::BTreeMap;

use sparsam::store::Db;

use crate::support::db::TestDb;

/// Table and column, with kind of value and whether it may be empty.
type Columns = BTreeMap<String, String>;

async fn sqlite_columns() -> Columns {
    let test = TestDb::sqlite().await;
    let Db::Sqlite { writer, .. } = &test.db else { panic!("not SQLite") };
    let rows: Vec<(String, String, String, i64, i64)> = sqlx::query_as(
        "SELECT tables.name, columns.name, columns.type, columns.\"notnull\", columns.pk
         FROM sqlite_master AS tables, pragma_table_info(tables.name) AS columns
         WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite_%' AND tables.name NOT LIKE '_sqlx%'",
    )
    .fetch_all(writer)
    .await
    .unwrap();
    let describe = |(table, column, kind, required, key): (String, String, String, i64, i64)| {
        (format!("{table}.{column}"), format!("{kind}, {}", if required + key > 0 { "required" } else { "optional" }))
    };
    rows.into_iter().map(describe).collect()
}

async fn postgres_columns(test: &TestDb) -> Columns {
    let Db::Postgres(pool) = &test.db else { panic!("not PostgreSQL") };
    let rows: Vec<(String, String, String, String)> = sqlx::query_as(
        "SELECT table_name::text, column_name::text, data_type::text, is_nullable::text
         FROM information_schema.columns WHERE table_schema = current_schema() AND table_name NOT LIKE '\\_sqlx%'",
    )
    .fetch_all(pool)
    .await
    .unwrap();
    let describe = |(table, column, kind, optional): (String, String, String, String)| {
        let required = if optional == "NO" { "required" } else { "optional" };
        (format!("{table}.{column}"), format!("{kind}, {required}"))
    };
    rows.into_iter().map(describe).collect()
}

/// What each PostgreSQL type is on SQLite (strict tables).
fn on_sqlite(kind: &str) -> &'static str {
    match kind {
        "uuid" | "bytea" => "BLOB",
        "text" | "jsonb" | "timestamp with time zone" | "timestamp without time zone" | "date" => "TEXT",
        "bigint" | "boolean" => "INTEGER",
        "double precision" => "REAL",
        other => panic!("{other} has no counterpart yet"),
    }
}

#[tokio::test]
async fn both_databases_have_the_same_columns() {
    let Some(postgres) = TestDb::postgres().await else { return };
    let sqlite = sqlite_columns().await;
    let postgres: Columns = postgres_columns(&postgres)
        .await
        .into_iter()
        .map(|(column, described)| {
            let (kind, required) = described.split_once(", ").unwrap();
            (column, format!("{}, {required}", on_sqlite(kind)))
        })
        .collect();
    assert!(sqlite.len() > 100, "only {} columns were found", sqlite.len());
    assert_eq!(sqlite, postgres);
}

#[tokio::test]
async fn both_databases_have_the_same_indexes() {
    let Some(postgres) = TestDb::postgres().await else { return };
    let test = TestDb::sqlite().await;
    let Db::Sqlite { writer, .. } = &test.db else { panic!("not SQLite") };
    let sqlite: Vec<String> = sqlx::query_scalar(
        "SELECT name FROM sqlite_master WHERE type = 'index' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .fetch_all(writer)
    .await
    .unwrap();
    let Db::Postgres(pool) = &postgres.db else { panic!("not PostgreSQL") };
    // Those of keys and unique columns are made by the databases themselves and end in _pkey and _key.
    let postgres: Vec<String> = sqlx::query_scalar(
        "SELECT indexname::text FROM pg_indexes WHERE schemaname = current_schema() AND indexname NOT LIKE '%\\_pkey'
            AND indexname NOT LIKE '%\\_key' AND indexname NOT LIKE '\\_sqlx%' ORDER BY indexname COLLATE \"C\"",
    )
    .fetch_all(pool)
    .await
    .unwrap();
    assert!(sqlite.len() > 15);
    assert_eq!(sqlite, postgres);
}

#[tokio::test]
async fn migrating_again_changes_nothing() {
    crate::support::db::on_both(async |test| {
        test.db.migrate().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn pages_cannot_write() {
    crate::support::db::on_both(async |test| {
        let write = "INSERT INTO subject (id, kind) VALUES ($1, 'person')";
        let id = uuid::Uuid::from_u128(1);
        let mut tx = test.db.reads().begin().await.unwrap();
        let refused = match &mut tx {
            sparsam::store::Tx::Sqlite(tx) => sqlx::query(write).bind(id).execute(&mut **tx).await.is_err(),
            sparsam::store::Tx::Postgres(tx) => sqlx::query(write).bind(id).execute(&mut **tx).await.is_err(),
        };
        assert!(refused);
    })
    .await;
}

#[tokio::test]
async fn an_older_program_refuses_a_newer_schema() {
    crate::support::db::on_both(async |test| {
        let newer = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
                     VALUES (999999, 'from the future', TRUE, $1, 0)";
        let checksum = vec![0_u8; 48];
        match &test.db {
            Db::Sqlite { writer, .. } => drop(sqlx::query(newer).bind(checksum).execute(writer).await.unwrap()),
            Db::Postgres(pool) => drop(sqlx::query(newer).bind(checksum).execute(pool).await.unwrap()),
        }
        let refused = test.db.migrate().await.unwrap_err().to_string();
        assert!(refused.contains("newer version"), "{refused}");
    })
    .await;
}

/// What is in a new table is exported, or somebody has said that it is not; and every column that is named is there.
#[tokio::test]
async fn every_table_is_exported_or_left_out_by_name() {
    use sparsam::store::export::{LEFT_OUT, TABLES};
    let columns = sqlite_columns().await;
    let tables: std::collections::BTreeSet<&str> = columns.keys().filter_map(|c| c.split('.').next()).collect();
    let listed = |table: &str| LEFT_OUT.contains(&table) || TABLES.iter().any(|t| t.name == table);
    let missing: Vec<&&str> = tables.iter().filter(|table| !listed(table)).collect();
    assert!(missing.is_empty(), "exported or not? {missing:?}");
    for table in TABLES {
        for column in table.columns.split(' ') {
            assert!(columns.contains_key(&format!("{}.{column}", table.name)), "{}.{column}", table.name);
        }
    }
    let secret = |name: &str| ["hash", "secret", "relay", "password", "raw"].iter().any(|word| name.contains(word));
    for table in TABLES {
        assert!(!table.columns.split(' ').any(secret), "{}", table.name);
    }
}
