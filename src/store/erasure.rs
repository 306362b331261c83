//! Takes away who a contact was, and leaves what is counted: meetings, answers, claims.

mod mails;
mod redaction;
mod texts;

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::{Result, Tx, on_conn, stamps};
use crate::domain::ids::{ContactId, MeetingId, PersonId};

pub use mails::{finish_mails, newest_mail};
pub use redaction::Redaction;

/// What addresses of those who were erased end with; nobody has one (RFC 2606 section 2).
pub const ERASED: &str = "@erased.invalid";

/// A contact who is to be erased.
#[derive(Debug, Clone)]
pub struct Erased {
    /// Who.
    pub id: ContactId,
    /// Who they were, and what stands in its place; the address is one that nobody has, and unique.
    pub redaction: Redaction,
    /// All meetings they were ever in; their locks are held, and those of everybody in them.
    pub meetings: Vec<MeetingId>,
    /// The newest mail before they were taken out of their meetings: what they are told of that leaves as it is.
    pub newest_mail: i64,
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

/// All meetings that a contact was ever in, by id; at most `limit`.
pub async fn meetings(tx: &mut Tx, id: ContactId, limit: i64) -> Result<Vec<MeetingId>> {
    Ok(on_conn!(tx, |c| sqlx::query_scalar(
        "SELECT DISTINCT meeting_id FROM attendee WHERE contact_id = $1 ORDER BY meeting_id LIMIT $2"
    )
    .bind(id)
    .bind(limit)
    .fetch_all(c)
    .await)?)
}

/// The colleagues who were ever in a meeting with a contact.
pub async fn colleagues(tx: &mut Tx, id: ContactId) -> Result<Vec<PersonId>> {
    Ok(on_conn!(tx, |c| sqlx::query_scalar(
        "SELECT DISTINCT person_id FROM attendee WHERE person_id IS NOT NULL
            AND meeting_id IN (SELECT meeting_id FROM attendee WHERE contact_id = $1)"
    )
    .bind(id)
    .fetch_all(c)
    .await)?)
}

/// All names and lower-case addresses that a contact has or had in a meeting.
pub async fn known_as(tx: &mut Tx, id: ContactId) -> Result<(Vec<String>, Vec<String>)> {
    let rows: Vec<(String, String)> = on_conn!(tx, |c| sqlx::query_as(
        "SELECT name, email FROM contact WHERE id = $1 UNION SELECT name, email FROM attendee WHERE contact_id = $1
         UNION SELECT name, email FROM written_recipient WHERE contact_id = $1"
    )
    .bind(id)
    .fetch_all(c)
    .await)?;
    let (names, addresses): (BTreeSet<String>, BTreeSet<String>) =
        rows.into_iter().map(|(name, email)| (name.trim().to_owned(), email.to_lowercase())).unzip();
    let said = |all: BTreeSet<String>| all.into_iter().filter(|one| !one.is_empty()).collect();
    Ok((said(names), said(addresses)))
}

/// Replaces name and address wherever they stand and whatever they wrote, but in mails to them that are still to leave and in
/// the audit log, which cannot be changed and holds them until it is forgotten.
pub async fn erase(tx: &mut Tx, erased: &Erased) -> Result<()> {
    mails::forget_own(tx, erased).await?;
    mails::forget_others(tx, erased).await?;
    mails::forget_inbound(tx, erased).await?;
    texts::forget(tx, erased).await?;
    forget_undoing(tx, erased).await?;
    forget_contact(tx, erased).await?;
    // Feeds name whoever leads a point.
    on_conn!(tx, |c| sqlx::query(
        "UPDATE meeting SET version = version + 1 WHERE id IN (SELECT meeting_id FROM attendee WHERE contact_id = $1)"
    )
    .bind(erased.id)
    .execute(c)
    .await
    .map(drop))?;
    stamps::meetings_changed(tx, &erased.meetings, erased.at).await
}

/// Undoing a change would bring them back. A change of a series stands at one of its dates and tells of others.
async fn forget_undoing(tx: &mut Tx, erased: &Erased) -> Result<()> {
    const THEIRS: &str = "meeting_id IN (SELECT meeting_id FROM attendee WHERE contact_id = $1)
        OR meeting_id IN (SELECT id FROM meeting WHERE series_id IN (SELECT series_id FROM meeting
            JOIN attendee ON attendee.meeting_id = meeting.id WHERE contact_id = $1))";
    let end = format!("UPDATE meeting_change SET undo_until = $2 WHERE undo_until >= $2 AND ({THEIRS})");
    let forget = format!("UPDATE meeting_change SET before = NULL WHERE before IS NOT NULL AND ({THEIRS})");
    on_conn!(tx, |c| {
        sqlx::query(sqlx::AssertSqlSafe(end)).bind(erased.id).bind(erased.at).execute(&mut *c).await?;
        sqlx::query(sqlx::AssertSqlSafe(forget)).bind(erased.id).execute(c).await.map(drop)
    })?;
    Ok(())
}

async fn forget_contact(tx: &mut Tx, erased: &Erased) -> Result<()> {
    let Redaction { name, email, .. } = &erased.redaction;
    on_conn!(tx, |c| {
        sqlx::query(
            "UPDATE contact SET name = $2, name_key = '', email = $3, email_key = $3, title = '', phone = '', notes = '',
                do_not_contact_at = COALESCE(do_not_contact_at, $4), do_not_contact_source = '', consent_at = NULL,
                consent_source = NULL, rhythm_days = NULL, erased_at = $4, version = version + 1, updated_at = $4
             WHERE id = $1",
        )
        .bind(erased.id)
        .bind(name)
        .bind(email)
        .bind(erased.at)
        .execute(&mut *c)
        .await?;
        for theirs in [
            // What they suggested stays where it became a point.
            "DELETE FROM point_idea WHERE state <> 'accepted'
                AND attendee_id IN (SELECT id FROM attendee WHERE contact_id = $1)",
            "UPDATE point_idea SET note = '' WHERE attendee_id IN (SELECT id FROM attendee WHERE contact_id = $1)",
            "DELETE FROM input WHERE attendee_id IN (SELECT id FROM attendee WHERE contact_id = $1)",
            "UPDATE proposal SET note = '' WHERE attendee_id IN (SELECT id FROM attendee WHERE contact_id = $1)",
        ] {
            sqlx::query(theirs).bind(erased.id).execute(&mut *c).await?;
        }
        let idea = "UPDATE point_idea SET name = $2
             WHERE attendee_id IN (SELECT id FROM attendee WHERE contact_id = $1)";
        sqlx::query(idea).bind(erased.id).bind(name).execute(&mut *c).await?;
        for named in [
            "UPDATE attendee SET name = $2, email = $3, email_key = $3, comment = '', why = '',
                link_version = link_version + 1 WHERE contact_id = $1",
            "UPDATE written_recipient SET name = $2, email = $3 WHERE contact_id = $1",
        ] {
            sqlx::query(named).bind(erased.id).bind(name).bind(email).execute(&mut *c).await?;
        }
    });
    Ok(())
}
