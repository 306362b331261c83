//! A colleague's new address reaches all their meetings, however many there are.

use sparsam::{
    app::{readdress, tidy::tidy},
    domain::{email::EmailAddress, language::Language, person::Role},
    store::people::Person,
};

use crate::support::{
    app::TestApp,
    db::{TestDb, on_both},
    planning::Sketch,
};

/// More than one step of a correction, and not a whole number of them.
const MEETINGS: i64 = 205;

async fn busy(db: TestDb) -> (TestApp, Person, Person) {
    let (site, anna) = TestApp::nordvik(db).await;
    let ola = site.person("Ola Berg", Role::Member, Language::Nb).await;
    for number in 0..MEETINGS {
        let start = format!("2026-12-{:02}T{:02}:{:02}:00", 1 + number / 24 % 28, number % 24, number % 60);
        site.plan(&anna, Sketch::new(&format!("Call {number}"), &start, &[&ola])).await;
    }
    (site, anna, ola)
}

const WITH_NEW: &str = "SELECT COUNT(*) FROM attendee WHERE email_key = 'ola.berg@nordvik.example'";
const MAILS: &str = "SELECT COUNT(*) FROM outbox WHERE state = 'queued' AND recipient = 'ola.berg@nordvik.example'";

#[tokio::test]
async fn every_meeting_gets_the_new_address() {
    on_both(async |db| {
        let (site, anna, ola) = busy(db).await;
        let actor = site.actor(&anna).await;
        let email: EmailAddress = "ola.berg@nordvik.example".parse().unwrap();
        readdress::run(&site.app, &actor, &actor.may_administer().unwrap(), (ola.id, &email)).await.unwrap();
        assert_eq!(site.count(WITH_NEW).await, MEETINGS);
        assert_eq!(site.count(MAILS).await, MEETINGS);
    })
    .await;
}

#[tokio::test]
async fn a_correction_that_was_cut_short_goes_on_in_the_same_name() {
    on_both(async |db| {
        let (site, anna, ola) = busy(db).await;
        let actor = site.actor(&anna).await;
        let email: EmailAddress = "ola.berg@nordvik.example".parse().unwrap();
        readdress::run(&site.app, &actor, &actor.may_administer().unwrap(), (ola.id, &email)).await.unwrap();
        // As if the program had stopped after the first meetings.
        site.execute(
            "UPDATE attendee SET email = 'ola@nordvik.example', email_key = 'ola@nordvik.example'
             WHERE email_key = 'ola.berg@nordvik.example' AND starts_at > '2026-12-03'",
        )
        .await
        .unwrap();
        assert!(site.count(WITH_NEW).await < MEETINGS);
        tidy(&site.app).await.unwrap();
        assert_eq!((site.count(WITH_NEW).await, site.count(MAILS).await), (MEETINGS, MEETINGS));
        let others = "SELECT COUNT(*) FROM audit WHERE action = 'meeting.address_corrected' AND actor <> 'Anna Lind'";
        assert_eq!(site.count(others).await, 0);
        let written = site.count("SELECT COUNT(*) FROM audit").await;
        tidy(&site.app).await.unwrap();
        assert_eq!(site.count("SELECT COUNT(*) FROM audit").await, written, "there is nothing left to do");
    })
    .await;
}
