//! The way to the relay is private or there is none: TLS from the first byte, and STARTTLS (RFC 3207).

use sparsam::mail::transport::{Login, Outcome, Security, SmtpRelay, SmtpSettings};

use super::{DEADLINE, is_accepted, mail, settings};
use crate::support::{
    program::{Ended, run, sparsam},
    smtp::{
        AUTHORITY,
        Act::{Drop, Hang, Reply},
        Certificate::{Elsewhere, Expired, Good},
        Privacy::{self, StartTls, Tls},
        Rule, SmtpSink,
        Stage::{self, Ehlo},
    },
};

const PASSWORD: &str = "tall pines by the lake";

fn private(sink: &SmtpSink, security: Security) -> SmtpSettings {
    let login = Some(Login { username: "sparsam".to_owned(), password: PASSWORD.to_owned() });
    SmtpSettings { security, login, ..settings(sink) }
}

/// Fails if somebody on the way could read who writes to whom, what, or with which password.
#[track_caller]
fn assert_nothing_in_clear(sink: &SmtpSink, case: &str) {
    use base64::{Engine as _, engine::general_purpose::STANDARD};
    let wire = String::from_utf8_lossy(&sink.overheard()).to_ascii_lowercase();
    let plain = STANDARD.encode(format!("\0sparsam\0{PASSWORD}"));
    let secrets = [plain, STANDARD.encode(PASSWORD), STANDARD.encode("sparsam"), PASSWORD.to_owned()];
    let words = ["auth", "mail from", "rcpt", "data\r\n", "kund.example", "message-id"].map(str::to_owned);
    for secret in secrets.into_iter().chain(words) {
        assert!(!wire.contains(&secret.to_ascii_lowercase()), "{case}: {secret:?} went over the wire: {wire:?}");
    }
}

#[tokio::test]
async fn a_trusted_relay_gets_the_mail_and_the_password_after_tls() {
    for (privacy, security) in [(Tls(Good), Security::Tls), (StartTls(Good), Security::StartTls)] {
        let sink = SmtpSink::private(privacy, []).await;
        for host in ["127.0.0.1", "localhost"] {
            let settings = SmtpSettings { host: host.to_owned(), ..private(&sink, security) };
            let relay = SmtpRelay::trusting(settings, AUTHORITY).unwrap();
            for _ in 0..2 {
                let outcome = relay.send(&mail("mikko@kund.example")).await;
                assert!(is_accepted(&outcome), "{privacy:?} {host}: {outcome:?}");
            }
            assert_eq!(relay.probe().await.error, None);
        }
        let received = sink.received();
        assert_eq!(received.len(), 4);
        assert!(received.iter().all(|got| got.raw == mail("mikko@kund.example").raw));
        assert_eq!(sink.commands().iter().filter(|command| *command == "AUTH").count(), 4, "one a connection");
        assert_nothing_in_clear(&sink, &format!("{privacy:?}"));
    }
}

/// What is wrong with the way, what the relay does, whom we trust, and a word of what people are told.
type Case = (&'static str, Privacy, Vec<Rule>, &'static [u8], &'static str);

fn cases() -> Vec<Case> {
    let ehlo = |lines| vec![Rule::at(Ehlo, Reply(lines))];
    let after = |act| vec![Rule::at(Stage::StartTls, act)];
    let other = include_bytes!("../../fixtures/tls/ca.pem").as_slice();
    let mut cases = Vec::new();
    for way in [Tls as fn(_) -> _, StartTls] {
        cases.push(("an unknown authority", way(Good), vec![], other, "UnknownIssuer"));
        cases.push(("another name", way(Elsewhere), vec![], AUTHORITY, "not valid for name"));
        cases.push(("an old certificate", way(Expired), vec![], AUTHORITY, "expired"));
    }
    cases.extend([
        ("no TLS at all", Privacy::None, vec![], AUTHORITY, "STARTTLS"),
        ("an offer taken out", StartTls(Good), ehlo("250-sink.example\r\n250 AUTH PLAIN LOGIN"), AUTHORITY, "STARTTLS"),
        (
            "a mangled offer",
            StartTls(Good),
            ehlo("250-sink.example\r\n250-XXXXXXXX\r\n250 AUTH PLAIN"),
            AUTHORITY,
            "STARTTLS",
        ),
        ("no TLS just now", StartTls(Good), after(Reply("454 4.7.0 not now")), AUTHORITY, "not now"),
        ("no TLS ever", StartTls(Good), after(Reply("501 5.5.4 no")), AUTHORITY, "5.5.4"),
        (
            "a whole answer put behind",
            StartTls(Good),
            after(Reply("220 go ahead\r\n250-evil\r\n250 AUTH PLAIN")),
            AUTHORITY,
            "",
        ),
        ("a piece put behind", StartTls(Good), after(Reply("220 go ahead\r\n250-AUTH PLAIN")), AUTHORITY, ""),
        ("answers to everything put behind", StartTls(Good), after(Reply(EVERYTHING)), AUTHORITY, ""),
        ("nothing after the word", StartTls(Good), after(Drop), AUTHORITY, ""),
        ("silence after the word", StartTls(Good), after(Hang), AUTHORITY, "no answer within"),
    ]);
    cases
}

/// With these, a client that reads ahead holds the mail for delivered before TLS has carried one answer.
const EVERYTHING: &str =
    "220 go ahead\r\n250-evil\r\n250 AUTH PLAIN LOGIN\r\n235 welcome\r\n250 ok\r\n250 ok\r\n354 go\r\n250 queued";

#[tokio::test]
async fn a_way_that_is_not_private_is_not_taken() {
    for (case, privacy, rules, authorities, word) in cases() {
        let silent = rules.iter().any(|rule| rule.act() == &Hang);
        let sink = SmtpSink::private(privacy, rules).await;
        let security = if matches!(privacy, Tls(_)) { Security::Tls } else { Security::StartTls };
        let mut settings = private(&sink, security);
        if silent {
            settings.deadline = DEADLINE;
        }
        let relay = SmtpRelay::trusting(settings, authorities).unwrap();
        let outcome = relay.send(&mail("mikko@kund.example")).await;
        let words = match &outcome {
            Outcome::Unreachable { reason } => reason,
            Outcome::Unknown { reason } if silent => reason,
            Outcome::Later { reply, .. } => reply,
            _ => panic!("{case}, {privacy:?}: {outcome:?}"),
        };
        assert!(words.contains(word), "{case}, {privacy:?}: {words}");
        let told = relay.probe().await.error;
        assert!(told.is_some_and(|told| told.contains(word)), "{case}: the page that tries it out says so too");
        assert!(sink.received().is_empty(), "{case}");
        assert_nothing_in_clear(&sink, case);
    }
}

#[tokio::test]
async fn a_relay_that_speaks_clear_gets_nothing_where_tls_was_meant() {
    for (case, privacy, security) in [
        ("TLS to a relay in clear", Privacy::None, Security::Tls),
        ("STARTTLS to a relay that waits for TLS", Tls(Good), Security::StartTls),
    ] {
        let sink = SmtpSink::private(privacy, []).await;
        let settings = SmtpSettings { deadline: DEADLINE, ..private(&sink, security) };
        let outcome = SmtpRelay::trusting(settings, AUTHORITY).unwrap().send(&mail("mikko@kund.example")).await;
        assert!(matches!(outcome, Outcome::Unreachable { .. } | Outcome::Unknown { .. }), "{case}: {outcome:?}");
        assert_nothing_in_clear(&sink, case);
    }
}

/// The program itself trusts the authorities of the machine, for which `SSL_CERT_FILE` stands in here.
#[tokio::test]
async fn the_doctor_tells_a_trusted_relay_from_another() {
    let sink = SmtpSink::private(Tls(Good), []).await;
    let (port, data) = (sink.port().to_string(), tempfile::tempdir().unwrap());
    run(data.path(), &["migrate"]).expect(0);
    let ask = move |authorities: &str| {
        let mut command = sparsam(data.path());
        let file = format!("{}/tests/fixtures/tls/{authorities}", env!("CARGO_MANIFEST_DIR"));
        command.env("SSL_CERT_FILE", file).env("SPARSAM_SMTP_HOST", "localhost").env("SPARSAM_SMTP_PORT", &port);
        command.env("SPARSAM_SMTP_FROM", "moten@sparsam.example").env("SPARSAM_SMTP_SECURITY", "tls");
        command.env("SPARSAM_SMTP_USERNAME", "sparsam").env("SPARSAM_SMTP_PASSWORD", PASSWORD).arg("doctor");
        Ended::of(command.output().unwrap())
    };
    let told = tokio::task::spawn_blocking(move || [ask("relay-ca.pem").out, ask("ca.pem").out]).await.unwrap();
    assert!(told[0].contains("localhost takes mails"), "{}", told[0]);
    assert!(told[1].contains("UnknownIssuer"), "{}", told[1]);
    assert_nothing_in_clear(&sink, "doctor");
}
