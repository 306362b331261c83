//! Thanks that are said in meetings.

use chrono::{DateTime, Utc};

use super::{Result, Tx, course::missed, in_list::push_in, on_conn, sight::Sight};
use crate::domain::ids::{AgendaItemId, MeetingId, PersonId, RecognitionId};

/// Thanks to somebody.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Recognition {
    /// Id.
    pub id: RecognitionId,
    /// Where it is said.
    pub meeting_id: MeetingId,
    /// In which point.
    pub item_id: AgendaItemId,
    /// Who is thanked.
    pub person_id: PersonId,
    /// What for.
    pub reason: String,
    /// The number behind it; may be empty.
    pub metric: String,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// By whom.
    pub created_by: Option<PersonId>,
}

/// Adds one.
pub async fn insert(tx: &mut Tx, r: &Recognition) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "INSERT INTO recognition (id, meeting_id, item_id, person_id, reason, metric, created_at, created_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
    )
    .bind(r.id)
    .bind(r.meeting_id)
    .bind(r.item_id)
    .bind(r.person_id)
    .bind(&r.reason)
    .bind(&r.metric)
    .bind(r.created_at)
    .bind(r.created_by)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

/// Takes one out of a point; whether it was there.
pub async fn delete(tx: &mut Tx, item: AgendaItemId, id: RecognitionId) -> Result<bool> {
    Ok(on_conn!(tx, |c| sqlx::query("DELETE FROM recognition WHERE id = $1 AND item_id = $2")
        .bind(id)
        .bind(item)
        .execute(c)
        .await
        .map(|done| done.rows_affected() == 1))?)
}

/// Those of a meeting in the order they were written; at most 400.
pub async fn of_meeting(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<Recognition>> {
    Ok(on_conn!(tx, |c| {
        sqlx::query_as("SELECT * FROM recognition WHERE meeting_id = $1 ORDER BY created_at, id LIMIT 400")
            .bind(meeting)
            .fetch_all(c)
            .await
    })?)
}

/// Thanks as the minutes of a meeting have them: who is thanked, what for, and the number behind it; at most 400.
pub async fn in_minutes(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<(String, String, String)>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT person.name, recognition.reason, recognition.metric FROM recognition
            JOIN person ON person.id = recognition.person_id JOIN agenda_item ON agenda_item.id = recognition.item_id
         WHERE recognition.meeting_id = $1 ORDER BY recognition.created_at, recognition.id LIMIT 400"
    )
    .bind(meeting)
    .fetch_all(c)
    .await)?)
}

/// Points that were taken out since and meetings that were called off do not count.
const SAID: &str = " FROM recognition JOIN meeting ON meeting.id = recognition.meeting_id
        JOIN agenda_item ON agenda_item.id = recognition.item_id
     WHERE meeting.status = 'confirmed'";

/// When each of these people was last thanked, or will be in a meeting that is planned. Who never was is missing.
pub async fn last_of(tx: &mut Tx, people: &[PersonId]) -> Result<Vec<(PersonId, DateTime<Utc>)>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT recognition.person_id, MAX(meeting.starts_at)");
        query.push(SAID).push(" AND recognition.person_id");
        push_in(&mut query, people.iter().copied());
        query.push(" GROUP BY recognition.person_id").build_query_as().fetch_all(c).await
    })?)
}

/// Thanks that were said, for a list.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Said {
    /// Who was thanked.
    pub name: String,
    /// What for.
    pub reason: String,
    /// The number behind it.
    pub metric: String,
    /// Where.
    pub meeting_id: MeetingId,
    /// Its title.
    pub title: String,
    /// When.
    pub starts_at: DateTime<Utc>,
    /// Whether the reader sees the meeting.
    pub seen: bool,
}

/// Thanks of meetings that have begun which the reader saw, and those to the reader; newest first.
pub async fn said(tx: &mut Tx, sight: &Sight, now: DateTime<Utc>, (limit, skip): (i64, i64)) -> Result<Vec<Said>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT person.name, recognition.reason, recognition.metric, recognition.meeting_id, meeting.title,
                meeting.starts_at, ",
        );
        sight.push(&mut query);
        query.push(" AS seen").push(SAID.replace(" WHERE", " JOIN person ON person.id = recognition.person_id WHERE"));
        query.push(" AND meeting.starts_at <= ").push_bind(now);
        query.push(" AND (recognition.person_id = ").push_bind(sight.me).push(" OR ");
        sight.push(&mut query);
        query.push(") ORDER BY meeting.starts_at DESC, recognition.id DESC LIMIT ").push_bind(limit);
        query.push(" OFFSET ").push_bind(skip).build_query_as().fetch_all(c).await
    })?)
}

/// How many customer meetings these people had since a moment, most first; who had none is missing.
pub async fn customer_meetings(
    tx: &mut Tx,
    people: &[PersonId],
    (since, until): (DateTime<Utc>, DateTime<Utc>),
) -> Result<Vec<(PersonId, i64)>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT attendee.person_id, COUNT(*) AS held FROM attendee JOIN meeting ON meeting.id = attendee.meeting_id
             WHERE attendee.removed_at IS NULL AND attendee.answer = 'yes' AND meeting.status = 'confirmed'
                AND meeting.purpose = 'customer' AND NOT ",
        );
        query.push(missed("meeting.id")).push(" AND attendee.starts_at >= ");
        query.push_bind(since).push(" AND meeting.ends_at <= ").push_bind(until).push(" AND attendee.person_id");
        push_in(&mut query, people.iter().copied());
        query.push(" GROUP BY attendee.person_id ORDER BY held DESC, attendee.person_id");
        query.build_query_as().fetch_all(c).await
    })?)
}
