//! The meetings of a subscription, with no more than its text says of them: a year of them is read at once.

use chrono::{DateTime, NaiveDateTime, Utc};

use super::{Result, Tx, in_list::push_in, on_conn};
use crate::domain::{
    agenda::{ItemKind, Wanted, part::Stay},
    ids::{AgendaItemId, AttendeeId, MeetingId, PersonId, SeriesId},
    meeting::{AttendeeRole, Format, Purpose},
    time::Interval,
};

/// Whose meetings a feed shows, and when.
#[derive(Debug, Clone, Copy)]
pub struct Selection<'a> {
    /// Meetings in which one of these people takes part.
    pub people: &'a [PersonId],
    /// Meetings that start inside.
    pub span: Interval,
    /// Customer meetings only.
    pub customers_only: bool,
}

/// A meeting's place in a feed, and its reader's place in the meeting.
#[derive(Debug, Clone, Copy, sqlx::FromRow)]
pub struct Seat {
    /// The meeting.
    pub id: MeetingId,
    /// Its version, which rises with every change.
    pub version: i64,
    /// The series it is a date of.
    pub series_id: Option<SeriesId>,
    /// Who plans it.
    pub organizer_id: PersonId,
    /// The reader as an attendee, if they take part.
    pub own_id: Option<AttendeeId>,
    /// How they take part.
    pub own_role: Option<AttendeeRole>,
    /// The points they are invited to, see [`super::meetings::Attendee`].
    pub own_first: Option<AgendaItemId>,
    /// The last of them.
    pub own_last: Option<AgendaItemId>,
    /// Minutes until these points.
    pub own_after: Option<i64>,
    /// Minutes of these points.
    pub own_minutes: Option<i64>,
}

impl Seat {
    /// The points that the reader is invited to, and when; `None` for the whole meeting.
    #[must_use]
    pub fn own_part(&self) -> Option<(AgendaItemId, AgendaItemId, Stay)> {
        Some((self.own_first?, self.own_last?, super::meetings::stay(self.own_after, self.own_minutes)?))
    }
}

/// The confirmed meetings of a selection that at least one of its people has not declined, as `reader` takes part in
/// them, by start; at most `limit`.
// The start, which is the meeting's, finds the reader's row by the index of their calendar, and not among everybody's.
pub async fn seats(tx: &mut Tx, of: Selection<'_>, reader: PersonId, limit: i64) -> Result<Vec<Seat>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT meeting.id, version, series_id, organizer_id, own.id AS own_id, own.role AS own_role,
                own.first_item AS own_first, own.last_item AS own_last, own.stay_after AS own_after,
                own.stay_minutes AS own_minutes
             FROM meeting LEFT JOIN attendee AS own
                ON own.meeting_id = meeting.id AND own.starts_at = meeting.starts_at AND own.removed_at IS NULL
                    AND own.person_id = ",
        );
        query.push_bind(reader).push(
            " WHERE status = 'confirmed' AND meeting.id IN (SELECT meeting_id FROM attendee
                WHERE removed_at IS NULL AND answer <> 'no' AND attendee.starts_at >= ",
        );
        query.push_bind(of.span.start()).push(" AND attendee.starts_at < ").push_bind(of.span.end());
        query.push(" AND person_id");
        push_in(&mut query, of.people.iter().copied());
        query.push(")");
        if of.customers_only {
            query.push(" AND purpose = 'customer'");
        }
        query.push(" ORDER BY meeting.starts_at, meeting.id LIMIT ").push_bind(limit);
        query.build_query_as().fetch_all(c).await
    })?)
}

/// As [`seats`] for all dates of these series, whenever they are. Callers bound the list; each series is bounded.
pub async fn seats_of_series(
    tx: &mut Tx,
    of: Selection<'_>,
    reader: PersonId,
    series: impl Iterator<Item = SeriesId>,
) -> Result<Vec<Seat>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT meeting.id, version, series_id, organizer_id, own.id AS own_id, own.role AS own_role,
                own.first_item AS own_first, own.last_item AS own_last, own.stay_after AS own_after,
                own.stay_minutes AS own_minutes
             FROM meeting LEFT JOIN attendee AS own
                ON own.meeting_id = meeting.id AND own.removed_at IS NULL AND own.person_id = ",
        );
        query.push_bind(reader).push(" WHERE status = 'confirmed' AND series_id");
        push_in(&mut query, series);
        query.push(
            " AND EXISTS (SELECT 1 FROM attendee
                WHERE attendee.meeting_id = meeting.id AND removed_at IS NULL AND answer <> 'no' AND person_id",
        );
        push_in(&mut query, of.people.iter().copied());
        query.push(")");
        if of.customers_only {
            query.push(" AND purpose = 'customer'");
        }
        query.push(" ORDER BY series_id, original_start, meeting.id");
        query.build_query_as().persistent(false).fetch_all(c).await
    })?)
}

/// What a feed says of a meeting, but its points.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct FeedMeeting {
    /// Id.
    pub id: MeetingId,
    /// iCalendar UID.
    pub uid: String,
    /// What it is for.
    pub purpose: Purpose,
    /// Title.
    pub title: String,
    /// How people meet.
    pub format: Format,
    /// Room, address or phone number.
    pub place: String,
    /// The video link.
    pub video_url: Option<String>,
    /// Local wall time of the start.
    pub start_local: NaiveDateTime,
    /// Length.
    pub minutes: i64,
    /// IANA zone of `start_local`.
    pub zone: String,
    /// Start.
    pub starts_at: DateTime<Utc>,
    /// End.
    pub ends_at: DateTime<Utc>,
    /// iCalendar SEQUENCE of the newest message.
    pub sequence: i64,
    /// Newest DTSTAMP.
    pub stamped_at: DateTime<Utc>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// What the rule of its series says.
    pub original_start: Option<NaiveDateTime>,
}

/// These meetings, in any order. Callers bound the list.
pub async fn by_ids(tx: &mut Tx, ids: &[MeetingId]) -> Result<Vec<FeedMeeting>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT id, uid, purpose, title, format, place, video_url, start_local, minutes, zone, starts_at, ends_at,
                sequence, stamped_at, created_at, original_start FROM (",
        );
        push_asked(&mut query, ids);
        query.push("meeting WHERE meeting.id = asked.column1");
        // Each number of meetings is another statement; a connection would keep them all.
        query.build_query_as().persistent(false).fetch_all(c).await
    })?)
}

/// A point of an agenda, with the name of who leads it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct FeedPoint {
    /// The point.
    pub id: AgendaItemId,
    /// The meeting.
    pub meeting_id: MeetingId,
    /// What it is about.
    pub kind: ItemKind,
    /// Title.
    pub title: String,
    /// Planned minutes.
    pub minutes: i64,
    /// Who leads it; `None` for everybody.
    pub owner_id: Option<AttendeeId>,
    /// Their name, unless they were taken out of the meeting.
    pub owner_name: Option<String>,
    /// What should come of it.
    pub wanted: Wanted,
    /// The person or contact behind `owner_id`, who is the same in all dates of a series.
    pub owner_behind: Option<AttendeeId>,
}

/// The points of these meetings, together for each meeting and in order. Callers bound the list.
pub async fn points(tx: &mut Tx, meetings: &[MeetingId]) -> Result<Vec<FeedPoint>> {
    if meetings.is_empty() {
        return Ok(Vec::new());
    }
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT id, meeting_id, kind, title, minutes, owner_id, wanted,
                (SELECT name FROM attendee WHERE attendee.id = owner_id AND removed_at IS NULL) AS owner_name,
                (SELECT COALESCE(person_id, contact_id) FROM attendee WHERE attendee.id = owner_id) AS owner_behind
             FROM (",
        );
        push_asked(&mut query, meetings);
        query.push("agenda_item WHERE meeting_id = asked.column1 ORDER BY meeting_id, position, id");
        query.build_query_as().persistent(false).fetch_all(c).await
    })?)
}

/// Ends a FROM with these meetings as a list of their own, to be joined with what follows.
///
/// SQLite takes the left side of a CROSS JOIN first. For a long IN it reads all meetings where its statistics are of a time
/// when there were few.
fn push_asked<DB>(query: &mut sqlx::QueryBuilder<DB>, meetings: &[MeetingId])
where
    DB: sqlx::Database,
    MeetingId: for<'q> sqlx::Encode<'q, DB> + sqlx::Type<DB>,
{
    query.push_values(meetings, |mut row, id| {
        row.push_bind(*id);
    });
    query.push(") AS asked CROSS JOIN ");
}
