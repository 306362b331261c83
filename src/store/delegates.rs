//! Who may plan meetings on somebody's behalf.

use chrono::{DateTime, Utc};

use super::{Result, Tx, on_conn, people::Person};
use crate::domain::ids::PersonId;

/// Most people who may plan for one person, and for whom one person may.
pub const MOST: usize = 20;

/// Lets somebody plan for somebody else; tells whether they could not before.
pub async fn insert(tx: &mut Tx, (principal, delegate): (PersonId, PersonId), now: DateTime<Utc>) -> Result<bool> {
    let done = on_conn!(tx, |c| sqlx::query(
        "INSERT INTO delegate (principal_id, delegate_id, created_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"
    )
    .bind(principal)
    .bind(delegate)
    .bind(now)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    Ok(done > 0)
}

/// Ends it; tells whether it was so.
pub async fn remove(tx: &mut Tx, (principal, delegate): (PersonId, PersonId)) -> Result<bool> {
    let done = on_conn!(tx, |c| sqlx::query("DELETE FROM delegate WHERE principal_id = $1 AND delegate_id = $2")
        .bind(principal)
        .bind(delegate)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(done > 0)
}

/// Ends all that concerns somebody: nobody plans for them, and they plan for nobody.
pub async fn remove_all(tx: &mut Tx, person: PersonId) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("DELETE FROM delegate WHERE principal_id = $1 OR delegate_id = $1")
        .bind(person)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Who may plan for somebody, by name; at most [`MOST`].
pub async fn of(tx: &mut Tx, principal: PersonId) -> Result<Vec<Person>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT person.* FROM delegate JOIN person ON person.id = delegate.delegate_id
         WHERE delegate.principal_id = $1 ORDER BY person.name, person.id LIMIT 20"
    )
    .bind(principal)
    .fetch_all(c)
    .await)?)
}

/// For whom somebody may plan, by id; at most [`MOST`].
pub async fn principals(tx: &mut Tx, delegate: PersonId) -> Result<Vec<PersonId>> {
    Ok(on_conn!(tx, |c| sqlx::query_scalar(
        "SELECT principal_id FROM delegate WHERE delegate_id = $1 ORDER BY principal_id LIMIT 20"
    )
    .bind(delegate)
    .fetch_all(c)
    .await)?)
}

/// How many plan for the first, and for how many the second plans.
pub async fn counts(tx: &mut Tx, (principal, delegate): (PersonId, PersonId)) -> Result<[usize; 2]> {
    let (of, by): (i64, i64) = on_conn!(tx, |c| sqlx::query_as(
        "SELECT (SELECT COUNT(*) FROM delegate WHERE principal_id = $1),
            (SELECT COUNT(*) FROM delegate WHERE delegate_id = $2)"
    )
    .bind(principal)
    .bind(delegate)
    .fetch_one(c)
    .await)?;
    Ok([of, by].map(|count| usize::try_from(count).unwrap_or(usize::MAX)))
}
