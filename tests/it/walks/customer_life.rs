//! The life of a customer from lead to rhythm, in four languages, each with JavaScript and without.

use super::{
    demo::Demo,
    languages::{english_on, foreign_english},
    verdict::{self, DESK},
};
use crate::support::browser::{Browser, Options};

/// Ten to ten in Stockholm; the meetings begin at ten.
const WEDNESDAY: &str = "2026-11-18T08:50:00Z";

/// Who sells, in which language, the word for the share that goes on, and ten o'clock on their clock.
const SELLERS: [(&str, &str, &str, &str); 4] = [
    ("Anna Lind", "en", "Conversion", "10:00"),
    ("Mikael Holm", "sv", "Konvertering", "10:00"),
    ("Sanna Koski", "fi", "Konversio", "11:00"),
    ("Kari Nilsen", "nb", "Konvertering", "10:00"),
];

struct Life<'a> {
    demo: &'a Demo,
    browser: &'a Browser,
    javascript: bool,
    language: &'static str,
    /// Messages that must not be seen in this language.
    english: Vec<String>,
    faults: Vec<String>,
}

impl Life<'_> {
    async fn judge(&mut self, name: &str) {
        let page = self.browser.source().await;
        let found = english_on(&page, &self.english);
        self.faults.extend(found.into_iter().map(|text| format!("{} {name}: {text}", self.language)));
        if self.javascript {
            let faults = verdict::judge(self.browser, name).await;
            self.faults.extend(faults.into_iter().map(|fault| format!("{} {fault}", self.language)));
        }
    }

    /// A customer with somebody there, who is a lead; the opportunity's path.
    async fn begin(&mut self) -> String {
        let browser = self.browser;
        let name = format!("Fjordkraft {} {}", self.language, self.javascript);
        self.demo.goto(browser, "/customers/new").await;
        browser.fill("#name", &name).await;
        browser.select("#rhythm", "14").await;
        browser.click("main button.go").await;
        browser.wait_for("a[href$='/contacts/new']").await;
        browser.click("a[href$='/contacts/new']").await;
        browser.wait_for("#email").await;
        browser.fill("#name", "Nora Fjord").await;
        browser.fill("#email", &format!("nora-{}-{}@fjord.example", self.language, self.javascript)).await;
        browser.click("main button.go").await;
        browser.wait_for("main a[href^='/customers/']").await;
        browser.click("main a[href^='/customers/']").await;
        browser.wait_for("a[href^='/opportunities/new?customer=']").await;
        browser.click("a[href^='/opportunities/new?customer=']").await;
        browser.wait_for("#amount").await;
        browser.fill("#title", "Two cranes").await;
        browser.fill("#amount", "250 000").await;
        browser.select("#stage", "hot").await;
        self.judge("a new opportunity").await;
        browser.click("main button.go").await;
        browser.wait_for("#lost_reason").await;
        browser.path().await.split('?').next().unwrap().to_owned()
    }

    /// One click moves it on, one takes that back, and it goes on again.
    async fn move_on(&mut self, path: &str) {
        let browser = self.browser;
        browser.click("form[action$='/stage'] button.go").await;
        browser.wait_for(".flash form[action$='/undoing'] button").await;
        self.judge("moved on").await;
        browser.click(".flash form[action$='/undoing'] button").await;
        browser.arrives(&format!("{path}?done=undone")).await;
        browser.wait_for("button.go[value=first_contact]").await;
        assert!(!browser.has(".flash form").await, "it is taken back once");
        browser.click("form[action$='/stage'] button.go").await;
        browser.wait_for("button.go[value=needs]").await;
    }

    /// A meeting about it in ten minutes; its path.
    async fn meet(&mut self, time: &str) -> String {
        let browser = self.browser;
        browser.click("a[href^='/meetings/new?opportunity=']").await;
        browser.wait_for("#opportunity").await;
        assert!(browser.text("#people").await.contains("Nora Fjord"));
        browser.fill("#title", "Their cranes").await;
        browser.fill("#date", &self.demo.day(0).to_string()).await;
        browser.fill("#time", time).await;
        browser.click("#format label:has([value=phone])").await;
        browser.fill("#place", "+46 8 123 45 67").await;
        browser.click("button[value=send]").await;
        browser.wait_for("[role=alert]").await;
        let (ticks, explains) = (browser.has("#limits_seen").await, browser.has("#limits_reason").await);
        if ticks || explains {
            // The form came back on purpose.
            browser.console_errors().await;
            if ticks {
                browser.click("#limits_seen").await;
            }
            if explains {
                browser.fill("#limits_reason", "Fjordkraft 2027").await;
            }
            browser.click("button[value=send]").await;
        }
        browser.wait_for("#sale").await;
        assert!(browser.text("#sale").await.contains("Two cranes"));
        self.judge("the meeting").await;
        browser.path().await.split('?').next().unwrap().to_owned()
    }

    /// It is held and written down, and what came of it stands with the customer.
    async fn hold(&mut self, meeting: &str) {
        let browser = self.browser;
        self.demo.goto(browser, &format!("{meeting}/run")).await;
        browser.click("button[value=begin]").await;
        browser.wait_for("button[value=end]").await;
        browser.click("button[value=end]").await;
        browser.wait_for("button[value=resume]").await;
        self.demo.goto(browser, &format!("{meeting}/minutes")).await;
        browser.fill("#result", "Fjordkraft: 2 x 40 t").await;
        browser.fill("#next_step", "Oslo 2027").await;
        browser.fill("#next_step_on", &self.demo.day(5).to_string()).await;
        self.judge("minutes with a customer").await;
        browser.click("button[value=send]").await;
        browser.wait_for("form[action$='/reopening']").await;
        self.demo.goto(browser, meeting).await;
        browser.click("#sale a[href^='/opportunities/']").await;
        browser.wait_for("main a[href^='/customers/']").await;
        browser.click("main a[href^='/customers/']").await;
        browser.wait_for("#rhythm-h").await;
        let page = browser.text("main").await;
        assert!(page.contains("Fjordkraft: 2 x 40 t") && page.contains("Oslo 2027"), "{page}");
        self.judge("a customer who was met").await;
    }

    /// Won, made a customer, met again in time, and counted.
    async fn win(&mut self, path: &str, conversion: &str) {
        let browser = self.browser;
        self.demo.goto(browser, path).await;
        browser.select("#stage", "won").await;
        browser.click("form:has(#lost_reason) button").await;
        browser.wait_for("form[action^='/limits/customers/'] button").await;
        browser.click("form[action^='/limits/customers/'] button").await;
        browser.wait_for("#rhythm-h").await;
        self.judge("a customer with a rhythm").await;
        self.demo.goto(browser, "/customers?rhythm=often").await;
        self.judge("too often").await;
        self.demo.goto(browser, "/numbers?whose=mine").await;
        let numbers = browser.text("main").await;
        assert!(numbers.contains(conversion) && numbers.contains("250"), "{numbers}");
        self.judge("numbers of one's own").await;
    }
}

async fn live(javascript: bool, sellers: &[(&str, &'static str, &str, &str)]) {
    let options = Options { javascript, ..DESK };
    let Some(browser) = Browser::start(&options).await else { return };
    let demo = Demo::set_to(WEDNESDAY, &[]);
    let mut faults = Vec::new();
    for (name, language, conversion, time) in sellers.iter().copied() {
        demo.sign_in(&browser, name).await;
        let english = if language == "en" { Vec::new() } else { foreign_english(language) };
        let (demo, browser) = (&demo, &browser);
        let mut life = Life { demo, browser, javascript, language, english, faults: Vec::new() };
        let path = life.begin().await;
        life.move_on(&path).await;
        let meeting = life.meet(time).await;
        life.hold(&meeting).await;
        life.win(&path, conversion).await;
        if name == "Anna Lind" {
            life.demo.goto(browser, "/numbers").await;
            life.judge("numbers of all").await;
        }
        faults.append(&mut life.faults);
        demo.goto(browser, "/").await;
        browser.click("header summary").await;
        browser.click("form[action='/sign-out'] button").await;
        browser.wait_for("form[action='/sign-in/demo']").await;
    }
    verdict::assert_clean(&faults);
}

#[tokio::test]
async fn browser_lives_with_customers_in_english_and_swedish() {
    live(true, &SELLERS[..2]).await;
}

#[tokio::test]
async fn browser_lives_with_customers_in_finnish_and_norwegian() {
    live(true, &SELLERS[2..]).await;
}

#[tokio::test]
async fn browser_lives_with_customers_in_four_languages_without_scripts() {
    live(false, &SELLERS).await;
}
