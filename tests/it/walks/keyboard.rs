//! Everything by keyboard: skipping, reordering (also by pointer and by touch), shortcuts and their switch.

use serde_json::json;

use super::{
    demo::Demo,
    verdict::{DESK, PHONE},
};
use crate::support::browser::Browser;

const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";
const CONTROL_ENTER: &str = "\u{e009}\u{e007}";

#[tokio::test]
async fn browser_skips_to_the_content_with_two_keys() {
    let Some(browser) = Browser::start(&DESK).await else { return };
    let demo = Demo::start();
    demo.sign_in(&browser, "Anna Lind").await;
    for path in ["/", "/meetings/new", "/help"] {
        demo.goto(&browser, path).await;
        browser.press(TAB).await;
        assert_eq!(browser.eval("return document.activeElement.className").await, "skip", "{path}");
        let seen = "const box = document.activeElement.getBoundingClientRect(); return box.left >= 0 && box.top >= 0";
        assert_eq!(browser.eval(seen).await, true, "{path}");
        browser.press(ENTER).await;
        assert_eq!(browser.eval("return document.activeElement.id").await, "main", "{path}");
    }
}

const ORDER: &str = "return [...document.querySelectorAll('ol.agenda > li')].map(li => li.dataset.id)";

#[tokio::test]
async fn browser_reorders_the_agenda_by_keys_and_keeps_the_focus() {
    let Some(browser) = Browser::start(&DESK).await else { return };
    let demo = Demo::start();
    demo.sign_in(&browser, "Anna Lind").await;
    demo.copy_a_meeting(&browser).await;
    let before = browser.eval(ORDER).await;
    let before: Vec<&str> = before.as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect();
    browser.eval("document.querySelector('ol.agenda > li button[data-move=down]').focus()").await;
    for place in 2..=before.len() {
        browser.press(ENTER).await;
        let focused = browser.eval("return [document.activeElement.value, document.activeElement.dataset.move]").await;
        assert_eq!(focused, json!([format!("down:{}", before[0]), "down"]));
        browser.wait_for("#say:not(:empty)").await;
        let said = "return document.querySelector('#say').textContent";
        let said = browser.eval(said).await;
        assert!(said.as_str().unwrap().contains(&format!("number {place} of {}", before.len())), "{said}");
    }
    let after = browser.eval(ORDER).await;
    assert_eq!(after.as_array().unwrap().last().unwrap(), before[0]);
    browser.press(ENTER).await;
    browser.wait_for("#say:not(:empty)").await;
    let edge = "return document.querySelector('#say').textContent === document.querySelector('ol.agenda').dataset.edge";
    assert_eq!(browser.eval(edge).await, true);
    assert_eq!(browser.eval(ORDER).await, after);
}

/// Takes the first point by its grip and carries it below the last.
const DRAG: &str = "const list = document.querySelector('ol.agenda'), grip = list.querySelector('.grip');
    scrollTo(0, list.lastElementChild.getBoundingClientRect().top + scrollY - 400);
    const box = list.lastElementChild.getBoundingClientRect();
    grip.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0 }));
    dispatchEvent(new PointerEvent('pointermove', { clientX: box.left + 20, clientY: box.bottom - 3 }));";

#[tokio::test]
async fn browser_drags_a_point_and_escape_puts_it_back() {
    let Some(browser) = Browser::start(&DESK).await else { return };
    let demo = Demo::start();
    demo.sign_in(&browser, "Anna Lind").await;
    demo.copy_a_meeting(&browser).await;
    let before = browser.eval(ORDER).await;
    browser.eval(DRAG).await;
    assert_ne!(browser.eval(ORDER).await, before);
    browser.press("\u{e00c}").await;
    assert_eq!(browser.eval(ORDER).await, before);
    assert!(!browser.has(".is-moving").await);
    browser.eval(DRAG).await;
    browser.eval("dispatchEvent(new PointerEvent('pointerup', {}))").await;
    let after = browser.eval(ORDER).await;
    assert_eq!(after.as_array().unwrap().last(), before.as_array().unwrap().first());
}

/// Brings the first grip near the top; where it is, and how far the page is scrolled.
const GRIP: &str = "const grip = document.querySelector('ol.agenda .grip');
    scrollTo(0, grip.getBoundingClientRect().top + scrollY - 60);
    const box = grip.getBoundingClientRect();
    return [box.left + box.width / 2, box.top + box.height / 2, scrollY];";

#[tokio::test]
async fn browser_drags_a_point_by_touch_and_the_page_stays() {
    let Some(browser) = Browser::start(&PHONE).await else { return };
    let demo = Demo::start();
    demo.sign_in(&browser, "Anna Lind").await;
    demo.copy_a_meeting(&browser).await;
    let before = browser.eval(ORDER).await;
    let grip = browser.eval(GRIP).await;
    let [x, y, scrolled] = [0, 1, 2].map(|at| grip[at].as_f64().unwrap());
    let way: Vec<(f64, f64)> = (0..12).map(|step| (x, f64::from(step).mul_add(40.0, y))).collect();
    browser.draw(&way, true).await;
    let after = browser.eval(ORDER).await;
    assert_eq!((&after[1], &after[0]), (&before[0], &before[1]));
    assert_eq!(browser.eval("return scrollY").await.as_f64(), Some(scrolled));
    assert!(!browser.has(".is-moving").await);
}

/// Notes what a key activates instead of following it.
const LISTEN: &str = "window.hits = [];
    document.activeElement.blur();
    document.addEventListener('click', e => { e.preventDefault(); hits.push(e.target.closest('[data-key]')?.dataset.key) }, true);";

async fn hits(browser: &Browser) -> serde_json::Value {
    browser.eval("return hits.splice(0)").await
}

#[tokio::test]
async fn browser_follows_every_shortcut_and_the_switch_turns_all_off() {
    let Some(browser) = Browser::start(&DESK).await else { return };
    let demo = Demo::start();
    demo.sign_in(&browser, "Anna Lind").await;
    let keys = ["n", "j", "k", "t", "g w", "g c", "g m", "g t"];
    demo.goto(&browser, "/").await;
    browser.eval(LISTEN).await;
    for key in keys {
        browser.press(&key.replace(' ', "")).await;
        assert_eq!(hits(&browser).await, json!([key]));
    }
    demo.goto(&browser, "/meetings").await;
    browser.press("/").await;
    assert_eq!(browser.eval("return document.activeElement.id").await, "q");
    browser.press("njgm").await;
    assert_eq!(browser.eval("return document.activeElement.value").await, "njgm", "keys in a field are text");
    assert_eq!(browser.path().await, "/meetings");
    demo.copy_a_meeting(&browser).await;
    let sent = "window.sent = []; document.addEventListener('submit', e => { e.preventDefault(); sent.push(e.submitter?.value) }, true);
        document.querySelector('#title').focus()";
    browser.eval(sent).await;
    browser.press(CONTROL_ENTER).await;
    assert_eq!(browser.eval("return sent").await, json!(["send"]));
    demo.goto(&browser, "/settings/appearance").await;
    browser.click("input[name=shortcuts]").await;
    browser.click("main form .btn.go").await;
    browser.wait_for("[role=alert]").await;
    demo.goto(&browser, "/").await;
    browser.eval(LISTEN).await;
    for key in keys {
        browser.press(&key.replace(' ', "")).await;
    }
    assert_eq!(hits(&browser).await, json!([]), "all are off");
}
