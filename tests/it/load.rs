//! Meeting load: who sees whose, what is counted, and the Monday mail.

use chrono::TimeDelta;
use sparsam::{
    app::digest,
    domain::{
        ids::TeamId,
        language::Language,
        limits::rule::{Level, Measure, Period, Scope, Share},
        meeting::Purpose,
        person::Role,
    },
    store::people::Person,
};

use crate::support::{
    app::TestApp,
    db::{TestDb, on_both},
    dialogue::Dialogue,
    planning::Sketch,
    rules::limit,
};

struct Scene {
    site: TestApp,
    anna: Person,
    ola: Person,
    erik: Person,
    team: TeamId,
}

/// Two weeks with meetings, of which the second is the present one, and a limit of an hour that Ola passes in it.
async fn scene(db: TestDb) -> Scene {
    let (site, anna) = TestApp::nordvik(db).await;
    let ola = site.person("Ola Berg", Role::Manager, Language::En).await;
    let erik = site.person("=Erik;Sund", Role::Member, Language::Sv).await;
    let kari = site.person("Kari Nilsen", Role::Member, Language::En).await;
    let team = site.team("North", &ola, &[&erik, &kari]).await;
    let measure = Measure::Minutes { most: 60, per: Period::Week, share: Share::Each };
    limit(&site.app, Scope::Team(team), measure, Level::Warn).await;
    let plan = async |title, start, minutes, purpose, people: &[&Person]| {
        let sketch = Sketch { minutes, purpose, ..Sketch::new(title, start, people) };
        site.plan(&anna, sketch).await
    };
    plan("First", "2026-11-24T09:00:00", 60, Purpose::Targets, &[&ola, &erik]).await;
    plan("Second", "2026-12-01T09:00:00", 60, Purpose::Targets, &[&ola, &erik]).await;
    plan("Third", "2026-12-02T09:00:00", 90, Purpose::Strategy, &[&ola]).await;
    site.clock.pass(TimeDelta::days(9));
    Scene { site, anna, ola, erik, team }
}

#[tokio::test]
async fn managers_see_all_and_members_themselves() {
    on_both(async |db| {
        let Scene { site, anna, ola, erik, team } = scene(db).await;
        let path = format!("/teams/{team}/load");
        for who in [&anna, &ola] {
            let page = site.signed_in(who).await.get(&path).await;
            page.expect(200).says("Meeting load of North").says("=Erik;Sund").says("Ola Berg").says("Kari Nilsen");
            page.says(&format!("class=\"q2 brk\"><a href=\"/cal/2026-W49?who={}\">2.5", ola.id));
            page.says("Ola Berg, Week 49. Meetings: 2 h 30 min of 1 h").says("over the limit");
            page.says("Set targets").says("4 h").says("Strategy").says("1 h 30 min").does_not_say("Cost by month");
        }
        let page = site.signed_in(&erik).await.get(&path).await;
        page.expect(200).says("=Erik;Sund").says("Teamets genomsnitt").says("1,2").does_not_say("Ola Berg");
        page.does_not_say("Kari Nilsen").does_not_say("Strategi").says("Ingen var över någon gräns per vecka.");
        let stranger = site.person("Lena Ek", Role::Manager, Language::En).await;
        site.signed_in(&stranger).await.get(&path).await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn overrides_and_hours_given_back_are_told() {
    on_both(async |db| {
        let Scene { site, anna, ola, team, .. } = scene(db).await;
        let mut browser = site.signed_in(&anna).await;
        let path = format!("/teams/{team}/load?weeks=4");
        browser.get(&path).await.says("No limit was exceeded.").says("No hours were given back.");
        let sketch = Sketch::new("Over the limit", "2026-12-03T09:00:00", &[&anna]);
        let passed = site.plan(&ola, sketch).await;
        browser
            .get(&path)
            .await
            .says(&format!("href=\"/meetings/{passed}\">Over the limit</a>"))
            .says("Ask for confirmation");
        site.call_off(&ola, passed).await;
        browser.get(&path).await.says("Cancelled meetings").does_not_say("No hours were given back.");
    })
    .await;
}

#[tokio::test]
async fn customers_that_time_goes_to_are_told() {
    on_both(async |db| {
        let Scene { site, anna, ola, erik, team } = scene(db).await;
        let mut browser = site.signed_in(&anna).await;
        let path = format!("/teams/{team}/load");
        browser.get(&path).await.expect(200).does_not_say("Customers that time went to");
        for (day, who) in [("2026-12-03", "ola berg"), ("2026-12-04", "ola berg, =Erik;Sund")] {
            let page = browser.get(&format!("/meetings/new?purpose=customer&start={day}T10:00")).await;
            let mut form = Dialogue::of(page, "plan").set("title", "Talk").set("length", "45 min");
            for who in who.split(", ").chain(["Eeva Kallio <eeva@kone.example>"]) {
                form = Dialogue::of(form.set("who", who).press(&mut browser, "add-person").await, "plan");
            }
            form.set("limits_seen", "yes").press(&mut browser, "send").await.expect(303);
        }
        // 45 minutes of Ola twice, and of Erik once; Anna is not of the team.
        browser.get(&path).await.expect(200).says("kone.example</th><td>2 h 15 min</td><td>2</td>");
        let csv = browser.get(&format!("{path}.csv?by=customer")).await;
        csv.expect(200).says("\"Customer\",\"Hours in meetings\",\"Meetings\"").says("\"kone.example\",\"2.3\",\"2\"");
        let mut own = site.signed_in(&erik).await;
        own.get(&path).await.expect(200).says("kone.example</th><td>45 min</td><td>1</td>");
        site.signed_in(&ola).await.get(&path).await.says("kone.example</th><td>2 h 15 min</td>");
    })
    .await;
}

#[tokio::test]
async fn spreadsheets_run_nothing() {
    on_both(async |db| {
        let Scene { site, ola, erik, team, .. } = scene(db).await;
        let path = format!("/teams/{team}/load.csv?weeks=4");
        let all = site.signed_in(&ola).await.get(&path).await;
        all.expect(200)
            .says("\u{feff}\"Person\",\"Week\"")
            .says("\"'=Erik;Sund\",\"2026-W49\",\"1\",\"1\",\"1\",\"0\",\"40\",\"39\",\"No\"");
        all.says("\"Ola Berg\",\"2026-W49\",\"2.5\",\"2\"").says("\"Yes\"");
        assert_eq!(all.body.lines().count(), 1 + 4 * 4, "header, three people and their average");
        let own = site.signed_in(&erik).await.get(&path).await;
        own.says("\"'=Erik;Sund\";\"2026-W49\";\"1\"").says("\"Teamets genomsnitt\";\"2026-W49\";\"1,2\"");
        own.does_not_say("Ola Berg");
    })
    .await;
}

#[tokio::test]
async fn a_team_without_meetings_has_nothing_to_show() {
    let (site, anna) = TestApp::nordvik(TestDb::sqlite().await).await;
    let team = site.team("North", &anna, &[]).await;
    let mut browser = site.signed_in(&anna).await;
    browser
        .get(&format!("/teams/{team}/load?weeks=9999999999999"))
        .await
        .expect(200)
        .says("Two weeks of meetings are needed.");
    browser.get(&format!("/teams/{team}")).await.says(&format!("href=\"/teams/{team}/load\""));
}

#[tokio::test]
async fn my_week_shows_the_tightest_limit() {
    on_both(async |db| {
        let Scene { site, ola, erik, .. } = scene(db).await;
        let page = site.signed_in(&ola).await.get("/").await;
        page.says("<strong>2 h 30 min of 1 h</strong>").says("1 h 30 min over the limit").says("class=\"load over\"");
        let page = site.signed_in(&erik).await.get("/").await;
        page.says("<strong>1 tim av 1 tim</strong>").says("Gränsen är nådd").says("width=\"80\"");
    })
    .await;
}

/// Everybody to whom a Monday mail was queued.
async fn letters(site: &TestApp) -> i64 {
    site.count("SELECT COUNT(*) FROM outbox WHERE kind = 'digest'").await
}

#[tokio::test]
async fn the_monday_mail_goes_out_once() {
    on_both(async |db| {
        let Scene { site, erik, .. } = scene(db).await;
        // Wednesday; then the next Monday at 6 and at 7 in the morning.
        assert_eq!(digest::queue_due(&site.app).await.unwrap(), 0);
        let mut browser = site.signed_in(&erik).await;
        browser.get("/settings/mail").await.expect(200).says("value=\"weekly\" selected");
        browser
            .post("/settings/mail", &[("summary", "never"), ("answers", "never"), ("reminders", "all")])
            .await
            .expect(303);
        browser.get("/settings/mail").await.does_not_say("value=\"weekly\" selected");
        site.clock.pass(TimeDelta::days(5) - TimeDelta::minutes(121));
        assert_eq!(digest::queue_due(&site.app).await.unwrap(), 0, "06:59");
        site.clock.pass(TimeDelta::minutes(1));
        let late = site.person("Lena Ek", Role::Member, Language::En).await;
        let (one, two) = tokio::join!(digest::queue_due(&site.app), digest::queue_due(&site.app));
        assert_eq!(one.unwrap() + two.unwrap(), 3, "all but who does not want it and {} who came later", late.name);
        assert_eq!(letters(&site).await, 3);
        assert_eq!(digest::queue_due(&site.app).await.unwrap(), 0, "once a week");
        site.clock.pass(TimeDelta::days(7));
        // The old session has ended meanwhile.
        site.signed_in(&erik)
            .await
            .post("/settings/mail", &[("summary", "weekly"), ("answers", "never"), ("reminders", "all")])
            .await
            .expect(303);
        assert_eq!(digest::queue_due(&site.app).await.unwrap(), 5);
    })
    .await;
}
