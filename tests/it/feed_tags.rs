//! A feed's tag must never outlive its text: calendars would go on showing what is no longer true.

use std::collections::HashMap;

use axum::{body::Body, http::Request};
use chrono::TimeDelta;
use sparsam::{
    app::{
        answer::{self, GiveAnswer},
        cancel_meeting::{self, CancelMeeting},
        edit_meeting::{self, EditMeeting},
        feeds,
        move_meeting::{self, MoveMeeting},
        once::Once,
        undo,
    },
    domain::{
        feed::FeedKind,
        ids::{MeetingId, TeamId},
        language::Language,
        meeting::{Answer, AttendeeRole, Purpose},
        planning::{Details, Guest, Invitee, Owner},
        replies::Outcome,
    },
    store::{self, people::Person, teams::Membership},
};

use crate::support::{
    app::TestApp,
    db::{TestDb, on_both},
    meetings::{Stage, start},
    replies::{Reply, proof},
};

/// Fewer than a feed may be fetched in an hour.
const STEPS: u64 = 55;

/// Numbers that look random and are the same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[usize::try_from(self.below(all.len() as u64)).unwrap()]
    }
}

struct Walk {
    stage: Stage,
    team: TeamId,
    meetings: Vec<MeetingId>,
    chance: Chance,
    step: u64,
}

impl Walk {
    async fn begin(db: TestDb, seed: u64) -> Self {
        let stage = Stage::set(db).await;
        let team = stage.site.team("North", &stage.ola, &[&stage.sanna, &stage.mia]).await;
        stage.listens(false).await;
        Self { stage, team, meetings: Vec::new(), chance: Chance(seed), step: 0 }
    }

    fn once(&self) -> Once {
        Once { scope: "walk".to_owned(), key: self.step.to_string(), body_hash: [0; 32] }
    }

    /// Some details, with some of the colleagues, one of whom leads a point.
    fn details(&mut self) -> Details {
        let mut details = self.stage.details(&format!("Title {}", self.chance.below(4)), false);
        let all = [self.stage.ola.id, self.stage.sanna.id, self.stage.mia.id];
        let first = usize::try_from(self.chance.below(3)).unwrap();
        let people = all.into_iter().cycle().skip(first).take(1 + usize::try_from(self.chance.below(3)).unwrap());
        let role = self.chance.of(&[AttendeeRole::Required, AttendeeRole::Informed]);
        details.invitees =
            people.map(|id| Invitee { guest: Guest::Person(id), role, why: String::new(), points: None }).collect();
        details.purpose = self.chance.of(&[Purpose::Targets, Purpose::Recognition]);
        details.agenda[0].owner = if self.chance.below(2) == 0 { Owner::Invitee(0) } else { Owner::Everyone };
        details.agenda[0].minutes = 5 + u32::try_from(self.chance.below(3)).unwrap();
        details
    }

    fn day(&mut self) -> String {
        format!("2026-1{}-{:02}T{:02}:00:00", self.chance.below(3), 1 + self.chance.below(28), 7 + self.chance.below(9))
    }

    /// Does one thing, or tries to; what a rule forbids changes nothing.
    async fn go(&mut self) -> &'static str {
        self.step += 1;
        self.stage.site.clock.pass(TimeDelta::seconds(i64::from(self.chance.below(3) == 0)));
        match self.chance.below(12) {
            0..=2 => self.plan().await,
            3..=7 if !self.meetings.is_empty() => self.change().await,
            8 => self.person().await,
            9 | 10 => self.team().await,
            11 if self.chance.below(3) == 0 => {
                self.stage.site.clock.pass(TimeDelta::days(20));
                "weeks"
            }
            _ => "nothing",
        }
    }

    async fn plan(&mut self) -> &'static str {
        let (details, day) = (self.details(), self.day());
        let who = if self.chance.below(2) == 0 { self.stage.anna.clone() } else { self.stage.ola.clone() };
        if start(&day).at > self.stage.site.now() && details.invitees.iter().any(|i| i.guest != Guest::Person(who.id)) {
            let Details { title, .. } = &details;
            let details = Details { title: format!("{title}, {}", self.step), ..details };
            self.meetings.push(self.stage.plan_as(&who, details, &day).await.0);
        }
        "planned"
    }

    async fn change(&mut self) -> &'static str {
        let (id, details, day, once) = (self.chance.of(&self.meetings), self.details(), self.day(), self.once());
        let app = &self.stage.site.app;
        let anna = self.stage.actor(&self.stage.anna).await;
        let mut tx = self.stage.site.db().begin_read().await.unwrap();
        let Some(full) = store::meetings::by_id(&mut tx, id).await.unwrap() else { return "nothing" };
        let newest = store::changes::newest(&mut tx, id).await.unwrap();
        drop(tx);
        let version = full.meeting.version;
        let (done, what) = match self.chance.below(8) {
            0 => (
                edit_meeting::run(
                    app,
                    &anna,
                    EditMeeting {
                        id,
                        version,
                        details,
                        points: Vec::new(),
                        quiet: false,
                        consent: sparsam::domain::limits::consent::Consent::seen(),
                        once,
                    },
                )
                .await
                .is_ok(),
                "edited",
            ),
            1 => {
                let reason = String::new();
                let command = MoveMeeting {
                    id,
                    version,
                    start: start(&day),
                    minutes: 30,
                    reason,
                    consent: sparsam::domain::limits::consent::Consent::seen(),
                    once,
                };
                (move_meeting::run(app, &anna, command).await.is_ok(), "moved")
            }
            2 => {
                let command = CancelMeeting { id, version, reason: "Ill".into(), once };
                (cancel_meeting::run(app, &anna, command).await.is_ok(), "cancelled")
            }
            3 => (undo::run(app, &anna, newest.unwrap().id).await.is_ok(), "undone"),
            // Ola's program asks for the invitation once more.
            4 => (self.asked_again(&full.meeting.uid).await, "sent again"),
            _ => {
                let answer = self.chance.of(&[Answer::Yes, Answer::No]);
                let person = self.chance.of(&[&self.stage.ola, &self.stage.ola, &self.stage.sanna]).clone();
                let Some(own) = full.attendees.iter().find(|a| a.person_id == Some(person.id)) else {
                    return "nothing";
                };
                let given = GiveAnswer { answer, comment: String::new() };
                (answer::by_person(app, &self.stage.actor(&person).await, own.id, given).await.is_ok(), "answered")
            }
        };
        if done { what } else { "nothing" }
    }

    async fn asked_again(&self, uid: &str) -> bool {
        let refresh = Reply {
            id: self.step.to_string(),
            from: "ola@nordvik.example".to_owned(),
            headers: proof("nordvik.example"),
            method: "REFRESH",
            attendee: ":mailto:ola@nordvik.example".to_owned(),
            ..Reply::to(uid)
        };
        self.stage.receive(&refresh.raw()).await == Outcome::SentAgain
    }

    /// Renames Ola or has him speak another language, without leaving a time of it.
    async fn person(&mut self) -> &'static str {
        let name = format!("Ola Berg {}", self.chance.below(3));
        let language = self.chance.of(&[Language::En, Language::Fi]);
        let mut tx = self.stage.site.db().begin().await.unwrap();
        store::people::update(&mut tx, &Person { name, language, ..self.stage.ola.clone() }).await.unwrap();
        tx.commit().await.unwrap();
        "renamed"
    }

    async fn team(&mut self) -> &'static str {
        let person = self.chance.of(&[&self.stage.sanna, &self.stage.mia]).id;
        let mut tx = self.stage.site.db().begin().await.unwrap();
        match self.chance.below(4) {
            0 if person == self.stage.sanna.id => {
                store::teams::remove_member(&mut tx, self.team, person).await.unwrap();
            }
            1 => {
                let name = format!("North {}", self.chance.below(2));
                store::teams::rename(&mut tx, self.team, &name, self.stage.site.now()).await.unwrap();
            }
            way => {
                let row = Membership { team_id: self.team, person_id: person, manages: way == 2 };
                store::teams::put_member(&mut tx, &row).await.unwrap();
            }
        }
        tx.commit().await.unwrap();
        "team"
    }
}

/// Subscribes for a person and returns the path.
async fn subscribe(site: &TestApp, person: &Person, kind: FeedKind, team: Option<TeamId>) -> String {
    let key = Once { scope: "test".to_owned(), key: format!("{kind} {}", person.name), body_hash: [0; 32] };
    let token = feeds::create(&site.app, &site.actor(person).await, (kind, team), &key).await.unwrap().token;
    format!("/f/{}.ics", token.as_str())
}

/// Walks, and returns what was done when a text changed.
async fn walk(db: TestDb, seed: u64) -> Vec<&'static str> {
    let mut walk = Walk::begin(db, seed).await;
    let Stage { site, ola, mia, .. } = &walk.stage;
    let mut paths = Vec::new();
    for (person, kind) in [(ola, FeedKind::Mine), (ola, FeedKind::Busy), (ola, FeedKind::Team), (mia, FeedKind::Team)] {
        let team = (kind == FeedKind::Team).then_some(walk.team);
        paths.push(subscribe(site, person, kind, team).await);
    }
    let mut texts: HashMap<(usize, String), String> = HashMap::new();
    let mut shown = vec![String::new(); paths.len()];
    let mut effective = Vec::new();
    for _ in 0..STEPS {
        let what = walk.go().await;
        for (number, path) in paths.iter().enumerate() {
            let reply = walk.stage.site.browser().send(Request::get(path), Body::empty()).await;
            reply.expect(200);
            let tag = reply.headers["etag"].to_str().unwrap().to_owned();
            if let Some(before) = texts.get(&(number, tag.clone())) {
                assert_eq!(*before, reply.body, "seed {seed}, step {}: {what}, and the tag stayed", walk.step);
            }
            let anew = walk.stage.site.restarted().send(Request::get(path), Body::empty()).await;
            assert_eq!(anew.body, reply.body, "seed {seed}, step {}: {what}, and what was kept stayed", walk.step);
            if shown[number] != reply.body {
                effective.push(what);
                shown[number].clone_from(&reply.body);
            }
            texts.insert((number, tag), reply.body);
        }
    }
    effective
}

#[tokio::test]
async fn whenever_the_text_changes_the_tag_does() {
    let ways = ["planned", "edited", "moved", "cancelled", "undone", "answered", "renamed", "team", "weeks"];
    on_both(async |db| {
        let effective = Box::pin(walk(db, 1)).await;
        assert!(effective.len() > 25, "{effective:?}");
    })
    .await;
    let mut effective = Vec::new();
    for seed in 2..14 {
        effective.extend(walk(TestDb::sqlite().await, seed).await);
    }
    // A way that never changed a text would prove nothing about its tag.
    let times = ways.map(|way| (way, effective.iter().filter(|what| **what == way).count()));
    assert!(times.iter().all(|(_, times)| *times > 3), "{times:?}");
}
