//! From a frozen letter to the mail that leaves: rendered, addressed, and its calendar object judged once more.

use super::{
    mime::{self, CalendarPart},
    render::{RenderError, render},
};
use crate::domain::{
    email::{EmailAddress, NotAnAddress},
    itip::{
        compose::visible_to,
        lint,
        plan::{MessageKind, Method},
    },
    letter::{Body, Letter, MailLinks, MeetingBody, SeriesBody},
    meeting::Party,
};

/// What stands on the envelope beside the letter.
#[derive(Debug, Clone, Copy)]
pub struct Postmark<'a> {
    /// The service mailbox that mails come from.
    pub service_address: &'a str,
    /// The same at every try, without angle brackets.
    pub message_id: &'a str,
    /// The addresses of pages.
    pub links: &'a MailLinks,
}

/// The letter cannot become a mail; trying again changes nothing.
#[derive(Debug, thiserror::Error)]
pub enum NotWritten {
    /// It cannot be put into words.
    #[error(transparent)]
    Words(#[from] RenderError),
    /// An address is none.
    #[error("no mail address: {0:?}")]
    Address(String, #[source] NotAnAddress),
    /// The calendar object breaks a rule.
    #[error("the calendar object breaks a rule: {0}")]
    Calendar(lint::Finding),
}

/// Writes the mail. The same letter and postmark give the same mail.
///
/// # Errors
/// [`NotWritten`] when the letter contradicts itself or its calendar object is faulty.
pub fn write(letter: &Letter, postmark: &Postmark<'_>) -> Result<mime::Letter, NotWritten> {
    let rendered = render(letter, postmark.links)?;
    let meeting = letter.body.meeting();
    let (calendar, answers_to) = match &letter.body {
        Body::Written(body) => (None, Some(&body.author)),
        Body::Reminder(body) => (None, Some(&body.about.facts.organizer)),
        Body::Minutes(body) => (None, Some(&body.organizer)),
        Body::Series(body) => {
            let next = body.facts.next(body.person, letter.at);
            (Some(series(body)?), next.map(|date| &date.facts.organizer))
        }
        // A date of a series, which calendars know as a part of it.
        Body::TimeDeclined(body) if body.meeting.calendar.is_empty() => (None, Some(&body.meeting.facts.organizer)),
        _ => (meeting.map(calendar).transpose()?, meeting.map(|body| &body.facts.organizer)),
    };
    let from = meeting.and_then(|body| body.service.as_deref()).unwrap_or(postmark.service_address);
    // Whoever plans the meeting would only answer themselves.
    let answers_to = answers_to.filter(|party| !party.email.eq_ignore_ascii_case(&letter.to.party.email));
    Ok(mime::Letter {
        from: mime::Party { name: rendered.from_name, address: address(from)? },
        reply_to: answers_to.map(party).transpose()?,
        to: party(&letter.to.party)?,
        subject: rendered.subject,
        text: rendered.text,
        html: rendered.html,
        calendar,
        message_id: postmark.message_id.to_owned(),
        date: letter.at,
    })
}

fn party(party: &Party) -> Result<mime::Party, NotWritten> {
    Ok(mime::Party { name: party.name.clone(), address: address(&party.email)? })
}

fn address(raw: &str) -> Result<EmailAddress, NotWritten> {
    raw.parse().map_err(|error| NotWritten::Address(raw.chars().take(100).collect(), error))
}

/// As [`calendar`] for a series; each of its dates may show the reader other people.
fn series(body: &SeriesBody) -> Result<CalendarPart, NotWritten> {
    let told = body.told.iter().flat_map(|told| &told.dates);
    let seen = body.facts.dates.iter().chain(told).filter_map(|date| {
        let reader = date.facts.attendee(body.person)?;
        Some(visible_to(&date.facts, reader))
    });
    let addresses: Vec<&str> = seen.flatten().map(|person| person.email.trim()).collect();
    if let Some(finding) = lint::message(&body.calendar, &addresses).into_iter().next() {
        return Err(NotWritten::Calendar(finding));
    }
    Ok(CalendarPart { method: method(body.kind.method()), ics: body.calendar.clone() })
}

const fn method(method: Method) -> mime::Method {
    match method {
        Method::Request => mime::Method::Request,
        Method::Cancel => mime::Method::Cancel,
    }
}

/// A faulty object must not leave, whatever made it; it would sit in calendars for years.
fn calendar(body: &MeetingBody) -> Result<CalendarPart, NotWritten> {
    let reader = body.facts.attendee(body.attendee).ok_or(RenderError::Stranger)?;
    let seen = if body.kind == MessageKind::Removed { vec![reader] } else { visible_to(&body.facts, reader) };
    let addresses: Vec<&str> = seen.iter().map(|person| person.email.trim()).collect();
    if let Some(finding) = lint::message(&body.calendar, &addresses).into_iter().next() {
        return Err(NotWritten::Calendar(finding));
    }
    Ok(CalendarPart { method: method(body.kind.method()), ics: body.calendar.clone() })
}
