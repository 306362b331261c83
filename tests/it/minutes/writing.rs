//! Minutes: written by several, closed and opened again.

use sparsam::{
    app::{
        course,
        error::{AppError, Refusal},
    },
    domain::{ids::MeetingId, planning::Point},
};

use super::{at_the_meeting, carrying::next_meeting, form, minutes, of_point, pass_to, press, shown};
use crate::support::{db::on_both, dialogue::Dialogue, meetings::Stage};

pub(super) async fn run_through(stage: &Stage, id: MeetingId) {
    let mut anna = stage.site.signed_in(&stage.anna).await;
    press(&mut anna, id, "begin", "").await.expect(303);
    let first = shown(&mut anna, id).await;
    minutes(stage, 9);
    press(&mut anna, id, "next", &first).await.expect(303);
    let second = shown(&mut anna, id).await;
    press(&mut anna, id, "park", &second).await.expect(303);
    press(&mut anna, id, "end", "").await.expect(303);
}

#[tokio::test]
async fn two_who_write_at_once_lose_nothing() {
    on_both(async |db| {
        let (stage, id) = at_the_meeting(db, false).await;
        minutes(&stage, 40);
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let mut ola = stage.site.signed_in(&stage.ola).await;
        let by_anna = form(&mut anna, id).await.set("result", "On track").set("d.new0.body", "Go north");
        let by_ola = form(&mut ola, id).await.set_point(0, "notes", "Kone is late").set("d.new0.body", "Go south");
        by_anna.press(&mut anna, "save").await.expect(303);
        // Both wrote a first decision; whose row is whose is not for them to know, so both are kept.
        let both = by_ola.press(&mut ola, "save").await;
        both.expect(303);
        let page = form(&mut anna, id).await.page;
        page.says("value=\"On track\"").says("Kone is late").says("value=\"Go north\"").says("value=\"Go south\"");

        // The same field: the second sees both texts, and decides.
        let by_anna = form(&mut anna, id).await.set_point(0, "notes", "Kone is late").set("result", "Nearly on track");
        let by_ola = form(&mut ola, id).await.set_point(0, "notes", "Kone is late").set("result", "Off track");
        by_anna.press(&mut anna, "save").await.expect(303);
        let back = by_ola.press(&mut ola, "save").await;
        back.expect(409).says("value=\"Off track\"").says("Somebody else wrote:").says("Nearly on track");
        let again = Dialogue::of(back, "minutes").set_point(0, "notes", "Kone is late");
        again.press(&mut ola, "save").await.expect(303);
        form(&mut anna, id).await.page.says("value=\"Off track\"").does_not_say("Nearly on track");
        assert_eq!(stage.site.count("SELECT version FROM course").await, 4);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_read_comes_back_with_everything_typed() {
    on_both(async |db| {
        let (stage, id) = at_the_meeting(db, false).await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let long = "x".repeat(501);
        let typed = form(&mut anna, id).await.set("a.new0.body", "Call Kone").set("a.new0.due", "32 Nov");
        let back = typed.set("result", &long).press(&mut anna, "save").await;
        back.expect(422).says("value=\"Call Kone\"").says("value=\"32 Nov\"").says(&long).says("href=\"#a.new0.due\"");
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM course").await, 0);
        // Made-up words and people count as nothing said; too many rows are refused with words.
        let strange = form(&mut anna, id).await.set("outcome", "x").set("a.new0.body", "Call").set("a.new0.owner", "y");
        strange.press(&mut anna, "save").await.expect(303);
        let mut many = form(&mut anna, id).await;
        for number in 0..61 {
            many = many.set(&format!("d.new{number}.body"), "More");
        }
        many.press(&mut anna, "save").await.expect(422).says("room for 60 of these");
        let mut mia = stage.site.signed_in(&stage.mia).await;
        mia.post(&format!("/meetings/{id}/minutes"), &[]).await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn closed_minutes_stay_as_they_are_until_they_are_opened_again() {
    on_both(async |db| {
        let (stage, id) = at_the_meeting(db, false).await;
        run_through(&stage, id).await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let mut ola = stage.site.signed_in(&stage.ola).await;
        // Filled from the run: what was discussed, what was put off, who had said yes.
        let filled = form(&mut anna, id).await;
        let value = |name: &str| filled.fields.iter().find(|f| f.0 == name).map(|f| f.1.clone()).unwrap();
        assert_eq!(
            (
                value(&of_point(&filled.page, 0, "fate")).as_str(),
                value(&of_point(&filled.page, 1, "fate")).as_str(),
                value("outcome").as_str()
            ),
            ("discussed", "parked", "held")
        );
        let late = form(&mut ola, id).await.set("result", "Too late");
        let here = format!("here.{}", stage.attendee(id, "Ola").await.id);
        let closed = filled.set(&here, "attended").set("d.new0.body", "Go north").press(&mut anna, "send").await;
        assert!(closed.expect(303).location().ends_with("?done=closed&mails=3"), "{}", closed.location());
        anna.get(closed.location())
            .await
            .says("3 emails go out in a minute")
            .says("Go north")
            .does_not_say("id=\"minutes\"");
        late.press(&mut ola, "save").await.expect(409).says("Too late").says("closed in the meantime");
        let mut member = stage.site.signed_in(&stage.ola).await;
        member.post(&format!("/meetings/{id}/minutes/reopening"), &[]).await.expect(403);
        // Opened again within the minute, nothing leaves.
        anna.post(&format!("/meetings/{id}/minutes/reopening"), &[]).await.expect(303);
        assert_eq!(stage.deliver("").await, Vec::<String>::new());
        let again = form(&mut anna, id).await.set("result", "Better");
        again.press(&mut anna, "send").await.expect(303);
        assert_eq!(stage.deliver("").await, ["minutes anna", "minutes ola", "minutes sanna"]);
        let first = anna.get(&format!("/meetings/{id}/minutes/editions/1")).await;
        first.expect(200).says("Go north").says("Opened again by Anna Lind").does_not_say("Better");
        anna.get(&format!("/meetings/{id}/minutes/editions/2")).await.expect(200).says("Better");
        anna.get(&format!("/meetings/{id}/minutes/editions/3")).await.expect(404);
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM attendance WHERE presence = 'attended'").await, 2);
    })
    .await;
}

#[tokio::test]
async fn only_those_who_may_change_the_meeting_close_its_minutes() {
    on_both(async |db| {
        let (stage, id) = at_the_meeting(db, false).await;
        let mut ola = stage.site.signed_in(&stage.ola).await;
        let page = form(&mut ola, id).await;
        page.page.does_not_say("value=\"send\"").does_not_say("value=\"close\"");
        let mut fields = page.fields.clone();
        fields.push(("do".to_owned(), "close".to_owned()));
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        ola.post(&format!("/meetings/{id}/minutes"), &fields).await.expect(403);
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM course").await, 0);
    })
    .await;
}

#[tokio::test]
async fn minutes_before_closed_ones_stay_closed() {
    on_both(async |db| {
        let (stage, id) = at_the_meeting(db, false).await;
        run_through(&stage, id).await;
        let next = next_meeting(&stage, id).await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        form(&mut anna, id).await.press(&mut anna, "close").await.expect(303);
        pass_to(&stage, "2026-12-02T14:00:00Z");
        let mut anna = stage.site.signed_in(&stage.anna).await;
        form(&mut anna, next).await.press(&mut anna, "close").await.expect(303);
        let actor = stage.actor(&stage.anna).await;
        let late = course::reopen(&stage.site.app, &actor, id).await;
        assert!(matches!(late, Err(AppError::Refused(Refusal::NextClosed))), "{late:?}");
        anna.get(&format!("/meetings/{id}/minutes")).await.does_not_say("/reopening");
        course::reopen(&stage.site.app, &actor, next).await.unwrap();
        course::reopen(&stage.site.app, &actor, id).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn private_notes_are_nobody_elses() {
    on_both(async |db| {
        let (stage, id) = at_the_meeting(db, true).await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let mut ola = stage.site.signed_in(&stage.ola).await;
        let path = format!("/meetings/{id}/notes");
        let (whole, first) = (format!("n.{id}"), format!("n.{}", stage.meeting(id).await.agenda[0].id));
        anna.post(&path, &[(&whole, "Ola looked tired"), (&first, "Ask him")]).await.expect(303);
        anna.get(&path).await.says("Ola looked tired").says("Ask him");
        run_through(&stage, id).await;
        anna.get(&path).await.says("Ask him");
        form(&mut anna, id).await.press(&mut anna, "send").await.expect(303);
        for page in [path.clone(), format!("/meetings/{id}/minutes"), format!("/meetings/{id}/minutes/editions/1")] {
            ola.get(&page).await.expect(200).does_not_say("tired").does_not_say("Ask him");
        }
        let payloads = stage.site.rows("SELECT CAST(payload AS TEXT), '', '' FROM outbox").await;
        assert!(payloads.iter().all(|row| !row.0.contains("tired") && !row.0.contains("Ask him")));
        let long = "x".repeat(8_001);
        anna.post(&path, &[(&whole, &long)]).await.expect(422).says(&long);
        // What a form does not carry stays.
        anna.post(&path, &[(&whole, "")]).await.expect(303);
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM private_note").await, 1);
        anna.post(&path, &[(&first, "")]).await.expect(303);
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM private_note").await, 0);
    })
    .await;
}

#[tokio::test]
async fn nothing_is_presumed_before_the_meeting_is_over() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan("Targets", false).await;
        stage.deliver("").await;
        pass_to(&stage, "2026-11-25T12:50:00Z");
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let filled = form(&mut anna, id).await;
        assert_eq!(filled.value(&of_point(&filled.page, 0, "fate")), "ahead");
        let here = format!("here.{}", stage.attendee(id, "Anna").await.id);
        assert_eq!(filled.value(&here), "");
        filled.set("result", "We want a decision").press(&mut anna, "save").await.expect(303);
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM attendance").await, 0);
        // Nobody runs it: when it is over, its points are taken to be through.
        pass_to(&stage, "2026-11-25T13:40:00Z");
        let filled = form(&mut anna, id).await;
        assert_eq!(filled.value(&of_point(&filled.page, 0, "fate")), "discussed");
        assert_eq!(filled.value(&here), "attended");
        // What somebody says about it then stands.
        filled.set_point(0, "fate", "ahead").press(&mut anna, "save").await.expect(303);
        let filled = form(&mut anna, id).await;
        assert_eq!(filled.value(&of_point(&filled.page, 0, "fate")), "ahead");
    })
    .await;
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan("Targets", false).await;
        stage.deliver("").await;
        pass_to(&stage, "2026-11-25T12:50:00Z");
        let mut anna = stage.site.signed_in(&stage.anna).await;
        form(&mut anna, id).await.press(&mut anna, "save").await.expect(303);
        pass_to(&stage, "2026-11-25T13:00:00Z");
        press(&mut anna, id, "begin", "").await.expect(303);
        anna.get(&format!("/meetings/{id}/run")).await.says("class=\"big\">The number</h2>");
    })
    .await;
}

#[tokio::test]
async fn after_two_weeks_only_those_who_lead_the_organizer_open_minutes_again() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let nina = super::leader(&stage, &[&stage.ola]).await;
        let (id, _) = stage.plan_as(&stage.ola, stage.details_of_ola(), "2026-11-25T14:00:00").await;
        stage.deliver("").await;
        pass_to(&stage, "2026-11-25T14:00:00Z");
        let mut ola = stage.site.signed_in(&stage.ola).await;
        let reopening = format!("/meetings/{id}/minutes/reopening");
        form(&mut ola, id).await.press(&mut ola, "close").await.expect(303);
        pass_to(&stage, "2026-12-09T14:00:00Z");
        let mut ola = stage.site.signed_in(&stage.ola).await;
        ola.post(&reopening, &[]).await.expect(303);
        form(&mut ola, id).await.press(&mut ola, "close").await.expect(303);
        pass_to(&stage, "2026-12-23T14:00:01Z");
        let mut ola = stage.site.signed_in(&stage.ola).await;
        ola.get(&format!("/meetings/{id}/minutes")).await.expect(200).does_not_say("/reopening");
        let late = ola.post(&reopening, &[]).await;
        assert!(late.expect(303).location().ends_with("?done=locked"));
        ola.get(late.location()).await.says("more than 14 days ago");
        // What was closed stays, also when somebody opens them again.
        stage.site.signed_in(&nina).await.post(&reopening, &[]).await.expect(303);
        form(&mut ola, id).await.set("result", "Corrected").press(&mut ola, "close").await.expect(303);
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM minutes_edition").await, 3);
        ola.get(&format!("/meetings/{id}/minutes/editions/2")).await.expect(200).does_not_say("Corrected");
    })
    .await;
}

#[tokio::test]
async fn long_minutes_fit_into_their_form_and_longer_ones_come_back() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let mut details = stage.details("Targets", false);
        details.agenda = (0..14)
            .map(|number| Point { title: format!("Point {number}"), minutes: 1, ..details.agenda[0].clone() })
            .collect();
        let (id, _) = stage.plan_as(&stage.anna, details, "2026-11-25T14:00:00").await;
        stage.deliver("").await;
        pass_to(&stage, "2026-11-25T13:10:00Z");
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let long = "å".repeat(7_900);
        let mut typed = form(&mut anna, id).await;
        for place in 0..12 {
            typed = typed.set_point(place, "notes", &long);
        }
        let more = typed.clone().set_point(12, "notes", &long);
        more.press(&mut anna, "save").await.expect(422).says("All of it together is too long").says(&long);
        typed.press(&mut anna, "save").await.expect(303);
        let notes: Vec<(String, &str)> =
            stage.meeting(id).await.agenda.iter().map(|item| (format!("n.{}", item.id), long.as_str())).collect();
        let notes: Vec<(&str, &str)> = notes.iter().map(|(name, words)| (name.as_str(), *words)).collect();
        let path = format!("/meetings/{id}/notes");
        anna.post(&path, &notes).await.expect(422).says("All of it together is too long");
        anna.post(&path, &notes[..12]).await.expect(303);
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM private_note").await, 12);
    })
    .await;
}

impl Stage {
    /// As Ola would plan it: with Anna instead of himself.
    fn details_of_ola(&self) -> sparsam::domain::planning::Details {
        use sparsam::domain::planning::Guest;
        let mut details = self.details("North", false);
        for invitee in &mut details.invitees {
            if matches!(invitee.guest, Guest::Person(id) if id == self.ola.id) {
                invitee.guest = Guest::Person(self.anna.id);
            }
        }
        details
    }
}

#[tokio::test]
async fn saving_keeps_what_those_who_left_the_meeting_did_and_do() {
    on_both(async |db| {
        let (stage, id) = at_the_meeting(db, false).await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let ola = stage.attendee(id, "Ola").await.id.to_string();
        let typed = form(&mut anna, id).await.set("a.new0.body", "Call Kone").set("a.new0.owner", &ola);
        typed.set(&format!("here.{ola}"), "attended").press(&mut anna, "save").await.expect(303);
        let removed = "UPDATE attendee SET removed_at = (SELECT created_at FROM course) WHERE name = 'Ola Berg'";
        stage.site.execute(removed).await.unwrap();
        form(&mut anna, id).await.set("result", "On track").press(&mut anna, "save").await.expect(303);
        let owned = "SELECT COUNT(*) FROM action_item WHERE attendee_id IS NOT NULL AND person_id IS NOT NULL";
        assert_eq!(stage.site.count(owned).await, 1);
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM attendance WHERE presence = 'attended'").await, 1);
    })
    .await;
}

#[tokio::test]
async fn whoever_is_taken_out_of_a_meeting_keeps_no_point_of_it() {
    on_both(async |db| {
        let (stage, id) = at_the_meeting(db, false).await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        press(&mut anna, id, "begin", "").await.expect(303);
        anna.get(&format!("/meetings/{id}/run")).await.says("Ola Berg · ");
        // Something that he is to do stays his, with his name.
        let owner = stage.attendee(id, "Ola").await.id.to_string();
        let action = [("action", "Call Kone"), ("owner", owner.as_str())];
        anna.post(&format!("/meetings/{id}/actions"), &action).await.expect(303);
        let edit = Dialogue::of(anna.get(&format!("/meetings/{id}/edit")).await, "plan");
        let edit = Dialogue::of(edit.press(&mut anna, &format!("remove-person:p:{}", stage.ola.id)).await, "plan");
        edit.press(&mut anna, "send").await.expect(303);
        let full = stage.meeting(id).await;
        assert!(full.agenda.iter().all(|item| item.owner_id.is_none()));
        let page = anna.get(&format!("/meetings/{id}/run")).await;
        page.expect(200).does_not_say("Ola Berg · ").says("Ola Berg: Call Kone");
        press(&mut anna, id, "end", "").await.expect(303);
        let minutes = form(&mut anna, id).await;
        minutes.page.does_not_say(&format!("here.{owner}"));
        minutes.press(&mut anna, "send").await.expect(303);
        let owners = "SELECT body, state, '' FROM action_item WHERE person_id IS NOT NULL";
        assert_eq!(stage.site.rows(owners).await.len(), 1, "saving the minutes leaves it his");
        let mut ola = stage.site.signed_in(&stage.ola).await;
        ola.get("/actions").await.says("Call Kone");
    })
    .await;
}
