//! Mark what one is to do as done, or take that back.

use super::{
    actor::Actor,
    context::App,
    error::{AppError, Result},
};
use crate::{
    domain::{ids::ActionId, minutes::ActionState},
    store::{
        self,
        actions::{self, Action},
        meetings::FullMeeting,
    },
};

/// Whether this person says where an action stands: whoever does it, those who lead them, and those who may change the
/// meeting.
#[must_use]
pub fn may_settle(actor: &Actor, full: &FullMeeting, action: &Action) -> bool {
    let theirs = action.person_id.is_some_and(|owner| owner == actor.id() || actor.leads(owner));
    theirs || actor.may_change(full).is_ok()
}

/// Says where an action stands.
///
/// # Errors
/// [`AppError::NotFound`] for whoever neither sees the meeting nor does it; [`AppError::Denied`] for those who only see it.
pub async fn settle(app: &App, actor: &Actor, id: ActionId, state: ActionState) -> Result<Action> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let found = actions::by_id(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    store::meetings::lock(&mut tx, found.meeting_id).await?;
    let full = store::meetings::by_id(&mut tx, found.meeting_id).await?.ok_or(AppError::NotFound)?;
    let action = actions::by_id(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    if !may_settle(actor, &full, &action) {
        return Err(if actor.sees(&full) { AppError::Denied } else { AppError::NotFound });
    }
    if action.state == state {
        return Ok(action);
    }
    let ended = state != ActionState::Open;
    let settled = Action { state, ended_at: ended.then_some(now), ended_by: ended.then(|| actor.id()), ..action };
    actions::save(&mut tx, std::slice::from_ref(&settled)).await?;
    tx.commit().await?;
    Ok(settled)
}
