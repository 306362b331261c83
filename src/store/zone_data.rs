//! Meetings by the version of the time zone data that their instants were worked out with.

use chrono::{DateTime, NaiveDateTime, Utc};

use super::{Result, Tx, in_list::push_in, on_conn};
use crate::domain::ids::{MeetingId, SeriesId};

/// A meeting to come, as it was planned.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Planned {
    /// Its id.
    pub id: MeetingId,
    /// The series that it is a date of.
    pub series_id: Option<SeriesId>,
    /// Start on the wall clock of its zone.
    pub start_local: NaiveDateTime,
    /// IANA zone.
    pub zone: String,
    /// The instant that this was by the data of then.
    pub starts_at: DateTime<Utc>,
}

/// Meetings to come that were planned with older data than `version`, by id after `last`; at most 500. Whoever has newer
/// data than we have knows better.
pub async fn planned_with_older(
    tx: &mut Tx,
    (version, now): (&str, DateTime<Utc>),
    last: MeetingId,
) -> Result<Vec<Planned>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT id, series_id, start_local, zone, starts_at FROM meeting
         WHERE status = 'confirmed' AND starts_at > $1 AND zone_data < $2 AND id > $3 ORDER BY id LIMIT 500"
    )
    .bind(now)
    .bind(version)
    .bind(last)
    .fetch_all(c)
    .await)?)
}

/// Notes that these meetings are right by this version, too. Callers bound the list.
pub async fn confirm(tx: &mut Tx, meetings: &[MeetingId], version: &str) -> Result<()> {
    if meetings.is_empty() {
        return Ok(());
    }
    on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("UPDATE meeting SET zone_data = ");
        query.push_bind(version.to_owned()).push(" WHERE zone_data < ").push_bind(version.to_owned()).push(" AND id");
        push_in(&mut query, meetings.iter().copied());
        query.build().execute(c).await.map(drop)
    })?;
    Ok(())
}
