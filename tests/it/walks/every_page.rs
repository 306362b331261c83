//! Every page that an administrator reaches by links, judged by axe-core, for width, weight, what the console says, and
//! whether everything can be reached.

use super::{
    crawl,
    demo::Demo,
    reach,
    verdict::{self, DESK, PHONE},
};
use crate::support::browser::{Browser, Options};

/// Fewer would mean that the crawl lost its way.
const LEAST_PAGES: usize = 50;

/// Into how many tests the pages are dealt out, so that each of them ends soon.
const SHARES: usize = 3;

/// What the pages show goes by the day; two unlike ones are looked at.
const MIDDLE_OF_A_WEEK: &str = "2026-11-18T08:00:00Z";
const FIRST_HOUR_OF_A_WEEK: &str = "2026-10-25T23:20:00Z";

/// Looks at one page of every [`SHARES`], beginning with this one.
async fn walk((begin, share): (&str, usize), first: Options, others: &[Options]) {
    let Some(browser) = Browser::start(&first).await else { return };
    let demo = Demo::set_to(begin, &[]);
    let pages = crawl::pages(&demo.visit("Anna Lind"));
    assert!(pages.len() >= LEAST_PAGES, "only {} pages", pages.len());
    demo.sign_in(&browser, "Anna Lind").await;
    browser.console_errors().await;
    let mut faults = Vec::new();
    for (count, (path, _)) in pages.iter().enumerate().skip(share).step_by(SHARES) {
        demo.goto(&browser, path).await;
        faults.extend(verdict::judge(&browser, path).await);
        let on_phone = first.width == PHONE.width;
        let looks_twice = long() || (count / SHARES).is_multiple_of(6);
        if !on_phone || looks_twice {
            faults.extend(reach::with_tab(&browser, path).await);
        }
        if on_phone {
            faults.extend(reach::with_a_finger(&browser, path).await);
        }
        for other in others.iter().filter(|_| looks_twice) {
            browser.emulate(other).await;
            let name = format!("{path} at {} px, dark {}", other.width, other.dark);
            faults.extend(verdict::judge(&browser, &name).await);
            browser.emulate(&first).await;
        }
    }
    verdict::assert_clean(&faults);
}

fn long() -> bool {
    std::env::var_os("SPARSAM_TEST_LONG").is_some()
}

async fn in_light_on_a_desk(share: usize) {
    let half = Options { width: 640, ..DESK };
    let more = Options { width: 320, ..DESK };
    let others = [half, more];
    walk((MIDDLE_OF_A_WEEK, share), DESK, if long() { &others } else { &others[..1] }).await;
}

async fn in_dark_on_a_phone(share: usize) {
    let half = Options { width: 640, ..PHONE };
    let more = Options { width: 1280, ..PHONE };
    let others = [half, more];
    walk((FIRST_HOUR_OF_A_WEEK, share), PHONE, if long() { &others } else { &others[..1] }).await;
}

/// The looks of all pages, dealt out.
macro_rules! looks {
    ($($name:ident: $look:ident($share:literal);)*) => {
        $(#[tokio::test]
        async fn $name() {
            $look($share).await;
        })*

        #[test]
        fn every_page_is_dealt_out_in_every_look() {
            let dealt = [$((stringify!($look), $share)),*];
            for look in ["in_light_on_a_desk", "in_dark_on_a_phone"] {
                assert!((0..SHARES).all(|share| dealt.contains(&(look, share))), "{look}");
            }
        }
    };
}

looks! {
    browser_finds_no_fault_in_light_on_a_desk_on_the_first_third: in_light_on_a_desk(0);
    browser_finds_no_fault_in_light_on_a_desk_on_the_second_third: in_light_on_a_desk(1);
    browser_finds_no_fault_in_light_on_a_desk_on_the_last_third: in_light_on_a_desk(2);
    browser_finds_no_fault_in_the_dark_on_a_phone_on_the_first_third: in_dark_on_a_phone(0);
    browser_finds_no_fault_in_the_dark_on_a_phone_on_the_second_third: in_dark_on_a_phone(1);
    browser_finds_no_fault_in_the_dark_on_a_phone_on_the_last_third: in_dark_on_a_phone(2);
}
