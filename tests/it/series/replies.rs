//! Replies by mail to a series: what counts for which date, at once or by a click.

use chrono::TimeDelta;
use sparsam::{domain::replies::Outcome, store::Db};

use super::{
    dates, delivered, mails,
    messages::{answers, call_off, listens, receive, reply, take_in, uid},
    nordvik, planned,
};
use crate::support::{
    app::{Client, TestApp},
    db::{TestDb, on_both},
    dialogue::Dialogue,
    replies::Reply,
};

/// The dates of the series, as RECURRENCE-ID has them.
const PLACES: [&str; 4] = ["20261201T140000", "20261215T140000", "20261229T140000", "20270112T140000"];

/// A series that everybody knows, an hour ago, with its UID and its dates.
async fn known(db: TestDb) -> (TestApp, Client, String, Vec<String>) {
    let (site, mut client) = nordvik(db).await;
    listens(&site).await;
    planned(&mut client).await;
    delivered(&site).await;
    site.clock.pass(TimeDelta::hours(1));
    let (uid, all) = (uid(&site).await, dates(&site).await);
    (site, client, uid, all)
}

/// The same of one date.
fn of_date(reply: Reply, date: usize) -> Reply {
    Reply { more: format!("RECURRENCE-ID;TZID=Europe/Stockholm:{}\r\n", PLACES[date]), ..reply }
}

/// One mail with what these say.
fn in_one(replies: &[Reply]) -> Vec<u8> {
    let event = |reply: &Reply| {
        let text = reply.calendar();
        let (begin, end) = (text.find("BEGIN:VEVENT").unwrap(), text.find("END:VCALENDAR").unwrap());
        text[begin..end].to_owned()
    };
    let first = String::from_utf8(replies[0].raw()).unwrap();
    let more: String = replies[1..].iter().map(event).collect();
    first.replace("END:VCALENDAR", &format!("{more}END:VCALENDAR")).into_bytes()
}

/// Where the buttons of a reply lead that waits on the page of a date.
async fn button(client: &mut Client, date: &str) -> String {
    let page = client.get(&format!("/meetings/{date}")).await;
    page.says("Answers waiting for you").says("Accept the answer");
    let at = page.body.find(&format!("/meetings/{date}/replies/")).unwrap();
    page.body[at..].split('"').next().unwrap().to_owned()
}

async fn answer_on_page(site: &TestApp, date: &str, answer: &str) {
    let mut tx = site.db().begin_read().await.unwrap();
    let ola = sparsam::store::people::by_email(&mut tx, "ola@nordvik.example").await.unwrap().unwrap();
    drop(tx);
    let mut ola = site.signed_in(&ola).await;
    ola.post(&format!("/meetings/{date}/answers"), &[("a", answer), ("comment", "")]).await.expect(303);
}

async fn move_date(client: &mut Client, date: &str, to: (&str, &str)) {
    let page = client.get(&format!("/meetings/{date}/moves/new")).await;
    let form = Dialogue::of(page, "move").set("slot", "own").set("date", to.0).set("time", to.1);
    form.set("limits_seen", "yes").set("scope", "this").press(client, "move").await.expect(303);
}

#[tokio::test]
async fn an_answer_to_one_date_made_after_that_to_all_counts_though_all_came_late() {
    on_both(async |db| {
        let (site, _, uid, _) = known(db).await;
        assert_eq!(receive(&site, &reply(&uid, ("a", "ACCEPTED"), "20261123T080500Z")).await, Outcome::Answered);
        for (date, stamp) in [(2, "20261123T081000Z"), (3, "20261123T080501Z")] {
            let one = of_date(reply(&uid, (&format!("b{date}"), "DECLINED"), stamp), date);
            assert_eq!(receive(&site, &one).await, Outcome::Answered);
        }
        assert_eq!(answers(&site).await, ["yes", "yes", "no", "no"]);
        let older = of_date(reply(&uid, ("c", "TENTATIVE"), "20261123T080459Z"), 1);
        assert_eq!(receive(&site, &older).await, Outcome::Overtaken);
        assert_eq!(answers(&site).await, ["yes", "yes", "no", "no"]);
    })
    .await;
}

#[tokio::test]
async fn each_date_goes_by_what_is_said_of_it() {
    on_both(async |db| {
        let (site, _, uid, _) = known(db).await;
        let say = |id: &str, word: &str| reply(&uid, (id, word), "20261123T080500Z");
        let all_but_one = in_one(&[say("a", "ACCEPTED"), of_date(say("", "DECLINED"), 1)]);
        assert_eq!(take_in(&site, &all_but_one).await, Outcome::Answered);
        assert_eq!(answers(&site).await, ["yes", "no", "yes", "yes"]);
        let say = |id: &str, word: &str| reply(&uid, (id, word), "20261123T080600Z");
        let several =
            [of_date(say("b", "DECLINED"), 0), of_date(say("", "TENTATIVE"), 2), of_date(say("", "DECLINED"), 3)];
        assert_eq!(take_in(&site, &in_one(&several)).await, Outcome::Answered);
        assert_eq!(answers(&site).await, ["no", "no", "maybe", "no"]);
        // One date and those that follow: nobody knows what that is meant to do here.
        let following = of_date(reply(&uid, ("c", "ACCEPTED"), "20261123T080700Z"), 1);
        let following = Reply { more: following.more.replace(";TZID", ";RANGE=THISANDFUTURE;TZID"), ..following };
        assert_eq!(receive(&site, &following).await, Outcome::OtherDate);
        // A date that cannot be read is not all of them.
        let unreadable = of_date(reply(&uid, ("d", "ACCEPTED"), "20261123T080800Z"), 1);
        let unreadable = Reply { more: unreadable.more.replace("Europe/Stockholm", "Nowhere/Land"), ..unreadable };
        assert_eq!(receive(&site, &unreadable).await, Outcome::OtherDate);
        assert_eq!(answers(&site).await, ["no", "no", "maybe", "no"]);
    })
    .await;
}

#[tokio::test]
async fn a_click_counts_for_the_dates_that_were_answered_and_are_as_they_were() {
    on_both(async |db| {
        let (site, mut client, uid, all) = known(db).await;
        // Nobody is proven where no server is named.
        let unproven = Reply { headers: String::new(), ..reply(&uid, ("a", "ACCEPTED"), "20261123T080500Z") };
        let except = Reply { headers: String::new(), ..of_date(reply(&uid, ("", "DECLINED"), "20261123T080500Z"), 1) };
        assert_eq!(take_in(&site, &in_one(&[unproven, except])).await, Outcome::Unverified);
        answer_on_page(&site, &all[2], "m").await;
        move_date(&mut client, &all[3], ("2027-01-13", "10:00")).await;
        assert_eq!(answers(&site).await, ["open", "open", "maybe", "open"]);
        let path = button(&mut client, &all[0]).await;
        client.get(&format!("/meetings/{}", all[0])).await.says("Ola Berg: Yes; Tue 15 Dec: No");
        let done = client.post(&path, &[("do", "apply")]).await;
        assert_eq!(done.expect(303).location(), format!("/meetings/{}?done=reply-applied", all[0]));
        assert_eq!(answers(&site).await, ["yes", "no", "maybe", "open"]);
        client.get(&format!("/meetings/{}", all[0])).await.does_not_say("Answers waiting for you").says("By email");
    })
    .await;
}

#[tokio::test]
async fn a_click_on_the_answer_to_one_date_counts_for_that() {
    on_both(async |db| {
        let (site, mut client, uid, all) = known(db).await;
        let unproven = Reply { headers: String::new(), ..reply(&uid, ("a", "DECLINED"), "20261123T080500Z") };
        assert_eq!(receive(&site, &of_date(unproven.clone(), 1)).await, Outcome::Unverified);
        let path = button(&mut client, &all[1]).await;
        client.post(&path, &[("do", "apply")]).await.expect(303);
        assert_eq!(answers(&site).await, ["open", "no", "open", "open"]);
        // Answered since, and moved since.
        for (date, id) in [(0, "b"), (2, "c")] {
            let late = Reply { id: id.to_owned(), ..of_date(unproven.clone(), date) };
            assert_eq!(receive(&site, &late).await, Outcome::Unverified);
        }
        let (answered, moved) = (button(&mut client, &all[0]).await, button(&mut client, &all[2]).await);
        answer_on_page(&site, &all[0], "y").await;
        move_date(&mut client, &all[2], ("2026-12-30", "10:00")).await;
        for (path, date, word) in [(answered, &all[0], "late"), (moved, &all[2], "moved")] {
            let done = client.post(&path, &[("do", "apply")]).await;
            assert_eq!(done.expect(303).location(), format!("/meetings/{date}?done=reply-{word}"));
        }
        assert_eq!(answers(&site).await, ["yes", "no", "open", "open"]);
    })
    .await;
}

#[tokio::test]
async fn what_waits_is_shown_where_it_still_counts() {
    on_both(async |db| {
        let (site, mut client, uid, all) = known(db).await;
        answer_on_page(&site, &all[0], "y").await;
        let unproven = Reply { headers: String::new(), ..reply(&uid, ("a", "DECLINED"), "20261123T080500Z") };
        assert_eq!(receive(&site, &unproven).await, Outcome::Unverified);
        client.get(&format!("/meetings/{}", all[0])).await.does_not_say("Answers waiting for you");
        let path = button(&mut client, &all[1]).await;
        client.post(&path, &[("do", "apply")]).await.expect(303);
        assert_eq!(answers(&site).await, ["yes", "no", "no", "no"]);
    })
    .await;
}

#[tokio::test]
async fn nobody_else_says_by_which_program_somebody_reads() {
    on_both(async |db| {
        let (site, mut client, uid, all) = known(db).await;
        let by = |reply: &Reply, program: &str| {
            String::from_utf8(reply.raw()).unwrap().replace("-//Test//EN", program).into_bytes()
        };
        let sabre = "-//Sabre//Sabre VObject 4.5.6//EN";
        let answer = reply(&uid, ("a", "ACCEPTED"), "20261123T080500Z");
        assert_eq!(take_in(&site, &by(&answer, sabre)).await, Outcome::Answered);
        let google = "-//Google Inc//Google Calendar 70.9054//EN";
        let forged = Reply { headers: String::new(), ..reply(&uid, ("b", "ACCEPTED"), "20261123T080600Z") };
        let of_nothing = Reply { uid: "guessed@x.example".to_owned(), ..reply(&uid, ("c", "x"), "20261123T080600Z") };
        let request = Reply { method: "REQUEST", ..reply(&uid, ("d", "ACCEPTED"), "20261123T080600Z") };
        for other in [forged, of_nothing, request] {
            site.clock.pass(TimeDelta::minutes(1));
            assert_ne!(take_in(&site, &by(&other, google)).await, Outcome::Answered);
        }
        call_off(&mut client, &all[1]).await;
        let told = mails(&site).await;
        assert!(told.contains(&"series_fewer ola".to_owned()), "{told:?}");
    })
    .await;
}

#[tokio::test]
async fn what_an_older_version_left_waiting_counts_for_no_date() {
    let (site, mut client, uid, all) = known(TestDb::sqlite().await).await;
    assert!(matches!(site.db(), Db::Sqlite { .. }));
    let unproven = Reply { headers: String::new(), ..reply(&uid, ("a", "ACCEPTED"), "20261123T080500Z") };
    assert_eq!(receive(&site, &unproven).await, Outcome::Unverified);
    let path = button(&mut client, &all[0]).await;
    site.execute("UPDATE inbound_mail SET about_dates = NULL").await.unwrap();
    let done = client.post(&path, &[("do", "apply")]).await;
    assert_eq!(done.expect(303).location(), format!("/meetings/{}?done=reply-moved", all[0]));
    assert_eq!(answers(&site).await, ["open"; 4]);
}
