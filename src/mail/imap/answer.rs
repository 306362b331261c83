//! What a server says, as far as it matters here.

use async_imap::imap_proto::{
    AttributeValue, Capability, MailboxDatum, MessageSection, Outcome, Response, ResponseCode, SectionPath, Status,
};

/// One answer.
#[derive(Debug)]
pub(super) enum Answer {
    /// The command of this tag is carried out.
    Done(String),
    /// The command of this tag is refused, in the server's words, which begin with NO or BAD.
    Refused(String, String),
    /// The server waits for more.
    GoOn,
    /// The server hangs up, in its words.
    Bye(String),
    /// Whether IDLE is among what the server offers.
    Offers(bool),
    /// So many mails are in the folder.
    Exists(u32),
    /// UIDVALIDITY of the folder.
    Validity(u32),
    /// UIDNEXT of the folder.
    Next(u32),
    /// UIDs that were searched for.
    Found(Vec<u32>),
    /// Something about one mail.
    Mail(About),
    /// Anything else.
    Other,
}

/// Something about one mail.
#[derive(Debug, Default)]
pub(super) struct About {
    pub(super) uid: Option<u32>,
    /// Its size as the server tells it, in bytes.
    pub(super) size: Option<u32>,
    /// Its beginning, or that of its headers.
    pub(super) bytes: Option<Vec<u8>>,
}

/// Takes what matters out of an answer.
pub(super) fn of(response: &Response<'_>) -> Answer {
    match response {
        Response::Done { tag, status: Status::Ok, .. } => Answer::Done(tag.0.clone()),
        Response::Done { tag, status, outcome } => {
            let word = if matches!(status, Status::Bad) { "BAD" } else { "NO" };
            Answer::Refused(tag.0.clone(), format!("{word} {}", words(outcome)))
        }
        Response::Continue(_) => Answer::GoOn,
        Response::Data { status: Status::Bye, outcome } => Answer::Bye(format!("BYE {}", words(outcome))),
        Response::Data { outcome, .. } => match outcome.code {
            Some(ResponseCode::UidValidity(value)) => Answer::Validity(value),
            Some(ResponseCode::UidNext(value)) => Answer::Next(value),
            _ => Answer::Other,
        },
        Response::Capabilities(offers) => Answer::Offers(offers.iter().any(is_idle)),
        Response::MailboxData(MailboxDatum::Exists(count)) => Answer::Exists(*count),
        Response::MailboxData(MailboxDatum::Search(uids)) => Answer::Found(uids.clone()),
        Response::Fetch(_, values) => Answer::Mail(about(values)),
        _ => Answer::Other,
    }
}

fn words<'a>(outcome: &'a Outcome<'_>) -> &'a str {
    outcome.information.as_deref().unwrap_or_default()
}

fn is_idle(offer: &Capability<'_>) -> bool {
    matches!(offer, Capability::Atom(name) if name.eq_ignore_ascii_case("IDLE"))
}

fn about(values: &[AttributeValue<'_>]) -> About {
    let mut about = About::default();
    for value in values {
        match value {
            AttributeValue::Uid(uid) => about.uid = Some(*uid),
            AttributeValue::Rfc822Size(bytes) => about.size = Some(*bytes),
            AttributeValue::BodySection {
                section: None | Some(SectionPath::Full(MessageSection::Header)),
                data,
                ..
            } => {
                // A mail without content is an empty one.
                about.bytes = Some(data.as_deref().unwrap_or_default().to_vec());
            }
            _ => {}
        }
    }
    about
}
