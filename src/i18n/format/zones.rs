//! Zones and offsets in words.

use std::thread::LocalKey;

use icu_datetime::{NoCalendarFormatter, fieldsets::zone::ExemplarCity};
use icu_locale_core::{Locale, locale};
use icu_time::{TimeZone, zone::IanaParser};

use crate::{
    domain::language::Language,
    i18n::{Texts, texts},
};

type Cities = Option<NoCalendarFormatter<ExemplarCity>>;

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
        // What has no city is named by its offset or a legacy abbreviation.
        _ => city(language, zone).map_or_else(|| zone.to_owned(), |city| t.zone_city(city)),
    }
}

/// The city of a zone in the language, as CLDR has it; `None` for zones such as `UTC` and `Etc/GMT+5`.
pub(super) fn city(language: Language, zone: &str) -> Option<String> {
    thread_local! {
        static EN: Cities = load(&locale!("en-GB"));
        static SV: Cities = load(&locale!("sv-SE"));
        static FI: Cities = load(&locale!("fi-FI"));
        static NB: Cities = load(&locale!("nb-NO"));
    }
    let cities: &'static LocalKey<Cities> = match language {
        Language::En => &EN,
        Language::Sv => &SV,
        Language::Fi => &FI,
        Language::Nb => &NB,
    };
    let (area, last) = zone.rsplit_once('/')?;
    if area == "Etc" {
        return None;
    }
    let known = IanaParser::new().parse(zone);
    let named = cities.with(|cities| {
        let cities = cities.as_ref().filter(|_| known != TimeZone::UNKNOWN)?;
        Some(cities.format(&known.without_offset()).to_string())
    });
    // Zones newer than the data keep their own name.
    Some(named.unwrap_or_else(|| last.replace('_', " ")))
}

fn load(locale: &Locale) -> Cities {
    NoCalendarFormatter::try_new(locale.into(), ExemplarCity).ok()
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
