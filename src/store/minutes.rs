//! Editions of minutes, notes that are nobody else's, and whether a meeting was worth the time.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{Result, Tx, in_list::push_in, on_conn};
use crate::domain::ids::{AttendeeId, MeetingId, PersonId};

/// Minutes as they were when they were closed.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Edition {
    /// The meeting.
    pub meeting_id: MeetingId,
    /// The how many-th.
    pub edition: i64,
    /// Everything that was in them; JSON of [`crate::domain::minutes::Minutes`].
    pub content: String,
    /// How many mails went out.
    pub mails: i64,
    /// Who closed them.
    pub closed_by: PersonId,
    /// When.
    pub closed_at: DateTime<Utc>,
    /// Who opened them again.
    pub reopened_by: Option<PersonId>,
    /// When.
    pub reopened_at: Option<DateTime<Utc>>,
}

/// Adds an edition.
pub async fn insert(tx: &mut Tx, e: &Edition) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "INSERT INTO minutes_edition (meeting_id, edition, content, mails, closed_by, closed_at)
         VALUES ($1, $2, $3, $4, $5, $6)"
    )
    .bind(e.meeting_id)
    .bind(e.edition)
    .bind(&e.content)
    .bind(e.mails)
    .bind(e.closed_by)
    .bind(e.closed_at)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

/// Notes who opened the last edition again.
pub async fn reopen(
    tx: &mut Tx,
    (meeting, edition): (MeetingId, i64),
    (by, now): (PersonId, DateTime<Utc>),
) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "UPDATE minutes_edition SET reopened_by = $3, reopened_at = $4 WHERE meeting_id = $1 AND edition = $2"
    )
    .bind(meeting)
    .bind(edition)
    .bind(by)
    .bind(now)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

/// The editions of a meeting, newest first; at most 50.
pub async fn editions(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<Edition>> {
    Ok(on_conn!(tx, |c| {
        sqlx::query_as("SELECT * FROM minutes_edition WHERE meeting_id = $1 ORDER BY edition DESC LIMIT 50")
            .bind(meeting)
            .fetch_all(c)
            .await
    })?)
}

/// One edition.
pub async fn edition(tx: &mut Tx, meeting: MeetingId, edition: i64) -> Result<Option<Edition>> {
    Ok(on_conn!(tx, |c| {
        sqlx::query_as("SELECT * FROM minutes_edition WHERE meeting_id = $1 AND edition = $2")
            .bind(meeting)
            .bind(edition)
            .fetch_optional(c)
            .await
    })?)
}

/// Somebody's own notes on a meeting: what each is about, a point or the meeting itself, and the words.
pub async fn private_notes(tx: &mut Tx, meeting: MeetingId, whose: PersonId) -> Result<Vec<(Uuid, String)>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT about_id, body FROM private_note WHERE meeting_id = $1 AND person_id = $2 ORDER BY about_id LIMIT 200"
    )
    .bind(meeting)
    .bind(whose)
    .fetch_all(c)
    .await)?)
}

/// Writes some of somebody's own notes on a meeting; empty ones are removed, and those about anything else stay.
pub async fn save_private_notes(
    tx: &mut Tx,
    (meeting, whose): (MeetingId, PersonId),
    notes: &[(Uuid, String)],
    now: DateTime<Utc>,
) -> Result<()> {
    on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("DELETE FROM private_note WHERE meeting_id = ");
        query.push_bind(meeting).push(" AND person_id = ").push_bind(whose).push(" AND about_id");
        push_in(&mut query, notes.iter().map(|(about, _)| *about));
        query.build().execute(c).await.map(drop)
    })?;
    let notes: Vec<&(Uuid, String)> = notes.iter().filter(|(_, body)| !body.is_empty()).collect();
    if notes.is_empty() {
        return Ok(());
    }
    on_conn!(tx, |c| {
        let mut query =
            sqlx::QueryBuilder::new("INSERT INTO private_note (person_id, about_id, meeting_id, body, updated_at) ");
        query.push_values(notes, |mut row, (about, body)| {
            row.push_bind(whose).push_bind(*about).push_bind(meeting).push_bind(body).push_bind(now);
        });
        // Only made-up forms name a point of another meeting.
        query.push(" ON CONFLICT (person_id, about_id) DO NOTHING");
        query.build().execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Writes somebody's score of a meeting, in place of an earlier one.
pub async fn rate(
    tx: &mut Tx,
    (attendee, meeting): (AttendeeId, MeetingId),
    score: i64,
    now: DateTime<Utc>,
) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "INSERT INTO worth (attendee_id, meeting_id, score, given_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (attendee_id) DO UPDATE SET score = excluded.score, given_at = excluded.given_at"
    )
    .bind(attendee)
    .bind(meeting)
    .bind(score)
    .bind(now)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

/// Somebody's score.
pub async fn score_of(tx: &mut Tx, attendee: AttendeeId) -> Result<Option<i64>> {
    Ok(on_conn!(tx, |c| {
        sqlx::query_scalar("SELECT score FROM worth WHERE attendee_id = $1").bind(attendee).fetch_optional(c).await
    })?)
}

/// How many scores a meeting has, and their sum.
pub async fn scores(tx: &mut Tx, meeting: MeetingId) -> Result<(i64, i64)> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT COUNT(*), CAST(COALESCE(SUM(score), 0) AS BIGINT) FROM worth WHERE meeting_id = $1"
    )
    .bind(meeting)
    .fetch_one(c)
    .await)?)
}
