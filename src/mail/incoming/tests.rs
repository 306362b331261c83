use std::{fmt::Write as _, time::Instant};

use super::*;

const CALENDAR: &str = "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR\r\n";

fn mail(headers: &str, body: &str) -> IncomingMail {
    take_apart(format!("{headers}\r\n\r\n{body}").as_bytes()).unwrap()
}

#[test]
fn calendars_are_found_at_any_depth_and_under_any_name() {
    let nested = format!(
        "--a\r\nContent-Type: multipart/alternative; boundary=\"b=1\"\r\n\r\n\
         --b=1\r\nContent-Type: text/plain\r\n\r\nYes\r\n--b=1\r\nContent-Type: TEXT/Calendar; charset=\"utf-8\"; method=REPLY\r\n\r\n\
         {CALENDAR}--b=1--\r\n--a\r\nContent-Type: application/octet-stream; name=\"Invite.ICS\"\r\n\
         Content-Transfer-Encoding: base64\r\n\r\nQkVHSU46VkNBTEVO\r\nREFS\r\n--a--\r\nepilogue"
    );
    let read = mail("From: a@x.example\r\nContent-Type: multipart/mixed; boundary=a", &nested);
    let texts: Vec<_> = read.calendars.iter().map(|bytes| String::from_utf8_lossy(bytes).trim().to_owned()).collect();
    assert_eq!(texts, [CALENDAR.trim(), "BEGIN:VCALENDAR"]);
    let alone = mail("From: a@x.example\r\nContent-Type: text/calendar", CALENDAR);
    assert_eq!(alone.calendars, [CALENDAR.as_bytes()]);
    let latin = mail(
        "From: a@x.example\r\nContent-Type: text/calendar; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable",
        "CN=3D=C5sa",
    );
    assert_eq!(String::from_utf8_lossy(&latin.calendars[0]), "CN=Åsa");
}

#[test]
fn what_is_not_for_us_is_not_opened() {
    let attached = "--a\r\nContent-Type: message/rfc822; name=x.ics\r\n\r\nFrom: b@x.example\r\nContent-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\n--a--";
    let forwarded = mail("From: a@x.example\r\nContent-Type: multipart/mixed; boundary=a", attached);
    assert!(forwarded.calendars.is_empty() && forwarded.set_aside.is_none());
    let tnef = mail("From: a@x.example\r\nContent-Type: application/ms-tnef; name=winmail.dat", "xx");
    assert_eq!((tnef.calendars.len(), tnef.set_aside), (0, Some(SetAside::Winmail)));
    let large = mail("From: a@x.example\r\nContent-Type: text/calendar", &"x".repeat(600 * 1024));
    assert_eq!((large.calendars.len(), large.set_aside), (0, Some(SetAside::TooLarge)));
}

#[test]
fn the_sender_is_one_address_or_nobody() {
    let from = |header: &str| mail(header, "").from.map(|address| address.key());
    assert_eq!(from("From: \"Kallio, Eeva\" <Eeva@Kone.example>").as_deref(), Some("eeva@kone.example"));
    assert_eq!(from("FROM: =?utf-8?q?Eeva=22?=\r\n <eeva@kone.example>").as_deref(), Some("eeva@kone.example"));
    for bad in [
        "From: eeva@kone.example\r\nFrom: mallory@evil.example",
        "From: eeva@kone.example, mallory@evil.example",
        "From: Staff: eeva@kone.example, b@x.example;",
        "From: \"eeva@kone.example\"",
        "From:",
        "Sender: eeva@kone.example",
        "X: y\r\n From: eeva@kone.example",
    ] {
        assert_eq!(from(bad), None, "{bad}");
    }
}

#[test]
fn the_topmost_result_and_the_addresses_are_kept() {
    let read = mail(
        "Delivered-To: Sparsam+abc@nordvik.example\r\nAuthentication-Results: mx.a;\r\n dmarc=pass\r\n\
         Authentication-Results: mx.b; dmarc=fail\r\nFrom: a@x.example\r\nTo: Moten <sparsam+abc@nordvik.example>, b@x.example\r\n\
         Message-ID: <one@x.example>\r\nAuto-Submitted: No",
        "",
    );
    assert_eq!(read.authentication.as_deref(), Some("mx.a;   dmarc=pass"));
    assert_eq!(read.sent_to, ["sparsam+abc@nordvik.example", "sparsam+abc@nordvik.example", "b@x.example"]);
    assert_eq!((read.key.as_str(), read.automatic), ("one@x.example", false));
    assert!(mail("From: a@x.example", "b").key.starts_with("sha256:"));
    for header in
        ["Auto-Submitted: auto-replied", "Precedence: bulk", "Return-Path: <>", "X-Autoreply: yes", "List-Id: <x>"]
    {
        assert!(mail(header, "").automatic, "{header}");
    }
}

#[test]
fn reports_of_failure_name_the_mail_and_the_recipient() {
    let report = |action: &str| {
        let parts = format!(
            "--r\r\nContent-Type: text/plain\r\n\r\nSorry\r\n--r\r\nContent-Type: message/delivery-status\r\n\r\n\
             Reporting-MTA: dns; mx.x.example\r\n\r\nFinal-Recipient: rfc822; Eeva@kone.example\r\nAction: {action}\r\n\
             Status: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1\r\n No such user\r\n--r\r\nContent-Type: message/rfc822\r\n\r\n\
             Message-ID: <ours@nordvik.example>\r\nSubject: x\r\n\r\nbody\r\n--r--\r\n"
        );
        mail(
            "From: <MAILER-DAEMON@mx.x.example>\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=r",
            &parts,
        )
    };
    let bounce = report("failed").bounce.unwrap();
    assert_eq!(bounce.message_id, "ours@nordvik.example");
    assert_eq!(bounce.failed[0].address, "eeva@kone.example");
    assert_eq!(bounce.failed[0].said.as_str(), "550 5.1.1 No such user");
    assert_eq!(report("delayed").bounce, None);
}

#[test]
fn hostile_mails_end_early() {
    let mut deep = String::from("From: a@x.example\r\n");
    for level in 0..60_000 {
        write!(deep, "Content-Type: multipart/mixed; boundary=b{level}\r\n\r\n--b{level}\r\n").unwrap();
    }
    let rfc822 = format!("From: a@x.example\r\n{}", "Content-Type: message/rfc822\r\n\r\n".repeat(150_000));
    let mut cases = vec![
        deep,
        rfc822,
        format!("From: a@x.example\r\n{}", "X: y\r\n".repeat(500_000)),
        format!("From: {}\r\n", "a@x.example, ".repeat(300_000)),
        format!("From: a@x.example\r\nContent-Type: {}\r\n\r\n", "x/y; ".repeat(800_000)),
        format!("From: a@x.example\r\nX:{}\r\n\r\n", "\r\n z".repeat(1_000_000)),
        format!(
            "From: a@x.example\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n{}",
            "--a\r\n\r\n".repeat(600_000)
        ),
        format!(
            "From: a@x.example\r\nContent-Type: multipart/mixed; boundary=\"\"\r\n\r\n{}",
            "--\r\n".repeat(600_000)
        ),
        format!("From: a@x.example\r\nContent-Type: text/calendar; charset=utf-7\r\n\r\n{}", "+AAA-".repeat(90_000)),
        format!(
            "From: a@x.example\r\nContent-Type: text/calendar\r\nContent-Transfer-Encoding: base64\r\n\r\n{}",
            "=\r\n".repeat(600_000)
        ),
    ];
    cases.push(format!("From: a@x.example\r\n\r\n{}", "x".repeat(5_000_000)));
    for case in &cases {
        let started = Instant::now();
        let _ = take_apart(case.as_bytes());
        let taken = started.elapsed();
        assert!(taken.as_millis() < 3_000, "{taken:?}: {}", case.chars().take(80).collect::<String>());
    }
    assert_eq!(take_apart(&vec![b'x'; MAX_MAIL + 1]), Err(NoMail::TooLarge));
    for nothing in [&b""[..], b"\r\n\r\n", b"no header", b"\xff\xfe\x00", b": x"] {
        assert_eq!(take_apart(nothing), Err(NoMail::NoHeaders));
    }
}

proptest::proptest! {
    #[test]
    fn no_bytes_break_it(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..400), cut in 0_usize..400) {
        let _ = take_apart(&bytes);
        let whole = b"From: a@x.example\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Type: text/calendar\r\n\r\nBEGIN\r\n--a--";
        let mut mixed = whole[..cut.min(whole.len())].to_vec();
        mixed.extend(bytes);
        let _ = take_apart(&mixed);
    }
}
