//! Questions whether a series may go on without an end.

use chrono::{DateTime, Utc};

use super::{
    Result, Tx,
    approvals::{Decision, OPEN_TO, around},
    on_conn,
    series_reviews::Ending,
};
use crate::domain::ids::{PersonId, SeriesApprovalId, SeriesId};

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct SeriesApproval {
    /// Id.
    pub id: SeriesApprovalId,
    /// The series.
    pub series_id: SeriesId,
    /// Why it should never end.
    pub reason: String,
    /// Who asked.
    pub asked_by: PersonId,
    /// Who was asked.
    pub approver_id: PersonId,
    /// When.
    pub asked_at: DateTime<Utc>,
    /// Until when an answer counts.
    pub expires_at: DateTime<Utc>,
    /// `open`, `approved`, `declined`, `expired` or `withdrawn`.
    pub state: String,
    /// Who decided.
    pub decided_by: Option<PersonId>,
    /// When.
    pub decided_at: Option<DateTime<Utc>>,
    /// What they said; may be empty.
    pub note: String,
    /// Part of the link.
    pub link_version: i64,
}

impl SeriesApproval {
    /// Whether nobody has decided yet.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state == "open"
    }
}

/// Asks.
pub async fn insert(tx: &mut Tx, a: &SeriesApproval) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "INSERT INTO series_approval (id, series_id, reason, asked_by, approver_id, asked_at, expires_at, state, note,
            link_version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
    )
    .bind(a.id)
    .bind(a.series_id)
    .bind(&a.reason)
    .bind(a.asked_by)
    .bind(a.approver_id)
    .bind(a.asked_at)
    .bind(a.expires_at)
    .bind(&a.state)
    .bind(&a.note)
    .bind(a.link_version)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

/// One question. The caller of a decision holds the locks of the series' dates.
pub async fn by_id(tx: &mut Tx, id: SeriesApprovalId) -> Result<Option<SeriesApproval>> {
    Ok(on_conn!(tx, |c| sqlx::query_as("SELECT * FROM series_approval WHERE id = $1")
        .bind(id)
        .fetch_optional(c)
        .await)?)
}

/// The newest question about a series.
pub async fn newest(tx: &mut Tx, series: SeriesId) -> Result<Option<SeriesApproval>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT * FROM series_approval WHERE series_id = $1 ORDER BY asked_at DESC, id DESC LIMIT 1"
    )
    .bind(series)
    .fetch_optional(c)
    .await)?)
}

/// The open questions to a person or to those who are away around now and named them as stand-in, soonest to expire
/// first; at most 50.
pub async fn open_to(tx: &mut Tx, approver: PersonId, now: DateTime<Utc>) -> Result<Vec<SeriesApproval>> {
    let (yesterday, tomorrow) = around(now);
    let statement = format!("SELECT * FROM series_approval WHERE {OPEN_TO} ORDER BY expires_at, id LIMIT 50");
    Ok(on_conn!(tx, |c| sqlx::query_as(sqlx::AssertSqlSafe(statement))
        .bind(approver)
        .bind(yesterday)
        .bind(tomorrow)
        .fetch_all(c)
        .await)?)
}

/// What a person asked, newest first; at most 50.
pub async fn asked_by(tx: &mut Tx, person: PersonId) -> Result<Vec<SeriesApproval>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT * FROM series_approval WHERE asked_by = $1 ORDER BY asked_at DESC, id DESC LIMIT 50"
    )
    .bind(person)
    .fetch_all(c)
    .await)?)
}

/// Questions that nobody answered in time, oldest first; at most 100.
pub async fn overdue(tx: &mut Tx, now: DateTime<Utc>) -> Result<Vec<SeriesApproval>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT * FROM series_approval WHERE state = 'open' AND expires_at <= $1 ORDER BY expires_at, id LIMIT 100"
    )
    .bind(now)
    .fetch_all(c)
    .await)?)
}

/// Ends a question if it is still open; whether it was. Its link is void from then on.
pub async fn end(tx: &mut Tx, id: SeriesApprovalId, decision: &Decision<'_>) -> Result<bool> {
    let ended = on_conn!(tx, |c| sqlx::query(
        "UPDATE series_approval SET state = $2, decided_by = $3, note = $4, decided_at = $5,
            link_version = link_version + 1
         WHERE id = $1 AND state = 'open'"
    )
    .bind(id)
    .bind(decision.state)
    .bind(decision.by)
    .bind(decision.note)
    .bind(decision.at)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    Ok(ended == 1)
}

/// Series that never end and whose last date begins after `now` and until `soon`, soonest first.
pub async fn running_out(tx: &mut Tx, (now, soon): (DateTime<Utc>, DateTime<Utc>), limit: i64) -> Result<Vec<Ending>> {
    Ok(on_conn!(tx, |c| {
        sqlx::query_as(
        "SELECT meeting.series_id, MAX(meeting.starts_at) AS last_at FROM meeting JOIN series ON series.id = meeting.series_id
         WHERE meeting.status = 'confirmed' AND series.endless = $3
            AND NOT EXISTS (SELECT 1 FROM series AS later JOIN meeting AS date ON date.series_id = later.id
                WHERE later.continues = series.uid AND date.status = 'confirmed')
         GROUP BY meeting.series_id HAVING MAX(meeting.starts_at) > $1 AND MAX(meeting.starts_at) <= $2
         ORDER BY last_at, meeting.series_id LIMIT $4"
    )
    .bind(now)
    .bind(soon)
    .bind(true)
    .bind(limit)
    .fetch_all(c)
    .await
    })?)
}
