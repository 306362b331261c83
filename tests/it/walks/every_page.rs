//! Every page that an administrator reaches by links, judged by axe-core, for width, weight, what the console says, and
//! whether everything can be reached.

use super::{
    crawl::Crawl,
    demo::Demo,
    reach,
    verdict::{self, DESK, PHONE},
};
use crate::support::browser::{Browser, Options};

/// Fewer would mean that the crawl lost its way.
const LEAST_PAGES: usize = 50;

/// What the pages show goes by the day; two unlike ones are looked at.
const MIDDLE_OF_A_WEEK: &str = "2026-11-18T08:00:00Z";
const FIRST_HOUR_OF_A_WEEK: &str = "2026-10-25T23:20:00Z";

async fn walk(begin: &str, first: Options, others: &[Options]) {
    let Some(browser) = Browser::start(&first).await else { return };
    let demo = Demo::set_to(begin, &[]);
    demo.sign_in(&browser, "Anna Lind").await;
    browser.console_errors().await;
    let (mut crawl, mut faults, mut count) = (Crawl::new(), Vec::new(), 0);
    while let Some(path) = crawl.next(&demo, &browser).await {
        count += 1;
        faults.extend(verdict::judge(&browser, &path).await);
        let on_phone = first.width == PHONE.width;
        if !on_phone || long() || count % 6 == 0 {
            faults.extend(reach::with_tab(&browser, &path).await);
        }
        if on_phone {
            faults.extend(reach::with_a_finger(&browser, &path).await);
        }
        for other in others.iter().filter(|_| long() || count % 6 == 0) {
            browser.emulate(other).await;
            let name = format!("{path} at {} px, dark {}", other.width, other.dark);
            faults.extend(verdict::judge(&browser, &name).await);
            browser.emulate(&first).await;
        }
    }
    verdict::assert_clean(&faults);
    assert!(count >= LEAST_PAGES, "only {count} pages");
}

fn long() -> bool {
    std::env::var_os("SPARSAM_TEST_LONG").is_some()
}

#[tokio::test]
async fn browser_finds_no_fault_on_any_page_in_light_on_a_desk() {
    let half = Options { width: 640, ..DESK };
    let more = Options { width: 320, ..DESK };
    let others = [half, more];
    walk(MIDDLE_OF_A_WEEK, DESK, if long() { &others } else { &others[..1] }).await;
}

#[tokio::test]
async fn browser_finds_no_fault_on_any_page_in_dark_on_a_phone() {
    let half = Options { width: 640, ..PHONE };
    let more = Options { width: 1280, ..PHONE };
    let others = [half, more];
    walk(FIRST_HOUR_OF_A_WEEK, PHONE, if long() { &others } else { &others[..1] }).await;
}
