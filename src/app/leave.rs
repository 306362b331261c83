//! May a change be made? Judges it under the locks of everybody concerned and says what is still needed.

use std::collections::HashSet;

use chrono::{DateTime, Utc};

use super::{
    actor::Actor,
    context::App,
    error::{AppError, Result},
    judge::{self, Judged},
};
use crate::{
    domain::{
        ids::PersonId,
        limits::{
            consent::{Answered, Consent, Ruling, ruling},
            facts,
            policy::Policy,
            rule::{Level, Period},
            verdict::{About, Reading, Verdict},
        },
        meeting::Status,
        time::Zone,
    },
    store::{self, Tx, meetings::FullMeeting, overrides::Override},
};
use chrono::Datelike;

/// What leave a change brings with it.
#[derive(Debug, Clone)]
pub enum Leave {
    /// What the organizer said in the form.
    Said(Consent),
    /// The change is not a wish but a consequence: limits up to this level do not stop it.
    UpTo(Level),
    /// Somebody else allowed what was asked of them.
    Given {
        /// What was said and allowed.
        consent: Consent,
        /// Who asked.
        asked_by: PersonId,
        /// Who allowed it.
        by: PersonId,
    },
}

impl Leave {
    /// With whom an exception is counted: whoever allows it answers for it, but it is one of whoever asked. `None` where
    /// nothing is asked for.
    pub(super) const fn counted(&self, actor: PersonId) -> Option<PersonId> {
        match self {
            Self::Said(_) => Some(actor),
            Self::Given { asked_by, .. } => Some(*asked_by),
            Self::UpTo(_) => None,
        }
    }
}

/// What is still needed before a meeting can be so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// A tick that the warnings are seen.
    Tick,
    /// A reason of at least ten characters.
    Reason,
    /// Nothing helps but another plan.
    Other,
}

/// A change that limits do not let pass as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Stopped {
    /// Every rule with its numbers.
    pub verdict: Verdict,
    /// What is still needed.
    pub need: Need,
}

/// A change that may be made.
pub(super) enum Allowed {
    /// Now, with these limits passed.
    Now(Judged, Vec<Answered>),
    /// Once somebody else has allowed it.
    Asking(Judged, Vec<Reading>),
}

/// Judges a change. The caller holds the locks of everybody concerned, and of whoever an exception is counted with.
///
/// # Errors
/// [`AppError::Stopped`] when something is still needed.
pub(super) async fn ask_leave(
    tx: &mut Tx,
    app: &App,
    (old, new): (Option<&FullMeeting>, &FullMeeting),
    (leave, who): (&Leave, PersonId),
) -> Result<Allowed> {
    let now = app.now();
    let policy = store::policy::read(tx).await?;
    let proposal = proposal((old, new), &policy.settings).ok_or(AppError::NotFound)?;
    let judged = judge::judge(tx, now, &proposal).await?;
    let used = match leave.counted(who) {
        Some(person) => used(tx, person, &judged, now).await?,
        None => 0,
    };
    allowed(judged, leave, used)
}

/// What a judgement allows with this leave, when `used` exceptions of the quarter are gone.
///
/// # Errors
/// [`AppError::Stopped`] when something is still needed.
pub(super) fn allowed(judged: Judged, leave: &Leave, used: u32) -> Result<Allowed> {
    let (need, ruled) = match leave {
        Leave::Said(consent) | Leave::Given { consent, .. } => {
            (None, ruling(&judged.verdict, consent, used, &judged.policy.settings))
        }
        Leave::UpTo(level) => match judged.verdict.asks() {
            Some(asked) if asked > *level => (Some(Need::Other), Ruling::Refuse(Vec::new())),
            _ => (None, Ruling::Go(answered(&judged.verdict))),
        },
    };
    match ruled {
        Ruling::Go(passed) => Ok(Allowed::Now(judged, passed)),
        Ruling::Ask(to_ask) => Ok(Allowed::Asking(judged, to_ask)),
        Ruling::Tick => Err(stopped(judged, Need::Tick)),
        Ruling::GiveReason => Err(stopped(judged, Need::Reason)),
        Ruling::Refuse(_) => Err(stopped(judged, need.unwrap_or(Need::Other))),
    }
}

/// The change as it is judged; `None` for a meeting without length.
pub(super) fn proposal((old, new): (Option<&FullMeeting>, &FullMeeting), policy: &Policy) -> Option<facts::Proposal> {
    // A meeting that waits for approval is not there yet: it has no old version that could be kept for free.
    let old = old.filter(|old| old.meeting.status == Status::Confirmed);
    Some(facts::Proposal {
        meeting: Some(new.meeting.id),
        draft: None,
        old: old.and_then(|old| judge::shape(old, policy)),
        new: judge::shape(new, policy)?,
    })
}

/// What a consequence passes without being asked.
fn answered(verdict: &Verdict) -> Vec<Answered> {
    let answered = |r: &Reading| Some(Answered { reading: r.clone(), level: r.asks()? });
    verdict.passed().filter_map(answered).filter(|a| a.level > Level::Inform).collect()
}

fn stopped(judged: Judged, need: Need) -> AppError {
    AppError::Stopped(Box::new(Stopped { verdict: judged.verdict, need }))
}

/// How many limits somebody has passed with a reason of their own in this quarter, where that matters.
pub(super) async fn used(tx: &mut Tx, person: PersonId, judged: &Judged, now: DateTime<Utc>) -> Result<u32> {
    if judged.verdict.asks() != Some(Level::Reason) {
        return Ok(0);
    }
    used_in_all(tx, person, &judged.zone, now).await
}

/// How many limits somebody has passed with a reason of their own in this quarter.
pub(super) async fn used_in_all(tx: &mut Tx, person: PersonId, zone: &Zone, now: DateTime<Utc>) -> Result<u32> {
    let used = store::overrides::used(tx, person, &quarter(zone, now)).await?;
    Ok(u32::try_from(used).unwrap_or(u32::MAX))
}

/// How many exceptions of one's own a meeting uses up: each rule counts once, however many people it is about.
pub(super) fn own_exceptions(passed: &[Answered]) -> u32 {
    let own = passed.iter().filter(|answered| answered.level == Level::Reason).map(|answered| answered.reading.id);
    u32::try_from(own.collect::<HashSet<_>>().len()).unwrap_or(u32::MAX)
}

/// The calendar quarter of a moment, for example `2026-Q4`.
pub(super) fn quarter(zone: &Zone, at: DateTime<Utc>) -> String {
    let day = zone.local(at).date();
    let first = Period::Quarter.around(day).map_or(day, |(first, _)| first);
    format!("{}-Q{}", first.year(), first.month0() / 3 + 1)
}

/// The passed limits as they go on the record.
pub(super) fn on_record(
    app: &App,
    (actor, leave): (&Actor, &Leave),
    (full, judged): (&FullMeeting, &Judged),
    passed: &[Answered],
) -> Result<Vec<Override>> {
    let (now, asker) = (app.now(), actor.excepted_for(full.meeting.organizer_id));
    let (person, approver, reason) = match leave {
        Leave::Said(consent) => (asker, None, consent.reason.clone().unwrap_or_default()),
        Leave::UpTo(_) => (asker, None, String::new()),
        Leave::Given { consent, asked_by, by } => (*asked_by, Some(*by), consent.reason.clone().unwrap_or_default()),
    };
    let row = |Answered { reading, level }: &Answered| -> Result<Override> {
        Ok(Override {
            id: app.new_id(),
            meeting_id: full.meeting.id,
            rule_id: reading.id,
            reading: serde_json::to_string(reading)?,
            level: *level,
            about_id: match reading.about {
                About::Person(id) => Some(id),
                _ => None,
            },
            person_id: person,
            approver_id: approver,
            reason: reason.clone(),
            quarter: quarter(&judged.zone, now),
            at: now,
        })
    };
    passed.iter().map(row).collect()
}
