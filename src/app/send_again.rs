//! Another try for a mail that failed, as it was written.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{
    actor::{Actor, MayAdminister},
    context::App,
    error::{AppError, Refusal, Result},
};
use crate::{
    domain::{ids::MeetingId, itip::plan::MessageKind, meeting::Status},
    store::{
        self, Tx,
        audit::Deed,
        meetings::{Attendee, FullMeeting},
        outbox::Mail,
    },
};

/// Tries a failed mail of a meeting once more.
///
/// # Errors
/// [`AppError::NotFound`] when the mail is not of this meeting or has not failed; [`Refusal::MailForgotten`] when its
/// content is forgotten; [`Refusal::MailOutdated`] when it is not true any more.
pub async fn of_meeting(app: &App, actor: &Actor, meeting: MeetingId, mail: i64) -> Result<()> {
    let mut tx = app.db.begin().await?;
    store::meetings::lock(&mut tx, meeting).await?;
    let full = store::meetings::by_id(&mut tx, meeting).await?.ok_or(AppError::NotFound)?;
    actor.may_change(&full)?;
    let found = store::outbox::by_id(&mut tx, mail).await?.filter(|m| m.meeting_id == Some(meeting));
    let found = found.ok_or(AppError::NotFound)?;
    again(&mut tx, app, actor, (&found, Some(&full)), ("meeting", Some(meeting.uuid()))).await?;
    tx.commit().await?;
    app.wake_worker();
    Ok(())
}

/// Tries any failed mail once more.
///
/// # Errors
/// As [`of_meeting`].
pub async fn any(app: &App, actor: &Actor, _permit: &MayAdminister, mail: i64) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let found = store::outbox::by_id(&mut tx, mail).await?.ok_or(AppError::NotFound)?;
    let full = match found.meeting_id {
        Some(meeting) => {
            store::meetings::lock(&mut tx, meeting).await?;
            store::meetings::by_id(&mut tx, meeting).await?
        }
        None => None,
    };
    let about = found.meeting_id.map_or(("mail", None), |meeting| ("meeting", Some(meeting.uuid())));
    again(&mut tx, app, actor, (&found, full.as_ref()), about).await?;
    tx.commit().await?;
    app.wake_worker();
    Ok(())
}

/// Puts a failed mail about this thing back into the queue, if what it says is still so.
pub(super) async fn again(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    (mail, full): (&Mail, Option<&FullMeeting>),
    about: (&'static str, Option<Uuid>),
) -> Result<()> {
    let now = app.now();
    if mail.state == "queued" {
        // The button was pressed twice.
        return Ok(());
    }
    if !matches!(mail.state.as_str(), "refused" | "given_up") {
        return Err(AppError::NotFound);
    }
    let present = full.and_then(|full| full.attendees.iter().find(|a| Some(a.id) == mail.attendee_id));
    let untrue = full.is_some_and(|full| !still_true((&mail.kind, &mail.recipient), full, present, now));
    if untrue || store::outbox::is_outdone(tx, mail).await? {
        return Err(Refusal::MailOutdated.into());
    }
    if !store::outbox::requeue(tx, mail.id, now).await? {
        return Err(Refusal::MailForgotten.into());
    }
    let after = Some(serde_json::json!({ "recipient": mail.recipient }));
    Ok(store::audit::record(tx, &Deed { after, ..actor.deed("mail.sent_again", about) }, now).await?)
}

/// Whether what a mail of this kind to this address says of a meeting is still so. That it is over for somebody stays
/// true; an invitation must not reach those who were taken out, nor speak of a meeting that does not take place.
#[must_use]
pub fn still_true(
    (kind, recipient): (&str, &str),
    full: &FullMeeting,
    attendee: Option<&Attendee>,
    now: DateTime<Utc>,
) -> bool {
    if [MessageKind::Cancelled, MessageKind::Removed].map(MessageKind::as_str).contains(&kind) {
        return true;
    }
    let takes_place = full.meeting.status == Status::Confirmed && full.meeting.ends_at > now;
    takes_place && attendee.is_some_and(|a| a.removed_at.is_none() && a.email == recipient)
}
