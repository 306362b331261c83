use super::*;

const GOOD: &str = "BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Sparsam//Sparsam//EN
CALSCALE:GREGORIAN
METHOD:REQUEST
BEGIN:VTIMEZONE
TZID:Europe/Stockholm
BEGIN:DAYLIGHT
DTSTART:19700329T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19701025T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:a@sparsam.example
DTSTAMP:20260105T081500Z
SEQUENCE:0
DTSTART;TZID=Europe/Stockholm:20260112T090000
DTEND;TZID=Europe/Stockholm:20260112T093000
RRULE:FREQ=WEEKLY;UNTIL=20260622T070000Z;BYDAY=MO
EXDATE;TZID=Europe/Stockholm:20260406T090000
SUMMARY:Mål\\; nyheter
STATUS:CONFIRMED
TRANSP:OPAQUE
ORGANIZER;CN=Anna:mailto:service@sparsam.example
ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=A:mailto:a
 @x.example
CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL=Join:https://meet.example/a
END:VEVENT
END:VCALENDAR
";

fn good() -> String {
    GOOD.replace('\n', "\r\n")
}

fn faults(text: &str) -> Vec<Fault> {
    message(text, &["A@x.example"]).into_iter().map(|finding| finding.fault).collect()
}

const EVENT: &str = "END:VEVENT\n";

/// Ways to spoil a good invitation: what is replaced, by what, and the rule that must notice.
const MUTATIONS: &[(&str, &str, Fault)] = &[
    // The seven that no other judge sees; line breaks have a test of their own.
    (
        "END:VCALENDAR",
        "BEGIN:VEVENT\nUID:b@sparsam.example\nDTSTAMP:20260105T081500Z\nSEQUENCE:0\nDTSTART:20260112T090000Z\nDTEND:20260112T093000Z\nSUMMARY:x\nSTATUS:CONFIRMED\nORGANIZER:mailto:s@x.example\nATTENDEE;ROLE=CHAIR;PARTSTAT=ACCEPTED;CN=A:mailto:a@x.example\nEND:VEVENT\nEND:VCALENDAR",
        Fault::Uid,
    ),
    (":20260112T093000", ":20260112T083000", Fault::Span),
    (":20260112T093000", ":20260112T090000", Fault::Span),
    ("DTEND;TZID=Europe/Stockholm:20260112T093000", "DTEND:20260112T093000Z", Fault::Span),
    ("UNTIL=20260622T070000Z", "UNTIL=20260622T090000", Fault::Until),
    ("UNTIL=20260622T070000Z", "UNTIL=20260622", Fault::Until),
    ("EXDATE;TZID=Europe/Stockholm:20260406T090000", "EXDATE;VALUE=DATE:20260406", Fault::Exception),
    ("EXDATE;TZID=Europe/Stockholm:20260406T090000", "EXDATE:20260406T070000Z", Fault::Exception),
    ("TZID:Europe/Stockholm\n", "TZID:Europe/Stockholm\nDTSTAMP:20260105T081500Z\n", Fault::ZoneContent),
    ("TZNAME:CET\n", "TZNAME:CET\nDTSTAMP:20260105T081500Z\n", Fault::ZoneContent),
    ("Mål\\;", "Mål;", Fault::Escape),
    ("Mål\\;", "Mål,", Fault::Escape),
    ("nyheter\n", "nyheter\\\n", Fault::Escape),
    ("ORGANIZER;CN=Anna", "ORGANIZER;CN=Anna;SENT-BY=\"bo@x.example\"", Fault::Value),
    // What other judges may see too.
    ("METHOD:REQUEST\n", "", Fault::Missing),
    ("METHOD:REQUEST", "METHOD:PUBLISH", Fault::Method),
    ("METHOD:REQUEST", "METHOD:CANCEL", Fault::Method),
    ("STATUS:CONFIRMED", "STATUS:CANCELLED", Fault::Method),
    ("UID:a@sparsam.example\n", "", Fault::Missing),
    ("DTSTAMP:20260105T081500Z\n", "", Fault::Missing),
    ("DTSTAMP:20260105T081500Z\n", "DTSTAMP:20260105T081500\n", Fault::Value),
    ("SEQUENCE:0\n", "", Fault::Missing),
    ("SEQUENCE:0\n", "SEQUENCE:-1\n", Fault::Value),
    ("SEQUENCE:0\n", "SEQUENCE:0\nSEQUENCE:1\n", Fault::Repeated),
    ("DTSTART;TZID=Europe/Stockholm:2026", "DTSTART:2026", Fault::Value),
    ("DTSTART;TZID=Europe/Stockholm", "DTSTART;TZID=Europe/Oslo", Fault::Zone),
    (
        "END:VTIMEZONE\n",
        "END:VTIMEZONE\nBEGIN:VTIMEZONE\nTZID:Asia/Tokyo\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0900\nTZOFFSETTO:+0900\nTZNAME:JST\nEND:STANDARD\nEND:VTIMEZONE\n",
        Fault::Zone,
    ),
    ("BYMONTH=10;BYDAY=-1SU", "BYMONTH=10;BYDAY=SU", Fault::ZoneShape),
    ("BYMONTH=10;BYDAY=-1SU", "BYMONTH=10;BYMONTHDAY=25", Fault::ZoneShape),
    ("TZNAME:CET\n", "TZNAME:\n", Fault::Missing),
    ("TZOFFSETTO:+0200", "TZOFFSETTO:+0000", Fault::ZoneShape),
    ("TZOFFSETTO:+0200", "TZOFFSETTO:+2:00", Fault::Value),
    ("TZNAME:CET\n", "TZNAME:CET\nRDATE:20261025T030000\n", Fault::ZoneContent),
    (EVENT, "BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT10M\nEND:VALARM\nEND:VEVENT\n", Fault::Foreign),
    ("RSVP=TRUE;", "RSVP=TRUE;SCHEDULE-AGENT=CLIENT;", Fault::Foreign),
    (EVENT, "ATTACH:https://x.example\nEND:VEVENT\n", Fault::Foreign),
    (EVENT, "ATTENDEE;ROLE=CHAIR;PARTSTAT=ACCEPTED;CN=B:mailto:b@x.example\nEND:VEVENT\n", Fault::Party),
    ("CN=Anna:mailto:", "CN=Anna:", Fault::Value),
    ("CN=Anna:", "CN=\"An\"na\":", Fault::Syntax),
    ("SUMMARY:", "SUMMARY", Fault::Syntax),
    ("SUMMARY:", "SUMMARY:\u{7}", Fault::Control),
    ("SUMMARY:", "SUMMARY:ååååååååååååååååååååååååååååååååå", Fault::LineLength),
    ("END:STANDARD\nEND:VTIMEZONE\n", "END:STANDARD\nEND:VTIMEZONE\nNAME:late\n", Fault::Nesting),
    (EVENT, "", Fault::Nesting),
    ("END:VCALENDAR\n", "", Fault::Nesting),
    ("END:VCALENDAR\n", "END:VCALENDAR\nBEGIN:VCALENDAR\nEND:VCALENDAR\n", Fault::Nesting),
];

#[test]
fn a_good_object_passes() {
    assert_eq!(message(&good(), &["A@x.example"]), []);
}

#[test]
fn every_mutation_is_noticed() {
    for (from, to, fault) in MUTATIONS {
        assert!(GOOD.contains(from), "{from}");
        let spoiled = GOOD.replacen(from, to, 1).replace('\n', "\r\n");
        let found = faults(&spoiled);
        assert!(found.contains(fault), "{from:?} → {to:?}: {found:?}");
    }
    assert!(faults(GOOD).contains(&Fault::LineBreak));
    assert!(faults(&good().replacen("\r\n", "\r", 1)).contains(&Fault::Control));
}

#[test]
fn a_file_invites_nobody() {
    let text = good().replace("METHOD:REQUEST\r\n", "");
    assert!(file(&text).iter().all(|finding| finding.fault == Fault::Party) && file(&text).len() == 2);
    assert_eq!(file(&good()).first().map(|finding| finding.fault), Some(Fault::Method));
    let text = text.replace("CALSCALE:GREGORIAN", "REFRESH-INTERVAL;VALUE=DURATION:PT1H");
    assert!(file(&text).iter().any(|finding| finding.fault == Fault::Value));
}

#[test]
fn hopeless_texts_end() {
    for text in ["", "\r\n", "BEGIN:VCALENDAR", ":", "END:X\r\n", "\u{feff}", " x\r\n"] {
        assert!(!message(text, &[]).is_empty(), "{text:?}");
    }
    let deep = "BEGIN:VEVENT\r\n".repeat(100_000);
    assert!(message(&deep, &[]).len() <= 100);
}
