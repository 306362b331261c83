use super::*;

#[test]
fn series_within_the_window() {
    check(&[
        (
            "DTSTART;TZID=Europe/Stockholm:20200106T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;BYDAY=MO",
            Ok("02T0800-02T0900 09T0800-09T0900 16T0800-16T0900 23T0800-23T0900 30T0800-30T0900"),
        ),
        ("DTSTART;VALUE=DATE:20261102\nRRULE:FREQ=WEEKLY;COUNT=2\nEXDATE;VALUE=DATE:20261102", Ok("08T2300-09T2300")),
        ("DTSTART;VALUE=DATE:20261102\nRRULE:FREQ=WEEKLY;COUNT=2\nEXDATE:20261102T000000", Ok("08T2300-09T2300")),
        ("DTSTART;VALUE=DATE:20261102\nRRULE:FREQ=DAILY;UNTIL=20261103T230000Z", Ok("01T2300-04T2300")),
        (
            "DTSTART:20261102T080000Z\nDURATION:PT1H\nRDATE:20261103T080000Z,20261104T080000Z",
            Ok("02T0800-02T0900 03T0800-03T0900 04T0800-04T0900"),
        ),
        (
            "DTSTART:20261102T080000Z\nDURATION:PT1H\nRDATE;VALUE=PERIOD:20261103T080000Z/PT2H",
            Ok("02T0800-02T0900 03T0800-03T1000"),
        ),
        (
            "DTSTART:20261102T080000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE;TZID=Europe/Helsinki:20261103T100000",
            Ok("02T0800-02T0900 04T0800-04T0900"),
        ),
        // One that began ahead of the window and lasts into it.
        ("DTSTART:20261031T200000Z\nDURATION:P1DT8H\nRRULE:FREQ=YEARLY", Ok("01T0000-02T0400")),
        ("DTSTART:20261102T080000Z\nDURATION:P400D\nRRULE:FREQ=YEARLY", Err(Unreadable::TooLong)),
        ("DTSTART:20261102T080000Z\nDURATION:PT1H\nEXRULE:FREQ=DAILY", Err(Unreadable::NotSupported(Property::ExRule))),
        ("DTSTART:20261102T080000Z\nRDATE;VALUE=DATE:20261103", Err(Unreadable::BadValue(Property::RDate))),
        ("DTSTART:20261102T080000Z\nRDATE:soon", Err(Unreadable::BadValue(Property::RDate))),
        ("DTSTART:20261102T080000Z\nEXDATE:20261102T080000Z/PT1H", Err(Unreadable::BadValue(Property::ExDate))),
    ]);
}

#[test]
fn replaced_occurrences() {
    let series =
        event("UID:a\nDTSTART;TZID=Europe/Stockholm:20261102T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3");
    let with = |more: &str| busy(&format!("{}{series}", event(more))).unwrap();
    let cases = [
        (
            "UID:a\nRECURRENCE-ID:20261109T080000Z\nDTSTART:20261110T080000Z\nDURATION:PT2H",
            "02T0800-02T0900 10T0800-10T1000 16T0800-16T0900",
        ),
        ("UID:a\nRECURRENCE-ID:20261109T080000Z\nSTATUS:CANCELLED", "02T0800-02T0900 16T0800-16T0900"),
        ("UID:a\nRECURRENCE-ID:20261109T080000Z\nTRANSP:TRANSPARENT", "02T0800-02T0900 16T0800-16T0900"),
        ("UID:a\nRECURRENCE-ID;VALUE=DATE:20261109\nSTATUS:CANCELLED", "02T0800-02T0900 16T0800-16T0900"),
        ("UID:b\nRECURRENCE-ID:20261109T080000Z\nSTATUS:CANCELLED", "02T0800-02T0900 09T0800-09T0900 16T0800-16T0900"),
    ];
    for (more, expected) in cases {
        assert_eq!(with(more), expected, "{more}");
    }
}

#[test]
fn replacements_that_cannot_be_placed_are_unknown() {
    let series = event("UID:a\nDTSTART:20261102T090000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3");
    let with = |more: &str| busy(&format!("{}{series}", event(&format!("STATUS:CANCELLED\nUID:a\n{more}"))));
    let range = "RECURRENCE-ID;RANGE=THISANDFUTURE:20261109T090000Z";
    assert_eq!(with(range), Err(Unreadable::NotSupported(Property::RecurrenceId)));
    assert_eq!(with("RECURRENCE-ID:monday"), Err(Unreadable::BadValue(Property::RecurrenceId)));
}
