//! Points that come back in a later meeting, and what was said about each.

use chrono::{DateTime, Utc};

use super::{Result, Tx, in_list::push_in, on_conn};
use crate::domain::{
    agenda::{ItemKind, Wanted},
    course::{Fate, carry::Choice},
    ids::{AttendeeId, MeetingId, PersonId, PointId},
};

/// A point of an earlier meeting that may come back.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Earlier {
    /// The point.
    pub id: PointId,
    /// Its meeting.
    pub meeting_id: MeetingId,
    /// What it is about.
    pub kind: ItemKind,
    /// Title.
    pub title: String,
    /// Planned minutes.
    pub minutes: i64,
    /// Who led it.
    pub owner_id: Option<AttendeeId>,
    /// That person, as a colleague.
    pub owner_person: Option<PersonId>,
    /// What should come of it.
    pub wanted: Wanted,
    /// What became of it.
    pub fate: Fate,
    /// Comes back every time.
    pub standing: bool,
    /// Whether something that came of it is still to be done.
    pub open_action: bool,
    /// Whether it was left out of the earlier meeting.
    pub skipped: bool,
    /// What was said about it for the meeting that is asked about.
    pub choice: Option<Choice>,
}

/// The points of earlier meetings, and those that were left out of these, with what was said about them for a meeting after
/// them; at most 400. Callers bound the list of meetings.
pub async fn earlier(tx: &mut Tx, previous: &[MeetingId], meeting: MeetingId) -> Result<Vec<Earlier>> {
    if previous.is_empty() {
        return Ok(Vec::new());
    }
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT course_point.id, course_point.meeting_id, kind, title, minutes, owner_id,
                attendee.person_id AS owner_person, wanted, fate, standing,
                EXISTS (SELECT 1 FROM action_item WHERE action_item.meeting_id = course_point.meeting_id
                    AND action_item.point_id = course_point.id AND state = 'open') AS open_action,
                EXISTS (SELECT 1 FROM carry_over AS left_out WHERE left_out.point_id = course_point.id
                    AND left_out.choice = 'skip' AND left_out.meeting_id",
        );
        push_in(&mut query, previous.iter().copied());
        query.push(
            ") AS skipped, chosen.choice
             FROM course_point LEFT JOIN attendee ON attendee.id = owner_id
                LEFT JOIN carry_over AS chosen ON chosen.point_id = course_point.id AND chosen.meeting_id = ",
        );
        query.push_bind(meeting).push(" WHERE course_point.id IN (SELECT id FROM course_point WHERE meeting_id");
        push_in(&mut query, previous.iter().copied());
        query.push(" UNION SELECT point_id FROM carry_over WHERE choice = 'skip' AND meeting_id");
        push_in(&mut query, previous.iter().copied());
        query.push(") ORDER BY skipped DESC, course_point.position, course_point.id LIMIT 400");
        query.build_query_as().fetch_all(c).await
    })?)
}

/// Writes what somebody said about a point, in place of what was said before.
pub async fn choose(
    tx: &mut Tx,
    (point, meeting): (PointId, MeetingId),
    choice: Choice,
    (by, now): (PersonId, DateTime<Utc>),
) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "INSERT INTO carry_over (point_id, meeting_id, choice, chosen_by, chosen_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (point_id, meeting_id) DO UPDATE SET choice = excluded.choice, chosen_by = excluded.chosen_by,
            chosen_at = excluded.chosen_at"
    )
    .bind(point)
    .bind(meeting)
    .bind(choice)
    .bind(by)
    .bind(now)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}
