//! Finnish weekdays in the cases that sentences need.

use chrono::Weekday;

/// The role of a date in a sentence. Finnish says it with the ending of the weekday, the other languages with a word
/// that belongs to the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    /// As in a heading: keskiviikko.
    Plain,
    /// When something happens: keskiviikkona.
    On,
    /// Away from: keskiviikolta.
    From,
    /// Towards: keskiviikolle.
    To,
}

/// All four forms are stored, because endings change the stem (keskiviikko, keskiviikolle).
pub(super) const fn finnish(day: Weekday, case: Case) -> &'static str {
    let [plain, on, from, to] = match day {
        Weekday::Mon => ["maanantai", "maanantaina", "maanantailta", "maanantaille"],
        Weekday::Tue => ["tiistai", "tiistaina", "tiistailta", "tiistaille"],
        Weekday::Wed => ["keskiviikko", "keskiviikkona", "keskiviikolta", "keskiviikolle"],
        Weekday::Thu => ["torstai", "torstaina", "torstailta", "torstaille"],
        Weekday::Fri => ["perjantai", "perjantaina", "perjantailta", "perjantaille"],
        Weekday::Sat => ["lauantai", "lauantaina", "lauantailta", "lauantaille"],
        Weekday::Sun => ["sunnuntai", "sunnuntaina", "sunnuntailta", "sunnuntaille"],
    };
    match case {
        Case::Plain => plain,
        Case::On => on,
        Case::From => from,
        Case::To => to,
    }
}
