//! The page of a meeting: who sees what, how mails fare, and taking things back.

use chrono::TimeDelta;

use crate::support::{db::on_both, meetings::Stage};

#[tokio::test]
async fn the_page_shows_everything_in_the_readers_own_time() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan("December <b>targets</b>", true).await;
        let page = format!("/meetings/{id}");
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let shown = anna.get(&page).await;
        shown.expect(200).says("December &#60;b&#62;targets").does_not_say("<b>targets");
        for text in ["Wednesday 25 November 2026, 14:00–14:30", "Week 48", "0:00", "0:10", "20 min of 30 min planned"]
        {
            shown.says(text);
        }
        for text in ["0 of 3 have answered", "https://meet.nordvik.example/", "Ola Berg", "/moves/new", "?copy="] {
            shown.says(text);
        }
        let mut sanna = stage.site.signed_in(&stage.sanna).await;
        let shown = sanna.get(&page).await;
        shown.expect(200).says("klo 15.00–15.30").says("14.00–14.30 · Ruotsin aikaa").does_not_say("/moves/new");
        shown.does_not_say("Viesti odottaa");
        let file = anna.get(&format!("{page}/invite.ics")).await;
        file.expect(200).says("BEGIN:VEVENT").does_not_say("METHOD").does_not_say("ATTENDEE");
        assert_eq!(file.headers["content-type"], "text/calendar; charset=utf-8");
    })
    .await;
}

#[tokio::test]
async fn strangers_find_nothing_and_attendees_change_nothing() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, sent) = stage.plan("Targets", true).await;
        let change = sent.split("sent=").nth(1).unwrap().to_owned();
        let ola_row = stage.attendee(id, "Ola").await.id;
        let mut mia = stage.site.signed_in(&stage.mia).await;
        let mut ola = stage.site.signed_in(&stage.ola).await;
        let before = stage.site.fingerprint().await;
        for path in ["", "/invite.ics", "/moves/new", "/cancellation/new"] {
            mia.get(&format!("/meetings/{id}{path}")).await.expect(404);
        }
        let posts = [
            format!("/meetings/{id}/moves"),
            format!("/meetings/{id}/cancellation"),
            format!("/meetings/{id}/attendees/{ola_row}/address"),
            format!("/meetings/{id}/mails/1/again"),
            format!("/changes/{change}/undoing"),
        ];
        let fields = [("version", "1"), ("email", "new@kone.example"), ("date", "2026-11-26"), ("do", "move")];
        for path in &posts {
            mia.post(path, &fields).await.expect(404);
            ola.post(path, &fields).await.expect(403);
        }
        mia.post(&format!("/meetings/{id}/answers"), &[("a", "y")]).await.expect(404);
        ola.get(&format!("/meetings/{id}/moves/new")).await.expect(403);
        assert_eq!(stage.site.fingerprint().await, before);
    })
    .await;
}

#[tokio::test]
async fn sending_is_undone_within_a_minute_and_leads_to_the_draft() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, sent) = stage.plan("Targets", true).await;
        let change = sent.split("sent=").nth(1).unwrap().to_owned();
        let mut anna = stage.site.signed_in(&stage.anna).await;
        stage.site.clock.pass(TimeDelta::seconds(30));
        let shown = anna.get(&sent).await;
        shown.expect(200).says("Invitations are on their way to 3 people. They go out at 09:01.").says("Email waiting");
        let undoing = format!("/changes/{change}/undoing");
        shown.says(&undoing);
        let first = anna.post(&undoing, &[]).await;
        assert!(first.expect(303).location().starts_with("/meetings/new?draft="), "{}", first.location());
        let second = anna.post(&undoing, &[]).await;
        assert_eq!(second.expect(303).location(), first.location(), "the second press of the button");
        anna.get(&format!("/meetings/{id}")).await.expect(404);
        assert!(stage.deliver("").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn after_a_minute_undoing_is_off_the_page_and_refused() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, sent) = stage.plan("Targets", true).await;
        let change = sent.split("sent=").nth(1).unwrap().to_owned();
        let mut anna = stage.site.signed_in(&stage.anna).await;
        stage.deliver("").await;
        anna.get(&sent).await.expect(200).does_not_say("undoing").does_not_say("on their way");
        let answer = anna.post(&format!("/changes/{change}/undoing"), &[]).await;
        assert_eq!(answer.expect(303).location(), format!("/meetings/{id}?done=too-late"));
        anna.get(answer.location()).await.expect(200).says("too late to undo");
    })
    .await;
}

#[tokio::test]
async fn a_refused_mail_is_shown_and_mended() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan("Targets", true).await;
        stage.deliver("eeva@kone.example").await;
        let page = format!("/meetings/{id}");
        let eeva = stage.attendee(id, "Eeva").await;
        let old_link = stage.link(id, "Eeva").await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let shown = anna.get(&page).await;
        shown.says("Refused by the mail server").says("550 5.1.1 No such &#60;user&#62; here");
        let again = shown.body.split("action=\"").find(|p| p.contains("/again")).unwrap();
        let again = again.split('"').next().unwrap().to_owned();
        for _ in 0..2 {
            assert_eq!(anna.post(&again, &[]).await.expect(303).location(), format!("{page}?done=again"));
        }
        assert_eq!(stage.deliver("eeva@kone.example").await, ["invitation eeva"]);

        let path = format!("{page}/attendees/{}/address", eeva.id);
        let version = shown.value_of("version");
        let wrong = anna.post(&path, &[("version", &version), ("email", "nonsense")]).await;
        wrong.expect(422).says("value=\"nonsense\"").says("Enter an email address");
        let taken = anna.post(&path, &[("version", &version), ("email", "ola@nordvik.example")]).await;
        taken.expect(422).says("Somebody else already has this address");
        let conflict = anna.post(&path, &[("version", "99"), ("email", "e.kallio@kone.example")]).await;
        conflict.expect(409).says("value=\"e.kallio@kone.example\"");
        let fields = [("version", version.as_str()), ("email", "e.kallio@kone.example")];
        let mended = anna.post(&path, &fields).await;
        anna.get(mended.expect(303).location()).await.says("The invitation is on its way to one person");
        anna.post(&path, &fields).await.expect(303);
        assert_eq!(stage.deliver("").await, ["invitation e.kallio"]);
        anna.get(&page).await.does_not_say("Refused by").says("Address corrected");
        stage.site.browser().get(&old_link).await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn an_attendee_answers_on_the_page() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan("Targets", false).await;
        let (page, answers) = (format!("/meetings/{id}"), format!("/meetings/{id}/answers"));
        let mut ola = stage.site.signed_in(&stage.ola).await;
        ola.post(&answers, &[("comment", "hm <i>")]).await.expect(422).says("Choose one.").says("hm &#60;i&#62;");
        let done = ola.post(&answers, &[("a", "m"), ("comment", "late\r\n\u{202e}maybe")]).await;
        ola.get(done.expect(303).location()).await.says("Your answer is saved.").says("late\nmaybe");
        let mut sanna = stage.site.signed_in(&stage.sanna).await;
        sanna.get(&page).await.says("Ehkä").does_not_say("late\nmaybe");
        let mut anna = stage.site.signed_in(&stage.anna).await;
        anna.get(&page).await.says("1 of 2 have answered").says("late\nmaybe").says("Ola Berg answered: Maybe");
        // Nobody waits for the organizer's own answer, and declining would leave the meeting without its leader.
        anna.post(&answers, &[("a", "n")]).await.expect(404);
        let long = "x".repeat(2_001);
        ola.post(&answers, &[("a", "y"), ("comment", &long)]).await.expect(422).says("Use at most 2000 characters");
    })
    .await;
}
