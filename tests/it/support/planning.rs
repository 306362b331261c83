//! Meetings planned by commands, for tests of pages that show them.

use sparsam::{
    app::{
        actor::Actor,
        answer::{self, GiveAnswer},
        cancel_meeting::{self, CancelMeeting},
        once::Once,
        schedule_meeting::{self, ScheduleMeeting, Scheduled},
    },
    domain::{
        ids::MeetingId,
        meeting::{Answer, AttendeeRole, Format, Purpose},
        planning::{Details, Guest, Invitee, Plan, Start},
        time::{WallTime, Zone},
    },
    store::{self, people::Person},
};

use super::app::TestApp;

/// A meeting to be planned.
pub(crate) struct Sketch<'a> {
    pub(crate) title: &'a str,
    /// Wall time in Stockholm, the first pass of an hour that comes twice.
    pub(crate) start: &'a str,
    pub(crate) minutes: u32,
    pub(crate) purpose: Purpose,
    pub(crate) people: Vec<(&'a Person, AttendeeRole)>,
}

impl<'a> Sketch<'a> {
    /// An hour about targets with people who are needed.
    pub(crate) fn new(title: &'a str, start: &'a str, people: &[&'a Person]) -> Self {
        let people = people.iter().map(|person| (*person, AttendeeRole::Required)).collect();
        Self { title, start, minutes: 60, purpose: Purpose::Targets, people }
    }
}

impl TestApp {
    /// Somebody as commands know them, with the rights they have now.
    pub(crate) async fn actor(&self, person: &Person) -> Actor {
        let mut tx = self.db().begin_read().await.unwrap();
        Actor::load(&mut tx, person.clone(), None, "192.0.2.1".to_owned()).await.unwrap().unwrap()
    }

    /// Plans a meeting and sends it.
    pub(crate) async fn plan(&self, organizer: &Person, sketch: Sketch<'_>) -> MeetingId {
        let actor = self.actor(organizer).await;
        let local: chrono::NaiveDateTime = sketch.start.parse().unwrap();
        let zone = Zone::named("Europe/Stockholm").unwrap();
        let at = match zone.resolve(local) {
            WallTime::Once(at) | WallTime::Repeated { first: at, .. } => at,
            WallTime::Skipped { .. } => panic!("{} does not exist", sketch.start),
        };
        let invite = |(person, role): (&Person, AttendeeRole)| Invitee {
            guest: Guest::Person(person.id),
            role,
            why: String::new(),
            points: None,
        };
        let details = Details {
            purpose: sketch.purpose,
            stage: None,
            title: sketch.title.to_owned(),
            format: Format::Phone,
            place: "+46 8 123 45 67".to_owned(),
            video: None,
            invitees: sketch.people.into_iter().map(invite).collect(),
            agenda: Vec::new(),
            open_guest_list: false,
        };
        let start = Start { local, zone: zone.name().to_owned(), at };
        let key = format!("{} {}", sketch.title, sketch.start);
        let once = Once { scope: organizer.id.to_string(), key, body_hash: [0; 32] };
        let plan = Plan { details, start, minutes: sketch.minutes };
        let command = ScheduleMeeting {
            plan,
            form: Vec::new(),
            draft: None,
            consent: sparsam::domain::limits::consent::Consent::seen(),
            once,
        };
        match schedule_meeting::run(&self.app, &actor, &actor.may_plan().unwrap(), command).await.unwrap() {
            Scheduled::New(id, _) => id,
            Scheduled::Again(location) => panic!("{location}"),
        }
    }

    /// Calls a meeting off.
    pub(crate) async fn call_off(&self, organizer: &Person, id: MeetingId) {
        let actor = self.actor(organizer).await;
        let version = self.version(id).await;
        let once = Once { scope: "cancel".to_owned(), key: id.to_string(), body_hash: [0; 32] };
        let command = CancelMeeting { id, version, reason: "Ill".to_owned(), once };
        cancel_meeting::run(&self.app, &actor, command).await.unwrap();
    }

    /// Answers for a colleague.
    pub(crate) async fn answer(&self, person: &Person, id: MeetingId, answer: Answer) {
        let actor = self.actor(person).await;
        let given = GiveAnswer { answer, comment: String::new() };
        let mut tx = self.db().begin_read().await.unwrap();
        let full = store::meetings::by_id(&mut tx, id).await.unwrap().unwrap();
        drop(tx);
        let place = full.attendees.iter().find(|a| a.person_id == Some(person.id)).unwrap().id;
        answer::by_person(&self.app, &actor, place, given).await.unwrap();
    }

    async fn version(&self, id: MeetingId) -> i64 {
        let mut tx = self.db().begin_read().await.unwrap();
        store::meetings::by_id(&mut tx, id).await.unwrap().unwrap().meeting.version
    }
}
