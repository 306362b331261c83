//! Answers by mail: how they come in, and whether they do.

use chrono::{DateTime, TimeDelta, Utc};

use super::Finding;
use crate::{
    domain::inbound::Inbound,
    store::{self, StoreError, Tx, inbound_folder::InboundFolder},
};

const WHAT: &str = "answers";
/// A folder that was not looked into for longer is read by nobody.
const FORGOTTEN: TimeDelta = TimeDelta::minutes(30);

/// How answers come in, when that was last the case, what waits and what fails.
pub(super) async fn answers(tx: &mut Tx, now: DateTime<Utc>) -> Result<Finding, StoreError> {
    let settings = store::inbound_mailbox::load(tx).await?.map(|mailbox| mailbox.settings.0);
    let (row, last) = (store::inbound_folder::load(tx).await?, store::inbound_mail::last(tx).await?);
    Ok(finding(settings.as_ref(), row.as_ref(), (last, now)))
}

fn finding(
    settings: Option<&Inbound>,
    row: Option<&InboundFolder>,
    (last, now): (Option<DateTime<Utc>>, DateTime<Utc>),
) -> Finding {
    let came =
        last.map_or_else(|| "no mail has come in yet".to_owned(), |at| format!("the last mail came in at {at:.0}"));
    let Some(settings) = settings else { return Finding::ok(WHAT, "people answer by link; mails are not taken in") };
    let Some(folder) = &settings.folder else {
        return Finding::ok(WHAT, format!("the mail server hands them over; {came}"));
    };
    let place = format!("the folder {:?} at {}", folder.name, folder.host);
    let Some(row) = row else { return Finding::fail(WHAT, format!("{place} has no record; save the settings again")) };
    let read = row.read_at.map_or_else(|| "never read".to_owned(), |at| format!("last read at {at:.0}"));
    let words = format!("{place}: {read}, {} waiting; {came}", row.waiting);
    if let Some((trouble, since)) = row.failure.zip(row.failing_since) {
        let said = if row.words.is_empty() { String::new() } else { format!(" ({})", row.words) };
        let words = format!("{words}; {} failures since {since:.0}: {trouble}{said}", row.failures);
        return if trouble.needs_somebody() { Finding::fail(WHAT, words) } else { Finding::warn(WHAT, words) };
    }
    let looked = row.read_at.unwrap_or(row.next_check_at);
    if now - looked > FORGOTTEN {
        return Finding::warn(WHAT, format!("{words}: is the server running?"));
    }
    Finding::ok(WHAT, words)
}

#[cfg(test)]
mod tests {
    use super::{super::Level, *};
    use crate::domain::{
        inbound::{Folder, Trouble},
        relay::RelaySecurity,
    };

    #[test]
    fn answers_that_do_not_come_are_found() {
        let now: DateTime<Utc> = "2026-11-23T08:00:00Z".parse().unwrap();
        let ago = |minutes| Some(now - TimeDelta::minutes(minutes));
        let folder = Folder {
            host: "imap.nordvik.example".to_owned(),
            port: 993,
            security: RelaySecurity::Tls,
            username: "sparsam".to_owned(),
            sealed_password: "c0ffee".to_owned(),
            name: "INBOX".to_owned(),
        };
        let handed = Inbound { trusted_server: None, plus_addressing: false, folder: None };
        let read = Inbound { folder: Some(folder), ..handed.clone() };
        let row = |read_at, failure: Option<Trouble>| InboundFolder {
            uid_validity: Some(1),
            last_uid: 1,
            waiting: 2,
            lease_until: None,
            next_check_at: now,
            checked_at: read_at,
            read_at,
            failure,
            failing_since: failure.and(ago(5)),
            failures: 3,
            words: "said so".to_owned(),
            stuck_uid: None,
            stuck_tries: 0,
        };
        for (settings, row, level, words) in [
            (None, None, Level::Ok, "by link"),
            (Some(&handed), None, Level::Ok, "no mail has come in yet"),
            (Some(&read), None, Level::Fail, "save the settings again"),
            (Some(&read), Some(row(ago(30), None)), Level::Ok, "2 waiting"),
            (Some(&read), Some(row(ago(31), None)), Level::Warn, "is the server running?"),
            (Some(&read), Some(row(None, None)), Level::Ok, "never read"),
            (
                Some(&read),
                Some(row(ago(5), Some(Trouble::Silent))),
                Level::Warn,
                "3 failures since 2026-11-23 07:55:00 UTC",
            ),
            (Some(&read), Some(row(ago(5), Some(Trouble::Login))), Level::Fail, "login (said so)"),
        ] {
            let found = finding(settings, row.as_ref(), (None, now));
            assert_eq!(found.level, level, "{found}");
            assert!(found.words.contains(words) && !found.words.contains("c0ffee"), "{found}");
        }
    }
}
