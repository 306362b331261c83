//! Series that end: who is asked when, what each answer does, and what is known of the dates before.

use chrono::TimeDelta;
use sparsam::{
    app::series::review::ask::{outdated, queue_due},
    domain::limits::rule::{Level, Measure, Scope},
    store,
};

use super::{dates, delivered, mails, nordvik, planned};
use crate::support::{
    app::{Client, TestApp},
    db::{TestDb, on_both},
    dialogue::Dialogue,
    rules::limit,
};

/// Dates on 1, 15 and 29 December and 12 January; it is the last but one of them, after the third.
async fn about_to_end(db: TestDb) -> (TestApp, Client) {
    let (site, mut client) = nordvik(db).await;
    planned(&mut client).await;
    delivered(&site).await;
    let client = on(&site, "2026-12-30T09:00:00Z").await;
    assert_eq!(queue_due(&site.app).await.unwrap(), 1);
    (site, client)
}

/// Anna, signed in at this moment.
async fn on(site: &TestApp, moment: &str) -> Client {
    let moment: chrono::DateTime<chrono::Utc> = moment.parse().unwrap();
    site.clock.pass(moment - site.now());
    let mut tx = site.db().begin_read().await.unwrap();
    let anna = store::people::by_email(&mut tx, "anna@nordvik.example").await.unwrap().unwrap();
    drop(tx);
    site.signed_in(&anna).await
}

async fn series(site: &TestApp) -> Vec<String> {
    let rows = site.rows("SELECT uid, aim, COALESCE(continues, '') FROM series ORDER BY created_at").await;
    let id = |uid: &str| uuid::Uuid::parse_str(uid.split('@').next().unwrap()).unwrap().to_string();
    rows.iter().map(|row| id(&row.0)).collect()
}

async fn review(site: &TestApp, client: &mut Client) -> Dialogue {
    let id = series(site).await.remove(0);
    Dialogue::of(client.get(&format!("/series/{id}/review")).await, "review")
}

const AIM: &str = "We close the targets of the year together";

#[tokio::test]
async fn the_organizer_is_asked_once_two_weeks_ahead() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        planned(&mut client).await;
        delivered(&site).await;
        // More than two weeks are left.
        on(&site, "2026-12-29T12:00:00Z").await;
        assert_eq!(queue_due(&site.app).await.unwrap(), 0);
        let mut client = on(&site, "2026-12-30T09:00:00Z").await;
        assert_eq!(queue_due(&site.app).await.unwrap(), 1);
        assert_eq!(queue_due(&site.app).await.unwrap(), 0);
        assert_eq!(mails(&site).await, ["series_review anna"]);
        client.get("/").await.expect(200).says("“Targets” ends on 12 Jan. Should it continue?");
        let id = series(&site).await.remove(0);
        client.get(&format!("/series/{id}")).await.expect(200).says("not recorded").says("The series ends then unless");
    })
    .await;
}

#[tokio::test]
async fn a_series_that_has_hardly_begun_is_not_asked_about() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        let page = client.get("/meetings/new?purpose=targets&start=2026-12-01T14:00").await;
        let form = Dialogue::of(page, "plan").set("title", "Daily").set("who", "ola berg").set("limits_seen", "yes");
        let form = form.set("repeat", "working_day").set("repeat_count", "4");
        form.press(&mut client, "send").await.expect(303);
        delivered(&site).await;
        assert_eq!(queue_due(&site.app).await.unwrap(), 0);
        on(&site, "2026-12-02T17:00:00Z").await;
        assert_eq!(queue_due(&site.app).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn several_instances_ask_once() {
    let Some(db) = TestDb::postgres().await else { return };
    let (site, mut client) = nordvik(db).await;
    planned(&mut client).await;
    delivered(&site).await;
    on(&site, "2026-12-30T09:00:00Z").await;
    let other = site.another(2).await;
    let (a, b) = tokio::join!(queue_due(&site.app), queue_due(&other));
    assert_eq!(a.unwrap() + b.unwrap(), 1);
    assert_eq!(mails(&site).await, ["series_review anna"]);
}

#[tokio::test]
async fn what_goes_on_says_what_for_and_stays_the_same_series() {
    on_both(async |db| {
        let (site, mut client) = about_to_end(db).await;
        let form = review(&site, &mut client).await;
        form.press(&mut client, "").await.expect(422).says("Choose what should happen to the series");
        let form = form.set("answer", "keep").set("aim", "because");
        form.press(&mut client, "").await.expect(422).says("Say in one sentence").says("because");
        let form = form.set("aim", AIM);
        let done = form.press(&mut client, "").await;
        let location = done.expect(303).location().to_owned();
        client.get(&location).await.expect(200).says("The series continues").says(AIM);
        assert_eq!(form.press(&mut client, "").await.expect(303).location(), location, "it is sent once");
        assert_eq!(series(&site).await.len(), 1);
        assert_eq!(dates(&site).await.len(), 17);
        let mut told = mails(&site).await;
        told.sort();
        let expected = ["series_changed anna", "series_changed ola", "series_changed sanna", "series_review anna"];
        assert_eq!(told, expected);
        assert_eq!(site.count("SELECT COUNT(*) FROM series_review WHERE state = 'kept'").await, 1);
        // Nobody is asked about what was answered, also when the mail was late.
        assert_eq!(late(&site).await, 1);
        client.get("/").await.expect(200).does_not_say("Should it continue?");
        // Everybody is asked again.
        assert_eq!(site.count("SELECT COUNT(*) FROM attendee WHERE answer = 'open'").await, 17 * 2);
    })
    .await;
}

#[tokio::test]
async fn an_answer_can_be_taken_back_while_nothing_has_left() {
    on_both(async |db| {
        let (site, mut client) = about_to_end(db).await;
        let claims = site.count("SELECT COUNT(*) FROM claim").await;
        for (answer, count) in [("keep", 17), ("stop", 4)] {
            let form = review(&site, &mut client).await.set("answer", answer).set("aim", AIM);
            let done = form.press(&mut client, "").await;
            let location = done.expect(303).location().to_owned();
            assert_eq!(dates(&site).await.len(), count, "{answer}");
            let Some((_, change)) = location.split_once("sent=") else { continue };
            client.get(&location).await.expect(200).says(&format!("/changes/{change}/undoing"));
            client.post(&format!("/changes/{change}/undoing"), &[]).await.expect(303);
            assert_eq!(dates(&site).await.len(), 4, "{answer}");
            assert_eq!(site.count("SELECT COUNT(*) FROM series_review WHERE state = 'open'").await, 1, "{answer}");
            assert_eq!(site.count("SELECT COUNT(*) FROM claim").await, claims, "{answer}");
            let queued = "SELECT COUNT(*) FROM outbox WHERE state = 'queued' AND kind <> 'series_review'";
            assert_eq!(site.count(queued).await, 0, "{answer}");
        }
    })
    .await;
}

/// Questions in the outbox that need not be sent.
async fn late(site: &TestApp) -> usize {
    let mut tx = site.db().begin().await.unwrap();
    let lease = (uuid::Uuid::from_u128(1), site.now() + TimeDelta::minutes(2));
    let claimed = store::outbox::claim(&mut tx, site.now() + TimeDelta::minutes(2), lease, 50).await.unwrap();
    outdated(&mut tx, &claimed, site.now()).await.unwrap().len()
}

#[tokio::test]
async fn what_changes_goes_on_under_another_uid() {
    on_both(async |db| {
        let (site, mut client) = about_to_end(db).await;
        let form = review(&site, &mut client).await.set("answer", "shorten").set("aim", AIM);
        form.page.says("Make it shorter: 15 min instead of");
        form.press(&mut client, "").await.expect(303);
        assert_eq!(series(&site).await.len(), 2);
        assert_eq!(site.count("SELECT COUNT(*) FROM series WHERE continues IS NOT NULL").await, 1);
        assert_eq!(site.count("SELECT COUNT(*) FROM meeting WHERE minutes = 15").await, 13);
        assert_eq!(site.count("SELECT COUNT(*) FROM meeting WHERE minutes <> 15").await, 4);
        let told = mails(&site).await;
        assert_eq!(told.iter().filter(|mail| mail.starts_with("series_invitation ")).count(), 3, "{told:?}");
        // What it was worth before counts for what it is now.
        let newer = series(&site).await.remove(1);
        client.get(&format!("/series/{newer}")).await.expect(200).says("Continues an earlier series");
        assert_eq!(queue_due(&site.app).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn fewer_people_and_fewer_dates() {
    on_both(async |db| {
        let (site, mut client) = about_to_end(db).await;
        let form = review(&site, &mut client).await.set("answer", "fewer_people").set("aim", AIM);
        form.press(&mut client, "").await.expect(422).says("Tick at least one person");
        let sanna = form.page.says("Sanna Koski").body.clone();
        let row = sanna.split("Sanna Koski").next().unwrap().rsplit("value=\"").next().unwrap();
        let row = row.split('"').next().unwrap().to_owned();
        form.set("without", &row).press(&mut client, "").await.expect(303);
        let seats = "SELECT COUNT(*) FROM attendee WHERE name = 'Sanna Koski' AND removed_at IS NULL";
        assert_eq!((site.count(seats).await, dates(&site).await.len()), (4, 17));
    })
    .await;
    on_both(async |db| {
        let (site, mut client) = about_to_end(db).await;
        let form = review(&site, &mut client).await;
        form.page.says("Less often: Every 4 weeks on Tuesday");
        form.set("answer", "less_often").set("aim", AIM).press(&mut client, "").await.expect(303);
        let starts = site.rows("SELECT zone, title, zone FROM meeting WHERE starts_at > '2027-01-20'").await;
        assert_eq!(starts.len(), 13);
        assert_eq!(site.count("SELECT COUNT(*) FROM meeting WHERE starts_at < '2027-02-10'").await, 5);
    })
    .await;
}

#[tokio::test]
async fn a_series_goes_on_where_it_was_broken_off() {
    on_both(async |db| {
        let (site, mut client) = about_to_end(db).await;
        // Kept until 13 July: the dates from 26 January on; then all but the first of them are called off.
        review(&site, &mut client).await.set("answer", "keep").set("aim", AIM).press(&mut client, "").await.expect(303);
        delivered(&site).await;
        let second = dates(&site).await[5].clone();
        let page = client.get(&format!("/meetings/{second}/cancellation/new")).await;
        let (once, version) = (page.value_of("once"), page.value_of("version"));
        let fields =
            [("once", once.as_str()), ("version", &version), ("scope", "following"), ("reason", "Too far ahead")];
        client.post(&format!("/meetings/{second}/cancellation"), &fields).await.expect(303);
        delivered(&site).await;
        assert_eq!(site.count("SELECT COUNT(*) FROM meeting WHERE status = 'confirmed'").await, 5);
        let mut client = on(&site, "2027-01-20T09:00:00Z").await;
        let form = review(&site, &mut client).await;
        form.set("answer", "keep").set("aim", AIM).press(&mut client, "").await.expect(303);
        let standing = "SELECT CAST(MIN(start_local) AS TEXT), '', '' FROM meeting
            WHERE status = 'confirmed' AND start_local > '2027-01-27'";
        assert!(site.rows(standing).await[0].0.starts_with("2027-02-09"), "{:?}", site.rows(standing).await);
        // What was called off has those places under the old UID.
        let places = "SELECT COUNT(*) FROM (SELECT series_id, original_start FROM meeting
            GROUP BY series_id, original_start HAVING COUNT(*) > 1) AS twice";
        assert_eq!((site.count(places).await, series(&site).await.len()), (0, 2));
    })
    .await;
}

#[tokio::test]
async fn fewer_people_are_people_of_the_last_date() {
    on_both(async |db| {
        let (site, mut client) = about_to_end(db).await;
        let form = review(&site, &mut client).await.set("answer", "fewer_people").set("aim", AIM);
        let nobody = form.set("without", &uuid::Uuid::nil().to_string());
        nobody.press(&mut client, "").await.expect(422).says("Tick at least one person");
        assert_eq!(dates(&site).await.len(), 4);
    })
    .await;
}

#[tokio::test]
async fn stopping_calls_off_what_is_left() {
    on_both(async |db| {
        let (site, mut client) = about_to_end(db).await;
        let form = review(&site, &mut client).await;
        form.page.says("Stop: cancel the one remaining date");
        let location = form.set("answer", "stop").press(&mut client, "").await.expect(303).location().to_owned();
        client.get(&location).await.expect(200).says("The remaining dates are cancelled");
        assert_eq!(site.count("SELECT COUNT(*) FROM meeting WHERE status = 'cancelled'").await, 1);
        on(&site, "2027-01-13T09:00:00Z").await;
        assert_eq!(queue_due(&site.app).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn without_an_answer_it_ends_and_says_so() {
    on_both(async |db| {
        let (site, _) = about_to_end(db).await;
        delivered(&site).await;
        on(&site, "2027-01-12T13:10:00Z").await;
        assert_eq!(queue_due(&site.app).await.unwrap(), 0, "it is still going on");
        let mut client = on(&site, "2027-01-12T14:00:00Z").await;
        assert_eq!(queue_due(&site.app).await.unwrap(), 1);
        assert_eq!(queue_due(&site.app).await.unwrap(), 0);
        assert_eq!(mails(&site).await, ["series_ended anna"]);
        let id = series(&site).await.remove(0);
        client.get(&format!("/series/{id}")).await.expect(200).says("Nobody said why it should continue");
        client.get(&format!("/series/{id}/review")).await.expect(303);
    })
    .await;
}

#[tokio::test]
async fn an_end_that_moves_is_asked_about_anew() {
    on_both(async |db| {
        let (site, mut client) = about_to_end(db).await;
        let last = dates(&site).await[3].clone();
        let page = client.get(&format!("/meetings/{last}/moves/new")).await;
        let form = Dialogue::of(page, "move").set("slot", "own").set("date", "2027-01-13").set("time", "10:00");
        form.set("limits_seen", "yes").set("scope", "this").press(&mut client, "move").await.expect(303);
        assert_eq!(late(&site).await, 1);
        client.get("/").await.expect(200).does_not_say("Should it continue?");
        assert_eq!(queue_due(&site.app).await.unwrap(), 1);
        client.get("/").await.expect(200).says("ends on 13 Jan. Should it continue?");
        let mut client = on(&site, "2027-01-13T11:00:00Z").await;
        assert_eq!(queue_due(&site.app).await.unwrap(), 1);
        assert_eq!(site.count("SELECT COUNT(*) FROM series_review").await, 1, "the end that was none is forgotten");
        client.get("/").await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn further_dates_are_judged_like_a_new_plan() {
    on_both(async |db| {
        let (site, mut client) = about_to_end(db).await;
        let day = "2027-01-26".parse().unwrap();
        limit(&site.app, Scope::Organization, Measure::Dates { from: day, to: day }, Level::Block).await;
        let form = review(&site, &mut client).await.set("answer", "keep").set("aim", AIM);
        let stopped = form.press(&mut client, "").await;
        stopped.expect(422).says("Limits do not allow these dates").says("26 Jan");
        let form = Dialogue::of(stopped, "review").set("skip", "2027-01-26");
        form.press(&mut client, "").await.expect(303);
        assert_eq!(dates(&site).await.len(), 16);
    })
    .await;
}

#[tokio::test]
async fn the_record_tells_what_was_recorded() {
    on_both(async |db| {
        let (site, mut client) = about_to_end(db).await;
        for statement in [
            "INSERT INTO course (meeting_id, began_at, ended_at, outcome, result, next_step, shared, state, edition,
                version, created_at, updated_at)
             SELECT id, starts_at, starts_at, 'held', '', '', FALSE, 'open', 0, 1, created_at, updated_at
             FROM meeting WHERE starts_at < '2026-12-20'",
            "INSERT INTO attendance (attendee_id, meeting_id, presence, noted_at)
             SELECT attendee.id, meeting_id, CASE WHEN name = 'Sanna Koski' THEN 'absent' ELSE 'attended' END, created_at
             FROM attendee JOIN meeting ON meeting.id = meeting_id WHERE meeting.starts_at < '2026-12-10'",
            "INSERT INTO decision (id, meeting_id, body, search_key, shared, written_by, decided_at)
             SELECT id, id, 'D', 'd', FALSE, organizer_id, created_at FROM meeting WHERE starts_at < '2026-12-10'",
        ] {
            site.execute(statement).await.unwrap();
        }
        let page = client.get(&format!("/series/{}", series(&site).await[0])).await;
        page.expect(200).says("<dt>Held</dt><dd>2 of 2</dd>").says("<dt>Attended</dt><dd>2 of 3</dd>");
        page.says("<dt>Ended early</dt><dd>2 of 2</dd>").says("1 and 0, from 2 of 3 dates").says("1 decision");
        page.says("<dt>Worth the time</dt><dd>not recorded</dd>").says("circle class=\"f\"");
    })
    .await;
}

#[tokio::test]
async fn a_file_of_one_date_names_its_place_in_the_series() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        planned(&mut client).await;
        let second = dates(&site).await[1].clone();
        let file = client.get(&format!("/meetings/{second}/invite.ics")).await;
        file.expect(200).says("RECURRENCE-ID;TZID=Europe/Stockholm:20261215T140000").does_not_say("RRULE:FREQ=WEEKLY");
        let uid = &site.rows("SELECT uid, zone, aim FROM series").await[0].0;
        file.says(&format!("UID:{uid}")).does_not_say("METHOD").does_not_say("ATTENDEE");
    })
    .await;
}

#[tokio::test]
async fn mails_about_a_series_that_did_not_arrive_wait_for_its_organizer() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        planned(&mut client).await;
        delivered(&site).await;
        client.get("/").await.expect(200).does_not_say("did not get the email");
        site.execute("UPDATE outbox SET state = 'refused' WHERE recipient LIKE 'ola@%'").await.unwrap();
        client.get("/").await.expect(200).says("Ola Berg did not get the email about “Targets”");
    })
    .await;
}

#[tokio::test]
async fn ratings_are_told_of_four_people_and_to_those_who_plan() {
    on_both(async |db| {
        let (site, mut client) = about_to_end(db).await;
        // Ola and Sanna have rated two dates each: four ratings of two people.
        site.execute(
            "INSERT INTO worth (attendee_id, meeting_id, score, given_at)
             SELECT attendee.id, meeting_id, 4, meeting.created_at FROM attendee JOIN meeting ON meeting.id = meeting_id
             WHERE attendee.role <> 'chair' AND meeting.starts_at < '2026-12-30' AND meeting.starts_at > '2026-12-10'",
        )
        .await
        .unwrap();
        let past: Vec<_> = dates(&site).await.iter().take(3).map(|id| id.parse().unwrap()).collect();
        let mut tx = site.db().begin_read().await.unwrap();
        assert_eq!(store::series_record::ratings(&mut tx, &past).await.unwrap(), (2, 4, 16));
        let ola = store::people::by_email(&mut tx, "ola@nordvik.example").await.unwrap();
        drop(tx);
        let path = format!("/series/{}", series(&site).await[0]);
        client.get(&path).await.says("<dt>Worth the time</dt><dd>not recorded</dd>");
        let mut ola = site.signed_in(&ola.unwrap()).await;
        ola.get(&path).await.expect(200).says("<dt>Held</dt>").does_not_say("Worth the time");
    })
    .await;
}
