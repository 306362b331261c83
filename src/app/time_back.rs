//! Minutes that people got back, for the statement of hours given back.

use chrono::{DateTime, Utc};

use super::{context::App, error::Result, judge::coming};
use crate::{
    domain::{ids::PersonId, meeting::Status},
    store::{
        self, Tx,
        changes::{Before, Change},
        meetings::FullMeeting,
        overrides::TimeBack,
    },
};

/// Puts on the record what a change gives back: a meeting called off, or made shorter. Undoing it takes that away again.
pub(super) async fn record(tx: &mut Tx, app: &App, change: &Change, after: &FullMeeting) -> Result<()> {
    let Some(Before::Was(before)) = change.before.as_deref() else { return Ok(()) };
    if change.kind == "undone" {
        return Ok(());
    }
    let rows = rows(app, change, before, after);
    Ok(store::overrides::insert_time_back(tx, &rows).await?)
}

/// The same for several dates of a series.
pub(super) async fn record_dates(
    tx: &mut Tx,
    app: &App,
    change: &Change,
    pairs: &[(Option<FullMeeting>, FullMeeting)],
) -> Result<()> {
    if change.kind == "series_undone" {
        return Ok(());
    }
    let both = pairs.iter().filter_map(|(before, after)| Some((before.as_ref()?, after)));
    let rows: Vec<TimeBack> = both.flat_map(|(before, after)| rows(app, change, before, after)).collect();
    Ok(store::overrides::insert_time_back(tx, &rows).await?)
}

fn rows(app: &App, change: &Change, before: &FullMeeting, after: &FullMeeting) -> Vec<TimeBack> {
    let Some((cause, minutes)) = given_back(before, after, change.at) else { return Vec::new() };
    let row = |person_id: PersonId| TimeBack {
        id: app.new_id(),
        person_id,
        meeting_id: Some(after.meeting.id),
        change_id: Some(change.id),
        cause,
        minutes,
        at: change.at,
    };
    coming(before).filter_map(|a| a.person_id).map(row).collect()
}

fn given_back(before: &FullMeeting, after: &FullMeeting, now: DateTime<Utc>) -> Option<(&'static str, i64)> {
    let (was, is) = (&before.meeting, &after.meeting);
    if was.status != Status::Confirmed || was.starts_at <= now {
        return None;
    }
    if is.status == Status::Cancelled {
        return Some(("cancelled", was.minutes));
    }
    (is.minutes < was.minutes).then(|| ("shortened", was.minutes - is.minutes))
}
