//! Takes the pictures of the README: `SPARSAM_SCREENSHOTS=1 cargo test --test it browser_takes_the_pictures`.

use std::path::Path;

use super::{demo::Demo, verdict::DESK};
use crate::support::browser::{Browser, Options};

const LARGEST: usize = 150 * 1024;

async fn take(browser: &Browser, name: &str) {
    let picture = browser.picture().await;
    assert!(picture.len() <= LARGEST, "{name} has {} bytes", picture.len());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/images");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(name).with_extension("png"), picture).unwrap();
}

#[tokio::test]
async fn browser_takes_the_pictures() {
    if std::env::var_os("SPARSAM_SCREENSHOTS").is_none() {
        return;
    }
    let Some(browser) = Browser::start(&DESK).await else { return };
    let demo = Demo::start();
    demo.sign_in(&browser, "Anna Lind").await;
    demo.goto(&browser, "/").await;
    take(&browser, "week").await;
    demo.goto(&browser, "/cal/this-month").await;
    take(&browser, "calendar").await;
    demo.goto(&browser, "/limits").await;
    take(&browser, "limits").await;
    demo.copy_a_meeting(&browser).await;
    take(&browser, "plan").await;
    demo.goto(&browser, "/meetings").await;
    browser.click("th a[href^='/meetings/']").await;
    browser.wait_for("ol.agenda").await;
    take(&browser, "meeting").await;
    browser.emulate(&Options { dark: true, ..DESK }).await;
    take(&browser, "dark").await;
    browser.emulate(&DESK).await;
    let answer = demo.mailed_link(&browser, "karin@lovasen.example", "/r/").await;
    take(&browser, "mailbox").await;
    let phone = Options { width: 390, height: 844, ..DESK };
    browser.emulate(&phone).await;
    demo.goto(&browser, &answer).await;
    take(&browser, "answer").await;
    browser.emulate(&Options { dark: true, ..phone }).await;
    demo.goto(&browser, "/").await;
    take(&browser, "phone").await;
}
