//! Whole stretches of meetings, for trying a limit on them.

use chrono::{DateTime, Utc};

use super::{Result, Tx, on_conn};
use crate::domain::{
    agenda::part::Stay,
    ids::{AccountId, ContactId, MeetingId, PersonId},
    limits::trial::MOST_PAST,
    meeting::{Answer, AttendeeRole, Purpose},
    time::Interval,
};

/// Most people in all meetings of one reading.
pub const MOST_ATTENDEES: i64 = 200_000;

/// A meeting, as far as limits care.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Meeting {
    /// Id.
    pub id: MeetingId,
    /// Title.
    pub title: String,
    /// What for.
    pub purpose: Purpose,
    /// Who leads it.
    pub organizer_id: PersonId,
    /// With which customer.
    pub account_id: Option<AccountId>,
    /// Start.
    pub starts_at: DateTime<Utc>,
    /// End.
    pub ends_at: DateTime<Utc>,
    /// When it was first sent.
    pub created_at: DateTime<Utc>,
    /// Points on its agenda.
    pub points: i64,
}

/// Somebody in one of them.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Guest {
    /// The meeting.
    pub meeting_id: MeetingId,
    /// A colleague …
    pub person_id: Option<PersonId>,
    /// … or a contact.
    pub contact_id: Option<ContactId>,
    /// How they take part.
    pub role: AttendeeRole,
    /// What they answered.
    pub answer: Answer,
    /// See [`super::meetings::Attendee`].
    pub stay_after: Option<i64>,
    /// See [`super::meetings::Attendee`].
    pub stay_minutes: Option<i64>,
}

impl Guest {
    /// The part of the meeting they were invited to; `None` for all of it.
    #[must_use]
    pub fn stay(&self) -> Option<Stay> {
        super::meetings::stay(self.stay_after, self.stay_minutes)
    }
}

/// The meetings that start within a span and were not called off: the latest [`MOST_PAST`], earliest first.
pub async fn meetings(tx: &mut Tx, span: Interval) -> Result<Vec<Meeting>> {
    let most = i64::try_from(MOST_PAST).unwrap_or(i64::MAX);
    let mut found: Vec<Meeting> = on_conn!(tx, |c| {
        sqlx::query_as(
            "SELECT id, title, purpose, organizer_id, account_id, starts_at, ends_at, created_at,
                (SELECT COUNT(*) FROM agenda_item WHERE meeting_id = meeting.id) AS points
             FROM meeting WHERE status <> 'cancelled' AND starts_at >= $1 AND starts_at < $2
             ORDER BY starts_at DESC, id DESC LIMIT $3",
        )
        .bind(span.start())
        .bind(span.end())
        .bind(most)
        .fetch_all(c)
        .await
    })?;
    found.reverse();
    Ok(found)
}

/// Everybody in the meetings that start within a span; one more than [`MOST_ATTENDEES`] when there are too many.
pub async fn guests(tx: &mut Tx, span: Interval) -> Result<Vec<Guest>> {
    Ok(on_conn!(tx, |c| {
        sqlx::query_as(
            "SELECT attendee.meeting_id, person_id, contact_id, role, answer, stay_after, stay_minutes
             FROM meeting JOIN attendee ON attendee.meeting_id = meeting.id
             WHERE meeting.status <> 'cancelled' AND meeting.starts_at >= $1 AND meeting.starts_at < $2
                AND attendee.removed_at IS NULL AND attendee.role <> 'informed'
             ORDER BY meeting.starts_at DESC, attendee.id LIMIT $3",
        )
        .bind(span.start())
        .bind(span.end())
        .bind(MOST_ATTENDEES + 1)
        .fetch_all(c)
        .await
    })?)
}
