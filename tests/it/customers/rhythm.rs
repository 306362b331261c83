//! Too often, too seldom: on the list, on the page, and against limits.

use super::*;

/// A stage whose Anna is signed in, and the page of the customer of its meetings.
async fn met(db: TestDb, starts: &[&str]) -> (Stage, Client, String) {
    let stage = Stage::set(db).await;
    for start in starts {
        stage.plan_as(&stage.anna, with_customer(&stage, "Kone"), start).await;
    }
    let browser = stage.site.signed_in(&stage.anna).await;
    let mut tx = stage.site.db().begin_read().await.unwrap();
    let account = sparsam::store::accounts::account_by_name(&mut tx, "kone").await.unwrap().unwrap();
    (stage, browser, format!("/customers/{}", account.id))
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
