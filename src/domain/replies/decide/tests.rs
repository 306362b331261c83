use proptest::prelude::*;

use super::*;
use crate::domain::replies::{Moment, read};

const STOCKHOLM: &str = "Europe/Stockholm";

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn span(day: u32, hour: u32) -> Interval {
    let start = at(&format!("2026-11-{day:02}T{hour:02}:00:00Z"));
    Interval::new(start, start + chrono::TimeDelta::minutes(30)).unwrap()
}

fn id(number: u128) -> AttendeeId {
    AttendeeId::from_uuid(uuid::Uuid::from_u128(number))
}

fn people() -> Vec<Participant> {
    let row = |number, address: &str, role, present| Participant {
        id: id(number),
        address: address.to_owned(),
        role,
        present,
    };
    vec![
        row(1, "anna@nordvik.example", AttendeeRole::Chair, true),
        row(2, "eeva@kone.example", AttendeeRole::Required, true),
        row(3, "gone@kone.example", AttendeeRole::Required, false),
    ]
}

/// A meeting on 25 November at 13:00 UTC that was once on the 24th, and a reply to its present version.
struct Scene {
    status: Status,
    history: History,
    from: &'static str,
    proven: bool,
    came: &'static str,
    text: String,
}

fn scene() -> Scene {
    Scene {
        status: Status::Confirmed,
        history: History {
            told: vec![Told { sequence: 0, span: span(24, 13) }, Told { sequence: 1, span: span(25, 13) }],
            answered: None,
        },
        from: "eeva@kone.example",
        proven: true,
        came: "2026-11-23T09:00:00Z",
        text: "BEGIN:VCALENDAR\nPRODID:x\nVERSION:2.0\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:u\nSEQUENCE:1\n\
               DTSTAMP:20261123T085900Z\nDTSTART:20261125T130000Z\nDTEND:20261125T133000Z\n\
               ATTENDEE;PARTSTAT=ACCEPTED:mailto:eeva@kone.example\nEND:VEVENT\nEND:VCALENDAR\n"
            .to_owned(),
    }
}

impl Scene {
    fn with(mut self, old: &str, new: &str) -> Self {
        assert!(self.text.contains(old), "{old}");
        self.text = self.text.replace(old, new);
        self
    }

    fn decide(&self) -> Decision {
        let zone = Zone::named(STOCKHOLM).unwrap();
        let people = people();
        let meeting = Meeting { status: self.status, span: span(25, 13), zone: &zone, people: &people };
        let message = read(self.text.as_bytes()).unwrap();
        let from = self.from.parse().unwrap();
        let sender = Sender { from: &from, name: &SafeText::line("Eeva K", 9), proven: self.proven, at: at(self.came) };
        decide(&meeting, &self.history, (message.method, &message.entries[0]), &sender)
    }

    fn outcome(&self) -> Outcome {
        self.decide().outcome
    }
}

#[test]
fn answers() {
    for (word, expected) in [
        ("ACCEPTED", Some(Answer::Yes)),
        ("tentative", Some(Answer::Maybe)),
        ("DECLINED", Some(Answer::No)),
        ("NEEDS-ACTION", None),
        ("X-LATER", None),
    ] {
        let decision = scene().with("ACCEPTED", word).decide();
        assert_eq!(decision.answer, expected, "{word}");
        let outcome = if expected.is_some() { Outcome::Answered } else { Outcome::NoAnswer };
        assert_eq!((decision.outcome, decision.attendee), (outcome, Some(id(2))), "{word}");
    }
}

#[test]
fn whose_answer_it_is() {
    let attendee = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:eeva@kone.example";
    let cases: [(&str, &str, Outcome, Option<u128>); 14] = [
        (attendee, "eeva@kone.example", Outcome::Answered, Some(2)),
        ("ATTENDEE;PARTSTAT=ACCEPTED:MAILTO:Eeva@KONE.example", "EEVA@kone.example", Outcome::Answered, Some(2)),
        // Somebody else writes in Eeva's name.
        (attendee, "mallory@evil.example", Outcome::Unverified, Some(2)),
        (
            "ATTENDEE;PARTSTAT=ACCEPTED;SENT-BY=\"mailto:pa@kone.example\":mailto:eeva@kone.example",
            "pa@kone.example",
            // Of the same domain is also everybody else at a public mail provider.
            Outcome::Unverified,
            Some(2),
        ),
        // Sent for somebody whom nobody invited; it is not the sender's own answer.
        (
            "ATTENDEE;PARTSTAT=DECLINED;SENT-BY=\"mailto:eeva@kone.example\":mailto:boss@kone.example",
            "eeva@kone.example",
            Outcome::Uninvited,
            None,
        ),
        (
            "ATTENDEE;PARTSTAT=ACCEPTED;SENT-BY=\"mailto:pa@evil.example\":mailto:eeva@kone.example",
            "pa@evil.example",
            Outcome::Unverified,
            Some(2),
        ),
        (
            "ATTENDEE;PARTSTAT=ACCEPTED;SENT-BY=\"mailto:pa@kone.example\":mailto:eeva@kone.example",
            "other@kone.example",
            Outcome::Unverified,
            Some(2),
        ),
        // Her program knows her by another address.
        ("ATTENDEE;PARTSTAT=ACCEPTED:mailto:eeva.kallio@kone.example", "eeva@kone.example", Outcome::Answered, Some(2)),
        ("X-NOBODY:x", "eeva@kone.example", Outcome::NoAnswer, Some(2)),
        // Nobody invited them.
        ("ATTENDEE;PARTSTAT=ACCEPTED:mailto:ola@kone.example", "ola@kone.example", Outcome::Uninvited, None),
        ("X-NOBODY:x", "ola@kone.example", Outcome::Uninvited, None),
        ("ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@nordvik.example", "anna@nordvik.example", Outcome::Organizer, Some(1)),
        ("ATTENDEE;PARTSTAT=ACCEPTED:mailto:gone@kone.example", "gone@kone.example", Outcome::Closed, Some(3)),
        // Everybody is listed; the sender's own line counts.
        (
            "ATTENDEE;PARTSTAT=DECLINED:mailto:anna@nordvik.example\nATTENDEE;PARTSTAT=ACCEPTED:mailto:eeva@kone.example",
            "eeva@kone.example",
            Outcome::Answered,
            Some(2),
        ),
    ];
    for (line, from, outcome, whose) in cases {
        let scene = Scene { from, ..scene().with(attendee, line) };
        let decision = scene.decide();
        assert_eq!((decision.outcome, decision.attendee), (outcome, whose.map(id)), "{line} from {from}");
    }
}

#[test]
fn nothing_counts_unless_the_sender_is_proven() {
    for (old, new, outcome) in [
        ("ACCEPTED", "ACCEPTED", Outcome::Unverified),
        ("METHOD:REPLY", "METHOD:REFRESH", Outcome::Unverified),
        ("SEQUENCE:1", "SEQUENCE:0", Outcome::Outdated),
        ("ACCEPTED", "DELEGATED;DELEGATED-TO=\"mailto:ola@kone.example\"", Outcome::Delegated),
    ] {
        assert_eq!(Scene { proven: false, ..scene().with(old, new) }.outcome(), outcome, "{new}");
    }
    let counter = scene().with("REPLY", "COUNTER").with("1125T13", "1126T13");
    assert_eq!(Scene { proven: false, ..counter }.outcome(), Outcome::Unverified);
}

#[test]
fn versions() {
    let told = |list: &[(u32, u32)]| {
        list.iter().map(|(sequence, day)| Told { sequence: *sequence, span: span(*day, 13) }).collect()
    };
    let cases: [(&str, &str, Vec<Told>, Outcome); 12] = [
        ("SEQUENCE:1", "SEQUENCE:1", told(&[(0, 24), (1, 25)]), Outcome::Answered),
        ("SEQUENCE:1", "SEQUENCE:0", told(&[(0, 24), (1, 25)]), Outcome::Outdated),
        // The time did not change since.
        ("SEQUENCE:1", "SEQUENCE:0", told(&[(0, 25), (1, 25), (2, 25)]), Outcome::Answered),
        // It moved away and came back; they were asked anew.
        ("SEQUENCE:1", "SEQUENCE:0", told(&[(0, 25), (1, 24), (2, 25)]), Outcome::Outdated),
        // A version they were not sent falls to the last before it.
        ("SEQUENCE:1", "SEQUENCE:2", told(&[(0, 24), (1, 25), (4, 25)]), Outcome::Answered),
        ("SEQUENCE:1", "SEQUENCE:0", told(&[(3, 25)]), Outcome::Answered),
        ("SEQUENCE:1", "SEQUENCE:9", told(&[(0, 24), (1, 25)]), Outcome::Answered),
        // The move is not told yet, the meeting stands elsewhere already.
        ("SEQUENCE:1", "SEQUENCE:0", told(&[(0, 24)]), Outcome::Outdated),
        ("SEQUENCE:1\n", "", told(&[(0, 24), (1, 25)]), Outcome::Answered),
        ("SEQUENCE:1", "SEQUENCE:x", told(&[(0, 24), (1, 25)]), Outcome::Answered),
        (
            "SEQUENCE:1\nDTSTAMP:20261123T085900Z\nDTSTART:20261125T130000Z",
            "X:1",
            told(&[(0, 24), (1, 25)]),
            Outcome::Outdated,
        ),
        ("SEQUENCE:1", "SEQUENCE:1", told(&[]), Outcome::Answered),
    ];
    for (old, new, told, outcome) in cases {
        let mut scene = scene().with(old, new);
        scene.history.told.clone_from(&told);
        assert_eq!(scene.outcome(), outcome, "{new:?} after {told:?}");
    }
    let other = scene().with("SEQUENCE:1\n", "").with("DTSTART:20261125", "DTSTART:20261124");
    assert_eq!(other.outcome(), Outcome::Outdated);
}

#[test]
fn later_answers_stay() {
    for (answered, outcome) in [
        ("2026-11-23T08:58:59Z", Outcome::Answered),
        ("2026-11-23T08:59:00Z", Outcome::Overtaken),
        ("2026-11-23T08:59:01Z", Outcome::Overtaken),
    ] {
        let mut scene = scene();
        scene.history.answered = Some(at(answered));
        assert_eq!(scene.outcome(), outcome, "{answered}");
    }
    // A clock that runs ahead counts as the moment the mail came in.
    let ahead = scene().with("20261123T085900Z", "20991123T085900Z").decide();
    assert_eq!((ahead.outcome, ahead.stamp), (Outcome::Answered, at("2026-11-23T09:00:00Z")));
}

#[test]
fn dates_and_ends() {
    let instance = |text: &str| scene().with("SEQUENCE:1", &format!("RECURRENCE-ID{text}\nSEQUENCE:1")).outcome();
    assert_eq!(instance(":20261125T130000Z"), Outcome::Answered);
    assert_eq!(instance(";TZID=Europe/Helsinki:20261125T150000"), Outcome::Answered);
    assert_eq!(instance(";TZID=W. Europe Standard Time:20261125T140000"), Outcome::Answered);
    assert_eq!(instance(":20261125T140000"), Outcome::Answered, "by the meeting's clock");
    assert_eq!(instance(":20261126T130000Z"), Outcome::OtherDate);
    assert_eq!(instance(";VALUE=DATE:20261125"), Outcome::OtherDate);
    assert_eq!(instance(";RANGE=THISANDFUTURE:20261125T130000Z"), Outcome::OtherDate);
    assert_eq!(instance(";TZID=Nowhere/Land:20261125T140000"), Outcome::OtherDate, "it cannot be read");
    assert_eq!(Scene { status: Status::Cancelled, ..scene() }.outcome(), Outcome::Closed);
    assert_eq!(Scene { status: Status::Pending, ..scene() }.outcome(), Outcome::Closed);
    assert_eq!(Scene { came: "2026-11-25T13:29:59Z", ..scene() }.outcome(), Outcome::Answered);
    assert_eq!(Scene { came: "2026-11-25T13:30:00Z", ..scene() }.outcome(), Outcome::Closed);
}

#[test]
fn only_what_an_attendee_may_ask_is_heard() {
    for method in ["REQUEST", "CANCEL", "PUBLISH", "ADD", "DECLINECOUNTER", "X", ""] {
        let scene = scene().with("METHOD:REPLY", &format!("METHOD:{method}"));
        assert_eq!(scene.outcome(), Outcome::NotOurs, "{method}");
    }
    assert_eq!(scene().with("METHOD:REPLY\n", "").outcome(), Outcome::NotOurs);
    assert_eq!(scene().with("METHOD:REPLY", "METHOD:REFRESH").outcome(), Outcome::SentAgain);
}

#[test]
fn proposals() {
    let counter = || scene().with("METHOD:REPLY", "METHOD:COUNTER").with("ACCEPTED", "TENTATIVE");
    let decision =
        counter().with("DTSTART:20261125T13", "DTSTART:20261126T09").with("DTEND:20261125T13", "DTEND:20261126T10");
    let decision = decision.decide();
    assert_eq!(decision.outcome, Outcome::Proposed);
    let proposed = decision.proposed.unwrap();
    assert_eq!((proposed.start(), proposed.minutes()), (at("2026-11-26T09:00:00Z"), 90));
    // The time there is.
    assert_eq!(counter().decide().outcome, Outcome::Answered);
    assert_eq!(counter().with("TENTATIVE", "NEEDS-ACTION").decide().outcome, Outcome::NoAnswer);
    let moved = |from: &str, to: &str| counter().with(from, to).outcome();
    assert_eq!(moved("DTSTART:20261125T130000Z", "DTSTART:20261026T130000Z"), Outcome::BadProposal, "past and long");
    assert_eq!(moved("DTEND:20261125T133000Z", "DTEND:20261128T133000Z"), Outcome::BadProposal, "three days");
    assert_eq!(moved("DTEND:20261125T133000Z", "DTEND:20261125T123000Z"), Outcome::BadProposal, "backwards");
    assert_eq!(moved("DTSTART:", "DTSTART;TZID=Nowhere/Land:"), Outcome::Answered, "Z says the zone");
    assert_eq!(moved("DTSTART:20261125T130000Z", "DTSTART;TZID=Nowhere/Land:20261125T130000"), Outcome::BadProposal);
    assert_eq!(moved("DTSTART:20261125T130000Z", "DTSTART;VALUE=DATE:20261126"), Outcome::BadProposal);
    assert_eq!(moved("DTEND:20261125T133000Z", "DURATION:PT45M"), Outcome::Proposed);
    assert_eq!(moved("DTEND:20261125T133000Z\n", ""), Outcome::Answered);
    // Without SEQUENCE the version is the last they were sent.
    let silent = counter().with("SEQUENCE:1\n", "").with("DTSTART:20261125T13", "DTSTART:20261125T12");
    assert_eq!(silent.outcome(), Outcome::Proposed);
    assert_eq!(counter().with("SEQUENCE:1", "SEQUENCE:0").outcome(), Outcome::Outdated);
}

#[test]
fn delegation_names_who_comes() {
    let delegated =
        scene().with("ACCEPTED", "DELEGATED;DELEGATED-TO=\"mailto:Ola@kone.example\",\"mailto:b@x.example\"");
    let decision = delegated.decide();
    assert_eq!((decision.outcome, decision.attendee), (Outcome::Delegated, Some(id(2))));
    assert_eq!(decision.other.unwrap().0, "ola@kone.example");
    let from_delegate =
        "ATTENDEE;CN=Ola;PARTSTAT=ACCEPTED;DELEGATED-FROM=\"mailto:eeva@kone.example\":mailto:ola@kone.example";
    let scene = scene().with("ATTENDEE;PARTSTAT=ACCEPTED:mailto:eeva@kone.example", from_delegate);
    let decision = Scene { from: "ola@kone.example", ..scene }.decide();
    assert_eq!((decision.outcome, decision.attendee), (Outcome::Uninvited, None));
    assert_eq!(decision.other.unwrap(), ("ola@kone.example".to_owned(), SafeText::line("Ola", 9)));
}

#[test]
fn a_floating_time_is_the_meetings() {
    let zone = Zone::named(STOCKHOLM).unwrap();
    let local = "2026-11-25T14:00:00".parse().unwrap();
    assert_eq!(Moment::Floating(local).instant(&zone), at("2026-11-25T13:00:00Z"));
}

proptest! {
    /// In whatever order and however often answers come in: what counts in the end is the one that was given last.
    #[test]
    fn no_order_of_arrival_brings_an_older_answer_back(
        order in Just((0..6_u32).collect::<Vec<_>>()).prop_shuffle(),
        again in proptest::collection::vec(0..6_u32, 0..6),
    ) {
        let word = |minute: u32| ["ACCEPTED", "TENTATIVE", "DECLINED"][minute as usize % 3];
        let (mut history, mut counts) = (scene().history, None);
        for minute in order.into_iter().chain(again) {
            let mut scene = scene().with("085900Z", &format!("08{minute:02}00Z")).with("ACCEPTED", word(minute));
            scene.history = history.clone();
            let decision = scene.decide();
            if decision.outcome == Outcome::Answered {
                history.answered = Some(decision.stamp);
                counts = decision.answer;
            }
        }
        prop_assert_eq!(counts, Some(Answer::No));
    }
}
