//! Forms about a meeting that are open while its agenda changes, and agendas that are made of what comes back.

use sparsam::{
    app::course,
    domain::{course::Fate, ids::PointId},
};

use super::{
    at_the_meeting, carrying::next_meeting, form, minutes, pass_to, plan_anew, points, press, shown,
    writing::run_through,
};
use crate::support::{db::on_both, dialogue::Dialogue};

#[tokio::test]
async fn what_is_written_stays_with_its_point_when_the_agenda_changes() {
    on_both(async |db| {
        let (stage, id) = at_the_meeting(db, true).await;
        let mut ola = stage.site.signed_in(&stage.ola).await;
        let typed = form(&mut ola, id).await.set_point(0, "notes", "Our floor is 90");
        let typed = typed.set_point(1, "notes", "All of it").set_point(1, "shared", "yes");
        let new = stage.site.app.new_id();
        plan_anew(&stage, id, |agenda| {
            agenda.reverse();
            let first = agenda[0].clone();
            agenda.insert(0, sparsam::store::meetings::AgendaItem { id: new, title: "Price".to_owned(), ..first });
        })
        .await;
        typed.press(&mut ola, "save").await.expect(303);
        let kept = points(&stage, id).await;
        let kept: Vec<_> = kept.iter().map(|p| (p.title.as_str(), p.notes.as_str(), p.shared)).collect();
        let expected =
            [("Price", "", false), ("What has moved?", "All of it", true), ("The number", "Our floor is 90", false)];
        assert_eq!(kept, expected);
    })
    .await;
}

#[tokio::test]
async fn words_about_a_point_that_is_gone_come_back() {
    on_both(async |db| {
        let (stage, id) = at_the_meeting(db, false).await;
        let mut ola = stage.site.signed_in(&stage.ola).await;
        let typed = form(&mut ola, id).await.set_point(0, "notes", "Our floor is 90");
        let typed = typed.set_point(1, "standing", "yes").set("result", "On track");
        plan_anew(&stage, id, |agenda| drop(agenda.remove(0))).await;
        let back = typed.press(&mut ola, "save").await;
        back.expect(409).says("removed from the agenda").says("Our floor is 90").says("value=\"On track\"");
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM course").await, 0);
        Dialogue::of(back, "minutes").press(&mut ola, "save").await.expect(303);
        let kept = points(&stage, id).await;
        let kept: Vec<_> = kept.iter().map(|p| (p.title.as_str(), p.notes.as_str(), p.standing)).collect();
        assert_eq!(kept, [("What has moved?", "", true)]);
    })
    .await;
}

#[tokio::test]
async fn private_notes_stay_with_their_points() {
    on_both(async |db| {
        let (stage, id) = at_the_meeting(db, false).await;
        let mut ola = stage.site.signed_in(&stage.ola).await;
        let path = format!("/meetings/{id}/notes");
        let items: Vec<String> = stage.meeting(id).await.agenda.iter().map(|item| format!("n.{}", item.id)).collect();
        ola.get(&path).await.says(&items[0]).says(&items[1]);
        plan_anew(&stage, id, |agenda| agenda.reverse()).await;
        ola.post(&path, &[(&items[0], "About the number"), (&items[1], "About moves")]).await.expect(303);
        let page = ola.get(&path).await.body;
        let (moves, number) = (page.find("About moves").unwrap(), page.find("About the number").unwrap());
        assert!(page.find("What has moved?").unwrap() < moves && moves < page.find("The number").unwrap());
        assert!(page.find("The number").unwrap() < number);
        // A note about a point that is taken out is kept, also when others are saved.
        plan_anew(&stage, id, |agenda| agenda.retain(|item| item.title != "The number")).await;
        ola.post(&path, &[(&items[1], "About moves, again")]).await.expect(303);
        ola.get(&path).await.says("A point that no longer exists").says("About the number").says("again");
        let many: Vec<(String, &str)> = (0..200).map(|n| (format!("n.{}", uuid::Uuid::from_u128(n)), "x")).collect();
        let many: Vec<(&str, &str)> = many.iter().map(|(name, words)| (name.as_str(), *words)).collect();
        ola.post(&path, &many).await.expect(422).says("room for 200");
    })
    .await;
}

#[tokio::test]
async fn a_meeting_without_an_agenda_begins_with_what_comes_back() {
    on_both(async |db| {
        let (stage, id) = at_the_meeting(db, false).await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        press(&mut anna, id, "begin", "").await.expect(303);
        for _ in 0..2 {
            let point = shown(&mut anna, id).await;
            press(&mut anna, id, "park", &point).await.expect(303);
        }
        minutes(&stage, 5);
        press(&mut anna, id, "end", "").await.expect(303);
        let mut details = stage.details("Rest", false);
        details.agenda.clear();
        let (next, _) = stage.plan_as(&stage.anna, details, "2026-12-02T14:00:00").await;
        let chosen = form(&mut anna, id).await.set("next_meeting", &next.to_string());
        chosen.press(&mut anna, "save").await.expect(303);
        pass_to(&stage, "2026-12-02T13:00:00Z");
        let mut anna = stage.site.signed_in(&stage.anna).await;
        press(&mut anna, next, "begin", "").await.expect(303);
        let begun = points(&stage, next).await;
        let fates: Vec<(&str, Fate)> = begun.iter().map(|p| (p.title.as_str(), p.fate)).collect();
        assert_eq!(fates, [("The number", Fate::Now), ("What has moved?", Fate::Ahead)]);
    })
    .await;
}

#[tokio::test]
async fn a_point_that_comes_back_is_told_from_others_before_anything_is_written() {
    on_both(async |db| {
        let (stage, id) = at_the_meeting(db, false).await;
        run_through(&stage, id).await;
        let next = next_meeting(&stage, id).await;
        pass_to(&stage, "2026-12-02T13:00:00Z");
        let mut ola = stage.site.signed_in(&stage.ola).await;
        let typed = form(&mut ola, next).await.set_point(1, "notes", "Moved north");
        let ids = async || -> Vec<PointId> {
            let mut tx = stage.site.db().begin_read().await.unwrap();
            let full = sparsam::store::meetings::by_id(&mut tx, next).await.unwrap().unwrap();
            course::read(&mut tx, full, stage.site.now()).await.unwrap().points.iter().map(|p| p.id).collect()
        };
        let before = ids().await;
        typed.press(&mut ola, "save").await.expect(303);
        assert_eq!(ids().await, before);
        let kept = points(&stage, next).await;
        let kept: Vec<_> = kept.iter().map(|p| (p.title.as_str(), p.notes.as_str())).collect();
        assert_eq!(kept, [("The number", ""), ("What has moved?", "Moved north")]);
    })
    .await;
}
