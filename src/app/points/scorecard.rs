//! The scorecard of a point.

use std::collections::HashMap;

use super::{PointVersion, deed, open_version, write};
use crate::{
    app::{
        actor::Actor,
        context::App,
        error::{AppError, Result},
    },
    domain::{
        agenda::scorecard::{MAX_ROWS, Row},
        meeting::Purpose,
    },
    store::{
        self, Tx,
        meetings::FullMeeting,
        scorecards::{Earlier, PastFigure, ScoreRow},
    },
};

/// Most earlier figures of a metric that are shown.
pub const MOST_EARLIER: usize = 8;

/// Replaces the scorecard of a point.
///
/// # Errors
/// [`AppError::Stale`] when somebody else has changed the point since; [`AppError::Denied`] for a point of another kind and
/// for more than [`MAX_ROWS`] rows.
pub async fn save(app: &App, actor: &Actor, (point, rows): (PointVersion, &[Row])) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let (opened, content) = open_version(&mut tx, actor, point).await?;
    if !opened.item.kind.has_scorecard() || rows.len() > MAX_ROWS {
        return Err(AppError::Denied);
    }
    let place = (point.meeting, point.item);
    let rows: Vec<ScoreRow> = rows.iter().zip(0..).map(|(row, at)| ScoreRow::new(place, at, row)).collect();
    store::scorecards::replace(&mut tx, point.item, &rows).await?;
    write(&mut tx, app, actor, content).await?;
    store::audit::record(&mut tx, &deed(actor, "meeting.scorecard_saved", &opened), app.now()).await?;
    Ok(tx.commit().await?)
}

/// Earlier figures of these metrics, by metric, newest first, at most [`MOST_EARLIER`] each. They come from earlier dates of
/// the series; of a metric that none of those has, from meetings for the same purpose that the organizer plans, or whoever
/// manages a team together with them, as far as the reader sees these. One-to-ones are compared within their series only: what was said to one person is
/// nothing for the next.
pub async fn earlier(
    tx: &mut Tx,
    actor: &Actor,
    (full, metrics): (&FullMeeting, &[String]),
) -> Result<HashMap<String, Vec<PastFigure>>> {
    let m = &full.meeting;
    if metrics.is_empty() {
        return Ok(HashMap::new());
    }
    let mut planned_by = store::teams::fellow_managers(tx, m.organizer_id).await?;
    planned_by.push(m.organizer_id);
    let line = match m.series_id {
        Some(series) => store::series::lineage(tx, series).await?,
        None => Vec::new(),
    };
    let from = Earlier {
        before: m.starts_at,
        series: line.clone(),
        planned_by,
        account: m.account_id,
        sight: actor.sight(),
        purpose: Some(m.purpose).filter(|purpose| *purpose != Purpose::OneToOne),
    };
    let mut found: HashMap<String, Vec<PastFigure>> = HashMap::new();
    for figure in store::scorecards::earlier(tx, metrics, &from).await? {
        found.entry(figure.metric_key.clone()).or_default().push(figure);
    }
    for figures in found.values_mut() {
        let of_series = |f: &PastFigure| f.series_id.is_some_and(|series| line.contains(&series));
        if figures.iter().any(of_series) {
            figures.retain(of_series);
        }
        figures.truncate(MOST_EARLIER);
    }
    Ok(found)
}
