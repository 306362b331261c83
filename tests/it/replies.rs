//! Answers that come back by mail.

mod alone;
mod clients;
mod deliver;
mod pages;

use chrono::TimeDelta;
use sparsam::{
    app::{
        move_meeting::{self, MoveMeeting},
        once::Once,
        receive_mail::Received,
    },
    domain::{ids::MeetingId, meeting::Answer, replies::Outcome},
    store,
};

use crate::support::{
    db::on_both,
    meetings::{Stage, start},
    replies::{Reply, proof},
};

#[tokio::test]
async fn an_answer_by_mail_counts_like_one_by_link() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        stage.listens(false).await;
        let (id, uid) = stage.sent("Targets").await;
        let claims = stage.site.count("SELECT COUNT(*) FROM claim").await;
        let reply = Reply { more: "COMMENT:See you\\, perhaps\r\n".to_owned(), ..Reply::to(&uid) };
        assert_eq!(stage.receive(&reply.raw()).await, Outcome::Answered);
        let eeva = stage.attendee(id, "Eeva").await;
        assert_eq!((eeva.answer, eeva.comment.as_str()), (Answer::Yes, "See you, perhaps"));
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM claim").await, claims);
        let records = "SELECT actor, action, after FROM audit WHERE action = 'meeting.answered'";
        if let sparsam::store::Db::Sqlite { .. } = stage.site.db() {
            let rows = stage.site.rows(records).await;
            assert_eq!(rows[0].0, "Eeva Kallio");
            assert!(rows[0].2.contains("\"came_by\":\"mail\""), "{rows:?}");
        }
        // An optional person's time is load once they accept.
        let sanna = Reply {
            id: "2@nordvik.example".to_owned(),
            from: "sanna@nordvik.example".to_owned(),
            headers: proof("nordvik.example"),
            attendee: ";PARTSTAT=ACCEPTED:mailto:sanna@nordvik.example".to_owned(),
            ..Reply::to(&uid)
        };
        let counted = "SELECT COUNT(*) FROM claim WHERE counts = (1 = 1)";
        let before = stage.site.count(counted).await;
        assert_eq!(stage.receive(&sanna.raw()).await, Outcome::Answered);
        assert_eq!(stage.site.count(counted).await, before + 1);
    })
    .await;
}

#[tokio::test]
async fn what_comes_twice_or_too_late_changes_nothing() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        stage.listens(false).await;
        let (id, uid) = stage.sent("Targets").await;
        stage.site.clock.pass(TimeDelta::hours(1));
        let base = Reply::to(&uid);
        let newer = base.saying("b", "DECLINED", "20261123T083000Z");
        assert_eq!(stage.receive(&newer.raw()).await, Outcome::Answered);
        assert_eq!(stage.bring(&newer.raw()).await.unwrap(), Received::Again);
        let older = base.saying("a", "ACCEPTED", "20261123T082959Z");
        assert_eq!(stage.receive(&older.raw()).await, Outcome::Overtaken);
        // The same bytes under another Message-ID.
        let replayed = base.saying("c", "DECLINED", "20261123T083000Z");
        assert_eq!(stage.receive(&replayed.raw()).await, Outcome::Overtaken);
        assert_eq!(stage.attendee(id, "Eeva").await.answer, Answer::No);
        // An answer by link between two by mail: by their times it came last.
        let link = stage.link(id, "Eeva").await;
        stage.site.clock.pass(TimeDelta::seconds(1));
        stage.site.browser().post(&link, &[("a", "m")]).await.expect(303);
        let late = base.saying("d", "ACCEPTED", "20261123T083100Z");
        assert_eq!(stage.receive(&late.raw()).await, Outcome::Overtaken);
        assert_eq!(stage.attendee(id, "Eeva").await.answer, Answer::Maybe);
        stage.site.clock.pass(TimeDelta::hours(1));
        let last = base.saying("e", "ACCEPTED", "20261123T093000Z");
        assert_eq!(stage.receive(&last.raw()).await, Outcome::Answered);
        assert_eq!(stage.attendee(id, "Eeva").await.answer, Answer::Yes);
        assert_eq!(stage.mails_in(id).await.len(), 5);
    })
    .await;
}

#[tokio::test]
async fn of_answers_that_waited_together_the_last_one_made_counts_in_any_order() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        stage.listens(false).await;
        let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
        let mut meetings = Vec::new();
        for hour in 10..16 {
            let at = format!("2026-11-26T{hour}:00:00");
            let id = stage.plan_as(&stage.anna, stage.details(&format!("At {hour}"), true), &at).await.0;
            meetings.push((id, stage.meeting(id).await.meeting.uid));
        }
        stage.deliver("").await;
        // The mail server was down for an hour; all were made within it.
        stage.site.clock.pass(TimeDelta::hours(1));
        let said =
            [("ACCEPTED", "20261123T082000Z"), ("TENTATIVE", "20261123T082040Z"), ("DECLINED", "20261123T085959Z")];
        for ((id, uid), order) in meetings.iter().zip(orders) {
            for number in order {
                let (word, stamp) = said[number];
                let answer = Reply::to(uid).saying(&format!("{number}.{id}"), word, stamp);
                let older = order.iter().take_while(|n| **n != number).any(|before| *before > number);
                let expected = if older { Outcome::Overtaken } else { Outcome::Answered };
                assert_eq!(stage.receive(&answer.raw()).await, expected, "{order:?} {number}");
            }
            assert_eq!(stage.attendee(*id, "Eeva").await.answer, Answer::No, "{order:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_same_answer_again_is_still_newer_than_what_is_on_its_way() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        stage.listens(false).await;
        let (id, uid) = stage.sent("Targets").await;
        let link = stage.link(id, "Eeva").await;
        stage.site.browser().post(&link, &[("a", "y")]).await.expect(303);
        stage.site.clock.pass(TimeDelta::hours(1));
        let base = Reply::to(&uid);
        assert_eq!(stage.receive(&base.saying("a", "ACCEPTED", "20261123T084000Z").raw()).await, Outcome::Answered);
        assert_eq!(stage.receive(&base.saying("b", "DECLINED", "20261123T083000Z").raw()).await, Outcome::Overtaken);
        assert_eq!(stage.attendee(id, "Eeva").await.answer, Answer::Yes);
    })
    .await;
}

#[tokio::test]
async fn the_same_answer_again_on_a_page_counts_from_then() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        stage.listens(false).await;
        let (id, uid) = stage.sent("Targets").await;
        let link = stage.link(id, "Eeva").await;
        stage.site.browser().post(&link, &[("a", "y")]).await.expect(303);
        let told = stage.attendee(id, "Eeva").await.answered_at;
        stage.site.clock.pass(TimeDelta::hours(2));
        stage.site.browser().post(&link, &[("a", "y")]).await.expect(303);
        let again = stage.attendee(id, "Eeva").await;
        assert_eq!((again.answered_at, again.answer), (told, Answer::Yes), "it is no news to anybody");
        stage.site.clock.pass(TimeDelta::hours(1));
        // Made between the two, and held up.
        let held_up = Reply::to(&uid).saying("b", "DECLINED", "20261123T090000Z");
        assert_eq!(stage.receive(&held_up.raw()).await, Outcome::Overtaken);
        assert_eq!(stage.attendee(id, "Eeva").await.answer, Answer::Yes);
    })
    .await;
}

async fn moved(stage: &Stage, id: MeetingId, version: i64, to: &str) {
    let actor = stage.actor(&stage.anna).await;
    let command = MoveMeeting {
        id,
        version,
        start: start(to),
        minutes: 30,
        reason: String::new(),
        consent: sparsam::domain::limits::consent::Consent::seen(),
        once: Once { scope: "test".to_owned(), key: to.to_owned(), body_hash: [0; 32] },
    };
    move_meeting::run(&stage.site.app, &actor, command).await.unwrap();
}

#[tokio::test]
async fn an_answer_to_an_earlier_time_is_history() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        stage.listens(false).await;
        let (id, uid) = stage.sent("Targets").await;
        moved(&stage, id, 1, "2026-11-26T14:00:00").await;
        // The move is held for a minute; who answers now has not seen it.
        let reply = Reply::to(&uid).saying("a", "ACCEPTED", "20261123T080110Z");
        assert_eq!(stage.receive(&reply.raw()).await, Outcome::Outdated);
        stage.deliver("").await;
        let again = Reply::to(&uid).saying("b", "ACCEPTED", "20261123T080230Z");
        assert_eq!(stage.receive(&again.raw()).await, Outcome::Outdated);
        assert_eq!(stage.attendee(id, "Eeva").await.answer, Answer::Open);
        let present = Reply { sequence: 1, ..again.saying("c", "TENTATIVE", "20261123T080200Z") };
        assert_eq!(stage.receive(&present.raw()).await, Outcome::Answered);
        assert_eq!(stage.attendee(id, "Eeva").await.answer, Answer::Maybe);
        // Away and back: who accepted the first time was asked anew since.
        let version = stage.meeting(id).await.meeting.version;
        moved(&stage, id, version, "2026-11-25T14:00:00").await;
        stage.deliver("").await;
        let first = Reply::to(&uid).saying("d", "ACCEPTED", "20261123T080300Z");
        assert_eq!(stage.receive(&first.raw()).await, Outcome::Outdated);
    })
    .await;
}

#[tokio::test]
async fn nobody_answers_for_another() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        stage.listens(false).await;
        let (id, uid) = stage.sent("Targets").await;
        let good = Reply::to(&uid);
        let forged = [
            // Another sender, proven for their own domain.
            Reply { from: "mallory@evil.example".to_owned(), headers: proof("evil.example"), ..good.clone() },
            // Eeva's address, which no server proves.
            Reply { headers: String::new(), ..good.clone() },
            Reply { headers: proof("evil.example"), ..good.clone() },
            Reply { headers: proof("kone.example").replace("pass", "fail"), ..good.clone() },
            // A server of the sender's says so, ours stands above it and does not.
            Reply {
                headers: format!(
                    "Authentication-Results: mx.evil.example; dmarc=pass header.from=kone.example\r\n{}",
                    proof("kone.example")
                ),
                ..good.clone()
            },
        ];
        let before = stage.attendee(id, "Eeva").await;
        for (number, reply) in forged.into_iter().enumerate() {
            let reply = Reply { id: format!("{number}@x.example"), ..reply };
            assert_eq!(stage.receive(&reply.raw()).await, Outcome::Unverified, "{number}");
        }
        let two = good.raw();
        let two = [b"From: mallory@evil.example\r\n".as_slice(), &two].concat();
        assert_eq!(stage.receive(&two).await, Outcome::Unreadable);
        let crasher = Reply {
            id: "crasher@x.example".to_owned(),
            from: "Ulla <ulla@kone.example>".to_owned(),
            attendee: ";CN=Ulla;PARTSTAT=ACCEPTED:mailto:ulla@kone.example".to_owned(),
            ..good.clone()
        };
        assert_eq!(stage.receive(&crasher.raw()).await, Outcome::Uninvited);
        let unknown =
            Reply { id: "uid@x.example".to_owned(), uid: "guessed@nordvik.example".to_owned(), ..good.clone() };
        assert_eq!(stage.receive(&unknown.raw()).await, Outcome::NoMeeting);
        assert_eq!(stage.attendee(id, "Eeva").await, before);
        assert_eq!(stage.meeting(id).await.attendees.len(), 4, "nobody is added by a mail");
        // Without a name of our server nobody is proven.
        let mut tx = stage.site.db().begin().await.unwrap();
        store::inbound_mailbox::remove(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let unproven = Reply { id: "unproven@x.example".to_owned(), ..good };
        assert_eq!(stage.receive(&unproven.raw()).await, Outcome::Unverified);
    })
    .await;
}

#[tokio::test]
async fn programs_and_our_own_mails_start_nothing() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        stage.listens(false).await;
        let (_, uid) = stage.sent("Targets").await;
        let queued = "SELECT COUNT(*) FROM outbox WHERE state = 'queued'";
        let plain = |headers: &str, text: &str| {
            format!("{headers}\r\nFrom: eeva@kone.example\r\nTo: sparsam@nordvik.example\r\nSubject: Out of office\r\n\r\n{text}").into_bytes()
        };
        assert_eq!(stage.receive(&plain("Auto-Submitted: auto-replied", "Away")).await, Outcome::Automatic);
        assert_eq!(stage.receive(&plain("Return-Path: <>", "Away")).await, Outcome::Automatic);
        assert_eq!(stage.receive(&plain("X: y", "See you there!")).await, Outcome::NoCalendar);
        let own = Reply { id: "own".to_owned(), from: "sparsam@nordvik.example".to_owned(), ..Reply::to(&uid) };
        assert_eq!(stage.receive(&own.raw()).await, Outcome::Automatic);
        let auto = Reply {
            id: "auto".to_owned(),
            method: "REFRESH",
            headers: format!("Auto-Submitted: auto-generated\r\n{}", proof("kone.example")),
            ..Reply::to(&uid)
        };
        assert_eq!(stage.receive(&auto.raw()).await, Outcome::Automatic);
        for (id, method) in [("q", "REQUEST"), ("c", "CANCEL"), ("p", "PUBLISH"), ("a", "ADD")] {
            let reply = Reply { id: id.to_owned(), method, ..Reply::to(&uid) };
            assert_eq!(stage.receive(&reply.raw()).await, Outcome::NotOurs, "{method}");
        }
        assert_eq!(stage.site.count(queued).await, 0);
        // A person asks: the same SEQUENCE, a newer DTSTAMP. Not without end.
        for (number, expected) in [Outcome::SentAgain, Outcome::SentAgain, Outcome::SentAgain, Outcome::Automatic].into_iter().enumerate() {
            let asked = Reply { id: format!("refresh {number}"), method: "REFRESH", ..Reply::to(&uid) };
            assert_eq!(stage.receive(&asked.raw()).await, expected, "{number}");
        }
        assert_eq!(stage.site.count(queued).await, 3);
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM outbox WHERE sequence > 0").await, 0);
        assert_eq!(stage.deliver("").await.len(), 3);
    })
    .await;
}

#[tokio::test]
async fn a_mail_that_comes_back_marks_the_address() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        stage.listens(false).await;
        let (id, _) = stage.sent("Targets").await;
        let ours = {
            let mut tx = stage.site.db().begin_read().await.unwrap();
            let mails = store::outbox::of_meeting(&mut tx, id).await.unwrap();
            mails.into_iter().find(|mail| mail.recipient == "eeva@kone.example").unwrap()
        };
        let report = |message_id: &str, address: &str| {
            format!(
                "Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.kone.example\r\nMessage-ID: <{address}.{message_id}>\r\n\
                 Content-Type: multipart/report; report-type=delivery-status; boundary=r\r\n\r\n--r\r\n\
                 Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\nFinal-Recipient: rfc822; {address}\r\n\
                 Action: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 No such <user>\r\n--r\r\n\
                 Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: <{message_id}>\r\n--r--\r\n"
            )
            .into_bytes()
        };
        assert_eq!(stage.receive(&report("guessed@nordvik.example", "eeva@kone.example")).await, Outcome::Automatic);
        assert_eq!(stage.receive(&report(&ours.message_id, "other@kone.example")).await, Outcome::Automatic);
        assert_eq!(stage.receive(&report(&ours.message_id, "Eeva@kone.example")).await, Outcome::Undeliverable);
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let page = anna.get(&format!("/meetings/{id}")).await;
        page.says("550 5.1.1 No such &#60;user&#62;").says("Correct the address");
    })
    .await;
}

#[tokio::test]
async fn each_meeting_has_an_address_where_the_mailbox_takes_them() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (plain, _) = stage.sent("Before").await;
        stage.listens(true).await;
        let other = stage.plan_as(&stage.anna, stage.details("Other", true), "2026-11-26T10:00:00").await.0;
        let id = stage.plan_as(&stage.anna, stage.details("Targets", true), "2026-11-26T14:00:00").await.0;
        stage.deliver("").await;
        let tag = |id: MeetingId| stage.site.app.links().tag(sparsam::identity::link::LinkPurpose::REPLY, id.uuid());
        let address = format!("sparsam+{}@nordvik.example", tag(id));
        let calendars = stage.calendars(id).await;
        assert!(
            calendars
                .iter()
                .all(|c| c.replace("\r\n ", "").contains(&format!("ORGANIZER;CN=Anna Lind:mailto:{address}"))),
            "{calendars:?}"
        );
        // Who knows a meeting by the firm's address would take another one for a forgery.
        moved(&stage, plain, 1, "2026-11-27T14:00:00").await;
        assert!(
            stage
                .calendars(plain)
                .await
                .iter()
                .all(|c| c.replace("\r\n ", "").contains("mailto:sparsam@nordvik.example"))
        );
        let uid = stage.meeting(id).await.meeting.uid;
        let wrong = format!("Moten <sparsam+{}@nordvik.example>", tag(other));
        assert_eq!(stage.receive(&Reply { to: wrong, ..Reply::to(&uid) }.raw()).await, Outcome::WrongAddress);
        let guessed = Reply { to: "sparsam+guess@nordvik.example".to_owned(), id: "2".to_owned(), ..Reply::to(&uid) };
        assert_eq!(stage.receive(&guessed.raw()).await, Outcome::WrongAddress);
        assert_eq!(stage.attendee(id, "Eeva").await.answer, Answer::Open);
        let right =
            Reply { to: address.to_uppercase(), id: "3".to_owned(), stamp: "20261123T080030Z", ..Reply::to(&uid) };
        assert_eq!(stage.receive(&right.raw()).await, Outcome::Answered);
    })
    .await;
}

#[tokio::test]
async fn the_same_mail_from_two_sides_counts_once() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        stage.listens(false).await;
        let (id, uid) = stage.sent("Targets").await;
        let raw = Reply::to(&uid).raw();
        let (one, other) = tokio::join!(Box::pin(stage.bring(&raw)), Box::pin(stage.bring(&raw)));
        let mut both = [one.unwrap(), other.unwrap()];
        both.sort_by_key(|received| *received == Received::Again);
        assert_eq!(both, [Received::New(Outcome::Answered), Received::Again]);
        assert_eq!(stage.mails_in(id).await.len(), 1);
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM audit WHERE action = 'meeting.answered'").await, 1);
    })
    .await;
}
