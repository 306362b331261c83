//! From signing in to a cancelled meeting, in four languages, with JavaScript and without.

use std::time::{Duration, Instant};

use chrono::{Datelike as _, Days};

use super::{
    demo::Demo,
    languages::{english_on, foreign_english},
    verdict::DESK,
};
use crate::support::browser::{Browser, Options};

/// Short, so that mails leave while the test waits; long enough to press Undo on a slow machine.
const UNDO_SECONDS: &str = "12";

/// Who plans, whom they invite, and words of their week, of the planner and of a meeting that was called off.
struct Planner {
    name: &'static str,
    language: &'static str,
    guest: (&'static str, &'static str),
    words: [&'static str; 3],
}

const PLANNERS: [Planner; 4] = [
    Planner {
        name: "Sanna Koski",
        language: "fi",
        guest: ("Erik Sund", "erik@nordvik.example"),
        words: ["viikko", "suunnittele kokous", "peruttu"],
    },
    Planner {
        name: "Mikael Holm",
        language: "sv",
        guest: ("Kari Nilsen", "kari@nordvik.example"),
        words: ["vecka", "planera ett möte", "inställt"],
    },
    Planner {
        name: "Ola Berg",
        language: "nb",
        guest: ("Ida Nyström", "ida@nordvik.example"),
        words: ["uke", "planlegg et møte", "avlyst"],
    },
    Planner {
        name: "Anna Lind",
        language: "en",
        guest: ("Lena Ek", "lena@nordvik.example"),
        words: ["week", "plan a meeting", "cancelled"],
    },
];

/// One person's way.
struct Way<'a> {
    demo: &'a Demo,
    browser: &'a Browser,
    planner: &'a Planner,
    javascript: bool,
    english: Vec<String>,
}

impl Way<'_> {
    /// The page shows this and no English where the reader's language is another.
    async fn shows(&self, text: &str) {
        let page = self.browser.source().await;
        let path = self.browser.path().await;
        assert!(page.to_lowercase().contains(&text.to_lowercase()), "{}: no “{text}” on {path}", self.planner.language);
        assert_eq!(english_on(&page, &self.english), [""; 0], "{} {path}", self.planner.language);
    }

    async fn type_when(&self, days: u64, time: &str) {
        let day = self.demo.day(days);
        let monday = day - Days::new(day.weekday().num_days_from_monday().into());
        self.browser.fill("#date", &(monday + Days::new(2)).to_string()).await;
        self.browser.fill("#time", time).await;
    }

    async fn purpose(&self, purpose: &str) {
        self.demo.goto(self.browser, "/meetings/new").await;
        self.shows(self.planner.words[1]).await;
        self.browser.click(&format!("input[name=purpose][value={purpose}]")).await;
        if !self.javascript {
            self.browser.click("#purpose button[value=look]").await;
        }
        self.browser.wait_for("#agenda ol.agenda").await;
    }

    async fn add_person(&self, who: &str) {
        self.browser.fill("#who", who).await;
        self.browser.click("button[value=add-person]").await;
        self.browser.wait_for(".guests li").await;
    }

    /// Plans an internal meeting, sends it, takes it back and sends it again; its path.
    async fn plan(&self, title: &str) -> String {
        self.purpose("targets").await;
        self.browser.fill("#title", title).await;
        self.add_person(self.planner.guest.0).await;
        let point = |number: u32| format!("#agenda li:nth-child({number}) input[id^='title:']");
        let first = self.browser.wait_for(&point(1)).await.attr("value").await.unwrap().unwrap();
        self.browser.click("#agenda li:first-child button[data-move=down]").await;
        self.browser.wait_for(&format!("{}[value=\"{first}\"]", point(2))).await;
        self.type_when(14, "10:00").await;
        self.browser.click("input[name=format][value=video]").await;
        if !self.javascript {
            self.browser.click("button[formaction$='#impact']").await;
        }
        // The preview says when it will be for everybody.
        self.browser.wait_for("#when-echo:not(:empty)").await;
        self.shows(self.planner.guest.0).await;
        self.browser.click("button[value=send]").await;
        self.browser.click("[role=alert] form button").await;
        self.browser.wait_for("button[value=send]").await;
        assert!(self.browser.path().await.starts_with("/meetings/new?draft="), "the plan is a draft again");
        self.shows(title).await;
        self.browser.click("button[value=send]").await;
        self.browser.wait_for("[role=alert] form button").await;
        self.shows(title).await;
        let path = self.browser.path().await;
        let path = path.split('?').next().unwrap().to_owned();
        self.demo.goto(self.browser, &path).await;
        assert!(!self.browser.has("[role=alert]").await, "what was done is said once");
        path
    }

    /// A customer's meeting with somebody new.
    async fn plan_with_customer(&self) {
        self.purpose("customer").await;
        self.browser.fill("#title", "Nina").await;
        self.add_person(&format!("nina@{}.example", self.planner.language)).await;
        self.browser.fill("input[id^='name:']", "Nina Ny").await;
        self.browser.fill("input[id^='account:']", "Ny Oy").await;
        self.type_when(21, "13:00").await;
        self.browser.click("button[value=send]").await;
        self.browser.wait_for("[role=alert] form button").await;
        self.shows("Nina Ny").await;
    }

    async fn subscribe(&self) {
        self.demo.goto(self.browser, "/settings/feeds").await;
        self.browser.click("form.card input[type=radio]").await;
        self.browser.click("form.card .btn.go").await;
        let address = self.browser.wait_for("#address").await.attr("value").await.unwrap().unwrap();
        self.shows("webcal").await;
        let calendar = self.demo.get(&address[address.find("/f/").unwrap()..]);
        assert!(calendar.starts_with("HTTP/1.1 200") && calendar.contains("BEGIN:VCALENDAR"), "{calendar}");
    }

    async fn mail_arrives(&self, title: &str) {
        let patience = Instant::now() + Duration::from_mins(1);
        while Instant::now() < patience {
            self.demo.goto(self.browser, &format!("/mailbox?to={}", self.planner.guest.1)).await;
            if self.browser.has("tbody a").await && self.browser.text("tbody a").await.contains(title) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
        panic!("no mail about {title}");
    }

    /// Reads the mail, answers, and sees the answer on the meeting's page.
    async fn answer(&self, title: &str, meeting: &str) {
        self.mail_arrives(title).await;
        let link = self.demo.mailed_link(self.browser, self.planner.guest.1, "/r/").await;
        self.demo.goto(self.browser, &link).await;
        self.browser.click("input[name=a][value=y]").await;
        self.browser.fill("#comment", "Kaffe & bulle").await;
        self.browser.click("main form .btn.go").await;
        self.browser.wait_for("#given-h").await;
        self.demo.goto(self.browser, meeting).await;
        self.shows("Kaffe &amp; bulle").await;
    }

    async fn move_and_cancel(&self, meeting: &str) {
        self.demo.goto(self.browser, &format!("{meeting}/moves/new")).await;
        self.type_when(14, "15:00").await;
        self.browser.click("button[value=move]").await;
        self.browser.wait_for("[role=alert] form button").await;
        self.shows("15").await;
        self.demo.goto(self.browser, &format!("{meeting}/cancellation/new")).await;
        self.browser.fill("#reason", "Snö").await;
        self.browser.click("main .btn.stop").await;
        self.browser.wait_for("[role=alert]").await;
        self.shows(self.planner.words[2]).await;
    }
}

/// What becomes of the pages' scripts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scripts {
    Run,
    Off,
    /// The browser would run them and does not get them.
    Lost,
}

async fn walk(scripts: Scripts) {
    let Some(browser) = Browser::start(&Options { javascript: scripts != Scripts::Off, ..DESK }).await else { return };
    if scripts == Scripts::Lost {
        browser.lose(&["*.js"]).await;
    }
    let javascript = scripts == Scripts::Run;
    let demo = Demo::with(&[("SPARSAM_UNDO_SECONDS", UNDO_SECONDS)]);
    let mut planned = Vec::new();
    for planner in &PLANNERS {
        let english = if planner.language == "en" { Vec::new() } else { foreign_english(planner.language) };
        let way = Way { demo: &demo, browser: &browser, planner, javascript, english };
        demo.sign_in(&browser, planner.name).await;
        way.shows(planner.words[0]).await;
        let title = format!("Polku {}", planner.language);
        let meeting = way.plan(&title).await;
        way.plan_with_customer().await;
        way.subscribe().await;
        planned.push((way, title, meeting));
        sign_out(&browser).await;
    }
    for (way, title, meeting) in &planned {
        demo.sign_in(&browser, way.planner.name).await;
        way.answer(title, meeting).await;
        way.move_and_cancel(meeting).await;
        sign_out(&browser).await;
    }
    let mut errors = browser.console_errors().await;
    errors.retain(|line| !line.contains(".js") || !line.contains("ERR_BLOCKED_BY_CLIENT"));
    assert_eq!(errors, [""; 0]);
    if scripts == Scripts::Lost {
        let arrived =
            "return performance.getEntriesByType('resource').some(e => e.name.endsWith('.js') && e.responseStatus)";
        assert_eq!(browser.eval(arrived).await, false, "the scripts were not lost");
    }
}

async fn sign_out(browser: &Browser) {
    browser.click("header summary").await;
    browser.click("form[action='/sign-out'] button").await;
    browser.wait_for("form[action='/sign-in/demo']").await;
}

#[tokio::test]
async fn browser_walks_the_main_path_with_javascript() {
    walk(Scripts::Run).await;
}

#[tokio::test]
async fn browser_walks_the_main_path_without_javascript() {
    walk(Scripts::Off).await;
}

#[tokio::test]
async fn browser_walks_the_main_path_when_the_scripts_are_lost() {
    walk(Scripts::Lost).await;
}
