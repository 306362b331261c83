use chrono::{NaiveDate, NaiveDateTime};
use proptest::prelude::*;

use super::{
    dates::{Outcome, dates},
    patch::{Part, Patch},
    rule::{End, NoSeries, OnHoliday, Pattern, Rule},
};
use crate::domain::{
    agenda::{ItemKind, Wanted},
    country::Country,
    ids::PersonId,
    meeting::{AttendeeRole, Format, Purpose},
    planning::{Details, Guest, Invitee, Owner, Point},
    time::Zone,
};

fn at(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

fn rule(pattern: Pattern, interval: u16, count: u32) -> Rule {
    Rule { pattern, interval, end: End::Count(count), holidays: OnHoliday::Skip }
}

fn days(rule: &Rule, start: &str) -> Vec<String> {
    rule.starts(at(start)).unwrap().iter().map(|start| start.date().to_string()).collect()
}

#[test]
fn rules_give_their_days() {
    let week = |days| Pattern::Week { days };
    let cases: [(Pattern, u16, &str, [&str; 3]); 9] = [
        (Pattern::Day, 1, "2026-11-24T09:00:00", ["2026-11-24", "2026-11-25", "2026-11-26"]),
        (Pattern::WorkingDay, 1, "2026-11-27T09:00:00", ["2026-11-27", "2026-11-30", "2026-12-01"]),
        (week(0b10), 2, "2026-11-24T09:00:00", ["2026-11-24", "2026-12-08", "2026-12-22"]),
        // Planned on a Tuesday for Mondays and Thursdays.
        (week(0b1001), 1, "2026-11-24T09:00:00", ["2026-11-26", "2026-11-30", "2026-12-03"]),
        (Pattern::MonthDay { day: 31 }, 1, "2026-11-24T09:00:00", ["2026-12-31", "2027-01-31", "2027-03-31"]),
        (
            Pattern::MonthWeekday { nth: 1, weekday: 0 },
            1,
            "2026-11-24T09:00:00",
            ["2026-12-07", "2027-01-04", "2027-02-01"],
        ),
        (
            Pattern::MonthWeekday { nth: -1, weekday: 4 },
            3,
            "2026-11-24T09:00:00",
            ["2026-11-27", "2027-02-26", "2027-05-28"],
        ),
        (Pattern::MonthDay { day: 15 }, 2, "2026-11-24T09:00:00", ["2026-12-15", "2027-02-15", "2027-04-15"]),
        (Pattern::Year, 1, "2026-11-24T09:00:00", ["2026-11-24", "2027-11-24", "2028-11-24"]),
    ];
    for (pattern, interval, start, expected) in cases {
        assert_eq!(days(&rule(pattern, interval, 3), start), expected, "{pattern:?}");
    }
}

#[test]
fn rules_out_of_bounds_are_refused() {
    let start = at("2026-11-24T09:00:00");
    let until = |day: &str| Rule { end: End::Until(day.parse().unwrap()), ..rule(Pattern::Week { days: 2 }, 1, 2) };
    let cases = [
        (rule(Pattern::Day, 1, 1), NoSeries::TooFew),
        (rule(Pattern::Day, 1, 61), NoSeries::TooMany),
        (rule(Pattern::Year, 1, 5), NoSeries::TooMany),
        (rule(Pattern::Week { days: 0 }, 1, 3), NoSeries::BadValue),
        (rule(Pattern::Week { days: 1 }, 0, 3), NoSeries::BadValue),
        (rule(Pattern::WorkingDay, 2, 3), NoSeries::BadValue),
        (rule(Pattern::MonthWeekday { nth: 5, weekday: 0 }, 1, 3), NoSeries::BadValue),
        (until("2026-11-30"), NoSeries::TooFew),
        (until("2030-11-30"), NoSeries::TooMany),
        (until("2028-11-30"), NoSeries::TooMany),
    ];
    for (rule, expected) in cases {
        assert_eq!(rule.starts(start), Err(expected), "{rule:?}");
    }
}

#[test]
fn the_last_day_is_a_whole_day_and_is_written_in_utc() {
    let until = NaiveDate::from_ymd_opt(2027, 5, 18).unwrap();
    let rule = Rule { end: End::Until(until), ..rule(Pattern::Week { days: 0b10 }, 2, 2) };
    assert_eq!(days(&rule, "2026-12-01T09:00:00").last().unwrap(), "2027-05-18");
    let last = Zone::named("Europe/Stockholm").unwrap().instant(at("2027-05-18T09:00:00"));
    assert_eq!(rule.rrule(last).unwrap(), "FREQ=WEEKLY;INTERVAL=2;UNTIL=20270518T070000Z;BYDAY=TU");
}

#[test]
fn holidays_are_left_out_moved_or_kept() {
    let zone = Zone::named("Europe/Stockholm").unwrap();
    // Mondays, the second of them Easter Monday 2027.
    let outcome = |holidays| {
        let rule = Rule { holidays, ..rule(Pattern::Week { days: 1 }, 1, 3) };
        dates(&rule, at("2027-03-22T09:00:00"), (&zone, Country::Sweden), 30).unwrap()[1]
    };
    assert!(matches!(outcome(OnHoliday::Skip).outcome, Outcome::Holiday(_)));
    assert!(matches!(outcome(OnHoliday::Keep).outcome, Outcome::Fits(_)));
    assert_eq!(outcome(OnHoliday::Move).start().unwrap().0, at("2027-03-30T09:00:00"));
    assert_eq!(outcome(OnHoliday::Move).original, at("2027-03-29T09:00:00"));
}

#[test]
fn two_holidays_never_move_to_one_day() {
    let zone = Zone::named("Europe/Stockholm").unwrap();
    // Good Friday and Easter Monday 2027.
    let rule = Rule { holidays: OnHoliday::Move, ..rule(Pattern::Week { days: 0b1_0001 }, 1, 6) };
    let dates = dates(&rule, at("2027-03-22T09:00:00"), (&zone, Country::Sweden), 30).unwrap();
    let starts: Vec<_> = dates.iter().map(|date| date.start().unwrap().0.date().to_string()).collect();
    assert_eq!(starts, ["2027-03-22", "2027-03-30", "2027-03-31", "2027-04-02", "2027-04-05", "2027-04-09"]);
}

#[test]
fn times_that_the_clocks_skip_or_repeat_are_no_dates() {
    let zone = Zone::named("Europe/Stockholm").unwrap();
    let impossible = |start| {
        let rule = Rule { holidays: OnHoliday::Keep, ..rule(Pattern::Day, 1, 3) };
        let dates = dates(&rule, at(start), (&zone, Country::Sweden), 30).unwrap();
        dates.iter().map(|date| date.outcome == Outcome::Impossible).collect::<Vec<_>>()
    };
    assert_eq!(impossible("2027-03-27T02:30:00"), [false, true, false]);
    assert_eq!(impossible("2026-10-24T02:30:00"), [false, true, false]);
    // It would end in the hour that is skipped.
    assert_eq!(impossible("2027-03-27T01:45:00"), [false, true, false]);
}

fn person(number: u128) -> Invitee {
    Invitee {
        guest: Guest::Person(PersonId::from_uuid(uuid::Uuid::from_u128(number))),
        role: AttendeeRole::Required,
        why: String::new(),
        points: None,
    }
}

fn details() -> Details {
    Details {
        purpose: Purpose::Targets,
        stage: None,
        title: "Targets".into(),
        format: Format::Room,
        place: "Room 1".into(),
        video: None,
        invitees: vec![person(1), person(2)],
        agenda: vec![Point {
            kind: ItemKind::Free,
            title: "Point".into(),
            minutes: 10,
            owner: Owner::Invitee(1),
            wanted: Wanted::Decide,
        }],
        open_guest_list: false,
    }
}

#[test]
fn an_edit_changes_what_was_changed_and_nothing_else() {
    let old = details();
    let mut new = details();
    new.title = "Goals".into();
    new.invitees.remove(0);
    new.agenda[0].owner = Owner::Invitee(0);
    let patch = Patch::between(&old, &new);

    let mut own = details();
    own.place = "Room 7".into();
    own.title = "Kick-off".into();
    own.invitees.push(Invitee {
        guest: Guest::Person(PersonId::from_uuid(uuid::Uuid::from_u128(3))),
        role: AttendeeRole::Optional,
        why: "guest".into(),
        points: None,
    });
    let after = patch.applied(&own);
    assert_eq!((after.title.as_str(), after.place.as_str()), ("Goals", "Room 7"));
    assert_eq!(after.invitees, own.invitees[1..]);
    // The same person still leads the point, now at another place of the list.
    assert_eq!(after.agenda[0].owner, Owner::Invitee(0));
    assert_eq!(patch.clashes(&old, &own), [Part::Title]);
    assert_eq!(patch.clashes(&old, &details()), []);
    assert!(Patch::between(&old, &old).is_empty());
}

#[test]
fn who_was_taken_out_of_a_date_is_not_brought_back_by_a_new_part() {
    let (old, mut new) = (details(), details());
    new.invitees[1].role = AttendeeRole::Optional;
    new.invitees.push(Invitee { role: AttendeeRole::Informed, ..person(3) });
    let mut without = details();
    without.invitees.remove(1);
    without.agenda.clear();
    let after = Patch::between(&old, &new).applied(&without);
    assert_eq!(after.invitees, [person(1), Invitee { role: AttendeeRole::Informed, ..person(3) }]);
}

proptest! {
    #[test]
    fn an_edit_of_the_date_it_was_made_on_gives_what_was_typed(
        title in "[a-z]{1,3}", place in "[a-z]{0,2}", keep in proptest::collection::vec(any::<bool>(), 2), open in any::<bool>())
    {
        let old = details();
        let mut new = Details { title, place, open_guest_list: open, ..details() };
        new.agenda[0].owner = Owner::Everyone;
        new.invitees = new.invitees.into_iter().zip(keep).filter(|(_, keep)| *keep).map(|(invitee, _)| invitee).collect();
        prop_assert_eq!(Patch::between(&old, &new).applied(&old), new);
    }

    #[test]
    fn every_series_is_its_own_stretch_of_the_rule(
        days in 1_u8..128, interval in 1_u16..4, count in 2_u32..30, offset in 0_i64..60, cut in 0_usize..30)
    {
        let rule = rule(Pattern::Week { days }, interval, count);
        let starts = rule.starts(at("2026-11-24T09:00:00") + chrono::TimeDelta::days(offset)).unwrap();
        prop_assert_eq!(starts.len(), count as usize);
        prop_assert_eq!(rule.after(starts[0], count - 1), &starts[1..]);
        // Cut short at the front or the back, the same rule still gives the rest.
        let cut = cut.min(starts.len() - 1);
        prop_assert_eq!(&rule.between(starts[cut], *starts.last().unwrap()), &starts[cut..]);
        prop_assert_eq!(&rule.between(starts[0], starts[cut]), &starts[..=cut]);
    }
}
