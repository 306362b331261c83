//! What was not done comes back: in the next date, in a meeting that was named, in a copy.

use sparsam::{
    app::{
        course::{self, Carry},
        error::AppError,
    },
    domain::{course::carry::Choice, ids::MeetingId},
    store,
};

use super::{at_the_meeting, form, pass_to, press, writing::run_through};
use crate::support::{db::on_both, dialogue::Dialogue, meetings::Stage};

/// A second meeting a week later, chosen as the one that takes up what is left.
pub(super) async fn next_meeting(stage: &Stage, id: MeetingId) -> MeetingId {
    let mut details = stage.details("Next targets", false);
    details.agenda.truncate(1);
    let (next, _) = stage.plan_as(&stage.anna, details, "2026-12-02T14:00:00").await;
    stage.deliver("").await;
    let mut anna = stage.site.signed_in(&stage.anna).await;
    let chosen = form(&mut anna, id).await.set("next_meeting", &next.to_string());
    chosen.press(&mut anna, "save").await.expect(303);
    next
}

#[tokio::test]
async fn what_was_not_done_comes_back_by_itself() {
    on_both(async |db| {
        let (stage, id) = at_the_meeting(db, false).await;
        run_through(&stage, id).await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let owner = stage.attendee(id, "Ola").await.id.to_string();
        let typed = form(&mut anna, id).await.set("a.new0.body", "Call Kone").set("a.new0.owner", &owner);
        typed.press(&mut anna, "save").await.expect(303);
        let next = next_meeting(&stage, id).await;
        let page = anna.get(&format!("/meetings/{next}")).await;
        page.says("From last time").says("Ola Berg: Call Kone").says("What has moved?").says("parked last time");
        // What was discussed and has no open action does not come back; it stands on the new agenda anyway.
        assert_eq!(page.body.matches("<strong>The number</strong>").count(), 1, "{}", page.body);
        pass_to(&stage, "2026-12-02T13:00:00Z");
        let mut anna = stage.site.signed_in(&stage.anna).await;
        press(&mut anna, next, "begin", "").await.expect(303);
        let mut tx = stage.site.db().begin_read().await.unwrap();
        let points = store::course::points(&mut tx, next).await.unwrap();
        let titles: Vec<(&str, bool)> = points.iter().map(|p| (p.title.as_str(), p.carried_from.is_some())).collect();
        assert_eq!(titles, [("The number", false), ("What has moved?", true)]);
    })
    .await;
}

#[tokio::test]
async fn a_point_that_comes_back_is_kept_skipped_or_dropped() {
    on_both(async |db| {
        let (stage, id) = at_the_meeting(db, false).await;
        run_through(&stage, id).await;
        let next = next_meeting(&stage, id).await;
        let mut tx = stage.site.db().begin_read().await.unwrap();
        let point = store::course::points(&mut tx, id).await.unwrap()[1].id;
        drop(tx);
        let (anna, ola) = (stage.actor(&stage.anna).await, stage.actor(&stage.ola).await);
        let app = &stage.site.app;
        let carry = |choice| Carry { meeting: next, point, choice };
        assert!(matches!(course::choose(app, &ola, carry(Choice::Keep)).await, Err(AppError::Denied)));
        course::choose(app, &anna, carry(Choice::Skip)).await.unwrap();
        let back = async || {
            let mut tx = stage.site.db().begin_read().await.unwrap();
            let full = store::meetings::by_id(&mut tx, next).await.unwrap().unwrap();
            let opened = course::read(&mut tx, full, stage.site.now()).await.unwrap();
            opened.points.iter().map(|p| p.title.clone()).collect::<Vec<_>>()
        };
        assert_eq!(back().await, ["The number"]);
        course::choose(app, &anna, carry(Choice::Drop)).await.unwrap();
        assert_eq!(back().await, ["The number"]);
        assert!(matches!(course::choose(app, &anna, carry(Choice::Keep)).await, Err(AppError::NotFound)));
        assert_eq!(stage.deliver("").await, Vec::<String>::new());
    })
    .await;
    on_both(async |db| {
        let (stage, id) = at_the_meeting(db, false).await;
        run_through(&stage, id).await;
        let next = next_meeting(&stage, id).await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let page = anna.get(&format!("/meetings/{next}")).await;
        let mark = format!("/meetings/{next}/returning/");
        let at = page.body.find(&mark).unwrap() + mark.len();
        let path = format!("{mark}{}", &page.body[at..at + 36]);
        anna.post(&path, &[("do", "keep")]).await.expect(303);
        anna.get(&format!("/meetings/{next}")).await.says("is on the agenda").does_not_say("value=\"keep\"");
        assert_eq!(stage.meeting(next).await.agenda.len(), 2);
        // Everybody hears that the agenda has changed, and nobody is asked again.
        assert_eq!(stage.deliver("").await, ["agenda_only anna", "agenda_only ola", "agenda_only sanna"]);
        pass_to(&stage, "2026-12-02T13:00:00Z");
        let mut anna = stage.site.signed_in(&stage.anna).await;
        press(&mut anna, next, "begin", "").await.expect(303);
        let late = anna.post(&path, &[("do", "drop")]).await;
        assert!(late.expect(303).location().contains("done=carry-late"));
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM course_point WHERE carried_from IS NOT NULL").await, 1);
    })
    .await;
}

#[tokio::test]
async fn what_was_skipped_comes_back_in_the_meeting_after() {
    on_both(async |db| {
        let (stage, id) = at_the_meeting(db, false).await;
        run_through(&stage, id).await;
        let next = next_meeting(&stage, id).await;
        let mut tx = stage.site.db().begin_read().await.unwrap();
        let point = store::course::points(&mut tx, id).await.unwrap()[1].id;
        drop(tx);
        let actor = stage.actor(&stage.anna).await;
        let skip = Carry { meeting: next, point, choice: Choice::Skip };
        course::choose(&stage.site.app, &actor, skip).await.unwrap();
        pass_to(&stage, "2026-12-02T13:00:00Z");
        course::begin(&stage.site.app, &actor, next).await.unwrap();
        course::end(&stage.site.app, &actor, next).await.unwrap();
        let mut details = stage.details("Last targets", false);
        details.agenda.clear();
        let (last, _) = stage.plan_as(&stage.anna, details, "2026-12-09T14:00:00").await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let chosen = form(&mut anna, next).await.set("next_meeting", &last.to_string());
        chosen.press(&mut anna, "save").await.expect(303);
        let page = anna.get(&format!("/meetings/{last}")).await;
        page.says("What has moved?").says("left out last time");
    })
    .await;
}

#[tokio::test]
async fn a_copied_meeting_offers_what_is_left_of_the_one_it_was_copied_from() {
    on_both(async |db| {
        let (stage, id) = at_the_meeting(db, false).await;
        run_through(&stage, id).await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let copy = Dialogue::of(anna.get(&format!("/meetings/new?copy={id}")).await, "plan");
        let copy = copy.set("title", "Targets again").set("date", "2026-12-02").set("time", "14");
        // The points stand on the copy anyway; without one of them it is offered.
        let copy = Dialogue::of(copy.press(&mut anna, "remove-point:1").await, "plan");
        let sent = copy.press(&mut anna, "send").await;
        let next: MeetingId = sent.expect(303).location().split(['/', '?']).nth(2).unwrap().parse().unwrap();
        let page = anna.get(&format!("/meetings/{next}")).await;
        page.says("From last time").says("What has moved?").says("parked last time");
        // A meeting that was named to take up the rest goes first.
        let named = next_meeting(&stage, id).await;
        anna.get(&format!("/meetings/{next}")).await.does_not_say("From last time");
        anna.get(&format!("/meetings/{named}")).await.says("From last time");
    })
    .await;
}

#[tokio::test]
async fn standing_points_are_marked_where_the_agenda_is_edited() {
    on_both(async |db| {
        let (stage, id) = at_the_meeting(db, false).await;
        run_through(&stage, id).await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        form(&mut anna, id).await.set_point(0, "standing", "yes").press(&mut anna, "save").await.expect(303);
        let next = next_meeting(&stage, id).await;
        let edit = anna.get(&format!("/meetings/{next}/edit")).await;
        assert_eq!(edit.expect(200).body.matches("On the agenda every time").count(), 1);
        anna.get(&format!("/meetings/{id}/edit")).await.does_not_say("On the agenda every time");
    })
    .await;
}
