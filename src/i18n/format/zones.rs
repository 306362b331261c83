//! Zones and offsets in words.

use crate::{
    domain::language::Language,
    i18n::{Texts, texts},
};

/// Whose time it is, to stand behind a date: `svensk tid`, `Suomen aikaa`, `New York time`.
pub(super) fn words(language: Language, zone: &str) -> String {
    let t: &Texts = texts(language);
    match zone {
        "Europe/Stockholm" => t.zone_stockholm(),
        "Europe/Helsinki" | "Europe/Mariehamn" => t.zone_helsinki(),
        "Europe/Oslo" => t.zone_oslo(),
        "Europe/Copenhagen" => t.zone_copenhagen(),
        "Atlantic/Reykjavik" => t.zone_reykjavik(),
        "Europe/London" => t.zone_london(),
        _ => match zone.rsplit_once('/') {
            // `Etc/GMT+5` and the like are no cities; their sign is even the wrong way round.
            Some((area, city)) if area != "Etc" => t.zone_city(city.replace('_', " ")),
            _ => "UTC".to_owned(),
        },
    }
}

/// `UTC+1`, `UTC−3:30`; `separator` stands between hours and minutes.
pub(super) fn offset(seconds: i32, separator: char) -> String {
    let sign = if seconds < 0 { '\u{2212}' } else { '+' };
    let minutes = seconds.unsigned_abs() / 60;
    match (minutes / 60, minutes % 60) {
        (0, 0) => "UTC".to_owned(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, rest) => format!("UTC{sign}{hours}{separator}{rest:02}"),
    }
}
