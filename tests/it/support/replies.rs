//! Mails that calendar programs send back.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use sparsam::{
    app::{
        error::AppError,
        receive_mail::{self, Received},
    },
    domain::{
        ids::MeetingId,
        inbound::Inbound,
        letter::{Body, Letter},
        replies::Outcome,
    },
    mail::incoming::take_apart,
    store::{self, inbound_mail::InboundMail},
};

use super::meetings::Stage;

/// The server whose word about senders counts.
pub(crate) const TRUSTED: &str = "mx.nordvik.example";

/// A reply by Eeva, who accepts.
#[derive(Debug, Clone)]
pub(crate) struct Reply {
    pub(crate) id: String,
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) headers: String,
    pub(crate) uid: String,
    pub(crate) method: &'static str,
    pub(crate) sequence: u32,
    pub(crate) stamp: &'static str,
    pub(crate) attendee: String,
    pub(crate) more: String,
}

impl Reply {
    pub(crate) fn to(uid: &str) -> Self {
        Self {
            id: "1@kone.example".to_owned(),
            from: "Eeva Kallio <eeva@kone.example>".to_owned(),
            to: "sparsam@nordvik.example".to_owned(),
            headers: proof("kone.example"),
            uid: uid.to_owned(),
            method: "REPLY",
            sequence: 0,
            stamp: "20261123T080000Z",
            attendee: ";PARTSTAT=ACCEPTED:mailto:eeva@kone.example".to_owned(),
            more: String::new(),
        }
    }

    /// Another mail that says this.
    pub(crate) fn saying(&self, id: &str, word: &str, stamp: &'static str) -> Self {
        let attendee = format!(";PARTSTAT={word}:mailto:eeva@kone.example");
        Self { id: format!("{id}@kone.example"), attendee, stamp, ..self.clone() }
    }

    pub(crate) fn calendar(&self) -> String {
        let Self { uid, method, sequence, stamp, attendee, more, .. } = self;
        format!(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\nMETHOD:{method}\r\nBEGIN:VEVENT\r\nUID:{uid}\r\n\
             SEQUENCE:{sequence}\r\nDTSTAMP:{stamp}\r\n{more}ATTENDEE{attendee}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        )
    }

    pub(crate) fn raw(&self) -> Vec<u8> {
        let Self { id, from, to, headers, .. } = self;
        let calendar = self.calendar();
        format!(
            "{headers}From: {from}\r\nTo: {to}\r\nMessage-ID: <{id}>\r\nContent-Type: text/calendar; charset=utf-8\r\n\r\n{calendar}"
        )
        .into_bytes()
    }
}

/// The header of our own mail server that a domain is proven.
pub(crate) fn proof(domain: &str) -> String {
    format!("Authentication-Results: {TRUSTED}; dmarc=pass header.from={domain}\r\n")
}

/// A mail as a file has it: what stands in braces is filled in and encoded.
pub(crate) fn fixture(text: &str, uid: &str) -> Vec<u8> {
    let text = text.replace("{UID}", uid).replace('\n', "\r\n");
    let text = encoded(&text, "base64", |inner| {
        let letters = STANDARD.encode(inner);
        let lines: Vec<&str> = letters.as_bytes().chunks(76).map(|line| str::from_utf8(line).unwrap()).collect();
        lines.join("\r\n") + "\r\n"
    });
    encoded(&text, "qp", |inner| {
        inner
            .bytes()
            .map(|b| match b {
                b'=' | 128.. => format!("={b:02X}"),
                plain => char::from(plain).to_string(),
            })
            .collect()
    })
    .into_bytes()
}

fn encoded(text: &str, mark: &str, encode: impl Fn(&str) -> String) -> String {
    let (begin, end) = (format!("{{{mark}}}"), format!("{{/{mark}}}\r\n"));
    let mut parts = text.split(&begin);
    let mut out = parts.next().unwrap().to_owned();
    for part in parts {
        let (inner, rest) = part.split_once(&end).unwrap();
        out.push_str(&encode(inner));
        out.push_str(rest);
    }
    out
}

impl Stage {
    /// Answers come by mail from now on. The clock ticks, because what is compared are moments.
    pub(crate) async fn listens(&self, plus_addressing: bool) {
        self.site.clock.ticks();
        let settings = Inbound { trusted_server: Some(TRUSTED.to_owned()), plus_addressing, folder: None };
        let mut tx = self.site.db().begin().await.unwrap();
        store::inbound_mailbox::save(&mut tx, &settings, self.site.now()).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// A planned meeting whose mails have left, with its UID.
    pub(crate) async fn sent(&self, title: &str) -> (MeetingId, String) {
        let (id, _) = self.plan(title, true).await;
        self.deliver("").await;
        (id, self.meeting(id).await.meeting.uid)
    }

    pub(crate) async fn receive(&self, raw: &[u8]) -> Outcome {
        match self.bring(raw).await.unwrap() {
            Received::New(outcome) => outcome,
            Received::Again => panic!("it came before"),
        }
    }

    pub(crate) async fn bring(&self, raw: &[u8]) -> Result<Received, AppError> {
        Box::pin(receive_mail::run(&self.site.app, &take_apart(raw).unwrap())).await
    }

    pub(crate) async fn mails_in(&self, id: MeetingId) -> Vec<InboundMail> {
        let mut tx = self.site.db().begin_read().await.unwrap();
        store::inbound_mail::of_meeting(&mut tx, id).await.unwrap()
    }

    /// The calendar objects of all mails about a meeting.
    pub(crate) async fn calendars(&self, id: MeetingId) -> Vec<String> {
        let mut tx = self.site.db().begin_read().await.unwrap();
        let mails = store::outbox::of_meeting(&mut tx, id).await.unwrap();
        let letters = mails.into_iter().map(|mail| serde_json::from_value::<Letter>(mail.payload.0).unwrap());
        letters
            .map(|letter| if let Body::Meeting(body) = letter.body { body.calendar } else { panic!("no meeting") })
            .collect()
    }
}
