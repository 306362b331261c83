//! Mend what could not be delivered: another address.

use super::{
    actor::Actor,
    book::address_key,
    change::{self, Changed, Proposal},
    context::App,
    edit_meeting::open,
    error::{AppError, Refusal, Result, unless_taken},
    leave::Leave,
    series,
};
use crate::{
    domain::{
        email::EmailAddress,
        ids::{AttendeeId, ContactId, MeetingId},
        limits::rule::Level,
    },
    store::{
        self, Tx,
        changes::Before,
        meetings::{Attendee, FullMeeting},
    },
};

/// Which address becomes which.
pub struct CorrectAddress {
    /// The meeting.
    pub meeting: MeetingId,
    /// The version the form was filled from.
    pub version: i64,
    /// Whose address.
    pub attendee: AttendeeId,
    /// The right one.
    pub email: EmailAddress,
}

/// Corrects a guest's address here and in the customer's record; they are invited at the new one. A colleague's address
/// is their account and is corrected by an administrator.
///
/// # Errors
/// [`Refusal::AddressTaken`] when somebody else in the meeting or among the contacts has it.
pub async fn run(app: &App, actor: &Actor, command: CorrectAddress) -> Result<Changed> {
    let mut tx = app.db.begin().await?;
    let found = store::meetings::by_id(&mut tx, command.meeting).await?.ok_or(AppError::NotFound)?;
    if found.meeting.series_id.is_some() {
        let changed = Box::pin(series::address::correct(&mut tx, app, actor, &command)).await?;
        tx.commit().await?;
        app.wake_worker();
        return Ok(changed);
    }
    let (before, _permit) = open(&mut tx, app, actor, (command.meeting, command.version)).await?;
    let key = command.email.key();
    let row = before.attendees.iter().find(|a| a.id == command.attendee).ok_or(AppError::NotFound)?;
    let contact = row.contact_id.ok_or(AppError::Denied)?;
    let after = corrected(&before, contact, &command.email)?;
    // Whoever plans with this contact holds them and then looks the record up, so it is written after the locks.
    store::accounts::hold_keys(&mut tx, &[key]).await?;
    change::lock_everybody(&mut tx, Some(&before), &after).await?;
    correct_contact(&mut tx, app, contact, &command.email).await?;
    let proposal = Proposal {
        kind: "address",
        before: Before::Was(Box::new(before)),
        after,
        note: String::new(),
        leave: Leave::UpTo(Level::Block),
    };
    let changed = change::change_now(&mut tx, app, actor, proposal).await?;
    tx.commit().await?;
    app.wake_worker();
    Ok(changed)
}

/// A meeting with the right address of a contact in it.
pub(super) fn corrected(before: &FullMeeting, contact: ContactId, email: &EmailAddress) -> Result<FullMeeting> {
    let key = email.key();
    let taken = |a: &Attendee| a.removed_at.is_none() && a.email_key == key && a.contact_id != Some(contact);
    if before.attendees.iter().any(taken) {
        return Err(Refusal::AddressTaken.into());
    }
    let mut after = before.clone();
    for row in after.attendees.iter_mut().filter(|a| a.contact_id == Some(contact)) {
        email.as_str().clone_into(&mut row.email);
        row.email_key = address_key(&row.email);
        // Whoever got the mail at the wrong address holds a link that must not work.
        row.link_version += 1;
    }
    Ok(after)
}

/// Gives the contacts of a meeting the addresses back that a correction took from them.
///
/// # Errors
/// [`Refusal::TooLateToUndo`] when an account was corrected, which is more than this meeting, or when somebody else has
/// the old address by now.
pub(super) async fn take_back(tx: &mut Tx, app: &App, (now, was): (&FullMeeting, &FullMeeting)) -> Result<()> {
    let corrected = |old: &&Attendee| now.attendees.iter().any(|a| a.id == old.id && a.email != old.email);
    let mut given_back: Vec<(ContactId, EmailAddress)> = Vec::new();
    for old in was.attendees.iter().filter(corrected) {
        let (Some(contact), Ok(email)) = (old.contact_id, old.email.parse()) else {
            return Err(Refusal::TooLateToUndo.into());
        };
        given_back.push((contact, email));
    }
    let keys: Vec<String> = given_back.iter().map(|(_, email)| email.key()).collect();
    store::accounts::hold_keys(tx, &keys).await?;
    change::lock_everybody(tx, Some(now), was).await?;
    for (contact, email) in given_back {
        correct_contact(tx, app, contact, &email).await.map_err(|error| match error {
            AppError::Refused(Refusal::AddressTaken) => Refusal::TooLateToUndo.into(),
            other => other,
        })?;
    }
    Ok(())
}

pub(super) async fn correct_contact(tx: &mut Tx, app: &App, id: ContactId, email: &EmailAddress) -> Result<()> {
    let key = email.key();
    let other = store::accounts::contact_by_email(tx, &key).await?;
    let colleague = store::people::by_email(tx, &key).await?;
    if colleague.is_some() || other.is_some_and(|other| other.id != id) {
        return Err(Refusal::AddressTaken.into());
    }
    let mut contact = store::accounts::locked_contact(tx, id).await?.ok_or(AppError::NotFound)?;
    email.as_str().clone_into(&mut contact.email);
    contact.email_key = key;
    contact.updated_at = app.now();
    unless_taken(store::accounts::update_contact(tx, &contact).await)
}
