//! A small world written in words, for the truth table and the properties. See `tests/truth.txt`.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use uuid::Uuid;

use crate::domain::{
    agenda::part::Stay,
    hours::{DaySpan, WeekSpan, WorkingHours},
    ids::{AccountId, ContactId, MeetingId, PersonId, RuleId, TeamId},
    limits::{
        facts::{
            AccountFacts, Attending, ContactFacts, DayRule, Facts, HolidayKind, Load, Outside, PersonFacts, Proposal,
            Shape, SharedFacts, StoredRule,
        },
        rule::{CustomerSide, LeadClass, Level, Measure, Period, Rule, Scope, Share, Which},
        verdict::About,
    },
    meeting::Purpose,
    time::{Interval, Zone},
};

const PEOPLE: [&str; 5] = ["anna", "ola", "ida", "eva", "max"];
const CONTACTS: [&str; 2] = ["kim", "lee"];
const ACCOUNTS: [&str; 2] = ["acme", "bolt"];
const OWN: Uuid = Uuid::from_u128(0xfeed);

pub(crate) fn person(name: &str) -> PersonId {
    id(&PEOPLE, name).unwrap_or_else(|| panic!("nobody is {name}")).into()
}

pub(crate) fn team() -> TeamId {
    Uuid::from_u128(0x7ea).into()
}

pub(crate) fn own() -> MeetingId {
    OWN.into()
}

fn id(names: &[&str], name: &str) -> Option<Uuid> {
    let at = names.iter().position(|n| *n == name)? as u128;
    Some(Uuid::from_u128(at + 1 + names.len() as u128 * 100))
}

pub(crate) fn stockholm() -> Zone {
    Zone::named("Europe/Stockholm").unwrap()
}

/// `Mon09:00` of the week of 23 November 2026, or `2026-03-29T01:30`; Stockholm time.
pub(crate) fn at(text: &str) -> DateTime<Utc> {
    let local: NaiveDateTime = match text.split_once('T').filter(|(day, _)| day.len() == 10) {
        Some(_) => format!("{text}:00").parse().unwrap(),
        None => format!("{}T{}:00", day(&text[..3]), &text[3..]).parse().unwrap(),
    };
    stockholm().instant(local)
}

/// `Mon`, or `2026-03-29`.
pub(crate) fn day(text: &str) -> NaiveDate {
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    match names.iter().position(|n| *n == text) {
        Some(at) => NaiveDate::from_ymd_opt(2026, 11, 23).unwrap() + Days::new(at as u64),
        None => text.parse().unwrap_or_else(|_| panic!("no day: {text}")),
    }
}

/// `Mon09:00+60`.
pub(crate) fn span(text: &str) -> Interval {
    let (start, minutes) = text.split_once('+').unwrap_or_else(|| panic!("no span: {text}"));
    let start = at(start);
    Interval::new(start, start + TimeDelta::minutes(minutes.parse().unwrap())).unwrap()
}

fn minute(text: &str) -> u16 {
    let (hours, minutes) = text.split_once(':').unwrap();
    hours.parse::<u16>().unwrap() * 60 + minutes.parse::<u16>().unwrap()
}

fn hours(text: &str) -> DaySpan {
    let (from, to) = text.split_once('-').unwrap();
    DaySpan { from: minute(from), to: minute(to) }
}

/// `Mon09:00-11:00`.
fn week_span(text: &str) -> WeekSpan {
    let weekday = u8::try_from((day(&text[..3]) - day("Mon")).num_days()).unwrap();
    WeekSpan { weekday, span: hours(&text[3..]) }
}

/// `Mon09:00+60` with flags: `:c` with a customer, `:o` only welcome, `:w` welcome and accepted, `:own` the meeting
/// itself, `:h` as it is to be once allowed, `:<number>` one meeting in several words, `:<purpose>`.
fn load(number: u128, text: &str) -> Load {
    let plus = text.find('+').unwrap();
    let (time, flags) = text.split_at(text[plus..].find(':').map_or(text.len(), |at| at + plus));
    let flags: Vec<&str> = flags.split(':').filter(|f| !f.is_empty()).collect();
    let has = |flag: &str| flags.contains(&flag);
    let named = flags.iter().find_map(|f| f.parse::<u128>().ok()).map(|number| number + 0x1000);
    Load {
        meeting: if has("own") { own() } else { Uuid::from_u128(0x1000 + named.unwrap_or(number)).into() },
        span: span(time),
        purpose: flags.iter().find_map(|f| f.parse().ok()).unwrap_or(Purpose::Strategy),
        customer: has("c"),
        required: !has("o") && !has("w"),
        counts: !has("o"),
        held: has("h"),
    }
}

/// Anna and Ola of the team in Stockholm, Max of the team and Ida in Helsinki, Eva in New York; Kim and Lee of Acme,
/// which is hot, and Bolt, which is cold. Everybody works 8-17 with lunch at 12.
pub(crate) fn world() -> Facts {
    let zones = ["Europe/Stockholm", "Europe/Stockholm", "Europe/Helsinki", "America/New_York", "Europe/Helsinki"];
    let people = PEOPLE.iter().zip(zones).map(|(name, zone)| {
        let teams = if ["anna", "ola", "max"].contains(name) { HashSet::from([team()]) } else { HashSet::new() };
        let facts = PersonFacts {
            name: (*name).to_owned(),
            zone: Some(Zone::named(zone).unwrap()),
            hours: WorkingHours::default(),
            days: HashMap::new(),
            holidays: HashMap::new(),
            selling: Vec::new(),
            teams,
            load: Vec::new(),
            busy: Vec::new(),
            outside: Outside::Known,
            ahead: 0,
        };
        (person(name), facts)
    });
    let contact = |name: &&str| ContactFacts { name: (*name).to_owned(), load: Vec::new() };
    let contacts = CONTACTS.iter().map(|n| (id(&CONTACTS, n).unwrap().into(), contact(n)));
    let account = |name: &str, class| AccountFacts { name: name.to_owned(), class: Some(class), load: Vec::new() };
    let account = |name: &'static str, class| (id(&ACCOUNTS, name).unwrap().into(), account(name, class));
    let shared = |name: &str, members: &[&str]| SharedFacts {
        name: name.to_owned(),
        members: members.iter().map(|m| person(m)).collect(),
        load: Vec::new(),
    };
    Facts {
        now: at("2026-11-20T09:00"),
        zone: stockholm(),
        rules: Vec::new(),
        people: people.collect(),
        contacts: contacts.collect(),
        accounts: HashMap::from([account("acme", LeadClass::Hot), account("bolt", LeadClass::Cold)]),
        teams: HashMap::from([(team(), shared("team", &["anna", "ola", "max"]))]),
        organization: Some(shared("firm", &PEOPLE)),
    }
}

/// `[scope] [which] kind numbers… [level] [from=day]`.
pub(crate) fn rule(text: &str) -> StoredRule {
    let id = RuleId::from_uuid(Uuid::from_u128(text.bytes().fold(7, |sum, b| sum * 31 % 0xffff_ffff + u128::from(b))));
    if text == "unreadable" {
        return StoredRule::Unreadable(id);
    }
    let words: Vec<&str> = text.split(' ').collect();
    let scope = match words[0] {
        "firm" => Scope::Organization,
        "team" => Scope::Team(team()),
        "acme" | "bolt" => Scope::Account(account(words[0])),
        name if PEOPLE.contains(&name) => Scope::Person(person(name)),
        class => Scope::LeadClass(class.parse().unwrap_or_else(|_| panic!("no scope: {class}"))),
    };
    let which = match words[1] {
        "all" => Which::All,
        "internal" => Which::Internal,
        "with-customer" => Which::Customer,
        purpose => Which::Purpose(purpose.parse().unwrap_or_else(|_| panic!("no purpose: {purpose}"))),
    };
    let level = words.iter().find_map(|w| w.parse().ok()).unwrap_or(Level::Block);
    let from = words.iter().find_map(|w| w.strip_prefix("from=")).map_or(day("2020-01-01"), day);
    let numbers: Vec<&str> =
        words[3..].iter().copied().filter(|w| w.parse::<Level>().is_err() && !w.starts_with("from=")).collect();
    StoredRule::Rule(Rule { id: Some(id), scope, which, measure: measure(words[2], &numbers), level, from })
}

fn measure(kind: &str, words: &[&str]) -> Measure {
    let number = |at: usize| words[at].parse().unwrap();
    let share = if words.contains(&"together") { Share::Together } else { Share::Each };
    let per = || words[1].parse::<Period>().unwrap();
    match kind {
        "minutes" => Measure::Minutes { most: number(0), per: per(), share },
        "meetings" => Measure::Meetings { most: number(0), per: per(), share },
        "length" => Measure::Length { most: number(0) },
        "people" => Measure::People { most: number(0) },
        "back_to_back" => Measure::BackToBack { most: number(0), rest: number(1) },
        "clock" => Measure::Clock { from: hours(words[0]).from, to: hours(words[0]).to },
        "windows" => Measure::Windows { spans: words.iter().map(|w| week_span(w)).collect() },
        "dates" => Measure::Dates { from: day(words[0]), to: day(words[1]) },
        "notice" => Measure::Notice { least: number(0) },
        "contacts" => {
            let side = if words[2] == "contact" { CustomerSide::Contact } else { CustomerSide::Account };
            Measure::Contacts { most: number(0), days: number(1), side }
        }
        "agenda" => Measure::Agenda { people: number(0), minutes: number(1) },
        "ahead" => Measure::Ahead { most: number(0) },
        "overlap" => Measure::Overlap,
        "off_hours" => Measure::OffHours,
        "holidays" => Measure::Holidays,
        "selling" => Measure::Selling,
        "unknown" => Measure::Unknown,
        other => panic!("no measure: {other}"),
    }
}

fn account(name: &str) -> AccountId {
    id(&ACCOUNTS, name).unwrap_or_else(|| panic!("no account: {name}")).into()
}

fn contact(name: &str) -> ContactId {
    id(&CONTACTS, name).unwrap_or_else(|| panic!("no contact: {name}")).into()
}

/// `Mon09:00+60 anna ola? ida+ max@15+10 kim acme =targets points=1`; the first colleague organizes, `?` is only welcome,
/// `+` is welcome and has accepted, `@15+10` is there after 15 minutes for 10.
pub(crate) fn shape(text: &str) -> Shape {
    let mut words = text.split(' ');
    let span = span(words.next().unwrap());
    let mut shape = Shape {
        purpose: Purpose::Strategy,
        organizer: person("anna"),
        span,
        people: Vec::new(),
        contacts: Vec::new(),
        account: None,
        points: 0,
    };
    for word in words {
        let (word, stay) = word.split_once('@').map_or((word, None), |(word, stay)| (word, Some(stay)));
        let stay = stay
            .and_then(|stay| stay.split_once('+'))
            .map(|(after, minutes)| Stay { after: after.parse().unwrap(), minutes: minutes.parse().unwrap() });
        let name = word.trim_end_matches(['?', '+']);
        if let Some(purpose) = word.strip_prefix('=') {
            shape.purpose = purpose.parse().unwrap();
        } else if let Some(points) = word.strip_prefix("points=") {
            shape.points = points.parse().unwrap();
        } else if CONTACTS.contains(&name) {
            shape.contacts.push(contact(name));
        } else if ACCOUNTS.contains(&name) {
            shape.account = Some(account(name));
        } else {
            let (required, counts) = (name == word, !word.ends_with('?'));
            shape.people.push(Attending { person: person(name), required, counts, stay });
        }
    }
    shape.organizer = shape.people.first().map_or(shape.organizer, |a| a.person);
    shape
}

pub(crate) fn proposal(old: &str, new: &str) -> Proposal {
    let old = (old != "-").then(|| shape(old));
    Proposal { meeting: old.is_some().then(own), draft: None, old, new: shape(new) }
}

/// Changes the world by one word: `anna:Mon09:00+60`, `anna.zone=none`, `now=Mon08:00`, `without=anna`.
pub(crate) fn change(facts: &mut Facts, number: u128, word: &str) {
    if let Some(now) = word.strip_prefix("now=") {
        facts.now = at(now);
    } else if let Some(name) = word.strip_prefix("without=") {
        forget(facts, name);
    } else if let Some((name, text)) = word.split_once(':').filter(|(name, _)| !name.contains('.')) {
        claims(facts, name).push(load(number, text));
    } else {
        let (name, what) = word.split_once('.').unwrap_or_else(|| panic!("no change: {word}"));
        let (key, value) = what.split_once('=').unwrap_or((what, ""));
        if key == "class" {
            facts.accounts.get_mut(&account(name)).unwrap().class = value.parse().ok();
        } else {
            adjust(facts.people.get_mut(&person(name)).unwrap(), key, value);
        }
    }
}

fn forget(facts: &mut Facts, name: &str) {
    match name {
        "team" => facts.teams.clear(),
        "firm" => facts.organization = None,
        _ if PEOPLE.contains(&name) => drop(facts.people.remove(&person(name))),
        _ if CONTACTS.contains(&name) => drop(facts.contacts.remove(&contact(name))),
        _ => drop(facts.accounts.remove(&account(name))),
    }
}

fn claims<'a>(facts: &'a mut Facts, name: &str) -> &'a mut Vec<Load> {
    match name {
        "team" => &mut facts.teams.get_mut(&team()).unwrap().load,
        "firm" => &mut facts.organization.as_mut().unwrap().load,
        _ if PEOPLE.contains(&name) => &mut facts.people.get_mut(&person(name)).unwrap().load,
        _ if CONTACTS.contains(&name) => &mut facts.contacts.get_mut(&contact(name)).unwrap().load,
        _ => &mut facts.accounts.get_mut(&account(name)).unwrap().load,
    }
}

fn adjust(person: &mut PersonFacts, key: &str, value: &str) {
    match key {
        "zone" => person.zone = Zone::named(value).ok(),
        "busy" => person.busy.push(span(value)),
        "unknown" => person.outside = Outside::Unknown,
        "ahead" => person.ahead = value.parse().unwrap(),
        "off" => drop(person.days.insert(day(value), DayRule::Off)),
        "works" => drop(person.days.insert(day(&value[..3]), DayRule::Hours(hours(&value[3..])))),
        "lunch" => person.hours.lunch = Some(hours(value)),
        "holiday" => drop(person.holidays.insert(day(value), HolidayKind::Day)),
        "half" => drop(person.holidays.insert(day(&value[..3]), HolidayKind::From(minute(&value[3..])))),
        "selling" => person.selling.push(week_span(value)),
        other => panic!("no change: {other}"),
    }
}

/// Whom a reading is about, in a word.
pub(crate) fn named(about: About, name: &str) -> String {
    match about {
        About::Meeting => "meeting".to_owned(),
        _ if name.is_empty() => "?".to_owned(),
        _ => name.to_owned(),
    }
}
