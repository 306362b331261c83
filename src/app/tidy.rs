//! What need not be kept any longer, and what was left half done. Each kind goes in a transaction of its own, so that nobody waits long.

use chrono::{DateTime, TimeDelta, Utc};

use super::{context::App, error::Result, imports, limits, readdress, retention};
use crate::{domain::retention::Kept, store};

/// Ended sessions are listed nowhere; the audit log has the sign-ins.
const SESSIONS: TimeDelta = TimeDelta::days(30);
/// A browser may send a form again after a weekend, hardly later.
const ONCE_KEYS: TimeDelta = TimeDelta::days(2);
const DRAFTS: TimeDelta = TimeDelta::days(30);
/// After its meeting a reminder is of no use; some are kept to see what became of them.
const REMINDERS: TimeDelta = TimeDelta::days(30);
/// The slowest bucket is full again long before.
const THROTTLE: TimeDelta = TimeDelta::days(1);
/// A file that broke off while it came in.
const BROKEN_OFF: TimeDelta = TimeDelta::hours(2);

/// Forgets what is too old. Safe to run anywhere, at any time, also twice at once.
pub async fn tidy(app: &App) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin_read().await?;
    let kept = retention::days(&mut tx).await?;
    drop(tx);
    let before = |kind: Kept| {
        let days = kept.iter().find(|(k, _)| *k == kind).and_then(|(_, days)| *days);
        days.map(|days| retention::before(days, now))
    };
    let mut tx = app.db.begin().await?;
    store::sessions::forget(&mut tx, now - SESSIONS).await?;
    store::sessions::forget_one_time(&mut tx, now - SESSIONS).await?;
    tx.commit().await?;

    let mut tx = app.db.begin().await?;
    store::once::forget(&mut tx, now - ONCE_KEYS).await?;
    store::throttle::forget(&mut tx, now - THROTTLE).await?;
    tx.commit().await?;

    let mut tx = app.db.begin().await?;
    store::drafts::forget(&mut tx, now - DRAFTS).await?;
    store::holds::forget(&mut tx, now).await?;
    store::reminders::forget(&mut tx, now - REMINDERS).await?;
    tx.commit().await?;

    let mut tx = app.db.begin().await?;
    store::changes::forget(&mut tx, now).await?;
    tx.commit().await?;

    let mut tx = app.db.begin().await?;
    limits::end_of_leavers(&mut tx, now).await?;
    tx.commit().await?;

    if let Some(before) = before(Kept::Mails) {
        forget_mails(app, before).await?;
    }
    if let Some(before) = before(Kept::Audit) {
        while step(app, (Old::Records, before)).await? {}
    }
    if let Some(before) = before(Kept::Imports) {
        while step(app, (Old::Imports, before)).await? {}
    }
    while step(app, (Old::BrokenOff, now - BROKEN_OFF)).await? {}
    let mut tx = app.db.begin().await?;
    // Those that were still to leave when their readers were erased.
    store::erasure::finish_mails(&mut tx).await?;
    store::import_rows::forget_changes(&mut tx, now - imports::UNDO).await?;
    tx.commit().await?;

    readdress::resume(app).await
}

/// What goes in steps.
#[derive(Debug, Clone, Copy)]
enum Old {
    /// Records of the audit log.
    Records,
    /// Files that were imported.
    Imports,
    /// Files that broke off while they came in.
    BrokenOff,
    /// What mails said.
    Payloads,
}

/// One step in a transaction of its own; whether there may be more.
async fn step(app: &App, (old, before): (Old, DateTime<Utc>)) -> Result<bool> {
    let mut tx = app.db.begin().await?;
    let more = match old {
        Old::Records => store::audit_chain::forget(&mut tx, before).await?,
        Old::Imports => store::imports::forget_one(&mut tx, before).await?,
        Old::BrokenOff => store::imports::forget_broken(&mut tx, before).await?,
        Old::Payloads => store::outbox::forget_payloads(&mut tx, before, app.now()).await? > 0,
    };
    tx.commit().await?;
    Ok(more)
}

async fn forget_mails(app: &App, before: DateTime<Utc>) -> Result<()> {
    let mut tx = app.db.begin().await?;
    store::mailbox::forget(&mut tx, before).await?;
    store::inbound_mail::forget(&mut tx, before).await?;
    tx.commit().await?;
    while step(app, (Old::Payloads, before)).await? {}
    Ok(())
}
