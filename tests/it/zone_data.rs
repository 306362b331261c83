//! A country changes its clocks: what becomes of the meetings that were planned there.

use chrono::TimeDelta;
use sparsam::{
    app::zone_data,
    domain::ids::MeetingId,
    store::{self, meetings::FullMeeting},
};

use crate::support::{
    app::{Client, TestApp},
    db::on_both,
    dialogue::Dialogue,
    meetings::Stage,
};

async fn read(site: &TestApp, id: MeetingId) -> FullMeeting {
    let mut tx = site.db().begin_read().await.unwrap();
    store::meetings::by_id(&mut tx, id).await.unwrap().unwrap()
}

async fn planned(stage: &Stage, customer: bool, at: &str) -> FullMeeting {
    let (id, _) = stage.plan_as(&stage.anna, stage.details("Targets", customer), at).await;
    stage.meeting(id).await
}

/// As if older data had taken this instant for a wall time some hours later.
async fn planned_by_older_data(site: &TestApp, id: MeetingId, hours: i64) {
    let mut full = read(site, id).await;
    let version = full.meeting.version;
    full.meeting.start_local += TimeDelta::hours(hours);
    "2020a".clone_into(&mut full.meeting.zone_data);
    let mut tx = site.db().begin().await.unwrap();
    assert!(store::meetings::update(&mut tx, &full, version).await.unwrap());
    tx.commit().await.unwrap();
}

async fn follow(site: &TestApp) {
    zone_data::follow(&site.app, |_| "The zone has changed its clocks".to_owned()).await.unwrap();
}

/// Kind and reader of the mails that wait.
async fn mails(site: &TestApp) -> Vec<String> {
    let rows = site.rows("SELECT kind, recipient, state FROM outbox WHERE state = 'queued' ORDER BY kind, recipient");
    rows.await.into_iter().map(|(kind, to, _)| format!("{kind} {}", to.split('@').next().unwrap())).collect()
}

async fn delivered(site: &TestApp) {
    site.execute("UPDATE outbox SET state = 'accepted', attempts = 1 WHERE state = 'queued'").await.unwrap();
    site.clock.pass(TimeDelta::minutes(2));
}

#[tokio::test]
async fn a_meeting_stays_at_its_wall_time_and_everybody_hears_once() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (moved, right) = (
            planned(&stage, true, "2026-11-25T14:00:00").await.meeting,
            planned(&stage, true, "2026-11-26T14:00:00").await.meeting,
        );
        let site = &stage.site;
        delivered(site).await;
        planned_by_older_data(site, moved.id, 1).await;
        planned_by_older_data(site, right.id, 0).await;
        follow(site).await;
        let after = read(site, moved.id).await.meeting;
        assert_eq!(after.starts_at, moved.starts_at + TimeDelta::hours(1));
        assert_eq!(after.start_local, moved.start_local + TimeDelta::hours(1));
        assert_eq!(mails(site).await, ["moved anna", "moved eeva", "moved ola", "moved sanna"]);
        let same = read(site, right.id).await.meeting;
        assert_eq!((same.starts_at, same.version), (right.starts_at, right.version));
        let told = site.rows("SELECT CAST(payload AS TEXT), '', '' FROM outbox WHERE state = 'queued'").await;
        assert!(told.iter().all(|row| row.0.contains("has changed its clocks")), "{told:?}");
        // Claims, feeds and lists go by the new instant.
        let mut tx = site.db().begin_read().await.unwrap();
        assert_eq!(store::claims::inconsistencies(&mut tx).await.unwrap(), 0);
        drop(tx);
        delivered(site).await;
        follow(site).await;
        assert_eq!(mails(site).await, [] as [String; 0]);
        assert_eq!(site.count("SELECT COUNT(*) FROM meeting WHERE zone_data = '2020a'").await, 0);
    })
    .await;
}

#[tokio::test]
async fn what_is_over_and_what_newer_data_say_is_left_alone() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let over = planned(&stage, false, "2026-11-25T14:00:00").await.meeting;
        let newer = planned(&stage, false, "2026-12-25T14:00:00").await.meeting;
        let site = &stage.site;
        delivered(site).await;
        planned_by_older_data(site, over.id, 1).await;
        planned_by_older_data(site, newer.id, 1).await;
        site.execute("UPDATE meeting SET zone_data = '2999z' WHERE start_local > '2026-12-01 00:00:00'").await.unwrap();
        site.clock.pass(TimeDelta::days(5));
        follow(site).await;
        for was in [&over, &newer] {
            assert_eq!(read(site, was.id).await.meeting.starts_at, was.starts_at);
        }
        assert_eq!(mails(site).await, [] as [String; 0]);
    })
    .await;
}

#[tokio::test]
async fn all_dates_of_a_series_are_one_mail() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let mut anna: Client = stage.site.signed_in(&stage.anna).await;
        let page = anna.get("/meetings/new?purpose=targets&start=2026-12-01T14:00").await;
        let form = Dialogue::of(page, "plan").set("title", "Targets").set("who", "ola berg").set("limits_seen", "yes");
        let form = Dialogue::of(form.press(&mut anna, "add-person").await, "plan");
        form.set("repeat", "week").set("repeat_count", "3").press(&mut anna, "send").await.expect(303);
        let site = &stage.site;
        delivered(site).await;
        let mut tx = site.db().begin_read().await.unwrap();
        let series = site.rows("SELECT uid, zone, zone FROM series").await;
        let uid = series[0].0.split('@').next().unwrap().parse::<uuid::Uuid>().unwrap();
        let ids = store::series::dates(&mut tx, uid.into()).await.unwrap();
        drop(tx);
        // Two of three are on the other side of a change of the clocks.
        for id in &ids[1..] {
            planned_by_older_data(site, *id, 1).await;
        }
        follow(site).await;
        let mut hours = Vec::new();
        for id in &ids {
            hours.push(read(site, *id).await.meeting.starts_at.format("%H").to_string());
        }
        assert_eq!(hours, ["13", "14", "14"]);
        assert_eq!(mails(site).await, ["series_moved anna", "series_moved ola"]);
        follow(site).await;
        assert_eq!(mails(site).await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn no_limit_stops_the_clocks() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let moved = planned(&stage, false, "2026-11-25T14:00:00").await.meeting;
        let there = planned(&stage, false, "2026-11-25T15:00:00").await.meeting;
        let site = &stage.site;
        delivered(site).await;
        crate::support::rules::limit(
            &site.app,
            sparsam::domain::limits::rule::Scope::Organization,
            sparsam::domain::limits::rule::Measure::Overlap,
            sparsam::domain::limits::rule::Level::Block,
        )
        .await;
        planned_by_older_data(site, moved.id, 1).await;
        follow(site).await;
        assert_eq!(read(site, moved.id).await.meeting.starts_at, there.starts_at);
        assert_eq!(site.count("SELECT COUNT(*) FROM limit_override WHERE level = 'block'").await.min(1), 1);
    })
    .await;
}
