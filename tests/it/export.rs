//! Data that leave the house, and data that are forgotten.

use std::{io::Read as _, process::Command};

use axum::{body::Body, http::Request};
use chrono::TimeDelta;
use http_body_util::BodyExt as _;
use sparsam::{
    app::{
        retention::{erase_unmet, forget_meetings},
        tidy::tidy,
    },
    domain::{itip::lint, language::Language, person::Role},
    store,
};
use tower::ServiceExt as _;

use crate::support::{
    app::{Client, PASSWORD, TestApp},
    db::on_both,
    dialogue::Dialogue,
    planning::Sketch,
};

/// The archive as bytes; the client's own `post` reads text.
async fn archive(site: &TestApp, client: &Client, path: &str) -> (u16, Vec<u8>) {
    let cookies: Vec<String> = client.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let form = form_urlencoded::Serializer::new(String::new()).append_pair("present", PASSWORD).finish();
    let request = Request::post(path)
        .header("content-type", "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin")
        .header("cookie", cookies.join("; "))
        .body(Body::from(form))
        .unwrap();
    let response = site.router.clone().oneshot(request).await.unwrap();
    let status = response.status().as_u16();
    (status, response.into_body().collect().await.unwrap().to_bytes().to_vec())
}

/// Name and content of every file, as Python reads them; `None` without Python.
fn unpacked(bytes: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("x.zip");
    std::fs::write(&file, bytes).unwrap();
    let script = "import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\n\
        [print('##', i.filename, '\\n' + z.read(i).decode()) for i in z.infolist()]";
    let output = Command::new("python3").args(["-c", script]).arg(&file).output().ok()?;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut text = String::new();
    output.stdout.as_slice().read_to_string(&mut text).unwrap();
    Some(text)
}

#[tokio::test]
async fn a_firm_takes_everything_along_and_people_their_own() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let erik = site.person("Erik Sund", Role::Member, Language::En).await;
        let mut anna_at = site.signed_in(&anna).await;
        site.clock.pass(TimeDelta::minutes(5));
        let mut erik_at = site.signed_in(&erik).await;
        let bergvik = [("name", "=Bergvik"), ("notes", "a\"b"), ("owner", &erik.id.to_string()), ("once", "1")];
        erik_at.post("/customers", &bergvik).await.expect(303);
        let wrong = anna_at.post("/admin/export", &[("present", "no")]).await;
        wrong.expect(422).says("id=\"present-e\"");
        erik_at.post("/admin/export", &[("present", PASSWORD)]).await.expect(403);
        anna_at.get("/admin/export").await.expect(200);
        erik_at.get("/settings/data").await.expect(200);
        let (status, bytes) = archive(&site, &anna_at, "/admin/export").await;
        assert_eq!(status, 200);
        let Some(all) = unpacked(&bytes) else { return };
        for text in
            ["## README.txt", "## account.csv", "\"'=Bergvik\"", "\"a\"\"b\"", "erik@nordvik.example", "## audit.csv"]
        {
            assert!(all.contains(text), "{text}: {all}");
        }
        for secret in ["argon2", "## private_note.csv", "## session.csv"] {
            assert!(!all.contains(secret), "{secret}");
        }
        let (status, bytes) = archive(&site, &erik_at, "/settings/data").await;
        assert_eq!(status, 200);
        let own = unpacked(&bytes).unwrap();
        assert!(
            own.contains("erik@nordvik.example") && own.contains("'=Bergvik") && !own.contains("anna@nordvik.example")
        );
        site.plan(&anna, Sketch::new("Årsmål", "2026-11-24T10:00:00", &[&erik])).await;
        let (_, bytes) = archive(&site, &erik_at, "/settings/data").await;
        let own = unpacked(&bytes).unwrap();
        let calendar = own.split("## calendar.ics").nth(1).unwrap_or_else(|| panic!("{own}"));
        assert!(calendar.contains("BEGIN:VCALENDAR") && calendar.contains("SUMMARY:Årsmål"), "{calendar}");
        assert_eq!(lint::file(&format!("{}\r\n", calendar.trim())), []);
        anna_at.get("/admin/audit").await.says("Exported everything").says("Exported their own data");
    })
    .await;
}

#[tokio::test]
async fn what_is_older_than_chosen_is_forgotten_and_the_rest_kept() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let mut client = site.signed_in(&anna).await;
        client.post("/customers", &[("name", "Bergvik"), ("once", "1")]).await.expect(303);
        let list = client.get("/customers").await;
        let id = list
            .body
            .split("href=\"/customers/")
            .find(|p| p.contains(">Bergvik<"))
            .unwrap()
            .split('"')
            .next()
            .unwrap()
            .to_owned();
        for name in ["old", "new"] {
            let email = format!("{name}@b.example");
            let form = [("name", name), ("email", &email), ("language", "sv"), ("zone", "UTC"), ("once", name)];
            client.post(&format!("/customers/{id}/contacts"), &form).await.expect(303);
            site.clock.pass(TimeDelta::days(300));
            client = site.signed_in(&anna).await;
        }
        let card = client.get(&format!("/customers/{id}/contacts.vcf")).await;
        card.expect(200).says("BEGIN:VCARD").says("FN:old").says("EMAIL:new@b.example").says("ORG:Bergvik");
        client.get("/admin/retention").await.expect(200).says("value=\"731\"");
        for (field, value) in [("mails", "3"), ("audit", ""), ("contacts", "12"), ("imports", "many")] {
            let mut form = vec![("mails", "90"), ("imports", "30"), ("audit", "731"), ("contacts", "")];
            form.retain(|(name, _)| *name != field);
            form.push((field, value));
            client.post("/admin/retention", &form).await.expect(422).says(&format!("id=\"{field}-e\""));
        }
        let form = [("mails", "90"), ("imports", "30"), ("audit", "400"), ("contacts", "365")];
        let look = client.post("/admin/retention", &[&form[..], &[("do", "look")]].concat()).await;
        look.expect(200).says("Would be deleted now: 1");
        assert_eq!(site.count("SELECT COUNT(*) FROM retention").await, 0);
        client.post("/admin/retention", &form).await.expect(303);
        erase_unmet(&site.app, |_| "Erased".to_owned()).await.unwrap();
        let contacts = "SELECT name, email, COALESCE(phone, '') FROM contact ORDER BY created_at";
        let rows = site.rows(contacts).await;
        assert_eq!((rows[0].0.as_str(), rows[1].0.as_str()), ("Erased", "new"));
        let before = site.count("SELECT COUNT(*) FROM audit").await;
        tidy(&site.app).await.unwrap();
        assert!(site.count("SELECT COUNT(*) FROM audit").await < before);
        client
            .get("/admin/audit")
            .await
            .says("Chose how long data is kept")
            .says("Erased contacts nobody meets any more");
    })
    .await;
}

#[tokio::test]
async fn meetings_of_long_ago_go_with_everything_about_them_and_series_as_a_whole() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let ola = site.person("Ola Berg", Role::Member, Language::En).await;
        let old = site.plan(&anna, Sketch::new("Long ago", "2026-11-24T10:00:00", &[&ola])).await;
        let todo = site.plan(&anna, Sketch::new("Still to do", "2026-11-24T12:00:00", &[&ola])).await;
        let statements: [&'static str; 2] = [
            "INSERT INTO action_item (id, meeting_id, body, search_key, person_id, due_on, state, shared, written_by,
                 written_at)
             SELECT id, id, 'Call', 'call', organizer_id, CAST('2026-12-01' AS DATE), 'open', FALSE, organizer_id, created_at
             FROM meeting WHERE title = 'Still to do'",
            "UPDATE outbox SET state = 'accepted'",
        ];
        for statement in statements {
            site.execute(statement).await.unwrap();
        }
        let mut client = site.signed_in(&anna).await;
        let page = client.get("/meetings/new?purpose=targets").await;
        let form = Dialogue::of(page, "plan").set("title", "Every month").set("who", "ola berg");
        let form = Dialogue::of(form.press(&mut client, "add-person").await, "plan");
        let form = form.set("date", "2026-11-27").set("time", "10").set("repeat", "month_day").set("repeat_count", "3");
        form.press(&mut client, "send").await.expect(303);
        assert_eq!(site.count("SELECT COUNT(*) FROM meeting").await, 5);

        let keep = [("mails", "90"), ("imports", "30"), ("audit", "1500"), ("contacts", ""), ("meetings", "731")];
        client.post("/admin/retention", &keep).await.expect(303);
        for meetings in ["730", "800"] {
            let form = [("mails", "90"), ("imports", "30"), ("audit", "1500"), ("contacts", "900"), ("meetings", meetings)];
            client.post("/admin/retention", &form).await.expect(422).says("id=\"meetings-e\"");
        }
        // Two years after the first date of the series, not after its last one.
        site.clock.pass(TimeDelta::days(745));
        forget_meetings(&site.app).await.unwrap();
        let mut tx = site.db().begin_read().await.unwrap();
        assert!(store::meetings::by_id(&mut tx, old).await.unwrap().is_none());
        assert!(store::meetings::by_id(&mut tx, todo).await.unwrap().is_some());
        drop(tx);
        assert_eq!(site.count("SELECT COUNT(*) FROM meeting WHERE series_id IS NOT NULL").await, 3);
        let mut client = site.signed_in(&anna).await;
        client.get("/admin/audit").await.says("Deleted past meetings").says("Meetings deleted");
        site.clock.pass(TimeDelta::days(90));
        forget_meetings(&site.app).await.unwrap();
        assert_eq!(site.count("SELECT COUNT(*) FROM meeting").await, 1);
        for rest in [
            "SELECT COUNT(*) FROM series",
            "SELECT COUNT(*) FROM attendee WHERE meeting_id NOT IN (SELECT id FROM meeting)",
            "SELECT COUNT(*) FROM claim WHERE meeting_id NOT IN (SELECT id FROM meeting)",
            "SELECT COUNT(*) FROM meeting_change WHERE meeting_id NOT IN (SELECT id FROM meeting)",
            "SELECT COUNT(*) FROM outbox WHERE series_id IS NOT NULL",
            "SELECT COUNT(*) FROM outbox WHERE meeting_id NOT IN (SELECT id FROM meeting)",
        ] {
            assert_eq!(site.count(rest).await, 0, "{rest}");
        }
        assert_eq!(sparsam::store::upkeep::damage(site.db()).await.unwrap(), Vec::<String>::new());
    })
    .await;
}
