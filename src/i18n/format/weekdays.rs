//! Finnish weekdays in the cases that sentences need.

use chrono::Weekday;

/// The role of a date in a sentence. Finnish says it with the ending of the weekday, the other languages with a word
/// that belongs to the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    /// When something happens: keskiviikkona.
    On,
    /// Away from: keskiviikolta.
    From,
    /// Towards: keskiviikolle.
    To,
}

/// All forms are stored, because endings change the stem (keskiviikko, keskiviikolle).
pub(super) const fn finnish(day: Weekday, case: Case) -> &'static str {
    let [on, from, to] = match day {
        Weekday::Mon => ["maanantaina", "maanantailta", "maanantaille"],
        Weekday::Tue => ["tiistaina", "tiistailta", "tiistaille"],
        Weekday::Wed => ["keskiviikkona", "keskiviikolta", "keskiviikolle"],
        Weekday::Thu => ["torstaina", "torstailta", "torstaille"],
        Weekday::Fri => ["perjantaina", "perjantailta", "perjantaille"],
        Weekday::Sat => ["lauantaina", "lauantailta", "lauantaille"],
        Weekday::Sun => ["sunnuntaina", "sunnuntailta", "sunnuntaille"],
    };
    match case {
        Case::On => on,
        Case::From => from,
        Case::To => to,
    }
}
