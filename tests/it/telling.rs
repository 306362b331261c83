//! Who is told what, when meetings change: commands against both databases, no pages.

use chrono::TimeDelta;
use sparsam::{
    app::{
        actor::Actor,
        answer::{self, GiveAnswer},
        cancel_meeting::{self, CancelMeeting},
        correct_address::{self, CorrectAddress},
        edit_meeting::{self, EditMeeting},
        error::{AppError, Refusal},
        move_meeting::{self, MoveMeeting},
        once::Once,
        schedule_meeting::{self, ScheduleMeeting, Scheduled},
        undo::{self, Undone},
    },
    domain::{
        agenda::{ItemKind, Wanted},
        ids::{ChangeId, MeetingId},
        language::Language,
        meeting::{Answer, AttendeeRole, Format, Purpose},
        person::Role,
        planning::{Details, Guest, Invitee, Owner, Plan, Point, Start, Video},
    },
    store::{self, meetings::FullMeeting, outbox, people::Person},
};
use uuid::Uuid;

use crate::support::{app::TestApp, db::on_both};

/// Anna plans, Ola and Sanna are invited, Eeva is a customer.
struct Stage {
    site: TestApp,
    anna: Actor,
    ola: Person,
    sanna: Person,
}

fn once(key: &str) -> Once {
    Once { scope: "test".to_owned(), key: key.to_owned(), body_hash: [0; 32] }
}

fn start(local: &str) -> Start {
    let local: chrono::NaiveDateTime = local.parse().unwrap();
    Start { local, zone: "Europe/Stockholm".to_owned(), at: (local - TimeDelta::hours(1)).and_utc() }
}

impl Stage {
    async fn set(db: crate::support::db::TestDb) -> Self {
        let (site, anna) = TestApp::nordvik(db).await;
        let ola = site.person("Ola Berg", Role::Member, Language::Nb).await;
        let sanna = site.person("Sanna Koski", Role::Member, Language::Fi).await;
        let mut tx = site.db().begin().await.unwrap();
        let anna = Actor::load(&mut tx, anna, None, "192.0.2.1".to_owned()).await.unwrap().unwrap();
        tx.commit().await.unwrap();
        Self { site, anna, ola, sanna }
    }

    fn details(&self, title: &str) -> Details {
        let invite = |guest, role| Invitee { guest, role, why: String::new(), points: None };
        Details {
            purpose: Purpose::Targets,
            stage: None,
            title: title.to_owned(),
            format: Format::Video,
            place: String::new(),
            video: Some(Video::Own),
            invitees: vec![
                invite(Guest::Person(self.ola.id), AttendeeRole::Required),
                invite(Guest::Person(self.sanna.id), AttendeeRole::Optional),
                invite(
                    Guest::New {
                        name: "Eeva Kallio".to_owned(),
                        email: "eeva@kone.example".parse().unwrap(),
                        account: "Kone".to_owned(),
                    },
                    AttendeeRole::Required,
                ),
            ],
            agenda: vec![Point {
                kind: ItemKind::Targets,
                title: "The number".to_owned(),
                minutes: 10,
                owner: Owner::Invitee(0),
                wanted: Wanted::Decide,
            }],
            open_guest_list: false,
        }
    }

    async fn plan(&self) -> (MeetingId, ChangeId) {
        let plan = Plan { details: self.details("December targets"), start: start("2026-11-25T14:00:00"), minutes: 30 };
        let form = vec![("title".to_owned(), "December targets".to_owned())];
        let command = ScheduleMeeting {
            plan,
            form,
            draft: None,
            consent: sparsam::domain::limits::consent::Consent::seen(),
            once: once("plan"),
        };
        let permit = self.anna.may_plan().unwrap();
        match schedule_meeting::run(&self.site.app, &self.anna, &permit, command).await.unwrap() {
            Scheduled::New(id, changed) => (id, changed.done().unwrap().change),
            Scheduled::Again(location) => panic!("{location}"),
        }
    }

    async fn meeting(&self, id: MeetingId) -> FullMeeting {
        let mut tx = self.site.db().begin_read().await.unwrap();
        store::meetings::by_id(&mut tx, id).await.unwrap().unwrap()
    }

    async fn change(&self, id: MeetingId, details: Details, key: &str) {
        self.edit(id, details, (key, false)).await;
    }

    async fn edit(&self, id: MeetingId, details: Details, (key, quiet): (&str, bool)) {
        let version = self.meeting(id).await.meeting.version;
        let command = EditMeeting {
            id,
            version,
            details,
            points: Vec::new(),
            quiet,
            consent: sparsam::domain::limits::consent::Consent::seen(),
            once: once(key),
        };
        edit_meeting::run(&self.site.app, &self.anna, command).await.unwrap();
    }

    async fn shift(&self, id: MeetingId, to: &str, key: &str) {
        let version = self.meeting(id).await.meeting.version;
        let command = MoveMeeting {
            id,
            version,
            start: start(to),
            minutes: 30,
            reason: String::new(),
            consent: sparsam::domain::limits::consent::Consent::seen(),
            once: once(key),
        };
        move_meeting::run(&self.site.app, &self.anna, command).await.unwrap();
    }

    async fn cancel(&self, id: MeetingId, key: &str) {
        let version = self.meeting(id).await.meeting.version;
        let command = CancelMeeting { id, version, reason: "Ill".to_owned(), once: once(key) };
        cancel_meeting::run(&self.site.app, &self.anna, command).await.unwrap();
    }

    /// Lets the undo time pass and everything due be accepted; returns who got what with which SEQUENCE.
    async fn deliver(&self) -> Vec<String> {
        self.site.clock.pass(TimeDelta::seconds(61));
        let mut sent = Vec::new();
        loop {
            let now = self.site.now();
            let token = self.site.app.new_id::<Uuid>();
            let mut tx = self.site.db().begin().await.unwrap();
            let mails = outbox::claim(&mut tx, now, (token, now + TimeDelta::seconds(120)), 50).await.unwrap();
            for mail in &mails {
                let name = mail.recipient.split('@').next().unwrap();
                sent.push(format!("{} {} {}", mail.kind, name, mail.sequence.unwrap()));
                assert!(outbox::finish(&mut tx, (mail.id, token), &outbox::Ended::Accepted, "250", now).await.unwrap());
            }
            tx.commit().await.unwrap();
            if mails.is_empty() {
                sent.sort();
                return sent;
            }
        }
    }

    async fn faults(&self) -> i64 {
        let mut tx = self.site.db().begin_read().await.unwrap();
        store::claims::inconsistencies(&mut tx).await.unwrap()
    }
}

#[tokio::test]
async fn everybody_gets_one_invitation_and_one_update_a_change() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan().await;
        assert_eq!(
            stage.deliver().await,
            ["invitation anna 0", "invitation eeva 0", "invitation ola 0", "invitation sanna 0"]
        );
        stage.shift(id, "2026-11-26T10:00:00", "a").await;
        assert_eq!(stage.deliver().await, ["moved anna 1", "moved eeva 1", "moved ola 1", "moved sanna 1"]);
        let mut details = stage.details("December targets");
        details.invitees.remove(1);
        details.agenda[0].minutes = 20;
        stage.change(id, details, "b").await;
        assert_eq!(
            stage.deliver().await,
            ["agenda_only anna 2", "agenda_only eeva 2", "agenda_only ola 2", "removed sanna 2"]
        );
        stage.cancel(id, "c").await;
        assert_eq!(stage.deliver().await, ["cancelled anna 3", "cancelled eeva 3", "cancelled ola 3"]);
        assert_eq!(stage.faults().await, 0);
    })
    .await;
}

#[tokio::test]
async fn edits_within_the_undo_time_give_one_mail() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan().await;
        stage.shift(id, "2026-11-26T10:00:00", "a").await;
        stage.change(id, stage.details("New title"), "b").await;
        assert_eq!(
            stage.deliver().await,
            ["invitation anna 0", "invitation eeva 0", "invitation ola 0", "invitation sanna 0"]
        );
        // There and back again says nothing.
        stage.shift(id, "2026-11-27T10:00:00", "c").await;
        stage.shift(id, "2026-11-26T10:00:00", "d").await;
        assert!(stage.deliver().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn what_is_saved_quietly_comes_with_the_next_mail() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan().await;
        stage.edit(id, stage.details("Before anything left"), ("a", true)).await;
        assert_eq!(stage.deliver().await.len(), 4, "the invitation is still due");
        stage.edit(id, stage.details("Quietly"), ("b", true)).await;
        assert!(stage.deliver().await.is_empty());
        assert_eq!(stage.meeting(id).await.meeting.title, "Quietly");
        // Whoever comes or goes is told all the same.
        let mut details = stage.details("Quietly again");
        details.invitees.remove(1);
        stage.edit(id, details.clone(), ("c", true)).await;
        assert_eq!(stage.deliver().await, ["removed sanna 1"]);
        details.title = "Aloud".to_owned();
        stage.change(id, details.clone(), "d").await;
        details.title = "Aloud, and corrected".to_owned();
        stage.edit(id, details, ("e", true)).await;
        // What was about to leave is said, as it is now.
        assert_eq!(stage.deliver().await, ["changed anna 2", "changed eeva 2", "changed ola 2"]);
        let mails = stage.site.rows("SELECT kind, recipient, CAST(payload AS TEXT) FROM outbox ORDER BY id").await;
        assert!(mails.last().unwrap().2.contains("Aloud, and corrected"), "{mails:?}");
    })
    .await;
}

#[tokio::test]
async fn what_is_undone_is_not_told_when_it_was_saved_quietly() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan().await;
        stage.deliver().await;
        stage.change(id, stage.details("Aloud"), "a").await;
        stage.site.clock.pass(TimeDelta::seconds(1));
        stage.edit(id, stage.details("Quietly"), ("b", true)).await;
        stage.site.clock.pass(TimeDelta::seconds(1));
        let mut tx = stage.site.db().begin_read().await.unwrap();
        let change = store::changes::newest(&mut tx, id).await.unwrap().unwrap().id;
        drop(tx);
        sparsam::app::undo::run(&stage.site.app, &stage.anna, change).await.unwrap();
        assert_eq!(stage.deliver().await, ["changed anna 1", "changed eeva 1", "changed ola 1", "changed sanna 1"]);
        // What was saved quietly before stays so when what came after it is undone.
        stage.edit(id, stage.details("Quietly first"), ("q", true)).await;
        stage.change(id, stage.details("Aloud then"), "r").await;
        stage.site.clock.pass(TimeDelta::seconds(1));
        let mut tx = stage.site.db().begin_read().await.unwrap();
        let change = store::changes::newest(&mut tx, id).await.unwrap().unwrap().id;
        drop(tx);
        sparsam::app::undo::run(&stage.site.app, &stage.anna, change).await.unwrap();
        assert_eq!(stage.meeting(id).await.meeting.title, "Quietly first");
        assert!(stage.deliver().await.is_empty());
        stage.edit(id, stage.details("Quietly"), ("c", true)).await;
        let mut tx = stage.site.db().begin_read().await.unwrap();
        let change = store::changes::newest(&mut tx, id).await.unwrap().unwrap().id;
        drop(tx);
        sparsam::app::undo::run(&stage.site.app, &stage.anna, change).await.unwrap();
        assert!(stage.deliver().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn cancelling_before_anything_left_says_nothing() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan().await;
        stage.cancel(id, "a").await;
        assert!(stage.deliver().await.is_empty());
        assert_eq!(stage.faults().await, 0);
    })
    .await;
}

#[tokio::test]
async fn customers_are_owed_a_reason() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan().await;
        let call_off = async |version, key| {
            let command = CancelMeeting { id, version, reason: String::new(), once: once(key) };
            cancel_meeting::run(&stage.site.app, &stage.anna, command).await
        };
        let refused = call_off(1, "silently").await;
        assert!(matches!(refused, Err(AppError::Refused(Refusal::ReasonMissing))), "{refused:?}");
        let mut details = stage.details("Without the customer");
        details.invitees.truncate(2);
        stage.change(id, details, "edit").await;
        call_off(2, "among ourselves").await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn undoing_a_correction_gives_the_contact_the_old_address_back() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (meeting, _) = stage.plan().await;
        stage.deliver().await;
        let eeva = stage.meeting(meeting).await.attendees.into_iter().find(|a| a.contact_id.is_some()).unwrap();
        let correct = async |version, email: &str| {
            let command = CorrectAddress { meeting, version, attendee: eeva.id, email: email.parse().unwrap() };
            correct_address::run(&stage.site.app, &stage.anna, command).await.unwrap().change
        };
        let address = async || {
            let mut tx = stage.site.db().begin_read().await.unwrap();
            store::accounts::contact_by_id(&mut tx, eeva.contact_id.unwrap()).await.unwrap().unwrap().email
        };
        let change = correct(1, "e.kallio@kone.example").await;
        assert_eq!(address().await, "e.kallio@kone.example");
        undo::run(&stage.site.app, &stage.anna, change).await.unwrap();
        assert_eq!(address().await, "eeva@kone.example");
        assert!(stage.deliver().await.is_empty());
        // Somebody else may have taken the old address meanwhile: then the correction stays.
        let change = correct(3, "e.kallio@kone.example").await;
        stage.site.person("Eeva", Role::Member, Language::Fi).await;
        stage.site.execute("UPDATE person SET email_key = 'eeva@kone.example' WHERE name = 'Eeva'").await.unwrap();
        let late = undo::run(&stage.site.app, &stage.anna, change).await;
        assert!(matches!(late, Err(AppError::Refused(Refusal::TooLateToUndo))), "{late:?}");
        assert_eq!(address().await, "e.kallio@kone.example");
    })
    .await;
}

#[tokio::test]
async fn a_mail_whose_words_are_forgotten_is_not_sent_again() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan().await;
        stage.site.execute("UPDATE outbox SET state = 'given_up'").await.unwrap();
        let mail = stage.site.count("SELECT MIN(id) FROM outbox").await;
        let mut tx = stage.site.db().begin().await.unwrap();
        assert!(outbox::requeue(&mut tx, mail, stage.site.now()).await.unwrap());
        tx.commit().await.unwrap();
        stage.site.execute("UPDATE outbox SET state = 'given_up', payload = '{}'").await.unwrap();
        let mut tx = stage.site.db().begin().await.unwrap();
        assert!(!outbox::requeue(&mut tx, mail, stage.site.now()).await.unwrap());
        drop(tx);
        let mut browser = stage.site.signed_in(&stage.anna.person).await;
        let meeting = browser.post(&format!("/meetings/{id}/mails/{mail}/again"), &[]).await;
        assert_eq!(meeting.expect(303).location(), format!("/meetings/{id}?done=forgotten"));
        browser.get(meeting.location()).await.expect(200).says("the contents of emails are deleted after some time");
        let admin = browser.post(&format!("/admin/mail/{mail}/again"), &[]).await;
        browser
            .get(admin.expect(303).location())
            .await
            .expect(200)
            .says("the contents of emails are deleted after some time");
        let sent = "UPDATE outbox SET state = 'accepted'";
        stage.site.execute(sent).await.unwrap();
        browser.post(&format!("/meetings/{id}/mails/{mail}/again"), &[]).await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn undoing_brings_the_plan_back_and_sends_nothing() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, change) = stage.plan().await;
        let undone = undo::run(&stage.site.app, &stage.anna, change).await.unwrap();
        let Undone::Draft(draft) = undone else { panic!("{undone:?}") };
        let mut tx = stage.site.db().begin_read().await.unwrap();
        let draft = store::drafts::by_id(&mut tx, stage.anna.id(), draft).await.unwrap().unwrap();
        assert_eq!(draft.form.0, [("title".to_owned(), "December targets".to_owned())]);
        assert!(store::meetings::by_id(&mut tx, id).await.unwrap().is_none());
        drop(tx);
        assert!(stage.deliver().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn undoing_a_move_restores_time_and_keeps_new_answers() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan().await;
        stage.deliver().await;
        stage.shift(id, "2026-11-26T10:00:00", "a").await;
        let mut tx = stage.site.db().begin_read().await.unwrap();
        let change = store::changes::newest(&mut tx, id).await.unwrap().unwrap();
        drop(tx);
        stage.site.clock.pass(TimeDelta::seconds(5));
        let full = stage.meeting(id).await;
        let ola = full.attendees.iter().find(|a| a.person_id == Some(stage.ola.id)).unwrap();
        let mut tx = stage.site.db().begin().await.unwrap();
        let actor = Actor::load(&mut tx, stage.ola.clone(), None, String::new()).await.unwrap().unwrap();
        tx.commit().await.unwrap();
        let given = GiveAnswer { answer: Answer::Yes, comment: "fine".to_owned() };
        answer::by_person(&stage.site.app, &actor, ola.id, given).await.unwrap();
        undo::run(&stage.site.app, &stage.anna, change.id).await.unwrap();
        let full = stage.meeting(id).await;
        assert_eq!(full.meeting.start_local, start("2026-11-25T14:00:00").local);
        assert_eq!(full.attendees.iter().find(|a| a.id == ola.id).unwrap().answer, Answer::Yes);
        assert!(stage.deliver().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn after_the_undo_time_it_is_too_late() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (_, change) = stage.plan().await;
        stage.deliver().await;
        let error = undo::run(&stage.site.app, &stage.anna, change).await.unwrap_err();
        assert!(matches!(error, AppError::Refused(Refusal::TooLateToUndo)), "{error:?}");
    })
    .await;
}

#[tokio::test]
async fn the_same_form_is_carried_out_once() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan().await;
        let plan =
            Plan { details: stage.details("December targets"), start: start("2026-11-25T14:00:00"), minutes: 30 };
        let command = ScheduleMeeting {
            plan,
            form: Vec::new(),
            draft: None,
            consent: sparsam::domain::limits::consent::Consent::seen(),
            once: once("plan"),
        };
        let permit = stage.anna.may_plan().unwrap();
        let again = schedule_meeting::run(&stage.site.app, &stage.anna, &permit, command).await.unwrap();
        assert!(matches!(again, Scheduled::Again(location) if location.starts_with(&format!("/meetings/{id}"))));
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM meeting").await, 1);
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM outbox").await, 4);
    })
    .await;
}

#[tokio::test]
async fn of_two_changes_at_once_one_is_stale() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan().await;
        let edit = |title: &'static str| {
            let command = EditMeeting {
                id,
                version: 1,
                details: stage.details(title),
                points: Vec::new(),
                quiet: false,
                consent: sparsam::domain::limits::consent::Consent::seen(),
                once: once(title),
            };
            edit_meeting::run(&stage.site.app, &stage.anna, command)
        };
        let (one, two) = tokio::join!(edit("One"), edit("Two"));
        let overtaken = [&one, &two].iter().filter(|r| matches!(r, Err(AppError::Stale))).count();
        assert_eq!(overtaken, 1, "{one:?} {two:?}");
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM outbox WHERE state = 'queued'").await, 4);
    })
    .await;
}

#[tokio::test]
async fn declining_frees_the_time() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan().await;
        let before = stage.site.count("SELECT COUNT(*) FROM claim").await;
        let full = stage.meeting(id).await;
        let sanna = full.attendees.iter().find(|a| a.person_id == Some(stage.sanna.id)).unwrap();
        let mut tx = stage.site.db().begin().await.unwrap();
        let actor = Actor::load(&mut tx, stage.sanna.clone(), None, String::new()).await.unwrap().unwrap();
        tx.commit().await.unwrap();
        let given = GiveAnswer { answer: Answer::No, comment: String::new() };
        answer::by_person(&stage.site.app, &actor, sanna.id, given).await.unwrap();
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM claim").await, before - 1);
        assert_eq!(stage.faults().await, 0);
    })
    .await;
}

#[tokio::test]
async fn the_audit_log_cannot_be_rewritten() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        stage.plan().await;
        assert!(stage.site.count("SELECT COUNT(*) FROM audit WHERE action = 'meeting.planned'").await == 1);
        for statement in ["UPDATE audit SET actor = 'nobody'", "DELETE FROM audit"] {
            assert!(stage.site.execute(statement).await.is_err(), "{statement}");
        }
    })
    .await;
}
