//! Series that are about to end: whose organizers are asked whether they go on, and what they said.

use std::collections::HashSet;

use chrono::{DateTime, Utc};

use super::{Result, Tx, in_list::push_in, on_conn};
use crate::domain::ids::{PersonId, SeriesId};

/// A question about one end of a series.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Review {
    /// The series.
    pub series_id: SeriesId,
    /// Start of its last date as it was when it was asked.
    pub last_at: DateTime<Utc>,
    /// `open`, `kept`, `changed`, `stopped` or `ended`.
    pub state: String,
    /// Message-ID of its mail.
    pub message_id: String,
    /// When it was asked.
    pub asked_at: DateTime<Utc>,
    /// Who answered.
    pub answered_by: Option<PersonId>,
    /// When.
    pub answered_at: Option<DateTime<Utc>>,
}

/// The end of a series as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Ending {
    /// The series.
    pub series_id: SeriesId,
    /// Start of its last date.
    pub last_at: DateTime<Utc>,
}

/// Series whose last date begins after `now` and until `soon`, that nobody has been asked about, and half of whose dates are
/// over, soonest first. One that goes on in another series has no end of its own, and neither has one that never ends.
pub async fn ending(tx: &mut Tx, (now, soon): (DateTime<Utc>, DateTime<Utc>), limit: i64) -> Result<Vec<Ending>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT ending.series_id, ending.last_at FROM (
            SELECT meeting.series_id, MAX(meeting.starts_at) AS last_at, COUNT(*) AS dates,
                COUNT(CASE WHEN meeting.ends_at <= $1 THEN 1 END) AS past
            FROM meeting WHERE meeting.status = 'confirmed' AND meeting.series_id IN (
                SELECT series_id FROM meeting WHERE series_id IS NOT NULL AND status = 'confirmed'
                    AND starts_at > $1 AND starts_at <= $2)
            GROUP BY meeting.series_id) AS ending
         JOIN series ON series.id = ending.series_id
         WHERE ending.last_at > $1 AND ending.last_at <= $2 AND ending.past * 2 >= ending.dates AND series.endless = $3
            AND NOT EXISTS (SELECT 1 FROM series AS later JOIN meeting ON meeting.series_id = later.id
                WHERE later.continues = series.uid AND meeting.status = 'confirmed')
            AND NOT EXISTS (SELECT 1 FROM series_review AS review
                WHERE review.series_id = ending.series_id AND review.last_at = ending.last_at)
         ORDER BY ending.last_at, ending.series_id LIMIT $4"
    )
    .bind(now)
    .bind(soon)
    .bind(false)
    .bind(limit)
    .fetch_all(c)
    .await)?)
}

/// Notes that somebody is asked; tells whether nobody was asked before.
pub async fn insert(tx: &mut Tx, review: &Review) -> Result<bool> {
    Ok(on_conn!(tx, |c| sqlx::query(
        "INSERT INTO series_review (series_id, last_at, state, message_id, asked_at, answered_by, answered_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING"
    )
    .bind(review.series_id)
    .bind(review.last_at)
    .bind(&review.state)
    .bind(&review.message_id)
    .bind(review.asked_at)
    .bind(review.answered_by)
    .bind(review.answered_at)
    .execute(c)
    .await
    .map(|done| done.rows_affected() == 1))?)
}

/// How a question ended.
#[derive(Debug, Clone, Copy)]
pub struct Answered {
    /// `kept`, `changed`, `stopped` or `ended`.
    pub state: &'static str,
    /// Who answered; `None` when nobody did.
    pub by: Option<PersonId>,
    /// When.
    pub at: DateTime<Utc>,
}

/// Ends an open question; tells whether it was open.
pub async fn end(tx: &mut Tx, ending: Ending, answered: &Answered) -> Result<bool> {
    Ok(on_conn!(tx, |c| sqlx::query(
        "UPDATE series_review SET state = $3, answered_by = $4, answered_at = $5
         WHERE series_id = $1 AND last_at = $2 AND state = 'open'"
    )
    .bind(ending.series_id)
    .bind(ending.last_at)
    .bind(answered.state)
    .bind(answered.by)
    .bind(answered.at)
    .execute(c)
    .await
    .map(|done| done.rows_affected() == 1))?)
}

/// Forgets a question about an end that is none any more.
pub async fn forget(tx: &mut Tx, ending: Ending) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "DELETE FROM series_review WHERE series_id = $1 AND last_at = $2 AND state = 'open'"
    )
    .bind(ending.series_id)
    .bind(ending.last_at)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

/// Opens a question again that was answered; one that was never asked is forgotten.
pub async fn reopen(tx: &mut Tx, ending: Ending) -> Result<()> {
    for statement in [
        "DELETE FROM series_review WHERE series_id = $1 AND last_at = $2 AND message_id LIKE '%.unasked@%'",
        "UPDATE series_review SET state = 'open', answered_by = NULL, answered_at = NULL
         WHERE series_id = $1 AND last_at = $2",
    ] {
        on_conn!(tx, |c| sqlx::query(statement)
            .bind(ending.series_id)
            .bind(ending.last_at)
            .execute(c)
            .await
            .map(drop))?;
    }
    Ok(())
}

/// Forgets what was asked and said about an end, so that it is asked about anew.
pub async fn ask_anew(tx: &mut Tx, ending: Ending) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("DELETE FROM series_review WHERE series_id = $1 AND last_at = $2")
        .bind(ending.series_id)
        .bind(ending.last_at)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Open questions about ends that have come, soonest first.
pub async fn unanswered(tx: &mut Tx, now: DateTime<Utc>, limit: i64) -> Result<Vec<Ending>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT series_id, last_at FROM series_review WHERE state = 'open' AND last_at <= $1
            AND NOT EXISTS (SELECT 1 FROM meeting WHERE meeting.series_id = series_review.series_id
                AND meeting.status = 'confirmed' AND meeting.starts_at = series_review.last_at AND meeting.ends_at > $1)
         ORDER BY last_at, series_id LIMIT $2"
    )
    .bind(now)
    .bind(limit)
    .fetch_all(c)
    .await)?)
}

/// What was asked and said about a series, newest first; at most 20.
pub async fn of_series(tx: &mut Tx, id: SeriesId) -> Result<Vec<Review>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT * FROM series_review WHERE series_id = $1 ORDER BY last_at DESC LIMIT 20"
    )
    .bind(id)
    .fetch_all(c)
    .await)?)
}

/// Which of these questions, by Message-ID, are still open about an end that is ahead and true.
pub async fn still_true(tx: &mut Tx, message_ids: &[&str], now: DateTime<Utc>) -> Result<HashSet<String>> {
    if message_ids.is_empty() {
        return Ok(HashSet::new());
    }
    let found: Vec<String> = on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT message_id FROM series_review WHERE state = 'open' AND last_at = (SELECT MAX(meeting.starts_at)
                FROM meeting WHERE meeting.series_id = series_review.series_id AND meeting.status = 'confirmed')
             AND last_at > ",
        );
        query.push_bind(now).push(" AND message_id");
        push_in(&mut query, message_ids.iter().copied());
        query.build_query_scalar().fetch_all(c).await
    })?;
    Ok(found.into_iter().collect())
}
