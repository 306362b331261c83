//! May this meeting be so? Reads what the rules ask for and lets the one pure judgement decide. Preview, list of times,
//! sending, moving, approval and explanation all come through here.

mod gather;
mod shape;
mod time;

use chrono::{DateTime, Utc};

pub use shape::shape;
pub(super) use shape::{coming, counts, required};

use super::error::Result;
use crate::{
    domain::limits::{
        evaluate::evaluate,
        facts::{Facts, Proposal},
        verdict::Verdict,
    },
    store::{self, Tx, policy::Current},
};

/// A judgement with what it rests on.
#[derive(Debug)]
pub struct Judged {
    /// What comes of it.
    pub verdict: Verdict,
    /// What was known.
    pub facts: Facts,
    /// The settings it was judged under.
    pub policy: Current,
}

/// Judges a meeting. In a command, the caller holds the locks of everybody concerned, and what is said here holds until
/// the transaction ends; on a page it is a forecast.
///
/// # Errors
/// Only when the database fails. What cannot be judged is a reading that blocks.
pub async fn judge(tx: &mut Tx, now: DateTime<Utc>, proposal: &Proposal) -> Result<Judged> {
    let policy = store::policy::read(tx).await?;
    let facts = gather::facts(tx, now, proposal).await?;
    Ok(Judged { verdict: evaluate(&facts, proposal), facts, policy })
}
