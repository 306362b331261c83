//! What comes of judging a meeting: one reading for each rule and each one it is about, kept or passed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::rule::{Level, Measure, Rule};
use crate::domain::ids::{AccountId, ContactId, PersonId, RuleId, TeamId};

/// Whom a reading is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", content = "of", rename_all = "snake_case")]
pub enum About {
    /// The meeting itself: its length, people, agenda, notice.
    Meeting,
    /// A colleague.
    Person(PersonId),
    /// A customer's contact.
    Contact(ContactId),
    /// A customer.
    Account(AccountId),
    /// A team that shares a limit.
    Team(TeamId),
    /// The firm.
    Organization,
}

/// What the numbers of a reading count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Minutes.
    Minutes,
    /// Meetings.
    Meetings,
    /// People.
    People,
    /// Yes (1) or no (0): an agenda is missing, a calendar cannot be read.
    Fault,
}

/// Why a rule could not be judged. It then blocks, for everyone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unjudged {
    /// The words of the rule are not understood.
    UnreadableRule,
    /// The person has no zone that is known.
    NoZone,
    /// A number it needs is missing from the facts; it is a fault in Sparsam.
    MissingFacts,
    /// More meetings than can be counted.
    TooMany,
}

/// How a rule stands with the meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Well within.
    Kept,
    /// Within, and 90 % or more of it used.
    Near,
    /// Over, but not more than before: allowed, and flagged.
    Flagged,
    /// Passed.
    Passed,
    /// Could not be judged: blocks.
    Unjudged(Unjudged),
}

/// One rule and one it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The rule; `None` when its words are not understood.
    pub rule: Option<Rule>,
    /// Its id, also when its words are not understood.
    pub id: Option<RuleId>,
    /// Whom it is about.
    pub about: About,
    /// Their display name; empty for [`About::Meeting`].
    pub name: String,
    /// First and last day of the period counted, in the zone of the firm; `None` where no period is counted.
    pub period: Option<(NaiveDate, NaiveDate)>,
    /// What is counted.
    pub unit: Unit,
    /// As it stands now, the old version of the meeting included.
    pub before: u32,
    /// With the meeting as proposed.
    pub after: u32,
    /// The most allowed; the least for notice.
    pub limit: u32,
    /// How it stands.
    pub standing: Standing,
}

impl Reading {
    /// What it asks for: `None` while the rule is kept.
    #[must_use]
    pub fn asks(&self) -> Option<Level> {
        match self.standing {
            Standing::Kept | Standing::Near | Standing::Flagged => None,
            Standing::Passed => self.rule.as_ref().map(|rule| rule.level),
            Standing::Unjudged(_) => Some(Level::Block),
        }
    }

    /// How much of the limit is used, in thousandths; more than 1000 is over it. What a limit of 0 allows nothing of is
    /// either not used or used beyond measure. For notice it grows as the time gets shorter.
    #[must_use]
    pub fn used(&self) -> u64 {
        let least = self.rule.as_ref().is_some_and(|rule| matches!(rule.measure, Measure::Notice { .. }));
        let (part, whole) = if least { (self.limit, self.after) } else { (self.after, self.limit) };
        match (part, whole) {
            (0, _) => 0,
            (_, 0) => u64::MAX,
            (part, whole) => u64::from(part) * 1000 / u64::from(whole),
        }
    }
}

/// All readings, strictest first.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Verdict {
    /// Every rule that concerns the meeting, kept or not: the tightest decides, and all are shown.
    pub readings: Vec<Reading>,
}

impl Verdict {
    /// The strictest thing asked for; `None` when the meeting may simply be sent.
    #[must_use]
    pub fn asks(&self) -> Option<Level> {
        self.readings.iter().filter_map(Reading::asks).max()
    }

    /// Whether anything is over a limit that asks for more than to be pointed out, also what was over it before and did not
    /// grow.
    #[must_use]
    pub fn is_over(&self) -> bool {
        let asks = |r: &Reading| r.rule.as_ref().is_none_or(|rule| rule.level > Level::Inform);
        self.readings.iter().any(|r| !matches!(r.standing, Standing::Kept | Standing::Near) && asks(r))
    }

    /// The readings that ask for something, strictest first.
    pub fn passed(&self) -> impl Iterator<Item = &Reading> {
        self.readings.iter().filter(|r| r.asks().is_some())
    }
}
