//! Many at once for the last of something: exactly one gets it, whatever the database.

use std::time::{Duration, Instant};

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use sparsam::{
    app::{
        cancel_meeting::{self, CancelMeeting},
        context::App,
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
    db::{TestDb, on_both},
    meetings::{Stage, start},
    rules::{assert_sound, limit, plan, plan_on, with},
};

/// Clients at once, and rounds. The numbers of trust.md T1 take long.
fn crowd() -> (usize, usize) {
    if long() { (500, 20) } else { (100, 2) }
}

fn long() -> bool {
    std::env::var_os("SPARSAM_TEST_LONG").is_some()
}

/// A Monday, another one for each round, none within the days on end of another.
fn monday(round: usize) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 30).unwrap() + Days::new(35 * round as u64)
}

fn time(monday: NaiveDate, days: usize, (hour, minute): (usize, usize)) -> String {
    format!("{}T{hour:02}:{minute:02}:00", monday + Days::new(days as u64))
}

fn hours(most: u32) -> Measure {
    Measure::Minutes { most, per: Period::Week, share: Share::Each }
}

/// All plan at once; how many succeeded. Everybody else must have been told which limit stopped them.
async fn winners(stage: &'static Stage, plans: Vec<(&'static Person, Details, String)>) -> usize {
    winners_on(&[&stage.site.app], stage, plans).await
}

/// The same through several instances in turn.
async fn winners_on(
    apps: &[&'static App],
    stage: &'static Stage,
    plans: Vec<(&'static Person, Details, String)>,
) -> usize {
    let mut clients = JoinSet::new();
    for (number, (who, details, at)) in plans.into_iter().enumerate() {
        let app = apps[number % apps.len()];
        clients.spawn(async move { plan_on(app, (stage, who), (details, &at), Consent::seen()).await });
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
        let (clients, rounds) = crowd();
        let sellers = sellers(stage, clients / 10).await;
        limit(&stage.site.app, Scope::Person(stage.ola.id), hours(60), Level::Block).await;
        for round in 0..rounds {
            let monday = monday(round);
            let first = (with(stage, &format!("Before {round}"), &[&stage.ola]), time(monday, 0, (9, 0)));
            plan(stage, &stage.anna, (first.0, &first.1), Consent::seen()).await.unwrap();
            let plans = (0..clients).map(|n| {
                let at = time(monday, 1 + n % 3, (8 + n / 3 % 9, 0));
                (&sellers[n % sellers.len()], with(stage, &format!("Race {round} {n}"), &[&stage.ola]), at)
            });
            assert_eq!(winners(stage, plans.collect()).await, 1, "round {round}");
        }
        assert_sound(&stage.site.app).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_last_free_time_of_a_person_goes_to_one() {
    on_both(async |db| {
        let stage = leak(Stage::set(db).await);
        let (clients, rounds) = crowd();
        let sellers = sellers(stage, clients / 10).await;
        limit(&stage.site.app, Scope::Person(stage.ola.id), Measure::Overlap, Level::Block).await;
        for round in 0..rounds {
            let plans = (0..clients).map(|n| {
                let at = time(monday(round), 2, (10, n % 30));
                (&sellers[n % sellers.len()], with(stage, &format!("Race {round} {n}"), &[&stage.ola]), at)
            });
            assert_eq!(winners(stage, plans.collect()).await, 1, "round {round}");
        }
        assert_sound(&stage.site.app).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_last_meeting_with_a_customer_goes_to_one() {
    on_both(async |db| {
        let stage = leak(Stage::set(db).await);
        let (clients, rounds) = crowd();
        let sellers = sellers(stage, clients / 10).await;
        let measure = Measure::Contacts { most: 2, days: 30, side: CustomerSide::Account };
        limit(&stage.site.app, Scope::Organization, measure, Level::Block).await;
        for round in 0..rounds {
            let monday = monday(round);
            let first = (stage.details(&format!("Before {round}"), true), time(monday, 0, (9, 0)));
            plan(stage, &stage.anna, (first.0, &first.1), Consent::seen()).await.unwrap();
            let plans = (0..clients).map(|n| {
                let at = time(monday, 1 + n % 4, (8 + n / 4 % 9, 0));
                (&sellers[n % sellers.len()], stage.details(&format!("Race {round} {n}"), true), at)
            });
            assert_eq!(winners(stage, plans.collect()).await, 1, "round {round}");
        }
        assert_sound(&stage.site.app).await;
    })
    .await;
}

/// Three instances share a PostgreSQL (trust.md T6). SQLite has one, which the program sees to itself.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_three_instances_one_gives_the_last_unit() {
    let Some(db) = TestDb::postgres().await else { return };
    let stage = leak(Stage::set(db).await);
    let (clients, rounds) = crowd();
    let sellers = sellers(stage, clients / 10).await;
    let (second, third) = (stage.site.another(2).await, stage.site.another(3).await);
    let apps: [&'static App; 3] = [&stage.site.app, Box::leak(Box::new(second)), Box::leak(Box::new(third))];
    limit(apps[0], Scope::Person(stage.ola.id), hours(30), Level::Block).await;
    limit(apps[1], Scope::Person(stage.sanna.id), Measure::Overlap, Level::Block).await;
    for round in 0..rounds {
        let unit = (0..clients).map(|n| {
            let at = time(monday(round), n % 3, (8 + n / 3 % 9, 0));
            (&sellers[n % sellers.len()], with(stage, &format!("Unit {round} {n}"), &[&stage.ola]), at)
        });
        assert_eq!(winners_on(&apps, stage, unit.collect()).await, 1, "round {round}");
        let slot = (0..clients).map(|n| {
            let at = time(monday(round), 4, (13, n % 30));
            (&sellers[n % sellers.len()], with(stage, &format!("Time {round} {n}"), &[&stage.sanna]), at)
        });
        assert_eq!(winners_on(&apps, stage, slot.collect()).await, 1, "round {round}");
    }
    assert_sound(apps[2]).await;
}

/// What is called off can be booked again, by one (trust.md T9).
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_time_that_was_called_off_goes_to_one_again() {
    on_both(async |db| {
        let stage = leak(Stage::set(db).await);
        let rounds = if long() { 100 } else { 5 };
        let sellers = sellers(stage, 4).await;
        limit(&stage.site.app, Scope::Person(stage.ola.id), Measure::Overlap, Level::Block).await;
        limit(&stage.site.app, Scope::Person(stage.ola.id), hours(30), Level::Block).await;
        let at = time(monday(0), 2, (10, 0));
        let actor = stage.actor(&stage.anna).await;
        let first = (with(stage, "First", &[&stage.ola]), at.as_str());
        let mut id = plan(stage, &stage.anna, first, Consent::seen()).await.unwrap().0;
        for round in 0..rounds {
            let key = format!("off {round}");
            let once = Once { scope: "race".to_owned(), key, body_hash: [0; 32] };
            let version = stage.meeting(id).await.meeting.version;
            let off = CancelMeeting { id, version, reason: "no".to_owned(), once };
            cancel_meeting::run(&stage.site.app, &actor, off).await.unwrap();
            let again = |n: usize| (&sellers[n], with(stage, &format!("Again {round} {n}"), &[&stage.ola]), at.clone());
            assert_eq!(winners(stage, (0..sellers.len()).map(again).collect()).await, 1, "round {round}");
            let mut tx = stage.site.db().begin_read().await.unwrap();
            let span = Interval::new(start(&at).at, start(&at).at + TimeDelta::minutes(30)).unwrap();
            let ola: SubjectId = stage.ola.id.uuid().into();
            let claims = store::claims::of_subjects(&mut tx, &[ola], span, 10).await.unwrap();
            assert_eq!(claims.len(), 1, "round {round}");
            id = claims[0].meeting_id;
        }
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

/// Clients, what each does, the people they contend for, the most minutes of each a week, and how often all of it is
/// done. The numbers of trust.md T2 and T3 take long.
struct Storm {
    clients: u64,
    steps: usize,
    people: usize,
    most: u32,
    /// Guests of one meeting beside who leads it and Sanna, whom nothing limits.
    guests: u64,
    seeds: u64,
}

fn storm() -> Storm {
    if long() {
        Storm { clients: 64, steps: 200, people: 10, most: 360, guests: 6, seeds: 10 }
    } else {
        Storm { clients: 16, steps: 12, people: 5, most: 120, guests: 2, seeds: 1 }
    }
}

/// What one client did, and what the slowest of its steps took.
#[derive(Default)]
struct Tally {
    done: usize,
    stopped: usize,
    took: Vec<Duration>,
}

/// One client: plans, moves and calls off at random.
async fn client(stage: &'static Stage, people: &'static [Person], seed: u64) -> Tally {
    let mut dice = Dice(seed);
    let actor = stage.actor(&stage.anna).await;
    let mut own: Vec<(MeetingId, i64)> = Vec::new();
    let (mut done, storm) = (Tally::default(), storm());
    for step in 0..storm.steps {
        let pick = |dice: &mut Dice| &people[usize::try_from(dice.roll(people.len() as u64)).unwrap()];
        // Thursday to Sunday night: meetings across midnight and the end of the week.
        let at = format!(
            "2026-11-{}T{:02}:{}0:00",
            26 + dice.roll(4),
            [9, 10, 11, 23][usize::try_from(dice.roll(4)).unwrap()],
            dice.roll(4)
        );
        let key = format!("{seed} {step}");
        let once = Once { scope: "race".to_owned(), key: key.clone(), body_hash: [0; 32] };
        let begun = Instant::now();
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
                let leads = pick(&mut dice);
                let guests = 1 + dice.roll(storm.guests);
                let mut who: Vec<&Person> = (0..guests).map(|_| pick(&mut dice)).collect();
                who.retain(|p| p.id != leads.id);
                who.sort_by_key(|p| p.id);
                who.dedup_by_key(|p| p.id);
                who.push(&stage.sanna);
                let planned = plan(stage, leads, (with(stage, &key, &who), &at), Consent::seen()).await;
                planned.map(|(id, _)| own.push((id, 1)))
            }
        };
        match result {
            Ok(()) => done.done += 1,
            Err(AppError::Stopped(_)) => done.stopped += 1,
            Err(other) => panic!("seed {seed}, step {step}: {other:?}"),
        }
        done.took.push(begun.elapsed());
    }
    done
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn no_interleaving_breaks_a_limit_or_books_twice() {
    for seed in 1..=storm().seeds {
        on_both(async |db| rage(leak(Stage::set(db).await), seed).await).await;
    }
}

async fn rage(stage: &'static Stage, seed: u64) {
    let storm = storm();
    let people = sellers(stage, storm.people).await;
    for person in people {
        limit(&stage.site.app, Scope::Person(person.id), hours(storm.most), Level::Block).await;
        limit(&stage.site.app, Scope::Person(person.id), Measure::Overlap, Level::Block).await;
    }
    let mut clients = JoinSet::new();
    for number in 1..=storm.clients {
        clients.spawn(client(stage, people, (seed * 1_000 + number) * 7_919));
    }
    let mut all = Tally::default();
    while let Some(one) = clients.join_next().await {
        let one = one.unwrap();
        (all.done, all.stopped) = (all.done + one.done, all.stopped + one.stopped);
        all.took.extend(one.took);
    }
    all.took.sort_unstable();
    eprintln!("seed {seed}: {} done, {} stopped, p99 {:?}", all.done, all.stopped, all.took[all.took.len() * 99 / 100]);
    assert!(all.done > 10 && all.stopped > 10, "nothing was contended");
    assert_sound(&stage.site.app).await;
    for monday in ["2026-11-23T00:00:00", "2026-11-30T00:00:00"] {
        assert_kept(stage, people, (start(monday).at, storm.most)).await;
    }
}

/// Nobody is over the limit of a week, and nobody is in two places.
async fn assert_kept(stage: &Stage, people: &[Person], (monday, most): (DateTime<Utc>, u32)) {
    let mut tx = stage.site.db().begin_read().await.unwrap();
    let week = Interval::new(monday, monday + TimeDelta::days(7)).unwrap();
    for person in people {
        let subject: SubjectId = person.id.uuid().into();
        let claims = store::claims::of_subjects(&mut tx, &[subject], week, 10_000).await.unwrap();
        let begun = claims.iter().filter(|c| c.counts && monday <= c.starts_at);
        let minutes: i64 = begun.map(|c| c.minutes).sum();
        assert!(minutes <= i64::from(most), "{} has {minutes} minutes", person.name);
        for (n, a) in claims.iter().enumerate() {
            let twice = claims[n + 1..].iter().find(|b| a.starts_at < b.ends_at && b.starts_at < a.ends_at);
            assert!(twice.is_none(), "{} is twice at {}", person.name, a.starts_at);
        }
    }
}
