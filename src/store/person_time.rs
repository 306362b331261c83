//! What people have said about their own time: the hours that they keep for selling.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::{Result, StoreError, Tx, in_list::push_in, on_conn};
use crate::domain::{hours::WeekSpan, ids::PersonId};

#[derive(sqlx::FromRow)]
struct Row {
    person_id: PersonId,
    selling: String,
}

/// Protected selling time of many people; those who keep none are left out.
///
/// # Errors
/// [`StoreError::Unreadable`] when somebody's cannot be read; it is never taken for none.
pub async fn selling_of_people(tx: &mut Tx, people: &[PersonId]) -> Result<HashMap<PersonId, Vec<WeekSpan>>> {
    let rows: Vec<Row> = on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT person_id, selling FROM person_time WHERE person_id");
        push_in(&mut query, people.iter().copied());
        query.build_query_as().fetch_all(c).await
    })?;
    let read = |row: Row| {
        let spans = serde_json::from_str(&row.selling).map_err(StoreError::unreadable)?;
        Ok((row.person_id, spans))
    };
    rows.into_iter().map(read).collect()
}

/// Protected selling time of one person.
///
/// # Errors
/// As [`selling_of_people`].
pub async fn selling(tx: &mut Tx, person: PersonId) -> Result<Vec<WeekSpan>> {
    Ok(selling_of_people(tx, &[person]).await?.remove(&person).unwrap_or_default())
}

/// Replaces somebody's protected selling time; the rest of the row stays.
pub async fn save_selling(tx: &mut Tx, person: PersonId, selling: &[WeekSpan], now: DateTime<Utc>) -> Result<()> {
    let text = serde_json::to_string(selling).map_err(StoreError::unreadable)?;
    on_conn!(tx, |c| sqlx::query(
        "INSERT INTO person_time (person_id, selling, digest, updated_at) VALUES ($1, $2, TRUE, $3)
         ON CONFLICT (person_id) DO UPDATE SET selling = excluded.selling, updated_at = excluded.updated_at"
    )
    .bind(person)
    .bind(text)
    .bind(now)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}
