//! Proves the browser harness on a small page of its own, so that a failing walk can be trusted to be the program's fault.

use axum::Router;
use axum::extract::RawForm;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse};
use axum::routing::get;
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;

use crate::support::browser::{Browser, Options};

const PAGE: &str = r#"<!doctype html><html lang="en"><title>Proof</title>
<meta name="viewport" content="width=device-width">
<style>body { color: black; background: white } @media (prefers-color-scheme: dark) { body { color: white; background: black } }</style>
<main><h1>Proof</h1>
<p id="script">without</p><noscript><p id="hint">No script</p></noscript><script>document.getElementById("script").textContent = "with"</script>
<a id="next" href="/wide">Next</a>
<form method="post"><label>Title <input name="title"></label><label>Day <input type="date" name="day"></label>
<label>Kind <select name="kind"><option value="a">A</option><option value="b">B</option></select></label>
<button>Save</button></form></main></html>"#;

async fn page(headers: HeaderMap) -> impl IntoResponse {
    let asked = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    Html(PAGE.replace("<form", &format!("<p id=language>{asked}</p><form")))
}

async fn save(RawForm(body): RawForm) -> impl IntoResponse {
    let body = String::from_utf8_lossy(&body).into_owned();
    let status = if body.starts_with("title=&") { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    (status, Html(format!("<!doctype html><title>Saved</title><p role=alert>{body}</p>")))
}

const WIDE: &str = r#"<!doctype html><html lang="en"><title>Wide</title><main><h1>Wide</h1>
<img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="><div id="wide" style="width: 400px">wide</div></main></html>"#;

async fn strict() -> impl IntoResponse {
    ([(header::CONTENT_SECURITY_POLICY, "default-src 'none'")], Html(PAGE))
}

/// Serves the pages on a free port and returns the base address.
async fn serve() -> String {
    let wide = get(|| async { Html(WIDE) });
    let router = Router::new().route("/", get(page).post(save)).route("/wide", wide).route("/strict", get(strict));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let service = TowerToHyperService::new(router.clone());
            let connection = hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(stream), service);
            tokio::spawn(connection);
        }
    });
    base
}

#[tokio::test]
async fn clicks_fills_selects_and_posts() {
    let Some(browser) = Browser::start(&Options { language: "sv", ..Options::default() }).await else { return };
    let base = serve().await;
    browser.goto(&base).await;
    assert_eq!(browser.text("#script").await, "with");
    assert!(browser.text("#language").await.starts_with("sv"));
    browser.fill("[name=title]", "old").await;
    browser.fill("[name=title]", "Veckomöte").await;
    browser.fill("[name=day]", "2026-11-23").await;
    browser.select("[name=kind]", "b").await;
    browser.click("button").await;
    assert_eq!(browser.text("[role=alert]").await, "title=Veckom%C3%B6te&day=2026-11-23&kind=b");
    assert_eq!(browser.status().await, 200);
}

#[tokio::test]
async fn shows_the_page_of_a_422() {
    let Some(browser) = Browser::start(&Options::default()).await else { return };
    browser.goto(&serve().await).await;
    browser.click("button").await;
    assert_eq!(browser.text("[role=alert]").await, "title=&day=&kind=a");
    assert_eq!(browser.status().await, 422);
    assert!(browser.console_errors().await.iter().any(|line| line.contains("422")));
}

#[tokio::test]
async fn without_javascript_forms_still_work_and_scripts_do_not() {
    let Some(browser) = Browser::start(&Options { javascript: false, ..Options::default() }).await else { return };
    let base = serve().await;
    browser.goto(&base).await;
    assert_eq!(browser.text("#script").await, "without");
    assert_eq!(browser.text("#hint").await, "No script");
    assert_eq!(browser.axe().await, [], "axe runs nevertheless");
    assert_eq!(browser.text("#script").await, "without");
    browser.goto(&base).await;
    assert_eq!(browser.text("#script").await, "without", "also after axe ran");
    browser.fill("[name=title]", "Weekly").await;
    browser.fill("[name=day]", "2026-11-23").await;
    browser.click("button").await;
    assert_eq!(browser.text("[role=alert]").await, "title=Weekly&day=2026-11-23&kind=a");
}

#[tokio::test]
async fn dark_stays_dark_from_page_to_page() {
    let background = "return getComputedStyle(document.body).backgroundColor";
    let base = serve().await;
    for (dark, colour) in [(false, "rgb(255, 255, 255)"), (true, "rgb(0, 0, 0)")] {
        let Some(browser) = Browser::start(&Options { dark, ..Options::default() }).await else { return };
        for _ in 0..2 {
            browser.goto(&base).await;
            assert_eq!(browser.eval(background).await, colour);
            browser.goto("about:blank").await;
        }
    }
}

#[tokio::test]
async fn a_page_too_wide_for_320_px_is_named() {
    let Some(browser) = Browser::start(&Options { width: 320, ..Options::default() }).await else { return };
    let base = serve().await;
    browser.goto(&base).await;
    assert_eq!(browser.eval("return innerWidth").await, 320);
    assert_eq!(browser.no_sideways_scroll().await, Ok(()));
    browser.click("#next").await;
    browser.wait_for("#wide").await;
    let fault = browser.no_sideways_scroll().await.unwrap_err();
    assert!(fault.contains("on 320 px") && fault.contains("id=\"wide\""), "{fault}");
    let picture = std::fs::read(browser.screenshot("harness-wide").await).unwrap();
    assert!(picture.starts_with(b"\x89PNG"));
}

#[tokio::test]
async fn axe_finds_a_planted_fault_and_no_other() {
    let Some(browser) = Browser::start(&Options::default()).await else { return };
    let base = serve().await;
    browser.goto(&base).await;
    assert_eq!(browser.axe().await, []);
    browser.goto(&format!("{base}/wide")).await;
    let found: Vec<_> = browser.axe().await.into_iter().map(|violation| violation.id).collect();
    assert_eq!(found, ["image-alt"]);
}

#[tokio::test]
async fn a_breach_of_the_content_security_policy_is_reported() {
    let Some(browser) = Browser::start(&Options::default()).await else { return };
    let base = serve().await;
    browser.goto(&base).await;
    browser.console_errors().await;
    browser.goto(&format!("{base}/strict")).await;
    let errors = browser.console_errors().await;
    assert!(errors.iter().any(|line| line.contains("Content Security Policy")), "{errors:?}");
    assert!(browser.axe().await.iter().all(|violation| violation.id != "image-alt"), "axe runs under the policy");
}
