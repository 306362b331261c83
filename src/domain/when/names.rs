//! Names of days, months and weeks in all languages, without marks (see [`super::folded`]).

use chrono::Weekday;

use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};

/// Day, then the names that may be cut after three letters or more, the Finnish stem that may take any ending, and
/// the two-letter forms.
const WEEKDAYS: [(Weekday, &[&str], &str, &[&str]); 7] = [
    (Mon, &["monday", "mandag"], "maanantai", &["ma"]),
    (Tue, &["tuesday", "tisdag", "tirsdag"], "tiistai", &["ti"]),
    (Wed, &["wednesday", "onsdag"], "keskivii", &["ke", "on"]),
    (Thu, &["thursday", "torsdag"], "torstai", &["to"]),
    (Fri, &["friday", "fredag"], "perjantai", &["pe", "fr"]),
    (Sat, &["saturday", "lordag"], "lauantai", &["la", "lo"]),
    (Sun, &["sunday", "sondag"], "sunnuntai", &["su", "so"]),
];

/// The names that may be cut after three letters or more, and the Finnish stem.
const MONTHS: [(&[&str], &str); 12] = [
    (&["january", "januari"], "tammi"),
    (&["february", "februari"], "helmi"),
    (&["march", "mars"], "maalis"),
    (&["april"], "huhti"),
    (&["may", "maj", "mai"], "touko"),
    (&["june", "juni"], "kesa"),
    (&["july", "juli"], "heina"),
    (&["augusti"], "elo"),
    (&["september"], "syys"),
    (&["october", "oktober"], "loka"),
    (&["november"], "marras"),
    (&["december", "desember"], "joulu"),
];

/// What may follow the stem of a Finnish month.
const MONTH_ENDINGS: [&str; 5] = ["", "k", "kuu", "kuuta", "kuun"];

const WEEK: [&str; 9] = ["v", "vecka", "vk", "viikko", "viikolla", "w", "wk", "week", "uke"];

const TODAY: [&str; 4] = ["idag", "i dag", "tanaan", "today"];

const TOMORROW: [&str; 6] = ["imorgon", "i morgon", "imorgen", "i morgen", "huomenna", "tomorrow"];

/// Words that say nothing: `den 25 november`, `25th of November`.
const FILLERS: [&str; 7] = ["den", "the", "of", "st", "nd", "rd", "th"];

pub(super) fn weekday(word: &str) -> Option<Weekday> {
    WEEKDAYS
        .iter()
        .find(|(_, names, stem, short)| is_cut(word, names) || word.starts_with(stem) || short.contains(&word))
        .map(|(day, ..)| *day)
}

/// The number of a month, 1 to 12.
pub(super) fn month(word: &str) -> Option<u32> {
    let is_finnish = |stem: &str| word.strip_prefix(stem).is_some_and(|ending| MONTH_ENDINGS.contains(&ending));
    (1..).zip(MONTHS).find(|(_, (names, stem))| is_cut(word, names) || is_finnish(stem)).map(|(number, _)| number)
}

pub(super) fn is_week(word: &str) -> bool {
    WEEK.contains(&word)
}

pub(super) fn is_today(words: &str) -> bool {
    TODAY.contains(&words)
}

pub(super) fn is_tomorrow(words: &str) -> bool {
    TOMORROW.contains(&words)
}

pub(super) fn is_filler(word: &str) -> bool {
    FILLERS.contains(&word)
}

fn is_cut(word: &str, names: &[&str]) -> bool {
    word.len() >= 3 && names.iter().any(|name| name.starts_with(word))
}
