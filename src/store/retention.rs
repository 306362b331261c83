//! For how long kinds of data are kept, and what would be forgotten now.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{Result, Tx, customers::Person, in_list::push_in, on_conn, stamps};
use crate::domain::{
    ids::{ContactId, MeetingId, SeriesId},
    retention::Kept,
};

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

/// Meetings that ended before a moment and of which nothing is left to do. A series goes as a whole: calendars know its
/// dates by each other.
const PAST: &str = "FROM meeting WHERE starts_at < $1 AND ends_at < $1
    AND NOT EXISTS (SELECT 1 FROM action_item WHERE action_item.meeting_id = meeting.id AND action_item.state = 'open')
    AND NOT EXISTS (SELECT 1 FROM meeting AS date WHERE date.series_id = meeting.series_id AND (date.ends_at >= $1
        OR EXISTS (SELECT 1 FROM action_item WHERE action_item.meeting_id = date.id AND action_item.state = 'open')))";

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
        Kept::Meetings => format!("SELECT COUNT(*) {PAST}"),
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

/// Meetings that ended before a moment, oldest first: at most `limit`, and all dates of the series among them.
pub async fn past(tx: &mut Tx, before: DateTime<Utc>, limit: i64) -> Result<Vec<MeetingId>> {
    let query = format!(
        "WITH oldest AS (SELECT meeting.id, meeting.series_id {PAST} ORDER BY starts_at, id LIMIT $2)
         SELECT id FROM oldest UNION SELECT meeting.id FROM meeting JOIN oldest ON oldest.series_id = meeting.series_id"
    );
    Ok(on_conn!(tx, |c| {
        sqlx::query_scalar(sqlx::AssertSqlSafe(query)).bind(before).bind(limit).fetch_all(c).await
    })?)
}

/// Removes series without dates, which all went on as other ones long ago, with the mails about them.
pub async fn forget_emptied_series(tx: &mut Tx, before: DateTime<Utc>) -> Result<()> {
    let emptied: Vec<SeriesId> = on_conn!(tx, |c| sqlx::query_scalar(
        "SELECT id FROM series WHERE updated_at < $1
            AND NOT EXISTS (SELECT 1 FROM meeting WHERE meeting.series_id = series.id) ORDER BY id LIMIT 200"
    )
    .bind(before)
    .fetch_all(c)
    .await)?;
    forget_series(tx, &emptied).await
}

async fn forget_series(tx: &mut Tx, series: &[SeriesId]) -> Result<()> {
    for head in [
        "DELETE FROM mailbox WHERE outbox_id IN (SELECT id FROM outbox WHERE series_id",
        "DELETE FROM outbox WHERE (series_id",
        "DELETE FROM series WHERE (id",
    ] {
        remove(tx, head, series.iter().map(|id| id.uuid())).await?;
    }
    Ok(())
}

/// Removes these meetings with everything that is written about them, and their series. The caller holds the locks of them
/// and of everybody in them.
pub async fn forget_meetings(tx: &mut Tx, ids: &[MeetingId], now: DateTime<Utc>) -> Result<()> {
    stamps::meetings_changed(tx, ids, now).await?;
    let series: Vec<SeriesId> = on_conn!(tx, |c| {
        let mut query =
            sqlx::QueryBuilder::new("SELECT DISTINCT series_id FROM meeting WHERE series_id IS NOT NULL AND id");
        push_in(&mut query, ids.iter().copied());
        query.build_query_scalar().fetch_all(c).await
    })?;
    for head in [
        "DELETE FROM mailbox WHERE outbox_id IN (SELECT id FROM outbox WHERE meeting_id",
        "DELETE FROM outbox WHERE (meeting_id",
        "DELETE FROM inbound_mail WHERE (meeting_id",
        "DELETE FROM meeting_change WHERE (meeting_id",
        "DELETE FROM agenda_item WHERE (meeting_id",
        "DELETE FROM attendee WHERE (meeting_id",
        "DELETE FROM meeting WHERE (id",
    ] {
        remove(tx, head, ids.iter().map(|id| id.uuid())).await?;
    }
    forget_series(tx, &series).await
}

async fn remove(tx: &mut Tx, head: &'static str, ids: impl Iterator<Item = Uuid>) -> Result<()> {
    on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(head);
        push_in(&mut query, ids);
        query.push(")").build().execute(c).await.map(drop)
    })?;
    Ok(())
}
