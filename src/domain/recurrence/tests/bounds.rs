use super::*;
use crate::domain::recurrence::MOST_OCCURRENCES;

#[test]
fn what_costs_too_much_is_an_error() {
    let all = window("20260101", "20480101");
    let cases = [
        ("20260101T100000", "FREQ=DAILY", Err(Unevaluable::TooMany)),
        ("00010101T100000", "FREQ=DAILY;COUNT=4000000000", Err(Unevaluable::TooMuchWork)),
        ("00010101T100000", "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;COUNT=4000000000", Err(Unevaluable::TooMuchWork)),
        ("20260101T100000", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", Ok(1)),
        ("20260101T100000", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=2", Ok(1)),
        ("20260101T100000", "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=300", Ok(1)),
        ("00010101T100000", "FREQ=MONTHLY;INTERVAL=65535;BYMONTHDAY=31", Ok(0)),
        ("99991231T100000", "FREQ=DAILY;INTERVAL=65535", Ok(0)),
        ("00010101T100000", "FREQ=YEARLY;UNTIL=99991231T235959Z", Ok(22)),
    ];
    for (start, rule, expected) in cases {
        assert_eq!(days(&series(start, rule), all).map(|days| days.len()), expected, "{start} {rule}");
    }
}

#[test]
fn the_most_occurrences_are_still_a_list() {
    let exactly = format!("FREQ=DAILY;COUNT={MOST_OCCURRENCES}");
    let all = window("20260101", "20480101");
    assert_eq!(days(&series("20260101T100000", &exactly), all).map(|days| days.len()), Ok(MOST_OCCURRENCES));
    let added = series("20260101T100000", &exactly).adding([at("20260101T110000")]);
    assert_eq!(days(&added, all), Err(Unevaluable::TooMany));
}

#[test]
fn a_window_far_from_the_start_costs_nothing() {
    for rule in
        ["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TU", "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=YEARLY", "FREQ=YEARLY;BYWEEKNO=2"]
    {
        let mut work = Work::default();
        let found =
            series("00010101T100000", rule).starts(&Offsets::fixed(0), window("20260101", "20270101"), &mut work);
        assert!(found.is_ok_and(|found| !found.is_empty()), "{rule}");
        assert!(Work::PER_SERIES - work.left() < 10_000, "{rule} took {}", Work::PER_SERIES - work.left());
    }
}

/// A step must stand for about the same time, whatever the rule is made of.
#[test]
fn lists_and_weeks_count_as_work() {
    let long =
        |low: i32, high: i32| (low..=high).filter(|n| *n != 0).map(|n| n.to_string()).collect::<Vec<_>>().join(",");
    let cases = [
        ("FREQ=YEARLY;BYWEEKNO=-1;BYDAY=MO".to_owned(), 366 * 4),
        (format!("FREQ=YEARLY;BYYEARDAY={}", long(-366, 366)), 366 * 180),
        (format!("FREQ=YEARLY;BYMONTH=1;BYSETPOS={}", long(-366, 366)), 366 * 180),
        (format!("FREQ=MONTHLY;BYMONTHDAY=1;BYSETPOS={}", long(-31, 31)), 12 * 31 * 15),
        ("FREQ=YEARLY;BYDAY=1MO,2MO,3MO,4MO,5MO,6MO,7MO,8MO,9MO".to_owned(), 12 * 9),
    ];
    for (rule, least) in cases {
        let mut work = Work::default();
        let found =
            series("20260101T100000", &rule).starts(&Offsets::fixed(0), window("20260101", "20261231"), &mut work);
        assert!(found.is_ok(), "{rule}");
        assert!(Work::PER_SERIES - work.left() >= least, "{rule} took {}", Work::PER_SERIES - work.left());
    }
}
