//! Frozen letters about one meeting, as the commands would write them.

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use sparsam::{
    app::context::App,
    domain::{
        agenda::{AgendaPoint, ItemKind, Wanted},
        ids::AttendeeId,
        itip::{
            compose::{Message, calendar_object},
            plan::{MessageKind, Stamp, facts_for},
        },
        language::Language,
        letter::{ApprovalTurn, Body, Letter, MailLinks, MeetingBody, Reader},
        meeting::{Answer, Attendance, AttendeeRole, Format, MeetingFacts, Party, Purpose, Status},
        person::Clock,
    },
    store::outbox::NewMail,
};
use uuid::Uuid;

/// Anna, who plans.
pub(crate) const ANNA: u128 = 1;
/// Ola, a colleague who is needed.
pub(crate) const OLA: u128 = 2;
/// Eeva, a customer.
pub(crate) const EEVA: u128 = 3;
/// Sanna, who is kept informed.
pub(crate) const SANNA: u128 = 4;
/// The mailbox of the service.
pub(crate) const SERVICE: &str = "sparsam@nordvik.example";

pub(crate) fn attendee(number: u128) -> AttendeeId {
    AttendeeId::from_uuid(Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_0000_0000 + number))
}

fn person(number: u128, name: &str, email: &str, role: AttendeeRole) -> Attendance {
    Attendance {
        id: attendee(number),
        name: name.to_owned(),
        email: email.to_owned(),
        role,
        answer: Answer::Open,
        customer: number == EEVA,
        why: String::new(),
        part: None,
    }
}

fn point(title: &str, minutes: u32, owner: Option<u128>) -> AgendaPoint {
    AgendaPoint {
        kind: ItemKind::Targets,
        title: title.to_owned(),
        minutes,
        owner: owner.map(attendee),
        wanted: Wanted::Decide,
        reading: Vec::new(),
    }
}

/// The meeting of the mail design: Wednesday 25 November 2026, 14:00 to 14:30 in Stockholm.
pub(crate) fn facts() -> MeetingFacts {
    let start: NaiveDateTime = "2026-11-25T14:00:00".parse().unwrap();
    let starts_at = "2026-11-25T13:00:00Z".parse().unwrap();
    let mut ola = person(OLA, "Ola Berg", "ola@nordvik.example", AttendeeRole::Required);
    ola.why = "the northern numbers are yours.".to_owned();
    MeetingFacts {
        uid: "5f0c2a9e-meeting@nordvik.example".to_owned(),
        title: "December targets".to_owned(),
        purpose: Purpose::Targets,
        status: Status::Confirmed,
        start,
        minutes: 30,
        zone: "Europe/Stockholm".to_owned(),
        starts_at,
        ends_at: starts_at + TimeDelta::minutes(30),
        format: Format::Video,
        place: String::new(),
        video_url: Some("https://video.example.test/j/481".to_owned()),
        organizer: Party { name: "Anna Lind".to_owned(), email: "anna@nordvik.example".to_owned() },
        company: "Nordvik AB".to_owned(),
        attendees: vec![
            person(ANNA, "Anna Lind", "anna@nordvik.example", AttendeeRole::Chair),
            ola,
            person(EEVA, "Eeva Kallio", "eeva@kone.example", AttendeeRole::Required),
            person(SANNA, "Sanna Koski", "sanna@nordvik.example", AttendeeRole::Informed),
        ],
        agenda: vec![
            point("The number and the gap", 5, Some(ANNA)),
            point("What has moved?", 10, None),
            point("One commitment each", 10, None),
            point("Decisions and actions", 5, Some(ANNA)),
        ],
        open_guest_list: false,
        cancel_reason: String::new(),
    }
}

/// The same a day later at ten.
pub(crate) fn moved(mut facts: MeetingFacts) -> MeetingFacts {
    let by = TimeDelta::hours(20);
    facts.start += by;
    facts.starts_at += by;
    facts.ends_at += by;
    facts
}

/// Who is told what.
pub(crate) struct News {
    pub(crate) kind: MessageKind,
    pub(crate) to: u128,
    pub(crate) language: Language,
    pub(crate) told: Option<MeetingFacts>,
    pub(crate) now: MeetingFacts,
    pub(crate) sequence: u32,
}

impl News {
    /// An invitation to the usual meeting.
    pub(crate) fn invitation(to: u128, language: Language) -> Self {
        Self { kind: MessageKind::Invitation, to, language, told: None, now: facts(), sequence: 0 }
    }

    /// Something else about it.
    pub(crate) fn after(kind: MessageKind, to: u128, language: Language, now: MeetingFacts) -> Self {
        Self { kind, to, language, told: Some(facts()), now, sequence: 1 }
    }

    pub(crate) fn body(&self) -> MeetingBody {
        let facts = facts_for(self.kind, self.told.as_ref(), &self.now);
        let at: DateTime<Utc> = "2026-11-23T08:00:00Z".parse().unwrap();
        let message = Message {
            facts: &facts,
            recipient: attendee(self.to),
            kind: self.kind,
            stamp: Stamp { sequence: self.sequence, dtstamp: at + TimeDelta::seconds(i64::from(self.sequence)) },
            created: at,
            words: &sparsam::mail::words(self.language),
            service_address: SERVICE,
            sent_by: None,
            page: None,
        };
        let calendar = calendar_object(&message).unwrap();
        MeetingBody {
            kind: self.kind,
            told: self.told.clone(),
            attendee: attendee(self.to),
            link_version: 1,
            stop: (self.to == EEVA).then(|| Uuid::from_u128(77)),
            calendar,
            note: String::new(),
            by: None,
            on_behalf: false,
            service: None,
            facts,
        }
    }

    pub(crate) fn letter(&self) -> Letter {
        letter(self.language, self.reader(), Body::Meeting(Box::new(self.body())))
    }

    fn reader(&self) -> Party {
        let id = attendee(self.to);
        let named = self.now.attendee(id).or_else(|| self.told.as_ref().and_then(|told| told.attendee(id)));
        named.map(|a| Party { name: a.name.clone(), email: a.email.clone() }).unwrap()
    }

    /// As a row of the outbox, due at once.
    pub(crate) fn row(&self, app: &App, lane: &str) -> NewMail {
        let letter = self.letter();
        NewMail {
            lane: lane.to_owned(),
            kind: self.kind.as_str(),
            meeting_id: None,
            series_id: None,
            attendee_id: Some(attendee(self.to)),
            person_id: None,
            recipient: letter.to.party.email.clone(),
            sequence: Some(i64::from(self.sequence)),
            payload: serde_json::to_value(&letter).unwrap(),
            message_id: format!("{}.{}@nordvik.example", lane.replace(['|', '@'], "."), self.sequence),
            not_before: app.now(),
        }
    }
}

/// A letter to somebody who reads this language, in the zone where it is spoken.
pub(crate) fn letter(language: Language, party: Party, body: Body) -> Letter {
    let zone = match language {
        Language::En | Language::Sv => "Europe/Stockholm",
        Language::Fi => "Europe/Helsinki",
        Language::Nb => "Europe/Oslo",
    };
    Letter {
        to: Reader { party, language, zone: zone.to_owned(), clock: Clock::Language },
        at: "2026-11-23T08:00:00Z".parse().unwrap(),
        company: "Nordvik AB".to_owned(),
        body,
    }
}

/// Addresses as a mail of this kind would have them, short enough to read.
pub(crate) fn links(letter: &Letter) -> MailLinks {
    let at = |path: &str| Some(format!("https://m.example.test/{path}"));
    match &letter.body {
        Body::Meeting(body) => MailLinks {
            answer: at("r/8Kq"),
            stop: body.stop.and_then(|_| at("p/8Kq")),
            page: if body.stop.is_none() { at("meetings/8Kq") } else { None },
            ..MailLinks::default()
        },
        Body::Series(body) => MailLinks {
            answer: at("r/8Kq"),
            stop: body.stop.and_then(|_| at("p/8Kq")),
            page: if body.stop.is_none() { at("series/8Kq") } else { None },
            ..MailLinks::default()
        },
        Body::Reminder(body) => MailLinks {
            answer: at("r/8Kq"),
            stop: at(if body.about.stop.is_some() { "p/8Kq" } else { "settings/mail" }),
            page: if body.about.stop.is_none() { at("meetings/8Kq") } else { None },
            ..MailLinks::default()
        },
        Body::Test(_) => MailLinks::default(),
        Body::Approval(body) if body.turn == ApprovalTurn::Asked => {
            MailLinks { approval: at("a/8Kq"), ..MailLinks::default() }
        }
        Body::Endless(body) if body.turn == ApprovalTurn::Asked => {
            MailLinks { approval: at("e/8Kq"), ..MailLinks::default() }
        }
        Body::Endless(_) => MailLinks { page: at("series/8Kq"), ..MailLinks::default() },
        Body::Approval(_) => MailLinks { page: at("meetings/8Kq"), ..MailLinks::default() },
        Body::Written(body) if body.customer => MailLinks { stop: at("p/8Kq"), ..MailLinks::default() },
        Body::Written(_) => MailLinks { page: at("updates/8Kq"), ..MailLinks::default() },
        Body::SeriesReview(_) => MailLinks { page: at("series/8Kq/review"), ..MailLinks::default() },
        Body::Minutes(body) => MailLinks {
            stop: body.stop.and_then(|_| at("p/8Kq")),
            page: if body.stop.is_none() { at("meetings/8Kq/minutes") } else { None },
            worth: if body.asks_worth { at("r/8Kq/worth") } else { None },
            ..MailLinks::default()
        },
        Body::TimeProposed(_) => MailLinks { page: at("meetings/8Kq#proposals"), ..MailLinks::default() },
        Body::TimeDeclined(body) => {
            MailLinks { answer: at("r/8Kq"), stop: body.meeting.stop.and_then(|_| at("p/8Kq")), ..MailLinks::default() }
        }
        Body::Calendar { .. } => MailLinks { page: at("settings/calendars"), ..MailLinks::default() },
        Body::Answers(_) => MailLinks { page: at(""), stop: at("settings/mail"), ..MailLinks::default() },
        Body::Digest(_) => MailLinks { page: at("?week=2026-W48"), stop: at("settings/mail"), ..MailLinks::default() },
        Body::Welcome { .. } | Body::Reset { .. } => MailLinks { password: at("w/8Kq"), ..MailLinks::default() },
    }
}
