//! Many at once for the last of something: exactly one gets it, whatever the database.

use sparsam::{
    app::{
        cancel_meeting::{self, CancelMeeting},
        error::{AppError, Refusal},
        leave::Need,
        move_meeting::{self, MoveMeeting},
        once::Once,
    },
    domain::{
        ids::{MeetingId, SubjectId},
        language::Language,
        limits::{
            consent::Consent,
            rule::{CustomerSide, Level, Measure, Period, Scope, Share},
        },
        person::Role,
        planning::Details,
        time::Interval,
    },
    store::{self, people::Person},
};
use tokio::task::JoinSet;

use crate::support::{
    db::on_both,
    meetings::{Stage, start},
    rules::{assert_sound, limit, plan, with},
};

/// Clients at once.
const CLIENTS: usize = 100;

fn hours(most: u32) -> Measure {
    Measure::Minutes { most, per: Period::Week, share: Share::Each }
}

/// All plan at once; how many succeeded. Everybody else must have been told which limit stopped them.
async fn winners(stage: &'static Stage, plans: Vec<(&'static Person, Details, String)>) -> usize {
    let mut clients = JoinSet::new();
    for (who, details, at) in plans {
        clients.spawn(async move { plan(stage, who, (details, &at), Consent::seen()).await });
    }
    let mut won = 0;
    while let Some(done) = clients.join_next().await {
        match done.unwrap() {
            Ok(_) => won += 1,
            Err(AppError::Stopped(stopped)) => {
                assert_eq!(stopped.need, Need::Other);
                assert!(stopped.verdict.passed().count() > 0, "no reason was given");
            }
            Err(other) => panic!("neither planned nor explained: {other:?}"),
        }
    }
    won
}

/// Clients live on tasks of their own.
fn leak(stage: Stage) -> &'static Stage {
    Box::leak(Box::new(stage))
}

async fn sellers(stage: &Stage, count: usize) -> &'static [Person] {
    let mut people = Vec::with_capacity(count);
    for number in 0..count {
        people.push(stage.site.person(&format!("Seller{number:02} Berg"), Role::Member, Language::Sv).await);
    }
    people.leak()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_last_unit_of_a_cap_goes_to_one() {
    on_both(async |db| {
        let stage = leak(Stage::set(db).await);
        let sellers = sellers(stage, 10).await;
        limit(&stage.site.app, Scope::Person(stage.ola.id), hours(60), Level::Block).await;
        let first = (with(stage, "Before", &[&stage.ola]), "2026-11-24T09:00:00");
        plan(stage, &stage.anna, first, Consent::seen()).await.unwrap();
        let plans = (0..CLIENTS).map(|n| {
            let at = format!("2026-11-{}T{:02}:00:00", 25 + n % 3, 8 + n / 3 % 9);
            (&sellers[n % sellers.len()], with(stage, &format!("Race {n}"), &[&stage.ola]), at)
        });
        assert_eq!(winners(stage, plans.collect()).await, 1);
        assert_sound(&stage.site.app).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_last_free_time_of_a_person_goes_to_one() {
    on_both(async |db| {
        let stage = leak(Stage::set(db).await);
        let sellers = sellers(stage, 10).await;
        limit(&stage.site.app, Scope::Person(stage.ola.id), Measure::Overlap, Level::Block).await;
        let plans = (0..CLIENTS).map(|n| {
            let at = format!("2026-11-25T10:{:02}:00", n % 30);
            (&sellers[n % sellers.len()], with(stage, &format!("Race {n}"), &[&stage.ola]), at)
        });
        assert_eq!(winners(stage, plans.collect()).await, 1);
        assert_sound(&stage.site.app).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_last_meeting_with_a_customer_goes_to_one() {
    on_both(async |db| {
        let stage = leak(Stage::set(db).await);
        let sellers = sellers(stage, 10).await;
        let measure = Measure::Contacts { most: 2, days: 30, side: CustomerSide::Account };
        limit(&stage.site.app, Scope::Organization, measure, Level::Block).await;
        let first = (stage.details("Before", true), "2026-11-25T09:00:00");
        plan(stage, &stage.anna, first, Consent::seen()).await.unwrap();
        let plans = (0..CLIENTS).map(|n| {
            let at = format!("2026-12-{:02}T{:02}:00:00", 1 + n % 4, 8 + n / 4 % 9);
            (&sellers[n % sellers.len()], stage.details(&format!("Race {n}"), true), at)
        });
        assert_eq!(winners(stage, plans.collect()).await, 1);
        assert_sound(&stage.site.app).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_last_exception_of_a_quarter_is_used_once() {
    on_both(async |db| {
        let stage = leak(Stage::set(db).await);
        limit(&stage.site.app, Scope::Organization, Measure::Length { most: 20 }, Level::Reason).await;
        let reason =
            || Consent { seen: true, reason: Some("the quarter ends on Friday".to_owned()), approved: Vec::new() };
        // Anna leads none of them, and no two of them share anybody.
        let people = sellers(stage, 16).await;
        let mut meetings = Vec::new();
        for (number, two) in people.chunks(2).enumerate() {
            let details = with(stage, &format!("Talk {number}"), &[&two[1]]);
            meetings.push(plan(stage, &two[0], (details, "2026-11-25T10:00:00"), reason()).await.unwrap().0);
        }
        let longer = move |id: MeetingId| async move {
            let once = Once { scope: "longer".to_owned(), key: id.to_string(), body_hash: [0; 32] };
            let (start, why) = (start("2026-11-25T10:00:00"), String::new());
            let command = MoveMeeting { id, version: 1, start, minutes: 40, reason: why, consent: reason(), once };
            let anna = stage.actor(&stage.anna).await;
            move_meeting::run(&stage.site.app, &anna, command).await
        };
        let mut all = meetings.into_iter();
        for id in all.by_ref().take(2) {
            longer(id).await.unwrap();
        }
        let mut clients = JoinSet::new();
        for id in all {
            clients.spawn(longer(id));
        }
        let mut passed = 0;
        while let Some(done) = clients.join_next().await {
            match done.unwrap() {
                Ok(_) => passed += 1,
                // Anna is the only administrator, and nobody allows their own.
                Err(AppError::Refused(Refusal::NoApprover)) => {}
                Err(other) => panic!("{other:?}"),
            }
        }
        assert_eq!(passed, 1);
        assert_sound(&stage.site.app).await;
    })
    .await;
}

/// A small generator, so that a failing seed can be run again.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

const LIMIT: u32 = 120;

/// One client: plans, moves and calls off at random.
async fn client(stage: &'static Stage, people: &'static [Person], seed: u64) -> (usize, usize) {
    let mut dice = Dice(seed);
    let actor = stage.actor(&stage.anna).await;
    let mut own: Vec<(MeetingId, i64)> = Vec::new();
    let (mut done, mut stopped) = (0, 0);
    for step in 0..12 {
        let pick = |dice: &mut Dice| &people[usize::try_from(dice.roll(people.len() as u64)).unwrap()];
        // Thursday night to Saturday: meetings across midnight, within one week.
        let at = format!(
            "2026-11-{}T{:02}:{}0:00",
            26 + dice.roll(2),
            [9, 10, 11, 23][usize::try_from(dice.roll(4)).unwrap()],
            dice.roll(4)
        );
        let key = format!("{seed} {step}");
        let once = Once { scope: "race".to_owned(), key: key.clone(), body_hash: [0; 32] };
        let result = match (dice.roll(4), own.last().copied()) {
            (0, Some((id, version))) => {
                let (reason, consent) = (String::new(), Consent::seen());
                let command = MoveMeeting { id, version, start: start(&at), minutes: 45, reason, consent, once };
                let moved = move_meeting::run(&stage.site.app, &actor, command).await;
                if moved.is_ok()
                    && let Some(last) = own.last_mut()
                {
                    last.1 += 1;
                }
                moved.map(drop)
            }
            (1, Some((id, version))) => {
                let command = CancelMeeting { id, version, reason: "no".to_owned(), once };
                own.pop();
                cancel_meeting::run(&stage.site.app, &actor, command).await.map(drop)
            }
            _ => {
                let (first, second, leads) = (pick(&mut dice), pick(&mut dice), pick(&mut dice));
                let mut who = vec![first, second];
                who.retain(|p| p.id != leads.id);
                who.dedup_by_key(|p| p.id);
                who.push(&stage.sanna);
                let planned = plan(stage, leads, (with(stage, &key, &who), &at), Consent::seen()).await;
                planned.map(|(id, _)| own.push((id, 1)))
            }
        };
        match result {
            Ok(()) => done += 1,
            Err(AppError::Stopped(_)) => stopped += 1,
            Err(other) => panic!("seed {seed}, step {step}: {other:?}"),
        }
    }
    (done, stopped)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn no_interleaving_breaks_a_limit_or_books_twice() {
    on_both(async |db| {
        let stage = leak(Stage::set(db).await);
        let people = sellers(stage, 5).await;
        for person in people {
            limit(&stage.site.app, Scope::Person(person.id), hours(LIMIT), Level::Block).await;
            limit(&stage.site.app, Scope::Person(person.id), Measure::Overlap, Level::Block).await;
        }
        let mut clients = JoinSet::new();
        for seed in 1..=16_u64 {
            clients.spawn(client(stage, people, seed * 7_919));
        }
        let (mut done, mut stopped) = (0, 0);
        while let Some(counts) = clients.join_next().await {
            let (d, s) = counts.unwrap();
            done += d;
            stopped += s;
        }
        assert!(done > 10 && stopped > 10, "{done} changes, {stopped} stopped: nothing was contended");
        assert_sound(&stage.site.app).await;
        let mut tx = stage.site.db().begin_read().await.unwrap();
        let week = Interval::new(start("2026-11-23T00:00:00").at, start("2026-11-30T00:00:00").at).unwrap();
        for person in people {
            let subject: SubjectId = person.id.uuid().into();
            let claims = store::claims::of_subjects(&mut tx, &[subject], week, 1_000).await.unwrap();
            let minutes: i64 = claims.iter().filter(|c| c.counts).map(|c| c.minutes).sum();
            assert!(minutes <= i64::from(LIMIT), "{} has {minutes} minutes", person.name);
            for (n, a) in claims.iter().enumerate() {
                let twice = claims[n + 1..].iter().find(|b| a.starts_at < b.ends_at && b.starts_at < a.ends_at);
                assert!(twice.is_none(), "{} is twice at {}", person.name, a.starts_at);
            }
        }
    })
    .await;
}
