//! What people are told of a series, and what they answer.

use sparsam::{
    app::receive_mail::{self, Received},
    domain::{inbound::Inbound, replies::Outcome},
    mail::incoming::take_apart,
    store,
};

use super::{dates, delivered, mails, nordvik, planned};
use crate::support::{
    app::{Client, TestApp},
    db::on_both,
    dialogue::Dialogue,
    replies::{Reply, TRUSTED, proof},
};

/// Answers come by mail from now on, by a clock that ticks.
pub(super) async fn listens(site: &TestApp) {
    site.clock.ticks();
    let settings = Inbound { trusted_server: Some(TRUSTED.to_owned()), plus_addressing: false, folder: None };
    let mut tx = site.db().begin().await.unwrap();
    store::inbound_mailbox::save(&mut tx, &settings, site.now()).await.unwrap();
    tx.commit().await.unwrap();
}

pub(super) async fn uid(site: &TestApp) -> String {
    site.rows("SELECT uid, zone, COALESCE(continues, '') FROM series").await[0].0.clone()
}

/// A reply by Ola.
pub(super) fn reply(uid: &str, (id, word): (&str, &str), stamp: &'static str) -> Reply {
    Reply {
        id: format!("{id}@nordvik.example"),
        from: "Ola Berg <ola@nordvik.example>".to_owned(),
        headers: proof("nordvik.example"),
        attendee: format!(";PARTSTAT={word}:mailto:ola@nordvik.example"),
        stamp,
        ..Reply::to(uid)
    }
}

pub(super) async fn receive(site: &TestApp, reply: &Reply) -> Outcome {
    take_in(site, &reply.raw()).await
}

pub(super) async fn take_in(site: &TestApp, raw: &[u8]) -> Outcome {
    match receive_mail::run(&site.app, &take_apart(raw).unwrap()).await.unwrap() {
        Received::New(outcome) => outcome,
        Received::Again => panic!("it came before"),
    }
}

/// Ola's answers, by the order of the dates.
pub(super) async fn answers(site: &TestApp) -> Vec<String> {
    let rows = site
        .rows(
            "SELECT answer, comment, meeting.title FROM attendee JOIN meeting ON meeting.id = meeting_id
             WHERE attendee.name = 'Ola Berg' ORDER BY meeting.starts_at",
        )
        .await;
    rows.into_iter().map(|row| row.0).collect()
}

pub(super) async fn call_off(client: &mut Client, id: &str) {
    let page = client.get(&format!("/meetings/{id}/cancellation/new")).await;
    let (once, version) = (page.value_of("once"), page.value_of("version"));
    let fields = [("once", once.as_str()), ("version", version.as_str()), ("scope", "this"), ("reason", "")];
    client.post(&format!("/meetings/{id}/cancellation"), &fields).await.expect(303);
}

#[tokio::test]
async fn one_answer_holds_for_all_dates_and_another_for_one() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        planned(&mut client).await;
        delivered(&site).await;
        let mut tx = site.db().begin_read().await.unwrap();
        let ola = store::people::by_email(&mut tx, "ola@nordvik.example").await.unwrap().unwrap();
        drop(tx);
        let mut ola = site.signed_in(&ola).await;
        let all = dates(&site).await;
        let answer = format!("/meetings/{}/answers", all[1]);
        ola.post(&answer, &[("a", "y"), ("comment", ""), ("all", "yes")]).await.expect(303);
        assert_eq!(answers(&site).await, ["yes", "yes", "yes", "yes"]);
        ola.post(&answer, &[("a", "n"), ("comment", "At a customer's")]).await.expect(303);
        assert_eq!(answers(&site).await, ["yes", "no", "yes", "yes"]);
    })
    .await;
}

#[tokio::test]
async fn replies_answer_all_dates_or_the_one_they_name() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        listens(&site).await;
        planned(&mut client).await;
        delivered(&site).await;
        let uid = uid(&site).await;
        assert_eq!(receive(&site, &reply(&uid, ("a", "ACCEPTED"), "20261123T080100Z")).await, Outcome::Answered);
        assert_eq!(answers(&site).await, ["yes", "yes", "yes", "yes"]);
        site.clock.pass(chrono::TimeDelta::hours(1));
        let named = "RECURRENCE-ID;TZID=Europe/Stockholm:20261215T140000\r\n".to_owned();
        let one = Reply { more: named, ..reply(&uid, ("b", "DECLINED"), "20261123T083000Z") };
        assert_eq!(receive(&site, &one).await, Outcome::Answered);
        assert_eq!(answers(&site).await, ["yes", "no", "yes", "yes"]);
        // Composed between the two: newer than the first, older than the second.
        let between = reply(&uid, ("c", "TENTATIVE"), "20261123T081500Z");
        assert_eq!(receive(&site, &between).await, Outcome::Answered);
        assert_eq!(answers(&site).await, ["maybe", "no", "maybe", "maybe"]);
        let foreign = Reply { headers: String::new(), ..reply(&uid, ("d", "DECLINED"), "20261123T085000Z") };
        assert_eq!(receive(&site, &foreign).await, Outcome::Unverified);
        assert_eq!(answers(&site).await, ["maybe", "no", "maybe", "maybe"]);
    })
    .await;
}

#[tokio::test]
async fn an_answer_to_a_date_that_has_moved_since_does_not_count_for_it() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        listens(&site).await;
        planned(&mut client).await;
        delivered(&site).await;
        let second = dates(&site).await[1].clone();
        let page = client.get(&format!("/meetings/{second}/moves/new")).await;
        let form = Dialogue::of(page, "move").set("slot", "own").set("date", "2026-12-16").set("time", "10:00");
        form.set("limits_seen", "yes").set("scope", "this").press(&mut client, "move").await.expect(303);
        assert_eq!(mails(&site).await.len(), 3, "{:?}", mails(&site).await);
        delivered(&site).await;
        let uid = uid(&site).await;
        assert_eq!(receive(&site, &reply(&uid, ("a", "ACCEPTED"), "20261123T080300Z")).await, Outcome::Answered);
        assert_eq!(answers(&site).await, ["yes", "open", "yes", "yes"]);
    })
    .await;
}

#[tokio::test]
async fn whoever_is_taken_out_of_one_date_hears_exactly_that() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        planned(&mut client).await;
        delivered(&site).await;
        let second = dates(&site).await[1].clone();
        let form = Dialogue::of(client.get(&format!("/meetings/{second}/edit")).await, "plan");
        let sanna = form.values("guest")[1].to_owned();
        let form = super::pressed(form, &mut client, &format!("remove-person:{sanna}")).await;
        form.set("scope", "this").press(&mut client, "send").await.expect(303);
        assert_eq!(mails(&site).await, ["series_date_off sanna"]);
        delivered(&site).await;
        let form = Dialogue::of(client.get(&format!("/meetings/{second}/edit")).await, "plan");
        let form = super::pressed(form.set("who", "sanna koski"), &mut client, "add-person").await;
        form.set("scope", "this").press(&mut client, "send").await.expect(303);
        assert_eq!(mails(&site).await, ["series_changed sanna"]);
    })
    .await;
}

#[tokio::test]
async fn calendars_that_would_take_everything_out_get_the_series_anew() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        listens(&site).await;
        planned(&mut client).await;
        delivered(&site).await;
        let answer = reply(&uid(&site).await, ("a", "ACCEPTED"), "20261123T080100Z");
        let raw = String::from_utf8(answer.raw()).unwrap().replace("-//Test//EN", "-//Sabre//Sabre VObject 4.5.6//EN");
        receive_mail::run(&site.app, &take_apart(raw.as_bytes()).unwrap()).await.unwrap();
        let second = dates(&site).await[1].clone();
        call_off(&mut client, &second).await;
        let mut told = mails(&site).await;
        told.sort();
        assert_eq!(told, ["series_date_off anna", "series_date_off sanna", "series_fewer ola"]);
    })
    .await;
}
