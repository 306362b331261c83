//! Sends what is queued: claims the first mail of each lane for a while, sends it outside any transaction, writes down
//! how that ended.
//!
//! Never lost, and harmless when doubled (trust.md 4.3): the same row always gives the same bytes, a claim outlives every
//! send, and whoever lost a claim can no longer write the end of it.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Utc};
use tokio::{
    select,
    sync::{Semaphore, watch},
    task::JoinSet,
    time::{Instant, sleep},
};
use uuid::Uuid;

use super::{
    attempt::{Attempt, Job, Result as Tried},
    delivery::Choice,
    pace::Pace,
    retry,
};
use crate::{
    app::{context::App, reminders, series::review},
    mail::{dkim::Signer, transport::Outcome},
    store::{
        self, StoreError, Tx,
        mailbox::Stored,
        outbox::{Ended, Mail},
    },
};

/// Mails on their way at a time.
pub const SLOTS: usize = 8;
/// Mails claimed at a time: some more, so that one commit finishes several.
const CLAIMED: usize = 32;
/// How long a claim holds. Longer than waiting for a slot and sending take together.
const LEASE: TimeDelta = TimeDelta::seconds(120);
/// How often in a row the database may fail while mails are on their way, and the pause between: about as long as claims
/// hold.
const PERSISTENCE: u32 = 60;
const PAUSE: Duration = Duration::from_secs(1);
/// The longest sleep; what other processes queue is found by then.
const NAP: Duration = Duration::from_secs(30);
/// The same where several processes share the database.
const SHARED_NAP: Duration = Duration::from_secs(5);

/// How mails leave.
pub struct Outbox {
    delivery: Choice,
    signer: Option<Signer>,
    pace: Mutex<Pace>,
}

impl Outbox {
    /// Unsigned and as fast as it goes.
    #[must_use]
    pub fn new(delivery: Choice) -> Self {
        Self { delivery, signer: None, pace: Mutex::new(Pace::new(None)) }
    }

    /// Signs every mail.
    #[must_use]
    pub fn with_signer(mut self, signer: Option<Signer>) -> Self {
        self.signer = signer;
        self
    }

    /// At most so many a minute.
    #[must_use]
    pub fn with_rate(mut self, per_minute: Option<u32>) -> Self {
        self.pace = Mutex::new(Pace::new(per_minute));
        self
    }

    pub(super) const fn signer(&self) -> Option<&Signer> {
        self.signer.as_ref()
    }
}

/// Sends what is due, then sleeps until more is, until `stop` turns true; finishes what is on its way.
pub(super) async fn run(app: App, outbox: Arc<Outbox>, mut stop: watch::Receiver<bool>) {
    loop {
        if let Err(error) = drain(&app, &outbox, &stop).await {
            tracing::error!(%error, "mails could not be sent");
        }
        let nap = nap(&app).await;
        select! {
            () = app.woken() => {}
            () = sleep(nap) => {}
            _ = stop.wait_for(|stop| *stop) => return,
        }
    }
}

async fn nap(app: &App) -> Duration {
    let longest = if app.db.postgres().is_some() { SHARED_NAP } else { NAP };
    match next_due(app).await {
        Ok(Some(at)) => match (at - app.now()).to_std() {
            Ok(wait) => wait.clamp(Duration::from_millis(20), longest),
            // Due, but held by somebody else, behind another in its lane, or beyond the rate.
            Err(_) => Duration::from_secs(1),
        },
        Ok(None) => longest,
        Err(error) => {
            tracing::error!(%error, "the queue could not be read");
            SHARED_NAP
        }
    }
}

async fn next_due(app: &App) -> Result<Option<DateTime<Utc>>, StoreError> {
    store::outbox::next_due(&mut app.db.begin_read().await?).await
}

/// Sends everything that is due at this moment, once, and tells how many tries that took.
///
/// # Errors
/// When the database fails. What was on its way then is tried again once its claim has run out.
pub async fn run_due(app: &App, outbox: &Arc<Outbox>) -> Result<usize, StoreError> {
    let (_running, stop) = watch::channel(false);
    drain(app, outbox, &stop).await
}

async fn drain(app: &App, outbox: &Arc<Outbox>, stop: &watch::Receiver<bool>) -> Result<usize, StoreError> {
    let slots = Arc::new(Semaphore::new(SLOTS));
    let mut under_way = JoinSet::new();
    let mut ended = Vec::new();
    let (mut tries, mut failures) = (0, 0);
    loop {
        let room = if *stop.borrow() { 0 } else { CLAIMED.saturating_sub(under_way.len()) };
        match turn(app, outbox, &ended, room).await {
            Ok(jobs) => {
                failures = 0;
                tries += ended.len();
                ended.clear();
                for job in jobs {
                    under_way.spawn(job.run(Arc::clone(&slots)));
                }
            }
            Err(error) if ended.is_empty() && under_way.is_empty() || failures == PERSISTENCE => return Err(error),
            // To give up here would send again what has been sent but is not written down.
            Err(error) => {
                tracing::warn!(%error, "how mails ended could not be written; once more");
                failures += 1;
                sleep(PAUSE).await;
            }
        }
        let Some(first) = under_way.join_next().await else {
            if ended.is_empty() {
                return Ok(tries);
            }
            continue;
        };
        for done in std::iter::once(first).chain(std::iter::from_fn(|| under_way.try_join_next())) {
            match done {
                Ok(attempt) => ended.push(attempt),
                // The claim runs out and the mail is tried again.
                Err(error) => tracing::error!(%error, "sending a mail broke off"),
            }
        }
    }
}

/// One transaction: writes down what has ended and claims up to `room` more.
async fn turn(app: &App, outbox: &Arc<Outbox>, ended: &[Attempt], room: usize) -> Result<Vec<Job>, StoreError> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    for attempt in ended {
        finish(&mut tx, app, attempt, now).await?;
    }
    let room = outbox.pace.lock().unwrap_or_else(PoisonError::into_inner).allowed(room, now);
    let jobs = if room == 0 { Vec::new() } else { claim(&mut tx, app, outbox, room).await? };
    tx.commit().await?;
    outbox.pace.lock().unwrap_or_else(PoisonError::into_inner).take(jobs.len());
    Ok(jobs)
}

async fn claim(tx: &mut Tx, app: &App, outbox: &Arc<Outbox>, room: usize) -> Result<Vec<Job>, StoreError> {
    let Some(organization) = store::organization::load(tx).await? else { return Ok(Vec::new()) };
    let (now, token): (_, Uuid) = (app.now(), app.new_id());
    let limit = i64::try_from(room).unwrap_or(i64::MAX);
    let mut mails = store::outbox::claim(tx, now, (token, now + LEASE), limit).await?;
    let mut outdated = reminders::outdated(tx, &mails, now).await?;
    outdated.extend(review::ask::outdated(tx, &mails, now).await?);
    store::outbox::supersede(tx, &outdated, now).await?;
    mails.retain(|mail| !outdated.contains(&mail.id));
    let delivery = outbox.delivery.current(app, &organization).await;
    let service_address = app.service_address(&organization);
    let claimed = Instant::now();
    let job = |mail: Mail| Job {
        app: app.clone(),
        outbox: Arc::clone(outbox),
        delivery: Arc::clone(&delivery),
        service_address: service_address.clone(),
        mail,
        token,
        claimed,
    };
    Ok(mails.into_iter().map(job).collect())
}

async fn finish(tx: &mut Tx, app: &App, attempt: &Attempt, now: DateTime<Utc>) -> Result<(), StoreError> {
    let Attempt { mail, token, result, .. } = attempt;
    let (ended, reply) = verdict(mail, result, app.random::<1>(), now);
    if !store::outbox::finish(tx, (mail.id, *token), &ended, &reply, now).await? {
        tracing::warn!(mail = mail.id, "the claim on a mail was lost while it was sent");
        return Ok(());
    }
    match (&ended, result) {
        (Ended::Accepted, Tried::Sent { kept: Some((raw, subject)), .. }) => {
            let stored = Stored {
                id: app.new_id(),
                outbox_id: mail.id,
                recipient: mail.recipient.clone(),
                recipient_key: mail.recipient.to_lowercase(),
                subject: subject.clone(),
                raw: raw.clone(),
                at: now,
            };
            store::mailbox::insert(tx, &stored).await
        }
        (Ended::Refused, Tried::Sent { .. }) => {
            tracing::warn!(mail = mail.id, %reply, "a mail was refused");
            store::outbox::refuse_rest_of_lane(tx, &mail.lane, &reply, now).await
        }
        (Ended::GivenUp, _) => {
            tracing::error!(mail = mail.id, %reply, "a mail was given up after three days");
            Ok(())
        }
        _ => Ok(()),
    }
}

/// How it ends, and the server's words, which begin with its code.
fn verdict(mail: &Mail, result: &Tried, [chance]: [u8; 1], now: DateTime<Utc>) -> (Ended, String) {
    let outcome = match result {
        Tried::Sent { outcome, .. } => outcome,
        Tried::NotWritten(reason) => return (Ended::Refused, reason.clone()),
    };
    match outcome {
        Outcome::Accepted { reply } => (Ended::Accepted, reply.clone()),
        Outcome::Refused { code, reply } => (Ended::Refused, format!("{code} {reply}")),
        Outcome::Later { code, reply } => (retry::after(mail, chance, now), format!("{code} {reply}")),
        Outcome::Unreachable { reason } => (retry::after_outage(mail, chance, now), reason.clone()),
        Outcome::Unknown { reason } => (retry::after(mail, chance, now), reason.clone()),
    }
}
