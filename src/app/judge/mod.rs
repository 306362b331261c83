//! May this meeting be so? Reads what the rules ask for and lets the one pure judgement decide. Preview, list of times,
//! sending, moving, approval and explanation all come through here.

mod gather;
mod shape;
mod sitting;
mod time;

use chrono::{DateTime, Utc};

pub use shape::shape;
pub(super) use shape::{coming, counts, required};
pub(super) use sitting::Sitting;
pub(super) use time::{OwnTime, as_set};

use self::gather::For;
use super::error::Result;
use crate::{
    domain::{
        ids::{AccountId, ContactId},
        limits::{
            evaluate::evaluate,
            facts::{AccountFacts, ContactFacts, Facts, Proposal},
            verdict::Verdict,
        },
        time::{Interval, Zone},
    },
    store::{self, Tx, policy::Current},
};

/// A judgement with what it rests on.
#[derive(Debug)]
pub struct Judged {
    /// What comes of it.
    pub verdict: Verdict,
    /// Zone of the firm, in which limits count.
    pub zone: Zone,
    /// The settings it was judged under.
    pub policy: Current,
}

/// Whom sending would enter as new: nothing is known of them, and no meeting is counted for them.
#[derive(Debug, Default)]
pub(super) struct Newcomers {
    /// Contacts, with made-up ids and their names.
    pub(super) contacts: Vec<(ContactId, String)>,
    /// The customer, if the first contact brings a new one.
    pub(super) account: Option<(AccountId, String)>,
}

/// As [`judge`], with people who are not entered yet; and what was known.
pub(super) async fn judge_with(
    tx: &mut Tx,
    now: DateTime<Utc>,
    proposal: &Proposal,
    newcomers: &Newcomers,
) -> Result<(Judged, Facts)> {
    let policy = store::policy::read(tx).await?;
    let mut facts = gather::facts(tx, now, For::One(proposal)).await?;
    newcomers.join(&mut facts);
    let judged = Judged { verdict: evaluate(&facts, proposal), zone: facts.zone.clone(), policy };
    Ok((judged, facts))
}

/// What is known when the meeting may lie anywhere in a stretch of time.
pub(super) async fn facts_over(
    tx: &mut Tx,
    now: DateTime<Utc>,
    (proposal, stretch): (&Proposal, Interval),
    newcomers: &Newcomers,
) -> Result<Facts> {
    let mut facts = gather::facts(tx, now, For::Anywhere(proposal, stretch)).await?;
    newcomers.join(&mut facts);
    Ok(facts)
}

impl Newcomers {
    fn join(&self, facts: &mut Facts) {
        for (id, name) in &self.contacts {
            facts.contacts.insert(*id, ContactFacts { name: name.clone(), load: Vec::new() });
        }
        if let Some((id, name)) = &self.account {
            facts.accounts.insert(*id, AccountFacts { name: name.clone(), class: None, load: Vec::new() });
        }
    }
}

/// Judges a meeting. In a command, the caller holds the locks of everybody concerned, and what is said here holds until
/// the transaction ends; on a page it is a forecast.
///
/// # Errors
/// Only when the database fails. What cannot be judged is a reading that blocks.
pub async fn judge(tx: &mut Tx, now: DateTime<Utc>, proposal: &Proposal) -> Result<Judged> {
    Ok(judge_with(tx, now, proposal, &Newcomers::default()).await?.0)
}
