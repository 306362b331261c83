//! Days off: public holidays, customary days off, half days and squeeze days of Sweden, Finland, Norway and Denmark.
//!
//! Computed from rules, for any year of the Gregorian calendar; checked against an independent list from 1995 to 2100.
//! Days are those of the person who is off, so the country is the attendee's, not the organiser's.

mod rules;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::{country::Country, terms::terms};

/// Minute after midnight from which a half day is off: 14:00.
pub const HALF_DAY_ENDS: u16 = 14 * 60;

terms! {
    /// A day on which work rests as a whole.
    Holiday {
        /// 1 January.
        NewYearsDay = "new-years-day",
        /// 6 January.
        Epiphany = "epiphany",
        /// Three days before Easter Sunday.
        MaundyThursday = "maundy-thursday",
        /// Two days before Easter Sunday.
        GoodFriday = "good-friday",
        /// The Sunday after the first full moon of spring.
        EasterSunday = "easter-sunday",
        /// The day after Easter Sunday.
        EasterMonday = "easter-monday",
        /// Fourth Friday after Easter, in Denmark up to 2023.
        PrayerDay = "prayer-day",
        /// 1 May.
        MayDay = "may-day",
        /// 39 days after Easter Sunday.
        AscensionDay = "ascension-day",
        /// 17 May in Norway, 5 June in Denmark.
        ConstitutionDay = "constitution-day",
        /// 49 days after Easter Sunday.
        WhitSunday = "whit-sunday",
        /// The day after Whit Sunday.
        WhitMonday = "whit-monday",
        /// 6 June in Sweden.
        NationalDay = "national-day",
        /// The Friday before Midsummer Day.
        MidsummerEve = "midsummer-eve",
        /// The Saturday from 20 to 26 June.
        MidsummerDay = "midsummer-day",
        /// The Saturday from 31 October to 6 November.
        AllSaintsDay = "all-saints-day",
        /// 6 December in Finland.
        IndependenceDay = "independence-day",
        /// 24 December.
        ChristmasEve = "christmas-eve",
        /// 25 December.
        ChristmasDay = "christmas-day",
        /// 26 December.
        BoxingDay = "boxing-day",
        /// 31 December.
        NewYearsEve = "new-years-eve",
    }
}

terms! {
    /// A working day that ends at [`HALF_DAY_ENDS`] in many Swedish firms.
    HalfDay {
        /// The day before Epiphany.
        TwelfthNight = "twelfth-night",
        /// Three days before Easter Sunday.
        MaundyThursday = "maundy-thursday",
        /// 30 April.
        WalpurgisNight = "walpurgis-night",
        /// The day before Ascension Day.
        DayBeforeAscension = "day-before-ascension",
        /// The Friday before Whit Sunday.
        FridayBeforeWhitsun = "friday-before-whitsun",
        /// The Thursday before Midsummer Day.
        DayBeforeMidsummerEve = "day-before-midsummer-eve",
        /// The Friday before All Saints’ Day.
        AllSaintsEve = "all-saints-eve",
        /// 23 December.
        DayBeforeChristmasEve = "day-before-christmas-eve",
        /// 30 December.
        DayBeforeNewYearsEve = "day-before-new-years-eve",
    }
}

impl Holiday {
    /// What people of a country call the day there; `None` if it is no day off in that country.
    #[must_use]
    pub fn local_name(self, country: Country) -> Option<&'static str> {
        let rules = rules::public(country).iter().chain(rules::customary(country));
        rules.into_iter().find(|rule| rule.what == self).map(|rule| rule.name)
    }
}

impl HalfDay {
    /// What people of a country call the day there; `None` if it is no half day in that country.
    #[must_use]
    pub fn local_name(self, country: Country) -> Option<&'static str> {
        rules::half(country).iter().find(|rule| rule.what == self).map(|rule| rule.name)
    }
}

/// The public holiday on a day. Where two fall together, such as Ascension Day on 1 May 2008, the one with a fixed date.
#[must_use]
pub fn on(country: Country, date: NaiveDate) -> Option<Holiday> {
    rules::find(rules::public(country), date)
}

/// The day off by custom rather than by law, such as Midsummer Eve in Sweden; `None` on a public holiday.
#[must_use]
pub fn customary(country: Country, date: NaiveDate) -> Option<Holiday> {
    rules::find(rules::customary(country), date).filter(|_| on(country, date).is_none())
}

/// The half day; `None` when the whole day is off.
#[must_use]
pub fn half_day(country: Country, date: NaiveDate) -> Option<HalfDay> {
    rules::find(rules::half(country), date).filter(|_| !rests(country, date))
}

/// The public holidays from `from` until the day before `to`, oldest first. Looks at each day when it is asked for the
/// next one, so the caller bounds the span.
pub fn between(country: Country, from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = (NaiveDate, Holiday)> {
    from.iter_days().take_while(move |day| *day < to).filter_map(move |day| Some((day, on(country, day)?)))
}

/// Whether a working day stands alone between days off (weekends, public holidays, customary days off), such as the
/// Friday after Ascension Day: *klämdag*, *välipäivä*, *inneklemt dag*.
#[must_use]
pub fn squeeze_day(country: Country, date: NaiveDate) -> bool {
    let off = |day: Option<NaiveDate>| day.is_some_and(|day| weekend(day) || rests(country, day));
    !off(Some(date)) && off(date.checked_sub_days(Days::new(1))) && off(date.checked_add_days(Days::new(1)))
}

fn rests(country: Country, date: NaiveDate) -> bool {
    on(country, date).is_some() || customary(country, date).is_some()
}

fn weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

#[cfg(test)]
mod tests;
