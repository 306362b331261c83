//! Rules tried on meetings that were.

use std::time::{Duration, Instant};

use uuid::Uuid;

use super::{
    super::{
        evaluate::{
            evaluate,
            world::{at, rule, shape, world},
        },
        facts::StoredRule,
    },
    *,
};
use crate::domain::time::Interval;

fn past(shapes: &[&str]) -> Vec<Past> {
    let one = |(n, text): (usize, &&str)| Past {
        id: Uuid::from_u128(n as u128).into(),
        sent: at("2026-11-20T09:00"),
        shape: shape(text),
    };
    shapes.iter().enumerate().map(one).collect()
}

fn tried(text: &str, past: &[Past]) -> (usize, Vec<u128>, usize) {
    let StoredRule::Rule(rule) = rule(text) else { panic!("{text}") };
    let trial = trial(world(), &rule, past);
    let asked = trial.asked.iter().map(|a| a.id.uuid().as_u128()).collect();
    (trial.meetings, asked, trial.with_customers)
}

#[test]
fn asks_from_the_meeting_that_passes() {
    let past = past(&[
        "Mon09:00+60 anna ola",
        "Mon10:00+60 anna",
        "Tue09:00+60 anna kim acme",
        "Fri09:00+60 ola kim acme",
        "2026-11-30T09:00+60 anna",
    ]);
    let cases: [(&str, &[u128], usize); 11] = [
        ("firm all minutes 120 week from=2030-01-01", &[2], 1),
        ("firm internal minutes 60 week", &[1], 0),
        ("firm all minutes 60 day", &[1], 0),
        ("team all minutes 240 week together", &[3], 1),
        ("firm all meetings 2 month", &[2, 4], 1),
        ("firm all meetings 3 quarter", &[4], 0),
        ("firm all contacts 1 7 contact", &[3], 1),
        ("firm all back_to_back 60 10", &[1], 0),
        ("firm all notice 6000", &[0, 1, 2], 1),
        ("firm all ahead 2", &[2, 4], 1),
        ("firm all overlap", &[], 0),
    ];
    for (text, asked, customers) in cases {
        assert_eq!(tried(text, &past), (5, asked.to_vec(), customers), "{text}");
    }
}

/// So many meetings of every length and mix over so many days.
fn mixed(count: u64, days: u64) -> Vec<Past> {
    let who = ["anna", "anna ola", "ola ida? acme kim", "max anna+ acme", "ida bolt", "anna? eva kim lee acme"];
    let who = who.map(|people| shape(&format!("Mon09:00+60 {people}")));
    let one = |number: u64| {
        let chance = number.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40;
        let minutes = |n: u64| TimeDelta::minutes(i64::try_from(n).unwrap());
        let start = at("2026-01-05T08:00") + minutes(number * days * 1440 / count);
        let span = Interval::new(start, start + minutes(15 * (1 + chance % 8))).unwrap();
        let shape = Shape { span, ..who[usize::try_from(chance / 8 % 6).unwrap()].clone() };
        Past { id: Uuid::from_u128(u128::from(number) + 1).into(), sent: start - TimeDelta::days(3), shape }
    };
    (0..count).map(one).collect()
}

const EVERY: [&str; 14] = [
    "firm all minutes 240 day",
    "team internal minutes 600 week",
    "firm all minutes 9000 quarter together",
    "team all meetings 40 month together",
    "acme all minutes 600 week",
    "hot all meetings 9 week",
    "firm all contacts 4 7 account",
    "firm all contacts 12 30 contact",
    "firm all back_to_back 120 15",
    "acme all back_to_back 60 15",
    "firm all overlap",
    "firm all length 60",
    "anna all off_hours",
    "firm all ahead 10",
];

/// What the ledger adds up is what the judgement would count from the meetings themselves.
#[test]
fn trying_is_judging_one_by_one() {
    let past = mixed(400, 20);
    let ahead = ahead(&past);
    for text in EVERY {
        let stored = rule(text);
        let StoredRule::Rule(one) = &stored else { panic!("{text}") };
        let one = Rule { from: NaiveDate::MIN, ..one.clone() };
        let mut facts = world();
        facts.rules.push(StoredRule::Rule(one.clone()));
        let mut asked = Vec::new();
        for (at, meeting) in past.iter().enumerate() {
            facts.now = meeting.sent;
            facts.people.get_mut(&meeting.shape.organizer).unwrap().ahead = ahead[at];
            let proposal = Proposal { meeting: None, draft: None, old: None, new: meeting.shape.clone() };
            let verdict = evaluate(&facts, &proposal);
            let own = |r: &Reading| r.rule.as_ref() == Some(&one) && r.asks().is_some();
            let readings: Vec<Reading> = verdict.readings.into_iter().filter(own).collect();
            if !readings.is_empty() {
                asked.push(Asked { id: meeting.id, with_customer: meeting.shape.with_customer(), readings });
            }
            remember_all(&mut facts, meeting);
        }
        let found = trial(world(), &one, &past);
        assert!(!asked.is_empty() && asked.len() < past.len(), "{text} asks {} times", asked.len());
        assert_eq!(found.asked, asked, "{text}");
    }
}

/// As a database would have it: everybody in a meeting, and all who share.
fn remember_all(facts: &mut Facts, one: &Past) {
    remember(facts, one);
    let (span, purpose, customer) = (one.shape.span, one.shape.purpose, one.shape.with_customer());
    let load = |required, counts| Load { meeting: one.id, span, purpose, customer, required, counts, held: false };
    for attending in &one.shape.people {
        let shared = facts.teams.values_mut().chain(&mut facts.organization);
        let within = shared.filter(|s| s.members.contains(&attending.person));
        within.for_each(|s| s.load.push(load(attending.required, attending.counts)));
    }
    for contact in &one.shape.contacts {
        facts.contacts.get_mut(contact).unwrap().load.push(load(true, true));
    }
}

/// The best of a few runs: noise only makes them longer.
fn took(rule: &Rule, past: &[Past]) -> Duration {
    let run = |_| {
        let begun = Instant::now();
        assert_eq!(trial(world(), rule, past).meetings, past.len());
        begun.elapsed()
    };
    (0..3).map(run).min().unwrap()
}

/// Twice the meetings of the same people take at most 2.6 times as long: in the same quarter where sums are kept, and
/// over twice the time where what lies near is looked at.
#[test]
fn the_work_grows_with_the_meetings() {
    for text in EVERY.into_iter().step_by(2) {
        let StoredRule::Rule(rule) = rule(text) else { panic!("{text}") };
        let near = matches!(rule.measure, Measure::BackToBack { .. } | Measure::Overlap);
        let (half, whole) = (mixed(1_000, 90), mixed(2_000, if near { 180 } else { 90 }));
        // A machine that is busy with something else now is asked again.
        let ratio = || took(&rule, &whole).as_secs_f64() / took(&rule, &half).as_secs_f64();
        assert!((0..4).any(|_| ratio() <= 2.6), "{text}");
    }
}

#[test]
fn load_of_other_times_is_forgotten() {
    let start = at("2026-01-05T09:00");
    let mut one = past(&["Mon09:00+60 anna"]).remove(0);
    let many: Vec<Past> = (0..400_i64)
        .map(|day| {
            one.shape.span =
                Interval::new(start + TimeDelta::days(day), start + TimeDelta::days(day) + TimeDelta::minutes(60))
                    .unwrap();
            one.clone()
        })
        .collect();
    assert_eq!(tried("firm all meetings 1 day", &many).1.len(), 0);
    assert_eq!(tried("firm all meetings 6 week", &many).1.len(), 57);
}
