//! Take a change of several dates back while nothing of it has left the house.

use super::{change, dates::Opened};
use crate::{
    app::{
        actor::Actor,
        change as one,
        context::App,
        error::{AppError, Refusal, Result},
        leave::Leave,
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
    if meetings.iter().any(|full| full.meeting.version != 1) || store::outbox::series_left(tx, id, change.at).await? {
        return Err(Refusal::TooLateToUndo.into());
    }
    let title = meetings.first().map_or_else(String::new, |full| full.meeting.title.clone());
    // Changes of them may have been asked about within the same minute.
    change::withdraw(tx, app, actor, &ids).await?;
    for full in &meetings {
        store::claims::replace(tx, full.meeting.id, &[]).await?;
        store::meetings::delete(tx, full.meeting.id, now).await?;
    }
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
    let current = one::open_all(tx, &ids, &[]).await?;
    for id in [Some(before.series.id), before.split_off].into_iter().flatten() {
        store::outbox::take_back_series(tx, id, now).await?;
        if store::outbox::series_left(tx, id, change.at).await? {
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
    store::series::set_rule(tx, before.series.id, before.series.rule.0).await?;
    let anchor = change.meeting_id;
    let opened = Opened { series: before.series, all: Vec::new(), anchor: anchor_of(&current, anchor)? };
    let undone = opened.change("series_undone", None, pairs, Leave::UpTo(Level::Warn));
    change::change_series(tx, app, actor, undone).await?;
    // Only now: going back moves the dates, too, and would end them again.
    store::proposals::reopen(tx, &ids, change.at).await?;
    if let Some(id) = before.split_off {
        store::series::delete(tx, id).await?;
    }
    Ok(Undone::Meeting(anchor))
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
