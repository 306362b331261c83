//! Made-up people with full calendars, the same in every run.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use sparsam::domain::{
    availability::{
        Audience, Busy, Calendar, Firmness, Hours, Need, Period, Person, Query, Quota, Selling, Unit, Working,
    },
    hours::{DaySpan, WorkingHours},
    ids::SubjectId,
    time::{Interval, Zone},
};
use uuid::Uuid;

const ZONES: [&str; 5] = ["Europe/Stockholm", "Europe/Helsinki", "Europe/Oslo", "Europe/London", "America/New_York"];
const BUSY_A_WEEK: i64 = 20;

/// A search with everybody in it.
pub(crate) struct Workload {
    pub(crate) query: Query,
    pub(crate) people: Vec<Person>,
}

/// Numbers that look random and are the same every time (splitmix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: i64) -> i64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        i64::try_from((mixed ^ (mixed >> 31)) % end.unsigned_abs().max(1)).unwrap_or(0)
    }
}

/// A Monday ahead of the change of clocks, which so falls into every horizon of a fortnight.
fn monday() -> DateTime<Utc> {
    DateTime::from_timestamp(1_791_763_200, 0).unwrap_or_default()
}

/// `required` and `optional` people over so many days: 30 minutes by the quarter with 10 minutes free around it,
/// 20 engagements per person and week.
pub(crate) fn workload(required: u32, optional: u32, days: i64) -> Workload {
    let start = monday();
    let horizon = Interval::new(start, start + TimeDelta::days(days)).unwrap_or_else(|| unreachable!("days are many"));
    let mut chance = Chance(1);
    let people = (0..required + optional)
        .map(|number| {
            person(number, if number < required { Need::Required } else { Need::Optional }, days, &mut chance)
        })
        .collect();
    let query = Query {
        horizon,
        known_until: horizon.end(),
        organizer: None,
        zone: zone(0),
        minutes: 30,
        increment: 15,
        before: 10,
        after: 10,
        notice: start,
        within: None,
        audience: Audience::Colleagues,
        hours: Hours::Keep,
        selling: Selling::Prefer,
        quotas: Vec::new(),
        wanted: 6,
    };
    Workload { query, people }
}

/// The same with limits on everybody's days and weeks, limits on the customer's weeks, and a day's notice.
pub(crate) fn with_limits(mut workload: Workload, days: i64) -> Workload {
    let mut chance = Chance(2);
    let mut quota = |who, length: i64, most| {
        let unit = if length == 1 { Unit::Meetings } else { Unit::Minutes };
        let periods = (0..=days / length).filter_map(|n| period(n, length, most, &mut chance)).collect();
        Quota::new(who, unit, true, periods)
    };
    let mut quotas = Vec::new();
    for person in &workload.people {
        quotas.extend(quota(Some(person.who), 1, 6));
        quotas.extend(quota(Some(person.who), 7, 900));
    }
    quotas.extend(quota(None, 7, 900));
    workload.query.quotas = quotas;
    workload.query.notice = monday() + TimeDelta::days(1);
    workload
}

fn period(number: i64, days: i64, most: u32, chance: &mut Chance) -> Option<Period> {
    let start = monday() + TimeDelta::days(number * days);
    let used = u32::try_from(chance.below(i64::from(most) + i64::from(most) / 8)).ok()?;
    Some(Period { span: Interval::new(start, start + TimeDelta::days(days))?, used, most })
}

fn zone(number: u32) -> Zone {
    let name = ZONES.into_iter().cycle().nth(number as usize % ZONES.len()).unwrap_or("UTC");
    Zone::named(name).unwrap_or_else(|_| Zone::utc())
}

fn person(number: u32, need: Need, days: i64, chance: &mut Chance) -> Person {
    let day = DaySpan::new(8 * 60, 17 * 60);
    let hours = WorkingHours { days: [day, day, day, day, day, None, None], lunch: None };
    let count = (days * BUSY_A_WEEK + 6) / 7;
    let busy = (0..count).filter_map(|_| {
        let minutes = chance.below(days) * 1_440 + 6 * 60 + chance.below(40) * 15;
        let start = monday() + TimeDelta::minutes(minutes);
        let length = TimeDelta::minutes(30 + 15 * chance.below(4));
        Some(Busy { span: Interval::new(start, start + length)?, firmness: Firmness::Firm })
    });
    Person {
        who: SubjectId::from_uuid(Uuid::from_u128(u128::from(number))),
        need,
        zone: Some(zone(number)),
        working: Some(Working { hours, exceptions: BTreeMap::new(), holidays: BTreeMap::new() }),
        selling: Vec::new(),
        windows: Vec::new(),
        busy: busy.collect(),
        calendar: Calendar::Known,
        stay: None,
    }
}
