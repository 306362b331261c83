//! What was recorded of the dates of a series: each kind in one statement, whatever the number of dates.

use chrono::{DateTime, Utc};

use super::{Result, Tx, in_list::push_in, on_conn};
use crate::domain::ids::MeetingId;

/// How a meeting went.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Course {
    /// The meeting.
    pub meeting_id: MeetingId,
    /// When it began.
    pub began_at: Option<DateTime<Utc>>,
    /// When it ended.
    pub ended_at: Option<DateTime<Utc>>,
    /// `held`, `no_show` or `not_held`; `None` when nobody said.
    pub outcome: Option<String>,
}

/// How these meetings went, where anybody recorded it. Callers bound the list.
pub async fn courses(tx: &mut Tx, meetings: &[MeetingId]) -> Result<Vec<Course>> {
    Ok(on_conn!(tx, |c| {
        let mut query =
            sqlx::QueryBuilder::new("SELECT meeting_id, began_at, ended_at, outcome FROM course WHERE meeting_id");
        push_in(&mut query, meetings.iter().copied());
        query.build_query_as().fetch_all(c).await
    })?)
}

/// A kind of thing that was recorded, counted for each meeting.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Counted {
    /// The meeting.
    pub meeting_id: MeetingId,
    /// `attended`, `noted`, `decisions` or `actions`.
    pub kind: String,
    /// How many.
    pub number: i64,
}

const COUNTS: [&str; 4] = [
    "SELECT meeting_id, 'noted' AS kind, COUNT(*) AS number FROM attendance WHERE meeting_id",
    "SELECT meeting_id, 'attended', COUNT(*) FROM attendance WHERE presence = 'attended' AND meeting_id",
    "SELECT meeting_id, 'decisions', COUNT(*) FROM decision WHERE meeting_id",
    "SELECT meeting_id, 'actions', COUNT(*) FROM action_item WHERE meeting_id",
];

/// Attendance, decisions and actions of these meetings, as far as there are any. Callers bound the list.
pub async fn counts(tx: &mut Tx, meetings: &[MeetingId]) -> Result<Vec<Counted>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("");
        for (number, count) in COUNTS.iter().enumerate() {
            query.push(if number == 0 { "" } else { " UNION ALL " }).push(count);
            push_in(&mut query, meetings.iter().copied());
            query.push(" GROUP BY meeting_id");
        }
        query.build_query_as().fetch_all(c).await
    })?)
}

/// How many people rated these meetings, how many ratings they gave, and their sum. Callers bound the list.
pub async fn ratings(tx: &mut Tx, meetings: &[MeetingId]) -> Result<(i64, i64, i64)> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT COUNT(DISTINCT attendee.person_id), COUNT(*), CAST(COALESCE(SUM(score), 0) AS BIGINT)
             FROM worth JOIN attendee ON attendee.id = worth.attendee_id WHERE worth.meeting_id",
        );
        push_in(&mut query, meetings.iter().copied());
        query.build_query_as().fetch_one(c).await
    })?)
}
