//! A planned meeting to play with.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use sparsam::{
    app::{
        actor::Actor,
        once::Once,
        schedule_meeting::{self, ScheduleMeeting, Scheduled},
    },
    domain::{
        agenda::{ItemKind, Wanted},
        ids::MeetingId,
        language::Language,
        meeting::{AttendeeRole, Format, Purpose},
        person::Role,
        planning::{Details, Guest, Invitee, Owner, Plan, Point, Start, Video},
    },
    identity::link::LinkPurpose,
    store::{
        self,
        meetings::{Attendee, FullMeeting},
        outbox::{self, Ended},
        people::Person,
    },
};
use uuid::Uuid;

use super::{app::TestApp, db::TestDb, tables::fingerprint};

/// Anna (administrator) plans; Ola and Sanna (Finland) are invited, Eeva is a customer, Mia takes no part.
pub(crate) struct Stage {
    pub(crate) site: TestApp,
    pub(crate) anna: Person,
    pub(crate) ola: Person,
    pub(crate) sanna: Person,
    pub(crate) mia: Person,
}

/// A start in Stockholm's winter.
pub(crate) fn start(local: &str) -> Start {
    let local: chrono::NaiveDateTime = local.parse().unwrap();
    Start { local, zone: "Europe/Stockholm".to_owned(), at: (local - TimeDelta::hours(1)).and_utc() }
}

impl Stage {
    pub(crate) async fn set(db: TestDb) -> Self {
        let (site, anna) = TestApp::nordvik(db).await;
        let ola = site.person("Ola Berg", Role::Member, Language::En).await;
        let sanna = site.person("Sanna Koski", Role::Member, Language::Fi).await;
        let mia = site.person("Mia Dahl", Role::Member, Language::Sv).await;
        Self { site, anna, ola, sanna, mia }
    }

    pub(crate) async fn actor(&self, person: &Person) -> Actor {
        let mut tx = self.site.db().begin_read().await.unwrap();
        Actor::load(&mut tx, person.clone(), None, String::new()).await.unwrap().unwrap()
    }

    pub(crate) fn details(&self, title: &str, customer: bool) -> Details {
        let invite =
            |guest, role| Invitee { guest, role, why: "the northern numbers are yours".to_owned(), points: None };
        let eeva = Guest::New {
            name: "Eeva Kallio".to_owned(),
            email: "eeva@kone.example".parse().unwrap(),
            account: "Kone".to_owned(),
        };
        let mut invitees = vec![
            invite(Guest::Person(self.ola.id), AttendeeRole::Required),
            invite(Guest::Person(self.sanna.id), AttendeeRole::Optional),
        ];
        if customer {
            invitees.push(invite(eeva, AttendeeRole::Required));
        }
        let point = |title: &str, owner| Point {
            kind: ItemKind::Targets,
            title: title.to_owned(),
            minutes: 10,
            owner,
            wanted: Wanted::Decide,
        };
        Details {
            purpose: Purpose::Targets,
            stage: None,
            title: title.to_owned(),
            format: Format::Video,
            place: String::new(),
            video: Some(Video::Own),
            invitees,
            agenda: vec![point("The number", Owner::Invitee(0)), point("What has moved?", Owner::Everyone)],
            open_guest_list: false,
        }
    }

    /// Wednesday 25 November 2026, 14:00 to 14:30 in Stockholm; returns the page that follows.
    pub(crate) async fn plan(&self, title: &str, customer: bool) -> (MeetingId, String) {
        self.plan_as(&self.anna, self.details(title, customer), "2026-11-25T14:00:00").await
    }

    pub(crate) async fn plan_as(&self, who: &Person, details: Details, at: &str) -> (MeetingId, String) {
        let actor = self.actor(who).await;
        let key = format!("plan {} {at}", details.title);
        let once = Once { scope: "test".to_owned(), key, body_hash: [0; 32] };
        let form = vec![("title".to_owned(), details.title.clone())];
        let command = ScheduleMeeting {
            plan: Plan { details, start: start(at), minutes: 30 },
            form,
            draft: None,
            consent: sparsam::domain::limits::consent::Consent::seen(),
            once,
        };
        let permit = actor.may_plan().unwrap();
        match schedule_meeting::run(&self.site.app, &actor, &permit, command).await.unwrap() {
            Scheduled::New(id, changed) => (id, format!("/meetings/{id}?sent={}", changed.done().unwrap().change)),
            Scheduled::Again(location) => panic!("{location}"),
        }
    }

    pub(crate) async fn meeting(&self, id: MeetingId) -> FullMeeting {
        let mut tx = self.site.db().begin_read().await.unwrap();
        store::meetings::by_id(&mut tx, id).await.unwrap().unwrap()
    }

    /// Somebody's row, by first name.
    pub(crate) async fn attendee(&self, id: MeetingId, name: &str) -> Attendee {
        let full = self.meeting(id).await;
        full.attendees.into_iter().find(|a| a.name.starts_with(name)).unwrap()
    }

    /// Somebody's answer link.
    pub(crate) async fn link(&self, id: MeetingId, name: &str) -> String {
        let row = self.attendee(id, name).await;
        let version = u32::try_from(row.link_version).unwrap();
        format!("/r/{}", self.site.app.links().token(LinkPurpose::ANSWER, row.id.uuid(), version))
    }

    /// Eeva's link "no more invitations".
    pub(crate) async fn stop_link(&self, id: MeetingId) -> String {
        let contact = self.attendee(id, "Eeva").await.contact_id.unwrap().uuid();
        format!("/p/{}", self.site.app.links().token(LinkPurpose::NO_MORE_INVITATIONS, contact, 1))
    }

    /// Lets the undo time pass and the mail server answer; returns who got what.
    pub(crate) async fn deliver(&self, refuse: &str) -> Vec<String> {
        self.site.clock.pass(TimeDelta::seconds(61));
        let now = self.site.now();
        let mut sent = Vec::new();
        loop {
            let token = self.site.app.new_id::<Uuid>();
            let mut tx = self.site.db().begin().await.unwrap();
            let mails = outbox::claim(&mut tx, now, (token, now + TimeDelta::seconds(120)), 50).await.unwrap();
            for mail in &mails {
                let name = mail.recipient.split('@').next().unwrap();
                sent.push(format!("{} {name}", mail.kind));
                let (ended, said) = if mail.recipient == refuse {
                    (Ended::Refused, "550 5.1.1 No such <user> here")
                } else {
                    (Ended::Accepted, "250 OK")
                };
                assert!(outbox::finish(&mut tx, (mail.id, token), &ended, said, now).await.unwrap());
            }
            tx.commit().await.unwrap();
            if mails.is_empty() {
                sent.sort();
                return sent;
            }
        }
    }
}

impl TestApp {
    /// All tables as one value: two equal ones mean that nothing was changed in between.
    pub(crate) async fn fingerprint(&self) -> BTreeMap<String, String> {
        fingerprint(self.db()).await
    }
}
