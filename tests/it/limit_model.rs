//! Every way in which a meeting takes time, at random, against a small model of the limits (trust.md T4).

mod pairs;

use chrono::TimeDelta;
use sparsam::{
    app::{
        answer::{self, GiveAnswer},
        approvals::{self, Decision, Made},
        cancel_meeting::{self, CancelMeeting},
        edit_meeting::{self, EditMeeting, Outcome},
        error::AppError,
        move_meeting::{self, MoveMeeting},
        once::Once,
    },
    domain::{
        ids::{ApprovalId, MeetingId, SubjectId},
        limits::{
            consent::Consent,
            rule::{Level, Measure, Period, Scope, Share},
        },
        meeting::Answer,
        planning::Start,
        time::Interval,
    },
    store::{self, people::Person},
};

use crate::support::{
    db::on_both,
    meetings::{Stage, start},
    rules::{assert_sound, limit, plan_for, with},
};

/// Most minutes of each a week, and the longest meeting without approval.
const MOST: i64 = 150;
const LONGEST: i64 = 60;
const WEEK: i64 = 7 * 1_440;

/// Minutes after the Monday on which all begins, and length.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Version {
    at: i64,
    minutes: i64,
}

impl Version {
    fn end(self) -> i64 {
        self.at + self.minutes
    }

    fn start(self) -> Start {
        start(&(start("2026-11-30T00:00:00").local + TimeDelta::minutes(self.at)).format("%FT%T").to_string())
    }
}

/// A meeting as the model sees it. People are places in the list of sellers; the first leads.
#[derive(Debug, Clone)]
struct Met {
    id: MeetingId,
    title: String,
    people: Vec<usize>,
    away: Vec<usize>,
    stands: Option<Version>,
    held: Option<(Version, ApprovalId)>,
}

impl Met {
    fn coming(&self) -> Vec<usize> {
        self.people.iter().copied().filter(|p| !self.away.contains(p)).collect()
    }

    /// What it takes of somebody: as it stands, and as it is to be once allowed, which asks everybody again.
    fn takes(&self, person: usize) -> [Option<Version>; 2] {
        let within = |people: &[usize]| people.contains(&person).then_some(());
        [within(&self.coming()).and(self.stands), within(&self.people).and(self.held.map(|(version, _)| version))]
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Outlook {
    Stopped,
    Asked,
    Done,
}

/// What limits say of a version of a meeting with these people; `own` is its place among those met.
fn outlook(met: &[Met], own: Option<usize>, new: Version, people: &[usize]) -> Outlook {
    let old = own.and_then(|n| Some((met[n].stands?, met[n].coming())));
    for person in people {
        let others = || met.iter().enumerate().filter(|(n, _)| Some(*n) != own).map(|(_, m)| m.takes(*person));
        let within = |v: Version| if v.at / WEEK == new.at / WEEK { v.minutes } else { 0 };
        let load: i64 = others().map(|takes| takes.into_iter().flatten().map(within).max().unwrap_or(0)).sum();
        let was = old.as_ref().filter(|(_, people)| people.contains(person)).map(|(version, _)| *version);
        let (before, after) = (load + was.map_or(0, within), load + new.minutes);
        let inside_old = |at: i64| was.is_some_and(|was| was.at <= at && at < was.end());
        let busy = |at: i64| others().flatten().flatten().any(|v| v.at <= at && at < v.end());
        let clash = (new.at..new.end()).any(|at| busy(at) && !inside_old(at));
        if clash || (after > MOST && after > before) {
            return Outlook::Stopped;
        }
    }
    let longer = old.is_none_or(|(was, _)| new.minutes > was.minutes);
    if new.minutes > LONGEST && longer { Outlook::Asked } else { Outlook::Done }
}

struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    fn version(&mut self) -> Version {
        let day = [1, 2, 8, 9][self.roll(4)];
        let minutes = [15, 30, 45, 60, 75][self.roll(5)];
        Version { at: day * 1_440 + 9 * 60 + 15 * i64::try_from(self.roll(10)).unwrap(), minutes }
    }
}

struct World<'a> {
    stage: &'a Stage,
    sellers: [&'a Person; 3],
    met: Vec<Met>,
    dice: Dice,
    keys: usize,
}

impl World<'_> {
    fn once(&mut self) -> Once {
        self.keys += 1;
        Once { scope: "model".to_owned(), key: self.keys.to_string(), body_hash: [0; 32] }
    }

    fn consent() -> Consent {
        Consent { reason: Some("The customer decides this week".to_owned()), ..Consent::seen() }
    }

    fn guests(&self, people: &[usize]) -> Vec<&Person> {
        people[1..].iter().map(|p| self.sellers[*p]).collect()
    }

    async fn version_of(&self, n: usize) -> i64 {
        self.stage.meeting(self.met[n].id).await.meeting.version
    }

    /// What a command came to, held against the model.
    #[track_caller]
    fn agree(&self, expected: Outlook, result: Result<Made, AppError>) -> Option<ApprovalId> {
        let (found, approval) = match result {
            Ok(Made::Done(_)) => (Outlook::Done, None),
            Ok(Made::Asked(approval)) => (Outlook::Asked, Some(approval)),
            Err(AppError::Stopped(_)) => (Outlook::Stopped, None),
            Err(other) => panic!("{other:?}\n{:#?}", self.met),
        };
        assert_eq!(found, expected, "{:#?}", self.met);
        approval
    }

    async fn plan(&mut self) {
        let mut people = vec![self.dice.roll(3)];
        people.push((people[0] + 1) % 3);
        people.extend(Some((people[0] + 2) % 3).filter(|_| self.dice.roll(2) == 0));
        let new = self.dice.version();
        let expected = outlook(&self.met, None, new, &people);
        self.keys += 1;
        let title = format!("Number {}", self.keys);
        let details = with(self.stage, &title, &self.guests(&people));
        let minutes = u32::try_from(new.minutes).unwrap();
        let leads = self.sellers[people[0]];
        let planned = plan_for(self.stage, leads, (details, new.start(), minutes), Self::consent()).await;
        let id = planned.as_ref().ok().map(|(id, _)| *id);
        let approval = self.agree(expected, planned.map(|(_, made)| made));
        let Some(id) = id else { return };
        let (stands, held) = approval.map_or((Some(new), None), |approval| (None, Some((new, approval))));
        self.met.push(Met { id, title, people, away: Vec::new(), stands, held });
    }

    async fn shift(&mut self, n: usize) {
        let (new, version, once) = (self.dice.version(), self.version_of(n).await, self.once());
        let met = self.met[n].clone();
        if met.stands == Some(new) || met.held.is_some_and(|(held, _)| held == new) {
            return;
        }
        // Everybody is asked again, those who have declined, too.
        let expected = outlook(&self.met, Some(n), new, &met.people);
        let actor = self.stage.actor(self.sellers[met.people[0]]).await;
        let (reason, minutes) = (String::new(), u32::try_from(new.minutes).unwrap());
        let command =
            MoveMeeting { id: met.id, version, start: new.start(), minutes, reason, consent: Self::consent(), once };
        let moved = move_meeting::run(&self.stage.site.app, &actor, command).await;
        let approval = self.agree(expected, moved.map(made));
        match (expected, approval) {
            (Outlook::Asked, Some(approval)) => self.met[n].held = Some((new, approval)),
            (Outlook::Done, _) => self.met[n] = Met { away: Vec::new(), stands: Some(new), held: None, ..met },
            _ => {}
        }
    }

    async fn add(&mut self, n: usize) {
        let (met, version, once) = (self.met[n].clone(), self.version_of(n).await, self.once());
        let Some(stands) = met.stands.filter(|_| met.held.is_none() && met.away.is_empty()) else { return };
        let Some(new) = (0..3).find(|p| !met.people.contains(p)) else { return };
        let people = [met.people.clone(), vec![new]].concat();
        let expected = outlook(&self.met, Some(n), stands, &people);
        let actor = self.stage.actor(self.sellers[people[0]]).await;
        let details = with(self.stage, &met.title, &self.guests(&people));
        let command = EditMeeting {
            id: met.id,
            version,
            details,
            points: Vec::new(),
            quiet: false,
            consent: Self::consent(),
            once,
        };
        let edited = edit_meeting::run(&self.stage.site.app, &actor, command).await;
        self.agree(expected, edited.map(made));
        if expected == Outlook::Done {
            self.met[n].people = people;
        }
    }

    async fn answer(&mut self, n: usize) {
        let met = self.met[n].clone();
        let Some(stands) = met.stands.filter(|_| met.held.is_none() && met.people.len() > 1) else { return };
        let person = met.people[1 + self.dice.roll(met.people.len() - 1)];
        let comes = met.away.contains(&person);
        let people = [met.coming(), vec![person]].concat();
        let expected = if comes { outlook(&self.met, Some(n), stands, &people) } else { Outlook::Done };
        let who = self.sellers[person];
        let row = self.stage.attendee(met.id, &who.name).await.id;
        let given = GiveAnswer { answer: if comes { Answer::Yes } else { Answer::No }, comment: String::new() };
        let actor = self.stage.actor(who).await;
        let stopped = match answer::by_person(&self.stage.site.app, &actor, row, given).await {
            Ok(()) => false,
            Err(AppError::Stopped(_)) => true,
            Err(other) => panic!("{other:?}"),
        };
        assert_eq!(stopped, expected == Outlook::Stopped, "{:#?}", self.met);
        match (stopped, comes) {
            (false, true) => self.met[n].away.retain(|p| *p != person),
            (false, false) => self.met[n].away.push(person),
            (true, _) => {}
        }
    }

    async fn decide(&mut self, n: usize) {
        let Some((held, approval)) = self.met[n].held else { return };
        let allow = self.dice.roll(3) > 0;
        let anna = self.stage.actor(&self.stage.anna).await;
        let decision = Decision { allow, note: String::new() };
        approvals::decide(&self.stage.site.app, &anna, approval, decision).await.unwrap();
        match (allow, self.met[n].stands) {
            (true, _) => (self.met[n].stands, self.met[n].away) = (Some(held), Vec::new()),
            (false, None) => drop(self.met.remove(n)),
            (false, Some(_)) => {}
        }
        if allow || self.met.get(n).is_some_and(|met| met.held.is_some_and(|(_, id)| id == approval)) {
            self.met[n].held = None;
        }
    }

    async fn call_off(&mut self, n: usize) {
        let (version, once, met) = (self.version_of(n).await, self.once(), self.met.remove(n));
        let actor = self.stage.actor(self.sellers[met.people[0]]).await;
        let command = CancelMeeting { id: met.id, version, reason: "no".to_owned(), once };
        cancel_meeting::run(&self.stage.site.app, &actor, command).await.unwrap();
    }

    async fn step(&mut self) {
        if self.met.is_empty() {
            return self.plan().await;
        }
        let n = self.dice.roll(self.met.len());
        match self.dice.roll(12) {
            0..=3 => self.plan().await,
            4..=6 => self.shift(n).await,
            7 => self.add(n).await,
            8 => self.answer(n).await,
            9 | 10 => self.decide(n).await,
            _ => self.call_off(n).await,
        }
    }

    /// The claims are those of the model.
    async fn same(&self) {
        let mut tx = self.stage.site.db().begin_read().await.unwrap();
        let monday = start("2026-11-30T00:00:00").at;
        let span = Interval::new(monday, monday + TimeDelta::days(14)).unwrap();
        for (place, person) in self.sellers.iter().enumerate() {
            let subject: SubjectId = person.id.uuid().into();
            let claims = store::claims::of_subjects(&mut tx, &[subject], span, 1_000).await.unwrap();
            let mut found: Vec<_> = claims.iter().map(|c| ((c.starts_at - monday).num_minutes(), c.minutes)).collect();
            let takes = self.met.iter().flat_map(|met| met.takes(place)).flatten();
            let mut expected: Vec<_> = takes.map(|v| (v.at, v.minutes)).collect();
            found.sort_unstable();
            expected.sort_unstable();
            assert_eq!(found, expected, "{}: {:#?}", person.name, self.met);
        }
    }
}

fn made(outcome: Outcome) -> Made {
    match outcome {
        Outcome::Done(made) => made,
        Outcome::Again(location) => panic!("{location}"),
    }
}

#[tokio::test]
async fn every_way_to_take_time_agrees_with_the_model() {
    let sequences = if std::env::var_os("SPARSAM_TEST_LONG").is_some() { 10_000 } else { 25 };
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let app = &stage.site.app;
        let most = u32::try_from(MOST).unwrap();
        let weekly = Measure::Minutes { most, per: Period::Week, share: Share::Each };
        limit(app, Scope::Organization, weekly, Level::Block).await;
        limit(app, Scope::Organization, Measure::Overlap, Level::Block).await;
        let longest = Measure::Length { most: u32::try_from(LONGEST).unwrap() };
        limit(app, Scope::Organization, longest, Level::Approve).await;
        let sellers = [&stage.ola, &stage.sanna, &stage.mia];
        let mut world = World { stage: &stage, sellers, met: Vec::new(), dice: Dice(0), keys: 0 };
        for seed in 1..=sequences {
            world.dice = Dice(seed * 7_919);
            for _ in 0..14 {
                world.step().await;
                world.same().await;
            }
            while !world.met.is_empty() {
                world.call_off(0).await;
            }
        }
        assert_sound(app).await;
    })
    .await;
}
