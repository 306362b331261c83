//! Mails that have not left, taken back: something else is to be said by now.

use chrono::{DateTime, Utc};

use crate::{
    domain::ids::{MeetingId, SeriesId},
    store::{Result, Tx, in_list::push_in, meetings::Meeting, on_conn},
};

/// Takes back the mails of a meeting that no worker has touched, and names their lanes. What a worker holds at this moment
/// stays, because it may already be on its way.
pub async fn take_back(tx: &mut Tx, meeting: MeetingId, now: DateTime<Utc>) -> Result<Vec<String>> {
    Ok(on_conn!(tx, |c| sqlx::query_scalar(
        "UPDATE outbox SET state = 'superseded', done_at = $2
         WHERE meeting_id = $1 AND state = 'queued' AND attempts = 0 RETURNING lane"
    )
    .bind(meeting)
    .bind(now)
    .fetch_all(c)
    .await)?)
}

/// As [`take_back`] for the mails about a series.
pub async fn take_back_series(tx: &mut Tx, series: SeriesId, now: DateTime<Utc>) -> Result<Vec<String>> {
    Ok(on_conn!(tx, |c| sqlx::query_scalar(
        "UPDATE outbox SET state = 'superseded', done_at = $2
         WHERE series_id = $1 AND state = 'queued' AND attempts = 0 RETURNING lane"
    )
    .bind(series)
    .bind(now)
    .fetch_all(c)
    .await)?)
}

/// Whether a mail about a series that was written since has been tried.
pub async fn series_left(tx: &mut Tx, series: SeriesId, since: DateTime<Utc>) -> Result<bool> {
    Ok(on_conn!(tx, |c| sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM outbox WHERE series_id = $1 AND attempts > 0 AND created_at >= $2)"
    )
    .bind(series)
    .bind(since)
    .fetch_one(c)
    .await)?)
}

/// The lanes of mails about a meeting, or the series it is a date of, that were taken back from the first of these moments on
/// and before the second.
pub async fn taken_back_in(
    tx: &mut Tx,
    meeting: MeetingId,
    (from, until): (DateTime<Utc>, DateTime<Utc>),
) -> Result<Vec<String>> {
    Ok(on_conn!(tx, |c| sqlx::query_scalar(
        "SELECT lane FROM outbox WHERE state = 'superseded' AND done_at >= $2 AND done_at < $3
            AND (meeting_id = $1 OR series_id = (SELECT series_id FROM meeting WHERE id = $1))"
    )
    .bind(meeting)
    .bind(from)
    .bind(until)
    .fetch_all(c)
    .await)?)
}

/// To which addresses mails about a meeting, or the series it is a date of, are queued that no worker has touched.
pub async fn about_to_leave(tx: &mut Tx, meeting: &Meeting) -> Result<Vec<String>> {
    Ok(on_conn!(tx, |c| sqlx::query_scalar(
        "SELECT recipient FROM outbox WHERE state = 'queued' AND attempts = 0 AND (meeting_id = $1 OR series_id = $2)"
    )
    .bind(meeting.id)
    .bind(meeting.series_id)
    .fetch_all(c)
    .await)?)
}

/// Takes back the mails of one lane that no worker has touched.
pub async fn take_back_lane(tx: &mut Tx, lane: &str, now: DateTime<Utc>) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "UPDATE outbox SET state = 'superseded', done_at = $2 WHERE lane = $1 AND state = 'queued' AND attempts = 0"
    )
    .bind(lane)
    .bind(now)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

/// Takes back all mails of these lanes that have not been tried yet.
pub async fn take_back_lanes(tx: &mut Tx, lanes: &[String], now: DateTime<Utc>) -> Result<()> {
    on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("UPDATE outbox SET state = 'superseded', done_at = ");
        query.push_bind(now).push(" WHERE state = 'queued' AND attempts = 0 AND lane");
        push_in(&mut query, lanes.iter());
        query.build().execute(c).await.map(drop)
    })?;
    Ok(())
}
