//! Reading outside calendars: what is due, and what became of it. The reading happens between the two, with no
//! transaction open.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::{
    context::App,
    error::Result,
    outside_calendars::{address_of, moved_to_of},
    sealed,
};
use crate::{
    domain::{
        ids::OutsideCalendarId,
        letter::{Body, Letter, Reader},
        meeting::Party,
        outside::{Block, EXPAND_EVERY, SourceAddress, TELL_AFTER, Trouble, wait, window},
        person::PersonState,
        time::{Interval, Zone},
    },
    store::{
        self, Tx,
        outbox::NewMail,
        outside::{Failing, OutsideCalendar, Reading},
    },
};

/// How long a claim holds: longer than fetching and reading take together.
const LEASE: TimeDelta = TimeDelta::seconds(120);

/// A calendar that is to be read now.
#[derive(Debug, Clone)]
pub struct Due {
    calendar: OutsideCalendar,
    token: Uuid,
    /// Where; `None` when the stored address cannot be used.
    pub address: Option<SourceAddress>,
    /// The version that we have and that is still good: `ETag` and `Last-Modified`.
    pub known: Option<(Option<String>, Option<String>)>,
    /// The owner's zone, for times that name none; `None` when it is unknown.
    pub zone: Option<Zone>,
    /// Busy time is wanted for this span.
    pub window: Option<Interval>,
}

impl Due {
    /// Which.
    #[must_use]
    pub const fn id(&self) -> OutsideCalendarId {
        self.calendar.id
    }
}

/// How a reading ended.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// Nothing has changed.
    Unchanged,
    /// Read: `ETag`, `Last-Modified`, and busy time of the window, merged.
    Read(Option<String>, Option<String>, Vec<Block>),
    /// Not read, and where it says it has moved to.
    Failed(Trouble, Option<SourceAddress>),
}

/// Claims up to `limit` calendars that are due.
pub async fn claim(app: &App, limit: usize) -> Result<Vec<Due>> {
    let (now, token): (_, Uuid) = (app.now(), app.new_id());
    let mut tx = app.db.begin().await?;
    let calendars =
        store::outside::claim(&mut tx, now, (token, now + LEASE), i64::try_from(limit).unwrap_or(i64::MAX)).await?;
    if calendars.is_empty() {
        tx.rollback().await?;
        return Ok(Vec::new());
    }
    let owners: Vec<_> = calendars.iter().map(|calendar| calendar.person_id).collect();
    let owners = store::people::by_ids(&mut tx, &owners).await?;
    tx.commit().await?;
    let due = |calendar: OutsideCalendar| {
        let owner = owners.iter().find(|person| person.id == calendar.person_id);
        Due {
            address: address(app, &calendar),
            known: known(&calendar, now),
            zone: owner.and_then(|person| Zone::named(&person.zone).ok()),
            window: window(now),
            token,
            calendar,
        }
    };
    Ok(calendars.into_iter().map(due).collect())
}

/// The address, judged again: what is permitted may have changed.
fn address(app: &App, calendar: &OutsideCalendar) -> Option<SourceAddress> {
    let text = match sealed::open(app, address_of(calendar.id), &calendar.address) {
        Ok(text) => text,
        Err(error) => {
            tracing::error!(calendar = %calendar.id, %error, "the address of an outside calendar cannot be opened");
            return None;
        }
    };
    SourceAddress::read(&text, &app.settings().outside).ok()
}

/// What we have, unless the window has moved on since it was worked out.
fn known(calendar: &OutsideCalendar, now: DateTime<Utc>) -> Option<(Option<String>, Option<String>)> {
    let recent = calendar.expanded_at.is_some_and(|at| now - at < EXPAND_EVERY);
    let named = calendar.etag.is_some() || calendar.last_modified.is_some();
    (recent && named).then(|| (calendar.etag.clone(), calendar.last_modified.clone()))
}

/// Writes down how a reading ended, `every` so many minutes. Whoever lost the claim writes nothing. The owner of a
/// calendar that has failed for [`TELL_AFTER`] is told by mail, once until it can be read again.
pub async fn finish(app: &App, due: &Due, outcome: Outcome, every: u32) -> Result<()> {
    let now = app.now();
    let lease = (due.calendar.id, due.token);
    let mut tx = app.db.begin().await?;
    let mut told = false;
    let next_check_at = now + wait(0, every) + jitter(app);
    match outcome {
        Outcome::Unchanged => {
            let (etag, last_modified) = due.known.clone().unwrap_or_default();
            let reading = Reading { etag, last_modified, blocks: None, next_check_at };
            store::outside::finish(&mut tx, lease, &reading, now).await?;
        }
        Outcome::Read(etag, last_modified, blocks) => {
            let reading = Reading { etag, last_modified, blocks: Some(blocks), next_check_at };
            store::outside::finish(&mut tx, lease, &reading, now).await?;
        }
        Outcome::Failed(trouble, moved_to) => {
            told = fail(&mut tx, app, due, (trouble, moved_to), every).await?;
        }
    }
    tx.commit().await?;
    if told {
        app.wake_worker();
    }
    Ok(())
}

/// Whether a mail was queued.
async fn fail(
    tx: &mut Tx,
    app: &App,
    due: &Due,
    (trouble, moved_to): (Trouble, Option<SourceAddress>),
    every: u32,
) -> Result<bool> {
    let (now, calendar) = (app.now(), &due.calendar);
    let since = calendar.failing_since.unwrap_or(now);
    let tell = calendar.told_at.is_none() && now - since >= TELL_AFTER;
    let place = moved_to_of(calendar.id);
    let failures = u32::try_from(calendar.failures).unwrap_or(u32::MAX).saturating_add(1);
    let failing = Failing {
        trouble,
        moved_to: moved_to.map(|address| sealed::seal(app, place, address.expose())).transpose()?,
        next_check_at: now + wait(failures, every) + jitter(app),
        told_at: if tell { Some(now) } else { calendar.told_at },
    };
    let ours = store::outside::finish_failing(tx, (calendar.id, due.token), &failing, now).await?;
    Ok(ours && tell && tell_owner(tx, app, calendar, (trouble, since)).await?)
}

/// Queues the mail, unless the owner has left.
async fn tell_owner(
    tx: &mut Tx,
    app: &App,
    calendar: &OutsideCalendar,
    (trouble, since): (Trouble, DateTime<Utc>),
) -> Result<bool> {
    let now = app.now();
    let owner = store::people::by_id(tx, calendar.person_id).await?.filter(|p| p.state == PersonState::Active);
    let (Some(owner), Some(firm)) = (owner, store::organization::load(tx).await?) else { return Ok(false) };
    let to = Reader {
        party: Party { name: owner.name, email: owner.email.clone() },
        language: owner.language,
        zone: owner.zone,
        clock: owner.clock,
    };
    let (name, host) = (calendar.name.clone(), calendar.host.clone());
    let body = Body::Calendar { name, host, trouble, since };
    let letter = Letter { to, at: now, company: firm.name, body };
    let id: Uuid = app.new_id();
    let mail = NewMail {
        lane: format!("calendar|{}", calendar.id),
        kind: "calendar",
        series_id: None,
        meeting_id: None,
        attendee_id: None,
        person_id: Some(owner.id),
        recipient: owner.email,
        sequence: None,
        payload: serde_json::to_value(&letter)?,
        message_id: format!("{}.calendar@{}", id.simple(), app.settings().host()),
        not_before: now,
    };
    store::outbox::insert(tx, &[mail], now).await?;
    Ok(true)
}

/// Up to 25 seconds, so that calendars connected together do not stay together.
fn jitter(app: &App) -> TimeDelta {
    let [byte] = app.random::<1>();
    TimeDelta::milliseconds(i64::from(byte) * 100)
}
