//! Series that never end: who allows it, how they go on, and how they end after all.

use chrono::{TimeDelta, Utc};
use sparsam::{
    app::series::{
        endless::{decide, prolong},
        review::ask::queue_due,
    },
    domain::{
        ids::SeriesApprovalId,
        language::Language,
        limits::rule::{Level, Measure, Scope},
        person::Role,
    },
    identity::link::LinkPurpose,
    store::{self, people::Person, series_approvals::SeriesApproval},
};

use super::{dates, delivered, mails, nordvik, planned};
use crate::support::{
    app::{Client, TestApp},
    db::{TestDb, on_both},
    dialogue::Dialogue,
    rules::limit,
};

const WHY: &str = "We look at the pipeline every other week, always";

struct Firm {
    site: TestApp,
    /// Who plans the series.
    anna: Client,
    /// The only other administrator.
    eva: Person,
}

impl Firm {
    async fn on(&mut self, moment: &str) {
        let moment: chrono::DateTime<Utc> = moment.parse().unwrap();
        self.site.clock.pass(moment - self.site.now());
        let mut tx = self.site.db().begin_read().await.unwrap();
        let anna = store::people::by_email(&mut tx, "anna@nordvik.example").await.unwrap().unwrap();
        drop(tx);
        self.anna = self.site.signed_in(&anna).await;
    }

    async fn series(&self) -> String {
        let rows = self.site.rows("SELECT uid, zone, COALESCE(continues, '') FROM series ORDER BY created_at").await;
        uuid::Uuid::parse_str(rows[0].0.split('@').next().unwrap()).unwrap().to_string()
    }

    async fn asked(&self) -> SeriesApproval {
        let series = self.series().await.parse().unwrap();
        let mut tx = self.site.db().begin_read().await.unwrap();
        store::series_approvals::newest(&mut tx, series).await.unwrap().unwrap()
    }

    fn link(&self, asked: &SeriesApproval) -> String {
        let version = u32::try_from(asked.link_version).unwrap();
        format!("/e/{}", self.site.app.links().token(LinkPurpose::ENDLESS, asked.id.uuid(), version))
    }

    async fn endless(&self) -> bool {
        self.site.count("SELECT COUNT(*) FROM series WHERE endless").await == 1
    }
}

/// Dates on 1, 15 and 29 December and 12 January; Anna has asked two weeks ahead whether it may never end.
async fn asked(db: TestDb) -> Firm {
    let (site, mut anna) = nordvik(db).await;
    let eva = site.person("Eva Grön", Role::Admin, Language::En).await;
    planned(&mut anna).await;
    delivered(&site).await;
    let mut firm = Firm { site, anna, eva };
    firm.on("2026-12-30T09:00:00Z").await;
    assert_eq!(queue_due(&firm.site.app).await.unwrap(), 1);
    delivered(&firm.site).await;
    let id = firm.series().await;
    let review = Dialogue::of(firm.anna.get(&format!("/series/{id}/review")).await, "review").set("answer", "endless");
    review.press(&mut firm.anna, "").await.expect(422).says("Say in one sentence");
    let review = Dialogue::of(firm.anna.get(&format!("/series/{id}/review")).await, "review").set("answer", "endless");
    let done = review.set("aim", WHY).press(&mut firm.anna, "").await;
    let location = done.expect(303).location().to_owned();
    firm.anna
        .get(&location)
        .await
        .expect(200)
        .says("Eva Grön has been asked whether this series may continue with no end date.");
    assert_eq!(mails(&firm.site).await, ["endless_asked eva"]);
    firm
}

#[tokio::test]
async fn somebody_else_allows_it_and_it_goes_on_by_itself() {
    on_both(async |db| {
        let mut firm = asked(db).await;
        let question = firm.asked().await;
        let page = format!("/series-approvals/{}", question.id);
        // Whoever asked does not decide, nor does anybody who has nothing to do with it.
        firm.anna.get(&page).await.expect(200).says("somebody else decides").does_not_say("value=\"approve\"");
        firm.anna.post(&page, &[("decision", "approve"), ("note", "")]).await.expect(403);
        let mut tx = firm.site.db().begin_read().await.unwrap();
        let ola = store::people::by_email(&mut tx, "ola@nordvik.example").await.unwrap().unwrap();
        drop(tx);
        firm.site.signed_in(&ola).await.get(&page).await.expect(404);
        assert_eq!(prolong::due(&firm.site.app).await.unwrap(), 0);
        let mut eva = firm.site.signed_in(&firm.eva).await;
        eva.get("/").await.expect(200).says("Anna Lind asks whether it may go on without an end: Targets").says(&page);
        eva.get("/approvals").await.expect(200).says("No end date: Targets");
        eva.get(&page).await.expect(200).says(WHY).says("13 at a time");
        eva.post(&page, &[("note", "")]).await.expect(422).says("Choose whether to approve or to decline.");
        let done = eva.post(&page, &[("decision", "approve"), ("note", "Fine")]).await;
        eva.get(done.expect(303).location()).await.expect(200).says("The series continues automatically.");
        assert!(firm.endless().await);
        assert_eq!(mails(&firm.site).await, ["endless_approved anna"]);
        eva.post(&page, &[("decision", "decline"), ("note", "")]).await.expect(410);
        delivered(&firm.site).await;
        // Its end is near: further dates, one mail for each person, and the record for its organizer.
        assert_eq!(prolong::due(&firm.site.app).await.unwrap(), 1);
        assert_eq!(prolong::due(&firm.site.app).await.unwrap(), 0);
        assert_eq!(dates(&firm.site).await.len(), 17);
        let mut told = mails(&firm.site).await;
        told.sort();
        assert_eq!(
            told,
            ["series_changed anna", "series_changed ola", "series_changed sanna", "series_prolonged anna"]
        );
        assert_eq!(queue_due(&firm.site.app).await.unwrap(), 0);
        delivered(&firm.site).await;
        // And so on at the next end, 13 dates later.
        firm.on("2027-07-01T09:00:00Z").await;
        assert_eq!(prolong::due(&firm.site.app).await.unwrap(), 1);
        assert_eq!(dates(&firm.site).await.len(), 30);
        let id = firm.series().await;
        firm.anna.get(&format!("/series/{id}")).await.expect(200).says("This series has no end").says("Let it end");
        // It can be ended at any time; nothing is called off.
        let mut eva = firm.site.signed_in(&firm.eva).await;
        let done = eva.post(&format!("/series/{id}/endless/withdrawal"), &[]).await;
        done.expect(303);
        assert!(!firm.endless().await);
        assert_eq!(firm.site.count("SELECT COUNT(*) FROM meeting WHERE status = 'cancelled'").await, 0);
        firm.on("2027-12-29T09:00:00Z").await;
        assert_eq!(prolong::due(&firm.site.app).await.unwrap(), 0);
        assert_eq!(queue_due(&firm.site.app).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn the_link_of_the_mail_decides_once() {
    on_both(async |db| {
        let firm = asked(db).await;
        let link = firm.link(&firm.asked().await);
        let mut nobody = firm.site.browser();
        nobody.get(&link).await.expect(200).says(WHY).says("You are deciding as Eva Grön.");
        assert!(!firm.endless().await, "opening a link changes nothing");
        nobody.post(&link, &[("decision", "decline"), ("note", "Twice a year is enough")]).await.expect(200);
        assert!(!firm.endless().await);
        assert_eq!(mails(&firm.site).await, ["endless_declined anna"]);
        nobody.get(&link).await.expect(410);
        nobody.post(&link, &[("decision", "approve"), ("note", "")]).await.expect(410);
        // Refused, it ends as it would; its organizer may still keep it for some time.
        assert_eq!(firm.site.count("SELECT COUNT(*) FROM series_review WHERE state = 'open'").await, 1);
        assert_eq!(prolong::due(&firm.site.app).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn nobody_who_decides_in_time_is_a_no() {
    on_both(async |db| {
        let firm = asked(db).await;
        let question = firm.asked().await;
        let link = firm.link(&question);
        assert_eq!(decide::expire(&firm.site.app).await.unwrap(), 0);
        firm.site.clock.pass(question.expires_at - firm.site.now() + TimeDelta::minutes(1));
        firm.site.browser().get(&link).await.expect(410);
        assert_eq!(decide::expire(&firm.site.app).await.unwrap(), 1);
        assert_eq!(decide::expire(&firm.site.app).await.unwrap(), 0);
        assert_eq!(mails(&firm.site).await, ["endless_expired anna"]);
        assert!(!firm.endless().await);
    })
    .await;
}

#[tokio::test]
async fn a_stand_in_decides_while_somebody_is_away() {
    on_both(async |db| {
        let mut firm = asked(db).await;
        let question = firm.asked().await;
        let mia = firm.site.person("Mia Dahl", Role::Member, Language::En).await;
        let page = format!("/series-approvals/{}", question.id);
        firm.site.signed_in(&mia).await.get(&page).await.expect(404);
        let day = firm.site.now().date_naive();
        let away = store::days_off::DayOff {
            id: firm.site.app.new_id(),
            person_id: firm.eva.id,
            first_day: day,
            last_day: day,
            from_minute: None,
            to_minute: None,
            stand_in_id: Some(mia.id),
            created_at: firm.site.now(),
        };
        let mut tx = firm.site.db().begin().await.unwrap();
        store::days_off::insert(&mut tx, &away).await.unwrap();
        tx.commit().await.unwrap();
        let mut mia = firm.site.signed_in(&mia).await;
        mia.get("/approvals").await.expect(200).says("No end date: Targets");
        mia.post(&page, &[("decision", "approve"), ("note", "")]).await.expect(303);
        assert!(firm.endless().await);
        // Withdrawing the question again is the organizer's, too.
        let id = firm.series().await;
        firm.anna.post(&format!("/series/{id}/endless/withdrawal"), &[]).await.expect(303);
        assert!(!firm.endless().await);
    })
    .await;
}

#[tokio::test]
async fn dates_that_limits_stop_are_left_out() {
    on_both(async |db| {
        let firm = asked(db).await;
        let eva = firm.site.actor(&firm.eva).await;
        let id: SeriesApprovalId = firm.asked().await.id;
        let yes = sparsam::app::approvals::Decision { allow: true, note: String::new() };
        decide::decide(&firm.site.app, &eva, id, yes).await.unwrap();
        let february = Measure::Dates { from: "2027-02-01".parse().unwrap(), to: "2027-02-28".parse().unwrap() };
        limit(&firm.site.app, Scope::Organization, february, Level::Reason).await;
        assert_eq!(prolong::due(&firm.site.app).await.unwrap(), 1);
        // Every other Tuesday from 26 January on; 9 and 23 February are left out.
        assert_eq!(dates(&firm.site).await.len(), 15);
        assert!(firm.endless().await);
    })
    .await;
}

#[tokio::test]
async fn one_that_cannot_go_on_is_asked_about_like_any_other() {
    on_both(async |db| {
        let firm = asked(db).await;
        let eva = firm.site.actor(&firm.eva).await;
        let id = firm.asked().await.id;
        let yes = sparsam::app::approvals::Decision { allow: true, note: String::new() };
        decide::decide(&firm.site.app, &eva, id, yes).await.unwrap();
        limit(&firm.site.app, Scope::Organization, Measure::Length { most: 5 }, Level::Block).await;
        assert_eq!(prolong::due(&firm.site.app).await.unwrap(), 0);
        assert!(!firm.endless().await);
        assert_eq!(dates(&firm.site).await.len(), 4);
        delivered(&firm.site).await;
        assert_eq!(queue_due(&firm.site.app).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn the_planner_leads_to_the_same_question() {
    on_both(async |db| {
        let (site, mut anna) = nordvik(db).await;
        let eva = site.person("Eva Grön", Role::Admin, Language::En).await;
        let page = anna.get("/meetings/new?purpose=targets&start=2026-12-01T14:00").await;
        let form = Dialogue::of(page, "plan").set("title", "Targets").set("who", "ola berg");
        let form = form.set("repeat", "week").set("repeat_count", "4").set("repeat_endless", "yes");
        let refused = form.press(&mut anna, "send").await;
        refused.expect(422).says("Say in one sentence");
        let form = Dialogue::of(refused, "plan").set("repeat_why", WHY);
        let sent = form.press(&mut anna, "send").await;
        let location = sent.expect(303).location().to_owned();
        let mut told = mails(&site).await;
        told.sort();
        assert_eq!(told, ["endless_asked eva", "series_invitation anna", "series_invitation ola"]);
        // Taken back with the plan, nobody has anything to decide.
        let change = location.split("sent=").nth(1).unwrap();
        anna.post(&format!("/changes/{change}/undoing"), &[]).await.expect(303);
        assert_eq!(mails(&site).await, [] as [String; 0]);
        assert_eq!(site.count("SELECT COUNT(*) FROM series_approval").await, 0);
        drop(eva);
    })
    .await;
}

#[tokio::test]
async fn without_anybody_else_there_is_nobody_to_ask() {
    on_both(async |db| {
        let (site, mut anna) = nordvik(db).await;
        planned(&mut anna).await;
        let rows = site.rows("SELECT uid, zone, COALESCE(continues, '') FROM series").await;
        let id = uuid::Uuid::parse_str(rows[0].0.split('@').next().unwrap()).unwrap();
        let form = Dialogue::of(anna.get(&format!("/series/{id}/review")).await, "review");
        let form = form.set("answer", "endless").set("aim", WHY);
        form.press(&mut anna, "").await.expect(422).says("nobody else can give it");
        assert_eq!(site.count("SELECT COUNT(*) FROM series_approval").await, 0);
    })
    .await;
}

#[tokio::test]
async fn what_only_another_plan_would_help_asks_for_no_tick_and_no_reason() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        for (level, fields) in [(Level::Reason, true), (Level::Approve, false)] {
            limit(&site.app, Scope::Organization, Measure::Length { most: 5 }, level).await;
            let page = client.get("/meetings/new?purpose=targets&start=2026-12-01T14:00").await;
            let form = Dialogue::of(page, "plan").set("title", "Targets").set("who", "ola berg");
            let form = Dialogue::of(form.press(&mut client, "add-person").await, "plan");
            let form = form.set("repeat", "week").set("repeat_count", "2");
            let stopped = form.press(&mut client, "send").await;
            stopped.expect(422).says("id=\"repeat-e\"");
            assert_eq!(stopped.body.contains("href=\"#limits_reason\""), fields, "{level}");
            assert_eq!(stopped.body.contains("id=\"limits_reason\""), fields, "{level}");
        }
    })
    .await;
}
