//! Points that people suggest, and the backlog of a series.

use chrono::{DateTime, Utc};

use super::{Result, Tx, in_list::push_in, on_conn};
use crate::domain::{
    agenda::{ItemKind, idea::IdeaState},
    ids::{AgendaItemId, AttendeeId, IdeaId, MeetingId, PersonId, SeriesId},
};

/// A suggested point.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct PointIdea {
    /// Id.
    pub id: IdeaId,
    /// For which meeting, or which one took it up.
    pub meeting_id: MeetingId,
    /// In which series, if it was suggested for a date of one.
    pub series_id: Option<SeriesId>,
    /// Who suggests it, in that meeting.
    pub attendee_id: Option<AttendeeId>,
    /// Their name.
    pub name: String,
    /// What it is about.
    pub kind: ItemKind,
    /// Title.
    pub title: String,
    /// Planned minutes.
    pub minutes: i64,
    /// Why; may be empty.
    pub note: String,
    /// What became of it.
    pub state: IdeaState,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// The point it has become.
    pub item_id: Option<AgendaItemId>,
    /// Who decided.
    pub decided_by: Option<PersonId>,
    /// When.
    pub decided_at: Option<DateTime<Utc>>,
}

/// Adds one.
pub async fn insert(tx: &mut Tx, idea: &PointIdea) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "INSERT INTO point_idea (id, meeting_id, series_id, attendee_id, name, kind, title, minutes, note, state,
            created_at, item_id, decided_by, decided_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"
    )
    .bind(idea.id)
    .bind(idea.meeting_id)
    .bind(idea.series_id)
    .bind(idea.attendee_id)
    .bind(&idea.name)
    .bind(idea.kind)
    .bind(&idea.title)
    .bind(idea.minutes)
    .bind(&idea.note)
    .bind(idea.state)
    .bind(idea.created_at)
    .bind(idea.item_id)
    .bind(idea.decided_by)
    .bind(idea.decided_at)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

/// One by its id.
pub async fn by_id(tx: &mut Tx, id: IdeaId) -> Result<Option<PointIdea>> {
    Ok(on_conn!(tx, |c| sqlx::query_as("SELECT * FROM point_idea WHERE id = $1").bind(id).fetch_optional(c).await)?)
}

/// Those for a meeting that are not put off, newest first; at most 100.
pub async fn of_meeting(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<PointIdea>> {
    Ok(on_conn!(tx, |c| {
        sqlx::query_as(
        "SELECT * FROM point_idea WHERE meeting_id = $1 AND state <> 'later' ORDER BY created_at DESC, id DESC LIMIT 100"
    )
    .bind(meeting)
    .fetch_all(c)
    .await
    })?)
}

/// The backlog of a series and of those that it went on from, oldest first; at most 100.
pub async fn backlog(tx: &mut Tx, lineage: &[SeriesId]) -> Result<Vec<PointIdea>> {
    if lineage.is_empty() {
        return Ok(Vec::new());
    }
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT * FROM point_idea WHERE state = 'later' AND series_id");
        push_in(&mut query, lineage.iter().copied());
        query.push(" ORDER BY created_at, id LIMIT 100").build_query_as().fetch_all(c).await
    })?)
}

/// How many of a meeting wait for a decision.
pub async fn count_open(tx: &mut Tx, meeting: MeetingId) -> Result<i64> {
    Ok(on_conn!(tx, |c| {
        sqlx::query_scalar("SELECT COUNT(*) FROM point_idea WHERE meeting_id = $1 AND state = 'open'")
            .bind(meeting)
            .fetch_one(c)
            .await
    })?)
}

/// Writes what became of one. The caller holds the meeting's lock and has looked at the state.
pub async fn decide(tx: &mut Tx, idea: &PointIdea) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "UPDATE point_idea SET state = $2, item_id = $3, decided_by = $4, decided_at = $5, meeting_id = $6,
            attendee_id = $7
         WHERE id = $1"
    )
    .bind(idea.id)
    .bind(idea.state)
    .bind(idea.item_id)
    .bind(idea.decided_by)
    .bind(idea.decided_at)
    .bind(idea.meeting_id)
    .bind(idea.attendee_id)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

/// Suggestions that were kept for a series belong to the one it is again.
pub async fn follow(tx: &mut Tx, (from, to): (SeriesId, SeriesId)) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("UPDATE point_idea SET series_id = $2 WHERE series_id = $1")
        .bind(from)
        .bind(to)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}
