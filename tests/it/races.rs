//! Two people at the same moment. On PostgreSQL one is held up at a lock until the other has committed.

use std::sync::Arc;

use sparsam::{
    app::{
        actor::Actor,
        error::{AppError, Refusal, Result},
        once::Once,
        relay_settings::{self, SaveRelay},
        schedule_meeting::{self, ScheduleMeeting, Scheduled},
    },
    domain::{
        ids::PersonId,
        limits::consent::Consent,
        person::PersonState,
        planning::{Details, Guest, Plan},
        relay::RelaySecurity,
    },
    store::{self, Tx},
};

use crate::support::{
    db::{TestDb, on_both},
    meetings::{Stage, start},
};

fn command(details: Details) -> ScheduleMeeting {
    let once = Once { scope: "race".to_owned(), key: details.title.clone(), body_hash: [0; 32] };
    let plan = Plan { details, start: start("2026-11-25T14:00:00"), minutes: 30 };
    ScheduleMeeting { plan, form: Vec::new(), draft: None, consent: Consent::seen(), once }
}

/// Plans at the same time as something else.
fn planning(stage: &Arc<Stage>, actor: Actor, details: Details) -> tokio::task::JoinHandle<Result<Scheduled>> {
    let stage = Arc::clone(stage);
    tokio::spawn(async move {
        schedule_meeting::run(&stage.site.app, &actor, &actor.may_plan().unwrap(), command(details)).await
    })
}

/// Ends an account as deactivation does, without committing.
async fn leaves(tx: &mut Tx, id: PersonId) {
    store::claims::lock_subjects(tx, &[id.uuid().into()]).await.unwrap();
    let mut person = store::people::locked(tx, id).await.unwrap().unwrap();
    person.state = PersonState::Deactivated;
    store::people::update(tx, &person).await.unwrap();
}

fn gone(name: &str, result: &Result<Scheduled>) -> bool {
    matches!(result, Err(AppError::Refused(Refusal::Gone(names))) if names == &[name.to_owned()])
}

#[tokio::test]
async fn nobody_who_has_left_since_they_signed_in_leads_a_meeting() {
    on_both(async |db| {
        let stage = Arc::new(Stage::set(db).await);
        let actor = stage.actor(&stage.mia).await;
        let mut tx = stage.site.db().begin().await.unwrap();
        leaves(&mut tx, stage.mia.id).await;
        tx.commit().await.unwrap();
        let result = planning(&stage, actor, stage.details("Too late", false)).await.unwrap();
        assert!(gone("Mia Dahl", &result), "{result:?}");
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM meeting").await, 0);
    })
    .await;
}

#[tokio::test]
async fn nobody_is_invited_who_leaves_while_the_meeting_is_written() {
    on_both(async |db| {
        let stage = Arc::new(Stage::set(db).await);
        let actor = stage.actor(&stage.anna).await;
        let mut tx = stage.site.db().begin().await.unwrap();
        leaves(&mut tx, stage.ola.id).await;
        let planning = planning(&stage, actor, stage.details("Meanwhile", false));
        TestDb::somebody_waits(stage.site.db()).await;
        tx.commit().await.unwrap();
        let result = planning.await.unwrap();
        assert!(gone("Ola Berg", &result), "{result:?}");
    })
    .await;
}

#[tokio::test]
async fn a_new_customer_of_two_people_is_one() {
    on_both(async |db| {
        let stage = Arc::new(Stage::set(db).await);
        let (anna, mia) = (stage.actor(&stage.anna).await, stage.actor(&stage.mia).await);
        let mut first = stage.details("First", true);
        let mut second = stage.details("Second", true);
        for (details, email) in [(&mut first, "eeva@kone.example"), (&mut second, "heikki@kone.example")] {
            for invitee in &mut details.invitees {
                if let Guest::New { email: typed, .. } = &mut invitee.guest {
                    *typed = email.parse().unwrap();
                }
            }
        }
        // The first one is written, but not committed, while the second one begins.
        let mut tx = stage.site.db().begin().await.unwrap();
        let kone = store::accounts::Account {
            id: stage.site.app.new_id(),
            name: "KONE".to_owned(),
            name_key: "kone".to_owned(),
            lead_class: None,
            owner_id: None,
            created_at: stage.site.now(),
            updated_at: stage.site.now(),
        };
        assert!(store::accounts::insert_account(&mut tx, &kone).await.unwrap());
        let second = planning(&stage, mia, second);
        TestDb::somebody_waits(stage.site.db()).await;
        tx.commit().await.unwrap();
        second.await.unwrap().unwrap();
        planning(&stage, anna, first).await.unwrap().unwrap();
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM account").await, 1);
        assert_eq!(stage.site.count("SELECT COUNT(DISTINCT account_id) FROM contact").await, 1);
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM subject WHERE kind = 'account'").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_new_contact_of_two_people_is_one() {
    on_both(async |db| {
        let stage = Arc::new(Stage::set(db).await);
        let (anna, mia) = (stage.actor(&stage.anna).await, stage.actor(&stage.mia).await);
        let one = planning(&stage, anna, stage.details("First", true));
        let two = planning(&stage, mia, stage.details("Second", true));
        one.await.unwrap().unwrap();
        two.await.unwrap().unwrap();
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM contact").await, 1);
    })
    .await;
}

#[tokio::test]
async fn settings_saved_at_the_same_moment_are_all_kept() {
    on_both(async |db| {
        let stage = Arc::new(Stage::set(db).await);
        let mut tx = stage.site.db().begin().await.unwrap();
        let mut firm = store::organization::locked(&mut tx).await.unwrap().unwrap();
        firm.name = "Nordvik Norden AB".to_owned();
        store::organization::save(&mut tx, &firm).await.unwrap();
        let saving = {
            let (stage, actor) = (Arc::clone(&stage), stage.actor(&stage.anna).await);
            let relay = SaveRelay {
                host: "smtp.nordvik.example".to_owned(),
                port: 587,
                security: RelaySecurity::StartTls,
                username: None,
                password: None,
                from: "meetings@nordvik.example".parse().unwrap(),
            };
            tokio::spawn(async move {
                relay_settings::save(&stage.site.app, &actor, &actor.may_administer().unwrap(), relay).await
            })
        };
        TestDb::somebody_waits(stage.site.db()).await;
        tx.commit().await.unwrap();
        saving.await.unwrap().unwrap();
        let mut tx = stage.site.db().begin_read().await.unwrap();
        let firm = store::organization::load(&mut tx).await.unwrap().unwrap();
        assert_eq!(firm.name, "Nordvik Norden AB");
        assert_eq!(firm.relay.unwrap().host, "smtp.nordvik.example");
    })
    .await;
}
