//! Titles of meetings as they are searched for.

use super::{Db, Result, on_conn};
use crate::domain::ids::MeetingId;

/// A title as it is searched for. The databases fold ASCII only, or as their locale says.
pub(super) fn title_key(title: &str) -> String {
    title.to_lowercase()
}

/// Completes the search keys of meetings written before there were any, 500 at a time.
pub(super) async fn fill_title_keys(db: &Db) -> Result<()> {
    loop {
        let mut tx = db.begin().await?;
        let rows: Vec<(MeetingId, String)> = on_conn!(&mut tx, |c| {
            sqlx::query_as("SELECT id, title FROM meeting WHERE title_key IS NULL ORDER BY id LIMIT 500")
                .fetch_all(c)
                .await
        })?;
        if rows.is_empty() {
            return Ok(());
        }
        on_conn!(&mut tx, |c| {
            // Both databases name the columns of a bare VALUES so.
            let mut query = sqlx::QueryBuilder::new("UPDATE meeting SET title_key = filled.column2 FROM (");
            query.push_values(&rows, |mut row, (id, title)| {
                row.push_bind(*id).push_bind(title_key(title));
            });
            query.push(") AS filled WHERE meeting.id = filled.column1").build().execute(c).await.map(drop)
        })?;
        tx.commit().await?;
    }
}
