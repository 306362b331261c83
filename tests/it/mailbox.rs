//! The built-in mailbox as people read it.

use std::sync::Arc;

use sparsam::{
    domain::{language::Language, person::Role},
    store,
    web::state::Mode,
    worker::{
        delivery::Choice,
        outbox::{Outbox, run_due},
    },
};

use crate::support::{
    app::TestApp,
    db::{TestDb, on_both},
    letters::{EEVA, News, OLA},
};

/// Two mails lie in the mailbox; gives their ids, newest first.
async fn fill(site: &TestApp) -> Vec<String> {
    let mut tx = site.db().begin().await.unwrap();
    let mut ola = News::invitation(OLA, Language::En);
    ola.now.title = "<script>alert(1)</script>".to_owned();
    let rows = [ola.row(&site.app, "ola"), News::invitation(EEVA, Language::Sv).row(&site.app, "eeva")];
    store::outbox::insert(&mut tx, &rows, site.now()).await.unwrap();
    tx.commit().await.unwrap();
    run_due(&site.app, &Arc::new(Outbox::new(Choice::set_up()))).await.unwrap();
    let mut tx = site.db().begin_read().await.unwrap();
    let lines = store::mailbox::list(&mut tx, "", 0).await.unwrap();
    lines.into_iter().map(|line| line.id.to_string()).collect()
}

#[tokio::test]
async fn mails_are_listed_and_filtered() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let mut browser = site.signed_in(&anna).await;
        browser.get("/mailbox").await.expect(200).says("There are no emails yet.");
        fill(&site).await;
        let page = browser.get("/mailbox").await;
        page.expect(200)
            .says("Inbjudan: December targets")
            .says("ola@nordvik.example")
            .says("No mail server is set up");
        page.does_not_say("<script>alert");
        let filtered = browser.get("/mailbox?to=Eeva%40kone.example").await;
        filtered.says("Inbjudan: December targets").does_not_say("ola@nordvik.example");
        browser.get("/mailbox?to=nobody%40x.example").await.says("There are no emails to nobody@x.example.");
        browser.get("/mailbox?page=99999999999999999999").await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn a_mail_is_shown_in_all_its_parts() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let mut browser = site.signed_in(&anna).await;
        let ids = fill(&site).await;
        let path = format!("/mailbox/{}", ids[0]);
        let page = browser.get(&path).await;
        page.expect(200).says("Välkommen till ett möte med Anna Lind").says("METHOD:REQUEST").says("Message-ID:");
        page.says("DTSTART (TZID=Europe/Stockholm)").says(&format!("src=\"{path}/html\""));
        let policy = page.headers["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("frame-src 'self'") && policy.contains("frame-ancestors 'none'"), "{policy}");
        assert!(!policy.contains("unsafe"), "{policy}");

        let html = browser.get(&format!("{path}/html")).await;
        html.expect(200).says("<h1").says("<base target=\"_top\">");
        let policy = html.headers["content-security-policy"].to_str().unwrap();
        assert!(policy.starts_with("sandbox allow-top-navigation-by-user-activation;"), "{policy}");
        assert!(policy.contains("default-src 'none'") && !policy.contains("script"), "{policy}");

        let raw = browser.get(&format!("{path}/mail.eml")).await;
        raw.expect(200).says("Content-Type: multipart/mixed");
        assert_eq!(raw.headers["content-type"], "message/rfc822");
        assert!(raw.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
    })
    .await;
}

#[tokio::test]
async fn only_administrators_read_it_outside_the_demo() {
    let paths = |id: &str| ["", "/x", "/html", "/mail.eml"].map(|end| format!("/mailbox/{id}{end}").replace("/x", ""));
    on_both(async |db| {
        let (site, _) = TestApp::nordvik(db).await;
        let ids = fill(&site).await;
        for role in [Role::Manager, Role::Member, Role::Viewer] {
            let person = site.person(&format!("{} Nord", role.as_str()), role, Language::En).await;
            let mut browser = site.signed_in(&person).await;
            browser.get("/mailbox").await.expect(403);
            for path in paths(&ids[0]) {
                browser.get(&path).await.expect(403).does_not_say("Anna Lind bjuder");
            }
        }
        let mut stranger = site.browser();
        for path in paths(&ids[0]) {
            assert!(stranger.get(&path).await.expect(303).location().starts_with("/sign-in"));
        }
    })
    .await;
}

#[tokio::test]
async fn in_the_demo_everybody_who_is_signed_in_reads_it() {
    let site = TestApp::with_mode(TestDb::sqlite().await, Mode { demo: true, ..Mode::default() });
    let ola = site.person("Ola Berg", Role::Member, Language::Nb).await;
    let mut browser = site.signed_in(&ola).await;
    browser.get("/mailbox").await.expect(200).says("Postkasse");
    assert!(site.browser().get("/mailbox").await.expect(303).location().starts_with("/sign-in"));
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let (site, anna) = TestApp::nordvik(TestDb::sqlite().await).await;
    let mut browser = site.signed_in(&anna).await;
    for path in ["/mailbox/0", "/mailbox/01920000-0000-7000-8000-000000000000", "/mailbox/x/html"] {
        browser.get(path).await.expect(404);
    }
}
