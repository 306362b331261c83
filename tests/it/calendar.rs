//! Calendars: week, month, day, list, and whose.

use sparsam::domain::{language::Language, person::Role};

use crate::support::{
    app::{Client, TestApp},
    db::{TestDb, on_both},
    planning::Sketch,
};

async fn page(client: &mut Client, path: &str) -> crate::support::app::Answer {
    client.get(path).await
}

#[tokio::test]
async fn addresses_that_lead_elsewhere() {
    let (site, anna) = TestApp::nordvik(TestDb::sqlite().await).await;
    let mut browser = site.signed_in(&anna).await;
    let cases = [
        ("/cal/this-week", "/cal/2026-W48"),
        ("/cal/this-month?team=x", "/cal/2026-11?team=x"),
        ("/cal/today", "/cal/2026-11-23"),
    ];
    for (from, to) in cases {
        let answer = page(&mut browser, from).await;
        answer.expect(303);
        assert_eq!(answer.location(), to);
    }
    let answer = page(&mut browser, "/cal/2026-W54").await;
    answer.expect(404).says("href=\"/cal/2026-W53\"").says("href=\"/cal/2027-W01\"");
    page(&mut browser, "/cal/2025-W53").await.expect(404).says("href=\"/cal/2025-W52\"");
    for nowhere in ["/cal/2026-13", "/cal/never", "/cal/2026-02-30", "/cal/list?from=x", "/cal/2026-W48?team=x"] {
        page(&mut browser, nowhere).await.expect(404);
    }
}

#[tokio::test]
async fn weeks_at_the_edge_of_the_year() {
    let (site, anna) = TestApp::nordvik(TestDb::sqlite().await).await;
    let mut browser = site.signed_in(&anna).await;
    let answer = page(&mut browser, "/cal/2026-W53").await;
    answer.expect(200).says("Week 53").says("28 December 2026 – 3 January 2027").says("href=\"/cal/2027-W01\"");
    let monday = answer.body.find("<h3 id=\"d0\"><a href=\"/cal/2026-12-28\">Monday").expect("Monday is first");
    assert!(monday < answer.body.find("Tuesday <").unwrap());
    let month = page(&mut browser, "/cal/2027-01").await;
    month.expect(200).says("January 2027").says("<span class=\"sr\">Week 53</span>").says("href=\"/cal/2026-W53\"");
    page(&mut browser, "/cal/2025-W01").await.says("href=\"/cal/2024-12-30\"");
}

#[tokio::test]
async fn the_night_with_two_two_o_clocks() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let ola = site.person("Ola Berg", Role::Member, Language::En).await;
        site.clock.pass(chrono::TimeDelta::days(-40));
        let sketch = Sketch { minutes: 60, ..Sketch::new("Night", "2026-10-25T02:30:00", &[&ola]) };
        site.plan(&anna, sketch).await;
        let answer = page(&mut site.signed_in(&anna).await, "/cal/2026-W43").await;
        answer.expect(200).says("02:30 (UTC+2)–02:30 (UTC+1)").says("class=\"week n72 d7\"");
        assert_eq!(answer.body.matches(">02</span>").count(), 2, "the hour stands there twice");
        answer.says("<li class=\"r2 s4\">");
    })
    .await;
}

#[tokio::test]
async fn twelve_at_once_are_all_reachable() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let ola = site.person("Ola Berg", Role::Member, Language::En).await;
        let long = "Å".repeat(190);
        for number in 0..12 {
            let title = format!("{number} {long}");
            site.plan(&anna, Sketch::new(&title, "2026-11-25T09:00:00", &[&ola])).await;
        }
        let mut browser = site.signed_in(&anna).await;
        let week = page(&mut browser, "/cal/2026-W48").await;
        week.expect(200).says("+9 more").says("r4 s4 a3").says("r4 s4 b3").says("r4 s4 c3");
        assert_eq!(week.body.matches("over-full").count(), 9);
        let month = page(&mut browser, "/cal/2026-11").await;
        month.expect(200).says("+9 more<span class=\"sr\">, Wednesday 25 November</span>");
        let day = page(&mut browser, "/cal/2026-11-25").await;
        for number in 0..12 {
            day.says(&format!("<strong>{number} "));
        }
        day.says("At the same time");
        assert_eq!(page(&mut browser, "/cal/list?from=2026-11-25&days=1").await.body.matches("<strong>").count(), 12);
    })
    .await;
}

#[tokio::test]
async fn meetings_early_and_late_widen_the_day() {
    let (site, anna) = TestApp::nordvik(TestDb::sqlite().await).await;
    let ola = site.person("Ola Berg", Role::Member, Language::Fi).await;
    site.plan(&anna, Sketch::new("Early", "2026-11-25T06:30:00", &[&ola])).await;
    site.plan(&anna, Sketch::new("Late", "2026-11-28T20:30:00", &[&ola])).await;
    let answer = page(&mut site.signed_in(&anna).await, "/cal/2026-W48").await;
    answer.says("class=\"week n64 d7\"").says("<li class=\"r2 s4\">").says("Saturday");
    let answer = page(&mut site.signed_in(&ola).await, "/cal/2026-W48").await;
    answer.says("7.30–8.30").says("class=\"week n64 d7\"").says("Viikko 48");
}

#[tokio::test]
async fn others_are_seen_as_far_as_rights_go() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let maria = site.person("Maria Ek", Role::Manager, Language::En).await;
        let ola = site.person("Ola Berg", Role::Member, Language::En).await;
        let sanna = site.person("Sanna Koski", Role::Member, Language::En).await;
        let eve = site.person("Eve Outside", Role::Member, Language::En).await;
        let team = site.team("North", &maria, &[&ola, &sanna]).await;
        site.plan(&ola, Sketch::new("Secret salary", "2026-11-24T09:00:00", &[&anna])).await;
        site.plan(&ola, Sketch::new("With Sanna", "2026-11-24T13:00:00", &[&sanna])).await;
        let path = format!("/cal/2026-W48?team={team}");
        let seen = async |person| page(&mut site.signed_in(person).await, &path).await;
        seen(&maria)
            .await
            .expect(200)
            .says("Secret salary")
            .says("With Sanna")
            .says("Ola Berg, Sanna Koski (not answered)");
        seen(&anna).await.expect(200).says("Secret salary");
        let mut browser = site.signed_in(&sanna).await;
        let answer = page(&mut browser, &path).await;
        answer.expect(200).does_not_say("Secret salary").says("<strong>Busy</strong>").says("With Sanna");
        assert_eq!(answer.body.matches("<strong>Busy</strong>").count(), 1, "her own meeting is not hidden from her");
        seen(&eve).await.expect(404);
        let day = format!("/cal/2026-11-24?who={}&who={}", ola.id, sanna.id);
        let answer = page(&mut browser, &day).await;
        answer.expect(200).says("<h3 id=\"d0\">Sanna Koski</h3>").says("<h3 id=\"d1\">Ola Berg</h3>").says("Busy");
        answer.does_not_say("Secret salary").does_not_say("Plan here");
        let own = page(&mut browser, "/cal/2026-W48").await;
        own.does_not_say("Busy").says("type=\"checkbox\" name=\"who\"").does_not_say("Eve Outside");
    })
    .await;
}

#[tokio::test]
async fn nothing_planned_in_any_view() {
    let (site, anna) = TestApp::nordvik(TestDb::sqlite().await).await;
    for (language, words) in [
        (Language::Sv, "Inget är planerat."),
        (Language::Fi, "Ei suunniteltuja kokouksia."),
        (Language::Nb, "Ingenting er planlagt."),
    ] {
        let name = format!("{language:?} Reader");
        let reader = site.person(&name, Role::Viewer, language).await;
        let mut browser = site.signed_in(&reader).await;
        for path in ["/cal/2026-W48", "/cal/2026-11-25", "/cal/list?from=2026-11-25"] {
            page(&mut browser, path).await.expect(200).says(words).does_not_say("/meetings/new?start");
        }
    }
    page(&mut site.signed_in(&anna).await, "/cal/2026-11").await.expect(200).says("aria-current=\"date\"");
}
