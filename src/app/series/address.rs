//! Mend what could not be delivered in a series: another address in all dates that are to come.

use super::{
    change::{self, SeriesChange},
    dates::{self, to_come},
};
use crate::{
    app::{
        actor::Actor,
        change::{self as one, Changed},
        context::App,
        correct_address::{CorrectAddress, correct_contact, corrected},
        error::{AppError, Result},
        leave::Leave,
    },
    domain::{ids::SubjectId, limits::rule::Level},
    store::{self, Tx},
};

/// As [`crate::app::correct_address::run`], for a date of a series: one answer link stands for all of its dates, so the wrong
/// address must be gone from all of them. There is no way back but another correction.
pub(in crate::app) async fn correct(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    command: &CorrectAddress,
) -> Result<Changed> {
    let opened = dates::open(tx, app, actor, (command.meeting, command.version)).await?;
    let row = opened.anchor.attendees.iter().find(|a| a.id == command.attendee).ok_or(AppError::NotFound)?;
    let contact = row.contact_id.ok_or(AppError::Denied)?;
    let pairs = opened.all.iter().filter(|full| to_come(full, app.now()));
    let pairs = pairs.map(|full| Ok((Some(full.clone()), corrected(full, contact, &command.email)?)));
    let pairs = pairs.collect::<Result<Vec<_>>>()?;
    // The record is written after the locks, as for a single meeting.
    store::accounts::hold_keys(tx, &[command.email.key()]).await?;
    let mut subjects: Vec<SubjectId> = opened.all.iter().flat_map(one::subjects_of).collect();
    subjects.extend(store::series::subjects(tx, &[opened.series.id]).await?);
    one::lock_subjects(tx, subjects).await?;
    correct_contact(tx, app, contact, &command.email).await?;
    let change = opened.change("series_address", None, pairs, Leave::UpTo(Level::Block));
    change::change_series(tx, app, actor, SeriesChange { before: None, ..change }).await
}
