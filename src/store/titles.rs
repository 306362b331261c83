//! Titles and names as they are searched for.

use uuid::Uuid;

use super::{Db, Result, on_conn};

/// A title or name as it is searched for. The databases fold ASCII only, or as their locale says.
pub(super) fn title_key(title: &str) -> String {
    title.to_lowercase()
}

/// Table, column and its key.
const KEYS: [(&str, &str, &str); 3] =
    [("meeting", "title", "title_key"), ("contact", "name", "name_key"), ("opportunity", "title", "title_key")];

/// Completes the search keys of rows written before there were any, 500 at a time.
pub(super) async fn fill_title_keys(db: &Db) -> Result<()> {
    for (table, column, key) in KEYS {
        while fill_some(db, (table, column, key)).await? {}
    }
    Ok(())
}

async fn fill_some(db: &Db, (table, column, key): (&str, &str, &str)) -> Result<bool> {
    let missing = format!("SELECT id, {column} FROM {table} WHERE {key} IS NULL ORDER BY id LIMIT 500");
    let mut tx = db.begin().await?;
    let rows: Vec<(Uuid, String)> =
        on_conn!(&mut tx, |c| sqlx::query_as(sqlx::AssertSqlSafe(missing)).fetch_all(c).await)?;
    if rows.is_empty() {
        return Ok(false);
    }
    on_conn!(&mut tx, |c| {
        // Both databases name the columns of a bare VALUES so.
        let mut query = sqlx::QueryBuilder::new(format!("UPDATE {table} SET {key} = filled.column2 FROM ("));
        query.push_values(&rows, |mut row, (id, title)| {
            row.push_bind(*id).push_bind(title_key(title));
        });
        query.push(format!(") AS filled WHERE {table}.id = filled.column1")).build().execute(c).await.map(drop)
    })?;
    tx.commit().await?;
    Ok(true)
}
