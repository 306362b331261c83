//! Several changes judged one after the other over facts that are read once, each with those before it in place.

use chrono::{DateTime, Utc};

use super::{
    Judged,
    gather::{self, For},
};
use crate::{
    app::error::Result,
    domain::{
        ids::MeetingId,
        limits::{
            evaluate::evaluate,
            facts::{Facts, Proposal, Shape},
        },
    },
    store::{self, Tx, policy::Current},
};

/// What is known to a sitting. As many statements whatever the number of changes.
pub(in crate::app) struct Sitting {
    facts: Facts,
    policy: Current,
}

impl Sitting {
    /// Reads what the rules ask for about any of these changes. In a command, the caller holds the locks of everybody
    /// concerned.
    ///
    /// # Errors
    /// When the database fails, or there is nothing to judge.
    pub(in crate::app) async fn open(tx: &mut Tx, now: DateTime<Utc>, proposals: &[Proposal]) -> Result<Self> {
        let policy = store::policy::read(tx).await?;
        Ok(Self { facts: gather::facts(tx, now, For::Each(proposals)).await?, policy })
    }

    /// The facts as they are counted by now.
    pub(in crate::app) const fn facts(&self) -> &Facts {
        &self.facts
    }

    /// The meeting of a change is not counted any more until it is [`Self::made`].
    pub(in crate::app) fn lift(&mut self, proposal: &Proposal) {
        if let Some(meeting) = proposal.meeting {
            self.facts.forget(meeting, proposal.old.as_ref());
        }
    }

    /// Judges a change whose meeting was lifted as if it were the only one left to make.
    pub(in crate::app) fn judge(&self, proposal: &Proposal) -> Judged {
        let verdict = evaluate(&self.facts, proposal);
        Judged { verdict, zone: self.facts.zone.clone(), policy: self.policy.clone() }
    }

    /// A meeting stands so from now on, and is counted by what is judged after it.
    pub(in crate::app) fn made(&mut self, meeting: MeetingId, shape: &Shape) {
        self.facts.count(meeting, shape);
    }
}
