//! Answering by link, and asking for no more invitations.

use axum::{body::Body, http::Request};
use chrono::TimeDelta;
use sparsam::{
    app::{
        cancel_meeting::{self, CancelMeeting},
        edit_meeting::{self, EditMeeting},
        error::{AppError, Refusal},
        once::Once,
        schedule_meeting::{self, ScheduleMeeting},
    },
    domain::{meeting::Answer, planning::Plan},
};

use crate::support::{
    db::on_both,
    meetings::{Stage, start},
};

fn once(key: &str) -> Once {
    Once { scope: "test".to_owned(), key: key.to_owned(), body_hash: [0; 32] }
}

#[tokio::test]
async fn a_guest_answers_changes_the_answer_and_takes_the_file() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan("Targets", true).await;
        let link = stage.link(id, "Eeva").await;
        let mut eeva = stage.site.browser();
        eeva.language = "fr".to_owned();
        let page = eeva.get(&format!("{link}?a=n")).await;
        // The contact has the firm's language, Swedish.
        page.expect(200).says("<html lang=\"sv\"").says("Kommer du på ”Targets”?").says("value=\"n\" checked");
        page.says("onsdag 25 november 2026 kl. 14:00–14:30").says("svensk tid").says("the northern numbers are yours");
        assert_eq!(page.headers["x-robots-tag"], "noindex");
        assert_eq!(page.headers["referrer-policy"], "same-origin");
        // Customers see themselves and the organizer, also in the agenda.
        page.says("Anna Lind").does_not_say("Ola Berg").does_not_say("Sanna Koski");
        eeva.post(&link, &[]).await.expect(422).says("Välj ett alternativ.");
        for _ in 0..2 {
            let done = eeva.post(&link, &[("a", "n"), ("comment", "\"><script>x</script>\r\nBcc: a@b")]).await;
            assert_eq!(done.expect(303).location(), link);
        }
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM audit WHERE action = 'meeting.answered'").await, 1);
        let page = eeva.get(&link).await;
        page.says("Tack, ditt svar är sparat.")
            .says("Ändra svar")
            .does_not_say("<script>x")
            .does_not_say("/settings/feeds");
        assert_eq!(stage.attendee(id, "Eeva").await.comment, "\"><script>x</script>\nBcc: a@b");
        eeva.get(&format!("{link}?change=1")).await.says("value=\"n\" checked");
        eeva.post(&link, &[("a", "y")]).await.expect(303);
        assert_eq!(stage.attendee(id, "Eeva").await.answer, Answer::Yes);
        let file = eeva.get(&format!("{link}/invite.ics")).await;
        file.expect(200).says("SUMMARY:Targets").does_not_say("Ola").does_not_say("/meetings/");
    })
    .await;
}

#[tokio::test]
async fn opening_links_changes_nothing() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan("Targets", true).await;
        stage.deliver("").await;
        let mut links = vec![stage.stop_link(id).await];
        for name in ["Anna", "Ola", "Sanna", "Eeva"] {
            let link = stage.link(id, name).await;
            let more = ["", "?a=y", "?a=m", "?a=n", "?a=%00&change=1", "/invite.ics"];
            links.extend(more.map(|end| format!("{link}{end}")));
        }
        let mut scanner = stage.site.browser();
        let before = stage.site.fingerprint().await;
        for link in &links {
            scanner.get(link).await.expect(200);
            scanner.send(Request::head(link), Body::empty()).await.expect(200);
        }
        assert_eq!(stage.site.fingerprint().await, before);
        // The measure itself: one answer is seen.
        scanner.post(&stage.link(id, "Ola").await, &[("a", "y")]).await.expect(303);
        assert_ne!(stage.site.fingerprint().await, before);
    })
    .await;
}

#[tokio::test]
async fn links_say_why_they_no_longer_answer() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan("Targets", true).await;
        let (ola, sanna) = (stage.link(id, "Ola").await, stage.link(id, "Sanna").await);
        let mut guest = stage.site.browser();
        let forged = format!("{}{}", &ola[..ola.len() - 1], if ola.ends_with('a') { 'b' } else { 'a' });
        let stop = stage.stop_link(id).await;
        for bad in ["/r/x", "/p/x", &forged, &stop.replace("/p/", "/r/"), &ola.replace("/r/", "/p/")] {
            guest.get(bad).await.expect(404);
            guest.post(bad, &[("a", "y")]).await.expect(404);
        }
        let actor = stage.actor(&stage.anna).await;
        let mut details = stage.details("Targets", true);
        details.invitees.remove(1);
        let edit = EditMeeting {
            id,
            version: 1,
            details,
            points: Vec::new(),
            quiet: false,
            consent: sparsam::domain::limits::consent::Consent::seen(),
            once: once("edit"),
        };
        edit_meeting::run(&stage.site.app, &actor, edit).await.unwrap();
        guest.get(&sanna).await.expect(410).says("Anna Lind").does_not_say("anna@nordvik.example");
        assert_eq!(guest.post(&sanna, &[("a", "y")]).await.expect(303).location(), sanna);
        assert_eq!(stage.attendee(id, "Sanna").await.answer, Answer::Open);

        let other = stage.plan_as(&stage.anna, stage.details("Called off", false), "2026-11-25T15:00:00").await.0;
        let gone = stage.link(other, "Ola").await;
        let cancel = CancelMeeting { id: other, version: 1, reason: "<b>Ill".to_owned(), once: once("cancel") };
        cancel_meeting::run(&stage.site.app, &actor, cancel).await.unwrap();
        guest.get(&gone).await.expect(200).says("This meeting is cancelled").says("&#60;b&#62;Ill");
        guest.post(&gone, &[("a", "y")]).await.expect(303);
        assert_eq!(stage.attendee(other, "Ola").await.answer, Answer::Open);

        stage.site.clock.pass(TimeDelta::days(3));
        guest.get(&ola).await.expect(200).says("This meeting is over");
        guest.post(&ola, &[("a", "y")]).await.expect(303);
        assert_eq!(stage.attendee(id, "Ola").await.answer, Answer::Open);
        stage.site.clock.pass(TimeDelta::days(7));
        guest.get(&ola).await.expect(410).says("anna@nordvik.example");
        guest.get(&format!("{ola}/invite.ics")).await.expect(410);
    })
    .await;
}

#[tokio::test]
async fn the_organizer_and_colleagues_are_led_on() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan("Targets", true).await;
        let (anna, sanna) = (stage.link(id, "Anna").await, stage.link(id, "Sanna").await);
        let mut browser = stage.site.signed_in(&stage.ola).await;
        browser.get(&anna).await.expect(200).says("You lead this meeting");
        browser.post(&anna, &[("a", "n")]).await.expect(403);
        // Ola's browser, Sanna's link: her language, her time, her name, and nothing of his.
        let page = browser.get(&sanna).await;
        page.says("<html lang=\"fi\"").says("klo 15.00–15.30").says("Suomen aikaa").says("14.00–14.30 · Ruotsin aikaa");
        page.says("Vastaat nimellä Sanna Koski.").does_not_say("/sign-out");
        browser.post(&sanna, &[("a", "y")]).await.expect(303);
        browser.get(&sanna).await.says("/settings/feeds");
        let claims = stage.site.count("SELECT COUNT(*) FROM claim").await;
        browser.post(&sanna, &[("a", "n")]).await.expect(303);
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM claim").await, claims - 1);
    })
    .await;
}

#[tokio::test]
async fn answering_without_end_is_slowed_down_and_nothing_is_lost() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan("Targets", true).await;
        let link = stage.link(id, "Ola").await;
        let mut ola = stage.site.browser();
        for turn in 0..10 {
            let letter = if turn % 2 == 0 { "y" } else { "n" };
            ola.post(&link, &[("a", letter)]).await.expect(303);
        }
        let slow = ola.post(&link, &[("a", "m"), ("comment", "my last word")]).await;
        slow.expect(429).says("my last word").says("value=\"m\" checked");
        assert_eq!(slow.headers["retry-after"], "10");
        stage.site.clock.pass(TimeDelta::seconds(10));
        ola.post(&link, &[("a", "m"), ("comment", "my last word")]).await.expect(303);
        assert_eq!(stage.attendee(id, "Ola").await.comment, "my last word");
    })
    .await;
}

#[tokio::test]
async fn a_contact_who_wants_no_more_invitations_gets_none() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan("Targets", true).await;
        let link = stage.stop_link(id).await;
        let mut eeva = stage.site.browser();
        eeva.get(&link).await.expect(200).says("Eeva Kallio").says("Stoppa inbjudningar");
        for _ in 0..2 {
            assert_eq!(eeva.post(&link, &[]).await.expect(303).location(), link);
        }
        eeva.get(&link).await.says("Nordvik AB bjuder inte in dig igen.");
        let actor = stage.actor(&stage.anna).await;
        let again = |key: &'static str| {
            let plan = Plan { details: stage.details("More", true), start: start("2026-11-27T14:00:00"), minutes: 30 };
            ScheduleMeeting {
                plan,
                form: Vec::new(),
                draft: None,
                consent: sparsam::domain::limits::consent::Consent::seen(),
                once: once(key),
            }
        };
        let permit = actor.may_plan().unwrap();
        let refused = schedule_meeting::run(&stage.site.app, &actor, &permit, again("a")).await.unwrap_err();
        let AppError::Refused(Refusal::DoNotContact(names)) = refused else { panic!("{refused:?}") };
        assert_eq!(names, ["Eeva Kallio"]);
        eeva.post(&link, &[("again", "yes")]).await.expect(303);
        schedule_meeting::run(&stage.site.app, &actor, &permit, again("b")).await.unwrap();
    })
    .await;
}
