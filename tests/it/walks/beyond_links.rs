//! Pages that no link leads to: signed out, with errors, behind a link from a mail, and while setting up.

use super::{
    demo::Demo,
    verdict::{self, DESK, PHONE},
};
use crate::support::{browser::Browser, program::Running};

/// Judges the page on a desk and on a phone.
async fn both(browser: &Browser, name: &str) -> Vec<String> {
    let mut faults = verdict::judge(browser, name).await;
    browser.emulate(&PHONE).await;
    faults.extend(verdict::judge(browser, &format!("{name}, phone")).await);
    browser.emulate(&DESK).await;
    faults
}

/// A refused form says so in the title, has the focus on what is wrong, and leads from there to each field.
async fn says_what_is_wrong(browser: &Browser, prefix: &str) {
    browser.wait_for(".summary").await;
    let script = "return { title: document.title, focused: document.activeElement.matches('.summary'),
        lost: [...document.querySelectorAll('.summary a')].map(a => a.getAttribute('href'))
            .filter(href => !document.getElementById(decodeURIComponent(href.slice(1)))) }";
    let found = browser.eval(script).await;
    assert_eq!(browser.status().await, 422);
    assert!(found["title"].as_str().unwrap().starts_with(prefix), "{found}");
    assert_eq!((&found["focused"], &found["lost"]), (&true.into(), &serde_json::json!([])), "{found}");
}

#[tokio::test]
async fn browser_finds_no_fault_on_forms_with_errors() {
    let Some(browser) = Browser::start(&DESK).await else { return };
    let demo = Demo::start();
    let mut faults = Vec::new();
    for path in ["/sign-in", "/forgotten"] {
        demo.goto(&browser, path).await;
        faults.extend(both(&browser, path).await);
        browser.click("form:has(input[type=email]) .btn").await;
        browser.wait_for(".err, .summary, .flash").await;
        faults.extend(both(&browser, &format!("{path} with errors")).await);
    }
    demo.sign_in(&browser, "Anna Lind").await;
    demo.goto(&browser, "/meetings/new").await;
    browser.fill("#title", "Kept as typed").await;
    browser.click("button[value=send]").await;
    says_what_is_wrong(&browser, "Error: ").await;
    assert_eq!(browser.wait_for("#title").await.prop("value").await.unwrap().as_deref(), Some("Kept as typed"));
    faults.extend(both(&browser, "planner with errors").await);
    demo.copy_a_meeting(&browser).await;
    browser.fill("#date", &demo.day(15).to_string()).await;
    browser.fill("#time", "10:00").await;
    browser.click("button[value=mails]").await;
    browser.wait_for("#mails article").await;
    faults.extend(both(&browser, "planner with mails").await);
    browser.click("button[value=written]").await;
    browser.fill("#answer_by", "someday").await;
    browser.click("button[value=send]").await;
    says_what_is_wrong(&browser, "Error: ").await;
    faults.extend(both(&browser, "written update with errors").await);
    browser.fill("#answer_by", "tomorrow").await;
    browser.fill("#words", "No meeting needed").await;
    browser.click("button[value=send]").await;
    browser.wait_for("[role=alert]").await;
    faults.extend(both(&browser, "written update").await);
    demo.goto(&browser, "/updates").await;
    faults.extend(both(&browser, "list of written updates").await);
    for kind in ["minutes", "windows"] {
        demo.goto(&browser, &format!("/limits/new?kind={kind}")).await;
        faults.extend(both(&browser, &format!("a new limit, {kind}")).await);
        browser.click("main form .btn.go").await;
        says_what_is_wrong(&browser, "Error: ").await;
        faults.extend(both(&browser, &format!("a limit with errors, {kind}")).await);
    }
    browser.click("input[value='0-9']").await;
    browser.click("[formaction='/limits/trial']").await;
    browser.wait_for("[name=back]").await;
    faults.extend(both(&browser, "a limit on trial").await);
    demo.goto(&browser, "/settings/feeds").await;
    browser.click("form.card .btn.go").await;
    browser.wait_for("#address, .summary").await;
    faults.extend(both(&browser, "a feed's address").await);
    verdict::assert_clean(&faults);
}

#[tokio::test]
async fn browser_finds_no_fault_behind_the_links_of_mails() {
    let Some(browser) = Browser::start(&DESK).await else { return };
    let demo = Demo::start();
    demo.sign_in(&browser, "Anna Lind").await;
    let answer = demo.mailed_link(&browser, "karin@lovasen.example", "/r/").await;
    let stop = demo.mailed_link(&browser, "karin@lovasen.example", "/p/").await;
    let mut faults = Vec::new();
    demo.goto(&browser, &answer).await;
    faults.extend(both(&browser, "answer").await);
    browser.click("main form .btn.go").await;
    says_what_is_wrong(&browser, "Fel: ").await;
    faults.extend(both(&browser, "answer with an error").await);
    browser.click("input[value=m]").await;
    browser.click("main form .btn.go").await;
    browser.wait_for("#given-h").await;
    faults.extend(both(&browser, "answered").await);
    demo.goto(&browser, &stop).await;
    faults.extend(both(&browser, "no more invitations").await);
    browser.click("main form .btn.go").await;
    browser.wait_for("input[name=again]").await;
    faults.extend(both(&browser, "no more invitations, done").await);
    for path in ["/r/nothing", "/reset/nothing", "/welcome/nothing"] {
        demo.goto(&browser, path).await;
        faults.extend(both(&browser, path).await);
    }
    verdict::assert_clean(&faults);
}

#[tokio::test]
async fn browser_finds_no_fault_while_setting_up() {
    let Some(browser) = Browser::start(&DESK).await else { return };
    let folder = tempfile::tempdir().unwrap();
    let server = Running::start(folder.path(), "serve");
    let mut faults = Vec::new();
    browser.goto(&format!("{}/setup", server.base)).await;
    faults.extend(both(&browser, "/setup").await);
    let code = server.greeting.split("spu_").nth(1).and_then(|rest| rest.split_whitespace().next()).unwrap();
    browser.fill("#code", &format!("spu_{code}")).await;
    browser.click("main form .btn.go").await;
    browser.wait_for("form[action='/setup/company']").await;
    faults.extend(both(&browser, "/setup/company").await);
    browser.fill("#name", "Nordvik AB").await;
    browser.select("#country", "SE").await;
    browser.fill("#zone", "Europe/Stockholm").await;
    browser.select("#language", "en").await;
    browser.click("main form .btn.go").await;
    browser.wait_for("form[action='/setup/account']").await;
    faults.extend(both(&browser, "/setup/account").await);
    browser.click("main form .btn.go").await;
    says_what_is_wrong(&browser, "Error: ").await;
    faults.extend(both(&browser, "/setup/account with errors").await);
    for (field, value) in
        [("name", "Anna Lind"), ("email", "anna@nordvik.example"), ("password", "tall pines by the lake")]
    {
        browser.fill(&format!("main [name={field}]"), value).await;
    }
    browser.click("main form .btn.go").await;
    browser.wait_for("form[action='/setup/mail']").await;
    for step in ["mail", "team", "done"] {
        browser.goto(&format!("{}/setup/{step}", server.base)).await;
        faults.extend(both(&browser, &format!("/setup/{step}")).await);
    }
    verdict::assert_clean(&faults);
}
