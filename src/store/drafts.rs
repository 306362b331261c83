//! Unsent plans: forms as typed.

use chrono::{DateTime, Utc};
use sqlx::types::Json;

use super::{Result, Tx, on_conn};
use crate::domain::ids::{DraftId, PersonId};

/// An unsent plan.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Draft {
    /// Id.
    pub id: DraftId,
    /// Who is writing it; nobody else sees it.
    pub owner_id: PersonId,
    /// Title as typed, for the list.
    pub title: String,
    /// Names and values of the form's fields, in order.
    pub form: Json<Vec<(String, String)>>,
    /// When it was first saved.
    pub created_at: DateTime<Utc>,
    /// When it was last saved.
    pub updated_at: DateTime<Utc>,
}

/// Saves a draft, new or not; a draft of somebody else is left alone. Tells whether it was saved.
pub async fn save(tx: &mut Tx, d: &Draft) -> Result<bool> {
    Ok(on_conn!(tx, |c| sqlx::query(
        "INSERT INTO draft (id, owner_id, title, form, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (id) DO UPDATE SET title = excluded.title, form = excluded.form, updated_at = excluded.updated_at
         WHERE draft.owner_id = excluded.owner_id"
    )
    .bind(d.id)
    .bind(d.owner_id)
    .bind(&d.title)
    .bind(&d.form)
    .bind(d.created_at)
    .bind(d.updated_at)
    .execute(c)
    .await
    .map(|done| done.rows_affected() == 1))?)
}

/// One draft of a person.
pub async fn by_id(tx: &mut Tx, owner: PersonId, id: DraftId) -> Result<Option<Draft>> {
    Ok(on_conn!(tx, |c| sqlx::query_as("SELECT * FROM draft WHERE id = $2 AND owner_id = $1")
        .bind(owner)
        .bind(id)
        .fetch_optional(c)
        .await)?)
}

/// A person's drafts, newest first; at most `limit`.
pub async fn of_person(tx: &mut Tx, owner: PersonId, limit: i64) -> Result<Vec<Draft>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT * FROM draft WHERE owner_id = $1 ORDER BY updated_at DESC, id LIMIT $2"
    )
    .bind(owner)
    .bind(limit)
    .fetch_all(c)
    .await)?)
}

/// Removes a draft of a person.
pub async fn delete(tx: &mut Tx, owner: PersonId, id: DraftId) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("DELETE FROM draft WHERE id = $2 AND owner_id = $1")
        .bind(owner)
        .bind(id)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Forgets drafts not touched since `before`.
pub async fn forget(tx: &mut Tx, before: DateTime<Utc>) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("DELETE FROM draft WHERE updated_at < $1").bind(before).execute(c).await.map(drop))?;
    Ok(())
}
