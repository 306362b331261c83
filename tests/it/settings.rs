//! What people set for themselves.

use sparsam::domain::{language::Language, person::Role};

use crate::support::{
    app::{PASSWORD, TestApp},
    db::on_both,
};

/// What nobody should be able to do harm with.
pub(crate) const HOSTILE: [&str; 9] = [
    "",
    "\0\u{7}\u{1b}[31m",
    "\u{202e}gnirts",
    "Anna\r\nBcc: all@nordvik.example",
    "\"Anna\";X=\"1",
    "<script>alert(1)</script>",
    "'; DROP TABLE person; --",
    "👩‍💻🇫🇮",
    "%00%0d%0a{{7*7}}${7*7}",
];

const PROFILE: [(&str, &str); 5] = [
    ("name", "Anna Lind-Berg"),
    ("language", "sv"),
    ("zone", "Europe/Helsinki"),
    ("clock", "dot"),
    ("video_room", "https://meet.nordvik.example/anna"),
];

fn with<'a>(base: &[(&'a str, &'a str)], field: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    base.iter().map(|(n, v)| (*n, if *n == field { value } else { *v })).collect()
}

#[tokio::test]
async fn a_profile_is_saved_and_pages_change_with_it() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let mut browser = site.signed_in(&anna).await;
        let page = browser.get("/settings/profile").await;
        page.expect(200).says("value=\"Anna Lind\"").says("<option value=\"Europe/Stockholm\">");
        assert_eq!(
            browser.post("/settings/profile", &PROFILE).await.expect(303).location(),
            "/settings/profile?done=saved"
        );
        let page = browser.get("/settings/profile?done=saved").await;
        page.expect(200).says("<html lang=\"sv\"").says("Sparat.").says("Anna Lind-Berg").says("Helsingfors");
        assert_eq!(page.value_of("zone"), "Europe/Helsinki");
        // A city will do, in the reader's language.
        browser.post("/settings/profile", &with(&PROFILE, "zone", "köpenhamn")).await.expect(303);
        assert_eq!(browser.get("/settings/profile").await.value_of("zone"), "Europe/Copenhagen");
        let recorded = site.count("SELECT COUNT(*) FROM audit WHERE action = 'person.settings_saved'").await;
        browser.post("/settings/profile", &with(&PROFILE, "zone", "köpenhamn")).await.expect(303);
        let again = site.count("SELECT COUNT(*) FROM audit WHERE action = 'person.settings_saved'").await;
        assert_eq!((recorded, again), (2, 2), "saving the same is no deed");
    })
    .await;
}

#[tokio::test]
async fn hostile_values_are_refused_or_made_harmless_in_every_field() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let mut browser = site.signed_in(&anna).await;
        let long = "x".repeat(10_000);
        for (field, _) in PROFILE {
            for value in HOSTILE.iter().copied().chain([long.as_str()]) {
                let page = browser.post("/settings/profile", &with(&PROFILE, field, value)).await;
                assert!(matches!(page.status.as_u16(), 303 | 422), "{field} {value:?}: {}", page.status);
                page.does_not_say("<script>alert");
                if page.status == 422 {
                    page.says(&format!("id=\"{field}-e\""));
                }
                browser.get("/settings/profile").await.expect(200).does_not_say("<script>alert");
            }
        }
        browser.post("/settings/profile", &with(&PROFILE, "name", "Anna\r\n\u{202e}Lind\0")).await.expect(303);
        assert_eq!(browser.get("/settings/profile").await.value_of("name"), "Anna Lind");
        for (path, field) in
            [("/settings/appearance", "theme"), ("/settings/hours", "from-0"), ("/settings/security", "new")]
        {
            for value in HOSTILE {
                let page = browser.post(path, &[(field, value), ("present", "x")]).await;
                assert!(matches!(page.status.as_u16(), 303 | 422 | 429), "{path} {value:?}: {}", page.status);
                page.does_not_say("<script>alert");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn working_hours_are_read_as_typed() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let mut browser = site.signed_in(&anna).await;
        let page = browser.get("/settings/hours").await;
        assert_eq!((page.value_of("from-0"), page.value_of("to-6")), ("08:00".to_owned(), String::new()));
        let mut form = vec![("from-0", "7"), ("to-0", "15.30"), ("from-5", "2000"), ("to-5", "24:00")];
        form.extend([("from-lunch", "11"), ("to-lunch", "11:30")]);
        browser.post("/settings/hours", &form).await.expect(303);
        let page = browser.get("/settings/hours?done=saved").await;
        page.says("Saved.");
        let values = ["from-0", "to-0", "from-1", "from-5", "to-5", "to-lunch"].map(|name| page.value_of(name));
        assert_eq!(values, ["07:00", "15:30", "", "20:00", "24:00", "11:30"]);
        let page = browser
            .post("/settings/hours", &[("from-0", "9"), ("to-0", "8"), ("from-1", "noon"), ("to-2", "5 pm")])
            .await;
        page.expect(422).says("id=\"to-0-e\"").says("id=\"from-1-e\"").says("id=\"to-1-e\"").says("id=\"from-2-e\"");
        assert_eq!(page.value_of("from-1"), "noon", "what was typed is kept");
        assert_eq!(browser.get("/settings/hours").await.value_of("from-0"), "07:00", "nothing was saved");
    })
    .await;
}

#[tokio::test]
async fn appearance_shows_at_once() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let mut browser = site.signed_in(&anna).await;
        browser.post("/settings/appearance", &[("theme", "dark"), ("compact", "yes")]).await.expect(303);
        let page = browser.get("/settings/appearance").await;
        page.says("data-theme=\"dark\"").says("data-density=\"compact\"").says("data-keys=\"off\"");
        browser.post("/settings/appearance", &[("theme", "pink")]).await.expect(422);
    })
    .await;
}

#[tokio::test]
async fn a_new_password_needs_the_present_one_and_ends_all_other_sessions() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let mut elsewhere = site.signed_in(&anna).await;
        let mut browser = site.signed_in(&anna).await;
        let old = browser.clone();
        let new = "a blue bicycle in may";
        let wrong = browser.post("/settings/security", &[("present", "wrong"), ("new", new)]).await;
        wrong.expect(422).says("id=\"present-e\"");
        let weak = browser.post("/settings/security", &[("present", PASSWORD), ("new", "password123")]).await;
        weak.expect(422).says("id=\"new-e\"").does_not_say("password123");
        elsewhere.get("/").await.expect(200);
        browser.post("/settings/security", &[("present", PASSWORD), ("new", new)]).await.expect(303);
        browser.get("/").await.expect(200);
        elsewhere.get("/").await.expect(303);
        assert_eq!(
            old.clone().get("/").await.expect(303).location(),
            "/sign-in?next=%2F",
            "the old cookie is void too"
        );
        let mut fresh = site.browser();
        fresh.post("/sign-in", &[("email", anna.email.as_str()), ("password", PASSWORD)]).await.expect(422);
        fresh.post("/sign-in", &[("email", anna.email.as_str()), ("password", new)]).await.expect(303);
        let leaked = site
            .rows("SELECT action, COALESCE(CAST(before AS TEXT), ''), COALESCE(CAST(after AS TEXT), '') FROM audit")
            .await;
        assert!(leaked.iter().all(|(_, b, a)| !b.contains("argon2") && !a.contains("argon2") && !a.contains(new)));
    })
    .await;
}

#[tokio::test]
async fn the_present_password_cannot_be_guessed_from_a_borrowed_browser() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let mut browser = site.signed_in(&anna).await;
        for _ in 0..5 {
            browser.post("/settings/security", &[("present", "guess"), ("new", "a blue bicycle")]).await.expect(422);
        }
        let right = [("present", PASSWORD), ("new", "a blue bicycle in may")];
        browser.post("/settings/security", &right).await.expect(429);
    })
    .await;
}

#[tokio::test]
async fn sessions_are_listed_and_ended() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let ola = site.person("Ola Berg", Role::Member, Language::En).await;
        let mut other = site.signed_in(&ola).await;
        let (mut one, mut two, mut three) =
            (site.signed_in(&anna).await, site.signed_in(&anna).await, site.signed_in(&anna).await);
        let page = one.get("/settings/security").await;
        page.expect(200).says("This one");
        let ends: Vec<String> = page
            .body
            .split("action=\"/settings/sessions/")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap().to_owned())
            .filter(|rest| !rest.starts_with("others") && !rest.starts_with("all"))
            .collect();
        assert_eq!(ends.len(), 3);
        // Somebody else's session is nobody's business and does not exist for others.
        for end in &ends {
            other.post(&format!("/settings/sessions/{end}"), &[]).await.expect(404);
        }
        two.get("/").await.expect(200);
        one.post("/settings/sessions/others/end", &[]).await.expect(303);
        two.get("/").await.expect(303);
        three.get("/").await.expect(303);
        one.get("/").await.expect(200);
        other.get("/").await.expect(200);
        let mut again = site.signed_in(&anna).await;
        one.post("/settings/sessions/all/end", &[]).await.expect(303);
        again.get("/").await.expect(303);
        one.get("/").await.expect(303);
    })
    .await;
}
