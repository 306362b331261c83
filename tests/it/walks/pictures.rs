//! Takes the pictures of the README: `SPARSAM_SCREENSHOTS=1 cargo test --test it browser_takes_the_pictures`.

use std::path::Path;

use super::{demo::Demo, verdict::DESK};
use crate::support::browser::{Browser, Options};

const LARGEST: usize = 150 * 1024;

async fn take(browser: &Browser, name: &str) {
    let picture = browser.picture().await;
    assert!(picture.len() <= LARGEST, "{name} has {} bytes", picture.len());
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/images").join(name).with_extension("png");
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(file, picture).unwrap();
}

/// The pages of docs/pages.md: the name of the picture, where it is, and what is clicked there first.
const PAGES: [(&str, &str, &[&str]); 44] = [
    ("calendar-week", "/cal/this-week", &[]),
    ("meetings", "/meetings", &[]),
    ("edit", "/meetings", &["th a[href^='/meetings/']", "a[href$='/edit']"]),
    ("move", "/meetings", &["th a[href^='/meetings/']", "a[href$='/moves/new']"]),
    ("cancel", "/meetings", &["th a[href^='/meetings/']", "a[href$='/cancellation/new']"]),
    ("ideas", "/meetings", &["th a[href^='/meetings/']", "a[href$='/ideas']"]),
    ("minutes", "/meetings?show=past", &["th a[href^='/meetings/']", "a[href$='/minutes']"]),
    ("agendas", "/agendas", &[]),
    ("updates", "/updates", &[]),
    ("decisions", "/decisions", &[]),
    ("actions", "/actions", &[]),
    ("recognitions", "/recognitions", &[]),
    ("customers", "/customers", &[]),
    ("customer", "/customers", &["th a[href^='/customers/']"]),
    ("contact", "/customers", &["th a[href^='/customers/']", "main a[href^='/contacts/']"]),
    ("opportunity", "/opportunities", &["th a[href^='/opportunities/']"]),
    ("board", "/opportunities?view=board", &[]),
    ("funnel", "/opportunities?view=funnel", &[]),
    ("rhythm", "/customers/rhythm", &[]),
    ("numbers", "/numbers", &[]),
    ("import", "/imports/new?kind=accounts", &[]),
    ("targets", "/targets", &[]),
    ("teams", "/teams", &[]),
    ("load", "/teams", &["a[href$='/load']"]),
    ("new-limit", "/limits/new", &[]),
    ("trial", "/limits", &["main a[href^='/limits/0']", "a[href$='/trial']"]),
    ("planning", "/limits/planning", &[]),
    ("reminders", "/limits/reminders", &[]),
    ("approvals", "/approvals", &[]),
    ("profile", "/settings/profile", &[]),
    ("security", "/settings/security", &[]),
    ("delegates", "/settings/delegates", &[]),
    ("outside", "/settings/calendars", &[]),
    ("hours", "/settings/hours", &[]),
    ("wishes", "/settings/mail", &[]),
    ("feeds", "/settings/feeds", &[]),
    ("people", "/admin/people", &[]),
    ("mail", "/admin/mail", &[]),
    ("audit", "/admin/audit", &[]),
    ("retention", "/admin/retention", &[]),
    ("export", "/admin/export", &[]),
    ("system", "/admin/system", &[]),
    ("invite", "/admin/people", &["main a[href^='/admin/people/']"]),
    ("help", "/help", &[]),
];

/// Pages of a series, as its organizer has them.
const SERIES: [(&str, &[&str]); 3] =
    [("series", &[]), ("series-review", &["a[href$='/review']"]), ("series-repeats", &["a[href$='/repeats']"])];

#[tokio::test]
async fn browser_takes_the_pictures_of_all_pages() {
    if std::env::var_os("SPARSAM_SCREENSHOTS").is_none() {
        return;
    }
    let Some(browser) = Browser::start(&DESK).await else { return };
    let demo = Demo::start();
    demo.goto(&browser, "/sign-in").await;
    take(&browser, "pages/sign-in").await;
    demo.sign_in(&browser, "Kari Nilsen").await;
    for (name, clicks) in SERIES {
        demo.goto(&browser, "/meetings?q=vi+venter").await;
        for link in ["th a[href^='/meetings/']", "main a[href^='/series/']"].iter().chain(clicks) {
            browser.click(link).await;
            browser.wait_for("main").await;
        }
        take(&browser, &format!("pages/{name}")).await;
    }
    demo.goto(&browser, "/").await;
    browser.click("header summary").await;
    browser.click("form[action='/sign-out'] button").await;
    demo.sign_in(&browser, "Anna Lind").await;
    for (name, path, clicks) in PAGES {
        demo.goto(&browser, path).await;
        for link in clicks {
            browser.click(link).await;
            browser.wait_for("main").await;
        }
        take(&browser, &format!("pages/{name}")).await;
    }
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
