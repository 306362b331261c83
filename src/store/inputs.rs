//! What people sent in writing in place of attending.

use chrono::{DateTime, Utc};

use super::{Result, Tx, on_conn};
use crate::domain::ids::{AttendeeId, MeetingId};

/// Somebody's input to a meeting.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Input {
    /// Whose.
    pub attendee_id: AttendeeId,
    /// To which meeting.
    pub meeting_id: MeetingId,
    /// Title of the point it is about, as it was then; empty for the whole meeting.
    pub point: String,
    /// What they wrote.
    pub body: String,
    /// When.
    pub sent_at: DateTime<Utc>,
}

/// Writes somebody's input, in place of what they sent before.
pub async fn save(tx: &mut Tx, input: &Input) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "INSERT INTO input (attendee_id, meeting_id, point, body, sent_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (attendee_id) DO UPDATE SET point = excluded.point, body = excluded.body,
            sent_at = excluded.sent_at"
    )
    .bind(input.attendee_id)
    .bind(input.meeting_id)
    .bind(&input.point)
    .bind(&input.body)
    .bind(input.sent_at)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

/// All input to a meeting, oldest first; one of each person, and so at most as many as a meeting has people.
pub async fn of_meeting(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<Input>> {
    Ok(on_conn!(tx, |c| {
        sqlx::query_as("SELECT * FROM input WHERE meeting_id = $1 ORDER BY sent_at, attendee_id LIMIT 200")
            .bind(meeting)
            .fetch_all(c)
            .await
    })?)
}

/// Somebody's input.
pub async fn by_attendee(tx: &mut Tx, attendee: AttendeeId) -> Result<Option<Input>> {
    Ok(on_conn!(tx, |c| sqlx::query_as("SELECT * FROM input WHERE attendee_id = $1")
        .bind(attendee)
        .fetch_optional(c)
        .await)?)
}
