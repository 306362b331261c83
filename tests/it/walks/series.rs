//! Planning a series, changing the dates that follow, and calling one off, judged like every page.

use super::{
    demo::Demo,
    verdict::{self, DESK, PHONE},
};
use crate::support::browser::{Browser, Options};

/// Plans a weekly series on a Wednesday in three weeks; its page stays open.
async fn plan(demo: &Demo, browser: &Browser) -> Vec<String> {
    demo.begin_planning(browser, "Weekly targets", "13:00").await;
    browser.select("#repeat", "week").await;
    browser.wait_for("input[name=repeat_days]").await;
    browser.fill("#repeat_count", "4").await;
    browser.wait_for("input[name=skip]").await;
    let faults = verdict::judge(browser, "planner with a series").await;
    if browser.has("#limits_seen").await {
        browser.click("#limits_seen").await;
    }
    browser.click("button[value=send]").await;
    browser.wait_for("a[href^='/series/']").await;
    faults
}

async fn walk(options: &Options) {
    let Some(browser) = Browser::start(options).await else { return };
    let demo = Demo::start();
    demo.sign_in(&browser, "Anna Lind").await;
    let mut faults = plan(&demo, &browser).await;
    faults.extend(verdict::judge(&browser, "a date of a series").await);
    browser.click("a[href^='/series/']").await;
    browser.wait_for("main ul a[href^='/meetings/']").await;
    faults.extend(verdict::judge(&browser, "series").await);
    let links =
        "return [...document.querySelectorAll('main li a[href^=\"/meetings/\"]')].map(a => a.getAttribute('href'))";
    let links = browser.eval(links).await;
    let second = links[1].as_str().unwrap().to_owned();

    let series = browser.eval("return location.pathname").await.as_str().unwrap().to_owned();
    demo.goto(&browser, &format!("{series}/review")).await;
    browser.wait_for("input[name=answer][value=less_often]").await;
    faults.extend(verdict::judge(&browser, "what becomes of a series").await);
    browser.click("#review button").await;
    browser.wait_for(".summary").await;
    faults.extend(verdict::judge(&browser, "no answer to what becomes of a series").await);

    demo.goto(&browser, &format!("{second}/edit")).await;
    browser.fill("#title", "Goals").await;
    browser.click("input[name=scope][value=following]").await;
    faults.extend(verdict::judge(&browser, "editing what follows").await);
    browser.click("button[value=send]").await;
    browser.wait_for("a[href^='/series/']").await;
    assert!(browser.text("h1").await.contains("Goals"));

    demo.goto(&browser, &format!("{second}/cancellation/new")).await;
    faults.extend(verdict::judge(&browser, "calling one date off").await);
    demo.goto(&browser, &format!("{second}/moves/new")).await;
    faults.extend(verdict::judge(&browser, "moving one date").await);
    demo.goto(&browser, "/mailbox").await;
    verdict::assert_clean(&faults);
}

#[tokio::test]
async fn browser_plans_a_series_on_a_desk() {
    walk(&DESK).await;
}

#[tokio::test]
async fn browser_plans_a_series_on_a_dark_phone() {
    walk(&PHONE).await;
}
