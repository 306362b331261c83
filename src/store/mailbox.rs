//! The built-in mailbox.

use chrono::{DateTime, Utc};

use super::{Result, Tx, on_conn};
use crate::domain::ids::MailId;

/// A stored mail.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Stored {
    /// Id.
    pub id: MailId,
    /// The outbox row it came from.
    pub outbox_id: i64,
    /// Address as mailed.
    pub recipient: String,
    /// Address in lower case.
    pub recipient_key: String,
    /// Subject.
    pub subject: String,
    /// The whole message as it would have gone out.
    pub raw: Vec<u8>,
    /// When.
    pub at: DateTime<Utc>,
}

/// A stored mail in a list.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Line {
    /// Id.
    pub id: MailId,
    /// Address.
    pub recipient: String,
    /// Subject.
    pub subject: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// Stores a mail; a second delivery of the same outbox row changes nothing.
pub async fn insert(tx: &mut Tx, mail: &Stored) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "INSERT INTO mailbox (id, outbox_id, recipient, recipient_key, subject, raw, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (outbox_id) DO NOTHING"
    )
    .bind(mail.id)
    .bind(mail.outbox_id)
    .bind(&mail.recipient)
    .bind(&mail.recipient_key)
    .bind(&mail.subject)
    .bind(&mail.raw)
    .bind(mail.at)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

/// The newest mails, to one address if `recipient` is not empty; at most 100 after `skip`.
pub async fn list(tx: &mut Tx, recipient: &str, skip: i64) -> Result<Vec<Line>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT id, recipient, subject, at FROM mailbox WHERE ($1 = '' OR recipient_key = $1)
         ORDER BY at DESC, outbox_id DESC LIMIT 100 OFFSET $2"
    )
    .bind(recipient)
    .bind(skip)
    .fetch_all(c)
    .await)?)
}

/// One mail.
pub async fn by_id(tx: &mut Tx, id: MailId) -> Result<Option<Stored>> {
    Ok(on_conn!(tx, |c| sqlx::query_as("SELECT * FROM mailbox WHERE id = $1").bind(id).fetch_optional(c).await)?)
}

/// Forgets mails older than `before`.
pub async fn forget(tx: &mut Tx, before: DateTime<Utc>) -> Result<u64> {
    Ok(on_conn!(tx, |c| {
        sqlx::query("DELETE FROM mailbox WHERE at < $1").bind(before).execute(c).await.map(|done| done.rows_affected())
    })?)
}
