//! Edges of series: how many people, files of single dates, feeds of a series that is sent again, and answers to all dates
//! that outlive the date they came with.

use axum::{body::Body, http::Request};
use chrono::TimeDelta;
use sparsam::{
    app::{
        edit_meeting::EditMeeting,
        error::{AppError, Refusal},
        feeds,
        once::Once,
        series::{self, dates::details_of},
    },
    domain::{
        feed::FeedKind,
        ids::MeetingId,
        limits::consent::Consent,
        meeting::AttendeeRole,
        planning::{Guest, Invitee},
        replies::Outcome,
        series::patch::Scope,
    },
    store::{self, people::Person},
};

use super::{
    dates, delivered, mails,
    messages::{answers, listens, receive, reply, uid},
    nordvik, planned,
};
use crate::support::{
    app::TestApp,
    db::on_both,
    dialogue::Dialogue,
    replies::{Reply, proof},
};

async fn person(site: &TestApp, email: &str) -> Person {
    let mut tx = site.db().begin_read().await.unwrap();
    store::people::by_email(&mut tx, email).await.unwrap().unwrap()
}

#[tokio::test]
async fn an_edit_of_all_dates_takes_so_many_places_at_most() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        let page = client.get("/meetings/new?purpose=targets&start=2026-12-01T14:00").await;
        let form = Dialogue::of(page, "plan").set("title", "Daily").set("who", "ola berg").set("limits_seen", "yes");
        let form = form.set("repeat", "day").set("repeat_count", "60");
        form.press(&mut client, "send").await.expect(303);
        let id: MeetingId = dates(&site).await[0].parse().unwrap();
        let all = site.count("SELECT COUNT(*) FROM meeting").await;
        let mut tx = site.db().begin_read().await.unwrap();
        let full = store::meetings::by_id(&mut tx, id).await.unwrap().unwrap();
        drop(tx);
        let anna = site.actor(&person(&site, "anna@nordvik.example").await).await;
        let with = async |guests: i64| {
            let mut details = details_of(&full);
            details.invitees.extend((0..guests).map(|n| Invitee {
                guest: Guest::New {
                    name: String::new(),
                    email: format!("guest{n}@kone.example").parse().unwrap(),
                    account: "Kone".to_owned(),
                },
                role: AttendeeRole::Informed,
                why: String::new(),
                points: None,
            }));
            let once = Once { scope: "crowd".to_owned(), key: guests.to_string(), body_hash: [0; 32] };
            let command = EditMeeting {
                id,
                version: 1,
                details,
                points: Vec::new(),
                quiet: false,
                consent: Consent::seen(),
                once,
            };
            series::edit::run(&site.app, &anna, (command, Scope::All.into())).await
        };
        // Anna and Ola have a place in each date.
        let most = i64::try_from(series::MAX_SEATS).unwrap() / all - 2;
        let refused = with(most + 1).await;
        assert!(matches!(refused, Err(AppError::Refused(Refusal::TooManySeats))), "{refused:?}");
        assert_eq!(site.count("SELECT COUNT(*) FROM attendee").await, 2 * all);
        with(most).await.unwrap();
        assert_eq!(site.count("SELECT COUNT(*) FROM attendee").await, (most + 2) * all);
    })
    .await;
}

#[tokio::test]
async fn each_date_is_a_file_of_its_own() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        planned(&mut client).await;
        delivered(&site).await;
        let uid = uid(&site).await;
        let places = ["20261201T140000", "20261215T140000", "20261229T140000", "20270112T140000"];
        for (id, place) in dates(&site).await.iter().zip(places) {
            let file = client.get(&format!("/meetings/{id}/invite.ics")).await;
            file.expect(200).says(&format!("UID:{uid}"));
            file.says(&format!("RECURRENCE-ID;TZID=Europe/Stockholm:{place}"));
            file.says(&format!("DTSTART;TZID=Europe/Stockholm:{place}")).does_not_say("RRULE:FREQ=WEEKLY");
        }
    })
    .await;
}

#[tokio::test]
async fn a_series_that_is_sent_again_is_another_text_under_another_tag() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        listens(&site).await;
        planned(&mut client).await;
        delivered(&site).await;
        let sanna = person(&site, "sanna@nordvik.example").await;
        let key = Once { scope: "feed".to_owned(), key: "mine".to_owned(), body_hash: [0; 32] };
        let actor = site.actor(&sanna).await;
        let token = feeds::create(&site.app, &actor, (FeedKind::Mine, None), &key).await.unwrap().token;
        let path = format!("/f/{}.ics", token.as_str());
        let fetch = async || site.browser().send(Request::get(path.as_str()), Body::empty()).await;
        let before = fetch().await;
        site.clock.pass(TimeDelta::minutes(5));
        let refresh = Reply { method: "REFRESH", ..reply(&uid(&site).await, ("a", "ACCEPTED"), "20261123T080100Z") };
        assert_eq!(receive(&site, &refresh).await, Outcome::SentAgain);
        let after = fetch().await;
        assert_eq!(before.headers["etag"] == after.headers["etag"], before.body == after.body);
    })
    .await;
}

/// Ulla of Kone, whom nobody invited, accepts all dates.
fn ulla(uid: &str) -> Reply {
    Reply {
        id: "ulla@kone.example".to_owned(),
        from: "Ulla Kone <ulla@kone.example>".to_owned(),
        headers: proof("kone.example"),
        attendee: ";CN=Ulla Kone;PARTSTAT=ACCEPTED:mailto:ulla@kone.example".to_owned(),
        stamp: "20261123T080200Z",
        ..Reply::to(uid)
    }
}

#[tokio::test]
async fn whoever_answers_all_dates_uninvited_is_invited_to_all_of_them() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        listens(&site).await;
        planned(&mut client).await;
        delivered(&site).await;
        assert_eq!(receive(&site, &ulla(&uid(&site).await)).await, Outcome::Uninvited);
        let all = dates(&site).await;
        let page = client.get(&format!("/meetings/{}", all[0])).await;
        let at = page.body.find(&format!("/meetings/{}/replies/", all[0])).expect("a button");
        let button = page.body[at..].split('"').next().unwrap().to_owned();
        client.post(&button, &[("do", "apply")]).await.expect(303);
        let theirs = "SELECT COUNT(*) FROM attendee WHERE email = 'ulla@kone.example' AND answer = 'yes'";
        assert_eq!(site.count(theirs).await, 4);
        assert_eq!(mails(&site).await, ["series_invitation ulla"]);
        client.post(&button, &[("do", "apply")]).await.expect(303);
        assert_eq!(site.count(theirs).await, 4);
    })
    .await;
}

#[tokio::test]
async fn a_reply_to_all_dates_waits_on_the_next_one_when_its_own_is_over() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        listens(&site).await;
        planned(&mut client).await;
        delivered(&site).await;
        let unproven =
            Reply { headers: String::new(), ..reply(&uid(&site).await, ("a", "ACCEPTED"), "20261123T080100Z") };
        assert_eq!(receive(&site, &unproven).await, Outcome::Unverified);
        let all = dates(&site).await;
        let first = "2026-12-02T08:00:00Z".parse::<chrono::DateTime<chrono::Utc>>().unwrap();
        site.clock.pass(first - site.now());
        let anna = person(&site, "anna@nordvik.example").await;
        let mut client = site.signed_in(&anna).await;
        client.get(&format!("/meetings/{}", all[2])).await.expect(200).does_not_say("Answers waiting for you");
        let page = client.get(&format!("/meetings/{}", all[1])).await;
        page.expect(200).says("Answers waiting for you");
        let at = page.body.find(&format!("/meetings/{}/replies/", all[1])).expect("a button");
        let button = page.body[at..].split('"').next().unwrap().to_owned();
        client.post(&button, &[("do", "apply")]).await.expect(303);
        assert_eq!(answers(&site).await, ["open", "yes", "yes", "yes"]);
    })
    .await;
}
