use proptest::prelude::*;

use super::*;

fn many(count: usize, one: impl Fn(usize) -> String) -> String {
    (0..count).map(one).collect()
}

#[test]
fn bytes_that_are_no_whole_calendar() {
    let plain = calendar(&event("DTSTART:20261124T130000Z\nDURATION:PT1H"));
    let cut = |marker: &str| plain.split_at(plain.find(marker).unwrap()).0.to_owned();
    let cases = [
        (String::new(), Unreadable::NotACalendar),
        ("<!DOCTYPE html>\n<p>Sign in</p>".to_owned(), Unreadable::NotACalendar),
        (event("DTSTART:20261124T130000Z"), Unreadable::NotACalendar),
        (cut("END:VEVENT"), Unreadable::CutShort),
        (cut("END:VCALENDAR"), Unreadable::CutShort),
        (cut("DURATION"), Unreadable::CutShort),
        (plain.replace("END:VEVENT\r\n", ""), Unreadable::OutOfOrder),
        (plain.replace("BEGIN:VEVENT", "BEGIN:VEVENT\nBEGIN:VEVENT"), Unreadable::OutOfOrder),
        (plain.replace("END:VEVENT", "END:VEVENT\nEND:VEVENT"), Unreadable::OutOfOrder),
        (plain.replace("BEGIN:VEVENT", "BEGIN:VCALENDAR\nBEGIN:VEVENT"), Unreadable::OutOfOrder),
    ];
    for (bytes, why) in cases {
        assert_eq!(told(bytes.as_bytes()), Err(why), "{bytes}");
    }
    assert_eq!(told(&[0xff, 0xfe, b'B', 0]), Err(Unreadable::NotACalendar));
}

#[test]
fn bombs_are_refused() {
    let cases = [
        (many(100_000, |_| "BEGIN:VEVENT\n".into()), Unreadable::OutOfOrder),
        (many(100_000, |_| "BEGIN:X\n".into()), Unreadable::TooDeep),
        (event(&format!("SUMMARY:{}", "x".repeat(4_900_000))), Unreadable::LineTooLong),
        (event(&format!("SUMMARY:{}", "x\n ".repeat(100_000))), Unreadable::LineTooLong),
        (event(&format!("DTSTART;X={}:20261124T130000Z", "x;".repeat(2_000_000))), Unreadable::LineTooLong),
        (event(&format!("X:{}", "x".repeat(6_000_000))), Unreadable::TooLarge),
        (many(100_000, |_| "BEGIN:VEVENT\nEND:VEVENT\n".into()), Unreadable::TooMany),
        (event(&many(100_000, |_| "X:1\n".into())), Unreadable::TooMany),
        (many(100, |n| event(&format!("DTSTART;TZID=Zone{n}:20261124T130000"))), Unreadable::TooMany),
        (
            event(&format!(
                "DTSTART:20261124T130000Z\n{}",
                many(60, |_| format!("EXDATE:{}\n", vec!["20261124T130000Z"; 1_000].join(",")))
            )),
            Unreadable::TooMany,
        ),
    ];
    for (inside, why) in cases {
        assert_eq!(busy(&inside), Err(why), "{}", &inside[..60.min(inside.len())]);
    }
}

#[test]
fn series_bombs_are_unknown_or_told() {
    let too_many = || Err(Unreadable::Series(Unevaluable::TooMany));
    let too_much = || Err(Unreadable::Series(Unevaluable::TooMuchWork));
    let often = || Err(Unreadable::Rule(RuleError::TooOften));
    check(&[
        ("DTSTART:20160101T000000Z\nRRULE:FREQ=SECONDLY", often()),
        ("DTSTART:20160101T000000Z\nRRULE:FREQ=MINUTELY;COUNT=1", often()),
        ("DTSTART:20160101T000000Z\nRRULE:FREQ=HOURLY", often()),
        ("DTSTART:20261101T000000Z\nDURATION:PT1H\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", Ok("01T0000-01T0100")),
        ("DTSTART:00010101T000000Z\nDURATION:PT1H\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", Ok("")),
        ("DTSTART:00010101T000000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=4000000000", too_much()),
        ("DTSTART:99991231T235959Z\nDURATION:PT1H\nRRULE:FREQ=DAILY", Ok("")),
        ("DTSTART:99991231T235959Z\nDURATION:P999999D", Ok("")),
        ("DTSTART:20261101T000000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;BYDAY=MO;BYSETPOS=300", Ok("01T0000-01T0100")),
        (
            "DTSTART:20261101T000000Z\nRRULE:FREQ=DAILY;INTERVAL=0",
            Err(Unreadable::Rule(RuleError::BadValue(crate::domain::recurrence::Part::Interval))),
        ),
    ]);
    let decade = Interval::new(at("20260101T000000"), at("20360101T000000")).unwrap();
    let daily = calendar(&event("DTSTART:20160101T000000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY"));
    let told = read(daily.as_bytes(), decade, &stockholm(), &Limits::default()).map(|times| spoken(&times));
    assert_eq!(told, too_many().map(str::to_owned));
}

#[test]
fn ten_thousand_exceptions_are_told() {
    let days: Vec<_> = at("20000101T080000").date_naive().iter_days().take(9_815).collect();
    let lines = days.chunks(1_000).map(|days| {
        let dates: Vec<_> = days.iter().map(|day| day.format("%Y%m%dT080000Z").to_string()).collect();
        format!("EXDATE:{}\n", dates.join(","))
    });
    let inside = format!("DTSTART:20000101T080000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY\n{}", lines.collect::<String>());
    assert_eq!(
        busy(&event(&inside)).unwrap(),
        "15T0800-15T0900 16T0800-16T0900 17T0800-17T0900 18T0800-18T0900 19T0800-19T0900 20T0800-20T0900 21T0800-21T0900 22T0800-22T0900 23T0800-23T0900 24T0800-24T0900 25T0800-25T0900 26T0800-26T0900 27T0800-27T0900 28T0800-28T0900 29T0800-29T0900 30T0800-30T0900"
    );
}

#[test]
fn all_series_together_have_a_limit() {
    let counted = |n| event(&format!("UID:{n}\nDTSTART:20000101T080000Z\nRRULE:FREQ=DAILY;COUNT=10000"));
    assert_eq!(busy(&many(200, counted)), Err(Unreadable::Series(Unevaluable::TooMuchWork)));
    let daily = |n| event(&format!("UID:{n}\nDTSTART:20000101T080000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY"));
    assert_eq!(busy(&many(2_000, daily)), Err(Unreadable::TooMany));
    let replaced = |n| {
        format!(
            "{}{}",
            event(&format!("UID:a\nDTSTART:20000101T080000Z\nRRULE:FREQ=DAILY;COUNT={}", n + 1)),
            event("UID:a\nRECURRENCE-ID:20000101T080000Z\nSTATUS:CANCELLED")
        )
    };
    assert_eq!(busy(&many(4_000, replaced)), Err(Unreadable::Series(Unevaluable::TooMuchWork)));
}

proptest! {
    #[test]
    fn any_bytes_are_told_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = told(&bytes);
        let mut inside = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART".to_vec();
        inside.extend(&bytes);
        inside.extend(b"\nEND:VEVENT\nEND:VCALENDAR");
        let _ = told(&inside);
    }

    #[test]
    fn any_event_is_told_within_its_window(lines in proptest::collection::vec(
        "(DTSTART|DTEND|RECURRENCE-ID|EXDATE|RDATE)(;TZID=(Europe/Oslo|X))?:(2026|0001|9999)(11|02)(01|30)(T(00|23)5959Z?)?|DURATION:P[0-9]{0,9}D?T?[0-9]{1,9}[HMS]|RRULE:FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;COUNT=[0-9]{1,9})?(;INTERVAL=[0-9]{1,5})?(;BYMONTHDAY=-?[0-9]{1,2})?",
        1..6,
    )) {
        if let Ok(times) = told(calendar(&event(&lines.join("\n"))).as_bytes()) {
            let all: Vec<_> = times.busy.iter().chain(&times.tentative).collect();
            prop_assert!(all.iter().all(|span| window().start() <= span.start() && span.end() <= window().end()));
            prop_assert!(times.busy.windows(2).all(|pair| pair[0].end() < pair[1].start()));
        }
    }
}
