//! What the firm says of its classes of customers: the agenda that meetings with them begin with.

use sparsam::{
    domain::agenda::{ItemKind, Wanted, template::TemplatePoint},
    store::{self, agenda_templates::AgendaTemplate},
};
use uuid::Uuid;

use super::*;
use crate::support::dialogue::Dialogue;

/// An agenda of two points that the organization keeps, or somebody for themselves.
async fn agenda(site: &TestApp, (number, owner): (u128, Option<&Person>), name: &str) -> String {
    let point = |title: &str, minutes| TemplatePoint {
        kind: ItemKind::Free,
        title: title.to_owned(),
        minutes,
        wanted: Wanted::Decide,
        led: true,
    };
    let template = AgendaTemplate {
        id: Uuid::from_u128(number).into(),
        team_id: None,
        person_id: owner.map(|person| person.id),
        name: name.to_owned(),
        purpose: Some(Purpose::Customer),
        points: vec![point(&format!("{name} first"), 20), point(&format!("{name} last"), 15)].into(),
        version: 1,
        created_at: site.now(),
        updated_at: site.now(),
        updated_by: None,
    };
    let mut tx = site.db().begin().await.unwrap();
    store::agenda_templates::insert(&mut tx, &template).await.unwrap();
    tx.commit().await.unwrap();
    template.id.to_string()
}

fn titles(form: &Dialogue) -> Vec<String> {
    form.fields.iter().filter(|(name, _)| name.starts_with("title:")).map(|(_, v)| v.clone()).collect()
}

async fn look(client: &mut Client, form: &Dialogue) -> Dialogue {
    Dialogue::of(form.post(client, "/meetings/preview", "look").await, "plan")
}

#[tokio::test]
async fn meetings_begin_with_the_agenda_of_the_class() {
    on_both(async |db| {
        let mut f = Firm::found(db).await;
        let (hot, other) = (agenda(&f.site, (1, None), "Hot").await, agenda(&f.site, (2, None), "Other").await);
        let customer = f.customer("Bergvik").await;
        let johan = f.contact(&customer, ("Johan", "johan@bergvik.example")).await;
        let contact = johan.rsplit('/').next().unwrap().to_owned();
        f.site.execute("UPDATE account SET lead_class = 'hot' WHERE name = 'Bergvik'").await.unwrap();
        f.anna.post("/customers/rhythm", &[("hot", "30"), ("agenda:hot", &hot)]).await.expect(303);
        f.anna.get("/customers/rhythm").await.says(&format!("value=\"{hot}\" selected"));
        let log = f.anna.get("/admin/audit").await;
        log.says("Hot: Agenda").says("Hot: Rhythm");

        // A new plan begins with it, and with its length.
        let new = format!("/meetings/new?purpose=customer&contact={contact}");
        let form = Dialogue::of(f.erik.get(&new).await, "plan");
        assert_eq!(titles(&form), ["Hot first", "Hot last"]);
        assert_eq!(form.value("length"), "35 min");
        // Whatever the stage is.
        let form = look(&mut f.erik, &form.set("stage", "quote")).await;
        assert_eq!(titles(&form), ["Hot first", "Hot last"]);
        // Without the customer the stage says what to begin with, and with them the class again.
        let key = form.value("guest").to_owned();
        let alone = form.clone().post(&mut f.erik, "/meetings/preview", &format!("remove-person:{key}")).await;
        let alone = Dialogue::of(alone, "plan");
        assert!(!titles(&alone).contains(&"Hot first".to_owned()) && titles(&alone).len() > 2, "{:?}", titles(&alone));
        let form = look(&mut f.erik, &alone.set("who", "johan@bergvik.example")).await;
        assert_eq!(titles(&form), ["Hot first", "Hot last"]);

        // What was edited stays, and the page says so; the button takes it all the same.
        let edited = form.clone().set(&form.fields.iter().find(|(_, v)| v == "Hot last").unwrap().0.clone(), "Mine");
        f.anna.post("/customers/rhythm", &[("hot", "30"), ("agenda:hot", &other)]).await.expect(303);
        let kept = look(&mut f.erik, &edited).await;
        assert_eq!(titles(&kept), ["Hot first", "Mine"]);
        let taken = Dialogue::of(kept.post(&mut f.erik, "/meetings/preview", "template").await, "plan");
        assert_eq!(titles(&taken), ["Other first", "Other last"]);
        // What was not, follows.
        assert_eq!(titles(&look(&mut f.erik, &form).await), ["Other first", "Other last"]);
        // Internal meetings and customers of other classes know nothing of it.
        let internal = Dialogue::of(f.erik.get("/meetings/new?purpose=targets").await, "plan");
        assert!(titles(&internal).iter().all(|title| !title.contains("Other")), "{:?}", titles(&internal));
        // Gone with its template.
        f.anna.post(&format!("/agendas/{other}/removal"), &[]).await.expect(303);
        assert_eq!(f.site.count("SELECT COUNT(*) FROM class_agenda").await, 0);
        let form = Dialogue::of(f.erik.get(&new).await, "plan");
        assert!(!titles(&form).is_empty() && titles(&form).iter().all(|title| !title.contains("Other")));
    })
    .await;
}

#[tokio::test]
async fn classes_begin_with_agendas_of_the_organization_only() {
    on_both(async |db| {
        let mut f = Firm::found(db).await;
        let anna = f.site.person("Eva Lund", Role::Admin, Language::En).await;
        let own = agenda(&f.site, (3, Some(&anna)), "Own").await;
        let unknown = Uuid::from_u128(9).to_string();
        f.anna.post("/customers/rhythm", &[("agenda:hot", &own)]).await.expect(404);
        f.anna.post("/customers/rhythm", &[("agenda:hot", &unknown)]).await.expect(404);
        f.anna.post("/customers/rhythm", &[("agenda:hot", "x")]).await.expect(422);
        assert_eq!(f.site.count("SELECT COUNT(*) FROM class_agenda").await, 0);
        f.ola.post("/customers/rhythm", &[("agenda:hot", &own)]).await.expect(403);
        // A form is filled from the agenda of somebody else only where they may see it.
        let form = Dialogue::of(f.erik.get("/meetings/new?purpose=customer").await, "plan");
        let form = form.set("filled", &format!("class.{own}.1"));
        look(&mut f.erik, &form).await.page.does_not_say("Own first");
    })
    .await;
}
