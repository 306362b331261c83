//! The life of a customer: added, met, won, and met again in time, with JavaScript and without, judged like every page.

use super::{
    demo::Demo,
    verdict::{self, DESK, PHONE},
};
use crate::support::browser::{Browser, Options};

/// A customer with a contact and an opportunity; the opportunity's page stays open.
async fn begin(demo: &Demo, browser: &Browser) -> Vec<String> {
    demo.goto(browser, "/customers").await;
    let mut faults = verdict::judge(browser, "customers").await;
    browser.click("a[href='/customers/new']").await;
    browser.wait_for("#name").await;
    browser.fill("#name", "Fjordkraft Verft AS").await;
    browser.select("#rhythm", "14").await;
    faults.extend(verdict::judge(browser, "a new customer").await);
    browser.click("main button.go").await;
    browser.wait_for("a[href$='/contacts/new']").await;
    browser.click("a[href$='/contacts/new']").await;
    browser.wait_for("#email").await;
    browser.fill("#name", "Nora Fjord").await;
    browser.fill("#email", "nora@fjordkraft.example").await;
    faults.extend(verdict::judge(browser, "a new contact").await);
    browser.click("main button.go").await;
    browser.wait_for("a[href^='/meetings/new?purpose=customer&contact=']").await;
    faults.extend(verdict::judge(browser, "a contact").await);
    browser.click("main a[href^='/customers/']").await;
    browser.wait_for("a[href^='/opportunities/new']").await;
    faults.extend(verdict::judge(browser, "a customer").await);
    browser.click("a[href^='/opportunities/new']").await;
    browser.wait_for("#amount").await;
    browser.fill("#title", "Two cranes").await;
    browser.fill("#amount", "1 250 000").await;
    faults.extend(verdict::judge(browser, "a new opportunity").await);
    browser.click("main button.go").await;
    browser.wait_for("#lost_reason").await;
    faults
}

/// Lost without a reason, which is asked for; then won.
async fn decide(browser: &Browser) -> Vec<String> {
    browser.select("#stage", "lost").await;
    browser.click("form:has(#lost_reason) button").await;
    browser.wait_for("#lost_reason-e").await;
    let mut faults = verdict::judge(browser, "lost without a reason").await;
    browser.select("#stage", "won").await;
    browser.click("form:has(#lost_reason) button").await;
    browser.wait_for("form[action^='/limits/customers/']").await;
    faults.extend(verdict::judge(browser, "won").await);
    browser.click("form[action^='/limits/customers/'] button").await;
    browser.wait_for("#rhythm-h").await;
    assert!(browser.text("main").await.contains("Won"));
    faults
}

async fn walk(options: &Options) {
    let Some(browser) = Browser::start(options).await else { return };
    let demo = Demo::start();
    demo.sign_in(&browser, "Anna Lind").await;
    let mut faults = begin(&demo, &browser).await;
    let opportunity = browser.path().await;
    let opportunity = opportunity.split('?').next().unwrap().to_owned();
    browser.click("a[href^='/meetings/new?opportunity=']").await;
    browser.wait_for("#opportunity").await;
    assert!(browser.text("#people").await.contains("Nora Fjord"));
    faults.extend(verdict::judge(&browser, "planner from an opportunity").await);
    for view in ["list", "board", "funnel"] {
        demo.goto(&browser, &format!("/opportunities?view={view}")).await;
        faults.extend(verdict::judge(&browser, view).await);
    }
    demo.goto(&browser, &opportunity).await;
    faults.extend(decide(&browser).await);
    verdict::assert_clean(&faults);
}

#[tokio::test]
async fn browser_lives_with_a_customer_on_a_desk() {
    walk(&DESK).await;
}

#[tokio::test]
async fn browser_lives_with_a_customer_on_a_dark_phone() {
    walk(&PHONE).await;
}

#[tokio::test]
async fn browser_lives_with_a_customer_without_scripts() {
    walk(&Options { javascript: false, ..DESK }).await;
}

#[tokio::test]
async fn browser_moves_a_card_by_dragging_it() {
    let Some(browser) = Browser::start(&DESK).await else { return };
    let demo = Demo::start();
    demo.sign_in(&browser, "Anna Lind").await;
    demo.goto(&browser, "/opportunities?view=board").await;
    let drag = "const card = document.querySelector('[data-stage=quote] li[draggable]');
        const to = document.querySelector('[data-stage=closing]');
        const send = (type, on) => on.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true }));
        send('dragstart', card); send('dragover', to); send('drop', to); send('dragend', card);
        return card.querySelector('a').textContent";
    let title = browser.eval(drag).await;
    browser.wait_for(".flash").await;
    assert!(browser.text("[data-stage=closing]").await.contains(title.as_str().unwrap()));
}
