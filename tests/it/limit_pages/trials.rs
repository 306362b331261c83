//! Limits tried on meetings that have been.

use super::*;

#[tokio::test]
async fn a_limit_is_tried_before_it_is_turned_on() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let ola = site.person("Ola Berg", Role::Member, Language::En).await;
        // Planned in June for the third quarter, looked back on in November.
        site.clock.pass(chrono::TimeDelta::days(-150));
        for (title, start) in
            [("First", "2026-09-07T09:00:00"), ("Second", "2026-09-07T13:00:00"), ("Third", "2026-09-08T09:00:00")]
        {
            site.plan(&anna, Sketch::new(title, start, &[&ola])).await;
        }
        site.clock.pass(chrono::TimeDelta::days(150));
        site.plan(&anna, Sketch::new("Ahead", "2026-11-25T09:00:00", &[&ola])).await;
        let mut browser = site.signed_in(&anna).await;
        let form = with(&WEEKLY, &[("most", "1 h"), ("per", "day")]);
        let page = browser.post("/limits/trial", &form).await;
        page.expect(200).says("in quarter 3 of 2026").says("asked once in 3 meetings, 0 of them with customers");
        page.says("Second").says("The limit is 1 h.").does_not_say(">First<").does_not_say(">Ahead<").says("Turn on");
        assert_eq!(site.count("SELECT COUNT(*) FROM rule").await, 0, "trying stores nothing");
        browser.post("/limits/trial", &with(&form, &[("back", "yes")])).await.expect(200).says("value=\"1 h\"");
        // Lowering a limit flags and calls nothing off.
        let path = made(&mut browser, &with(&form, &[("most", "30 min")])).await;
        browser.get(&format!("{path}?done=created")).await.says("One upcoming meeting exceeds it; it stays as it is.");
        let ahead = browser.get(&format!("{path}/trial?over=upcoming")).await;
        ahead.expect(200).says("1 of 1 upcoming meetings").says(">Ahead<").does_not_say("Second");
        browser.get(&format!("{path}/trial")).await.says("asked 3 times in 3 meetings").says(">First<");
        browser.get(&format!("{path}/trial?page=2")).await.expect(200).says("rel=\"prev\"");
        assert_eq!(site.count("SELECT COUNT(*) FROM meeting WHERE status = 'confirmed'").await, 4);
    })
    .await;
}

/// Christmas is where it was; working hours and selling time are those of today, and the page says so.
#[tokio::test]
async fn hours_and_holidays_are_tried_too() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let ola = site.person("Ola Berg", Role::Member, Language::Sv).await;
        for (title, start) in
            [("Feast", "2026-12-25T09:00:00"), ("Late", "2026-12-08T20:00:00"), ("Early", "2026-12-09T09:00:00")]
        {
            site.plan(&anna, Sketch::new(title, start, &[&ola])).await;
        }
        let wednesday = WeekSpan { weekday: 2, span: DaySpan { from: 9 * 60, to: 11 * 60 } };
        let mut tx = site.db().begin().await.unwrap();
        store::person_time::save_selling(&mut tx, ola.id, &[wednesday], site.now()).await.unwrap();
        tx.commit().await.unwrap();
        site.clock.pass(chrono::TimeDelta::days(60));
        let mut browser = site.signed_in(&anna).await;
        let today = "as people have set them today";
        for (kind, title, remark) in
            [("holidays", "Feast", false), ("off_hours", "Late", true), ("selling", "Early", true)]
        {
            let form = [("kind", kind), ("scope", "organization"), ("which", "all"), ("level", "warn")];
            let page = browser.post("/limits/trial", &with(&form, &[("start", "2027-02-01")])).await;
            page.expect(200).says("Tried in quarter 4 of 2026: it would have asked once in 3 meetings");
            page.says(&format!(">{title}<"));
            assert_eq!(page.body.contains(today), remark, "{kind}");
        }
        let form = [("kind", "unknown"), ("scope", "organization"), ("which", "all"), ("level", "warn")];
        let page = browser.post("/limits/trial", &with(&form, &[("start", "2027-02-01")])).await;
        page.expect(200).says("which external calendars could be read then").does_not_say(today);
    })
    .await;
}
