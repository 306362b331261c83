//! What the firm has set about planning beside its rules.

use serde::{Deserialize, Serialize};

use crate::domain::{meeting::Format, reminders::Reminders};

/// Minutes kept free around a meeting; never shown to customers as busy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Buffer {
    /// Before the start.
    pub before: u16,
    /// After the end.
    pub after: u16,
}

/// Cost of an hour for a group of people; never of one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RateBand {
    /// Stable key, kept at the people of the band.
    pub key: String,
    /// Display name.
    pub name: String,
    /// Whole units of the firm's currency per hour.
    pub per_hour: u32,
}

/// Settings of planning. Every field has a default, so that older rows stay readable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Policy {
    /// Limits that one person may pass with a reason of their own in a calendar quarter; further ones need approval.
    pub quota: u32,
    /// Hours an approval may wait at most; it also ends an hour before the start.
    pub approval_hours: u32,
    /// Whether optional attendance counts as load before it is accepted.
    pub optional_counts: bool,
    /// Proposed times start on multiples of this many minutes: 5 to 60.
    pub increment: u16,
    /// Proposed times lie at least this many minutes ahead.
    pub notice: u32,
    /// Proposed times lie at most this many days ahead.
    pub horizon_days: u32,
    /// Whether new plans end some minutes ahead of the half or full hour.
    pub ends_early: bool,
    /// Around video meetings.
    pub video: Buffer,
    /// Around phone calls.
    pub phone: Buffer,
    /// Around meetings in a room of the firm.
    pub room: Buffer,
    /// Around meetings at the customer's: the way there and back.
    pub at_customer: Buffer,
    /// ISO 4217 code of the rates.
    pub currency: String,
    /// Rates by group; empty shows no money.
    pub bands: Vec<RateBand>,
    /// When people are reminded of meetings.
    pub reminders: Reminders,
}

impl Default for Policy {
    fn default() -> Self {
        let visit = Buffer { before: 30, after: 30 };
        Self {
            quota: 3,
            approval_hours: 72,
            optional_counts: false,
            increment: 15,
            notice: 60,
            horizon_days: 14,
            ends_early: false,
            video: Buffer::default(),
            phone: Buffer::default(),
            room: Buffer::default(),
            at_customer: visit,
            currency: String::new(),
            bands: Vec::new(),
            reminders: Reminders::default(),
        }
    }
}

impl Policy {
    /// Minutes around a meeting of this format.
    #[must_use]
    pub const fn buffer(&self, format: Format) -> Buffer {
        match format {
            Format::Video => self.video,
            Format::Phone => self.phone,
            Format::Room => self.room,
            Format::AtCustomer => self.at_customer,
        }
    }
}
