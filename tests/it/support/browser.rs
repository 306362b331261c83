//! A real browser for a test: Chromium, steered through chromedriver.
//!
//! ```ignore
//! let Some(browser) = Browser::start(&Options::default()).await else { return };
//! browser.goto(&format!("{base}/week")).await;
//! browser.click("a[href='/meetings/new']").await;
//! assert_eq!(browser.axe().await, []);
//! ```
//!
//! Every browser has a fresh profile and ends with its test, also when the test panics. Where Chromium is missing, a test
//! under `CI=true` fails; elsewhere [`Browser::start`] returns `None`, and the test says that it was skipped. A step that
//! fails stops the test with the step's name and the address of the page.

mod axe;
mod driver;
mod protocol;

use std::fmt::Display;
use std::path::PathBuf;
use std::time::Duration;

use base64::Engine as _;
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};

pub(crate) use axe::Violation;
use driver::Driver;
use protocol::{Devtools, DriverLog};

/// How long a step waits for the element it needs.
const PATIENCE: Duration = Duration::from_secs(10);

/// What kind of browser a test wants.
#[derive(Clone, Debug)]
pub(crate) struct Options {
    pub(crate) javascript: bool,
    /// Answers `prefers-color-scheme` with dark.
    pub(crate) dark: bool,
    /// Width of the page in CSS pixels. Also below the least width of a window, by emulation.
    pub(crate) width: u32,
    pub(crate) height: u32,
    /// What the browser asks for in `Accept-Language`.
    pub(crate) language: &'static str,
}

impl Default for Options {
    fn default() -> Self {
        Self { javascript: true, dark: false, width: 1280, height: 900, language: "en-GB" }
    }
}

/// One browser with one page.
pub(crate) struct Browser {
    client: Client,
    javascript: bool,
    // Dropped after the client: ends the processes and removes the profile.
    _driver: Driver,
}

impl Browser {
    /// Starts chromedriver on a free port and Chromium with a fresh profile.
    ///
    /// `None` if this machine has no Chromium or no chromedriver and the test may be skipped.
    pub(crate) async fn start(options: &Options) -> Option<Self> {
        let mut driver = Driver::launch()?;
        let client = driver.connect(options).await;
        let browser = Self { client, javascript: options.javascript, _driver: driver };
        browser.emulate(options).await;
        Some(browser)
    }

    /// Changes width, height and colours, also of the page that is shown.
    pub(crate) async fn emulate(&self, options: &Options) {
        // As on a phone, where bars to scroll with lie over the page.
        self.devtools("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await;
        let size = json!({ "width": options.width, "height": options.height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await;
        let scheme = if options.dark { "dark" } else { "light" };
        // Motion is off, so that a picture is never taken, and a contrast never measured, half-way through a transition.
        let features = json!({ "features": [
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ] });
        self.devtools("Emulation.setEmulatedMedia", features).await;
        self.allow_scripts(options.javascript).await;
    }

    /// From now on, requests for addresses like these (with `*`) fail, as they do when a proxy or a server has a fault.
    pub(crate) async fn lose(&self, addresses: &[&str]) {
        self.devtools("Network.enable", json!({})).await;
        self.devtools("Network.setBlockedURLs", json!({ "urls": addresses })).await;
    }

    /// Puts a finger down, draws it through these places, and takes it off if `lift`.
    pub(crate) async fn draw(&self, way: &[(f64, f64)], lift: bool) {
        self.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true, "maxTouchPoints": 1 })).await;
        for (number, (x, y)) in way.iter().enumerate() {
            let kind = if number == 0 { "touchStart" } else { "touchMove" };
            let touch = json!({ "type": kind, "touchPoints": [{ "x": x, "y": y }] });
            self.devtools("Input.dispatchTouchEvent", touch).await;
        }
        if lift {
            self.devtools("Input.dispatchTouchEvent", json!({ "type": "touchEnd", "touchPoints": [] })).await;
        }
    }

    async fn allow_scripts(&self, allowed: bool) {
        self.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": !allowed })).await;
    }

    /// Opens an address and waits until the page has loaded.
    pub(crate) async fn goto(&self, url: &str) {
        let done = self.client.goto(url).await;
        self.must(done, || format!("open {url}")).await;
    }

    /// Waits until an element matches, and returns it.
    pub(crate) async fn wait_for(&self, css: &str) -> Element {
        let found = self.client.wait().at_most(PATIENCE).for_element(Locator::Css(css)).await;
        self.must(found, || format!("find {css}")).await
    }

    /// Clicks the first element that matches, once there is one.
    ///
    /// A part of a page that refreshes itself may be replaced between the look and the click. A person's click then lands
    /// on what took its place, and so does this one.
    pub(crate) async fn click(&self, css: &str) {
        let mut done = self.wait_for(css).await.click().await;
        while done.as_ref().is_err_and(CmdError::is_stale_element_reference) {
            done = self.wait_for(css).await.click().await;
        }
        self.must(done, || format!("click {css}")).await;
    }

    /// Replaces what stands in a field, by typing.
    ///
    /// A date or time is written as HTML writes it (`2026-11-23`, `14:30`) and set without typing, because what one types
    /// into such a field depends on the browser's language.
    pub(crate) async fn fill(&self, css: &str, value: &str) {
        let field = self.wait_for(css).await;
        let kind = field.attr("type").await;
        let kind = self.must(kind, || format!("read the type of {css}")).await;
        if matches!(kind.as_deref(), Some("date" | "time" | "datetime-local" | "month" | "week" | "color" | "range")) {
            return self.set_value(&field, css, value).await;
        }
        let cleared = field.clear().await;
        self.must(cleared, || format!("clear {css}")).await;
        let typed = field.send_keys(value).await;
        self.must(typed, || format!("type into {css}")).await;
    }

    async fn set_value(&self, field: &Element, css: &str, value: &str) {
        let script = "const [field, value] = arguments; field.value = value;
            for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));";
        let field = serde_json::to_value(field).unwrap();
        let done = self.client.execute(script, vec![field, json!(value)]).await;
        self.must(done, || format!("set {css}")).await;
    }

    /// Picks an option of a `<select>` by its value.
    pub(crate) async fn select(&self, css: &str, value: &str) {
        let done = self.wait_for(css).await.select_by_value(value).await;
        self.must(done, || format!("pick {value} in {css}")).await;
    }

    /// The visible text of the first element that matches.
    pub(crate) async fn text(&self, css: &str) -> String {
        let text = self.wait_for(css).await.text().await;
        self.must(text, || format!("read {css}")).await
    }

    /// Runs a script in the page and returns what it returns. The page's content security policy does not apply to it.
    pub(crate) async fn eval(&self, script: &str) -> Value {
        let value = self.client.execute(script, Vec::new()).await;
        self.must(value, || format!("run {script}")).await
    }

    /// Types into what has the focus. `\u{e004}` is Tab, `\u{e007}` Enter, `\u{e009}` Control, `\u{e00c}` Escape.
    pub(crate) async fn press(&self, keys: &str) {
        let focused = self.client.active_element().await;
        let focused = self.must(focused, || "find the focus".to_owned()).await;
        let typed = focused.send_keys(keys).await;
        self.must(typed, || format!("press {keys:?}")).await;
    }

    /// The page as it stands, as HTML.
    pub(crate) async fn source(&self) -> String {
        let source = self.client.source().await;
        self.must(source, || "read the page".to_owned()).await
    }

    /// Path and query of the page that is shown.
    pub(crate) async fn path(&self) -> String {
        let url = self.client.current_url().await;
        let url = self.must(url, || "read the address".to_owned()).await;
        url[url::Position::BeforePath..url::Position::AfterQuery].to_owned()
    }

    /// Waits until the page with this path and query is shown.
    pub(crate) async fn arrives(&self, path: &str) {
        let here = self.client.current_url().await;
        let there = self.must(here, || "read the address".to_owned()).await.join(path).unwrap();
        let done = self.client.wait().at_most(PATIENCE).for_url(&there).await;
        self.must(done, || format!("arrive at {path}")).await;
    }

    /// Whether an element matches now.
    pub(crate) async fn has(&self, css: &str) -> bool {
        let found = self.client.find_all(Locator::Css(css)).await;
        !self.must(found, || format!("look for {css}")).await.is_empty()
    }

    /// The page printed, as PDF. Paper follows the page's own style.
    pub(crate) async fn pdf(&self) -> Vec<u8> {
        let printed =
            self.devtools("Page.printToPDF", json!({ "preferCSSPageSize": true, "printBackground": true })).await;
        base64::engine::general_purpose::STANDARD.decode(printed["data"].as_str().unwrap()).unwrap()
    }

    /// A picture of what is in view, as PNG.
    pub(crate) async fn picture(&self) -> Vec<u8> {
        let taken = self.devtools("Page.captureScreenshot", json!({})).await;
        base64::engine::general_purpose::STANDARD.decode(taken["data"].as_str().unwrap()).unwrap()
    }

    /// Saves a picture of the whole page as `target/screenshots/{name}.png`.
    pub(crate) async fn screenshot(&self, name: &str) -> PathBuf {
        let taken = self.devtools("Page.captureScreenshot", json!({ "captureBeyondViewport": true })).await;
        let data = taken["data"].as_str().unwrap_or_else(|| panic!("no picture in {taken}"));
        let png = base64::engine::general_purpose::STANDARD.decode(data).unwrap();
        let folder = driver::target_folder().join("screenshots");
        let file = folder.join(name).with_extension("png");
        std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(&file, png)).unwrap();
        file
    }

    /// Whether the page fits the width of the screen; the error names the elements that stick out.
    pub(crate) async fn no_sideways_scroll(&self) -> Result<(), String> {
        let script = "const page = document.documentElement;
            if (page.scrollWidth <= page.clientWidth) return null;
            const wide = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > page.clientWidth + 1);
            return `${page.scrollWidth} px wide on ${page.clientWidth} px: `
                + wide.slice(0, 5).map(e => e.cloneNode().outerHTML).join(', ');";
        match self.eval(script).await.as_str() {
            None => Ok(()),
            Some(fault) => Err(fault.to_owned()),
        }
    }

    /// What axe-core finds wrong on the page, by WCAG 2.2 A and AA and by its list of best practices.
    pub(crate) async fn axe(&self) -> Vec<Violation> {
        // axe waits on timers, which do not run where scripts are off. The page's own scripts have missed their turn and
        // stay away.
        self.allow_scripts(true).await;
        let found = axe::run(&self.client).await;
        self.allow_scripts(self.javascript).await;
        self.must(found, || "run axe".to_owned()).await
    }

    /// Errors and warnings of the console since the last call: scripts that failed, files not found, breaches of the
    /// content security policy. A page that answers 4xx counts too.
    pub(crate) async fn console_errors(&self) -> Vec<String> {
        let log = self.client.issue_cmd(DriverLog).await;
        let log = self.must(log, || "read the console".to_owned()).await;
        protocol::complaints(&log)
    }

    /// The status code of the page that is shown.
    pub(crate) async fn status(&self) -> u64 {
        let script = "return performance.getEntriesByType('navigation')[0].responseStatus";
        self.eval(script).await.as_u64().unwrap_or_default()
    }

    async fn devtools(&self, command: &'static str, params: Value) -> Value {
        let answer = self.client.issue_cmd(Devtools { command, params }).await;
        self.must(answer, || command.to_owned()).await
    }

    /// Stops the test with what was tried and where, if it failed.
    async fn must<T, E: Display>(&self, result: Result<T, E>, step: impl FnOnce() -> String) -> T {
        match result {
            Ok(value) => value,
            Err(error) => {
                let page = self
                    .client
                    .current_url()
                    .await
                    .map_or_else(|_| "an unknown page".to_owned(), |url| url.to_string());
                panic!("the browser could not {} on {page}: {error}", step());
            }
        }
    }
}
