//! The time of a meeting in the reader's words.

use chrono::{DateTime, SecondsFormat, Utc};

use crate::{
    domain::time::{Week, Zone},
    i18n::format::Format,
};

/// When, in the reader's own time, and in the meeting's where that differs.
pub(in crate::web) struct When {
    /// `Wednesday 25 November 2026, 14:00–14:30`
    pub(in crate::web) own: String,
    /// Whose time that is.
    pub(in crate::web) zone: String,
    /// `Week 48`
    pub(in crate::web) week: String,
    /// The same span where it was planned, with whose time it is; `None` if the clocks there show the same.
    pub(in crate::web) there: Option<(String, String)>,
    /// For `<time datetime>`.
    pub(in crate::web) iso: String,
}

impl When {
    /// The words for a span that was planned in the zone of this name.
    pub(in crate::web) fn of(f: &Format, (starts, ends): (DateTime<Utc>, DateTime<Utc>), zone: &str) -> Self {
        let differs =
            |zone: &Zone| [starts, ends].iter().any(|at| zone.offset_seconds(*at) != f.zone().offset_seconds(*at));
        let there = Zone::named(zone).ok().filter(differs).map(|zone| {
            let f = f.clone().in_zone(zone);
            (f.time_range(starts, ends), f.zone_words())
        });
        Self {
            own: f.long_date_time_range(starts, ends),
            zone: f.zone_words(),
            week: f.week_label(Week::of(f.day(starts))),
            there,
            iso: starts.to_rfc3339_opts(SecondsFormat::Secs, true),
        }
    }
}

/// A moment in running text: the clock today, with the day otherwise.
pub(in crate::web) fn moment(f: &Format, now: DateTime<Utc>, at: DateTime<Utc>) -> String {
    if f.day(now) == f.day(at) { f.time_words(at) } else { f.subject_when(at) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{language::Language, person::Clock};

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn another_zone_is_named_only_when_its_clocks_differ() {
        let span = (at("2026-11-25T13:00:00Z"), at("2026-11-25T13:30:00Z"));
        let f = |zone: &str| Format::new(Language::Fi, Clock::Language, Zone::named(zone).unwrap());
        let when = When::of(&f("Europe/Helsinki"), span, "Europe/Stockholm");
        assert_eq!(when.own, "keskiviikkona 25. marraskuuta 2026 klo 15.00–15.30");
        assert_eq!(when.there, Some(("14.00–14.30".to_owned(), "Ruotsin aikaa".to_owned())));
        assert_eq!(When::of(&f("Europe/Oslo"), span, "Europe/Stockholm").there, None);
    }

    #[test]
    fn moments_of_other_days_carry_the_day() {
        let f = Format::new(Language::Sv, Clock::Language, Zone::named("Europe/Stockholm").unwrap());
        let now = at("2026-11-25T13:00:00Z");
        assert_eq!(moment(&f, now, at("2026-11-25T13:06:00Z")), "kl. 14:06");
        assert_eq!(moment(&f, now, at("2026-11-26T13:06:00Z")), "tors 26 nov. kl. 14:06");
    }
}
