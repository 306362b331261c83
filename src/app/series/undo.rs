//! Take a change of several dates back while nothing of it has left the house.

use chrono::{DateTime, Utc};

use super::{change, dates::Opened, endless, tell};
use crate::{
    app::{
        actor::Actor,
        change as one,
        context::App,
        error::{AppError, Refusal, Result},
        leave::Leave,
        tell::Manner,
        undo::{Form, Undone, restored},
    },
    domain::{
        ids::{MeetingId, PersonId, SeriesId},
        limits::rule::Level,
        person::PersonState,
    },
    store::{
        self, Tx,
        audit::Deed,
        changes::{Change, SeriesBefore},
        drafts::Draft,
        meetings::FullMeeting,
        series::Series,
        series_reviews::Ending,
    },
};

/// The plan of a series, unsent again, as a draft.
pub(in crate::app) async fn unplan(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    (change, id, form): (&Change, SeriesId, Form),
) -> Result<Undone> {
    let now = app.now();
    let ids = store::series::dates(tx, id).await?;
    let meetings = one::open_all(tx, &ids, &[]).await?;
    store::outbox::take_back_series(tx, id, now).await?;
    // Some or all of its dates may have gone on as another series.
    let uid = read(tx, id).await?.uid;
    let gone_on = store::series::next_of(tx, &uid).await?.is_some();
    let touched = gone_on || meetings.iter().any(|full| full.meeting.version != 1);
    if touched || store::outbox::series_left(tx, id, change.at).await? {
        return Err(Refusal::TooLateToUndo.into());
    }
    let title = meetings.first().map_or_else(String::new, |full| full.meeting.title.clone());
    // Changes of them may have been asked about within the same minute.
    change::withdraw(tx, app, actor, &ids).await?;
    for full in &meetings {
        store::claims::replace(tx, full.meeting.id, &[]).await?;
        store::meetings::delete(tx, full.meeting.id, now).await?;
    }
    endless::forget(tx, app, id).await?;
    store::series::delete(tx, id).await?;
    let draft =
        Draft { id: app.new_id(), owner_id: actor.id(), title, form: form.into(), created_at: now, updated_at: now };
    store::drafts::save(tx, &draft).await?;
    let deed = Deed { ..actor.deed("series.undone", ("series", id.uuid())) };
    store::audit::record(tx, &deed, now).await?;
    Ok(Undone::Draft(draft.id))
}

/// The dates as they were, in the series they were in.
pub(in crate::app) async fn restore(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    (change, before): (&Change, SeriesBefore),
) -> Result<Undone> {
    let now = app.now();
    let ids: Vec<MeetingId> = before.dates.iter().map(|full| full.meeting.id).collect();
    let current = one::open_all(tx, &[ids.as_slice(), &before.added].concat(), &[]).await?;
    untouched(&current, &before.added)?;
    for id in [Some(before.series.id), before.split_off].into_iter().flatten() {
        store::outbox::take_back_series(tx, id, now).await?;
        if store::outbox::series_left(tx, id, change.at).await? {
            return Err(Refusal::TooLateToUndo.into());
        }
    }
    if let Some(fresh) = before.split_off {
        let of_others = store::series::dates(tx, fresh).await?;
        if of_others.iter().any(|date| !ids.contains(date) && !before.added.contains(date)) {
            return Err(Refusal::TooLateToUndo.into());
        }
    }
    refuse_leaver(tx, before.dates.iter().map(|full| full.meeting.organizer_id).collect()).await?;
    let mut pairs = Vec::new();
    for was in before.dates {
        let is = current.iter().find(|full| full.meeting.id == was.meeting.id).ok_or(AppError::NotFound)?;
        // One that changed since is not ours to bring back.
        if is.meeting.version != was.meeting.version + 1 {
            return Err(Refusal::TooLateToUndo.into());
        }
        pairs.push((Some(is.clone()), restored(app, change, (is, was))));
    }
    take_out(tx, app, actor, &before.added).await?;
    store::series::set_rule(tx, before.series.id, before.series.rule.0).await?;
    reopen(tx, (before.series.id, before.answered)).await?;
    let anchor = change.meeting_id;
    let opened = Opened { series: before.series.clone(), all: Vec::new(), anchor: anchor_of(&current, anchor)? };
    let undone = opened.change("series_undone", None, pairs, Leave::UpTo(Level::Warn));
    change::change_series(tx, app, actor, undone).await?;
    // Only now: going back moves the dates, too, and would end them again.
    store::proposals::reopen(tx, &ids, change.at).await?;
    if let Some(fresh) = before.split_off {
        store::point_ideas::follow(tx, (fresh, before.series.id)).await?;
        store::series::delete(tx, fresh).await?;
    }
    Ok(Undone::Meeting(anchor))
}

/// Takes dates back with which a series went on, and asks again what becomes of it.
pub(in crate::app) async fn shrink(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    (change, before): (&Change, SeriesBefore),
) -> Result<Undone> {
    let (now, id) = (app.now(), before.series.id);
    let ids = [store::series::dates(tx, id).await?, before.added.clone()].concat();
    let all = one::open_all(tx, &ids, &[]).await?;
    let told = before.split_off.unwrap_or(id);
    store::outbox::take_back_series(tx, told, now).await?;
    untouched(&all, &before.added)?;
    if store::outbox::series_left(tx, told, change.at).await? {
        return Err(Refusal::TooLateToUndo.into());
    }
    take_out(tx, app, actor, &before.added).await?;
    if let Some(fresh) = before.split_off {
        store::series::delete(tx, fresh).await?;
    } else {
        store::series::set_rule(tx, id, before.series.rule.0).await?;
        // What was taken back may have told more than this.
        let (series, meetings) = (read(tx, id).await?, store::series::meetings(tx, id).await?);
        let about = tell::About::change(&meetings, Manner::default())?;
        let telling = tell::prepare(tx, app, actor, (series, &meetings, &about)).await?;
        store::outbox::insert(tx, &telling.mails, now).await?;
    }
    store::series::set_aim(tx, id, (&before.series.aim, before.series.endless)).await?;
    reopen(tx, (id, before.answered)).await?;
    let deed = actor.deed("series.undone", ("series", id.uuid()));
    store::audit::record(tx, &deed, now).await?;
    Ok(Undone::Series(id))
}

/// Dates that a change added can go with it while nobody has touched them.
fn untouched(all: &[FullMeeting], added: &[MeetingId]) -> Result<()> {
    let found: Vec<&FullMeeting> = all.iter().filter(|full| added.contains(&full.meeting.id)).collect();
    let touched = found.len() != added.len() || found.iter().any(|full| full.meeting.version != 1);
    if touched { Err(Refusal::TooLateToUndo.into()) } else { Ok(()) }
}

async fn take_out(tx: &mut Tx, app: &App, actor: &Actor, added: &[MeetingId]) -> Result<()> {
    change::withdraw(tx, app, actor, added).await?;
    for id in added {
        store::claims::replace(tx, *id, &[]).await?;
        store::meetings::delete(tx, *id, app.now()).await?;
    }
    Ok(())
}

async fn read(tx: &mut Tx, id: SeriesId) -> Result<Series> {
    store::series::by_id(tx, id).await?.ok_or(AppError::NotFound)
}

/// What was answered about the end of a series is open again.
async fn reopen(tx: &mut Tx, (series_id, answered): (SeriesId, Option<DateTime<Utc>>)) -> Result<()> {
    let Some(last_at) = answered else { return Ok(()) };
    Ok(store::series_reviews::reopen(tx, Ending { series_id, last_at }).await?)
}

fn anchor_of(current: &[FullMeeting], anchor: MeetingId) -> Result<FullMeeting> {
    current.iter().find(|full| full.meeting.id == anchor).cloned().ok_or(AppError::NotFound)
}

/// The meetings were handed over or called off because their organizer left.
async fn refuse_leaver(tx: &mut Tx, mut organizers: Vec<PersonId>) -> Result<()> {
    organizers.sort_unstable();
    organizers.dedup();
    let people = store::people::by_ids(tx, &organizers).await?;
    let left = people.iter().any(|person| person.state == PersonState::Deactivated);
    if left { Err(Refusal::TooLateToUndo.into()) } else { Ok(()) }
}
