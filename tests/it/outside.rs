//! Outside calendars from the form to the busy time that planning asks for: connected, read by the worker, failing,
//! told, recovered, disconnected.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use sparsam::{
    app::read_calendars::{self, Outcome},
    domain::{
        ids::PersonId,
        language::Language,
        limits::facts::Outside,
        outside::{Block, Permitted, Trouble},
        person::{PersonState, Role},
        time::Interval,
    },
    store::{
        self,
        outside::{OutsideCalendar, OutsideTime},
        people::Person,
    },
    worker::calendars::{Calendars, run_due},
};

use crate::support::{
    app::{Client, TestApp},
    calendars::{CalendarServer, HOST, Here, Reply, calendar, fetcher},
    db::{TestDb, on_both},
    dialogue::Dialogue,
    overheard::Overheard,
    tables::contents,
};

/// The part of an address that nobody else may see.
const SECRET: &str = "private-5f0c2a9e7b";

struct Stage {
    site: TestApp,
    anna: Person,
    browser: Client,
    server: CalendarServer,
    here: Here,
    worker: Arc<Calendars>,
}

fn at(text: &str) -> DateTime<Utc> {
    format!("{text}Z").parse().unwrap()
}

fn span(from: &str, to: &str) -> Interval {
    Interval::new(at(from), at(to)).unwrap()
}

/// Three meetings that make two blocks, and one that is not firm.
fn november() -> String {
    calendar(&[
        ("20261125T090000Z", "20261125T100000Z", ""),
        ("20261125T093000Z", "20261125T110000Z", ""),
        ("20261126T120000Z", "20261126T130000Z", "RRULE:FREQ=WEEKLY;COUNT=2"),
        ("20261127T080000Z", "20261127T090000Z", "STATUS:TENTATIVE"),
        ("20261127T140000Z", "20261127T150000Z", "TRANSP:TRANSPARENT"),
    ])
}

fn firm() -> Vec<Interval> {
    vec![span("2026-11-25T09:00:00", "2026-11-25T11:00:00"), span("2026-11-26T12:00:00", "2026-11-26T13:00:00")]
}

impl Stage {
    async fn set(db: TestDb) -> Self {
        let (site, anna) = TestApp::nordvik(db).await;
        let browser = site.signed_in(&anna).await;
        let server = CalendarServer::encrypted(&[Reply::calendar(&november())]).await;
        let here = Here::leading_to(&server);
        let worker = Arc::new(Calendars::new(fetcher(&here, Permitted::default())));
        Self { site, anna, browser, server, here, worker }
    }

    /// By the form, as a browser without scripts.
    async fn connect(&mut self, name: &str, host: &str) {
        let page = self.browser.get("/settings/calendars").await;
        let address = format!("webcal://{host}/{SECRET}/basic.ics");
        let form = Dialogue::of(page, "connect").set("name", name).set("address", &address);
        form.press(&mut self.browser, "").await.expect(303);
    }

    async fn read(&self) -> usize {
        run_due(&self.site.app, &self.worker).await.unwrap()
    }

    /// Lets time pass and reads what is due then.
    async fn later(&self, minutes: i64) -> usize {
        self.site.clock.pass(TimeDelta::minutes(minutes));
        self.read().await
    }

    async fn page(&mut self) -> String {
        self.browser.get("/settings/calendars").await.expect(200).body.clone()
    }

    /// What planning in the week of November 23 asks.
    async fn time(&self) -> Option<OutsideTime> {
        self.time_of(self.anna.id).await
    }

    async fn time_of(&self, person: PersonId) -> Option<OutsideTime> {
        let week = span("2026-11-22T23:00:00", "2026-11-29T23:00:00");
        let mut tx = self.site.db().begin_read().await.unwrap();
        let people = [self.anna.id, person];
        store::outside::busy_of(&mut tx, &people, week, self.site.now()).await.unwrap().remove(&person)
    }

    async fn outside(&self) -> Outside {
        self.time().await.unwrap().outside
    }

    async fn row(&self) -> OutsideCalendar {
        let mut tx = self.site.db().begin_read().await.unwrap();
        store::outside::of_person(&mut tx, self.anna.id).await.unwrap().remove(0)
    }

    async fn mails(&self) -> usize {
        self.site.outbox().await.iter().filter(|(kind, ..)| kind == "calendar").count()
    }
}

#[tokio::test]
async fn a_connected_calendar_makes_busy_time() {
    on_both(async |db| {
        let mut stage = Stage::set(db).await;
        assert_eq!(stage.time().await, None, "without calendars there is nothing to know");
        stage.connect("Home", HOST).await;
        assert_eq!(stage.outside().await, Outside::Unknown, "never read");
        assert!(stage.page().await.contains("Not read yet"));
        assert_eq!(stage.read().await, 1);
        let time = stage.time().await.unwrap();
        assert_eq!((time.firm, time.outside), (firm(), Outside::Known));
        assert_eq!(time.tentative, [span("2026-11-27T08:00:00", "2026-11-27T09:00:00")]);
        stage.site.clock.pass(TimeDelta::minutes(12));
        let page = stage.page().await;
        assert!(page.contains("Home") && page.contains(HOST) && page.contains("Read 12 minutes ago."), "{page}");
        assert_eq!(stage.read().await, 0, "not due before a quarter of an hour has passed");
        assert_eq!(stage.later(4).await, 1);
        assert!(stage.server.requests()[0].starts_with(&format!("GET /{SECRET}/basic.ics ")));
    })
    .await;
}

#[tokio::test]
async fn the_address_and_what_it_holds_are_nowhere_to_be_read() {
    on_both(async |db| {
        let ear = Overheard::listen();
        let mut stage = Stage::set(db).await;
        ear.take();
        ear.during(async {
            stage.connect("Home", HOST).await;
            stage.read().await;
            for reply in
                [Reply::status("404 Not Found"), Reply::calendar("BEGIN:VCALENDAR\r\nX"), Reply::Says(Vec::new())]
            {
                stage.server.now_says(&[reply]);
                stage.later(20).await;
            }
        })
        .await;
        let said = ear.take();
        assert!(said.iter().any(|(_, text)| text.contains("outside calendar could not be")), "{said:?}");
        assert!(!said.iter().any(|(_, text)| text.contains(SECRET) || text.contains("Persson")), "{said:?}");
        for (table, rows) in contents(stage.site.db()).await {
            let found = rows.iter().find(|row| row.contains(SECRET) || row.contains("Persson"));
            assert_eq!(found, None, "{table}");
        }
        assert!(!stage.page().await.contains(SECRET));
    })
    .await;
}

#[tokio::test]
async fn versions_are_asked_for_but_not_trusted_for_long() {
    on_both(async |db| {
        let mut stage = Stage::set(db).await;
        let tagged = |text: &str| Reply::with("200 OK", &[("etag", "\"same\"")], text.as_bytes());
        stage.server.now_says(&[tagged(&november()), Reply::status("304 Not Modified")]);
        stage.connect("Home", HOST).await;
        stage.read().await;
        assert_eq!(stage.later(20).await, 1);
        let asked = stage.server.requests()[1].to_lowercase();
        assert!(asked.contains("if-none-match: \"same\""), "{asked}");
        let row = stage.row().await;
        assert_eq!((row.read_at, row.failure), (Some(stage.site.now()), None), "unchanged is as good as read");
        assert_eq!(stage.time().await.unwrap().firm, firm());
        // Other content under the same name: what came counts, not what it is called.
        let other = calendar(&[("20261128T090000Z", "20261128T100000Z", "")]);
        stage.server.now_says(&[tagged(&other)]);
        stage.later(20).await;
        assert_eq!(stage.time().await.unwrap().firm, [span("2026-11-28T09:00:00", "2026-11-28T10:00:00")]);
        // Within a day everything is read anew, whatever the server says about its changes.
        stage.later(21 * 60).await;
        let asked = stage.server.requests().last().unwrap().to_lowercase();
        assert!(!asked.contains("if-none-match"), "{asked}");
    })
    .await;
}

#[tokio::test]
async fn a_failing_calendar_grows_old_and_its_owner_is_told_once() {
    on_both(async |db| {
        let mut stage = Stage::set(db).await;
        stage.connect("Home", HOST).await;
        stage.read().await;
        stage.server.now_says(&[Reply::status("500 Oops")]);
        let failed_at = stage.site.now() + TimeDelta::minutes(16);
        assert_eq!(stage.later(16).await, 1);
        assert_eq!(
            (stage.row().await.failing_since, stage.mails().await),
            (Some(failed_at), 0),
            "one failure is a hiccup"
        );
        stage.browser.get("/").await.says("Your calendar “Home” cannot be read (since").says("Try now");
        assert_eq!(stage.outside().await, Outside::Known, "what was read half an hour ago is still good");
        for _ in 0..2 {
            assert_eq!(stage.later(16).await, 1);
        }
        assert_eq!(stage.mails().await, 1, "within the hour");
        let page = stage.page().await;
        assert!(page.contains("Could not be read since") && page.contains("reports an error"), "{page}");
        for _ in 0..8 {
            stage.later(6 * 60 + 1).await;
        }
        assert_eq!((stage.outside().await, stage.mails().await), (Outside::Unknown, 1), "two days later");
        assert_eq!(stage.time().await.unwrap().firm, firm(), "what was busy is not free");
        stage.browser = stage.site.signed_in(&stage.anna).await;
        assert!(stage.page().await.contains("it is not known when you are free"));
        // It comes back, and the next trouble is news again.
        stage.server.now_says(&[Reply::calendar(&november())]);
        stage.later(6 * 60 + 1).await;
        let row = stage.row().await;
        assert_eq!((row.failure, row.failing_since, row.failures, row.told_at), (None, None, 0, None));
        stage.browser.get("/").await.does_not_say("cannot be read (since");
        stage.server.now_says(&[Reply::status("404 Not Found")]);
        for _ in 0..4 {
            stage.later(16).await;
        }
        assert_eq!((stage.outside().await, stage.mails().await), (Outside::Unknown, 2));
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_evaluated_is_unknown_at_once() {
    on_both(async |db| {
        let mut stage = Stage::set(db).await;
        stage.connect("Home", HOST).await;
        stage.read().await;
        for text in [
            "<html>Please sign in</html>".to_owned(),
            november().replace("END:VCALENDAR", ""),
            calendar(&[("20261125T090000Z", "20261125T100000Z", "RRULE:FREQ=SECONDLY")]),
            calendar(&[("20261125T256100Z", "20261125T100000Z", "")]),
        ] {
            stage.server.now_says(&[Reply::calendar(&text)]);
            stage.site.clock.pass(TimeDelta::hours(7));
            stage.read().await;
            assert_eq!(stage.row().await.failure, Some(Trouble::NotACalendar), "{text}");
            let time = stage.time().await.unwrap();
            assert_eq!((time.outside, time.firm), (Outside::Unknown, firm()), "{text}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_new_address_of_a_calendar_that_moved_is_shown_to_its_owner_alone() {
    on_both(async |db| {
        let mut stage = Stage::set(db).await;
        stage.server.now_says(&[Reply::with(
            "301 Moved",
            &[("location", "https://new.test/key-8842"), ("x", "y")],
            b"",
        )]);
        stage.connect("Home", HOST).await;
        stage.read().await;
        let page = stage.page().await;
        assert!(page.contains("https://new.test/key-8842") && page.contains("has moved"), "{page}");
        for (table, rows) in contents(stage.site.db()).await {
            assert!(!rows.iter().any(|row| row.contains("key-8842")), "{table}");
        }
        assert_eq!(stage.server.requests().len(), 1, "not followed");
    })
    .await;
}

#[tokio::test]
async fn several_instances_share_the_work_and_ask_no_host_twice_at_a_time() {
    on_both(async |db| {
        let mut stage = Stage::set(db).await;
        for (name, host) in [("One", HOST), ("Two", HOST), ("Three", "other.test")] {
            stage.connect(name, host).await;
        }
        let app = &stage.site.app;
        let (first, second) = tokio::join!(read_calendars::claim(app, 8), read_calendars::claim(app, 8));
        let mut claimed = [first.unwrap(), second.unwrap()].concat();
        assert_eq!(claimed.len(), 2, "one for each host");
        assert!(read_calendars::claim(app, 8).await.unwrap().is_empty());
        // One instance stands still beyond its claim; another takes over, and the first may not write any more.
        let stuck = claimed.remove(0);
        stage.site.clock.pass(TimeDelta::seconds(121));
        let again = read_calendars::claim(app, 8).await.unwrap();
        let ours = again.iter().find(|due| due.id() == stuck.id()).expect("claimed again");
        let block = |day: &str| {
            vec![Block { span: span(&format!("{day}T09:00:00"), &format!("{day}T10:00:00")), tentative: false }]
        };
        let outcome = |day| Outcome::Read(None, None, block(day));
        read_calendars::finish(app, ours, outcome("2026-11-24"), 15).await.unwrap();
        read_calendars::finish(app, &stuck, outcome("2026-11-25"), 15).await.unwrap();
        read_calendars::finish(app, &stuck, Outcome::Failed(Trouble::Slow, None), 15).await.unwrap();
        let time = stage.time().await.unwrap();
        assert_eq!(time.firm, [span("2026-11-24T09:00:00", "2026-11-24T10:00:00")]);
        assert_eq!(time.outside, Outside::Unknown, "the others were not read yet");
    })
    .await;
}

#[tokio::test]
async fn calendars_of_people_who_left_are_not_read() {
    on_both(async |db| {
        let mut stage = Stage::set(db).await;
        stage.connect("Home", HOST).await;
        let left = Person { state: PersonState::Deactivated, ..stage.anna.clone() };
        let mut tx = stage.site.db().begin().await.unwrap();
        store::people::update(&mut tx, &left).await.unwrap();
        assert_eq!(store::outside::next_due(&mut tx).await.unwrap(), None);
        tx.commit().await.unwrap();
        assert_eq!(stage.read().await, 0);
    })
    .await;
}

#[tokio::test]
async fn busy_time_of_many_people_is_kept_apart() {
    on_both(async |db| {
        let mut stage = Stage::set(db).await;
        let ola = stage.site.person("Ola Berg", Role::Member, Language::Nb).await;
        stage.connect("Home", HOST).await;
        stage.read().await;
        let (anna, browser) = (stage.anna.id, stage.browser.clone());
        stage.browser = stage.site.signed_in(&ola).await;
        stage.server.now_says(&[Reply::calendar(&calendar(&[("20261125T103000Z", "20261125T120000Z", "")]))]);
        stage.connect("Hjemme", HOST).await;
        stage.read().await;
        assert_eq!(stage.time_of(anna).await.unwrap().firm, firm());
        let theirs = stage.time_of(ola.id).await.unwrap();
        assert_eq!(theirs.firm, [span("2026-11-25T10:30:00", "2026-11-25T12:00:00")]);
        // A second calendar of the same person is merged with the first.
        stage.browser = browser;
        stage.connect("Again", HOST).await;
        stage.read().await;
        let merged = stage.time_of(anna).await.unwrap();
        assert_eq!(merged.firm[0], span("2026-11-25T09:00:00", "2026-11-25T12:00:00"));
        let mut tx = stage.site.db().begin_read().await.unwrap();
        let far = span("2027-09-01T09:00:00", "2027-09-01T10:00:00");
        let beyond = store::outside::busy_of(&mut tx, &[anna], far, stage.site.now()).await.unwrap();
        assert_eq!(beyond[&anna].outside, Outside::Unknown, "nobody looked that far ahead");
    })
    .await;
}

#[tokio::test]
async fn times_that_are_taken_elsewhere_are_not_proposed() {
    on_both(async |db| {
        let mut stage = Stage::set(db).await;
        stage.site.person("Ola Berg", Role::Member, Language::Nb).await;
        stage.server.now_says(&[Reply::calendar(&calendar(&[("20261123T000000Z", "20261128T000000Z", "")]))]);
        stage.connect("Fair", HOST).await;
        stage.read().await;
        let form =
            Dialogue::of(stage.browser.get("/meetings/new?purpose=targets").await, "plan").set("who", "Ola Berg");
        let offered = Dialogue::of(form.press(&mut stage.browser, "add-person").await, "plan").proposed_times();
        assert!(offered.len() == 6 && offered.iter().all(|at| at.as_str() > "2026-11-28"), "{offered:?}");
    })
    .await;
}

#[tokio::test]
async fn forms_are_judged_field_by_field_and_taken_once() {
    on_both(async |db| {
        let mut stage = Stage::set(db).await;
        for (address, words) in [
            ("", "Fill this in."),
            ("cal.example", "Paste the whole address"),
            ("http://cal.example/", "must start with https://"),
            ("file:///etc/passwd", "must start with https://"),
            ("https://anna:geheim@cal.example/", "Leave out the name and password"),
            ("https://cal.example:8443/", "must not include a port"),
            ("https://127.0.0.1/", "inside an internal network"),
            ("https://[::ffff:10.0.0.1]/", "inside an internal network"),
        ] {
            let page = stage.browser.post("/settings/calendars", &[("name", "Home"), ("address", address)]).await;
            page.expect(422).says("id=\"address-e\"").says(words);
            assert_eq!((page.value_of("name"), page.value_of("address")), ("Home".to_owned(), address.to_owned()));
        }
        let long = "x".repeat(61);
        let fields = [("name", long.as_str()), ("address", "https://cal.example/")];
        stage.browser.post("/settings/calendars", &fields).await.expect(422).says("id=\"name-e\"");
        let fields = [("name", ""), ("address", "https://cal.example/a"), ("once", "k1")];
        for _ in 0..2 {
            stage.browser.post("/settings/calendars", &fields).await.expect(303);
        }
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM outside_calendar").await, 1);
        assert!(stage.page().await.contains("<strong>cal.example</strong>"), "named after its host");
        for number in 1..20 {
            let once = format!("n{number}");
            let fields = [("address", "https://cal.example/a"), ("once", once.as_str())];
            stage.browser.post("/settings/calendars", &fields).await.expect(303);
        }
        let fields = [("address", "https://cal.example/a"), ("once", "one too many")];
        stage.browser.post("/settings/calendars", &fields).await.expect(422).says("You have 20 calendars");
    })
    .await;
}

#[tokio::test]
async fn a_calendar_is_tried_at_once_and_disconnected_for_good() {
    on_both(async |db| {
        let mut stage = Stage::set(db).await;
        stage.connect("Home", HOST).await;
        stage.read().await;
        let id = stage.row().await.id;
        let path = format!("/settings/calendars/{id}");
        stage.browser.post(&format!("{path}/reading"), &[]).await.expect(303);
        assert_eq!(stage.read().await, 0, "it was read this minute");
        stage.site.clock.pass(TimeDelta::minutes(2));
        stage.browser.post(&format!("{path}/reading"), &[]).await.expect(303);
        assert_eq!(stage.read().await, 1);
        assert_eq!(stage.here.connections().len(), 2);
        stage.browser.post(&format!("{path}/removal"), &[]).await.expect(303);
        assert_eq!(stage.time().await, None);
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM outside_busy").await, 0);
        stage.browser.post(&format!("{path}/removal"), &[]).await.expect(404);
        let log = stage.browser.get("/admin/audit").await;
        log.says("Connected an external calendar").says("Disconnected an external calendar").does_not_say(SECRET);
    })
    .await;
}
