//! What people have said about their own time: the hours that they keep for selling. Beside it the rate band that others
//! have put them into.

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

/// The rate band of each of these people who has one; keys of [`crate::domain::limits::policy::RateBand`].
pub async fn rate_bands(tx: &mut Tx, people: &[PersonId]) -> Result<HashMap<PersonId, String>> {
    let rows: Vec<(PersonId, String)> = on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT person_id, rate_band FROM person_time WHERE rate_band IS NOT NULL AND person_id",
        );
        push_in(&mut query, people.iter().copied());
        query.build_query_as().fetch_all(c).await
    })?;
    Ok(rows.into_iter().collect())
}

/// Puts people into rate bands, or out of any; the rest of their rows stays. The caller names everybody once and in the
/// order of ids, so that two writers never wait for each other in a circle.
pub async fn put_into_bands(tx: &mut Tx, people: &[(PersonId, Option<String>)], now: DateTime<Utc>) -> Result<()> {
    if people.is_empty() {
        return Ok(());
    }
    on_conn!(tx, |c| {
        let mut query =
            sqlx::QueryBuilder::new("INSERT INTO person_time (person_id, selling, rate_band, digest, updated_at) ");
        query.push_values(people, |mut row, (person, band)| {
            row.push_bind(*person).push_bind("[]").push_bind(band).push_bind(true).push_bind(now);
        });
        query.push(
            " ON CONFLICT (person_id) DO UPDATE SET rate_band = excluded.rate_band, updated_at = excluded.updated_at",
        );
        query.build().execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Takes everybody out of the bands that are no more, so that a new one under an old key begins empty.
pub async fn keep_bands(tx: &mut Tx, keys: &[&str]) -> Result<()> {
    on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "UPDATE person_time SET rate_band = NULL WHERE rate_band IS NOT NULL AND NOT (rate_band",
        );
        // An empty list would compare with nothing known, and keep everybody.
        push_in(&mut query, keys.iter().copied().chain([""]));
        query.push(")").build().execute(c).await.map(drop)
    })?;
    Ok(())
}
