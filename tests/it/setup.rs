//! First-run set-up, as a dialogue.

use sparsam::{
    app::{relay, setup},
    domain::{language::Language, person::Role},
    store,
};

use crate::support::{
    app::{Client, PASSWORD, TestApp},
    db::on_both,
    smtp::{Act::Reply, Rule, SmtpSink, Stage::Auth},
};

/// Ten kilobytes of everything that could break a page, a header or a calendar.
fn hostile() -> String {
    let pattern = "\"'><script>alert(1)</script>\r\nBcc: x@y.example\u{0}\u{202e}&amp;";
    pattern.repeat(10 * 1024 / pattern.len() + 1)
}

async fn code(site: &TestApp) -> String {
    setup::open_code(&site.app).await.unwrap().expect("the set-up is open")
}

/// A browser that has typed the code.
async fn inside(site: &TestApp) -> Client {
    let mut browser = site.browser();
    let code = code(site).await;
    assert_eq!(browser.post("/setup", &[("code", &code)]).await.expect(303).location(), "/setup");
    browser
}

const ACCOUNT: [(&str, &str); 3] = [("name", "Anna Lind"), ("email", "anna@nordvik.example"), ("password", PASSWORD)];

/// A browser of the first administrator.
async fn administrator(site: &TestApp) -> Client {
    let mut browser = inside(site).await;
    browser.post("/setup/company", &[("name", "Nordvik AB"), ("country", "SE")]).await.expect(303);
    assert_eq!(browser.post("/setup/account", &ACCOUNT).await.expect(303).location(), "/setup/mail");
    browser
}

async fn assert_first_choice_stays(site: &TestApp) {
    let limits = site.rows("SELECT measure, level, scope FROM rule ORDER BY id").await;
    assert_eq!(limits.len(), 4, "{limits:?}");
    assert!(limits.iter().any(|(measure, level, _)| measure.contains("480") && level == "reason"), "{limits:?}");
}

async fn assert_shut(site: &TestApp, browser: &mut Client, code: &str) {
    for path in ["", "/company", "/account", "/mail", "/team", "/done"] {
        let path = format!("/setup{path}");
        browser.get(&path).await.expect(404);
        browser.post(&path, &[]).await.expect(404);
        site.browser().get(&path).await.expect(404);
        site.browser().post(&path, &[("code", code)]).await.expect(404);
    }
}

#[tokio::test]
async fn from_an_empty_database_to_the_first_meeting() {
    on_both(async |db| {
        let site = TestApp::empty(db);
        let mut browser = site.browser();
        assert_eq!(browser.get("/").await.expect(303).location(), "/sign-in?next=%2F");
        assert_eq!(browser.get("/sign-in?next=%2F").await.expect(303).location(), "/setup");
        let code = code(&site).await;
        assert_eq!(browser.get(&format!("/setup?code={code}")).await.expect(200).value_of("code"), code);
        assert!(browser.cookies.is_empty(), "opening the link changes nothing");
        let entered = browser.post("/setup", &[("code", &format!(" {code} "))]).await;
        let cookie = entered.expect(303).headers["set-cookie"].to_str().unwrap();
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
        assert_eq!(browser.get("/setup").await.expect(303).location(), "/setup/company");

        // Only name and country: the rest follows.
        browser.get("/setup/company").await.expect(200).says("Sweden");
        let saved = browser.post("/setup/company", &[("name", "Nordvik Oy"), ("country", "FI")]).await;
        assert_eq!(saved.expect(303).location(), "/setup/account");
        let mut tx = site.db().begin_read().await.unwrap();
        let firm = store::organization::load(&mut tx).await.unwrap().unwrap();
        assert_eq!((firm.zone.as_str(), firm.language), ("Europe/Helsinki", Language::Fi));
        assert_eq!(firm.hours.lunch.map(|l| (l.from, l.to)), Some((660, 720)));
        drop(tx);
        assert_eq!(browser.get("/setup/company").await.expect(200).value_of("name"), "Nordvik Oy");
        // A firm begins with meetings that end ahead of the half or full hour.
        let early = "SELECT COUNT(*) FROM policy WHERE CAST(settings AS TEXT) LIKE '%\"ends_early\":true%'";
        assert_eq!(site.count(early).await, 1);
        browser.get("/setup/mail").await.expect(303);

        browser.get("/setup/account").await.expect(200).says("At least 10 characters");
        assert_eq!(browser.post("/setup/account", &ACCOUNT).await.expect(303).location(), "/setup/mail");
        browser.get("/setup/mail").await.expect(200).says("Anna Lind").says("Skip for now");
        assert_eq!(browser.get("/setup").await.expect(303).location(), "/setup/mail");

        browser.get("/setup/team").await.expect(200).says("No mail server is set");
        let people =
            "ola.nord@nordvik.example, Kari Dahl <kari@nordvik.example>\nANNA@nordvik.example;kari@nordvik.example";
        let team = browser
            .post("/setup/team", &[("name", "Sales"), ("people", people), ("limit", "normal"), ("once", "1")])
            .await;
        assert_eq!(team.expect(303).location(), "/setup/done");
        let again = [("name", "Sales"), ("people", people), ("limit", "calm"), ("once", "2")];
        browser.post("/setup/team", &again).await.expect(303);
        assert_first_choice_stays(&site).await;
        let queued: Vec<_> = site.outbox().await.into_iter().map(|(kind, to, _)| (kind, to)).collect();
        let mail = |to: &str| ("welcome".to_owned(), to.to_owned());
        assert_eq!(queued, [mail("ola.nord@nordvik.example"), mail("kari@nordvik.example")]);
        let names = site.rows("SELECT name, role, state FROM person ORDER BY name").await;
        let row = |name: &str, role: &str, state: &str| (name.to_owned(), role.to_owned(), state.to_owned());
        assert_eq!(
            names,
            [
                row("Anna Lind", "admin", "active"),
                row("Kari Dahl", "member", "invited"),
                row("Ola Nord", "member", "invited")
            ]
        );
        assert_eq!(site.count("SELECT COUNT(*) FROM team_member").await, 3);

        browser.get("/setup/done").await.expect(200).says("Plan your first meeting");
        let done = browser.post("/setup/done", &[("next", "plan")]).await;
        assert_eq!(done.expect(303).location(), "/meetings/new");
        assert_shut(&site, &mut browser, &code).await;
        assert_eq!(setup::open_code(&site.app).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn the_newest_unused_codes_of_several_servers_open() {
    on_both(async |db| {
        let site = TestApp::empty(db);
        let mut browser = site.browser();
        for path in ["/setup/company", "/setup/account"] {
            assert_eq!(browser.get(path).await.expect(303).location(), "/setup");
            assert_eq!(browser.post(path, &ACCOUNT).await.expect(303).location(), "/setup");
        }
        for path in ["/setup/mail", "/setup/team", "/setup/done"] {
            assert!(browser.post(path, &[]).await.expect(303).location().starts_with("/sign-in"));
        }
        let old = code(&site).await;
        for _ in 0..18 {
            site.clock.pass(chrono::TimeDelta::seconds(1));
            code(&site).await;
        }
        site.clock.pass(chrono::TimeDelta::seconds(1));
        let other = code(&site).await;
        let new = code(&site).await;
        site.browser().post("/setup", &[("code", &other)]).await.expect(303);
        for wrong in ["", "spu_", &old, &new.to_lowercase(), &format!("{new}0"), &hostile()] {
            browser.post("/setup", &[("code", wrong)]).await.expect(422).says("This code does not work");
            browser.cookies.insert("sparsam-setup".to_owned(), old.clone());
            assert_eq!(browser.get("/setup/company").await.expect(303).location(), "/setup");
        }
        browser.post("/setup", &[("code", &new)]).await.expect(303);
        browser.get("/setup/company").await.expect(200);
        browser.post("/setup/company", &[("name", "Nordvik AB"), ("country", "SE")]).await.expect(303);
        let mut second = browser.clone();
        browser.post("/setup/account", &ACCOUNT).await.expect(303);
        // The code is used up: whoever else holds it comes too late.
        let late =
            second.post("/setup/account", &[("name", "Eve"), ("email", "eve@x.example"), ("password", PASSWORD)]);
        assert_eq!(late.await.expect(303).location(), "/setup");
        assert_eq!(site.count("SELECT COUNT(*) FROM person").await, 1);
        assert_eq!(site.count("SELECT COUNT(*) FROM organization WHERE set_up_at IS NULL").await, 1);
        // An account of another kind changes nothing here.
        let viewer = site.person("Vera Vik", Role::Viewer, Language::En).await;
        site.signed_in(&viewer).await.post("/setup/done", &[]).await.expect(403);
    })
    .await;
}

#[tokio::test]
async fn no_code_opens_beside_an_administrator() {
    on_both(async |db| {
        let site = TestApp::empty(db);
        let mut browser = inside(&site).await;
        browser.post("/setup/company", &[("name", "Nordvik AB"), ("country", "SE")]).await.expect(303);
        browser.get("/setup/account").await.expect(200);
        // Somebody was added on the server meanwhile.
        site.person("Berit Dal", Role::Admin, Language::Nb).await;
        assert_eq!(browser.get("/setup/account").await.expect(303).location(), "/setup");
        assert_eq!(browser.post("/setup/account", &ACCOUNT).await.expect(303).location(), "/setup");
        assert_eq!(site.count("SELECT COUNT(*) FROM person").await, 1);
        assert_eq!(setup::open_code(&site.app).await.unwrap(), None, "a restart prints none");
    })
    .await;
}

#[tokio::test]
async fn codes_are_guessed_slowly_and_run_out() {
    on_both(async |db| {
        let site = TestApp::empty(db);
        let code = code(&site).await;
        let mut browser = site.browser();
        for _ in 0..10 {
            browser.post("/setup", &[("code", "spu_x")]).await.expect(422);
        }
        let slow = browser.post("/setup", &[("code", &code)]).await;
        assert_eq!(slow.expect(429).headers["retry-after"], "60");
        site.clock.pass(chrono::TimeDelta::days(8));
        browser.post("/setup", &[("code", &code)]).await.expect(303);
        site.clock.pass(chrono::TimeDelta::days(23));
        browser.post("/setup", &[("code", &code)]).await.expect(422);
        assert_eq!(browser.get("/setup/company").await.expect(303).location(), "/setup");
    })
    .await;
}

#[tokio::test]
async fn hostile_input_comes_back_escaped_with_all_errors() {
    on_both(async |db| {
        let site = TestApp::empty(db);
        let mut browser = inside(&site).await;
        let bad = hostile();
        let company = ["name", "country", "zone", "language", "from", "to", "lunch-from", "lunch-to"];
        refuses(&mut browser, "/setup/company", &company, &bad).await;
        browser
            .post("/setup/company", &[("name", "Nordvik AB"), ("country", "ZZ")])
            .await
            .expect(422)
            .says("Europe/Berlin");
        let half = [("name", "N"), ("country", "SE"), ("from", "9"), ("lunch-from", "13:00"), ("lunch-to", "12.00")];
        browser.post("/setup/company", &half).await.expect(422).says("both times or neither").says("after the start");
        let other = [("name", "N"), ("country", "ZZ"), ("zone", "europe/berlin"), ("language", "nb")];
        browser.post("/setup/company", &other).await.expect(303);
        refuses(&mut browser, "/setup/account", &["name", "email", "password"], &bad).await;
        browser.post("/setup/account", &ACCOUNT).await.expect(303);
        refuses(&mut browser, "/setup/mail", &["host", "port", "security", "username", "password", "from"], &bad).await;
        refuses(&mut browser, "/setup/team", &["name", "people"], &bad).await;
        assert_eq!(site.count("SELECT COUNT(*) FROM team").await + site.count("SELECT COUNT(*) FROM outbox").await, 0);
    })
    .await;
}

/// Every field holds the hostile text: each has its error, and nothing of it becomes markup.
async fn refuses(browser: &mut Client, path: &str, fields: &[&str], bad: &str) {
    let sent: Vec<(&str, &str)> = fields.iter().map(|field| (*field, bad)).collect();
    let page = browser.post(path, &sent).await;
    page.expect(422).does_not_say("<script>alert").does_not_say("\"'>");
    for field in fields {
        page.says(&format!("href=\"#{field}\"")).says(&format!("id=\"{field}-e\""));
    }
}

#[tokio::test]
async fn every_wrong_address_is_named_and_nothing_is_lost() {
    on_both(async |db| {
        let site = TestApp::empty(db);
        let mut browser = administrator(&site).await;
        let people = "ola@nordvik.example\nkari(at)nordvik.example\nper@localhost";
        let page = browser.post("/setup/team", &[("name", "Sales"), ("people", people)]).await;
        page.expect(422).says("kari(at)nordvik.example").says("This is not an email address: per@localhost");
        page.says("ola@nordvik.example\nkari(at)nordvik.example\nper@localhost</textarea>");
        let many: Vec<String> = (0..101).map(|n| format!("p{n}@nordvik.example")).collect();
        let page = browser.post("/setup/team", &[("name", "Sales"), ("people", &many.join("\n"))]).await;
        page.expect(422).says("at most 100 people");
        assert!(site.outbox().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_mail_server_is_tried_before_it_is_saved() {
    on_both(async |db| {
        let site = TestApp::empty(db);
        let mut browser = administrator(&site).await;
        let sink = SmtpSink::start([Rule::at(Auth, Reply("535 5.7.8 wrong <password>")).times(1)]).await;
        let port = sink.port().to_string();
        let form = [
            ("host", "127.0.0.1"),
            ("port", port.as_str()),
            ("security", "plain"),
            ("username", "sparsam"),
            ("password", "marker-of-the-relay"),
            ("from", "moten@nordvik.example"),
            ("do", "test"),
        ];
        let refused = browser.post("/setup/mail", &form).await;
        refused.expect(422).says("did not accept the user name or the password").says("220 sink.example ESMTP");
        refused
            .says("535 5.7.8 wrong &#60;password&#62;")
            .says("Nothing was saved")
            .does_not_say("marker-of-the-relay");
        assert_eq!(refused.value_of("host"), "127.0.0.1");
        assert!(site.outbox().await.is_empty());

        let sent = browser.post("/setup/mail", &form).await;
        sent.expect(200).says("235 2.7.0 welcome").says("anna@nordvik.example is on its way").does_not_say("marker-of");
        let queued = site.outbox().await;
        assert_eq!(queued.len(), 1);
        assert_eq!((queued[0].0.as_str(), queued[0].1.as_str()), ("test", "anna@nordvik.example"));
        let mut tx = site.db().begin_read().await.unwrap();
        let saved = store::organization::load(&mut tx).await.unwrap().unwrap().relay.unwrap();
        assert_eq!(relay::open_password(&site.app, &saved).unwrap().as_deref(), Some("marker-of-the-relay"));
        let calendar = serde_json::to_string(&store::outbox::unfinished(&mut tx).await.unwrap()[0].payload).unwrap();
        assert!(calendar.contains("BEGIN:VCALENDAR") && calendar.contains("20261124T100000"), "{calendar}");
        drop(tx);

        // The saved password stays with the server it was saved for.
        let keep = form.map(|(name, value)| (name, if name == "password" { "" } else { value }));
        browser.post("/setup/mail", &keep).await.expect(200).says("235 2.7.0 welcome");
        let away = keep.map(|(name, value)| (name, if name == "host" { "localhost" } else { value }));
        browser.post("/setup/mail", &away).await.expect(422).says("Type the password once more");
        let dump = dump(&site).await;
        assert!(!dump.contains("marker-of-the-relay"), "{dump}");

        let plain = form.map(|(name, value)| (name, if name == "host" { "mail.example" } else { value }));
        browser.post("/setup/mail", &plain).await.expect(422).says("Choose TLS or STARTTLS");
        browser.post("/setup/mail", &[("do", "remove")]).await.expect(303);
        browser.post("/setup/mail", &[("do", "test")]).await.expect(200).says("built-in mailbox in a moment");
    })
    .await;
}

/// Everything written about mail: the firm, the mails, the record, the forms.
async fn dump(site: &TestApp) -> String {
    let mut tx = site.db().begin_read().await.unwrap();
    let firm = store::organization::load(&mut tx).await.unwrap();
    let mails = store::outbox::unfinished(&mut tx).await.unwrap();
    let filter = store::audit::Filter { limit: 1000, ..Default::default() };
    format!("{firm:?}{mails:?}{:?}", store::audit::list(&mut tx, &filter).await.unwrap())
}

#[tokio::test]
async fn unreachable_servers_are_told_in_plain_words() {
    let site = TestApp::empty(crate::support::db::TestDb::sqlite().await);
    let mut browser = administrator(&site).await;
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port().to_string();
    let form = [("host", "127.0.0.1"), ("port", closed.as_str()), ("security", "plain"), ("from", "a@x.example")];
    let mut test = form.to_vec();
    test.push(("do", "test"));
    browser.post("/setup/mail", &test).await.expect(422).says("cannot be reached").says("It said nothing");
    browser.language = "sv".to_owned();
    assert_eq!(browser.post("/setup/mail", &form).await.expect(303).location(), "/setup/team");
}
