//! Change several dates of a series in anything but their time.

use super::{
    MAX_SEATS,
    change::{self, Pair},
    dates::{self, Several, details_of, to_come},
};
use crate::{
    app::{
        actor::Actor,
        change::{Made, QUIETLY},
        context::App,
        edit_meeting::{EditMeeting, Outcome, edited_all},
        error::{Refusal, Result},
        leave::Leave,
        once::{self, Turn},
    },
    domain::{meeting::VideoSource, series::patch::Patch},
    store::meetings::FullMeeting,
};

/// Makes what was changed on one date true for this and following, or for all that are to come. What other dates have of
/// their own stays, unless it is what was changed; so do those that are to be kept.
///
/// # Errors
/// As [`crate::app::edit_meeting::run`]; [`crate::app::error::AppError::SeriesStopped`].
pub async fn run(app: &App, actor: &Actor, (command, several): (EditMeeting, Several)) -> Result<Outcome> {
    let mut tx = app.db.begin().await?;
    if let Turn::Again(location) = once::begin(&mut tx, &command.once, app.now()).await? {
        return Ok(Outcome::Again(location));
    }
    let scope = several.scope;
    let opened = dates::open(&mut tx, app, actor, (command.id, command.version)).await?;
    let tail = opened.split(&mut tx, app, scope).await?;
    let patch = Patch::between(&details_of(&opened.anchor), &command.details);
    let mut edits = Vec::new();
    for full in opened.all.iter().filter(|full| opened.is_in(full, scope)) {
        if full.meeting.id == command.id {
            edits.push((full, command.details.clone(), command.points.clone()));
        } else if to_come(full, app.now()) && !patch.is_empty() && !several.keeps(full) {
            edits.push((full, patch.applied(&details_of(full)), Vec::new()));
        }
    }
    let edited = edited_all(&mut tx, app, &edits).await?;
    let after =
        |full: &FullMeeting| edited.iter().find(|edited| edited.meeting.id == full.meeting.id).unwrap_or(full).clone();
    let dates = opened.all.iter().filter(|full| opened.is_in(full, scope));
    let mut pairs: Vec<Pair> = dates.map(|full| (Some(full.clone()), after(full))).collect();
    share_room(&mut pairs, &patch);
    refuse_crowd(&pairs)?;
    let kind = if command.quiet { QUIETLY } else { "series_edited" };
    let change = opened.change(kind, tail.as_ref(), pairs, Leave::Said(command.consent));
    let changed = change::conclude(tx, app, actor, (change, &command.once)).await?;
    Ok(Outcome::Done(Made::Done(changed)))
}

/// One change writes and tells of so many places at most.
fn refuse_crowd(pairs: &[Pair]) -> Result<()> {
    let seats = |full: &FullMeeting| full.attendees.iter().filter(|a| a.removed_at.is_none()).count();
    let sum = |fulls: &mut dyn Iterator<Item = &FullMeeting>| fulls.map(seats).sum::<usize>();
    let after = sum(&mut pairs.iter().map(|(_, after)| after));
    let grows = after > sum(&mut pairs.iter().filter_map(|(old, _)| old.as_ref()));
    if grows && after > MAX_SEATS { Err(Refusal::TooManySeats.into()) } else { Ok(()) }
}

/// A room that was made by this edit is the same for all dates.
fn share_room(pairs: &mut [Pair], patch: &Patch) {
    if !patch.changes_place() {
        return;
    }
    let own = |(_, after): &&Pair| after.meeting.video_source == Some(VideoSource::Own);
    let room = pairs.iter().find(own).and_then(|(_, after)| after.meeting.video_url.clone());
    let fresh =
        |old: &Option<FullMeeting>| old.as_ref().is_some_and(|old| old.meeting.video_source != Some(VideoSource::Own));
    for (old, after) in pairs.iter_mut() {
        if fresh(old) && after.meeting.video_source == Some(VideoSource::Own) {
            after.meeting.video_url.clone_from(&room);
        }
    }
}
