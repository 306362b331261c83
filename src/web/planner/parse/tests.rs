//! The form against the plan, case by case, and that no form whatever breaks it.

use std::collections::HashMap;

use proptest::prelude::*;

use super::*;
use crate::{
    domain::{
        hours::WorkingHours,
        language::Language,
        person::{Clock, PersonState, Role, Theme},
    },
    i18n::texts,
    store::organization::Organization,
    web::form::Form,
};

fn now() -> DateTime<Utc> {
    "2026-11-23T08:00:00Z".parse().unwrap()
}

fn person() -> Person {
    Person {
        id: uuid::Uuid::from_u128(1).into(),
        email: "Anna@nordvik.example".to_owned(),
        email_key: "anna@nordvik.example".to_owned(),
        name: "Anna Lind".to_owned(),
        language: Language::En,
        zone: "Europe/Stockholm".to_owned(),
        country: "SE".to_owned(),
        clock: Clock::Language,
        theme: Theme::System,
        compact: false,
        shortcuts: true,
        role: Role::Member,
        state: PersonState::Active,
        password_hash: None,
        video_room: None,
        hours: WorkingHours::default().into(),
        created_at: now(),
        updated_at: now(),
    }
}

fn known() -> Known {
    let organization = Organization {
        name: "Nordvik AB".to_owned(),
        country: "SE".to_owned(),
        zone: "Europe/Stockholm".to_owned(),
        language: Language::Sv,
        hours: WorkingHours::default().into(),
        relay: None,
        demo: false,
        set_up_at: None,
        created_at: now(),
        updated_at: now(),
    };
    Known { organization, people: HashMap::new(), contacts: HashMap::new() }
}

fn read<T>(then: impl FnOnce(&Reading<'_>) -> T) -> T {
    let f = Format::new(Language::En, Clock::Language, Zone::named("Europe/Stockholm").unwrap());
    let organizer = person();
    let reading = Reading { t: texts(Language::En), f: &f, now: now(), organizer: &organizer, has_server: true };
    then(&reading)
}

fn good() -> Typed {
    let fields = [
        ("purpose", "targets"),
        ("title", " Agree \u{202e}targets "),
        ("guest", "n:0"),
        ("email:n:0", "ola@kund.example"),
        ("point", "4"),
        ("title:4", "The gap"),
        ("minutes:4", "10"),
        ("owner:4", "n:0"),
        ("date", "ons 25 nov"),
        ("time", "kl. 14"),
        ("length", "1 tim"),
        ("zone", "europe/helsinki"),
        ("format", "video"),
        ("video", "own"),
    ];
    Typed::read(&Form::new(fields.map(|(n, v)| (n.to_owned(), v.to_owned())).to_vec()))
}

#[test]
fn a_good_form_is_a_plan() {
    let plan = read(|reading| plan(reading, &good())).unwrap();
    assert_eq!((plan.details.title.as_str(), plan.minutes), ("Agree targets", 60));
    assert_eq!(plan.start.zone, "Europe/Helsinki");
    assert_eq!(plan.start.at.to_rfc3339(), "2026-11-25T12:00:00+00:00");
    assert_eq!(plan.details.agenda[0].owner, Owner::Invitee(0));
    assert_eq!(plan.details.video, Some(Video::Own));
    assert_eq!(plan.details.stage, None);
}

#[test]
fn links_are_https_and_lead_to_a_host() {
    for good in ["https://meet.example/a", " https://meet.example:8443/a?b=c#d ", "https://xn--bcher-kva.example/"] {
        assert!(https(good).is_some(), "{good}");
    }
    let long = format!("https://meet.example/{}", "a".repeat(crate::domain::agenda::link::MAX_ADDRESS));
    for bad in [
        "",
        "meet.example",
        "http://meet.example/a",
        "javascript:alert(1)",
        "https://",
        "https://anna:secret@meet.example/",
        "https://meet.example/a b",
        "https://meet.example/a\r\nX: y",
        "data:text/html,x",
        &long,
    ] {
        assert_eq!(https(bad), None, "{bad}");
    }
    assert_eq!(https("https://meet.example/\u{202e}<\">").unwrap(), "https://meet.example/%E2%80%AE%3C%22%3E");
}

#[test]
fn doubles_and_the_organizer_are_found_by_address() {
    let mut typed = good();
    for (number, email) in [(1, "OLA@kund.example "), (2, "anna@NORDVIK.example"), (3, "new@kund.example"), (4, "")] {
        let row = GuestRow { email: email.to_owned(), ..GuestRow::new(GuestRef::New(number)) };
        typed.guests.push(row);
    }
    assert_eq!(doubles(&known(), &person(), &typed), [GuestRef::New(1), GuestRef::New(2)]);
}

#[test]
fn whoever_led_a_point_and_left_leaves_it_to_everyone() {
    let mut typed = good();
    typed.points[0].owner = "n:7".to_owned();
    let details = read(|reading| details(reading, &typed)).unwrap();
    assert_eq!(details.agenda[0].owner, Owner::Everyone);
}

proptest! {
    #[test]
    fn any_form_gives_a_plan_within_the_limits_or_errors(
        changes in proptest::collection::vec(
            (prop_oneof![
                Just("title"), Just("date"), Just("time"), Just("length"), Just("zone"), Just("format"), Just("video"),
                Just("link"), Just("place"), Just("guest"), Just("email:n:0"), Just("why:n:0"), Just("role:n:0"),
                Just("point"), Just("title:4"), Just("minutes:4"), Just("owner:4"), Just("stage"), Just("purpose")],
             prop_oneof![any::<String>(), "[0-9]{1,12}", "[0-9]{1,2}[.:][0-9]{1,3}", "https://[a-z.]{1,9}/.{0,9}",
                "[a-z]{1,9}@[a-z]{1,9}.example", "chair|own|pasted|personal|phone|customer"]), 0..6))
    {
        let mut form = Form::new(good().fields());
        for (name, value) in changes {
            form.set(name, value);
        }
        let typed = Typed::read(&form);
        match read(|reading| plan(reading, &typed)) {
            Ok(plan) => {
                let shown = plan.details.title.chars().count();
                prop_assert!((1..=MAX_TITLE).contains(&shown));
                prop_assert!((5..=MAX_MINUTES).contains(&plan.minutes) && plan.start.at > now());
                prop_assert!(plan.details.invitees.iter().all(|i| i.role != AttendeeRole::Chair));
                let texts = [&plan.details.title, &plan.details.place];
                prop_assert!(!texts.iter().any(|t| t.chars().any(char::is_control)));
            }
            Err(errors) => prop_assert!(!errors.is_empty()),
        }
    }
}
