//! The rules of each country. Fixed dates come first, so that they win over movable ones on the same day.

use chrono::{Datelike, NaiveDate, Weekday};

use super::{
    HalfDay::{
        self, AllSaintsEve, DayBeforeAscension, DayBeforeChristmasEve, DayBeforeMidsummerEve, DayBeforeNewYearsEve,
    },
    HalfDay::{FridayBeforeWhitsun, TwelfthNight, WalpurgisNight},
    Holiday::{self, AllSaintsDay, AscensionDay, BoxingDay, ChristmasDay, ChristmasEve, ConstitutionDay, EasterMonday},
    Holiday::{
        EasterSunday, Epiphany, GoodFriday, IndependenceDay, MaundyThursday, MayDay, MidsummerDay, MidsummerEve,
    },
    Holiday::{NationalDay, NewYearsDay, NewYearsEve, PrayerDay, WhitMonday, WhitSunday},
};
use crate::domain::country::Country;

/// A day off, when it is and what it is called where it is kept.
pub(super) struct Rule<T> {
    pub(super) what: T,
    pub(super) name: &'static str,
    day: Day,
    /// First and last year in which the rule holds.
    years: (i32, i32),
}

#[derive(Clone, Copy)]
enum Day {
    /// Month and day.
    Fixed(u32, u32),
    /// Days after Easter Sunday.
    Easter(i64),
    /// Days after the Saturday from 20 to 26 June.
    Midsummer(i64),
    /// Days after the Saturday from 31 October to 6 November.
    AllSaints(i64),
}

const fn rule<T: Copy>(what: T, name: &'static str, day: Day) -> Rule<T> {
    Rule { what, name, day, years: (i32::MIN, i32::MAX) }
}

impl<T: Copy> Rule<T> {
    const fn since(self, year: i32) -> Self {
        Self { years: (year, self.years.1), ..self }
    }

    const fn until(self, year: i32) -> Self {
        Self { years: (self.years.0, year), ..self }
    }

    fn falls_on(&self, date: NaiveDate) -> bool {
        let year = date.year();
        let after = |day: Option<NaiveDate>| day.map(|day| (date - day).num_days());
        let falls = match self.day {
            Day::Fixed(month, day) => (date.month(), date.day()) == (month, day),
            Day::Easter(days) => after(easter(year)) == Some(days),
            Day::Midsummer(days) => after(saturday_from(year, 6, 20)) == Some(days),
            Day::AllSaints(days) => after(saturday_from(year, 10, 31)) == Some(days),
        };
        falls && (self.years.0..=self.years.1).contains(&year)
    }
}

/// What the first rule that falls on a day says.
pub(super) fn find<T: Copy>(rules: &[Rule<T>], date: NaiveDate) -> Option<T> {
    rules.iter().find(|rule| rule.falls_on(date)).map(|rule| rule.what)
}

/// Easter Sunday by the anonymous Gregorian computus.
pub(super) fn easter(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let (century, rest) = (year.div_euclid(100), year.rem_euclid(100));
    let correction = (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
    let epact = (19 * golden + century - century.div_euclid(4) - correction + 15).rem_euclid(30);
    let weekday = (32 + 2 * century.rem_euclid(4) + 2 * (rest / 4) - epact - rest % 4).rem_euclid(7);
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(days / 31).ok()?, u32::try_from(days % 31 + 1).ok()?)
}

fn saturday_from(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year, month, day)?;
    first.iter_days().take(7).find(|day| day.weekday() == Weekday::Sat)
}

/// Days off by law.
pub(super) fn public(country: Country) -> &'static [Rule<Holiday>] {
    match country {
        Country::Sweden => SWEDEN,
        Country::Finland => FINLAND,
        Country::Norway => NORWAY,
        Country::Denmark => DENMARK,
        Country::Other => &[],
    }
}

/// Days off by custom.
pub(super) fn customary(country: Country) -> &'static [Rule<Holiday>] {
    match country {
        Country::Sweden => SWEDEN_BY_CUSTOM,
        Country::Denmark => DENMARK_BY_CUSTOM,
        Country::Finland | Country::Norway | Country::Other => &[],
    }
}

/// Half days.
pub(super) fn half(country: Country) -> &'static [Rule<HalfDay>] {
    if country == Country::Sweden { SWEDEN_HALF } else { &[] }
}

const SWEDEN: &[Rule<Holiday>] = &[
    rule(NewYearsDay, "Nyårsdagen", Day::Fixed(1, 1)),
    rule(Epiphany, "Trettondedag jul", Day::Fixed(1, 6)),
    rule(MayDay, "Första maj", Day::Fixed(5, 1)),
    rule(NationalDay, "Nationaldagen", Day::Fixed(6, 6)).since(2005),
    rule(ChristmasDay, "Juldagen", Day::Fixed(12, 25)),
    rule(BoxingDay, "Annandag jul", Day::Fixed(12, 26)),
    rule(GoodFriday, "Långfredagen", Day::Easter(-2)),
    rule(EasterSunday, "Påskdagen", Day::Easter(0)),
    rule(EasterMonday, "Annandag påsk", Day::Easter(1)),
    rule(AscensionDay, "Kristi himmelsfärdsdag", Day::Easter(39)),
    rule(WhitSunday, "Pingstdagen", Day::Easter(49)),
    rule(WhitMonday, "Annandag pingst", Day::Easter(50)).until(2004),
    rule(MidsummerDay, "Midsommardagen", Day::Midsummer(0)),
    rule(AllSaintsDay, "Alla helgons dag", Day::AllSaints(0)),
];

const SWEDEN_BY_CUSTOM: &[Rule<Holiday>] = &[
    rule(MidsummerEve, "Midsommarafton", Day::Midsummer(-1)),
    rule(ChristmasEve, "Julafton", Day::Fixed(12, 24)),
    rule(NewYearsEve, "Nyårsafton", Day::Fixed(12, 31)),
];

const SWEDEN_HALF: &[Rule<HalfDay>] = &[
    rule(TwelfthNight, "Trettondagsafton", Day::Fixed(1, 5)),
    rule(WalpurgisNight, "Valborgsmässoafton", Day::Fixed(4, 30)),
    rule(HalfDay::MaundyThursday, "Skärtorsdagen", Day::Easter(-3)),
    rule(DayBeforeAscension, "Dag före Kristi himmelsfärdsdag", Day::Easter(38)),
    rule(FridayBeforeWhitsun, "Dag före Pingstafton", Day::Easter(47)),
    rule(DayBeforeMidsummerEve, "Dag före Midsommarafton", Day::Midsummer(-2)),
    rule(AllSaintsEve, "Allahelgonsafton", Day::AllSaints(-1)),
    rule(DayBeforeChristmasEve, "Dag före Julafton", Day::Fixed(12, 23)),
    rule(DayBeforeNewYearsEve, "Dag före Nyårsafton", Day::Fixed(12, 30)),
];

const FINLAND: &[Rule<Holiday>] = &[
    rule(NewYearsDay, "Uudenvuodenpäivä", Day::Fixed(1, 1)),
    rule(Epiphany, "Loppiainen", Day::Fixed(1, 6)),
    rule(MayDay, "Vappu", Day::Fixed(5, 1)),
    rule(IndependenceDay, "Itsenäisyyspäivä", Day::Fixed(12, 6)),
    rule(ChristmasEve, "Jouluaatto", Day::Fixed(12, 24)),
    rule(ChristmasDay, "Joulupäivä", Day::Fixed(12, 25)),
    rule(BoxingDay, "Tapaninpäivä", Day::Fixed(12, 26)),
    rule(GoodFriday, "Pitkäperjantai", Day::Easter(-2)),
    rule(EasterSunday, "Pääsiäispäivä", Day::Easter(0)),
    rule(EasterMonday, "Toinen pääsiäispäivä", Day::Easter(1)),
    rule(AscensionDay, "Helatorstai", Day::Easter(39)),
    rule(WhitSunday, "Helluntaipäivä", Day::Easter(49)),
    rule(MidsummerEve, "Juhannusaatto", Day::Midsummer(-1)),
    rule(MidsummerDay, "Juhannuspäivä", Day::Midsummer(0)),
    rule(AllSaintsDay, "Pyhäinpäivä", Day::AllSaints(0)),
];

const NORWAY: &[Rule<Holiday>] = &[
    rule(NewYearsDay, "Første nyttårsdag", Day::Fixed(1, 1)),
    rule(MayDay, "Arbeidernes dag", Day::Fixed(5, 1)),
    rule(ConstitutionDay, "Grunnlovsdag", Day::Fixed(5, 17)),
    rule(ChristmasDay, "Første juledag", Day::Fixed(12, 25)),
    rule(BoxingDay, "Andre juledag", Day::Fixed(12, 26)),
    rule(MaundyThursday, "Skjærtorsdag", Day::Easter(-3)),
    rule(GoodFriday, "Langfredag", Day::Easter(-2)),
    rule(EasterSunday, "Første påskedag", Day::Easter(0)),
    rule(EasterMonday, "Andre påskedag", Day::Easter(1)),
    rule(AscensionDay, "Kristi himmelfartsdag", Day::Easter(39)),
    rule(WhitSunday, "Første pinsedag", Day::Easter(49)),
    rule(WhitMonday, "Andre pinsedag", Day::Easter(50)),
];

const DENMARK: &[Rule<Holiday>] = &[
    rule(NewYearsDay, "Nytårsdag", Day::Fixed(1, 1)),
    rule(ChristmasDay, "Juledag", Day::Fixed(12, 25)),
    rule(BoxingDay, "Anden juledag", Day::Fixed(12, 26)),
    rule(MaundyThursday, "Skærtorsdag", Day::Easter(-3)),
    rule(GoodFriday, "Langfredag", Day::Easter(-2)),
    rule(EasterSunday, "Påskedag", Day::Easter(0)),
    rule(EasterMonday, "Anden påskedag", Day::Easter(1)),
    rule(PrayerDay, "Store bededag", Day::Easter(26)).until(2023),
    rule(AscensionDay, "Kristi himmelfartsdag", Day::Easter(39)),
    rule(WhitSunday, "Pinsedag", Day::Easter(49)),
    rule(WhitMonday, "Anden pinsedag", Day::Easter(50)),
];

const DENMARK_BY_CUSTOM: &[Rule<Holiday>] = &[
    rule(MayDay, "Arbejdernes kampdag", Day::Fixed(5, 1)),
    rule(ConstitutionDay, "Grundlovsdag", Day::Fixed(6, 5)),
    rule(ChristmasEve, "Juleaftensdag", Day::Fixed(12, 24)),
    rule(NewYearsEve, "Nytårsaften", Day::Fixed(12, 31)),
];
