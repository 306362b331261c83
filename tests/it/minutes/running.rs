//! A meeting that runs from the shared screen.

use sparsam::{
    app::{
        course,
        error::{AppError, Refusal},
    },
    domain::{
        course::{Fate, Press},
        ids::MeetingId,
    },
    store,
};

use super::{at_the_meeting, form, leader, minutes, pass_to, press, shown};
use crate::support::{app::Client, db::on_both, dialogue::Dialogue, meetings::Stage};

impl Stage {
    async fn fates(&self, id: sparsam::domain::ids::MeetingId) -> Vec<(Fate, i64, i64)> {
        let mut tx = self.site.db().begin_read().await.unwrap();
        let points = store::course::points(&mut tx, id).await.unwrap();
        points.iter().map(|p| (p.fate, p.seconds, p.added)).collect()
    }
}

#[tokio::test]
async fn everybody_sees_the_same_point_and_the_times_are_kept() {
    on_both(async |db| {
        let (stage, id) = at_the_meeting(db, false).await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let mut ola = stage.site.signed_in(&stage.ola).await;
        let mut mia = stage.site.signed_in(&stage.mia).await;
        mia.get(&format!("/meetings/{id}/run")).await.expect(404);
        anna.get(&format!("/meetings/{id}")).await.says(&format!("href=\"/meetings/{id}/run\""));
        anna.get(&format!("/meetings/{id}/run"))
            .await
            .expect(200)
            .says("Start the meeting")
            .says("http-equiv=\"refresh\"");
        press(&mut anna, id, "begin", "").await.expect(303);
        let page = ola.get(&format!("/meetings/{id}/run")).await;
        page.expect(200).says("<h2 id=\"now-h\" class=\"big\">The number</h2>").says("until 14:10");
        page.says("data-ends=\"2026-11-25T13:10:00Z\"").says("Next: What has moved?");
        minutes(&stage, 4);
        press(&mut ola, id, "more", &page.value_of("point")).await.expect(303);
        anna.get(&format!("/meetings/{id}/run")).await.says("until 14:15");
        minutes(&stage, 8);
        press(&mut anna, id, "next", &page.value_of("point")).await.expect(303);
        ola.get(&format!("/meetings/{id}/run"))
            .await
            .says("class=\"big\">What has moved?</h2>")
            .says("12 min of 15 min");
        let point = shown(&mut ola, id).await;
        press(&mut ola, id, "park", &point).await.expect(303);
        anna.get(&format!("/meetings/{id}/run?still=1")).await.says("All points are done").does_not_say("http-equiv");
        minutes(&stage, 2);
        press(&mut anna, id, "end", "").await.expect(303);
        anna.get(&format!("/meetings/{id}/run")).await.says("The meeting has ended");
        assert_eq!(stage.fates(id).await, [(Fate::Discussed, 720, 5), (Fate::Parked, 0, 0)]);
        // Sixteen of thirty minutes are given back to Anna and Ola; Sanna was only welcome.
        let back = stage.site.rows("SELECT cause, CAST(minutes AS TEXT), '' FROM time_back").await;
        assert_eq!(back, vec![("shortened".to_owned(), "16".to_owned(), String::new()); 2]);
    })
    .await;
}

#[tokio::test]
async fn two_who_press_next_at_once_skip_only_one_point() {
    on_both(async |db| {
        let (stage, id) = at_the_meeting(db, false).await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        press(&mut anna, id, "begin", "").await.expect(303);
        let point = shown(&mut anna, id).await;
        let (app, shown) = (&stage.site.app, point.parse().ok());
        let (one, two) = (stage.actor(&stage.anna).await, stage.actor(&stage.ola).await);
        let (a, b) = tokio::join!(
            course::press(app, &one, id, (shown, Press::Next)),
            course::press(app, &two, id, (shown, Press::Next))
        );
        let mut done = [a.unwrap(), b.unwrap()];
        done.sort_unstable();
        assert_eq!(done, [false, true]);
        assert_eq!(stage.fates(id).await.iter().map(|f| f.0).collect::<Vec<_>>(), [Fate::Discussed, Fate::Now]);
        let late = press(&mut anna, id, "next", &point).await;
        assert!(late.expect(303).location().ends_with("/run?done=behind"));
        anna.get(late.location()).await.says("Somebody was quicker");
    })
    .await;
}

#[tokio::test]
async fn two_who_begin_at_once_begin_once() {
    on_both(async |db| {
        let (stage, id) = at_the_meeting(db, false).await;
        let app = &stage.site.app;
        let (one, two) = (stage.actor(&stage.anna).await, stage.actor(&stage.ola).await);
        let (a, b) = tokio::join!(course::begin(app, &one, id), course::begin(app, &two, id));
        a.and(b).unwrap();
        assert_eq!(stage.fates(id).await.len(), 2);
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM audit WHERE action = 'meeting.begun'").await, 1);
    })
    .await;
}

#[tokio::test]
async fn decisions_and_actions_are_typed_as_they_happen() {
    on_both(async |db| {
        let (stage, id) = at_the_meeting(db, false).await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let mut ola = stage.site.signed_in(&stage.ola).await;
        press(&mut anna, id, "begin", "").await.expect(303);
        let (decisions, actions) = (format!("/meetings/{id}/decisions"), format!("/meetings/{id}/actions"));
        let hostile = "We <b>stop</b>\r\nBcc: a@b";
        let once = anna.get(&format!("/meetings/{id}/run")).await.value_of("once");
        for _ in 0..2 {
            anna.post(&decisions, &[("once", &once), ("decision", hostile)]).await.expect(303);
        }
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM decision").await, 1);
        ola.get(&format!("/meetings/{id}/run")).await.says("We &#60;b&#62;stop&#60;/b&#62; Bcc: a@b");
        let owner = stage.attendee(id, "Ola").await.id.to_string();
        let long = "x".repeat(501);
        for (fields, says) in [
            (vec![("action", ""), ("owner", owner.as_str())], "Fill this in."),
            (vec![("action", long.as_str())], "Use at most 500 characters"),
            (vec![("action", "Call Kone"), ("owner", &owner), ("due", "soonish")], "27 Nov"),
        ] {
            let back = ola.post(&actions, &fields).await;
            back.expect(422).says("class=\"err\"");
            if says == "27 Nov" {
                back.says("value=\"Call Kone\"").says("value=\"soonish\"");
            } else {
                back.says(says);
            }
        }
        let done = ola.post(&actions, &[("action", "Call Kone"), ("owner", &owner), ("due", "friday")]).await;
        assert!(done.expect(303).location().ends_with("/run"));
        anna.get(&format!("/meetings/{id}/run")).await.says("Ola Berg: Call Kone (by Fri 27 Nov)");
        let point = "SELECT title, '', '' FROM course_point WHERE id IN (SELECT point_id FROM decision)";
        assert_eq!(stage.site.rows(point).await[0].0, "The number");
    })
    .await;
}

#[tokio::test]
async fn a_meeting_runs_around_its_time_and_for_those_in_it() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let nina = leader(&stage, &[&stage.ola]).await;
        let (id, _) = stage.plan("Targets", false).await;
        stage.deliver("").await;
        let anna = stage.actor(&stage.anna).await;
        let begin = async |who: &sparsam::app::actor::Actor| course::begin(&stage.site.app, who, id).await;
        pass_to(&stage, "2026-11-25T12:44:59Z");
        assert!(matches!(begin(&anna).await, Err(AppError::Refused(Refusal::NotItsTime))));
        let mut client = stage.site.signed_in(&stage.anna).await;
        client.get(&format!("/meetings/{id}/run")).await.says("This page opens").does_not_say("Start the meeting");
        pass_to(&stage, "2026-11-25T12:45:00Z");
        assert!(matches!(begin(&stage.actor(&stage.mia).await).await, Err(AppError::NotFound)));
        // Who leads somebody in it sees it, and does not write in it.
        assert!(matches!(begin(&stage.actor(&nina).await).await, Err(AppError::Denied)));
        let mut boss = stage.site.signed_in(&nina).await;
        boss.get(&format!("/meetings/{id}/run")).await.expect(200).does_not_say("Start the meeting");
        begin(&stage.actor(&stage.ola).await).await.unwrap();
        pass_to(&stage, "2026-11-25T20:00:00Z");
        let late = course::press(&stage.site.app, &anna, id, (None, Press::Next)).await;
        assert!(matches!(late, Err(AppError::Refused(Refusal::NotItsTime))), "{late:?}");
    })
    .await;
}

#[tokio::test]
async fn a_meeting_that_nobody_ended_ended_when_it_was_planned_to() {
    on_both(async |db| {
        let (stage, id) = at_the_meeting(db, false).await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        press(&mut anna, id, "begin", "").await.expect(303);
        let first = shown(&mut anna, id).await;
        minutes(&stage, 12);
        press(&mut anna, id, "next", &first).await.expect(303);
        let second = shown(&mut anna, id).await;
        pass_to(&stage, "2026-11-26T09:00:00Z");
        let mut anna = stage.site.signed_in(&stage.anna).await;
        anna.get(&format!("/meetings/{id}/run")).await.says("The meeting has ended").does_not_say("value=\"park\"");
        let late = press(&mut anna, id, "park", &second).await;
        assert!(late.expect(303).location().ends_with("?done=behind"));
        press(&mut anna, id, "end", "").await.expect(303);
        assert_eq!(stage.fates(id).await, [(Fate::Discussed, 720, 0), (Fate::Discussed, 1080, 0)]);
        let mut tx = stage.site.db().begin_read().await.unwrap();
        let course = store::course::by_meeting(&mut tx, id).await.unwrap().unwrap();
        assert_eq!(course.ended_at, "2026-11-25T13:30:00Z".parse().ok());
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM time_back").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_meeting_gives_back_what_it_was_planned_for_at_most() {
    on_both(async |db| {
        let (stage, id) = at_the_meeting(db, false).await;
        pass_to(&stage, "2026-11-25T12:45:00Z");
        let mut anna = stage.site.signed_in(&stage.anna).await;
        press(&mut anna, id, "begin", "").await.expect(303);
        press(&mut anna, id, "end", "").await.expect(303);
        assert_eq!(stage.site.count("SELECT MAX(minutes) FROM time_back").await, 30);
    })
    .await;
}

/// Saves the agenda of a meeting with one button of the planner after `change` has been at its form.
async fn edit(client: &mut Client, id: MeetingId, change: impl FnOnce(Dialogue) -> Dialogue) {
    let form = Dialogue::of(client.get(&format!("/meetings/{id}/edit")).await, "plan");
    change(form).press(client, "send").await.expect(303);
}

#[tokio::test]
async fn changes_of_the_agenda_reach_a_meeting_that_runs() {
    on_both(async |db| {
        let (stage, id) = at_the_meeting(db, false).await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let mut ola = stage.site.signed_in(&stage.ola).await;
        press(&mut anna, id, "begin", "").await.expect(303);
        minutes(&stage, 3);
        let point = shown(&mut anna, id).await;
        press(&mut anna, id, "next", &point).await.expect(303);
        // Ola has the minutes open all the while.
        let minutes_form =
            form(&mut ola, id).await.set_point(0, "notes", "We are behind").set_point(1, "notes", "Kone moved");
        edit(&mut anna, id, |form| {
            form.set("title:1", "What moved since Monday?").set("point", "0").set("title:0", "The number, again")
        })
        .await;
        let page = ola.get(&format!("/meetings/{id}/run")).await;
        page.says("class=\"big\">What moved since Monday?</h2>").says("The number, again").says("3 min of 10 min");
        // A new point in front, and the first one taken out: it was discussed, so it stays.
        let form = Dialogue::of(anna.get(&format!("/meetings/{id}/edit")).await, "plan");
        let form = Dialogue::of(form.press(&mut anna, "remove-point:0").await, "plan");
        let form = Dialogue::of(form.press(&mut anna, "add-point").await, "plan").set("title:2", "News from Oslo");
        let form = Dialogue::of(form.press(&mut anna, "up:2").await, "plan");
        form.press(&mut anna, "send").await.expect(303);
        let page = ola.get(&format!("/meetings/{id}/run")).await;
        page.says("The number, again").says("Next: News from Oslo").says("class=\"big\">What moved since Monday?</h2>");
        // What Ola wrote goes to the points it was written about, whatever their places are by now.
        minutes_form.press(&mut ola, "save").await.expect(303);
        let rows = "SELECT title, notes, fate FROM course_point ORDER BY position";
        let row = |title: &str, notes: &str, fate: &str| (title.to_owned(), notes.to_owned(), fate.to_owned());
        assert_eq!(
            stage.site.rows(rows).await,
            [
                row("The number, again", "We are behind", "discussed"),
                row("News from Oslo", "", "ahead"),
                row("What moved since Monday?", "Kone moved", "now"),
            ]
        );
        // What is written about a point that is taken out meanwhile comes back.
        let late = super::form(&mut ola, id).await.set_point(1, "notes", "Oslo is fine");
        edit(&mut anna, id, |form| Dialogue { fields: without(form.fields, "News from Oslo"), ..form }).await;
        late.press(&mut ola, "save").await.expect(409).says("was removed from the agenda").says("Oslo is fine");
        // After the end the agenda changes nothing any more.
        press(&mut anna, id, "end", "").await.expect(303);
        edit(&mut anna, id, |form| form.set("title:1", "Too late").set("title:0", "Too late")).await;
        assert!(stage.site.rows(rows).await.iter().all(|row| row.0 != "Too late"));
    })
    .await;
}

/// The fields without the point of this title.
fn without(fields: Vec<(String, String)>, title: &str) -> Vec<(String, String)> {
    let key = fields.iter().find(|(_, value)| value == title).and_then(|(name, _)| name.split(':').nth(1)).unwrap();
    let key = key.to_owned();
    let of_it =
        |(name, value): &(String, String)| name.ends_with(&format!(":{key}")) || (name == "point" && *value == key);
    fields.into_iter().filter(|field| !of_it(field)).collect()
}

#[tokio::test]
async fn an_end_can_be_taken_back_for_a_minute() {
    on_both(async |db| {
        let (stage, id) = at_the_meeting(db, false).await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let mut ola = stage.site.signed_in(&stage.ola).await;
        press(&mut anna, id, "begin", "").await.expect(303);
        minutes(&stage, 4);
        press(&mut anna, id, "end", "").await.expect(303);
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM time_back").await, 2);
        stage.site.clock.pass(chrono::TimeDelta::seconds(60));
        ola.get(&format!("/meetings/{id}/run")).await.says("Continue the meeting");
        // Two who press at once go on once.
        for client in [&mut ola, &mut anna] {
            press(client, id, "resume", "").await.expect(303);
        }
        assert_eq!(stage.fates(id).await, [(Fate::Now, 0, 0), (Fate::Ahead, 0, 0)]);
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM time_back").await, 0);
        // The clock went on all the time.
        anna.get(&format!("/meetings/{id}/run")).await.says("until 14:10");
        minutes(&stage, 5);
        press(&mut anna, id, "end", "").await.expect(303);
        assert_eq!(stage.fates(id).await[0], (Fate::Discussed, 600, 0));
        stage.site.clock.pass(chrono::TimeDelta::seconds(61));
        anna.get(&format!("/meetings/{id}/run")).await.does_not_say("Continue the meeting");
        let late = press(&mut anna, id, "resume", "").await;
        assert!(late.expect(303).location().ends_with("?done=late"));
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM time_back").await, 2);
        let mut mia = stage.site.signed_in(&stage.mia).await;
        press(&mut mia, id, "resume", "").await.expect(404);
    })
    .await;
}
