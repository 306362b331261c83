//! What waits for somebody, as their first page says it. It stands on the page that is asked for most, so it is one
//! statement.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use uuid::Uuid;

use super::{
    Result, Tx,
    approvals::{self, OPEN_TO},
    course::missed,
    on_conn,
};
use crate::domain::{
    ids::{AccountId, ActionId, DraftId, MeetingId, OpportunityId, OutsideCalendarId, PersonId, SeriesId},
    meeting::MAX_MINUTES,
    rhythm::TARGETS,
};

/// For so many days after a meeting its organizer is asked to close minutes that were begun …
const MINUTES_DAYS: i64 = 7;
/// … and to write any: the day after, also when that is a Monday.
const ASKED_DAYS: i64 = 3;
/// For so many days the next step of a meeting is brought up.
const NEXT_DAYS: i64 = 7;

/// What waits for somebody, each list in order.
#[derive(Debug, Clone, Default)]
pub struct Waiting {
    /// Meetings of theirs still to come, and the next dates of series, with somebody whose newest mail was refused or given
    /// up.
    pub undelivered: Vec<Waits<MeetingId>>,
    /// Series of theirs that end unless they say what they go on for.
    pub reviews: Vec<Waits<SeriesId>>,
    /// Whether there are questions that they may have to decide.
    pub questions: bool,
    /// Outside calendars of theirs that cannot be read, and since when.
    pub calendars: Vec<Waits<OutsideCalendarId>>,
    /// Customers of theirs whose next meeting is overdue.
    pub customers: Vec<Waits<AccountId>>,
    /// Customers of theirs whose next meeting is due soon.
    pub soon: Vec<Waits<AccountId>>,
    /// Next steps of their opportunities that are due.
    pub steps: Vec<Waits<OpportunityId>>,
    /// Meetings that they have not answered.
    pub invitations: Vec<Waits<MeetingId>>,
    /// Meetings of theirs in the last days about which nothing is written, or whose minutes are not closed.
    pub minutes: Vec<Waits<MeetingId>>,
    /// Meetings of theirs of which the next step is due.
    pub next: Vec<Waits<MeetingId>>,
    /// What they are to do by today.
    pub actions: Vec<Waits<ActionId>>,
    /// Meetings of theirs to come for which points are suggested.
    pub ideas: Vec<Waits<MeetingId>>,
    /// Meetings of theirs to come for which somebody proposes another time.
    pub proposals: Vec<Waits<MeetingId>>,
    /// Plans that they have not sent.
    pub drafts: Vec<Waits<DraftId>>,
}

/// One thing that waits.
#[derive(Debug, Clone)]
pub struct Waits<Id> {
    /// What it is.
    pub id: Id,
    /// Title or name; may be empty. Of an opportunity, the next step.
    pub title: String,
    /// Who has not been reached, or proposes a time; the customer of an opportunity; how many points are suggested; after how
    /// many days a customer is to be met again; else empty.
    pub name: String,
    /// Start of the meeting; the last meeting with a customer, or when it was added; since when a calendar fails, or when it was connected; when a draft was last saved.
    pub at: DateTime<Utc>,
}

#[derive(sqlx::FromRow)]
struct Row {
    kind: String,
    id: Uuid,
    title: String,
    name: String,
    at: DateTime<Utc>,
}

impl<Id: From<Uuid>> From<Row> for Waits<Id> {
    fn from(Row { id, title, name, at, .. }: Row) -> Self {
        Self { id: id.into(), title, name, at }
    }
}

// $1 who, $2 and $3 the days around today, $4 now, $5 the earliest start of what is not over, $6 the limit, $7 today where they
// live, $8 since when minutes are asked for and $9 until when, $10 since when also those that nobody has begun, $11 the day
// after which next steps were due.
const UNDELIVERED: &str =
    "SELECT 'undelivered' AS kind, meeting.id AS id, meeting.title AS title, attendee.name AS name,
        meeting.starts_at AS at
     FROM meeting JOIN outbox ON outbox.meeting_id = meeting.id AND outbox.state IN ('refused', 'given_up')
        JOIN attendee ON attendee.id = outbox.attendee_id AND attendee.removed_at IS NULL
     WHERE meeting.organizer_id = $1 AND meeting.starts_at > $4 AND meeting.status = 'confirmed'
        AND NOT EXISTS (SELECT 1 FROM outbox AS newer WHERE newer.meeting_id = meeting.id AND newer.id > outbox.id
            AND newer.attendee_id = outbox.attendee_id AND newer.state <> 'superseded')
     ORDER BY meeting.starts_at, meeting.id, attendee.position LIMIT $6";
// A series is named by its next date.
const UNDELIVERED_SERIES: &str =
    "SELECT 'undelivered', (SELECT next.id FROM meeting AS next WHERE next.series_id = meeting.series_id
            AND next.status = 'confirmed' AND next.starts_at > $4 ORDER BY next.starts_at, next.id LIMIT 1),
        MIN(meeting.title), attendee.name, MIN(meeting.starts_at)
     FROM meeting JOIN outbox ON outbox.series_id = meeting.series_id AND outbox.state IN ('refused', 'given_up')
        JOIN attendee ON attendee.id = outbox.attendee_id AND attendee.removed_at IS NULL
     WHERE meeting.organizer_id = $1 AND meeting.series_id IS NOT NULL AND meeting.starts_at > $4
        AND meeting.status = 'confirmed'
        AND NOT EXISTS (SELECT 1 FROM outbox AS newer WHERE newer.lane = outbox.lane AND newer.id > outbox.id
            AND newer.state <> 'superseded')
     GROUP BY meeting.series_id, outbox.id, attendee.name ORDER BY 5, 4 LIMIT $6";
const REVIEWS: &str = "SELECT 'review', series_review.series_id, meeting.title, '', meeting.starts_at
     FROM series_review JOIN meeting ON meeting.series_id = series_review.series_id
        AND meeting.starts_at = series_review.last_at AND meeting.status = 'confirmed'
     WHERE series_review.state = 'open' AND meeting.organizer_id = $1 AND meeting.ends_at > $4
     ORDER BY meeting.starts_at, series_review.series_id LIMIT $6";
const CALENDARS: &str = "SELECT 'calendar', id, name, '', COALESCE(failing_since, created_at)
     FROM outside_calendar WHERE person_id = $1 AND failure IS NOT NULL ORDER BY failing_since, id LIMIT 2";
const INVITATIONS: &str = "SELECT 'invitation', meeting.id, meeting.title, '', meeting.starts_at
     FROM attendee JOIN meeting ON meeting.id = attendee.meeting_id
     WHERE attendee.person_id = $1 AND attendee.starts_at >= $5 AND attendee.answer = 'open'
        AND attendee.removed_at IS NULL AND attendee.role <> 'informed'
        AND meeting.status = 'confirmed' AND meeting.ends_at > $4
     ORDER BY attendee.starts_at, attendee.meeting_id LIMIT $6";
const MINUTES: &str = "SELECT 'minutes', meeting.id, meeting.title, '', meeting.starts_at
     FROM meeting LEFT JOIN course ON course.meeting_id = meeting.id
     WHERE meeting.organizer_id = $1 AND meeting.starts_at >= $8 AND meeting.starts_at < $9 AND meeting.ends_at <= $9
        AND meeting.status = 'confirmed' AND (course.state = 'open' OR course.state IS NULL AND meeting.starts_at >= $10)
     ORDER BY meeting.starts_at DESC, meeting.id LIMIT $6";
// The day stands where other rows have a time; pages show the words only.
const ACTIONS: &str = "SELECT 'action', action_item.id, body, meeting.title, meeting.starts_at
     FROM action_item JOIN meeting ON meeting.id = action_item.meeting_id
     WHERE action_item.person_id = $1 AND state = 'open' AND due_on <= $7 ORDER BY due_on, action_item.id LIMIT $6";
const IDEAS: &str = "SELECT 'ideas', meeting.id, meeting.title, CAST(COUNT(*) AS TEXT), meeting.starts_at
     FROM point_idea JOIN meeting ON meeting.id = point_idea.meeting_id
     WHERE point_idea.state = 'open' AND meeting.organizer_id = $1 AND meeting.starts_at >= $5
        AND meeting.status = 'confirmed' AND meeting.ends_at > $4
     GROUP BY meeting.id, meeting.title, meeting.starts_at ORDER BY meeting.starts_at, meeting.id LIMIT $6";
const PROPOSALS: &str = "SELECT 'proposal', meeting.id, meeting.title, attendee.name, meeting.starts_at
     FROM proposal JOIN meeting ON meeting.id = proposal.meeting_id JOIN attendee ON attendee.id = proposal.attendee_id
     WHERE proposal.state = 'open' AND meeting.organizer_id = $1 AND meeting.starts_at >= $5
        AND meeting.status = 'confirmed' AND meeting.ends_at > $4
     ORDER BY meeting.starts_at, meeting.id, attendee.position LIMIT $6";
// What was to happen next, from its day on for a week.
const NEXT: &str = "SELECT 'next', meeting.id, course.next_step, meeting.title, meeting.starts_at
     FROM course JOIN meeting ON meeting.id = course.meeting_id
     WHERE course.next_step_on <= $7 AND course.next_step_on > $11 AND course.next_step <> ''
        AND meeting.organizer_id = $1 AND meeting.status = 'confirmed'
     ORDER BY course.next_step_on, meeting.id LIMIT $6";
const DRAFTS: &str =
    "SELECT 'draft', id, title, '', updated_at FROM draft WHERE owner_id = $1 ORDER BY updated_at DESC, id LIMIT $6";

// Those overdue come first. `{missed}` stands for a meeting that did not take place; `{overdue}` and `{due}` compare the last
// meeting with the moments that follow $11, for each target one.
const CUSTOMERS: &str = "SELECT kind, id, name, CAST(target AS TEXT), at FROM (
        SELECT id, name, target, at, CASE WHEN {overdue} THEN 'customer' ELSE 'soon' END AS kind FROM (
            SELECT account.id, account.name, COALESCE(account.rhythm_days, rhythm.days) AS target,
                COALESCE((SELECT starts_at FROM claim WHERE subject_id = account.id AND held = FALSE AND ends_at <= $4
                        AND NOT {missed} ORDER BY starts_at DESC LIMIT 1),
                    account.created_at) AS at
            FROM account LEFT JOIN rhythm ON rhythm.lead_class = account.lead_class
            WHERE account.owner_id = $1 AND COALESCE(account.rhythm_days, rhythm.days) IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM claim WHERE subject_id = account.id AND held = FALSE AND ends_at > $4)
        ) AS met WHERE {due}
     ) AS near ORDER BY kind, at, id LIMIT 2 * $6";
const STEPS: &str = "SELECT 'step', opportunity.id, opportunity.next_step, account.name, opportunity.updated_at
     FROM opportunity JOIN account ON account.id = opportunity.account_id
     WHERE opportunity.owner_id = $1 AND opportunity.next_step_on <= $7 AND opportunity.closed_at IS NULL
     ORDER BY opportunity.next_step_on, opportunity.id LIMIT $6";

/// When somebody looks at what waits.
#[derive(Debug, Clone)]
pub struct Moment {
    /// Now.
    pub now: DateTime<Utc>,
    /// Today, where they are.
    pub today: NaiveDate,
    /// When that day began.
    pub today_at: DateTime<Utc>,
    /// For each of [`TARGETS`] the moment before which the last meeting with a customer must lie for the next one to be
    /// overdue.
    pub overdue_before: Vec<DateTime<Utc>>,
    /// The same for one that is overdue or due soon.
    pub due_before: Vec<DateTime<Utc>>,
}

/// The place of the first moment among what is bound.
const FIRST_MOMENT: usize = 12;

/// Whether the last meeting lies before the moment of its target; the moments are bound from this place on.
fn before_moments(first: usize) -> String {
    let of = |(days, place): (&u32, usize)| format!("target = {days} AND at < ${place}");
    let all: Vec<String> = TARGETS.iter().zip(first..).map(of).collect();
    format!("({})", all.join(" OR "))
}

/// What waits for a person: two calendars at most, and at most `limit` of everything else.
pub async fn of_person(tx: &mut Tx, who: PersonId, moment: &Moment, limit: i64) -> Result<Waiting> {
    let now = moment.now;
    let questions = ["approval", "series_approval"]
        .map(|table| format!("SELECT 'question', id, '', '', expires_at FROM {table} WHERE {OPEN_TO}"))
        .join(" UNION ALL ");
    let questions = format!("{questions} LIMIT 1");
    let customers = CUSTOMERS
        .replace("{missed}", &missed("claim.meeting_id"))
        .replace("{overdue}", &before_moments(FIRST_MOMENT))
        .replace("{due}", &before_moments(FIRST_MOMENT + TARGETS.len()));
    let parts = [
        UNDELIVERED,
        UNDELIVERED_SERIES,
        &questions,
        CALENDARS,
        REVIEWS,
        &customers,
        STEPS,
        PROPOSALS,
        INVITATIONS,
        IDEAS,
        ACTIONS,
        NEXT,
        MINUTES,
        DRAFTS,
    ];
    let statement = parts.map(|part| format!("SELECT * FROM ({part}) AS part")).join(" UNION ALL ");
    let (yesterday, tomorrow) = approvals::around(now);
    let rows: Vec<Row> = on_conn!(tx, |c| {
        let mut query = sqlx::query_as(sqlx::AssertSqlSafe(statement))
            .bind(who)
            .bind(yesterday)
            .bind(tomorrow)
            .bind(now)
            .bind(now - TimeDelta::minutes(i64::from(MAX_MINUTES)))
            .bind(limit)
            .bind(moment.today)
            .bind(moment.today_at - TimeDelta::days(MINUTES_DAYS))
            .bind(moment.today_at)
            .bind(moment.today_at - TimeDelta::days(ASKED_DAYS))
            .bind(moment.today - TimeDelta::days(NEXT_DAYS));
        for before in moment.overdue_before.iter().chain(&moment.due_before) {
            query = query.bind(*before);
        }
        query.fetch_all(c).await
    })?;
    Ok(sorted(rows))
}

fn sorted(rows: Vec<Row>) -> Waiting {
    let mut waiting = Waiting::default();
    for row in rows {
        match row.kind.as_str() {
            "undelivered" => waiting.undelivered.push(row.into()),
            "review" => waiting.reviews.push(row.into()),
            "question" => waiting.questions = true,
            "calendar" => waiting.calendars.push(row.into()),
            "customer" => waiting.customers.push(row.into()),
            "soon" => waiting.soon.push(row.into()),
            "step" => waiting.steps.push(row.into()),
            "minutes" => waiting.minutes.push(row.into()),
            "action" => waiting.actions.push(row.into()),
            "invitation" => waiting.invitations.push(row.into()),
            "proposal" => waiting.proposals.push(row.into()),
            "next" => waiting.next.push(row.into()),
            "ideas" => waiting.ideas.push(row.into()),
            _ => waiting.drafts.push(row.into()),
        }
    }
    waiting
}
