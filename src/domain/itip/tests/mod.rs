//! What these tests share: one internal and one customer meeting with fixed inputs.

mod golden;
mod hostile;
mod plan;
mod zones;

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::{
    compose::{Message, NotComposed, Words, calendar_object},
    feed::Revision,
    plan::{MessageKind, Stamp},
};
use crate::domain::{
    agenda::{AgendaPoint, ItemKind, Wanted},
    ids::AttendeeId,
    meeting::{Answer, Attendance, AttendeeRole, Format, MeetingFacts, Party, Purpose, Status},
    time::Zone,
};

pub(super) const SERVICE: &str = "moten+k7q2m4xw9d3hzt6cv5n8bj1rfy@sparsam.example";
pub(super) const CHAIR: u128 = 1;
pub(super) const REQUIRED: u128 = 2;
pub(super) const OPTIONAL: u128 = 3;
pub(super) const INFORMED: u128 = 4;
pub(super) const CUSTOMER: u128 = 5;
pub(super) const OTHER_CUSTOMER: u128 = 6;

pub(super) fn attendee_id(number: u128) -> AttendeeId {
    AttendeeId::from_uuid(Uuid::from_u128(number))
}

pub(super) fn at(text: &str) -> DateTime<Utc> {
    text.parse::<NaiveDateTime>().unwrap().and_utc()
}

pub(super) fn swedish() -> Words {
    Words {
        video: "Videomöte".into(),
        join: "Anslut till videomötet".into(),
        agenda: "Dagordning".into(),
        minutes: "min".into(),
        everyone: "alla".into(),
        cancelled: "Inställt".into(),
        removed: "Du behövs inte längre".into(),
        page: "Svara och läs mer".into(),
        reading: "Läs i förväg".into(),
    }
}

pub(super) fn finnish() -> Words {
    Words {
        video: "Videokokous".into(),
        join: "Liity videokokoukseen".into(),
        agenda: "Asialista".into(),
        minutes: "min".into(),
        everyone: "kaikki".into(),
        cancelled: "Peruttu".into(),
        removed: "Sinua ei enää tarvita".into(),
        page: "Vastaa ja lue lisää".into(),
        reading: "Lue etukäteen".into(),
    }
}

fn person(number: u128, name: &str, email: &str, role: AttendeeRole) -> Attendance {
    Attendance {
        id: attendee_id(number),
        name: name.into(),
        email: email.into(),
        role,
        answer: Answer::Open,
        customer: false,
        why: String::new(),
        part: None,
    }
}

fn point(title: &str, minutes: u32, owner: Option<u128>) -> AgendaPoint {
    AgendaPoint {
        kind: ItemKind::Free,
        title: title.into(),
        minutes,
        owner: owner.map(attendee_id),
        wanted: Wanted::Decide,
        reading: Vec::new(),
    }
}

/// Puts a meeting at a wall time in a zone.
pub(super) fn place_in(facts: &mut MeetingFacts, zone: &str, start: &str, minutes: u32) {
    facts.zone = zone.into();
    facts.start = start.parse().unwrap();
    facts.minutes = minutes;
    facts.starts_at = Zone::named(zone).unwrap().instant(facts.start);
    facts.ends_at = facts.starts_at + TimeDelta::minutes(minutes.into());
}

pub(super) fn internal() -> MeetingFacts {
    let mut facts = MeetingFacts {
        uid: "01J9ZK3V7Q8M4T2R5N6P0W1X2Y@sparsam.example".into(),
        title: "Säljmöte, vecka 3 – mål; nyheter & erkännande 🏆".into(),
        purpose: Purpose::Targets,
        status: Status::Confirmed,
        start: NaiveDateTime::default(),
        minutes: 0,
        zone: String::new(),
        starts_at: DateTime::UNIX_EPOCH,
        ends_at: DateTime::UNIX_EPOCH,
        format: Format::Video,
        place: String::new(),
        video_url: Some("https://meet.example/salj-vecka?a=1&b=2;c,d".into()),
        organizer: Party { name: "Åsa Öberg".into(), email: "asa.oberg@nordvik.example".into() },
        company: "Nordvik AB".into(),
        attendees: vec![
            person(CHAIR, "Öberg, Åsa", "asa.oberg@nordvik.example", AttendeeRole::Chair),
            person(REQUIRED, "Mikko Mäkinen", "mikko@nordvik.example", AttendeeRole::Required),
            person(OPTIONAL, "Ola \"Sol\" Berg", "ola.berg+salg@nordvik.example", AttendeeRole::Optional),
            person(INFORMED, "Pirjo Ylä-Anttila", "pirjo@nordvik.example", AttendeeRole::Informed),
        ],
        agenda: vec![
            point("Mål och utfall", 10, Some(CHAIR)),
            point("Produktnytt: pris, villkor; leverans", 10, None),
            point("Månadens erkännande", 5, Some(REQUIRED)),
        ],
        open_guest_list: false,
        cancel_reason: String::new(),
    };
    place_in(&mut facts, "Europe/Stockholm", "2026-01-12T09:00:00", 30);
    facts
}

pub(super) fn with_customers() -> MeetingFacts {
    let mut facts = internal();
    facts.uid = "01J9ZK9A2B7Q8M4T2R5N6P0W1X@sparsam.example".into();
    facts.title = "Offertgenomgång".into();
    facts.purpose = Purpose::Customer;
    facts.attendees.truncate(2);
    let kund = person(CUSTOMER, "Kirsi Kund", "kirsi@kund.example", AttendeeRole::Required);
    let annan = person(OTHER_CUSTOMER, "Other Kund", "other@annan.example", AttendeeRole::Required);
    facts.attendees.extend([kund, annan].map(|person| Attendance { customer: true, ..person }));
    facts
}

/// The stamp of the n-th message about a meeting.
pub(super) fn stamp(sequence: u32) -> Stamp {
    Stamp { sequence, dtstamp: at("2026-01-05T08:15:00") + TimeDelta::days(sequence.into()) }
}

pub(super) fn message<'a>(
    facts: &'a MeetingFacts,
    recipient: u128,
    kind: MessageKind,
    words: &'a Words,
) -> Message<'a> {
    Message {
        facts,
        recipient: attendee_id(recipient),
        kind,
        stamp: stamp(u32::from(kind != MessageKind::Invitation)),
        created: at("2026-01-05T08:14:00"),
        words,
        service_address: SERVICE,
        sent_by: None,
        page: Some("https://sparsam.example/r/8Kq2m4xw9d3hzt6c"),
    }
}

pub(super) fn written(facts: &MeetingFacts, recipient: u128, kind: MessageKind) -> Result<String, NotComposed> {
    calendar_object(&message(facts, recipient, kind, &swedish()))
}

pub(super) fn revision(facts: &MeetingFacts) -> Revision<'_> {
    Revision { facts, stamp: stamp(1), created: at("2026-01-05T08:14:00") }
}

/// The text with its folds undone.
pub(super) fn unfolded(text: &str) -> String {
    text.replace("\r\n ", "")
}
