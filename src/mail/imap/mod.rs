//! Reading a folder by IMAP (RFC 3501), and waiting for what comes (RFC 2177).
//!
//! The library parses what servers say; which commands are asked, in which order, how long and how much an answer may be
//! stands in `conversation`. Nothing is changed in the folder: it is examined, and mails are peeked at.

mod answer;
mod bounded;
mod connect;
mod conversation;
mod folder_name;

use std::time::Duration;

pub use connect::Roots;
pub use conversation::{Conversation, Fetched, Heard, Opened, Size};

use tokio::{task::JoinSet, time::timeout};

use crate::{
    domain::{inbound::Trouble, relay::RelaySecurity, text::SafeText},
    mail::transport::Login,
};

/// How long trying a folder out may take.
const PROBE_LIMIT: Duration = Duration::from_secs(20);
/// Longest words of a server that are kept, in characters.
const MAX_WORDS: usize = 300;

/// Where a folder is and how it is reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// A name or an IP address; with TLS the certificate must name it.
    pub host: String,
    /// Usually 993 or 143.
    pub port: u16,
    /// How the way is kept private. Plain goes to this machine only.
    pub security: RelaySecurity,
    /// The account.
    pub login: Login,
    /// Name of the folder, as people read it.
    pub folder: String,
}

/// How long a server may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// Connecting, encryption and greeting together.
    pub connect: Duration,
    /// An answer.
    pub answer: Duration,
    /// A whole mail.
    pub mail: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { connect: Duration::from_secs(20), answer: Duration::from_secs(30), mail: Duration::from_mins(2) }
    }
}

/// Why a step did not work.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{trouble}: {words}")]
pub struct Fault {
    /// Of which kind.
    pub trouble: Trouble,
    /// The words of the server or the system, one line; may be empty.
    pub words: String,
}

impl Fault {
    fn new(trouble: Trouble, words: impl std::fmt::Display) -> Self {
        Self { trouble, words: SafeText::line(&words.to_string(), MAX_WORDS).into() }
    }
}

/// The server's own words in what the library makes of them.
fn said(words: &str) -> String {
    let inner = words.split_once("info: Some(\"").and_then(|(_, rest)| rest.rsplit_once("\")"));
    inner.map_or(words, |(said, _)| said).replace("\\\"", "\"")
}

/// Connects, signs in and looks at the folder; tells how many mails are in it. On a task of its own: should reading what a
/// server says break off with a panic, it is a failure like others.
///
/// # Errors
/// [`Fault`]; within 20 seconds, or the bounds of `patience` if those are shorter.
pub async fn probe(place: &Place, roots: &Roots, patience: Patience) -> Result<u32, Fault> {
    let (place, roots) = (place.clone(), roots.clone());
    let mut task = JoinSet::new();
    task.spawn(async move {
        let (conversation, opened) = Conversation::open(&place, &roots, patience).await?;
        conversation.close().await;
        Ok(opened.mails)
    });
    match timeout(PROBE_LIMIT, task.join_next()).await {
        Ok(Some(Ok(done))) => done,
        Ok(Some(Err(error))) => Err(Fault::new(Trouble::Broken, error)),
        Ok(None) | Err(_) => Err(Fault::new(Trouble::Silent, format!("no answer within {} s", PROBE_LIMIT.as_secs()))),
    }
}
