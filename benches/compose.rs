//! From a frozen invitation to signed bytes, step by step; and a description of a megabyte.

#[path = "shared/invitation.rs"]
mod invitation;

use std::hint::black_box;

use anyhow::Result;
use chrono::{DateTime, TimeDelta};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use sparsam::{
    domain::{
        itip::{compose::visible_to, lint, wire::Writer},
        letter::MailLinks,
    },
    mail::{
        dkim::Signer,
        mime::compose,
        outgoing::{Postmark, write},
    },
};

const KEY: &str = include_str!("../tests/golden/mail/dkim-test-key.pem");

fn steps(c: &mut Criterion) -> Result<()> {
    let now = DateTime::UNIX_EPOCH + TimeDelta::hours(500_000);
    let letter = invitation::letter(7, now)?;
    let facts = invitation::facts(7, now);
    let object = invitation::object(&facts, now)?;
    let seen: Vec<&str> = facts
        .attendee(invitation::READER)
        .map(|reader| visible_to(&facts, reader).iter().map(|person| person.email.as_str()).collect())
        .unwrap_or_default();
    let answer = Some("https://sparsam.example/a/0123456789abcdefghjkmnpqrstvwxyz".to_owned());
    let links = MailLinks { answer, ..MailLinks::default() };
    let postmark =
        Postmark { service_address: invitation::SERVICE, message_id: "7.bench@sparsam.example", links: &links };
    let written = write(&letter, &postmark)?;
    let signer = Signer::new(KEY, "sparsam.example", "s1")?;
    let unsigned = compose(&written, None)?;

    let mut group = c.benchmark_group("one invitation");
    group.bench_function("calendar object, judged", |b| b.iter(|| invitation::object(black_box(&facts), now)));
    group.bench_function("judging alone", |b| b.iter(|| lint::message(black_box(&object), &seen)));
    group.bench_function("words, judged again", |b| b.iter(|| write(black_box(&letter), &postmark)));
    group.bench_function("MIME", |b| b.iter(|| compose(black_box(&written), None)));
    group.bench_function("signature", |b| b.iter(|| signer.header_for(black_box(&unsigned.raw), now)));
    group.bench_function("MIME with signature", |b| b.iter(|| compose(black_box(&written), Some(&signer))));
    group.finish();
    Ok(())
}

/// The time must grow with the length and no faster; a megabyte must take less than 50 ms.
fn descriptions(c: &mut Criterion) {
    let mut group = c.benchmark_group("description");
    for kilobytes in [64_usize, 256, 1024] {
        let text = "Ett möte – 🏆; rad ett,\nrad två ".repeat(kilobytes * 1024 / 36);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(format!("{kilobytes} KiB")), &text, |b, text| {
            b.iter(|| {
                let mut out = Writer::with_capacity(4096);
                out.text("DESCRIPTION", black_box(text));
                out.finish()
            });
        });
    }
    group.finish();
}

#[expect(clippy::panic, reason = "a benchmark without its data has nothing to measure")]
fn invitations(c: &mut Criterion) {
    if let Err(error) = steps(c) {
        panic!("{error:#}");
    }
}

criterion_group!(benches, invitations, descriptions);
criterion_main!(benches);
