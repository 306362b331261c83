//! Say by the link of a mail where what one is to do stands.

use super::{
    answer,
    book::Book,
    context::App,
    error::{AppError, Result},
};
use crate::{
    domain::{
        ids::{ActionId, AttendeeId},
        letter::Reader,
        minutes::ActionState,
        person::PersonState,
    },
    identity::link::{LinkPurpose, LinkToken, Links},
    store::{
        self, Tx,
        actions::{self, Action},
        meetings::{Attendee, FullMeeting},
    },
};

/// What a link opens.
#[derive(Debug, Clone)]
pub struct Held {
    /// The action.
    pub action: Action,
    /// The meeting that agreed on it.
    pub full: FullMeeting,
    /// Who does it and holds the link.
    pub owner: Attendee,
    /// How to speak to them.
    pub reader: Reader,
}

/// The version of the link of whoever does an action: once somebody else does it, it opens nothing.
#[must_use]
pub fn version(owner: AttendeeId) -> u32 {
    let [.., a, b, c, d] = *owner.uuid().as_bytes();
    u32::from_be_bytes([a, b, c, d])
}

/// Opens a link.
///
/// # Errors
/// [`AppError::NotFound`] for anything forged or foreign, for actions that somebody else does by now or that are gone, and
/// for the links of a colleague who left; all the same to the outside.
pub async fn open(tx: &mut Tx, links: &Links, token: &str) -> Result<Held> {
    let token = LinkToken::parse(token).ok_or(AppError::NotFound)?;
    let action = actions::by_id(tx, ActionId::from_uuid(token.id())).await?.ok_or(AppError::NotFound)?;
    let owner = action.attendee_id.ok_or(AppError::NotFound)?;
    if !links.opens(&token, LinkPurpose::ACTION, version(owner)) {
        return Err(AppError::NotFound);
    }
    let full = store::meetings::by_id(tx, action.meeting_id).await?.ok_or(AppError::NotFound)?;
    let owner = full.attendees.iter().find(|a| a.id == owner).cloned().ok_or(AppError::NotFound)?;
    let book = Book::of(tx, std::slice::from_ref(&owner), full.meeting.organizer_id).await?;
    if let Some(id) = owner.person_id
        && book.person(id)?.state == PersonState::Deactivated
    {
        return Err(AppError::NotFound);
    }
    Ok(Held { reader: book.reader(&owner), action, full, owner })
}

/// Marks it as done, or takes that back. What is not needed any more stays so.
///
/// # Errors
/// As [`open`]; [`crate::app::error::Refusal::TooMany`] for a link that is used too often.
pub async fn settle(app: &App, token: &str, done: bool) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let first = open(&mut tx, app.links(), token).await?;
    store::meetings::lock(&mut tx, first.action.meeting_id).await?;
    let Held { action, owner, .. } = open(&mut tx, app.links(), token).await?;
    answer::take_turn(&mut tx, app, owner.id).await?;
    let state = if done { ActionState::Done } else { ActionState::Open };
    if action.state == state || action.state == ActionState::Dropped {
        return Ok(());
    }
    let ended_by = owner.person_id.filter(|_| done);
    let settled = Action { state, ended_at: done.then_some(now), ended_by, ..action };
    actions::save(&mut tx, &[settled]).await?;
    Ok(tx.commit().await?)
}
