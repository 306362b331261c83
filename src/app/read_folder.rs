//! Reading answers from an IMAP folder: whose turn it is, how far it is read, and what went wrong. The reading happens in
//! between, with no transaction open.
//!
//! One of several servers reads at a time, under a lease. A mail is marked as dealt with in the transaction that deals with
//! it, if the lease is still held: whatever breaks off is read again, and nothing counts twice.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::{
    context::App,
    error::{AppError, Result},
    receive_mail::{self, Received},
};
use crate::{
    domain::{
        inbound::{Folder, MAX_TRIES, Trouble, wait},
        replies::{IncomingMail, Outcome},
    },
    store::{self, Tx, inbound_folder::Failing},
};

/// How long the lease holds: longer than fetching one mail and writing down what it means.
const LEASE: TimeDelta = TimeDelta::minutes(5);

/// Whose turn it is.
#[derive(Debug)]
pub enum Turn {
    /// No folder is read.
    Off,
    /// Somebody else reads it, or it has to wait after a failure; until then at the most.
    Later(DateTime<Utc>),
    /// Ours.
    Ours(Box<Reading>),
}

/// A turn at reading.
#[derive(Debug, Clone)]
pub struct Reading {
    token: Uuid,
    /// Where.
    pub folder: Folder,
    /// UIDVALIDITY of what was read so far; `None` if nothing was.
    pub validity: Option<u32>,
    /// Everything up to here has been dealt with.
    pub last: u32,
    /// A mail that was tried so often that it is passed over.
    pub hopeless: Option<u32>,
}

/// A mail's place in the folder, under a lease.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    token: Uuid,
    validity: u32,
    uid: u32,
}

impl Reading {
    /// The place of a mail.
    #[must_use]
    pub const fn step(&self, validity: u32, uid: u32) -> Step {
        Step { token: self.token, validity, uid }
    }
}

/// Takes the turn, if it is due and nobody has it.
///
/// # Errors
/// When the database fails.
pub async fn claim(app: &App) -> Result<Turn> {
    let (now, token): (_, Uuid) = (app.now(), app.new_id());
    let mut tx = app.db.begin_read().await?;
    let Some(row) = store::inbound_folder::load(&mut tx).await? else { return Ok(Turn::Off) };
    drop(tx);
    let due = row.lease_until.map_or(row.next_check_at, |until| until.max(row.next_check_at));
    if due > now {
        return Ok(Turn::Later(due));
    }
    let mut tx = app.db.begin().await?;
    let Some(row) = store::inbound_folder::claim(&mut tx, (token, now + LEASE), now).await? else {
        return Ok(Turn::Later(now + LEASE));
    };
    let settings = store::inbound_mailbox::load(&mut tx).await?.and_then(|mailbox| mailbox.settings.0.folder);
    let Some(folder) = settings else { return Ok(Turn::Off) };
    tx.commit().await?;
    let uid = |uid: i64| u32::try_from(uid).unwrap_or(u32::MAX);
    Ok(Turn::Ours(Box::new(Reading {
        token,
        folder,
        validity: row.uid_validity.and_then(|validity| u32::try_from(validity).ok()),
        last: uid(row.last_uid),
        hopeless: row.stuck_uid.filter(|_| row.stuck_tries >= MAX_TRIES).map(uid),
    })))
}

/// Keeps the turn, and notes how many mails wait if that was counted; whether it is still ours.
///
/// # Errors
/// When the database fails.
pub async fn keep(app: &App, reading: &Reading, waiting: Option<usize>) -> Result<bool> {
    let waiting = waiting.map(|count| i64::try_from(count).unwrap_or(i64::MAX));
    let mut tx = app.db.begin().await?;
    let ours = store::inbound_folder::keep(&mut tx, (reading.token, app.now() + LEASE), waiting).await?;
    tx.commit().await?;
    Ok(ours)
}

/// The folder has become another one, or is read for the first time: everything up to `last` is left alone. Whether the
/// turn is still ours.
///
/// # Errors
/// When the database fails.
pub async fn restart(app: &App, reading: &mut Reading, (validity, last): (u32, u32)) -> Result<bool> {
    let mut tx = app.db.begin().await?;
    let ours = store::inbound_folder::restart(&mut tx, reading.token, (validity.into(), last.into())).await?;
    tx.commit().await?;
    (reading.validity, reading.last, reading.hopeless) = (Some(validity), last, None);
    Ok(ours)
}

/// Nothing is left to read. Whether the turn is still ours.
///
/// # Errors
/// When the database fails.
pub async fn all_read(app: &App, reading: &Reading) -> Result<bool> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let ours = store::inbound_folder::all_read(&mut tx, (reading.token, now + LEASE), now).await?;
    tx.commit().await?;
    Ok(ours)
}

/// Writes down why reading broke off, and at which mail; it is tried again later.
///
/// # Errors
/// When the database fails.
pub async fn fail(app: &App, reading: &Reading, (trouble, words): (Trouble, String), uid: Option<u32>) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let Some(row) = store::inbound_folder::load(&mut tx).await? else { return Ok(()) };
    let failures = u32::try_from(row.failures).unwrap_or(u32::MAX).saturating_add(1);
    let failing = Failing { trouble, words, uid: uid.map(i64::from), next_check_at: now + wait(trouble, failures) };
    store::inbound_folder::fail(&mut tx, reading.token, &failing, now).await?;
    Ok(tx.commit().await?)
}

/// Gives the turn back, so that somebody else can take it at once.
///
/// # Errors
/// When the database fails.
pub async fn release(app: &App, reading: &Reading) -> Result<()> {
    let mut tx = app.db.begin().await?;
    store::inbound_folder::release(&mut tx, reading.token).await?;
    Ok(tx.commit().await?)
}

/// Takes in one mail of the folder and marks it as dealt with, all at once.
///
/// # Errors
/// [`AppError::Stale`] when the turn is no longer ours, or it was dealt with already; else as [`receive_mail::run`].
pub async fn receive(app: &App, mail: &IncomingMail, step: Step) -> Result<Received> {
    receive_mail::one(app, mail, Some(step)).await
}

/// Marks a mail as dealt with that is not there any more.
///
/// # Errors
/// As [`receive`].
pub async fn pass_by(app: &App, step: Step) -> Result<()> {
    let mut tx = app.db.begin().await?;
    advance(&mut tx, app, step).await?;
    Ok(tx.commit().await?)
}

/// Lists a mail that is not looked into, with the reason, and marks it as dealt with.
///
/// # Errors
/// As [`receive`].
pub async fn pass_over(app: &App, mail: Option<&IncomingMail>, (outcome, step): (Outcome, Step)) -> Result<()> {
    receive_mail::set_aside(app, mail, (outcome, step)).await
}

/// Marks a mail as dealt with, in the transaction that does so, and keeps the turn.
pub(super) async fn advance(tx: &mut Tx, app: &App, step: Step) -> Result<()> {
    let place = (i64::from(step.validity), i64::from(step.uid));
    if store::inbound_folder::advance(tx, (step.token, app.now() + LEASE), place).await? {
        Ok(())
    } else {
        Err(AppError::Stale)
    }
}

impl Step {
    /// What stands for the mail where it tells no id.
    pub(super) fn key(&self) -> String {
        format!("imap:{}.{}", self.validity, self.uid)
    }
}
