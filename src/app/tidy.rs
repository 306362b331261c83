//! What need not be kept any longer, and what was left half done. Each kind goes in a transaction of its own, so that nobody waits long.

use chrono::TimeDelta;

use super::{context::App, error::Result, readdress};
use crate::store;

/// Ended sessions are listed nowhere; the audit log has the sign-ins.
const SESSIONS: TimeDelta = TimeDelta::days(30);
/// A browser may send a form again after a weekend, hardly later.
const ONCE_KEYS: TimeDelta = TimeDelta::days(2);
const DRAFTS: TimeDelta = TimeDelta::days(30);
/// After its meeting a reminder is of no use; some are kept to see what became of them.
const REMINDERS: TimeDelta = TimeDelta::days(30);
/// The slowest bucket is full again long before.
const THROTTLE: TimeDelta = TimeDelta::days(1);
const MAILS: TimeDelta = TimeDelta::days(90);
/// Two years of who did what.
const AUDIT: TimeDelta = TimeDelta::days(731);

/// Forgets what is too old. Safe to run anywhere, at any time, also twice at once.
pub async fn tidy(app: &App) -> Result<()> {
    let now = app.now();
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
    store::reminders::forget(&mut tx, now - REMINDERS).await?;
    tx.commit().await?;

    let mut tx = app.db.begin().await?;
    store::changes::forget(&mut tx, now).await?;
    tx.commit().await?;

    let mut tx = app.db.begin().await?;
    store::mailbox::forget(&mut tx, now - MAILS).await?;
    store::inbound_mail::forget(&mut tx, now - MAILS).await?;
    // Those that were still to leave when their readers were erased.
    store::erasure::finish_mails(&mut tx).await?;
    tx.commit().await?;

    loop {
        let mut tx = app.db.begin().await?;
        let more = store::audit_chain::forget(&mut tx, now - AUDIT).await?;
        tx.commit().await?;
        if !more {
            break;
        }
    }

    loop {
        let mut tx = app.db.begin().await?;
        let forgotten = store::outbox::forget_payloads(&mut tx, now - MAILS, now).await?;
        tx.commit().await?;
        if forgotten == 0 {
            break;
        }
    }

    readdress::resume(app).await
}
