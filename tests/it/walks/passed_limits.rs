//! The planner where limits are passed: what is asked for, on a desk and on a phone, and what is typed there.

use super::{
    demo::Demo,
    verdict::{DESK, PHONE, assert_clean, fits},
};
use crate::support::browser::{Browser, Options};

/// Writes a limit for everybody that holds from today.
async fn limit(demo: &Demo, browser: &Browser, (kind, most, level): (&str, &str, &str)) {
    demo.goto(browser, &format!("/limits/new?kind={kind}")).await;
    browser.fill("#most", most).await;
    browser.select("#level", level).await;
    browser.eval("document.querySelector('#start').selectedIndex = 0").await;
    browser.click("form[action='/limits/new'] .btn.go").await;
    browser.wait_for("a[href$='/trial']").await;
}

/// A meeting of an hour with Ola on a Wednesday, until the panel shows what is asked.
async fn plan(demo: &Demo, browser: &Browser, asked: &str) {
    demo.begin_planning(browser, "An hour", "10:00").await;
    browser.fill("#length", "60").await;
    browser.wait_for(asked).await;
}

/// Both widths in both themes.
async fn everywhere(browser: &Browser, state: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for shape in [DESK, PHONE] {
        for dark in [false, true] {
            browser.emulate(&Options { dark, ..shape.clone() }).await;
            let name = format!("{state}, {} px, {}", shape.width, if dark { "dark" } else { "light" });
            let axe = browser.axe().await.into_iter().map(|violation| format!("{violation:?}"));
            let found = axe.chain(fits(browser).await).chain(browser.console_errors().await);
            faults.extend(found.map(|fault| format!("{name}: {fault}")));
        }
    }
    browser.emulate(&DESK).await;
    faults
}

#[tokio::test]
async fn browser_shows_passed_limits_to_everybody() {
    let Some(browser) = Browser::start(&DESK).await else { return };
    let demo = Demo::start();
    demo.sign_in(&browser, "Anna Lind").await;
    limit(&demo, &browser, ("people", "2", "warn")).await;
    limit(&demo, &browser, ("length", "30", "reason")).await;
    plan(&demo, &browser, "#limits_reason").await;
    let mut faults = everywhere(&browser, "a reason").await;
    // Sent without the reason, the field says so.
    browser.click("button[value=send]").await;
    browser.wait_for("#limits_reason-e").await;
    browser.console_errors().await;
    faults.extend(everywhere(&browser, "no reason given").await);
    limit(&demo, &browser, ("length", "20", "approve")).await;
    plan(&demo, &browser, "#limits_reason").await;
    faults.extend(everywhere(&browser, "approval").await);
    limit(&demo, &browser, ("length", "15", "block")).await;
    plan(&demo, &browser, "#impact .chip.over").await;
    faults.extend(everywhere(&browser, "refused").await);
    assert_clean(&faults);
}

/// Waits until the panel was drawn anew since [`mark`].
async fn drawn_anew(browser: &Browser) {
    browser.wait_for("#impact:not([data-seen])").await;
}

async fn mark(browser: &Browser) {
    browser.eval("document.querySelector('#impact').dataset.seen = 'yes'").await;
}

async fn reason(browser: &Browser) -> (String, String) {
    let now = browser.eval("return [document.querySelector('#limits_reason').value, document.activeElement.id]").await;
    (now[0].as_str().unwrap().to_owned(), now[1].as_str().unwrap().to_owned())
}

#[tokio::test]
async fn browser_keeps_a_reason_while_the_panel_is_drawn_anew() {
    let Some(browser) = Browser::start(&DESK).await else { return };
    let demo = Demo::start();
    demo.sign_in(&browser, "Anna Lind").await;
    limit(&demo, &browser, ("length", "20", "reason")).await;
    plan(&demo, &browser, "#limits_reason").await;
    browser.click("#limits_reason").await;
    for (typed, all) in [("The customer", "The customer"), (" decides", "The customer decides")] {
        mark(&browser).await;
        browser.press(typed).await;
        drawn_anew(&browser).await;
        assert_eq!(reason(&browser).await, (all.to_owned(), "limits_reason".to_owned()));
    }
    mark(&browser).await;
    browser.fill("#length", "50").await;
    drawn_anew(&browser).await;
    assert_eq!(reason(&browser).await, ("The customer decides".to_owned(), "length".to_owned()));
    // Gone where nothing asks for it, and there again where something does.
    browser.fill("#length", "20").await;
    browser.wait_for("#impact:not(:has(#limits_reason))").await;
    browser.fill("#length", "45").await;
    browser.wait_for("#limits_reason").await;
    assert_eq!(reason(&browser).await.0, "The customer decides");
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}
