//! The truth table of the limits, and what holds for all of them.

mod properties;

use std::fmt::Write as _;

use super::{
    evaluate,
    world::{change, named, proposal, rule, world},
};
use crate::domain::limits::{
    facts::StoredRule,
    rule::Rule,
    verdict::{Reading, Standing},
};

const TRUTH: &str = include_str!("tests/truth.txt");

/// `anna 420>480/480 near`: before, after, limit, standing.
fn told(reading: &Reading) -> String {
    let mut text = named(reading.about, &reading.name);
    if let Standing::Unjudged(why) = reading.standing {
        let _ = write!(text, " {why:?}");
        return text;
    }
    let standing = format!("{:?}", reading.standing).to_lowercase();
    let _ = write!(text, " {}>{}/{} {standing}", reading.before, reading.after, reading.limit);
    text
}

/// The readings of the rules in the first column, or of the built-in rule of the kind named there.
fn judged(columns: &[&str]) -> String {
    let [rules, changes, old, new, _] = columns else { panic!("five columns: {columns:?}") };
    let mut facts = world();
    for (number, word) in changes.split_whitespace().filter(|w| *w != "-").enumerate() {
        change(&mut facts, number as u128, word);
    }
    let mut kinds = Vec::new();
    for text in rules.split(" & ") {
        if let Some(kind) = text.strip_prefix("default ") {
            kinds.push(kind);
            continue;
        }
        let stored = rule(text);
        kinds.push(if let StoredRule::Rule(Rule { measure, .. }) = &stored { measure.kind() } else { "" });
        facts.rules.push(stored);
    }
    let verdict = evaluate(&facts, &proposal(old, new));
    let kind = |r: &Reading| r.rule.as_ref().map_or("", |rule| rule.measure.kind());
    let mut told: Vec<String> = verdict.readings.iter().filter(|r| kinds.contains(&kind(r))).map(told).collect();
    if told.len() > 1 && kinds.len() == 1 {
        told.sort();
    }
    if told.is_empty() { "nothing".to_owned() } else { told.join("; ") }
}

#[test]
fn truth() {
    let lines = TRUTH.lines().enumerate().filter(|(_, l)| !l.is_empty() && !l.starts_with('#'));
    let (mut cases, mut wrong) = (0, String::new());
    for (number, line) in lines {
        let columns: Vec<&str> = line.split('|').map(str::trim).collect();
        let found = judged(&columns);
        let expected = columns.last().copied().unwrap_or_default();
        if found != expected {
            let _ = writeln!(wrong, "truth.txt:{}: {line}\n    found: {found}", number + 1);
        }
        cases += 1;
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(cases >= 120, "{cases} cases");
}
