use proptest::prelude::*;

use super::*;
use crate::domain::hours::DaySpan;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn stockholm() -> Workdays {
    Workdays::unknown(Zone::named("Europe/Stockholm").unwrap())
}

#[test]
fn mails_wait_for_working_hours() {
    let cases = [
        ("2026-11-25T13:00:00Z", "2026-11-25T13:00:00Z", "at work"),
        ("2026-11-25T07:00:00Z", "2026-11-25T07:00:00Z", "the first minute of work"),
        ("2026-11-25T06:59:00Z", "2026-11-25T07:00:00Z", "before work"),
        ("2026-11-25T16:00:00Z", "2026-11-26T07:00:00Z", "the first minute after work"),
        ("2026-11-25T11:30:00Z", "2026-11-25T11:30:00Z", "lunch is no night"),
        ("2026-11-27T17:00:00Z", "2026-11-30T07:00:00Z", "over the weekend"),
        ("2026-12-23T12:59:00Z", "2026-12-23T12:59:00Z", "the half day before Christmas Eve"),
        ("2026-12-23T13:00:00Z", "2026-12-28T07:00:00Z", "over Christmas and a weekend"),
        ("2027-03-25T14:00:00Z", "2027-03-30T06:00:00Z", "over Easter, and the clocks that go forward within it"),
        ("2026-10-23T17:00:00Z", "2026-10-26T07:00:00Z", "over the weekend on which the clocks go back"),
        ("2027-05-05T12:30:00Z", "2027-05-07T06:00:00Z", "Ascension Day, after the half day ahead of it"),
    ];
    for (from, expected, why) in cases {
        assert_eq!(stockholm().deliver_at(at(from), None), at(expected), "{from}: {why}");
    }
}

#[test]
fn a_meeting_within_a_day_does_not_wait() {
    let cases = [
        ("2026-11-28T09:00:00Z", "2026-11-29T09:00:00Z", "2026-11-28T09:00:00Z", "24 hours ahead, on a Saturday"),
        ("2026-11-28T08:00:00Z", "2026-11-29T09:00:00Z", "2026-11-28T09:00:00Z", "until it is 24 hours"),
        ("2026-11-28T09:00:00Z", "2026-11-30T08:00:00Z", "2026-11-29T08:00:00Z", "Monday at nine, from Saturday"),
        ("2026-11-25T20:00:00Z", "2026-11-27T20:00:00Z", "2026-11-26T07:00:00Z", "work comes first"),
        ("2026-11-28T09:00:00Z", "2026-11-28T08:00:00Z", "2026-11-28T09:00:00Z", "a meeting that has begun"),
    ];
    for (from, start, expected, why) in cases {
        assert_eq!(stockholm().deliver_at(at(from), Some(at(start))), at(expected), "{from}: {why}");
    }
}

#[test]
fn what_somebody_said_about_a_day_counts_first() {
    let (off, saturday) = (Some(DayRule::Off), DaySpan::new(9 * 60, 12 * 60).map(DayRule::Hours));
    let cases = [
        ("2026-11-26T09:00:00Z", "2026-11-26", off, "2026-11-27T07:00:00Z", "a day off"),
        ("2026-11-27T18:00:00Z", "2026-11-28", saturday, "2026-11-28T08:00:00Z", "a Saturday worked"),
        ("2026-12-24T09:00:00Z", "2026-12-24", saturday, "2026-12-24T09:00:00Z", "a holiday worked"),
    ];
    for (from, day, rule, expected, why) in cases {
        let mut workdays = stockholm();
        workdays.said.insert(day.parse().unwrap(), rule.unwrap());
        assert_eq!(workdays.deliver_at(at(from), None), at(expected), "{from}: {why}");
    }
}

#[test]
fn nobody_waits_for_ever() {
    let none = WorkingHours { days: [None; 7], lunch: None };
    let sunday = at("2026-11-29T02:00:00Z");
    assert_eq!(Workdays { hours: none, ..stockholm() }.deliver_at(sunday, None), sunday, "no working hours");
    let mut away = stockholm();
    let first: NaiveDate = "2026-11-23".parse().unwrap();
    away.said.extend(first.iter_days().take(30).map(|day| (day, DayRule::Off)));
    assert_eq!(away.deliver_at(sunday, None), sunday, "a month off");
}

#[test]
fn strangers_keep_office_hours_where_they_are() {
    let zone = |name: &str| Workdays::unknown(Zone::named(name).unwrap());
    let evening = at("2026-12-04T22:00:00Z");
    assert_eq!(zone("Europe/Helsinki").deliver_at(evening, None), at("2026-12-07T06:00:00Z"));
    assert_eq!(zone("Europe/Helsinki").country, Some(Country::Finland));
    assert_eq!(zone("America/New_York").deliver_at(evening, None), at("2026-12-07T13:00:00Z"));
    assert_eq!(zone("America/New_York").country, None);
    assert_eq!(zone("Pacific/Kiritimati").deliver_at(evening, None), at("2026-12-06T18:00:00Z"), "Monday there");
}

proptest! {
    /// Never earlier, never a week later, never into the last day ahead of the meeting, and once is enough.
    #[test]
    fn waiting_is_bounded(minutes in 0_i64..3 * 365 * 24 * 60, ahead in proptest::option::of(-60_i64..20 * 24 * 60)) {
        for zone in ["Europe/Stockholm", "Europe/Helsinki", "Australia/Lord_Howe", "America/St_Johns"] {
            let workdays = Workdays::unknown(Zone::named(zone).unwrap());
            let from = at("2026-01-01T00:00:00Z") + TimeDelta::minutes(minutes);
            let start = ahead.map(|ahead| from + TimeDelta::minutes(ahead));
            let delivered = workdays.deliver_at(from, start);
            prop_assert!(delivered >= from && delivered <= from + TimeDelta::days(8));
            prop_assert!(start.is_none_or(|start| delivered <= from.max(start - URGENT)));
            prop_assert_eq!(workdays.deliver_at(delivered, start), delivered);
        }
    }
}
