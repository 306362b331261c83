//! Finding times against the simplest correct bitmap (goals P1 to P5), and how the cost grows with people and days.
//!
//! Ratios come from one run in which both are measured in turn, so that a busy machine troubles both alike.
#![expect(clippy::print_stdout, reason = "ratios and exponents are told beside what criterion tells")]

mod limit;
mod workload;

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use criterion::{Criterion, criterion_group, criterion_main};
use sparsam::domain::availability::{Found, Verdict, advise, find};
use workload::{Workload, with_limits, workload};

const ROUNDS: usize = 301;

fn search(work: &Workload) -> Option<Found> {
    find(&work.query, &work.people, &mut |_| Verdict::Fits).ok()
}

/// The middle of many measurements of each, taken in turn.
fn in_turn<const N: usize>(mut works: [&mut dyn FnMut(); N]) -> [Duration; N] {
    let mut taken = [const { Vec::new() }; N];
    for _ in 0..ROUNDS {
        for (work, taken) in works.iter_mut().zip(&mut taken) {
            let start = Instant::now();
            work();
            taken.push(start.elapsed());
        }
    }
    taken.map(|mut taken| {
        taken.sort_unstable();
        taken.get(ROUNDS / 2).copied().unwrap_or_default()
    })
}

/// Ours and the limit; both must agree on how many starts are possible.
fn compare(goal: &str, work: &Workload, most: f64) {
    let found = search(work).map(|found| found.possible);
    if work.query.quotas.is_empty() {
        assert_eq!(found, Some(limit::best(&work.query, &work.people).0), "{goal}");
    }
    let ours = &mut || {
        black_box(search(black_box(work)));
    };
    let limit = &mut || {
        black_box(limit::best(black_box(&work.query), &work.people));
    };
    let [ours, limit] = in_turn([ours, limit]);
    tell(goal, ours, limit, most);
    println!("    possible starts: {}", found.unwrap_or(0));
}

fn tell(goal: &str, ours: Duration, limit: Duration, most: f64) {
    let ratio = ours.as_secs_f64() / limit.as_secs_f64();
    let verdict = if ratio <= most { "holds" } else { "MISSED" };
    println!("{goal}: {ours:?} against {limit:?}, ratio {ratio:.2}, goal {most} {verdict}");
}

fn ratios(_: &mut Criterion) {
    compare("P1 1 person, 14 days", &workload(1, 0, 14), 2.0);
    let p2 = workload(50, 0, 60);
    println!("    engagements in P2: {}", p2.people.iter().map(|person| person.busy.len()).sum::<usize>());
    compare("P2 50 people, 60 days", &p2, 2.0);
    compare("P3 200 people, 60 days", &workload(200, 0, 60), 2.0);
    compare("P4 5 required, 45 optional, 60 days", &workload(5, 45, 60), 2.0);
    let p5 = with_limits(workload(50, 0, 60), 60);
    let with = &mut || {
        black_box(search(&p5));
    };
    let without = &mut || {
        black_box(search(&p2));
    };
    let explain = &mut || {
        let Some(found) = search(&p2) else { return };
        black_box(advise(&p2.query, &p2.people, &found, &mut |_| Verdict::Fits).ok());
    };
    let [with, without, explained] = in_turn([with, without, explain]);
    tell("P5 P2 with limits and notice", with, without, 1.5);
    println!("P2 with advice: {explained:?}");
}

fn exponent(name: &str, small: &Workload, large: &Workload, times: f64) {
    let small = &mut || {
        black_box(search(small));
    };
    let large = &mut || {
        black_box(search(large));
    };
    let [small, large] = in_turn([small, large]);
    let exponent = (large.as_secs_f64() / small.as_secs_f64()).ln() / times.ln();
    println!("growth with {name}: {small:?} to {large:?}, exponent {exponent:.2}, goal 1.2");
}

fn growth(_: &mut Criterion) {
    exponent("people, 25 to 200", &workload(2, 23, 60), &workload(2, 198, 60), 8.0);
    exponent("days, 15 to 180", &workload(2, 48, 15), &workload(2, 48, 180), 12.0);
}

fn goals(c: &mut Criterion) {
    let mut group = c.benchmark_group("slots");
    group.sample_size(30).warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(2));
    let works = [
        ("P1", workload(1, 0, 14)),
        ("P2", workload(50, 0, 60)),
        ("P3", workload(200, 0, 60)),
        ("P4", workload(5, 45, 60)),
        ("P5", with_limits(workload(50, 0, 60), 60)),
    ];
    for (name, work) in &works {
        group.bench_function(format!("{name} found"), |b| b.iter(|| search(black_box(work))));
        group.bench_function(format!("{name} limit"), |b| {
            b.iter(|| limit::best(black_box(&work.query), black_box(&work.people)));
        });
    }
    group.finish();
}

criterion_group!(benches, ratios, growth, goals);
criterion_main!(benches);
