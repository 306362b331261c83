//! One letter to one person, as MIME bytes.

use std::time::SystemTime;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, Datelike, Utc};
use lettre::{
    Address, Message,
    message::{
        IntoBody, Mailbox, MultiPart, SinglePart,
        header::{ContentDisposition, ContentTransferEncoding, ContentType, HeaderName, HeaderValue},
    },
};
use sha2::{Digest, Sha256};

use super::dkim::{SignError, Signer};
use crate::domain::{email::EmailAddress, text::SafeText};

/// The longest display name, in characters.
pub const NAME_LIMIT: usize = 120;
/// The longest subject, in characters.
pub const SUBJECT_LIMIT: usize = 300;
/// The longest text, page or calendar object, in bytes.
pub const PART_LIMIT: usize = 1 << 20;

/// Somebody with an address. The name may be empty and may hold anything; it is made harmless when composing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// What readers see in front of the address.
    pub name: String,
    /// Where the mail goes or comes from.
    pub address: EmailAddress,
}

/// What a calendar part asks of its reader (RFC 5546). Only these two go out by mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// An invitation or a change.
    Request,
    /// The meeting, or one date of it, or this person's part in it, is off.
    Cancel,
}

impl Method {
    /// The value of METHOD, which the MIME parameter must repeat (RFC 6047, section 2.4).
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Request => "REQUEST",
            Self::Cancel => "CANCEL",
        }
    }
}

/// The calendar object that goes with a letter. A REQUEST is also attached as `invite.ics`, a CANCEL is not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarPart {
    /// Must equal the METHOD line of `ics`.
    pub method: Method,
    /// A whole VCALENDAR with CRLF line ends; carried byte for byte.
    pub ics: String,
}

/// Everything that decides the bytes of one mail to one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The service mailbox, which is also the ORGANIZER, under the name readers shall see.
    pub from: Party,
    /// The person who reads human answers.
    pub reply_to: Option<Party>,
    /// The only recipient.
    pub to: Party,
    /// One line.
    pub subject: String,
    /// The plain text, any kind of line break.
    pub text: String,
    /// The same as HTML, already escaped by its template.
    pub html: String,
    /// The calendar object, if the letter carries one.
    pub calendar: Option<CalendarPart>,
    /// `left@right` without angle brackets; the same for every attempt. MIME boundaries are derived from it.
    pub message_id: String,
    /// The Date header and the time of the signature; whole seconds count.
    pub date: DateTime<Utc>,
}

/// A mail ready for the relay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Composed {
    /// Headers and body, ASCII only, CRLF line ends.
    pub raw: Vec<u8>,
    /// MAIL FROM.
    pub envelope_from: EmailAddress,
    /// RCPT TO.
    pub envelope_to: EmailAddress,
}

/// The letter cannot be written down.
#[derive(Debug, thiserror::Error)]
pub enum MimeError {
    /// Not `left@right` of plain ASCII atoms, or longer than 250 bytes.
    #[error("the message id is not of the form left@right")]
    MessageId,
    /// Outside the years 1970 to 9999.
    #[error("the date lies outside the years 1970 to 9999")]
    Date,
    /// A part is larger than [`PART_LIMIT`].
    #[error("the {0} is larger than 1 MiB")]
    TooLarge(&'static str),
    /// The calendar object says another METHOD than the letter.
    #[error("the calendar object has no line METHOD:{0}")]
    MethodMismatch(&'static str),
    /// The mail library knows the address as something else than an address.
    #[error("{0} is refused as a mail address")]
    Address(EmailAddress),
    /// The mail library refused the structure.
    #[error("the mail cannot be built: {0}")]
    Structure(String),
    /// Signing failed.
    #[error(transparent)]
    Sign(#[from] SignError),
}

/// Writes `letter` down: `mixed(alternative(plain, html, calendar), invite.ics)` with a calendar, else
/// `alternative(plain, html)`; signed when a `signer` is given. The same letter and key give the same bytes.
///
/// # Errors
/// [`MimeError`] when an id, a date, a size or the METHOD does not hold; texts never cause an error, they are cleaned.
pub fn compose(letter: &Letter, signer: Option<&Signer>) -> Result<Composed, MimeError> {
    check(letter)?;
    let mut builder = Message::builder().from(mailbox(&letter.from)?);
    if let Some(party) = &letter.reply_to {
        builder = builder.reply_to(mailbox(party)?);
    }
    let message = builder
        .to(mailbox(&letter.to)?)
        .subject(header_text(&letter.subject, SUBJECT_LIMIT))
        .date(SystemTime::from(letter.date))
        .message_id(Some(format!("<{}>", letter.message_id)))
        .raw_header(HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".to_owned()))
        .multipart(body(letter)?)
        .map_err(|error| MimeError::Structure(error.to_string()))?;
    let mut raw = narrow_addresses(&message.formatted());
    if let Some(signer) = signer {
        let signature = signer.header_for(&raw, letter.date)?;
        raw.splice(..0, signature.into_bytes());
    }
    Ok(Composed { raw, envelope_from: letter.from.address.clone(), envelope_to: letter.to.address.clone() })
}

fn check(letter: &Letter) -> Result<(), MimeError> {
    if !is_message_id(&letter.message_id) {
        return Err(MimeError::MessageId);
    }
    if !(1970..=9999).contains(&letter.date.year()) {
        return Err(MimeError::Date);
    }
    let calendar = letter.calendar.as_ref();
    let sizes =
        [("text", letter.text.len()), ("page", letter.html.len()), ("calendar", calendar.map_or(0, |c| c.ics.len()))];
    if let Some((part, _)) = sizes.iter().find(|(_, size)| *size > PART_LIMIT) {
        return Err(MimeError::TooLarge(part));
    }
    calendar.map_or(Ok(()), |part| {
        let method = part.method.as_str();
        let said = part.ics.split("\r\n").find_map(|line| line.strip_prefix("METHOD:"));
        if said == Some(method) { Ok(()) } else { Err(MimeError::MethodMismatch(method)) }
    })
}

/// RFC 5322 `dot-atom "@" dot-atom`, so that nothing in it needs quoting or encoding.
fn is_message_id(id: &str) -> bool {
    let is_atom = |atom: &str| {
        !atom.is_empty() && atom.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&b))
    };
    id.len() <= 250
        && !id.contains("=?")
        && id.split_once('@').is_some_and(|(left, right)| left.split('.').all(is_atom) && right.split('.').all(is_atom))
}

fn mailbox(party: &Party) -> Result<Mailbox, MimeError> {
    let address = &party.address;
    let parsed = Address::new(address.local(), address.domain()).map_err(|_| MimeError::Address(address.clone()))?;
    let name = header_text(&party.name, NAME_LIMIT);
    Ok(Mailbox::new(Some(name).filter(|name| !name.is_empty()), parsed))
}

/// One harmless line. An encoded word somebody typed is broken up, because readers would decode it to whatever it hides.
fn header_text(raw: &str, limit: usize) -> String {
    SafeText::line(raw, limit).as_str().replace("=?", "= ?")
}

/// Folds in front of an address that follows an encoded word on a long line: such lines end at 76 octets (RFC 2047,
/// section 2), which lettre minds within a name but not behind it.
fn narrow_addresses(raw: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(raw.len() + 64);
    let mut in_head = true;
    for line in raw.split_inclusive(|byte| *byte == b'\n') {
        in_head &= line != b"\r\n";
        let address = line.windows(4).rposition(|window| window == b"?= <").map(|at| line.split_at(at + 2));
        match address {
            Some((words, address)) if in_head && line.len() > 78 => {
                out.extend_from_slice(words);
                out.extend_from_slice(b"\r\n");
                out.extend_from_slice(address);
            }
            _ => out.extend_from_slice(line),
        }
    }
    out
}

fn body(letter: &Letter) -> Result<MultiPart, MimeError> {
    let text = String::from(SafeText::block(&letter.text, PART_LIMIT));
    let html = String::from(SafeText::block(&letter.html, PART_LIMIT));
    let alternative = MultiPart::alternative()
        .boundary(boundary(&letter.message_id, "alternative"))
        .singlepart(part(ContentType::TEXT_PLAIN, ContentTransferEncoding::QuotedPrintable, text))
        .singlepart(part(ContentType::TEXT_HTML, ContentTransferEncoding::QuotedPrintable, html));
    let Some(calendar) = &letter.calendar else {
        return Ok(alternative);
    };
    let method = calendar.method.as_str();
    let inline = content_type(&format!("text/calendar; charset=utf-8; method={method}; component=VEVENT"))?;
    let ics = calendar.ics.clone().into_bytes();
    let alternative = alternative.singlepart(part(inline, ContentTransferEncoding::Base64, ics.clone()));
    let mixed = MultiPart::mixed().boundary(boundary(&letter.message_id, "mixed")).multipart(alternative);
    Ok(match calendar.method {
        Method::Request => mixed.singlepart(attachment(ics)?),
        Method::Cancel => mixed,
    })
}

fn attachment(ics: Vec<u8>) -> Result<SinglePart, MimeError> {
    Ok(SinglePart::builder()
        .header(content_type("application/ics; name=\"invite.ics\"")?)
        .header(ContentDisposition::attachment("invite.ics"))
        .header(ContentTransferEncoding::Base64)
        .body(ics))
}

/// A `String` gets CRLF line ends on the way (RFC 2045, section 6.8), bytes stay as they are.
fn part(kind: ContentType, encoding: ContentTransferEncoding, content: impl IntoBody) -> SinglePart {
    SinglePart::builder().header(kind).header(encoding).body(content)
}

fn content_type(text: &str) -> Result<ContentType, MimeError> {
    ContentType::parse(text).map_err(|error| MimeError::Structure(error.to_string()))
}

/// Fixed per message id, so that a retry repeats it; `=_` occurs in neither quoted-printable nor base64 (RFC 2045, 6.7).
fn boundary(message_id: &str, part: &str) -> String {
    format!("=_{}", URL_SAFE_NO_PAD.encode(Sha256::digest(format!("{part} {message_id}"))))
}

#[cfg(test)]
mod tests;
