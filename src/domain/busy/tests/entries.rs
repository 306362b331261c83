use super::*;

#[test]
fn single_events() {
    check(&[
        ("DTSTART:20261124T130000Z\nDTEND:20261124T140000Z", Ok("24T1300-24T1400")),
        ("DTSTART:20261124T140000\nDTEND:20261124T150000", Ok("24T1300-24T1400")),
        (
            "DTSTART;TZID=Europe/Helsinki:20261124T150000\nDTEND;TZID=Europe/Stockholm:20261124T150000",
            Ok("24T1300-24T1400"),
        ),
        ("DTSTART:20261124T130000Z\nDURATION:PT1H30M", Ok("24T1300-24T1430")),
        ("DTSTART:20261124T130000Z", Ok("")),
        ("DTSTART:20261124T130000Z\nDTEND:20261124T130000Z", Ok("")),
        ("DTSTART;VALUE=DATE:20261124", Ok("23T2300-24T2300")),
        ("DTSTART;VALUE=DATE:20261124\nDTEND;VALUE=DATE:20261126", Ok("23T2300-25T2300")),
        ("DTSTART;VALUE=DATE:20261124\nDTEND;VALUE=DATE:20261124", Ok("23T2300-24T2300")),
        ("DTSTART;VALUE=DATE:20261124\nDURATION:P2D", Ok("23T2300-25T2300")),
        ("DTSTART:20261124T130000Z\nDTEND:20261124T140000Z\nTRANSP:TRANSPARENT", Ok("")),
        ("DTSTART:20261124T130000Z\nDTEND:20261124T140000Z\nSTATUS:CANCELLED", Ok("")),
        ("DTSTART:20261124T130000Z\nDTEND:20261124T140000Z\nSTATUS:TENTATIVE", Ok("24T1300-24T1400?")),
        ("dtstart:20261124t130000z\ndtend:20261124T140000Z\ntransp:opaque", Ok("24T1300-24T1400")),
        ("DTSTART:20251231T130000Z\nDTEND:20251231T140000Z", Ok("")),
        ("DTSTART:20200101T000000Z\nDTEND:20300101T000000Z", Ok("01T0000-01T0000")),
        ("DTSTART:20261130T233000Z\nDTEND:20261201T003000Z", Ok("30T2330-01T0000")),
    ]);
}

#[test]
fn what_cannot_be_read_is_unknown_unless_it_is_free() {
    use Property::{DtEnd, DtStart, Duration, RRule, RecurrenceId};
    let bad = |property| Err(Unreadable::BadValue(property));
    check(&[
        ("SUMMARY:No start", bad(DtStart)),
        ("DTSTART:20260230T130000Z", bad(DtStart)),
        ("DTSTART;TZID=\"Europe/Oslo:20261124T130000", bad(DtStart)),
        ("DTSTART:20261124T130000Z\nDTEND:yesterday", bad(DtEnd)),
        ("DTSTART:20261124T130000Z\nDTEND:20261124T120000Z", bad(DtEnd)),
        ("DTSTART:20261124T130000Z\nDTEND;VALUE=DATE:20261125", bad(DtEnd)),
        ("DTSTART:20261124T130000Z\nDURATION:-PT1H", bad(Duration)),
        ("DTSTART:20261124T130000Z\nRRULE:\u{fffd}", Err(Unreadable::Rule(RuleError::UnknownPart))),
        ("DTSTART;TZID=Mars/Base:20261124T130000", Err(Unreadable::UnknownZone("Mars/Base".into()))),
        ("DTSTART:20261124T130000Z\nRRULE:FREQ=DAILY\nRRULE:FREQ=WEEKLY", Err(Unreadable::NotSupported(RRule))),
        (
            "DTSTART:20261124T130000Z\nRECURRENCE-ID;RANGE=THISANDFUTURE:20261124T130000Z",
            Err(Unreadable::NotSupported(RecurrenceId)),
        ),
        ("DTSTART:20260230T130000Z\nTRANSP:TRANSPARENT", Ok("")),
        ("STATUS:CANCELLED\nDTSTART;TZID=Mars/Base:20261124T130000\nRRULE:FREQ=SECONDLY", Ok("")),
    ]);
}

#[test]
fn times_that_touch_are_one() {
    let at = |from: &str, to: &str, more: &str| event(&format!("DTSTART:202611{from}00Z\nDTEND:202611{to}00Z\n{more}"));
    let all = [
        at("24T1000", "24T1100", ""),
        at("24T0800", "24T0900", ""),
        at("24T1030", "24T1200", ""),
        at("24T1200", "24T1230", ""),
        at("24T0700", "24T1300", "STATUS:TENTATIVE"),
        at("25T0700", "25T0800", "STATUS:TENTATIVE"),
    ];
    let expected =
        "24T0800-24T0900 24T1000-24T1230 24T0700-24T0800? 24T0900-24T1000? 24T1230-24T1300? 25T0700-25T0800?";
    assert_eq!(busy(&all.concat()).unwrap(), expected);
}

#[test]
fn what_stands_inside_other_parts_is_not_the_events() {
    let alarm =
        "DTSTART:20261124T130000Z\nBEGIN:VALARM\nDURATION:PT9H\nDTSTART:20261101T000000Z\nEND:VALARM\nDURATION:PT1H";
    check(&[(alarm, Ok("24T1300-24T1400"))]);
    assert_eq!(busy("BEGIN:VTODO\nDTSTART:20261124T130000Z\nDURATION:PT1H\nEND:VTODO").unwrap(), "");
}

#[test]
fn free_busy_lists() {
    let list = |line: &str| busy(&format!("BEGIN:VFREEBUSY\nDTSTART:20261101T000000Z\n{line}\nEND:VFREEBUSY"));
    let cases = [
        ("FREEBUSY:20261124T130000Z/PT1H,20261125T130000Z/20261125T140000Z", "24T1300-24T1400 25T1300-25T1400"),
        ("FREEBUSY;FBTYPE=FREE:20261124T130000Z/PT1H", ""),
        ("FREEBUSY;FBTYPE=BUSY-TENTATIVE:20261124T130000Z/PT1H", "24T1300-24T1400?"),
        ("FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20261124T130000Z/P1D", "24T1300-25T1300"),
        ("FREEBUSY;FBTYPE=X-AWAY:20261124T130000Z/PT1H", "24T1300-24T1400"),
    ];
    for (line, expected) in cases {
        assert_eq!(list(line).as_deref(), Ok(expected), "{line}");
    }
    for bad in ["FREEBUSY:", "FREEBUSY:20261124T130000Z", "FREEBUSY:20261124T130000/PT1H", "FREEBUSY"] {
        assert_eq!(list(bad), Err(Unreadable::BadValue(Property::FreeBusy)), "{bad}");
    }
}

#[test]
fn bytes_of_many_programs() {
    let plain = calendar(&event("DTSTART:20261124T130000Z\nSUMMARY:Lunch\nDURATION:PT1H"));
    let expected = Ok("24T1300-24T1400".to_owned());
    let told = |bytes: &[u8]| told(bytes).map(|times| spoken(&times));
    assert_eq!(told(plain.as_bytes()), expected);
    assert_eq!(told(plain.replace("\r\n", "\n").as_bytes()), expected, "bare line feeds");
    assert_eq!(told(format!("\u{feff}{plain}").as_bytes()), expected, "byte order mark");
    assert_eq!(told(plain.to_lowercase().as_bytes()), expected, "lower case");
    assert_eq!(told(plain.replace("1124T13", "1124\r\n T1\n\t3").as_bytes()), expected, "folded");
    assert_eq!(told(plain.trim_end().as_bytes()), expected, "no last line end");
    assert_eq!(told(plain.replace("Lunch", "\"Lunch;:,").as_bytes()), expected, "a quote in a text");
    assert_eq!(told(format!("{plain}{}", calendar("")).as_bytes()), expected, "two calendars");
    let latin: Vec<u8> = plain.bytes().map(|b| if b == b'h' { 0xe9 } else { b }).collect();
    assert_eq!(told(&latin), expected, "text that is no UTF-8");
}
