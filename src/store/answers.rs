//! What organizers have not been told yet of the answers to their meetings.

use chrono::{DateTime, Utc};

use super::{Result, Tx, in_list::push_in, on_conn};
use crate::domain::{
    ids::PersonId,
    load::digest::{Answered, Answers},
    mail_wishes::AnswerMails,
    meeting::Answer,
};

/// Most answers to one organizer that are read at a time; further ones are counted.
const MOST_EACH: i64 = 30;

/// Whom is asked about, and which answers count.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// Organizers.
    pub people: &'a [PersonId],
    /// Only those who want answers so.
    pub by: AnswerMails,
    /// From when on, for those who were never told any; otherwise it is from the last time.
    pub since: DateTime<Utc>,
    /// Up to when, so that no answer that is being written at this moment is missed.
    pub until: DateTime<Utc>,
}

#[derive(sqlx::FromRow)]
struct Row {
    organizer_id: PersonId,
    title: String,
    starts_at: DateTime<Utc>,
    name: String,
    answer: Answer,
    comment: String,
    place: i64,
    total: i64,
}

/// An answer that has come in since its organizer was last told of any, to a meeting that is not over.
const NEWS: &str = "FROM attendee JOIN meeting ON meeting.id = attendee.meeting_id
    JOIN person ON person.id = meeting.organizer_id
    LEFT JOIN person_time ON person_time.person_id = meeting.organizer_id
    WHERE meeting.status = 'confirmed' AND attendee.removed_at IS NULL AND attendee.answer <> 'open'
        AND (attendee.person_id IS NULL OR attendee.person_id <> meeting.organizer_id)
        AND person.state = 'active' AND COALESCE(person_time.answers, 'summary') = ";

/// The answers that these organizers were not told of, by meeting; organizers without any are left out.
pub async fn untold(tx: &mut Tx, asked: Asked<'_>) -> Result<Vec<(PersonId, Answers)>> {
    let rows: Vec<Row> = on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(format!(
            "SELECT * FROM (SELECT meeting.organizer_id, meeting.title, meeting.starts_at, attendee.name, attendee.answer,
                attendee.comment, COUNT(*) OVER (PARTITION BY meeting.organizer_id) AS total,
                ROW_NUMBER() OVER (PARTITION BY meeting.organizer_id
                    ORDER BY meeting.starts_at, meeting.id, attendee.answered_at, attendee.id) AS place {NEWS}"
        ));
        query.push_bind(asked.by).push(" AND meeting.ends_at > ").push_bind(asked.until);
        query.push(" AND attendee.answered_at <= ").push_bind(asked.until);
        query.push(" AND attendee.answered_at > COALESCE(person_time.answers_told_at, ").push_bind(asked.since);
        query.push(") AND meeting.organizer_id");
        push_in(&mut query, asked.people.iter().copied());
        query.push(") AS news WHERE place <= ").push_bind(MOST_EACH).push(" ORDER BY organizer_id, place");
        query.build_query_as().fetch_all(c).await
    })?;
    Ok(by_organizer(rows))
}

fn by_organizer(rows: Vec<Row>) -> Vec<(PersonId, Answers)> {
    let mut all: Vec<(PersonId, Answers)> = Vec::new();
    for row in rows {
        let more = u32::try_from(row.total - row.place).unwrap_or(0);
        let answered = Answered {
            title: row.title,
            starts_at: row.starts_at,
            by: row.name,
            answer: row.answer,
            comment: row.comment,
        };
        match all.last_mut().filter(|(organizer, _)| *organizer == row.organizer_id) {
            Some((_, answers)) => {
                answers.told.push(answered);
                answers.more = more;
            }
            None => all.push((row.organizer_id, Answers { told: vec![answered], more })),
        }
    }
    all
}

/// Organizers who want each answer at once and have not been told of some since `since`, in the order of their ids.
pub async fn waiting(tx: &mut Tx, (since, until): (DateTime<Utc>, DateTime<Utc>), limit: i64) -> Result<Vec<PersonId>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(format!("SELECT DISTINCT meeting.organizer_id {NEWS}"));
        query.push_bind(AnswerMails::AtOnce).push(" AND meeting.ends_at > ").push_bind(until);
        query.push(" AND attendee.answered_at > ").push_bind(since);
        query.push(" AND attendee.answered_at <= ").push_bind(until);
        query.push(" AND attendee.answered_at > person_time.answers_told_at ORDER BY meeting.organizer_id LIMIT ");
        query.push_bind(limit);
        query.build_query_scalar().fetch_all(c).await
    })?)
}

/// Locks what is noted about these organizers until the transaction ends (PostgreSQL), in the order of their ids, so that
/// one worker at a time tells them of answers.
pub async fn lock(tx: &mut Tx, people: &[PersonId]) -> Result<()> {
    if let Tx::Postgres(tx) = tx {
        let mut query = sqlx::QueryBuilder::new("SELECT person_id FROM person_time WHERE person_id");
        push_in(&mut query, people.iter().copied());
        query.push(" ORDER BY person_id FOR NO KEY UPDATE").build().fetch_all(&mut **tx).await?;
    }
    Ok(())
}

/// Notes that these organizers were told of all answers up to a moment, as far as they want them so.
pub async fn told(tx: &mut Tx, (people, by): (&[PersonId], AnswerMails), until: DateTime<Utc>) -> Result<()> {
    on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("UPDATE person_time SET answers_told_at = ");
        query.push_bind(until).push(" WHERE answers = ").push_bind(by).push(" AND person_id");
        push_in(&mut query, people.iter().copied());
        query.build().execute(c).await.map(drop)
    })?;
    Ok(())
}
