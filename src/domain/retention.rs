//! For how long kinds of data are kept.

use super::terms::terms;

terms! {
    /// A kind of data that is forgotten after some time.
    Kept {
        /// What mails said, in the outbox and the built-in mailbox, and answers that came by mail.
        Mails = "mails",
        /// Files that were imported, and the rows that were not taken.
        Imports = "imports",
        /// Who did what.
        Audit = "audit",
        /// Past meetings, with all that was written about them.
        Meetings = "meetings",
        /// Contacts whom nobody has met for so long: who they are is erased, and their meetings are still counted.
        Contacts = "contacts",
    }
}

impl Kept {
    /// Days where nobody has chosen; `None` keeps it.
    #[must_use]
    pub const fn usual(self) -> Option<u32> {
        match self {
            Self::Mails => Some(90),
            Self::Imports => Some(30),
            // Two years.
            Self::Audit => Some(731),
            Self::Meetings | Self::Contacts => None,
        }
    }

    /// The fewest and the most days that can be chosen.
    #[must_use]
    pub const fn bounds(self) -> (u32, u32) {
        match self {
            Self::Mails => (14, 3_650),
            Self::Imports => (2, 365),
            Self::Audit => (180, 3_650),
            // Figures look back two years.
            Self::Meetings => (731, 3_650),
            Self::Contacts => (365, 3_650),
        }
    }

    /// Whether it may be kept for ever.
    #[must_use]
    pub const fn may_stay(self) -> bool {
        matches!(self, Self::Meetings | Self::Contacts)
    }

    /// Days as they may be chosen; `Some(None)` keeps it for ever.
    #[must_use]
    pub fn checked(self, days: Option<u32>) -> Option<Option<u32>> {
        let (least, most) = self.bounds();
        match days {
            None => self.may_stay().then_some(None),
            Some(days) => (least..=most).contains(&days).then_some(Some(days)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_usual_can_be_chosen_and_nothing_beyond_the_bounds() {
        for kind in Kept::ALL {
            assert_eq!(kind.checked(kind.usual()), Some(kind.usual()), "{kind}");
            let (least, most) = kind.bounds();
            for (days, fine) in [(least - 1, false), (least, true), (most, true), (most + 1, false), (0, false)] {
                assert_eq!(kind.checked(Some(days)).is_some(), fine, "{kind} {days}");
            }
        }
        assert_eq!(Kept::Audit.checked(None), None);
    }
}
