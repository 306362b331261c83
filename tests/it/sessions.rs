//! Signing in and out.

use sparsam::domain::{language::Language, person::Role};

use crate::support::{
    app::{PASSWORD, TestApp},
    db::on_both,
};

#[tokio::test]
async fn a_person_signs_in_and_out() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let mut browser = site.browser();
        browser.get("/").await.expect(303);
        let page = browser
            .post("/sign-in", &[("email", " Anna@Nordvik.example "), ("password", PASSWORD), ("next", "/?week=1")])
            .await;
        assert_eq!(page.expect(303).location(), "/?week=1");
        browser.get("/").await.expect(200).says("Anna Lind");
        let cookies = browser.cookies.clone();
        browser.post("/sign-out", &[]).await.expect(303);
        browser.cookies = cookies;
        assert_eq!(browser.get("/").await.expect(303).location(), "/sign-in?next=%2F");
        assert_eq!(anna.role, Role::Admin);
    })
    .await;
}

#[tokio::test]
async fn unknown_and_wrong_look_the_same() {
    on_both(async |db| {
        let (site, _) = TestApp::nordvik(db).await;
        let mut browser = site.browser();
        let wrong = browser.post("/sign-in", &[("email", "anna@nordvik.example"), ("password", "wrong")]).await;
        let unknown = browser.post("/sign-in", &[("email", "nobody@nordvik.example"), ("password", "wrong")]).await;
        wrong.expect(422);
        assert_eq!(wrong.body.replace("anna@", "X@"), unknown.body.replace("nobody@", "X@"));
    })
    .await;
}

#[tokio::test]
async fn guessing_is_slowed_down_and_time_heals() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let mut browser = site.browser();
        for _ in 0..5 {
            browser.post("/sign-in", &[("email", "anna@nordvik.example"), ("password", "wrong")]).await.expect(422);
        }
        let slow = browser.post("/sign-in", &[("email", "anna@nordvik.example"), ("password", PASSWORD)]).await;
        assert_eq!(slow.expect(429).headers["retry-after"], "20");
        site.clock.pass(chrono::TimeDelta::seconds(21));
        site.signed_in(&anna).await;
    })
    .await;
}

#[tokio::test]
async fn foreign_forms_are_refused() {
    let db = crate::support::db::TestDb::sqlite().await;
    let (site, _) = TestApp::nordvik(db).await;
    let mut browser = site.browser();
    let request = axum::http::Request::post("/sign-in").header("origin", "https://evil.example");
    browser.send(request, axum::body::Body::from("email=a")).await.expect(403);
}

#[tokio::test]
async fn the_page_speaks_the_readers_language() {
    let db = crate::support::db::TestDb::sqlite().await;
    let (site, _) = TestApp::nordvik(db).await;
    let sanna = site.person("Sanna Koski", Role::Member, Language::Fi).await;
    let mut browser = site.browser();
    browser.language = "sv-SE,sv;q=0.9".to_owned();
    browser.get("/sign-in").await.expect(200).says("<html lang=\"sv\"").says("Logga in");
    let mut browser = site.signed_in(&sanna).await;
    browser.get("/").await.expect(200).says("<html lang=\"fi\"").says("Oma viikko");
}
