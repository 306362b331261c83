//! Mail on its way in, taken apart as far as replies need it.
//!
//! Anybody may send us anything, so the structure is walked by counting (in `parts`): so many levels, parts and bytes. Only
//! single headers and single parts are handed to the mail library, which decodes them. What stands in an attached mail is
//! not looked at: it was said to somebody else.

mod bounce;
mod parts;

use std::borrow::Cow;

use mail_parser::{Address, MessageParser, MimeHeaders as _};
use sha2::{Digest as _, Sha256};

use crate::domain::{
    email::EmailAddress,
    replies::{IncomingMail, MAX_MAIL, SetAside},
    text::SafeText,
};
use parts::{Described, Head, Part};

/// Largest calendar part that is read, in bytes; a larger one is set aside.
const MAX_CALENDAR: usize = 512 * 1024;
/// Most calendar parts of a mail.
const MAX_CALENDARS: usize = 8;
/// Most addresses that a mail was sent to.
const MAX_SENT_TO: usize = 20;
/// Longest Message-ID that is kept, in bytes.
const MAX_ID: usize = 250;
/// Longest name of a sender, in characters.
const MAX_NAME: usize = 200;
/// Longest header that is read for an address or an id, in bytes.
const MAX_VALUE: usize = 16 * 1024;

/// Why some bytes are no mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoMail {
    /// Larger than [`MAX_MAIL`].
    #[error("the mail is larger than 5 MB")]
    TooLarge,
    /// Nothing that looks like a header.
    #[error("this is no mail")]
    NoHeaders,
}

/// Takes a mail apart. Whatever its content is: time and memory grow with its size only.
///
/// # Errors
/// [`NoMail`] when it is too large, or no mail at all.
pub fn take_apart(raw: &[u8]) -> Result<IncomingMail, NoMail> {
    if raw.len() > MAX_MAIL {
        return Err(NoMail::TooLarge);
    }
    let (head, _) = Head::split(raw);
    if head.is_empty() {
        return Err(NoMail::NoHeaders);
    }
    let found = parts::walk(raw);
    let (calendars, set_aside) = calendars(&found);
    let (from, from_name) = sender(&head);
    Ok(IncomingMail {
        key: key(&head, raw),
        from,
        from_name,
        sent_to: sent_to(&head),
        automatic: is_automatic(&head),
        authentication: head.first("authentication-results").map(Cow::into_owned),
        calendars,
        bounce: bounce::of(&head, &found.parts),
        set_aside,
    })
}

fn key(head: &Head<'_>, raw: &[u8]) -> String {
    match message_id(head) {
        Some(id) => id,
        None => format!("sha256:{:x}", Sha256::digest(raw)),
    }
}

/// Without its angle brackets.
fn message_id(head: &Head<'_>) -> Option<String> {
    let value = head.first("message-id")?;
    let inner = value.split_once('<').and_then(|(_, rest)| rest.split_once('>')).map_or(&*value, |(id, _)| id);
    let id = SafeText::line(inner, MAX_ID + 1);
    (!id.is_empty() && id.as_str().len() <= MAX_ID).then(|| id.into())
}

/// Two senders are no sender: a proof for one of them would be taken for the other.
fn sender(head: &Head<'_>) -> (Option<EmailAddress>, SafeText) {
    let mut all = head.all("from");
    let (Some(first), None) = (all.next(), all.next()) else { return (None, SafeText::default()) };
    let addresses = addresses(&first);
    let [(name, address)] = addresses.as_slice() else { return (None, SafeText::default()) };
    (address.parse().ok(), SafeText::line(name, MAX_NAME))
}

fn sent_to(head: &Head<'_>) -> Vec<String> {
    let named = ["delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "to", "cc"];
    let values = named.into_iter().flat_map(|name| head.all(name));
    let found = values.flat_map(|value| addresses(&value)).filter_map(|(_, address)| address.parse().ok());
    found.map(|address: EmailAddress| address.key()).take(MAX_SENT_TO).collect()
}

/// Names and addresses of a header, as the mail library reads them.
fn addresses(value: &str) -> Vec<(String, String)> {
    if value.len() > MAX_VALUE {
        return Vec::new();
    }
    let header = format!("From: {}\r\n\r\n", value.replace(['\r', '\n'], " "));
    let message = MessageParser::default().parse_headers(header.as_bytes());
    let read = message.as_ref().and_then(|message| message.from());
    let list = match read {
        Some(Address::List(list)) => list.iter().collect(),
        Some(Address::Group(groups)) => groups.iter().flat_map(|group| &group.addresses).collect(),
        None => Vec::new(),
    };
    let pair = |addr: &mail_parser::Addr<'_>| {
        (addr.name().unwrap_or_default().to_owned(), addr.address().unwrap_or_default().to_owned())
    };
    list.into_iter().map(pair).collect()
}

/// RFC 3834, and what programs did before it.
fn is_automatic(head: &Head<'_>) -> bool {
    let says = |name, word: &str| head.first(name).is_some_and(|value| value.trim().eq_ignore_ascii_case(word));
    let submitted = head.first("auto-submitted").is_some_and(|v| !v.trim().to_ascii_lowercase().starts_with("no"));
    let precedence = ["bulk", "junk", "list", "auto_reply"].iter().any(|word| says("precedence", word));
    let marked = ["x-autoreply", "x-autorespond", "list-id"].iter().any(|name| head.first(name).is_some());
    submitted || precedence || marked || says("return-path", "<>")
}

fn calendars(found: &parts::Found<'_>) -> (Vec<Vec<u8>>, Option<SetAside>) {
    let mut set_aside = found.too_deep.then_some(SetAside::TooDeep);
    let mut calendars = Vec::new();
    for part in &found.parts {
        if is_winmail(part) {
            set_aside.get_or_insert(SetAside::Winmail);
        }
        if !is_calendar(part) || calendars.len() == MAX_CALENDARS {
            continue;
        }
        match decoded(part) {
            Some(bytes) if bytes.len() <= MAX_CALENDAR => calendars.push(bytes),
            Some(_) => set_aside = Some(SetAside::TooLarge),
            None => {}
        }
    }
    (calendars, set_aside)
}

fn is_calendar(part: &Part<'_>) -> bool {
    let named = part.file.rsplit_once('.').is_some_and(|(_, end)| end.eq_ignore_ascii_case("ics"));
    let holds_others = part.kind.starts_with("message/") || part.kind.starts_with("multipart/");
    matches!(part.kind.as_str(), "text/calendar" | "application/ics") || (named && !holds_others)
}

fn is_winmail(part: &Part<'_>) -> bool {
    matches!(part.kind.as_str(), "application/ms-tnef" | "application/vnd.ms-tnef")
        || part.file.eq_ignore_ascii_case("winmail.dat")
}

/// The content of a part without transfer encoding and in UTF-8. The mail library gets a head of our own, so that it meets
/// nothing but text.
fn decoded(part: &Part<'_>) -> Option<Vec<u8>> {
    // Base64 of twice the bound needs no decoding to be refused.
    if part.body.len() > 4 * MAX_CALENDAR {
        return Some(vec![0; MAX_CALENDAR + 1]);
    }
    let charset = part.charset.as_deref().unwrap_or("utf-8");
    let mut text = format!("Content-Type: text/plain; charset={charset}\r\n").into_bytes();
    text.extend_from_slice(format!("Content-Transfer-Encoding: {}\r\n\r\n", part.encoding).as_bytes());
    text.extend_from_slice(part.body);
    let message = MessageParser::default().parse(&text)?;
    Some(message.parts.first()?.contents().to_vec())
}

/// What the headers of a part say about it, as the mail library reads them.
fn described(head: &[u8]) -> Described {
    let message = MessageParser::default().parse_headers(head);
    let Some(root) = message.as_ref().and_then(|message| message.parts.first()) else { return Described::default() };
    let kind = root.content_type();
    let of = |name| kind.and_then(|kind| kind.attribute(name)).map(ToOwned::to_owned);
    let plain = |text: &String| text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
    let encoding = root.content_transfer_encoding().unwrap_or_default().to_ascii_lowercase();
    Described {
        kind: kind.map_or_else(String::new, |kind| {
            format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or_default()).to_ascii_lowercase()
        }),
        file: root.attachment_name().unwrap_or_default().to_owned(),
        boundary: of("boundary").filter(|boundary| !boundary.is_empty()),
        charset: of("charset").filter(plain),
        encoding: if plain(&encoding) { encoding } else { String::new() },
    }
}

#[cfg(test)]
mod tests;
