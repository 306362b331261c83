//! The organizer wants a series to go on without an end.

use chrono::{DateTime, TimeDelta, Utc};

use super::letters;
use crate::{
    app::{
        actor::Actor,
        approvals,
        context::App,
        error::{Refusal, Result},
        series::record,
    },
    domain::{limits::consent::LEAST_REASON, series::review::Record},
    store::{
        self, Tx,
        approvals::Decision,
        audit::Deed,
        meetings::FullMeeting,
        series::Series,
        series_approvals::{self, SeriesApproval},
    },
};

/// Asks whoever may allow it; an earlier question that is still open gives way to this one. The caller holds the locks of
/// the dates, of which `end` is the last.
///
/// # Errors
/// [`Refusal::AimMissing`] without a reason; [`Refusal::NoApprover`] when there is nobody else.
pub(in crate::app) async fn ask(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    (series, end, reason): (&Series, &FullMeeting, &str),
) -> Result<()> {
    let now = app.now();
    if reason.chars().count() < LEAST_REASON {
        return Err(Refusal::AimMissing.into());
    }
    let approver = approvals::choose(tx, (end.meeting.organizer_id, actor.id()), now).await?;
    if let Some(earlier) = series_approvals::newest(tx, series.id).await?.filter(SeriesApproval::is_open) {
        let ended = Decision { state: "withdrawn", by: Some(actor.id()), note: "", at: now };
        series_approvals::end(tx, earlier.id, &ended).await?;
        letters::take_back(tx, app, &earlier).await?;
    }
    let hours = store::policy::read(tx).await?.settings.approval_hours;
    let approval = SeriesApproval {
        id: app.new_id(),
        series_id: series.id,
        reason: reason.to_owned(),
        asked_by: actor.id(),
        approver_id: approver.id,
        asked_at: now,
        expires_at: expiry(now, end.meeting.starts_at, hours),
        state: "open".to_owned(),
        decided_by: None,
        decided_at: None,
        note: String::new(),
        link_version: 1,
    };
    series_approvals::insert(tx, &approval).await?;
    let record = worth(tx, series, now).await?;
    letters::ask(tx, app, &approval, (end, record)).await?;
    let deed = Deed {
        after: Some(serde_json::json!({ "approver": approver.name })),
        reason: reason.to_owned(),
        ..actor.deed("series.endless_asked", ("series", series.id.uuid()))
    };
    Ok(store::audit::record(tx, &deed, now).await?)
}

/// As for limits, and no longer than the series has dates.
fn expiry(now: DateTime<Utc>, last: DateTime<Utc>, hours: u32) -> DateTime<Utc> {
    let patience = now + TimeDelta::hours(i64::from(hours.clamp(1, 24 * 30)));
    patience.min(last).max(now + TimeDelta::minutes(15))
}

/// What a series and those that it went on from have been worth so far.
///
/// # Errors
/// When the database fails.
pub async fn worth(tx: &mut Tx, series: &Series, now: DateTime<Utc>) -> Result<Record> {
    let lineage = store::series::lineage(tx, series.id).await?;
    let dates = store::series::meetings_of_all(tx, &lineage).await?;
    let past = record::past(tx, &dates, now).await?;
    record::sum(tx, &past).await
}
