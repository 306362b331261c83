//! A plan is kept while it is written.

use super::{demo::Demo, verdict::DESK};
use crate::support::browser::Browser;

#[tokio::test]
async fn browser_keeps_what_is_typed_and_what_is_left() {
    let Some(browser) = Browser::start(&DESK).await else { return };
    let demo = Demo::start();
    demo.sign_in(&browser, "Anna Lind").await;
    demo.goto(&browser, "/meetings/new").await;
    assert!(browser.has("#discard[hidden]").await, "there is nothing to delete yet");
    browser.fill("#title", "Half a thought").await;
    browser.wait_for("#kept:not(:empty)").await;
    assert!(browser.text("#kept").await.starts_with("Saved "));
    browser.wait_for("#discard:not([hidden])").await;
    let draft = browser.path().await;
    assert!(draft.starts_with("/meetings/new?draft="), "{draft}");
    // Leaving does not wait for the three seconds; the request may arrive a little after the next page.
    browser.fill("#title", "A whole thought").await;
    for _ in 0..50 {
        demo.goto(&browser, "/meetings?show=drafts").await;
        if browser.source().await.contains("A whole thought") {
            break;
        }
    }
    assert!(browser.source().await.contains("A whole thought"));
    assert!(!browser.source().await.contains("Half a thought"), "it is still one draft");
    demo.goto(&browser, &draft).await;
    browser.click("#discard").await;
    browser.click("form button.stop").await;
    browser.arrives("/meetings?show=drafts&done=draft-deleted").await;
    assert!(!browser.source().await.contains("A whole thought"));
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}
