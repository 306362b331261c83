//! Small reads that judging needs and nothing else has.

use chrono::{DateTime, Utc};

use super::{Result, Tx, in_list::push_in, on_conn};
use crate::domain::{
    ids::{AccountId, MeetingId, PersonId},
    limits::rule::LeadClass,
};

/// A customer as limits see it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Customer {
    /// Id.
    pub id: AccountId,
    /// Display name.
    pub name: String,
    /// How near to buying.
    pub lead_class: Option<LeadClass>,
}

/// These customers.
pub async fn customers(tx: &mut Tx, ids: &[AccountId]) -> Result<Vec<Customer>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT id, name, lead_class FROM account WHERE id");
        push_in(&mut query, ids.iter().copied());
        query.build_query_as().fetch_all(c).await
    })?)
}

/// How many meetings somebody has ahead, one of them left out.
pub async fn ahead(tx: &mut Tx, organizer: PersonId, except: Option<MeetingId>, now: DateTime<Utc>) -> Result<i64> {
    Ok(on_conn!(tx, |c| sqlx::query_scalar(
        "SELECT COUNT(*) FROM meeting WHERE organizer_id = $1 AND ends_at > $2 AND status <> 'cancelled' AND id <> $3"
    )
    .bind(organizer)
    .bind(now)
    .bind(except.unwrap_or(MeetingId::from_uuid(uuid::Uuid::nil())))
    .fetch_one(c)
    .await)?)
}

/// Notes under which version of the rules a meeting was judged.
pub async fn judged_under(tx: &mut Tx, meeting: MeetingId, version: i64) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("UPDATE meeting SET policy_version = $2 WHERE id = $1")
        .bind(meeting)
        .bind(version)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}
