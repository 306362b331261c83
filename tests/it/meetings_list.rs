//! The list of meetings.

use sparsam::{
    domain::{language::Language, meeting::Answer, person::Role},
    store::{self, drafts::Draft},
};

use crate::support::{app::TestApp, db::on_both, planning::Sketch};

#[tokio::test]
async fn tabs_search_and_states() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let ola = site.person("Ola Berg", Role::Member, Language::En).await;
        let sanna = site.person("Sanna Koski", Role::Member, Language::Fi).await;
        let targets = site.plan(&anna, Sketch::new("Quarter targets", "2026-11-25T09:00:00", &[&ola, &sanna])).await;
        let gone = site.plan(&anna, Sketch::new("Called off", "2026-11-26T09:00:00", &[&ola])).await;
        site.answer(&ola, targets, Answer::Yes).await;
        site.call_off(&anna, gone).await;
        site.plan(&anna, Sketch::new("Price 100%", "2026-12-01T09:00:00", &[&ola])).await;
        let mut browser = site.signed_in(&ola).await;
        let page = browser.get("/meetings").await;
        page.expect(200).says("Quarter targets").says("Set targets").says("Anna Lind").says("1 of 2 have answered");
        page.says("You said yes").says("You have not answered").says("w. 48").does_not_say("Called off");
        browser.get("/meetings?show=waiting").await.says("Price 100%").does_not_say("Quarter targets");
        browser.get("/meetings?show=past").await.says("Called off").says("Cancelled").does_not_say("Quarter targets");
        let page = browser.get("/meetings?q=QUARTER").await;
        page.says("Quarter targets").does_not_say("Price 100%").says("value=\"QUARTER\"");
        browser.get("/meetings?q=%3Cb%3E").await.says("Nothing found for “&#60;b&#62;”.");
        browser.get("/meetings?show=drafts").await.says("Unsent plans are kept here for 30 days.");
        browser.get("/meetings?show=all").await.expect(404);
        site.signed_in(&sanna)
            .await
            .get("/meetings?show=past")
            .await
            .expect(200)
            .says("Kokouksia ei ole vielä pidetty.");
    })
    .await;
}

#[tokio::test]
async fn letters_of_every_language_are_found_in_any_case() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let ola = site.person("Ola Berg", Role::Member, Language::En).await;
        site.plan(&anna, Sketch::new("Åre ÄGARE ØST", "2026-11-25T09:00:00", &[&ola])).await;
        let mut browser = site.signed_in(&anna).await;
        for text in ["%C3%A5re", "%C3%85RE", "%C3%A4gare", "%C3%B8st"] {
            browser.get(&format!("/meetings?q={text}")).await.says("Åre ÄGARE ØST");
        }
        browser.get("/meetings?q=ost").await.says("Nothing found");
        // A meeting that has no key yet is found as far as the database can.
        site.execute("UPDATE meeting SET title_key = NULL").await.unwrap();
        browser.get("/meetings?q=AGARE").await.says("Nothing found");
        site.db().migrate().await.unwrap();
        browser.get("/meetings?q=%C3%A5re").await.says("Åre ÄGARE ØST");
    })
    .await;
}

#[tokio::test]
async fn fifty_to_a_page() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let ola = site.person("Ola Berg", Role::Member, Language::En).await;
        for number in 0..51 {
            let start = format!("2026-12-{:02}T{:02}:00:00", 1 + number % 28, 8 + number / 28);
            site.plan(&anna, Sketch::new(&format!("Call {number}"), &start, &[&ola])).await;
        }
        let mut browser = site.signed_in(&anna).await;
        let first = browser.get("/meetings?q=call").await;
        first.says("Next page").does_not_say("Previous page").says("/meetings?show=upcoming&#38;q=call&#38;page=2");
        assert_eq!(first.body.matches("<th scope=\"row\">").count(), 50);
        let second = browser.get("/meetings?show=upcoming&q=call&page=2").await;
        second.says("Previous page").does_not_say("Next page");
        assert_eq!(second.body.matches("<th scope=\"row\">").count(), 1);
        browser.get("/meetings?page=-1").await.expect(200);
        browser.get("/meetings?page=999999999999").await.expect(200).says("No upcoming meetings.");
    })
    .await;
}

#[tokio::test]
async fn drafts_are_continued_or_deleted_by_their_owner() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let ola = site.person("Ola Berg", Role::Member, Language::En).await;
        let draft = Draft {
            id: site.app.new_id(),
            owner_id: anna.id,
            title: "Half a plan".to_owned(),
            form: Vec::new().into(),
            created_at: site.now(),
            updated_at: site.now(),
        };
        let mut tx = site.db().begin().await.unwrap();
        store::drafts::save(&mut tx, &draft).await.unwrap();
        tx.commit().await.unwrap();
        let mut browser = site.signed_in(&anna).await;
        let page = browser.get("/meetings?show=drafts").await;
        page.says("Half a plan").says(&format!("/meetings/new?draft={}", draft.id));
        browser.get("/").await.says("Finish the draft “Half a plan”");
        let deletion = format!("/drafts/{}/deletion", draft.id);
        let mut stranger = site.signed_in(&ola).await;
        stranger.get("/meetings?show=drafts").await.does_not_say("Half a plan");
        stranger.get(&deletion).await.expect(404);
        stranger.post(&deletion, &[]).await.expect(303);
        browser.get("/meetings?show=drafts").await.says("Half a plan");
        let page = browser.get(&deletion).await;
        page.expect(200).says("Delete the draft “Half a plan”?").says(&format!("action=\"{deletion}\""));
        let answer = browser.post(&deletion, &[]).await;
        answer.expect(303);
        browser.get(answer.location()).await.says("The draft is deleted.").does_not_say("Half a plan");
    })
    .await;
}
