//! Teams: who sees them, who changes them.

use sparsam::domain::{ids::TeamId, language::Language, person::Role};

use crate::{
    settings::HOSTILE,
    support::{app::TestApp, db::on_both},
};

#[tokio::test]
async fn an_administrator_makes_renames_and_deletes_a_team() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let mut browser = site.signed_in(&anna).await;
        let once = browser.get("/admin/teams").await.expect(200).value_of("once");
        let form = [("once", once.as_str()), ("name", "Sales  North")];
        let made = browser.post("/admin/teams", &form).await;
        let again = browser.post("/admin/teams", &form).await;
        assert_eq!(made.expect(303).location(), again.expect(303).location(), "sent twice, made once");
        assert_eq!(site.count("SELECT COUNT(*) FROM team").await, 1);
        let path = made.location().split('?').next().unwrap().to_owned();
        browser.get(made.location()).await.expect(200).says("Sales North").says("The team has been created.");
        browser.post("/admin/teams", &[("name", "sales north")]).await.expect(422).says("id=\"name-e\"");
        browser.post(&path, &[("name", "Sales South")]).await.expect(303);
        browser.get("/teams").await.says("Sales South").says("/cal/this-week?team=");
        browser.get(&format!("{path}/deletion")).await.expect(200).says("Delete the team Sales South?");
        browser.post(&format!("{path}/deletion"), &[]).await.expect(303);
        browser.get(&path).await.expect(404);
        let deeds =
            site.rows("SELECT action, actor, object_kind FROM audit WHERE object_kind = 'team' ORDER BY id").await;
        assert_eq!(
            deeds.iter().map(|d| d.0.as_str()).collect::<Vec<_>>(),
            ["team.created", "team.renamed", "team.deleted"]
        );
    })
    .await;
}

#[tokio::test]
async fn hostile_names_do_no_harm() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let mut browser = site.signed_in(&anna).await;
        let long = "å".repeat(10_000);
        for name in HOSTILE.iter().copied().chain([long.as_str()]) {
            let page = browser.post("/admin/teams", &[("name", name)]).await;
            assert!(matches!(page.status.as_u16(), 303 | 422), "{name:?}");
            page.does_not_say("<script>alert");
            if page.status == 303 {
                let at = page.location().to_owned();
                browser.get(&at).await.expect(200).does_not_say("<script>alert").does_not_say("\u{202e}");
            }
        }
        browser.get("/admin/teams").await.expect(200).does_not_say("<script>alert");
    })
    .await;
}

#[tokio::test]
async fn managers_change_their_own_teams_only() {
    on_both(async |db| {
        let (site, _) = TestApp::nordvik(db).await;
        let mia = site.person("Mia Holm", Role::Manager, Language::En).await;
        let ola = site.person("Ola Berg", Role::Member, Language::En).await;
        let per = site.person("Per Moe", Role::Manager, Language::En).await;
        let north = site.team("North", &mia, &[&ola]).await;
        let south = site.team("South", &per, &[]).await;
        let mut mia_at = site.signed_in(&mia).await;
        let members = |team: TeamId| format!("/teams/{team}/members");
        mia_at.post(&members(north), &[("person", &per.id.to_string())]).await.expect(303);
        let page = mia_at.get(&format!("/teams/{north}")).await;
        page.expect(200).says("Per Moe").says("Make manager").does_not_say("/deletion");
        let of = |who: &sparsam::store::people::Person| format!("{}/{}", members(north), who.id);
        mia_at.post(&of(&per), &[("what", "manage")]).await.expect(303);
        // A member's role does not allow it; saying so is better than doing it.
        mia_at.post(&of(&ola), &[("what", "manage")]).await.expect(422).says("role of manager");
        mia_at.post(&of(&per), &[("what", "follow")]).await.expect(303);
        mia_at.post(&of(&per), &[("what", "dance")]).await.expect(422);
        mia_at.post(&of(&ola), &[("what", "remove")]).await.expect(303);
        mia_at.get(&format!("/teams/{north}?done=removed")).await.says("no longer in the team");
        // Other teams do not exist for her, and deleting is not hers.
        mia_at.get(&format!("/teams/{south}")).await.expect(404);
        mia_at.post(&members(south), &[("person", &mia.id.to_string())]).await.expect(404);
        mia_at.post(&format!("{}/{}", members(south), per.id), &[("what", "remove")]).await.expect(404);
        mia_at.post(&format!("/teams/{north}/deletion"), &[]).await.expect(403);
        mia_at.post(&format!("/teams/{north}"), &[("name", "Mine")]).await.expect(403);
        mia_at.get("/teams").await.says("North").does_not_say("South");
        assert_eq!(site.count("SELECT COUNT(*) FROM team_member").await, 3);
    })
    .await;
}

#[tokio::test]
async fn members_see_their_team_and_change_nothing() {
    on_both(async |db| {
        let (site, _) = TestApp::nordvik(db).await;
        let mia = site.person("Mia Holm", Role::Manager, Language::En).await;
        let ola = site.person("Ola Berg", Role::Member, Language::En).await;
        let eva = site.person("Eva Lund", Role::Member, Language::En).await;
        let north = site.team("North", &mia, &[&ola]).await;
        let path = format!("/teams/{north}");
        let mut inside = site.signed_in(&ola).await;
        inside.get(&path).await.expect(200).says("Mia Holm").does_not_say("<form method=\"post\" action=\"/teams");
        inside.post(&format!("{path}/members"), &[("person", &eva.id.to_string())]).await.expect(403);
        inside.post(&format!("{path}/members/{}", mia.id), &[("what", "remove")]).await.expect(403);
        let mut outside = site.signed_in(&eva).await;
        outside.get(&path).await.expect(404);
        outside.post(&format!("{path}/members/{}", mia.id), &[("what", "remove")]).await.expect(404);
        outside.get("/teams/not-an-id").await.expect(404);
        assert_eq!(site.browser().get(&path).await.expect(303).location().split('?').next(), Some("/sign-in"));
        assert_eq!(site.count("SELECT COUNT(*) FROM team_member").await, 2);
    })
    .await;
}
