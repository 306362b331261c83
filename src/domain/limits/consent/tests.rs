use super::*;
use crate::domain::limits::{
    evaluate::{
        evaluate,
        world::{change, proposal, rule, world},
    },
    facts::Facts,
};

fn facts(rules: &[&str], changes: &[&str]) -> Facts {
    let mut facts = world();
    facts.rules.extend(rules.iter().map(|text| rule(text)));
    changes.iter().enumerate().for_each(|(n, word)| change(&mut facts, n as u128, word));
    facts
}

fn verdict(rules: &[&str], new: &str) -> Verdict {
    evaluate(&facts(rules, &[]), &proposal("-", new))
}

fn told(ruling: &Ruling) -> String {
    match ruling {
        Ruling::Go(all) => {
            let levels: Vec<&str> = all.iter().map(|a| a.level.as_str()).collect();
            format!("go {}", levels.join("+")).trim_end().to_owned()
        }
        Ruling::Tick => "tick".to_owned(),
        Ruling::GiveReason => "reason".to_owned(),
        Ruling::Ask(readings) => format!("ask {}", readings.len()),
        Ruling::Refuse(readings) => format!("refuse {}", readings.len()),
    }
}

#[test]
fn one_thing_after_another() {
    const LONG: &str = "Customer asked for it";
    let warn = "firm all length 30 warn";
    let reason = "firm all length 30 reason";
    let approve = "firm all length 30 approve";
    let block = "firm all length 30 block";
    let two = "firm all minutes 30 week reason";
    let cases: [(&[&str], bool, &str, u32, &str); 19] = [
        (&[], false, "", 0, "go"),
        (&["firm all length 30 inform"], false, "", 0, "go"),
        (&[warn], false, "", 0, "tick"),
        (&[warn], true, "", 0, "go warn"),
        (&[reason], true, "", 0, "reason"),
        (&[reason], true, "too short", 0, "reason"),
        (&[reason], true, "   too short   ", 0, "reason"),
        (&[reason], false, "ten chars.", 0, "go reason"),
        (&[reason], false, "åäöåäöåäöå", 0, "go reason"),
        (&[reason], false, LONG, 2, "go reason"),
        (&[reason], false, LONG, 3, "ask 1"),
        (&[reason], false, "", 3, "reason"),
        (&[reason, two], false, LONG, 1, "go reason+reason"),
        (&[reason, two], false, LONG, 2, "ask 2"),
        (&[approve], false, "", 0, "reason"),
        (&[approve], false, LONG, 0, "ask 1"),
        (&[warn, approve], false, LONG, 0, "tick"),
        (&[warn, approve, block], false, "", 0, "refuse 1"),
        (&["unreadable"], true, LONG, 0, "refuse 1"),
    ];
    for (rules, seen, words, used, expected) in cases {
        let consent = Consent { seen, reason: Some(words.to_owned()), approved: Vec::new() };
        let found = ruling(&verdict(rules, "Mon09:00+60 anna"), &consent, used, &Policy::default());
        assert_eq!(told(&found), expected, "{rules:?} {seen} {words:?} {used}");
    }
}

#[test]
fn one_rule_about_many_people_is_one_of_the_quota() {
    let verdict = verdict(&["firm all minutes 30 week reason"], "Mon09:00+60 anna ola ida eva");
    let consent = Consent { seen: true, reason: Some("Customer asked for it".to_owned()), approved: Vec::new() };
    assert_eq!(told(&ruling(&verdict, &consent, 2, &Policy::default())), "go reason+reason+reason+reason");
}

#[test]
fn an_approval_covers_what_was_asked_and_no_more() {
    let rules = ["firm all minutes 480 week approve", "firm all notice 6000 approve"];
    let asked = |changes: &[&str], new: &str| evaluate(&facts(&rules, changes), &proposal("-", new));
    let judged = |verdict: &Verdict, approved: Vec<Reading>| {
        let consent = Consent { seen: true, reason: Some("Customer asked for it".to_owned()), approved };
        ruling(verdict, &consent, 0, &Policy::default())
    };
    let busy = ["anna:Tue08:00+480"];
    let first = asked(&busy, "Mon09:00+60 anna");
    let Ruling::Ask(approved) = judged(&first, Vec::new()) else { panic!("must ask") };
    assert_eq!(approved.len(), 2);
    let cases: [(&[&str], &str, &str); 8] = [
        (&busy, "Mon09:00+60 anna", "go approve+approve"),
        (&busy, "Mon09:00+45 anna", "go approve+approve"),
        (&["anna:Tue08:00+470"], "Mon09:00+60 anna", "go approve+approve"),
        (&["anna:Tue08:00+481"], "Mon09:00+60 anna", "ask 1"),
        (&busy, "Mon08:00+60 anna", "go approve+approve"),
        (&busy, "2026-11-30T09:00+60 anna", "go"),
        (&["anna:Tue08:00+480", "ola:Tue08:00+480"], "Mon09:00+60 anna ola", "ask 1"),
        // Time that passes while the approver thinks makes nothing worse.
        (&["anna:Tue08:00+480", "now=Mon08:00"], "Mon09:00+60 anna", "go approve+approve"),
    ];
    for (changes, new, expected) in cases {
        assert_eq!(told(&judged(&asked(changes, new), approved.clone())), expected, "{changes:?} {new}");
    }
}

#[test]
fn a_lowered_limit_is_asked_again_and_blocks_are_never_covered() {
    let at = |rule: &str| evaluate(&facts(&[rule], &[]), &proposal("-", "Mon09:00+60 anna"));
    let strict = at("firm all length 30 approve");
    let mut approved: Vec<Reading> = strict.passed().cloned().collect();
    let consent = |approved: Vec<Reading>| Consent { seen: true, reason: Some("Agreed with Ida".into()), approved };
    let rule = |verdict: &Verdict, approved: &[Reading]| {
        told(&ruling(verdict, &consent(approved.to_vec()), 99, &Policy::default()))
    };
    assert_eq!(rule(&strict, &approved), "go approve");
    let mut lowered = strict.clone();
    lowered.readings.iter_mut().for_each(|r| r.limit = r.limit.min(20));
    assert_eq!(rule(&lowered, &approved), "ask 1");
    let blocking = at("firm all length 30 block");
    approved.extend(blocking.passed().cloned());
    assert_eq!(rule(&blocking, &approved), "refuse 1");
}
