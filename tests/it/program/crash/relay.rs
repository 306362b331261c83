//! The same with a relay that outlives the process: what people end up with in their calendars.

use std::collections::{BTreeMap, HashMap};

use mail_parser::{MessageParser, MimeHeaders as _};
use sparsam::{
    domain::meeting::Status,
    mail::transport::{Security, SmtpRelay, SmtpSettings},
    store::meetings::FullMeeting,
};

use super::*;
use crate::support::smtp::{Received, SmtpSink};

pub(super) fn through(port: u16) -> Arc<Outbox> {
    let settings = SmtpSettings::new("127.0.0.1", port, Security::Plain);
    Arc::new(Outbox::new(Choice::fixed(Delivery::through(SmtpRelay::new(settings).unwrap()))))
}

/// What one mail says to a calendar program.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Told {
    message: String,
    method: String,
    order: (u32, String),
    start: String,
}

/// Recipient and UID, and the mails in order of arrival.
type Lanes = BTreeMap<(String, String), Vec<Told>>;

fn lanes(mails: &[Received]) -> Lanes {
    let mut lanes = Lanes::new();
    for mail in mails {
        let parsed = MessageParser::default().parse(&mail.raw).unwrap();
        let is_calendar = |part: &&mail_parser::MessagePart<'_>| {
            part.content_type().is_some_and(|t| t.ctype() == "text" && t.subtype() == Some("calendar"))
        };
        let part = parsed.parts.iter().find(is_calendar).expect("a calendar");
        let text = part.text_contents().unwrap().replace("\r\n ", "");
        let line = |name: &str| text.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default().to_owned();
        let told = Told {
            message: parsed.message_id().unwrap().to_owned(),
            method: line("METHOD:"),
            order: (line("SEQUENCE:").parse().unwrap(), line("DTSTAMP:")),
            start: line("DTSTART;TZID=Europe/Stockholm:"),
        };
        lanes.entry((mail.to[0].clone(), line("UID:"))).or_default().push(told);
    }
    lanes
}

#[test]
fn every_calendar_follows_through_any_number_of_kills() {
    let folder = tempfile::tempdir().unwrap();
    kill_while_sending(&folder.path().join("sparsam.db"));
}

#[test]
fn every_calendar_follows_through_any_number_of_kills_on_postgres() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let Some(url) = runtime.block_on(TestDb::postgres_url()) else { return };
    kill_while_sending(Path::new(&url));
}

fn kill_while_sending(file: &Path) {
    let kills = if std::env::var_os("SPARSAM_TEST_LONG").is_some() { 100 } else { 5 };
    begin(file);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let sink = runtime.block_on(SmtpSink::start([]));
    let writing = (file, Some(sink.port()));
    let ids: Vec<MeetingId> = (0..kills).flat_map(|round| write_and_kill(writing, 4 + round * 3 % 11)).collect();
    let meetings = in_database(file, async |db| {
        send_the_rest(db, || through(sink.port())).await;
        let mut tx = db.begin_read().await.unwrap();
        store::meetings::by_ids(&mut tx, &ids).await.unwrap()
    });
    let lanes = lanes(&sink.received());
    no_more_than_twice(&lanes);
    let (mut moved, mut off) = (0, 0);
    for full in &meetings {
        moved += usize::from(full.meeting.sequence > 0);
        off += usize::from(full.meeting.status == Status::Cancelled);
        everybody_knows(full, &lanes);
    }
    assert!(meetings.len() > kills && moved > 0 && off > 0, "{} meetings, {moved} moved, {off} off", meetings.len());
}

/// A mail that was under way comes once more, the same, and before anything newer; nothing else comes twice. Claims of
/// dead processes run out only when the last one works, so nothing comes a third time.
fn no_more_than_twice(lanes: &Lanes) {
    for (lane, mails) in lanes {
        for pair in mails.windows(2) {
            let same = pair[0].message == pair[1].message;
            assert!(if same { pair[0] == pair[1] } else { pair[0].order < pair[1].order }, "{lane:?}: {pair:?}");
        }
        for three in mails.windows(3) {
            assert!(three[0].message != three[2].message, "{lane:?}: {three:?}");
        }
    }
}

/// The last mail to each guest says how the meeting stands.
fn everybody_knows(full: &FullMeeting, lanes: &Lanes) {
    let m = &full.meeting;
    let last: HashMap<&str, &Told> = lanes
        .iter()
        .filter(|((_, uid), _)| *uid == m.uid)
        .filter_map(|((to, _), all)| Some((to.as_str(), all.last()?)))
        .collect();
    for guest in full.attendees.iter().filter(|a| a.contact_id.is_some()) {
        match (m.status, last.get(guest.email.as_str())) {
            (Status::Cancelled, None) => {}
            (Status::Cancelled, Some(told)) => assert_eq!(told.method, "CANCEL", "{} to {}", m.title, guest.email),
            (_, told) => {
                let told = told.unwrap_or_else(|| panic!("{} never heard of {}", guest.email, m.title));
                let start = m.start_local.format("%Y%m%dT%H%M%S").to_string();
                assert_eq!((told.method.as_str(), &told.start), ("REQUEST", &start), "{} to {}", m.title, guest.email);
            }
        }
    }
}
