//! The relay client against every fault a relay can have (trust goals T11, T14 to T16).

mod encryption;

use std::time::{Duration, Instant};

use sparsam::mail::{
    mime::Composed,
    transport::{Login, Outcome, Security, SmtpRelay, SmtpSettings},
};

use crate::support::smtp::{
    Act::{self, Drop, Hang, Reply},
    Rule, SmtpSink,
    Stage::{self, Auth, Body, Data, Ehlo, Greeting, Mail, Rcpt},
};

/// Long enough for a busy machine to answer, short enough to sit through a few of them.
const DEADLINE: Duration = Duration::from_millis(400);
/// How late a deadline may strike.
const SLACK: Duration = Duration::from_secs(2);

fn settings(sink: &SmtpSink) -> SmtpSettings {
    SmtpSettings { deadline: Duration::from_secs(20), ..SmtpSettings::new("127.0.0.1", sink.port(), Security::Plain) }
}

fn relay(sink: &SmtpSink) -> SmtpRelay {
    SmtpRelay::new(settings(sink)).unwrap()
}

fn mail(to: &str) -> Composed {
    Composed {
        raw: format!("To: {to}\r\nMessage-ID: <1.{to}>\r\n\r\n.one\r\n..two\r\n.\r\nend\r\n").into_bytes(),
        envelope_from: "moten@sparsam.example".parse().unwrap(),
        envelope_to: to.parse().unwrap(),
    }
}

fn is_accepted(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Accepted { .. })
}

/// What a fault must come to: a code, or nothing known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Refused(u16),
    Later(u16),
    Unknown,
}

fn verdict(outcome: &Outcome) -> Option<Verdict> {
    match outcome {
        Outcome::Accepted { .. } => None,
        Outcome::Refused { code, .. } => Some(Verdict::Refused(*code)),
        Outcome::Later { code, .. } => Some(Verdict::Later(*code)),
        Outcome::Unreachable { .. } | Outcome::Unknown { .. } => Some(Verdict::Unknown),
    }
}

#[tokio::test]
async fn a_mail_arrives_as_it_was_composed() {
    let sink = SmtpSink::start([]).await;
    let mail = mail("mikko@kund.example");
    assert_eq!(relay(&sink).send(&mail).await, Outcome::Accepted { reply: "250 2.0.0 queued as 1".to_owned() });
    sink.wait_for(1).await;
    let received = &sink.received()[0];
    assert_eq!(received.raw, mail.raw);
    assert_eq!(received.from, "moten@sparsam.example");
    assert_eq!(received.to, ["mikko@kund.example"]);
    assert!(received.accepted);
}

#[tokio::test]
async fn every_fault_has_its_outcome_and_ends_in_time() {
    let garbage = Reply("\u{1}\u{2} hello there");
    let table: Vec<(Stage, Act, Verdict)> = vec![
        (Greeting, Reply("554 5.3.2 no service here"), Verdict::Later(554)),
        (Greeting, Reply("421 4.3.2 closing"), Verdict::Later(421)),
        (Ehlo, Reply("550 5.7.1 who are you"), Verdict::Later(550)),
        (Mail, Reply("421 4.7.0 too many mails"), Verdict::Later(421)),
        (Mail, Reply("452 4.3.1 disk full"), Verdict::Later(452)),
        (Mail, Reply("530 5.7.0 sign in first"), Verdict::Later(530)),
        (Mail, Reply("553 5.1.8 sender refused"), Verdict::Refused(553)),
        (Rcpt, Reply("451 4.7.1 greylisted"), Verdict::Later(451)),
        (Rcpt, Reply("550 5.1.1 no such user"), Verdict::Refused(550)),
        (Rcpt, Reply("550-5.1.1 no such\r\n550 5.1.1 user"), Verdict::Refused(550)),
        (Data, Reply("552 5.3.4 too big"), Verdict::Refused(552)),
        (Data, Reply("250 ok"), Verdict::Unknown),
        (Body, Reply("451 4.3.0 try again"), Verdict::Later(451)),
        (Body, Reply("554 5.7.1 spam"), Verdict::Refused(554)),
        (Body, Reply("354 more"), Verdict::Unknown),
        (Body, Drop, Verdict::Unknown),
        (Rcpt, Drop, Verdict::Unknown),
    ];
    let anywhere = [Greeting, Ehlo, Mail, Rcpt, Data, Body];
    let table = table
        .into_iter()
        .chain(anywhere.map(|stage| (stage, Hang, Verdict::Unknown)))
        .chain(anywhere.map(|stage| (stage, garbage.clone(), Verdict::Unknown)))
        .chain(anywhere.map(|stage| (stage, Drop, Verdict::Unknown)));
    for (stage, act, expected) in table {
        let sink = SmtpSink::start([Rule::at(stage, act.clone())]).await;
        let mut settings = settings(&sink);
        if act == Hang {
            settings.deadline = DEADLINE;
        }
        let limit = settings.deadline + SLACK;
        let started = Instant::now();
        let outcome = SmtpRelay::new(settings).unwrap().send(&mail("mikko@kund.example")).await;
        assert_eq!(verdict(&outcome), Some(expected), "{stage:?} {act:?} gave {outcome:?}");
        assert!(started.elapsed() < limit, "{stage:?} {act:?} took {:?}", started.elapsed());
        assert_eq!(sink.received().len(), usize::from(stage == Body), "{stage:?} {act:?}");
        assert!(sink.received().iter().all(|mail| !mail.accepted));
    }
}

#[tokio::test]
async fn a_greylisted_mail_gets_through_on_the_same_connection() {
    let sink = SmtpSink::start([Rule::at(Rcpt, Reply("451 4.7.1 greylisted")).times(2)]).await;
    let relay = relay(&sink);
    let mail = mail("mikko@kund.example");
    for _ in 0..2 {
        assert_eq!(verdict(&relay.send(&mail).await), Some(Verdict::Later(451)));
    }
    assert!(is_accepted(&relay.send(&mail).await));
    assert_eq!(sink.received().len(), 1);
    assert_eq!(sink.connections(), 1);
    assert_eq!(sink.commands().iter().filter(|command| *command == "RSET").count(), 2);
}

#[tokio::test]
async fn only_the_refused_recipient_fails() {
    let sink = SmtpSink::start([Rule::at(Rcpt, Reply("550 5.1.1 no such user")).only_for("gone@kund.example")]).await;
    let relay = relay(&sink);
    for (to, expected) in [
        ("anna@kund.example", None),
        ("gone@kund.example", Some(Verdict::Refused(550))),
        ("ola@kund.example", None),
        ("gone@kund.example", Some(Verdict::Refused(550))),
    ] {
        assert_eq!(verdict(&relay.send(&mail(to)).await), expected, "{to}");
    }
    let recipients: Vec<String> = sink.received().into_iter().flat_map(|mail| mail.to).collect();
    assert_eq!(recipients, ["anna@kund.example", "ola@kund.example"]);
}

#[tokio::test]
async fn a_lost_receipt_leads_to_the_same_bytes_again() {
    for act in [Drop, Hang, Reply("354 more"), Reply("\u{1} what")] {
        let sink = SmtpSink::start([Rule::at(Body, act).times(1)]).await;
        let relay = SmtpRelay::new(SmtpSettings { deadline: DEADLINE, ..settings(&sink) }).unwrap();
        let mail = mail("mikko@kund.example");
        assert_eq!(verdict(&relay.send(&mail).await), Some(Verdict::Unknown));
        assert!(is_accepted(&relay.send(&mail).await));
        let received = sink.received();
        assert_eq!(received.len(), 2);
        assert_eq!(received[0].raw, received[1].raw);
        assert_eq!(sink.connections(), 2, "a connection with an unknown state is never used again");
    }
}

#[tokio::test]
async fn connections_are_used_again_and_replaced_when_stale() {
    let sink = SmtpSink::start([]).await;
    let relay = relay(&sink);
    for _ in 0..20 {
        assert!(is_accepted(&relay.send(&mail("mikko@kund.example")).await));
    }
    assert_eq!(sink.connections(), 1);
    for act in [Drop, Reply("421 4.4.2 idle too long")] {
        let before = sink.connections();
        sink.add(Rule::at(Mail, act).times(1));
        assert!(is_accepted(&relay.send(&mail("mikko@kund.example")).await));
        assert_eq!(sink.connections(), before + 1);
    }
    assert_eq!(sink.received().len(), 22);
}

#[tokio::test]
async fn the_pool_has_its_size() {
    let sink = SmtpSink::start([]).await;
    let relay = SmtpRelay::new(SmtpSettings { pool_size: 2, ..settings(&sink) }).unwrap();
    let relay = std::sync::Arc::new(relay);
    let sends: Vec<_> = (0..50)
        .map(|n| {
            let relay = std::sync::Arc::clone(&relay);
            tokio::spawn(async move { relay.send(&mail(&format!("p{n}@kund.example"))).await })
        })
        .collect();
    for send in sends {
        assert!(is_accepted(&send.await.unwrap()));
    }
    assert!(sink.connections() <= 2, "{}", sink.connections());
    let mut recipients: Vec<String> = sink.received().into_iter().flat_map(|mail| mail.to).collect();
    recipients.sort();
    recipients.dedup();
    assert_eq!(recipients.len(), 50);
}

#[tokio::test]
async fn waiting_for_a_connection_counts_too() {
    let sink = SmtpSink::start([Rule::at(Rcpt, Hang).only_for("slow@kund.example")]).await;
    let relay = SmtpRelay::new(SmtpSettings { pool_size: 1, deadline: DEADLINE, ..settings(&sink) }).unwrap();
    let (slow, other) = (mail("slow@kund.example"), mail("mikko@kund.example"));
    let started = Instant::now();
    let (slow, other) = tokio::join!(relay.send(&slow), relay.send(&other));
    assert!(started.elapsed() < DEADLINE + SLACK);
    assert_eq!(verdict(&slow), Some(Verdict::Unknown));
    assert!(is_accepted(&other) || verdict(&other) == Some(Verdict::Unknown));
}

#[tokio::test]
async fn a_wrong_password_is_no_fault_of_the_recipient() {
    let sink = SmtpSink::start([Rule::at(Auth, Reply("535 5.7.8 wrong password")).times(1)]).await;
    let login = Some(Login { username: "sparsam".to_owned(), password: "secret".to_owned() });
    let relay = SmtpRelay::new(SmtpSettings { login, ..settings(&sink) }).unwrap();
    let mail = mail("mikko@kund.example");
    let outcome = relay.send(&mail).await;
    assert_eq!(outcome, Outcome::Later { code: 535, reply: "5.7.8 wrong password".to_owned() });
    assert!(is_accepted(&relay.send(&mail).await));
}

#[tokio::test]
async fn mail_never_goes_in_clear_when_tls_is_wanted() {
    let sink = SmtpSink::start([]).await;
    let starttls = SmtpSettings { security: Security::StartTls, ..settings(&sink) };
    let tls = SmtpSettings { security: Security::Tls, deadline: DEADLINE, ..settings(&sink) };
    for settings in [starttls, tls] {
        let outcome = SmtpRelay::new(settings).unwrap().send(&mail("mikko@kund.example")).await;
        assert_eq!(verdict(&outcome), Some(Verdict::Unknown), "{outcome:?}");
    }
    assert!(sink.received().is_empty());
    assert!(!sink.commands().iter().any(|command| command == "MAIL" || command == "AUTH"));
}

#[tokio::test]
async fn nobody_listening_is_unknown() {
    let port = SmtpSink::start([]).await.port();
    let relay = SmtpRelay::new(SmtpSettings::new("127.0.0.1", port, Security::Plain)).unwrap();
    // The port was free a moment ago; the sink that held it is gone.
    tokio::task::yield_now().await;
    let outcome = relay.send(&mail("mikko@kund.example")).await;
    assert_eq!(verdict(&outcome), Some(Verdict::Unknown), "{outcome:?}");
}

#[tokio::test]
async fn a_probe_shows_what_the_relay_says() {
    let sink = SmtpSink::start([]).await;
    let login = Some(Login { username: "sparsam".to_owned(), password: "secret".to_owned() });
    let settings = SmtpSettings { login, ..settings(&sink) };
    let probe = SmtpRelay::new(settings.clone()).unwrap().probe().await;
    assert_eq!(probe.error, None);
    let expected = [
        "220 sink.example ESMTP",
        "250-sink.example",
        "250-8BITMIME",
        "250 AUTH PLAIN LOGIN",
        "235 2.7.0 welcome",
        "221 2.0.0 bye",
    ];
    assert_eq!(probe.answers, expected);

    sink.add(Rule::at(Auth, Reply("535 5.7.8 wrong password")).times(1));
    let probe = SmtpRelay::new(settings.clone()).unwrap().probe().await;
    assert_eq!(probe.error.as_deref(), Some("535 5.7.8 wrong password"));
    assert_eq!(probe.answers.last().map(String::as_str), Some("535 5.7.8 wrong password"));

    sink.add(Rule::at(Ehlo, Hang));
    let probe = SmtpRelay::new(SmtpSettings { deadline: DEADLINE, ..settings }).unwrap().probe().await;
    assert_eq!(probe.error.as_deref(), Some("no answer within 0.4 s"));
    assert_eq!(probe.answers, ["220 sink.example ESMTP"]);
    assert!(sink.received().is_empty());
}
