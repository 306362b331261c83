//! Every kind of rule and reading in four languages, to be read by people.

use chrono::NaiveDate;
use uuid::Uuid;

use super::*;
use crate::{
    domain::{
        hours::{DaySpan, WeekSpan},
        language::Language,
        limits::{
            rule::{CustomerSide, Measure, Rule, Scope, Share},
            verdict::{About, Reading, Standing, Unjudged},
        },
        meeting::Purpose,
        person::Clock,
        time::Zone,
    },
    i18n::texts,
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn rule(scope: Scope, which: Which, measure: Measure, level: Level) -> Rule {
    Rule { id: None, scope, which, measure, level, from: day("2026-11-30") }
}

fn names() -> Names {
    let id = Uuid::from_u128;
    Names {
        teams: HashMap::from([(id(1).into(), "Sales North".to_owned())]),
        people: HashMap::from([(id(2).into(), "Ola Berg".to_owned())]),
        accounts: HashMap::from([(id(3).into(), "Bergvik Bygg".to_owned())]),
    }
}

fn rules() -> Vec<Rule> {
    let (team, person) = (Scope::Team(Uuid::from_u128(1).into()), Scope::Person(Uuid::from_u128(2).into()));
    let account = Scope::Account(Uuid::from_u128(3).into());
    let (all, class) = (Scope::Organization, Scope::LeadClass(LeadClass::Warm));
    let minutes = |most, per, share| Measure::Minutes { most, per, share };
    let meetings = |most, per, share| Measure::Meetings { most, per, share };
    let contacts = |most, days, side| Measure::Contacts { most, days, side };
    let purpose = Which::Purpose(Purpose::OneToOne);
    let morning = |weekday| WeekSpan { weekday, span: DaySpan { from: 480, to: 600 } };
    let night = WeekSpan { weekday: 4, span: DaySpan { from: 960, to: 1440 } };
    vec![
        rule(team, Which::Internal, minutes(480, Period::Week, Share::Each), Level::Reason),
        rule(team, Which::All, minutes(2400, Period::Month, Share::Together), Level::Inform),
        rule(all, purpose, minutes(90, Period::Quarter, Share::Each), Level::Warn),
        rule(all, Which::Customer, minutes(600, Period::Day, Share::Together), Level::Approve),
        rule(person, Which::All, meetings(1, Period::Day, Share::Each), Level::Block),
        rule(person, Which::Internal, meetings(5, Period::Week, Share::Each), Level::Warn),
        rule(account, purpose, meetings(2, Period::Month, Share::Each), Level::Warn),
        rule(account, Which::All, minutes(120, Period::Week, Share::Each), Level::Reason),
        rule(class, Which::All, meetings(3, Period::Month, Share::Each), Level::Approve),
        rule(class, Which::Customer, Measure::BackToBack { most: 180, rest: 30 }, Level::Warn),
        rule(account, Which::All, Measure::Clock { from: 540, to: 960 }, Level::Block),
        rule(all, Which::Internal, Measure::Length { most: 45 }, Level::Reason),
        rule(team, Which::All, Measure::People { most: 7 }, Level::Warn),
        rule(all, Which::All, Measure::BackToBack { most: 120, rest: 15 }, Level::Warn),
        rule(person, Which::Customer, Measure::Clock { from: 540, to: 960 }, Level::Reason),
        rule(team, Which::Internal, Measure::Windows { spans: vec![morning(0), morning(1), night] }, Level::Block),
        rule(all, Which::Internal, Measure::Dates { from: day("2026-12-21"), to: day("2026-12-23") }, Level::Approve),
        rule(all, purpose, Measure::Dates { from: day("2026-12-21"), to: day("2026-12-21") }, Level::Block),
        rule(account, Which::All, Measure::Notice { least: 1440 }, Level::Warn),
        rule(all, Which::All, contacts(2, 30, CustomerSide::Contact), Level::Reason),
        rule(all, Which::All, contacts(1, 7, CustomerSide::Account), Level::Reason),
        rule(class, Which::All, contacts(4, 90, CustomerSide::Account), Level::Reason),
        rule(class, Which::All, contacts(4, 90, CustomerSide::Contact), Level::Reason),
        rule(account, Which::All, contacts(3, 30, CustomerSide::Contact), Level::Block),
        rule(account, Which::All, contacts(3, 30, CustomerSide::Account), Level::Block),
        rule(all, Which::Internal, Measure::Agenda { people: 3, minutes: 30 }, Level::Block),
        rule(person, Which::All, Measure::Ahead { most: 12 }, Level::Warn),
        rule(all, Which::All, Measure::Overlap, Level::Block),
        rule(class, Which::All, Measure::OffHours, Level::Warn),
        rule(all, Which::All, Measure::Holidays, Level::Block),
        rule(all, Which::Internal, Measure::Selling, Level::Reason),
        rule(all, Which::All, Measure::Unknown, Level::Warn),
        rule(Scope::Team(Uuid::from_u128(9).into()), Which::All, Measure::Length { most: 60 }, Level::Inform),
    ]
}

fn readings() -> Vec<Reading> {
    let about = |rule: &Rule| match &rule.measure {
        Measure::Minutes { .. } | Measure::Meetings { .. } | Measure::BackToBack { .. } if of_customers(rule.scope) => {
            (About::Account(Uuid::from_u128(3).into()), "Bergvik Bygg".to_owned())
        }
        Measure::Length { .. } | Measure::People { .. } | Measure::Notice { .. } | Measure::Agenda { .. } => {
            (About::Meeting, String::new())
        }
        Measure::Contacts { side: CustomerSide::Contact, .. } => {
            (About::Contact(Uuid::from_u128(4).into()), "Maria Öberg".to_owned())
        }
        Measure::Contacts { .. } => (About::Account(Uuid::from_u128(3).into()), "Bergvik Bygg".to_owned()),
        Measure::Minutes { share: Share::Together, per: Period::Month, .. } => {
            (About::Team(Uuid::from_u128(1).into()), "Sales North".to_owned())
        }
        Measure::Minutes { share: Share::Together, .. } => (About::Organization, String::new()),
        _ => (About::Person(Uuid::from_u128(2).into()), "Ola Berg".to_owned()),
    };
    let numbers = |measure: &Measure| match *measure {
        Measure::Minutes { most, .. } | Measure::Length { most } | Measure::BackToBack { most, .. } => {
            (Unit::Minutes, most + 30, most)
        }
        Measure::Meetings { most, .. } | Measure::Ahead { most } | Measure::Contacts { most, .. } => {
            (Unit::Meetings, most + 1, most)
        }
        Measure::People { most } => (Unit::People, most + 1, most),
        Measure::Notice { least } => (Unit::Minutes, 60, least),
        Measure::Agenda { .. } | Measure::Unknown => (Unit::Fault, 1, 0),
        _ => (Unit::Minutes, 30, 0),
    };
    let period = Some((day("2026-11-23"), day("2026-11-29")));
    let mut all: Vec<Reading> = rules()
        .into_iter()
        .map(|rule| {
            let ((about, name), (unit, after, limit)) = (about(&rule), numbers(&rule.measure));
            let standing = Standing::Passed;
            Reading { rule: Some(rule), id: None, about, name, period, unit, before: 0, after, limit, standing }
        })
        .collect();
    let flagged = Reading { standing: Standing::Flagged, ..all[0].clone() };
    let unjudged = Unjudged::NoZone;
    let lost = Reading { standing: Standing::Unjudged(unjudged), ..all[0].clone() };
    let unreadable = Reading { rule: None, ..all[0].clone() };
    all.extend([flagged, lost, unreadable]);
    all
}

fn format(language: Language) -> Format {
    Format::new(language, Clock::Language, Zone::utc())
}

#[test]
fn rules_can_be_read_aloud() {
    for language in Language::ALL {
        let (t, f, names) = (texts(language), format(language), names());
        let lines: Vec<String> = rules().iter().map(|rule| sentence(t, &f, rule, &names)).collect();
        insta::assert_snapshot!(format!("sentences-{}", language.tag()), lines.join("\n"));
    }
}

#[test]
fn readings_tell_the_numbers() {
    for language in Language::ALL {
        let (t, f) = (texts(language), format(language));
        let lines: Vec<String> = readings().iter().map(|r| reading(t, &f, r)).collect();
        insta::assert_snapshot!(format!("readings-{}", language.tag()), lines.join("\n"));
    }
}

#[test]
fn no_two_choices_look_the_same() {
    for language in Language::ALL {
        let t = texts(language);
        let lists: [Vec<String>; 3] = [
            Level::ALL.iter().map(|l| level(t, *l)).collect(),
            LeadClass::ALL.iter().map(|c| class(t, *c)).collect(),
            Period::ALL.iter().map(|p| per(t, *p)).collect(),
        ];
        for list in lists {
            let distinct: std::collections::HashSet<&String> = list.iter().collect();
            assert_eq!(distinct.len(), list.len(), "{list:?}");
        }
    }
}

#[test]
fn amounts_carry_their_unit() {
    let (t, f) = (texts(Language::Fi), format(Language::Fi));
    assert_eq!(amount(t, &f, Unit::Minutes, 510), "8 t 30 min");
    assert_eq!(amount(t, &f, Unit::Meetings, 3), "3 kokousta tai tapaamista");
    assert_eq!(amount(t, &f, Unit::People, 1), "yksi henkilö");
    assert_eq!(amount(t, &f, Unit::Fault, 1), t.word_yes());
}
