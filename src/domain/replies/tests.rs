use std::fmt::Write as _;

use super::*;
use crate::domain::{busy::Unreadable, meeting::Answer};

fn around(event: &str) -> String {
    format!("BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n{event}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
}

#[test]
fn lower_case_marks_folds_and_escapes_are_read() {
    let text = "\u{feff}begin:vcalendar\nprodid:-//Some Program//EN\nmethod:Reply\nbegin:vevent\nuid:a@b\nsequence: 3\n\
                dtstamp:20261123T080000z\ncomment:See you\\, perhaps\\nEeva\n\
                attendee;cn=\"Kallio, Eeva\";partstat=Accepted;sent-by=\"mailto:pa@kone.example\":MailTo:Eeva%2Bm@\n kone.example\n\
                begin:valarm\ntrigger:-PT5M\nend:valarm\nend:vevent\nend:vcalendar";
    let message = read(text.as_bytes()).unwrap();
    assert_eq!((message.method, message.product.as_str()), (Method::Reply, "-//Some Program//EN"));
    let entry = &message.entries[0];
    assert_eq!((entry.uid.as_str(), entry.sequence), ("a@b", Some(3)));
    assert_eq!(entry.note.as_str(), "See you, perhaps\nEeva");
    let eeva = &entry.people[0];
    assert_eq!((eeva.address.as_str(), eeva.name.as_str()), ("eeva+m@kone.example", "Kallio, Eeva"));
    assert_eq!((eeva.sent_by.as_deref(), eeva.says), (Some("pa@kone.example"), Partstat::Said(Answer::Yes)));
}

#[test]
fn what_google_writes_beside_the_address_is_the_note() {
    let line = "ATTENDEE;PARTSTAT=DECLINED;X-RESPONSE-COMMENT=\"In court all day\":mailto:a@x.example";
    assert_eq!(read(around(line).as_bytes()).unwrap().entries[0].note.as_str(), "In court all day");
}

#[test]
fn people_without_an_address_are_left_out() {
    for value in [
        "invalid:nomail",
        "mailto:",
        "mailto:a@b",
        "urn:uuid:1",
        "mailto:a@x.example%0d%0aBcc:b@x.example",
        "/o=Org/cn=x",
    ] {
        let text = around(&format!("ATTENDEE;PARTSTAT=ACCEPTED:{value}"));
        assert!(read(text.as_bytes()).unwrap().entries[0].people.is_empty(), "{value}");
    }
}

#[test]
fn hostile_parts_end_early() {
    let nested = format!("BEGIN:VCALENDAR\n{}", "BEGIN:VEVENT\n".repeat(30_000));
    let deep = format!("BEGIN:VCALENDAR\n{}", "BEGIN:X\n".repeat(60_000));
    let huge = format!("BEGIN:VCALENDAR\n{}", "BEGIN:VEVENT\n".repeat(100_000));
    let events = format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", "BEGIN:VEVENT\nEND:VEVENT\n".repeat(201));
    let mut people = String::new();
    for number in 0..501 {
        let _ = write!(people, "ATTENDEE:mailto:a{number}@x.example\r\n");
    }
    let cases = [
        (nested, Unreadable::OutOfOrder),
        (deep, Unreadable::TooDeep),
        (huge, Unreadable::TooLarge),
        (events, Unreadable::TooMany),
        (around(people.trim_end()), Unreadable::TooMany),
        (around(&"X:1\n".repeat(20_001)), Unreadable::TooMany),
        (around(&format!("COMMENT:{}", "a".repeat(70_000))), Unreadable::LineTooLong),
        ("x".repeat(512 * 1024 + 1), Unreadable::TooLarge),
        (String::new(), Unreadable::NotACalendar),
        ("<html>".to_owned(), Unreadable::NotACalendar),
        ("BEGIN:VEVENT\nEND:VEVENT\n".to_owned(), Unreadable::NotACalendar),
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\n".to_owned(), Unreadable::CutShort),
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n".to_owned(), Unreadable::OutOfOrder),
        (around("BEGIN:VEVENT\r\nEND:VEVENT"), Unreadable::OutOfOrder),
    ];
    for (text, expected) in cases {
        assert_eq!(read(text.as_bytes()), Err(expected), "{}", text.chars().take(60).collect::<String>());
    }
    let odd =
        around("RRULE:FREQ=SECONDLY;COUNT=99999999\r\nSEQUENCE:99999999999\r\nDTSTAMP:x\r\nno colon\r\n;:\r\nATTENDEE");
    let entry = read(odd.as_bytes()).unwrap().entries.remove(0);
    assert_eq!((entry.sequence, entry.stamp, entry.people.len()), (None, None, 0));
}

proptest::proptest! {
    #[test]
    fn no_bytes_break_it(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..600)) {
        let _ = read(&bytes);
        let mut inside = around("X").into_bytes();
        inside.splice(45..46, bytes);
        let _ = read(&inside);
    }
}
