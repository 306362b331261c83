//! A file on its way: sent, its columns named, tried, taken over, taken back; with JavaScript and without.

use super::{
    demo::Demo,
    verdict::{self, DESK, PHONE},
};
use crate::support::browser::{Browser, Options};

const FILE: &str = "Namn;E-post;Företag;Telefon\n\
    Nora Fjord;nora@fjordkraft.example;Fjordkraft Verft AS;+47 1\n\
    Ola Fjord;ola@fjordkraft.example;Fjordkraft Verft AS;\n\
    Nobody;no address;Fjordkraft Verft AS;\n";

async fn walk(options: &Options) {
    let Some(browser) = Browser::start(options).await else { return };
    let demo = Demo::start();
    demo.sign_in(&browser, "Anna Lind").await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("kontakter.csv");
    std::fs::write(&file, FILE).unwrap();
    demo.goto(&browser, "/customers").await;
    browser.click("main a[href='/imports']").await;
    browser.wait_for("a[href='/imports/new?kind=contacts']").await;
    let mut faults = verdict::judge(&browser, "imports").await;
    browser.click("a[href='/imports/new?kind=contacts']").await;
    browser.wait_for("#file").await;
    faults.extend(verdict::judge(&browser, "a new import").await);
    browser.click("main button.go").await;
    browser.wait_for("#file-e").await;
    faults.extend(verdict::judge(&browser, "no file chosen").await);
    browser.fill("#file", file.to_str().unwrap()).await;
    browser.click("main button.go").await;
    browser.wait_for("#column-3").await;
    faults.extend(verdict::judge(&browser, "what the columns hold").await);
    browser.select("#column-0", "").await;
    browser.click("button[value='check']").await;
    browser.wait_for("#column-0-e").await;
    faults.extend(verdict::judge(&browser, "a column is missing").await);
    browser.select("#column-0", "name").await;
    browser.click("button[value='check']").await;
    browser.wait_for("form[action$='/run'] button").await;
    assert!(browser.text("main").await.contains("Not an email address: no address"));
    faults.extend(verdict::judge(&browser, "tried").await);
    browser.click("form[action$='/run'] button").await;
    browser.wait_for("form[action$='/undo'] button").await;
    faults.extend(verdict::judge(&browser, "imported").await);
    let import = browser.path().await;
    demo.goto(&browser, "/customers?q=fjordkraft").await;
    assert!(browser.text("main").await.contains("Fjordkraft Verft AS"));
    demo.goto(&browser, &import).await;
    browser.click("form[action$='/undo'] button").await;
    browser.wait_for("dl.facts dd:nth-of-type(7)").await;
    faults.extend(verdict::judge(&browser, "taken back").await);
    demo.goto(&browser, "/customers?q=fjordkraft").await;
    assert!(!browser.text("main").await.contains("Fjordkraft Verft AS"));
    for page in ["/admin/retention", "/admin/export", "/settings/data"] {
        demo.goto(&browser, page).await;
        faults.extend(verdict::judge(&browser, page).await);
    }
    verdict::assert_clean(&faults);
}

#[tokio::test]
async fn browser_imports_a_file_and_takes_it_back_on_a_desk() {
    walk(&DESK).await;
}

#[tokio::test]
async fn browser_imports_a_file_on_a_dark_phone() {
    walk(&PHONE).await;
}

#[tokio::test]
async fn browser_imports_a_file_without_scripts() {
    walk(&Options { javascript: false, ..DESK }).await;
}
