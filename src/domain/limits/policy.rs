//! What the firm has set about planning beside its rules.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::{
    meeting::{Format, Purpose},
    reminders::Reminders,
};

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

/// What differs for meetings of one purpose; what is empty is as for all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Special {
    /// As [`Policy::increment`].
    pub increment: Option<u16>,
    /// As [`Policy::notice`].
    pub notice: Option<u32>,
    /// As [`Policy::horizon_days`].
    pub horizon_days: Option<u32>,
    /// Kept free at least, whatever the format.
    pub around: Buffer,
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
    /// Whether these are working days of the firm.
    pub horizon_working: bool,
    /// What differs by purpose.
    pub purposes: BTreeMap<Purpose, Special>,
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
            horizon_working: false,
            purposes: BTreeMap::new(),
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

    /// What is set for meetings of a purpose.
    #[must_use]
    pub fn special(&self, purpose: Purpose) -> Special {
        self.purposes.get(&purpose).copied().unwrap_or_default()
    }

    /// The settings as they hold for meetings of one purpose: its own in place of those for all, and around it the larger of
    /// what purpose and format ask for.
    #[must_use]
    pub fn of(&self, purpose: Purpose) -> Self {
        let special = self.special(purpose);
        let at_least = |buffer: Buffer| Buffer {
            before: buffer.before.max(special.around.before),
            after: buffer.after.max(special.around.after),
        };
        Self {
            increment: special.increment.unwrap_or(self.increment),
            notice: special.notice.unwrap_or(self.notice),
            horizon_days: special.horizon_days.unwrap_or(self.horizon_days),
            video: at_least(self.video),
            phone: at_least(self.phone),
            room: at_least(self.room),
            at_customer: at_least(self.at_customer),
            ..self.clone()
        }
    }
}
