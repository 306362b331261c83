//! Random searches against the definitions, applied minute by minute without any cleverness.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, NaiveDateTime, TimeDelta, Utc};
use proptest::prelude::*;

use super::{
    random::{random_person, random_query},
    *,
};
use crate::domain::{
    availability::{
        planes::Planes,
        reasons,
        scene::{Assumed, Attempt, Scene},
    },
    hours::minute_of_day,
    time::WallTime,
};

/// How bad a start is: optional people missing, then selling time, hours, discomfort and nearness of limits.
pub(super) type Badness = (usize, bool, bool, bool, bool);

fn minute(at: DateTime<Utc>, offset: i64) -> DateTime<Utc> {
    at + TimeDelta::minutes(offset)
}

/// The five minutes around a minute that are taken as one.
fn cell(at: DateTime<Utc>) -> DateTime<Utc> {
    at - TimeDelta::seconds(at.timestamp().rem_euclid(300))
}

pub(super) struct Naive<'a> {
    pub(super) query: &'a Query,
}

impl Naive<'_> {
    /// The minutes of a meeting, or of somebody who is there for a part of it.
    fn minutes(&self, person: Option<&Person>) -> u32 {
        person.and_then(|person| person.stay).map_or(self.query.minutes, |stay| stay.minutes)
    }

    /// Whether something is true of any minute of the cells that a meeting touches, or somebody's part of it, with so much
    /// around it.
    fn any(
        &self,
        (person, start): (Option<&Person>, DateTime<Utc>),
        around: (u32, u32),
        holds: impl Fn(DateTime<Utc>) -> bool,
    ) -> bool {
        let start = minute(start, person.and_then(|person| person.stay).map_or(0, |stay| stay.after.into()));
        let (from, to) = (-i64::from(around.0), i64::from(self.minutes(person) + around.1));
        (from..to).step_by(5).chain([to - 1]).any(|m| {
            let cell = cell(minute(start, m));
            (0..5).any(|m| holds(minute(cell, m)))
        })
    }

    fn engaged(&self, person: &Person, start: DateTime<Utc>, firmness: Firmness) -> bool {
        let relevant: Vec<_> = person.busy.iter().filter(|busy| busy.firmness == firmness).collect();
        self.any((Some(person), start), (self.query.before, self.query.after), |at| {
            relevant.iter().any(|busy| busy.span.start() <= at && at < busy.span.end())
        })
    }

    fn local(&self, person: &Person, at: DateTime<Utc>) -> NaiveDateTime {
        person.zone.as_ref().unwrap_or(&self.query.zone).local(at)
    }

    fn on_wall(&self, person: &Person, start: DateTime<Utc>, holds: impl Fn(NaiveDateTime) -> bool) -> bool {
        self.any((Some(person), start), (0, 0), |at| holds(self.local(person, at)))
    }

    fn in_weekly(weekly: Weekly, local: NaiveDateTime) -> bool {
        local.weekday() == weekly.weekday && inside(weekly.span, local)
    }

    fn in_window(&self, person: &Person, start: DateTime<Utc>, hard: bool) -> bool {
        self.on_wall(person, start, |local| {
            person.windows.iter().filter(|window| window.hard == hard).any(|window| match window.time {
                WindowTime::Weekly(weekly) => Self::in_weekly(weekly, local),
                WindowTime::Days { first, last } => (first..=last).contains(&local.date()),
            })
        })
    }

    fn leaves(&self, person: &Person, start: DateTime<Utc>, stretched: bool) -> bool {
        let Some((_, working)) = person.known_working() else { return false };
        self.on_wall(person, start, |local| {
            let Some(mut hours) = working.on(local.date()) else { return true };
            if stretched && !working.differs_on(local.date()) {
                hours = DaySpan { from: hours.from.min(EARLY), to: hours.to.max(LATE) };
            }
            !inside(hours, local)
        })
    }

    fn odd(&self, person: &Person, start: DateTime<Utc>) -> bool {
        let unknown = person.zone.is_some() && person.working.is_none();
        unknown && self.on_wall(person, start, |local| !inside(hours(8, 18), local))
    }

    fn lunch(&self, person: &Person, start: DateTime<Utc>) -> bool {
        let Some((_, working)) = person.known_working() else { return false };
        self.on_wall(person, start, |l| working.lunch_on(l.date()).is_some_and(|lunch| inside(lunch, l)))
    }

    fn sells(&self, person: &Person, start: DateTime<Utc>) -> bool {
        self.on_wall(person, start, |local| person.selling.iter().any(|weekly| Self::in_weekly(*weekly, local)))
    }

    fn quotas(
        &self,
        person: Option<&Person>,
        start: DateTime<Utc>,
    ) -> impl Iterator<Item = (&Quota, Option<(u32, u32)>)> {
        let (who, minutes) = (person.map(|person| person.who), self.minutes(person));
        // Their part counts where it begins, which may be in the next period.
        let start = minute(start, person.and_then(|person| person.stay).map_or(0, |stay| stay.after.into()));
        self.query.quotas.iter().filter(move |quota| quota.who == who).map(move |quota| {
            let holds = |period: &&Period| period.span.start() <= start && start < period.span.end();
            let load = if quota.unit == Unit::Minutes { minutes } else { 1 };
            (quota, quota.periods().iter().find(holds).map(|period| (period.used + load, period.most)))
        })
    }

    fn over(&self, who: Option<&Person>, start: DateTime<Utc>) -> bool {
        self.quotas(who, start).any(|(quota, used)| quota.hard && used.is_none_or(|(after, most)| after > most))
    }

    fn near(&self, who: Option<&Person>, start: DateTime<Utc>) -> bool {
        self.quotas(who, start).any(|(_, used)| used.is_some_and(|(after, most)| after * 5 > most * 4))
    }

    fn out(&self, person: &Person, start: DateTime<Utc>) -> bool {
        let strict = person.need == Need::Required && self.query.hours == Hours::Keep;
        let unknown = person.calendar == Calendar::Unknown || person.known_working().is_none();
        self.engaged(person, start, Firmness::Firm)
            || self.leaves(person, start, !strict)
            || self.in_window(person, start, true)
            || self.over(Some(person), start)
            || self.query.selling == Selling::Keep && self.sells(person, start)
            || self.query.audience == Audience::Public && unknown
    }

    fn is_start(&self, start: DateTime<Utc>) -> bool {
        let query = self.query;
        let local = query.zone.local(start);
        start == cell(start)
            && start >= query.notice.max(query.horizon.start())
            && minute(start, i64::from(query.minutes)) <= query.horizon.end()
            && query.zone.resolve(local) == WallTime::Once(start)
            && u32::from(minute_of_day(local.time())) % query.increment == 0
            && !query
                .within
                .is_some_and(|span| self.any((None, start), (0, 0), |at| !inside(span, query.zone.local(at))))
            && !self.over(None, start)
    }

    pub(super) fn badness(&self, people: &[Person], start: DateTime<Utc>) -> Option<Badness> {
        if !self.is_start(start) {
            return None;
        }
        let mut bad = (0, false, false, false, self.near(None, start));
        for person in people {
            if self.out(person, start) {
                if person.need == Need::Required {
                    return None;
                }
                bad.0 += 1;
                continue;
            }
            bad.1 |= self.sells(person, start);
            bad.2 |= self.leaves(person, start, false) || self.odd(person, start);
            bad.3 |= self.lunch(person, start)
                || self.engaged(person, start, Firmness::Tentative)
                || self.in_window(person, start, false);
            bad.4 |= self.near(Some(person), start);
        }
        Some(bad)
    }
}

fn inside(span: DaySpan, local: NaiveDateTime) -> bool {
    (span.from..span.to).contains(&minute_of_day(local.time()))
}

fn told(reasons: &[Reason]) -> Badness {
    let any = |weights: &[u8]| reasons.iter().any(|reason| weights.contains(&reason.weight()));
    let missing = reasons.iter().filter(|reason| matches!(reason, Reason::Missing(_))).count();
    (missing, any(&[2]), any(&[3]), any(&[4, 5, 6]), any(&[7]))
}

fn compare(seed: u64) -> Result<(), TestCaseError> {
    let mut chance = Chance(seed);
    let query = random_query(&mut chance);
    let count = 1 + chance.below(4);
    let people: Vec<_> =
        (0..count).map(|number| random_person(&mut chance, u128::from(number), query.horizon)).collect();
    let assumed = Assumed::new();
    let scene = Scene::new(&query, &people, &assumed, Attempt::of(&query, &people));
    let planes = Planes::of(&scene);

    let naive = Naive { query: &query };
    let minutes = (0..query.horizon.minutes()).map(|m| minute(query.horizon.start(), m));
    let expected: BTreeMap<_, _> = minutes.filter_map(|at| Some((at, naive.badness(&people, at)?))).collect();
    let mut actual = BTreeMap::new();
    let mut next = planes.possible.next(0);
    while let Some(start) = next {
        let slot = reasons::slot(&scene, &planes, start).unwrap();
        prop_assert_eq!(slot.local, query.zone.local(slot.span.start()));
        actual.insert(slot.span.start(), told(&slot.reasons));
        next = planes.possible.next(start + 1);
    }
    prop_assert_eq!(&actual, &expected, "{:?} {:?}", query, people);

    let best = planes.best(&planes.possible);
    let least = expected.values().min();
    let good = expected.iter().filter(|(_, badness)| Some(*badness) == least);
    for (at, _) in good.clone() {
        prop_assert!(best.contains(scene.grid.start_from(at.timestamp())), "{}", at);
    }
    prop_assert_eq!(best.count(), good.count());
    offered(&query, &people, &expected)
}

/// What is offered is possible, in order, told once, and the best comes first.
fn offered(query: &Query, people: &[Person], expected: &BTreeMap<DateTime<Utc>, Badness>) -> Result<(), TestCaseError> {
    let found = found(query, people);
    prop_assert_eq!(found.possible, expected.len());
    prop_assert_eq!(found.slots.len(), expected.len().min(query.wanted));
    let keys: Vec<_> = found.slots.iter().map(|slot| (expected.get(&slot.span.start()), slot.span.start())).collect();
    prop_assert!(keys.iter().all(|(badness, _)| badness.is_some()));
    prop_assert!(keys.windows(2).all(|pair| pair[0] < pair[1]), "{:?}", keys);
    let first = expected.iter().map(|(at, badness)| (Some(badness), *at)).min();
    prop_assert_eq!(keys.first().copied(), first);
    let again = super::found(query, people);
    prop_assert_eq!(found, again);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]
    #[test]
    fn equals_the_definitions(seed in any::<u64>()) {
        compare(seed)?;
    }
}
