//! Too often, too seldom: on the list, on the page, and against limits.

use super::*;
use crate::support::dialogue::Dialogue;

/// A stage whose Anna is signed in, and the page of the customer of its meetings.
async fn met(db: TestDb, starts: &[&str]) -> (Stage, Client, String) {
    let stage = Stage::set(db).await;
    for start in starts {
        stage.plan_as(&stage.anna, with_customer(&stage, "Kone"), start).await;
    }
    let browser = stage.site.signed_in(&stage.anna).await;
    let mut tx = stage.site.db().begin_read().await.unwrap();
    let account = sparsam::store::accounts::account_by_name(&mut tx, "kone").await.unwrap();
    let page = account.map_or_else(String::new, |account| format!("/customers/{}", account.id));
    (stage, browser, page)
}

/// Lets the clock show some days after an instant.
fn wait(stage: &Stage, at: &str, days: i64) {
    let at: chrono::DateTime<chrono::Utc> = at.parse().unwrap();
    stage.site.clock.pass(at + TimeDelta::days(days) - stage.site.now());
}

#[tokio::test]
async fn a_customer_goes_from_fine_to_overdue() {
    on_both(async |db| {
        let (stage, mut anna, page) = met(db, &["2026-11-25T14:00:00"]).await;
        anna.post("/customers/rhythm", &[("hot", "14")]).await.expect(303);
        let listed = async |browser: &mut Client| {
            let mut found = Vec::new();
            for rhythm in ["overdue", "soon", ""] {
                let page = browser.get(&format!("/customers?rhythm={rhythm}")).await;
                found.push(page.expect(200).body.contains(">Kone</a>"));
            }
            (found[0], found[1], found[2])
        };
        anna.get(&page).await.expect(200).does_not_say("Fine").says("25 November 2026");
        anna.post(&format!("/limits{page}"), &[("class", "hot")]).await.expect(303);
        // It is planned.
        anna.get(&page).await.says("Fine").says("Every 14 days");
        assert_eq!(listed(&mut anna).await, (false, false, true));
        // Days after the meeting: due on the 14th of them, soon from the eleventh on.
        for (days, overdue, soon, words) in [
            (3, false, false, "Fine"),
            (11, false, true, "Due soon"),
            (14, false, true, "Due soon"),
            (15, true, true, "Overdue"),
        ] {
            wait(&stage, "2026-11-25T20:00:00Z", days);
            let mut browser = stage.site.signed_in(&stage.anna).await;
            browser.get(&page).await.expect(200).says(words).says("9 December 2026");
            assert_eq!(listed(&mut browser).await, (overdue, soon, true), "{days} days after");
            let week = browser.get("/").await;
            assert_eq!(week.expect(200).body.contains("Customers to meet soon"), soon && !overdue, "{days} days after");
            assert_eq!(week.body.contains("Time to meet Kone"), overdue, "{days} days after");
        }
        // Its own rhythm goes before that of its class.
        let mut browser = stage.site.signed_in(&stage.anna).await;
        let version = browser.get(&format!("{page}/edit")).await.value_of("version");
        let fields = [("name", "Kone"), ("class", "hot"), ("rhythm", "30"), ("version", version.as_str())];
        browser.post(&format!("{page}/edit"), &fields).await.expect(303);
        browser.get(&page).await.says("Fine").says("25 December 2026");
        assert_eq!(listed(&mut browser).await, (false, false, true));
    })
    .await;
}

#[tokio::test]
async fn customers_due_soon_never_stand_in_front_of_one_that_is_overdue() {
    on_both(async |db| {
        let (stage, mut anna, _) = met(db, &[]).await;
        let owner = stage.anna.id.to_string();
        let create = async |browser: &mut Client, name: &str, rhythm: &str| {
            let fields = [("name", name), ("owner", owner.as_str()), ("rhythm", rhythm), ("once", name)];
            browser.post("/customers", &fields).await.expect(303);
        };
        for number in 1..=6 {
            create(&mut anna, &format!("Yearly {number}"), "365").await;
            stage.site.clock.pass(TimeDelta::minutes(1));
        }
        stage.site.clock.pass(TimeDelta::days(350));
        let mut anna = stage.site.signed_in(&stage.anna).await;
        create(&mut anna, "Weekly", "7").await;
        stage.site.clock.pass(TimeDelta::days(8));
        let week = stage.site.signed_in(&stage.anna).await.get("/").await;
        week.expect(200).says("Time to meet Weekly").says("Yearly 1").says("Yearly 5").does_not_say("Yearly 6");
    })
    .await;
}

#[tokio::test]
async fn a_due_meeting_waits_for_the_limits() {
    on_both(async |db| {
        let (stage, mut anna, page) = met(db, &["2026-11-25T14:00:00", "2026-11-26T14:00:00"]).await;
        let account = page.trim_start_matches("/customers/");
        let scope = format!("account:{account}");
        let limit = [
            ("kind", "contacts"),
            ("scope", scope.as_str()),
            ("which", "customer"),
            ("most", "1"),
            ("days", "30"),
            ("side", "account"),
            ("level", "inform"),
            ("start", "2026-11-23"),
        ];
        anna.post("/limits/new", &limit).await.expect(303);
        anna.get(&page)
            .await
            .says("Too often")
            .says("Limits allow from")
            .says("26 December 2026")
            .says("day=2026-12-26");
        anna.get("/customers").await.says("Too often");
        // The filter finds what a limit is about, and nothing else.
        anna.get("/customers?rhythm=often").await.says(">Kone</a>").says("value=\"often\" selected");
        let other = [("name", "Other"), ("once", "other")];
        anna.post("/customers", &other).await.expect(303);
        anna.get("/customers?rhythm=often").await.does_not_say(">Other</a>");
        wait(&stage, "2027-01-20T08:00:00Z", 0);
        let mut anna = stage.site.signed_in(&stage.anna).await;
        anna.get(&page).await.does_not_say("Too often").does_not_say("Limits allow from");
        anna.get("/customers?rhythm=often").await.does_not_say(">Kone</a>");
    })
    .await;
}

#[tokio::test]
async fn a_meeting_to_which_nobody_came_is_on_the_timeline_and_counts_for_nothing() {
    on_both(async |db| {
        let (stage, mut anna, page) = met(db, &["2026-11-25T14:00:00"]).await;
        anna.post("/customers/rhythm", &[("hot", "14")]).await.expect(303);
        anna.post(&format!("/limits{page}"), &[("class", "hot")]).await.expect(303);
        wait(&stage, "2026-11-25T14:00:00Z", 0);
        let mut anna = stage.site.signed_in(&stage.anna).await;
        // Met on the 25th: due on 9 December.
        anna.get(&page).await.says("9 December 2026");
        let timeline = anna.get(&page).await;
        let meeting = timeline.body.split("href=\"/meetings/").find(|part| part.contains(">Kone</a>")).unwrap();
        let path = format!("/meetings/{}/minutes", meeting.split('"').next().unwrap());
        let form = Dialogue::of(anna.get(&path).await, "minutes").set("outcome", "no_show");
        let form =
            form.set("result", "Waited for a quarter").set("next_step", "Call Eeva").set("next_step_on", "27 Nov");
        form.press(&mut anna, "save").await.expect(303);
        let timeline = anna.get(&page).await;
        timeline
            .says("The people it was for did not come")
            .says("Waited for a quarter")
            .says("Next step: Call Eeva (by");
        // As if there had been none: fourteen days from when the customer was added.
        timeline.says("7 December 2026").does_not_say("9 December 2026");
        // Others learn that it was not held, and no more.
        let mut mia = stage.site.signed_in(&stage.mia).await;
        mia.get(&page).await.says("De som mötet gällde kom inte").does_not_say("Waited for a quarter");
        // The next step comes up on its day, and for a week.
        for (days, due) in [(0, false), (2, true), (8, true), (9, false)] {
            wait(&stage, "2026-11-25T20:00:00Z", days);
            let mut anna = stage.site.signed_in(&stage.anna).await;
            assert_eq!(anna.get("/").await.body.contains("Call Eeva (Kone)"), due, "{days} days after");
        }
        wait(&stage, "2026-11-25T20:00:00Z", 13);
        let mut anna = stage.site.signed_in(&stage.anna).await;
        anna.get(&page).await.says("Overdue");
        anna.get("/customers?rhythm=overdue").await.says(">Kone</a>");
    })
    .await;
}
