//! Changes of clocks: every one of five years in six zones.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, NaiveDateTime, TimeDelta, Timelike, Utc};

use super::*;
use crate::domain::time::WallTime;

const ZONES: [&str; 6] = [
    "Europe/Stockholm",
    "Europe/Helsinki",
    "Europe/Oslo",
    "America/New_York",
    "Australia/Lord_Howe",
    "America/Santiago",
];

/// Visits the changes of 2026 to 2030 with the zone; there are ten in each.
fn each_change(mut visit: impl FnMut(&Zone, DateTime<Utc>)) {
    for name in ZONES {
        let zone = zone(name);
        let changes: Vec<_> = zone.transitions(at("2026-01-01T00:00")).map(|change| change.at).collect();
        let five_years: Vec<_> = changes.into_iter().filter(|at| at.year() <= 2030).collect();
        assert_eq!(five_years.len(), 10, "{name}");
        for change in five_years {
            visit(&zone, change);
        }
    }
}

/// Somebody who works at the same hours every day.
fn worker(number: u128, zone: &Zone, hours: DaySpan) -> Person {
    let week = WorkingHours { days: [Some(hours); 7], lunch: None };
    Person { zone: Some(zone.clone()), working: Some(Working::weekly(week)), ..person(number) }
}

fn around(zone: &Zone, change: DateTime<Utc>, reach: TimeDelta) -> Query {
    let horizon = Interval::new(change - reach, change + reach).unwrap();
    let base = query("2026-01-01T00:00", "2026-01-02T00:00");
    Query { horizon, known_until: horizon.end(), notice: horizon.start(), zone: zone.clone(), wanted: 50, ..base }
}

fn wall_times(query: &Query, people: &[Person], zone: &Zone) -> BTreeSet<NaiveDateTime> {
    let found = found(query, people);
    assert_eq!(found.slots.len(), found.possible);
    found.slots.iter().map(|slot| zone.local(slot.span.start())).collect()
}

/// All wall times of the days around a change at which an hour fits into the hours, whatever the offset.
fn expected(query: &Query, zone: &Zone, times: &[(u32, u32)]) -> BTreeSet<NaiveDateTime> {
    let first = zone.local(query.horizon.start()).date();
    let days = first.iter_days().take(6);
    let wall = days.flat_map(|day| times.iter().filter_map(move |(hour, minute)| day.and_hms_opt(*hour, *minute, 0)));
    wall.filter(|wall| {
        let start = zone.instant(*wall);
        query.horizon.start() <= start && start + TimeDelta::minutes(60) <= query.horizon.end()
    })
    .collect()
}

#[test]
fn afternoons_stay_where_the_wall_clock_has_them() {
    let times = [(13, 30), (14, 0), (14, 30)];
    each_change(|zone, change| {
        let query = around(zone, change, TimeDelta::hours(50));
        let hours = DaySpan::new(13 * 60 + 30, 15 * 60 + 30).unwrap();
        let people = [worker(1, zone, hours)];
        let found = wall_times(&query, &people, zone);
        assert_eq!(found, expected(&query, zone, &times), "{zone} {change}");
        assert!(found.len() >= 12, "both sides of {zone} {change}: {found:?}");
    });
}

#[test]
fn an_attendee_in_another_zone_keeps_the_own_wall_clock() {
    let times = [(9, 0), (9, 30), (10, 0), (10, 30), (11, 0)];
    each_change(|zone, change| {
        let organizer = Zone::utc();
        let query = around(&organizer, change, TimeDelta::hours(50));
        let people = [worker(1, &organizer, hours(0, 24)), worker(2, zone, hours(9, 12))];
        assert_eq!(wall_times(&query, &people, zone), expected(&query, zone, &times), "{zone} {change}");
    });
}

/// Around the change itself every five minutes are tried, so that the repeated hour and the edges of the gap count.
#[test]
fn a_start_is_a_wall_time_that_happens_once() {
    each_change(|zone, change| {
        let query = Query { minutes: 5, increment: 5, ..around(zone, change, TimeDelta::minutes(120)) };
        let found = wall_times(&query, &[worker(1, zone, hours(0, 24))], zone);
        let instants = (0..48).map(|n| query.horizon.start() + TimeDelta::minutes(5 * n));
        let once = instants.filter(|at| zone.resolve(zone.local(*at)) == WallTime::Once(*at));
        assert_eq!(found, once.map(|at| zone.local(at)).collect(), "{zone} {change}");
        let gap = zone.offset_seconds(change) > zone.offset_seconds(change - TimeDelta::seconds(1));
        let back = if zone.name() == "Australia/Lord_Howe" { 12 } else { 24 };
        assert_eq!(found.len(), if gap { 48 } else { 48 - back }, "{zone} {change}");
    });
}

/// The second pass of a repeated hour is no start either where the search begins at the change itself.
#[test]
fn a_search_that_begins_between_the_passes_knows_of_the_first() {
    each_change(|zone, change| {
        let mut query = around(zone, change, TimeDelta::minutes(120));
        query.horizon = Interval::new(change, query.horizon.end()).unwrap();
        for slot in found(&Query { minutes: 5, ..query }, &[worker(1, zone, hours(0, 24))]).slots {
            assert_eq!(zone.resolve(slot.local), WallTime::Once(slot.span.start()), "{zone} {change}");
        }
    });
}

/// On the day of a change an hour of real time lies between wall times that are two hours, or none, apart.
#[test]
fn working_across_a_change_is_counted_in_real_time() {
    each_change(|zone, change| {
        let query = Query { increment: 5, ..around(zone, change, TimeDelta::minutes(150)) };
        let people = [worker(1, zone, hours(1, 4))];
        for slot in found(&query, &people).slots {
            assert_eq!(slot.span.minutes(), 60);
            for minute in 0..60 {
                let local = zone.local(slot.span.start() + TimeDelta::minutes(minute));
                assert!((1..4).contains(&local.hour()), "{zone} {local}");
            }
        }
    });
}

#[test]
fn buffers_and_notice_are_real_time() {
    // Stockholm, 25 October 2026: 03:00 summer time becomes 02:00. The engagement ends at 02:30 summer time.
    let mut query = query("2026-10-24T22:00", "2026-10-25T04:00");
    query.increment = 15;
    query.before = 90;
    query.wanted = 50;
    let stockholm = zone("Europe/Stockholm");
    let mut seller = worker(1, &stockholm, hours(0, 24));
    seller.busy = vec![firm("2026-10-24T22:00", "2026-10-25T00:30")];
    let first = found(&query, &[seller]).slots.into_iter().map(|slot| slot.span.start()).min();
    assert_eq!(first, Some(at("2026-10-25T02:00")), "an hour and a half of real time, at 03:00 winter time");
}
