//! A mail as far as it matters here; the mail room takes it apart.

use crate::domain::{email::EmailAddress, text::SafeText};

/// Largest mail that is read, in bytes.
pub const MAX_MAIL: usize = 5 * 1024 * 1024;

/// What is looked at in a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncomingMail {
    /// The Message-ID, or a hash of the bytes where there is none: what comes twice counts once.
    pub key: String,
    /// The one address in From; `None` where there is none or several.
    pub from: Option<EmailAddress>,
    /// The name beside it; may be empty.
    pub from_name: SafeText,
    /// The addresses it was sent to, lower case; at most 20.
    pub sent_to: Vec<String>,
    /// Whether a program sent it by itself (RFC 3834): an out-of-office note, a list, a bounce.
    pub automatic: bool,
    /// The topmost Authentication-Results (RFC 8601), unfolded.
    pub authentication: Option<String>,
    /// Its calendar parts, decoded, in order; at most 8.
    pub calendars: Vec<Vec<u8>>,
    /// What a mail server reports about a mail of ours.
    pub bounce: Option<Bounce>,
    /// What could have been a calendar part, but was not looked into.
    pub set_aside: Option<SetAside>,
}

/// Why a part was not looked into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SetAside {
    /// `winmail.dat`: the sender's program speaks a language of its own (TNEF).
    Winmail,
    /// A calendar part that is too large.
    TooLarge,
    /// Parts inside parts inside parts, or too many of them.
    TooDeep,
}

/// A report on what became of one mail (RFC 3464).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bounce {
    /// Message-ID of the mail it is about, without angle brackets.
    pub message_id: String,
    /// Those it did not reach for good; at most 20.
    pub failed: Vec<Undelivered>,
}

/// Somebody a mail did not reach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undelivered {
    /// Their address, lower case.
    pub address: String,
    /// The mail server's words, with its code.
    pub said: SafeText,
}
