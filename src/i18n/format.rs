//! Dates, times, lengths and numbers as the reader writes them.
//!
//! CLDR (through ICU4X) decides the forms of dates and numbers; what it lacks (spans of time, short weeks, the
//! Finnish cases of weekdays, whose time it is) is ours.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Utc};

use super::{Texts, texts};
use crate::domain::{
    agenda::amount::Amount,
    language::Language,
    person::Clock,
    time::{WallTime, Week, Zone},
};

mod dates;
mod numbers;
mod weekdays;
mod zones;

use dates::Form;
pub(crate) use weekdays::Case;

/// How one reader wants dates and times: language, clock and zone. Cheap to make; instants are shown in the zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Format {
    language: Language,
    separator: char,
    zone: Zone,
}

impl Format {
    pub(crate) fn new(language: Language, clock: Clock, zone: Zone) -> Self {
        let separator = match (clock, language) {
            (Clock::Dot, _) | (Clock::Language, Language::Fi) => '.',
            _ => ':',
        };
        Self { language, separator, zone }
    }

    pub(crate) const fn language(&self) -> Language {
        self.language
    }

    pub(crate) const fn zone(&self) -> &Zone {
        &self.zone
    }

    /// The same manners in another zone.
    pub(crate) fn in_zone(self, zone: Zone) -> Self {
        Self { zone, ..self }
    }

    /// The local day of an instant.
    pub(crate) fn day(&self, at: DateTime<Utc>) -> NaiveDate {
        self.zone.local(at).date()
    }

    // Times

    /// `14:05`; in Finnish `14.05` and `9.05`.
    pub(crate) fn clock(&self, time: NaiveTime) -> String {
        let (hour, separator, minute) = (time.hour(), self.separator, time.minute());
        match self.language {
            Language::Fi => format!("{hour}{separator}{minute:02}"),
            Language::En | Language::Sv | Language::Nb => format!("{hour:02}{separator}{minute:02}"),
        }
    }

    /// The local time, inside a repeated hour with its offset: `02:30 (UTC+2)`.
    pub(crate) fn time(&self, at: DateTime<Utc>) -> String {
        let local = self.zone.local(at);
        let time = self.clock(local.time());
        match self.zone.resolve(local) {
            WallTime::Repeated { .. } => format!("{time} ({})", self.utc_offset(at)),
            WallTime::Once(_) | WallTime::Skipped { .. } => time,
        }
    }

    /// For running text: `kl. 14:05`, `klo 14.05`.
    pub(crate) fn time_words(&self, at: DateTime<Utc>) -> String {
        self.t().when_clock(self.time(at))
    }

    /// Minutes after midnight as a time of day; `24:00` ends the day.
    pub(crate) fn minute_of_day(&self, minute: u16) -> String {
        let at = |hour, minute| NaiveTime::from_hms_opt(u32::from(hour), u32::from(minute), 0).unwrap_or_default();
        if minute < 24 * 60 {
            self.clock(at(minute / 60, minute % 60))
        } else {
            self.clock(at(23, 0)).replacen("23", "24", 1)
        }
    }

    /// `14:00–15:00`; with both dates when it goes past midnight.
    pub(crate) fn time_range(&self, start: DateTime<Utc>, end: DateTime<Utc>) -> String {
        if self.one_day(start, end) {
            format!("{}–{}", self.time(start), self.time(end))
        } else {
            format!("{} – {}", self.subject_when(start), self.subject_when(end))
        }
    }

    /// A local date and time that need not exist: `onsdag 25 november 2026 kl. 02:30`.
    pub(crate) fn wall(&self, local: NaiveDateTime) -> String {
        self.t().when_date_at_time(self.long_date(local.date()), self.clock(local.time()))
    }

    // Dates with times

    /// `onsdag 25 november 2026 kl. 14:00–14:30`, `keskiviikkona 25. marraskuuta 2026 klo 15.00–15.30`.
    pub(crate) fn long_date_time_range(&self, start: DateTime<Utc>, end: DateTime<Utc>) -> String {
        if self.one_day(start, end) {
            let range = format!("{}–{}", self.time(start), self.time(end));
            self.t().when_date_at_time(self.long_date_on(self.day(start)), range)
        } else {
            format!("{} – {}", self.long_date_time(start), self.long_date_time(end))
        }
    }

    /// `onsdag 25 november 2026 kl. 14:00`, `keskiviikkona 25. marraskuuta 2026 klo 15.00`.
    pub(crate) fn long_date_time(&self, at: DateTime<Utc>) -> String {
        self.t().when_date_at_time(self.long_date_on(self.day(at)), self.time(at))
    }

    /// Short enough for a subject: `ons 25 nov. kl. 14:00`, `ke 25.11. klo 15.00`, `Wed 25 Nov 14:00`.
    pub(crate) fn subject_when(&self, at: DateTime<Utc>) -> String {
        self.t().when_day_at_time(self.day_month(self.day(at)), self.time(at))
    }

    /// The same with the end: `ons 25 nov. kl. 14:00–14:45`.
    pub(crate) fn subject_range(&self, start: DateTime<Utc>, end: DateTime<Utc>) -> String {
        if self.one_day(start, end) {
            let range = format!("{}–{}", self.time(start), self.time(end));
            self.t().when_day_at_time(self.day_month(self.day(start)), range)
        } else {
            self.time_range(start, end)
        }
    }

    /// For sentences about moving: `onsdag 25 november kl. 14:00`, `keskiviikolta 25.11. klo 15.00`.
    pub(crate) fn moved_when(&self, at: DateTime<Utc>, case: Case) -> String {
        let day = self.day(at);
        let date = match self.language {
            Language::Fi => self.day_month_plain(day),
            Language::En | Language::Sv | Language::Nb => self.day_month_long(day),
        };
        self.t().when_day_at_time(format!("{} {date}", self.weekday_in(day, case)), self.time(at))
    }

    // Dates

    /// In a sentence: `onsdag 25 november`, `keskiviikkona 25. marraskuuta`.
    pub(crate) fn weekday_with_day(&self, day: NaiveDate) -> String {
        format!("{} {}", self.weekday_in(day, Case::On), self.day_month_long(day))
    }

    /// `onsdag 25 november 2026`, `keskiviikko 25. marraskuuta 2026`.
    pub(crate) fn long_date(&self, day: NaiveDate) -> String {
        // CLDR puts a comma behind the English weekday, which British business letters leave out.
        format!("{} {}", self.weekday(day), self.date(day))
    }

    /// `25 november 2026`
    pub(crate) fn date(&self, day: NaiveDate) -> String {
        self.form(day, |f| &f.long)
    }

    /// `2026-11-25`, `25.11.2026`, `25/11/2026`; what forms show and read.
    pub(crate) fn short_date(&self, day: NaiveDate) -> String {
        self.form(day, |f| &f.short)
    }

    /// `ons 25 nov.`, `ke 25.11.`, `ons. 25. nov.`, `Wed 25 Nov`.
    pub(crate) fn day_month(&self, day: NaiveDate) -> String {
        self.form(day, |f| &f.day_month_with_weekday)
    }

    /// Without the weekday: `25 nov.`, `25.11.`, `25. nov.`, `25 Nov`.
    pub(crate) fn day_month_plain(&self, day: NaiveDate) -> String {
        self.form(day, |f| &f.day_month)
    }

    /// `25 november`, `25. marraskuuta`.
    pub(crate) fn day_month_long(&self, day: NaiveDate) -> String {
        self.form(day, |f| &f.day_month_long)
    }

    /// `23–27 november`, `28 november – 2 december`; with years when they differ. `last` belongs to it.
    pub(crate) fn day_range(&self, first: NaiveDate, last: NaiveDate) -> String {
        if first == last {
            self.day_month_long(first)
        } else if first.year() != last.year() {
            format!("{} – {}", self.date(first), self.date(last))
        } else if first.month() != last.month() {
            format!("{} – {}", self.day_month_long(first), self.day_month_long(last))
        } else {
            let dot = if matches!(self.language, Language::Fi | Language::Nb) { "." } else { "" };
            format!("{}{dot}–{}", first.day(), self.day_month_long(last))
        }
    }

    /// `onsdag`
    pub(crate) fn weekday(&self, day: NaiveDate) -> String {
        self.form(day, |f| &f.weekday)
    }

    /// `onsdag`, in Finnish in the case: `keskiviikolta`.
    pub(crate) fn weekday_in(&self, day: NaiveDate, case: Case) -> String {
        match self.language {
            Language::Fi => weekdays::finnish(day.weekday(), case).to_owned(),
            Language::En | Language::Sv | Language::Nb => self.weekday(day),
        }
    }

    /// Standing alone, as over a column: `ons`, `ke`, `on.`, `Wed`.
    pub(crate) fn weekday_short(&self, day: NaiveDate) -> String {
        self.form(day, |f| &f.weekday_short)
    }

    /// `november 2026`, `marraskuu 2026`.
    pub(crate) fn month_year(&self, day: NaiveDate) -> String {
        self.form(day, |f| &f.month_year)
    }

    /// Words for the beginning of a heading or of a button, where every language has a capital letter: `Vecka 48`.
    pub(crate) fn opening(words: &str) -> String {
        let mut letters = words.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }

    /// `vecka 48`, `viikko 48`, `uke 48`, `Week 48`.
    pub(crate) fn week_label(&self, week: Week) -> String {
        self.t().week_label(week.number())
    }

    /// `Vecka 48`, `Viikko 48`, `Uke 48`, `Week 48`: over a page or on a button.
    pub(crate) fn week_heading(&self, week: Week) -> String {
        Self::opening(&self.week_label(week))
    }

    /// `v. 48`, `vk 48`, `uke 48`, `w. 48`.
    pub(crate) fn week_short(&self, week: Week) -> String {
        self.t().week_short(week.number())
    }

    // Lengths, numbers, zones

    /// Minutes as `6 tim 30 min`, `6 t 30 min`, `6 h 30 min`.
    pub(crate) fn duration(&self, minutes: u32) -> String {
        let t = self.t();
        match (minutes / 60, minutes % 60) {
            (0, rest) => t.duration_minutes(rest),
            (hours, 0) => t.duration_hours(hours),
            (hours, rest) => t.duration_hours_minutes(hours, rest),
        }
    }

    /// Minutes as hours with at most one decimal, rounded: `9,5`, in English `9.5`.
    pub(crate) fn decimal_hours(&self, minutes: u32) -> String {
        self.tenths((u64::from(minutes) * 10 + 30) / 60)
    }

    /// Tenths as a number with at most one decimal: `38` as `3,8`, in English `3.8`.
    pub(crate) fn tenths(&self, tenths: u64) -> String {
        let point = if self.language == Language::En { '.' } else { ',' };
        if tenths.is_multiple_of(10) {
            (tenths / 10).to_string()
        } else {
            format!("{}{point}{}", tenths / 10, tenths % 10)
        }
    }

    /// `57 %`, in English `57%`.
    pub(crate) fn percent(&self, percent: u8) -> String {
        let space = if self.language == Language::En { "" } else { "\u{a0}" };
        format!("{percent}{space}%")
    }

    /// `1 234 567`, in English `1,234,567`; negative with U+2212 where the language has it.
    pub(crate) fn number(&self, value: i64) -> String {
        numbers::grouped(self.language, value)
    }

    /// A figure of a scorecard: `1 234,5`, in English `1,234.5`.
    pub(crate) fn amount(&self, amount: Amount) -> String {
        numbers::hundredths(self.language, amount.hundredths())
    }

    /// An amount in whole units of a currency: `14 850 kr`, `14 850 €`; in English `€14,850`, `SEK 14,850`. The crown of
    /// the language's own country is *kr*, other ones keep their codes.
    pub(crate) fn money(&self, amount: u64, currency: &str) -> String {
        numbers::money(self.language, i64::try_from(amount).unwrap_or(i64::MAX), currency)
    }

    /// Whose time this format shows: `svensk tid`, `Suomen aikaa`.
    pub(crate) fn zone_words(&self) -> String {
        zones::words(self.language, self.zone.name())
    }

    /// The city that names a zone, for lists to choose from: `Köpenhamn`, `Kööpenhamina`.
    pub(crate) fn zone_city(&self, zone: &Zone) -> Option<String> {
        zones::city(self.language, zone.name())
    }

    /// `UTC+1`
    pub(crate) fn utc_offset(&self, at: DateTime<Utc>) -> String {
        zones::offset(self.zone.offset_seconds(at), self.separator)
    }

    fn t(&self) -> &'static Texts {
        texts(self.language)
    }

    fn form(&self, day: NaiveDate, choose: impl Fn(&dates::Dates) -> &Form) -> String {
        dates::with(self.language, |forms| choose(forms).write(day))
    }

    /// The long date as it stands in a sentence; Finnish puts the weekday in the essive.
    fn long_date_on(&self, day: NaiveDate) -> String {
        format!("{} {}", self.weekday_in(day, Case::On), self.date(day))
    }

    /// Whether a span stays inside one local day; ending at midnight does.
    fn one_day(&self, start: DateTime<Utc>, end: DateTime<Utc>) -> bool {
        let (first, last) = (self.zone.local(start), self.zone.local(end));
        first.date() == last.date() || (first.date().succ_opt() == Some(last.date()) && last.time() == NaiveTime::MIN)
    }
}

#[cfg(test)]
mod tests;
