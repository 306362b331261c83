//! Which mails people want without asking for each.

use chrono::{DateTime, Utc};

use super::{Result, Tx, on_conn};
use crate::domain::{
    ids::PersonId,
    mail_wishes::{AnswerMails, MailWishes, Summary},
    reminders::Wish,
};

#[derive(sqlx::FromRow)]
struct Row {
    digest: bool,
    daily: bool,
    answers: AnswerMails,
    reminders: Wish,
}

/// What somebody has chosen; the usual for whoever has said nothing.
pub async fn read(tx: &mut Tx, person: PersonId) -> Result<MailWishes> {
    let row: Option<Row> = on_conn!(tx, |c| sqlx::query_as(
        "SELECT digest, daily, answers, reminders FROM person_time WHERE person_id = $1"
    )
    .bind(person)
    .fetch_optional(c)
    .await)?;
    Ok(row.map_or_else(MailWishes::default, |row| MailWishes {
        summary: match (row.digest, row.daily) {
            (false, _) => Summary::Never,
            (true, false) => Summary::Weekly,
            (true, true) => Summary::Daily,
        },
        answers: row.answers,
        reminders: row.reminders,
    }))
}

/// Replaces what somebody has chosen; the rest of the row stays. Answers are told from now on where they were not before.
pub async fn save(tx: &mut Tx, person: PersonId, wishes: MailWishes, now: DateTime<Utc>) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "INSERT INTO person_time (person_id, selling, digest, daily, answers, answers_told_at, reminders, updated_at)
         VALUES ($1, '[]', $2, $3, $4, $6, $5, $6)
         ON CONFLICT (person_id) DO UPDATE SET digest = excluded.digest, daily = excluded.daily,
            answers_told_at = CASE WHEN person_time.answers = excluded.answers THEN person_time.answers_told_at
                ELSE excluded.answers_told_at END,
            answers = excluded.answers, reminders = excluded.reminders, updated_at = excluded.updated_at"
    )
    .bind(person)
    .bind(wishes.summary != Summary::Never)
    .bind(wishes.summary == Summary::Daily)
    .bind(wishes.answers)
    .bind(wishes.reminders)
    .bind(now)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}
