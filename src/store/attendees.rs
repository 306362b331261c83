//! Writing those who are in meetings.

use chrono::{DateTime, Utc};

use super::{
    Result, Tx,
    in_list::push_in,
    meetings::{Attendee, FullMeeting},
    on_conn,
};
use crate::domain::ids::AttendeeId;

/// These rows, in whatever meeting they are.
pub async fn by_ids(tx: &mut Tx, ids: &[AttendeeId]) -> Result<Vec<Attendee>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT * FROM attendee WHERE id");
        push_in(&mut query, ids.iter().copied());
        query.push(" ORDER BY id").build_query_as().fetch_all(c).await
    })?)
}

/// Writes everybody in some meetings.
pub(super) async fn save(tx: &mut Tx, meetings: &[&FullMeeting]) -> Result<()> {
    // An address stands once in a meeting. Those who were taken out give theirs up, first of all, because somebody else
    // may come in with it: a guest who has become a colleague.
    let of = |full: &&FullMeeting| (full.meeting.starts_at, full.attendees.len());
    let starts = meetings.iter().map(of).flat_map(|(starts_at, count)| std::iter::repeat_n(starts_at, count));
    let everybody = meetings.iter().flat_map(|full| &full.attendees);
    let mut attendees: Vec<(&Attendee, DateTime<Utc>)> = everybody.zip(starts).collect();
    attendees.sort_by_key(|(a, _)| a.removed_at.is_none());
    let key = |a: &Attendee| if a.removed_at.is_some() { a.id.to_string() } else { a.email_key.clone() };
    // Points refer to attendees, so rows are updated in place, never replaced. 60 rows of 22 values stay below the
    // limits on bound values of both databases.
    for chunk in attendees.chunks(60) {
        on_conn!(tx, |c| {
            let mut query = sqlx::QueryBuilder::new(
                "INSERT INTO attendee (id, meeting_id, position, person_id, contact_id, name, email, email_key, role, why,
                    answer, answered_at, answer_made_at, comment, link_version, removed_at, starts_at,
                    first_item, last_item, stay_after, stay_minutes, wants_reminder) ",
            );
            query.push_values(chunk, |mut row, (a, starts_at)| {
                row.push_bind(a.id)
                    .push_bind(a.meeting_id)
                    .push_bind(a.position)
                    .push_bind(a.person_id)
                    .push_bind(a.contact_id)
                    .push_bind(&a.name)
                    .push_bind(&a.email)
                    .push_bind(key(a))
                    .push_bind(a.role)
                    .push_bind(&a.why)
                    .push_bind(a.answer)
                    .push_bind(a.answered_at)
                    .push_bind(a.answer_made_at)
                    .push_bind(&a.comment)
                    .push_bind(a.link_version)
                    .push_bind(a.removed_at)
                    .push_bind(*starts_at)
                    .push_bind(a.first_item)
                    .push_bind(a.last_item)
                    .push_bind(a.stay_after)
                    .push_bind(a.stay_minutes)
                    .push_bind(a.wants_reminder);
            });
            query.push(
                " ON CONFLICT (id) DO UPDATE SET position = excluded.position, name = excluded.name,
                    email = excluded.email, email_key = excluded.email_key, role = excluded.role, why = excluded.why,
                    answer = excluded.answer, answered_at = excluded.answered_at,
                    answer_made_at = excluded.answer_made_at, comment = excluded.comment,
                    link_version = excluded.link_version, removed_at = excluded.removed_at,
                    starts_at = excluded.starts_at, first_item = excluded.first_item, last_item = excluded.last_item,
                    stay_after = excluded.stay_after, stay_minutes = excluded.stay_minutes,
                    wants_reminder = excluded.wants_reminder",
            );
            query.build().execute(c).await.map(drop)
        })?;
    }
    Ok(())
}

/// Writes whether a customer's contact wants to be reminded.
pub async fn save_reminder_wish(tx: &mut Tx, id: AttendeeId, wanted: bool) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("UPDATE attendee SET wants_reminder = $2 WHERE id = $1")
        .bind(id)
        .bind(wanted)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}
