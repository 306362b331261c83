//! What binds, and what gives way.

use chrono::{TimeDelta, Weekday};
use proptest::prelude::*;

use super::{
    oracle::Naive,
    random::{random_person, random_query},
    *,
};

const MONDAY: (&str, &str) = ("2026-11-22T23:00", "2026-11-23T23:00");

fn monday() -> Query {
    query(MONDAY.0, MONDAY.1)
}

fn advised(query: &Query, people: &[Person]) -> (Found, Advice) {
    let found = found(query, people);
    let advice = advise(query, people, &found, &mut |_| Verdict::Fits).unwrap();
    (found, advice)
}

fn changes(advice: &Advice) -> Vec<Change> {
    advice.relaxations.iter().map(|relaxation| relaxation.change).collect()
}

#[test]
fn the_one_who_is_always_busy_binds() {
    let mut mikael = person(2);
    mikael.busy = vec![firm("2026-11-01T00:00", "2026-12-31T00:00")];
    let (found, advice) = advised(&monday(), &[person(1), mikael, person(3)]);
    assert!(found.slots.is_empty());
    assert_eq!(advice.binding[0], Binding { who: Some(who(2)), constraint: Constraint::Busy, alone: 17, removed: 47 });
    assert_eq!(changes(&advice), [Change::Without(who(2))]);
    let slots = &advice.relaxations[0].slots;
    assert_eq!(starts(slots), ["23T08:00", "23T09:00", "23T12:00"]);
    assert!(slots.iter().all(|slot| slot.reasons == [Reason::Missing(who(2))]));
}

#[test]
fn the_organizer_is_never_left_out() {
    let mut organizer = person(1);
    organizer.busy = vec![firm("2026-11-01T00:00", "2026-12-31T00:00")];
    let (_, advice) = advised(&monday(), &[organizer, person(2)]);
    assert_eq!((advice.binding[0].who, changes(&advice)), (Some(who(1)), vec![]));
}

#[test]
fn a_gap_that_is_too_short_asks_for_a_shorter_meeting() {
    let mut seller = person(1);
    seller.busy = vec![firm("2026-11-23T00:00", "2026-11-23T11:00"), firm("2026-11-23T11:30", "2026-11-23T21:00")];
    let (_, advice) = advised(&monday(), &[seller]);
    assert_eq!(changes(&advice), [Change::Shorter(30)]);
    let slot = &advice.relaxations[0].slots[0];
    assert_eq!(
        (slot.span, slot.reasons.as_slice()),
        (span("2026-11-23T11:00", "2026-11-23T11:30"), &[Reason::EveryoneFree][..])
    );
}

#[test]
fn hours_selling_time_and_horizon_can_give_way() {
    let mut seller = person(1);
    seller.busy = vec![firm("2026-11-23T10:00", "2026-11-23T20:00")];
    seller.selling = vec![Weekly { weekday: Weekday::Mon, span: hours(8, 11) }];
    let mut query = Query { selling: Selling::Keep, known_until: at("2026-11-24T12:00"), ..monday() };
    let (found, advice) = advised(&query, std::slice::from_ref(&seller));
    assert!(found.slots.is_empty());
    let until = Change::Until(at("2026-11-24T12:00"));
    assert_eq!(changes(&advice), [until, Change::IntoSelling, Change::OutsideHours]);
    let [later, selling, outside] = &advice.relaxations[..] else { panic!() };
    assert_eq!(starts(&later.slots), ["24T08:00", "24T09:00", "24T12:00"]);
    assert_eq!(starts(&outside.slots), ["23T06:00", "23T07:00", "23T21:00"]);
    assert_eq!(starts(&selling.slots), ["23T08:00", "23T09:00", "23T10:00"]);
    assert!(selling.slots[0].reasons.contains(&Reason::CutsSelling { who: who(1), left: 120 }));
    // Nothing is known of the day after: nothing is promised.
    query.known_until = query.horizon.end();
    assert_eq!(changes(&advised(&query, &[seller]).1), [Change::IntoSelling, Change::OutsideHours]);
}

#[test]
fn a_limit_that_binds_is_named_and_the_judge_hears_of_every_change() {
    let full = Period { span: span(MONDAY.0, MONDAY.1), used: 480, most: 500 };
    let quota = Quota::new(Some(who(1)), Unit::Minutes, true, vec![full]).unwrap();
    let query = Query { quotas: vec![quota], ..monday() };
    let people = [person(1), person(2)];
    let (found, advice) = advised(&query, &people);
    assert_eq!((advice.binding[0].who, advice.binding[0].constraint), (Some(who(1)), Constraint::Limit));
    assert_eq!(changes(&advice), []);
    let shorter = Query { minutes: 45, ..query };
    let (_, advice) = advised(&shorter, &people);
    assert_eq!(changes(&advice), [Change::Shorter(20)]);
    let none = advise(&shorter, &people, &found, &mut |_| Verdict::Refused).unwrap();
    assert_eq!(none.relaxations, []);
}

/// A judge who counts the required people alone can tell who is left out, and who is not.
#[test]
fn the_judge_hears_who_is_left_out() {
    let mut mikael = person(2);
    mikael.busy = vec![firm("2026-11-01T00:00", "2026-12-31T00:00")];
    let people = [person(1), mikael, person(3)];
    let found = found(&monday(), &people);
    let mut without_mikael = |slot: &Slot| if slot.left_out == Some(who(2)) { Verdict::Fits } else { Verdict::Refused };
    let advice = advise(&monday(), &people, &found, &mut without_mikael).unwrap();
    assert_eq!(changes(&advice), [Change::Without(who(2))]);
    let mut offered = find(&monday(), &[person(1)], &mut |_| Verdict::Fits).unwrap().slots.into_iter();
    assert!(offered.all(|slot| slot.left_out.is_none()));
}

#[test]
fn a_public_page_says_that_the_unknown_bind() {
    let public = Query { audience: Audience::Public, ..monday() };
    let people = [person(1), Person { calendar: Calendar::Unknown, ..person(2) }];
    let (_, advice) = advised(&public, &people);
    assert_eq!((advice.binding[0].who, advice.binding[0].constraint), (Some(who(2)), Constraint::Unknown));
}

fn changed(query: &Query, people: &[Person], change: Change) -> (Query, Vec<Person>) {
    let (mut query, mut people) = (query.clone(), people.to_vec());
    match change {
        Change::Without(who) => {
            people.iter_mut().filter(|person| person.who == who).for_each(|person| person.need = Need::Optional);
        }
        Change::Shorter(minutes) => query.minutes = minutes,
        Change::OutsideHours => query.hours = Hours::Stretch,
        Change::IntoSelling => query.selling = Selling::Prefer,
        Change::Until(end) => query.horizon = Interval::new(query.horizon.start(), end).unwrap(),
    }
    (query, people)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    /// What a change promises is what a search with that change gives, and is not on offer without it.
    #[test]
    fn promises_are_kept(seed in any::<u64>()) {
        promises(seed)?;
    }
}

/// A part that begins in the next period than the meeting, where nothing is known of that one.
#[test]
fn promises_about_parts_over_midnight_are_kept() {
    promises(6_056_011_170_964_804_273).unwrap();
}

fn promises(seed: u64) -> Result<(), TestCaseError> {
    let mut chance = Chance(seed);
    let mut query = random_query(&mut chance);
    query.known_until = query.horizon.end() + TimeDelta::days(2);
    let people: Vec<_> = (0..3).map(|number| random_person(&mut chance, number, query.horizon)).collect();
    let (before, advice) = advised(&query, &people);
    for relaxation in &advice.relaxations {
        let (query, people) = changed(&query, &people, relaxation.change);
        prop_assert!((1..=3).contains(&relaxation.slots.len()) && relaxation.adds >= relaxation.slots.len());
        for slot in &relaxation.slots {
            let badness = Naive { query: &query }.badness(&people, slot.span.start());
            prop_assert!(badness.is_some(), "{:?} {:?}", relaxation.change, slot);
            prop_assert_eq!(slot.span.minutes(), i64::from(query.minutes));
            prop_assert!(before.slots.iter().all(|other| other.span != slot.span));
        }
    }
    let gain = |binding: &Binding| (binding.alone, binding.removed);
    prop_assert!(advice.binding.windows(2).all(|pair| gain(&pair[0]) >= gain(&pair[1])));
    Ok(())
}
