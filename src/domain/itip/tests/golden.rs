//! The objects under `tests/golden`, which other programs judge too (`tests/judges/run`). Rewrite them with
//! `UPDATE_GOLDEN=1` after a change that is meant, and read the difference.

use std::{env, fs, path::PathBuf};

use super::*;
use crate::domain::agenda::part::{Part, Stay};
use crate::domain::itip::{
    feed::{Detail, FeedEntry, FeedHead, entry, feed, single},
    lint,
    plan::facts_for,
};

fn compare(name: &str, text: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(format!("{name}.ics"));
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert!(expected == text, "{name} differs from its golden file; it is now:\n{text}");
}

fn compare_message(name: &str, facts: &MeetingFacts, recipient: u128, kind: MessageKind) {
    compare(name, &written(facts, recipient, kind).unwrap());
}

#[test]
fn messages_to_colleagues() {
    let told = internal();
    compare_message("invitation", &told, REQUIRED, MessageKind::Invitation);
    compare_message("invitation-informed", &told, INFORMED, MessageKind::Invitation);
    compare_message("invitation-organizer", &told, CHAIR, MessageKind::Invitation);
    let words = swedish();
    let plain = message(&told, REQUIRED, MessageKind::Invitation, &words);
    let on_behalf = Message { sent_by: Some("bo.ek@nordvik.example"), ..plain };
    compare("invitation-on-behalf", &calendar_object(&on_behalf).unwrap());

    let mut now = internal();
    place_in(&mut now, "Europe/Stockholm", "2026-01-13T13:00:00", 45);
    compare_message("moved", &now, REQUIRED, MessageKind::Moved);

    let mut now = internal();
    now.attendees[1].answer = Answer::Yes;
    now.attendees[2].answer = Answer::Maybe;
    now.format = Format::Room;
    now.place = "Sal 3, plan 2; ring på".into();
    now.video_url = None;
    compare_message("changed", &now, REQUIRED, MessageKind::Changed);
}

#[test]
fn a_part_of_a_meeting() {
    let mut told = internal();
    let points = told.agenda[1..].to_vec();
    told.attendees[2].part = Some(Part { stay: Stay { after: 10, minutes: 15 }, points });
    let seen = told.seen_by(attendee_id(OPTIONAL));
    compare_message("part-invitation", &seen, OPTIONAL, MessageKind::Invitation);
    // Somebody who is there all the time does not have the other entry's reader on the list, but knows who leads what.
    let whole = unfolded(&written(&told.seen_by(attendee_id(REQUIRED)), REQUIRED, MessageKind::Invitation).unwrap());
    assert!(!whole.contains("ola.berg"), "{whole}");
    let mut now = told.clone();
    place_in(&mut now, "Europe/Stockholm", "2026-01-13T13:00:00", 30);
    compare_message("part-moved", &now.seen_by(attendee_id(OPTIONAL)), OPTIONAL, MessageKind::Moved);
    now.status = Status::Cancelled;
    let facts = facts_for(MessageKind::Cancelled, Some(&seen), &now.seen_by(attendee_id(OPTIONAL)));
    compare_message("part-cancelled", &facts, OPTIONAL, MessageKind::Cancelled);
}

#[test]
fn goodbyes() {
    let told = internal();
    let mut now = internal();
    now.status = Status::Cancelled;
    now.cancel_reason = "Kunden är sjuk.\nVi hörs nästa vecka, samma tid; samma plats.".into();
    let facts = facts_for(MessageKind::Cancelled, Some(&told), &now);
    compare_message("cancelled", &facts, REQUIRED, MessageKind::Cancelled);

    let mut now = internal();
    now.attendees.remove(1);
    let facts = facts_for(MessageKind::Removed, Some(&told), &now);
    compare_message("removed", &facts, REQUIRED, MessageKind::Removed);
}

#[test]
fn messages_to_customers() {
    let mut facts = with_customers();
    compare_message("customer", &facts, CUSTOMER, MessageKind::Invitation);
    facts.open_guest_list = true;
    compare_message("customer-open-list", &facts, CUSTOMER, MessageKind::Invitation);
    facts.title = "Tarjouksen läpikäynti".into();
    place_in(&mut facts, "Europe/Helsinki", "2026-03-30T09:00:00", 60);
    let words = finnish();
    compare("customer-finnish", &calendar_object(&message(&facts, CUSTOMER, MessageKind::Invitation, &words)).unwrap());
}

#[test]
fn meetings_in_many_zones() {
    let zones = [
        ("stockholm", "Europe/Stockholm", "2026-03-28T09:00:00"),
        ("helsinki", "Europe/Helsinki", "2026-03-29T12:00:00"),
        ("oslo", "Europe/Oslo", "2026-10-25T01:30:00"), // ends in the hour that comes twice
        ("new-york", "America/New_York", "2026-11-02T09:00:00"),
        ("santiago", "America/Santiago", "2026-09-07T09:00:00"),
        ("kolkata", "Asia/Kolkata", "2026-06-01T09:00:00"),
        ("utc", "UTC", "2026-06-01T09:00:00"),
    ];
    for (name, zone, start) in zones {
        let mut facts = internal();
        place_in(&mut facts, zone, start, 90);
        compare_message(&format!("zone-{name}"), &facts, REQUIRED, MessageKind::Invitation);
    }
}

#[test]
fn feeds_and_files() {
    let words = swedish();
    let mut last = internal();
    last.uid = "01J9ZKC0000000000000000000@sparsam.example".into();
    place_in(&mut last, "America/New_York", "2026-07-01T10:00:00", 60);
    let mut cancelled = internal();
    cancelled.status = Status::Cancelled;
    let meetings = [internal(), with_customers(), cancelled, last];
    let head = FeedHead { name: "Säljteam Nord – möten, alla", refresh_minutes: 60 };

    let page = Some("https://sparsam.example/meetings/01J9ZK3V7Q");
    let full = Detail::Full { words: &words, page, reader: Some(attendee_id(INFORMED)) };
    let entries: Vec<_> = meetings.iter().filter_map(|facts| entry(&revision(facts), full)).collect();
    assert_eq!(entries.len(), 3, "what was called off is not in the feed");
    let text = feed(&head, &entries);
    assert_eq!(lint::file(&text), []);
    compare("feed", &text);

    let busy = Detail::BusyOnly { word: "Upptagen" };
    let entries: Vec<_> = meetings.iter().filter_map(|facts| entry(&revision(facts), busy)).collect();
    let text = feed(&head, &entries);
    assert_eq!(lint::file(&text), []);
    assert!(!text.contains("Säljmöte") && !text.contains("meet.example") && !text.contains("DESCRIPTION"));
    compare("feed-busy", &text);

    assert_eq!(lint::file(&feed::<FeedEntry>(&head, &[])), []);
    compare("feed-empty", &feed::<FeedEntry>(&head, &[]));

    let text = single(&revision(&internal()), full).unwrap();
    assert_eq!(lint::file(&text), []);
    compare("single", &text);
}
