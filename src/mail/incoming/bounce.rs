//! What mail servers report about mails that did not arrive (RFC 3462, RFC 3464).

use super::{
    message_id,
    parts::{Head, Part},
};
use crate::domain::{
    email::EmailAddress,
    replies::{Bounce, Undelivered},
    text::SafeText,
};

/// Most recipients of one report; our mails have one.
const MAX_FAILED: usize = 20;
/// Longest report that is read, in bytes.
const MAX_REPORT: usize = 64 * 1024;
/// Longest words of a server, in characters.
const MAX_SAID: usize = 500;

/// The report in a mail, if it is one and says for whom a mail of ours has failed for good.
pub(super) fn of(head: &Head<'_>, parts: &[Part<'_>]) -> Option<Bounce> {
    let kind = head.first("content-type")?.to_ascii_lowercase();
    if !kind.starts_with("multipart/report") {
        return None;
    }
    let status = parts.iter().find(|part| is(part, "delivery-status"))?;
    let returned =
        parts.iter().find(|part| is(part, "rfc822") || part.kind == "text/rfc822-headers" || is(part, "global"))?;
    let (headers, _) = Head::split(returned.body);
    let failed = failed(status.body.get(..MAX_REPORT).unwrap_or(status.body));
    let message_id = message_id(&headers)?;
    (!failed.is_empty()).then_some(Bounce { message_id, failed })
}

fn is(part: &Part<'_>, subtype: &str) -> bool {
    part.kind.strip_prefix("message/").is_some_and(|kind| kind.trim_start_matches("global-") == subtype)
}

/// A block for the mail, then one for each recipient; blocks are parted by empty lines.
fn failed(report: &[u8]) -> Vec<Undelivered> {
    let mut rest = report;
    let mut failed = Vec::new();
    while !rest.is_empty() && failed.len() < MAX_FAILED {
        let (block, behind) = Head::split(rest);
        failed.extend(undelivered(&block));
        rest = behind;
    }
    failed
}

fn undelivered(block: &Head<'_>) -> Option<Undelivered> {
    if !block.first("action")?.trim().eq_ignore_ascii_case("failed") {
        return None;
    }
    // The original one is what we wrote to; the final one may be where it was forwarded.
    let named = block.first("original-recipient").or_else(|| block.first("final-recipient"))?;
    let address = named.split_once(';').map_or(&*named, |(_, address)| address);
    let address = address.trim().trim_matches(['<', '>']).parse::<EmailAddress>().ok()?.key();
    let status = block.first("status").unwrap_or_default();
    let diagnostic = block.first("diagnostic-code").unwrap_or_default();
    let words = diagnostic.split_once(';').map_or(&*diagnostic, |(_, words)| words).trim();
    let said = if words.is_empty() { status.trim() } else { words };
    Some(Undelivered { address, said: SafeText::line(said, MAX_SAID) })
}
