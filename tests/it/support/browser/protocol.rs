//! The two commands of chromedriver that the `WebDriver` standard does not have.

use fantoccini::wd::WebDriverCompatibleCommand;
use hyper::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

/// A command of the Chrome `DevTools` protocol.
#[derive(Debug)]
pub(super) struct Devtools {
    pub(super) command: &'static str,
    pub(super) params: Value,
}

impl WebDriverCompatibleCommand for Devtools {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(json!({ "cmd": self.command, "params": self.params }).to_string()))
    }
}

/// Takes what the browser's console has collected.
#[derive(Debug)]
pub(super) struct DriverLog;

impl WebDriverCompatibleCommand for DriverLog {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/se/log", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(json!({ "type": "browser" }).to_string()))
    }
}

/// The lines of the log that report something wrong.
pub(super) fn complaints(log: &Value) -> Vec<String> {
    let lines = log.as_array().map(Vec::as_slice).unwrap_or_default();
    let wrong = |line: &&Value| matches!(line["level"].as_str(), Some("SEVERE" | "WARNING"));
    lines.iter().filter(wrong).map(|line| line["message"].as_str().unwrap_or_default().to_owned()).collect()
}
