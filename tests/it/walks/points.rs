//! A scorecard and thanks on the page of a meeting, and the pages on which they are prepared, judged like every page.

use super::{
    demo::Demo,
    verdict::{self, DESK, PHONE},
};
use crate::support::browser::{Browser, Options};

/// Opens the meeting of this title from a list.
async fn open(demo: &Demo, browser: &Browser, list: &str, title: &str) {
    demo.goto(browser, list).await;
    let script = format!(
        "const a = [...document.querySelectorAll('th a')].find(a => a.textContent === '{title}'); return a.getAttribute('href')"
    );
    let path = browser.eval(&script).await;
    demo.goto(browser, path.as_str().unwrap()).await;
}

async fn walk(options: &Options) {
    let Some(browser) = Browser::start(options).await else { return };
    let demo = Demo::start();
    demo.sign_in(&browser, "Anna Lind").await;
    open(&demo, &browser, "/meetings?show=past", "Targets for the quarter").await;
    browser.wait_for(".scores svg.trend").await;
    let mut faults = verdict::judge(&browser, "meeting with a scorecard").await;
    browser.click(".inside a.btn").await;
    browser.wait_for("#metric-0").await;
    faults.extend(verdict::judge(&browser, "preparing a scorecard").await);
    browser.fill("#actual-0", "eight").await;
    browser.click("form[enctype] button.go").await;
    browser.wait_for("#actual-0-e").await;
    browser.console_errors().await;
    faults.extend(verdict::judge(&browser, "a scorecard with an error").await);
    browser.fill("#actual-0", "10,5").await;
    browser.click("form[enctype] button.go").await;
    browser.wait_for(".scores .chip.ok").await;
    demo.goto(&browser, "/recognitions").await;
    browser.wait_for("table.cards").await;
    faults.extend(verdict::judge(&browser, "recognitions").await);

    demo.sign_in(&browser, "Ola Berg").await;
    open(&demo, &browser, "/meetings", "Takk for en sterk måned").await;
    browser.click(".inside a.btn").await;
    browser.wait_for("#person").await;
    faults.extend(verdict::judge(&browser, "preparing thanks").await);
    verdict::assert_clean(&faults);
}

#[tokio::test]
async fn points_are_prepared_on_a_desk() {
    walk(&DESK).await;
}

#[tokio::test]
async fn points_are_prepared_on_a_phone() {
    walk(&PHONE).await;
}
