//! What stands behind points beside their scorecards: notes for colleagues, and links to read ahead.

use chrono::{DateTime, Utc};
use sqlx::types::Json;

use super::{Result, Tx, on_conn};
use crate::domain::{
    agenda::link::Reading,
    ids::{AgendaItemId, MeetingId, PersonId},
};

/// What stands behind a point.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct PointContent {
    /// The point.
    pub item_id: AgendaItemId,
    /// Its meeting.
    pub meeting_id: MeetingId,
    /// For colleagues; several lines.
    pub notes: String,
    /// What to read ahead.
    pub links: Json<Vec<Reading>>,
    /// Rises with every change, also of the scorecard.
    pub version: i64,
    /// Last change.
    pub updated_at: DateTime<Utc>,
    /// By whom.
    pub updated_by: Option<PersonId>,
}

impl PointContent {
    /// Nothing yet.
    #[must_use]
    pub fn empty((meeting_id, item_id): (MeetingId, AgendaItemId), now: DateTime<Utc>) -> Self {
        let links = Json(Vec::new());
        Self { item_id, meeting_id, notes: String::new(), links, version: 0, updated_at: now, updated_by: None }
    }
}

/// All of a meeting; at most 200, more than an agenda has points.
pub async fn of_meeting(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<PointContent>> {
    Ok(on_conn!(tx, |c| {
        sqlx::query_as("SELECT * FROM point_content WHERE meeting_id = $1 ORDER BY item_id LIMIT 200")
            .bind(meeting)
            .fetch_all(c)
            .await
    })?)
}

/// That of one point.
pub async fn by_item(tx: &mut Tx, item: AgendaItemId) -> Result<Option<PointContent>> {
    Ok(on_conn!(tx, |c| {
        sqlx::query_as("SELECT * FROM point_content WHERE item_id = $1").bind(item).fetch_optional(c).await
    })?)
}

/// Writes it. The caller holds the meeting's lock and has compared versions.
pub async fn save(tx: &mut Tx, content: &PointContent) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "INSERT INTO point_content (item_id, meeting_id, notes, links, version, updated_at, updated_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (item_id) DO UPDATE SET notes = excluded.notes, links = excluded.links,
            version = excluded.version, updated_at = excluded.updated_at, updated_by = excluded.updated_by"
    )
    .bind(content.item_id)
    .bind(content.meeting_id)
    .bind(&content.notes)
    .bind(&content.links)
    .bind(content.version)
    .bind(content.updated_at)
    .bind(content.updated_by)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}
