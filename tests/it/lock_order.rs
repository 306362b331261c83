//! Locks are taken in one order, so that no two commands can wait for each other. In each test another transaction holds
//! what a command needs, and, once the command waits, takes what the command must not hold by then. SQLite lets one write
//! at a time; there the tests show that nothing else has changed.

use sparsam::{
    app::{
        approvals,
        correct_address::{self, CorrectAddress},
        error::{AppError, Refusal, Result},
        hand_over::Upcoming,
        once::Once,
        people::{self, Deactivate},
        reset_password::{self, Door, SetPassword},
        teams, undo,
    },
    domain::{
        feed::FeedKind,
        ids::{MeetingId, SubjectId},
        language::Language,
        limits::{
            consent::Consent,
            rule::{Level, Measure, Scope},
        },
        planning::Guest,
    },
    identity::{link::LinkPurpose, token},
    store::{
        self, Db, Tx,
        accounts::{Account, Contact},
        audit::Deed,
        feeds::Feed,
        people::Person,
        sessions::OneTime,
    },
};
use uuid::Uuid;

use crate::support::{
    app::PASSWORD,
    db::{TestDb, on_both},
    meetings::Stage,
    overheard::Overheard,
    rules::{limit, plan, with},
};

/// Commands live on tasks of their own.
fn leak(stage: Stage) -> &'static Stage {
    Box::leak(Box::new(stage))
}

fn once(key: &str) -> Once {
    Once { scope: "order".to_owned(), key: key.to_owned(), body_hash: [0; 32] }
}

async fn begin(stage: &Stage) -> Tx {
    stage.site.db().begin().await.unwrap()
}

async fn waits(stage: &Stage) {
    TestDb::somebody_waits(stage.site.db()).await;
}

/// What ordinary commands end with.
async fn record_and_commit(mut tx: Tx, stage: &Stage) {
    let deed = Deed { action: "meeting.edited", object_kind: "meeting", ..Deed::default() };
    store::audit::record(&mut tx, &deed, stage.site.now()).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn calling_a_question_back_keeps_nobody_from_the_log() {
    on_both(async |db| {
        let stage = leak(Stage::set(db).await);
        limit(&stage.site.app, Scope::Organization, Measure::Length { most: 20 }, Level::Approve).await;
        let reason = Some("The customer decides this week".to_owned());
        let said = Consent { seen: true, reason, approved: Vec::new() };
        let half_an_hour = (with(stage, "Half an hour", &[&stage.ola]), "2026-11-25T10:00:00");
        let (id, made) = plan(stage, &stage.mia, half_an_hour, said).await.unwrap();
        assert!(made.done().is_none(), "somebody is asked");
        let mut tx = begin(stage).await;
        store::claims::lock_subjects(&mut tx, &[stage.ola.id.uuid().into()]).await.unwrap();
        let mia = stage.actor(&stage.mia).await;
        let back = tokio::spawn(async move { approvals::call_back(&stage.site.app, &mia, id).await });
        waits(stage).await;
        record_and_commit(tx, stage).await;
        back.await.unwrap().unwrap();
    })
    .await;
}

fn leaving(stage: &'static Stage, who: &Person, upcoming: Upcoming) -> tokio::task::JoinHandle<Result<String>> {
    let command = Deactivate { person: who.id, upcoming, once: once("leaving") };
    tokio::spawn(async move {
        let anna = stage.actor(&stage.anna).await;
        people::deactivate(&stage.site.app, &anna, &anna.may_administer().unwrap(), command).await
    })
}

#[tokio::test]
async fn ending_an_account_keeps_nobody_from_the_log() {
    on_both(async |db| {
        let stage = leak(Stage::set(db).await);
        plan(stage, &stage.ola, (with(stage, "Weekly", &[&stage.mia]), "2026-11-25T10:00:00"), Consent::seen())
            .await
            .unwrap();
        let feed = Feed {
            id: stage.site.app.new_id(),
            owner_id: stage.ola.id,
            kind: FeedKind::Mine,
            team_id: None,
            token_hash: vec![1; 32],
            created_at: stage.site.now(),
            last_used_at: None,
            revoked_at: None,
        };
        let mut tx = begin(stage).await;
        store::feeds::insert(&mut tx, &feed).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = begin(stage).await;
        assert!(store::feeds::revoke(&mut tx, stage.ola.id, feed.id, stage.site.now()).await.unwrap());
        let leaving = leaving(stage, &stage.ola, Upcoming::HandOver(stage.mia.id));
        waits(stage).await;
        // Noting that the feed was fetched waits for nobody, and finds it in other hands.
        if let Db::Postgres(_) = stage.site.db() {
            let mut noting = begin(stage).await;
            store::feeds::used(&mut noting, &[(feed.id, stage.site.now())]).await.unwrap();
            noting.commit().await.unwrap();
        }
        record_and_commit(tx, stage).await;
        leaving.await.unwrap().unwrap();
    })
    .await;
}

#[tokio::test]
async fn an_address_is_corrected_after_everybody_in_the_meeting_is_locked() {
    on_both(async |db| {
        let stage = leak(Stage::set(db).await);
        let (id, _) = stage.plan("With Eeva", true).await;
        let eeva = stage.attendee(id, "Eeva").await;
        let contact = eeva.contact_id.unwrap();
        let subject: SubjectId = contact.uuid().into();
        let planning = async || {
            let mut tx = begin(stage).await;
            store::claims::lock_subjects(&mut tx, &[subject]).await.unwrap();
            tx
        };
        let looks_the_contact_up = async |mut tx: Tx| {
            store::accounts::locked_contact(&mut tx, contact).await.unwrap();
            record_and_commit(tx, stage).await;
        };

        let tx = planning().await;
        let email = "eeva.kallio@kone.example".parse().unwrap();
        let command = CorrectAddress { meeting: id, version: 1, attendee: eeva.id, email };
        let anna = stage.actor(&stage.anna).await;
        let correcting = tokio::spawn(async move { correct_address::run(&stage.site.app, &anna, command).await });
        waits(stage).await;
        looks_the_contact_up(tx).await;
        let changed = correcting.await.unwrap().unwrap();

        let tx = planning().await;
        let anna = stage.actor(&stage.anna).await;
        let undoing = tokio::spawn(async move { undo::run(&stage.site.app, &anna, changed.change).await });
        waits(stage).await;
        looks_the_contact_up(tx).await;
        undoing.await.unwrap().unwrap();
        assert_eq!(stage.attendee(id, "Eeva").await.email, "eeva@kone.example");
    })
    .await;
}

#[tokio::test]
async fn a_link_for_a_password_is_used_up_after_its_person_is_locked() {
    on_both(async |db| {
        let stage = leak(Stage::set(db).await);
        let link = stage.site.app.links().token(LinkPurpose::RESET, stage.site.app.new_id::<Uuid>(), 1);
        let secret = OneTime {
            token_hash: token::hash(&link).as_bytes().to_vec(),
            purpose: "reset".to_owned(),
            person_id: Some(stage.ola.id),
            created_at: stage.site.now(),
            expires_at: stage.site.now() + chrono::TimeDelta::hours(1),
            used_at: None,
        };
        let mut tx = begin(stage).await;
        store::sessions::insert_one_time(&mut tx, &secret).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = begin(stage).await;
        store::people::locked(&mut tx, stage.ola.id).await.unwrap();
        let command = SetPassword {
            door: Door::Reset,
            link,
            password: format!("{PASSWORD} anew"),
            device: String::new(),
            address: String::new(),
        };
        let passwords = stage.site.writes.passwords.clone();
        let setting =
            tokio::spawn(async move { reset_password::set(&stage.site.app, &passwords, command).await.map(drop) });
        waits(stage).await;
        store::sessions::void_one_time(&mut tx, stage.ola.id, stage.site.now()).await.unwrap();
        record_and_commit(tx, stage).await;
        let set = setting.await.unwrap();
        assert!(matches!(set, Err(AppError::Refused(Refusal::LinkUsed))), "{set:?}");
    })
    .await;
}

#[tokio::test]
async fn somebody_is_taken_out_of_a_team_after_they_are_locked() {
    on_both(async |db| {
        let stage = leak(Stage::set(db).await);
        let team = stage.site.team("North", &stage.anna, &[&stage.ola]).await;
        let mut tx = begin(stage).await;
        store::people::locked(&mut tx, stage.ola.id).await.unwrap();
        let anna = stage.actor(&stage.anna).await;
        let removing = tokio::spawn(async move {
            let permit = anna.may_manage_team(team).unwrap();
            teams::remove_member(&stage.site.app, &anna, &permit, stage.ola.id).await
        });
        waits(stage).await;
        store::teams::remove_member(&mut tx, team, stage.ola.id).await.unwrap();
        record_and_commit(tx, stage).await;
        assert!(matches!(removing.await.unwrap(), Err(AppError::NotFound)));
    })
    .await;
}

fn customer(stage: &Stage, name: &str) -> (Account, Contact) {
    let (now, email) = (stage.site.now(), format!("{}@customer.example", name.to_lowercase()));
    let account = Account {
        id: stage.site.app.new_id(),
        name: name.to_owned(),
        name_key: name.to_lowercase(),
        owner_id: None,
        lead_class: None,
        created_at: now,
        updated_at: now,
    };
    let contact = Contact {
        id: stage.site.app.new_id(),
        account_id: account.id,
        name: name.to_owned(),
        email_key: email.clone(),
        email,
        language: Language::Sv,
        zone: "Europe/Stockholm".to_owned(),
        do_not_contact_at: None,
        do_not_contact_source: None,
        created_at: now,
        updated_at: now,
    };
    (account, contact)
}

#[tokio::test]
async fn of_two_plans_with_the_same_new_customers_one_makes_them_all() {
    on_both(async |db| {
        let stage = leak(Stage::set(db).await);
        let mut details = with(stage, "With both", &[&stage.ola]);
        let mut new = details.invitees[0].clone();
        for name in ["Ylva", "Xenia"] {
            let email = customer(stage, name).1.email.parse().unwrap();
            new.guest = Guest::New { name: String::new(), email, account: name.to_owned() };
            details.invitees.push(new.clone());
        }
        // The other plan names them the other way round.
        let mut tx = begin(stage).await;
        let make = async |tx: &mut Tx, (account, contact): (Account, Contact)| {
            assert!(store::accounts::insert_account(tx, &account).await.unwrap());
            assert!(store::accounts::insert_contact(tx, &contact).await.unwrap());
        };
        let first = customer(stage, "Xenia");
        store::accounts::hold_keys(&mut tx, &[first.0.name_key.clone(), first.1.email_key.clone()]).await.unwrap();
        make(&mut tx, first).await;
        let planning =
            tokio::spawn(
                async move { plan(stage, &stage.mia, (details, "2026-11-25T10:00:00"), Consent::seen()).await },
            );
        waits(stage).await;
        make(&mut tx, customer(stage, "Ylva")).await;
        record_and_commit(tx, stage).await;
        planning.await.unwrap().unwrap();
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM contact").await, 2);
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM account").await, 2);
    })
    .await;
}

/// Copies a meeting, each copy half an hour after the one before.
async fn copy(stage: &Stage, of: MeetingId, copies: u32) {
    let full = stage.meeting(of).await;
    let mut tx = begin(stage).await;
    for number in 1..=copies {
        let mut copy = full.clone();
        let later = chrono::TimeDelta::minutes(30 * i64::from(number));
        let m = &mut copy.meeting;
        (m.id, m.uid) = (stage.site.app.new_id(), format!("{number} {}", m.uid));
        (m.starts_at, m.ends_at, m.start_local) = (m.starts_at + later, m.ends_at + later, m.start_local + later);
        for attendee in &mut copy.attendees {
            (attendee.id, attendee.meeting_id) = (stage.site.app.new_id(), copy.meeting.id);
        }
        copy.agenda.clear();
        store::meetings::insert(&mut tx, &copy).await.unwrap();
    }
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn however_many_meetings_a_leaver_leaves_they_are_locked_once_and_first() {
    on_both(async |db| {
        let stage = leak(Stage::set(db).await);
        let first = (with(stage, "Weekly", &[&stage.mia]), "2026-11-25T10:00:00");
        let (id, _) = plan(stage, &stage.ola, first, Consent::seen()).await.unwrap();
        copy(stage, id, 510).await;
        let anna = stage.actor(&stage.anna).await;
        let (upcoming, once) = (Upcoming::CallOff("Ola has left".to_owned()), once("leaving"));
        let command = Deactivate { person: stage.ola.id, upcoming, once };
        let overheard = Overheard::listen();
        let permit = anna.may_administer().unwrap();
        overheard.during(people::deactivate(&stage.site.app, &anna, &permit, command)).await.unwrap();
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM meeting WHERE status <> 'cancelled'").await, 0);
        let called_off = "SELECT COUNT(*) FROM audit WHERE action = 'meeting.cancelled'";
        assert_eq!(stage.site.count(called_off).await, 511);
        if let Db::Sqlite { .. } = stage.site.db() {
            return;
        }
        let heard: Vec<String> =
            overheard.take().into_iter().filter(|(target, _)| target == "sqlx::query").map(|(_, text)| text).collect();
        let places = |words: &str| -> Vec<usize> {
            let says = |text: &String| text.contains(words) && text.contains("FOR NO KEY UPDATE");
            heard.iter().enumerate().filter(|(_, text)| says(text)).map(|(place, _)| place).collect()
        };
        let (meetings, subjects) = (places("FROM meeting WHERE id"), places("FROM subject WHERE id"));
        assert_eq!(meetings.len(), 1, "{meetings:?}");
        assert!(meetings[0] < subjects[0], "{meetings:?} {subjects:?}");
        let chain = places("audit_chain");
        assert_eq!(chain.len(), 1, "{chain:?}");
        let of_the_log = |text: &&String| text.contains("audit") || text.contains("COMMIT");
        let after: Vec<&String> = heard[chain[0]..].iter().filter(|text| !of_the_log(text)).collect();
        assert!(after.is_empty(), "{after:?}");
    })
    .await;
}

#[tokio::test]
async fn more_meetings_than_can_be_dealt_with_at_once_are_refused_in_words() {
    on_both(async |db| {
        let stage = leak(Stage::set(db).await);
        let first = (with(stage, "Weekly", &[&stage.mia]), "2026-11-25T10:00:00");
        plan(stage, &stage.ola, first, Consent::seen()).await.unwrap();
        stage
            .site
            .execute(match stage.site.db() {
                Db::Sqlite { .. } => FIVE_THOUSAND_MORE_SQLITE,
                Db::Postgres(_) => FIVE_THOUSAND_MORE_POSTGRES,
            })
            .await
            .unwrap();
        let mut browser = stage.site.signed_in(&stage.anna).await;
        let path = format!("/admin/people/{}/deactivation", stage.ola.id);
        let once = browser.get(&path).await.expect(200).value_of("once");
        let heir = stage.mia.id.to_string();
        let form = [("once", once.as_str()), ("upcoming", "hand-over"), ("heir", heir.as_str())];
        browser.post(&path, &form).await.expect(422).says("There are more than 5").says("Cancel some of them first.");
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM meeting WHERE status <> 'confirmed'").await, 0);
    })
    .await;
}

macro_rules! five_thousand_more {
    ($id:literal) => {
        concat!(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
             INSERT INTO meeting (id, uid, organizer_id, account_id, purpose, stage, title, format, place, video_source,
                video_url, start_local, minutes, zone, starts_at, ends_at, zone_data, status, open_guest_list,
                cancel_reason, sequence, stamped_at, version, created_at, updated_at, title_key)
             SELECT ",
            $id,
            ", 'copy ' || i, organizer_id, account_id, purpose, stage, title, format, place, video_source, video_url,
                start_local, minutes, zone, starts_at, ends_at, zone_data, status, open_guest_list, cancel_reason,
                sequence, stamped_at, version, created_at, updated_at, title_key
             FROM n CROSS JOIN (SELECT * FROM meeting) AS one"
        )
    };
}

const FIVE_THOUSAND_MORE_SQLITE: &str = five_thousand_more!("randomblob(16)");
const FIVE_THOUSAND_MORE_POSTGRES: &str = five_thousand_more!("gen_random_uuid()");
