//! Two at once, through two instances where the database allows it: what they come to together is what one order of them
//! comes to in the model (trust.md T4).

use sparsam::app::context::App;

use super::*;

/// What one of the two does.
#[derive(Debug, Clone)]
enum Deed {
    Plan { title: String, people: Vec<usize>, at: Version },
    Shift { id: MeetingId, leads: usize, version: i64, at: Version },
    CallOff { id: MeetingId, leads: usize, version: i64 },
    Answer { id: MeetingId, person: usize, comes: bool },
}

/// How it ended.
#[derive(Debug, Clone, Copy, PartialEq)]
enum End {
    Done,
    Stopped,
    /// Somebody else was faster.
    Stale,
}

/// A meeting of the model with the version that pages are filled from.
#[derive(Debug, Clone)]
struct Kept {
    met: Met,
    version: i64,
}

type State = Vec<Kept>;

fn mets(state: &State) -> Vec<Met> {
    state.iter().map(|kept| kept.met.clone()).collect()
}

/// Does it in the model.
fn after(state: &mut State, deed: &Deed) -> End {
    let all = mets(state);
    let find = |id: &MeetingId| all.iter().position(|met| met.id == *id);
    match deed {
        Deed::Plan { title, people, at } => {
            if outlook(&all, None, *at, people) != Outlook::Done {
                return End::Stopped;
            }
            let (id, away) = (MeetingId::from_uuid(uuid::Uuid::nil()), Vec::new());
            let met = Met { id, title: title.clone(), people: people.clone(), away, stands: Some(*at), held: None };
            state.push(Kept { met, version: 1 });
            End::Done
        }
        Deed::Shift { id, version, at, .. } => {
            let Some(n) = find(id).filter(|n| state[*n].version == *version) else { return End::Stale };
            if outlook(&all, Some(n), *at, &all[n].people) != Outlook::Done {
                return End::Stopped;
            }
            state[n].met = Met { away: Vec::new(), stands: Some(*at), ..all[n].clone() };
            state[n].version += 1;
            End::Done
        }
        Deed::CallOff { id, version, .. } => {
            let Some(n) = find(id).filter(|n| state[*n].version == *version) else { return End::Stale };
            state.remove(n);
            End::Done
        }
        Deed::Answer { id, person, comes } => {
            let Some(n) = find(id) else { return End::Stale };
            let met = &all[n];
            let back = *comes && met.away.contains(person);
            let people = [met.coming(), vec![*person]].concat();
            if back && outlook(&all, Some(n), met.stands.unwrap(), &people) == Outlook::Stopped {
                return End::Stopped;
            }
            state[n].met.away.retain(|p| p != person);
            state[n].met.away.extend((!comes).then_some(*person));
            End::Done
        }
    }
}

/// Does it for good; a plan that is made has an id.
async fn really(app: App, stage: &'static Stage, deed: Deed, key: String) -> (End, Option<MeetingId>) {
    let sellers = [&stage.ola, &stage.sanna, &stage.mia];
    let once = Once { scope: "pairs".to_owned(), key, body_hash: [0; 32] };
    let consent = Consent::seen();
    let (result, id) = match deed {
        Deed::Plan { title, people, at } => {
            let guests: Vec<&Person> = people[1..].iter().map(|p| sellers[*p]).collect();
            let minutes = u32::try_from(at.minutes).unwrap();
            let plan =
                sparsam::domain::planning::Plan { details: with(stage, &title, &guests), start: at.start(), minutes };
            let actor = stage.actor(sellers[people[0]]).await;
            let command =
                sparsam::app::schedule_meeting::ScheduleMeeting { plan, form: Vec::new(), draft: None, consent, once };
            let permit = actor.may_plan().unwrap();
            match sparsam::app::schedule_meeting::run(&app, &actor, &permit, command).await {
                Ok(sparsam::app::schedule_meeting::Scheduled::New(id, _)) => (Ok(()), Some(id)),
                Ok(again) => panic!("{again:?}"),
                Err(error) => (Err(error), None),
            }
        }
        Deed::Shift { id, leads, version, at } => {
            let (reason, minutes) = (String::new(), u32::try_from(at.minutes).unwrap());
            let command = MoveMeeting { id, version, start: at.start(), minutes, reason, consent, once };
            (move_meeting::run(&app, &stage.actor(sellers[leads]).await, command).await.map(drop), None)
        }
        Deed::CallOff { id, leads, version } => {
            let command = CancelMeeting { id, version, reason: "no".to_owned(), once };
            (cancel_meeting::run(&app, &stage.actor(sellers[leads]).await, command).await.map(drop), None)
        }
        Deed::Answer { id, person, comes } => {
            let row = stage.attendee(id, &sellers[person].name).await.id;
            let given = GiveAnswer { answer: if comes { Answer::Yes } else { Answer::No }, comment: String::new() };
            (answer::by_person(&app, &stage.actor(sellers[person]).await, row, given).await, None)
        }
    };
    let end = match result {
        Ok(()) => End::Done,
        Err(AppError::Stopped(_)) => End::Stopped,
        Err(AppError::Stale | AppError::Refused(_)) => End::Stale,
        Err(other) => panic!("{other:?}"),
    };
    (end, id)
}

/// What each seller's claims are.
async fn claimed(stage: &Stage) -> Vec<Vec<(i64, i64)>> {
    let mut tx = stage.site.db().begin_read().await.unwrap();
    let monday = start("2026-11-30T00:00:00").at;
    let span = Interval::new(monday, monday + TimeDelta::days(14)).unwrap();
    let mut all = Vec::new();
    for person in [&stage.ola, &stage.sanna, &stage.mia] {
        let claims = store::claims::of_subjects(&mut tx, &[person.id.uuid().into()], span, 1_000).await.unwrap();
        let mut own: Vec<_> = claims.iter().map(|c| ((c.starts_at - monday).num_minutes(), c.minutes)).collect();
        own.sort_unstable();
        all.push(own);
    }
    all
}

fn expected(state: &State) -> Vec<Vec<(i64, i64)>> {
    let of = |place: usize| {
        let mut own: Vec<_> =
            state.iter().flat_map(|kept| kept.met.takes(place)).flatten().map(|v| (v.at, v.minutes)).collect();
        own.sort_unstable();
        own
    };
    (0..3).map(of).collect()
}

/// Something to do with the meetings there are; often with the same one as the other, and at the same time.
fn deed(state: &State, dice: &mut Dice, number: usize) -> Deed {
    // Few times, so that they meet.
    let minutes = [30, 45, 60][dice.roll(3)];
    let at = Version { at: 1_440 + 9 * 60 + 15 * i64::try_from(dice.roll(4)).unwrap(), minutes };
    let plan = |dice: &mut Dice| {
        let first = dice.roll(3);
        Deed::Plan { title: format!("Pair {number}"), people: vec![first, (first + 1) % 3], at }
    };
    if state.is_empty() || dice.roll(3) == 0 {
        return plan(dice);
    }
    let kept = &state[dice.roll(state.len())];
    let (id, leads, version) = (kept.met.id, kept.met.people[0], kept.version);
    match dice.roll(5) {
        0 | 1 if kept.met.stands != Some(at) => Deed::Shift { id, leads, version, at },
        2 => Deed::CallOff { id, leads, version },
        3 | 4 => Deed::Answer { id, person: kept.met.people[1], comes: dice.roll(2) == 0 },
        _ => plan(dice),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_at_once_both_come_to_what_one_order_of_them_does() {
    let pairs = if std::env::var_os("SPARSAM_TEST_LONG").is_some() { 5_000 } else { 60 };
    on_both(async |db| {
        let stage: &'static Stage = Box::leak(Box::new(Stage::set(db).await));
        let app = &stage.site.app;
        let weekly = Measure::Minutes { most: u32::try_from(MOST).unwrap(), per: Period::Week, share: Share::Each };
        limit(app, Scope::Organization, weekly, Level::Block).await;
        limit(app, Scope::Organization, Measure::Overlap, Level::Block).await;
        let shared = matches!(stage.site.db(), store::Db::Postgres(_));
        let second = if shared { stage.site.another(2).await } else { app.clone() };
        let (mut model, mut dice, mut together) = (State::new(), Dice(4), [0; 3]);
        for pair in 0..pairs {
            let deeds = [0, 1].map(|n| deed(&model, &mut dice, 2 * pair + n));
            let run = |app: App, n: usize| tokio::spawn(really(app, stage, deeds[n].clone(), format!("{pair} {n}")));
            let (one, two) = (run(app.clone(), 0), run(second.clone(), 1));
            let (one, two) = (one.await.unwrap(), two.await.unwrap());
            let found = claimed(stage).await;
            let in_order = |order: [usize; 2]| {
                let mut next = model.clone();
                let mut ends = [End::Done; 2];
                for n in order {
                    ends[n] = after(&mut next, &deeds[n]);
                }
                (ends == [one.0, two.0] && expected(&next) == found).then_some(next)
            };
            let next = in_order([0, 1]).or_else(|| in_order([1, 0]));
            let Some(next) = next else {
                panic!("pair {pair}: {deeds:?} came to {one:?} and {two:?}: {found:?}\n{model:#?}")
            };
            together[usize::from(one.0 == End::Done) + usize::from(two.0 == End::Done)] += 1;
            model = next;
            for (made, deed) in [(one.1, &deeds[0]), (two.1, &deeds[1])] {
                if let (Some(id), Deed::Plan { title, .. }) = (made, deed) {
                    model.iter_mut().find(|kept| kept.met.title == *title).unwrap().met.id = id;
                }
            }
        }
        assert_sound(app).await;
        assert!(together.iter().all(|count| *count > 0), "both, one and neither were made: {together:?}");
    })
    .await;
}
