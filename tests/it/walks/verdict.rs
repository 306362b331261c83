//! What is wrong with a page in a browser.

use serde_json::Value;

use crate::support::browser::{Browser, Options};

/// What a page and everything that it loads may weigh as it comes over the wire, and the requests it may take.
const WEIGHT: u64 = 40 * 1024;
const REQUESTS: u64 = 5;

/// Light on a desk, dark on a phone.
pub(super) const DESK: Options = Options { javascript: true, dark: false, width: 1280, height: 900, language: "en-GB" };
pub(super) const PHONE: Options = Options { javascript: true, dark: true, width: 320, height: 640, language: "en-GB" };

/// Everything wrong with the page that is shown, each line with the page's name.
pub(super) async fn judge(browser: &Browser, name: &str) -> Vec<String> {
    let status = browser.status().await;
    let mut faults = browser.console_errors().await;
    // Chromium reports the page itself when it answers with an error.
    faults.retain(|line| status < 400 || !line.contains("Failed to load resource"));
    faults.extend(weigh(browser).await);
    faults.extend(fits(browser).await);
    faults.extend(browser.axe().await.iter().map(|violation| format!("{violation:?}")));
    faults.into_iter().map(|fault| format!("{name}: {fault}")).collect()
}

/// Whether nothing sticks out, also with the spacing that WCAG 1.4.12 lets readers ask for.
pub(super) async fn fits(browser: &Browser) -> Vec<String> {
    let mut faults: Vec<String> = browser.no_sideways_scroll().await.err().into_iter().collect();
    let spaced = "const sheet = new CSSStyleSheet();
        sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }');
        document.adoptedStyleSheets = [sheet];";
    browser.eval(spaced).await;
    faults.extend(browser.no_sideways_scroll().await.err().map(|fault| format!("spaced out: {fault}")));
    browser.eval("document.adoptedStyleSheets = []").await;
    faults
}

async fn weigh(browser: &Browser) -> Vec<String> {
    let script =
        "const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
        // What scripts ask for while somebody types is not the first load.
        const loads = all.filter(load => !['fetch', 'xmlhttprequest'].includes(load.initiatorType));
        return { bytes: loads.reduce((sum, load) => sum + load.encodedBodySize, 0), count: loads.length,
            away: loads.map(load => load.name).filter(name => new URL(name).origin !== location.origin) };";
    let load = browser.eval(script).await;
    let (bytes, count) = (load["bytes"].as_u64().unwrap(), load["count"].as_u64().unwrap());
    let mut faults = Vec::new();
    if bytes == 0 || bytes > WEIGHT || count > REQUESTS {
        faults.push(format!("{bytes} bytes in {count} requests"));
    }
    if load["away"] != Value::Array(Vec::new()) {
        faults.push(format!("loads from elsewhere: {}", load["away"]));
    }
    faults
}

#[track_caller]
pub(super) fn assert_clean(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}
