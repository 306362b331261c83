//! Faults of the machine: a database that goes away, a disk without room, handlers that panic, a mail server that is
//! down for a day (trust goals T8, T17, T27, T29, T34).

mod restarts;

use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};

use chrono::TimeDelta;
use sparsam::{
    domain::{language::Language, person::Role},
    mail::transport::{Security, SmtpRelay, SmtpSettings},
    store::{self, Db},
    web::{
        access::Access,
        guard::{
            Guards, access_log::AccessLog, client_ip::TrustedProxies, headers::SecurityHeaders, origin::SiteOrigin,
        },
        routes,
        site::site_of,
    },
    worker::{
        delivery::{Choice, Delivery},
        outbox::{Outbox, run_due},
    },
};
use sqlx::{Connection as _, PgConnection};
use tokio::task::JoinSet;

use crate::support::{
    app::{BASE, Client, TestApp},
    db::{TestDb, on_both},
    dialogue::Dialogue,
    letters::{News, OLA, facts, moved},
    smtp::SmtpSink,
};

fn is_long() -> bool {
    std::env::var_os("SPARSAM_TEST_LONG").is_some()
}

/// A plan that only needs to be sent.
async fn ready(client: &mut Client, title: &str) -> Dialogue {
    let page = client.get("/meetings/new?purpose=targets&start=2026-11-25T14:00").await;
    let form = Dialogue::of(page, "plan").set("title", title).set("who", "ola@nordvik.example");
    Dialogue::of(form.press(client, "add-person").await, "plan")
}

async fn inconsistencies(site: &TestApp) -> (i64, i64) {
    let mut tx = site.db().begin_read().await.unwrap();
    let claims = store::claims::inconsistencies(&mut tx).await.unwrap();
    (claims, store::upkeep::meetings_without_mail(&mut tx).await.unwrap())
}

/// Cuts all connections of the site again and again, each time after a few more meetings.
async fn cut(site: &TestApp, planned: &AtomicUsize, cuts: usize) {
    let url = std::env::var("SPARSAM_TEST_POSTGRES").unwrap();
    let mut own = PgConnection::connect(&url).await.unwrap();
    let Db::Postgres(pool) = site.db() else { panic!("not PostgreSQL") };
    let name: String = sqlx::query_scalar("SELECT current_setting('application_name')").fetch_one(pool).await.unwrap();
    let mut done = 0;
    while done < cuts {
        let before = planned.load(Ordering::SeqCst);
        let killed: i64 = sqlx::query_scalar(
            "SELECT COUNT(*) FILTER (WHERE pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = $1",
        )
        .bind(&name)
        .fetch_one(&mut own)
        .await
        .unwrap();
        done += usize::from(killed > 0);
        while planned.load(Ordering::SeqCst) == before {
            tokio::task::yield_now().await;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_goes_away_doubles_and_loses_nothing() {
    let Some(db) = TestDb::postgres().await else { return };
    let (cuts, clients) = if is_long() { (100, 6) } else { (8, 4) };
    nothing_is_doubled_or_lost(db, clients, async |site, planned| cut(site, planned, cuts).await).await;
}

/// Several people plan meetings, each sending a form again until it is answered, while `fault` does its work.
async fn nothing_is_doubled_or_lost(db: TestDb, clients: usize, fault: impl AsyncFnOnce(&TestApp, &AtomicUsize)) {
    let (site, anna) = TestApp::nordvik(db).await;
    site.person("Ola Berg", Role::Member, Language::Nb).await;
    let mut anna = site.signed_in(&anna).await;
    let form = ready(&mut anna, "Targets").await;
    let (planned, failed) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let over = Arc::new(AtomicBool::new(false));
    let mut planning = JoinSet::new();
    for number in 0..clients {
        let (mut client, form, planned, failed) = (anna.clone(), form.clone(), planned.clone(), failed.clone());
        let (over, mut at) = (over.clone(), Vec::new());
        planning.spawn(async move {
            for turn in 0.. {
                let title = format!("Meeting {number} {turn}");
                let form = form
                    .clone()
                    .set("title", &title)
                    .set("once", &format!("key {number} {turn}"))
                    .set("limits_seen", "1");
                // As a person does: the same form again until it is answered.
                let location = loop {
                    let answer = form.press(&mut client, "send").await;
                    match answer.status.as_u16() {
                        303 if answer.location().starts_with("/meetings/") => break answer.location().to_owned(),
                        503 => failed.fetch_add(1, Ordering::SeqCst),
                        _ => panic!("{} {}: {}", answer.status, answer.location(), answer.body),
                    };
                };
                at.push((title, location));
                planned.fetch_add(1, Ordering::SeqCst);
                if over.load(Ordering::SeqCst) {
                    return at;
                }
            }
            at
        });
    }
    fault(&site, &planned).await;
    over.store(true, Ordering::SeqCst);
    let at: BTreeMap<String, String> = planning.join_all().await.into_iter().flatten().collect();
    assert!(failed.load(Ordering::SeqCst) > 0, "no request ever met the fault");
    let rows = site.rows("SELECT title, CAST(id AS TEXT), status FROM meeting").await;
    assert_eq!(rows.len(), at.len(), "doubled or lost");
    for (title, id, _) in rows {
        assert!(at[&title].contains(&id), "{title} is answered with {}", at[&title]);
    }
    let mails = site.count("SELECT COUNT(*) FROM outbox").await;
    assert_eq!(mails, i64::try_from(at.len() * 2).unwrap(), "one mail each for Anna and Ola");
    assert_eq!(inconsistencies(&site).await, (0, 0));
    for _ in 0..10 {
        anna.get("/").await.expect(200);
    }
}

#[tokio::test]
async fn without_room_on_the_disk_pages_work_and_nothing_is_half_written() {
    let (site, anna) = TestApp::nordvik(TestDb::sqlite().await).await;
    site.person("Ola Berg", Role::Member, Language::Nb).await;
    let mut anna = site.signed_in(&anna).await;
    let form = ready(&mut anna, "Targets").await;
    let Db::Sqlite { writer, .. } = site.db() else { panic!("not SQLite") };
    let pages: i64 = sqlx::query_scalar("PRAGMA page_count").fetch_one(writer).await.unwrap();
    let limit = |pages: i64| sqlx::AssertSqlSafe(format!("PRAGMA max_page_count = {pages}"));
    // The error is SQLite's own for a full disk (SQLITE_FULL), at different steps of the same transaction.
    for room in 0..6 {
        sqlx::query(limit(pages + room)).execute(writer).await.unwrap();
        let before = site.fingerprint().await;
        let mut long = form.clone().set("once", &format!("full {room}"));
        for n in 0..190 {
            long.fields.push(("guest".to_owned(), format!("n:{n}")));
            long.fields.push((format!("email:n:{n}"), format!("p{n}@kund.example")));
            long.fields.push((format!("why:n:{n}"), "x".repeat(500)));
        }
        let refused = long.press(&mut anna, "send").await;
        refused.expect(503).says("Back in a moment").says("<html lang=\"en\"");
        anna.get("/").await.expect(200);
        anna.get("/meetings").await.expect(200);
        assert_eq!(site.fingerprint().await, before, "{room}");
    }
    sqlx::query(limit(1_000_000)).execute(writer).await.unwrap();
    site.db().begin().await.unwrap().rollback().await.unwrap();
    form.press(&mut anna, "send").await.expect(303);
    assert_eq!(inconsistencies(&site).await, (0, 0));
    assert_eq!(store::upkeep::damage(site.db()).await.unwrap(), Vec::<String>::new());
}

#[tokio::test]
async fn a_handler_that_panics_fails_alone_and_says_so_in_the_readers_language() {
    on_both(async |db| {
        let (site, _) = TestApp::nordvik(db).await;
        let sanna = site.person("Sanna Koski", Role::Member, Language::Fi).await;
        let table = routes::all().page("/panic", Access::SignedIn, async || -> &'static str { panic!("planted") });
        let guards = Guards {
            trusted_proxies: TrustedProxies::default(),
            origin: SiteOrigin::of(&BASE.parse().unwrap()),
            headers: SecurityHeaders { https: false },
            access_log: Arc::new(AccessLog::new([1; 32])),
            body_bytes: 256 * 1024,
        };
        let router = site_of(table, site.reads.clone(), site.writes.clone(), guards);
        let site = TestApp { router, ..site };
        let mut sanna = site.signed_in(&sanna).await;
        let mut others = sanna.clone();
        for _ in 0..20 {
            let (page, other) = tokio::join!(sanna.get("/panic"), others.get("/"));
            let id = page.expect(500).headers["x-request-id"].to_str().unwrap();
            page.says("<html lang=\"fi\"").says("Meillä meni jotain vikaan").says(&format!("Viite: {id}"));
            page.does_not_say("planted");
            assert_eq!(page.headers["cache-control"], "no-store");
            other.expect(200);
        }
        site.browser().get("/panic").await.expect(303);
    })
    .await;
}

/// Three mails, one after the other, for each of so many recipients.
async fn queue(site: &TestApp, lanes: usize) {
    let mut cancelled = facts();
    cancelled.status = sparsam::domain::meeting::Status::Cancelled;
    let mut cancel = News::after(sparsam::domain::itip::plan::MessageKind::Cancelled, OLA, Language::En, cancelled);
    cancel.sequence = 2;
    let moved = News::after(sparsam::domain::itip::plan::MessageKind::Moved, OLA, Language::En, moved(facts()));
    let history = [News::invitation(OLA, Language::En), moved, cancel];
    let mut tx = site.db().begin().await.unwrap();
    for lane in 0..lanes {
        let rows: Vec<_> = history.iter().map(|news| news.row(&site.app, &format!("lane{lane}"))).collect();
        store::outbox::insert(&mut tx, &rows, site.now()).await.unwrap();
    }
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn after_a_day_without_mail_server_everything_leaves_in_order() {
    // Each lane has three mails.
    let (lanes, rate) = if is_long() { (667, 100) } else { (30, 60) };
    on_both(async |db| {
        let (site, _) = TestApp::nordvik(db).await;
        // Nobody listens on the port of a sink that is gone.
        let port = SmtpSink::start([]).await.port();
        let outbox = |port| {
            let settings = SmtpSettings {
                pool_size: 8,
                deadline: Duration::from_secs(20),
                ..SmtpSettings::new("127.0.0.1", port, Security::Plain)
            };
            let choice = Choice::fixed(Delivery::through(SmtpRelay::new(settings).unwrap()));
            Arc::new(Outbox::new(choice).with_rate(Some(rate)))
        };
        queue(&site, lanes).await;
        let down = outbox(port);
        let begun = site.now();
        while site.now() - begun < TimeDelta::hours(24) {
            run_due(&site.app, &down).await.unwrap();
            site.clock.pass(TimeDelta::minutes(20));
        }
        let waiting = i64::try_from(lanes * 3).unwrap();
        assert_eq!(site.count("SELECT COUNT(*) FROM outbox WHERE state = 'queued'").await, waiting, "none is given up");
        let sink = SmtpSink::start([]).await;
        let up = outbox(sink.port());
        for _ in 0..(30 * 10) {
            run_due(&site.app, &up).await.unwrap();
            site.clock.pass(TimeDelta::seconds(6));
        }
        assert_eq!(site.count("SELECT COUNT(*) FROM outbox WHERE state = 'accepted'").await, waiting);
        let received = sink.received();
        assert_eq!(received.len(), lanes * 3);
        let mut seen: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for mail in &received {
            let text = String::from_utf8_lossy(&mail.raw).into_owned();
            let id = text.lines().find_map(|line| line.strip_prefix("Message-ID: <")).unwrap().to_owned();
            let (lane, rest) = id.split_once('.').unwrap();
            seen.entry(lane.to_owned()).or_default().push(rest.to_owned());
        }
        assert_eq!(seen.len(), lanes);
        assert!(seen.values().all(|mails| mails.is_sorted() && mails.len() == 3), "{seen:?}");
    })
    .await;
}
