//! The database: reachable, whole, of our schema, without contradictions, its queue moving.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Finding, inbound};
use crate::{
    cli::{open, terminal::in_full},
    config::Config,
    store::{
        self, Db, StoreError,
        audit_chain::{self, Verdict},
        upkeep::{self, Schema},
    },
};

/// A mail that is due longer than this is stuck.
const STUCK: TimeDelta = TimeDelta::minutes(15);
const RESTORE: &str = "stop the server, keep the damaged file, and put the newest good backup into a new folder: \
                       sparsam restore FILE --data DIR";

/// Opens the database if there is one; makes none.
pub(super) async fn open_existing(config: &Config) -> Result<Db, Finding> {
    let url = &config.general.database_url;
    if let Some(file) = open::sqlite_file(url).filter(|file| !file.exists()) {
        let words = format!("there is no {}; `sparsam serve` makes it at its first start", file.display());
        return Err(Finding::fail("database", words));
    }
    open::open(config).await.map_err(|error| {
        let advice = if url.is_postgres() { "is the server running?" } else { RESTORE };
        Finding::fail("database", format!("{}; {advice}", in_full(&error)))
    })
}

/// Everything that can be read out of an open database.
pub(in crate::cli) async fn contents(db: &Db, now: DateTime<Utc>) -> Vec<Finding> {
    let mut findings = vec![whole(db).await];
    let (schema, usable) = schema(db).await;
    findings.push(schema);
    if usable {
        match rows(db, now).await {
            Ok(more) => findings.extend(more),
            Err(error) => findings.push(Finding::fail("contents", format!("{error}; {RESTORE}"))),
        }
    }
    findings
}

async fn whole(db: &Db) -> Finding {
    match upkeep::damage(db).await {
        Ok(damage) if damage.is_empty() => Finding::ok("database", format!("{} answers and is whole", db.kind())),
        Ok(damage) => Finding::fail("database", format!("damaged: {}; {RESTORE}", damage.join("; "))),
        Err(error) => Finding::fail("database", format!("{error}; {RESTORE}")),
    }
}

async fn schema(db: &Db) -> (Finding, bool) {
    let what = "schema";
    match upkeep::schema(db).await {
        Ok(Schema::Current(version)) => (Finding::ok(what, format!("version {version}, up to date")), true),
        Ok(Schema::Older(version)) => {
            let words = format!("version {version}, older than this program; `sparsam migrate` brings it up to date");
            (Finding::warn(what, words), false)
        }
        Ok(Schema::Newer(version)) => {
            let words = format!("version {version}, newer than this program; use the version that wrote it");
            (Finding::fail(what, words), false)
        }
        Ok(Schema::Empty) => (Finding::fail(what, "there is none; this is no database of Sparsam"), false),
        Err(error) => (Finding::fail(what, error.to_string()), false),
    }
}

async fn rows(db: &Db, now: DateTime<Utc>) -> Result<Vec<Finding>, StoreError> {
    let mut tx = db.begin_read().await?;
    let contradictions = store::claims::inconsistencies(&mut tx).await?;
    let doubles = store::claims::double_bookings(&mut tx).await?;
    let silent = upkeep::meetings_without_mail(&mut tx).await?;
    let queue = store::outbox::queue(&mut tx).await?;
    let newest = upkeep::newest_record(&mut tx).await?;
    let answers = inbound::answers(&mut tx, now).await?;
    let log = audit_log(audit_chain::verify(&mut tx).await?);
    let contents = match (contradictions, doubles, silent) {
        (0, 0, 0) => Finding::ok("contents", "meetings, claims and mails agree"),
        _ => Finding::fail(
            "contents",
            format!(
                "{contradictions} meetings disagree with their claims, {doubles} times are taken twice where that is \
                 blocked, {silent} meetings have no mail; please report it"
            ),
        ),
    };
    Ok(vec![contents, log, queue_of(&queue, now), answers, clock(newest, now)])
}

fn audit_log(verdict: Verdict) -> Finding {
    match verdict {
        Verdict::Whole { records, beside: 0 } => {
            Finding::ok("audit log", format!("{records} records, their chain is whole"))
        }
        Verdict::Whole { records, beside } => Finding::warn(
            "audit log",
            format!(
                "{records} records, their chain is whole; {beside} more were written by an older program, or by hand"
            ),
        ),
        Verdict::Broken(id) => Finding::fail(
            "audit log",
            format!(
                "record {id} does not follow from the one before it: one of them was changed, removed or added by hand"
            ),
        ),
        Verdict::Cut => Finding::fail("audit log", "records at its end are missing"),
    }
}

fn queue_of(queue: &store::outbox::Queue, now: DateTime<Utc>) -> Finding {
    let late = queue.oldest_due.map(|due| now - due).filter(|late| *late > STUCK);
    let counts = format!("{} waiting, {} failed", queue.waiting, queue.failed);
    match (late, queue.failed) {
        (Some(late), _) => Finding::warn(
            "queue",
            format!("{counts}; the oldest has been due for {} minutes: is the server running?", late.num_minutes()),
        ),
        (None, 1..) => Finding::warn("queue", format!("{counts}; their meetings show why, and can send again")),
        _ => Finding::ok("queue", counts),
    }
}

/// Nothing can have been written down in the future.
fn clock(newest: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Finding {
    match newest.filter(|newest| *newest > now + TimeDelta::minutes(1)) {
        Some(newest) => Finding::fail(
            "clock",
            format!("this machine's clock says {now:.0}, but something was written down at {newest:.0}; set the clock"),
        ),
        None => Finding::ok("clock", format!("{}", now.format("%Y-%m-%d %H:%M:%S UTC"))),
    }
}

#[cfg(test)]
mod tests {
    use super::{super::Level, *};
    use crate::store::outbox::Queue;

    #[test]
    fn queues_and_clocks_are_judged() {
        let now: DateTime<Utc> = "2026-11-23T08:00:00Z".parse().unwrap();
        let ago = |minutes| Some(now - TimeDelta::minutes(minutes));
        for (waiting, failed, oldest_due, level) in [
            (0, 0, None, Level::Ok),
            (2, 0, ago(15), Level::Ok),
            (2, 0, ago(16), Level::Warn),
            (2, 0, ago(-1), Level::Ok),
            (0, 1, None, Level::Warn),
        ] {
            let found = queue_of(&Queue { waiting, failed, oldest_due }, now);
            assert_eq!(found.level, level, "{found}");
        }
        for (newest, level) in [(None, Level::Ok), (ago(5), Level::Ok), (ago(-1), Level::Ok), (ago(-2), Level::Fail)] {
            assert_eq!(clock(newest, now).level, level);
        }
    }
}
