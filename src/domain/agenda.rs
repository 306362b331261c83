//! Agenda points.

use serde::{Deserialize, Serialize};

use super::{ids::AttendeeId, terms::terms};

pub mod amount;
pub mod idea;
pub mod link;
pub mod part;
pub mod scorecard;
pub mod sheet;
pub mod starter;
pub mod template;
pub mod thanks;

terms! {
    /// What a point is about.
    ItemKind {
        /// Targets against actuals.
        Targets = "targets",
        /// A number that is behind.
        Shortfall = "shortfall",
        /// Thanks for a result.
        Recognition = "recognition",
        /// What is new in the product.
        ProductUpdate = "product_update",
        /// What is in the way.
        Challenge = "challenge",
        /// Where to go.
        Strategy = "strategy",
        /// Something shown to a customer or the team.
        Presentation = "presentation",
        /// How to talk with customers about something: for colleagues only.
        Guidance = "guidance",
        /// Anything else.
        Free = "free",
    }
}

terms! {
    /// What a point is for.
    Wanted {
        /// A decision.
        Decide = "decide",
        /// Everybody knows.
        Inform = "inform",
        /// Somebody is thanked.
        Thank = "thank",
        /// Ideas and facts are gathered.
        Gather = "gather",
    }
}

impl ItemKind {
    /// Whether points of this kind are for colleagues on the meeting's page only. Mails, calendars and pages behind links
    /// are passed on, so such points stand in none of them.
    #[must_use]
    pub const fn stays_inside(self) -> bool {
        matches!(self, Self::Guidance)
    }

    /// Whether a scorecard belongs to it.
    #[must_use]
    pub const fn has_scorecard(self) -> bool {
        matches!(self, Self::Targets | Self::Shortfall)
    }
}

/// One point of an agenda as readers see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaPoint {
    /// What it is about.
    pub kind: ItemKind,
    /// Plain text, at most 200 characters.
    pub title: String,
    /// Planned minutes, 0 to 1440.
    pub minutes: u32,
    /// Who leads it; `None` means everyone.
    pub owner: Option<AttendeeId>,
    /// What should come out of it.
    pub wanted: Wanted,
    /// What to read ahead. Older mails do not have it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reading: Vec<link::Reading>,
}

/// The planned minutes of an agenda.
#[must_use]
pub fn total_minutes(points: &[AgendaPoint]) -> u32 {
    points.iter().map(|p| p.minutes).sum()
}
