//! A feed of 2,000 meetings, against a single pass that only pushes the same bytes (the limit is 1.5 times that),
//! and the text of one meeting, which is made once per revision.

use std::hint::black_box;

use chrono::{DateTime, TimeDelta, Utc};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use sparsam::domain::{
    agenda::{AgendaPoint, ItemKind, Wanted},
    itip::{
        compose::Words,
        feed::{Detail, FeedEntry, FeedHead, Revision, entry, feed},
        plan::Stamp,
        wire,
    },
    meeting::{Format, MeetingFacts, Party, Purpose, Status},
    time::Zone,
};

const MEETINGS: u32 = 2_000;

fn words() -> Words {
    let word = |text: &str| text.to_owned();
    Words {
        video: word("Video meeting"),
        join: word("Join the video meeting"),
        agenda: word("Agenda"),
        minutes: word("min"),
        everyone: word("everyone"),
        cancelled: word("Cancelled"),
        removed: word("No longer needed"),
        page: word("Answer and details"),
        reading: word("Read ahead"),
    }
}

fn meeting(number: u32) -> MeetingFacts {
    let zones = ["Europe/Stockholm", "Europe/Helsinki", "Europe/Oslo"];
    let zone = zones.into_iter().cycle().nth(number as usize % zones.len()).unwrap_or("UTC");
    let starts_at = DateTime::<Utc>::UNIX_EPOCH + TimeDelta::hours(500_000 + i64::from(number) * 3);
    let points = ["The number and the gap", "What has moved?", "Ett åtagande var; beslut, åtgärder", "Päätökset"];
    let point = |title: &str| AgendaPoint {
        kind: ItemKind::Free,
        title: title.to_owned(),
        minutes: 10,
        owner: None,
        wanted: Wanted::Decide,
        reading: Vec::new(),
    };
    MeetingFacts {
        uid: format!("01J9ZK3V7Q8M4T2R5N6P{number:06}@sparsam.example"),
        title: format!("Säljmöte {number}, vecka – mål; nyheter & erkännande 🏆"),
        purpose: Purpose::Targets,
        status: Status::Confirmed,
        start: Zone::named(zone).map_or(starts_at.naive_utc(), |zone| zone.local(starts_at)),
        minutes: 30,
        zone: zone.to_owned(),
        starts_at,
        ends_at: starts_at + TimeDelta::minutes(30),
        format: Format::Video,
        place: "Sal 3, plan 2".to_owned(),
        video_url: Some(format!("https://meet.example/room-{number}")),
        organizer: Party { name: "Åsa Öberg".to_owned(), email: "asa@nordvik.example".to_owned() },
        company: "Nordvik AB".to_owned(),
        attendees: Vec::new(),
        agenda: points.map(point).to_vec(),
        open_guest_list: false,
        cancel_reason: String::new(),
    }
}

fn entry_of(facts: &MeetingFacts, words: &Words) -> Option<FeedEntry> {
    let page = Some("https://sparsam.example/meetings/01J9ZK3V7Q8M4T2R5N6P0W1X2Y");
    let created = DateTime::UNIX_EPOCH + TimeDelta::hours(490_000);
    let revision = Revision { facts, stamp: Stamp::first(created), created };
    entry(&revision, Detail::Full { words, page, reader: None })
}

/// The same bytes, pushed line by line into a text that is large enough.
fn single_pass(lines: &[&str], bytes: usize) -> String {
    let mut out = String::with_capacity(bytes);
    for line in lines {
        out.push_str(line);
    }
    out
}

fn feeds(c: &mut Criterion) {
    let words = words();
    let meetings: Vec<_> = (0..MEETINGS).map(meeting).collect();
    let entries: Vec<_> = meetings.iter().filter_map(|facts| entry_of(facts, &words)).collect();
    let head = FeedHead { name: "Säljteam Nord", refresh_minutes: 60 };
    let text = feed(&head, &entries);
    let lines: Vec<_> = text.split_inclusive('\n').collect();

    let mut group = c.benchmark_group("feed of 2,000 meetings");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("single pass", |b| b.iter(|| single_pass(black_box(&lines), text.len())));
    group.bench_function("joined", |b| b.iter(|| feed(black_box(&head), black_box(&entries))));
    group.bench_function("from objects", |b| {
        b.iter(|| {
            let entries: Vec<_> = meetings.iter().filter_map(|facts| entry_of(black_box(facts), &words)).collect();
            feed(&head, &entries)
        });
    });
    group.finish();
}

/// A description of a megabyte must take less than 50 ms.
fn folding(c: &mut Criterion) {
    let line = "Ett möte – 🏆 å ".repeat(50_000);
    c.bench_function("fold a megabyte", |b| {
        b.iter(|| {
            let mut out = String::with_capacity(line.len() * 2);
            wire::fold(black_box(&line), &mut out);
            out
        });
    });
}

criterion_group!(benches, feeds, folding);
criterion_main!(benches);
