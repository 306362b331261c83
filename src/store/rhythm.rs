//! How often customers of a class are to be met, and when they were.

use chrono::{DateTime, NaiveDate, Utc};

use super::{Result, Tx, course::missed, in_list::push_in, on_conn};
use crate::domain::{
    course::Outcome,
    ids::{AccountId, MeetingId, OpportunityId, PersonId, SubjectId},
    limits::rule::LeadClass,
    meeting::{Purpose, Stage, Status},
    time::Interval,
};

/// The target of a class.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Target {
    /// Which customers.
    pub lead_class: LeadClass,
    /// Days.
    pub days: i64,
}

/// The targets that are set.
pub async fn targets(tx: &mut Tx) -> Result<Vec<Target>> {
    Ok(on_conn!(tx, |c| sqlx::query_as("SELECT lead_class, days FROM rhythm ORDER BY lead_class").fetch_all(c).await)?)
}

/// Replaces all targets.
pub async fn set_targets(tx: &mut Tx, targets: &[Target]) -> Result<()> {
    on_conn!(tx, |c| {
        sqlx::query("DELETE FROM rhythm").execute(&mut *c).await?;
        if targets.is_empty() {
            return Ok(());
        }
        let mut query = sqlx::QueryBuilder::new("INSERT INTO rhythm (lead_class, days) ");
        query.push_values(targets, |mut row, target| {
            row.push_bind(target.lead_class).push_bind(target.days);
        });
        query.build().execute(c).await.map(drop)
    })?;
    Ok(())
}

/// A meeting in which somebody's time was taken.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Met {
    /// Whose time.
    pub subject_id: SubjectId,
    /// Start.
    pub starts_at: DateTime<Utc>,
}

/// When these customers or contacts were met since some moment and will be; of each the 500 meetings nearest to now, so that
/// nobody's keep out anybody else's.
pub async fn met(
    tx: &mut Tx,
    subjects: &[SubjectId],
    (since, now): (DateTime<Utc>, DateTime<Utc>),
) -> Result<Vec<Met>> {
    Ok(on_conn!(tx, |c| {
        // What is to come goes by its start, what was by the reverse; each takes its share.
        let mut query = sqlx::QueryBuilder::new(
            "SELECT subject_id, starts_at FROM (SELECT subject_id, starts_at,
                ROW_NUMBER() OVER (PARTITION BY subject_id, ahead ORDER BY starts_at) AS soonest,
                ROW_NUMBER() OVER (PARTITION BY subject_id, ahead ORDER BY starts_at DESC) AS latest, ahead
             FROM (SELECT subject_id, starts_at, CASE WHEN starts_at > ",
        );
        query.push_bind(now).push(" THEN 1 ELSE 0 END AS ahead FROM claim WHERE held = FALSE AND starts_at >= ");
        query.push_bind(since).push(" AND subject_id");
        push_in(&mut query, subjects.iter().copied());
        query.push(") AS around) AS counted WHERE CASE WHEN ahead = 1 THEN soonest ELSE latest END <= 250");
        query.build_query_as().persistent(false).fetch_all(c).await
    })?)
}

/// Start of somebody's last and of their next meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Around {
    /// Whose.
    pub subject_id: SubjectId,
    /// The last one that is over, and took place as far as anybody noted.
    pub last: Option<DateTime<Utc>>,
    /// The next one, or the one that takes place now.
    pub next: Option<DateTime<Utc>>,
}

/// The last and the next meetings of these customers or contacts, however long ago or ahead; none of those without any.
pub async fn around(tx: &mut Tx, subjects: &[SubjectId], now: DateTime<Utc>) -> Result<Vec<Around>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT subject_id, MAX(CASE WHEN ends_at <= ");
        query
            .push_bind(now)
            .push(" AND NOT ")
            .push(missed("claim.meeting_id"))
            .push(" THEN starts_at END) AS last, MIN(CASE WHEN ends_at > ")
            .push_bind(now);
        query.push(" THEN starts_at END) AS next FROM claim WHERE held = FALSE AND subject_id");
        push_in(&mut query, subjects.iter().copied());
        query.push(" GROUP BY subject_id").build_query_as().persistent(false).fetch_all(c).await
    })?)
}

/// A meeting with a customer, as timelines show it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct CustomerMeeting {
    /// The meeting.
    pub id: MeetingId,
    /// Title; for those who see the meeting.
    pub title: String,
    /// What for.
    pub purpose: Purpose,
    /// Stage of the sale.
    pub stage: Option<Stage>,
    /// Where it stands.
    pub status: Status,
    /// Start.
    pub starts_at: DateTime<Utc>,
    /// End.
    pub ends_at: DateTime<Utc>,
    /// Who plans it.
    pub organizer_id: PersonId,
    /// Their name.
    pub organizer: String,
    /// What it is about.
    pub opportunity_id: Option<OpportunityId>,
    /// How many limits were passed by it.
    pub passed: i64,
    /// Whether it took place, where that was noted.
    pub outcome: Option<Outcome>,
    /// What came of it.
    pub result: Option<String>,
    /// What happens next.
    pub next_step: Option<String>,
    /// By which day.
    pub next_step_on: Option<NaiveDate>,
}

const MEETING: &str =
    "SELECT meeting.id, meeting.title, meeting.purpose, meeting.stage, meeting.status, meeting.starts_at,
        meeting.ends_at, meeting.organizer_id, person.name AS organizer, meeting_opportunity.opportunity_id,
        (SELECT COUNT(*) FROM limit_override WHERE limit_override.meeting_id = meeting.id) AS passed,
        course.outcome, course.result, course.next_step, course.next_step_on
     FROM meeting LEFT JOIN course ON course.meeting_id = meeting.id JOIN person ON person.id = meeting.organizer_id
        LEFT JOIN meeting_opportunity ON meeting_opportunity.meeting_id = meeting.id
     WHERE meeting.status <> 'pending' AND ";

/// The meetings with a customer, latest first; at most `limit`.
pub async fn meetings_of(tx: &mut Tx, account: AccountId, limit: i64) -> Result<Vec<CustomerMeeting>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(MEETING);
        query.push("meeting.account_id = ").push_bind(account);
        query.push(" ORDER BY meeting.starts_at DESC, meeting.id LIMIT ").push_bind(limit);
        query.build_query_as().fetch_all(c).await
    })?)
}

/// The meetings about an opportunity, latest first; at most `limit`.
pub async fn meetings_about(tx: &mut Tx, id: OpportunityId, limit: i64) -> Result<Vec<CustomerMeeting>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(MEETING);
        query.push("meeting_opportunity.opportunity_id = ").push_bind(id);
        query.push(" ORDER BY meeting.starts_at DESC, meeting.id LIMIT ").push_bind(limit);
        query.build_query_as().fetch_all(c).await
    })?)
}

/// The meetings with these customers that start within a span and take place, by start; at most 100.
pub async fn meetings_within(tx: &mut Tx, accounts: &[AccountId], span: Interval) -> Result<Vec<CustomerMeeting>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(MEETING);
        query.push("meeting.status = 'confirmed' AND meeting.starts_at >= ").push_bind(span.start());
        query.push(" AND meeting.starts_at < ").push_bind(span.end());
        query.push(" AND meeting.account_id");
        push_in(&mut query, accounts.iter().copied());
        query.push(" ORDER BY meeting.starts_at, meeting.id LIMIT 100").build_query_as().fetch_all(c).await
    })?)
}

/// Which of these meetings somebody takes part in.
pub async fn attended_by(tx: &mut Tx, who: PersonId, meetings: &[MeetingId]) -> Result<Vec<MeetingId>> {
    Ok(on_conn!(tx, |c| {
        let mut query =
            sqlx::QueryBuilder::new("SELECT meeting_id FROM attendee WHERE removed_at IS NULL AND person_id = ");
        query.push_bind(who).push(" AND meeting_id");
        push_in(&mut query, meetings.iter().copied());
        query.push(" LIMIT 1000").build_query_scalar().fetch_all(c).await
    })?)
}
