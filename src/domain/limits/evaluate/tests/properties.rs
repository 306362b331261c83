//! What holds for all rules and all meetings.

use chrono::{NaiveDate, TimeDelta};
use proptest::{prelude::*, sample::select};
use uuid::Uuid;

use super::super::{
    evaluate,
    world::{at, own, person, proposal, shape, span, team, world},
};
use crate::domain::{
    hours::{DaySpan, WeekSpan},
    limits::{
        facts::{Facts, Load, Outside, Proposal, Shape, StoredRule},
        rule::{CustomerSide, LeadClass, Level, Measure, Period, Rule, Scope, Share, Which},
        verdict::{Reading, Standing, Verdict},
    },
    meeting::Purpose,
    time::Interval,
};

const SHAPES: [&str; 8] = [
    "Mon09:00+60 anna",
    "Mon09:00+60 anna ola ida?",
    "Tue13:00+30 ola anna kim acme =customer",
    "Mon23:30+90 eva anna+ max",
    "Sun23:00+120 anna ola ida eva max kim lee acme",
    "2026-11-30T10:00+45 anna max points=2 =targets",
    "2026-10-25T00:30+240 anna ida",
    "2026-12-31T23:30+60 ida anna bolt",
];

fn numbers() -> impl Strategy<Value = u32> {
    prop_oneof![
        select(vec![0, 1, 2, 3, 30, 60, 90, 120, 480]),
        select(vec![u32::MAX, u32::MAX - 1, 1 << 31]),
        0..600_u32
    ]
}

fn shares() -> impl Strategy<Value = Share> {
    select(vec![Share::Each, Share::Together])
}

/// Spans of hours, absurd ones included.
fn spans() -> impl Strategy<Value = DaySpan> {
    prop_oneof![
        (0..1440_u16, 0..1440_u16).prop_map(|(from, to)| DaySpan { from, to }),
        (any::<u16>(), any::<u16>()).prop_map(|(from, to)| DaySpan { from, to }),
    ]
}

fn windows() -> impl Strategy<Value = Vec<WeekSpan>> {
    proptest::collection::vec((0..9_u8, spans()).prop_map(|(weekday, span)| WeekSpan { weekday, span }), 0..4)
}

fn dates() -> impl Strategy<Value = NaiveDate> {
    let known = (0..800_i64).prop_map(|days| NaiveDate::from_ymd_opt(2025, 6, 1).unwrap() + TimeDelta::days(days));
    prop_oneof![4 => known, 1 => select(vec![NaiveDate::MIN, NaiveDate::MAX])]
}

fn counted() -> impl Strategy<Value = Measure> {
    let per = || select(Period::ALL.to_vec());
    prop_oneof![
        (numbers(), per(), shares()).prop_map(|(most, per, share)| Measure::Minutes { most, per, share }),
        (numbers(), per(), shares()).prop_map(|(most, per, share)| Measure::Meetings { most, per, share }),
        (numbers(), prop_oneof![select(vec![7, 30, 90]), numbers()], any::<bool>()).prop_map(|(most, days, one)| {
            Measure::Contacts { most, days, side: if one { CustomerSide::Contact } else { CustomerSide::Account } }
        }),
        Just(Measure::Overlap),
    ]
}

fn measures() -> impl Strategy<Value = Measure> {
    prop_oneof![
        4 => counted(),
        1 => numbers().prop_map(|most| Measure::Length { most }),
        1 => numbers().prop_map(|most| Measure::People { most }),
        1 => numbers().prop_map(|least| Measure::Notice { least }),
        1 => numbers().prop_map(|most| Measure::Ahead { most }),
        1 => (numbers(), numbers()).prop_map(|(most, rest)| Measure::BackToBack { most, rest }),
        1 => (numbers(), numbers()).prop_map(|(people, minutes)| Measure::Agenda { people, minutes }),
        1 => spans().prop_map(|s| Measure::Clock { from: s.from, to: s.to }),
        1 => windows().prop_map(|spans| Measure::Windows { spans }),
        1 => (dates(), dates()).prop_map(|(from, to)| Measure::Dates { from, to }),
        2 => select(vec![Measure::OffHours, Measure::Holidays, Measure::Selling, Measure::Unknown]),
    ]
}

fn rules(measures: impl Strategy<Value = Measure>) -> impl Strategy<Value = StoredRule> {
    let scopes = select(vec![
        Scope::Organization,
        Scope::Team(team()),
        Scope::Team(Uuid::nil().into()),
        Scope::Person(person("anna")),
        Scope::Person(Uuid::nil().into()),
        Scope::LeadClass(LeadClass::Hot),
        Scope::Account(*world().accounts.keys().min().unwrap()),
    ]);
    let which = select(vec![Which::All, Which::Internal, Which::Customer, Which::Purpose(Purpose::Targets)]);
    let level = select(Level::ALL.to_vec());
    (any::<u128>(), scopes, which, measures, level, dates()).prop_map(|(id, scope, which, measure, level, from)| {
        let id = Uuid::from_u128(id).into();
        if from == NaiveDate::MAX {
            return StoredRule::Unreadable(id);
        }
        StoredRule::Rule(Rule { id: Some(id), scope, which, measure, level, from })
    })
}

fn claims() -> impl Strategy<Value = Load> {
    let start = -60 * 24 * 40..60 * 24 * 60_i64;
    let absurd = prop_oneof![9 => Just(None), 1 => Just(Some(i64::MAX / 120_000_000))];
    let part = (any::<bool>(), any::<bool>(), any::<bool>(), prop_oneof![3 => Just(false), 1 => Just(true)]);
    (0..40_u128, start, 1..300_i64, absurd, part, select(Purpose::ALL.to_vec())).prop_map(
        |(meeting, start, minutes, absurd, (customer, required, counts, held), purpose)| {
            let start = at("Mon09:00") + TimeDelta::minutes(start);
            let end = start + TimeDelta::minutes(absurd.unwrap_or(minutes));
            let meeting = if meeting == 0 { own() } else { Uuid::from_u128(meeting).into() };
            Load { meeting, span: Interval::new(start, end).unwrap(), purpose, customer, required, counts, held }
        },
    )
}

/// A claim of one of the subjects; the number chooses whose.
type Claim = (usize, Load);

fn lists(facts: &mut Facts) -> Vec<&mut Vec<Load>> {
    let mut people: Vec<_> = facts.people.iter_mut().collect();
    people.sort_by_key(|(id, _)| **id);
    let mut lists: Vec<_> = people.into_iter().map(|(_, p)| &mut p.load).collect();
    let mut contacts: Vec<_> = facts.contacts.iter_mut().collect();
    contacts.sort_by_key(|(id, _)| **id);
    lists.extend(contacts.into_iter().map(|(_, c)| &mut c.load));
    let mut accounts: Vec<_> = facts.accounts.iter_mut().collect();
    accounts.sort_by_key(|(id, _)| **id);
    lists.extend(accounts.into_iter().map(|(_, a)| &mut a.load));
    lists.extend(facts.teams.values_mut().chain(&mut facts.organization).map(|s| &mut s.load));
    lists
}

fn add(facts: &mut Facts, claims: &[Claim]) {
    let mut lists = lists(facts);
    let count = lists.len();
    for (whose, load) in claims {
        lists[whose % count].push(*load);
    }
}

fn facts(rules: Vec<StoredRule>, claims: &[Claim]) -> Facts {
    let mut facts = world();
    facts.rules = rules;
    add(&mut facts, claims);
    facts
}

fn some_claims() -> impl Strategy<Value = Vec<Claim>> {
    proptest::collection::vec((0..20_usize, claims()), 0..25)
}

fn some_rules() -> impl Strategy<Value = Vec<StoredRule>> {
    proptest::collection::vec(rules(measures()), 0..8)
}

fn meetings() -> impl Strategy<Value = Shape> {
    (select(SHAPES.to_vec()), -3000..3000_i64).prop_map(|(text, shift)| {
        let mut shape = shape(text);
        let by = TimeDelta::minutes(shift);
        shape.span = Interval::new(shape.span.start() + by, shape.span.end() + by).unwrap();
        shape
    })
}

fn planned(new: Shape) -> Proposal {
    Proposal { meeting: None, draft: None, old: None, new }
}

fn changed(old: Shape, new: Shape) -> Proposal {
    Proposal { meeting: Some(own()), draft: None, old: Some(old), new }
}

/// How strict each reading is, with what it is about.
fn strictness(verdict: &Verdict) -> Vec<(String, Option<Level>)> {
    let key =
        |r: &Reading| format!("{:?} {:?}", r.id, r.about) + r.rule.as_ref().map_or("", |rule| rule.measure.kind());
    let mut all: Vec<_> = verdict.readings.iter().map(|r| (key(r), r.asks())).collect();
    all.sort();
    all
}

proptest! {
    /// More load never makes anything milder: not for a new meeting, nor for a moved one where load is counted.
    #[test]
    fn more_load_is_never_milder(
        rules in some_rules(), counted in proptest::collection::vec(rules(counted()), 1..5),
        some in some_claims(), more in some_claims(), new in meetings(), old in meetings(),
    ) {
        for (rules, proposal) in [(rules, planned(new.clone())), (counted, changed(old, new))] {
            let mut facts = facts(rules, &some);
            let mild = strictness(&evaluate(&facts, &proposal));
            add(&mut facts, &more);
            let strict = strictness(&evaluate(&facts, &proposal));
            prop_assert_eq!(mild.len(), strict.len());
            for (mild, strict) in mild.iter().zip(&strict) {
                prop_assert_eq!(&mild.0, &strict.0);
                prop_assert!(strict.1 >= mild.1, "{:?} became {:?}", mild, strict);
            }
        }
    }

    /// Ending earlier, or starting and ending as before with fewer people, asks for nothing that can be judged.
    #[test]
    fn shrinking_never_asks(
        rules in some_rules(), claims in some_claims(), old in meetings(), minutes in 1..90_i64, fewer in 0..3_usize,
    ) {
        let mut new = old.clone();
        let end = (new.span.start() + TimeDelta::minutes(minutes)).min(new.span.end());
        new.span = Interval::new(new.span.start(), end).unwrap();
        new.people.truncate(new.people.len().saturating_sub(fewer).max(1));
        let verdict = evaluate(&facts(rules, &claims), &changed(old, new));
        let asked = verdict.passed().find(|r| !matches!(r.standing, Standing::Unjudged(_)));
        prop_assert!(asked.is_none(), "{:?}", asked);
    }

    /// Where nothing else stands, a moved meeting counts as much as a new one; it may only be let pass.
    #[test]
    fn moving_equals_planning_anew(rules in some_rules(), new in meetings(), shift in -5000..5000_i64) {
        let mut old = new.clone();
        let by = TimeDelta::minutes(shift);
        old.span = Interval::new(old.span.start() + by, old.span.end() + by).unwrap();
        let own = Load {
            meeting: own(), span: old.span, purpose: old.purpose, customer: old.with_customer(), required: true, counts: true,
            held: false,
        };
        let ahead = |r: &Reading| !r.rule.as_ref().is_some_and(|rule| matches!(rule.measure, Measure::Ahead { .. }));
        let told = |verdict: &Verdict| -> Vec<(String, u32)> {
            let mut all: Vec<_> = verdict.readings.iter().filter(|r| ahead(r))
                .map(|r| (format!("{:?} {:?}", r.id, r.about) + r.rule.as_ref().map_or("", |r| r.measure.kind()), r.after))
                .collect();
            all.sort();
            all
        };
        let every: Vec<Claim> = (0..20).map(|whose| (whose, own)).collect();
        let anew = evaluate(&facts(rules.clone(), &[]), &planned(new.clone()));
        let moved = evaluate(&facts(rules, &every), &changed(old, new));
        prop_assert_eq!(told(&anew), told(&moved));
        prop_assert!(moved.asks() <= anew.asks());
    }

    /// Rules, load, people and contacts may come in any order.
    #[test]
    fn order_does_not_matter(
        rules in some_rules(), claims in some_claims(), old in meetings(), new in meetings(), fresh in any::<bool>(),
    ) {
        let proposal = if fresh { planned(new) } else { changed(old, new) };
        let verdict = evaluate(&facts(rules.clone(), &claims), &proposal);
        let mut turned = facts(rules.into_iter().rev().collect(), &claims);
        for list in lists(&mut turned) {
            list.reverse();
        }
        let mut other = proposal;
        other.new.people.reverse();
        other.new.contacts.reverse();
        prop_assert_eq!(verdict, evaluate(&turned, &other));
    }

    /// Strictest first, and what is over the limit stands ahead of what is not.
    #[test]
    fn strictest_first(rules in some_rules(), claims in some_claims(), new in meetings()) {
        let verdict = evaluate(&facts(rules, &claims), &planned(new));
        prop_assert_eq!(verdict.readings.first().and_then(Reading::asks), verdict.asks());
        for pair in verdict.readings.windows(2) {
            prop_assert!((pair[0].asks(), pair[0].used()) >= (pair[1].asks(), pair[1].used()) || pair[0].asks() > pair[1].asks());
        }
    }

    /// Nothing in rules, facts and proposals makes it panic, and what is missing blocks.
    #[test]
    fn absurd_facts_do_not_panic(
        rules in some_rules(), claims in some_claims(), new in meetings(), old in meetings(),
        far in select(vec![0_i64, 1, 500_000, 100_000_000_000, 4_000_000_000_000]), gone in 0..4_u8, selling in windows(),
    ) {
        let mut facts = facts(rules, &claims);
        for person in facts.people.values_mut() {
            person.selling.clone_from(&selling);
            person.ahead = u32::MAX;
            person.outside = Outside::Unknown;
            person.hours.lunch = selling.first().map(|s| s.span);
            if gone == 1 {
                person.zone = None;
            }
        }
        if gone == 2 {
            facts.people.clear();
            facts.contacts.clear();
            facts.accounts.clear();
            facts.teams.clear();
            facts.organization = None;
        }
        let mut proposal = changed(old, new);
        if let Some(end) = TimeDelta::try_seconds(far).and_then(|by| proposal.new.span.end().checked_add_signed(by)) {
            proposal.new.span = Interval::new(proposal.new.span.start(), end).unwrap();
        }
        proposal.new.people.extend(proposal.new.people.clone());
        let verdict = evaluate(&facts, &proposal);
        let required = proposal.new.people.iter().any(|a| a.required);
        prop_assert!(gone == 0 || gone == 3 || !required || verdict.asks() == Some(Level::Block));
    }
}

#[test]
fn load_beyond_counting_blocks() {
    let text = "firm all minutes 4294967295 week";
    let mut facts = world();
    facts.rules.push(super::super::world::rule(text));
    let one = Load {
        meeting: Uuid::nil().into(),
        span: span("Mon09:00+60"),
        purpose: Purpose::Strategy,
        customer: false,
        required: false,
        counts: true,
        held: false,
    };
    facts.people.get_mut(&person("anna")).unwrap().load = vec![one; 1_000_001];
    assert_eq!(evaluate(&facts, &proposal("-", "Mon09:00+60 anna")).asks(), Some(Level::Block));
}
