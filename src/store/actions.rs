//! What people are to do, as meetings agreed.

use chrono::{DateTime, NaiveDate, Utc};

use super::{Result, Tx, in_list::push_in, on_conn};
use crate::domain::{
    ids::{ActionId, AttendeeId, MeetingId, PersonId, PointId},
    load::digest::DueAction,
    minutes::ActionState,
};

/// An action.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Action {
    /// Id.
    pub id: ActionId,
    /// Of which meeting.
    pub meeting_id: MeetingId,
    /// The point it came of.
    pub point_id: Option<PointId>,
    /// What is to be done.
    pub body: String,
    /// Who does it.
    pub attendee_id: Option<AttendeeId>,
    /// That person, when it is a colleague.
    pub person_id: Option<PersonId>,
    /// By which day.
    pub due_on: Option<NaiveDate>,
    /// Where it stands.
    pub state: ActionState,
    /// Whether customers may read it.
    pub shared: bool,
    /// Who wrote it down.
    pub written_by: PersonId,
    /// When.
    pub written_at: DateTime<Utc>,
    /// When it was done or dropped.
    pub ended_at: Option<DateTime<Utc>>,
    /// By whom.
    pub ended_by: Option<PersonId>,
}

const COLUMNS: &str =
    "action_item.id, action_item.meeting_id, point_id, body, attendee_id, action_item.person_id, due_on,
    state, shared, written_by, written_at, ended_at, ended_by";

/// The actions of a meeting, oldest first.
pub async fn of_meeting(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<Action>> {
    let statement = format!(
        "SELECT {COLUMNS} FROM action_item WHERE meeting_id = $1 ORDER BY written_at, action_item.id LIMIT 200"
    );
    Ok(on_conn!(tx, |c| sqlx::query_as(sqlx::AssertSqlSafe(statement)).bind(meeting).fetch_all(c).await)?)
}

/// One action.
pub async fn by_id(tx: &mut Tx, id: ActionId) -> Result<Option<Action>> {
    let statement = format!("SELECT {COLUMNS} FROM action_item WHERE id = $1");
    Ok(on_conn!(tx, |c| sqlx::query_as(sqlx::AssertSqlSafe(statement)).bind(id).fetch_optional(c).await)?)
}

/// An action with what a list says about it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Listed {
    /// The action.
    #[sqlx(flatten)]
    pub action: Action,
    /// Title of the meeting.
    pub title: String,
    /// Its start.
    pub starts_at: DateTime<Utc>,
    /// Who does it.
    pub owner: Option<String>,
}

const LISTED: &str = ", meeting.title, meeting.starts_at, attendee.name AS owner
     FROM action_item JOIN meeting ON meeting.id = action_item.meeting_id
        LEFT JOIN attendee ON attendee.id = attendee_id";

/// The open actions of these people, the most urgent first; at most 200.
pub async fn open_of(tx: &mut Tx, people: &[PersonId]) -> Result<Vec<Listed>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(format!("SELECT {COLUMNS}{LISTED} WHERE state = 'open'"));
        query.push(" AND action_item.person_id");
        push_in(&mut query, people.iter().copied());
        query.push(" ORDER BY due_on IS NULL, due_on, written_at, action_item.id LIMIT 200");
        query.build_query_as().fetch_all(c).await
    })?)
}

/// Actions of these people that were done or dropped since a moment, newest first; at most 50.
pub async fn ended_of(tx: &mut Tx, people: &[PersonId], since: DateTime<Utc>) -> Result<Vec<Listed>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(format!("SELECT {COLUMNS}{LISTED} WHERE state <> 'open'"));
        query.push(" AND action_item.ended_at >= ").push_bind(since).push(" AND action_item.person_id");
        push_in(&mut query, people.iter().copied());
        query.push(" ORDER BY action_item.ended_at DESC, action_item.id LIMIT 50");
        query.build_query_as().fetch_all(c).await
    })?)
}

/// What is still to be done of the meetings that one follows, and of their whole series before it; at most 50. Callers bound
/// the list of meetings.
pub async fn open_before(tx: &mut Tx, previous: &[MeetingId], before: DateTime<Utc>) -> Result<Vec<Listed>> {
    if previous.is_empty() {
        return Ok(Vec::new());
    }
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(format!("SELECT {COLUMNS}{LISTED} WHERE state = 'open'"));
        query.push(" AND meeting.starts_at < ").push_bind(before);
        query.push(" AND action_item.meeting_id IN (SELECT id FROM meeting AS named WHERE id");
        push_in(&mut query, previous.iter().copied());
        query.push(
            " UNION SELECT dates.id FROM meeting AS dates WHERE dates.series_id IN (SELECT series_id FROM meeting AS one
                WHERE one.series_id IS NOT NULL AND one.id",
        );
        push_in(&mut query, previous.iter().copied());
        query.push(")) ORDER BY due_on IS NULL, due_on, written_at, action_item.id LIMIT 50");
        query.build_query_as().fetch_all(c).await
    })?)
}

/// Writes actions, new ones and known ones.
pub async fn save(tx: &mut Tx, actions: &[Action]) -> Result<()> {
    for chunk in actions.chunks(50) {
        on_conn!(tx, |c| {
            let mut query = sqlx::QueryBuilder::new(
                "INSERT INTO action_item (id, meeting_id, point_id, body, search_key, attendee_id, person_id, due_on, state,
                    shared, written_by, written_at, ended_at, ended_by) ",
            );
            query.push_values(chunk, |mut row, a| {
                row.push_bind(a.id)
                    .push_bind(a.meeting_id)
                    .push_bind(a.point_id)
                    .push_bind(&a.body)
                    .push_bind(a.body.to_lowercase())
                    .push_bind(a.attendee_id)
                    .push_bind(a.person_id)
                    .push_bind(a.due_on)
                    .push_bind(a.state)
                    .push_bind(a.shared)
                    .push_bind(a.written_by)
                    .push_bind(a.written_at)
                    .push_bind(a.ended_at)
                    .push_bind(a.ended_by);
            });
            query.push(
                " ON CONFLICT (id) DO UPDATE SET body = excluded.body, search_key = excluded.search_key,
                    attendee_id = excluded.attendee_id, person_id = excluded.person_id, due_on = excluded.due_on,
                    state = excluded.state, shared = excluded.shared, ended_at = excluded.ended_at,
                    ended_by = excluded.ended_by",
            );
            query.build().execute(c).await.map(drop)
        })?;
    }
    Ok(())
}

/// Removes actions of a meeting.
pub async fn remove(tx: &mut Tx, meeting: MeetingId, ids: &[ActionId]) -> Result<()> {
    if ids.is_empty() {
        return Ok(());
    }
    on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("DELETE FROM action_item WHERE meeting_id = ");
        query.push_bind(meeting).push(" AND id");
        push_in(&mut query, ids.iter().copied());
        query.build().execute(c).await.map(drop)
    })?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct DueRow {
    person_id: PersonId,
    body: String,
    due_on: NaiveDate,
    title: String,
}

/// The open actions of these people that are due by a day, the most urgent first; at most ten of each.
pub async fn due(tx: &mut Tx, people: &[PersonId], until: NaiveDate) -> Result<Vec<(PersonId, DueAction)>> {
    let rows: Vec<DueRow> = on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT person_id, body, due_on, title FROM (
                SELECT action_item.person_id, body, due_on, meeting.title,
                    ROW_NUMBER() OVER (PARTITION BY action_item.person_id ORDER BY due_on, action_item.id) AS place
                FROM action_item JOIN meeting ON meeting.id = action_item.meeting_id
                WHERE state = 'open' AND due_on <= ",
        );
        query.push_bind(until).push(" AND action_item.person_id");
        push_in(&mut query, people.iter().copied());
        query.push(") AS due WHERE place <= 10 ORDER BY person_id, place");
        query.build_query_as().fetch_all(c).await
    })?;
    let due = |row: DueRow| {
        let DueRow { person_id, body, due_on, title } = row;
        (person_id, DueAction { body, due_on, title })
    };
    Ok(rows.into_iter().map(due).collect())
}
