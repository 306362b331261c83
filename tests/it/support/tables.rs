//! What is in the database, as one value: to show that something changed nothing.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};
use sparsam::store::Db;
use sqlx::AssertSqlSafe;

/// A fingerprint of every table but those of the migrations.
pub(crate) async fn fingerprint(db: &Db) -> BTreeMap<String, String> {
    contents(db).await.into_iter().map(|(table, rows)| (table, hash(rows))).collect()
}

/// Every row of every table as text, bytes in hexadecimal.
pub(crate) async fn contents(db: &Db) -> BTreeMap<String, Vec<String>> {
    let mut all = BTreeMap::new();
    for table in tables(db).await {
        let rows: Vec<String> = match db {
            Db::Sqlite { readers, .. } => {
                let columns: Vec<String> =
                    sqlx::query_scalar(AssertSqlSafe(format!("SELECT name FROM pragma_table_info('{table}')")))
                        .fetch_all(readers)
                        .await
                        .unwrap();
                let quoted: Vec<String> = columns.iter().map(|c| format!("quote({c})")).collect();
                let query = format!("SELECT {} FROM {table}", quoted.join(" || '|' || "));
                sqlx::query_scalar(AssertSqlSafe(query)).fetch_all(readers).await.unwrap()
            }
            Db::Postgres(pool) => {
                let query = format!("SELECT t::text FROM {table} AS t");
                sqlx::query_scalar(AssertSqlSafe(query)).fetch_all(pool).await.unwrap()
            }
        };
        all.insert(table, rows);
    }
    assert!(all.len() > 15, "only {} tables were found", all.len());
    all
}

fn hash(mut rows: Vec<String>) -> String {
    rows.sort();
    let digest = Sha256::digest(rows.join("\n").as_bytes());
    format!("{} rows, {:x?}", rows.len(), &digest[..6])
}

async fn tables(db: &Db) -> Vec<String> {
    match db {
        Db::Sqlite { readers, .. } => {
            let query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
                AND name NOT LIKE '_sqlx%'";
            sqlx::query_scalar(query).fetch_all(readers).await.unwrap()
        }
        Db::Postgres(pool) => {
            let query = "SELECT table_name::text FROM information_schema.tables WHERE table_schema = current_schema()
                AND table_name NOT LIKE '\\_sqlx%'";
            sqlx::query_scalar(query).fetch_all(pool).await.unwrap()
        }
    }
}
