//! The one way to change several dates of a series: judged date by date under one set of locks, told once.

use crate::{
    app::{
        actor::Actor,
        approvals,
        change::{self, Changed, Judgement},
        context::App,
        daily_mails,
        error::{AppError, Result, StoppedDate},
        leave::{self, Leave, Need, Stopped},
        series::tell,
        time_back,
    },
    domain::{
        ids::{MeetingId, SeriesId, SubjectId},
        limits::verdict::Verdict,
        meeting::Status,
    },
    store::{
        self, Tx,
        audit::Deed,
        changes::{Before, Change},
        meetings::FullMeeting,
    },
};

/// A date as it is, if there is one, and as it shall be.
pub(in crate::app) type Pair = (Option<FullMeeting>, FullMeeting);

/// A change of several dates. The caller has locked and read all dates of the series in the same transaction.
pub(in crate::app) struct SeriesChange {
    /// What happens: `series_planned`, `series_edited`, `series_moved`, `series_cancelled`, `series_undone`.
    pub(in crate::app) kind: &'static str,
    /// The date whose page shows what was done.
    pub(in crate::app) anchor: MeetingId,
    /// What it takes to go back.
    pub(in crate::app) before: Before,
    /// The dates, by their start.
    pub(in crate::app) pairs: Vec<Pair>,
    /// The series whose people are told: the one that was split first.
    pub(in crate::app) told: Vec<SeriesId>,
    /// Reason given; may be empty.
    pub(in crate::app) note: String,
    /// What leave it brings to pass limits.
    pub(in crate::app) leave: Leave,
}

/// Locks everybody concerned, judges every date, and makes the change: all of it or nothing.
///
/// # Errors
/// [`AppError::SeriesStopped`] with all the dates that limits stop; nobody is asked for leave of a single date of many.
pub(in crate::app) async fn change_series(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    mut change: SeriesChange,
) -> Result<Changed> {
    change.pairs.retain(|(old, after)| old.as_ref() != Some(after) || after.meeting.id == change.anchor);
    let both = change.pairs.iter().flat_map(|(old, after)| old.iter().chain([after]));
    let mut subjects: Vec<SubjectId> = both.flat_map(change::subjects_of).collect();
    subjects.extend(change.leave.counted(actor.id()).map(|id| SubjectId::from(id.uuid())));
    for id in &change.told {
        subjects.extend(store::series::subjects(tx, *id).await?);
    }
    change::lock_subjects(tx, subjects).await?;
    let pairs: Vec<_> = change.pairs.iter().map(|(old, after)| (old.as_ref(), after)).collect();
    change::refuse_leavers(tx, &pairs).await?;
    let mut stopped = Vec::new();
    // Each date is judged with those before it in place, as if they had been planned one after the other.
    for pair in &mut change.pairs {
        let original = pair.1.meeting.original_start.unwrap_or(pair.1.meeting.start_local);
        match Box::pin(write_date(tx, app, actor, (pair, &change.leave))).await {
            Ok(None) => {}
            Ok(Some(verdict)) => {
                stopped.push(StoppedDate { original, stopped: Stopped { verdict, need: Need::Other } });
            }
            Err(AppError::Stopped(why)) => stopped.push(StoppedDate { original, stopped: *why }),
            Err(error) => return Err(error),
        }
    }
    if !stopped.is_empty() {
        return Err(AppError::SeriesStopped(stopped));
    }
    Box::pin(finish(tx, app, actor, change)).await
}

/// Judges and writes one date; gives the verdict where somebody else's leave would be needed.
async fn write_date(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    ((old, after), leave): (&mut Pair, &Leave),
) -> Result<Option<Verdict>> {
    after.meeting.updated_at = app.now();
    if old.is_some() {
        approvals::withdraw(tx, app, actor, after.meeting.id).await?;
    }
    let judged = match Box::pin(change::judgement(tx, app, actor, (old.as_ref(), after, leave))).await? {
        Judgement::Needless => None,
        Judgement::Passed(judged, passed) => Some((judged, passed)),
        Judgement::Asking(judged, _) => return Ok(Some(judged.verdict)),
    };
    change::write(tx, old.as_ref(), after).await?;
    if after.meeting.status == Status::Cancelled {
        store::claims::replace(tx, after.meeting.id, &[]).await?;
    } else if let Some((judged, passed)) = &judged {
        change::write_claims(tx, after, (judged, false)).await?;
        store::load::judged_under(tx, after.meeting.id, judged.policy.version).await?;
        let rows = leave::on_record(app, (actor, leave), (after, judged), passed)?;
        store::overrides::insert(tx, &rows).await?;
    }
    Ok(None)
}

async fn finish(tx: &mut Tx, app: &App, actor: &Actor, change: SeriesChange) -> Result<Changed> {
    let now = app.now();
    let anchor = change.pairs.iter().map(|(_, after)| after).find(|after| after.meeting.id == change.anchor);
    let anchor = anchor.ok_or(AppError::NotFound)?.meeting.clone();
    let mut mails = Vec::new();
    for id in &change.told {
        let series = store::series::by_id(tx, *id).await?.ok_or(AppError::NotFound)?;
        let meetings = store::series::meetings(tx, *id).await?;
        if !meetings.is_empty() {
            mails.extend(tell::prepare(tx, app, actor, (series, &meetings, &change.note)).await?.mails);
        }
    }
    daily_mails::pace(tx, anchor.organizer_id, &mut mails, now).await?;
    store::outbox::insert(tx, &mails, now).await?;
    let record = Change {
        id: app.new_id(),
        meeting_id: anchor.id,
        actor_id: Some(actor.id()),
        kind: change.kind.to_owned(),
        version: anchor.version,
        before: Some(change.before.into()),
        at: now,
        undo_until: app.after_undo(now),
        undone_at: None,
    };
    time_back::record_dates(tx, app, &record, &change.pairs).await?;
    let series = anchor.series_id.ok_or(AppError::NotFound)?;
    let deed = Deed {
        after: Some(summary(&anchor.title, &change.pairs)),
        reason: change.note,
        ..actor.deed(action(change.kind), ("series", series.uuid()))
    };
    store::audit::record(tx, &deed, now).await?;
    store::changes::insert(tx, &record).await?;
    Ok(Changed { change: record.id, mails: mails.len() })
}

fn action(kind: &str) -> &'static str {
    match kind {
        "series_planned" => "series.planned",
        "series_edited" => "series.edited",
        "series_moved" => "series.moved",
        "series_cancelled" => "series.cancelled",
        _ => "series.undone",
    }
}

/// What the record keeps: which dates, and what they have become.
fn summary(title: &str, pairs: &[Pair]) -> serde_json::Value {
    let dates: Vec<serde_json::Value> = pairs
        .iter()
        .map(|(_, after)| {
            let m = &after.meeting;
            serde_json::json!({ "start": m.start_local.to_string(), "minutes": m.minutes, "status": m.status, "title": m.title })
        })
        .collect();
    serde_json::json!({ "title": title, "dates": dates })
}
