//! Answers read from a folder by IMAP, from the server's bytes to the meeting: what is new, what is lost, what is doubled.

mod dovecot;
mod faults;
mod pages;
mod waiting;

use chrono::TimeDelta;
use sparsam::{
    app::inbound_settings,
    domain::{
        inbound::{Folder, Inbound},
        meeting::Answer,
        relay::RelaySecurity,
        replies::Outcome,
    },
    mail::imap::Roots,
    store::{self, inbound_folder::InboundFolder},
    worker::folder::{Folders, run_due},
};

use crate::support::{
    db::{TestDb, on_both},
    imap::{ImapServer, SECRET, USER},
    meetings::Stage,
    replies::{Reply, TRUSTED},
};

/// A firm that reads its answers from a folder.
pub(crate) struct Desk {
    pub(crate) stage: Stage,
    pub(crate) server: ImapServer,
    pub(crate) folders: Folders,
}

/// The settings for this server.
fn folder(stage: &Stage, server: &ImapServer, security: RelaySecurity) -> Folder {
    Folder {
        host: "localhost".to_owned(),
        port: server.port(),
        security,
        username: USER.to_owned(),
        sealed_password: inbound_settings::seal_password(&stage.site.app, SECRET).unwrap(),
        name: "INBOX".to_owned(),
    }
}

impl Desk {
    async fn set(db: TestDb) -> Self {
        let (stage, server) = (Stage::set(db).await, ImapServer::start().await);
        stage.site.clock.ticks();
        let desk = Self { stage, server, folders: Folders::new(Roots::of_this_machine()) };
        desk.settings(folder(&desk.stage, &desk.server, RelaySecurity::Plain)).await;
        desk
    }

    async fn settings(&self, folder: Folder) {
        let actor = self.stage.actor(&self.stage.anna).await;
        let settings =
            Inbound { trusted_server: Some(TRUSTED.to_owned()), plus_addressing: false, folder: Some(folder) };
        let permit = actor.may_administer().unwrap();
        inbound_settings::save(&self.stage.site.app, &actor, &permit, Some(settings)).await.unwrap();
    }

    /// Reads once; whether it was our turn.
    async fn read(&self) -> bool {
        run_due(&self.stage.site.app, &self.folders).await.unwrap()
    }

    async fn row(&self) -> InboundFolder {
        let mut tx = self.stage.site.db().begin_read().await.unwrap();
        store::inbound_folder::load(&mut tx).await.unwrap().unwrap()
    }

    /// What became of everything that came in, in the order of the vocabulary.
    async fn outcomes(&self) -> Vec<Outcome> {
        let mut tx = self.stage.site.db().begin_read().await.unwrap();
        let mut mails = store::inbound_mail::newest(&mut tx).await.unwrap();
        mails.sort_by_key(|mail| mail.outcome);
        mails.into_iter().map(|mail| mail.outcome).collect()
    }

    /// Lets time pass and reads again.
    async fn later(&self, minutes: i64) -> bool {
        self.stage.site.clock.pass(TimeDelta::minutes(minutes));
        self.read().await
    }
}

fn numbered(uid: &str, number: u32) -> Vec<u8> {
    let word = ["ACCEPTED", "TENTATIVE", "DECLINED"][number as usize % 3];
    let base = Reply::to(uid);
    let attendee = format!(";PARTSTAT={word}:mailto:eeva@kone.example");
    let calendar = Reply { attendee, id: format!("{number}@kone.example"), ..base }.raw();
    // Each is made a second after the one before it.
    let stamp = format!("DTSTAMP:20261123T08{:02}{:02}Z", number / 60, number % 60);
    String::from_utf8(calendar).unwrap().replace("DTSTAMP:20261123T080000Z", &stamp).into_bytes()
}

#[tokio::test]
async fn an_answer_in_the_folder_counts_and_is_read_once() {
    on_both(async |db| {
        let desk = Desk::set(db).await;
        let (id, uid) = desk.stage.sent("Targets").await;
        assert!(desk.read().await, "an empty folder is read, too");
        assert!(desk.stage.site.now() - desk.row().await.read_at.unwrap() < TimeDelta::seconds(1));
        desk.stage.site.clock.pass(TimeDelta::hours(1));
        let answer = Reply::to(&uid).saying("a", "ACCEPTED", "20261123T083000Z");
        desk.server.add(&answer.raw());
        desk.server.add(b"From: ola@x.example\r\nSubject: Hello\r\n\r\nSee you");
        assert!(desk.read().await);
        assert_eq!(desk.stage.attendee(id, "Eeva").await.answer, Answer::Yes);
        assert_eq!(desk.outcomes().await, [Outcome::Answered, Outcome::NoCalendar]);
        let row = desk.row().await;
        assert_eq!((row.last_uid, row.uid_validity, row.waiting, row.failure), (2, Some(7), 0, None));
        assert!(row.lease_until.is_none(), "the turn is given back");
        assert!(desk.read().await);
        assert_eq!(desk.server.asked("UID FETCH 1 (UID BODY.PEEK[]"), 1, "{:?}", desk.server.commands());
        assert_eq!(desk.server.asked("SELECT") + desk.server.asked("UID STORE"), 0, "nothing is changed there");
        assert_eq!(desk.server.asked("LOGOUT"), 3);
    })
    .await;
}

#[tokio::test]
async fn many_mails_are_read_in_order() {
    on_both(async |db| {
        let desk = Desk::set(db).await;
        let (id, uid) = desk.stage.sent("Targets").await;
        desk.stage.site.clock.pass(TimeDelta::hours(1));
        for number in 0..230 {
            desk.server.add(&numbered(&uid, number));
        }
        assert!(desk.read().await);
        assert_eq!(desk.row().await.last_uid, 230);
        assert_eq!(desk.stage.site.count("SELECT COUNT(*) FROM inbound_mail WHERE outcome = 'answered'").await, 230);
        assert_eq!(desk.stage.attendee(id, "Eeva").await.answer, Answer::Maybe, "the last one");
        assert_eq!(desk.server.asked("UID FETCH 1,2,3"), 1, "sizes are asked for many at once");
    })
    .await;
}

#[tokio::test]
async fn old_mails_are_left_alone_at_first_and_new_ones_never() {
    on_both(async |db| {
        let desk = Desk::set(db).await;
        let (_, uid) = desk.stage.sent("Targets").await;
        desk.server.count_from(4_000_000_000);
        for number in 0..3 {
            let old = desk.server.add(&numbered(&uid, number));
            desk.server.is_old(old);
        }
        assert!(desk.read().await);
        assert!(desk.server.commands().iter().any(|c| c == "UID SEARCH UID 1:* SINCE 24-Oct-2026"));
        assert_eq!((desk.outcomes().await.len(), desk.row().await.last_uid), (0, 4_000_000_002));
        desk.server.add(&numbered(&uid, 7));
        assert!(desk.read().await);
        assert_eq!(desk.outcomes().await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_folder_that_counts_anew_is_read_again_and_nothing_counts_twice() {
    on_both(async |db| {
        let desk = Desk::set(db).await;
        let (id, uid) = desk.stage.sent("Targets").await;
        desk.stage.site.clock.pass(TimeDelta::hours(1));
        for number in 0..3 {
            desk.server.add(&numbered(&uid, number));
        }
        desk.read().await;
        // The first is thrown away, one comes, and everything gets a new number.
        desk.server.remove(1);
        desk.server.add(&numbered(&uid, 3));
        desk.server.renumber();
        assert!(desk.read().await);
        assert_eq!(desk.outcomes().await, [Outcome::Answered; 4]);
        assert_eq!(desk.stage.attendee(id, "Eeva").await.answer, Answer::Yes);
        let row = desk.row().await;
        assert_eq!((row.last_uid, row.uid_validity), (3, Some(8)));
        // Handed over and in the folder, twice: one mail.
        let mail = numbered(&uid, 5);
        desk.stage.bring(&mail).await.unwrap();
        desk.server.add(&mail);
        desk.server.add(&mail);
        assert!(desk.read().await);
        assert_eq!((desk.outcomes().await.len(), desk.row().await.last_uid), (5, 5));
    })
    .await;
}

#[tokio::test]
async fn another_folder_is_read_from_its_beginning_and_a_new_password_at_once() {
    on_both(async |db| {
        let desk = Desk::set(db).await;
        let (_, uid) = desk.stage.sent("Targets").await;
        desk.server.add(&numbered(&uid, 0));
        desk.read().await;
        let same = folder(&desk.stage, &desk.server, RelaySecurity::Plain);
        desk.settings(same.clone()).await;
        assert_eq!(desk.row().await.last_uid, 1, "the same folder under other settings");
        desk.settings(Folder { username: "other".to_owned(), ..same }).await;
        let row = desk.row().await;
        assert_eq!((row.last_uid, row.uid_validity), (0, None));
    })
    .await;
}
