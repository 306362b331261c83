//! Invites whoever answered all dates of a series uninvited: to all dates that are to come, with one mail.

use super::{change, dates};
use crate::{
    app::{
        actor::Actor,
        context::App,
        edit_meeting::edited_all,
        error::{AppError, Result},
        leave::Leave,
        replies::{guest, is_from_other},
        series::{MAX_SEATS, dates::details_of},
    },
    domain::{
        email::EmailAddress, limits::consent::Consent, meeting::AttendeeRole, planning::Invitee, series::patch::Scope,
    },
    store::{
        Tx,
        inbound_mail::InboundMail,
        meetings::{Attendee, FullMeeting},
    },
};

/// `full` is the date on whose page it was decided. What was answered counts for each date whose time the reply was made
/// for: all that were not moved since.
///
/// # Errors
/// As for an edit of all dates.
pub(in crate::app) async fn run(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    (full, row): (&FullMeeting, &InboundMail),
) -> Result<()> {
    let email: EmailAddress = row.other_email.as_deref().and_then(|a| a.parse().ok()).ok_or(AppError::NotFound)?;
    let opened = dates::open(tx, app, actor, (full.meeting.id, full.meeting.version)).await?;
    let ahead = dates::affected(&opened.all, &opened.anchor, (Scope::All, app.now()));
    let guest = guest(tx, full, row, &email).await?;
    let invitee = Invitee { guest, role: AttendeeRole::Optional, why: String::new(), points: None };
    let edits: Vec<_> = ahead
        .iter()
        .map(|date| {
            let mut details = details_of(date);
            details.invitees.push(invitee.clone());
            (*date, details, Vec::new())
        })
        .collect();
    let seats: usize = edits.iter().map(|(_, details, _)| details.invitees.len() + 1).sum();
    if seats > MAX_SEATS {
        return Err(crate::app::error::Refusal::TooManySeats.into());
    }
    let mut edited = edited_all(tx, app, &edits).await?;
    for date in &mut edited {
        let since = date.meeting.updated_at > row.received_at;
        for person in date.attendees.iter_mut().filter(|person| answers(person, (row, &email)) && !since) {
            person.answer = row.answer.unwrap_or(person.answer);
            (person.answered_at, person.answer_made_at) = (Some(app.now()), Some(row.stamped_at));
        }
    }
    let pairs = ahead.iter().zip(edited).map(|(was, is)| (Some((*was).clone()), is)).collect();
    let change = opened.change("series_edited", None, pairs, Leave::Said(Consent::seen()));
    change::change_series(tx, app, actor, change).await.map(drop)
}

/// Who has answered, and is who they say, need not be asked.
fn answers(person: &Attendee, (row, email): (&InboundMail, &EmailAddress)) -> bool {
    let theirs = person.email_key == email.key() && person.removed_at.is_none();
    theirs && is_from_other(row) && row.answer.is_some() && person.answer_made() < Some(row.stamped_at)
}
