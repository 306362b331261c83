//! The append-only record of who did what.

use chrono::{DateTime, Utc};
use sqlx::types::Json;
use uuid::Uuid;

use super::{Result, Tx, audit_chain, on_conn};
use crate::domain::ids::PersonId;

/// Something somebody did.
#[derive(Debug, Clone, Default)]
pub struct Deed {
    /// Who; `None` for the system and for guests.
    pub actor_id: Option<PersonId>,
    /// Their name at the time.
    pub actor: String,
    /// What, as a stable word such as `meeting.moved`.
    pub action: &'static str,
    /// What kind of thing.
    pub object_kind: &'static str,
    /// Which thing.
    pub object_id: Option<Uuid>,
    /// What it was before; no secrets.
    pub before: Option<serde_json::Value>,
    /// What it is now; no secrets.
    pub after: Option<serde_json::Value>,
    /// Reason given.
    pub reason: String,
    /// Network address.
    pub address: String,
}

/// A recorded deed.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Record {
    /// Order.
    pub id: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub actor_id: Option<PersonId>,
    /// Their name at the time.
    pub actor: String,
    /// What.
    pub action: String,
    /// What kind of thing.
    pub object_kind: String,
    /// Which thing.
    pub object_id: Option<Uuid>,
    /// Before.
    pub before: Option<Json<serde_json::Value>>,
    /// After.
    pub after: Option<Json<serde_json::Value>>,
    /// Reason given.
    pub reason: String,
    /// Network address.
    pub address: String,
    /// Over all this and the hash of the record before, see [`audit_chain`].
    pub hash: Option<Vec<u8>>,
}

/// Records a deed in the transaction that does it. Others who record something wait until that transaction ends, so this
/// comes last.
pub async fn record(tx: &mut Tx, deed: &Deed, now: DateTime<Utc>) -> Result<()> {
    let hash = audit_chain::append(tx, deed, now).await?;
    on_conn!(tx, |c| sqlx::query(
        "INSERT INTO audit (at, actor_id, actor, action, object_kind, object_id, before, after, reason, address, hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
    )
    .bind(now)
    .bind(deed.actor_id)
    .bind(&deed.actor)
    .bind(deed.action)
    .bind(deed.object_kind)
    .bind(deed.object_id)
    .bind(deed.before.as_ref().map(Json))
    .bind(deed.after.as_ref().map(Json))
    .bind(&deed.reason)
    .bind(&deed.address)
    .bind(hash)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

/// What to list.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only of this thing.
    pub object_id: Option<Uuid>,
    /// Only of this kind of thing.
    pub object_kind: Option<String>,
    /// Only by this person.
    pub actor_id: Option<PersonId>,
    /// Only older than this record, for paging.
    pub before_id: Option<i64>,
    /// At most.
    pub limit: i64,
}

/// Records, newest first.
pub async fn list(tx: &mut Tx, filter: &Filter) -> Result<Vec<Record>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT * FROM audit WHERE 1 = 1");
        if let Some(id) = filter.object_id {
            query.push(" AND object_id = ").push_bind(id);
        }
        if let Some(kind) = &filter.object_kind {
            query.push(" AND object_kind = ").push_bind(kind);
        }
        if let Some(id) = filter.actor_id {
            query.push(" AND actor_id = ").push_bind(id);
        }
        if let Some(id) = filter.before_id {
            query.push(" AND id < ").push_bind(id);
        }
        query.push(" ORDER BY id DESC LIMIT ").push_bind(filter.limit);
        query.build_query_as().fetch_all(c).await
    })?)
}
