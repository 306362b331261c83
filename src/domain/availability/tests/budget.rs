//! Absurd input: bounded work, or a clear refusal.

use chrono::{DateTime, TimeDelta, Utc};

use super::*;

/// Somebody with twenty engagements a week.
fn crowded(number: u128, from: DateTime<Utc>, days: i64, chance: &mut Chance) -> Person {
    let horizon = Interval::new(from, from + TimeDelta::days(days)).unwrap();
    let busy = (0..days * 20 / 7).map(|_| Busy { span: chance.interval(horizon), firmness: Firmness::Firm });
    let need = if number < 3 { Need::Required } else { Need::Optional };
    Person { need, busy: busy.collect(), ..person(number) }
}

fn crowd(count: u128, query: &Query) -> Vec<Person> {
    let mut chance = Chance(7);
    let days = query.horizon.minutes() / 1_440;
    (0..count).map(|number| crowded(number, query.horizon.start(), days, &mut chance)).collect()
}

fn days(days: i64) -> Query {
    let mut query = query("2026-11-23T00:00", "2026-11-24T00:00");
    query.horizon = Interval::new(query.horizon.start(), query.horizon.start() + TimeDelta::days(days)).unwrap();
    query.known_until = query.horizon.end();
    query
}

#[test]
fn many_people_and_months_are_searched_within_the_budget() {
    for (people, asked, searched) in [(50, 182, 182), (200, 60, 60), (200, 190, 64), (400, 190, 32), (1, 190, 190)] {
        let query = Query { minutes: 1, increment: 5, ..days(asked) };
        let people = crowd(people, &query);
        let mut questions = 0;
        let mut refuse = |_: &Slot| {
            questions += 1;
            Verdict::Refused
        };
        let found = find(&query, &people, &mut refuse).unwrap();
        let advice = advise(&query, &people, &found, &mut refuse).unwrap();
        assert_eq!(found.searched.minutes(), searched * 1_440, "{asked}");
        assert!(found.possible > 0 && found.slots.is_empty());
        assert!(advice.binding.len() <= MOST_BINDING && advice.relaxations.is_empty());
        assert!(questions <= MOST_QUESTIONS + 8 * 12, "{questions}");
    }
}

#[test]
fn too_much_is_refused_with_the_field_it_belongs_to() {
    let table: [(&str, Query, usize, Option<BadQuery>); 15] = [
        ("fine", days(190), 1, None),
        ("a day too many", days(191), 1, Some(BadQuery::Horizon(190))),
        ("a century", days(36_500), 1, Some(BadQuery::Horizon(190))),
        ("public", Query { audience: Audience::Public, ..days(62) }, 1, None),
        ("public, too long", Query { audience: Audience::Public, ..days(63) }, 1, Some(BadQuery::Horizon(62))),
        ("no length", Query { minutes: 0, ..days(1) }, 1, Some(BadQuery::Minutes)),
        ("longer than a day", Query { minutes: 1_441, ..days(1) }, 1, Some(BadQuery::Minutes)),
        ("no step", Query { increment: 0, ..days(1) }, 1, Some(BadQuery::Increment)),
        ("step of seven", Query { increment: 7, ..days(1) }, 1, Some(BadQuery::Increment)),
        ("huge step", Query { increment: u32::MAX, ..days(1) }, 1, Some(BadQuery::Increment)),
        ("buffer", Query { before: 241, ..days(1) }, 1, Some(BadQuery::Buffer)),
        ("huge buffer", Query { after: u32::MAX, ..days(1) }, 1, Some(BadQuery::Buffer)),
        ("none wanted", Query { wanted: 0, ..days(1) }, 1, Some(BadQuery::Wanted)),
        ("nobody", days(1), 0, Some(BadQuery::People)),
        ("a stadium", days(1), MOST_PEOPLE + 1, Some(BadQuery::People)),
    ];
    for (name, query, count, expected) in table {
        let people: Vec<_> = (0..count).map(|number| person(number as u128)).collect();
        let error = find(&query, &people, &mut |_| Verdict::Fits).err();
        assert_eq!(error, expected, "{name}");
    }
}

#[test]
fn too_many_facts_are_refused_and_huge_ones_do_no_harm() {
    let query = days(30);
    let mut seller = person(1);
    seller.busy = vec![firm("1990-01-01T00:00", "2120-01-01T00:00"); 1_000];
    assert_eq!(found(&query, &[seller.clone()]).possible, 0);
    seller.busy = vec![firm("2026-11-23T00:00", "2026-11-23T01:00"); MOST_FACTS + 1];
    assert_eq!(find(&query, &[seller], &mut |_| Verdict::Fits), Err(BadQuery::Facts));
}

#[test]
fn a_meeting_longer_than_the_horizon_has_no_place() {
    let mut query = query("2026-11-23T09:00", "2026-11-23T09:07");
    query.minutes = 1_440;
    let found = found(&query, &[person(1)]);
    assert_eq!((found.possible, found.slots.len()), (0, 0));
}
