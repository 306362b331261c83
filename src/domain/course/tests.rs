use uuid::Uuid;

use super::{
    carry::{Why, returns, same_point},
    clock::{ends, given_back, taken},
    *,
};
use crate::domain::agenda::ItemKind;

fn id(number: u128) -> PointId {
    PointId::from_uuid(Uuid::from_u128(number))
}

fn at(minute: i64) -> DateTime<Utc> {
    "2026-11-25T13:00:00Z".parse::<DateTime<Utc>>().unwrap() + TimeDelta::minutes(minute)
}

fn legs(minutes: &[u32]) -> Vec<Leg> {
    let leg = |(place, minutes): (usize, &u32)| Leg {
        id: id(place as u128 + 1),
        minutes: *minutes,
        added: 0,
        fate: Fate::Ahead,
        began_at: None,
        ended_at: None,
        seconds: 0,
    };
    minutes.iter().enumerate().map(leg).collect()
}

fn fates(legs: &[Leg]) -> String {
    let sign = |leg: &Leg| match leg.fate {
        Fate::Ahead => 'a',
        Fate::Now => 'n',
        Fate::Discussed => 'd',
        Fate::Parked => 'p',
    };
    legs.iter().map(sign).collect()
}

/// What is tried, what is pressed beside which point, how the points stand then, and which presses did something.
type Case<'a> = (&'a str, &'a [(Option<PointId>, Press)], &'a str, &'a [bool]);

#[test]
fn points_go_by_one_after_the_other() {
    let (one, two, three) = (id(1), id(2), id(3));
    let cases: [Case<'_>; 9] = [
        ("nothing pressed", &[], "naa", &[]),
        ("next", &[(Some(one), Press::Next)], "dna", &[true]),
        ("parked", &[(Some(one), Press::Park)], "pna", &[true]),
        ("two at once skip one", &[(Some(one), Press::Next), (Some(one), Press::Next)], "dna", &[true, false]),
        ("one parks, one goes on", &[(Some(one), Press::Park), (Some(one), Press::Next)], "pna", &[true, false]),
        (
            "to the end and beyond",
            &[(Some(one), Press::Next), (Some(two), Press::Next), (Some(three), Press::Next), (None, Press::Next)],
            "ddd",
            &[true, true, true, false],
        ),
        ("out of turn", &[(Some(one), Press::TakeUp(three))], "aan", &[true]),
        (
            "back to one that was done",
            &[(Some(one), Press::Next), (Some(two), Press::TakeUp(one))],
            "naa",
            &[true, true],
        ),
        ("no such point", &[(Some(one), Press::TakeUp(id(9)))], "naa", &[false]),
    ];
    for (name, pressed, expected, took) in cases {
        let mut legs = legs(&[10, 10, 10]);
        begin(&mut legs, at(0));
        let done: Vec<bool> = pressed.iter().map(|(shown, what)| press(&mut legs, *shown, *what, at(5))).collect();
        assert_eq!((fates(&legs).as_str(), done.as_slice()), (expected, took), "{name}");
    }
}

#[test]
fn after_the_last_point_a_parked_one_can_be_taken_up() {
    let mut legs = legs(&[10]);
    begin(&mut legs, at(0));
    assert!(press(&mut legs, Some(id(1)), Press::Park, at(4)));
    assert!(current(&legs).is_none());
    assert!(press(&mut legs, None, Press::TakeUp(id(1)), at(6)));
    assert_eq!((fates(&legs).as_str(), ends(&legs[0])), ("n", Some(at(12))), "four of its ten minutes are used");
}

#[test]
fn beginning_twice_changes_nothing() {
    let mut legs = legs(&[10, 10]);
    begin(&mut legs, at(0));
    let once = legs.clone();
    begin(&mut legs, at(3));
    assert_eq!(legs, once);
}

#[test]
fn the_clock_counts_planned_and_added_minutes() {
    let mut legs = legs(&[10, 0]);
    assert_eq!(ends(&legs[0]), None);
    begin(&mut legs, at(0));
    assert_eq!(ends(&legs[0]), Some(at(10)));
    assert!(press(&mut legs, Some(id(1)), Press::More, at(9)));
    assert_eq!(ends(&legs[0]), Some(at(15)));
    for _ in 0..60 {
        press(&mut legs, Some(id(1)), Press::More, at(9));
    }
    assert_eq!(legs[0].added, MOST_ADDED);
    assert!(press(&mut legs, Some(id(1)), Press::Next, at(12)));
    assert_eq!(ends(&legs[1]), None, "it has no time of its own");
    assert_eq!((taken(&legs[0], at(30)), taken(&legs[1], at(14))), (12, 2));
    end(&mut legs, at(14));
    assert_eq!((fates(&legs).as_str(), taken(&legs[1], at(60))), ("dd", 2));
}

#[test]
fn a_clock_that_was_put_back_takes_no_time() {
    let mut legs = legs(&[10]);
    begin(&mut legs, at(10));
    press(&mut legs, Some(id(1)), Press::Next, at(5));
    assert_eq!((legs[0].seconds, taken(&legs[0], at(5))), (0, 1));
}

#[test]
fn ending_early_gives_whole_minutes_back() {
    // The last one was begun and ended ahead of its start.
    for (ended, expected) in [(22, 8), (30, 0), (41, 0), (0, 30), (-15, 30)] {
        assert_eq!(given_back((at(0), at(30)), at(ended)), expected, "{ended}");
    }
    assert_eq!(given_back((at(0), at(30)), at(22) + TimeDelta::seconds(30)), 7);
}

#[test]
fn a_meeting_that_nobody_ended_took_as_long_as_planned() {
    let mut legs = legs(&[10, 10]);
    begin(&mut legs, at(0));
    press(&mut legs, Some(id(1)), Press::Next, at(12));
    // When it is ended, when the point under discussion began, and the end.
    for (now, began, expected) in [(20, 12, 20), (270, 12, 270), (271, 12, 30), (1_500, 12, 30), (1_500, 200, 200)] {
        legs[1].began_at = Some(at(began));
        let end = ends_now(&legs, (Some(at(0)), at(30)), at(now));
        assert_eq!((end, is_forgotten(at(now), at(30))), (at(expected), now > 270), "{now}");
    }
}

#[test]
fn a_meeting_begins_around_its_time() {
    let span = (at(0), at(30));
    for (now, expected) in [(-16, false), (-15, true), (0, true), (30, true), (270, true), (271, false)] {
        assert_eq!(may_begin(at(now), span), expected, "{now}");
    }
}

#[test]
fn what_comes_back() {
    let cases = [
        (Fate::Discussed, false, false, None),
        (Fate::Discussed, false, true, Some(Why::OpenAction)),
        (Fate::Discussed, true, false, Some(Why::Standing)),
        (Fate::Discussed, true, true, Some(Why::Standing)),
        (Fate::Parked, false, false, Some(Why::Parked)),
        (Fate::Parked, false, true, Some(Why::Parked)),
        (Fate::Parked, true, false, Some(Why::Standing)),
        (Fate::Ahead, false, false, Some(Why::NotReached)),
        (Fate::Ahead, false, true, Some(Why::NotReached)),
        (Fate::Ahead, true, false, Some(Why::Standing)),
        (Fate::Now, false, false, Some(Why::NotReached)),
    ];
    for (fate, standing, action, expected) in cases {
        assert_eq!(returns(fate, standing, action), expected, "{fate} standing {standing} action {action}");
    }
}

#[test]
fn a_point_is_known_by_kind_and_title() {
    let free = ItemKind::Free;
    assert!(same_point((free, "Årets mål "), (free, "årets MÅL")));
    assert!(!same_point((free, "Årets mål"), (ItemKind::Targets, "Årets mål")));
    assert!(!same_point((free, "Årets mål"), (free, "Arets mål")));
}

#[test]
fn an_end_that_is_taken_back_leaves_no_trace() {
    let (one, two) = (id(1), id(2));
    // Ended at the first point, at the second, right after the first, and when all were through.
    for presses in [vec![], vec![(4, one)], vec![(9, one)], vec![(2, one), (5, two)]] {
        let mut ran = legs(&[5, 5]);
        begin(&mut ran, at(0));
        for (minute, point) in &presses {
            assert!(press(&mut ran, Some(*point), Press::Next, at(*minute)));
        }
        let before = ran.clone();
        end(&mut ran, at(9));
        assert!(current(&ran).is_none());
        resume(&mut ran, at(9));
        assert_eq!(ran, before, "{presses:?}");
    }
    assert!(may_resume(at(1), at(0)) && !may_resume(at(1) + TimeDelta::seconds(1), at(0)));
}
