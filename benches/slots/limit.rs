//! The simplest correct code for the same work: a bitmap per person, and nothing told but the starts.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use sparsam::domain::{
    availability::{Need, Person, Query},
    hours::DaySpan,
    time::Zone,
};

const CELL: i64 = 300;

type Map = Vec<u64>;

/// Fills a half-open span of cells.
fn fill(map: &mut Map, from: i64, to: i64) {
    let size = i64::try_from(map.len() * 64).unwrap_or(0);
    let index = |at: i64| usize::try_from(at.clamp(0, size)).unwrap_or(0);
    let (from, to) = (index(from), index(to));
    if from >= to {
        return;
    }
    let (head, tail) = (u64::MAX << (from % 64), u64::MAX >> (63 - (to - 1) % 64));
    match map.get_mut(from / 64..=(to - 1) / 64) {
        Some([only]) => *only |= head & tail,
        Some([first, inner @ .., last]) => {
            *first |= head;
            inner.fill(u64::MAX);
            *last |= tail;
        }
        _ => {}
    }
}

/// Starts that leave the hours of a zone: every day asked of the zone once.
fn outside(query: &Query, zone: &Zone, hours: &[Option<DaySpan>; 7], cells: usize) -> Map {
    use chrono::Datelike;
    let mut map = vec![0; cells.div_ceil(64)];
    let origin = query.horizon.start();
    let length = i64::from(query.minutes) * 60 / CELL;
    let mut until = i64::MIN / 4;
    let mut day = zone.local(origin).date() - TimeDelta::days(1);
    let last = zone.local(query.horizon.end()).date();
    let minute = |minute: u16| TimeDelta::minutes(i64::from(minute));
    while day <= last {
        if let Some(Some(span)) = hours.get(day.weekday().num_days_from_monday() as usize) {
            let midnight = day.and_time(NaiveTime::MIN);
            let from = (zone.instant(midnight + minute(span.from)) - origin).num_seconds().div_euclid(CELL);
            let to = (zone.instant(midnight + minute(span.to)) - origin).num_seconds().div_euclid(CELL);
            fill(&mut map, until - length + 1, from);
            until = to;
        }
        day += TimeDelta::days(1);
    }
    fill(&mut map, until - length + 1, i64::MAX / 4);
    map
}

/// Starts that do not fit one person.
fn taken(query: &Query, person: &Person, outside: &Map) -> Map {
    let mut map = outside.clone();
    let origin = query.horizon.start().timestamp();
    let reach = (i64::from(query.minutes + query.after) * 60).div_euclid(CELL);
    let lead = i64::from(query.before) * 60 / CELL;
    let ceil = |seconds: i64| (seconds + CELL - 1).div_euclid(CELL);
    for busy in &person.busy {
        let from = (busy.span.start().timestamp() - origin).div_euclid(CELL) - reach + 1;
        fill(&mut map, from, ceil(busy.span.end().timestamp() - origin) + lead);
    }
    map
}

/// Starts that fit all required people, with how many optional ones each misses; the best six.
pub(crate) fn best(query: &Query, people: &[Person]) -> (usize, Vec<(u16, DateTime<Utc>)>) {
    let seconds = (query.horizon.end() - query.horizon.start()).num_seconds();
    let cells = usize::try_from(seconds / CELL).unwrap_or(0);
    let mut zones: BTreeMap<&str, Map> = BTreeMap::new();
    let mut all = vec![0; cells.div_ceil(64)];
    let mut optional = Vec::new();
    for person in people {
        let (Some(zone), Some(working)) = (&person.zone, &person.working) else { continue };
        let outside = zones.entry(zone.name()).or_insert_with(|| outside(query, zone, &working.hours.days, cells));
        let map = taken(query, person, outside);
        match person.need {
            Need::Required => all.iter_mut().zip(&map).for_each(|(all, own): (&mut u64, _)| *all |= own),
            Need::Optional => optional.push(map),
        }
    }
    let step = usize::try_from(query.increment / 5).unwrap_or(1);
    let takes = |map: &Map, at: usize| map.get(at / 64).is_some_and(|word| word >> (at % 64) & 1 == 1);
    let possible = (0..cells).step_by(step).filter(|at| !takes(&all, *at));
    let missing = |at| optional.iter().map(|map| u16::from(takes(map, at))).sum::<u16>();
    let mut ranked: Vec<_> = possible.map(|at| (missing(at), at)).collect();
    let count = ranked.len();
    ranked.sort_unstable();
    ranked.truncate(query.wanted);
    let start = |at: usize| query.horizon.start() + TimeDelta::seconds(i64::try_from(at).unwrap_or(0) * CELL);
    (count, ranked.into_iter().map(|(missing, at)| (missing, start(at))).collect())
}
