//! Call several dates of a series off.

use super::{
    change::{self, SeriesChange},
    dates::{self, to_come},
};
use crate::{
    app::{
        actor::Actor,
        cancel_meeting::{CancelMeeting, cancelled, owes_reason},
        change::Made,
        context::App,
        edit_meeting::Outcome,
        error::{Refusal, Result},
        leave::Leave,
        once::{self, Turn},
    },
    domain::{limits::rule::Level, series::patch::Scope},
};

/// Calls this and following dates off, or all that are to come. The series ends there; it needs no other UID.
///
/// # Errors
/// As [`crate::app::cancel_meeting::run`].
pub async fn run(app: &App, actor: &Actor, (command, scope): (CancelMeeting, Scope)) -> Result<Outcome> {
    let mut tx = app.db.begin().await?;
    if let Turn::Again(location) = once::begin(&mut tx, &command.once, app.now()).await? {
        return Ok(Outcome::Again(location));
    }
    let opened = dates::open(&mut tx, app, actor, (command.id, command.version)).await?;
    let off = opened.all.iter().filter(|full| opened.is_in(full, scope) && to_come(full, app.now()));
    let mut pairs = Vec::new();
    for full in off {
        if command.reason.is_empty() && owes_reason(full) {
            return Err(Refusal::ReasonMissing.into());
        }
        pairs.push((Some(full.clone()), cancelled(full, &command.reason)));
    }
    let change = opened.change("series_cancelled", None, pairs, Leave::UpTo(Level::Block));
    let change = SeriesChange { note: command.reason, ..change };
    let changed = change::conclude(tx, app, actor, (change, &command.once)).await?;
    Ok(Outcome::Done(Made::Done(changed)))
}
