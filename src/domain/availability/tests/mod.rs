//! Shared by the tests: people and queries, and numbers that look random and are the same for one seed.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::*;
use crate::domain::{
    agenda::part::Stay,
    hours::{DaySpan, WorkingHours},
    ids::SubjectId,
    time::{Interval, Zone},
};

mod advice;
mod budget;
mod clocks;
mod oracle;
mod random;
mod rules;

fn at(text: &str) -> DateTime<Utc> {
    format!("{text}:00Z").parse().unwrap()
}

fn span(from: &str, to: &str) -> Interval {
    Interval::new(at(from), at(to)).unwrap()
}

fn hours(from: u16, to: u16) -> DaySpan {
    DaySpan::new(from * 60, to * 60).unwrap()
}

fn zone(name: &str) -> Zone {
    Zone::named(name).unwrap()
}

fn who(number: u128) -> SubjectId {
    SubjectId::from_uuid(Uuid::from_u128(number))
}

/// Works 8 to 17 in Stockholm without lunch, and is free.
fn person(number: u128) -> Person {
    let week = WorkingHours { lunch: None, ..WorkingHours::default() };
    Person {
        zone: Some(zone("Europe/Stockholm")),
        working: Some(Working::weekly(week)),
        calendar: Calendar::Known,
        stay: None,
        ..Person::unknown(who(number), Need::Required)
    }
}

fn optional(number: u128) -> Person {
    Person { need: Need::Optional, ..person(number) }
}

fn firm(from: &str, to: &str) -> Busy {
    Busy { span: span(from, to), firmness: Firmness::Firm }
}

/// An hour in Stockholm, by the half hour.
fn query(from: &str, to: &str) -> Query {
    Query {
        horizon: span(from, to),
        known_until: at(to),
        organizer: Some(who(1)),
        zone: zone("Europe/Stockholm"),
        minutes: 60,
        increment: 30,
        before: 0,
        after: 0,
        notice: at(from),
        within: None,
        audience: Audience::Colleagues,
        hours: Hours::Keep,
        selling: Selling::Prefer,
        quotas: Vec::new(),
        wanted: 6,
    }
}

fn found(query: &Query, people: &[Person]) -> Found {
    find(query, people, &mut |_| Verdict::Fits).unwrap()
}

/// Local starts as `25T14:00`, day and time.
fn starts(slots: &[Slot]) -> Vec<String> {
    slots.iter().map(|slot| slot.local.format("%dT%H:%M").to_string()).collect()
}

/// Numbers from a seed (splitmix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % end.max(1)
    }

    fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }

    fn of<T: Copy>(&mut self, list: &[T]) -> T {
        list[usize::try_from(self.below(list.len() as u64)).unwrap()]
    }

    /// Minutes after midnight, mostly whole quarters.
    fn day_span(&mut self) -> DaySpan {
        let step = self.of(&[15, 15, 15, 1]);
        let from = self.below(1_380 / step) * step;
        let to = (from + step.max(self.below(700))).next_multiple_of(step).min(1_440);
        DaySpan::new(u16::try_from(from).unwrap(), u16::try_from(to).unwrap()).unwrap()
    }

    fn interval(&mut self, around: Interval) -> Interval {
        let minutes = around.minutes().unsigned_abs() + 600;
        let from = i64::try_from(self.below(minutes)).unwrap() - 300;
        let step = self.of(&[5, 5, 1]);
        let start = around.start() + TimeDelta::minutes(from / step * step);
        let length = i64::try_from(self.below(180)).unwrap() / step * step + step;
        Interval::new(start, start + TimeDelta::minutes(length)).unwrap()
    }
}
