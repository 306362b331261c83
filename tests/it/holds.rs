//! Drafts that keep their time until they are sent.

use chrono::TimeDelta;
use sparsam::{
    app::{
        drafts,
        error::{AppError, Refusal},
        holds::Wish,
    },
    domain::{
        ids::PersonId,
        language::Language,
        limits::{
            consent::Consent,
            rule::{Level, Measure, Scope},
        },
        person::Role,
        time::Interval,
    },
    store::Db,
};

use crate::support::{
    app::{Answer, Client},
    db::on_both,
    dialogue::Dialogue,
    meetings::{Stage, start},
    rules::{limit, plan, with},
};

/// A form for half an hour with Ola that only lacks its button.
async fn with_ola(client: &mut Client, title: &str, at: &str) -> Dialogue {
    let form = Dialogue::of(client.get(&format!("/meetings/new?purpose=targets&start={at}")).await, "plan");
    let link = "https://video.example/x";
    let form = form.set("title", title).set("who", "Ola Berg").set("video", "pasted").set("link", link);
    let form = Dialogue::of(form.press(client, "add-person").await, "plan");
    form.set("length", "30")
}

/// Saves with the tick, and shows the draft.
async fn keep(client: &mut Client, form: Dialogue) -> (Dialogue, Answer) {
    let saved = form.set("hold", "yes").press(client, "save").await;
    let location = saved.expect(303).location().to_owned();
    let page = client.get(&location).await;
    page.expect(200).says("Nobody has been told.");
    (Dialogue::of(client.get(&location).await, "plan"), page)
}

/// Somebody else who plans meetings.
async fn english(stage: &Stage, name: &str) -> Client {
    let person = stage.site.person(name, Role::Member, Language::En).await;
    stage.site.signed_in(&person).await
}

const KEPT: &str = "SELECT COUNT(*) FROM hold";

#[tokio::test]
async fn a_draft_keeps_the_time_of_those_who_must_come() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let site = &stage.site;
        limit(&site.app, Scope::Organization, Measure::Overlap, Level::Block).await;
        let mut anna = site.signed_in(&stage.anna).await;
        let form = with_ola(&mut anna, "Pitch for Kund", "2026-11-25T10:00").await;
        let (form, page) = keep(&mut anna, form).await;
        page.says("Wed 25 Nov 10:00 is kept for").says("Ola Berg").says("until Wed 25 Nov 10:00.");
        assert_eq!(form.value("hold"), "yes");
        assert_eq!((site.count(KEPT).await, site.count("SELECT COUNT(*) FROM outbox").await), (2, 0));

        // Everybody else sees that the time is taken, and by whom; what for is seen by its owner alone.
        let mut mia = english(&stage, "Tove Holm").await;
        let theirs = with_ola(&mut mia, "Other", "2026-11-25T10:15").await;
        theirs.page.says("Ola Berg: time kept by Anna").does_not_say("Pitch for Kund");
        let refused = theirs.press(&mut mia, "send").await;
        refused.expect(422).says("A limit does not allow this");
        let proposed = Dialogue::of(refused, "plan").proposed_times();
        assert!(proposed.iter().all(|at| !at.starts_with("2026-11-25T09:0")), "{proposed:?}");
        let mut ola = site.signed_in(&stage.ola).await;
        for view in ["2026-W48", "2026-11-25", "2026-11", "list"] {
            let page = ola.get(&format!("/cal/{view}")).await;
            page.expect(200).says("Time kept by Anna").does_not_say("Pitch for Kund");
            anna.get(&format!("/cal/{view}")).await.expect(200).says("Kept: Pitch for Kund");
        }
        ola.get("/").await.expect(200).says("Time kept by Anna");
        anna.get("/").await.expect(200).says("Kept: Pitch for Kund");
        anna.get("/meetings?show=drafts").await.says("Keeps its time until Wed 25 Nov 10:00");

        // It is not in its own way, in the panel and when it is sent; then the meeting takes the time itself.
        form.page.does_not_say("time kept by");
        form.press(&mut anna, "send").await.expect(303);
        assert_eq!((site.count(KEPT).await, site.count("SELECT COUNT(*) FROM meeting").await), (0, 1));
        let theirs = with_ola(&mut mia, "Other", "2026-11-25T10:15").await;
        theirs.page.says("Ola Berg: busy");
    })
    .await;
}

#[tokio::test]
async fn kept_time_comes_free_again() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let site = &stage.site;
        let mut anna = site.signed_in(&stage.anna).await;
        let at = "2026-12-16T10:00";
        let form = with_ola(&mut anna, "Later", at).await;
        // Saved without the tick it keeps nothing any more.
        let (form, page) = keep(&mut anna, form).await;
        page.says("is kept for");
        let saved = form.set("hold", "").press(&mut anna, "save").await;
        let page = anna.get(saved.expect(303).location()).await;
        page.does_not_say("is kept for");
        assert_eq!(site.count(KEPT).await, 0);
        // Saved by itself while typing it stays as it was.
        let (form, _) = keep(&mut anna, Dialogue::of(page, "plan")).await;
        let draft = form.value("draft").to_owned();
        anna.post("/drafts", &[("draft", &draft), ("title", "Later on")]).await.expect(200);
        assert_eq!(site.count(KEPT).await, 2);
        anna.post(&format!("/drafts/{draft}/deletion"), &[]).await.expect(303);
        assert_eq!(site.count(KEPT).await, 0);
        // After three days.
        let form = with_ola(&mut anna, "Again", at).await;
        let (form, page) = keep(&mut anna, form).await;
        page.says("until Thu 26 Nov 09:00.");
        // Saving it again does not make it longer.
        site.clock.pass(TimeDelta::hours(1));
        let (_, page) = keep(&mut anna, form).await;
        page.says("until Thu 26 Nov 09:00.");
        site.clock.pass(TimeDelta::hours(71) - TimeDelta::seconds(1));
        let mut mia = english(&stage, "Tove Holm").await;
        with_ola(&mut mia, "Other", at).await.page.says("time kept by Anna");
        site.clock.pass(TimeDelta::seconds(1));
        with_ola(&mut mia, "Other", at).await.page.does_not_say("time kept by Anna");
        sparsam::app::tidy::tidy(&site.app).await.unwrap();
        assert_eq!(site.count(KEPT).await, 0);
        // When its owner leaves.
        let mut anna = site.signed_in(&stage.anna).await;
        let form = with_ola(&mut anna, "Once more", at).await;
        keep(&mut anna, form).await;
        assert_eq!(site.count(KEPT).await, 2);
        let eva = site.person("Eva Lund", Role::Admin, Language::En).await;
        let path = format!("/admin/people/{}/deactivation", stage.anna.id);
        site.signed_in(&eva).await.post(&path, &[("upcoming", "none")]).await.expect(303);
        assert_eq!(site.count(KEPT).await, 0);
    })
    .await;
}

#[tokio::test]
async fn time_of_somebody_else_is_not_kept() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let site = &stage.site;
        plan(&stage, &stage.sanna, (with(&stage, "Before", &[&stage.ola]), "2026-11-25T10:15:00"), Consent::seen())
            .await
            .unwrap();
        let mut anna = site.signed_in(&stage.anna).await;
        let form = with_ola(&mut anna, "Pitch", "2026-11-25T10:00").await;
        let (_, page) = keep(&mut anna, form).await;
        page.says("Not kept, or not on all dates, for: Ola Berg.");
        assert_eq!(site.count(KEPT).await, 1);
        // The other way round, a draft that came first.
        let mut mia = english(&stage, "Tove Holm").await;
        let form = with_ola(&mut mia, "First", "2026-11-26T10:00").await;
        keep(&mut mia, form).await;
        let form = with_ola(&mut anna, "Second", "2026-11-26T10:15").await;
        keep(&mut anna, form).await.1.says("on all dates, for: Ola Berg.");
        // Right after it is free.
        let form = with_ola(&mut anna, "Third", "2026-11-26T10:45").await;
        keep(&mut anna, form).await.1.does_not_say("Not kept");
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_kept_comes_back_with_the_reason() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let site = &stage.site;
        let mut anna = site.signed_in(&stage.anna).await;
        for (date, time, length) in [
            ("", "10", "30"),
            ("25.11.2026", "", "30"),
            ("25.11.2026", "10", ""),
            ("1.11.2026", "10", "30"),
            ("x", "y", "z"),
        ] {
            let form = with_ola(&mut anna, "Half a thought", "2026-11-25T10:00").await;
            let form = form.set("date", date).set("time", time).set("length", length).set("hold", "yes");
            let page = form.press(&mut anna, "save").await;
            page.expect(422).says("Choose a day to come, a time and a length first.").says("href=\"#hold\"");
            assert_eq!((page.value_of("title"), page.value_of("date")), ("Half a thought".to_owned(), date.to_owned()));
        }
        assert_eq!((site.count(KEPT).await, site.count("SELECT COUNT(*) FROM draft").await), (0, 0));
        for number in 0..5 {
            let form = with_ola(&mut anna, "Plan", &format!("2026-11-25T{:02}:00", 10 + number)).await;
            keep(&mut anna, form).await;
        }
        let sixth = with_ola(&mut anna, "Sixth", "2026-11-25T16:00").await.set("hold", "yes");
        let page = sixth.press(&mut anna, "save").await;
        page.expect(422).says("5 of your drafts keep time already.");
        assert_eq!(site.count("SELECT COUNT(*) FROM draft").await, 5, "nothing is half saved");
        sixth.set("hold", "").press(&mut anna, "save").await.expect(303);
        // What is wrong elsewhere does not keep a draft from being saved.
        let unsure = with_ola(&mut anna, "Unsure", "2026-11-25T17:00").await.set("who", "Nobody Known");
        unsure.press(&mut anna, "save").await.expect(303);
        // One that keeps time already may keep another.
        let draft = site.rows("SELECT CAST(title AS TEXT), title, title FROM draft WHERE title = 'Plan' LIMIT 1").await;
        assert_eq!(draft.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn all_dates_of_a_series_are_kept() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let site = &stage.site;
        let mut anna = site.signed_in(&stage.anna).await;
        let form = with_ola(&mut anna, "Weekly", "2026-11-25T10:00").await;
        let form = form.set("repeat", "week").set("repeat_count", "4").set("repeat_holidays", "keep");
        let (_, page) = keep(&mut anna, form).await;
        page.says("4 dates are kept for");
        assert_eq!(site.count(KEPT).await, 8);
        let mut mia = english(&stage, "Tove Holm").await;
        with_ola(&mut mia, "Other", "2026-12-09T10:00").await.page.says("time kept by Anna");
    })
    .await;
}

#[tokio::test]
async fn time_of_a_whole_firm_is_not_kept_for_long_series() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let anna = stage.actor(&stage.anna).await;
        let first = start("2026-12-01T10:00:00").at;
        let span = |number: i32| {
            let at = first + TimeDelta::days(number.into());
            Interval::new(at, at + TimeDelta::minutes(30)).unwrap()
        };
        let wish =
            |dates: i32| Wish { people: vec![stage.ola.id, stage.anna.id], spans: (0..dates).map(span).collect() };
        let may = anna.may_plan().unwrap();
        let refused = drafts::save(&stage.site.app, &anna, &may, ((None, Vec::new()), Some(wish(201)))).await;
        assert!(matches!(refused, Err(AppError::Refused(Refusal::HoldTooLarge))), "{refused:?}");
        drafts::save(&stage.site.app, &anna, &may, ((None, Vec::new()), Some(wish(200)))).await.unwrap();
        assert_eq!(stage.site.count(KEPT).await, 400);
    })
    .await;
}

/// Two drafts reach for the same half hour of the same people: each of them is kept once.
#[tokio::test]
async fn two_drafts_never_keep_the_same_time() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let site = &stage.site;
        let span = Interval::new(start("2026-11-25T10:00:00").at, start("2026-11-25T10:30:00").at).unwrap();
        let people: Vec<PersonId> = [&stage.ola, &stage.sanna].map(|p| p.id).to_vec();
        let (anna, mia) = (stage.actor(&stage.anna).await, stage.actor(&stage.mia).await);
        // SQLite has one writer, so one instance.
        let postgres = matches!(site.db(), Db::Postgres(_));
        let other = if postgres { site.another(2).await } else { site.app.clone() };
        for round in 0..5 {
            let wish = || Some(Wish { people: people.clone(), spans: vec![span] });
            let form = |title: &str| vec![("title".to_owned(), format!("{title} {round}"))];
            let (anna_may, mia_may) = (anna.may_plan().unwrap(), mia.may_plan().unwrap());
            let (one, two) = tokio::join!(
                drafts::save(&site.app, &anna, &anna_may, ((None, form("a")), wish())),
                drafts::save(&other, &mia, &mia_may, ((None, form("b")), wish())),
            );
            let (one, two) = (one.unwrap(), two.unwrap());
            assert_eq!(site.count(KEPT).await, 2);
            assert_eq!(site.count("SELECT COUNT(DISTINCT person_id) FROM hold").await, 2);
            drafts::delete(&site.app, &anna, one).await.unwrap();
            drafts::delete(&site.app, &mia, two).await.unwrap();
        }
    })
    .await;
}
