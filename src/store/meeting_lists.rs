//! Lists of meetings, each one query with a limit.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Result, Tx, in_list::push_in, on_conn, titles::title_key};
use crate::domain::{
    ids::{MeetingId, PersonId},
    meeting::{Answer, AttendeeRole, MAX_MINUTES, Purpose, Status},
    time::Interval,
};

/// A meeting as calendars and lists show it, seen by one person.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct Entry {
    /// The meeting.
    pub id: MeetingId,
    /// iCalendar UID.
    pub uid: String,
    /// Title.
    pub title: String,
    /// What it is for.
    pub purpose: Purpose,
    /// Where it stands.
    pub status: Status,
    /// Start.
    pub starts_at: DateTime<Utc>,
    /// End.
    pub ends_at: DateTime<Utc>,
    /// Whose calendar this entry stands in.
    pub person_id: PersonId,
    /// How that person takes part.
    pub role: AttendeeRole,
    /// What that person answered.
    pub answer: Answer,
    /// Who plans it.
    pub organizer_id: PersonId,
    /// Whether it is over a limit, as it was last judged.
    pub over_limit: bool,
}

impl Entry {
    /// Whether the meeting takes that person's time: it takes place, they are to come and have not declined.
    #[must_use]
    pub fn takes_time(&self) -> bool {
        self.status == Status::Confirmed && self.answer != Answer::No && self.role != AttendeeRole::Informed
    }

    /// From start to end; `None` for a meeting without length, which the rules for planning exclude.
    #[must_use]
    pub fn span(&self) -> Option<Interval> {
        Interval::new(self.starts_at, self.ends_at)
    }
}

/// An entry with the part of the meeting that its person is invited to.
#[derive(sqlx::FromRow)]
struct Row {
    #[sqlx(flatten)]
    entry: Entry,
    stay_after: Option<i64>,
    stay_minutes: Option<i64>,
}

/// Entries at the time that they take from their people.
fn own_time(rows: Vec<Row>) -> Vec<Entry> {
    let own = |Row { mut entry, stay_after, stay_minutes }: Row| {
        let stay = super::meetings::stay(stay_after, stay_minutes);
        if let Some((stay, whole)) = stay.zip(entry.span()) {
            let span = stay.of(whole);
            (entry.starts_at, entry.ends_at) = (span.start(), span.end());
        }
        entry
    };
    rows.into_iter().map(own).collect()
}

const ENTRY: &str = "SELECT meeting.id, meeting.uid, meeting.title, meeting.purpose, meeting.status, meeting.starts_at,
        meeting.ends_at, attendee.person_id, attendee.role, attendee.answer, meeting.organizer_id, meeting.over_limit,
        attendee.stay_after, attendee.stay_minutes
     FROM attendee JOIN meeting ON meeting.id = attendee.meeting_id
     WHERE attendee.removed_at IS NULL AND (meeting.status <> 'pending' OR attendee.role = 'chair')
        AND attendee.person_id";

/// The meetings of these people that overlap a span, by start; at most 3,000 entries.
pub async fn in_span(tx: &mut Tx, people: &[PersonId], span: Interval) -> Result<Vec<Entry>> {
    let earliest = span.start() - TimeDelta::minutes(i64::from(MAX_MINUTES));
    let mut entries = own_time(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(ENTRY);
        push_in(&mut query, people.iter().copied());
        query.push(" AND attendee.starts_at >= ").push_bind(earliest);
        query.push(" AND attendee.starts_at < ").push_bind(span.end());
        query.push(" AND meeting.ends_at > ").push_bind(span.start());
        query.push(" ORDER BY attendee.starts_at, attendee.meeting_id, attendee.person_id LIMIT 3000");
        query.build_query_as().fetch_all(c).await
    })?);
    entries.retain(|entry| entry.span().is_none_or(|own| own.overlaps(&span)));
    entries.sort_by_key(|entry| (entry.starts_at, entry.id, entry.person_id));
    Ok(entries)
}

/// What a list of meetings shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Show {
    /// Not yet over, not called off.
    Upcoming,
    /// Waiting for this person's answer.
    Waiting,
    /// Over or called off, newest first.
    Past,
}

/// Which meetings to list.
#[derive(Debug, Clone, Copy)]
pub struct Query<'a> {
    /// Whose.
    pub who: PersonId,
    /// Which of them.
    pub show: Show,
    /// Part of the title in any case; empty for all.
    pub text: &'a str,
    /// Now.
    pub now: DateTime<Utc>,
    /// How many to leave out, for paging.
    pub skip: i64,
    /// Most that are listed.
    pub limit: i64,
}

/// One page of a person's meetings.
pub async fn page(tx: &mut Tx, query: Query<'_>) -> Result<Vec<Entry>> {
    let Query { who, show, text, now, skip, limit } = query;
    let earliest = now - TimeDelta::minutes(i64::from(MAX_MINUTES));
    let pattern = format!("%{}%", title_key(text).replace(['%', '_', '\\'], " "));
    let rows = on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(ENTRY);
        query.push(" = ").push_bind(who);
        if !text.is_empty() {
            query.push(" AND COALESCE(meeting.title_key, lower(meeting.title)) LIKE ").push_bind(&pattern);
        }
        if show != Show::Past {
            query.push(" AND attendee.starts_at >= ").push_bind(earliest);
        }
        match show {
            Show::Upcoming => query.push(" AND meeting.status <> 'cancelled' AND meeting.ends_at > ").push_bind(now),
            Show::Waiting => query
                .push(" AND meeting.status = 'confirmed' AND attendee.answer = 'open' AND attendee.role <> 'informed' AND meeting.ends_at > ")
                .push_bind(now),
            Show::Past => query.push(" AND (meeting.status = 'cancelled' OR meeting.ends_at <= ").push_bind(now).push(")"),
        };
        let order = if show == Show::Past { "DESC" } else { "ASC" };
        query
            .push(format!(" ORDER BY attendee.starts_at {order}, attendee.meeting_id {order} LIMIT "))
            .push_bind(limit)
            .push(" OFFSET ")
            .push_bind(skip);
        query.build_query_as().fetch_all(c).await
    })?;
    Ok(own_time(rows))
}

/// How many answers of how many a meeting has.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct AnswerCount {
    /// The meeting.
    pub meeting_id: MeetingId,
    /// People who were asked.
    pub asked: i64,
    /// People who answered.
    pub answered: i64,
}

/// Answers by meeting, for a list.
pub async fn answer_counts(tx: &mut Tx, meetings: &[MeetingId]) -> Result<Vec<AnswerCount>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT meeting_id, COUNT(*) AS asked, COUNT(CASE WHEN answer <> 'open' THEN 1 END) AS answered
             FROM attendee WHERE removed_at IS NULL AND role <> 'informed' AND role <> 'chair' AND meeting_id",
        );
        push_in(&mut query, meetings.iter().copied());
        query.push(" GROUP BY meeting_id").build_query_as().fetch_all(c).await
    })?)
}

/// The meetings a person plans that are not over, by start; at most `limit`. For handing over what a leaver leaves.
pub async fn organized_by(tx: &mut Tx, who: PersonId, now: DateTime<Utc>, limit: i64) -> Result<Vec<MeetingId>> {
    Ok(on_conn!(tx, |c| sqlx::query_scalar(
        "SELECT id FROM meeting WHERE organizer_id = $1 AND status = 'confirmed' AND ends_at > $2
         ORDER BY starts_at, id LIMIT $3"
    )
    .bind(who)
    .bind(now)
    .bind(limit)
    .fetch_all(c)
    .await)?)
}

/// People's rows in meetings that still have an earlier address of theirs.
const OLD_ADDRESS: &str = " FROM attendee JOIN person ON person.id = attendee.person_id
        JOIN meeting ON meeting.id = attendee.meeting_id
     WHERE attendee.email <> person.email AND attendee.removed_at IS NULL AND meeting.status = 'confirmed'";

/// The meetings of a person that are not over and still have an earlier address of theirs, by start; at most `limit`.
pub async fn with_old_address(tx: &mut Tx, who: PersonId, now: DateTime<Utc>, limit: i64) -> Result<Vec<MeetingId>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT meeting.id");
        query.push(OLD_ADDRESS).push(" AND attendee.person_id = ").push_bind(who);
        query.push(" AND attendee.starts_at > ").push_bind(now - TimeDelta::minutes(i64::from(MAX_MINUTES)));
        query.push(" AND meeting.ends_at > ").push_bind(now);
        query.push(" ORDER BY attendee.starts_at, meeting.id LIMIT ").push_bind(limit);
        query.build_query_scalar().fetch_all(c).await
    })?)
}

/// People whose upcoming meetings have an earlier address of theirs; at most 20.
pub async fn people_with_old_address(tx: &mut Tx, now: DateTime<Utc>) -> Result<Vec<PersonId>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT DISTINCT attendee.person_id");
        query.push(OLD_ADDRESS);
        query.push(" AND attendee.starts_at > ").push_bind(now - TimeDelta::minutes(i64::from(MAX_MINUTES)));
        query.push(" AND meeting.ends_at > ").push_bind(now).push(" LIMIT 20");
        query.build_query_scalar().fetch_all(c).await
    })?)
}
