//! For how long kinds of data are kept, and what would be forgotten now.

use chrono::{DateTime, Utc};

use super::{Result, Tx, customers::Person, on_conn};
use crate::domain::{ids::ContactId, retention::Kept};

/// What somebody has chosen; 0 days keep for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Chosen {
    /// The kind of data.
    pub kind: Kept,
    /// Days.
    pub days: i64,
}

/// Everything that was chosen.
pub async fn chosen(tx: &mut Tx) -> Result<Vec<Chosen>> {
    Ok(on_conn!(tx, |c| {
        sqlx::query_as("SELECT kind, days FROM retention ORDER BY kind LIMIT 20").fetch_all(c).await
    })?)
}

/// Notes what was chosen.
pub async fn choose(tx: &mut Tx, chosen: Chosen, now: DateTime<Utc>) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "INSERT INTO retention (kind, days, updated_at) VALUES ($1, $2, $3)
         ON CONFLICT (kind) DO UPDATE SET days = excluded.days, updated_at = excluded.updated_at"
    )
    .bind(chosen.kind)
    .bind(chosen.days)
    .bind(now)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

/// Contacts who came before a moment, whom nobody has met since and meets again, and who are part of nothing open.
const UNMET: &str = "FROM contact WHERE erased_at IS NULL AND created_at < $1 AND updated_at < $1
    AND NOT EXISTS (SELECT 1 FROM claim WHERE claim.subject_id = contact.id AND claim.ends_at >= $1)
    AND NOT EXISTS (SELECT 1 FROM attendee JOIN meeting ON meeting.id = attendee.meeting_id
        WHERE attendee.contact_id = contact.id AND meeting.ends_at >= $1)
    AND NOT EXISTS (SELECT 1 FROM opportunity WHERE opportunity.contact_id = contact.id AND opportunity.closed_at IS NULL)";

/// How many of a kind are older than `before`.
pub async fn older(tx: &mut Tx, kind: Kept, before: DateTime<Utc>) -> Result<i64> {
    let query = match kind {
        Kept::Mails => "SELECT (SELECT COUNT(*) FROM mailbox WHERE at < $1)
                + (SELECT COUNT(*) FROM inbound_mail WHERE received_at < $1)
                + (SELECT COUNT(*) FROM outbox WHERE done_at < $1 AND CAST(payload AS TEXT) <> '{}')"
            .to_owned(),
        Kept::Imports => {
            "SELECT COUNT(*) FROM import WHERE created_at < $1 AND state NOT IN ('checking', 'running', 'undoing')"
                .to_owned()
        }
        Kept::Audit => "SELECT COUNT(*) FROM audit WHERE at < $1".to_owned(),
        Kept::Contacts => format!("SELECT COUNT(*) {UNMET}"),
    };
    Ok(on_conn!(tx, |c| sqlx::query_scalar(sqlx::AssertSqlSafe(query)).bind(before).fetch_one(c).await)?)
}

/// Whether nobody has met this contact since `before`, and nobody will.
pub async fn is_unmet(tx: &mut Tx, id: ContactId, before: DateTime<Utc>) -> Result<bool> {
    let query = format!("SELECT COUNT(*) {UNMET} AND contact.id = $2");
    let found: i64 =
        on_conn!(tx, |c| sqlx::query_scalar(sqlx::AssertSqlSafe(query)).bind(before).bind(id).fetch_one(c).await)?;
    Ok(found > 0)
}

/// Contacts whom nobody has met since `before`; at most `limit`.
pub async fn unmet(tx: &mut Tx, before: DateTime<Utc>, limit: i64) -> Result<Vec<Person>> {
    let query = format!("SELECT * {UNMET} ORDER BY created_at, id LIMIT $2");
    Ok(on_conn!(tx, |c| sqlx::query_as(sqlx::AssertSqlSafe(query)).bind(before).bind(limit).fetch_all(c).await)?)
}
