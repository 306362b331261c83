//! The append-only record of who did what.

use chrono::{DateTime, Utc};
use sqlx::types::Json;
use uuid::Uuid;

use super::{Result, Tx, audit_chain, on_conn};
use crate::domain::ids::PersonId;

/// Records written at once; 500 rows of 11 values stay below the limits on bound values of both databases.
const AT_ONCE: usize = 500;

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

/// Records a deed in the transaction that does it. It goes on the log with the commit, so nothing in the same transaction
/// reads it, and the order of deeds is that of their commits.
#[expect(
    clippy::unused_async,
    reason = "a write like any other to its callers; only when it is sent is the matter of `Tx`"
)]
pub async fn record(tx: &mut Tx, deed: &Deed, now: DateTime<Utc>) -> Result<()> {
    tx.deeds().push((deed.clone(), now));
    Ok(())
}

/// Writes deeds to the log, in their order. Others who commit deeds wait from here until the transaction ends.
pub(super) async fn write(tx: &mut Tx, deeds: &[(Deed, DateTime<Utc>)]) -> Result<()> {
    if deeds.is_empty() {
        return Ok(());
    }
    let hashes = audit_chain::append(tx, deeds).await?;
    let rows: Vec<_> = deeds.iter().zip(&hashes).collect();
    for some in rows.chunks(AT_ONCE) {
        on_conn!(tx, |c| {
            let mut query = sqlx::QueryBuilder::new(
                "INSERT INTO audit (at, actor_id, actor, action, object_kind, object_id, before, after, reason, address,
                    hash) ",
            );
            query.push_values(some, |mut row, ((deed, at), hash)| {
                row.push_bind(*at)
                    .push_bind(deed.actor_id)
                    .push_bind(&deed.actor)
                    .push_bind(deed.action)
                    .push_bind(deed.object_kind)
                    .push_bind(deed.object_id)
                    .push_bind(deed.before.as_ref().map(Json))
                    .push_bind(deed.after.as_ref().map(Json))
                    .push_bind(&deed.reason)
                    .push_bind(&deed.address)
                    .push_bind(*hash);
            });
            query.build().execute(c).await.map(drop)
        })?;
    }
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
