//! Who learns what of a meeting: mails, the customer's part, actions, the log, and whether it was worth the time.

use chrono::TimeDelta;
use sparsam::{
    app::{action_links, mail_links},
    domain::{ids::MeetingId, language::Language, letter::Letter, person::Role},
    identity::link::LinkPurpose,
    store,
};

use super::{at_the_meeting, form, leader, minutes, pass_to, press};
use crate::support::{db::on_both, meetings::Stage};

/// What a recipient's mail was frozen with.
async fn payload(stage: &Stage, to: &str) -> Option<String> {
    let rows = stage.site.rows("SELECT recipient, CAST(payload AS TEXT), '' FROM outbox WHERE kind = 'minutes'").await;
    rows.into_iter().find(|row| row.0.starts_with(to)).map(|row| row.1)
}

#[tokio::test]
async fn customers_get_what_was_ticked_and_nothing_else() {
    on_both(async |db| {
        let (stage, id) = at_the_meeting(db, true).await;
        minutes(&stage, 40);
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let typed = form(&mut anna, id).await;
        typed.page.says("Share with the customer");
        let typed = typed
            .set("result", "They want it")
            .set_point(0, "notes", "Our floor is 90")
            .set("d.new0.body", "No rebate");
        typed.press(&mut anna, "send").await.expect(303);
        assert!(payload(&stage, "eeva").await.is_none(), "nothing was ticked");
        assert!(payload(&stage, "ola").await.unwrap().contains("Our floor is 90"));
        anna.post(&format!("/meetings/{id}/minutes/reopening"), &[]).await.expect(303);
        let typed =
            form(&mut anna, id).await.set_point(0, "notes", "Our floor is 90").set("a.new0.body", "Send the quote");
        typed.set("a.new0.shared", "yes").press(&mut anna, "send").await.expect(303);
        let told = payload(&stage, "eeva").await.unwrap();
        assert!(told.contains("Send the quote"));
        for inner in ["They want it", "Our floor is 90", "No rebate", "\"held\""] {
            assert!(!told.contains(inner), "{inner}");
        }
        assert_eq!(stage.deliver("").await, ["minutes anna", "minutes eeva", "minutes ola", "minutes sanna"]);
    })
    .await;
}

#[tokio::test]
async fn customers_who_want_no_mail_get_none() {
    on_both(async |db| {
        let (stage, id) = at_the_meeting(db, true).await;
        let stop = stage.stop_link(id).await;
        stage.site.browser().post(&stop, &[]).await.expect(303);
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let typed = form(&mut anna, id).await.set("result", "They want it").set("shared", "yes");
        typed.press(&mut anna, "send").await.expect(303);
        assert!(payload(&stage, "eeva").await.is_none());
    })
    .await;
}

async fn with_actions(stage: &Stage, id: MeetingId) {
    let mut anna = stage.site.signed_in(&stage.anna).await;
    let (ola, sanna) =
        (stage.attendee(id, "Ola").await.id.to_string(), stage.attendee(id, "Sanna").await.id.to_string());
    let typed = form(&mut anna, id).await.set("d.new0.body", "Ängarna först").set("a.new0.body", "Call Kone");
    let typed = typed.set("a.new0.owner", &ola).set("a.new0.due", "2026-11-27").set_point(0, "notes", "Kone is late");
    typed.set("a.new1.body", "Ask Volvo").set("a.new1.owner", &sanna).press(&mut anna, "save").await.expect(303);
}

#[tokio::test]
async fn actions_are_marked_done_by_their_owners_and_those_who_lead_them() {
    on_both(async |db| {
        let (stage, id) = at_the_meeting(db, false).await;
        let nina = leader(&stage, &[&stage.ola]).await;
        with_actions(&stage, id).await;
        let mut ola = stage.site.signed_in(&stage.ola).await;
        let mut sanna = stage.site.signed_in(&stage.sanna).await;
        let mut boss = stage.site.signed_in(&nina).await;
        let page = ola.get("/actions").await;
        page.expect(200).says("Call Kone").does_not_say("Ask Volvo").does_not_say("Overdue");
        let mark = "action=\"/actions/";
        let at = page.body.find(mark).unwrap() + mark.len();
        let action = format!("/actions/{}", &page.body[at..at + 36]);
        // Sanna only sees the meeting, Mia does not.
        sanna.post(&action, &[("do", "done")]).await.expect(403);
        stage.site.signed_in(&stage.mia).await.post(&action, &[("do", "done")]).await.expect(404);
        ola.get("/actions?whose=teams").await.does_not_say("Of my teams");
        boss.get("/actions").await.does_not_say("Call Kone").says("Of my teams");
        boss.get("/actions?whose=teams").await.says("Call Kone").says("Ola Berg").does_not_say("Ask Volvo");
        pass_to(&stage, "2026-11-27T08:00:00Z");
        let mut ola = stage.site.signed_in(&stage.ola).await;
        ola.get("/actions").await.says("Today");
        ola.get("/").await.says("To do: Call Kone").says(&format!("action=\"{action}\""));
        pass_to(&stage, "2026-11-28T08:00:00Z");
        let mut ola = stage.site.signed_in(&stage.ola).await;
        let mut boss = stage.site.signed_in(&nina).await;
        ola.get("/actions").await.says("Overdue");
        let done = boss.post(&action, &[("do", "done"), ("from", "teams")]).await;
        assert_eq!(done.expect(303).location(), "/actions?whose=teams&done=settled");
        ola.get("/actions").await.says("Nothing to do").says("Closed in the last 30 days").says("Call Kone");
        ola.get("/").await.does_not_say("To do: Call Kone");
        ola.post(&action, &[("do", "open")]).await.expect(303);
        ola.get("/actions").await.does_not_say("Nothing to do");
        ola.post(&action, &[("do", "nonsense")]).await.expect(422);
    })
    .await;
}

#[tokio::test]
async fn the_log_is_searched_within_ones_rights() {
    on_both(async |db| {
        let (stage, id) = at_the_meeting(db, false).await;
        let nina = leader(&stage, &[&stage.ola]).await;
        with_actions(&stage, id).await;
        let mut mia = stage.site.signed_in(&stage.mia).await;
        for who in [&stage.anna, &stage.ola, &nina] {
            let mut client = stage.site.signed_in(who).await;
            client.get("/decisions").await.expect(200).says("Ängarna först");
            client.get("/decisions?q=%C3%84NGARNA").await.says("Ängarna först");
            client.get("/decisions?q=berget").await.does_not_say("Ängarna").says("berget");
            client
                .get("/decisions?in=actions&q=call")
                .await
                .says("Call Kone")
                .says("Ola Berg")
                .does_not_say("Ask Volvo");
            client.get("/decisions?in=points&q=kone").await.says("The number: Kone is late");
            client.get("/decisions?in=points&q=%25").await.expect(200);
        }
        for path in ["/decisions", "/decisions?in=actions", "/decisions?in=points"] {
            mia.get(path).await.expect(200).says("Inget är uppskrivet än.").does_not_say("Kone");
        }
    })
    .await;
}

#[tokio::test]
async fn the_average_is_shown_from_four_answers_on() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let mut details = stage.details("Targets", true);
        for name in ["Per Ek", "Pia Ek", "Pelle Ek"] {
            let person = stage.site.person(name, Role::Member, Language::Sv).await;
            let mut invitee = details.invitees[0].clone();
            invitee.guest = sparsam::domain::planning::Guest::Person(person.id);
            details.invitees.push(invitee);
        }
        let (id, _) = stage.plan_as(&stage.anna, details, "2026-11-25T14:00:00").await;
        let path = format!("/meetings/{id}/worth");
        stage.site.signed_in(&stage.ola).await.post(&path, &[("worth", "4")]).await.expect(403);
        pass_to(&stage, "2026-11-25T13:40:00Z");
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let mut ola = stage.site.signed_in(&stage.ola).await;
        for wrong in ["", "0", "6", "x"] {
            ola.post(&path, &[("worth", wrong)]).await.expect(422);
        }
        anna.post(&path, &[("worth", "5")]).await.expect(403);
        ola.get(&format!("/meetings/{id}")).await.says("Was the meeting worth your time?");
        ola.post(&path, &[("worth", "1")]).await.expect(303);
        ola.post(&path, &[("worth", "4")]).await.expect(303);
        for (name, score) in [("Per", "5"), ("Pia", "3")] {
            let link = format!("{}/worth", stage.link(id, name).await);
            let mut guest = stage.site.browser();
            guest.get(&link).await.expect(200).says("Var mötet värt din tid?");
            guest.post(&link, &[]).await.expect(422);
            guest.post(&link, &[("worth", score)]).await.expect(303);
        }
        anna.get(&format!("/meetings/{id}")).await.says("shown once 4 people").does_not_say("of 5,");
        let link = format!("{}/worth", stage.link(id, "Pelle").await);
        stage.site.browser().post(&link, &[("worth", "5")]).await.expect(303);
        anna.get(&format!("/meetings/{id}")).await.says("Worth the time: 4.3 of 5, 4 answers");
        ola.get(&format!("/meetings/{id}")).await.does_not_say("of 5,");
        // Customers are not asked, and old links do nothing.
        let eeva = format!("{}/worth", stage.link(id, "Eeva").await);
        assert_eq!(stage.site.browser().get(&eeva).await.expect(303).location(), eeva.trim_end_matches("/worth"));
        stage.site.clock.pass(TimeDelta::days(8));
        stage.site.browser().post(&link, &[("worth", "1")]).await.expect(303);
        assert_eq!(stage.site.count("SELECT CAST(SUM(score) AS BIGINT) FROM worth").await, 17);
        let forged = stage.site.app.links().token(LinkPurpose::NO_MORE_INVITATIONS, stage.anna.id.uuid(), 1);
        stage.site.browser().get(&format!("/r/{forged}/worth")).await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn the_day_after_ones_week_asks_for_minutes() {
    on_both(async |db| {
        let (stage, id) = at_the_meeting(db, false).await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let asks = format!("href=\"/meetings/{id}/minutes\"");
        minutes(&stage, 60);
        anna.get("/").await.does_not_say(&asks);
        pass_to(&stage, "2026-11-26T07:00:00Z");
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let mut ola = stage.site.signed_in(&stage.ola).await;
        anna.get("/").await.says(&asks).says("Write the minutes: Targets");
        ola.get("/").await.does_not_say(&asks);
        form(&mut anna, id).await.press(&mut anna, "close").await.expect(303);
        anna.get("/").await.does_not_say(&asks);
    })
    .await;
}

#[tokio::test]
async fn what_is_due_stands_in_the_summary() {
    on_both(async |db| {
        let (stage, id) = at_the_meeting(db, false).await;
        with_actions(&stage, id).await;
        stage.site.execute("DELETE FROM outbox").await.unwrap();
        pass_to(&stage, "2026-11-30T08:00:00Z");
        sparsam::app::digest::queue_due(&stage.site.app).await.unwrap();
        let rows =
            stage.site.rows("SELECT recipient, CAST(payload AS TEXT), '' FROM outbox WHERE kind = 'digest'").await;
        let told = |name: &str| rows.iter().find(|row| row.0.starts_with(name)).unwrap().1.contains("Call Kone");
        assert!(told("ola") && !told("sanna"));
    })
    .await;
}

#[tokio::test]
async fn a_meeting_that_was_called_off_has_no_minutes() {
    on_both(async |db| {
        let (stage, id) = at_the_meeting(db, false).await;
        stage.site.execute("UPDATE meeting SET status = 'cancelled'").await.unwrap();
        let mut anna = stage.site.signed_in(&stage.anna).await;
        anna.get(&format!("/meetings/{id}/minutes")).await.expect(404);
        anna.get(&format!("/meetings/{id}/run")).await.expect(404);
        press(&mut anna, id, "begin", "").await.expect(404);
        anna.get(&format!("/meetings/{id}")).await.expect(200).does_not_say("/minutes\"");
    })
    .await;
}

#[tokio::test]
async fn what_one_is_to_do_is_marked_done_by_the_link_of_the_mail() {
    on_both(async |db| {
        let (stage, id) = at_the_meeting(db, true).await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let (ola, eeva) =
            (stage.attendee(id, "Ola").await.id.to_string(), stage.attendee(id, "Eeva").await.id.to_string());
        let typed = form(&mut anna, id).await.set("a.new0.body", "Call Kone").set("a.new0.owner", &ola);
        let typed = typed.set("a.new1.body", "Send drawings").set("a.new1.owner", &eeva).set("a.new1.shared", "yes");
        typed.press(&mut anna, "send").await.expect(303);
        let link = async |name: &str, body: &str| {
            let owner = stage.attendee(id, name).await.id;
            let mut tx = stage.site.db().begin_read().await.unwrap();
            let actions = store::actions::of_meeting(&mut tx, id).await.unwrap();
            let action = actions.iter().find(|action| action.body == body).unwrap().id;
            let (purpose, version) = (LinkPurpose::ACTION, action_links::version(owner));
            format!("/d/{}", stage.site.app.links().token(purpose, action.uuid(), version))
        };
        // Each mail has the links of what its reader is to do, and no others.
        let (calls, draws) = (link("Ola", "Call Kone").await, link("Eeva", "Send drawings").await);
        let mail = async |to: &str| {
            let letter: Letter = serde_json::from_str(&payload(&stage, to).await.unwrap()).unwrap();
            let links = mail_links::for_letter(&stage.site.app, &letter, None);
            sparsam::mail::render::render(&letter, &links).unwrap()
        };
        let (to_ola, to_sanna, to_eeva) = (mail("ola").await, mail("sanna").await, mail("eeva").await);
        assert!(to_ola.text.contains(&calls) && to_ola.html.contains(&calls) && !to_ola.text.contains(&draws));
        assert!(to_eeva.text.contains(&draws) && !to_sanna.text.contains("/d/"));
        // Opening changes nothing, whoever opens it.
        let before = stage.site.fingerprint().await;
        let mut anybody = stage.site.browser();
        anybody.get(&calls).await.expect(200).says("Call Kone").says("Mark as done").does_not_say("drawings");
        assert_eq!(before, stage.site.fingerprint().await);
        for _ in 0..2 {
            anybody.post(&calls, &[("do", "done")]).await.expect(303);
        }
        let done = "SELECT body, state, '' FROM action_item WHERE ended_by IS NOT NULL";
        assert_eq!(stage.site.rows(done).await, [("Call Kone".to_owned(), "done".to_owned(), String::new())]);
        anybody.get(&format!("{calls}?done=1")).await.says("Noted.").says("Not done after all");
        anybody.post(&calls, &[("do", "open")]).await.expect(303);
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM action_item WHERE state = 'done'").await, 0);
        // In the language of its holder, without an account.
        anybody.post(&draws, &[("do", "done")]).await.expect(303);
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM action_item WHERE state = 'done'").await, 1);
        anybody.get(&calls.replace("/d/", "/r/")).await.expect(404);
        anybody.get("/d/nonsense").await.expect(404);
        // Somebody else does it by now: the link opens nothing.
        let sanna = stage.attendee(id, "Sanna").await.id;
        let mut tx = stage.site.db().begin().await.unwrap();
        let mut actions = store::actions::of_meeting(&mut tx, id).await.unwrap();
        for action in &mut actions {
            action.attendee_id = Some(sanna);
        }
        store::actions::save(&mut tx, &actions).await.unwrap();
        tx.commit().await.unwrap();
        anybody.get(&calls).await.expect(404);
        anybody.post(&calls, &[("do", "done")]).await.expect(404);
    })
    .await;
}
