//! My week.

use sparsam::domain::{
    language::Language,
    meeting::{Answer, AttendeeRole, Purpose},
    person::Role,
};

use crate::support::{app::TestApp, db::on_both, planning::Sketch};

#[tokio::test]
async fn an_empty_week_is_time_for_selling() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let mut browser = site.signed_in(&anna).await;
        let page = browser.get("/").await;
        page.expect(200).says("<h1>Week 48</h1>").says("23–29 November");
        page.says("No meetings this week. That leaves 40 hours for selling.")
            .says("See next week")
            .says("Plan a meeting");
        page.says("Nothing is waiting for you.").says("Free 09:00–17:00.").says("/meetings/new?start=2026-11-23T09:00");
        page.says("href=\"/?week=2026-W47\" data-key=\"k\"").says("href=\"/?week=2026-W49\" data-key=\"j\"");
        page.does_not_say("Saturday");
        browser.get("/?week=2026-W48&weekend=1").await.says("Saturday");
        browser.get("/?week=2026-W54").await.expect(404);
        assert_eq!(site.browser().get("/").await.status.as_u16(), 303, "for people who are signed in");
    })
    .await;
}

#[tokio::test]
async fn hours_count_once_and_only_what_takes_time() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let ola = site.person("Ola Berg", Role::Member, Language::Nb).await;
        let plan = async |title, start, minutes, role| {
            let sketch = Sketch { minutes, people: vec![(&ola, role)], ..Sketch::new(title, start, &[]) };
            site.plan(&anna, sketch).await
        };
        plan("Targets", "2026-11-24T09:00:00", 90, AttendeeRole::Required).await;
        plan("Overlap", "2026-11-24T10:00:00", 60, AttendeeRole::Required).await;
        plan("For information", "2026-11-25T09:00:00", 60, AttendeeRole::Informed).await;
        let declined = plan("Declined", "2026-11-26T09:00:00", 60, AttendeeRole::Required).await;
        let cancelled = plan("Cancelled", "2026-11-26T13:00:00", 60, AttendeeRole::Required).await;
        site.answer(&ola, declined, Answer::No).await;
        site.call_off(&anna, cancelled).await;
        let page = site.signed_in(&ola).await.get("/").await;
        page.expect(200).says("2 t møter, 38 t igjen til salg");
        page.says("(avslått)").says("(avlyst)").says("(til orientering)").says("(ikke besvart)");
        page.says("Svar: Targets, tirsdag 09:00").says("Svar: Overlap, tirsdag 10:00").does_not_say("Svar: Declined");
    })
    .await;
}

#[tokio::test]
async fn what_needs_me_is_at_most_five() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let ola = site.person("Ola Berg", Role::Member, Language::En).await;
        for hour in 9..16 {
            let start = format!("2026-11-25T{hour:02}:00:00");
            site.plan(&anna, Sketch::new(&format!("Meeting {hour}"), &start, &[&ola])).await;
        }
        let mine = site.plan(&ola, Sketch::new("Mine", "2026-11-26T09:00:00", &[&anna])).await;
        let sql = "UPDATE outbox SET state = 'refused' WHERE recipient LIKE 'anna%'";
        match site.db() {
            sparsam::store::Db::Sqlite { writer, .. } => drop(sqlx::query(sql).execute(writer).await.unwrap()),
            sparsam::store::Db::Postgres(pool) => drop(sqlx::query(sql).execute(pool).await.unwrap()),
        }
        let page = site.signed_in(&ola).await.get("/").await;
        page.says("Anna Lind did not get the email about “Mine”").says(&format!("/meetings/{mine}#people"));
        assert_eq!(page.body.matches("#answer").count(), 4, "five in all");
    })
    .await;
}

#[tokio::test]
async fn a_customer_meeting_says_so() {
    let (site, anna) = TestApp::nordvik(crate::support::db::TestDb::sqlite().await).await;
    let ola = site.person("Ola Berg", Role::Member, Language::En).await;
    let sketch =
        Sketch { purpose: Purpose::Customer, ..Sketch::new("<b>Kone</b> & co", "2026-11-24T09:00:00", &[&ola]) };
    site.plan(&anna, sketch).await;
    let page = site.signed_in(&anna).await.get("/").await;
    page.says("(customer)").says("&#60;b&#62;Kone").does_not_say("<b>Kone");
    page.says("<span class=\"sr\">Tuesday, </span>09:00–10:00");
}
