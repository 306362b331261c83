use std::{fs, path::PathBuf};

use mail_parser::{MessageParser, MimeHeaders};
use proptest::prelude::*;

use super::*;

const TEST_KEY: &str = include_str!("../../../tests/golden/mail/dkim-test-key.pem");
/// Where line breaks, direction marks and encoded words try to get out of their field (trust goal T19).
const PAYLOADS: &[&str] = &[
    "a\r\nBcc: thief@evil.example",
    "a\nBcc: thief@evil.example",
    "a\rBcc: thief@evil.example",
    "a\r\n\r\nbody",
    "a\r\n Bcc: thief@evil.example",
    "\0",
    "a\u{2028}Bcc: thief@evil.example",
    "a\u{2029}Bcc: thief@evil.example",
    "a\u{85}Bcc: thief@evil.example",
    "a\u{b}\u{c}Bcc: thief@evil.example",
    "=?utf-8?q?a=0D=0ABcc:_thief=40evil.example?=",
    "=?utf-8?B?YQ0KQmNjOiB0aGllZkBldmlsLmV4YW1wbGU=?=",
    "=?utf-8?q?thief=40evil.example,?= <thief@evil.example>",
    "\u{202e}elpmaxe.live\u{202c}\u{200f}",
    "\"",
    "\\",
    "\"quoted\" \\\"twice\\\"",
    "\" <thief@evil.example>, \"",
    "a, thief@evil.example",
    "thief@evil.example; b",
    "<thief@evil.example>",
    "(comment) :group: ;",
    "",
    " ",
    "--=_boundary--",
    ".",
    "\u{feff}",
    "Åsa \u{1f3c6} \u{1f469}\u{200d}\u{1f4bb} Öberg",
    "\u{10ffff}\u{fffe}",
];

fn party(name: &str, address: &str) -> Party {
    Party { name: name.to_owned(), address: address.parse().unwrap() }
}

fn ics(method: &str) -> String {
    let status = if method == "CANCEL" { "CANCELLED" } else { "CONFIRMED" };
    [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Sparsam//Sparsam 1.0//EN",
        &format!("METHOD:{method}"),
        "BEGIN:VEVENT",
        "UID:01J9ZK3V7Q8M4T2R5N6P0W1X2Y@sparsam.example",
        "DTSTAMP:20260105T081500Z",
        "SEQUENCE:0",
        "DTSTART:20260112T080000Z",
        "DTEND:20260112T083000Z",
        "SUMMARY:Säljmöte\\, vecka – mål\\; nyheter & erkännande 🏆",
        &format!("STATUS:{status}"),
        "ORGANIZER;CN=Åsa Öberg:mailto:moten+7f3c9a@sparsam.example",
        "ATTENDEE;CN=Mikko Mäkinen:mailto:mikko@kund.example",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    .join("\r\n")
}

fn invitation() -> Letter {
    Letter {
        from: party("Åsa Öberg via Sparsam", "moten+7f3c9a@sparsam.example"),
        reply_to: Some(party("Åsa Öberg", "asa.oberg@kund.example")),
        to: party("Mikko Mäkinen", "mikko@kund.example"),
        subject: "Inbjudan: Säljmöte, vecka, mån 12 jan. kl. 09:00".to_owned(),
        text: "Hej Mikko!\n\nDu är inbjuden till Säljmöte, vecka.\n.en punkt först\nFrom här\n".to_owned(),
        html: "<!doctype html>\n<p>Hej Mikko!</p>\n<p>Du är inbjuden till <b>Säljmöte, vecka</b>.</p>\n".to_owned(),
        calendar: Some(CalendarPart { method: Method::Request, ics: ics("REQUEST") }),
        message_id: "01J9ZK3V7Q8M4T2R5N6P0W1X2Y.0.mikko@sparsam.example".to_owned(),
        date: DateTime::from_timestamp(1_767_600_900, 0).unwrap(),
    }
}

fn signer() -> Signer {
    Signer::new(TEST_KEY, "sparsam.example", "test").unwrap()
}

/// The letters whose bytes are kept and judged by other people's programs.
fn golden_letters() -> Vec<(&'static str, Letter)> {
    let cancel = Letter {
        subject: "Inställt: Säljmöte, vecka".to_owned(),
        calendar: Some(CalendarPart { method: Method::Cancel, ics: ics("CANCEL") }),
        message_id: "01J9ZK3V7Q8M4T2R5N6P0W1X2Y.4.mikko@sparsam.example".to_owned(),
        ..invitation()
    };
    let plain = Letter {
        reply_to: None,
        calendar: None,
        to: party("", "ola.nordmann@kunde.example"),
        subject: "Set your password".to_owned(),
        message_id: "01J9ZK3V7Q8M4T2R5N6P0W1X2Z@sparsam.example".to_owned(),
        ..invitation()
    };
    let long = Letter {
        from: party(&"Åsa-Maria \"Majsan\" Öberg, Säljteam Nord ".repeat(3), "moten+7f3c9a@sparsam.example"),
        subject: "Kokouskutsu: Myynnin viikkopalaveri – tavoitteet, uutuudet ja kuukauden kiitos 🏆 ".repeat(3),
        text: "En mycket lång rad utan slut med åäö och   blanksteg   i mitten. ".repeat(60) + "\t \n\n\n\n",
        message_id: "01J9ZK3V7Q8M4T2R5N6P0W1X30.0.mikko@sparsam.example".to_owned(),
        ..invitation()
    };
    vec![("invitation", invitation()), ("cancellation", cancel), ("plain", plain), ("long", long)]
}

#[test]
fn golden_mails_are_unchanged() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden/mail");
    let record = signer().record().unwrap();
    let dns = format!("{}\n{}\n", record.name, record.value);
    let mails = golden_letters()
        .into_iter()
        .map(|(name, letter)| (format!("{name}.eml"), compose(&letter, Some(&signer())).unwrap().raw));
    for (name, bytes) in mails.chain([("dkim-test-record.txt".to_owned(), dns.into_bytes())]) {
        let file = folder.join(&name);
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&file, &bytes).unwrap();
        }
        assert!(fs::read(&file).unwrap() == bytes, "{name} differs; UPDATE_GOLDEN=1 rewrites it, then run the judges");
    }
}

#[test]
fn a_letter_always_becomes_the_same_bytes() {
    let letter = invitation();
    let first = compose(&letter, Some(&signer())).unwrap();
    assert_eq!(first, compose(&letter, Some(&signer())).unwrap());
    assert!(first.raw.is_ascii());
    assert_eq!(first.envelope_from.as_str(), "moten+7f3c9a@sparsam.example");
    assert_eq!(first.envelope_to.as_str(), "mikko@kund.example");
    let other = Letter { message_id: "other@sparsam.example".to_owned(), ..letter };
    assert_ne!(boundaries(&first.raw), boundaries(&compose(&other, Some(&signer())).unwrap().raw));
}

fn boundaries(raw: &[u8]) -> Vec<String> {
    String::from_utf8_lossy(raw).split("boundary=\"").skip(1).map(|rest| rest[..10].to_owned()).collect()
}

#[test]
fn parts_stand_in_the_one_order_every_calendar_reads() {
    let invite =
        ["multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar", "application/ics"];
    for (name, letter) in golden_letters() {
        let raw = compose(&letter, None).unwrap().raw;
        let parsed = MessageParser::default().parse(&raw).unwrap();
        let kinds: Vec<String> = parsed.parts.iter().map(kind).collect();
        let expected = match letter.calendar.as_ref().map(|calendar| calendar.method) {
            Some(Method::Request) => &invite[..],
            Some(Method::Cancel) => &invite[..5],
            None => &invite[1..4],
        };
        assert_eq!(kinds, expected, "{name}");
        let text = parsed.body_text(0).unwrap();
        assert_eq!(text.trim_end(), letter.text.trim_end().replace('\n', "\r\n"), "{name}");
        let Some(calendar) = &letter.calendar else { continue };
        for part in &parsed.parts[4..] {
            assert_eq!(part.contents(), calendar.ics.as_bytes(), "{name}");
        }
        assert_eq!(parsed.parts[4].content_type().unwrap().attribute("method"), Some(calendar.method.as_str()));
    }
}

fn kind(part: &mail_parser::MessagePart) -> String {
    part.content_type()
        .map_or_else(String::new, |kind| format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or_default()))
}

#[test]
fn what_cannot_be_written_is_refused() {
    for id in ["", "a", "@b", "a@", "a b@c", "a@b\r\nBcc: x@y.example", "a@b>", "<a@b>", "å@b", "a@=?utf-8?q?b?="] {
        let letter = Letter { message_id: id.to_owned(), ..invitation() };
        assert!(matches!(compose(&letter, None), Err(MimeError::MessageId)), "{id:?}");
    }
    for seconds in [-1, 253_402_300_800] {
        let letter = Letter { date: DateTime::from_timestamp(seconds, 0).unwrap(), ..invitation() };
        assert!(matches!(compose(&letter, None), Err(MimeError::Date)), "{seconds}");
    }
    let letter = Letter { text: "x".repeat(PART_LIMIT + 1), ..invitation() };
    assert!(matches!(compose(&letter, None), Err(MimeError::TooLarge("text"))));
    let mismatch = CalendarPart { method: Method::Cancel, ics: ics("REQUEST") };
    let letter = Letter { calendar: Some(mismatch), ..invitation() };
    assert!(matches!(compose(&letter, None), Err(MimeError::MethodMismatch("CANCEL"))));
}

/// Everything about a mail that no text may change: header names, in order and in every part; who gets it; its parts.
#[derive(Debug, PartialEq, Eq)]
struct Shape {
    headers: Vec<Vec<String>>,
    addresses: Vec<Vec<String>>,
    parts: usize,
    envelope: (String, String),
}

fn shape(letter: &Letter) -> Shape {
    let mail = compose(letter, Some(&signer())).unwrap();
    let parsed = MessageParser::default().parse(&mail.raw).unwrap();
    let names = |part: &mail_parser::MessagePart| part.headers.iter().map(|h| h.name().to_owned()).collect();
    let addresses = [parsed.from(), parsed.reply_to(), parsed.to(), parsed.cc(), parsed.bcc()];
    Shape {
        headers: parsed.parts.iter().map(names).collect(),
        addresses: addresses
            .into_iter()
            .map(|list| {
                let people = list.into_iter().flat_map(mail_parser::Address::iter);
                people.map(|one| one.address().unwrap_or_default().to_owned()).collect()
            })
            .collect(),
        parts: parsed.parts.len(),
        envelope: (mail.envelope_from.to_string(), mail.envelope_to.to_string()),
    }
}

/// The letter with `payload` in one of its seven texts.
fn with(payload: &str, field: usize) -> Letter {
    let mut letter = invitation();
    let calendar = letter.calendar.as_mut().unwrap();
    let reply_to = letter.reply_to.as_mut().unwrap();
    let texts = [
        &mut letter.from.name,
        &mut reply_to.name,
        &mut letter.to.name,
        &mut letter.subject,
        &mut letter.text,
        &mut letter.html,
        &mut calendar.ics,
    ];
    texts.into_iter().nth(field).unwrap().push_str(payload);
    letter
}

#[test]
fn no_text_can_add_a_header_or_a_recipient() {
    let clean = shape(&invitation());
    assert_eq!(clean.addresses[2], ["mikko@kund.example"]);
    let long = ["x".repeat(10_240), "å".repeat(10_240), "\"".repeat(10_240), "x \r\n".repeat(2_560)];
    for payload in PAYLOADS.iter().copied().chain(long.iter().map(String::as_str)) {
        for field in 0..7 {
            assert_eq!(shape(&with(payload, field)), clean, "{payload:?} in field {field}");
        }
    }
}

#[test]
fn headers_read_as_they_were_meant() {
    for name in ["Åsa Öberg", "Öberg, Åsa", "O'Neil \"Bob\" <x>", "a\\b", "山田 太郎", "x; y:", "Bo (sälj)"] {
        let letter = Letter { to: party(name, "mikko@kund.example"), subject: name.to_owned(), ..invitation() };
        let raw = compose(&letter, None).unwrap().raw;
        let parsed = MessageParser::default().parse(&raw).unwrap();
        assert_eq!(parsed.to().unwrap().first().unwrap().name(), Some(name));
        assert_eq!(parsed.subject(), Some(name));
        assert!(raw.split(|b| *b == b'\n').all(|line| line.len() <= 998));
    }
    let typed = "=?utf-8?b?QWRtaW4=?=";
    let letter = Letter { to: party(typed, "mikko@kund.example"), subject: typed.to_owned(), ..invitation() };
    let raw = compose(&letter, None).unwrap().raw;
    let parsed = MessageParser::default().parse(&raw).unwrap();
    assert_eq!(parsed.to().unwrap().first().unwrap().name(), Some("= ?utf-8?b?QWRtaW4= ?="));
    assert_eq!(parsed.subject(), Some("= ?utf-8?b?QWRtaW4= ?="));
    let empty = Letter { to: party(" \u{202e}", "mikko@kund.example"), ..invitation() };
    assert!(String::from_utf8(compose(&empty, None).unwrap().raw).unwrap().contains("\r\nTo: mikko@kund.example\r\n"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_text_leaves_the_shape_alone(payload in any::<String>(), field in 0_usize..7) {
        prop_assert_eq!(shape(&with(&payload, field)), shape(&invitation()));
    }
}
