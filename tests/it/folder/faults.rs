//! Servers that fail, hang, lie or flood, and mails nobody wants.

use std::{fmt::Write as _, time::Duration};

use chrono::TimeDelta;
use sparsam::{
    domain::{
        inbound::{Folder, Trouble},
        meeting::Answer,
        relay::RelaySecurity,
        replies::Outcome,
    },
    mail::{
        imap::{Patience, Place, Roots, probe},
        transport::Login,
    },
};

use super::{Desk, folder, numbered};
use crate::support::{
    db::{TestDb, on_both},
    imap::{Act, ImapServer, Moment, Privacy, SECRET, USER},
    smtp::{AUTHORITY, Certificate},
};

/// For servers that hang.
const SHORT: Duration = Duration::from_millis(100);

fn place(server: &ImapServer, security: RelaySecurity) -> Place {
    let login = Login { username: USER.to_owned(), password: SECRET.to_owned() };
    Place { host: "localhost".to_owned(), port: server.port(), security, login, folder: "INBOX".to_owned() }
}

#[tokio::test]
async fn each_failure_has_a_name() {
    let server = ImapServer::start().await;
    let good = place(&server, RelaySecurity::Plain);
    let roots = Roots::only(AUTHORITY).unwrap();
    let ask = async |place: Place| probe(&place, &roots, Patience::default()).await;
    server.add(b"From: a@x.example\r\n\r\nx");
    assert_eq!(ask(good.clone()).await, Ok(1));
    server.set_password("plain \"words\" \\");
    let ascii = Login { username: USER.to_owned(), password: "plain \"words\" \\".to_owned() };
    assert_eq!(ask(Place { login: ascii, ..good.clone() }).await, Ok(1));
    server.set_password(SECRET);
    let login = |password: &str| Login { username: USER.to_owned(), password: password.to_owned() };
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    for (place, trouble, words) in [
        (
            Place { host: "nothing.invalid".to_owned(), security: RelaySecurity::Tls, ..good.clone() },
            Trouble::NoHost,
            "",
        ),
        (Place { host: "imap.nordvik.example".to_owned(), ..good.clone() }, Trouble::NoEncryption, "in clear"),
        (Place { port: free, ..good.clone() }, Trouble::Refused, "refused"),
        (Place { security: RelaySecurity::StartTls, ..good.clone() }, Trouble::NoEncryption, "what?"),
        (Place { security: RelaySecurity::Tls, ..good.clone() }, Trouble::NoEncryption, "corrupt"),
        (Place { login: login("wrong"), ..good.clone() }, Trouble::Login, "Authentication"),
        (Place { login: login("a\r\nA1 LOGOUT"), ..good.clone() }, Trouble::Login, "line break"),
        (Place { folder: "Möten\r\nx".to_owned(), ..good.clone() }, Trouble::NoFolder, "Mailbox doesn't exist"),
    ] {
        let fault = ask(place.clone()).await.unwrap_err();
        assert_eq!(fault.trouble, trouble, "{place:?}: {fault}");
        assert!(fault.words.contains(words), "{place:?}: {fault}");
        assert!(!format!("{fault:?}{place:?}").contains(SECRET));
    }
    assert!(server.commands().contains(&"EXAMINE \"M&APY-tenx\"".to_owned()), "{:?}", server.commands());
    for (at, said, trouble) in [
        (Moment::Greeting, "* BYE overloaded\r\n", Trouble::Broken),
        (Moment::Greeting, "* PREAUTH welcome\r\n", Trouble::Broken),
        (Moment::Greeting, "220 mail.example ESMTP\r\n", Trouble::Broken),
        (Moment::Greeting, "HTTP/1.1 400 Bad Request\r\n\r\n", Trouble::Broken),
        (Moment::Login, "{tag} NO [UNAVAILABLE] Try later\r\n", Trouble::Broken),
        (Moment::Examine, "* 1 EXISTS\r\n{tag} OK done\r\n", Trouble::Broken),
        (Moment::Examine, "* BYE\r\n", Trouble::Broken),
        (Moment::Capability, "{tag} BAD\r\n", Trouble::Broken),
    ] {
        server.fails(at, Act::Say(said.to_owned()), 1);
        let fault = probe(&good, &roots, Patience::default()).await.unwrap_err();
        assert_eq!(fault.trouble, trouble, "{at:?} {said}: {fault}");
    }
}

#[tokio::test]
async fn the_way_is_private_or_not_taken() {
    let own = Roots::only(AUTHORITY).unwrap();
    let others = Roots::only(include_bytes!("../../fixtures/tls/ca.pem")).unwrap();
    for (privacy, security) in
        [(Privacy::Tls as fn(Certificate) -> Privacy, RelaySecurity::Tls), (Privacy::StartTls, RelaySecurity::StartTls)]
    {
        let server = ImapServer::private(privacy(Certificate::Good)).await;
        let patience = Patience::default();
        assert_eq!(probe(&place(&server, security), &own, patience).await, Ok(0), "{security}");
        let unknown = probe(&place(&server, security), &others, patience).await.unwrap_err();
        assert_eq!(unknown.trouble, Trouble::Certificate, "{unknown}");
        for certificate in [Certificate::Expired, Certificate::Elsewhere] {
            let server = ImapServer::private(privacy(certificate)).await;
            let fault = probe(&place(&server, security), &own, patience).await.unwrap_err();
            assert_eq!(fault.trouble, Trouble::Certificate, "{fault}");
            assert_eq!(server.asked("LOGIN") + server.asked("AUTHENTICATE"), 0);
        }
    }
    // What somebody on the way puts behind the answer to STARTTLS reaches nobody.
    let server = ImapServer::start().await;
    server.fails(Moment::Capability, Act::Drop, 1);
    server.fails(Moment::Greeting, Act::Say("* OK hi\r\nA0001 OK begin\r\nA0001 OK in\r\n".to_owned()), 1);
    let fault = probe(&place(&server, RelaySecurity::StartTls), &own, Patience::default()).await.unwrap_err();
    assert_ne!(fault.trouble, Trouble::Login, "{fault}");
    assert_eq!(server.asked("LOGIN") + server.asked("AUTHENTICATE"), 0);
}

#[tokio::test]
async fn a_server_that_hangs_costs_a_failure_and_no_more() {
    on_both(async |db| {
        let mut desk = Desk::set(db).await;
        desk.folders.patience = Patience { connect: SHORT, answer: SHORT, mail: SHORT };
        let (_, uid) = desk.stage.sent("Targets").await;
        desk.server.add(&numbered(&uid, 0));
        for at in [
            Moment::Greeting,
            Moment::Login,
            Moment::Capability,
            Moment::Examine,
            Moment::Search,
            Moment::Sizes,
            Moment::Mail,
        ] {
            desk.server.fails(at, Act::Hang, 1);
            assert!(desk.later(31).await, "{at:?}");
            assert_eq!(desk.row().await.failure, Some(Trouble::Silent), "{at:?}");
        }
        assert_eq!(desk.row().await.failures, 7);
        assert!(desk.later(31).await);
        assert_eq!((desk.row().await.failure, desk.outcomes().await.len()), (None, 1));
    })
    .await;
}

#[tokio::test]
async fn what_breaks_off_is_read_again_and_counts_once() {
    on_both(async |db| {
        let desk = Desk::set(db).await;
        let (id, uid) = desk.stage.sent("Targets").await;
        desk.stage.site.clock.pass(TimeDelta::hours(1));
        for number in 0..3 {
            desk.server.add(&numbered(&uid, number));
        }
        let faults = [Moment::Search, Moment::Sizes, Moment::Mail, Moment::Examine];
        for (at, act) in faults.into_iter().flat_map(|at| [(at, Act::Half), (at, Act::Drop)]) {
            desk.server.fails(at, act.clone(), 1);
            assert!(desk.later(31).await, "{at:?}");
            let row = desk.row().await;
            assert_eq!((row.failure, row.last_uid.min(1)), (Some(Trouble::Broken), 0), "{at:?} {act:?}");
        }
        assert!(desk.later(31).await);
        assert_eq!(desk.outcomes().await, [Outcome::Answered; 3]);
        assert_eq!(desk.stage.attendee(id, "Eeva").await.answer, Answer::No);
        let row = desk.row().await;
        assert_eq!((row.failure, row.failures, row.stuck_uid), (None, 0, None));
    })
    .await;
}

#[tokio::test]
async fn a_mail_that_cannot_be_fetched_holds_up_no_others() {
    on_both(async |db| {
        let desk = Desk::set(db).await;
        let (id, uid) = desk.stage.sent("Targets").await;
        desk.stage.site.clock.pass(TimeDelta::hours(1));
        for number in [0, 1, 2] {
            desk.server.add(&numbered(&uid, number));
        }
        for poison in [1, 2] {
            desk.server.breaks_at(poison);
        }
        for (poison, waiting) in [(1, 3), (2, 2)] {
            for tries in 1..=5 {
                assert!(desk.later(31).await);
                let row = desk.row().await;
                let expected = (Some(i64::from(poison)), tries, i64::from(poison) - 1, waiting);
                assert_eq!((row.stuck_uid, row.stuck_tries, row.last_uid, row.waiting), expected);
            }
        }
        assert!(desk.later(31).await);
        assert_eq!(desk.outcomes().await, [Outcome::Answered, Outcome::PassedOver, Outcome::PassedOver]);
        assert_eq!(desk.stage.attendee(id, "Eeva").await.answer, Answer::No);
        assert_eq!((desk.row().await.last_uid, desk.row().await.failure), (3, None));
    })
    .await;
}

#[tokio::test]
async fn a_server_that_gives_no_mails_for_long_loses_none() {
    on_both(async |db| {
        let mut desk = Desk::set(db).await;
        desk.folders.patience.mail = SHORT;
        let (id, uid) = desk.stage.sent("Targets").await;
        desk.stage.site.clock.pass(TimeDelta::hours(1));
        for number in 0..3 {
            desk.server.add(&numbered(&uid, number));
        }
        // Everything else works: signing in, opening the folder, searching.
        desk.server.fails(Moment::Mail, Act::Hang, usize::MAX);
        for tries in 1..=8 {
            assert!(desk.later(31).await);
            let row = desk.row().await;
            assert_eq!((row.stuck_uid, row.stuck_tries, row.last_uid, row.waiting), (Some(1), tries, 0, 3));
            assert_eq!((row.failure, row.failures), (Some(Trouble::Silent), tries));
        }
        desk.server.recovers();
        assert!(desk.later(31).await);
        assert_eq!(desk.outcomes().await, [Outcome::Answered; 3]);
        assert_eq!(desk.stage.attendee(id, "Eeva").await.answer, Answer::No);
        assert_eq!((desk.row().await.last_uid, desk.row().await.stuck_uid), (3, None));
    })
    .await;
}

#[tokio::test]
async fn the_only_mail_is_never_passed_over() {
    on_both(async |db| {
        let desk = Desk::set(db).await;
        let (_, uid) = desk.stage.sent("Targets").await;
        desk.stage.site.clock.pass(TimeDelta::hours(1));
        desk.server.add(&numbered(&uid, 0));
        desk.server.fails(Moment::Mail, Act::Half, 7);
        for tries in 1..=7 {
            assert!(desk.later(31).await);
            assert_eq!(desk.row().await.stuck_tries, tries);
        }
        assert!(desk.later(31).await);
        assert_eq!(desk.outcomes().await, [Outcome::Answered]);
    })
    .await;
}

#[tokio::test]
async fn a_changed_password_is_told_and_tried_seldom() {
    on_both(async |db| {
        let desk = Desk::set(db).await;
        desk.read().await;
        desk.server.set_password("another");
        assert!(desk.later(1).await);
        let row = desk.row().await;
        assert_eq!(
            (row.failure, row.words.as_str()),
            (Some(Trouble::Login), "[AUTHENTICATIONFAILED] Authentication \"failed\".")
        );
        assert!(!desk.later(9).await, "servers lock accounts that are tried too often");
        assert!(desk.later(1).await);
        assert_eq!(desk.row().await.failures, 2);
        let mut anna = desk.stage.site.signed_in(&desk.stage.anna).await;
        anna.get("/").await.says("Answers by email cannot be read (since");
        let page = anna.get("/admin/mail").await;
        page.says("did not accept the user name or the password")
            .says("AUTHENTICATIONFAILED")
            .says("The next try is at");
        anna.get("/admin/system").await.says("did not accept the user name or the password");
        let mut ola = desk.stage.site.signed_in(&desk.stage.ola).await;
        ola.get("/").await.does_not_say("Answers by email cannot");
        // Saving the right one counts at once.
        desk.server.set_password(SECRET);
        desk.settings(folder(&desk.stage, &desk.server, RelaySecurity::Plain)).await;
        assert!(desk.read().await);
        assert_eq!(desk.row().await.failure, None);
        anna.get("/").await.does_not_say("Answers by email cannot");
    })
    .await;
}

#[tokio::test]
async fn huge_and_broken_mails_are_noted_and_passed_over() {
    on_both(async |db| {
        let desk = Desk::set(db).await;
        let (id, uid) = desk.stage.sent("Targets").await;
        desk.stage.site.clock.pass(TimeDelta::hours(1));
        let huge = |id: &str, bytes: usize| {
            let mut mail = format!("From: Big <big@x.example>\r\nMessage-ID: <{id}>\r\n\r\n").into_bytes();
            mail.resize(bytes, b'x');
            mail
        };
        let honest = desk.server.add(&huge("honest@x.example", 50 * 1024 * 1024));
        let small = desk.server.add(&huge("small@x.example", 6 * 1024 * 1024));
        desk.server.says_size(small, 100);
        desk.server.add(b"\xff\xfe\x00 no mail at all");
        desk.server.add(b"");
        let mut nested = String::from("From: deep@x.example\r\nMessage-ID: <deep@x.example>\r\n");
        for level in 0..1_000 {
            write!(nested, "Content-Type: multipart/mixed; boundary=b{level}\r\n\r\n--b{level}\r\n").unwrap();
        }
        desk.server.add(nested.as_bytes());
        let gone = desk.server.add(b"From: a@x.example\r\n\r\nx");
        desk.server.remove(gone);
        desk.server.add(&numbered(&uid, 0));
        assert!(desk.read().await);
        let unreadable = Outcome::Unreadable;
        let expected = [Outcome::Answered, unreadable, unreadable, unreadable, Outcome::TooLarge, Outcome::TooLarge];
        assert_eq!(desk.outcomes().await, expected);
        assert_eq!(desk.stage.attendee(id, "Eeva").await.answer, Answer::Yes);
        let senders = "SELECT COUNT(*) FROM inbound_mail WHERE sender = 'big@x.example' AND outcome = 'too_large'";
        assert_eq!(desk.stage.site.count(senders).await, 2, "their headers are read");
        assert_eq!(desk.server.asked(&format!("UID FETCH {honest} (UID BODY.PEEK[]")), 0, "not fetched whole");
    })
    .await;
}

#[tokio::test]
async fn a_server_cannot_take_our_memory_or_our_stack() {
    let desk = Desk::set(TestDb::sqlite().await).await;
    desk.server.add(b"From: a@x.example\r\n\r\nx");
    let flood = "* 1 FETCH (FLAGS (\\Seen))\r\n".repeat(50_000);
    let nested = format!("* 1 FETCH (BODYSTRUCTURE {}\r\n", "(".repeat(60_000));
    for (at, said) in [
        (Moment::Mail, "* 1 FETCH (UID 1 BODY[]<0> {500000000}\r\n".to_owned()),
        (Moment::Mail, nested.clone()),
        (Moment::Search, flood.clone()),
        (Moment::Search, "* SEARCH {4000000000}\r\n".to_owned()),
        (Moment::Examine, format!("* LIST () \"/\" \"{}", "x".repeat(2_000_000))),
        (Moment::Greeting, format!("* OK {}", "x".repeat(100_000))),
        (Moment::Login, nested),
        // The library stumbles over this one.
        (Moment::Examine, "* OK [UIDVALIDITY 7]\u{f6}\r\n".to_owned()),
    ] {
        let beginning: String = said.chars().take(40).collect();
        desk.server.fails(at, Act::Say(said), 1);
        assert!(desk.later(31).await, "{beginning}");
        assert_eq!(desk.row().await.failure, Some(Trouble::Broken), "{beginning}");
    }
    assert!(desk.later(31).await);
    assert_eq!(desk.row().await.failure, None);
}

#[tokio::test]
async fn a_password_sealed_with_another_key_is_told() {
    let desk = Desk::set(TestDb::sqlite().await).await;
    let broken = Folder { sealed_password: "00".to_owned(), ..folder(&desk.stage, &desk.server, RelaySecurity::Plain) };
    desk.settings(broken).await;
    assert!(desk.read().await);
    assert_eq!((desk.row().await.failure, desk.server.connections()), (Some(Trouble::Sealed), 0));
}

#[tokio::test]
async fn programs_that_answer_each_other_come_to_rest() {
    on_both(async |db| {
        let desk = Desk::set(db).await;
        let (id, uid) = desk.stage.sent("Targets").await;
        let refresh = crate::support::replies::Reply { method: "REFRESH", ..crate::support::replies::Reply::to(&uid) };
        desk.server.add(&refresh.raw());
        let mut sent = 0;
        for round in 0..6 {
            desk.later(1).await;
            let mails = desk.stage.deliver("").await;
            sent += mails.len();
            // Everything that leaves is answered by a program, with the words of the mail, and our own mail comes back.
            for (number, calendar) in desk.stage.calendars(id).await.into_iter().enumerate() {
                for (kind, headers, from) in [
                    ("away", "Auto-Submitted: auto-replied\r\n", "eeva@kone.example"),
                    ("bulk", "Precedence: bulk\r\n", "list@kone.example"),
                    ("own", "", "sparsam@nordvik.example"),
                    ("null", "Return-Path: <>\r\n", "MAILER-DAEMON@kone.example"),
                ] {
                    let mail = format!(
                        "{headers}From: {from}\r\nTo: sparsam@nordvik.example\r\nMessage-ID: <{kind}.{round}.{number}@x.example>\r\n\
                         Content-Type: text/calendar; method=REQUEST\r\n\r\n{calendar}"
                    );
                    desk.server.add(mail.as_bytes());
                }
            }
        }
        assert_eq!(sent, 1, "one person asked once");
        assert_eq!(desk.stage.site.count("SELECT COUNT(*) FROM outbox WHERE state = 'queued'").await, 0);
    })
    .await;
}
