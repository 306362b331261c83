//! Agendas that a person, a team or everybody keeps to begin with.

use sparsam::domain::{language::Language, person::Role};

use crate::support::{
    app::{Client, TestApp},
    db::{TestDb, on_both},
    dialogue::Dialogue,
};

async fn planner(client: &mut Client, path: &str) -> Dialogue {
    let page = client.get(path).await;
    page.expect(200);
    Dialogue::of(page, "plan")
}

/// Anna administers, Nina manages team North, Ola is in it, Mia is in none.
async fn firm(db: TestDb) -> (TestApp, [Client; 4]) {
    let (site, anna) = TestApp::nordvik(db).await;
    let nina = site.person("Nina Boss", Role::Manager, Language::En).await;
    let ola = site.person("Ola Berg", Role::Member, Language::En).await;
    let mia = site.person("Mia Dahl", Role::Member, Language::En).await;
    site.team("North", &nina, &[&ola]).await;
    let mut clients = Vec::new();
    for person in [&anna, &nina, &ola, &mia] {
        clients.push(site.signed_in(person).await);
    }
    (site, clients.try_into().unwrap_or_else(|_| panic!()))
}

const MONDAY: [(&str, &str); 11] = [
    ("name", "Monday round"),
    ("purpose", "targets"),
    ("title-0", "The number"),
    ("minutes-0", "10"),
    ("kind-0", "targets"),
    ("led-0", "organizer"),
    ("title-1", " "),
    ("title-2", "One promise each"),
    ("minutes-2", "0:15"),
    ("kind-2", "free"),
    ("wanted-2", "gather"),
];

fn monday(whose: &str) -> Vec<(&str, &str)> {
    MONDAY.into_iter().chain([("whose", whose)]).collect()
}

/// The address of the template of this name in the list.
async fn page_of(client: &mut Client, name: &str) -> String {
    let list = client.get("/agendas").await;
    let at = list.body.find(&format!("<strong>{name}</strong>")).unwrap_or_else(|| panic!("no {name}"));
    let start = list.body[..at].rfind("/agendas/").unwrap();
    list.body[start..].split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_plan_begins_with_a_template_and_keeps_its_copy() {
    on_both(async |db| {
        let (site, [_, _, mut ola, _]) = firm(db).await;
        ola.get("/agendas").await.expect(200).says("No templates yet.");
        ola.post("/agendas", &monday("own")).await.expect(303);
        let page = page_of(&mut ola, "Monday round").await;
        let id = page.rsplit('/').next().unwrap().to_owned();
        // From the list: purpose, points and length.
        let form = planner(&mut ola, &format!("/meetings/new?agenda={id}")).await;
        assert_eq!((form.value("purpose"), form.value("length"), form.values("point").len()), ("targets", "25 min", 2));
        let keys: Vec<String> = form.values("point").iter().map(|key| (*key).to_owned()).collect();
        assert_eq!(form.value(&format!("owner:{}", keys[0])), "organizer");
        assert_eq!(form.value(&format!("title:{}", keys[1])), "One promise each");
        // The starter of the purpose does not overwrite it, and the button still brings it.
        let form = Dialogue::of(form.press(&mut ola, "look").await, "plan");
        assert_eq!(form.values("point").len(), 2);
        let starter = Dialogue::of(form.press(&mut ola, "template").await, "plan");
        assert_eq!(starter.values("point").len(), 4);
        // In the planner, over whatever stood there.
        let form = Dialogue::of(starter.set("template", &id).press(&mut ola, "take-agenda").await, "plan");
        assert_eq!(form.values("point").len(), 2);
        let form = form.set("title", "Monday").set("date", "wed 25 nov").set("time", "14").set("who", "mia dahl");
        let form = Dialogue::of(form.press(&mut ola, "add-person").await, "plan");
        let sent = form.press(&mut ola, "send").await;
        let meeting = sent.expect(303).location().split('?').next().unwrap().to_owned();
        // Changing and removing the template leaves the meeting as it is.
        let mut changed = monday("own");
        changed.extend([("version", "1")]);
        changed[2] = ("title-0", "Something else");
        ola.post(&page, &changed).await.expect(303);
        ola.get(&meeting).await.says("The number").does_not_say("Something else");
        ola.post(&format!("{page}/removal"), &[]).await.expect(303);
        ola.get(&meeting).await.says("The number");
        assert_eq!(site.count("SELECT COUNT(*) FROM agenda_template").await, 0);
        let gone = planner(&mut ola, "/meetings/new").await.set("template", &id).press(&mut ola, "take-agenda").await;
        gone.expect(422);
    })
    .await;
}

#[tokio::test]
async fn the_agenda_of_a_plan_or_a_meeting_is_kept_as_a_template() {
    on_both(async |db| {
        let (site, [_, mut nina, mut ola, _]) = firm(db).await;
        let form = planner(&mut nina, "/meetings/new?purpose=challenges&start=2026-11-25T14:00").await;
        form.page.says("Team North").does_not_say("value=\"all\"");
        let team = site.rows("SELECT name, name, name FROM team").await;
        assert_eq!(team[0].0, "North");
        let back = form.clone().set("template_name", " ").press(&mut nina, "keep-agenda").await;
        back.expect(422).says("id=\"template_name-e\"");
        let empty = planner(&mut nina, "/meetings/new").await;
        empty.set("template_name", "Nothing").press(&mut nina, "keep-agenda").await.expect(422);
        let whose = form.page.body.split("value=\"t:").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let kept = form.set("template_name", "Stones").set("template_whose", &format!("t:{whose}"));
        for _ in 0..2 {
            let page = kept.press(&mut nina, "keep-agenda").await;
            page.expect(200).says("The template is saved.");
            // The plan goes on with the same form.
            assert_eq!(Dialogue::of(page, "plan").values("point").len(), 4);
        }
        assert_eq!(site.count("SELECT COUNT(*) FROM agenda_template WHERE team_id IS NOT NULL").await, 1);
        let form = Dialogue::of(
            kept.set("title", "Stones").set("who", "ola berg").press(&mut nina, "add-person").await,
            "plan",
        );
        let sent = form.press(&mut nina, "send").await;
        let meeting = sent.expect(303).location().split(['/', '?']).nth(2).unwrap().to_owned();
        // Ola is in the team, so he uses it; and he keeps the agenda of the meeting for himself.
        ola.get("/agendas").await.says("Stones").does_not_say("/removal");
        ola.get(&format!("/meetings/{meeting}")).await.says(&format!("/agendas/new?meeting={meeting}"));
        let form = Dialogue::of(ola.get(&format!("/agendas/new?meeting={meeting}")).await, "agenda-template");
        assert_eq!((form.value("name"), form.value("purpose")), ("Stones", "challenges"));
        let form = Dialogue::of(form.press(&mut ola, "down:0").await, "agenda-template");
        let form = Dialogue::of(form.press(&mut ola, "remove-point:3").await, "agenda-template");
        form.set("name", "My stones").press(&mut ola, "save").await.expect(303);
        let own = planner(&mut ola, "/meetings/new").await;
        own.page.says("Stones (Team North)").says("My stones (Only me)");
    })
    .await;
}

#[tokio::test]
async fn everybody_writes_their_own_managers_their_teams_and_administrators_everybodys() {
    on_both(async |db| {
        let (site, mut people) = firm(db).await;
        let (anna, nina, ola, mia) = (0, 1, 2, 3);
        let form = people[nina].get("/agendas/new").await;
        let team = format!("t:{}", form.body.split("value=\"t:").nth(1).unwrap().split('"').next().unwrap());
        for (who, whose, status) in [
            (mia, "all", 403),
            (nina, "all", 403),
            (mia, team.as_str(), 403),
            (ola, team.as_str(), 403),
            (nina, team.as_str(), 303),
            (anna, "all", 303),
            (mia, "own", 303),
        ] {
            people[who].post("/agendas", &monday(whose)).await.expect(status);
        }
        let [mut anna, mut nina, mut ola, mut mia] = people;
        // Who sees which, and who may change them.
        let seen =
            async |client: &mut Client| client.get("/agendas").await.body.matches("Monday round</strong>").count();
        assert_eq!(
            (seen(&mut ola).await, seen(&mut mia).await, seen(&mut nina).await, seen(&mut anna).await),
            (2, 2, 2, 1)
        );
        let own = page_of(&mut mia, "Monday round").await;
        let list = mia.get("/agendas").await;
        let pages: Vec<String> = list
            .body
            .split("<a href=\"/agendas/")
            .skip(1)
            .map(|rest| format!("/agendas/{}", rest.split('"').next().unwrap()))
            .filter(|page| !page.ends_with("/new"))
            .collect();
        assert!(pages.contains(&own));
        let mine = async |client: &mut Client, page: &str| client.get(page).await.status.as_u16();
        let mut answers = Vec::new();
        for page in &pages {
            answers.push((mine(&mut ola, page).await, mine(&mut anna, page).await));
        }
        answers.sort_unstable();
        // Not even administrators see what others keep for themselves.
        assert_eq!(answers, [(200, 200), (404, 404)]);
        let shared = pages.iter().find(|page| !page.is_empty() && page.as_str() != own).unwrap_or(&pages[0]).clone();
        let mut fields = monday("own");
        fields.push(("version", "1"));
        let refused = ola.post(&shared, &fields).await.status.as_u16();
        assert!([403, 404].contains(&refused));
        // Of two who change it at once, the second is told, and nothing typed is lost.
        let all = page_of(&mut anna, "Monday round").await;
        let mut fields = monday("all");
        fields.push(("version", "1"));
        anna.post(&all, &fields).await.expect(303);
        fields[0] = ("name", "Mine");
        anna.post(&all, &fields)
            .await
            .expect(409)
            .says("Somebody else saved this in the meantime")
            .says("value=\"Mine\"");
        assert_eq!(site.count("SELECT COUNT(*) FROM audit WHERE action LIKE 'template.%'").await, 4);
    })
    .await;
}
