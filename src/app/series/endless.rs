//! Series that never end: somebody else than their organizer has to allow it, and may take it back. Once allowed, further
//! dates are planned ahead of the last one by themselves, and their organizer gets the record with each round of them.

pub mod ask;
pub mod decide;
mod letters;
pub mod prolong;

use super::review::last;
use crate::{
    app::{
        actor::Actor,
        context::App,
        error::{AppError, Result},
    },
    domain::ids::SeriesId,
    store::{self, Tx, meetings::FullMeeting, series::Series},
};

/// Locks the dates of a series and reads it with its last date.
async fn open(tx: &mut Tx, id: SeriesId) -> Result<(Series, FullMeeting)> {
    let dates = store::series::dates(tx, id).await?;
    store::meetings::lock_all(tx, &dates).await?;
    read(tx, id).await
}

/// A series with its last date.
///
/// # Errors
/// [`AppError::NotFound`] for one of which no date stands.
pub async fn read(tx: &mut Tx, id: SeriesId) -> Result<(Series, FullMeeting)> {
    let series = store::series::by_id(tx, id).await?.ok_or(AppError::NotFound)?;
    let all = store::series::meetings(tx, id).await?;
    let end = last(&all).cloned().ok_or(AppError::NotFound)?;
    Ok((series, end))
}

/// A series is taken back that was just planned: whoever was asked about it has nothing to decide.
pub(in crate::app) async fn forget(tx: &mut Tx, app: &App, id: SeriesId) -> Result<()> {
    match store::series_approvals::newest(tx, id).await? {
        Some(asked) => letters::take_back(tx, app, &asked).await,
        None => Ok(()),
    }
}

/// A series goes on otherwise: the question whether it may never end is asked anew, if at all.
pub(in crate::app) async fn drop_question(tx: &mut Tx, app: &App, id: SeriesId) -> Result<()> {
    let asked = store::series_approvals::newest(tx, id).await?;
    let Some(asked) = asked.filter(store::series_approvals::SeriesApproval::is_open) else { return Ok(()) };
    let ended = store::approvals::Decision { state: "withdrawn", by: None, note: "", at: app.now() };
    store::series_approvals::end(tx, asked.id, &ended).await?;
    letters::take_back(tx, app, &asked).await
}

/// Has a series end again, or takes the question back whether it may go on: by whoever plans it, or leads who does.
///
/// # Errors
/// [`AppError::NotFound`] for everybody else.
pub async fn withdraw(app: &App, actor: &Actor, id: SeriesId) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let (series, end) = open(&mut tx, id).await?;
    if !(actor.leads(end.meeting.organizer_id) || actor.may_change(&end).is_ok()) {
        return Err(AppError::NotFound);
    }
    let asked =
        store::series_approvals::newest(&mut tx, id).await?.filter(store::series_approvals::SeriesApproval::is_open);
    if let Some(asked) = &asked {
        let ended = store::approvals::Decision { state: "withdrawn", by: Some(actor.id()), note: "", at: now };
        store::series_approvals::end(&mut tx, asked.id, &ended).await?;
        letters::take_back(&mut tx, app, asked).await?;
    }
    if series.endless {
        store::series::set_aim(&mut tx, id, (&series.aim, false)).await?;
    }
    if asked.is_some() || series.endless {
        let deed = actor.deed("series.endless_withdrawn", ("series", id.uuid()));
        store::audit::record(&mut tx, &deed, now).await?;
    }
    Ok(tx.commit().await?)
}
