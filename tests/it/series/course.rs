//! A series in its course: some dates are over, mails come back, strangers answer.

use sparsam::{
    app::{actor::Actor, error::AppError, send_again},
    domain::{letter::Letter, replies::Outcome},
    mail::{
        outgoing::{Postmark, write},
        render::render,
    },
    store::{self, outbox::Mail, people::Person},
};

use super::{
    dates, delivered, mails,
    messages::{call_off, listens, receive, reply, uid},
    nordvik, planned,
};
use crate::support::{
    app::{Client, TestApp},
    db::on_both,
    dialogue::Dialogue,
    letters::{SERVICE, links},
    replies::{Reply, proof},
};

/// The mails that wait, oldest first.
pub(super) async fn queued(site: &TestApp) -> Vec<Mail> {
    let mut tx = site.db().begin_read().await.unwrap();
    let newest = site.count("SELECT MAX(id) FROM outbox").await;
    let mut found = Vec::new();
    for id in 1..=newest {
        found.extend(store::outbox::by_id(&mut tx, id).await.unwrap().filter(|mail| mail.state == "queued"));
    }
    found
}

/// Anna, who plans.
pub(super) async fn anna(site: &TestApp) -> Person {
    let mut tx = site.db().begin_read().await.unwrap();
    store::people::by_email(&mut tx, "anna@nordvik.example").await.unwrap().unwrap()
}

pub(super) fn letter(mail: &Mail) -> Letter {
    serde_json::from_value(mail.payload.0.clone()).unwrap()
}

async fn call_off_all(client: &mut Client, id: &str) {
    let page = client.get(&format!("/meetings/{id}/cancellation/new")).await;
    let (once, version) = (page.value_of("once"), page.value_of("version"));
    let fields = [("once", once.as_str()), ("version", version.as_str()), ("scope", "all"), ("reason", "")];
    client.post(&format!("/meetings/{id}/cancellation"), &fields).await.expect(303);
}

#[tokio::test]
async fn mails_speak_of_the_next_date_once_the_first_are_over() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        planned(&mut client).await;
        delivered(&site).await;
        // Two of four are over.
        site.clock.pass(chrono::TimeDelta::days(25));
        let mut client = site.signed_in(&anna(&site).await).await;
        let third = dates(&site).await[2].clone();
        let form = Dialogue::of(client.get(&format!("/meetings/{third}/edit")).await, "plan");
        form.set("title", "Goals").set("scope", "all").press(&mut client, "send").await.expect(303);
        let told = queued(&site).await;
        assert_eq!(told.len(), 3);
        for mail in told.iter().filter(|mail| mail.recipient.starts_with("ola@")) {
            let letter = letter(mail);
            let subject = render(&letter, &links(&letter)).unwrap().subject;
            assert!(subject.contains("Goals") && subject.contains("29 Dec"), "{subject}");
            let links = links(&letter);
            let postmark = Postmark { service_address: SERVICE, message_id: "1@x.example", links: &links };
            let written = write(&letter, &postmark).unwrap();
            assert_eq!(written.reply_to.unwrap().address.as_str(), "anna@nordvik.example");
        }
    })
    .await;
}

#[tokio::test]
async fn a_failed_mail_of_a_series_goes_out_again_while_it_is_true() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        planned(&mut client).await;
        delivered(&site).await;
        site.execute("UPDATE outbox SET state = 'refused' WHERE recipient LIKE 'ola@%'").await.unwrap();
        let failed = site.count("SELECT id FROM outbox WHERE state = 'refused'").await;
        let second = dates(&site).await[1].clone();
        let again = format!("/meetings/{second}/mails/{failed}/again");
        client.get(&format!("/meetings/{second}")).await.says(&again);
        let done = client.post(&again, &[]).await;
        assert_eq!(done.expect(303).location(), format!("/meetings/{second}?done=again"));
        assert_eq!(mails(&site).await, ["series_invitation ola"]);

        site.execute("UPDATE outbox SET state = 'refused' WHERE recipient LIKE 'ola@%'").await.unwrap();
        call_off_all(&mut client, &second).await;
        // He was told nothing, so nothing later outdoes it.
        site.execute("UPDATE outbox SET state = 'superseded' WHERE state = 'queued'").await.unwrap();
        let done = client.post(&again, &[]).await;
        assert_eq!(done.expect(303).location(), format!("/meetings/{second}?done=outdated"));
        let anna = anna(&site).await;
        let mut tx = site.db().begin_read().await.unwrap();
        let anna = Actor::load(&mut tx, anna, None, String::new()).await.unwrap().unwrap();
        drop(tx);
        let permit = anna.may_administer().unwrap();
        let refused = send_again::any(&site.app, &anna, &permit, failed).await;
        assert!(matches!(refused, Err(AppError::Refused(_))), "{refused:?}");
        assert_eq!(mails(&site).await, [] as [String; 0]);
    })
    .await;
}

#[tokio::test]
async fn the_doctor_finds_no_fault_with_a_series() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        planned(&mut client).await;
        let mut tx = site.db().begin_read().await.unwrap();
        assert_eq!(store::upkeep::meetings_without_mail(&mut tx).await.unwrap(), 0);
        drop(tx);
        site.execute("DELETE FROM outbox").await.unwrap();
        let mut tx = site.db().begin_read().await.unwrap();
        assert_eq!(store::upkeep::meetings_without_mail(&mut tx).await.unwrap(), 4);
    })
    .await;
}

#[tokio::test]
async fn whoever_answers_a_series_uninvited_is_told_under_its_uid() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        listens(&site).await;
        planned(&mut client).await;
        delivered(&site).await;
        let uid = uid(&site).await;
        let ulla = |id: &str, more: &str| Reply {
            id: format!("{id}@kone.example"),
            from: "Ulla <ulla@kone.example>".to_owned(),
            headers: proof("kone.example"),
            attendee: ";CN=Ulla;PARTSTAT=ACCEPTED:mailto:ulla@kone.example".to_owned(),
            more: more.to_owned(),
            ..reply(&uid, (id, "ACCEPTED"), "20261123T080100Z")
        };
        let second = dates(&site).await[1].clone();
        for (id, more, date, kind) in [
            ("a", "", &dates(&site).await[0], "series_removed ulla"),
            ("b", "RECURRENCE-ID;TZID=Europe/Stockholm:20261215T140000\r\n", &second, "series_date_off ulla"),
        ] {
            assert_eq!(receive(&site, &ulla(id, more)).await, Outcome::Uninvited);
            let page = client.get(&format!("/meetings/{date}")).await;
            let begin = page.body.find(&format!("/meetings/{date}/replies/")).expect("a button");
            let path: String = page.body[begin..].chars().take_while(|c| *c != '"').collect();
            client.post(&path, &[("do", "dismiss")]).await.expect(303);
            assert_eq!(mails(&site).await, [kind]);
            let mails = queued(&site).await;
            let text = mails[0].payload.0.to_string();
            assert!(text.contains(&uid) && text.contains("METHOD:CANCEL"), "{text}");
            assert_eq!(text.contains("RECURRENCE-ID"), !more.is_empty(), "{text}");
            assert!(!text.contains("ola@nordvik.example"), "others are not named: {text}");
            delivered(&site).await;
        }
        // A change of the series is none of her business.
        call_off(&mut client, &second).await;
        assert!(mails(&site).await.iter().all(|mail| !mail.ends_with("ulla")), "{:?}", mails(&site).await);
    })
    .await;
}
