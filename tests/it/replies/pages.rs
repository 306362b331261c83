//! Replies as pages show them, and the clicks they wait for.

use chrono::TimeDelta;
use sparsam::{
    app::{once::Once, send_test},
    domain::{
        ids::MeetingId,
        letter::{Body, Letter, MailLinks},
        limits::rule::{Level, Measure, Period, Scope, Share},
        meeting::Answer,
        replies::Outcome,
    },
    mail::outgoing::{Postmark, write},
    store,
};

use crate::support::{
    app::Client,
    db::on_both,
    meetings::Stage,
    replies::{Reply, proof},
    rules::limit,
};

/// Where the button of the first reply that waits leads.
async fn button(client: &mut Client, id: MeetingId) -> String {
    let page = client.get(&format!("/meetings/{id}")).await;
    page.says("Answers waiting for you");
    let at = page.body.find(&format!("/meetings/{id}/replies/")).unwrap();
    page.body[at..].split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn an_unproven_answer_counts_by_a_click() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        stage.listens(false).await;
        let (id, uid) = stage.sent("Targets").await;
        let note = "COMMENT:<script>x</script>\r\n".to_owned();
        let forged = Reply { headers: String::new(), more: note, ..Reply::to(&uid) };
        assert_eq!(stage.receive(&forged.raw()).await, Outcome::Unverified);
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let path = button(&mut anna, id).await;
        let page = anna.get(&format!("/meetings/{id}")).await;
        page.says("Eeva Kallio: Yes")
            .says("From eeva@kone.example")
            .says("&#60;script&#62;x")
            .does_not_say("<script>x");
        // Those who only take part neither see nor decide it.
        let mut ola = stage.site.signed_in(&stage.ola).await;
        ola.get(&format!("/meetings/{id}")).await.does_not_say("Answers waiting for you");
        ola.post(&path, &[("do", "apply")]).await.expect(403);
        anna.post(&path, &[]).await.expect(422);
        assert_eq!(stage.attendee(id, "Eeva").await.answer, Answer::Open);
        for _ in 0..2 {
            let done = anna.post(&path, &[("do", "apply")]).await;
            assert_eq!(done.expect(303).location(), format!("/meetings/{id}?done=reply-applied"));
        }
        assert_eq!(stage.attendee(id, "Eeva").await.answer, Answer::Yes);
        let records = "SELECT COUNT(*) FROM audit WHERE action = 'meeting.reply_applied'";
        assert_eq!(stage.site.count(records).await, 1);
        let page = anna.get(&format!("/meetings/{id}?done=reply-applied")).await;
        page.says("The answer has been accepted.")
            .says("By email")
            .says("Anna Lind accepted it.")
            .does_not_say("Answers waiting for you");
    })
    .await;
}

#[tokio::test]
async fn a_click_never_brings_an_older_answer_back() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        stage.listens(false).await;
        let (id, uid) = stage.sent("Targets").await;
        let forged = Reply { headers: String::new(), ..Reply::to(&uid) };
        assert_eq!(stage.receive(&forged.raw()).await, Outcome::Unverified);
        stage.site.clock.pass(TimeDelta::minutes(1));
        let link = stage.link(id, "Eeva").await;
        stage.site.browser().post(&link, &[("a", "n")]).await.expect(303);
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let path = button(&mut anna, id).await;
        let late = anna.post(&path, &[("do", "apply")]).await;
        assert_eq!(late.expect(303).location(), format!("/meetings/{id}?done=reply-late"));
        assert_eq!(stage.attendee(id, "Eeva").await.answer, Answer::No);
        anna.post(&path, &[("do", "ignore")]).await.expect(303);
        anna.get(&format!("/meetings/{id}"))
            .await
            .does_not_say("Answers waiting for you")
            .says("Anna Lind ignored it.");
        anna.post(&path, &[("do", "apply")]).await.expect(303);
        assert_eq!(stage.attendee(id, "Eeva").await.answer, Answer::No);
    })
    .await;
}

#[tokio::test]
async fn doubts_about_who_speaks_are_told() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        stage.listens(false).await;
        let (id, uid) = stage.sent("Targets").await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let (nobody, another) =
            ("We could not confirm who sent this email", "a different address from the one it answers for");
        let eeva_sends = ";PARTSTAT=DELEGATED;DELEGATED-TO=\"mailto:mallory@evil.example\":mailto:eeva@kone.example";
        let ulla = from_ulla(&uid);
        let by = |id: &str, from: &str, headers: String, attendee: &str| Reply {
            id: id.to_owned(),
            from: from.to_owned(),
            headers,
            attendee: attendee.to_owned(),
            ..Reply::to(&uid)
        };
        let (evil, kone) = ("mallory@evil.example", "eeva@kone.example");
        let uninvited = ";PARTSTAT=ACCEPTED:mailto:victim@other.example";
        for (reply, doubts) in [
            (by("1", kone, String::new(), eeva_sends), (true, false)),
            (by("2", evil, proof("evil.example"), eeva_sends), (false, true)),
            (by("3", kone, proof("kone.example"), eeva_sends), (false, false)),
            (Reply { headers: String::new(), ..ulla.clone() }, (true, false)),
            (by("4", evil, proof("evil.example"), uninvited), (false, true)),
            (by("5", evil, proof("evil.example"), ";PARTSTAT=ACCEPTED:mailto:eeva@kone.example"), (false, true)),
            (Reply { id: "6".to_owned(), ..ulla }, (false, false)),
        ] {
            stage.receive(&reply.raw()).await;
            let path = button(&mut anna, id).await;
            let page = anna.get(&format!("/meetings/{id}")).await;
            let says = |text: &str| page.body.contains(text);
            assert_eq!((says(nobody), says(another)), doubts, "{reply:?}");
            // Nothing more is said of what is decided.
            anna.post(&path, &[("do", "ignore")]).await.expect(303);
            stage.site.execute("DELETE FROM inbound_mail").await.unwrap();
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_did_not_answer_themselves_is_invited_and_asked() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        stage.listens(false).await;
        let (id, uid) = stage.sent("Targets").await;
        let victim = ";CN=Vera;PARTSTAT=ACCEPTED:mailto:victim@other.example".to_owned();
        let in_her_name = Reply { attendee: victim, ..from_ulla(&uid) };
        assert_eq!(stage.receive(&in_her_name.raw()).await, Outcome::Uninvited);
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let path = button(&mut anna, id).await;
        anna.post(&path, &[("do", "apply")]).await.expect(303);
        let vera = stage.attendee(id, "Vera").await;
        assert_eq!((vera.email.as_str(), vera.answer, vera.answered_at), ("victim@other.example", Answer::Open, None));
    })
    .await;
}

#[tokio::test]
async fn sending_somebody_else_does_not_undo_a_later_answer() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        stage.listens(false).await;
        let (id, uid) = stage.sent("Targets").await;
        let attendee = ";PARTSTAT=DELEGATED;DELEGATED-TO=\"mailto:pekka@kone.example\":mailto:eeva@kone.example";
        let sends = Reply { attendee: attendee.to_owned(), stamp: "20261123T080030Z", ..Reply::to(&uid) };
        assert_eq!(stage.receive(&sends.raw()).await, Outcome::Delegated);
        let link = stage.link(id, "Eeva").await;
        stage.site.browser().post(&link, &[("a", "y")]).await.expect(303);
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let path = button(&mut anna, id).await;
        let late = anna.post(&path, &[("do", "apply")]).await;
        assert_eq!(late.expect(303).location(), format!("/meetings/{id}?done=reply-late"));
        assert_eq!(stage.attendee(id, "Eeva").await.answer, Answer::Yes);
        assert_eq!(stage.meeting(id).await.attendees.len(), 4);
    })
    .await;
}

/// Ulla of Kone accepts, whom nobody invited.
fn from_ulla(uid: &str) -> Reply {
    Reply {
        id: "ulla@kone.example".to_owned(),
        from: "Ulla <ulla@kone.example>".to_owned(),
        attendee: ";CN=Ulla;PARTSTAT=ACCEPTED:mailto:ulla@kone.example".to_owned(),
        ..Reply::to(uid)
    }
}

#[tokio::test]
async fn somebody_uninvited_and_a_delegate_come_by_a_click() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        stage.listens(false).await;
        let (id, uid) = stage.sent("Targets").await;
        let ulla = from_ulla(&uid);
        assert_eq!(stage.receive(&ulla.raw()).await, Outcome::Uninvited);
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let path = button(&mut anna, id).await;
        anna.post(&path, &[("do", "apply")]).await.expect(303);
        let row = stage.attendee(id, "Ulla").await;
        assert_eq!((row.answer, row.role.as_str()), (Answer::Yes, "optional"));
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM account").await, 1, "Ulla belongs to Kone");
        assert_eq!(stage.deliver("").await, ["invitation ulla"]);
        let pekka = Reply {
            id: "pekka@kone.example".to_owned(),
            attendee: ";PARTSTAT=DELEGATED;DELEGATED-TO=\"mailto:pekka@kone.example\":mailto:eeva@kone.example"
                .to_owned(),
            stamp: "20261123T080130Z",
            ..Reply::to(&uid)
        };
        assert_eq!(stage.receive(&pekka.raw()).await, Outcome::Delegated);
        let path = button(&mut anna, id).await;
        anna.get(&format!("/meetings/{id}")).await.says("Eeva Kallio is sending pekka@kone.example");
        anna.post(&path, &[("do", "apply")]).await.expect(303);
        let row = stage.attendee(id, "pekka").await;
        assert_eq!((row.answer, row.role.as_str()), (Answer::Open, "required"));
        assert_eq!(stage.attendee(id, "Eeva").await.answer, Answer::No);
    })
    .await;
}

#[tokio::test]
async fn administrators_say_how_answers_come_in() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan("Before", true).await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        anna.get(&format!("/meetings/{id}")).await.says("do not arrive here yet");
        let bad = [("way", "deliver"), ("trusted", "mx nordvik"), ("plus", "yes")];
        let back = anna.post("/admin/mail/answers", &bad).await;
        back.expect(422).says("Use only letters").says("value=\"mx nordvik\"").says("value=\"deliver\" checked");
        anna.post("/admin/mail/answers", &[("way", "fax")]).await.expect(422);
        let good = [("way", "deliver"), ("trusted", "mx.nordvik.example"), ("plus", "yes")];
        let done = anna.post("/admin/mail/answers", &good).await;
        assert_eq!(done.expect(303).location(), "/admin/mail?done=inbound");
        anna.get(&format!("/meetings/{id}"))
            .await
            .says("People can answer in their calendar")
            .does_not_say("do not arrive");
        let other = stage.plan_as(&stage.anna, stage.details("Targets", true), "2026-11-26T14:00:00").await.0;
        stage.deliver("").await;
        let uid = stage.meeting(other).await.meeting.uid;
        let reply = Reply { stamp: "20261123T080030Z", ..Reply::to(&uid) };
        assert_eq!(stage.receive(&reply.raw()).await, Outcome::Answered);
        let page = anna.get("/admin/mail?done=inbound").await;
        page.says("The setting is saved.").says("sparsam+abc@nordvik.example").says("eeva@kone.example");
        page.says("The answer has been accepted.").says(&format!("/meetings/{other}"));
        anna.post("/admin/mail/answers", &[("way", "off")]).await.expect(303);
        anna.get(&format!("/meetings/{id}")).await.says("do not arrive here yet");
        stage.site.signed_in(&stage.ola).await.post("/admin/mail/answers", &good).await.expect(403);
    })
    .await;
}

#[tokio::test]
async fn mails_say_where_answers_arrive() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (before, _) = stage.sent("Before").await;
        stage.listens(true).await;
        let id = stage.plan_as(&stage.anna, stage.details("Targets", true), "2026-11-26T14:00:00").await.0;
        stage.deliver("").await;
        for (id, by_calendar) in [(before, false), (id, true)] {
            let mut tx = stage.site.db().begin_read().await.unwrap();
            let mails = store::outbox::of_meeting(&mut tx, id).await.unwrap();
            let mail = mails.into_iter().find(|mail| mail.recipient.starts_with("ola@")).unwrap();
            let letter: Letter = serde_json::from_value(mail.payload.0).unwrap();
            let links = MailLinks { answer: Some("https://x.example/r/1".to_owned()), ..MailLinks::default() };
            let service = "sparsam@nordvik.example";
            let postmark = Postmark { service_address: service, message_id: &mail.message_id, links: &links };
            let written = write(&letter, &postmark).unwrap();
            assert_eq!(written.text.contains("or in your calendar"), by_calendar, "{}", written.text);
            assert_eq!(written.text.contains("does not reach"), !by_calendar, "{}", written.text);
            assert_eq!(written.from.address.as_str() != service, by_calendar);
        }
    })
    .await;
}

#[tokio::test]
async fn a_limit_that_refuses_the_meeting_keeps_the_answer_waiting() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        stage.listens(false).await;
        let (id, uid) = stage.sent("Targets").await;
        let little = Measure::Minutes { most: 10, per: Period::Week, share: Share::Each };
        limit(&stage.site.app, Scope::Person(stage.sanna.id), little, Level::Block).await;
        let sanna = Reply {
            from: "sanna@nordvik.example".to_owned(),
            headers: proof("nordvik.example"),
            attendee: ";PARTSTAT=ACCEPTED:mailto:sanna@nordvik.example".to_owned(),
            ..Reply::to(&uid)
        };
        assert_eq!(stage.receive(&sanna.raw()).await, Outcome::Stopped);
        assert_eq!(stage.attendee(id, "Sanna").await.answer, Answer::Open);
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let path = button(&mut anna, id).await;
        let stopped = anna.post(&path, &[("do", "apply")]).await;
        assert_eq!(stopped.expect(303).location(), format!("/meetings/{id}?done=reply-stopped"));
        assert_eq!(stage.attendee(id, "Sanna").await.answer, Answer::Open);
    })
    .await;
}

#[tokio::test]
async fn another_time_by_mail_is_put_to_the_organizer() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        stage.listens(false).await;
        let (id, uid) = stage.sent("Targets").await;
        let more = "DTSTART:20261126T090000Z\r\nDTEND:20261126T093000Z\r\nCOMMENT:Thursday suits me\r\n".to_owned();
        let counter = Reply { method: "COUNTER", more, ..Reply::to(&uid) };
        assert_eq!(stage.receive(&counter.raw()).await, Outcome::Proposed);
        let open = "SELECT COUNT(*) FROM proposal WHERE state = 'open' AND came_by = 'mail'";
        assert_eq!(stage.site.count(open).await, 1);
        assert_eq!(stage.attendee(id, "Eeva").await.answer, Answer::Open, "a time is no answer");
        let mut client = stage.site.signed_in(&stage.anna).await;
        client.get(&format!("/meetings/{id}")).await.expect(200).says("Thursday suits me");
        // Nobody has proved that this one comes from its sender.
        let sanna = Reply {
            id: "2@nordvik.example".to_owned(),
            from: "sanna@nordvik.example".to_owned(),
            headers: String::new(),
            attendee: ";PARTSTAT=TENTATIVE:mailto:sanna@nordvik.example".to_owned(),
            ..counter
        };
        assert_eq!(stage.receive(&sanna.raw()).await, Outcome::Unverified);
        let path = button(&mut client, id).await;
        client.post(&path, &[("do", "apply")]).await.expect(303);
        assert_eq!(stage.site.count(open).await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_click_counts_for_the_time_that_was_answered_only() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        stage.listens(false).await;
        let (id, uid) = stage.sent("Targets").await;
        let more = "DTSTART:20261126T090000Z\r\nDTEND:20261126T093000Z\r\n".to_owned();
        let counter = Reply { method: "COUNTER", headers: String::new(), more, ..Reply::to(&uid) };
        let forged = Reply { headers: String::new(), id: "2@x.example".to_owned(), ..Reply::to(&uid) };
        let ulla = from_ulla(&uid);
        assert_eq!(stage.receive(&counter.raw()).await, Outcome::Unverified);
        assert_eq!(stage.receive(&forged.raw()).await, Outcome::Unverified);
        assert_eq!(stage.receive(&ulla.raw()).await, Outcome::Uninvited);
        let mut anna = stage.site.signed_in(&stage.anna).await;
        anna.get(&format!("/meetings/{id}"))
            .await
            .says("Accept the answer")
            .does_not_say("The meeting has moved since");
        super::moved(&stage, id, 1, "2026-11-27T14:00:00").await;
        stage.deliver("").await;
        let page = anna.get(&format!("/meetings/{id}")).await;
        page.says("The meeting has moved since: this answer is for Wednesday 25 November")
            .does_not_say("Accept the answer");
        page.says("and the meeting is now Friday 27 November").says("Invite them");
        let mut tx = stage.site.db().begin_read().await.unwrap();
        let mails = store::inbound_mail::of_meeting(&mut tx, id).await.unwrap();
        drop(tx);
        for mail in mails {
            let path = format!("/meetings/{id}/replies/{}", mail.id);
            let done = anna.post(&path, &[("do", "apply")]).await;
            let expected = if mail.outcome == Outcome::Uninvited { "applied" } else { "moved" };
            assert_eq!(done.expect(303).location(), format!("/meetings/{id}?done=reply-{expected}"));
            anna.post(&path, &[("do", "dismiss")]).await;
        }
        assert_eq!(stage.attendee(id, "Eeva").await.answer, Answer::Open);
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM proposal").await, 0);
        assert_eq!(stage.attendee(id, "Ulla").await.answer, Answer::Open, "invited to the new time, and asked");
        // Back where it was: what was answered is true again.
        let version = stage.meeting(id).await.meeting.version;
        super::moved(&stage, id, version, "2026-11-25T14:00:00").await;
        anna.get(&format!("/meetings/{id}")).await.says("Accept the answer");
    })
    .await;
}

#[tokio::test]
async fn somebody_uninvited_can_be_told_so_and_nobody_else() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        stage.listens(false).await;
        let (id, uid) = stage.sent("Targets").await;
        let ulla = from_ulla(&uid);
        // Nobody proved the first, and the second speaks for somebody else.
        let unproven = Reply { headers: String::new(), id: "1".to_owned(), ..ulla.clone() };
        let victim = ";PARTSTAT=ACCEPTED:mailto:victim@other.example".to_owned();
        let for_another = Reply { attendee: victim, id: "2".to_owned(), ..ulla.clone() };
        let mut anna = stage.site.signed_in(&stage.anna).await;
        for reply in [unproven, for_another] {
            assert_eq!(stage.receive(&reply.raw()).await, Outcome::Uninvited);
            let path = button(&mut anna, id).await;
            anna.get(&format!("/meetings/{id}")).await.does_not_say("Tell them they are not invited");
            anna.post(&path, &[("do", "dismiss")]).await.expect(404);
            anna.post(&path, &[("do", "ignore")]).await.expect(303);
        }
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM outbox WHERE state = 'queued'").await, 0);
        assert_eq!(stage.receive(&ulla.raw()).await, Outcome::Uninvited);
        let path = button(&mut anna, id).await;
        anna.get(&format!("/meetings/{id}")).await.says("Tell them they are not invited");
        for _ in 0..2 {
            let done = anna.post(&path, &[("do", "dismiss")]).await;
            assert_eq!(done.expect(303).location(), format!("/meetings/{id}?done=reply-dismissed"));
        }
        assert_eq!(stage.meeting(id).await.attendees.len(), 4, "nobody is added");
        let rows = stage.site.rows("SELECT recipient, payload, kind FROM outbox WHERE state = 'queued'");
        if let sparsam::store::Db::Sqlite { .. } = stage.site.db() {
            let rows = rows.await;
            assert_eq!(rows.len(), 1, "{rows:?}");
            let (recipient, payload, kind) = &rows[0];
            assert_eq!((recipient.as_str(), kind.as_str()), ("ulla@kone.example", "removed"));
            assert!(payload.contains("METHOD:CANCEL") && !payload.contains("eeva@kone.example"), "{payload}");
            assert!(!payload.contains("meet.nordvik.example") && !payload.contains("The number"), "{payload}");
        }
        assert_eq!(stage.deliver("").await, ["removed ulla"]);
        // A change of the meeting is none of her business.
        super::moved(&stage, id, 1, "2026-11-26T14:00:00").await;
        let told = stage.deliver("").await;
        assert!(told.iter().all(|mail| !mail.ends_with("ulla")), "{told:?}");
    })
    .await;
}

#[tokio::test]
async fn the_answer_to_a_test_invitation_tells_what_is_known_of_its_way() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        stage.listens(true).await;
        let actor = stage.actor(&stage.anna).await;
        let key = Once { scope: "test".to_owned(), key: "1".to_owned(), body_hash: [0; 32] };
        let permit = actor.may_administer().unwrap();
        Box::pin(send_test::run(&stage.site.app, &actor, &permit, "Test", &key)).await.unwrap();
        let mut tx = stage.site.db().begin_read().await.unwrap();
        let newest = stage.site.count("SELECT MAX(id) FROM outbox").await;
        let mail = store::outbox::by_id(&mut tx, newest).await.unwrap().unwrap();
        drop(tx);
        let letter: Letter = serde_json::from_value(mail.payload.0).unwrap();
        let Body::Test(body) = letter.body else { panic!("{letter:?}") };
        let own = body.service.clone().expect("an address of its own");
        assert!(own.starts_with("sparsam+") && body.calendar.replace("\r\n ", "").contains(&format!("mailto:{own}")));
        let reply = Reply {
            from: "Anna Lind <anna@nordvik.example>".to_owned(),
            headers: proof("nordvik.example"),
            attendee: ";PARTSTAT=ACCEPTED:mailto:anna@nordvik.example".to_owned(),
            ..Reply::to(&body.facts.uid)
        };
        let to = |id: &str, to: &str| Reply { id: format!("{id}@nordvik.example"), to: to.to_owned(), ..reply.clone() };
        let cases = [
            (to("a", &own), Outcome::TestCameTagged, "at the address with a plus. Its sender is verified"),
            (to("b", "sparsam@nordvik.example"), Outcome::TestCame, "has arrived. Its sender is verified"),
            (to("c", "sparsam+abc@nordvik.example"), Outcome::WrongAddress, "the address of another meeting"),
            (Reply { headers: String::new(), ..to("d", &own) }, Outcome::TestCameTagged, "Its sender is not verified"),
        ];
        let mut anna = stage.site.signed_in(&stage.anna).await;
        for (mail, outcome, words) in cases {
            assert_eq!(Box::pin(stage.receive(&mail.raw())).await, outcome);
            anna.get("/admin/mail").await.expect(200).says(words);
        }
        // A test that nobody made.
        let host = body.facts.uid.split('@').nth(1).unwrap();
        let none = Reply { uid: format!("test-{}@{host}", uuid::Uuid::nil().simple()), ..to("f", &own) };
        assert_eq!(Box::pin(stage.receive(&none.raw())).await, Outcome::NoMeeting);
        // A meeting of somebody else's house is none of ours.
        let foreign = Reply { id: "e@x".to_owned(), uid: "test-1@elsewhere.example".to_owned(), ..reply };
        assert_eq!(Box::pin(stage.receive(&foreign.raw())).await, Outcome::NoMeeting);
    })
    .await;
}
