//! The life of a meeting: planned, run from the shared screen, written down, closed, and what comes back in the next one;
//! with JavaScript and without.

use super::{
    demo::Demo,
    verdict::{self, DESK, PHONE},
};
use crate::support::browser::{Browser, Options};

/// Ten to nine on a Monday in Stockholm; at nine Anna meets Ola and Sanna.
const MONDAY: &str = "2026-11-16T07:50:00Z";
const MEETING: &str = "Targets for the quarter";

struct Way<'a> {
    demo: &'a Demo,
    browser: &'a Browser,
    javascript: bool,
    faults: Vec<String>,
}

impl Way<'_> {
    async fn judge(&mut self, name: &str) {
        if self.javascript {
            self.faults.extend(verdict::judge(self.browser, name).await);
        }
    }

    /// Follows the link of a meeting; its path.
    async fn open(&self, title: &str) -> String {
        self.demo.goto(self.browser, "/").await;
        let page = self.browser.source().await;
        let at = page.find(title).unwrap_or_else(|| panic!("no {title} in the week"));
        let before = &page[..at];
        let link = &before[before.rfind("/meetings/").unwrap()..];
        let path = link.split(['"', '?', '#']).next().unwrap().to_owned();
        self.demo.goto(self.browser, &path).await;
        path
    }

    /// Goes through the meeting: a decision and an action at the first point, the second is parked, then it ends.
    async fn run(&mut self) {
        let browser = self.browser;
        browser.click("a[href$='/run']").await;
        browser.wait_for("button[value=begin]").await;
        self.judge("before the meeting").await;
        browser.click("button[value=begin]").await;
        browser.wait_for("button[value=next]").await;
        browser.fill("#decision", "We go north first").await;
        browser.click("form[action$='/decisions'] button").await;
        browser.wait_for("#live section:last-child li").await;
        browser.fill("#action", "Call Konepaja").await;
        browser.fill("#due", "tomorrow").await;
        browser.click("form[action$='/actions'] button").await;
        browser.wait_for("#live section:last-child ul + h3 + ul").await;
        self.judge("a meeting that runs").await;
        let first = browser.text("#now-h").await;
        browser.click("button[value=more]").await;
        browser.click("button[value=next]").await;
        browser.wait_for("#live .chip.ok").await;
        assert_ne!(browser.text("#now-h").await, first);
        browser.click("button[value=park]").await;
        browser.wait_for("#live .chip.near").await;
        browser.click("button[value=end]").await;
        browser.wait_for("#live .flash a").await;
        self.judge("a meeting that has ended").await;
    }

    /// Another meeting in two weeks, which takes up what is left; its path.
    async fn plan_the_next(&self) -> String {
        let browser = self.browser;
        self.demo.goto(browser, "/meetings/new?purpose=strategy").await;
        browser.fill("#title", "Looking at the quarter again").await;
        browser.fill("#who", "Ola Berg").await;
        browser.click("button[value=add-person]").await;
        browser.wait_for(".guests li").await;
        browser.fill("#date", &self.demo.day(15).to_string()).await;
        browser.fill("#time", "13:00").await;
        browser.click("button[value=send]").await;
        browser.wait_for("[role=alert]").await;
        if browser.has("#limits_seen").await {
            browser.click("#limits_seen").await;
            browser.click("button[value=send]").await;
            browser.wait_for("[role=alert] form button").await;
        }
        browser.path().await.split('?').next().unwrap().to_owned()
    }

    async fn write(&mut self, path: &str, next: &str) {
        let browser = self.browser;
        self.demo.goto(browser, &format!("{path}/minutes")).await;
        self.judge("minutes").await;
        browser.fill("#result", "The north is on track").await;
        browser.select("#next_meeting", next.rsplit('/').next().unwrap()).await;
        browser.click("button[value=save]").await;
        browser.wait_for(".flash").await;
        assert_eq!(browser.wait_for("#result").await.attr("value").await.unwrap().unwrap(), "The north is on track");
        browser.click("button[value=send]").await;
        browser.wait_for("form[action$='/reopening']").await;
        self.judge("closed minutes").await;
        let page = browser.source().await;
        assert!(page.contains("We go north first") && page.contains("Call Konepaja"));
    }
}

async fn walk(options: &Options) {
    let Some(browser) = Browser::start(options).await else { return };
    let demo = Demo::set_to(MONDAY, &[]);
    demo.sign_in(&browser, "Anna Lind").await;
    let mut way = Way { demo: &demo, browser: &browser, javascript: options.javascript, faults: Vec::new() };
    let path = way.open(MEETING).await;
    way.judge("a meeting about to begin").await;
    way.run().await;
    let next = way.plan_the_next().await;
    way.write(&path, &next).await;
    demo.goto(&browser, &next).await;
    browser.wait_for("form[action*='/returning/'] button[value=keep]").await;
    way.judge("what comes back").await;
    assert!(browser.source().await.contains("Call Konepaja"));
    browser.click("form[action*='/returning/'] button[value=keep]").await;
    browser.wait_for(".flash").await;
    for page in ["/actions", "/decisions?q=north", &format!("{path}/notes"), &format!("{path}/minutes/editions/1")] {
        demo.goto(&browser, page).await;
        way.judge(page).await;
    }
    let faults = std::mem::take(&mut way.faults);
    verdict::assert_clean(&faults);
}

#[tokio::test]
async fn browser_holds_a_meeting_on_a_desk() {
    walk(&DESK).await;
}

#[tokio::test]
async fn browser_holds_a_meeting_on_a_dark_phone() {
    walk(&PHONE).await;
}

#[tokio::test]
async fn browser_holds_a_meeting_without_scripts() {
    walk(&Options { javascript: false, ..DESK }).await;
}

/// Two look at one meeting: what one of them does is on the other's screen soon, without a hand on it; and what
/// is noted fits on a sheet.
#[tokio::test]
async fn browser_shows_everybody_the_point_that_is_discussed_now() {
    let (Some(leading), Some(following)) = (Browser::start(&DESK).await, Browser::start(&PHONE).await) else { return };
    let demo = Demo::set_to(MONDAY, &[]);
    demo.sign_in(&leading, "Anna Lind").await;
    demo.sign_in(&following, "Ola Berg").await;
    let way = Way { demo: &demo, browser: &leading, javascript: true, faults: Vec::new() };
    let path = way.open(MEETING).await;
    demo.goto(&following, &format!("{path}/run")).await;
    assert!(!following.has("button[value=next]").await, "it has not begun");
    demo.goto(&leading, &format!("{path}/run")).await;
    leading.click("button[value=begin]").await;
    leading.wait_for("button[value=next]").await;
    following.wait_for("#now-h").await;
    assert_eq!(following.text("#now-h").await, leading.text("#now-h").await);
    leading.click("button[value=next]").await;
    leading.wait_for("#live .chip.ok").await;
    following.wait_for("#live .chip.ok").await;
    assert_eq!(following.text("#now-h").await, leading.text("#now-h").await);
    leading.fill("#decision", "We go north first").await;
    leading.click("form[action$='/decisions'] button").await;
    following.wait_for("#live section:last-child ul").await;
    assert!(following.text("#live").await.contains("We go north first"));
    leading.click("button[value=end]").await;
    following.wait_for("#live .flash a").await;
    demo.goto(&leading, &format!("{path}/notes")).await;
    let (pages, on_its_side) = super::paper::pages(&leading.pdf().await);
    assert_eq!((pages, on_its_side), (1, false), "the notes on paper");
}
