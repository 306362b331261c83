//! What became of a mail that came in, in words.

use super::Texts;
use crate::domain::replies::Outcome;

/// One short sentence.
pub(crate) fn outcome(t: &Texts, outcome: Outcome) -> String {
    match outcome {
        Outcome::Answered => t.reply_answered(),
        Outcome::Proposed => t.reply_proposed(),
        Outcome::SentAgain => t.reply_sent_again(),
        Outcome::Undeliverable => t.reply_undeliverable(),
        Outcome::Unverified => t.reply_unverified(),
        Outcome::Uninvited => t.reply_uninvited(),
        Outcome::Delegated => t.reply_delegated(),
        Outcome::Stopped => t.reply_stopped(),
        Outcome::Outdated => t.reply_outdated(),
        Outcome::Overtaken => t.reply_overtaken(),
        Outcome::Closed => t.reply_closed(),
        Outcome::OtherDate => t.reply_other_date(),
        Outcome::NoAnswer => t.reply_no_answer(),
        Outcome::Organizer => t.reply_organizer(),
        Outcome::NotOurs => t.reply_not_ours(),
        Outcome::BadProposal => t.reply_bad_proposal(),
        Outcome::WrongAddress => t.reply_wrong_address(),
        Outcome::NoMeeting => t.reply_no_meeting(),
        Outcome::Automatic => t.reply_automatic(),
        Outcome::Unreadable => t.reply_unreadable(),
        Outcome::NoCalendar => t.reply_no_calendar(),
        Outcome::TooLarge => t.reply_too_large(),
    }
}
