//! Changing a meeting that was sent, and copying one.

use chrono::TimeDelta;
use sparsam::{
    domain::{language::Language, person::Role},
    store::{self},
};

use crate::support::{
    app::{Client, TestApp},
    db::on_both,
    dialogue::Dialogue,
};

/// Ola and Sanna are invited; tells where the meeting is.
async fn sent(client: &mut Client) -> String {
    let form = Dialogue::of(client.get("/meetings/new?purpose=targets&start=2026-11-25T14:00").await, "plan");
    let form = form.set("title", "December").set("who", "ola@nordvik.example");
    let form = Dialogue::of(form.press(client, "add-person").await, "plan").set("who", "sanna@nordvik.example");
    let answer = form.press(client, "send").await;
    answer.expect(303).location().split('?').next().unwrap().to_owned()
}

/// Every queued mail leaves.
async fn deliver(site: &TestApp) {
    site.clock.pass(TimeDelta::minutes(2));
    loop {
        let mut tx = site.db().begin().await.unwrap();
        let lease = (uuid::Uuid::from_u128(1), site.now() + TimeDelta::minutes(1));
        let mails = store::outbox::claim(&mut tx, site.now(), lease, 10).await.unwrap();
        for mail in &mails {
            let ended = store::outbox::Ended::Accepted;
            store::outbox::finish(&mut tx, (mail.id, lease.0), &ended, "250 ok", site.now()).await.unwrap();
        }
        tx.commit().await.unwrap();
        if mails.is_empty() {
            break;
        }
    }
}

#[tokio::test]
async fn the_page_says_who_is_mailed_what_before_it_happens() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let ola = site.person("Ola Berg", Role::Member, Language::Nb).await;
        let sanna = site.person("Sanna Koski", Role::Member, Language::Fi).await;
        site.person("Bo Ek", Role::Member, Language::Sv).await;
        let mut client = site.signed_in(&anna).await;
        let place = sent(&mut client).await;
        deliver(&site).await;
        let path = format!("{place}/edit");
        let page = client.get(&path).await;
        page.expect(200).says("Nobody gets an email").does_not_say("name=\"date\"").says("/moves/new");
        let form = Dialogue::of(page, "plan");
        assert_eq!((form.value("title"), form.values("guest").len(), form.value("version")), ("December", 2, "1"));
        let form = form.set("title", "December and January").set("who", "bo@nordvik.example");
        let form = Dialogue::of(form.press(&mut client, &format!("remove-person:p:{}", sanna.id)).await, "plan");
        form.page.says("2 people get an update: Anna Lind, Ola Berg.").says("One person is invited: Bo Ek.");
        form.page.says("no longer needed: Sanna Koski.").says("nobody is asked again");
        let before = site.outbox().await.len();
        assert_eq!(
            form.press(&mut client, "send").await.expect(303).location().split('?').next(),
            Some(place.as_str())
        );
        let mut kinds: Vec<(String, String)> =
            site.outbox().await.split_off(before).into_iter().map(|(kind, to, _)| (kind, to)).collect();
        kinds.sort();
        let expected = [("changed", "anna"), ("changed", "ola"), ("invitation", "bo"), ("removed", "sanna")];
        assert_eq!(kinds, expected.map(|(k, p)| (k.to_owned(), format!("{p}@nordvik.example"))));
        assert_eq!(ola.language, Language::Nb);
    })
    .await;
}

#[tokio::test]
async fn saving_quietly_says_whom_it_tells_all_the_same() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        site.person("Ola Berg", Role::Member, Language::Nb).await;
        let sanna = site.person("Sanna Koski", Role::Member, Language::Fi).await;
        let mut client = site.signed_in(&anna).await;
        let path = format!("{}/edit", sent(&mut client).await);
        deliver(&site).await;
        let form = Dialogue::of(client.get(&path).await, "plan").set("title", "December and January");
        let form = Dialogue::of(form.set("quiet", "yes").press(&mut client, "look").await, "plan");
        form.page.says("Nobody gets an email now.").says(">Save</button>").does_not_say("get an update");
        assert_eq!(form.value("quiet"), "yes");
        let form = Dialogue::of(form.press(&mut client, &format!("remove-person:p:{}", sanna.id)).await, "plan");
        form.page.says("no longer needed: Sanna Koski.").does_not_say("get an update");
        let before = site.outbox().await.len();
        form.press(&mut client, "send").await.expect(303);
        let told = site.outbox().await.split_off(before);
        assert_eq!(told, [("removed".into(), "sanna@nordvik.example".into(), "queued".into())]);
    })
    .await;
}

#[tokio::test]
async fn a_lost_race_shows_both_versions_and_loses_nothing() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        site.person("Ola Berg", Role::Member, Language::Nb).await;
        site.person("Sanna Koski", Role::Member, Language::Fi).await;
        let mut client = site.signed_in(&anna).await;
        let path = format!("{}/edit", sent(&mut client).await);
        let mine = Dialogue::of(client.get(&path).await, "plan").set("title", "Mine").set("place", "Room 1");
        let theirs = Dialogue::of(client.get(&path).await, "plan").set("title", "Theirs");
        theirs.press(&mut client, "send").await.expect(303);
        let page = mine.press(&mut client, "send").await;
        page.expect(409).says("As you typed it").says("<td>Mine</td><td>Theirs</td>");
        let again = Dialogue::of(page, "plan");
        assert_eq!((again.value("title"), again.value("place"), again.value("version")), ("Mine", "Room 1", "2"));
        assert_ne!(again.value("once"), mine.value("once"));
        again.press(&mut client, "send").await.expect(303);
        let rows = site.rows("SELECT title, place, status FROM meeting").await;
        assert_eq!(rows, [("Mine".into(), "Room 1".into(), "confirmed".into())]);
    })
    .await;
}

#[tokio::test]
async fn only_those_who_may_change_it_see_the_form() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let ola = site.person("Ola Berg", Role::Member, Language::Nb).await;
        site.person("Sanna Koski", Role::Member, Language::Fi).await;
        let bo = site.person("Bo Ek", Role::Member, Language::Sv).await;
        let mut client = site.signed_in(&anna).await;
        let place = sent(&mut client).await;
        let (edit, copy) = (format!("{place}/edit"), format!("/meetings/new?copy={}", &place["/meetings/".len()..]));
        let form = Dialogue::of(client.get(&edit).await, "plan");
        // Ola takes part but did not plan it; Bo must not even learn that it exists.
        let mut takes_part = site.signed_in(&ola).await;
        takes_part.get(&edit).await.expect(403);
        form.press(&mut takes_part, "send").await.expect(403);
        form.post(&mut takes_part, "/meetings/preview", "look").await.expect(403);
        let mut stranger = site.signed_in(&bo).await;
        for path in [&edit, &copy] {
            stranger.get(path).await.expect(404);
        }
        form.press(&mut stranger, "send").await.expect(404);
        form.post(&mut stranger, "/meetings/preview", "look").await.expect(404);
        client.get("/meetings/nonsense/edit").await.expect(404);
        // Whoever takes part may plan another like it; the first organizer comes along.
        let form = Dialogue::of(takes_part.get(&copy).await, "plan");
        assert_eq!((form.value("title"), form.value("date"), form.values("guest").len()), ("December", "", 2));
        assert!(form.values("guest").contains(&format!("p:{}", anna.id).as_str()));
    })
    .await;
}

#[tokio::test]
async fn what_is_over_or_cancelled_stays_as_it_is() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        site.person("Ola Berg", Role::Member, Language::Nb).await;
        site.person("Sanna Koski", Role::Member, Language::Fi).await;
        let mut client = site.signed_in(&anna).await;
        let path = format!("{}/edit", sent(&mut client).await);
        let form = Dialogue::of(client.get(&path).await, "plan").set("title", "Later");
        site.clock.pass(TimeDelta::days(3));
        let mut client = site.signed_in(&anna).await;
        form.press(&mut client, "send").await.expect(422).says("The meeting is over");
    })
    .await;
}

#[tokio::test]
async fn the_mails_of_a_change_are_shown_before_it_happens() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        site.person("Ola Berg", Role::Member, Language::Nb).await;
        site.person("Sanna Koski", Role::Member, Language::Fi).await;
        let mut client = site.signed_in(&anna).await;
        let place = sent(&mut client).await;
        deliver(&site).await;
        let form = Dialogue::of(client.get(&format!("{place}/edit")).await, "plan");
        let form = form.set("title", "December and January").set("who", "Liv <liv@kund.example>");
        let before = site.outbox().await;
        let page = form.press(&mut client, "mails").await;
        page.expect(200).says("id=\"mails\"").says("New title: December and January (before: December)");
        page.says("Ny tittel: December and January (før: December)").says("Uusi otsikko: December and January");
        page.says("Välkommen till ett möte med Anna Lind, Nordvik AB.");
        assert_eq!(site.outbox().await, before);
        let form = Dialogue::of(page, "plan").set("title", "");
        form.press(&mut client, "mails").await.expect(422).does_not_say("id=\"mails\"");
    })
    .await;
}
