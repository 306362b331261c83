//! Change several dates of a series in anything but their time.

use super::{
    change::{self, Pair, SeriesChange},
    dates::{self, details_of, to_come},
    schedule::location,
};
use crate::{
    app::{
        actor::Actor,
        change::Made,
        context::App,
        edit_meeting::{EditMeeting, Outcome, edited},
        error::Result,
        leave::Leave,
        once::{self, Turn},
    },
    domain::{
        meeting::VideoSource,
        series::patch::{Patch, Scope},
    },
};

/// Makes what was changed on one date true for this and following, or for all that are to come. What other dates have of
/// their own stays, unless it is what was changed.
///
/// # Errors
/// As [`crate::app::edit_meeting::run`]; [`crate::app::error::AppError::SeriesStopped`].
pub async fn run(app: &App, actor: &Actor, (command, scope): (EditMeeting, Scope)) -> Result<Outcome> {
    let mut tx = app.db.begin().await?;
    if let Turn::Again(location) = once::begin(&mut tx, &command.once, app.now()).await? {
        return Ok(Outcome::Again(location));
    }
    let opened = dates::open(&mut tx, app, actor, (command.id, command.version)).await?;
    let tail = opened.split(&mut tx, app, scope).await?;
    let patch = Patch::between(&details_of(&opened.anchor), &command.details);
    let mut pairs: Vec<Pair> = Vec::new();
    for full in opened.all.iter().filter(|full| opened.is_in(full, scope)) {
        let mut after = full.clone();
        if full.meeting.id == command.id {
            after = edited(&mut tx, app, full, &command.details).await?;
        } else if to_come(full, app.now()) && !patch.is_empty() {
            after = edited(&mut tx, app, full, &patch.applied(&details_of(full))).await?;
        }
        if let Some(tail) = &tail {
            after.meeting.series_id = Some(tail.id);
        }
        pairs.push((Some(full.clone()), after));
    }
    share_room(&mut pairs, &patch);
    pairs.sort_by_key(|(_, after)| after.meeting.starts_at);
    let changed_dates = pairs.iter().filter_map(|(old, _)| old.clone()).collect();
    let change = SeriesChange {
        kind: "series_edited",
        anchor: command.id,
        before: opened.before(tail.as_ref(), changed_dates),
        told: [Some(opened.series.id), tail.map(|tail| tail.id)].into_iter().flatten().collect(),
        pairs,
        note: String::new(),
        leave: Leave::Said(command.consent),
    };
    let changed = change::change_series(&mut tx, app, actor, change).await?;
    once::finish(&mut tx, &command.once, &location(command.id, &changed)).await?;
    tx.commit().await?;
    app.wake_worker();
    Ok(Outcome::Done(Made::Done(changed)))
}

/// A room that was made by this edit is the same for all dates.
fn share_room(pairs: &mut [Pair], patch: &Patch) {
    if !patch.changes_place() {
        return;
    }
    let own = |(_, after): &&Pair| after.meeting.video_source == Some(VideoSource::Own);
    let room = pairs.iter().find(own).and_then(|(_, after)| after.meeting.video_url.clone());
    let fresh = |old: &Option<crate::store::meetings::FullMeeting>| {
        old.as_ref().is_some_and(|old| old.meeting.video_source != Some(VideoSource::Own))
    };
    for (old, after) in pairs.iter_mut() {
        if fresh(old) && after.meeting.video_source == Some(VideoSource::Own) {
            after.meeting.video_url.clone_from(&room);
        }
    }
}
