//! Waiting for mails with the connection open, and several servers that share a folder.

use std::time::Duration;

use chrono::TimeDelta;
use sparsam::{
    app::{
        context::App,
        error::AppError,
        read_folder::{self, Reading, Turn},
    },
    domain::{inbound::Trouble, meeting::Answer, replies::Outcome},
    mail::incoming::take_apart,
    worker::{
        self,
        folder::{Folders, run_due},
    },
};
use tokio::sync::watch;

use super::{Desk, numbered};
use crate::support::{
    db::on_both,
    imap::{Act, Moment},
};

impl Desk {
    /// Lets the worker run beside `body`, and stops it.
    pub(super) async fn working(&self, folders: Folders, body: impl AsyncFnOnce()) {
        let (stop, stopped) = watch::channel(false);
        let worker =
            tokio::spawn(worker::folder::run(self.stage.site.app.clone(), std::sync::Arc::new(folders), stopped));
        body().await;
        stop.send_replace(true);
        worker.await.unwrap();
    }
}

#[tokio::test]
async fn what_comes_is_read_at_once() {
    on_both(async |db| {
        let desk = Desk::set(db).await;
        let (id, uid) = desk.stage.sent("Targets").await;
        desk.stage.site.clock.pass(TimeDelta::hours(1));
        desk.working(desk.folders.clone(), async || {
            desk.server.idles(1).await;
            desk.server.add(&numbered(&uid, 0));
            // Whoever listens again has read what came.
            desk.server.idles(2).await;
            assert_eq!(desk.stage.attendee(id, "Eeva").await.answer, Answer::Yes);
            let row = desk.row().await;
            assert!(row.lease_until.is_some(), "the turn is kept while waiting");
            assert!(desk.stage.site.now() - row.read_at.unwrap() < TimeDelta::seconds(1));
        })
        .await;
        assert_eq!(desk.server.connections(), 1);
        assert!(desk.row().await.lease_until.is_none(), "and given back at the stop");
    })
    .await;
}

#[tokio::test]
async fn waiting_is_begun_anew_before_the_server_hangs_up() {
    on_both(async |db| {
        let desk = Desk::set(db).await;
        let folders =
            Folders { keep: Duration::from_millis(5), idle: Duration::from_millis(20), ..desk.folders.clone() };
        assert!(desk.folders.idle < Duration::from_mins(29));
        desk.working(folders, async || desk.server.idles(4).await).await;
        assert!(desk.server.asked("DONE") >= 3 && desk.server.asked("UID SEARCH") >= 4, "{:?}", desk.server.commands());
        assert_eq!(desk.server.connections(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_server_that_tells_nothing_is_asked() {
    on_both(async |db| {
        let desk = Desk::set(db).await;
        let (id, uid) = desk.stage.sent("Targets").await;
        desk.stage.site.clock.pass(TimeDelta::hours(1));
        desk.server.is_silent();
        let folders = Folders { poll: Duration::from_millis(10), ..desk.folders.clone() };
        desk.working(folders, async || {
            while desk.server.asked("UID SEARCH") < 4 {
                tokio::task::yield_now().await;
            }
            desk.server.add(&numbered(&uid, 0));
            while desk.stage.attendee(id, "Eeva").await.answer != Answer::Yes {
                tokio::task::yield_now().await;
            }
        })
        .await;
        assert_eq!((desk.server.asked("IDLE"), desk.server.connections()), (0, 1));
    })
    .await;
}

#[tokio::test]
async fn a_server_that_offers_what_it_does_not_keep_is_asked_instead() {
    on_both(async |db| {
        let desk = Desk::set(db).await;
        desk.server.fails(Moment::Idle, Act::Say("{tag} BAD no\r\n".to_owned()), 1);
        let folders = Folders { poll: Duration::from_millis(10), ..desk.folders.clone() };
        desk.working(folders, async || {
            while desk.server.asked("UID SEARCH") < 4 {
                tokio::task::yield_now().await;
            }
        })
        .await;
        assert_eq!((desk.server.asked("IDLE"), desk.server.connections()), (1, 1));
        assert_eq!(desk.row().await.failure, None);
    })
    .await;
}

#[tokio::test]
async fn a_server_that_cries_wolf_is_not_asked_without_end() {
    on_both(async |db| {
        let desk = Desk::set(db).await;
        let (id, uid) = desk.stage.sent("Targets").await;
        desk.stage.site.clock.pass(TimeDelta::hours(1));
        // It ends each IDLE at once, or tells of news each time.
        for said in ["+ idling\r\n{tag} OK done\r\n", "+ idling\r\n* 0 EXISTS\r\n"] {
            for _ in 0..2 {
                desk.server.fails(Moment::Idle, Act::Say(said.to_owned()), 1);
            }
        }
        let pause = Duration::from_millis(50);
        let folders = Folders { poll: Duration::from_millis(200), pause, ..desk.folders.clone() };
        let begin = tokio::time::Instant::now();
        desk.working(folders, async || {
            // Three false alarms, a look from time to time, and one more alarm; then it keeps its word.
            desk.server.idles(3).await;
            assert!(begin.elapsed() >= pause * 4 + Duration::from_millis(200), "{:?}", begin.elapsed());
            desk.server.add(&numbered(&uid, 0));
            desk.server.idles(4).await;
            assert_eq!(desk.stage.attendee(id, "Eeva").await.answer, Answer::Yes);
        })
        .await;
        assert_eq!(desk.server.connections(), 1);
    })
    .await;
}

#[tokio::test]
async fn other_settings_end_waiting_at_once() {
    on_both(async |db| {
        let desk = Desk::set(db).await;
        desk.working(desk.folders.clone(), async || {
            desk.server.idles(1).await;
            let same = super::folder(&desk.stage, &desk.server, sparsam::domain::relay::RelaySecurity::Plain);
            desk.settings(same).await;
            desk.server.idles(2).await;
        })
        .await;
        assert_eq!(desk.server.connections(), 2);
    })
    .await;
}

#[tokio::test]
async fn whoever_has_lost_the_turn_writes_nothing() {
    on_both(async |db| {
        let desk = Desk::set(db).await;
        let (id, uid) = desk.stage.sent("Targets").await;
        desk.stage.site.clock.pass(TimeDelta::hours(1));
        assert!(desk.read().await);
        let app = &desk.stage.site.app;
        let old = turn(app).await;
        assert!(matches!(read_folder::claim(app).await.unwrap(), Turn::Later(_)), "somebody reads it");
        desk.stage.site.clock.pass(TimeDelta::minutes(6));
        let new = turn(app).await;
        let mail = take_apart(&numbered(&uid, 0)).unwrap();
        let stale = async |reading: &Reading, validity, at| {
            let before = (desk.row().await.last_uid, desk.outcomes().await.len());
            let step = reading.step(validity, at);
            assert!(matches!(read_folder::receive(app, &mail, step).await, Err(AppError::Stale)));
            assert!(matches!(read_folder::pass_by(app, step).await, Err(AppError::Stale)));
            let passed = read_folder::pass_over(app, None, (Outcome::PassedOver, step)).await;
            assert!(matches!(passed, Err(AppError::Stale)));
            assert_eq!((desk.row().await.last_uid, desk.outcomes().await.len()), before);
        };
        stale(&old, 7, 1).await;
        assert!(!read_folder::keep(app, &old, Some(9)).await.unwrap());
        assert!(!read_folder::all_read(app, &old).await.unwrap());
        read_folder::fail(app, &old, (Trouble::Broken, String::new()), Some(1)).await.unwrap();
        read_folder::release(app, &old).await.unwrap();
        let row = desk.row().await;
        assert_eq!((row.waiting, row.failure, row.stuck_uid), (0, None, None));
        assert!(row.lease_until.is_some(), "the lease is the other one's");
        // The UIDs of another folder are not those that are counted.
        stale(&new, 8, 1).await;
        assert_eq!(desk.stage.attendee(id, "Eeva").await.answer, Answer::Open);
        read_folder::receive(app, &mail, new.step(7, 1)).await.unwrap();
        assert_eq!(desk.stage.attendee(id, "Eeva").await.answer, Answer::Yes);
        assert_eq!(desk.row().await.last_uid, 1);
        // What was dealt with is not dealt with again.
        stale(&new, 7, 1).await;
    })
    .await;
}

async fn turn(app: &App) -> Box<Reading> {
    match read_folder::claim(app).await.unwrap() {
        Turn::Ours(reading) => reading,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn of_two_servers_one_reads_and_the_other_takes_over() {
    let Some(db) = crate::support::db::TestDb::postgres().await else { return };
    let desk = Desk::set(db).await;
    let (_, uid) = desk.stage.sent("Targets").await;
    desk.stage.site.clock.pass(TimeDelta::hours(1));
    let other = desk.stage.site.another(2).await;
    for number in 0..20 {
        desk.server.add(&numbered(&uid, number));
    }
    let both =
        tokio::join!(Box::pin(run_due(&desk.stage.site.app, &desk.folders)), Box::pin(run_due(&other, &desk.folders)));
    assert!(both.0.unwrap() || both.1.unwrap());
    assert_eq!(desk.outcomes().await, [Outcome::Answered; 20]);
    assert_eq!(desk.server.asked("UID FETCH 7 (UID BODY"), 1, "one of them reads");
    let answers = "SELECT COUNT(*) FROM audit WHERE action = 'meeting.answered'";
    assert_eq!(desk.stage.site.count(answers).await, 20);
    desk.working(desk.folders.clone(), async || {
        desk.server.idles(1).await;
        assert!(!run_due(&other, &desk.folders).await.unwrap(), "somebody reads it");
        // Whoever falls silent loses the turn, and cannot write anything more.
        desk.stage.site.clock.pass(TimeDelta::minutes(6));
        desk.server.add(&numbered(&uid, 21));
        run_due(&other, &desk.folders).await.unwrap();
        while desk.outcomes().await.len() < 21 {
            tokio::task::yield_now().await;
        }
    })
    .await;
    assert_eq!(desk.outcomes().await.len(), 21);
    assert_eq!(desk.stage.site.count(answers).await, 21);
}
