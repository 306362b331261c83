//! Proposing another time and sending input from one's own answer page, judged like every page.

use super::{
    demo::Demo,
    verdict::{self, DESK, PHONE},
};
use crate::support::browser::{Browser, Options};

async fn walk(options: &Options, (name, organizer): (&str, &str)) {
    let Some(browser) = Browser::start(options).await else { return };
    let demo = Demo::start();
    demo.sign_in(&browser, name).await;
    let meeting = asked_to(&demo, &browser).await;
    let mut faults = verdict::judge(&browser, &format!("{meeting} as {name}")).await;
    browser.click("a[href$='/proposal']").await;
    browser.wait_for("input[name=time]").await;
    let path = browser.path().await;
    let answer = path.strip_suffix("/proposal").unwrap().to_owned();
    faults.extend(verdict::judge(&browser, "proposal").await);
    // Sent without a choice it comes back with words beside the field.
    browser.click("main form button.go").await;
    browser.wait_for("#time-e").await;
    browser.console_errors().await;
    faults.extend(verdict::judge(&browser, "proposal with an error").await);
    browser.click("input[name=time]").await;
    browser.fill("#note", "Rather then").await;
    browser.click("main form button.go").await;
    browser.wait_for("#proposal-h").await;
    browser.arrives(&answer).await;
    faults.extend(verdict::judge(&browser, "answer with a proposal").await);
    demo.goto(&browser, &format!("{answer}/input")).await;
    faults.extend(verdict::judge(&browser, "input").await);
    browser.fill("#body", "The north reaches 40.").await;
    browser.click("main form button.go").await;
    browser.wait_for("#input-h").await;
    faults.extend(verdict::judge(&browser, "answer with input").await);

    demo.sign_in(&browser, organizer).await;
    demo.goto(&browser, &meeting).await;
    browser.wait_for("#proposals form[action$='/acceptance']").await;
    faults.extend(verdict::judge(&browser, "meeting with a proposal").await);
    browser.click("#proposals form[action$='/acceptance'] button").await;
    browser.wait_for("#proposals details, #effect").await;
    verdict::assert_clean(&faults);
}

/// The first coming meeting to which the reader is asked; it stays open in the browser.
async fn asked_to(demo: &Demo, browser: &Browser) -> String {
    demo.goto(browser, "/meetings").await;
    let links = "return [...document.querySelectorAll('th a[href^=\"/meetings/\"]')].map(a => a.getAttribute('href'))";
    let links = browser.eval(links).await;
    for link in links.as_array().unwrap() {
        demo.goto(browser, link.as_str().unwrap()).await;
        if browser.has("a[href$='/proposal']").await {
            return link.as_str().unwrap().to_owned();
        }
    }
    panic!("nobody asks for an answer")
}

#[tokio::test]
async fn browser_proposes_another_time_on_a_desk() {
    walk(&DESK, ("Ola Berg", "Anna Lind")).await;
}

#[tokio::test]
async fn browser_proposes_another_time_on_a_dark_phone() {
    walk(&PHONE, ("Sanna Koski", "Anna Lind")).await;
}
