//! No input adds a line, a property, a parameter or a component.

use calcard::{
    Entry, Parser,
    icalendar::{ICalendar, ICalendarComponentType, ICalendarParameterValue, ICalendarProperty, ICalendarValue},
};
use proptest::prelude::*;

use super::*;
use crate::domain::{
    agenda::link::Reading,
    email::EmailAddress,
    itip::{
        compose::visible_to,
        feed::{Detail, FeedHead, entry, feed},
        lint,
    },
    text::SafeText,
};

const ATTACKS: &[&str] = &[
    "\r\nATTENDEE:mailto:evil@x.example",
    "\nEND:VEVENT\nBEGIN:VALARM",
    "\rMETHOD:CANCEL",
    "\u{0}\u{7}\u{1b}[31m",
    "\u{2028}BEGIN:VEVENT\u{2029}",
    "\u{85}URL:https://x.example",
    "\";X=1:mailto:evil@x.example",
    "a\";CN=\"b",
    "^n^'^^n",
    "\\n\\;\\,\\",
    "\\",
    ":;,=\"",
    "\u{202e}gpj.exe",
    " leading and trailing ",
    "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦",
];

fn hostile() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        prop::collection::vec(prop::sample::select(ATTACKS), 1..4).prop_map(|parts| parts.concat()),
        (any::<String>(), prop::sample::select(ATTACKS), any::<String>()).prop_map(|(a, b, c)| format!("{a}{b}{c}")),
    ]
}

fn parsed(text: &str) -> ICalendar {
    let mut parser = Parser::new(text);
    let calendar = match parser.entry() {
        Entry::ICalendar(calendar) => calendar,
        other => panic!("{other:?}:\n{text}"),
    };
    assert!(matches!(parser.entry(), Entry::Eof), "more than one thing:\n{text}");
    let understood = calendar.components.iter().map(|component| component.entries.len() + 2).sum::<usize>();
    assert_eq!(understood, unfolded(text).matches("\r\n").count(), "the reader skipped a line:\n{text}");
    calendar
}

/// Components, properties and parameters by name.
fn skeleton(calendar: &ICalendar) -> Vec<String> {
    let mut all = Vec::new();
    for component in &calendar.components {
        all.push(format!("{:?}", component.component_type));
        for entry in &component.entries {
            let params: Vec<_> = entry.params.iter().map(|param| format!("{:?}", param.name)).collect();
            all.push(format!("{:?} {params:?}", entry.name));
        }
    }
    all
}

fn value(calendar: &ICalendar, wanted: &ICalendarProperty) -> Option<String> {
    let event = calendar.components.iter().find(|c| c.component_type == ICalendarComponentType::VEvent)?;
    let entry = event.entries.iter().find(|entry| entry.name == *wanted)?;
    match entry.values.first()? {
        ICalendarValue::Text(text) => Some(text.clone()),
        other => panic!("{other:?}"),
    }
}

/// The facts with every text that somebody typed replaced.
fn poisoned(texts: &[String]) -> MeetingFacts {
    let mut facts = internal();
    let text = |at: usize| format!("x{}", texts[at % texts.len()]);
    facts.title = text(0);
    facts.place = text(1);
    facts.organizer.name = text(2);
    facts.attendees[1].name = text(3);
    facts.agenda[0].title = text(4);
    facts.agenda[0].reading =
        vec![Reading { label: text(5), url: "https://x.example/".into() }, Reading { label: "y".into(), url: text(6) }];
    facts.company = text(5);
    facts.cancel_reason = text(6);
    facts.uid = text(7);
    facts
}

#[test]
fn what_to_read_ahead_stands_in_the_description() {
    let mut facts = internal();
    let reading = |n: usize| Reading { label: format!("Plan {n}"), url: format!("https://x.example/{n}?a=1&b=2") };
    facts.agenda[1].reading = (0..12).map(reading).collect();
    let text = written(&facts, REQUIRED, MessageKind::Invitation).unwrap();
    let described = value(&parsed(&text), &ICalendarProperty::Description).unwrap();
    assert!(described.contains("Läs i förväg\nPlan 0: https://x.example/0?a=1&b=2\nPlan 1: "), "{described}");
    // A description is no library: ten are enough.
    assert!(described.contains("Plan 9: ") && !described.contains("Plan 10: "), "{described}");
}

proptest! {
    #[test]
    fn messages_keep_their_shape(texts in prop::collection::vec(hostile(), 8)) {
        let plain = poisoned(&vec!["y".to_owned(); 8]);
        let facts = poisoned(&texts);
        for kind in [MessageKind::Invitation, MessageKind::Cancelled] {
            let text = written(&facts, REQUIRED, kind).unwrap();
            let calendar = parsed(&text);
            prop_assert_eq!(skeleton(&calendar), skeleton(&parsed(&written(&plain, REQUIRED, kind).unwrap())));
            let title = SafeText::line(&facts.title, 200);
            let title = if kind == MessageKind::Cancelled { format!("Inställt: {title}") } else { title.into() };
            prop_assert_eq!(value(&calendar, &ICalendarProperty::Summary), Some(title));
        }
    }

    /// Addresses that are none are left out; whole links that are none too.
    #[test]
    fn addresses_and_links_keep_their_shape(email in hostile(), url in hostile(), zone in hostile()) {
        let mut facts = internal();
        facts.attendees[2].email = email;
        facts.video_url = Some(format!("https://meet.example/{url}"));
        facts.zone = zone;
        let words = swedish();
        let page = format!("https://sparsam.example/{url}");
        let text = calendar_object(&Message { page: Some(&page), ..message(&facts, REQUIRED, MessageKind::Invitation, &words) });
        let skeleton = skeleton(&parsed(&text.unwrap())).len();
        let left_out = usize::from(facts.attendees[2].email.parse::<EmailAddress>().is_err());
        let mut plain = internal();
        plain.zone = "UTC".into();
        let expected = skeleton_len(&plain);
        prop_assert!((expected - 4..=expected).contains(&(skeleton + left_out)), "{} {}", skeleton, expected);
    }

    #[test]
    fn feeds_keep_their_shape(texts in prop::collection::vec(hostile(), 8), name in hostile()) {
        let words = swedish();
        let detail = Detail::Full { words: &words, page: None, reader: None };
        let made = |facts: &MeetingFacts, name: &str| {
            let entry = entry(&revision(facts), detail).unwrap();
            feed(&FeedHead { name: &format!("x{name}"), refresh_minutes: 60 }, &[entry])
        };
        let text = made(&poisoned(&texts), &name);
        prop_assert_eq!(lint::file(&text), []);
        let plain = made(&poisoned(&vec!["y".to_owned(); 8]), "y");
        prop_assert_eq!(skeleton(&parsed(&text)), skeleton(&parsed(&plain)));
        let busy = entry(&revision(&poisoned(&texts)), Detail::BusyOnly { word: &name }).unwrap();
        parsed(&feed(&FeedHead { name: "x", refresh_minutes: 1 }, &[busy]));
    }
}

fn skeleton_len(facts: &MeetingFacts) -> usize {
    skeleton(&parsed(&written(facts, REQUIRED, MessageKind::Invitation).unwrap())).len()
}

#[test]
fn values_come_back_as_they_were() {
    let facts = internal();
    let text = written(&facts, REQUIRED, MessageKind::Invitation).unwrap();
    let calendar = parsed(&text);
    assert_eq!(value(&calendar, &ICalendarProperty::Summary).as_ref(), Some(&facts.title));
    let description = value(&calendar, &ICalendarProperty::Description).unwrap();
    assert!(
        description
            .starts_with("Anslut till videomötet: https://meet.example/salj-vecka?a=1&b=2;c,d\n\nDagordning\n1. ")
    );
    assert!(description.contains("2. Produktnytt: pris, villkor; leverans (10 min, alla)\n"));
    assert!(unfolded(&text).contains(":https://meet.example/salj-vecka?a=1&b=2;c,d\r\n"), "a link is not escaped");
    let event = calendar.components.iter().find(|c| c.component_type == ICalendarComponentType::VEvent).unwrap();
    let names: Vec<_> = event
        .entries
        .iter()
        .filter(|entry| entry.name == ICalendarProperty::Attendee)
        .flat_map(|entry| &entry.params)
        .filter_map(|param| match &param.value {
            ICalendarParameterValue::Text(text) => Some(text.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(names, ["Öberg, Åsa", "Mikko Mäkinen", "Ola 'Sol' Berg", "Pirjo Ylä-Anttila"]);
}

#[test]
fn customers_see_only_whom_they_may() {
    let mut facts = with_customers();
    facts.agenda[0].owner = Some(attendee_id(REQUIRED));
    let text = unfolded(&written(&facts, CUSTOMER, MessageKind::Invitation).unwrap());
    assert!(text.contains("kirsi@kund.example") && text.contains("asa.oberg@nordvik.example"));
    for hidden in ["other@annan.example", "mikko@nordvik.example", "Mikko", "Other"] {
        assert!(!text.contains(hidden), "{hidden}");
    }
    facts.open_guest_list = true;
    let text = unfolded(&written(&facts, CUSTOMER, MessageKind::Invitation).unwrap());
    assert!(text.contains("other@annan.example") && text.contains("Mikko"));
    assert_eq!(visible_to(&facts, &facts.attendees[0]).len(), 4);
}

#[test]
fn who_cannot_be_written_to_gets_no_object() {
    let mut facts = internal();
    assert_eq!(written(&facts, 99, MessageKind::Invitation), Err(NotComposed::Stranger));
    facts.attendees[1].email = "nowhere".into();
    assert_eq!(written(&facts, REQUIRED, MessageKind::Invitation), Err(NotComposed::Address("nowhere".into())));
    facts.minutes = 0;
    let refused = written(&facts, CHAIR, MessageKind::Invitation);
    assert!(matches!(&refused, Err(NotComposed::Faulty(found)) if found[0].fault == lint::Fault::Span), "{refused:?}");
}
