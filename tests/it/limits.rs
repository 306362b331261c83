//! Limits hold in the transaction that writes the meeting.

use sparsam::{
    app::{
        answer::{self, GiveAnswer},
        cancel_meeting::{self, CancelMeeting},
        change::Made,
        edit_meeting::{self, EditMeeting},
        error::AppError,
        leave::Need,
        move_meeting::{self, MoveMeeting},
        once::Once,
    },
    domain::{
        ids::{MeetingId, SubjectId},
        limits::{
            consent::Consent,
            rule::{CustomerSide, LeadClass, Level, Measure, Period, Scope, Share},
        },
        meeting::Answer,
    },
    store,
};

use crate::support::{
    db::{TestDb, on_both},
    meetings::{Stage, start},
    rules::{assert_sound, limit, plan, with},
};

fn hours(most: u32) -> Measure {
    Measure::Minutes { most, per: Period::Week, share: Share::Each }
}

fn reason(text: &str) -> Consent {
    Consent { seen: true, reason: Some(text.to_owned()), approved: Vec::new() }
}

fn once(key: &str) -> Once {
    Once { scope: "limits".to_owned(), key: key.to_owned(), body_hash: [0; 32] }
}

fn need<T: std::fmt::Debug>(result: Result<T, AppError>) -> Need {
    match result {
        Err(AppError::Stopped(stopped)) => stopped.need,
        other => panic!("was not stopped: {other:?}"),
    }
}

async fn set(db: TestDb) -> Stage {
    Stage::set(db).await
}

#[tokio::test]
async fn each_level_asks_for_its_own() {
    on_both(async |db| {
        let stage = set(db).await;
        let at = "2026-11-25T10:00:00";
        let details = || with(&stage, "Weekly numbers", &[&stage.ola]);
        for (level, needed) in [(Level::Warn, Need::Tick), (Level::Reason, Need::Reason), (Level::Block, Need::Other)] {
            let id = limit(&stage.site.app, Scope::Person(stage.ola.id), hours(20), level).await;
            assert_eq!(need(plan(&stage, &stage.anna, (details(), at), Consent::default()).await), needed, "{level}");
            assert_eq!(stage.site.count("SELECT COUNT(*) FROM meeting").await, 0, "nothing is written");
            let mut tx = stage.site.db().begin().await.unwrap();
            assert!(store::rules::end(&mut tx, (id, 1), stage.site.now()).await.unwrap());
            tx.commit().await.unwrap();
        }
        plan(&stage, &stage.anna, (details(), at), Consent::default()).await.unwrap();
        assert_sound(&stage.site.app).await;
    })
    .await;
}

#[tokio::test]
async fn a_reason_goes_on_the_record_and_the_quota_ends() {
    on_both(async |db| {
        let stage = set(db).await;
        limit(&stage.site.app, Scope::Person(stage.ola.id), hours(20), Level::Reason).await;
        for (number, at) in ["2026-11-25T09:00:00", "2026-11-25T10:00:00", "2026-11-25T13:00:00"].iter().enumerate() {
            let details = with(&stage, &format!("Meeting {number}"), &[&stage.ola]);
            let said = reason("the quarter ends on Friday");
            assert!(plan(&stage, &stage.anna, (details, at), said).await.unwrap().1.done().is_some());
        }
        let recorded = "SELECT COUNT(*) FROM limit_override WHERE reason = 'the quarter ends on Friday'
                        AND quarter = '2026-Q4' AND level = 'reason' AND approver_id IS NULL";
        assert_eq!(stage.site.count(recorded).await, 3);
        // Anna is the only administrator, and nobody allows their own.
        let fourth = (with(&stage, "Meeting 3", &[&stage.ola]), "2026-11-26T09:00:00");
        let refused = plan(&stage, &stage.anna, fourth, reason("the quarter ends on Friday")).await;
        assert!(matches!(refused, Err(AppError::Refused(sparsam::app::error::Refusal::NoApprover))), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn a_rule_nobody_understands_blocks() {
    on_both(async |db| {
        let stage = set(db).await;
        limit(&stage.site.app, Scope::Organization, hours(6_000), Level::Warn).await;
        stage.site.execute("UPDATE rule SET measure = '{\"kind\":\"from_the_future\"}'").await.unwrap();
        let details = with(&stage, "Weekly numbers", &[&stage.ola]);
        assert_eq!(
            need(plan(&stage, &stage.anna, (details, "2026-11-25T10:00:00"), reason("whatever I say")).await),
            Need::Other
        );
    })
    .await;
}

#[tokio::test]
async fn moving_is_judged_without_the_old_time_and_shrinking_is_free() {
    on_both(async |db| {
        let stage = set(db).await;
        let at = "2026-11-25T10:00:00";
        let details = with(&stage, "Weekly numbers", &[&stage.ola]);
        let (id, _) = plan(&stage, &stage.anna, (details, at), Consent::default()).await.unwrap();
        let rule = limit(&stage.site.app, Scope::Person(stage.ola.id), hours(30), Level::Block).await;
        let actor = stage.actor(&stage.anna).await;
        let moved = async |version, minutes, key: &str| {
            let command = MoveMeeting {
                id,
                version,
                start: start("2026-11-26T10:00:00"),
                minutes,
                reason: String::new(),
                consent: Consent::seen(),
                once: once(key),
            };
            move_meeting::run(&stage.site.app, &actor, command).await
        };
        moved(1, 30, "other day").await.unwrap();
        assert_eq!(need(moved(2, 45, "longer").await), Need::Other);
        // The limit is lowered below what stands: nothing is cancelled, and what shrinks is allowed.
        let mut tx = stage.site.db().begin().await.unwrap();
        store::rules::end(&mut tx, (rule, 1), stage.site.now()).await.unwrap();
        tx.commit().await.unwrap();
        limit(&stage.site.app, Scope::Person(stage.ola.id), hours(10), Level::Block).await;
        moved(2, 25, "shorter").await.unwrap();
        assert_eq!(
            stage.site.count("SELECT COUNT(*) FROM meeting WHERE status = 'confirmed' AND minutes = 25").await,
            1
        );
        let given = "SELECT COUNT(*) FROM time_back WHERE cause = 'shortened' AND minutes = 5";
        assert_eq!(stage.site.count(given).await, 2, "Anna and Ola got five minutes back");
        assert_sound(&stage.site.app).await;
    })
    .await;
}

#[tokio::test]
async fn adding_somebody_over_their_limit_is_stopped() {
    on_both(async |db| {
        let stage = set(db).await;
        limit(&stage.site.app, Scope::Person(stage.sanna.id), hours(20), Level::Block).await;
        let at = "2026-11-25T10:00:00";
        let (id, _) =
            plan(&stage, &stage.anna, (with(&stage, "Numbers", &[&stage.ola]), at), Consent::default()).await.unwrap();
        let actor = stage.actor(&stage.anna).await;
        let command = EditMeeting {
            quiet: false,
            id,
            version: 1,
            details: with(&stage, "Numbers", &[&stage.ola, &stage.sanna]),
            points: Vec::new(),
            consent: Consent::seen(),
            once: once("add Sanna"),
        };
        assert_eq!(need(edit_meeting::run(&stage.site.app, &actor, command).await), Need::Other);
        let command = EditMeeting {
            quiet: false,
            id,
            version: 1,
            details: with(&stage, "New title", &[&stage.ola]),
            points: Vec::new(),
            consent: Consent::default(),
            once: once("title"),
        };
        edit_meeting::run(&stage.site.app, &actor, command).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn whoever_declined_comes_back_only_within_the_limit() {
    on_both(async |db| {
        let stage = set(db).await;
        limit(&stage.site.app, Scope::Person(stage.ola.id), hours(30), Level::Block).await;
        let at = "2026-11-25T10:00:00";
        let first = plan(&stage, &stage.anna, (with(&stage, "One", &[&stage.ola]), at), Consent::default()).await;
        let row = stage.attendee(first.unwrap().0, "Ola").await;
        let ola = stage.actor(&stage.ola).await;
        let say = async |answer| {
            let given = GiveAnswer { answer, comment: String::new() };
            answer::by_person(&stage.site.app, &ola, row.id, given).await
        };
        say(Answer::No).await.unwrap();
        let later = (with(&stage, "Two", &[&stage.ola]), "2026-11-26T10:00:00");
        plan(&stage, &stage.anna, later, Consent::default()).await.unwrap();
        assert_eq!(need(say(Answer::Yes).await), Need::Other);
        assert_eq!(stage.attendee(row.meeting_id, "Ola").await.answer, Answer::No, "the old answer stands");
        assert_sound(&stage.site.app).await;
    })
    .await;
}

#[tokio::test]
async fn a_customer_is_met_no_more_often_whoever_sells() {
    on_both(async |db| {
        let stage = set(db).await;
        let measure = Measure::Contacts { most: 1, days: 30, side: CustomerSide::Account };
        limit(&stage.site.app, Scope::Organization, measure, Level::Block).await;
        let first = (stage.details("First", true), "2026-11-25T10:00:00");
        let (id, _) = plan(&stage, &stage.anna, first, Consent::seen()).await.unwrap();
        let by_mia = |at| (stage.details("By another seller", true), at);
        let within = plan(&stage, &stage.mia, by_mia("2026-12-15T10:00:00"), Consent::seen()).await;
        assert_eq!(need(within), Need::Other);
        plan(&stage, &stage.mia, by_mia("2026-12-28T10:00:00"), Consent::seen()).await.unwrap();
        let actor = stage.actor(&stage.anna).await;
        let off = CancelMeeting { id, version: 1, reason: "not now".to_owned(), once: once("off") };
        cancel_meeting::run(&stage.site.app, &actor, off).await.unwrap();
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM time_back WHERE cause = 'cancelled'").await, 3);
        plan(&stage, &stage.mia, by_mia("2026-11-26T10:00:00"), Consent::seen()).await.unwrap();
        assert_sound(&stage.site.app).await;
    })
    .await;
}

#[tokio::test]
async fn a_customers_load_is_limited_whoever_sells() {
    on_both(async |db| {
        let stage = set(db).await;
        let app = &stage.site.app;
        let by = |title| stage.details(title, true);
        plan(&stage, &stage.anna, (by("First"), "2026-11-25T10:00:00"), Consent::seen()).await.unwrap();
        let mut tx = stage.site.db().begin().await.unwrap();
        let customer = store::accounts::list_accounts(&mut tx, (1, 0)).await.unwrap().remove(0).id;
        let hot = Some(LeadClass::Hot);
        store::accounts::set_lead_class(&mut tx, customer, hot, stage.site.now()).await.unwrap();
        tx.commit().await.unwrap();
        let weekly = Measure::Meetings { most: 2, per: Period::Week, share: Share::Each };
        limit(app, Scope::Account(customer), hours(60), Level::Block).await;
        limit(app, Scope::LeadClass(LeadClass::Hot), weekly.clone(), Level::Block).await;
        limit(app, Scope::LeadClass(LeadClass::Cold), hours(20), Level::Block).await;
        plan(&stage, &stage.mia, (by("Second"), "2026-11-26T10:00:00"), Consent::seen()).await.unwrap();
        let third = plan(&stage, &stage.anna, (by("Third"), "2026-11-27T10:00:00"), Consent::seen()).await;
        let Err(AppError::Stopped(stopped)) = third else { panic!("{third:?}") };
        let passed: Vec<_> = stopped.verdict.passed().filter(|r| r.id.is_some()).map(|r| (r.before, r.after)).collect();
        assert_eq!((stopped.need, passed), (Need::Other, vec![(2, 3), (60, 90)]));
        // Another week, and another meeting of the same sellers without the customer.
        plan(&stage, &stage.anna, (by("Later"), "2026-12-02T10:00:00"), Consent::seen()).await.unwrap();
        let internal = (with(&stage, "Internal", &[&stage.ola]), "2026-11-27T13:00:00");
        plan(&stage, &stage.mia, internal, Consent::seen()).await.unwrap();
        assert_sound(app).await;
    })
    .await;
}

#[tokio::test]
async fn the_database_refuses_what_the_service_would_let_slip() {
    on_both(async |db| {
        let stage = set(db).await;
        limit(&stage.site.app, Scope::Organization, Measure::Overlap, Level::Block).await;
        let at = "2026-11-25T10:00:00";
        let (id, _) =
            plan(&stage, &stage.anna, (with(&stage, "One", &[&stage.ola]), at), Consent::seen()).await.unwrap();
        let other = (with(&stage, "Two", &[&stage.sanna]), "2026-11-26T10:00:00");
        let (two, _) = plan(&stage, &stage.mia, other, Consent::seen()).await.unwrap();
        let mut tx = stage.site.db().begin().await.unwrap();
        let ola: SubjectId = stage.ola.id.uuid().into();
        let span = sparsam::domain::time::Interval::new(start(at).at, start("2026-11-25T11:00:00").at).unwrap();
        let claims = store::claims::of_subjects(&mut tx, &[ola], span, 10).await.unwrap();
        assert!(claims.len() == 1 && claims[0].exclusive && claims[0].meeting_id == id, "{claims:?}");
        let slip = |meeting_id: MeetingId| store::claims::Claim { meeting_id, ..claims[0].clone() };
        drop(tx);
        // From 29 minutes ahead to 29 minutes later, of every length: trust.md T5.
        let tries = if std::env::var_os("SPARSAM_TEST_LONG").is_some() { 1_000 } else { 40 };
        for number in 0..tries {
            let mut claim = slip(two);
            claim.starts_at += chrono::TimeDelta::minutes(number * 7 % 59 - 29);
            claim.ends_at = claim.starts_at + chrono::TimeDelta::minutes(30 + number % 90);
            let mut tx = stage.site.db().begin().await.unwrap();
            assert!(store::claims::add(&mut tx, &[claim]).await.is_err(), "the same time twice, number {number}");
        }
        let mut tx = stage.site.db().begin().await.unwrap();
        let mut beside = slip(two);
        beside.starts_at = claims[0].ends_at;
        beside.ends_at = claims[0].ends_at + chrono::TimeDelta::minutes(30);
        store::claims::add(&mut tx, &[beside]).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn an_override_stands_beside_what_is_exclusive() {
    on_both(async |db| {
        let stage = set(db).await;
        limit(&stage.site.app, Scope::Organization, Measure::Overlap, Level::Reason).await;
        let at = "2026-11-25T10:00:00";
        plan(&stage, &stage.anna, (with(&stage, "One", &[&stage.ola]), at), Consent::seen()).await.unwrap();
        let twice = |title| (with(&stage, title, &[&stage.ola]), at);
        assert_eq!(need(plan(&stage, &stage.mia, twice("Two"), Consent::seen()).await), Need::Reason);
        let made = plan(&stage, &stage.mia, twice("Two"), reason("Ola agreed to be in both")).await.unwrap().1;
        assert!(matches!(made, Made::Done(_)));
        assert_sound(&stage.site.app).await;
    })
    .await;
}
