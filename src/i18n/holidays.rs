//! The names of days off in the reader's language. What people call them where they are kept is in the domain.

use super::Texts;
use crate::domain::holidays::{HalfDay, Holiday};

/// A day off.
pub(crate) fn holiday(t: &Texts, holiday: Holiday) -> String {
    match holiday {
        Holiday::NewYearsDay => t.holiday_new_years_day(),
        Holiday::Epiphany => t.holiday_epiphany(),
        Holiday::MaundyThursday => t.holiday_maundy_thursday(),
        Holiday::GoodFriday => t.holiday_good_friday(),
        Holiday::EasterSunday => t.holiday_easter_sunday(),
        Holiday::EasterMonday => t.holiday_easter_monday(),
        Holiday::PrayerDay => t.holiday_prayer_day(),
        Holiday::MayDay => t.holiday_may_day(),
        Holiday::AscensionDay => t.holiday_ascension_day(),
        Holiday::ConstitutionDay => t.holiday_constitution_day(),
        Holiday::WhitSunday => t.holiday_whit_sunday(),
        Holiday::WhitMonday => t.holiday_whit_monday(),
        Holiday::NationalDay => t.holiday_national_day(),
        Holiday::MidsummerEve => t.holiday_midsummer_eve(),
        Holiday::MidsummerDay => t.holiday_midsummer_day(),
        Holiday::AllSaintsDay => t.holiday_all_saints_day(),
        Holiday::IndependenceDay => t.holiday_independence_day(),
        Holiday::ChristmasEve => t.holiday_christmas_eve(),
        Holiday::ChristmasDay => t.holiday_christmas_day(),
        Holiday::BoxingDay => t.holiday_boxing_day(),
        Holiday::NewYearsEve => t.holiday_new_years_eve(),
    }
}

/// A half day.
pub(crate) fn half_day(t: &Texts, half_day: HalfDay) -> String {
    match half_day {
        HalfDay::TwelfthNight => t.half_day_twelfth_night(),
        HalfDay::MaundyThursday => t.half_day_maundy_thursday(),
        HalfDay::WalpurgisNight => t.half_day_walpurgis_night(),
        HalfDay::DayBeforeAscension => t.half_day_day_before_ascension(),
        HalfDay::FridayBeforeWhitsun => t.half_day_friday_before_whitsun(),
        HalfDay::DayBeforeMidsummerEve => t.half_day_day_before_midsummer_eve(),
        HalfDay::AllSaintsEve => t.half_day_all_saints_eve(),
        HalfDay::DayBeforeChristmasEve => t.half_day_day_before_christmas_eve(),
        HalfDay::DayBeforeNewYearsEve => t.half_day_day_before_new_years_eve(),
    }
}

/// A working day alone between days off.
#[cfg_attr(not(test), expect(dead_code, reason = "the planner does not show squeeze days yet"))]
pub(crate) fn squeeze_day(t: &Texts) -> String {
    t.squeeze_day()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{country::Country, language::Language},
        i18n::texts,
    };

    #[test]
    fn no_two_days_have_one_name() {
        for language in Language::ALL {
            let t = texts(language);
            let mut names: Vec<_> = Holiday::ALL.iter().map(|day| holiday(t, *day)).collect();
            names.push(squeeze_day(t));
            // Maundy Thursday is a holiday in Norway and a half day in Sweden, under one name.
            names.extend(HalfDay::ALL.iter().filter(|d| **d != HalfDay::MaundyThursday).map(|day| half_day(t, *day)));
            let count = names.len();
            names.sort();
            names.dedup();
            assert_eq!(names.len(), count, "{language:?}: {names:?}");
        }
    }

    #[test]
    fn readers_at_home_see_the_name_they_know() {
        let homes =
            [(Language::Sv, Country::Sweden), (Language::Fi, Country::Finland), (Language::Nb, Country::Norway)];
        for (language, country) in homes {
            for day in Holiday::ALL {
                let name = holiday(texts(language), *day);
                assert!(day.local_name(country).is_none_or(|known| known == name), "{country} {day}: {name}");
            }
        }
    }
}
