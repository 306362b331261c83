use std::collections::BTreeSet;

use super::*;

/// What an independent package says: country, kind, name and dates (`tests/judges/holidays_fixture.py`).
const FIXTURE: &str = include_str!("../../../tests/fixtures/holidays.tsv");

type Found = BTreeSet<(Country, &'static str, NaiveDate, String)>;

fn day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y%m%d").unwrap()
}

fn years() -> impl Iterator<Item = NaiveDate> {
    day("19950101").iter_days().take_while(|day| day.year() <= 2100)
}

fn oracle() -> Found {
    let mut found = Found::new();
    for line in FIXTURE.lines().filter(|line| !line.starts_with('#')) {
        let [country, kind, name, dates] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        for date in dates.split(' ') {
            found.insert((country.parse().unwrap(), kind, day(date), name.to_owned()));
        }
    }
    found
}

fn named<T: Copy + 'static>(rules: &'static [rules::Rule<T>], date: NaiveDate) -> impl Iterator<Item = String> {
    // Each rule alone, so that a day with two names is compared with both.
    let alone = rules.iter().map(std::slice::from_ref);
    alone.filter(move |rule| rules::find(rule, date).is_some()).map(|rule| rule[0].name.to_owned())
}

#[test]
fn every_day_off_of_424_country_years_equals_the_oracle() {
    let mut ours = Found::new();
    for date in years() {
        for country in *Country::ALL.first_chunk::<4>().unwrap() {
            ours.extend(named(rules::public(country), date).map(|name| (country, "public", date, name)));
            ours.extend(named(rules::customary(country), date).map(|name| (country, "customary", date, name)));
            ours.extend(named(rules::half(country), date).map(|name| (country, "half", date, name)));
        }
    }
    let theirs = oracle();
    assert_eq!(theirs.iter().map(|(country, _, date, _)| (country, date.year())).collect::<BTreeSet<_>>().len(), 424);
    let differing: Vec<_> = ours.symmetric_difference(&theirs).take(10).collect();
    assert!(differing.is_empty(), "{differing:?}");
}

#[test]
fn a_day_has_one_answer() {
    for date in years() {
        for &country in Country::ALL {
            let answers =
                [on(country, date).is_some(), customary(country, date).is_some(), half_day(country, date).is_some()];
            assert!(answers.iter().filter(|yes| **yes).count() <= 1, "{country} {date}");
            if squeeze_day(country, date) {
                assert!(!answers[0] && !answers[1] && !weekend(date), "{country} {date}");
            }
        }
    }
}

#[test]
fn days_that_people_know() {
    use Country::{Denmark, Finland, Norway, Other, Sweden};
    assert_eq!(on(Finland, day("20261206")), Some(Holiday::IndependenceDay));
    assert_eq!(on(Sweden, day("20261206")), None);
    assert_eq!(on(Norway, day("20270517")), Some(Holiday::ConstitutionDay));
    assert_eq!(on(Sweden, day("20080501")), Some(Holiday::MayDay), "also Ascension Day");
    assert_eq!(on(Sweden, day("20261224")), None);
    assert_eq!(customary(Sweden, day("20261224")), Some(Holiday::ChristmasEve));
    assert_eq!(on(Denmark, day("20230505")), Some(Holiday::PrayerDay));
    assert_eq!(on(Denmark, day("20240426")), None);
    assert_eq!(half_day(Sweden, day("20260430")), Some(HalfDay::WalpurgisNight));
    assert_eq!(half_day(Finland, day("20260430")), None);
    assert_eq!(on(Other, day("20260101")), None);
    assert_eq!(Holiday::MayDay.local_name(Finland), Some("Vappu"));
    assert_eq!(Holiday::MidsummerEve.local_name(Norway), None);
    assert_eq!(HalfDay::WalpurgisNight.local_name(Sweden), Some("Valborgsmässoafton"));
}

#[test]
fn squeeze_days_stand_alone() {
    let sweden = |from: &str, to: &str| -> Vec<NaiveDate> {
        day(from).iter_days().take_while(|date| *date < day(to)).filter(|d| squeeze_day(Country::Sweden, *d)).collect()
    };
    assert_eq!(sweden("20260101", "20261231"), [day("20260102"), day("20260105"), day("20260515")]);
}

#[test]
fn the_span_is_half_open() {
    let found: Vec<_> = between(Country::Norway, day("20261225"), day("20270101")).collect();
    assert_eq!(found, [(day("20261225"), Holiday::ChristmasDay), (day("20261226"), Holiday::BoxingDay)]);
}
