//! Series: planned, told once to everybody, changed in parts and as a whole, undone.

mod bounds;
mod carry;
mod changes;
mod course;
mod effort;
mod endings;
mod endless;
mod messages;
mod repeats;
mod replies;

use chrono::TimeDelta;
use sparsam::domain::{
    language::Language,
    limits::rule::{Level, Measure, Period, Scope, Share},
    person::Role,
};

use crate::support::{
    app::{Client, TestApp},
    db::{TestDb, on_both},
    dialogue::Dialogue,
    rules::limit,
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

/// The mails so far have left, and cannot be taken back.
async fn delivered(site: &TestApp) {
    site.execute("UPDATE outbox SET state = 'accepted', attempts = 1 WHERE state = 'queued'").await.unwrap();
    site.clock.pass(TimeDelta::minutes(2));
}

/// The ids of all dates, by their start.
async fn dates(site: &TestApp) -> Vec<String> {
    let rows = site.rows("SELECT uid, status, zone FROM meeting ORDER BY starts_at").await;
    let id = |uid: &str| uuid::Uuid::parse_str(uid.split('@').next().unwrap()).unwrap().to_string();
    rows.iter().map(|row| id(&row.0)).collect()
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
        delivered(&site).await;
        let third = dates(&site).await[2].clone();
        let page = client.get(&format!("/meetings/{third}/cancellation/new")).await;
        let (once, version) = (page.value_of("once"), page.value_of("version"));
        let fields = [("once", once.as_str()), ("version", version.as_str()), ("scope", "following"), ("reason", "")];
        let done = client.post(&format!("/meetings/{third}/cancellation"), &fields).await;
        let location = done.expect(303).location().to_owned();
        assert_eq!(site.count("SELECT COUNT(*) FROM meeting WHERE status = 'cancelled'").await, 2);
        let told = mails(&site).await;
        assert_eq!(told, ["series_fewer anna", "series_fewer ola", "series_fewer sanna"]);
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
        delivered(&site).await;
        let third = dates(&site).await[2].clone();
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

#[tokio::test]
async fn one_change_is_one_mail_for_each_person_whatever_the_number_of_dates() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        let more = ["Ada", "Bo", "Cai", "Disa", "Eli", "Fia", "Gro", "Hans"];
        for name in more {
            site.person(&format!("{name} Test"), Role::Member, Language::En).await;
        }
        let everybody: Vec<String> = more
            .iter()
            .chain(&["Ola", "Sanna"])
            .map(|name| format!("{}@nordvik.example", name.to_lowercase()))
            .collect();
        let page = client.get("/meetings/new?purpose=targets&start=2026-12-01T14:00").await;
        let form = Dialogue::of(page, "plan").set("title", "Targets").set("limits_seen", "yes");
        let form = pressed(form.set("who", &everybody.join("; ")), &mut client, "add-person").await;
        let form = form.set("repeat", "week").set("repeat_count", "52").set("repeat_holidays", "keep");
        let location =
            form.set("limits_seen", "yes").press(&mut client, "send").await.expect(303).location().to_owned();
        assert_eq!(site.count("SELECT COUNT(*) FROM meeting WHERE series_id IS NOT NULL").await, 52);
        assert_eq!(mails(&site).await.len(), 11);
        delivered(&site).await;
        let first = location.split('?').next().unwrap();
        let form = Dialogue::of(client.get(&format!("{first}/edit")).await, "plan");
        form.set("title", "Goals").set("scope", "all").press(&mut client, "send").await.expect(303);
        assert_eq!(site.count("SELECT COUNT(*) FROM meeting WHERE title = 'Goals'").await, 52);
        let told = mails(&site).await;
        assert_eq!(told.len(), 11, "{told:?}");
        assert!(told.iter().all(|mail| mail.starts_with("series_changed ")), "{told:?}");
    })
    .await;
}

#[tokio::test]
async fn dates_that_limits_stop_are_shown_and_left_out_by_one_button() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        let measure = Measure::Meetings { most: 1, per: Period::Week, share: Share::Each };
        limit(&site.app, Scope::Organization, measure, Level::Block).await;
        let page = client.get("/meetings/new?purpose=targets&start=2026-12-01T14:00").await;
        let form =
            pressed(Dialogue::of(page, "plan").set("title", "Targets").set("who", "ola berg"), &mut client, "look");
        let form = form.await.set("repeat", "week").set("repeat_count", "4");
        let form = pressed(form, &mut client, "look").await;
        form.page.does_not_say("that limits stop");
        // Thursdays, too: each is the second meeting of its week.
        let form = form.set("repeat_days", "3");
        form.press(&mut client, "send").await.expect(422).says("Limits do not allow these dates");
        let form = pressed(form, &mut client, "look").await;
        form.page.says("Leave out the 2 dates that limits stop");
        let form = pressed(form, &mut client, "skip:2026-12-03,2026-12-10").await;
        form.page.does_not_say("that limits stop").says("2 times");
        assert_eq!(form.values("skip"), ["2026-12-03", "2026-12-10"]);
        form.press(&mut client, "send").await.expect(303);
        assert_eq!(site.count("SELECT COUNT(*) FROM meeting").await, 2);
    })
    .await;
}

#[tokio::test]
async fn what_any_date_needs_is_asked_for_and_given_once() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        let day = "2026-12-15".parse().unwrap();
        limit(&site.app, Scope::Organization, Measure::Dates { from: day, to: day }, Level::Reason).await;
        let page = client.get("/meetings/new?purpose=targets&start=2026-12-01T14:00").await;
        let form = Dialogue::of(page, "plan").set("title", "Targets").set("who", "ola berg");
        let form = pressed(form.set("repeat", "week").set("repeat_count", "4"), &mut client, "look").await;
        form.page.says("name=\"limits_reason\"");
        form.press(&mut client, "send").await.expect(422).says("15 Dec");
        let form = form.set("limits_reason", "The year ends in that week");
        form.press(&mut client, "send").await.expect(303);
        assert_eq!(site.count("SELECT COUNT(*) FROM meeting").await, 4);
        assert_eq!(site.count("SELECT COUNT(*) FROM limit_override WHERE level = 'reason'").await, 1);
        // The list marks the one date, for whoever plans it.
        let list = client.get("/meetings").await;
        assert_eq!(list.expect(200).body.matches("Limits exceeded").count(), 1);
        let page = client.get(&format!("/meetings/{}", dates(&site).await[0])).await;
        page.expect(200).does_not_say("Limits exceeded");
        // Once it is within, it bears the mark no more.
        let third = dates(&site).await[2].clone();
        let form = Dialogue::of(client.get(&format!("/meetings/{third}/moves/new")).await, "move");
        let form = form.set("slot", "own").set("date", "16.12.2026").set("scope", "this");
        form.press(&mut client, "move").await.expect(303);
        client.get("/meetings").await.expect(200).does_not_say("Limits exceeded");
    })
    .await;
}

#[tokio::test]
async fn what_dates_have_of_their_own_is_shown_before_an_edit_of_all_replaces_it() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        planned(&mut client).await;
        let all = dates(&site).await;
        let form = Dialogue::of(client.get(&format!("/meetings/{}/edit", all[1])).await, "plan");
        form.page.says("All 4 remaining dates").does_not_say("would replace their own details");
        form.set("title", "Kick-off").set("scope", "this").press(&mut client, "send").await.expect(303);
        let form = Dialogue::of(client.get(&format!("/meetings/{}/edit", all[0])).await, "plan");
        let form = form.set("title", "Goals");
        let preview = form.post(&mut client, "/meetings/preview", "look").await;
        preview.expect(200).says("would replace their own details").says("15 Dec");
        form.set("scope", "all").press(&mut client, "send").await.expect(303);
        assert_eq!(site.count("SELECT COUNT(*) FROM meeting WHERE title = 'Goals'").await, 4);
        client.get(&format!("/meetings/{}", all[3])).await.expect(200).says("Goals");
    })
    .await;
}
