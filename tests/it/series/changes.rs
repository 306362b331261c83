//! Changes of several dates at once: what they take along, what they leave alone, and how they are taken back.

use chrono::TimeDelta;
use sparsam::{
    app::{proposals, undo},
    domain::{
        ids::{ChangeId, MeetingId},
        language::Language,
        limits::rule::{Level, Measure, Scope as LimitScope},
        person::Role,
        proposal::CameBy,
        time::Interval,
    },
    identity::link::LinkPurpose,
    store,
};

use super::{course::anna, dates, delivered, mails, messages::call_off, nordvik, planned, pressed};
use crate::support::{
    app::{Answer, Client, TestApp},
    db::{TestDb, on_both},
    dialogue::Dialogue,
    planning::Sketch,
    rules::limit,
};

/// The start and minutes of all dates, as their own clock shows them.
async fn times(site: &TestApp) -> Vec<String> {
    let query = match site.db() {
        store::Db::Sqlite { .. } => "SELECT start_local, title, status FROM meeting ORDER BY original_start",
        store::Db::Postgres(_) => {
            "SELECT to_char(start_local, 'YYYY-MM-DD HH24:MI:SS'), title, status FROM meeting ORDER BY original_start"
        }
    };
    let rows = site.rows(query).await;
    rows.into_iter().map(|row| row.0.chars().skip(5).take(11).collect()).collect()
}

/// Moves from the page of one date, at its own day.
async fn moved(client: &mut Client, id: &str, (time, scope): (&str, &str)) -> Answer {
    let form = Dialogue::of(client.get(&format!("/meetings/{id}/moves/new")).await, "move");
    let form = form.set("slot", "own").set("time", time).set("scope", scope);
    form.set("limits_seen", "yes").press(client, "move").await
}

fn change_of(answer: &Answer) -> ChangeId {
    answer.location().split("sent=").nth(1).unwrap().parse().unwrap()
}

#[tokio::test]
async fn moving_all_leaves_alone_what_has_begun_and_what_would_be_over() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        let page = client.get("/meetings/new?purpose=targets&start=2026-11-23T14:00").await;
        let form = Dialogue::of(page, "plan").set("title", "Daily").set("who", "ola berg");
        let form = pressed(form, &mut client, "add-person").await;
        let form = form.set("repeat", "working_day").set("repeat_count", "4").set("limits_seen", "yes");
        form.press(&mut client, "send").await.expect(303);
        delivered(&site).await;
        let all = dates(&site).await;
        // It is nine in the morning; today's meeting would be over already.
        moved(&mut client, &all[1], ("08:30", "all")).await.expect(303);
        assert_eq!(times(&site).await, ["11-23 14:00", "11-24 08:30", "11-25 08:30", "11-26 08:30"]);
        delivered(&site).await;
        // Now it runs.
        site.clock.pass(TimeDelta::hours(5));
        let mut client = site.signed_in(&anna(&site).await).await;
        moved(&mut client, &all[1], ("15:00", "all")).await.expect(303);
        assert_eq!(times(&site).await, ["11-23 14:00", "11-24 15:00", "11-25 15:00", "11-26 15:00"]);
    })
    .await;
}

#[tokio::test]
async fn dates_that_are_saved_quietly_wait_for_the_next_mail() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        planned(&mut client).await;
        delivered(&site).await;
        let all = dates(&site).await;
        let edit = async |client: &mut Client, id: &str, (title, scope, quiet): (&str, &str, &str)| {
            let form = Dialogue::of(client.get(&format!("/meetings/{id}/edit")).await, "plan");
            let form = form.set("title", title).set("scope", scope).set("quiet", quiet);
            form.press(client, "send").await.expect(303);
        };
        edit(&mut client, &all[0], ("Goals", "all", "yes")).await;
        edit(&mut client, &all[1], ("Kick-off", "this", "yes")).await;
        assert_eq!(mails(&site).await, [] as [String; 0]);
        client.get(&format!("/meetings/{}", all[1])).await.expect(200).says("Kick-off").says("without telling people");
        moved(&mut client, &all[3], ("15:00", "this")).await.expect(303);
        edit(&mut client, &all[2], ("Goals of all", "this", "yes")).await;
        // What was about to leave still does.
        assert_eq!(mails(&site).await, ["series_changed anna", "series_changed ola", "series_changed sanna"]);
        delivered(&site).await;
        // What follows goes on under another UID, which has to be told.
        edit(&mut client, &all[2], ("From now on", "following", "yes")).await;
        assert_eq!(mails(&site).await.len(), 6);
    })
    .await;
}

#[tokio::test]
async fn moving_all_answers_who_suggested_another_time() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        planned(&mut client).await;
        delivered(&site).await;
        let all = dates(&site).await;
        let suggest = async |number: usize, hours: i64| {
            let id: MeetingId = all[number].parse().unwrap();
            let mut tx = site.db().begin().await.unwrap();
            let full = store::meetings::by_id(&mut tx, id).await.unwrap().unwrap();
            let ola = full.attendees.iter().find(|a| a.name == "Ola Berg").unwrap().id;
            let start = full.meeting.starts_at + TimeDelta::hours(hours);
            let span = Interval::new(start, start + TimeDelta::minutes(full.meeting.minutes)).unwrap();
            let offer = proposals::Offer { span, note: None, came_by: CameBy::Mail };
            proposals::propose(&mut tx, &site.app, id, ola, offer).await.unwrap();
            tx.commit().await.unwrap();
        };
        suggest(1, 1).await;
        suggest(2, 2).await;
        delivered(&site).await;
        let done = moved(&mut client, &all[0], ("15:00", "all")).await;
        let states = async || {
            let rows = site.rows("SELECT proposal.state, title, status FROM proposal JOIN meeting ON meeting.id = meeting_id ORDER BY meeting.starts_at");
            rows.await.into_iter().map(|row| row.0).collect::<Vec<_>>()
        };
        assert_eq!(states().await, ["accepted", "overtaken"]);
        client.post(&format!("/changes/{}/undoing", change_of(&done)), &[]).await.expect(303);
        assert_eq!(states().await, ["open", "open"]);
    })
    .await;
}

#[tokio::test]
async fn a_limit_on_one_of_many_dates_stops_the_move_of_all_and_names_it() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        planned(&mut client).await;
        delivered(&site).await;
        let all = dates(&site).await;
        limit(&site.app, LimitScope::Organization, Measure::Overlap, Level::Block).await;
        let per = site.person("Per Moe", Role::Manager, Language::En).await;
        let mut tx = site.db().begin_read().await.unwrap();
        let ola = store::people::by_email(&mut tx, "ola@nordvik.example").await.unwrap().unwrap();
        drop(tx);
        site.plan(&per, Sketch::new("Elsewhere", "2026-12-15T15:00:00", &[&ola])).await;
        let stopped = moved(&mut client, &all[0], ("15:00", "all")).await;
        stopped.expect(422).says("Limits do not allow these dates as they would be: 15 Dec.");
        let mine = async || times(&site).await.into_iter().filter(|at| at.ends_with("14:00")).count();
        assert_eq!(mine().await, 4, "all or none");
        let form = Dialogue::of(stopped, "move");
        form.page.says("Leave as they are").says("name=\"skip\" value=\"2026-12-15\"");
        // Nothing is left out until somebody says so, and what was said stays on the form.
        form.press(&mut client, "move").await.expect(422);
        let form = form.set("skip", "2026-12-15");
        form.press(&mut client, "show").await.says("name=\"skip\" value=\"2026-12-15\" checked");
        let done = form.press(&mut client, "move").await;
        done.expect(303);
        assert_eq!(mine().await, 1);
        client.post(&format!("/changes/{}/undoing", change_of(&done)), &[]).await.expect(303);
        assert_eq!(mine().await, 4);
        moved(&mut client, &all[2], ("15:00", "following")).await.expect(303);
        assert_eq!(mine().await, 2);
    })
    .await;
}

#[tokio::test]
async fn an_edit_of_all_leaves_out_the_dates_that_are_to_stay() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        planned(&mut client).await;
        delivered(&site).await;
        let all = dates(&site).await;
        limit(&site.app, LimitScope::Organization, Measure::Overlap, Level::Block).await;
        let per = site.person("Per Moe", Role::Manager, Language::En).await;
        let lena = site.person("Lena Ek", Role::Member, Language::En).await;
        site.plan(&per, Sketch::new("Elsewhere", "2026-12-15T14:00:00", &[&lena])).await;
        delivered(&site).await;
        let form = Dialogue::of(client.get(&format!("/meetings/{}/edit", all[0])).await, "plan");
        let form = Dialogue::of(form.set("who", "per moe").press(&mut client, "add-person").await, "plan");
        let stopped = form.set("scope", "all").press(&mut client, "send").await;
        stopped.expect(422).says("15 Dec").says("Leave as they are");
        let form = Dialogue::of(stopped, "plan").set("skip", "2026-12-15");
        form.press(&mut client, "send").await.expect(303);
        let per = site.count("SELECT COUNT(*) FROM attendee WHERE name = 'Per Moe' AND role <> 'chair'").await;
        assert_eq!(per, 3);
    })
    .await;
}

#[tokio::test]
async fn taking_a_change_back_leaves_alone_what_it_did_not_change() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        planned(&mut client).await;
        delivered(&site).await;
        let all = dates(&site).await;
        let status = async || site.count("SELECT COUNT(*) FROM meeting WHERE status = 'cancelled'").await;
        call_off(&mut client, &all[1]).await;
        let form = Dialogue::of(client.get(&format!("/meetings/{}/edit", all[0])).await, "plan");
        let edit = form.set("title", "Goals").set("scope", "all").press(&mut client, "send").await;
        assert_eq!(site.count("SELECT COUNT(*) FROM meeting WHERE title = 'Goals'").await, 3);
        let off: uuid::Uuid = all[1].parse().unwrap();
        let mut tx = site.db().begin_read().await.unwrap();
        let calling_off = store::changes::newest(&mut tx, MeetingId::from_uuid(off)).await.unwrap().unwrap().id;
        drop(tx);
        client.post(&format!("/changes/{calling_off}/undoing"), &[]).await.expect(303);
        assert_eq!(status().await, 0);
        client.post(&format!("/changes/{}/undoing", change_of(&edit)), &[]).await.expect(303);
        assert_eq!(site.count("SELECT COUNT(*) FROM meeting WHERE title = 'Goals'").await, 0);
        assert_eq!(status().await, 0, "the date that was called off and stands again");
    })
    .await;
}

#[tokio::test]
async fn taking_a_change_back_locks_the_dates_in_the_order_of_all_others() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        let site: &'static TestApp = Box::leak(Box::new(site));
        planned(&mut client).await;
        delivered(site).await;
        let all = dates(site).await;
        let id = |number: usize| -> MeetingId { all[number].parse().unwrap() };
        let form = Dialogue::of(client.get(&format!("/meetings/{}/edit", all[2])).await, "plan");
        let edit = form.set("title", "Goals").set("scope", "all").press(&mut client, "send").await;
        let anna = anna(site).await;
        let mut tx = site.db().begin().await.unwrap();
        let actor = sparsam::app::actor::Actor::load(&mut tx, anna, None, String::new()).await.unwrap().unwrap();
        store::meetings::lock(&mut tx, id(0)).await.unwrap();
        let change = change_of(&edit);
        let undoing = tokio::spawn(async move { undo::run(&site.app, &actor, change).await });
        TestDb::somebody_waits(site.db()).await;
        store::meetings::lock(&mut tx, id(2)).await.unwrap();
        tx.commit().await.unwrap();
        undoing.await.unwrap().unwrap();
        assert_eq!(site.count("SELECT COUNT(*) FROM meeting WHERE title = 'Goals'").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_customer_in_a_later_date_is_given_a_reason() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        planned(&mut client).await;
        delivered(&site).await;
        let all = dates(&site).await;
        let form = Dialogue::of(client.get(&format!("/meetings/{}/edit", all[3])).await, "plan");
        let form = pressed(form.set("who", "eeva@kone.example"), &mut client, "add-person").await;
        let form = form.set("name:n:0", "Eeva Kallio").set("account:n:0", "Kone").set("scope", "this");
        form.press(&mut client, "send").await.expect(303);
        let page = client.get(&format!("/meetings/{}/cancellation/new", all[0])).await;
        let (once, version) = (page.value_of("once"), page.value_of("version"));
        let fields = [("once", once.as_str()), ("version", version.as_str()), ("scope", "all"), ("reason", "")];
        let refused = client.post(&format!("/meetings/{}/cancellation", all[0]), &fields).await;
        refused.expect(422).says("Customers take part. Tell them why.").says("name=\"scope\" value=\"all\" checked");
    })
    .await;
}

#[tokio::test]
async fn a_wrong_address_is_mended_in_all_dates_and_its_link_opens_none() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        planned(&mut client).await;
        delivered(&site).await;
        let all = dates(&site).await;
        let form = Dialogue::of(client.get(&format!("/meetings/{}/edit", all[0])).await, "plan");
        let form = pressed(form.set("who", "eva@kone.example"), &mut client, "add-person").await;
        let form = form.set("name:n:0", "Eeva Kallio").set("account:n:0", "Kone").set("scope", "all");
        form.press(&mut client, "send").await.expect(303);
        delivered(&site).await;
        let mut tx = site.db().begin_read().await.unwrap();
        let mut eeva = Vec::new();
        for date in &all {
            let full = store::meetings::by_id(&mut tx, date.parse().unwrap()).await.unwrap().unwrap();
            eeva.push((full.meeting.version, full.attendees.into_iter().find(|a| a.contact_id.is_some()).unwrap()));
        }
        drop(tx);
        let link = |number: usize| {
            let (links, row) = (site.app.links(), &eeva[number].1);
            let version = u32::try_from(row.link_version).unwrap();
            format!("/r/{}", links.token(LinkPurpose::ANSWER, row.id.uuid(), version))
        };
        let mut stranger = site.browser();
        for number in 0..4 {
            stranger.get(&link(number)).await.expect(200);
        }
        // The first date is over when it is mended on the page of the third.
        site.clock.pass(TimeDelta::days(9));
        let mut client = site.signed_in(&anna(&site).await).await;
        let path = format!("/meetings/{}/attendees/{}/address", all[2], eeva[2].1.id);
        let version = eeva[2].0.to_string();
        client.post(&path, &[("version", &version), ("email", "eeva@kone.example")]).await.expect(303);
        let right = "SELECT COUNT(*) FROM attendee WHERE email_key = 'eeva@kone.example'";
        assert_eq!(site.count(right).await, 3, "all that are to come");
        assert_eq!(mails(&site).await.iter().filter(|mail| mail.ends_with(" eeva")).count(), 1);
        for number in 1..4 {
            stranger.get(&link(number)).await.expect(404);
        }
        stranger.get(&link(0)).await.expect(200).says("Mötet är avslutat").does_not_say("15 december");
    })
    .await;
}
