//! Reminders: how long ahead of a meeting of each purpose, and whom.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::{meeting::Purpose, quiet::Workdays, terms::terms};

terms! {
    /// How long ahead of a meeting its reminder goes out, in real time.
    Lead {
        /// Half an hour.
        HalfHour = "30m",
        /// An hour.
        Hour = "1h",
        /// Two hours.
        TwoHours = "2h",
        /// Four hours.
        FourHours = "4h",
        /// 24 hours.
        Day = "1d",
        /// 48 hours.
        TwoDays = "2d",
        /// 72 hours.
        ThreeDays = "3d",
        /// Seven times 24 hours.
        Week = "7d",
    }
}

terms! {
    /// Why somebody is reminded.
    Reason {
        /// They have not answered.
        Unanswered = "unanswered",
        /// They asked to be.
        Asked = "asked",
        /// There is something to read ahead of the meeting. Prepared ahead of the others: it holds for whoever answers meanwhile.
        Reading = "reading",
    }
}

terms! {
    /// Of which meetings somebody wants to be reminded.
    Wish {
        /// Those they have not answered.
        Unanswered = "unanswered",
        /// All but those they have declined.
        All = "all",
        /// None.
        Never = "never",
    }
}

impl Lead {
    /// Minutes ahead of the start.
    #[must_use]
    pub const fn minutes(self) -> u32 {
        match self {
            Self::HalfHour => 30,
            Self::Hour => 60,
            Self::TwoHours => 2 * 60,
            Self::FourHours => 4 * 60,
            Self::Day => 24 * 60,
            Self::TwoDays => 2 * 24 * 60,
            Self::ThreeDays => 3 * 24 * 60,
            Self::Week => 7 * 24 * 60,
        }
    }

    /// The same as a span of time.
    #[must_use]
    pub fn ahead(self) -> TimeDelta {
        TimeDelta::minutes(self.minutes().into())
    }

    /// How late it may still be prepared, for example after the program was down: a quarter of it, ten minutes at least.
    #[must_use]
    pub fn grace(self) -> TimeDelta {
        TimeDelta::minutes((self.minutes() / 4).max(10).into())
    }

    /// When the reminder of a meeting leaves, if it is prepared at `now`: so long ahead of the `start`, or when the reader
    /// next works. `None` when they were told of the meeting, at `told`, so shortly before that they need none.
    #[must_use]
    pub fn leaves(
        self,
        start: DateTime<Utc>,
        told: DateTime<Utc>,
        reader: &Workdays,
        now: DateTime<Utc>,
    ) -> Option<DateTime<Utc>> {
        let wanted = start - self.ahead();
        (told + self.grace() <= wanted).then(|| reader.deliver_at(wanted.max(now), Some(start)))
    }
}

/// Reminders of the meetings of one purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leads {
    /// To those who have not answered; `None` reminds nobody.
    pub unanswered: Option<Lead>,
    /// To those who asked to be reminded.
    pub asked: Option<Lead>,
    /// To everybody who may come, where there is something to read ahead. What was saved before there was such a choice
    /// is as usual.
    #[serde(default = "Leads::usual_reading")]
    pub reading: Option<Lead>,
}

impl Leads {
    /// Three days ahead: time to read, and not yet time to forget.
    #[expect(clippy::unnecessary_wraps, reason = "it stands for a field that may be empty")]
    const fn usual_reading() -> Option<Lead> {
        Some(Lead::ThreeDays)
    }

    /// For this reason.
    #[must_use]
    pub const fn of(self, reason: Reason) -> Option<Lead> {
        match reason {
            Reason::Reading => self.reading,
            Reason::Unanswered => self.unanswered,
            Reason::Asked => self.asked,
        }
    }
}

/// Reminders of the firm by purpose. A purpose that nobody has chosen for has [`Reminders::usual`].
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Reminders(BTreeMap<Purpose, Leads>);

impl Reminders {
    /// Without a choice: a day ahead to those who have not answered, two days of customer meetings, which need a way
    /// there; two hours ahead to those who asked; three days ahead where there is something to read.
    #[must_use]
    pub const fn usual(purpose: Purpose) -> Leads {
        let unanswered = if matches!(purpose, Purpose::Customer) { Lead::TwoDays } else { Lead::Day };
        Leads { unanswered: Some(unanswered), asked: Some(Lead::TwoHours), reading: Leads::usual_reading() }
    }

    /// Of meetings of a purpose.
    #[must_use]
    pub fn of(&self, purpose: Purpose) -> Leads {
        self.0.get(&purpose).copied().unwrap_or(Self::usual(purpose))
    }

    /// Chooses for a purpose.
    pub fn set(&mut self, purpose: Purpose, leads: Leads) {
        self.0.insert(purpose, leads);
    }

    /// Every purpose with a reminder for this reason.
    pub fn leads(&self, reason: Reason) -> impl Iterator<Item = (Purpose, Lead)> {
        Purpose::ALL.iter().filter_map(move |purpose| Some((*purpose, self.of(*purpose).of(reason)?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::Zone;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn it_leaves_ahead_unless_the_reader_has_just_heard() {
        let reader = Workdays::unknown(Zone::named("Europe/Stockholm").unwrap());
        let wednesday = "2026-11-25T13:00:00Z";
        let cases = [
            (Lead::Day, wednesday, "2026-11-20T08:00:00Z", "2026-11-24T13:00:00Z", Some("2026-11-24T13:00:00Z")),
            (Lead::TwoHours, wednesday, "2026-11-20T08:00:00Z", "2026-11-25T11:00:30Z", Some("2026-11-25T11:00:30Z")),
            // Told six hours ahead of the reminder, and a minute later.
            (Lead::Day, wednesday, "2026-11-24T07:00:00Z", "2026-11-24T13:00:00Z", Some("2026-11-24T13:00:00Z")),
            (Lead::Day, wednesday, "2026-11-24T07:01:00Z", "2026-11-24T13:00:00Z", None),
            (Lead::HalfHour, wednesday, "2026-11-25T12:21:00Z", "2026-11-25T12:30:00Z", None),
            // Two days ahead of Monday at nine is a Saturday, and work begins too late.
            (
                Lead::TwoDays,
                "2026-11-30T08:00:00Z",
                "2026-11-20T08:00:00Z",
                "2026-11-28T08:00:00Z",
                Some("2026-11-29T08:00:00Z"),
            ),
            // Three days ahead of Wednesday at nine is a Sunday, and Monday is early enough.
            (
                Lead::ThreeDays,
                "2026-12-02T08:00:00Z",
                "2026-11-20T08:00:00Z",
                "2026-11-29T08:00:00Z",
                Some("2026-11-30T07:00:00Z"),
            ),
        ];
        for (lead, start, told, now, expected) in cases {
            assert_eq!(lead.leaves(at(start), at(told), &reader, at(now)), expected.map(at), "{lead} {start} {told}");
        }
    }

    #[test]
    fn what_nobody_chose_is_usual() {
        let mut reminders = Reminders::default();
        assert_eq!(reminders.of(Purpose::Customer).unanswered, Some(Lead::TwoDays));
        assert_eq!(reminders.leads(Reason::Asked).count(), Purpose::ALL.len());
        reminders.set(Purpose::Customer, Leads { unanswered: None, asked: None, reading: None });
        assert_eq!(reminders.leads(Reason::Asked).count(), Purpose::ALL.len() - 1);
        let stored = serde_json::to_string(&reminders).unwrap();
        assert_eq!(stored, r#"{"customer":{"unanswered":null,"asked":null,"reading":null}}"#);
        assert_eq!(serde_json::from_str::<Reminders>(&stored).unwrap(), reminders);
        let before = serde_json::from_str::<Reminders>(r#"{"customer":{"unanswered":null,"asked":null}}"#).unwrap();
        assert_eq!(before.of(Purpose::Customer).reading, Some(Lead::ThreeDays));
    }

    #[test]
    fn grace_is_shorter_than_the_lead() {
        for lead in Lead::ALL {
            assert!(lead.grace() < lead.ahead(), "{lead}");
        }
    }
}
