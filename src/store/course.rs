//! How meetings went: begun, ended, point by point, and who was there.

use chrono::{DateTime, NaiveDate, Utc};

use super::{
    Result, Tx,
    in_list::push_in,
    meetings::{AgendaItem, Meeting},
    on_conn,
};
use crate::domain::{
    agenda::{ItemKind, Wanted},
    course::{Achieved, Fate, Leg, Outcome, Presence},
    ids::{AgendaItemId, AttendeeId, MeetingId, PersonId, PointId},
    minutes::State,
};

/// Whether a meeting, by the column of its id, is recorded as one that did not take place, or to which nobody came.
pub(super) fn missed(meeting: &str) -> String {
    format!(
        "EXISTS (SELECT 1 FROM course WHERE course.meeting_id = {meeting}
            AND course.outcome IN ('no_show', 'not_held'))"
    )
}

/// What a meeting leaves behind, without its points.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Course {
    /// The meeting.
    pub meeting_id: MeetingId,
    /// When it really began.
    pub began_at: Option<DateTime<Utc>>,
    /// When it really ended.
    pub ended_at: Option<DateTime<Utc>>,
    /// Whether it took place.
    pub outcome: Option<Outcome>,
    /// Whether it reached what it was for.
    pub achieved: Option<Achieved>,
    /// What came of it.
    pub result: String,
    /// What happens next.
    pub next_step: String,
    /// By which day.
    pub next_step_on: Option<NaiveDate>,
    /// Whether customers may read result and next step.
    pub shared: bool,
    /// The meeting that takes up what is left, where it was chosen.
    pub next_meeting: Option<MeetingId>,
    /// Where the minutes stand.
    pub state: State,
    /// How often they were closed.
    pub edition: i64,
    /// When they were last closed.
    pub closed_at: Option<DateTime<Utc>>,
    /// By whom.
    pub closed_by: Option<PersonId>,
    /// Rises with every change; 0 before the first.
    pub version: i64,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// Last change.
    pub updated_at: DateTime<Utc>,
}

impl Course {
    /// A meeting about which nothing is known yet.
    #[must_use]
    pub const fn of(meeting_id: MeetingId, now: DateTime<Utc>) -> Self {
        Self {
            meeting_id,
            began_at: None,
            ended_at: None,
            outcome: None,
            achieved: None,
            result: String::new(),
            next_step: String::new(),
            next_step_on: None,
            shared: false,
            next_meeting: None,
            state: State::Open,
            edition: 0,
            closed_at: None,
            closed_by: None,
            version: 0,
            created_at: now,
            updated_at: now,
        }
    }

    /// Whether it is under way.
    #[must_use]
    pub const fn runs(&self) -> bool {
        self.began_at.is_some() && self.ended_at.is_none()
    }
}

/// A point as the meeting went through it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct CoursePoint {
    /// Id.
    pub id: PointId,
    /// The meeting.
    pub meeting_id: MeetingId,
    /// Order.
    pub position: i64,
    /// The point of the agenda it was copied from.
    pub item_id: Option<AgendaItemId>,
    /// What it is about.
    pub kind: ItemKind,
    /// Title.
    pub title: String,
    /// Planned minutes.
    pub minutes: i64,
    /// Minutes added while it lasted.
    pub added: i64,
    /// Who leads it.
    pub owner_id: Option<AttendeeId>,
    /// What should come of it.
    pub wanted: Wanted,
    /// What became of it.
    pub fate: Fate,
    /// Start of its present or last stretch.
    pub began_at: Option<DateTime<Utc>>,
    /// End of its last stretch.
    pub ended_at: Option<DateTime<Utc>>,
    /// Seconds of the stretches that have ended.
    pub seconds: i64,
    /// What was said.
    pub notes: String,
    /// Whether customers may read it.
    pub shared: bool,
    /// Comes back every time.
    pub standing: bool,
    /// The point of an earlier meeting that came back.
    pub carried_from: Option<PointId>,
}

impl CoursePoint {
    /// A copy of a point of the agenda.
    #[must_use]
    pub fn of(id: PointId, item: &AgendaItem) -> Self {
        Self {
            id,
            meeting_id: item.meeting_id,
            position: item.position,
            item_id: Some(item.id),
            kind: item.kind,
            title: item.title.clone(),
            minutes: item.minutes,
            added: 0,
            owner_id: item.owner_id,
            wanted: item.wanted,
            fate: Fate::Ahead,
            began_at: None,
            ended_at: None,
            seconds: 0,
            notes: String::new(),
            shared: false,
            standing: false,
            carried_from: None,
        }
    }

    /// As the agenda has it by now; what is recorded stays.
    #[must_use]
    pub fn as_planned(self, item: &AgendaItem) -> Self {
        Self {
            item_id: Some(item.id),
            kind: item.kind,
            title: item.title.clone(),
            minutes: item.minutes,
            owner_id: item.owner_id,
            wanted: item.wanted,
            ..self
        }
    }

    /// The point as the clock sees it.
    #[must_use]
    pub fn leg(&self) -> Leg {
        let whole = |number: i64| u32::try_from(number).unwrap_or(0);
        Leg {
            id: self.id,
            minutes: whole(self.minutes),
            added: whole(self.added),
            fate: self.fate,
            began_at: self.began_at,
            ended_at: self.ended_at,
            seconds: whole(self.seconds),
        }
    }

    /// Takes over what the clock says.
    pub fn follow(&mut self, leg: &Leg) {
        self.added = i64::from(leg.added);
        self.fate = leg.fate;
        self.began_at = leg.began_at;
        self.ended_at = leg.ended_at;
        self.seconds = i64::from(leg.seconds);
    }
}

/// How a meeting went, if anything is known about it.
pub async fn by_meeting(tx: &mut Tx, meeting: MeetingId) -> Result<Option<Course>> {
    Ok(on_conn!(tx, |c| {
        sqlx::query_as("SELECT * FROM course WHERE meeting_id = $1").bind(meeting).fetch_optional(c).await
    })?)
}

/// Writes it if its version is still the one before; tells whether it was. Callers hold the meeting's lock.
pub async fn save(tx: &mut Tx, course: &Course) -> Result<bool> {
    let rows = on_conn!(tx, |c| {
        sqlx::query(
        "INSERT INTO course (meeting_id, began_at, ended_at, outcome, achieved, result, next_step, next_step_on, shared,
            next_meeting, state, edition, closed_at, closed_by, version, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
         ON CONFLICT (meeting_id) DO UPDATE SET began_at = excluded.began_at, ended_at = excluded.ended_at,
            outcome = excluded.outcome, achieved = excluded.achieved, result = excluded.result,
            next_step = excluded.next_step, next_step_on = excluded.next_step_on, shared = excluded.shared,
            next_meeting = excluded.next_meeting, state = excluded.state, edition = excluded.edition,
            closed_at = excluded.closed_at, closed_by = excluded.closed_by, version = excluded.version,
            updated_at = excluded.updated_at
         WHERE course.version = excluded.version - 1"
    )
    .bind(course.meeting_id)
    .bind(course.began_at)
    .bind(course.ended_at)
    .bind(course.outcome)
    .bind(course.achieved)
    .bind(&course.result)
    .bind(&course.next_step)
    .bind(course.next_step_on)
    .bind(course.shared)
    .bind(course.next_meeting)
    .bind(course.state)
    .bind(course.edition)
    .bind(course.closed_at)
    .bind(course.closed_by)
    .bind(course.version)
    .bind(course.created_at)
    .bind(course.updated_at)
    .execute(c)
    .await
    .map(|done| done.rows_affected())
    })?;
    Ok(rows == 1)
}

const POINT: &str = "id, meeting_id, position, item_id, kind, title, minutes, added, owner_id, wanted, fate, began_at,
    ended_at, seconds, notes, shared, standing, carried_from";

/// The points of a meeting in order; at most 100.
pub async fn points(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<CoursePoint>> {
    let statement = format!("SELECT {POINT} FROM course_point WHERE meeting_id = $1 ORDER BY position, id LIMIT 100");
    Ok(on_conn!(tx, |c| sqlx::query_as(sqlx::AssertSqlSafe(statement)).bind(meeting).fetch_all(c).await)?)
}

/// Writes points, new ones and known ones. Those that are not under discussion go first: only one may be.
pub async fn save_points(tx: &mut Tx, points: &[CoursePoint]) -> Result<()> {
    let mut ordered: Vec<&CoursePoint> = points.iter().collect();
    ordered.sort_by_key(|point| point.fate == Fate::Now);
    for chunk in ordered.chunks(50) {
        on_conn!(tx, |c| {
            let mut query = sqlx::QueryBuilder::new(format!("INSERT INTO course_point ({POINT}, search_key) "));
            query.push_values(chunk, |mut row, p| {
                row.push_bind(p.id)
                    .push_bind(p.meeting_id)
                    .push_bind(p.position)
                    .push_bind(p.item_id)
                    .push_bind(p.kind)
                    .push_bind(&p.title)
                    .push_bind(p.minutes)
                    .push_bind(p.added)
                    .push_bind(p.owner_id)
                    .push_bind(p.wanted)
                    .push_bind(p.fate)
                    .push_bind(p.began_at)
                    .push_bind(p.ended_at)
                    .push_bind(p.seconds)
                    .push_bind(&p.notes)
                    .push_bind(p.shared)
                    .push_bind(p.standing)
                    .push_bind(p.carried_from)
                    .push_bind(format!("{}\n{}", p.title, p.notes).to_lowercase());
            });
            query.push(
                " ON CONFLICT (id) DO UPDATE SET position = excluded.position, item_id = excluded.item_id,
                    kind = excluded.kind, title = excluded.title, minutes = excluded.minutes,
                    owner_id = excluded.owner_id, wanted = excluded.wanted, added = excluded.added, fate = excluded.fate,
                    began_at = excluded.began_at, ended_at = excluded.ended_at, seconds = excluded.seconds,
                    notes = excluded.notes, shared = excluded.shared, standing = excluded.standing,
                    search_key = excluded.search_key",
            );
            query.build().execute(c).await.map(drop)
        })?;
    }
    Ok(())
}

/// Removes points of a meeting that nobody has begun or written about.
pub async fn remove_points(tx: &mut Tx, meeting: MeetingId, ids: &[PointId]) -> Result<()> {
    if ids.is_empty() {
        return Ok(());
    }
    on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("DELETE FROM course_point WHERE meeting_id = ");
        query.push_bind(meeting).push(" AND id");
        super::in_list::push_in(&mut query, ids.iter().copied());
        query.build().execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Which of these meetings have begun, as far as their pages know, and not ended.
pub async fn under_way(tx: &mut Tx, meetings: &[MeetingId]) -> Result<Vec<MeetingId>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT meeting_id FROM course WHERE ended_at IS NULL AND meeting_id");
        super::in_list::push_in(&mut query, meetings.iter().copied());
        query.build_query_scalar().persistent(false).fetch_all(c).await
    })?)
}

/// Who was there, as far as it is said.
pub async fn presence(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<(AttendeeId, Presence)>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT attendee_id, presence FROM attendance WHERE meeting_id = $1 ORDER BY attendee_id LIMIT 400"
    )
    .bind(meeting)
    .fetch_all(c)
    .await)?)
}

/// Writes who was there, in place of what was said before.
pub async fn save_presence(
    tx: &mut Tx,
    meeting: MeetingId,
    presence: &[(AttendeeId, Presence)],
    now: DateTime<Utc>,
) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("DELETE FROM attendance WHERE meeting_id = $1")
        .bind(meeting)
        .execute(c)
        .await
        .map(drop))?;
    if presence.is_empty() {
        return Ok(());
    }
    on_conn!(tx, |c| {
        let mut query =
            sqlx::QueryBuilder::new("INSERT INTO attendance (attendee_id, meeting_id, presence, noted_at) ");
        query.push_values(presence, |mut row, (attendee, presence)| {
            row.push_bind(*attendee).push_bind(meeting).push_bind(*presence).push_bind(now);
        });
        query.build().execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Notes that a meeting was planned as a copy of another.
pub async fn save_copy(tx: &mut Tx, meeting: MeetingId, from: MeetingId) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "INSERT INTO meeting_copy (meeting_id, from_id) VALUES ($1, $2) ON CONFLICT (meeting_id) DO NOTHING"
    )
    .bind(meeting)
    .bind(from)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

/// The last date before this one of its series, or of those that it went on from.
async fn previous_date(tx: &mut Tx, m: &Meeting) -> Result<Vec<MeetingId>> {
    let Some(series) = m.series_id else { return Ok(Vec::new()) };
    let line = super::series::lineage(tx, series).await?;
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT meeting.id FROM meeting JOIN course ON course.meeting_id = meeting.id
             WHERE meeting.status = 'confirmed' AND meeting.starts_at < ",
        );
        query.push_bind(m.starts_at).push(" AND (course.next_meeting IS NULL OR course.next_meeting = ");
        query.push_bind(m.id).push(") AND meeting.series_id");
        push_in(&mut query, line);
        query.push(" ORDER BY meeting.starts_at DESC, meeting.id LIMIT 1");
        query.build_query_scalar().fetch_all(c).await
    })?)
}

/// The meetings whose rest this one takes up: the last date of its series before it about which something is known and which
/// names no other, and those that name this one, or that it is a copy of and that name none, newest first; at most 10.
pub async fn previous_of(tx: &mut Tx, m: &Meeting) -> Result<Vec<MeetingId>> {
    let mut previous = previous_date(tx, m).await?;
    let named: Vec<MeetingId> = on_conn!(tx, |c| sqlx::query_scalar(
        "SELECT id FROM (
            SELECT meeting.id, meeting.starts_at FROM course JOIN meeting ON meeting.id = course.meeting_id
            WHERE course.next_meeting = $1
            UNION
            SELECT meeting.id, meeting.starts_at FROM meeting_copy
                JOIN course ON course.meeting_id = meeting_copy.from_id AND course.next_meeting IS NULL
                JOIN meeting ON meeting.id = meeting_copy.from_id
            WHERE meeting_copy.meeting_id = $1 AND meeting.starts_at < $2 AND meeting.status = 'confirmed') AS before
         ORDER BY starts_at DESC, id LIMIT 9"
    )
    .bind(m.id)
    .bind(m.starts_at)
    .fetch_all(c)
    .await)?;
    let others: Vec<MeetingId> = named.into_iter().filter(|id| !previous.contains(id)).collect();
    previous.extend(others);
    Ok(previous)
}

/// The next date of the series of a meeting, or of those that go on from it.
pub async fn next_in_line(tx: &mut Tx, m: &Meeting) -> Result<Option<MeetingId>> {
    let Some(series) = m.series_id else { return Ok(None) };
    let line = super::series::line_ahead(tx, series).await?;
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT id FROM meeting WHERE status = 'confirmed' AND starts_at > ");
        query.push_bind(m.starts_at).push(" AND series_id");
        push_in(&mut query, line);
        query.push(" ORDER BY starts_at, id LIMIT 1");
        query.build_query_scalar().fetch_optional(c).await
    })?)
}

/// The next date of the series of a meeting.
pub async fn next_date(tx: &mut Tx, m: &Meeting) -> Result<Option<MeetingId>> {
    let Some(series) = m.series_id else { return Ok(None) };
    Ok(on_conn!(tx, |c| sqlx::query_scalar(
        "SELECT id FROM meeting WHERE series_id = $1 AND starts_at > $2 AND status = 'confirmed'
         ORDER BY starts_at, id LIMIT 1"
    )
    .bind(series)
    .bind(m.starts_at)
    .fetch_optional(c)
    .await)?)
}

/// Meetings of an organizer that could take up what is left: those after a moment, soonest first; at most 30.
pub async fn could_follow(
    tx: &mut Tx,
    (organizer, not): (PersonId, MeetingId),
    after: DateTime<Utc>,
) -> Result<Vec<(MeetingId, String, DateTime<Utc>)>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT id, title, starts_at FROM meeting WHERE organizer_id = $1 AND starts_at > $2 AND status = 'confirmed'
            AND id <> $3 ORDER BY starts_at, id LIMIT 30"
    )
    .bind(organizer)
    .bind(after)
    .bind(not)
    .fetch_all(c)
    .await)?)
}

/// Whether the minutes of a meeting are closed.
pub async fn is_closed(tx: &mut Tx, meeting: MeetingId) -> Result<bool> {
    Ok(by_meeting(tx, meeting).await?.is_some_and(|course| course.state == State::Closed))
}
