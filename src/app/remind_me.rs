//! A customer's contact wants to be reminded of a meeting, or no more: by the link of their invitation, for that meeting
//! alone. Nobody else can ask for it, so that no mail is sent without their wish.

use super::{
    answer::{self, Standing},
    context::App,
    error::{AppError, Refusal, Result},
};
use crate::{
    domain::meeting::{Answer, AttendeeRole},
    store::{self, audit::Deed},
};

/// Notes the wish. Said twice, it changes nothing.
///
/// # Errors
/// [`AppError::NotFound`] for a link that does not open; [`AppError::Denied`] for colleagues, who have settings of their
/// own, and for those who are only informed; [`Refusal::LinkUsed`] once nobody waits for an answer, and for those who have
/// declined; [`Refusal::TooMany`].
pub async fn by_link(app: &App, token: &str, wanted: bool, address: &str) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let first = answer::open_next(&mut tx, app.links(), (token, app.now())).await?;
    store::meetings::lock(&mut tx, first.full.meeting.id).await?;
    let opened = answer::open_next(&mut tx, app.links(), (token, app.now())).await?;
    let who = &opened.attendee;
    if who.contact_id.is_none() || who.role == AttendeeRole::Informed {
        return Err(AppError::Denied);
    }
    if opened.standing(app.now()) != Standing::Open || who.answer == Answer::No {
        return Err(Refusal::LinkUsed.into());
    }
    if who.wants_reminder == wanted {
        return Ok(());
    }
    answer::take_turn(&mut tx, app, who.id).await?;
    store::attendees::save_reminder_wish(&mut tx, who.id, wanted).await?;
    let deed = Deed {
        action: "meeting.reminder_wish",
        after: Some(serde_json::json!({ "name": who.name, "wanted": wanted })),
        ..answer::deed_by_link(&opened, address)
    };
    store::audit::record(&mut tx, &deed, app.now()).await?;
    Ok(tx.commit().await?)
}
