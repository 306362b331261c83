use super::*;
use crate::domain::limits::{evaluate::world::rule, facts::StoredRule};

fn told(texts: &[&str]) -> Vec<Clash> {
    let rules: Vec<Rule> = texts
        .iter()
        .map(|text| match rule(text) {
            StoredRule::Rule(rule) => rule,
            StoredRule::Unreadable(_) => panic!("{text}"),
        })
        .collect();
    clashes(&rules, &WorkingHours::default(), &Policy::default())
}

const MORNINGS: &str =
    "firm internal windows Mon08:00-12:00 Tue08:00-12:00 Wed08:00-12:00 Thu08:00-12:00 Fri08:00-12:00";

#[test]
fn never_together() {
    let afternoons = MORNINGS.replace("08:00-12:00", "13:00-17:00");
    let whole = MORNINGS.replace("08:00-12:00", "08:00-17:00");
    let cases: [(&[&str], &[Clash]); 11] = [
        (&[MORNINGS, &afternoons], &[Clash::Never(0, 1)]),
        (&[MORNINGS, "firm all clock 09:00-12:00"], &[Clash::Never(0, 1)]),
        (&[MORNINGS, "firm all clock 09:00-13:01"], &[]),
        (&[MORNINGS, "firm with-customer clock 09:00-12:00"], &[]),
        (&["firm targets clock 08:00-10:00", "firm targets clock 10:00-12:00"], &[Clash::Never(0, 1)]),
        (&["anna all clock 08:00-10:00", "team all clock 10:00-12:00"], &[Clash::Never(0, 1)]),
        (&["anna all clock 08:00-10:00", "ola all clock 10:00-12:00"], &[]),
        (&["hot all clock 08:00-10:00", "cold all clock 10:00-12:00"], &[]),
        (&[&whole], &[Clash::Closed(0)]),
        (&["firm all clock 17:00-20:00", "firm all off_hours"], &[Clash::Closed(0)]),
        (&["firm all notice 20161", "firm internal notice 20160"], &[Clash::BeyondHorizon(0), Clash::Pointless(1, 0)]),
    ];
    for (rules, expected) in cases {
        assert_eq!(told(rules), expected, "{rules:?}");
    }
}

/// The first rule is pointless beside the second, and not the other way round.
#[test]
fn pointless() {
    let cases = [
        ("firm all minutes 600 week", "firm all minutes 480 week"),
        ("firm all minutes 480 week warn", "firm all minutes 480 week block"),
        ("firm internal minutes 600 week", "firm all minutes 480 week"),
        ("firm all minutes 480 day", "firm all minutes 480 week"),
        ("firm all minutes 420 week", "firm all minutes 60 day"),
        ("firm all minutes 480 month", "firm all minutes 480 quarter"),
        ("firm all length 480", "firm all minutes 480 week"),
        ("firm all length 90", "firm all length 60"),
        ("firm all contacts 2 7 contact", "firm all contacts 2 30 account"),
        ("team all clock 08:00-17:00", "firm all clock 09:00-16:00"),
        ("firm all agenda 5 60", "firm all agenda 4 45"),
        ("firm all windows Mon09:00-11:00", "firm all windows Tue09:00-11:00 Mon08:00-12:00"),
        ("team all minutes 600 week", "firm all minutes 480 week"),
        ("anna all back_to_back 180 15", "firm all back_to_back 120 15"),
        ("firm all overlap warn", "firm all overlap block"),
    ];
    for (loose, tight) in cases {
        assert_eq!(told(&[loose, tight]), [Clash::Pointless(0, 1)], "{loose} beside {tight}");
        assert_eq!(told(&[tight, loose]), [Clash::Pointless(1, 0)], "{loose} beside {tight}");
    }
}

#[test]
fn both_say_something() {
    let cases = [
        ("firm all minutes 480 week warn", "firm all minutes 600 week block"),
        ("firm all minutes 480 week", "firm all minutes 480 week together"),
        ("firm all minutes 480 week", "firm all minutes 120 day"),
        ("firm all minutes 480 week", "firm all minutes 480 month"),
        ("team all minutes 600 week", "firm all minutes 480 week together"),
        ("acme all minutes 600 week", "firm all minutes 480 week"),
        ("firm all contacts 3 30 contact", "firm all contacts 2 7 contact"),
        ("firm all contacts 3 30 account", "firm all contacts 2 30 contact"),
        ("firm all agenda 5 30", "firm all agenda 4 45"),
        ("firm all length 60", "firm internal length 45"),
        ("firm targets length 60", "firm strategy length 45"),
        ("firm targets clock 08:00-10:00", "firm strategy clock 10:00-12:00"),
    ];
    for (a, b) in cases {
        assert_eq!(told(&[a, b]), [], "{a} and {b}");
    }
}

#[test]
fn many_rules_are_bounded() {
    assert!(told(&vec!["firm all length 60 block"; 600]).len() <= MOST_RULES * MOST_RULES);
}
