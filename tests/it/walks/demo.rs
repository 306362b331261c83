//! A demo company of its own for each test.

use chrono::{Datelike as _, Days, NaiveDate, TimeDelta};

use crate::support::{browser::Browser, clock::SetClock, program::Running};

/// A Wednesday at nine in Stockholm.
const WEDNESDAY: &str = "2026-11-18T08:00:00Z";

pub(super) struct Demo {
    running: Running,
    clock: SetClock,
    _folder: tempfile::TempDir,
}

impl Demo {
    pub(super) fn start() -> Self {
        Self::with(&[])
    }

    pub(super) fn with(settings: &[(&str, &str)]) -> Self {
        Self::set_to(WEDNESDAY, settings)
    }

    /// A demo whose clock showed this instant at the start: what it has on its pages goes by the day.
    pub(super) fn set_to(instant: &str, settings: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = SetClock::at(instant);
        let of_clock = clock.settings(folder.path());
        let settings: Vec<_> =
            of_clock.iter().map(|(name, value)| (*name, value.as_str())).chain(settings.iter().copied()).collect();
        let running = Running::start_with(folder.path(), "demo", &settings);
        Self { running, clock, _folder: folder }
    }

    /// Today and so many days in Stockholm, where the day begins up to two hours before that of UTC.
    pub(super) fn day(&self, days: u64) -> NaiveDate {
        (self.clock.now() + TimeDelta::hours(2)).date_naive() + Days::new(days)
    }

    pub(super) async fn goto(&self, browser: &Browser, path: &str) {
        browser.goto(&self.url(path)).await;
    }

    /// A request without the browser: status line, headers and body.
    pub(super) fn get(&self, path: &str) -> String {
        self.running.get(path)
    }

    pub(super) fn url(&self, path: &str) -> String {
        format!("{}{path}", self.running.base)
    }

    /// Clicks on somebody's button on the page to sign in.
    pub(super) async fn sign_in(&self, browser: &Browser, name: &str) {
        self.goto(browser, "/sign-in").await;
        let page = browser.source().await;
        let before = page.find(&format!(">{name}<span")).unwrap_or_else(|| panic!("{name} is not offered"));
        let id = value_of(&page[..before], "name=\"person\" value=\"");
        browser.click(&format!("form[action='/sign-in/demo']:has(input[value='{id}']) button")).await;
        browser.wait_for("header details").await;
    }

    /// Signs somebody in without a browser.
    pub(super) fn visit(&self, name: &str) -> Visitor<'_> {
        let page = self.get("/sign-in");
        let before = page.find(&format!(">{name}<span")).unwrap_or_else(|| panic!("{name} is not offered"));
        let id = value_of(&page[..before], "name=\"person\" value=\"");
        let answer = self.running.post("/sign-in/demo", &[("person", id)], "");
        let cookie = answer.split("set-cookie: ").nth(1).and_then(|rest| rest.split(';').next());
        Visitor { demo: self, cookie: cookie.unwrap_or_else(|| panic!("{name} is not let in: {answer}")).to_owned() }
    }

    /// Opens the planner and fills in a meeting about targets with Ola on a Wednesday in three weeks.
    pub(super) async fn begin_planning(&self, browser: &Browser, title: &str, time: &str) {
        self.goto(browser, "/meetings/new?purpose=targets").await;
        browser.fill("#title", title).await;
        browser.fill("#who", "Ola Berg").await;
        browser.click("button[value=add-person]").await;
        browser.wait_for(".guests li").await;
        let day = self.day(21);
        let wednesday = day - Days::new(day.weekday().num_days_from_monday().into()) + Days::new(2);
        browser.fill("#date", &wednesday.to_string()).await;
        browser.fill("#time", time).await;
    }

    /// Opens the planner with a copy of the first coming meeting of who is signed in.
    pub(super) async fn copy_a_meeting(&self, browser: &Browser) {
        self.goto(browser, "/meetings").await;
        browser.click("th a[href^='/meetings/']").await;
        browser.click("a[href^='/meetings/new?copy']").await;
        browser.wait_for("#agenda ol.agenda").await;
    }

    /// Path of a mail's link that begins like this, from the newest mail to somebody.
    pub(super) async fn mailed_link(&self, browser: &Browser, to: &str, begin: &str) -> String {
        self.goto(browser, &format!("/mailbox?to={to}")).await;
        browser.click("tbody a[href^='/mailbox/']").await;
        let text = browser.text(".mail pre").await;
        let at = text.find(begin).unwrap_or_else(|| panic!("no {begin} in {text}"));
        text[at..].split(|c: char| c.is_whitespace() || c == '?').next().unwrap().to_owned()
    }
}

/// Somebody signed in who only reads.
pub(super) struct Visitor<'a> {
    demo: &'a Demo,
    cookie: String,
}

impl Visitor<'_> {
    /// Status line, headers and body of the page that is found in the end, by way of one that only points there, too.
    pub(super) fn get(&self, path: &str) -> String {
        let answer = self.demo.running.get_with(path, &self.cookie);
        let target = answer.split("\r\n\r\n").next().and_then(|head| head.split("\r\nlocation: ").nth(1));
        let answer = match target.and_then(|rest| rest.lines().next()) {
            Some(target) => self.demo.running.get_with(target, &self.cookie),
            None => answer,
        };
        // The crawl asks for pages that there are not, too, to read what they say.
        let status = answer.lines().next().unwrap_or_default();
        assert!(status.starts_with("HTTP/1.1 200") || status.starts_with("HTTP/1.1 404"), "{path}: {status}");
        answer
    }
}

/// What follows the last such opening, up to the next quotation mark.
fn value_of<'a>(page: &'a str, opening: &str) -> &'a str {
    page.rsplit(opening).next().and_then(|rest| rest.split('"').next()).unwrap()
}
