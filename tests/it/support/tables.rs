//! What is in the database, as one value: to show that something changed nothing.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};
use sparsam::{
    domain::ids::PersonId,
    store::{Db, Tx},
};
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

/// Whole days off, with whoever decides meanwhile.
pub(crate) async fn day_off(
    tx: &mut Tx,
    (person, stand_in): (PersonId, PersonId),
    (first, last): (chrono::NaiveDate, chrono::NaiveDate),
) {
    let query = "INSERT INTO day_off (id, person_id, first_day, last_day, stand_in_id, created_at)
        VALUES ($1, $2, $3, $4, $5, $6)";
    let id = uuid::Uuid::from_u128(4711);
    let at = first.and_time(chrono::NaiveTime::MIN).and_utc();
    match tx {
        Tx::Sqlite(tx) => {
            let query = sqlx::query(query).bind(id).bind(person).bind(first).bind(last).bind(stand_in).bind(at);
            query.execute(&mut **tx).await.unwrap();
        }
        Tx::Postgres(tx) => {
            let query = sqlx::query(query).bind(id).bind(person).bind(first).bind(last).bind(stand_in).bind(at);
            query.execute(&mut **tx).await.unwrap();
        }
    }
}
