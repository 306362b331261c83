//! Series: planned, told once to everybody, changed in parts and as a whole, undone.

use sparsam::domain::{language::Language, person::Role};

use crate::support::{
    app::{Client, TestApp},
    db::{TestDb, on_both},
    dialogue::Dialogue,
};

async fn pressed(form: Dialogue, client: &mut Client, button: &str) -> Dialogue {
    let page = form.press(client, button).await;
    page.expect(200);
    Dialogue::of(page, "plan")
}

/// Every other Tuesday at 14:00, four times, with Ola and Sanna.
async fn planned(client: &mut Client) -> String {
    let page = client.get("/meetings/new?purpose=targets&start=2026-12-01T14:00").await;
    let mut form = Dialogue::of(page, "plan").set("title", "Targets");
    for who in ["ola berg", "sanna koski"] {
        form = pressed(form.set("who", who), client, "add-person").await;
    }
    let form = form.set("repeat", "week").set("repeat_every", "2").set("repeat_count", "4");
    let form = pressed(form, client, "look").await;
    form.page.says("Every other Tuesday at 14:00, 4 times");
    let sent = form.press(client, "send").await;
    sent.expect(303).location().to_owned()
}

async fn nordvik(db: TestDb) -> (TestApp, Client) {
    let (site, anna) = TestApp::nordvik(db).await;
    site.person("Ola Berg", Role::Member, Language::En).await;
    site.person("Sanna Koski", Role::Member, Language::Fi).await;
    let client = site.signed_in(&anna).await;
    (site, client)
}

async fn mails(site: &TestApp) -> Vec<String> {
    let rows = site.rows("SELECT kind, recipient, state FROM outbox WHERE state = 'queued' ORDER BY id").await;
    rows.into_iter().map(|(kind, to, _)| format!("{kind} {}", to.split('@').next().unwrap())).collect()
}

#[tokio::test]
async fn a_series_is_one_mail_for_each_person() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        let location = planned(&mut client).await;
        assert_eq!(site.count("SELECT COUNT(*) FROM meeting WHERE series_id IS NOT NULL").await, 4);
        assert_eq!(mails(&site).await.len(), 3, "{:?}", mails(&site).await);
        assert!(mails(&site).await.iter().all(|mail| mail.starts_with("series_invitation ")));
        client.get(&location).await.expect(200).says("Part of a series");
    })
    .await;
}

#[tokio::test]
async fn within_the_undo_time_changes_of_any_dates_are_one_mail() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        let location = planned(&mut client).await;
        let first = location.split('?').next().unwrap().to_owned();
        for (scope, title) in [("all", "Goals"), ("this", "Kick-off")] {
            let form = Dialogue::of(client.get(&format!("{first}/edit")).await, "plan");
            form.set("title", title).set("scope", scope).press(&mut client, "send").await.expect(303);
        }
        let titles = site.rows("SELECT title, status, zone FROM meeting ORDER BY starts_at").await;
        let titles: Vec<&str> = titles.iter().map(|row| row.0.as_str()).collect();
        assert_eq!(titles, ["Kick-off", "Goals", "Goals", "Goals"]);
        assert_eq!(mails(&site).await.len(), 3, "{:?}", mails(&site).await);
    })
    .await;
}

#[tokio::test]
async fn calling_off_what_follows_ends_the_series_and_undoing_brings_it_back() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        planned(&mut client).await;
        site.execute("UPDATE outbox SET state = 'accepted', attempts = 1").await.unwrap();
        let ids = site.rows("SELECT uid, status, zone FROM meeting ORDER BY starts_at").await;
        let third = uuid::Uuid::parse_str(ids[2].0.split('@').next().unwrap()).unwrap();
        let page = client.get(&format!("/meetings/{third}/cancellation/new")).await;
        let (once, version) = (page.value_of("once"), page.value_of("version"));
        let fields = [("once", once.as_str()), ("version", version.as_str()), ("scope", "following"), ("reason", "")];
        let done = client.post(&format!("/meetings/{third}/cancellation"), &fields).await;
        let location = done.expect(303).location().to_owned();
        assert_eq!(site.count("SELECT COUNT(*) FROM meeting WHERE status = 'cancelled'").await, 2);
        assert!(mails(&site).await.iter().all(|mail| mail.starts_with("series_fewer ")), "{:?}", mails(&site).await);
        let change = location.split("sent=").nth(1).unwrap().to_owned();
        client.post(&format!("/changes/{change}/undoing"), &[]).await.expect(303);
        assert_eq!(site.count("SELECT COUNT(*) FROM meeting WHERE status = 'cancelled'").await, 0);
        assert_eq!(mails(&site).await, [] as [String; 0]);
    })
    .await;
}

#[tokio::test]
async fn changing_what_follows_goes_on_under_another_uid() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        planned(&mut client).await;
        site.execute("UPDATE outbox SET state = 'accepted', attempts = 1").await.unwrap();
        let ids = site.rows("SELECT uid, status, zone FROM meeting ORDER BY starts_at").await;
        let third = uuid::Uuid::parse_str(ids[2].0.split('@').next().unwrap()).unwrap();
        let form = Dialogue::of(client.get(&format!("/meetings/{third}/edit")).await, "plan");
        let done = form.set("title", "Goals").set("scope", "following").press(&mut client, "send").await;
        let location = done.expect(303).location().to_owned();
        assert_eq!(site.count("SELECT COUNT(*) FROM series").await, 2);
        assert_eq!(site.count("SELECT COUNT(*) FROM series WHERE continues IS NOT NULL").await, 1);
        let kinds: Vec<String> = mails(&site).await;
        assert_eq!(kinds.iter().filter(|mail| mail.starts_with("series_fewer ")).count(), 3, "{kinds:?}");
        assert_eq!(kinds.iter().filter(|mail| mail.starts_with("series_invitation ")).count(), 3, "{kinds:?}");
        let change = location.split("sent=").nth(1).unwrap().to_owned();
        client.post(&format!("/changes/{change}/undoing"), &[]).await.expect(303);
        assert_eq!(site.count("SELECT COUNT(*) FROM series").await, 1);
        assert_eq!(mails(&site).await, [] as [String; 0]);
    })
    .await;
}
