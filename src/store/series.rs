//! Series of meetings: what their dates share towards calendars.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sqlx::types::Json;

use super::{Result, Tx, meetings::FullMeeting, on_conn, stamps};
use crate::domain::{
    ids::{MeetingId, SeriesId, SubjectId},
    series::rule::{MAX_DATES, Rule},
};

/// A series.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow, serde::Serialize, serde::Deserialize)]
pub struct Series {
    /// Id.
    pub id: SeriesId,
    /// iCalendar UID of all its dates.
    pub uid: String,
    /// How it repeats.
    pub rule: Json<Rule>,
    /// IANA zone on whose clock the rule runs.
    pub zone: String,
    /// UID of the series that this one goes on from.
    pub continues: Option<String>,
    /// iCalendar SEQUENCE of the newest message.
    pub sequence: i64,
    /// Newest DTSTAMP.
    pub stamped_at: DateTime<Utc>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// Last change.
    pub updated_at: DateTime<Utc>,
    /// What it is for, as its organizer said when it was last to end; empty until then. Older records do not have it.
    #[serde(default)]
    pub aim: String,
    /// Goes on by itself each quarter.
    #[serde(default)]
    pub endless: bool,
}

/// Adds a series, without its dates.
pub async fn insert(tx: &mut Tx, series: &Series) -> Result<()> {
    on_conn!(tx, |c| {
        sqlx::query(
        "INSERT INTO series (id, uid, rule, zone, continues, sequence, stamped_at, created_at, updated_at, aim, endless)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
    )
    .bind(series.id)
    .bind(&series.uid)
    .bind(series.rule)
    .bind(&series.zone)
    .bind(&series.continues)
    .bind(series.sequence)
    .bind(series.stamped_at)
    .bind(series.created_at)
    .bind(series.updated_at)
    .bind(&series.aim)
    .bind(series.endless)
    .execute(c)
    .await
    .map(drop)
    })?;
    Ok(())
}

/// Writes what a series is for, and whether it goes on by itself.
pub async fn set_aim(tx: &mut Tx, id: SeriesId, (aim, endless): (&str, bool)) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("UPDATE series SET aim = $2, endless = $3 WHERE id = $1")
        .bind(id)
        .bind(aim)
        .bind(endless)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// A series and those that it went on from, the newest first; at most 20 back.
pub async fn lineage(tx: &mut Tx, id: SeriesId) -> Result<Vec<SeriesId>> {
    Ok(on_conn!(tx, |c| sqlx::query_scalar(
        "WITH RECURSIVE line (id, continues, depth) AS (
            SELECT id, continues, 0 FROM series WHERE id = $1
            UNION ALL
            SELECT series.id, series.continues, line.depth + 1 FROM line JOIN series ON series.uid = line.continues
            WHERE line.depth < 20)
         SELECT id FROM line ORDER BY depth"
    )
    .bind(id)
    .fetch_all(c)
    .await)?)
}

/// A series and those that went on from it, the oldest first; at most 20 ahead.
pub async fn line_ahead(tx: &mut Tx, id: SeriesId) -> Result<Vec<SeriesId>> {
    Ok(on_conn!(tx, |c| sqlx::query_scalar(
        "WITH RECURSIVE line (id, uid, depth) AS (
            SELECT id, uid, 0 FROM series WHERE id = $1
            UNION ALL
            SELECT series.id, series.uid, line.depth + 1 FROM line JOIN series ON series.continues = line.uid
            WHERE line.depth < 20)
         SELECT id FROM line ORDER BY depth LIMIT 40"
    )
    .bind(id)
    .fetch_all(c)
    .await)?)
}

/// Writes the version that was last told. Callers hold the locks of everybody in its dates.
pub async fn stamp(tx: &mut Tx, series: &Series) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("UPDATE series SET sequence = $2, stamped_at = $3, updated_at = $4 WHERE id = $1")
        .bind(series.id)
        .bind(series.sequence)
        .bind(series.stamped_at)
        .bind(series.updated_at)
        .execute(c)
        .await
        .map(drop))?;
    stamps::series_changed(tx, series.id, series.updated_at).await
}

/// Writes a rule that ends elsewhere.
pub async fn set_rule(tx: &mut Tx, id: SeriesId, rule: Rule) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("UPDATE series SET rule = $2 WHERE id = $1")
        .bind(id)
        .bind(Json(rule))
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Removes a series of which nothing has left the house; its dates are gone.
pub async fn delete(tx: &mut Tx, id: SeriesId) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("DELETE FROM series WHERE id = $1").bind(id).execute(c).await.map(drop))?;
    Ok(())
}

/// One series.
pub async fn by_id(tx: &mut Tx, id: SeriesId) -> Result<Option<Series>> {
    Ok(on_conn!(tx, |c| sqlx::query_as("SELECT * FROM series WHERE id = $1").bind(id).fetch_optional(c).await)?)
}

/// These series, in any order. Callers bound the list.
pub async fn by_ids(tx: &mut Tx, ids: impl Iterator<Item = SeriesId>) -> Result<Vec<Series>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT * FROM series WHERE id");
        super::in_list::push_in(&mut query, ids);
        query.build_query_as().persistent(false).fetch_all(c).await
    })?)
}

/// The next date that stands and is not over.
pub async fn next(tx: &mut Tx, id: SeriesId, now: DateTime<Utc>) -> Result<Option<MeetingId>> {
    Ok(on_conn!(tx, |c| sqlx::query_scalar(
        "SELECT id FROM meeting WHERE series_id = $1 AND status = 'confirmed' AND ends_at > $2
         ORDER BY starts_at, id LIMIT 1"
    )
    .bind(id)
    .bind(now)
    .fetch_optional(c)
    .await)?)
}

/// The series that goes on from the one with this UID.
pub async fn next_of(tx: &mut Tx, uid: &str) -> Result<Option<SeriesId>> {
    Ok(on_conn!(tx, |c| sqlx::query_scalar(
        "SELECT id FROM series WHERE continues = $1 ORDER BY created_at DESC, id LIMIT 1"
    )
    .bind(uid)
    .fetch_optional(c)
    .await)?)
}

/// What the last dates of these series are called, whatever has become of them. Callers bound the list.
pub async fn titles(tx: &mut Tx, ids: impl Iterator<Item = SeriesId>) -> Result<HashMap<SeriesId, String>> {
    let found: Vec<(SeriesId, String)> = on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT series_id, title FROM meeting WHERE starts_at =
                (SELECT MAX(starts_at) FROM meeting AS other WHERE other.series_id = meeting.series_id) AND series_id",
        );
        super::in_list::push_in(&mut query, ids);
        query.build_query_as().persistent(false).fetch_all(c).await
    })?;
    Ok(found.into_iter().collect())
}

/// The series of one of these UIDs.
pub async fn by_uids(tx: &mut Tx, uids: &[String]) -> Result<Option<Series>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT * FROM series WHERE uid");
        super::in_list::push_in(&mut query, uids.iter());
        query.push(" ORDER BY uid LIMIT 1").build_query_as().persistent(false).fetch_optional(c).await
    })?)
}

/// The ids of its dates, by the order of the rule.
pub async fn dates(tx: &mut Tx, id: SeriesId) -> Result<Vec<MeetingId>> {
    let most = i64::try_from(MAX_DATES).unwrap_or(i64::MAX);
    Ok(on_conn!(tx, |c| sqlx::query_scalar(
        "SELECT id FROM meeting WHERE series_id = $1 ORDER BY original_start, id LIMIT $2"
    )
    .bind(id)
    .bind(most)
    .fetch_all(c)
    .await)?)
}

/// Whoever is or was in one of the dates of these series.
pub async fn subjects(tx: &mut Tx, ids: &[SeriesId]) -> Result<Vec<SubjectId>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT DISTINCT COALESCE(person_id, contact_id) FROM attendee
             WHERE COALESCE(person_id, contact_id) IS NOT NULL
                AND meeting_id IN (SELECT id FROM meeting WHERE series_id",
        );
        super::in_list::push_in(&mut query, ids.iter().copied());
        query.push(")").build_query_scalar().fetch_all(c).await
    })?)
}

/// All dates of these series as wholes, by their start; at most as many as five full series have.
pub async fn meetings_of_all(tx: &mut Tx, ids: &[SeriesId]) -> Result<Vec<FullMeeting>> {
    let most = i64::try_from(MAX_DATES * 5).unwrap_or(i64::MAX);
    let mut dates: Vec<MeetingId> = on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT id FROM meeting WHERE series_id");
        super::in_list::push_in(&mut query, ids.iter().copied());
        query.push(" ORDER BY starts_at DESC, id LIMIT ").push_bind(most).build_query_scalar().fetch_all(c).await
    })?;
    dates.reverse();
    super::meetings::by_ids(tx, &dates).await
}

/// Its dates as wholes, by the order of the rule.
pub async fn meetings(tx: &mut Tx, id: SeriesId) -> Result<Vec<FullMeeting>> {
    let ids = dates(tx, id).await?;
    let mut meetings = super::meetings::by_ids(tx, &ids).await?;
    meetings.sort_by_key(|full| (full.meeting.original_start, full.meeting.id));
    Ok(meetings)
}
