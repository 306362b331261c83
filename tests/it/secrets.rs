//! Guessing passwords, and secrets that must be readable nowhere (trust goals T58 and T59).

use std::{collections::BTreeMap, fmt::Write as _, sync::Arc};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use chrono::TimeDelta;
use sparsam::{
    app::setup,
    domain::{language::Language, person::Role},
    worker::{
        delivery::Choice,
        outbox::{Outbox, run_due},
    },
};
use tokio::task::JoinSet;

use crate::support::{
    app::{Client, TestApp},
    db::on_both,
    dialogue::Dialogue,
    overheard::Overheard,
    smtp::SmtpSink,
    tables::contents,
};

const WRONG: [(&str, &str); 2] = [("email", "anna@nordvik.example"), ("password", "a wrong guess")];

/// What signing in does, but for the words typed: hashes and statements, in order.
async fn work(site: &TestApp, ear: &Overheard, email: &str) -> (u16, String, Vec<String>) {
    ear.take();
    let form = [("email", email), ("password", "a wrong guess")];
    let answer = ear.during(async { site.browser().post("/sign-in", &form).await }).await;
    let said = ear.take().into_iter();
    let done = said.filter_map(|(target, text)| match target.as_str() {
        "sparsam::identity::password" => Some("hash".to_owned()),
        // Not what a connection says to itself when it is made.
        "sqlx::query" if text.contains("PRAGMA ") => None,
        "sqlx::query" => {
            text.split("db.statement=").nth(1).map(|rest| rest.split(" rows_affected").next().unwrap().to_owned())
        }
        _ => None,
    });
    (answer.status.as_u16(), answer.body.replace(email, "X"), done.collect())
}

#[tokio::test]
async fn known_and_unknown_people_cost_the_same_work() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let ear = Overheard::listen();
        let mut gone = site.person("Gone Gran", Role::Member, Language::En).await;
        gone.state = sparsam::domain::person::PersonState::Deactivated;
        let mut tx = site.db().begin().await.unwrap();
        sparsam::store::people::update(&mut tx, &gone).await.unwrap();
        tx.commit().await.unwrap();
        let known = work(&site, &ear, &anna.email).await;
        assert_eq!(known.0, 422);
        assert_eq!(known.2.iter().filter(|step| *step == "hash").count(), 1, "{:?}", known.2);
        assert!(known.2.len() > 5, "{:?}", known.2);
        for email in ["nobody@nordvik.example", "gone@nordvik.example", "no address at all"] {
            assert_eq!(work(&site, &ear, email).await, known, "{email}");
        }
    })
    .await;
}

#[tokio::test]
async fn guessing_in_parallel_and_after_a_restart_is_counted_all_the_same() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let mut guesses = JoinSet::new();
        for _ in 0..40 {
            let mut browser = site.browser();
            guesses.spawn(async move { browser.post("/sign-in", &WRONG).await.status.as_u16() });
        }
        let mut answers: BTreeMap<u16, usize> = BTreeMap::new();
        for status in guesses.join_all().await {
            *answers.entry(status).or_default() += 1;
        }
        assert_eq!(answers, BTreeMap::from([(422, 5), (429, 35)]));
        // Another process with the same database.
        let site = TestApp::empty(site.db);
        site.clock.pass(TimeDelta::seconds(1));
        site.browser().post("/sign-in", &WRONG).await.expect(429);
        // The victim waits seconds, not a quarter of an hour.
        site.clock.pass(TimeDelta::minutes(2));
        site.signed_in(&anna).await;
    })
    .await;
}

/// A secret and how it could be written.
struct Marker {
    what: &'static str,
    secret: String,
}

impl Marker {
    fn is_in(&self, text: &str) -> bool {
        let hex = self.secret.bytes().fold(String::new(), |mut hex, byte| {
            write!(hex, "{byte:02x}").unwrap();
            hex
        });
        let base64 = STANDARD.encode(&self.secret);
        let written = [&self.secret, &hex, &hex.to_uppercase(), base64.trim_end_matches('=')];
        written.iter().any(|form| text.contains(*form))
    }
}

/// The whole main path with secrets that can be recognised.
struct Visit {
    site: TestApp,
    sink: SmtpSink,
    markers: Vec<Marker>,
}

impl Visit {
    fn mark(&mut self, what: &'static str, secret: &str) {
        assert!(secret.len() > 12, "{what}: {secret}");
        self.markers.push(Marker { what, secret: secret.to_owned() });
    }

    async fn set_up(&mut self) -> Client {
        let code = setup::open_code(&self.site.app).await.unwrap().unwrap();
        self.mark("set-up code", &code);
        let mut anna = self.site.browser();
        anna.get(&format!("/setup?code={code}")).await.expect(200);
        anna.post("/setup", &[("code", &code)]).await.expect(303);
        anna.post("/setup/company", &[("name", "Nordvik AB"), ("country", "SE")]).await.expect(303);
        let password = "marker of the password";
        self.mark("password", password);
        let account = [("name", "Anna Lind"), ("email", "anna@nordvik.example"), ("password", password)];
        anna.post("/setup/account", &account).await.expect(303);
        self.mark("session", &anna.cookies["sparsam"].clone());
        let relay = "marker-of-the-relay";
        self.mark("password of the relay", relay);
        let port = self.sink.port().to_string();
        let form = [
            ("host", "127.0.0.1"),
            ("port", port.as_str()),
            ("security", "plain"),
            ("username", "sparsam"),
            ("password", relay),
            ("from", "moten@nordvik.example"),
        ];
        anna.post("/setup/mail", &form).await.expect(303);
        let team = [("name", "Sales"), ("people", "ola@nordvik.example"), ("once", "1")];
        anna.post("/setup/team", &team).await.expect(303);
        anna.post("/setup/done", &[("next", "plan")]).await.expect(303);
        anna
    }

    /// Sends what waits, and finds the links of one kind in all mails so far.
    async fn mailed(&mut self, what: &'static str, door: &str) -> String {
        self.site.clock.pass(TimeDelta::minutes(2));
        run_due(&self.site.app, &Arc::new(Outbox::new(Choice::set_up()))).await.unwrap();
        let texts = self.sink.received().into_iter().map(|mail| sparsam::mail::read::read(&mail.raw).text);
        let mark = format!("http://localhost:3000{door}");
        let mut found = texts.filter_map(|text| {
            let rest = text.split(&mark).nth(1)?;
            Some(rest.chars().take_while(char::is_ascii_alphanumeric).collect::<String>())
        });
        let token = found.next_back().unwrap_or_else(|| panic!("no mail has a link to {door}"));
        self.mark(what, &token);
        format!("{door}{token}")
    }

    async fn walk(&mut self) {
        let mut anna = self.set_up().await;
        let welcome = self.mailed("welcome link", "/welcome/").await;
        let mut ola = self.site.browser();
        ola.get(&welcome).await.expect(200);
        self.mark("second password", "another marker password");
        ola.post(&welcome, &[("password", "another marker password")]).await.expect(303);
        self.mark("second session", &ola.cookies["sparsam"].clone());
        ola.post("/forgotten", &[("email", "ola@nordvik.example")]).await.expect(303);
        let reset = self.mailed("reset link", "/reset/").await;
        ola.get(&reset).await.expect(200);
        self.mark("third password", "a third marker password");
        ola.post(&reset, &[("password", "a third marker password")]).await.expect(303);
        self.mark("wrong password", "a marker guessed wrong");
        let wrong = [("email", "ola@nordvik.example"), ("password", "a marker guessed wrong")];
        self.site.browser().post("/sign-in", &wrong).await.expect(422);
        let change = [("present", "a third marker password"), ("new", "a fourth marker password")];
        self.mark("fourth password", "a fourth marker password");
        ola.post("/settings/security", &change).await.expect(303);
        let form = anna.get("/meetings/new?purpose=customer&start=2026-11-25T14:00").await;
        let form = Dialogue::of(form, "plan").set("title", "The quote").set("who", "eeva@kone.example");
        let form = Dialogue::of(form.press(&mut anna, "add-person").await, "plan").set("format", "room");
        let meeting = form.press(&mut anna, "send").await.expect(303).location().to_owned();
        let answer = self.mailed("answer link", "/r/").await;
        let mut eeva = self.site.browser();
        eeva.get(&answer).await.expect(200);
        eeva.post(&answer, &[("a", "y"), ("comment", "I shall come")]).await.expect(303);
        eeva.get(&format!("{answer}/invite.ics")).await.expect(200);
        let stop = self.mailed("stop link", "/p/").await;
        eeva.get(&stop).await.expect(200);
        eeva.post(&stop, &[]).await;
        let feed = anna.post("/settings/feeds", &[("kind", "mine")]).await;
        let token = feed.body.split("/f/").nth(1).unwrap().split(".ics").next().unwrap().to_owned();
        self.mark("feed", &token);
        eeva.get(&format!("/f/{token}.ics")).await.expect(200);
        for path in [meeting.as_str(), "/", "/admin/audit", "/admin/mail", "/settings/feeds"] {
            anna.get(path).await.expect(200);
        }
        anna.post("/sign-out", &[]).await.expect(303);
    }
}

#[tokio::test]
async fn no_secret_can_be_read_in_the_database_or_the_log() {
    on_both(async |db| {
        let site = TestApp::empty(db);
        let ear = Overheard::listen();
        ear.take();
        let mut visit = Visit { site, sink: SmtpSink::start([]).await, markers: Vec::new() };
        ear.during(visit.walk()).await;
        assert!(visit.markers.len() >= 12);
        let said = ear.take();
        assert!(said.len() > 250, "only {} lines were overheard", said.len());
        assert!(said.iter().any(|(_, text)| text.contains("/f/")), "the access log was not overheard");
        let rows = contents(visit.site.db()).await;
        assert!(rows["mailbox"].is_empty());
        for marker in &visit.markers {
            for (table, rows) in &rows {
                for row in rows {
                    assert!(!marker.is_in(row), "the {} is in {table}: {row}", marker.what);
                }
            }
            for (target, text) in &said {
                assert!(!marker.is_in(text), "the {} was logged by {target}: {text}", marker.what);
            }
        }
    })
    .await;
}
