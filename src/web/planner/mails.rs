//! The invitation as its readers will see it, before anything is sent. The words come from the same function that
//! writes the mails; only the links are stand-ins, because real ones are secrets of their readers.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::{
    desk::Desk,
    typed::{GuestRef, GuestRow},
};
use crate::{
    app::foretell::Foretold,
    domain::{
        agenda::{
            AgendaPoint,
            part::{Part, Stay},
        },
        ids::AttendeeId,
        itip::plan::MessageKind,
        letter::{Body, Letter, MailLinks, MeetingBody, Reader},
        meeting::{Answer, Attendance, AttendeeRole, Format as Meet, MeetingFacts, Party, Status},
        person::Clock,
        planning::{Details, Invitee, Owner, Plan, Point, Video},
    },
    mail::render,
    web::failure::Failure,
};

/// One mail.
pub(super) struct MailView {
    /// To whom, and in which language.
    pub(super) reader: String,
    pub(super) lang: &'static str,
    pub(super) subject: String,
    pub(super) text: String,
}

/// One mail for each language, apart for colleagues and customers.
pub(super) fn mails(desk: &Desk<'_>, plan: &Plan) -> Result<Vec<MailView>, Failure> {
    let facts = facts(desk, plan);
    let mut seen = BTreeSet::new();
    let mut mails = Vec::new();
    for (place, row) in desk.typed.guests.iter().enumerate() {
        let customer = !matches!(row.guest, GuestRef::Person(_));
        if seen.insert((desk.known.language(row), customer)) {
            mails.push(mail(desk, &facts, (seat(place + 1), row))?);
        }
    }
    Ok(mails)
}

/// The mails of a change: one of each kind for each language, apart for colleagues and customers.
pub(super) fn foretold(desk: &Desk<'_>, foretold: &[Foretold]) -> Result<Vec<MailView>, Failure> {
    let mut seen = BTreeSet::new();
    let fresh = foretold.iter().filter(|f| seen.insert((f.to.language, f.customer, f.body.kind.as_str())));
    fresh.map(|f| invitation(desk, (f.to.clone(), f.customer), f.body.clone())).collect()
}

fn mail(desk: &Desk<'_>, facts: &MeetingFacts, (attendee, row): (AttendeeId, &GuestRow)) -> Result<MailView, Failure> {
    let customer = !matches!(row.guest, GuestRef::Person(_));
    let on_behalf = !desk.typed.organizer.is_empty();
    let body = MeetingBody {
        kind: MessageKind::Invitation,
        facts: facts.seen_by(attendee),
        told: None,
        attendee,
        link_version: 1,
        stop: customer.then(Uuid::nil),
        calendar: String::new(),
        note: String::new(),
        by: on_behalf.then(|| desk.caller.actor().map(|a| a.person.name.clone()).unwrap_or_default()),
        on_behalf,
        service: desk.answers_by_mail.then(String::new),
    };
    invitation(desk, (reader(desk, row), customer), body)
}

fn invitation(desk: &Desk<'_>, (to, customer): (Reader, bool), body: MeetingBody) -> Result<MailView, Failure> {
    let base = &desk.reads.settings().base_url;
    let links = MailLinks {
        answer: Some(format!("{base}/r/…")),
        stop: customer.then(|| format!("{base}/p/…")),
        page: (!customer).then(|| format!("{base}/meetings/…")),
        ..MailLinks::default()
    };
    let lang = to.language.tag();
    let reader = format!("{}, {}", to.party.name, to.language.own_name());
    let letter = Letter {
        to,
        at: desk.caller.now(),
        company: desk.known.organization.name.clone(),
        body: Body::Meeting(Box::new(body)),
    };
    let mail = render::render(&letter, &links).map_err(|error| Failure::Internal(error.to_string()))?;
    Ok(MailView { reader, lang, subject: mail.subject, text: mail.text })
}

pub(super) fn reader(desk: &Desk<'_>, row: &GuestRow) -> Reader {
    let organization = &desk.known.organization;
    let (zone, clock) = match row.guest {
        GuestRef::Person(id) => desk.known.people.get(&id).map(|p| (p.zone.clone(), p.clock)),
        GuestRef::Contact(id) => desk.known.contacts.get(&id).map(|c| (c.zone.clone(), Clock::Language)),
        GuestRef::New(_) => None,
    }
    .unwrap_or_else(|| (organization.zone.clone(), Clock::Language));
    Reader { party: party(desk, row), language: desk.known.language(row), zone, clock }
}

fn party(desk: &Desk<'_>, row: &GuestRow) -> Party {
    Party { name: desk.known.name(row).unwrap_or_default(), email: desk.known.email(row).to_owned() }
}

/// Made up: rows exist only once the meeting does. The organizer has number 0.
fn seat(number: usize) -> AttendeeId {
    Uuid::from_u128(number as u128).into()
}

fn facts(desk: &Desk<'_>, plan: &Plan) -> MeetingFacts {
    let Plan { details, start, minutes } = plan;
    let organizer = Party { name: desk.organizer.name.clone(), email: desk.organizer.email.clone() };
    MeetingFacts {
        uid: String::new(),
        title: details.title.clone(),
        purpose: details.purpose,
        status: Status::Confirmed,
        start: start.local,
        minutes: *minutes,
        zone: start.zone.clone(),
        starts_at: start.at,
        ends_at: start.at + chrono::TimeDelta::minutes(i64::from(*minutes)),
        format: details.format,
        place: details.place.clone(),
        video_url: details.video.as_ref().filter(|_| details.format == Meet::Video).and_then(|v| video_url(desk, v)),
        company: desk.known.organization.name.clone(),
        attendees: attendees(desk, &organizer, details),
        organizer,
        agenda: details.agenda.iter().map(point).collect(),
        open_guest_list: details.open_guest_list,
        cancel_reason: String::new(),
    }
}

fn point(point: &Point) -> AgendaPoint {
    AgendaPoint {
        kind: point.kind,
        title: point.title.clone(),
        minutes: point.minutes,
        owner: match point.owner {
            Owner::Everyone => None,
            Owner::Organizer => Some(seat(0)),
            Owner::Invitee(place) => Some(seat(place + 1)),
        },
        wanted: point.wanted,
        // Links are put on a point after the meeting is planned.
        reading: Vec::new(),
    }
}

/// The points that somebody is invited to, where it is not the whole meeting.
fn part(details: &Details, invitee: &Invitee) -> Option<Part> {
    let (first, last) = invitee.points?;
    let lengths: Vec<u32> = details.agenda.iter().map(|point| point.minutes).collect();
    let points = details.agenda.get(first..=last)?.iter().filter(|point| !point.kind.stays_inside());
    Some(Part { stay: Stay::at(&lengths, (first, last))?, points: points.map(point).collect() })
}

/// The name of a room of its own is made when the meeting is.
fn video_url(desk: &Desk<'_>, video: &Video) -> Option<String> {
    match video {
        Video::Pasted(url) => Some(url.clone()),
        Video::Personal => desk.organizer.video_room.clone(),
        Video::Own => desk.reads.settings().jitsi_base_url.as_ref().map(|base| format!("{base}/…")),
    }
}

fn attendees(desk: &Desk<'_>, organizer: &Party, details: &Details) -> Vec<Attendance> {
    let chair = Attendance {
        id: seat(0),
        name: organizer.name.clone(),
        email: organizer.email.clone(),
        role: AttendeeRole::Chair,
        answer: Answer::Yes,
        customer: false,
        why: String::new(),
        part: None,
    };
    let guests = desk.typed.guests.iter().zip(&details.invitees).enumerate().map(|(place, (row, invitee))| {
        let Party { name, email } = party(desk, row);
        let customer = !matches!(row.guest, GuestRef::Person(_));
        let (role, why) = (invitee.role, invitee.why.clone());
        Attendance {
            id: seat(place + 1),
            name,
            email,
            role,
            answer: Answer::Open,
            customer,
            why,
            part: part(details, invitee),
        }
    });
    std::iter::once(chair).chain(guests).collect()
}
