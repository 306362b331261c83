//! Other times that people suggest for meetings.

use chrono::{DateTime, Utc};

use super::{Result, Tx, in_list::push_in, on_conn};
use crate::domain::{
    ids::{AttendeeId, MeetingId, PersonId, ProposalId},
    proposal::{CameBy, ProposalState},
    time::Interval,
};

/// A suggestion.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct TimeProposal {
    /// Id.
    pub id: ProposalId,
    /// For which meeting.
    pub meeting_id: MeetingId,
    /// Who suggests it.
    pub attendee_id: AttendeeId,
    /// First instant.
    pub starts_at: DateTime<Utc>,
    /// First instant no longer inside.
    pub ends_at: DateTime<Utc>,
    /// A word to the organizer; may be empty.
    pub note: String,
    /// How it reached us.
    pub came_by: CameBy,
    /// What became of it.
    pub state: ProposalState,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// Who decided; nobody while it is open or when its author took it back.
    pub decided_by: Option<PersonId>,
    /// When it was decided or taken back.
    pub decided_at: Option<DateTime<Utc>>,
}

impl TimeProposal {
    /// Whether it waits for a decision.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state == ProposalState::Open
    }

    /// The time.
    #[must_use]
    pub fn span(&self) -> Option<Interval> {
        Interval::new(self.starts_at, self.ends_at)
    }
}

/// Adds one. The database refuses a second open one of the same person.
pub async fn insert(tx: &mut Tx, p: &TimeProposal) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "INSERT INTO proposal (id, meeting_id, attendee_id, starts_at, ends_at, note, came_by, state, created_at,
            decided_by, decided_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
    )
    .bind(p.id)
    .bind(p.meeting_id)
    .bind(p.attendee_id)
    .bind(p.starts_at)
    .bind(p.ends_at)
    .bind(&p.note)
    .bind(p.came_by)
    .bind(p.state)
    .bind(p.created_at)
    .bind(p.decided_by)
    .bind(p.decided_at)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

/// One suggestion for a meeting. The caller of a decision holds the meeting's lock.
pub async fn by_id(tx: &mut Tx, meeting: MeetingId, id: ProposalId) -> Result<Option<TimeProposal>> {
    Ok(on_conn!(tx, |c| sqlx::query_as("SELECT * FROM proposal WHERE id = $1 AND meeting_id = $2")
        .bind(id)
        .bind(meeting)
        .fetch_optional(c)
        .await)?)
}

/// The open ones of a meeting, oldest first; at most 50.
pub async fn open_of(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<TimeProposal>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT * FROM proposal WHERE meeting_id = $1 AND state = 'open' ORDER BY created_at, id LIMIT 50"
    )
    .bind(meeting)
    .fetch_all(c)
    .await)?)
}

/// Those of a meeting that were decided, newest first; at most 10. What their authors took back is nobody's business.
pub async fn decided_of(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<TimeProposal>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT * FROM proposal WHERE meeting_id = $1 AND state IN ('accepted', 'declined', 'overtaken')
         ORDER BY created_at DESC, id DESC LIMIT 10"
    )
    .bind(meeting)
    .fetch_all(c)
    .await)?)
}

/// The open one of somebody, of which there is at most one; else the newest.
pub async fn newest_by(tx: &mut Tx, attendee: AttendeeId) -> Result<Option<TimeProposal>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT * FROM proposal WHERE attendee_id = $1
         ORDER BY CASE WHEN state = 'open' THEN 0 ELSE 1 END, created_at DESC, id DESC LIMIT 1"
    )
    .bind(attendee)
    .fetch_optional(c)
    .await)?)
}

/// How a suggestion ends.
#[derive(Debug, Clone, Copy)]
pub struct Ending {
    /// Anything but open.
    pub state: ProposalState,
    /// Who decided; nobody when its author took it back.
    pub by: Option<PersonId>,
    /// When.
    pub at: DateTime<Utc>,
}

/// Ends one if it is still open; whether it was.
pub async fn end(tx: &mut Tx, id: ProposalId, ending: Ending) -> Result<bool> {
    let ended = on_conn!(tx, |c| sqlx::query(
        "UPDATE proposal SET state = $2, decided_by = $3, decided_at = $4 WHERE id = $1 AND state = 'open'"
    )
    .bind(id)
    .bind(ending.state)
    .bind(ending.by)
    .bind(ending.at)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    Ok(ended == 1)
}

/// Ends the open ones of a meeting that mean one time, or all of them; tells how many there were.
pub async fn end_all(tx: &mut Tx, meeting: MeetingId, only: Option<Interval>, ending: Ending) -> Result<u64> {
    let (starts, ends) = only.map(|span| (span.start(), span.end())).unzip();
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("UPDATE proposal SET state = ");
        query.push_bind(ending.state).push(", decided_by = ").push_bind(ending.by);
        query.push(", decided_at = ").push_bind(ending.at);
        query.push(" WHERE state = 'open' AND meeting_id = ").push_bind(meeting);
        if let (Some(starts), Some(ends)) = (starts, ends) {
            query.push(" AND starts_at = ").push_bind(starts).push(" AND ends_at = ").push_bind(ends);
        }
        query.build().execute(c).await.map(|done| done.rows_affected())
    })?)
}

/// Ends the open ones of those who were taken out of a meeting.
pub async fn end_of_removed(tx: &mut Tx, meeting: MeetingId, ending: Ending) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "UPDATE proposal SET state = $2, decided_by = $3, decided_at = $4
         WHERE state = 'open' AND meeting_id = $1
            AND attendee_id IN (SELECT id FROM attendee WHERE meeting_id = $1 AND removed_at IS NOT NULL)"
    )
    .bind(meeting)
    .bind(ending.state)
    .bind(ending.by)
    .bind(ending.at)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

/// Which of these meetings somebody has suggested another time for that waits for an answer.
pub async fn open_about(tx: &mut Tx, meetings: &[MeetingId]) -> Result<Vec<MeetingId>> {
    Ok(on_conn!(tx, |c| {
        let mut query =
            sqlx::QueryBuilder::new("SELECT DISTINCT meeting_id FROM proposal WHERE state = 'open' AND meeting_id");
        push_in(&mut query, meetings.iter().copied());
        query.build_query_scalar().persistent(false).fetch_all(c).await
    })?)
}

/// Opens those again that a change of these meetings at this moment ended, unless their authors have suggested another time
/// since.
pub async fn reopen(tx: &mut Tx, meetings: &[MeetingId], ended_at: DateTime<Utc>) -> Result<()> {
    on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "UPDATE proposal SET state = 'open', decided_by = NULL, decided_at = NULL
             WHERE state IN ('accepted', 'overtaken') AND decided_at = ",
        );
        query.push_bind(ended_at).push(" AND meeting_id");
        push_in(&mut query, meetings.iter().copied());
        // The present rows of one attendee belong to one meeting.
        query.push(
            " AND NOT EXISTS (SELECT 1 FROM proposal AS newer
                WHERE newer.attendee_id = proposal.attendee_id AND newer.state = 'open')",
        );
        query.build().persistent(false).execute(c).await.map(drop)
    })?;
    Ok(())
}
