//! The log of what meetings decided, agreed and talked about, as far as somebody sees it.

use chrono::{DateTime, Utc};

use super::{Result, Tx, in_list::push_in, on_conn};
use crate::domain::ids::{MeetingId, PersonId};

/// What to look through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// Decisions.
    Decisions,
    /// Actions.
    Actions,
    /// Points and what was said about them.
    Points,
}

/// What to look for.
#[derive(Debug, Clone, Copy)]
pub struct Query<'a> {
    /// What to look through.
    pub of: Of,
    /// Meetings that at least one of these people is in; `None` for all meetings.
    pub people: Option<&'a [PersonId]>,
    /// A part of the text in any case; empty for all.
    pub text: &'a str,
    /// Nothing older.
    pub since: DateTime<Utc>,
    /// How many to leave out, for paging.
    pub skip: i64,
    /// Most that are listed.
    pub limit: i64,
}

/// A line of the log.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Line {
    /// The words; title and notes of a point.
    pub body: String,
    /// When it was written; of a point, when its meeting began.
    pub at: DateTime<Utc>,
    /// The meeting.
    pub meeting_id: MeetingId,
    /// Its title.
    pub title: String,
    /// Who does it, of an action.
    pub owner: Option<String>,
}

const DECISIONS: &str = "SELECT body, decided_at AS at, meeting.id AS meeting_id, meeting.title, NULL AS owner
     FROM decision AS found JOIN meeting ON meeting.id = found.meeting_id WHERE decided_at >= ";
const ACTIONS: &str = "SELECT body, written_at AS at, meeting.id AS meeting_id, meeting.title, attendee.name AS owner
     FROM action_item AS found JOIN meeting ON meeting.id = found.meeting_id
        LEFT JOIN attendee ON attendee.id = found.attendee_id WHERE written_at >= ";
const POINTS: &str =
    "SELECT CASE WHEN found.notes = '' THEN found.title ELSE found.title || ': ' || found.notes END AS body,
        meeting.starts_at AS at, meeting.id AS meeting_id, meeting.title, NULL AS owner
     FROM course_point AS found JOIN meeting ON meeting.id = found.meeting_id WHERE meeting.starts_at >= ";

/// A page of the log, newest first.
pub async fn page(tx: &mut Tx, query: Query<'_>) -> Result<Vec<Line>> {
    let Query { of, people, text, since, skip, limit } = query;
    let (select, order) = match of {
        Of::Decisions => (DECISIONS, "decided_at DESC, found.id DESC"),
        Of::Actions => (ACTIONS, "written_at DESC, found.id DESC"),
        Of::Points => (POINTS, "meeting.starts_at DESC, meeting.id DESC, found.position"),
    };
    let pattern = format!("%{}%", text.to_lowercase().replace(['%', '_', '\\'], " "));
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(select);
        query.push_bind(since).push(" AND meeting.status = 'confirmed'");
        if !text.is_empty() {
            query.push(" AND found.search_key LIKE ").push_bind(&pattern);
        }
        if let Some(people) = people {
            query.push(
                " AND EXISTS (SELECT 1 FROM attendee AS seen WHERE seen.meeting_id = meeting.id
                    AND seen.removed_at IS NULL AND seen.person_id",
            );
            push_in(&mut query, people.iter().copied());
            query.push(")");
        }
        query.push(format!(" ORDER BY {order} LIMIT ")).push_bind(limit).push(" OFFSET ").push_bind(skip);
        query.build_query_as().fetch_all(c).await
    })?)
}
