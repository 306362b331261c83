//! Written updates, and who got them. Rows are only ever added.

use chrono::{DateTime, NaiveDate, Utc};

use super::{Result, Tx, deliveries::Progress, on_conn};
use crate::domain::{
    ids::{ContactId, PersonId, UpdateId},
    meeting::{AttendeeRole, Purpose},
};

/// An update.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Update {
    /// Id.
    pub id: UpdateId,
    /// Who wrote it.
    pub author_id: PersonId,
    /// Title.
    pub title: String,
    /// What the meeting would have been for.
    pub purpose: Purpose,
    /// What people need to know, several lines; may be empty.
    pub body: String,
    /// The points; JSON.
    pub points: String,
    /// How long the meeting would have taken.
    pub minutes: i64,
    /// How many people got it.
    pub recipients: i64,
    /// Until when answers are asked for.
    pub answer_by: Option<NaiveDate>,
    /// When it was sent.
    pub sent_at: DateTime<Utc>,
}

/// Somebody who got it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Recipient {
    /// Which update.
    pub update_id: UpdateId,
    /// Number; the author would have 0.
    pub position: i64,
    /// The colleague, if it is one.
    pub person_id: Option<PersonId>,
    /// The customer's contact, if it is one.
    pub contact_id: Option<ContactId>,
    /// Name as it was.
    pub name: String,
    /// Address it went to.
    pub email: String,
    /// How they would have taken part.
    pub role: AttendeeRole,
    /// Of the mail in the outbox.
    pub message_id: String,
}

/// Puts an update on the record.
pub async fn insert(tx: &mut Tx, update: &Update, recipients: &[Recipient]) -> Result<()> {
    on_conn!(tx, |c| {
        sqlx::query(
        "INSERT INTO written_update (id, author_id, title, purpose, body, points, minutes, recipients, answer_by, sent_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
    )
    .bind(update.id)
    .bind(update.author_id)
    .bind(&update.title)
    .bind(update.purpose)
    .bind(&update.body)
    .bind(&update.points)
    .bind(update.minutes)
    .bind(update.recipients)
    .bind(update.answer_by)
    .bind(update.sent_at)
    .execute(c)
    .await
    .map(drop)
    })?;
    for chunk in recipients.chunks(100) {
        on_conn!(tx, |c| {
            let mut query = sqlx::QueryBuilder::new(
                "INSERT INTO written_recipient (update_id, position, person_id, contact_id, name, email, role,
                    message_id) ",
            );
            query.push_values(chunk, |mut row, r| {
                row.push_bind(r.update_id)
                    .push_bind(r.position)
                    .push_bind(r.person_id)
                    .push_bind(r.contact_id)
                    .push_bind(&r.name)
                    .push_bind(&r.email)
                    .push_bind(r.role)
                    .push_bind(&r.message_id);
            });
            query.build().execute(c).await.map(drop)
        })?;
    }
    Ok(())
}

/// One update.
pub async fn by_id(tx: &mut Tx, id: UpdateId) -> Result<Option<Update>> {
    Ok(on_conn!(tx, |c| sqlx::query_as("SELECT * FROM written_update WHERE id = $1").bind(id).fetch_optional(c).await)?)
}

/// Who got an update, in the order of the plan; at most 200, as many as a plan takes.
pub async fn recipients(tx: &mut Tx, id: UpdateId) -> Result<Vec<Recipient>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT * FROM written_recipient WHERE update_id = $1 ORDER BY position LIMIT 200"
    )
    .bind(id)
    .fetch_all(c)
    .await)?)
}

/// An update as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Entry {
    /// Id.
    pub id: UpdateId,
    /// Title.
    pub title: String,
    /// What the meeting would have been for.
    pub purpose: Purpose,
    /// Name of whoever wrote it.
    pub author: String,
    /// Until when answers are asked for.
    pub answer_by: Option<NaiveDate>,
    /// When it was sent.
    pub sent_at: DateTime<Utc>,
}

/// The updates that somebody wrote or got, newest first.
pub async fn of_person(tx: &mut Tx, who: PersonId, (limit, skip): (i64, i64)) -> Result<Vec<Entry>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT written_update.id, title, purpose, person.name AS author, answer_by, sent_at
         FROM written_update JOIN person ON person.id = author_id
         WHERE written_update.id IN (SELECT id FROM written_update WHERE author_id = $1
            UNION SELECT update_id FROM written_recipient WHERE person_id = $1)
         ORDER BY sent_at DESC, written_update.id LIMIT $2 OFFSET $3"
    )
    .bind(who)
    .bind(limit)
    .bind(skip)
    .fetch_all(c)
    .await)?)
}

/// How far the mail to one recipient has come.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Delivery {
    /// The recipient's number.
    pub position: i64,
    /// How far it has come.
    #[sqlx(flatten)]
    pub mail: Progress,
}

/// The mails of an update.
pub async fn deliveries(tx: &mut Tx, id: UpdateId) -> Result<Vec<Delivery>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT position, outbox.id, state, attempts, outbox.created_at, not_before, reply, done_at
         FROM written_recipient JOIN outbox ON outbox.message_id = written_recipient.message_id
         WHERE update_id = $1 ORDER BY position LIMIT 200"
    )
    .bind(id)
    .fetch_all(c)
    .await)?)
}
