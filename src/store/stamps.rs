//! When calendars last changed. A subscription learns from it that nothing happened, without reading a meeting.

use chrono::{DateTime, Utc};

use super::{Result, Tx, in_list::push_in, on_conn};
use crate::domain::ids::{AttendeeId, MeetingId, PersonId, SeriesId};

/// What tells whether the calendars of some people changed. Two that are the same, of the same people, show the same
/// meetings.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Stamp {
    /// The newest stamp: microseconds since 1970 of the change, or a little more where several share one.
    newest: i64,
    /// Sum of all of them, which rises with each.
    sum: i64,
}

impl Stamp {
    /// The stamp of one person's calendar, as it stands in their row.
    pub(super) const fn of_one(stamp: i64) -> Self {
        Self { newest: stamp, sum: stamp }
    }

    /// When the newest change was made.
    #[must_use]
    pub fn changed_at(&self) -> Option<DateTime<Utc>> {
        DateTime::from_timestamp_micros(self.newest)
    }
}

/// The stamp of these people's calendars; one row whatever their number.
pub async fn of_people(tx: &mut Tx, people: &[PersonId]) -> Result<Stamp> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT COALESCE(MAX(calendar_stamp), 0) AS newest, CAST(COALESCE(SUM(calendar_stamp), 0) AS BIGINT) AS sum
             FROM subject WHERE id",
        );
        push_in(&mut query, people.iter().copied());
        query.build_query_as().fetch_one(c).await
    })?)
}

// Stamps are times, so that one from before a restored backup never comes again; and they rise even where the clock
// does not, so that no two states share one. Callers hold the locks of the subjects.

/// Notes a change of meetings in the calendars of everybody who was ever in one of them.
pub(super) async fn meetings_changed(tx: &mut Tx, meetings: &[MeetingId], at: DateTime<Utc>) -> Result<()> {
    let at = at.timestamp_micros();
    on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("UPDATE subject SET calendar_stamp = CASE WHEN calendar_stamp < ");
        query.push_bind(at).push(" THEN ").push_bind(at).push(
            " ELSE calendar_stamp + 1 END
             WHERE id IN (SELECT person_id FROM attendee WHERE person_id IS NOT NULL AND meeting_id",
        );
        push_in(&mut query, meetings.iter().copied());
        query.push(")").build().execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Notes a change of a series in the calendars of everybody who was ever in one of its dates: all of them show its version.
pub(super) async fn series_changed(tx: &mut Tx, series: SeriesId, at: DateTime<Utc>) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "UPDATE subject SET calendar_stamp = CASE WHEN calendar_stamp < $2 THEN $2 ELSE calendar_stamp + 1 END
         WHERE id IN (SELECT person_id FROM attendee WHERE person_id IS NOT NULL
            AND meeting_id IN (SELECT id FROM meeting WHERE series_id = $1))"
    )
    .bind(series)
    .bind(at.timestamp_micros())
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

/// Notes a change in the calendar of one attendee.
pub(super) async fn attendee_changed(tx: &mut Tx, attendee: AttendeeId, at: DateTime<Utc>) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "UPDATE subject SET calendar_stamp = CASE WHEN calendar_stamp < $2 THEN $2 ELSE calendar_stamp + 1 END
         WHERE id IN (SELECT person_id FROM attendee WHERE id = $1 AND person_id IS NOT NULL)"
    )
    .bind(attendee)
    .bind(at.timestamp_micros())
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}
