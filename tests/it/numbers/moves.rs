//! A move that was a mistake is taken back with one click, and figures know nothing of it.

use super::*;

/// Everything about the way of the only opportunity.
async fn way(site: &TestApp) -> Vec<(String, String, String)> {
    site.rows(
        "SELECT to_stage, COALESCE(left_to, ''), CAST(COALESCE(days, -1) * 1000 + age AS TEXT) FROM stage_change
         ORDER BY version",
    )
    .await
}

#[tokio::test]
async fn a_move_is_taken_back_whole() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let account = site.account("Bergvik", Some(anna.id)).await;
        let sale = Sale::new(account, Some(anna.id), &[(FirstContact, 12), (Closing, 2)]).worth(1_000, "SEK");
        let id = site.sale(Sale { probability: Some(75), ..sale }).await;
        let page = format!("/opportunities/{id}");
        let row = "SELECT stage, CAST(probability AS TEXT), CAST(stage_at AS TEXT) FROM opportunity";
        let (before, old_way) = (site.rows(row).await, way(&site).await);
        assert_eq!(old_way[0], ("first_contact".to_owned(), "closing".to_owned(), "10000".to_owned()));
        let mut client = site.signed_in(&anna).await;
        let lost = [
            ("stage", "lost"),
            ("version", "2"),
            ("lost_reason", "price"),
            ("lost_note", "Too much"),
            ("next_step", "None"),
        ];
        let done = client.post(&format!("{page}/stage"), &lost).await;
        assert_eq!(done.expect(303).location(), format!("{page}?done=moved"));
        let undo = format!("{page}/moves/3/undoing");
        client.get(&format!("{page}?done=moved")).await.says(&format!("action=\"{undo}\""));
        client.get(&format!("/opportunities?view=board&done=moved&moved={id}")).await.says(&undo);
        assert_eq!(way(&site).await[1].1, "lost");
        let undone = client.post(&undo, &[]).await;
        assert_eq!(undone.expect(303).location(), format!("{page}?done=undone"));
        assert_eq!((site.rows(row).await, way(&site).await), (before, old_way));
        client
            .get(&format!("{page}?done=undone"))
            .await
            .says("Undone. The opportunity is back at its earlier stage.")
            .does_not_say("Too much");
        // Once; what came before stays.
        for version in [2, 3, 4] {
            let again = client.post(&format!("{page}/moves/{version}/undoing"), &[]).await;
            assert_eq!(again.expect(303).location(), format!("{page}?done=too-late"), "{version}");
        }
        client.get("/admin/audit").await.says("Undid a move of an opportunity");
        client.get("/numbers.csv?table=reasons").await.expect(200).does_not_say("Price");
    })
    .await;
}

#[tokio::test]
async fn a_move_stays_when_something_changed_since_or_time_has_passed() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let erik = site.person("Erik Sund", Role::Member, Language::En).await;
        let account = site.account("Bergvik", Some(anna.id)).await;
        let id = site.sale(Sale::new(account, Some(anna.id), &[(Needs, 12)])).await;
        let page = format!("/opportunities/{id}");
        let mut client = site.signed_in(&anna).await;
        let mut other = site.signed_in(&erik).await;
        client.post(&format!("{page}/stage"), &[("stage", "quote"), ("version", "1")]).await.expect(303);
        // Not theirs to take back, nor to be offered.
        other.post(&format!("{page}/moves/2/undoing"), &[]).await.expect(403);
        other.get(&format!("{page}?done=moved")).await.does_not_say("undoing");
        client.post(&format!("{page}/stage"), &[("stage", "quote"), ("version", "2"), ("next_step", "Call")]).await;
        let late = client.post(&format!("{page}/moves/3/undoing"), &[]).await;
        assert_eq!(late.expect(303).location(), format!("{page}?done=too-late"));
        client.post(&format!("{page}/stage"), &[("stage", "won"), ("version", "3")]).await.expect(303);
        site.clock.pass(TimeDelta::minutes(11));
        client.get(&format!("{page}?done=moved")).await.says("The change is saved.").does_not_say("undoing");
        let late = client.post(&format!("{page}/moves/4/undoing"), &[]).await;
        assert_eq!(late.expect(303).location(), format!("{page}?done=too-late"));
        assert_eq!(site.count("SELECT COUNT(*) FROM opportunity WHERE stage = 'won'").await, 1);
        client.post(&format!("/opportunities/{}/moves/1/undoing", uuid::Uuid::nil()), &[]).await.expect(404);
    })
    .await;
}
