//! Money: who puts whom into which cost group, and who sees what meetings cost.

use sparsam::{
    app::{
        limits::{self, SavePolicy},
        rates,
    },
    domain::{
        ids::TeamId,
        language::Language,
        limits::policy::{Policy, RateBand},
        meeting::Purpose,
        person::Role,
    },
    store::{self, people::Person},
};

use crate::support::{
    app::{Answer, Client, TestApp},
    db::{TestDb, on_both},
    dialogue::Dialogue,
    meetings::Stage,
    planning::Sketch,
};

struct Scene {
    site: TestApp,
    anna: Person,
    ola: Person,
    erik: Person,
    kari: Person,
    team: TeamId,
}

/// Sets these bands, in crowns.
async fn bands(site: &TestApp, admin: &Person, bands: &[(&str, u32)]) {
    let actor = site.actor(admin).await;
    let mut tx = site.db().begin_read().await.unwrap();
    let old = store::policy::read(&mut tx).await.unwrap().settings;
    drop(tx);
    let band = |(name, per_hour): &(&str, u32)| RateBand {
        key: (*name).to_owned(),
        name: (*name).to_owned(),
        per_hour: *per_hour,
    };
    let settings = Policy { currency: "SEK".to_owned(), bands: bands.iter().map(band).collect(), ..old.clone() };
    let command = SavePolicy { settings, seen: limits::stamp(&old) };
    limits::save_policy(&site.app, &actor, &actor.may_administer().unwrap(), command).await.unwrap();
}

async fn scene(db: TestDb) -> Scene {
    let (site, anna) = TestApp::nordvik(db).await;
    let ola = site.person("Ola Berg", Role::Manager, Language::En).await;
    let erik = site.person("Erik Sund", Role::Member, Language::En).await;
    let kari = site.person("Kari Nilsen", Role::Member, Language::En).await;
    let team = site.team("North", &ola, &[&erik]).await;
    bands(&site, &anna, &[("sellers", 600), ("leaders", 900)]).await;
    Scene { site, anna, ola, erik, kari, team }
}

/// What the planner's panel says of a quarter of an hour with these people.
async fn panel(client: &mut Client, who: &[&str]) -> Answer {
    let mut page = client.get("/meetings/new?purpose=targets&start=2026-11-25T09:00").await;
    for name in who {
        page = Dialogue::of(page, "plan").set("who", name).set("length", "60").press(client, "add-person").await;
    }
    page
}

#[tokio::test]
async fn managers_choose_for_their_people_and_administrators_for_everybody() {
    on_both(async |db| {
        let Scene { site, anna, ola, erik, kari, team } = scene(db).await;
        let path = format!("/teams/{team}/rates");
        let field = format!("band-{}", erik.id);
        let mut manager = site.signed_in(&ola).await;
        let form = Dialogue::of(manager.get(&path).await, "rates").set(&field, "sellers");
        let fields: Vec<(&str, &str)> = form.fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let saved = manager.post(&path, &fields).await;
        manager.get(saved.expect(303).location()).await.expect(200).says("value=\"sellers\" selected");
        let stranger = [(&*format!("band-{}", kari.id), "sellers")];
        manager.post(&path, &stranger).await.expect(404);
        let gone = manager.post(&path, &[(&*field, "directors")]).await;
        gone.expect(422).says(&format!("id=\"{field}-e\""));
        for (who, status) in [(&erik, 403), (&kari, 404)] {
            let mut client = site.signed_in(who).await;
            client.get(&path).await.expect(status);
            client.post(&path, &[(&*field, "leaders")]).await.expect(status);
        }
        let mut admin = site.signed_in(&anna).await;
        let person = format!("/admin/people/{}", kari.id);
        admin.get(&person).await.says("leaders");
        admin.post(&format!("{person}/rate"), &[("band", "leaders")]).await.expect(303);
        admin.get(&person).await.says("value=\"leaders\" selected");
        assert_eq!(site.count("SELECT COUNT(*) FROM audit WHERE action = 'person.rate_band_saved'").await, 2);
        // A group that is no more has nobody, also when another one takes its key.
        bands(&site, &anna, &[("leaders", 900)]).await;
        bands(&site, &anna, &[("leaders", 900), ("sellers", 100)]).await;
        assert_eq!(site.count("SELECT COUNT(*) FROM person_time WHERE rate_band IS NOT NULL").await, 1);
    })
    .await;
}

#[tokio::test]
async fn only_those_who_lead_see_what_a_meeting_costs() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let site = &stage.site;
        let admin = site.person("Eva Lund", Role::Admin, Language::En).await;
        let olle = site.person("Olle Ek", Role::Manager, Language::En).await;
        let erik = site.person("Erik Sund", Role::Member, Language::En).await;
        let kari = site.person("Kari Nilsen", Role::Member, Language::En).await;
        site.team("Far North", &olle, &[&erik]).await;
        bands(site, &admin, &[("sellers", 600), ("leaders", 900)]).await;
        let wanted = vec![(olle.id, Some("leaders".to_owned())), (erik.id, Some("sellers".to_owned()))];
        rates::assign(&site.app, &site.actor(&admin).await, wanted).await.unwrap();
        let mut manager = site.signed_in(&olle).await;
        panel(&mut manager, &["Erik Sund"]).await.says("Costs about SEK\u{a0}1,500").does_not_say("not included");
        let page = panel(&mut manager, &["Erik Sund", "Kari Nilsen"]).await;
        page.says("Costs about SEK\u{a0}1,500").says("One colleague outside your teams is not included.");
        // One with a rate alone would tell what that person costs.
        panel(&mut manager, &["Kari Nilsen"]).await.says("No cost is shown").does_not_say("SEK");
        let page = panel(&mut site.signed_in(&admin).await, &["Olle Ek", "Erik Sund"]).await;
        page.says("Costs about SEK\u{a0}1,500").says("One person without a cost group is not included.");
        for who in [&erik, &kari] {
            let page = panel(&mut site.signed_in(who).await, &["Olle Ek"]).await;
            page.does_not_say("Costs about").does_not_say("SEK").does_not_say("cost group");
        }
    })
    .await;
}

#[tokio::test]
async fn the_load_page_tells_cost_to_those_who_lead() {
    on_both(async |db| {
        let Scene { site, anna, ola, erik, team, .. } = scene(db).await;
        let wanted = vec![(ola.id, Some("leaders".to_owned())), (erik.id, Some("sellers".to_owned()))];
        rates::assign(&site.app, &site.actor(&anna).await, wanted).await.unwrap();
        for start in ["2026-11-24T09:00:00", "2026-12-01T09:00:00"] {
            let sketch = Sketch { purpose: Purpose::Targets, ..Sketch::new("Targets", start, &[&ola, &erik]) };
            site.plan(&anna, sketch).await;
        }
        site.clock.pass(chrono::TimeDelta::days(9));
        let (page, csv) = (format!("/teams/{team}/load?weeks=4"), format!("/teams/{team}/load.csv?weeks=4"));
        for who in [&anna, &ola] {
            let mut client = site.signed_in(who).await;
            client.get(&page).await.says("Cost by month").says("SEK\u{a0}1,500").says(&format!("scope=team:{team}\""));
            let table = client.get(&csv).await;
            table
                .says("\"Cost in SEK\"")
                .says("\"All together\",\"2026-W49\",\"2\",\"2\",\"2\",\"0\",\"80\",\"78\",\"No\",\"1500\"");
            table.says("\"Ola Berg\",\"2026-W49\",\"1\",\"1\",\"1\",\"0\",\"40\",\"39\",\"No\",\"\"");
        }
        let mut client = site.signed_in(&erik).await;
        client.get(&page).await.does_not_say("SEK").does_not_say("Cost by month").does_not_say("Adjust limits");
        client.get(&csv).await.does_not_say("SEK").does_not_say("All together");
    })
    .await;
}

#[tokio::test]
async fn internal_meetings_cut_protected_selling_time() {
    on_both(async |db| {
        let Scene { site, anna, erik, team, .. } = scene(db).await;
        let mut client = site.signed_in(&erik).await;
        client.get("/").await.does_not_say("Protected selling time");
        let hours = [("selling", "1-9"), ("selling", "1-10"), ("selling", "2-9")];
        client.post("/settings/selling", &hours).await.expect(303);
        for start in ["2026-11-24T09:30:00", "2026-12-01T09:30:00", "2026-12-02T13:00:00"] {
            site.plan(&anna, Sketch::new("Targets", start, &[&erik])).await;
        }
        let week = client.get("/?week=2026-W48").await;
        week.says("Protected selling time: 2 h of 3 h left. Internal meetings take 1 h.")
            .does_not_say("left for selling");
        client.get("/?week=2026-W50").await.says("Protected selling time: all 3 h left.");
        site.clock.pass(chrono::TimeDelta::days(9));
        let page = site.signed_in(&anna).await.get(&format!("/teams/{team}/load?weeks=4")).await;
        page.says("Internal meetings took 2 h of 12 h of protected selling time.");
        page.says("1 h of internal meetings were outside it.");
    })
    .await;
}
