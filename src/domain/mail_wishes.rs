//! Which mails somebody wants without asking for each.

use super::{reminders::Wish, terms::terms};

terms! {
    /// How often somebody gets a summary of what is ahead and what came in.
    Summary {
        /// On Mondays.
        Weekly = "weekly",
        /// On every working day.
        Daily = "daily",
        /// Not at all.
        Never = "never",
    }
}

terms! {
    /// How organizers hear of answers to their meetings by mail.
    AnswerMails {
        /// Within minutes.
        AtOnce = "at_once",
        /// In the summary.
        Summary = "summary",
        /// Not at all; the page of the meeting shows them.
        Never = "never",
    }
}

/// What somebody has chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MailWishes {
    /// How often the summary comes.
    pub summary: Summary,
    /// How answers to their own meetings come.
    pub answers: AnswerMails,
    /// Of which meetings they are reminded.
    pub reminders: Wish,
}

impl Default for MailWishes {
    /// Of those who have said nothing.
    fn default() -> Self {
        Self { summary: Summary::Weekly, answers: AnswerMails::Summary, reminders: Wish::Unanswered }
    }
}
