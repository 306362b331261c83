//! One invitation as the program freezes it in its queue.

use anyhow::Result;
use chrono::{DateTime, TimeDelta, Utc};
use sparsam::domain::{
    agenda::{AgendaPoint, ItemKind, Wanted},
    ids::AttendeeId,
    itip::{
        compose::{Message, calendar_object},
        plan::{MessageKind, Stamp},
    },
    language::Language,
    letter::{Body, Letter, MeetingBody, Reader},
    meeting::{Answer, Attendance, AttendeeRole, Format, MeetingFacts, Party, Purpose, Status},
    person::Clock,
    time::Zone,
};
use uuid::Uuid;

/// The service's address.
pub(crate) const SERVICE: &str = "sparsam@sparsam.example";
/// Who reads the invitation.
pub(crate) const READER: AttendeeId = AttendeeId::from_uuid(Uuid::from_u128(2));

/// A meeting of five with four points.
pub(crate) fn facts(number: u32, now: DateTime<Utc>) -> MeetingFacts {
    let starts_at = now + TimeDelta::hours(48);
    let points = ["The number and the gap", "What has moved?", "Ett åtagande var; beslut, åtgärder", "Päätökset"];
    let point = |title: &str| AgendaPoint {
        kind: ItemKind::Free,
        title: title.to_owned(),
        minutes: 10,
        owner: None,
        wanted: Wanted::Decide,
        reading: Vec::new(),
    };
    let attendee = |position: u128| Attendance {
        id: AttendeeId::from_uuid(Uuid::from_u128(position)),
        name: format!("Åsa Öberg {position}"),
        email: if position == 2 {
            format!("reader{number}@nordvik.example")
        } else {
            format!("p{position}@nordvik.example")
        },
        role: if position == 1 { AttendeeRole::Chair } else { AttendeeRole::Required },
        answer: Answer::Open,
        customer: false,
        why: "Känner kunden".to_owned(),
        part: None,
    };
    MeetingFacts {
        uid: format!("{number:032x}@sparsam.example"),
        title: format!("Säljmöte {number}, vecka – mål; nyheter & erkännande 🏆"),
        purpose: Purpose::Targets,
        status: Status::Confirmed,
        start: Zone::named("Europe/Stockholm").map_or(starts_at.naive_utc(), |zone| zone.local(starts_at)),
        minutes: 40,
        zone: "Europe/Stockholm".to_owned(),
        starts_at,
        ends_at: starts_at + TimeDelta::minutes(40),
        format: Format::Video,
        place: "Sal 3, plan 2".to_owned(),
        video_url: Some(format!("https://meet.example/room-{number}")),
        organizer: Party { name: "Åsa Öberg 1".to_owned(), email: "p1@nordvik.example".to_owned() },
        company: "Nordvik AB".to_owned(),
        attendees: (1..=5).map(attendee).collect(),
        agenda: points.map(point).to_vec(),
        open_guest_list: false,
        cancel_reason: String::new(),
    }
}

/// The calendar object for the reader.
pub(crate) fn object(facts: &MeetingFacts, now: DateTime<Utc>) -> Result<String> {
    let message = Message {
        facts,
        recipient: READER,
        kind: MessageKind::Invitation,
        stamp: Stamp::first(now),
        created: now,
        words: &sparsam::mail::words(Language::Sv),
        service_address: SERVICE,
        sent_by: None,
        page: Some("https://sparsam.example/meetings/01J9ZK3V7Q8M4T2R5N6P0W1X2Y"),
    };
    Ok(calendar_object(&message)?)
}

/// The letter around it.
pub(crate) fn letter(number: u32, now: DateTime<Utc>) -> Result<Letter> {
    let facts = facts(number, now);
    let calendar = object(&facts, now)?;
    let party = Party { name: "Åsa Öberg 2".to_owned(), email: format!("reader{number}@nordvik.example") };
    let (language, zone) = (Language::Sv, "Europe/Stockholm".to_owned());
    let to = Reader { party, language, zone, clock: Clock::Language };
    let body = MeetingBody {
        kind: MessageKind::Invitation,
        facts,
        told: None,
        attendee: READER,
        link_version: 1,
        stop: None,
        calendar,
        note: String::new(),
        by: None,
        on_behalf: false,
        service: None,
    };
    Ok(Letter { to, at: now, company: "Nordvik AB".to_owned(), body: Body::Meeting(Box::new(body)) })
}
