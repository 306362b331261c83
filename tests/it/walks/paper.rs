//! What comes out of the printer.

use super::{demo::Demo, verdict::DESK};
use crate::support::browser::Browser;

/// Pages of a PDF as Chromium writes it, and whether the first lies on its side.
pub(super) fn pages(pdf: &[u8]) -> (usize, bool) {
    let text = String::from_utf8_lossy(pdf);
    let count = text.matches("/Type /Page").count() - text.matches("/Type /Pages").count();
    let sizes = text.split("/MediaBox [0 0 ").nth(1).and_then(|rest| rest.split(']').next()).unwrap_or_default();
    let sizes: Vec<f64> = sizes.split_whitespace().filter_map(|size| size.parse().ok()).collect();
    (count, sizes.len() == 2 && sizes[0] > sizes[1])
}

#[tokio::test]
async fn browser_prints_a_meeting_and_a_week_on_one_page_each() {
    let Some(browser) = Browser::start(&DESK).await else { return };
    // The first meeting of that week is one with much on its agenda.
    let demo = Demo::set_to("2026-11-22T23:40:00Z", &[]);
    demo.sign_in(&browser, "Anna Lind").await;
    demo.goto(&browser, "/").await;
    assert_eq!(pages(&browser.pdf().await), (1, true), "the week");
    demo.copy_a_meeting(&browser).await;
    while !browser.has("ol.agenda > li:nth-child(6)").await {
        browser.click("button[value=add-point]").await;
        browser.wait_for("ol.agenda").await;
        browser.fill("ol.agenda > li:last-child input[id^='title:']", "What each of us takes on until December").await;
        browser.fill("ol.agenda > li:last-child input[id^='minutes:']", "5").await;
    }
    browser.fill("#date", &demo.day(15).to_string()).await;
    browser.fill("#time", "10:00").await;
    browser.click("button[value=send]").await;
    browser.wait_for("[role=alert] form button").await;
    assert!(browser.has("ol.agenda > li:nth-child(6)").await);
    assert_eq!(pages(&browser.pdf().await), (1, false), "the meeting");
}
