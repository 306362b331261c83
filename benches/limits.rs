//! The judgement of a meeting against many rules, suggestions for one that passes limits, and the trial of a rule.

use std::{
    collections::{HashMap, HashSet},
    hint::black_box,
};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use sparsam::domain::{
    hours::WorkingHours,
    ids::PersonId,
    limits::{
        evaluate::evaluate,
        facts::{Attending, Facts, Load, Outside, PersonFacts, Proposal, Shape, StoredRule},
        presets::{Preset, contact_limits},
        rule::{Level, Measure, Period, Rule, Scope, Share, Which},
        trade::trades,
        trial::{Past, trial},
    },
    meeting::Purpose,
    time::{Interval, Zone},
};
use uuid::Uuid;

/// Monday 23 November 2026, 8:00 in Stockholm.
fn start() -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::seconds(1_795_417_200)
}

fn span(after: i64, minutes: i64) -> Option<Interval> {
    let from = start() + TimeDelta::minutes(after);
    Interval::new(from, from + TimeDelta::minutes(minutes))
}

fn person(number: usize) -> PersonId {
    Uuid::from_u128(number as u128 + 1).into()
}

/// Everybody has a meeting of half an hour on every hour of the working days around the proposal.
fn load() -> Vec<Load> {
    let hours = (-14..14_i64).flat_map(|day| (0..6_i64).step_by(3).map(move |hour| day * 1440 + hour * 60));
    let load = |(number, after): (usize, i64)| {
        Some(Load {
            meeting: Uuid::from_u128(1_000_000 + number as u128).into(),
            span: span(after, 30)?,
            purpose: Purpose::Strategy,
            customer: number % 3 == 0,
            required: true,
            counts: true,
            held: false,
        })
    };
    hours.enumerate().filter_map(load).collect()
}

fn facts(people: usize, load: &[Load]) -> Facts {
    let from = NaiveDate::default();
    let person_facts = |number: usize| PersonFacts {
        name: format!("Person {number}"),
        zone: Zone::named(["Europe/Stockholm", "Europe/Helsinki"][number % 2]).ok(),
        hours: WorkingHours::default(),
        days: HashMap::new(),
        holidays: HashMap::new(),
        selling: Vec::new(),
        teams: HashSet::new(),
        load: load.to_vec(),
        busy: Vec::new(),
        outside: Outside::Known,
        ahead: 5,
    };
    let rules = Preset::Strict.rules(from).into_iter().chain(contact_limits(from));
    let identified = |(number, rule): (usize, Rule)| {
        StoredRule::Rule(Rule { id: Some(Uuid::from_u128(number as u128 + 1).into()), ..rule })
    };
    Facts {
        now: start() - TimeDelta::days(3),
        zone: Zone::named("Europe/Stockholm").unwrap_or_else(|_| Zone::utc()),
        rules: rules.enumerate().map(identified).collect(),
        people: (0..people).map(|number| (person(number), person_facts(number))).collect(),
        contacts: HashMap::new(),
        accounts: HashMap::new(),
        teams: HashMap::new(),
        organization: None,
    }
}

fn shape(people: std::ops::Range<usize>, span: Interval) -> Shape {
    let attending = |number| Attending { person: person(number), required: true, counts: true, stay: None };
    Shape {
        purpose: Purpose::Strategy,
        organizer: person(people.start),
        span,
        people: people.map(attending).collect(),
        contacts: Vec::new(),
        account: None,
        points: 1,
    }
}

fn judge(c: &mut Criterion) {
    let mut group = c.benchmark_group("limits");
    let load = load();
    for people in [1_usize, 4, 16] {
        let Some(span) = span(180, 60) else { return };
        let facts = facts(people, &load);
        let proposal = Proposal { meeting: None, draft: None, old: None, new: shape(0..people, span) };
        group.throughput(Throughput::Elements(evaluate(&facts, &proposal).readings.len() as u64));
        group.bench_function(BenchmarkId::new("evaluate", people), |b| {
            b.iter(|| evaluate(black_box(&facts), black_box(&proposal)));
        });
        group.bench_function(BenchmarkId::new("trades", people), |b| {
            b.iter(|| trades(black_box(&facts), black_box(&proposal), &[start()], false));
        });
    }
    group.finish();
}

fn replay(c: &mut Criterion) {
    let mut group = c.benchmark_group("trial");
    let measure = Measure::Minutes { most: 480, per: Period::Quarter, share: Share::Each };
    let rule = Rule {
        id: None,
        scope: Scope::Organization,
        which: Which::Internal,
        measure,
        level: Level::Reason,
        from: NaiveDate::default(),
    };
    let facts = facts(100, &[]);
    for meetings in [1_000_usize, 4_000, 16_000] {
        // A quarter of a year, ever fuller; four people in each meeting.
        let past = |number: usize| {
            let after = i64::try_from(number * 90 * 1440 / meetings).ok()?;
            let first = number * 4 % 96;
            let id = Uuid::from_u128(number as u128).into();
            Some(Past { id, sent: start(), shape: shape(first..first + 4, span(after, 30)?) })
        };
        let past: Vec<Past> = (0..meetings).filter_map(past).collect();
        group.throughput(Throughput::Elements(meetings as u64));
        group.bench_function(BenchmarkId::new("quarter", meetings), |b| {
            b.iter_batched(|| facts.clone(), |facts| trial(facts, &rule, black_box(&past)), BatchSize::LargeInput);
        });
    }
    group.finish();
}

criterion_group!(benches, judge, replay);
criterion_main!(benches);
