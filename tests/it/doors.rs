//! Passwords set through links in mails: asked for, invited, forged, used, late.

use chrono::TimeDelta;
use sparsam::{
    app::{
        actor::Actor,
        error::{AppError, Refusal},
        invite_person::{self, InvitePerson},
        mail_links,
    },
    domain::{language::Language, letter::Letter, person::Role},
    store::{self, people::Person},
};

use crate::support::{
    app::{PASSWORD, TestApp},
    db::on_both,
};

const FRESH: &str = "a fresh start for Anna";

async fn actor(site: &TestApp, person: &Person) -> Actor {
    let mut tx = site.db().begin_read().await.unwrap();
    Actor::load(&mut tx, person.clone(), None, "192.0.2.7".to_owned()).await.unwrap().unwrap()
}

async fn invite(site: &TestApp, by: &Person, email: &str) -> Result<sparsam::domain::ids::PersonId, AppError> {
    let actor = actor(site, by).await;
    let command =
        InvitePerson { name: String::new(), email: email.parse().unwrap(), role: Role::Member, teams: Vec::new() };
    invite_person::run(&site.app, &actor, &actor.may_administer().unwrap(), command).await
}

/// The paths of the links in all waiting mails, oldest first, as the mails will show them. Checks on the way that no
/// row of the outbox holds the secret.
async fn links(site: &TestApp) -> Vec<String> {
    let mut tx = site.db().begin_read().await.unwrap();
    let mails = store::outbox::unfinished(&mut tx).await.unwrap();
    let path = |mail: &store::outbox::Mail| {
        let letter: Letter = serde_json::from_value(mail.payload.0.clone()).unwrap();
        let link = mail_links::for_letter(&site.app, &letter, None).password.unwrap();
        let token = link.rsplit('/').next().unwrap();
        assert!(!format!("{mail:?}").contains(token), "a secret lies in the outbox");
        link.strip_prefix("http://localhost:3000").unwrap().to_owned()
    };
    mails.iter().rev().map(path).collect()
}

async fn ask(site: &TestApp, email: &str) -> crate::support::app::Answer {
    site.browser().post("/forgotten", &[("email", email)]).await
}

#[tokio::test]
async fn a_forgotten_password_is_set_anew_and_every_session_ends() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let mut elsewhere = site.signed_in(&anna).await;
        assert_eq!(ask(&site, " Anna@nordvik.example ").await.expect(303).location(), "/forgotten?done=sent");
        ask(&site, "anna@nordvik.example").await.expect(303);
        let [older, link] = links(&site).await.try_into().unwrap();
        site.browser().get(&older).await.expect(410);

        let mut browser = site.browser();
        for _ in 0..2 {
            browser.get(&link).await.expect(200).says("anna@nordvik.example").says("At least 10 characters");
        }
        elsewhere.get("/").await.expect(200);
        for (weak, words) in [
            ("short", "at least 10"),
            ("anna@nordvik.example", "easily guessed"),
            ("1234567890", "first passwords"),
            ("", "at least 10"),
        ] {
            browser.post(&link, &[("password", weak)]).await.expect(422).says(words);
        }
        let hostile = "\"><script>".repeat(1000);
        browser.post(&link, &[("password", &hostile)]).await.expect(422).does_not_say("\"><script>");

        assert_eq!(browser.post(&link, &[("password", FRESH)]).await.expect(303).location(), "/");
        browser.get("/").await.expect(200).says("Anna Lind");
        elsewhere.get("/").await.expect(303);
        browser.get(&link).await.expect(410);
        site.browser().post(&link, &[("password", "another fine secret")]).await.expect(410);
        let old = [("email", "anna@nordvik.example"), ("password", PASSWORD)];
        site.browser().post("/sign-in", &old).await.expect(422);
        let new = [("email", "anna@nordvik.example"), ("password", FRESH)];
        site.browser().post("/sign-in", &new).await.expect(303);
        assert_eq!(site.count("SELECT COUNT(*) FROM audit WHERE action = 'password.reset'").await, 1);
    })
    .await;
}

#[tokio::test]
async fn known_and_unknown_addresses_look_the_same() {
    on_both(async |db| {
        let (site, _) = TestApp::nordvik(db).await;
        let known = ask(&site, "anna@nordvik.example").await;
        let unknown = ask(&site, "nobody@nordvik.example").await;
        assert_eq!((known.status, known.location(), &known.body), (unknown.status, unknown.location(), &unknown.body));
        known.expect(303);
        assert_eq!(site.outbox().await.len(), 1);
        // The work is the same too: a link, which opens nothing, and a record.
        assert_eq!(site.count("SELECT COUNT(*) FROM one_time").await, 2);
        assert_eq!(site.count("SELECT COUNT(*) FROM one_time WHERE person_id IS NULL").await, 1);
        assert_eq!(site.count("SELECT COUNT(*) FROM audit WHERE action = 'password.forgotten'").await, 2);
        site.browser().get("/forgotten?done=sent").await.expect(200).says("Check your email");
    })
    .await;
}

#[tokio::test]
async fn forged_foreign_and_late_links_open_nothing() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        ask(&site, "anna@nordvik.example").await.expect(303);
        let link = links(&site).await.remove(0);
        invite(&site, &anna, "ola@nordvik.example").await.unwrap();
        let welcome = links(&site).await.remove(1);
        assert!(welcome.starts_with("/welcome/"), "{welcome}");
        let flipped = if link.ends_with('a') { "b" } else { "a" };
        let forged = [
            link.replace("/reset/", "/welcome/"),
            welcome.replace("/welcome/", "/reset/"),
            format!("{}{flipped}", &link[..link.len() - 1]),
            format!("{link}0"),
            "/reset/x".to_owned(),
            "/reset/%00%0d%0a".to_owned(),
            format!("/reset/{}", "a".repeat(52)),
            format!("/reset/{}", "a".repeat(5000)),
        ];
        for path in &forged {
            site.browser().get(path).await.expect(410);
            site.browser().post(path, &[("password", FRESH)]).await.expect(410);
        }
        site.clock.pass(TimeDelta::minutes(59));
        site.browser().get(&link).await.expect(200);
        site.clock.pass(TimeDelta::minutes(2));
        site.browser().get(&link).await.expect(410);
        site.browser().post(&link, &[("password", FRESH)]).await.expect(410);
        site.clock.pass(TimeDelta::days(13));
        site.browser().get(&welcome).await.expect(200);
        site.clock.pass(TimeDelta::days(1));
        site.browser().post(&welcome, &[("password", FRESH)]).await.expect(410);
        assert_eq!(site.count("SELECT COUNT(*) FROM person WHERE state = 'active'").await, 1);
    })
    .await;
}

#[tokio::test]
async fn an_invited_person_joins_once() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let ola = invite(&site, &anna, "Ola.Nord@nordvik.example").await.unwrap();
        let taken = invite(&site, &anna, "ola.nord@NORDVIK.example").await;
        assert!(matches!(taken, Err(AppError::Refused(Refusal::AddressTaken))), "{taken:?}");
        // Nobody resets a password that was never set.
        ask(&site, "ola.nord@nordvik.example").await.expect(303);
        assert_eq!(site.outbox().await.len(), 1);

        let actor = actor(&site, &anna).await;
        let permit = actor.may_administer().unwrap();
        let first = links(&site).await.remove(0);
        invite_person::again(&site.app, &actor, &permit, ola).await.unwrap();
        site.browser().get(&first).await.expect(410);
        let link = links(&site).await.remove(1);
        // The firm writes Swedish to new people.
        site.browser().get(&link).await.expect(200).says("Hej Ola Nord!").says("Nordvik AB");
        let mut browser = site.browser();
        browser.post(&link, &[("password", FRESH)]).await.expect(303);
        browser.get("/").await.expect(200).says("Ola Nord");
        browser.get(&link).await.expect(410);
        let again = invite_person::again(&site.app, &actor, &permit, ola).await;
        assert!(matches!(again, Err(AppError::NotFound)), "{again:?}");
    })
    .await;
}

#[tokio::test]
async fn whoever_left_stays_outside() {
    on_both(async |db| {
        let (site, _) = TestApp::nordvik(db).await;
        let mut ola = site.person("Ola Nord", Role::Member, Language::En).await;
        ask(&site, "ola@nordvik.example").await.expect(303);
        let link = links(&site).await.remove(0);
        let mut tx = site.db().begin().await.unwrap();
        ola.state = sparsam::domain::person::PersonState::Deactivated;
        store::people::update(&mut tx, &ola).await.unwrap();
        tx.commit().await.unwrap();
        site.browser().get(&link).await.expect(410);
        site.browser().post(&link, &[("password", FRESH)]).await.expect(410);
        ask(&site, "ola@nordvik.example").await.expect(303);
        assert_eq!(site.outbox().await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn asking_is_slowed_down_by_address_and_by_client() {
    on_both(async |db| {
        let (site, _) = TestApp::nordvik(db).await;
        for email in ["anna@nordvik.example", "nobody@nordvik.example"] {
            for _ in 0..3 {
                ask(&site, email).await.expect(303);
            }
            assert_eq!(ask(&site, email).await.expect(429).headers["retry-after"], "1200");
        }
        assert_eq!(site.outbox().await.len(), 3);
        for n in 0..2 {
            ask(&site, &format!("p{n}@nordvik.example")).await.expect(303);
        }
        assert_eq!(ask(&site, "p9@nordvik.example").await.expect(429).headers["retry-after"], "360");
        site.clock.pass(TimeDelta::hours(1));
        ask(&site, "anna@nordvik.example").await.expect(303);
    })
    .await;
}

#[tokio::test]
async fn what_is_no_address_is_said_so() {
    on_both(async |db| {
        let (site, _) = TestApp::nordvik(db).await;
        for bad in ["", "anna", "\"><script>x</script>@x.example", "a@x.example\r\nBcc: b@x.example"] {
            let page = ask(&site, bad).await;
            page.expect(422).says("id=\"email-e\"").does_not_say("\"><script>");
        }
        ask(&site, &"a".repeat(10_240)).await.expect(422);
        assert!(site.outbox().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn administrators_see_failed_mails_and_send_them_again() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        invite(&site, &anna, "ola@nordvik.example").await.unwrap();
        let lease = (uuid::Uuid::from_u128(1), site.now() + TimeDelta::minutes(2));
        let mut tx = site.db().begin().await.unwrap();
        let mail = store::outbox::claim(&mut tx, site.now(), lease, 1).await.unwrap().remove(0);
        let words = "550 5.1.1 <b>no such person</b>";
        store::outbox::finish(&mut tx, (mail.id, lease.0), &store::outbox::Ended::Refused, words, site.now())
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let mut browser = site.signed_in(&anna).await;
        let page = browser.get("/admin/mail").await;
        page.expect(200).says("ola@nordvik.example").says("Refused").says("550 5.1.1 &#60;b&#62;no such person");
        let path = format!("/admin/mail/{}/again", mail.id);
        assert!(page.body.contains(&path));
        let member = site.person("Vera Vik", Role::Manager, Language::En).await;
        let mut other = site.signed_in(&member).await;
        other.get("/admin/mail").await.expect(403);
        other.post(&path, &[]).await.expect(403);
        assert_eq!(browser.post(&path, &[]).await.expect(303).location(), "/admin/mail?done=again");
        assert_eq!(site.outbox().await[0].2, "queued");
        browser.get("/admin/mail?done=again").await.expect(200).says("in the queue again").says("Waiting");
        // Pressed twice.
        browser.post(&path, &[]).await.expect(303);
        browser.post("/admin/mail/999999/again", &[]).await.expect(404);
        browser.post("/admin/mail/x/again", &[]).await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn a_server_set_in_the_configuration_is_read_only() {
    use sparsam::web::state::Mode;
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let mode = Mode { relay_configured: true, ..Mode::default() };
        let site = site.in_mode(mode);
        let mut browser = site.signed_in(&anna).await;
        browser.get("/admin/mail").await.expect(200).says("this server’s configuration").does_not_say("name=\"host\"");
        let form = [("host", "127.0.0.1"), ("port", "25"), ("security", "plain"), ("from", "a@x.example")];
        browser.post("/admin/mail", &form).await.expect(403);
        browser.post("/admin/mail", &[("do", "remove")]).await.expect(403);
        browser.post("/admin/mail", &[("do", "test"), ("once", "7")]).await.expect(200).says("is on its way");
        browser.post("/admin/mail", &[("do", "test"), ("once", "7")]).await.expect(200);
        assert_eq!(site.outbox().await.len(), 1, "sent once however often the button was pressed");
        assert_eq!(site.count("SELECT COUNT(*) FROM organization WHERE relay IS NOT NULL").await, 0);
    })
    .await;
}
