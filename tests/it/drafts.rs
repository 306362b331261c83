//! Unsent plans.

use sparsam::domain::{language::Language, person::Role};

use crate::support::{app::TestApp, db::on_both, dialogue::Dialogue};

#[tokio::test]
async fn a_draft_is_kept_as_typed_and_used_up_by_sending() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let bo = site.person("Bo Ek", Role::Admin, Language::Sv).await;
        let mut client = site.signed_in(&anna).await;
        let form = Dialogue::of(client.get("/meetings/new?purpose=targets").await, "plan");
        let form = form.set("title", "Half a <b>thought</b>").set("date", "some day").set("who", "ola@kund.example");
        let saved = form.press(&mut client, "save").await;
        let location = saved.expect(303).location().to_owned();
        assert!(location.starts_with("/meetings/new?draft="), "{location}");
        let page = client.get(&location).await;
        page.expect(200).says("Saved 09:00. Nobody has been told.");
        let form = Dialogue::of(page, "plan");
        assert_eq!((form.value("title"), form.value("date")), ("Half a <b>thought</b>", "some day"));
        assert_eq!(form.value("email:n:0"), "ola@kund.example");
        assert_eq!(site.count("SELECT COUNT(*) FROM outbox").await, 0);

        // Saved again, it is still one draft; nobody else sees it, administrators neither.
        let form = form.set("date", "25.11.2026").set("time", "14");
        assert_eq!(form.press(&mut client, "save").await.expect(303).location(), location);
        assert_eq!(site.count("SELECT COUNT(*) FROM draft").await, 1);
        site.signed_in(&bo).await.get(&location).await.expect(404);
        client.get("/meetings/new?draft=nonsense").await.expect(404);

        let form = Dialogue::of(client.get(&location).await, "plan");
        let draft = form.value("draft").to_owned();
        form.press(&mut client, "send").await.expect(303);
        assert_eq!(site.count("SELECT COUNT(*) FROM draft").await, 0);
        // What the page was still saving at that moment does not bring it back.
        client.post("/drafts", &[("draft", &draft), ("title", "Half")]).await.expect(200).does_not_say("Saved");
        assert_eq!(site.count("SELECT COUNT(*) FROM draft").await, 0);
        client.get(&location).await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn nobody_saves_over_the_draft_of_somebody_else() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let bo = site.person("Bo Ek", Role::Member, Language::Sv).await;
        let mut client = site.signed_in(&anna).await;
        let form = Dialogue::of(client.get("/meetings/new").await, "plan").set("title", "Hers");
        let location = form.press(&mut client, "save").await.location().to_owned();
        let draft = Dialogue::of(client.get(&location).await, "plan").value("draft").to_owned();
        let mut other = site.signed_in(&bo).await;
        let form = Dialogue::of(other.get("/meetings/new").await, "plan").set("title", "His").set("draft", &draft);
        assert_ne!(form.press(&mut other, "save").await.expect(303).location(), location);
        let titles = site.rows("SELECT title, title, title FROM draft ORDER BY title").await;
        assert_eq!(titles.iter().map(|t| t.0.as_str()).collect::<Vec<_>>(), ["Hers", "His"]);
    })
    .await;
}

#[tokio::test]
async fn a_plan_that_is_kept_again_and_again_is_one_draft() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let ola = site.person("Ola Berg", Role::Member, Language::En).await;
        let mut browser = site.signed_in(&anna).await;
        let page = browser.get("/meetings/new").await;
        page.says("data-keep=\"/drafts\"");
        let draft = page.value_of("draft");
        assert!(page.body.contains("id=\"discard\"") && page.body.contains("hidden>Delete draft"), "{}", page.body);
        for title in ["N", "Num", "Numbers"] {
            let kept = browser.post("/drafts", &[("draft", &draft), ("title", title), ("who", "Ola")]).await;
            assert_eq!(kept.expect(200).body, "Saved 09:00");
        }
        assert_eq!(site.count("SELECT COUNT(*) FROM draft").await, 1);
        let page = browser.get(&format!("/meetings/new?draft={draft}")).await;
        page.says(&format!("href=\"/drafts/{draft}/deletion\">Delete draft")).says("Ola Berg");
        assert_eq!((page.value_of("title"), page.value_of("draft")), ("Numbers".to_owned(), draft.clone()));
        // Somebody else's draft is neither read nor overwritten.
        let mut stranger = site.signed_in(&ola).await;
        stranger.post("/drafts", &[("draft", &draft), ("title", "Mine")]).await.expect(200);
        assert_eq!(site.count("SELECT COUNT(*) FROM draft").await, 2);
        assert_eq!(browser.get(&format!("/meetings/new?draft={draft}")).await.value_of("title"), "Numbers");
        for hostile in ["", "x", "'; DROP TABLE draft; --"] {
            browser.post("/drafts", &[("draft", hostile), ("title", hostile)]).await.expect(200);
        }
        site.browser().post("/drafts", &[("title", "x")]).await.expect(303);
    })
    .await;
}
