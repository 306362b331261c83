//! The audit log: complete, final, readable, and safe to export.

use sparsam::{
    domain::{language::Language, person::Role},
    store::{self, Db, audit::Deed},
};

use crate::support::{app::TestApp, db::on_both};

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
        for statement in ["UPDATE audit SET actor = 'Nobody'", "DELETE FROM audit", "DELETE FROM audit WHERE id = 1"] {
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
        only.says("Changed role or teams").says("Only this one thing").does_not_say("<th scope=\"row\">Signed in");
        browser.get(&format!("/admin/audit?by={}", ola.id)).await.says("Nothing was recorded that fits.");
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
        page.says("Stays in the built-in mailbox").says("Agree");
    })
    .await;
}
