//! The calendar object of one message to one recipient (RFC 5546 §3.2.2 and §3.2.5).

use chrono::{DateTime, Utc};
use icalendar::{Attendee, CUType, Class, Component, Event, EventStatus, PartStat, Property, Role};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

pub use super::event::Words;
use super::{
    PRODID,
    event::{self, Reader, Slot},
    lint,
    plan::{MessageKind, Method, Stamp},
    wire::Writer,
};
use crate::domain::{
    email::EmailAddress,
    ids::AttendeeId,
    meeting::{Answer, Attendance, AttendeeRole, MAX_ATTENDEES, MAX_TITLE, MeetingFacts},
};

/// One message to one recipient.
#[derive(Debug, Clone, Copy)]
pub struct Message<'a> {
    /// What is true, as [`super::plan::facts_for`] freezes it.
    pub facts: &'a MeetingFacts,
    /// Whose copy this is.
    pub recipient: AttendeeId,
    /// What the message says.
    pub kind: MessageKind,
    /// Under which version.
    pub stamp: Stamp,
    /// When the meeting was planned.
    pub created: DateTime<Utc>,
    /// In the recipient's language.
    pub words: &'a Words,
    /// Mailbox of the service for this meeting: the ORGANIZER, to whom calendars send answers.
    pub service_address: &'a str,
    /// The recipient's own page of the meeting.
    pub page: Option<&'a str>,
    /// The address of a delegate who acts in the organizer's name, for those who may know it (SENT-BY, RFC 5545 §3.2.18).
    pub sent_by: Option<&'a str>,
}

/// Why there is no object to send.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotComposed {
    /// The facts don't name the recipient.
    #[error("the recipient is not in the meeting")]
    Stranger,
    /// Recipient or service have no address that can be written to.
    #[error("no mail address: {0:?}")]
    Address(String),
    /// The finished object breaks a rule. It must not leave.
    #[error("the calendar object breaks {} rules, first: {}", .0.len(), .0.first().map_or_else(String::new, ToString::to_string))]
    Faulty(Vec<lint::Finding>),
}

/// The object as it leaves, judged by [`lint`].
pub fn calendar_object(message: &Message<'_>) -> Result<String, NotComposed> {
    let facts = message.facts;
    let recipient = facts.attendee(message.recipient).ok_or(NotComposed::Stranger)?;
    address(&recipient.email)?;
    let slot = Slot::of(facts);
    let event = vevent(message, recipient, &slot)?;
    let mut out = Writer::with_capacity(4096);
    out.begin("VCALENDAR");
    out.structured("VERSION", "2.0");
    out.text("PRODID", PRODID);
    out.structured("CALSCALE", "GREGORIAN");
    out.structured("METHOD", message.kind.method().as_str());
    slot.write_zone(&mut out);
    out.component(&event);
    out.end("VCALENDAR");
    let text = out.finish();
    let findings = lint::message(&text, &addresses(message, recipient));
    if findings.is_empty() { Ok(text) } else { Err(NotComposed::Faulty(findings)) }
}

/// The people whose names and addresses `recipient` may see: colleagues see everybody, customers themselves and the
/// organizer, and all others only if the organizer opened the list.
#[must_use]
pub fn visible_to<'a>(facts: &'a MeetingFacts, recipient: &Attendance) -> Vec<&'a Attendance> {
    let sees_all = !recipient.customer || facts.open_guest_list;
    let sees = |a: &&Attendance| sees_all || a.id == recipient.id || a.role == AttendeeRole::Chair;
    facts.attendees.iter().take(MAX_ATTENDEES).filter(sees).collect()
}

pub(super) fn vevent(message: &Message<'_>, recipient: &Attendance, slot: &Slot) -> Result<Event, NotComposed> {
    let Message { facts, kind, stamp, .. } = *message;
    let mut event = Event::new();
    event.uid(event::line(&facts.uid, 255).as_str()).timestamp(stamp.dtstamp).sequence(stamp.sequence);
    slot.enter(&mut event);
    match kind.method() {
        Method::Request => enter_request(&mut event, message, recipient),
        Method::Cancel => enter_cancel(&mut event, message),
    }
    event.created(message.created).last_modified(stamp.dtstamp);
    let mut organizer = Property::new("ORGANIZER", mailto(&address(message.service_address)?));
    organizer.add_parameter("CN", event::display_name(&facts.organizer.name).as_str());
    if let Some(Ok(delegate)) = message.sent_by.map(address) {
        organizer.add_parameter("SENT-BY", &mailto(&delegate));
    }
    event.append_property(organizer);
    for person in listed(message, recipient) {
        // An address that cannot be written to is left out rather than spoiling everybody's invitation.
        if let Ok(address) = address(&person.email) {
            event.append_multi_property(attendee(person, &address, kind.method()));
        }
    }
    Ok(event)
}

fn enter_request(event: &mut Event, message: &Message<'_>, recipient: &Attendance) {
    let sees = visible_to(message.facts, recipient);
    let reader = Reader { words: message.words, page: message.page, sees: &sees };
    event::enter_content(event, message.facts, &reader);
    event.status(EventStatus::Confirmed).class(Class::Public);
    event::enter_busy(event, recipient.role != AttendeeRole::Informed);
}

/// The event dies only for everybody: without STATUS, a CANCEL takes just this person off the list (RFC 5546 §3.2.5).
fn enter_cancel(event: &mut Event, message: &Message<'_>) {
    let Message { facts, words, .. } = *message;
    let gone = message.kind == MessageKind::Cancelled;
    let prefix = if gone { &words.cancelled } else { &words.removed };
    let title = event::line(&facts.title, MAX_TITLE);
    event.summary(event::line(&format!("{prefix}: {title}"), 2 * MAX_TITLE).as_str());
    let reason = event::reason(&facts.cancel_reason);
    if gone && !reason.is_empty() {
        event.description(reason.as_str());
    }
    if gone {
        event.status(EventStatus::Cancelled);
    }
    event::enter_busy(event, false);
}

/// Whom this copy lists. Somebody who was taken off learns of nobody else any more. Those who are invited to a part have
/// another entry, so the whole meeting's does not list them.
fn listed<'a>(message: &Message<'a>, recipient: &'a Attendance) -> Vec<&'a Attendance> {
    if message.kind == MessageKind::Removed {
        return vec![recipient];
    }
    let mut listed = visible_to(message.facts, recipient);
    listed.retain(|person| person.id == recipient.id || person.part.is_none());
    listed
}

fn addresses<'a>(message: &Message<'a>, recipient: &'a Attendance) -> Vec<&'a str> {
    listed(message, recipient).into_iter().map(|person| person.email.trim()).collect()
}

fn attendee(person: &Attendance, address: &EmailAddress, method: Method) -> Attendee {
    let (role, partstat) = match person.role {
        AttendeeRole::Chair => (Role::Chair, PartStat::Accepted),
        AttendeeRole::Required => (Role::ReqParticipant, partstat(person.answer)),
        AttendeeRole::Optional => (Role::OptParticipant, partstat(person.answer)),
        AttendeeRole::Informed => (Role::NonParticipant, partstat(person.answer)),
    };
    let entry = Attendee::new(mailto(address)).cutype(CUType::Individual).role(role).partstat(partstat);
    let entry = entry.cn(event::display_name(&person.name).into());
    match (method, person.role) {
        (Method::Cancel, _) | (_, AttendeeRole::Chair) => entry,
        (Method::Request, AttendeeRole::Informed) => entry.rsvp(false),
        (Method::Request, AttendeeRole::Required | AttendeeRole::Optional) => entry.rsvp(true),
    }
}

const fn partstat(answer: Answer) -> PartStat {
    match answer {
        Answer::Open => PartStat::NeedsAction,
        Answer::Yes => PartStat::Accepted,
        Answer::Maybe => PartStat::Tentative,
        Answer::No => PartStat::Declined,
    }
}

fn address(raw: &str) -> Result<EmailAddress, NotComposed> {
    raw.parse().map_err(|_| NotComposed::Address(raw.chars().take(100).collect()))
}

/// What has a meaning of its own in a `mailto:` address (RFC 6068 §2).
const SPECIAL: &AsciiSet = &CONTROLS
    .add(b'%')
    .add(b'/')
    .add(b'?')
    .add(b'#')
    .add(b'&')
    .add(b'=')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

fn mailto(address: &EmailAddress) -> String {
    format!("mailto:{}", utf8_percent_encode(address.as_str(), SPECIAL))
}
