//! Mails that came in and what became of them.

use chrono::{DateTime, Utc};

use serde::{Deserialize, Serialize};
use sqlx::types::Json;

use super::{Result, Tx, in_list::push_in, meetings::Meeting, on_conn};
use crate::domain::{
    ids::{AttendeeId, InboundMailId, MeetingId, PersonId, SeriesId},
    meeting::Answer,
    replies::{Method, Outcome},
};

/// A mail that came in. Its bytes are not kept.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct InboundMail {
    /// Id.
    pub id: InboundMailId,
    /// Message-ID, or a hash where there is none.
    pub mail_key: String,
    /// The address in From, or empty.
    pub sender: String,
    /// What became of it.
    pub outcome: Outcome,
    /// Whether our own mail server proved the sender.
    pub proven: bool,
    /// What it asked for, if it is about a meeting.
    pub method: Option<Method>,
    /// The meeting.
    pub meeting_id: Option<MeetingId>,
    /// Whose answer it is.
    pub attendee_id: Option<AttendeeId>,
    /// The answer.
    pub answer: Option<Answer>,
    /// Whether it is about all dates of a series.
    pub all_dates: bool,
    /// A word to the organizer, or a mail server's words; may be empty.
    pub note: String,
    /// Start that is proposed.
    pub proposed_from: Option<DateTime<Utc>>,
    /// End that is proposed.
    pub proposed_to: Option<DateTime<Utc>>,
    /// Address of whoever would have to be invited.
    pub other_email: Option<String>,
    /// Their name; may be empty.
    pub other_name: String,
    /// The program that wrote it; may be empty.
    pub product: String,
    /// When it was made, by the sender's clock.
    pub stamped_at: DateTime<Utc>,
    /// When it came in.
    pub received_at: DateTime<Utc>,
    /// Since when the answer counts.
    pub counted_at: Option<DateTime<Utc>>,
    /// `applied` or `ignored`, where somebody decided.
    pub decision: Option<String>,
    /// When.
    pub decided_at: Option<DateTime<Utc>>,
    /// Who.
    pub decided_by: Option<PersonId>,
    /// Start of the meeting that it answers, as it was then.
    pub about_from: Option<DateTime<Utc>>,
    /// End of that meeting.
    pub about_to: Option<DateTime<Utc>>,
    /// The dates for which it would count, of one that waits and is about a series.
    pub about_dates: Option<Json<Vec<AboutDate>>>,
}

/// A date of a series for which a reply would count, as it was when the reply came in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AboutDate {
    /// The date.
    pub meeting: MeetingId,
    /// Whose answer it is.
    pub attendee: AttendeeId,
    /// The answer.
    pub answer: Answer,
    /// Start.
    pub from: DateTime<Utc>,
    /// End.
    pub to: DateTime<Utc>,
}

impl AboutDate {
    /// Whether a meeting is this date and still has its time.
    #[must_use]
    pub fn is_of(&self, meeting: &Meeting) -> bool {
        (self.meeting, self.from, self.to) == (meeting.id, meeting.starts_at, meeting.ends_at)
    }
}

/// Adds a mail unless its key is known; tells whether it was new. Whoever adds the same one meanwhile waits, and learns
/// then that it is known.
pub async fn claim(tx: &mut Tx, m: &InboundMail) -> Result<bool> {
    Ok(on_conn!(tx, |c| {
        sqlx::query(
        "INSERT INTO inbound_mail (id, mail_key, sender, outcome, proven, note, other_name, product, stamped_at, received_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (mail_key) DO NOTHING"
    )
    .bind(m.id)
    .bind(&m.mail_key)
    .bind(&m.sender)
    .bind(m.outcome)
    .bind(m.proven)
    .bind(&m.note)
    .bind(&m.other_name)
    .bind(&m.product)
    .bind(m.stamped_at)
    .bind(m.received_at)
    .execute(c)
    .await
    .map(|done| done.rows_affected() == 1)
    })?)
}

/// Writes down what became of a mail.
pub async fn save(tx: &mut Tx, m: &InboundMail) -> Result<()> {
    on_conn!(tx, |c| {
        sqlx::query(
        "UPDATE inbound_mail SET outcome = $2, proven = $3, method = $4, meeting_id = $5, attendee_id = $6, answer = $7,
            note = $8, proposed_from = $9, proposed_to = $10, other_email = $11, other_name = $12, product = $13,
            stamped_at = $14, counted_at = $15, decision = $16, decided_at = $17, decided_by = $18, all_dates = $19,
            about_from = $20, about_to = $21, about_dates = $22
         WHERE id = $1"
    )
    .bind(m.id)
    .bind(m.outcome)
    .bind(m.proven)
    .bind(m.method)
    .bind(m.meeting_id)
    .bind(m.attendee_id)
    .bind(m.answer)
    .bind(&m.note)
    .bind(m.proposed_from)
    .bind(m.proposed_to)
    .bind(&m.other_email)
    .bind(&m.other_name)
    .bind(&m.product)
    .bind(m.stamped_at)
    .bind(m.counted_at)
    .bind(&m.decision)
    .bind(m.decided_at)
    .bind(m.decided_by)
    .bind(m.all_dates)
    .bind(m.about_from)
    .bind(m.about_to)
    .bind(&m.about_dates)
    .execute(c)
    .await
    .map(drop)
    })?;
    Ok(())
}

/// One mail about a meeting.
pub async fn of_meeting_by_id(tx: &mut Tx, meeting: MeetingId, id: InboundMailId) -> Result<Option<InboundMail>> {
    Ok(on_conn!(tx, |c| sqlx::query_as("SELECT * FROM inbound_mail WHERE id = $1 AND meeting_id = $2")
        .bind(id)
        .bind(meeting)
        .fetch_optional(c)
        .await)?)
}

/// Replies to several dates of a series that wait for a click though the date they are kept with is over, newest first; at
/// most 100.
pub async fn waiting_of_series(tx: &mut Tx, series: SeriesId, now: DateTime<Utc>) -> Result<Vec<InboundMail>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT mail.* FROM inbound_mail AS mail JOIN meeting ON meeting.id = mail.meeting_id
         WHERE meeting.series_id = $1 AND meeting.ends_at <= $2 AND mail.decision IS NULL
            AND (mail.all_dates = $3 OR mail.about_dates IS NOT NULL)
         ORDER BY mail.received_at DESC, mail.id DESC LIMIT 100"
    )
    .bind(series)
    .bind(now)
    .bind(true)
    .fetch_all(c)
    .await)?)
}

/// The mails about a meeting, newest first; at most 100.
pub async fn of_meeting(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<InboundMail>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT * FROM inbound_mail WHERE meeting_id = $1 ORDER BY received_at DESC, id DESC LIMIT 100"
    )
    .bind(meeting)
    .fetch_all(c)
    .await)?)
}

/// The mails of the last days, newest first, for administrators; at most 50.
pub async fn newest(tx: &mut Tx) -> Result<Vec<InboundMail>> {
    Ok(on_conn!(tx, |c| sqlx::query_as("SELECT * FROM inbound_mail ORDER BY received_at DESC, id DESC LIMIT 50")
        .fetch_all(c)
        .await)?)
}

/// The calendar program of each of these addresses, in lower case, as their last reply to a meeting of theirs named it;
/// only replies count whose sender was proven or that somebody let count, so that nobody else decides what they are sent.
/// Callers bound the list.
pub async fn products(tx: &mut Tx, senders: &[String]) -> Result<Vec<(String, String)>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT sender, product FROM inbound_mail AS mail
             WHERE product <> '' AND attendee_id IS NOT NULL AND (proven OR decision = 'applied') AND NOT EXISTS (
                SELECT 1 FROM inbound_mail AS newer WHERE newer.sender = mail.sender AND newer.product <> ''
                    AND newer.attendee_id IS NOT NULL AND (newer.proven OR newer.decision = 'applied')
                    AND newer.received_at > mail.received_at)
                AND sender",
        );
        push_in(&mut query, senders.iter());
        query.build_query_as().persistent(false).fetch_all(c).await
    })?)
}

/// When the last mail came in, if one did.
pub async fn last(tx: &mut Tx) -> Result<Option<DateTime<Utc>>> {
    Ok(on_conn!(tx, |c| sqlx::query_scalar("SELECT MAX(received_at) FROM inbound_mail").fetch_one(c).await)?)
}

/// Forgets mails older than `before`; what was decided stands in the audit log.
pub async fn forget(tx: &mut Tx, before: DateTime<Utc>) -> Result<u64> {
    Ok(on_conn!(tx, |c| sqlx::query("DELETE FROM inbound_mail WHERE received_at < $1")
        .bind(before)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?)
}
