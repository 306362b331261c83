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

/// How many meetings these people have ahead as organizers, one left out; those with none are not listed.
pub async fn ahead(
    tx: &mut Tx,
    organizers: &[PersonId],
    except: Option<MeetingId>,
    now: DateTime<Utc>,
) -> Result<Vec<(PersonId, i64)>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT organizer_id, COUNT(*) FROM meeting WHERE status <> 'cancelled' AND ends_at > ",
        );
        query.push_bind(now).push(" AND id <> ").push_bind(except.unwrap_or(MeetingId::from_uuid(uuid::Uuid::nil())));
        query.push(" AND organizer_id");
        push_in(&mut query, organizers.iter().copied());
        query.push(" GROUP BY organizer_id").build_query_as().fetch_all(c).await
    })?)
}

/// Notes under which version of the rules meetings were judged, and which of them are over a limit. Callers bound the list.
pub async fn judged_under(tx: &mut Tx, (meetings, over): (&[MeetingId], &[MeetingId]), version: i64) -> Result<()> {
    if meetings.is_empty() {
        return Ok(());
    }
    on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("UPDATE meeting SET policy_version = ");
        query.push_bind(version).push(", over_limit = CASE WHEN id");
        push_in(&mut query, over.iter().copied());
        query.push(" THEN ").push_bind(true).push(" ELSE ").push_bind(false).push(" END WHERE id");
        push_in(&mut query, meetings.iter().copied());
        query.build().execute(c).await.map(drop)
    })?;
    Ok(())
}
