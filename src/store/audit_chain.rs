//! The chain of hashes through the audit log: each record's hash covers its content and the hash before it. So a record
//! that was changed or removed shows, unless everything after it was written anew as well.

use chrono::{DateTime, Utc};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use sqlx::types::Json;

use super::{
    Db, Result, Tx,
    audit::{Deed, Record},
    on_conn,
};

/// Records read or written at once.
const STEP: i64 = 1_000;

/// What a record says, in the order in which it is hashed. The number of a record is none of it: the order is in the chain.
struct Content<'a> {
    at: DateTime<Utc>,
    texts: [&'a str; 5],
    ids: [Option<uuid::Uuid>; 2],
    states: [Option<&'a Value>; 2],
}

impl Content<'_> {
    fn hash(&self, before: &[u8]) -> Vec<u8> {
        let mut hash = Sha256::new();
        hash.update(before);
        hash.update(self.at.timestamp_micros().to_be_bytes());
        for text in self.texts {
            part(&mut hash, Some(text.as_bytes()));
        }
        for id in self.ids {
            part(&mut hash, id.as_ref().map(|id| id.as_bytes().as_slice()));
        }
        for state in self.states {
            let text = state.map(|state| {
                let mut out = String::new();
                canonical(state, &mut out);
                out
            });
            part(&mut hash, text.as_deref().map(str::as_bytes));
        }
        hash.finalize().to_vec()
    }
}

/// With its length, so that no two contents are the same bytes.
fn part(hash: &mut Sha256, bytes: Option<&[u8]>) {
    match bytes {
        None => hash.update([0]),
        Some(bytes) => {
            hash.update([1]);
            hash.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes());
            hash.update(bytes);
        }
    }
}

/// JSON with its keys in order: PostgreSQL keeps them in an order of its own.
fn canonical(value: &Value, out: &mut String) {
    match value {
        Value::Object(fields) => {
            let mut fields: Vec<_> = fields.iter().collect();
            fields.sort_by_key(|(name, _)| name.as_str());
            out.push('{');
            for (name, value) in fields {
                out.push_str(&Value::from(name.as_str()).to_string());
                out.push(':');
                canonical(value, out);
                out.push(',');
            }
            out.push('}');
        }
        Value::Array(items) => {
            out.push('[');
            for item in items {
                canonical(item, out);
                out.push(',');
            }
            out.push(']');
        }
        plain => out.push_str(&plain.to_string()),
    }
}

fn of_record<'a>(r: &'a Record) -> Content<'a> {
    let state = |state: &'a Option<Json<Value>>| state.as_ref().map(|state| &state.0);
    Content {
        at: r.at,
        texts: [&r.actor, &r.action, &r.object_kind, &r.reason, &r.address],
        ids: [r.actor_id.map(crate::domain::ids::PersonId::uuid), r.object_id],
        states: [state(&r.before), state(&r.after)],
    }
}

fn of_deed(deed: &Deed, at: DateTime<Utc>) -> Content<'_> {
    Content {
        at,
        texts: [&deed.actor, deed.action, deed.object_kind, &deed.reason, &deed.address],
        ids: [deed.actor_id.map(crate::domain::ids::PersonId::uuid), deed.object_id],
        states: [deed.before.as_ref(), deed.after.as_ref()],
    }
}

/// Adds deeds to the chain: their hashes. The end of the chain stays locked until the transaction ends, so that nobody adds
/// to the same end. Only a commit calls this, so it is the last lock a transaction takes.
pub(super) async fn append(tx: &mut Tx, deeds: &[(Deed, DateTime<Utc>)]) -> Result<Vec<Vec<u8>>> {
    let mut end = lock(tx).await?.last_hash;
    let mut hashes = Vec::with_capacity(deeds.len());
    for (deed, at) in deeds {
        end = of_deed(deed, *at).hash(&end);
        hashes.push(end.clone());
    }
    set_end(tx, &end).await?;
    Ok(hashes)
}

#[derive(sqlx::FromRow)]
struct Chain {
    first_id: i64,
    first_hash: Vec<u8>,
    last_hash: Vec<u8>,
}

const CHAIN: &str = "SELECT first_id, first_hash, last_hash FROM audit_chain";

async fn lock(tx: &mut Tx) -> Result<Chain> {
    if let Tx::Postgres(tx) = tx {
        let row = sqlx::query_as("SELECT first_id, first_hash, last_hash FROM audit_chain FOR NO KEY UPDATE");
        return Ok(row.fetch_one(&mut **tx).await?);
    }
    Ok(on_conn!(tx, |c| sqlx::query_as(CHAIN).fetch_one(c).await)?)
}

async fn set_end(tx: &mut Tx, hash: &[u8]) -> Result<()> {
    Ok(on_conn!(tx, |c| sqlx::query("UPDATE audit_chain SET last_hash = $1").bind(hash).execute(c).await.map(drop))?)
}

async fn after(tx: &mut Tx, id: i64) -> Result<Vec<Record>> {
    Ok(on_conn!(tx, |c| sqlx::query_as("SELECT * FROM audit WHERE id > $1 ORDER BY id LIMIT $2")
        .bind(id)
        .bind(STEP)
        .fetch_all(c)
        .await)?)
}

/// Gives the records written before there was a chain their hashes, once and in one transaction.
pub(super) async fn begin(db: &Db) -> Result<()> {
    let mut tx = db.begin().await?;
    let mut hash = lock(&mut tx).await?.last_hash;
    if hash.iter().any(|byte| *byte != 0) {
        return Ok(());
    }
    let mut last = 0;
    loop {
        let records = after(&mut tx, last).await?;
        let Some(newest) = records.last() else { break };
        last = newest.id;
        let mut hashes = Vec::with_capacity(records.len());
        for record in &records {
            hash = of_record(record).hash(&hash);
            hashes.push((record.id, hash.clone()));
        }
        on_conn!(&mut tx, |c| {
            let mut query = sqlx::QueryBuilder::new("UPDATE audit SET hash = chained.column2 FROM (");
            query.push_values(hashes, |mut row, (id, hash)| {
                row.push_bind(id).push_bind(hash);
            });
            query.push(") AS chained WHERE audit.id = chained.column1").build().execute(c).await.map(drop)
        })?;
    }
    set_end(&mut tx, &hash).await?;
    tx.commit().await
}

/// What the chain says about the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Whole.
    Whole {
        /// Records in it.
        records: u64,
        /// Records beside it: an older program wrote them while this one ran.
        beside: u64,
    },
    /// This record, or one before it, is not what it was when it was written.
    Broken(i64),
    /// Records at the end are missing.
    Cut,
}

/// Follows the whole chain.
pub async fn verify(tx: &mut Tx) -> Result<Verdict> {
    let chain: Chain = on_conn!(tx, |c| sqlx::query_as(CHAIN).fetch_one(c).await)?;
    let (mut hash, mut last) = (chain.first_hash, chain.first_id - 1);
    let (mut seen, mut beside) = (0, 0);
    loop {
        let records = after(tx, last).await?;
        for record in &records {
            let Some(written) = &record.hash else {
                beside += 1;
                continue;
            };
            hash = of_record(record).hash(&hash);
            if *written != hash {
                return Ok(Verdict::Broken(record.id));
            }
            seen += 1;
        }
        let Some(newest) = records.last() else { break };
        last = newest.id;
    }
    Ok(if hash == chain.last_hash { Verdict::Whole { records: seen, beside } } else { Verdict::Cut })
}

/// Forgets records written before `before`, oldest first, and remembers where the chain goes on; tells whether there may be
/// more. A younger record between them is never skipped.
pub async fn forget(tx: &mut Tx, before: DateTime<Utc>) -> Result<bool> {
    let chain = lock(tx).await?;
    let records = after(tx, chain.first_id - 1).await?;
    let old: Vec<&Record> = records.iter().take_while(|record| record.at < before).collect();
    let Some(newest) = old.last() else { return Ok(false) };
    let hash = old.iter().rev().find_map(|record| record.hash.clone()).unwrap_or(chain.first_hash);
    on_conn!(tx, |c| sqlx::query("UPDATE audit_chain SET first_id = $1, first_hash = $2")
        .bind(newest.id + 1)
        .bind(hash)
        .execute(c)
        .await
        .map(drop))?;
    on_conn!(tx, |c| sqlx::query("DELETE FROM audit WHERE id <= $1").bind(newest.id).execute(c).await.map(drop))?;
    Ok(old.len() == records.len())
}

/// The chain of an empty log.
pub(super) async fn start_anew(tx: &mut Tx) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "INSERT INTO audit_chain (id, first_id, first_hash, last_hash) VALUES (1, 0, $1, $1)"
    )
    .bind(vec![0_u8; 32])
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hash(texts: [&str; 5], state: Option<&Value>) -> Vec<u8> {
        let at = "2026-11-23T08:00:00Z".parse().unwrap();
        Content { at, texts, ids: [None, None], states: [state, None] }.hash(&[0; 32])
    }

    #[test]
    fn other_contents_have_other_hashes_and_the_order_of_keys_does_not_count() {
        assert_ne!(hash(["ab", "c", "", "", ""], None), hash(["a", "bc", "", "", ""], None));
        assert_ne!(hash([""; 5], None), hash([""; 5], Some(&Value::Null)));
        let (one, two): (Value, Value) = (
            serde_json::from_str(r#"{"a":1,"b":{"d":[1,"x"],"c":2}}"#).unwrap(),
            serde_json::from_str(r#"{"b":{"c":2,"d":[1,"x"]},"a":1}"#).unwrap(),
        );
        assert_eq!(hash([""; 5], Some(&one)), hash([""; 5], Some(&two)));
    }
}
