//! How far the mails about a meeting have come, for its page.

use chrono::{DateTime, Utc};

use super::{Result, Tx, on_conn};
use crate::domain::ids::{AttendeeId, MeetingId, SeriesId};

/// How far a mail has come.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Progress {
    /// The mail.
    pub id: i64,
    /// `queued`, `accepted`, `refused` or `given_up`.
    pub state: String,
    /// Tries so far.
    pub attempts: i64,
    /// From when on it is tried.
    pub created_at: DateTime<Utc>,
    /// Not sent before.
    pub not_before: DateTime<Utc>,
    /// The server's last answer.
    pub reply: Option<String>,
    /// When it reached its final state.
    pub done_at: Option<DateTime<Utc>>,
}

/// How far the newest mail to somebody in a meeting has come.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Delivery {
    /// Whom in the meeting.
    pub attendee_id: AttendeeId,
    /// Which mail it is.
    pub kind: String,
    /// The address it goes to.
    pub recipient: String,
    /// How far it has come.
    #[sqlx(flatten)]
    pub mail: Progress,
}

/// The newest mail to each address of each attendee that was not taken back, oldest first.
pub async fn of_meeting(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<Delivery>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT id, attendee_id, kind, recipient, state, attempts, created_at, not_before, reply, done_at FROM outbox
         WHERE id IN (SELECT MAX(id) FROM outbox WHERE meeting_id = $1 AND state <> 'superseded'
            AND attendee_id IS NOT NULL GROUP BY attendee_id, recipient)
         ORDER BY id"
    )
    .bind(meeting)
    .fetch_all(c)
    .await)?)
}

/// As [`of_meeting`] for the mails about a series; whom they went to is told by the address.
pub async fn of_series(tx: &mut Tx, series: SeriesId) -> Result<Vec<Delivery>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT id, attendee_id, kind, recipient, state, attempts, created_at, not_before, reply, done_at FROM outbox
         WHERE id IN (SELECT MAX(id) FROM outbox WHERE series_id = $1 AND state <> 'superseded'
            AND attendee_id IS NOT NULL GROUP BY recipient)
         ORDER BY id"
    )
    .bind(series)
    .fetch_all(c)
    .await)?)
}
