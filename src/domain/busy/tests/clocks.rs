use super::*;

/// Outlook's own definition of Central European time under a name that says nothing.
const CUSTOM: &str = "BEGIN:VTIMEZONE
TZID:Customized Time Zone
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
";

fn at_nine(zone: &str) -> String {
    event(&format!("DTSTART;TZID={zone}:20261124T090000\nDURATION:PT1H"))
}

#[test]
fn zones_by_any_name() {
    let cases = [
        ("Europe/Helsinki", "24T0700-24T0800"),
        ("\"W. Europe Standard Time\"", "24T0800-24T0900"),
        ("/mozilla.org/20070129_1/America/New_York", "24T1400-24T1500"),
        ("Customized Time Zone", "24T0800-24T0900"),
    ];
    for (zone, expected) in cases {
        // A definition may stand behind the events that use it.
        assert_eq!(busy(&format!("{}{CUSTOM}", at_nine(zone))).as_deref(), Ok(expected), "{zone}");
    }
}

#[test]
fn a_defined_zone_equals_the_zone_it_describes() {
    let year = Interval::new(at("20260101T000000"), at("20270101T000000")).unwrap();
    let all = |zone: &str| {
        let daily = event(&format!("DTSTART;TZID={zone}:20200101T023000\nDURATION:PT30M\nRRULE:FREQ=DAILY"));
        read(calendar(&format!("{CUSTOM}{daily}")).as_bytes(), year, &stockholm(), &Limits::default()).unwrap()
    };
    assert_eq!(all("Customized Time Zone").busy.len(), 365);
    assert_eq!(all("Customized Time Zone"), all("Europe/Stockholm"));
}

#[test]
fn definitions_that_say_too_little() {
    let bad = |property| Err(Unreadable::BadValue(property));
    let cases = [
        ("TZOFFSETFROM:+0200\n", "", bad(Property::TzOffsetFrom)),
        ("TZOFFSETTO:+0100", "TZOFFSETTO:100", bad(Property::TzOffsetTo)),
        ("DTSTART:16010101T030000", "DTSTART:16010230T030000", bad(Property::DtStart)),
        ("FREQ=YEARLY", "FREQ=SECONDLY", Err(Unreadable::Rule(RuleError::TooOften))),
        ("FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10", "FREQ=DAILY", Err(Unreadable::Series(Unevaluable::TooMany))),
        ("RRULE:", "RRULE:FREQ=DAILY;COUNT=1\nRRULE:", Err(Unreadable::NotSupported(Property::RRule))),
        ("RRULE:", "RDATE:20260101T000000Z\nRRULE:", bad(Property::RDate)),
        ("TZID:C", "TZID:D", Err(Unreadable::UnknownZone("Customized Time Zone".into()))),
    ];
    for (from, to, expected) in cases {
        let custom = CUSTOM.replacen(from, to, 1);
        assert_eq!(busy(&format!("{custom}{}", at_nine("Customized Time Zone"))), expected, "{from}");
        assert!(busy(&format!("{custom}{}", at_nine("Europe/Oslo"))).is_ok(), "a zone that nothing uses does no harm");
    }
}

#[test]
fn whole_days_are_the_owners() {
    let day = calendar(&event("DTSTART;VALUE=DATE:20261124"));
    let told =
        |zone: &str| spoken(&read(day.as_bytes(), window(), &Zone::named(zone).unwrap(), &Limits::default()).unwrap());
    assert_eq!(told("Europe/Helsinki"), "23T2200-24T2200");
    assert_eq!(told("America/New_York"), "24T0500-25T0500");
    // The day the clocks go back has 25 hours.
    let october = Interval::new(at("20261001T000000"), at("20261101T000000")).unwrap();
    let day = calendar(&event("DTSTART;VALUE=DATE:20261025"));
    let times = read(day.as_bytes(), october, &stockholm(), &Limits::default()).unwrap();
    assert_eq!(times.busy.first().map(Interval::minutes), Some(25 * 60));
}
