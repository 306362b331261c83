//! The meeting that takes up what another leaves: who may choose it, who learns of it, and what comes back there.

use sparsam::{domain::ids::MeetingId, domain::planning::Details};

use super::{at_the_meeting, form, minutes, pass_to, press, shown, writing::run_through};
use crate::support::{db::on_both, meetings::Stage};

/// Another meeting of Anna's.
async fn planned(stage: &Stage, details: Details, at: &str) -> MeetingId {
    let (id, _) = stage.plan_as(&stage.anna, details, at).await;
    stage.deliver("").await;
    id
}

/// With these of Ola, Sanna and Eeva only.
fn with(stage: &Stage, title: &str, who: &[usize]) -> Details {
    let mut details = stage.details(title, true);
    details.invitees = who.iter().map(|at| details.invitees[*at].clone()).collect();
    details.agenda.clear();
    details
}

const CHOSEN: &str = "SELECT COUNT(*) FROM course WHERE next_meeting IS NOT NULL";

#[tokio::test]
async fn only_those_who_may_change_a_meeting_say_which_one_follows() {
    on_both(async |db| {
        let (stage, id) = at_the_meeting(db, false).await;
        let secret = planned(&stage, with(&stage, "Your salary", &[1]), "2026-12-02T14:00:00").await;
        let shared = planned(&stage, with(&stage, "More numbers", &[0]), "2026-12-03T14:00:00").await;
        let mut ola = stage.site.signed_in(&stage.ola).await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        form(&mut anna, id).await.page.says("Your salary").says("More numbers");
        let typed = form(&mut ola, id).await.set("result", "On track");
        typed.page.does_not_say("Your salary");
        for other in [secret, shared] {
            let back = typed.clone().set("next_meeting", &other.to_string()).press(&mut ola, "save").await;
            back.expect(422).says("value=\"On track\"").says("cannot take up what is left").says("#next_meeting");
        }
        // Nobody chooses one that is over.
        let past = planned(&stage, with(&stage, "Later today", &[0]), "2026-11-25T16:00:00").await;
        stage.site.execute("UPDATE meeting SET status = 'cancelled' WHERE title = 'Later today'").await.unwrap();
        for other in [past, id] {
            let wrong = form(&mut anna, id).await.set("next_meeting", &other.to_string());
            wrong.press(&mut anna, "save").await.expect(422);
        }
        assert_eq!(stage.site.count(CHOSEN).await, 0);
        // What stands is kept by those who may not choose, and by those who save when it has begun.
        let chosen = form(&mut anna, id).await.set("next_meeting", &secret.to_string());
        chosen.press(&mut anna, "save").await.expect(303);
        let typed = form(&mut ola, id).await.set("result", "On track");
        typed.page.says("Another meeting, which you do not see").does_not_say("Your salary");
        typed.clone().set("next_meeting", "").press(&mut ola, "save").await.expect(422);
        typed.press(&mut ola, "save").await.expect(303);
        pass_to(&stage, "2026-12-02T13:10:00Z");
        let mut anna = stage.site.signed_in(&stage.anna).await;
        form(&mut anna, id).await.set("result", "Nearly").press(&mut anna, "save").await.expect(303);
        assert_eq!(stage.site.count(CHOSEN).await, 1);
    })
    .await;
}

#[tokio::test]
async fn several_meetings_leave_their_rest_to_the_same_one() {
    on_both(async |db| {
        let (stage, first) = at_the_meeting(db, false).await;
        let mut details = stage.details("Again", false);
        details.agenda[1].title = "Who goes north?".to_owned();
        let second = planned(&stage, details, "2026-11-25T16:00:00").await;
        let last = planned(&stage, with(&stage, "Rest", &[0]), "2026-12-02T14:00:00").await;
        run_through(&stage, first).await;
        pass_to(&stage, "2026-11-25T15:00:00Z");
        let mut anna = stage.site.signed_in(&stage.anna).await;
        press(&mut anna, second, "begin", "").await.expect(303);
        let point = shown(&mut anna, second).await;
        press(&mut anna, second, "park", &point).await.expect(303);
        minutes(&stage, 5);
        press(&mut anna, second, "end", "").await.expect(303);
        for (id, action) in [(first, "Call Kone"), (second, "Ask Volvo")] {
            let typed = form(&mut anna, id).await.set("next_meeting", &last.to_string()).set("a.new0.body", action);
            let fate = super::of_point(&typed.page, 1, "fate");
            typed.set(&fate, "parked").press(&mut anna, "save").await.expect(303);
        }
        let page = anna.get(&format!("/meetings/{last}")).await;
        page.says("Call Kone").says("Ask Volvo").says("What has moved?").says("Who goes north?").says("The number");
    })
    .await;
}

/// What the mail about the minutes says.
async fn told(stage: &Stage, who: &str) -> String {
    let rows = stage.site.rows("SELECT recipient, CAST(payload AS TEXT), '' FROM outbox WHERE kind = 'minutes'").await;
    rows.into_iter().rev().find(|row| row.0.starts_with(who)).unwrap().1
}

#[tokio::test]
async fn whoever_is_not_in_the_next_meeting_does_not_learn_when_it_is() {
    // Who of Ola, Sanna and Eeva takes part in the next meeting, and who learns of it.
    let cases: [(&[usize], &[&str]); 2] = [(&[0], &["anna", "ola"]), (&[1, 2], &["anna", "sanna", "eeva"])];
    for (who, knows) in cases {
        on_both(async |db| {
            let (stage, id) = at_the_meeting(db, true).await;
            let next = planned(&stage, with(&stage, "What to charge", who), "2026-12-02T14:00:00").await;
            let mut anna = stage.site.signed_in(&stage.anna).await;
            let typed = form(&mut anna, id).await.set("result", "They want it").set("shared", "yes");
            typed.set("next_meeting", &next.to_string()).press(&mut anna, "send").await.expect(303);
            for name in ["anna", "ola", "sanna", "eeva"] {
                let says = told(&stage, name).await.contains("2026-12-02T13:00:00Z");
                assert_eq!(says, knows.contains(&name), "{name}");
            }
            let mut ola = stage.site.signed_in(&stage.ola).await;
            for path in ["minutes", "minutes/editions/1"] {
                let path = format!("/meetings/{id}/{path}");
                anna.get(&path).await.expect(200).says("The next meeting is");
                let says = ola.get(&path).await.expect(200).body.contains("The next meeting is");
                assert_eq!(says, knows.contains(&"ola"), "{path}");
            }
        })
        .await;
    }
}
