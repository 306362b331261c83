//! Recorded changes of meetings, for undoing and for the history.

use chrono::{DateTime, Utc};
use sqlx::types::Json;

use super::{Result, Tx, meetings::FullMeeting, on_conn, series::Series};
use crate::domain::ids::{ChangeId, MeetingId, PersonId, SeriesId};

/// What it takes to go back.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub enum Before {
    /// The meeting did not exist; this form planned it.
    Planned(Vec<(String, String)>),
    /// The meeting was like this.
    Was(Box<FullMeeting>),
    /// The series did not exist; this form planned it.
    SeriesPlanned(SeriesId, Vec<(String, String)>),
    /// Dates of a series were like this.
    SeriesWas(Box<SeriesBefore>),
    /// The series had fewer dates.
    SeriesGrown(Box<SeriesBefore>),
}

/// What it takes to bring a series back.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub struct SeriesBefore {
    /// The series.
    pub series: Series,
    /// The one that was made of its later dates, or for those that were added.
    pub split_off: Option<SeriesId>,
    /// The dates that were changed.
    pub dates: Vec<FullMeeting>,
    /// The dates that were added. Older records do not have them.
    #[serde(default)]
    pub added: Vec<MeetingId>,
    /// Start of the last date, where it was answered what becomes of the series.
    #[serde(default)]
    pub answered: Option<DateTime<Utc>>,
}

/// A change.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Change {
    /// Id.
    pub id: ChangeId,
    /// The meeting.
    pub meeting_id: MeetingId,
    /// Who.
    pub actor_id: Option<PersonId>,
    /// What: `planned`, `edited`, `moved`, `cancelled`, `handed_over`, `address`.
    pub kind: String,
    /// What it takes to go back.
    pub before: Option<Json<Before>>,
    /// The version of the meeting it led to.
    pub version: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// Until when it can be undone.
    pub undo_until: DateTime<Utc>,
    /// When it was undone.
    pub undone_at: Option<DateTime<Utc>>,
}

/// Adds a change.
pub async fn insert(tx: &mut Tx, change: &Change) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "INSERT INTO meeting_change (id, meeting_id, actor_id, kind, before, version, at, undo_until)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
    )
    .bind(change.id)
    .bind(change.meeting_id)
    .bind(change.actor_id)
    .bind(&change.kind)
    .bind(&change.before)
    .bind(change.version)
    .bind(change.at)
    .bind(change.undo_until)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

/// The newest change of a meeting.
pub async fn newest(tx: &mut Tx, meeting: MeetingId) -> Result<Option<Change>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT * FROM meeting_change WHERE meeting_id = $1 AND undone_at IS NULL ORDER BY version DESC LIMIT 1"
    )
    .bind(meeting)
    .fetch_optional(c)
    .await)?)
}

/// One change.
pub async fn by_id(tx: &mut Tx, id: ChangeId) -> Result<Option<Change>> {
    Ok(on_conn!(tx, |c| sqlx::query_as("SELECT * FROM meeting_change WHERE id = $1").bind(id).fetch_optional(c).await)?)
}

/// Marks a change as undone.
pub async fn undone(tx: &mut Tx, id: ChangeId, at: DateTime<Utc>) -> Result<()> {
    on_conn!(tx, |c| {
        sqlx::query("UPDATE meeting_change SET undone_at = $2 WHERE id = $1")
            .bind(id)
            .bind(at)
            .execute(c)
            .await
            .map(drop)
    })?;
    Ok(())
}

/// Forgets what older changes were made from; the audit log keeps who did what.
pub async fn forget(tx: &mut Tx, before: DateTime<Utc>) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "UPDATE meeting_change SET before = NULL WHERE before IS NOT NULL AND undo_until < $1"
    )
    .bind(before)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}
