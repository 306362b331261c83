//! Who prepares points, and what they tell to whom.

use chrono::TimeDelta;
use sparsam::domain::{
    agenda::ItemKind,
    language::Language,
    meeting::AttendeeRole,
    person::Role,
    planning::{Details, Guest, Invitee, Owner},
};

use super::{page_of, point};
use crate::support::{db::on_both, meetings::Stage};

#[tokio::test]
async fn figures_of_meetings_that_one_does_not_see_stay_there() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let mut details = stage.with_points(false);
        details.invitees.remove(0);
        let (first, _) = stage.plan_as(&stage.anna, details, "2026-11-25T14:00:00").await;
        let first = stage.meeting(first).await;
        let second = stage.planned(false, "2026-12-02T14:00:00").await;
        let score = |actual: &'static str| [("version", "0"), ("metric-0", "Orders"), ("actual-0", actual)];
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let mut ola = stage.site.signed_in(&stage.ola).await;
        let mut sanna = stage.site.signed_in(&stage.sanna).await;
        anna.post(&format!("{}/scorecard", page_of(&first, "The number")), &score("7734")).await.expect(303);
        ola.post(&format!("{}/scorecard", page_of(&second, "The number")), &score("9")).await.expect(303);
        let page = format!("/meetings/{}", second.meeting.id);
        // Sanna is in both.
        for reader in [&mut anna, &mut sanna] {
            let page = reader.get(&page).await.expect(200).body.replace(['\u{a0}', '\u{202f}', ','], "");
            assert!(page.contains("7734"), "{page}");
        }
        let page = ola.get(&page).await.expect(200).body.replace(['\u{a0}', '\u{202f}', ','], "");
        assert!(page.contains("Orders") && !page.contains("7734"), "{page}");
    })
    .await;
}

#[tokio::test]
async fn viewers_prepare_nothing() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let lena = stage.site.person("Lena Ek", Role::Viewer, Language::En).await;
        let guest =
            Invitee { guest: Guest::Person(lena.id), role: AttendeeRole::Required, why: String::new(), points: None };
        let agenda = vec![point(ItemKind::Targets, "The number", Owner::Invitee(0))];
        let details = Details { agenda, invitees: vec![guest], ..stage.details("Targets", false) };
        let (id, _) = stage.plan_as(&stage.anna, details, "2026-11-25T14:00:00").await;
        let full = stage.meeting(id).await;
        let page = page_of(&full, "The number");
        let mut client = stage.site.signed_in(&lena).await;
        client.get(&format!("/meetings/{id}")).await.expect(200).does_not_say(&page);
        client.get(&page).await.expect(403);
        for what in ["content", "scorecard", "scorecard/file", "thanks"] {
            client.post(&format!("{page}/{what}"), &[("version", "0"), ("notes", "x")]).await.expect(403);
        }
        let actor = stage.actor(&lena).await;
        assert!(actor.may_prepare(&full, &full.agenda[0]).is_err());
    })
    .await;
}

#[tokio::test]
async fn only_those_in_the_meeting_are_thanked_there() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let details = Details { title: "Project Walrus".to_owned(), ..stage.with_points(false) };
        let (id, _) = stage.plan_as(&stage.anna, details, "2026-11-25T14:00:00").await;
        let page = format!("{}/thanks", page_of(&stage.meeting(id).await, "Thanks"));
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let (mia, ola) = (stage.mia.id.to_string(), stage.ola.id.to_string());
        let back = anna.post(&page, &[("person", &mia), ("reason", "Ten contracts")]).await;
        back.expect(422).says("no longer here").says("Ten contracts");
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM recognition").await, 0);
        anna.post(&page, &[("person", &ola), ("reason", "Ten contracts")]).await.expect(303);
        stage.site.clock.pass(TimeDelta::days(3));
        let mut ola = stage.site.signed_in(&stage.ola).await;
        ola.get("/recognitions").await.says("Ten contracts").says("Project Walrus");
        // Whoever is taken out of the meeting keeps the thanks, and learns no more about it.
        let removed = "UPDATE attendee SET removed_at = starts_at WHERE name = 'Ola Berg'";
        stage.site.execute(removed).await.unwrap();
        ola.get("/recognitions").await.says("Ten contracts").does_not_say("Project Walrus");
    })
    .await;
}
