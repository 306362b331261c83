//! The one way to change several dates of a series: judged date by date under one set of locks, told once.

use std::collections::HashSet;

use super::{
    facts,
    judging::{JudgedDate, judge_dates},
};
use crate::{
    app::{
        actor::Actor,
        approvals,
        change::{self as one, Changed, QUIETLY},
        claims::{Terms, claims_of},
        context::App,
        course, daily_mails,
        error::{AppError, Result},
        leave::{self, Leave},
        once::{self, Once},
        parts, proposals,
        series::tell,
        tell::Manner,
        time_back,
    },
    domain::{
        ids::{AttendeeId, MeetingId, PersonId, SeriesId, SubjectId},
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
    /// What happens: `series_planned`, `series_renewed`, `series_repeated`, `series_edited`, [`QUIETLY`],
    /// `series_moved`, `series_cancelled`, `series_address`, `series_undone`.
    pub(in crate::app) kind: &'static str,
    /// The date whose page shows what was done.
    pub(in crate::app) anchor: MeetingId,
    /// What it takes to go back; `None` where there is no way back.
    pub(in crate::app) before: Option<Before>,
    /// The dates, by their start.
    pub(in crate::app) pairs: Vec<Pair>,
    /// The series whose people are told: the one that was split first.
    pub(in crate::app) told: Vec<SeriesId>,
    /// Reason given; may be empty.
    pub(in crate::app) note: String,
    /// What leave it brings to pass limits.
    pub(in crate::app) leave: Leave,
}

impl SeriesChange {
    /// With whom exceptions are counted; all dates have one organizer.
    pub(super) fn counted(&self, actor: &Actor) -> Option<PersonId> {
        let organizer = self.pairs.last().map_or(actor.id(), |(_, after)| after.meeting.organizer_id);
        self.leave.counted(actor.excepted_for(organizer))
    }

    /// Whoever comes to dates of this series that go on as another one.
    fn moved_on(&self, series: SeriesId) -> HashSet<AttendeeId> {
        let went = |(old, after): &&Pair| {
            let was = old.as_ref().and_then(|old| old.meeting.series_id);
            was == Some(series) && after.meeting.series_id != was && after.meeting.status == Status::Confirmed
        };
        let rows = self.pairs.iter().filter(went).flat_map(|(_, after)| &after.attendees);
        rows.filter(|row| row.removed_at.is_none()).map(facts::person).collect()
    }
}

/// Makes the change, uses the form's key up, commits and wakes the worker.
///
/// # Errors
/// As [`change_series`].
pub(in crate::app) async fn conclude(
    mut tx: Tx,
    app: &App,
    actor: &Actor,
    (change, once): (SeriesChange, &Once),
) -> Result<Changed> {
    let anchor = change.anchor;
    let changed = change_series(&mut tx, app, actor, change).await?;
    once::finish(&mut tx, once, &location(anchor, &changed)).await?;
    tx.commit().await?;
    app.wake_worker();
    Ok(changed)
}

/// The page that shows a change, with the way back.
#[must_use]
pub fn location(anchor: MeetingId, changed: &Changed) -> String {
    format!("/meetings/{anchor}?sent={}", changed.change)
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
    for (_, after) in change.pairs.iter_mut().filter(|(_, after)| after.meeting.status == Status::Confirmed) {
        parts::settle(after)?;
    }
    let both = change.pairs.iter().flat_map(|(old, after)| old.iter().chain([after]));
    let mut subjects: Vec<SubjectId> = both.flat_map(one::subjects_of).collect();
    subjects.extend(change.counted(actor).map(|id| SubjectId::from(id.uuid())));
    subjects.extend(store::series::subjects(tx, &change.told).await?);
    one::lock_subjects(tx, subjects).await?;
    let pairs: Vec<_> = change.pairs.iter().map(|(old, after)| (old.as_ref(), after)).collect();
    one::refuse_leavers(tx, &pairs).await?;
    let standing = change.pairs.iter().filter(|(old, _)| old.is_some()).map(|(_, after)| after.meeting.id);
    withdraw(tx, app, actor, &standing.collect::<Vec<_>>()).await?;
    let judged = judge_dates(tx, app, actor, &change).await?;
    write(tx, app, actor, (&mut change, &judged)).await?;
    Box::pin(finish(tx, app, actor, change)).await
}

/// Ends the open questions about dates that are changed otherwise.
pub(super) async fn withdraw(tx: &mut Tx, app: &App, actor: &Actor, dates: &[MeetingId]) -> Result<()> {
    let asked = store::approvals::open_about(tx, dates).await?;
    // As many rounds as there are open questions; usually none.
    for meeting in asked {
        approvals::withdraw(tx, app, actor, meeting).await?;
    }
    Ok(())
}

/// Writes the dates with their claims, and the limits they pass. Claims of all are let go before any is taken, because
/// dates may change places.
async fn write(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    (change, judged): (&mut SeriesChange, &[JudgedDate]),
) -> Result<()> {
    for (old, after) in &mut change.pairs {
        after.meeting.updated_at = app.now();
        if let Some(old) = old {
            after.meeting.version = old.meeting.version + 1;
        }
    }
    let (mut fresh, mut over, mut under) = (Vec::new(), Vec::new(), None);
    let (mut claims, mut passed) = (Vec::new(), Vec::new());
    for ((_, after), judged) in change.pairs.iter().zip(judged) {
        if after.meeting.status == Status::Cancelled {
            fresh.push(after.meeting.id);
        } else if let Some((judged, answered)) = judged {
            let terms = Terms { policy: &judged.policy.settings, verdict: &judged.verdict, held: false };
            fresh.push(after.meeting.id);
            over.extend(judged.verdict.is_over().then_some(after.meeting.id));
            claims.extend(claims_of(after, &terms));
            passed.extend(leave::on_record(app, (actor, &change.leave), (after, judged), answered)?);
            under = Some(judged.policy.version);
        }
    }
    let expected = |old: &Option<FullMeeting>| old.as_ref().map(|old| old.meeting.version);
    let rows: Vec<_> = change.pairs.iter().map(|(old, after)| (after, expected(old))).collect();
    if !store::meetings::save_all(tx, &rows).await? {
        return Err(AppError::Stale);
    }
    let of_another = |(old, after): &&(Option<FullMeeting>, FullMeeting)| {
        old.as_ref().is_some_and(|old| old.meeting.account_id != after.meeting.account_id)
    };
    let moved: Vec<_> = change.pairs.iter().filter(of_another).map(|(_, after)| after.meeting.id).collect();
    if !moved.is_empty() {
        store::opportunities::unlink_foreign(tx, &moved).await?;
    }
    let standing: Vec<MeetingId> = change.pairs.iter().map(|(_, after)| after.meeting.id).collect();
    let under_way = store::course::under_way(tx, &standing).await?;
    // Dates that have begun: one at most, unless they overlap.
    for (_, after) in change.pairs.iter().filter(|(_, after)| under_way.contains(&after.meeting.id)) {
        course::follow(tx, app, after).await?;
    }
    store::claims::replace_all(tx, &fresh, &claims).await?;
    if let Some(version) = under {
        store::load::judged_under(tx, (&fresh, &over), version).await?;
    }
    Ok(store::overrides::insert(tx, &passed).await?)
}

async fn finish(tx: &mut Tx, app: &App, actor: &Actor, change: SeriesChange) -> Result<Changed> {
    let now = app.now();
    let anchor = change.pairs.iter().map(|(_, after)| after).find(|after| after.meeting.id == change.anchor);
    let anchor = anchor.ok_or(AppError::NotFound)?.meeting.clone();
    let undoing = change.kind == "series_undone";
    let owed = if undoing { one::owed_before(tx, anchor.id, now).await? } else { Vec::new() };
    let (mut mails, mut stamped_at) = (Vec::new(), None);
    for id in &change.told {
        let series = store::series::by_id(tx, *id).await?.ok_or(AppError::NotFound)?;
        let meetings = store::series::meetings(tx, *id).await?;
        let moved_on = change.moved_on(*id);
        let manner = Manner { note: &change.note, quiet: undoing || change.kind == QUIETLY, owed: &owed };
        let about = tell::About { organizer: anchor.organizer_id, manner, moved_on };
        let telling = tell::prepare(tx, app, actor, (series, &meetings, &about)).await?;
        stamped_at = stamped_at.max((!telling.mails.is_empty()).then_some(telling.stamp.dtstamp));
        mails.extend(telling.mails);
    }
    if let Some(stamped_at) = stamped_at {
        // Whoever is told of a date now is not reminded of it a moment later.
        let dates: Vec<MeetingId> = change.pairs.iter().map(|(_, after)| after.meeting.id).collect();
        store::meetings::save_stamps(tx, &dates, stamped_at).await?;
    }
    daily_mails::pace(tx, anchor.organizer_id, &mut mails, now).await?;
    store::outbox::insert(tx, &mails, now).await?;
    let record = Change {
        id: app.new_id(),
        meeting_id: anchor.id,
        actor_id: Some(actor.id()),
        kind: change.kind.to_owned(),
        version: anchor.version,
        undo_until: app.after_undo(now),
        before: change.before.map(Into::into),
        at: now,
        undone_at: None,
    };
    time_back::record_dates(tx, app, &record, &change.pairs).await?;
    proposals::close_dates(tx, actor, (&change.pairs, now)).await?;
    let series = anchor.series_id.ok_or(AppError::NotFound)?;
    let says = summary(&anchor.title, &change.pairs);
    let says = match change.pairs.last() {
        Some((_, full)) => actor.on_behalf(says, full),
        None => says,
    };
    let deed =
        Deed { after: Some(says), reason: change.note, ..actor.deed(action(change.kind), ("series", series.uuid())) };
    store::audit::record(tx, &deed, now).await?;
    store::changes::insert(tx, &record).await?;
    Ok(Changed { change: record.id, mails: mails.len() })
}

fn action(kind: &str) -> &'static str {
    match kind {
        "series_planned" => "series.planned",
        "series_renewed" => "series.renewed",
        "series_repeated" => "series.repeated",
        "series_edited" => "series.edited",
        QUIETLY => "series.edited_quietly",
        "series_moved" => "series.moved",
        "series_address" => "meeting.address_corrected",
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
