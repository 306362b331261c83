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
    let Some((cause, minutes)) = given_back(before, after, change.at) else { return Ok(()) };
    let row = |person_id: PersonId| TimeBack {
        id: app.new_id(),
        person_id,
        meeting_id: Some(after.meeting.id),
        change_id: Some(change.id),
        cause,
        minutes,
        at: change.at,
    };
    let rows: Vec<TimeBack> = coming(before).filter_map(|a| a.person_id).map(row).collect();
    Ok(store::overrides::insert_time_back(tx, &rows).await?)
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
