//! What became of a mail that came in, and why a folder cannot be read, in words.

use super::Texts;
use crate::domain::{inbound::Trouble, replies::Outcome};

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
        Outcome::TestCame => t.reply_test_came(),
        Outcome::TestCameTagged => t.reply_test_came_tagged(),
        Outcome::Automatic => t.reply_automatic(),
        Outcome::Unreadable => t.reply_unreadable(),
        Outcome::NoCalendar => t.reply_no_calendar(),
        Outcome::TooLarge => t.reply_too_large(),
        Outcome::PassedOver => t.reply_passed_over(),
    }
}

/// One or two sentences.
pub(crate) fn trouble(t: &Texts, trouble: Trouble) -> String {
    match trouble {
        Trouble::NoHost => t.folder_no_host(),
        Trouble::Refused => t.folder_refused(),
        Trouble::Certificate => t.folder_certificate(),
        Trouble::NoEncryption => t.folder_no_encryption(),
        Trouble::Login => t.folder_login(),
        Trouble::NoFolder => t.folder_no_folder(),
        Trouble::Silent => t.folder_silent(),
        Trouble::Broken => t.folder_broken(),
        Trouble::Sealed => t.folder_sealed(),
        Trouble::NotWritten => t.folder_not_written(),
    }
}
