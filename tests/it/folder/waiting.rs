//! Waiting for mails with the connection open, and several servers that share a folder.

use std::time::Duration;

use chrono::TimeDelta;
use sparsam::{
    domain::{meeting::Answer, replies::Outcome},
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
        let worker = tokio::spawn(worker::folder::run(self.stage.site.app.clone(), folders, stopped));
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
            assert_eq!(row.read_at, Some(desk.stage.site.now()));
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
        assert!(desk.server.asked("DONE") >= 3 || desk.server.asked("UID SEARCH") >= 4);
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
