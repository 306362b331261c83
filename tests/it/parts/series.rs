//! Series of which somebody is invited to a point only.

use chrono::TimeDelta;
use sparsam::domain::{agenda::part::own_uid, ids::AttendeeId, language::Language, person::Role, replies::Outcome};

use crate::support::{
    app::{Client, TestApp},
    db::on_both,
    dialogue::Dialogue,
    replies::{Reply, TRUSTED, proof},
};

/// Every other Tuesday at 14:00, four times; Ola comes to the second point only.
async fn planned(client: &mut Client) -> String {
    let page = client.get("/meetings/new?purpose=targets&start=2026-12-01T14:00").await;
    let mut form = Dialogue::of(page, "plan").set("title", "Targets");
    for who in ["ola berg", "sanna koski"] {
        form = Dialogue::of(form.set("who", who).press(client, "add-person").await, "plan");
    }
    let (ola, points) = (form.values("guest")[0].to_owned(), form.values("point")[1].to_owned());
    let form = form.set(&format!("first:{ola}"), &points).set("minutes:0", "5").set("minutes:1", "10");
    let form = form.set("repeat", "week").set("repeat_every", "2").set("repeat_count", "4");
    form.press(client, "send").await.expect(303).location().split('?').next().unwrap().to_owned()
}

async fn mails(site: &TestApp) -> Vec<String> {
    let rows =
        site.rows("SELECT kind, recipient, state FROM outbox WHERE state = 'queued' ORDER BY kind, recipient").await;
    rows.into_iter().map(|(kind, to, _)| format!("{kind} {}", to.split('@').next().unwrap())).collect()
}

async fn delivered(site: &TestApp) {
    site.execute("UPDATE outbox SET state = 'accepted', attempts = 1 WHERE state = 'queued'").await.unwrap();
    site.clock.pass(TimeDelta::minutes(2));
}

/// The newest calendar object to Ola, unfolded.
async fn object(site: &TestApp) -> String {
    let rows = site
        .rows("SELECT CAST(payload AS TEXT), kind, state FROM outbox WHERE recipient LIKE 'ola%' ORDER BY id DESC LIMIT 1")
        .await;
    let letter: serde_json::Value = serde_json::from_str(&rows[0].0).unwrap();
    letter["body"]["calendar"].as_str().unwrap().replace("\r\n ", "")
}

async fn answers(site: &TestApp) -> Vec<String> {
    let rows = site
        .rows(
            "SELECT answer, comment, meeting.title FROM attendee JOIN meeting ON meeting.id = meeting_id
             WHERE attendee.name = 'Ola Berg' ORDER BY meeting.starts_at",
        )
        .await;
    rows.into_iter().map(|row| row.0).collect()
}

async fn mail_comes_in(site: &TestApp) {
    let settings = sparsam::domain::inbound::Inbound {
        trusted_server: Some(TRUSTED.to_owned()),
        plus_addressing: false,
        folder: None,
    };
    let mut tx = site.db().begin().await.unwrap();
    sparsam::store::inbound_mailbox::save(&mut tx, &settings, site.now()).await.unwrap();
    tx.commit().await.unwrap();
}

async fn take_in(site: &TestApp, reply: Reply) -> Outcome {
    let mail = sparsam::mail::incoming::take_apart(&reply.raw()).unwrap();
    match sparsam::app::receive_mail::run(&site.app, &mail).await.unwrap() {
        sparsam::app::receive_mail::Received::New(outcome) => outcome,
        sparsam::app::receive_mail::Received::Again => panic!("it came before"),
    }
}

#[tokio::test]
async fn the_point_of_each_date_is_a_series_of_its_own() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let ola = site.person("Ola Berg", Role::Member, Language::En).await;
        site.person("Sanna Koski", Role::Member, Language::Fi).await;
        let mut client = site.signed_in(&anna).await;
        site.clock.ticks();
        mail_comes_in(&site).await;
        let first = planned(&mut client).await;
        assert_eq!(mails(&site).await, ["series_invitation anna", "series_invitation ola", "series_invitation sanna"]);
        let whole = site.rows("SELECT uid, zone, COALESCE(continues, '') FROM series").await[0].0.clone();
        let own = own_uid(&whole, AttendeeId::from_uuid(ola.id.uuid()));
        let invitation = object(&site).await;
        for line in [
            &format!("UID:{own}"),
            "DTSTART;TZID=Europe/Stockholm:20261201T140500",
            "DTEND;TZID=Europe/Stockholm:20261201T141500",
        ] {
            assert!(invitation.contains(&format!("\r\n{line}\r\n")), "{line}\n{invitation}");
        }
        assert_eq!(invitation.matches("BEGIN:VEVENT").count(), 1, "{invitation}");
        delivered(&site).await;
        // One date is named by its place in Ola's own series.
        let reply = |id: &str, word: &str, stamp, more: &str| Reply {
            id: format!("{id}@nordvik.example"),
            from: "Ola Berg <ola@nordvik.example>".to_owned(),
            headers: proof("nordvik.example"),
            attendee: format!(";PARTSTAT={word}:mailto:ola@nordvik.example"),
            stamp,
            more: more.to_owned(),
            ..Reply::to(&own)
        };
        assert_eq!(take_in(&site, reply("a", "ACCEPTED", "20261123T080100Z", "")).await, Outcome::Answered);
        assert_eq!(answers(&site).await, ["yes", "yes", "yes", "yes"]);
        let second = "RECURRENCE-ID;TZID=Europe/Stockholm:20261215T140500\r\n";
        assert_eq!(take_in(&site, reply("b", "DECLINED", "20261123T080200Z", second)).await, Outcome::Answered);
        assert_eq!(answers(&site).await, ["yes", "no", "yes", "yes"]);
        // The first point takes longer on one date: that date is an exception in Ola's series, and nobody else's time moves.
        let form = Dialogue::of(client.get(&format!("{first}/edit")).await, "plan");
        form.set("minutes:0", "10").set("scope", "this").press(&mut client, "send").await.expect(303);
        assert_eq!(mails(&site).await, ["series_agenda anna", "series_agenda sanna", "series_moved ola"]);
        let moved = object(&site).await;
        assert!(moved.contains("RECURRENCE-ID;TZID=Europe/Stockholm:20261201T140500"), "{moved}");
        assert!(moved.contains("DTSTART;TZID=Europe/Stockholm:20261201T141000"), "{moved}");
        assert_eq!(answers(&site).await, ["open", "no", "yes", "yes"]);
        // The feed says the same.
        let feed = super::feed_of(&site, &ola, sparsam::domain::feed::FeedKind::Mine).await;
        // What Ola declined is a date of its own in the mail only: feeds carry no answers.
        for line in moved.lines().filter(|line| {
            ["UID", "DTSTART", "DTEND", "RRULE", "RECURRENCE-ID", "EXDATE"].iter().any(|name| line.starts_with(name))
                && !line.contains("20261215")
        }) {
            assert!(feed.lines().any(|other| other == line), "{line}\n{feed}");
        }
        assert_eq!(site.count("SELECT COUNT(*) FROM claim WHERE minutes = 10").await, 3, "one was declined");
    })
    .await;
}
