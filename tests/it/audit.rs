//! The audit log: complete, final, readable, and safe to export.

use chrono::TimeDelta;
use sparsam::{
    app::tidy::tidy,
    domain::{hours::WorkingHours, language::Language, person::Role},
    store::{
        self, Db,
        audit::Deed,
        audit_chain::{self, Verdict},
        organization::Organization,
        people::Person,
    },
    web::state::Mode,
};

use crate::support::{
    app::TestApp,
    db::{TestDb, on_both},
    planning::Sketch,
};

async fn execute(db: &Db, statement: &'static str) -> Result<u64, sqlx::Error> {
    match db {
        Db::Sqlite { writer, .. } => sqlx::query(statement).execute(writer).await.map(|d| d.rows_affected()),
        Db::Postgres(pool) => sqlx::query(statement).execute(pool).await.map(|d| d.rows_affected()),
    }
}

#[tokio::test]
async fn the_database_itself_refuses_to_change_the_record() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        site.signed_in(&anna).await;
        let before = site.rows("SELECT action, actor, address FROM audit").await;
        assert!(!before.is_empty());
        for statement in ["UPDATE audit SET actor = 'Nobody'", "DELETE FROM audit", "DELETE FROM audit WHERE id > 0"] {
            let error = execute(site.db(), statement).await.unwrap_err().to_string();
            assert!(error.contains("append-only"), "{statement}: {error}");
        }
        if let Db::Postgres(_) = site.db() {
            execute(site.db(), "TRUNCATE audit").await.unwrap_err();
        }
        assert_eq!(site.rows("SELECT action, actor, address FROM audit").await, before);
    })
    .await;
}

#[tokio::test]
async fn the_log_is_filtered_paged_and_in_the_readers_words() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let ola = site.person("Ola Berg", Role::Member, Language::En).await;
        let mut browser = site.signed_in(&anna).await;
        browser.post(&format!("/admin/people/{}", ola.id), &[("role", "viewer")]).await.expect(303);
        let page = browser.get("/admin/audit").await;
        page.expect(200).says("Changed role or teams").says("Colleague: Ola Berg").says("Member").says("Viewer");
        page.says("<del>").says("<ins>").does_not_say("Colleague: Anna");
        let only = browser.get(&format!("/admin/audit?object={}", ola.id)).await;
        only.says("Changed role or teams").says("Only this item").does_not_say("<th scope=\"row\">Signed in");
        browser.get(&format!("/admin/audit?by={}", ola.id)).await.says("No entries match.");
        browser.get("/admin/audit?kind=session").await.does_not_say("Changed role or teams");
        // What cannot be read filters nothing and breaks nothing.
        let odd = "/admin/audit?by=%00&object='--&kind=%3Cscript%3E&before=99999999999999999999";
        browser.get(odd).await.expect(200).says("Changed role or teams").does_not_say("<script>alert");

        let mut tx = site.db().begin().await.unwrap();
        for n in 0..60 {
            let deed = Deed {
                actor: format!("Robot {n:02} <script>alert(1)</script>"),
                action: "mail.sent_again",
                object_kind: "meeting",
                ..Deed::default()
            };
            store::audit::record(&mut tx, &deed, site.now()).await.unwrap();
        }
        tx.commit().await.unwrap();
        let first = browser.get("/admin/audit").await;
        first.says("Robot 59").says("Robot 10").does_not_say("Robot 09").does_not_say("<script>alert");
        let at = first.body.find("before=").unwrap();
        let older: String = first.body[at..].chars().take_while(|c| *c != '"').collect();
        browser.get(&format!("/admin/audit?{older}")).await.says("Robot 09").does_not_say("Robot 10").says("Ola Berg");
        for (language, words) in
            [("sv", "Skickade ett mejl igen"), ("fi", "Lähetti viestin uudelleen"), ("nb", "Sendte en e-post på nytt")]
        {
            let form = [("name", "Anna"), ("language", language), ("zone", "Europe/Oslo"), ("clock", "language")];
            browser.post("/settings/profile", &form).await.expect(303);
            browser.get("/admin/audit").await.says(words);
        }
    })
    .await;
}

#[tokio::test]
async fn the_export_is_a_file_in_which_nothing_runs() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let mut browser = site.signed_in(&anna).await;
        for name in ["=HYPERLINK(\"https://evil.example\")", "+1", "-1+2", "@SUM(A1)"] {
            browser.post("/admin/teams", &[("name", name)]).await.expect(303);
        }
        // Tried addresses are recorded as typed.
        site.browser().post("/sign-in", &[("email", "\t=cmd|'/c calc'!A0"), ("password", "x")]).await.expect(422);
        let file = browser.get("/admin/audit.csv").await;
        file.expect(200);
        assert_eq!(file.headers["content-type"], "text/csv; charset=utf-8");
        assert_eq!(file.headers["content-disposition"], "attachment; filename=\"sparsam-audit-2026-11-23.csv\"");
        file.says("\"'=HYPERLINK(\"\"https://evil.example\"\")\"")
            .says("\"'+1\"")
            .says("\"'-1+2\"")
            .says("\"'@SUM(A1)\"");
        for start in ["=", "+", "-", "@", "\t", "\r"] {
            file.does_not_say(&format!(",\"{start}"));
        }
        let one = browser.get(&format!("/admin/audit.csv?by={}&kind=team", anna.id)).await;
        assert_eq!(one.body.lines().count(), 5);
    })
    .await;
}

#[tokio::test]
async fn the_system_page_tells_what_the_doctor_tells() {
    on_both(async |db| {
        let kind = if db.db.kind() == "sqlite" { "SQLite" } else { "PostgreSQL" };
        let (site, anna) = TestApp::nordvik(db).await;
        let mut browser = site.signed_in(&anna).await;
        let page = browser.get("/admin/system").await;
        page.expect(200).says(kind).says(sparsam::domain::time::Zone::data_version()).says(env!("CARGO_PKG_VERSION"));
        page.says("Kept in the built-in mailbox").says("Agree");
    })
    .await;
}

#[tokio::test]
async fn deeds_go_on_the_log_with_the_commit_in_the_order_of_commits() {
    on_both(async |db| {
        let (site, _) = TestApp::nordvik(db).await;
        let record = async |tx: &mut store::Tx, actor: &str| {
            let deed = Deed { actor: actor.to_owned(), action: "mail.sent_again", ..Deed::default() };
            store::audit::record(tx, &deed, site.now()).await.unwrap();
        };
        let mut slow = site.db().begin().await.unwrap();
        record(&mut slow, "slow, first").await;
        if let Db::Postgres(_) = site.db() {
            // A transaction that has something to record, but is still at work, holds nobody up.
            let mut quick = site.db().begin().await.unwrap();
            record(&mut quick, "quick").await;
            quick.commit().await.unwrap();
        }
        record(&mut slow, "slow, second").await;
        slow.commit().await.unwrap();
        let mut undone = site.db().begin().await.unwrap();
        record(&mut undone, "undone").await;
        undone.rollback().await.unwrap();
        let mut dropped = site.db().begin().await.unwrap();
        record(&mut dropped, "dropped").await;
        drop(dropped);
        let mut many = site.db().begin().await.unwrap();
        for _ in 0..1_200 {
            record(&mut many, "many").await;
        }
        many.commit().await.unwrap();
        let actors = site.rows("SELECT actor, '', '' FROM audit ORDER BY id").await;
        let actors: Vec<&str> = actors.iter().map(|row| row.0.as_str()).filter(|actor| *actor != "many").collect();
        let quick: &[&str] = if site.db().postgres().is_some() { &["quick"] } else { &[] };
        assert_eq!(actors, [quick, &["slow, first", "slow, second"]].concat());
        let records = 1_202 + quick.len() as u64;
        assert_eq!(verdict(&site).await, Verdict::Whole { records, beside: 0 });
    })
    .await;
}

async fn verdict(site: &TestApp) -> Verdict {
    let mut tx = site.db().begin_read().await.unwrap();
    audit_chain::verify(&mut tx).await.unwrap()
}

/// Somebody who is master of the database goes around its guards.
async fn tampered(site: &TestApp, statement: &'static str) {
    let [lift, put]: [&[&'static str]; 2] = match site.db() {
        Db::Sqlite { .. } => [&["DROP TRIGGER audit_is_final_update", "DROP TRIGGER audit_is_final_delete"], &[]],
        Db::Postgres(_) => [&["ALTER TABLE audit DISABLE TRIGGER USER"], &["ALTER TABLE audit ENABLE TRIGGER USER"]],
    };
    for statement in lift.iter().copied().chain([statement]).chain(put.iter().copied()) {
        execute(site.db(), statement).await.unwrap();
    }
}

/// Five records.
async fn recorded(db: TestDb) -> TestApp {
    let (site, anna) = TestApp::nordvik(db).await;
    let ola = site.person("Ola Berg", Role::Member, Language::En).await;
    for number in 0..5 {
        site.plan(
            &anna,
            Sketch::new(&format!("Call {number}"), &format!("2026-11-25T{:02}:00:00", 9 + number), &[&ola]),
        )
        .await;
    }
    assert_eq!(verdict(&site).await, Verdict::Whole { records: 5, beside: 0 });
    site
}

#[tokio::test]
async fn a_record_that_was_changed_removed_or_cut_off_shows() {
    for (statement, found) in [
        ("UPDATE audit SET actor = 'Nobody' WHERE id = 3", Verdict::Broken(3)),
        ("UPDATE audit SET after = NULL WHERE id = 1", Verdict::Broken(1)),
        ("UPDATE audit SET hash = NULL WHERE id = 2", Verdict::Broken(3)),
        ("DELETE FROM audit WHERE id = 2", Verdict::Broken(3)),
        ("DELETE FROM audit WHERE id = 1", Verdict::Broken(2)),
        ("DELETE FROM audit WHERE id > 3", Verdict::Cut),
    ] {
        on_both(async |db| {
            let site = recorded(db).await;
            tampered(&site, statement).await;
            assert_eq!(verdict(&site).await, found, "{statement}");
        })
        .await;
    }
}

#[tokio::test]
async fn what_many_do_at_once_is_one_chain() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let ola = site.person("Ola Berg", Role::Member, Language::En).await;
        let plan = async |hours: std::ops::Range<u32>, planner: &Person, guest: &Person| {
            for hour in hours {
                let (title, start) = (format!("Call {hour}"), format!("2026-12-01T{hour:02}:00:00"));
                site.plan(planner, Sketch::new(&title, &start, &[guest])).await;
            }
        };
        let eva = site.person("Eva Lund", Role::Admin, Language::En).await;
        let (a, b, c) = (plan(6..10, &anna, &ola), plan(10..14, &ola, &eva), plan(14..18, &eva, &anna));
        tokio::join!(Box::pin(a), Box::pin(b), Box::pin(c));
        assert_eq!(verdict(&site).await, Verdict::Whole { records: 12, beside: 0 });
    })
    .await;
}

#[tokio::test]
async fn after_two_years_records_are_forgotten_and_the_chain_goes_on() {
    on_both(async |db| {
        let site = recorded(db).await;
        site.clock.pass(TimeDelta::days(400));
        let anna = site.person("Eva Lund", Role::Admin, Language::En).await;
        site.signed_in(&anna).await;
        let written = site.count("SELECT COUNT(*) FROM audit WHERE id > 5").await;
        tidy(&site.app).await.unwrap();
        assert_eq!(site.count("SELECT COUNT(*) FROM audit").await, 5 + written);
        site.clock.pass(TimeDelta::days(332));
        tidy(&site.app).await.unwrap();
        assert_eq!(site.count("SELECT COUNT(*) FROM audit").await, written);
        assert_eq!(verdict(&site).await, Verdict::Whole { records: u64::try_from(written).unwrap(), beside: 0 });
        execute(site.db(), "DELETE FROM audit").await.unwrap_err();
        site.clock.pass(TimeDelta::days(800));
        tidy(&site.app).await.unwrap();
        assert_eq!(verdict(&site).await, Verdict::Whole { records: 0, beside: 0 });
    })
    .await;
}

#[tokio::test]
async fn a_removed_demo_takes_its_log_along_and_closes_its_mailbox() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        site.execute("UPDATE organization SET demo = TRUE").await.unwrap();
        let site = site.in_mode(Mode { demo: true, ..Mode::default() });
        let ola = site.person("Ola Berg", Role::Member, Language::En).await;
        site.plan(&anna, Sketch::new("Call", "2026-11-25T09:00:00", &[&ola])).await;
        site.signed_in(&ola).await.get("/mailbox").await.expect(200);
        let mut browser = site.signed_in(&anna).await;
        let removed = browser.post("/admin/demo/removal", &[]).await;
        assert_eq!(removed.expect(303).location(), "/setup");
        assert_eq!(verdict(&site).await, Verdict::Whole { records: 0, beside: 0 });
        assert_eq!(site.count("SELECT COUNT(*) FROM meeting").await, 0);
        // A real firm moves in.
        let mut tx = site.db().begin().await.unwrap();
        store::organization::save(&mut tx, &firm(&site)).await.unwrap();
        tx.commit().await.unwrap();
        let eva = site.person("Eva Lund", Role::Admin, Language::En).await;
        let mia = site.person("Mia Dahl", Role::Member, Language::En).await;
        site.signed_in(&eva).await.get("/mailbox").await.expect(200);
        site.signed_in(&mia).await.get("/mailbox").await.expect(403);
        site.plan(&eva, Sketch::new("First", "2026-11-26T09:00:00", &[&mia])).await;
        site.browser().post("/sign-in/demo", &[("person", &eva.id.to_string())]).await.expect(404);
        assert!(matches!(verdict(&site).await, Verdict::Whole { records: 1.., beside: 0 }));
        execute(site.db(), "DELETE FROM audit").await.unwrap_err();
    })
    .await;
}

fn firm(site: &TestApp) -> Organization {
    Organization {
        name: "Real AB".to_owned(),
        country: "SE".to_owned(),
        zone: "Europe/Stockholm".to_owned(),
        language: Language::Sv,
        hours: WorkingHours::default().into(),
        relay: None,
        demo: false,
        set_up_at: Some(site.now()),
        created_at: site.now(),
        updated_at: site.now(),
    }
}
