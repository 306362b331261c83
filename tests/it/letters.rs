//! Every mail in every language, as text, HTML and subject.

mod asked;
mod minutes;
mod waiting;

use std::{fs, path::Path};

use chrono::{DateTime, Utc};
use sparsam::{
    domain::{
        agenda::{ItemKind, Wanted},
        itip::plan::MessageKind,
        language::Language,
        letter::{ApprovalTurn, Body, Letter, MeetingBody},
        meeting::{Answer, AttendeeRole, Format, MeetingFacts, Party, Purpose},
        outside::Trouble,
        written::{Addressee, Content, Lead, WrittenPoint},
    },
    mail::{
        dkim::Signer,
        mime::compose,
        outgoing::{NotWritten, Postmark, write},
        render::{Rendered, render},
    },
};
use uuid::Uuid;

use asked::{approval, time_mails};
use waiting::mails_that_wait;

use crate::support::letters::{ANNA, EEVA, News, OLA, SANNA, SERVICE, attendee, facts, letter, links, moved};

fn until() -> DateTime<Utc> {
    "2026-11-30T08:00:00Z".parse().unwrap()
}

fn ola() -> Party {
    Party { name: "Ola Berg".to_owned(), email: "ola@nordvik.example".to_owned() }
}

fn with(change: impl FnOnce(&mut MeetingFacts)) -> MeetingFacts {
    let mut facts = facts();
    change(&mut facts);
    facts
}

fn anna() -> Party {
    Party { name: "Anna Lind".to_owned(), email: "anna@nordvik.example".to_owned() }
}

fn eeva() -> Party {
    Party { name: "Eeva Kallio".to_owned(), email: "eeva@kone.example".to_owned() }
}

/// An update in place of a meeting.
fn written(customer: bool) -> Body {
    let seat = |seat: usize, name: &str| Lead::Seat { seat, name: name.to_owned() };
    let point = |kind, title: &str, wanted, lead| WrittenPoint { kind, title: title.to_owned(), wanted, lead };
    let content = Content {
        title: "December targets".to_owned(),
        purpose: Purpose::Targets,
        words: "We are at 80 of 100, and the gap is in the north.\n\nSee the list & say what you take on.".to_owned(),
        points: vec![
            point(ItemKind::Targets, "The number and the gap", Wanted::Inform, seat(0, "Anna Lind")),
            point(ItemKind::Shortfall, "One commitment each", Wanted::Decide, Lead::Everyone),
            point(ItemKind::Free, "The list", Wanted::Gather, seat(1, "Sanna Koski")),
        ],
        answer_by: Some("2026-11-27".parse().unwrap()),
        minutes: 30,
        of_meeting: None,
    };
    let to = Addressee { seat: 2, role: AttendeeRole::Required, customer, stop: None };
    Body::Written(Box::new(content.letter_to(to, false, (Uuid::from_u128(10).into(), &anna()))))
}

/// Every mail there is, under the name of its snapshot.
fn mails(language: Language) -> Vec<(&'static str, Letter)> {
    let about = |kind, to, now| News::after(kind, to, language, now).letter();
    let cancelled = with(|f| {
        f.status = sparsam::domain::meeting::Status::Cancelled;
        f.cancel_reason = "The numbers are not ready.".to_owned();
    });
    let changed = with(|f| {
        f.title = "Targets for December".to_owned();
        f.format = Format::Room;
        f.place = "Room Fjord".to_owned();
        f.video_url = None;
        f.attendees[1].answer = Answer::Yes;
    });
    let agenda = with(|f| f.agenda.truncate(2));
    let removed = with(|f| f.attendees.retain(|a| a.id != attendee(OLA)));
    let by_mia = |kind, to, now| {
        let news = News::after(kind, to, language, now);
        let body = MeetingBody { by: Some("Mia Holm".to_owned()), note: "Fewer is better.".to_owned(), ..news.body() };
        Letter { body: Body::Meeting(Box::new(body)), ..news.letter() }
    };
    let welcome = Body::Welcome { inviter: "Anna Lind".to_owned(), link: Uuid::from_u128(5), expires_at: until() };
    let reset = Body::Reset { link: Uuid::from_u128(6), expires_at: until() };
    let calendar = Body::Calendar {
        name: "My other firm".to_owned(),
        host: "calendar.example.test".to_owned(),
        trouble: Trouble::Missing,
        since: "2026-11-23T07:30:00Z".parse().unwrap(),
    };
    let test = Body::Test(Box::new(News::invitation(ANNA, language).body()));
    let approval = |turn, change: bool| letter(language, anna(), Body::Approval(Box::new(approval(turn, change))));
    vec![
        ("approval-asked", approval(ApprovalTurn::Asked, false)),
        ("approval-asked-change", approval(ApprovalTurn::Asked, true)),
        ("approval-approved", approval(ApprovalTurn::Approved, false)),
        ("approval-approved-change", approval(ApprovalTurn::Approved, true)),
        ("approval-declined", approval(ApprovalTurn::Declined, false)),
        ("approval-declined-change", approval(ApprovalTurn::Declined, true)),
        ("approval-expired", approval(ApprovalTurn::Expired, false)),
        ("approval-expired-change", approval(ApprovalTurn::Expired, true)),
        ("approval-withdrawn", approval(ApprovalTurn::Withdrawn, true)),
        ("invitation", News::invitation(OLA, language).letter()),
        ("invitation-customer", News::invitation(EEVA, language).letter()),
        ("invitation-informed", News::invitation(SANNA, language).letter()),
        ("invitation-own", News::invitation(ANNA, language).letter()),
        ("moved", about(MessageKind::Moved, OLA, moved(facts()))),
        ("moved-customer", about(MessageKind::Moved, EEVA, moved(facts()))),
        ("moved-by", by_mia(MessageKind::Moved, OLA, moved(facts()))),
        ("changed", about(MessageKind::Changed, OLA, changed)),
        ("agenda", about(MessageKind::AgendaOnly, OLA, agenda)),
        ("cancelled", about(MessageKind::Cancelled, OLA, cancelled.clone())),
        ("cancelled-by", by_mia(MessageKind::Cancelled, ANNA, cancelled.clone())),
        ("cancelled-customer", about(MessageKind::Cancelled, EEVA, cancelled)),
        ("removed", about(MessageKind::Removed, OLA, removed)),
        ("welcome", letter(language, ola(), welcome)),
        ("reset", letter(language, ola(), reset)),
        ("calendar", letter(language, ola(), calendar)),
        ("written", letter(language, ola(), written(false))),
        ("written-customer", letter(language, eeva(), written(true))),
        ("test", letter(language, anna(), test)),
    ]
}

fn rendered(letter: &Letter) -> Rendered {
    render(letter, &links(letter)).unwrap()
}

#[test]
fn every_mail_in_every_language() {
    for language in Language::ALL {
        for (name, letter) in mails(language).into_iter().chain(time_mails(language)).chain(mails_that_wait(language)) {
            let Rendered { from_name, subject, text, html } = rendered(&letter);
            let both = format!("From: {from_name}\nSubject: {subject}\n\n{text}\n---8<---\n{html}");
            insta::with_settings!({ snapshot_path => "snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
                insta::assert_snapshot!(format!("mail-{name}-{}", language.tag()), both);
            });
        }
    }
}

/// Whole mails that other people's programs judge, see tests/judges.
#[test]
fn golden_mails_are_unchanged() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/mail");
    let key = fs::read_to_string(folder.join("dkim-test-key.pem")).unwrap();
    let signer = Signer::new(&key, "sparsam.example", "test").unwrap();
    for language in Language::ALL {
        let chosen = ["invitation-customer", "moved", "cancelled", "removed", "reset"];
        for (name, mut letter) in mails(language).into_iter().filter(|(name, _)| chosen.contains(name)) {
            // Verifiers refuse signatures from the future.
            letter.at = "2026-06-01T08:00:00Z".parse().unwrap();
            let (name, links) = (format!("{name}-{}", language.tag()), links(&letter));
            let message_id = format!("{name}@sparsam.example");
            let postmark = Postmark { service_address: SERVICE, message_id: &message_id, links: &links };
            let raw = compose(&write(&letter, &postmark).unwrap(), Some(&signer)).unwrap().raw;
            let file = folder.join(format!("{name}.eml"));
            if std::env::var_os("UPDATE_GOLDEN").is_some() {
                fs::write(&file, &raw).unwrap();
            }
            assert!(
                fs::read(&file).unwrap() == raw,
                "{name} differs; UPDATE_GOLDEN=1 rewrites it, then run the judges"
            );
        }
    }
}

/// Attribute values of all tags.
fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    html.split(&format!(" {name}=\"")).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn html_survives_every_reader() {
    for language in Language::ALL {
        for (name, letter) in mails(language).into_iter().chain(mails_that_wait(language)) {
            let html = rendered(&letter).html;
            for banned in ["<table", "<img", "color:", "background", "<script", "<style", "url("] {
                let inner = html.replace("supported-color-schemes", "").replace("color-scheme", "");
                assert!(!inner.contains(banned), "{name} {language:?} has {banned}");
            }
            assert!(html.len() <= 6 * 1024, "{name} {language:?} has {} bytes", html.len());
            assert!(html.contains(&format!("lang=\"{}\"", language.tag())));
        }
    }
}

#[test]
fn both_parts_say_the_same() {
    let unescaped = |html: &str| {
        let mut text = String::new();
        let mut depth = 0_u32;
        for c in html.chars() {
            match c {
                '<' => depth += 1,
                '>' => depth -= 1,
                c if depth == 0 => text.push(c),
                _ => {}
            }
        }
        text.replace("&#38;", "&").replace("&#39;", "'").replace("&#34;", "\"").to_lowercase()
    };
    for language in Language::ALL {
        for (name, letter) in mails(language).into_iter().chain(mails_that_wait(language)) {
            let Rendered { text, html, .. } = rendered(&letter);
            for link in attributes(&html, "href") {
                assert!(text.contains(link), "{name} {language:?}: {link} is not in the text");
            }
            let page = unescaped(&html);
            for line in text.lines().filter(|line| !line.starts_with("--") && !line.contains("https://")) {
                let line = line
                    .trim_start_matches(|c: char| c.is_ascii_digit() || ['.', '-'].contains(&c))
                    .trim()
                    .to_lowercase();
                assert!(page.contains(&line), "{name} {language:?}: {line:?} is not in the HTML");
            }
        }
    }
}

#[test]
fn subjects_keep_their_time_and_end_in_time() {
    for language in Language::ALL {
        let mut news = News::invitation(OLA, language);
        news.now.title = "Everything we ever wanted to say about the targets of the whole north in December".to_owned();
        let subject = rendered(&news.letter()).subject;
        assert!(subject.chars().count() <= 72, "{subject}");
        assert!(subject.contains('…') && subject.ends_with("00"), "{subject}");
    }
}

#[test]
fn hostile_text_stays_text() {
    let payloads = [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "javascript:alert(1)",
        "https://evil.example/now",
        "\"><a href=\"https://evil.example\">",
        "a\u{202e}b\u{0}c\r\nBcc: x@evil.example",
        "{{ 7*7 }}",
    ];
    let clean = rendered(&News::invitation(OLA, Language::En).letter());
    let count = |html: &str| (html.matches('<').count(), attributes(html, "href").len());
    for payload in payloads {
        let mut news = News::invitation(OLA, Language::En);
        news.now.title = payload.to_owned();
        news.now.organizer.name = payload.to_owned();
        news.now.attendees[0].name = payload.to_owned();
        news.now.attendees[1].why = payload.to_owned();
        news.now.agenda[0].title = payload.to_owned();
        let mut letter = news.letter();
        letter.company = payload.to_owned();
        let Rendered { text, html, subject, .. } = rendered(&letter);
        assert_eq!(count(&html), count(&clean.html), "{payload:?} adds a tag or a link:\n{html}");
        assert!(attributes(&html, "href").iter().all(|href| !href.contains("evil") && !href.contains("javascript")));
        assert!(!text.contains(['\u{202e}', '\u{0}', '\r']) && !subject.contains('\n'));
        assert_eq!(text.lines().count(), clean.text.lines().count(), "{payload:?} adds a line:\n{text}");
    }
}

#[test]
fn a_video_link_that_is_none_is_text() {
    let mut letter = News::invitation(OLA, Language::En).letter();
    let Body::Meeting(body) = &mut letter.body else { panic!() };
    body.facts.video_url = Some("javascript:alert(1)".to_owned());
    let html = rendered(&letter).html;
    assert!(attributes(&html, "href").iter().all(|href| href.starts_with("https://")), "{html}");
}

#[test]
fn a_long_agenda_ends_with_a_link() {
    let mut news = News::invitation(OLA, Language::En);
    news.now.agenda = (0..40).map(|_| news.now.agenda[0].clone()).collect();
    let Rendered { text, html, .. } = rendered(&news.letter());
    assert!(text.contains("12. The number") && !text.contains("13. The number"), "{text}");
    assert!(text.contains("28 more points: https://m.example.test/meetings/8Kq"), "{text}");
    assert!(html.len() < 6 * 1024);
}

#[test]
fn customers_and_colleagues_read_different_things() {
    let colleague = rendered(&News::invitation(OLA, Language::En).letter()).text;
    let customer = rendered(&News::invitation(EEVA, Language::En).letter()).text;
    assert!(customer.starts_with("You are welcome to meet Anna Lind, Nordvik AB."));
    assert!(customer.contains("Stop these invitations: ") && !colleague.contains("Stop these invitations"));
    assert!(colleague.contains("Feel free to say no") && !customer.contains("Feel free to say no"));
    assert!(!customer.contains("/meetings/"), "a customer cannot sign in");
}

#[test]
fn the_meeting_s_own_time_is_named_when_it_differs() {
    let finnish = rendered(&News::invitation(OLA, Language::Fi).letter()).text;
    assert!(finnish.contains("15.00–15.30") && finnish.contains("ke 25.11. klo 14.00, Ruotsin aikaa"), "{finnish}");
    let norwegian = rendered(&News::invitation(OLA, Language::Nb).letter()).text;
    assert!(!norwegian.contains("svensk tid"), "the clocks show the same:\n{norwegian}");
}

#[test]
fn who_answered_and_need_not_again_is_told_so() {
    let changed = |answer, role| {
        let now = with(|f| {
            f.place = "Room Fjord".to_owned();
            f.attendees[1].answer = answer;
            f.attendees[1].role = role;
        });
        rendered(&News::after(MessageKind::Changed, OLA, Language::En, now).letter()).text
    };
    assert!(changed(Answer::Yes, AttendeeRole::Required).contains("Your answer still stands."));
    assert!(changed(Answer::Open, AttendeeRole::Required).contains("You have not answered yet."));
    assert!(changed(Answer::Open, AttendeeRole::Informed).contains("You don’t need to come or to answer."));
    assert!(changed(Answer::Yes, AttendeeRole::Required).starts_with("New place: Room Fjord (before: none)"));
}

#[test]
fn a_later_end_is_told_as_such() {
    let now = with(|f| f.ends_at += chrono::TimeDelta::minutes(30));
    let text = rendered(&News::after(MessageKind::Moved, OLA, Language::Nb, now).letter()).text;
    assert!(text.starts_with("Møtet slutter nå kl. 15:00 i stedet for kl. 14:30."), "{text}");
}

#[test]
fn a_mail_comes_from_the_service_and_answers_go_to_the_organizer() {
    for to in [OLA, EEVA, SANNA, ANNA] {
        let letter = News::invitation(to, Language::En).letter();
        let links = links(&letter);
        let mail =
            write(&letter, &Postmark { service_address: SERVICE, message_id: "1@x.example", links: &links }).unwrap();
        assert_eq!(mail.from.address.as_str(), SERVICE);
        assert_eq!(mail.from.name, "Anna Lind via Sparsam");
        let reply_to = mail.reply_to.map(|party| party.address.as_str().to_owned());
        assert_eq!(reply_to.as_deref(), (to != ANNA).then_some("anna@nordvik.example"));
        assert!(mail.calendar.unwrap().ics.contains(&format!("mailto:{SERVICE}")));
        assert_eq!(mail.date, letter.at);
    }
}

#[test]
fn a_faulty_calendar_object_stays_here() {
    let mut letter = News::invitation(OLA, Language::En).letter();
    let Body::Meeting(body) = &mut letter.body else { panic!() };
    body.calendar = body.calendar.replace("BEGIN:VEVENT\r\n", "BEGIN:VEVENT\r\nATTENDEE:mailto:stranger@x.example\r\n");
    let links = links(&letter);
    let refused = write(&letter, &Postmark { service_address: SERVICE, message_id: "1@x.example", links: &links });
    assert!(matches!(refused, Err(NotWritten::Calendar(_))), "{refused:?}");
}
