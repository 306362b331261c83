//! Takes away who a contact was, and leaves what is counted: meetings, answers, claims.

use chrono::{DateTime, Utc};
use sqlx::types::Json;

use super::{Result, Tx, on_conn};
use crate::domain::ids::{ContactId, MeetingId};

/// What stands in the place of somebody who is erased.
#[derive(Debug, Clone)]
pub struct Nobody {
    /// Instead of the name.
    pub name: String,
    /// Instead of the address: one that nobody has, and unique.
    pub email: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// The meetings of a contact that are not over and not called off, by start; at most `limit`.
pub async fn upcoming(tx: &mut Tx, id: ContactId, now: DateTime<Utc>, limit: i64) -> Result<Vec<MeetingId>> {
    Ok(on_conn!(tx, |c| sqlx::query_scalar(
        "SELECT meeting.id FROM attendee JOIN meeting ON meeting.id = attendee.meeting_id
         WHERE attendee.contact_id = $1 AND attendee.removed_at IS NULL AND meeting.status <> 'cancelled'
            AND meeting.ends_at > $2 ORDER BY meeting.starts_at, meeting.id LIMIT $3"
    )
    .bind(id)
    .bind(now)
    .bind(limit)
    .fetch_all(c)
    .await)?)
}

/// Replaces name and address wherever they stand and whatever they wrote, but in mails that are still to leave and in the
/// audit log, which cannot be changed and holds them until it is forgotten.
pub async fn erase(tx: &mut Tx, (id, address): (ContactId, &str), nobody: &Nobody) -> Result<()> {
    forget_contact(tx, id, nobody).await?;
    forget_mails(tx, (id, address), nobody).await?;
    on_conn!(tx, |c| {
        sqlx::query(
            "UPDATE proposal SET note = '' WHERE attendee_id IN (SELECT id FROM attendee WHERE contact_id = $1)",
        )
        .bind(id)
        .execute(&mut *c)
        .await?;
        // Undoing a change would bring them back.
        sqlx::query(
            "UPDATE meeting_change SET before = NULL, undo_until = $2 WHERE undo_until >= $2
                AND meeting_id IN (SELECT meeting_id FROM attendee WHERE contact_id = $1)",
        )
        .bind(id)
        .bind(nobody.at)
        .execute(&mut *c)
        .await?;
        sqlx::query(
            "UPDATE meeting_change SET before = NULL WHERE before IS NOT NULL
                AND meeting_id IN (SELECT meeting_id FROM attendee WHERE contact_id = $1)",
        )
        .bind(id)
        .execute(c)
        .await
        .map(drop)
    })?;
    Ok(())
}

async fn forget_contact(tx: &mut Tx, id: ContactId, nobody: &Nobody) -> Result<()> {
    on_conn!(tx, |c| {
        sqlx::query(
            "UPDATE contact SET name = $2, email = $3, email_key = $3, title = '', phone = '', notes = '',
                do_not_contact_at = COALESCE(do_not_contact_at, $4), do_not_contact_source = '', consent_at = NULL,
                consent_source = NULL, rhythm_days = NULL, erased_at = $4, version = version + 1, updated_at = $4
             WHERE id = $1",
        )
        .bind(id)
        .bind(&nobody.name)
        .bind(&nobody.email)
        .bind(nobody.at)
        .execute(&mut *c)
        .await?;
        sqlx::query(
            "UPDATE attendee SET name = $2, email = $3, email_key = $3, comment = '', why = '',
                link_version = link_version + 1 WHERE contact_id = $1",
        )
        .bind(id)
        .bind(&nobody.name)
        .bind(&nobody.email)
        .execute(&mut *c)
        .await?;
        sqlx::query("UPDATE written_recipient SET name = $2, email = $3 WHERE contact_id = $1")
            .bind(id)
            .bind(&nobody.name)
            .bind(&nobody.email)
            .execute(c)
            .await
            .map(drop)
    })?;
    Ok(())
}

/// Mails that have left, and those that came in.
async fn forget_mails(tx: &mut Tx, (id, address): (ContactId, &str), nobody: &Nobody) -> Result<()> {
    let forgotten = Json(serde_json::json!({}));
    on_conn!(tx, |c| {
        sqlx::query(
            "UPDATE outbox SET payload = $2, recipient = $3 WHERE state <> 'queued'
                AND attendee_id IN (SELECT id FROM attendee WHERE contact_id = $1)",
        )
        .bind(id)
        .bind(&forgotten)
        .bind(&nobody.email)
        .execute(&mut *c)
        .await?;
        sqlx::query("DELETE FROM mailbox WHERE recipient_key = $1").bind(address).execute(&mut *c).await?;
        sqlx::query(
            "UPDATE inbound_mail SET sender = $2, note = '' WHERE lower(sender) = $3
                OR attendee_id IN (SELECT id FROM attendee WHERE contact_id = $1)",
        )
        .bind(id)
        .bind(&nobody.email)
        .bind(address)
        .execute(c)
        .await
        .map(drop)
    })?;
    Ok(())
}
