//! Scorecards of points.

use chrono::{DateTime, NaiveDate, Utc};

use super::{Result, Tx, in_list::push_in, on_conn, sight::Sight};
use crate::domain::{
    agenda::{amount::Amount, scorecard::Row},
    ids::{AccountId, AgendaItemId, MeetingId, PersonId, SeriesId},
    meeting::Purpose,
};

/// A line of a scorecard. Figures are hundredths.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct ScoreRow {
    /// The point.
    pub item_id: AgendaItemId,
    /// Order.
    pub position: i64,
    /// Its meeting.
    pub meeting_id: MeetingId,
    /// What is measured.
    pub metric: String,
    /// The metric as it is found again.
    pub metric_key: String,
    /// What it is counted in.
    pub unit: String,
    /// What is to be reached.
    pub target: Option<i64>,
    /// What is reached.
    pub actual: Option<i64>,
    /// The last day for it.
    pub due_on: Option<NaiveDate>,
    /// Whether less is better.
    pub less: bool,
}

impl ScoreRow {
    /// For a point of a meeting.
    #[must_use]
    pub fn new((meeting_id, item_id): (MeetingId, AgendaItemId), position: i64, row: &Row) -> Self {
        Self {
            item_id,
            position,
            meeting_id,
            metric: row.metric.clone(),
            metric_key: row.key(),
            unit: row.unit.clone(),
            target: row.target.map(Amount::hundredths),
            actual: row.actual.map(Amount::hundredths),
            due_on: row.due,
            less: row.less,
        }
    }

    /// What it says.
    #[must_use]
    pub fn row(&self) -> Row {
        Row {
            metric: self.metric.clone(),
            unit: self.unit.clone(),
            target: self.target.and_then(Amount::from_hundredths),
            actual: self.actual.and_then(Amount::from_hundredths),
            due: self.due_on,
            less: self.less,
        }
    }
}

/// All rows of a meeting by point and order; at most 800, which is 20 for each of 40 points.
pub async fn of_meeting(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<ScoreRow>> {
    Ok(on_conn!(tx, |c| {
        sqlx::query_as("SELECT * FROM score_row WHERE meeting_id = $1 ORDER BY item_id, position LIMIT 800")
            .bind(meeting)
            .fetch_all(c)
            .await
    })?)
}

/// Replaces the scorecard of a point. The caller holds the meeting's lock.
pub async fn replace(tx: &mut Tx, item: AgendaItemId, rows: &[ScoreRow]) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("DELETE FROM score_row WHERE item_id = $1").bind(item).execute(c).await.map(drop))?;
    if rows.is_empty() {
        return Ok(());
    }
    on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "INSERT INTO score_row (item_id, position, meeting_id, metric, metric_key, unit, target, actual, due_on,
                less) ",
        );
        query.push_values(rows, |mut line, row| {
            line.push_bind(row.item_id)
                .push_bind(row.position)
                .push_bind(row.meeting_id)
                .push_bind(&row.metric)
                .push_bind(&row.metric_key)
                .push_bind(&row.unit)
                .push_bind(row.target)
                .push_bind(row.actual)
                .push_bind(row.due_on)
                .push_bind(row.less);
        });
        query.build().execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Where earlier figures may come from.
#[derive(Debug, Clone)]
pub struct Earlier {
    /// Meetings that begin before this.
    pub before: DateTime<Utc>,
    /// Dates of these series, which go on from each other …
    pub series: Vec<SeriesId>,
    /// … and meetings for this purpose that these people plan …
    pub planned_by: Vec<PersonId>,
    /// … with this customer, or with none …
    pub account: Option<AccountId>,
    /// … as far as the reader sees them.
    pub sight: Sight,
    /// The purpose; `None` for dates of the series only.
    pub purpose: Option<Purpose>,
}

/// An earlier figure.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct PastFigure {
    /// The metric as it is found again.
    pub metric_key: String,
    /// What was reached, in hundredths.
    pub actual: i64,
    /// When the meeting began.
    pub starts_at: DateTime<Utc>,
    /// The series it was a date of.
    pub series_id: Option<SeriesId>,
}

/// Earlier figures of some metrics, newest first; at most 400. Points that were taken out since do not count.
pub async fn earlier(tx: &mut Tx, metrics: &[String], from: &Earlier) -> Result<Vec<PastFigure>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT score_row.metric_key, score_row.actual, meeting.starts_at, meeting.series_id
             FROM score_row JOIN meeting ON meeting.id = score_row.meeting_id
                JOIN agenda_item ON agenda_item.id = score_row.item_id
             WHERE score_row.actual IS NOT NULL AND meeting.status = 'confirmed' AND score_row.metric_key",
        );
        push_in(&mut query, metrics.iter());
        query.push(" AND meeting.starts_at < ").push_bind(from.before);
        query.push(" AND (meeting.series_id");
        push_in(&mut query, from.series.iter().copied());
        query.push(" OR (meeting.purpose = ").push_bind(from.purpose);
        match from.account {
            Some(account) => query.push(" AND meeting.account_id = ").push_bind(account),
            None => query.push(" AND meeting.account_id IS NULL"),
        };
        query.push(" AND meeting.organizer_id");
        push_in(&mut query, from.planned_by.iter().copied());
        query.push(" AND ");
        from.sight.push(&mut query);
        query.push(")) ORDER BY meeting.starts_at DESC, score_row.item_id LIMIT 400");
        query.build_query_as().fetch_all(c).await
    })?)
}

/// A line of a scorecard with the meeting that it stands in.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Measured {
    /// The line.
    #[sqlx(flatten)]
    pub row: ScoreRow,
    /// Title of the meeting.
    pub title: String,
    /// Its start.
    pub starts_at: DateTime<Utc>,
}

impl Measured {
    /// Whether both are figures of one metric.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.row.metric_key == other.row.metric_key
    }

    /// What was reached, if it is known.
    #[must_use]
    pub fn figure(&self) -> Option<PastFigure> {
        Some(PastFigure {
            metric_key: self.row.metric_key.clone(),
            actual: self.row.actual?,
            starts_at: self.starts_at,
            series_id: None,
        })
    }
}

/// Lines of scorecards of internal meetings that these people plan and the reader sees, from a span of starts: by metric,
/// newest first; at most 2,000. One-to-ones are nobody else's.
pub async fn measured(
    tx: &mut Tx,
    (planners, sight): (&[PersonId], &Sight),
    (from, until): (DateTime<Utc>, DateTime<Utc>),
) -> Result<Vec<Measured>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT score_row.*, meeting.title, meeting.starts_at FROM score_row
                JOIN meeting ON meeting.id = score_row.meeting_id JOIN agenda_item ON agenda_item.id = score_row.item_id
             WHERE meeting.status = 'confirmed' AND meeting.account_id IS NULL AND meeting.purpose <> 'one_to_one'
                AND meeting.starts_at >= ",
        );
        query.push_bind(from).push(" AND meeting.starts_at < ").push_bind(until).push(" AND meeting.organizer_id");
        push_in(&mut query, planners.iter().copied());
        query.push(" AND (").push_bind(sight.all).push(" OR meeting.organizer_id = ").push_bind(sight.me);
        query.push(
            " OR EXISTS (SELECT 1 FROM attendee WHERE attendee.meeting_id = meeting.id AND attendee.removed_at IS NULL
                AND attendee.person_id",
        );
        push_in(&mut query, sight.people.iter().copied());
        query.push(")) ORDER BY score_row.metric_key, meeting.starts_at DESC, score_row.item_id LIMIT 2000");
        query.build_query_as().fetch_all(c).await
    })?)
}
