//! From the queue to the relay (trust goals T11 to T18, acceptance C24): the worker against a relay that fails on command.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
    time::Duration,
};

use chrono::TimeDelta;
use sparsam::{
    app::relay::seal_password,
    calendars::{Fetcher, Internet},
    domain::{
        itip::plan::MessageKind,
        language::Language,
        outside::Permitted,
        relay::{Relay, RelaySecurity},
    },
    mail::transport::{Security, SmtpRelay, SmtpSettings},
    store::{
        self,
        outbox::{Ended, Mail},
    },
    worker::{
        Jobs,
        calendars::Calendars,
        delivery::{Choice, Delivery},
        outbox::{Outbox, run_due},
        spawn_all,
    },
};
use uuid::Uuid;

use crate::support::{
    app::TestApp,
    db::on_both,
    letters::{EEVA, News, OLA, facts, moved},
    smtp::{
        Act::{Drop, Hang, Reply},
        Received, Rule, SmtpSink,
        Stage::{Body, Data, Greeting, Rcpt},
    },
};

const LONG: TimeDelta = TimeDelta::hours(3);

fn through(sink: &SmtpSink, deadline: Duration) -> Arc<Outbox> {
    let settings =
        SmtpSettings { deadline, pool_size: 8, ..SmtpSettings::new("127.0.0.1", sink.port(), Security::Plain) };
    Arc::new(Outbox::new(Choice::fixed(Delivery::through(SmtpRelay::new(settings).unwrap()))))
}

fn relay(sink: &SmtpSink) -> Arc<Outbox> {
    through(sink, Duration::from_secs(20))
}

/// A lane of its own, for a recipient of its own.
async fn queue(site: &TestApp, lane: &str, news: &[News]) {
    let mut tx = site.db().begin().await.unwrap();
    for one in news {
        let mut row = one.row(&site.app, lane);
        let mut letter = one.letter();
        letter.to.party.email = format!("{lane}@firm.example");
        row.recipient.clone_from(&letter.to.party.email);
        row.payload = serde_json::to_value(&letter).unwrap();
        store::outbox::insert(&mut tx, &[row], site.now()).await.unwrap();
    }
    tx.commit().await.unwrap();
}

fn invitation() -> News {
    News::invitation(OLA, Language::En)
}

fn history() -> [News; 3] {
    let mut cancelled = facts();
    cancelled.status = sparsam::domain::meeting::Status::Cancelled;
    let mut cancel = News::after(MessageKind::Cancelled, OLA, Language::En, cancelled);
    cancel.sequence = 2;
    [invitation(), News::after(MessageKind::Moved, OLA, Language::En, moved(facts())), cancel]
}

async fn rows(site: &TestApp) -> Vec<Mail> {
    let mut tx = site.db().begin_read().await.unwrap();
    let mut rows = Vec::new();
    for id in 1.. {
        match store::outbox::by_id(&mut tx, id).await.unwrap() {
            Some(row) => rows.push(row),
            None => break,
        }
    }
    rows
}

async fn states(site: &TestApp) -> Vec<String> {
    rows(site).await.into_iter().map(|row| row.state).collect()
}

fn header(raw: &[u8], name: &str) -> String {
    let text = String::from_utf8_lossy(raw).into_owned();
    let start = format!("{name}: ");
    text.lines().find_map(|line| line.strip_prefix(&start)).unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_queued_mail_arrives_once() {
    on_both(async |db| {
        let (site, _) = TestApp::nordvik(db).await;
        let sink = SmtpSink::start([]).await;
        let outbox = relay(&sink);
        queue(&site, "ola", &[invitation()]).await;
        assert_eq!(run_due(&site.app, &outbox).await.unwrap(), 1);
        assert_eq!(run_due(&site.app, &outbox).await.unwrap(), 0);
        let received = sink.received();
        assert_eq!(received.len(), 1);
        assert_eq!(
            (received[0].from.as_str(), received[0].to[0].as_str()),
            ("sparsam@nordvik.example", "ola@firm.example")
        );
        assert_eq!(header(&received[0].raw, "From"), "\"Anna Lind via Sparsam\" <sparsam@nordvik.example>");
        let row = &rows(&site).await[0];
        assert_eq!((row.state.as_str(), row.reply.as_deref()), ("accepted", Some("250 2.0.0 queued as 1")));
    })
    .await;
}

#[tokio::test]
async fn what_is_not_due_waits() {
    let (site, _) = TestApp::nordvik(crate::support::db::TestDb::sqlite().await).await;
    let sink = SmtpSink::start([]).await;
    queue(&site, "ola", &[invitation()]).await;
    site.clock.pass(TimeDelta::seconds(-1));
    assert_eq!(run_due(&site.app, &relay(&sink)).await.unwrap(), 0);
    site.clock.pass(TimeDelta::seconds(1));
    assert_eq!(run_due(&site.app, &relay(&sink)).await.unwrap(), 1);
}

#[tokio::test]
async fn a_doubled_mail_is_the_same_to_the_byte() {
    on_both(async |db| {
        let (site, _) = TestApp::nordvik(db).await;
        let sink = SmtpSink::start([Rule::at(Body, Drop).times(2)]).await;
        queue(&site, "ola", &[invitation()]).await;
        for _ in 0..3 {
            run_due(&site.app, &relay(&sink)).await.unwrap();
            site.clock.pass(LONG);
        }
        let received = sink.received();
        assert_eq!(received.len(), 3);
        assert!(received.iter().all(|mail| mail.raw == received[0].raw), "a retry differs");
        assert_eq!(states(&site).await, ["accepted"]);
    })
    .await;
}

#[tokio::test]
async fn a_cancellation_never_overtakes() {
    let meetings = if std::env::var("SPARSAM_TEST_LONG").is_ok() { 500 } else { 60 };
    on_both(async |db| {
        let (site, _) = TestApp::nordvik(db).await;
        // Every tenth mail is put off, and some connections break after the mail has arrived.
        let faults = (0..meetings / 3).map(|_| Rule::at(Body, Reply("451 4.3.0 later")).times(1));
        let sink = SmtpSink::start(faults.chain([Rule::at(Body, Drop).times(4)])).await;
        for meeting in 0..meetings {
            queue(&site, &format!("lane{meeting}"), &history()).await;
        }
        let first = relay(&sink);
        let second = relay(&sink);
        for _ in 0..8 {
            let (a, b) = tokio::join!(run_due(&site.app, &first), run_due(&site.app, &second));
            a.unwrap();
            b.unwrap();
            site.clock.pass(LONG);
        }
        assert!(states(&site).await.iter().all(|state| state == "accepted"));
        let mut lanes: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for Received { to, raw, .. } in sink.received() {
            lanes.entry(to[0].clone()).or_default().push(header(&raw, "Message-ID"));
        }
        assert_eq!(lanes.len(), meetings);
        for (lane, mut ids) in lanes {
            assert!(ids.is_sorted(), "{lane}: {ids:?}");
            ids.dedup();
            assert_eq!(ids.len(), 3, "{lane}");
        }
    })
    .await;
}

#[tokio::test]
async fn who_lost_a_claim_writes_nothing() {
    on_both(async |db| {
        let (site, _) = TestApp::nordvik(db).await;
        let sink = SmtpSink::start([]).await;
        queue(&site, "ola", &history()[..2]).await;
        let zombie: Uuid = site.app.new_id();
        let mut tx = site.db().begin().await.unwrap();
        let now = site.now();
        let held = store::outbox::claim(&mut tx, now, (zombie, now + TimeDelta::seconds(120)), 10).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(held.len(), 1, "only the first of a lane");
        assert_eq!(run_due(&site.app, &relay(&sink)).await.unwrap(), 0, "claimed by another");
        site.clock.pass(TimeDelta::seconds(121));
        assert_eq!(run_due(&site.app, &relay(&sink)).await.unwrap(), 2, "taken over (T18)");
        let mut tx = site.db().begin().await.unwrap();
        let late =
            store::outbox::finish(&mut tx, (held[0].id, zombie), &Ended::Refused, "late", site.now()).await.unwrap();
        tx.commit().await.unwrap();
        assert!(!late);
        assert_eq!(states(&site).await, ["accepted", "accepted"]);
    })
    .await;
}

#[tokio::test]
async fn a_hanging_server_delays_only_its_own_mail() {
    on_both(async |db| {
        let (site, _) = TestApp::nordvik(db).await;
        let sink = SmtpSink::start([Rule::at(Rcpt, Hang).only_for("ola@firm.example")]).await;
        for lane in ["ola", "sanna", "eeva", "bo"] {
            queue(&site, lane, &[invitation()]).await;
        }
        run_due(&site.app, &through(&sink, Duration::from_millis(300))).await.unwrap();
        assert_eq!(states(&site).await, ["queued", "accepted", "accepted", "accepted"]);
        let ola = &rows(&site).await[0];
        assert!(ola.reply.as_deref().unwrap().starts_with("no answer within"), "{ola:?}");
        assert!(ola.not_before - site.now() >= TimeDelta::seconds(30));
    })
    .await;
}

#[tokio::test]
async fn a_greylisted_mail_is_tried_again_later_and_later() {
    on_both(async |db| {
        let (site, _) = TestApp::nordvik(db).await;
        let sink = SmtpSink::start([Rule::at(Rcpt, Reply("451 4.7.1 greylisted")).times(4)]).await;
        queue(&site, "ola", &[invitation()]).await;
        let mut pauses = Vec::new();
        while states(&site).await == ["queued"] {
            run_due(&site.app, &relay(&sink)).await.unwrap();
            let row = rows(&site).await.remove(0);
            let pause = row.not_before - site.now();
            if row.state == "queued" {
                assert_eq!(row.reply.as_deref(), Some("451 4.7.1 greylisted"));
                assert_eq!(run_due(&site.app, &relay(&sink)).await.unwrap(), 0, "not before its time");
                pauses.push(pause.num_seconds());
                site.clock.pass(pause);
            }
        }
        assert_eq!(sink.received().len(), 1);
        for (pause, about) in pauses.iter().zip([30, 60, 120, 240]) {
            assert!((about * 4 / 5..=about * 6 / 5).contains(pause), "{pauses:?}");
        }
        assert_eq!(pauses.len(), 4);
    })
    .await;
}

#[tokio::test]
async fn a_refusal_ends_this_recipient_only() {
    on_both(async |db| {
        let (site, _) = TestApp::nordvik(db).await;
        let sink = SmtpSink::start([
            Rule::at(Rcpt, Reply("550 5.1.1 no such user")).only_for("ola@firm.example"),
            Rule::at(Data, Reply("552 5.2.2 mailbox full")).only_for("bo@firm.example"),
        ])
        .await;
        queue(&site, "ola", &history()).await;
        queue(&site, "bo", &[invitation()]).await;
        queue(&site, "eeva", &history()).await;
        run_due(&site.app, &relay(&sink)).await.unwrap();
        let rows = rows(&site).await;
        let state = |at: usize| (rows[at].state.as_str(), rows[at].reply.as_deref().unwrap_or(""));
        for row in 0..3 {
            assert_eq!(state(row), ("refused", "550 5.1.1 no such user"), "the rest of the lane ends with it");
        }
        assert_eq!(state(3), ("refused", "552 5.2.2 mailbox full"));
        assert!(rows[4..].iter().all(|row| row.state == "accepted"));
        let tries = sink.commands().iter().filter(|word| *word == "RCPT").count();
        site.clock.pass(TimeDelta::days(1));
        run_due(&site.app, &relay(&sink)).await.unwrap();
        assert_eq!(sink.commands().iter().filter(|word| *word == "RCPT").count(), tries, "no retry");
    })
    .await;
}

#[tokio::test]
async fn a_mail_is_given_up_after_three_days() {
    on_both(async |db| {
        let (site, _) = TestApp::nordvik(db).await;
        let sink = SmtpSink::start([Rule::at(Greeting, Reply("554 5.3.2 no service"))]).await;
        queue(&site, "ola", &[invitation()]).await;
        let mut tries = 0;
        while states(&site).await == ["queued"] && tries < 200 {
            tries += run_due(&site.app, &relay(&sink)).await.unwrap();
            site.clock.pass(TimeDelta::hours(2));
        }
        assert_eq!(states(&site).await, ["given_up"]);
        assert!((30..=50).contains(&tries), "{tries}");
    })
    .await;
}

#[tokio::test]
async fn an_unreadable_letter_keeps_nobody_else_waiting() {
    on_both(async |db| {
        let (site, _) = TestApp::nordvik(db).await;
        let sink = SmtpSink::start([]).await;
        let mut rows = vec![invitation().row(&site.app, "broken"), invitation().row(&site.app, "faulty")];
        rows[0].payload = serde_json::json!({ "to": 1 });
        let text = rows[1].payload.to_string().replace("BEGIN:VEVENT\\r\\n", "BEGIN:VEVENT\\r\\nX-A:1\\r\\n");
        rows[1].payload = serde_json::from_str(&text).unwrap();
        let mut tx = site.db().begin().await.unwrap();
        store::outbox::insert(&mut tx, &rows, site.now()).await.unwrap();
        tx.commit().await.unwrap();
        queue(&site, "ola", &[invitation()]).await;
        run_due(&site.app, &relay(&sink)).await.unwrap();
        assert_eq!(states(&site).await, ["refused", "refused", "accepted"]);
        let replies: Vec<String> = self::rows(&site).await.into_iter().filter_map(|row| row.reply).collect();
        assert!(replies[0].contains("cannot be read") && replies[1].contains("breaks a rule"), "{replies:?}");
    })
    .await;
}

#[tokio::test]
async fn the_rate_is_kept() {
    on_both(async |db| {
        let (site, _) = TestApp::nordvik(db).await;
        let sink = SmtpSink::start([]).await;
        let settings = SmtpSettings::new("127.0.0.1", sink.port(), Security::Plain);
        let delivery = Choice::fixed(Delivery::through(SmtpRelay::new(settings).unwrap()));
        let outbox = Arc::new(Outbox::new(delivery).with_rate(Some(60)));
        for lane in 0..80 {
            queue(&site, &format!("lane{lane}"), &[invitation()]).await;
        }
        let mut sent = 0;
        for _ in 0..60 {
            sent += run_due(&site.app, &outbox).await.unwrap();
            site.clock.pass(TimeDelta::seconds(1));
        }
        assert!((55..=66).contains(&sent), "{sent}");
    })
    .await;
}

#[tokio::test]
async fn the_built_in_mailbox_keeps_each_mail_once() {
    on_both(async |db| {
        let (site, _) = TestApp::nordvik(db).await;
        queue(&site, "ola", &history()).await;
        let outbox = Arc::new(Outbox::new(Choice::set_up()));
        assert_eq!(run_due(&site.app, &outbox).await.unwrap(), 3);
        assert_eq!(run_due(&site.app, &outbox).await.unwrap(), 0);
        let mut tx = site.db().begin_read().await.unwrap();
        let kept = store::mailbox::list(&mut tx, "ola@firm.example", 0).await.unwrap();
        let words: Vec<&str> = kept.iter().filter_map(|line| line.subject.split(':').next()).collect();
        assert_eq!(words, ["Cancelled", "Moved", "Invitation"]);
        assert_eq!(kept.iter().map(|line| line.id).collect::<BTreeSet<_>>().len(), 3);
    })
    .await;
}

#[tokio::test]
async fn a_relay_set_up_meanwhile_counts_at_once() {
    on_both(async |db| {
        let (site, _) = TestApp::nordvik(db).await;
        let sink = SmtpSink::start([]).await;
        let outbox = Arc::new(Outbox::new(Choice::set_up()));
        queue(&site, "one", &[invitation()]).await;
        run_due(&site.app, &outbox).await.unwrap();
        assert_eq!(sink.received().len(), 0, "the built-in mailbox has it");
        site.clock.pass(TimeDelta::seconds(1));
        let relay = Relay {
            host: "127.0.0.1".to_owned(),
            port: sink.port(),
            security: RelaySecurity::Plain,
            username: Some("nordvik".to_owned()),
            sealed_password: Some(seal_password(&site.app, "secret words").unwrap()),
            from: "sparsam@nordvik.example".to_owned(),
        };
        let save = async |relay: Relay| {
            let mut tx = site.db().begin().await.unwrap();
            let mut organization = store::organization::load(&mut tx).await.unwrap().unwrap();
            organization.relay = Some(relay.into());
            organization.updated_at = site.now();
            store::organization::save(&mut tx, &organization).await.unwrap();
            tx.commit().await.unwrap();
        };
        save(relay.clone()).await;
        queue(&site, "two", &[invitation()]).await;
        run_due(&site.app, &outbox).await.unwrap();
        assert_eq!(sink.received().len(), 1);
        assert!(sink.commands().contains(&"AUTH".to_owned()), "signs in with the opened password");

        site.clock.pass(TimeDelta::seconds(1));
        save(Relay { sealed_password: Some("00ff".to_owned()), ..relay }).await;
        queue(&site, "three", &[invitation()]).await;
        run_due(&site.app, &outbox).await.unwrap();
        assert_eq!(states(&site).await, ["accepted", "accepted", "queued"], "wrong settings lose nothing");
    })
    .await;
}

#[tokio::test]
async fn the_worker_wakes_sends_and_stops() {
    on_both(async |db| {
        let (site, _) = TestApp::nordvik(db).await;
        let sink = SmtpSink::start([]).await;
        let (stop, stopped) = tokio::sync::watch::channel(false);
        let asked = Arc::new(std::sync::atomic::AtomicUsize::new(0));
        let counter = Arc::clone(&asked);
        let seen = move || {
            counter.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
            Vec::new()
        };
        let settings = SmtpSettings::new("127.0.0.1", sink.port(), Security::Plain);
        let delivery = Choice::fixed(Delivery::through(SmtpRelay::new(settings).unwrap()));
        let calendars = Calendars::new(Fetcher::new(Internet, Permitted::default()));
        let fetched = Box::new(Vec::new);
        let jobs = Jobs { outbox: Outbox::new(delivery), calendars, folders: None, seen: Box::new(seen), fetched };
        let workers = spawn_all(&site.app, jobs, &stopped);
        queue(&site, "ola", &history()).await;
        site.app.wake_worker();
        sink.wait_for(3).await;
        stop.send_replace(true);
        workers.join_all().await;
        assert_eq!(states(&site).await, ["accepted", "accepted", "accepted"], "what was on its way is finished");
        assert_eq!(asked.load(std::sync::atomic::Ordering::SeqCst), 1, "the last sessions are written at the stop");
    })
    .await;
}

#[tokio::test]
async fn customers_get_links_that_open() {
    let (site, _) = TestApp::nordvik(crate::support::db::TestDb::sqlite().await).await;
    queue(&site, "eeva", &[News::invitation(EEVA, Language::Sv)]).await;
    run_due(&site.app, &Arc::new(Outbox::new(Choice::set_up()))).await.unwrap();
    let mut tx = site.db().begin_read().await.unwrap();
    let line = store::mailbox::list(&mut tx, "", 0).await.unwrap().remove(0);
    let raw = store::mailbox::by_id(&mut tx, line.id).await.unwrap().unwrap().raw;
    let text = String::from_utf8(raw).unwrap().replace("=\r\n", "");
    for (path, purpose, row) in [
        ("/r/", sparsam::identity::link::LinkPurpose::ANSWER, crate::support::letters::attendee(EEVA).uuid()),
        ("/p/", sparsam::identity::link::LinkPurpose::NO_MORE_INVITATIONS, Uuid::from_u128(77)),
    ] {
        let token = site.app.links().token(purpose, row, 1);
        assert!(text.contains(&format!("http://localhost:3000{path}{token}")), "{path}:\n{text}");
    }
}
