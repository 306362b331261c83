//! Reminders: who needs one, which are prepared, and which are still true.

use std::collections::HashSet;

use chrono::{DateTime, Utc};

use super::{Result, Tx, in_list::push_in, on_conn};
use crate::domain::{
    ids::{AttendeeId, ContactId, MeetingId, PersonId},
    meeting::Purpose,
    reminders::{Lead, Reason},
};

/// A meeting as one of its people sees it, with what their own record says.
const PLACES: &str = "meeting JOIN attendee ON attendee.meeting_id = meeting.id
    LEFT JOIN person ON person.id = attendee.person_id
    LEFT JOIN person_time ON person_time.person_id = attendee.person_id
    LEFT JOIN contact ON contact.id = attendee.contact_id";

/// Who may be reminded at all: of a meeting that takes place, with them, and never somebody who wants no mail.
const REACHABLE: &str = "meeting.status = 'confirmed' AND attendee.removed_at IS NULL AND attendee.role <> 'informed'
    AND contact.do_not_contact_at IS NULL AND COALESCE(person.state, 'active') <> 'deactivated'";

/// Who is reminded for which reason. Whoever has said nothing about reminders wants those of unanswered invitations.
const fn wanted(reason: Reason) -> &'static str {
    match reason {
        Reason::Reading => {
            "attendee.answer <> 'no' AND COALESCE(person_time.reminders, 'unanswered') <> 'never'
                AND EXISTS (SELECT 1 FROM point_content JOIN agenda_item ON agenda_item.id = point_content.item_id
                    WHERE agenda_item.meeting_id = meeting.id AND agenda_item.kind <> 'guidance'
                    AND CAST(point_content.links AS TEXT) <> '[]')"
        }
        Reason::Unanswered => {
            "attendee.answer = 'open' AND attendee.role <> 'chair'
                AND COALESCE(person_time.reminders, 'unanswered') <> 'never'"
        }
        Reason::Asked => "attendee.answer <> 'no' AND (person_time.reminders = 'all' OR attendee.wants_reminder)",
    }
}

/// Somebody to be reminded of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Candidate {
    /// The meeting.
    pub meeting_id: MeetingId,
    /// Whom in it.
    pub attendee_id: AttendeeId,
    /// A colleague …
    pub person_id: Option<PersonId>,
    /// … or a customer's contact.
    pub contact_id: Option<ContactId>,
    /// What the meeting is for.
    pub purpose: Purpose,
    /// When it starts.
    pub starts_at: DateTime<Utc>,
    /// When its people were last told of it.
    pub stamped_at: DateTime<Utc>,
}

/// Those for whom the reminder of their meeting's purpose is due and not prepared, in the order of meetings and places;
/// none without leads. Each occurrence of a series is a meeting of its own.
pub async fn candidates(
    tx: &mut Tx,
    (reason, leads): (Reason, &[(Purpose, Lead)]),
    now: DateTime<Utc>,
    limit: i64,
) -> Result<Vec<Candidate>> {
    let latest = |lead: Lead| now + lead.ahead();
    let earliest = |lead: Lead| now + lead.ahead() - lead.grace();
    let (first, last) = (leads.iter().map(|l| earliest(l.1)).min(), leads.iter().map(|l| latest(l.1)).max());
    let Some((first, last)) = first.zip(last) else { return Ok(Vec::new()) };
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(format!(
            "SELECT meeting.id AS meeting_id, attendee.id AS attendee_id, attendee.person_id, attendee.contact_id,
                meeting.purpose, meeting.starts_at, meeting.stamped_at
             FROM {PLACES} WHERE {REACHABLE} AND {} AND meeting.starts_at > ",
            wanted(reason)
        ));
        query.push_bind(first).push(" AND meeting.starts_at <= ").push_bind(last).push(" AND (");
        let mut any = query.separated(" OR ");
        for (purpose, lead) in leads {
            any.push("(meeting.purpose = ").push_bind_unseparated(*purpose);
            any.push_unseparated(" AND meeting.starts_at > ").push_bind_unseparated(earliest(*lead));
            any.push_unseparated(" AND meeting.starts_at <= ").push_bind_unseparated(latest(*lead));
            any.push_unseparated(
                " AND NOT EXISTS (SELECT 1 FROM reminder WHERE reminder.meeting_id = meeting.id
                    AND reminder.attendee_id = attendee.id AND reminder.starts_at = meeting.starts_at
                    AND reminder.lead = ",
            );
            any.push_bind_unseparated(*lead).push_unseparated("))");
        }
        query.push(") ORDER BY meeting.id, attendee.id LIMIT ").push_bind(limit);
        query.build_query_as().fetch_all(c).await
    })?)
}

/// A reminder to be prepared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewReminder {
    /// The meeting.
    pub meeting_id: MeetingId,
    /// Whom in it.
    pub attendee_id: AttendeeId,
    /// How long ahead.
    pub lead: Lead,
    /// The start it is about.
    pub starts_at: DateTime<Utc>,
    /// Why.
    pub reason: Reason,
    /// When it goes out; `None` when it is not needed.
    pub due_at: Option<DateTime<Utc>>,
    /// Message-ID of its mail.
    pub message_id: String,
}

/// Notes reminders down; those that somebody else has noted meanwhile stay as they are. The caller names them in the
/// order of meetings and places, so that two writers never wait for each other in a circle.
pub async fn insert(tx: &mut Tx, reminders: &[NewReminder], now: DateTime<Utc>) -> Result<()> {
    for chunk in reminders.chunks(100) {
        on_conn!(tx, |c| {
            let mut query = sqlx::QueryBuilder::new(
                "INSERT INTO reminder (meeting_id, attendee_id, lead, starts_at, reason, due_at, state, message_id,
                    done_at) ",
            );
            query.push_values(chunk, |mut row, r| {
                row.push_bind(r.meeting_id)
                    .push_bind(r.attendee_id)
                    .push_bind(r.lead)
                    .push_bind(r.starts_at)
                    .push_bind(r.reason)
                    .push_bind(r.due_at.unwrap_or(now))
                    .push_bind(if r.due_at.is_some() { "waiting" } else { "skipped" })
                    .push_bind(&r.message_id)
                    .push_bind(r.due_at.is_none().then_some(now));
            });
            query.push(" ON CONFLICT DO NOTHING").build().execute(c).await.map(drop)
        })?;
    }
    Ok(())
}

/// A reminder whose time has come.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Due {
    /// The meeting.
    pub meeting_id: MeetingId,
    /// Whom in it.
    pub attendee_id: AttendeeId,
    /// Why.
    pub reason: Reason,
    /// Message-ID of its mail.
    pub message_id: String,
}

/// Takes up to `limit` reminders whose time has come: each is given to one caller only.
pub async fn take_due(tx: &mut Tx, now: DateTime<Utc>, limit: i64) -> Result<Vec<Due>> {
    let skip_locked = if matches!(tx, Tx::Postgres(_)) { " FOR UPDATE SKIP LOCKED" } else { "" };
    Ok(on_conn!(tx, |c| {
        // Materialized for the reason given at `outbox::claim`.
        let mut query = sqlx::QueryBuilder::new(
            "WITH due AS MATERIALIZED (SELECT message_id FROM reminder WHERE state = 'waiting' AND due_at <= ",
        );
        query.push_bind(now).push(" ORDER BY due_at, message_id LIMIT ").push_bind(limit).push(skip_locked);
        query.push(") UPDATE reminder SET state = 'queued', done_at = ").push_bind(now);
        query.push(
            " WHERE message_id IN (SELECT message_id FROM due) AND state = 'waiting'
             RETURNING meeting_id, attendee_id, reason, message_id",
        );
        query.build_query_as().fetch_all(c).await
    })?)
}

/// Which of these reminders, by Message-ID, are still true: the meeting takes place at the time they are about and has
/// not begun, and the reason holds.
pub async fn still_true(tx: &mut Tx, message_ids: &[&str], now: DateTime<Utc>) -> Result<HashSet<String>> {
    if message_ids.is_empty() {
        return Ok(HashSet::new());
    }
    let found: Vec<String> = on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(format!(
            "SELECT reminder.message_id FROM {PLACES} JOIN reminder ON reminder.attendee_id = attendee.id
             WHERE {REACHABLE} AND reminder.starts_at = meeting.starts_at AND (reminder.reason = 'unanswered' AND {}
                OR reminder.reason = 'asked' AND {} OR reminder.reason = 'reading' AND {}) AND meeting.starts_at > ",
            wanted(Reason::Unanswered),
            wanted(Reason::Asked),
            wanted(Reason::Reading)
        ));
        query.push_bind(now).push(" AND reminder.message_id");
        push_in(&mut query, message_ids.iter().copied());
        query.build_query_scalar().fetch_all(c).await
    })?;
    Ok(found.into_iter().collect())
}

/// Notes that these reminders, by Message-ID, were not sent because they were no longer true.
pub async fn skip(tx: &mut Tx, message_ids: &[&str], now: DateTime<Utc>) -> Result<()> {
    if message_ids.is_empty() {
        return Ok(());
    }
    on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("UPDATE reminder SET state = 'skipped', done_at = ");
        query.push_bind(now).push(" WHERE message_id");
        push_in(&mut query, message_ids.iter().copied());
        query.build().execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Forgets the reminders of meetings that started earlier.
pub async fn forget(tx: &mut Tx, before: DateTime<Utc>) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("DELETE FROM reminder WHERE starts_at < $1").bind(before).execute(c).await.map(drop))?;
    Ok(())
}
