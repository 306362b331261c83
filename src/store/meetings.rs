//! Meetings with their attendees and agenda.

use chrono::{DateTime, NaiveDateTime, Utc};
use sqlx::types::Json;

use super::{Result, Tx, agenda_items, attendees, in_list::push_in, on_conn, stamps, titles::title_key};
use crate::domain::{
    agenda::{ItemKind, Wanted, link::Reading, part::Stay},
    ids::{AccountId, AgendaItemId, AttendeeId, ContactId, MeetingId, PersonId, SeriesId},
    meeting::{Answer, AttendeeRole, Format, Purpose, Stage, Status, VideoSource},
    time::Interval,
};

/// A meeting without its people and points.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow, serde::Serialize, serde::Deserialize)]
pub struct Meeting {
    /// Id.
    pub id: MeetingId,
    /// iCalendar UID.
    pub uid: String,
    /// Who plans it.
    pub organizer_id: PersonId,
    /// The customer, of a customer meeting.
    pub account_id: Option<AccountId>,
    /// What it is for.
    pub purpose: Purpose,
    /// Stage of the sale, of a customer meeting.
    pub stage: Option<Stage>,
    /// Title.
    pub title: String,
    /// How people meet.
    pub format: Format,
    /// Room, address or phone number.
    pub place: String,
    /// Where the video link comes from.
    pub video_source: Option<VideoSource>,
    /// The video link.
    pub video_url: Option<String>,
    /// Local wall time of the start.
    pub start_local: NaiveDateTime,
    /// Length.
    pub minutes: i64,
    /// IANA zone of `start_local`.
    pub zone: String,
    /// Start.
    pub starts_at: DateTime<Utc>,
    /// End.
    pub ends_at: DateTime<Utc>,
    /// Version of the zone rules behind `starts_at`.
    pub zone_data: String,
    /// Where it stands.
    pub status: Status,
    /// Whether customers see everybody.
    pub open_guest_list: bool,
    /// Why it was called off.
    pub cancel_reason: String,
    /// iCalendar SEQUENCE of the newest message.
    pub sequence: i64,
    /// DTSTAMP of what its people were last told.
    pub stamped_at: DateTime<Utc>,
    /// Rises with every change.
    pub version: i64,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// Last change.
    pub updated_at: DateTime<Utc>,
    /// The series it is a date of. Older records do not have it.
    #[serde(default)]
    pub series_id: Option<SeriesId>,
    /// What the rule of the series says, on its wall clock: the RECURRENCE-ID of the date.
    #[serde(default)]
    pub original_start: Option<NaiveDateTime>,
    /// Newest DTSTAMP of a mail that went to one person alone. Written by [`save_resent`] only; older records do not have
    /// it.
    #[serde(default)]
    pub resent_at: Option<DateTime<Utc>>,
}

/// Somebody in a meeting.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow, serde::Serialize, serde::Deserialize)]
pub struct Attendee {
    /// Id.
    pub id: AttendeeId,
    /// The meeting.
    pub meeting_id: MeetingId,
    /// Order on pages; the organizer is 0.
    pub position: i64,
    /// A colleague …
    pub person_id: Option<PersonId>,
    /// … or a customer's contact.
    pub contact_id: Option<ContactId>,
    /// Display name.
    pub name: String,
    /// Address.
    pub email: String,
    /// Address in lower case; of no meaning once they are taken out.
    pub email_key: String,
    /// How they take part.
    pub role: AttendeeRole,
    /// Why they are needed.
    pub why: String,
    /// What they answered.
    pub answer: Answer,
    /// When it came.
    pub answered_at: Option<DateTime<Utc>>,
    /// When they made it, by their own clock if it came by mail. Older records do not have it; see
    /// [`Attendee::answer_made`].
    #[serde(default)]
    pub answer_made_at: Option<DateTime<Utc>>,
    /// What they wrote.
    pub comment: String,
    /// Part of their answer link.
    pub link_version: i64,
    /// When they were taken out.
    pub removed_at: Option<DateTime<Utc>>,
    /// The first of the points they are invited to; `None` for the whole meeting.
    #[serde(default)]
    pub first_item: Option<AgendaItemId>,
    /// The last of them.
    #[serde(default)]
    pub last_item: Option<AgendaItemId>,
    /// Minutes from the start of the meeting to these points; what the agenda says, kept where calendars find it.
    #[serde(default)]
    pub stay_after: Option<i64>,
    /// Minutes of these points together.
    #[serde(default)]
    pub stay_minutes: Option<i64>,
    /// Whether a customer's contact wants to be reminded.
    #[serde(default)]
    pub wants_reminder: bool,
}

impl Attendee {
    /// The part of the meeting they are invited to; `None` for all of it.
    #[must_use]
    pub fn stay(&self) -> Option<Stay> {
        stay(self.stay_after, self.stay_minutes)
    }

    /// Their time in the meeting.
    #[must_use]
    pub fn span(&self, meeting: &Meeting) -> Option<Interval> {
        let whole = Interval::new(meeting.starts_at, meeting.ends_at)?;
        Some(self.stay().map_or(whole, |stay| stay.of(whole)))
    }

    /// When the answer that counts was made, by the clock of whoever gave it.
    #[must_use]
    pub fn answer_made(&self) -> Option<DateTime<Utc>> {
        self.answer_made_at.or(self.answered_at)
    }
}

/// The columns that keep a [`Stay`].
pub(super) fn stay(after: Option<i64>, minutes: Option<i64>) -> Option<Stay> {
    let whole = |minutes: i64| u32::try_from(minutes).ok();
    Some(Stay { after: whole(after?)?, minutes: whole(minutes?)? })
}

/// A point of an agenda.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow, serde::Serialize, serde::Deserialize)]
pub struct AgendaItem {
    /// Id.
    pub id: AgendaItemId,
    /// The meeting.
    pub meeting_id: MeetingId,
    /// Order.
    pub position: i64,
    /// What it is about.
    pub kind: ItemKind,
    /// Title.
    pub title: String,
    /// Planned minutes.
    pub minutes: i64,
    /// Who leads it.
    pub owner_id: Option<AttendeeId>,
    /// What should come of it.
    pub wanted: Wanted,
    /// What to read ahead, as it stands behind the point; written with that (`point_contents`) and not with the meeting. Older
    /// records do not have it.
    #[serde(default)]
    #[sqlx(default)]
    pub links: Option<Json<Vec<Reading>>>,
}

impl AgendaItem {
    /// What to read ahead.
    #[must_use]
    pub fn reading(&self) -> &[Reading] {
        self.links.as_ref().map_or(&[], |links| links.0.as_slice())
    }
}

/// A meeting as a whole.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct FullMeeting {
    /// The meeting.
    pub meeting: Meeting,
    /// Everybody ever in it, organizer first; those taken out carry `removed_at`.
    pub attendees: Vec<Attendee>,
    /// Its points in order.
    pub agenda: Vec<AgendaItem>,
}

/// Adds a meeting with its people and points.
pub async fn insert(tx: &mut Tx, full: &FullMeeting) -> Result<()> {
    insert_row(tx, &full.meeting).await?;
    save_parts(tx, &[full]).await
}

/// Writes a meeting with its people and points, if its version is still `expected`; tells whether it was.
pub async fn update(tx: &mut Tx, full: &FullMeeting, expected: i64) -> Result<bool> {
    Ok(update_row(tx, &full.meeting, expected).await? && {
        save_parts(tx, &[full]).await?;
        true
    })
}

/// Adds and writes meetings of one change, those with an expected version as [`update`] does; tells whether all were
/// as expected. One statement for each meeting, and as many for all of their people and points as for those of one.
pub async fn save_all(tx: &mut Tx, meetings: &[(&FullMeeting, Option<i64>)]) -> Result<bool> {
    for (full, expected) in meetings {
        match expected {
            Some(expected) if !update_row(tx, &full.meeting, *expected).await? => return Ok(false),
            Some(_) => {}
            None => insert_row(tx, &full.meeting).await?,
        }
    }
    let all: Vec<&FullMeeting> = meetings.iter().map(|(full, _)| *full).collect();
    save_parts(tx, &all).await?;
    Ok(true)
}

async fn save_parts(tx: &mut Tx, meetings: &[&FullMeeting]) -> Result<()> {
    let ids: Vec<MeetingId> = meetings.iter().map(|full| full.meeting.id).collect();
    let Some(at) = meetings.iter().map(|full| full.meeting.updated_at).max() else { return Ok(()) };
    attendees::save(tx, meetings).await?;
    agenda_items::replace(tx, meetings, &ids).await?;
    stamps::meetings_changed(tx, &ids, at).await
}

async fn insert_row(tx: &mut Tx, m: &Meeting) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "INSERT INTO meeting (id, uid, organizer_id, account_id, purpose, stage, title, format, place, video_source,
            video_url, start_local, minutes, zone, starts_at, ends_at, zone_data, status, open_guest_list,
            cancel_reason, sequence, stamped_at, version, created_at, updated_at, title_key,
            series_id, original_start)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
            $23, $24, $25, $26, $27, $28)"
    )
    .bind(m.id)
    .bind(&m.uid)
    .bind(m.organizer_id)
    .bind(m.account_id)
    .bind(m.purpose)
    .bind(m.stage)
    .bind(&m.title)
    .bind(m.format)
    .bind(&m.place)
    .bind(m.video_source)
    .bind(&m.video_url)
    .bind(m.start_local)
    .bind(m.minutes)
    .bind(&m.zone)
    .bind(m.starts_at)
    .bind(m.ends_at)
    .bind(&m.zone_data)
    .bind(m.status)
    .bind(m.open_guest_list)
    .bind(&m.cancel_reason)
    .bind(m.sequence)
    .bind(m.stamped_at)
    .bind(m.version)
    .bind(m.created_at)
    .bind(m.updated_at)
    .bind(title_key(&m.title))
    .bind(m.series_id)
    .bind(m.original_start)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

async fn update_row(tx: &mut Tx, m: &Meeting, expected: i64) -> Result<bool> {
    let rows = on_conn!(tx, |c| sqlx::query(
        "UPDATE meeting SET organizer_id = $2, account_id = $3, purpose = $4, stage = $5, title = $6, format = $7,
            place = $8, video_source = $9, video_url = $10, start_local = $11, minutes = $12, zone = $13,
            starts_at = $14, ends_at = $15, zone_data = $16, status = $17, open_guest_list = $18, cancel_reason = $19,
            sequence = $20, stamped_at = $21, version = $22, updated_at = $23,
            title_key = $24, series_id = $25, original_start = $26
         WHERE id = $1 AND version = $27"
    )
    .bind(m.id)
    .bind(m.organizer_id)
    .bind(m.account_id)
    .bind(m.purpose)
    .bind(m.stage)
    .bind(&m.title)
    .bind(m.format)
    .bind(&m.place)
    .bind(m.video_source)
    .bind(&m.video_url)
    .bind(m.start_local)
    .bind(m.minutes)
    .bind(&m.zone)
    .bind(m.starts_at)
    .bind(m.ends_at)
    .bind(&m.zone_data)
    .bind(m.status)
    .bind(m.open_guest_list)
    .bind(&m.cancel_reason)
    .bind(m.sequence)
    .bind(m.stamped_at)
    .bind(m.version)
    .bind(m.updated_at)
    .bind(title_key(&m.title))
    .bind(m.series_id)
    .bind(m.original_start)
    .bind(expected)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    Ok(rows > 0)
}

/// Removes a meeting of which nothing has left the house.
pub async fn delete(tx: &mut Tx, id: MeetingId, now: DateTime<Utc>) -> Result<()> {
    stamps::meetings_changed(tx, &[id], now).await?;
    for statement in [
        "DELETE FROM agenda_item WHERE meeting_id = $1",
        "DELETE FROM attendee WHERE meeting_id = $1",
        "DELETE FROM meeting WHERE id = $1",
    ] {
        on_conn!(tx, |c| sqlx::query(statement).bind(id).execute(c).await.map(drop))?;
    }
    Ok(())
}

/// Locks the meeting's row until the transaction ends (PostgreSQL); the first statement of every change.
pub async fn lock(tx: &mut Tx, id: MeetingId) -> Result<()> {
    if let Tx::Postgres(tx) = tx {
        sqlx::query("SELECT id FROM meeting WHERE id = $1 FOR NO KEY UPDATE")
            .bind(id)
            .fetch_optional(&mut **tx)
            .await?;
    }
    Ok(())
}

/// Locks several meetings in the order of their ids, so that two who do can never wait for each other.
pub async fn lock_all(tx: &mut Tx, ids: &[MeetingId]) -> Result<()> {
    if let Tx::Postgres(tx) = tx {
        let mut query = sqlx::QueryBuilder::new("SELECT id FROM meeting WHERE id");
        push_in(&mut query, ids.iter().copied());
        query.push(" ORDER BY id FOR NO KEY UPDATE").build().fetch_all(&mut **tx).await?;
    }
    Ok(())
}

/// One meeting as a whole.
pub async fn by_id(tx: &mut Tx, id: MeetingId) -> Result<Option<FullMeeting>> {
    Ok(by_ids(tx, &[id]).await?.pop())
}

/// These meetings as wholes, by start; three queries whatever their number.
pub async fn by_ids(tx: &mut Tx, ids: &[MeetingId]) -> Result<Vec<FullMeeting>> {
    let meetings: Vec<Meeting> = on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT * FROM meeting WHERE id");
        push_in(&mut query, ids.iter().copied());
        query.push(" ORDER BY starts_at, id").build_query_as().fetch_all(c).await
    })?;
    let attendees: Vec<Attendee> = on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT * FROM attendee WHERE meeting_id");
        push_in(&mut query, ids.iter().copied());
        query.push(" ORDER BY meeting_id, position, id").build_query_as().fetch_all(c).await
    })?;
    let agenda: Vec<AgendaItem> = on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT agenda_item.*, point_content.links FROM agenda_item
                LEFT JOIN point_content ON point_content.item_id = agenda_item.id
             WHERE agenda_item.meeting_id",
        );
        push_in(&mut query, ids.iter().copied());
        query
            .push(" ORDER BY agenda_item.meeting_id, agenda_item.position, agenda_item.id")
            .build_query_as()
            .fetch_all(c)
            .await
    })?;
    Ok(assemble(meetings, attendees, agenda))
}

fn assemble(meetings: Vec<Meeting>, attendees: Vec<Attendee>, agenda: Vec<AgendaItem>) -> Vec<FullMeeting> {
    use std::collections::HashMap;
    let mut people: HashMap<MeetingId, Vec<Attendee>> = HashMap::new();
    for attendee in attendees {
        people.entry(attendee.meeting_id).or_default().push(attendee);
    }
    let mut points: HashMap<MeetingId, Vec<AgendaItem>> = HashMap::new();
    for item in agenda {
        points.entry(item.meeting_id).or_default().push(item);
    }
    meetings
        .into_iter()
        .map(|meeting| FullMeeting {
            attendees: people.remove(&meeting.id).unwrap_or_default(),
            agenda: points.remove(&meeting.id).unwrap_or_default(),
            meeting,
        })
        .collect()
}

/// Which of these UIDs is a meeting's, and whose.
pub async fn by_uids(tx: &mut Tx, uids: &[String]) -> Result<Option<(MeetingId, String)>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT id, uid FROM meeting WHERE uid");
        push_in(&mut query, uids.iter());
        query.push(" ORDER BY uid LIMIT 1").build_query_as().fetch_optional(c).await
    })?)
}

/// Which meeting an attendee row belongs to.
pub async fn of_attendee(tx: &mut Tx, id: AttendeeId) -> Result<Option<MeetingId>> {
    Ok(on_conn!(tx, |c| {
        sqlx::query_scalar("SELECT meeting_id FROM attendee WHERE id = $1").bind(id).fetch_optional(c).await
    })?)
}

/// Writes one answer, given now.
pub async fn save_answer(tx: &mut Tx, a: &Attendee, now: DateTime<Utc>) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "UPDATE attendee SET answer = $2, answered_at = $3, comment = $4, answer_made_at = $5 WHERE id = $1"
    )
    .bind(a.id)
    .bind(a.answer)
    .bind(a.answered_at)
    .bind(&a.comment)
    .bind(a.answer_made_at)
    .execute(c)
    .await
    .map(drop))?;
    stamps::attendee_changed(tx, a.id, now).await
}

/// Writes the newest DTSTAMP given out under a meeting's UID to one person alone. The others were not told anything by it.
pub async fn save_resent(tx: &mut Tx, id: MeetingId, stamp: DateTime<Utc>) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("UPDATE meeting SET resent_at = $2 WHERE id = $1")
        .bind(id)
        .bind(stamp)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Writes the newest DTSTAMP given out to everybody under the UIDs of these meetings.
pub async fn save_stamps(tx: &mut Tx, ids: &[MeetingId], stamped_at: DateTime<Utc>) -> Result<()> {
    on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("UPDATE meeting SET stamped_at = ");
        query.push_bind(stamped_at).push(" WHERE id");
        push_in(&mut query, ids.iter().copied());
        query.build().persistent(false).execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Voids the answer links a person was ever mailed.
pub async fn void_links(tx: &mut Tx, person: PersonId) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("UPDATE attendee SET link_version = link_version + 1 WHERE person_id = $1")
        .bind(person)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}
