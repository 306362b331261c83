//! Decisions of meetings.

use chrono::{DateTime, Utc};

use super::{Result, Tx, in_list::push_in, on_conn};
use crate::domain::ids::{DecisionId, MeetingId, PersonId, PointId};

/// A decision.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Decision {
    /// Id.
    pub id: DecisionId,
    /// Of which meeting.
    pub meeting_id: MeetingId,
    /// The point it came of.
    pub point_id: Option<PointId>,
    /// What was decided.
    pub body: String,
    /// Whether customers may read it.
    pub shared: bool,
    /// Who wrote it down.
    pub written_by: PersonId,
    /// When.
    pub decided_at: DateTime<Utc>,
}

/// The decisions of a meeting, oldest first.
pub async fn of_meeting(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<Decision>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT id, meeting_id, point_id, body, shared, written_by, decided_at FROM decision
         WHERE meeting_id = $1 ORDER BY decided_at, id LIMIT 200"
    )
    .bind(meeting)
    .fetch_all(c)
    .await)?)
}

/// Writes decisions, new ones and known ones.
pub async fn save(tx: &mut Tx, decisions: &[Decision]) -> Result<()> {
    if decisions.is_empty() {
        return Ok(());
    }
    on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "INSERT INTO decision (id, meeting_id, point_id, body, search_key, shared, written_by, decided_at) ",
        );
        query.push_values(decisions, |mut row, d| {
            row.push_bind(d.id)
                .push_bind(d.meeting_id)
                .push_bind(d.point_id)
                .push_bind(&d.body)
                .push_bind(d.body.to_lowercase())
                .push_bind(d.shared)
                .push_bind(d.written_by)
                .push_bind(d.decided_at);
        });
        query.push(
            " ON CONFLICT (id) DO UPDATE SET body = excluded.body, search_key = excluded.search_key,
                shared = excluded.shared",
        );
        query.build().execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Removes decisions of a meeting.
pub async fn remove(tx: &mut Tx, meeting: MeetingId, ids: &[DecisionId]) -> Result<()> {
    if ids.is_empty() {
        return Ok(());
    }
    on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("DELETE FROM decision WHERE meeting_id = ");
        query.push_bind(meeting).push(" AND id");
        push_in(&mut query, ids.iter().copied());
        query.build().execute(c).await.map(drop)
    })?;
    Ok(())
}
