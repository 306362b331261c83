//! Limits to begin with: three ways of working, and how often customers may be met.

use chrono::NaiveDate;

use super::rule::{CustomerSide, LeadClass, Level, Measure, Period, Rule, Scope, Share, Which};
use crate::domain::{
    hours::{DaySpan, WeekSpan},
    terms::terms,
};

terms! {
    /// A set of limits to begin with, from the one that leaves most time to the one that leaves least.
    Preset {
        /// Six hours of internal meetings a week, mornings for selling.
        Calm = "calm",
        /// Eight hours of internal meetings a week.
        Normal = "normal",
        /// As calm, and what passes it needs approval or cannot be sent.
        Strict = "strict",
    }
}

const MONDAY: u8 = 0;
const WEDNESDAY: u8 = 2;
const FRIDAY: u8 = 4;

impl Preset {
    /// Its rules, in force from a day on. They have no id until they are stored.
    #[must_use]
    pub fn rules(self, from: NaiveDate) -> Vec<Rule> {
        let rule = |which, measure, level| Rule { id: None, scope: Scope::Organization, which, measure, level, from };
        let internal = |measure, level| rule(Which::Internal, measure, level);
        let minutes = |most, per| Measure::Minutes { most, per, share: Share::Each };
        match self {
            Self::Calm => vec![
                internal(minutes(6 * 60, Period::Week), Level::Reason),
                internal(Measure::Length { most: 50 }, Level::Warn),
                internal(mornings(&[MONDAY, FRIDAY]), Level::Warn),
                internal(Measure::Agenda { people: 3, minutes: 30 }, Level::Warn),
                rule(Which::All, Measure::BackToBack { most: 120, rest: 10 }, Level::Warn),
            ],
            Self::Normal => vec![
                internal(minutes(8 * 60, Period::Week), Level::Reason),
                internal(Measure::Length { most: 60 }, Level::Warn),
                internal(Measure::Agenda { people: 4, minutes: 45 }, Level::Warn),
                rule(Which::All, Measure::BackToBack { most: 180, rest: 10 }, Level::Inform),
            ],
            Self::Strict => vec![
                internal(minutes(6 * 60, Period::Week), Level::Approve),
                internal(minutes(2 * 60, Period::Day), Level::Reason),
                internal(Measure::Length { most: 50 }, Level::Reason),
                internal(Measure::People { most: 8 }, Level::Reason),
                internal(mornings(&[MONDAY, WEDNESDAY, FRIDAY]), Level::Approve),
                internal(Measure::Clock { from: 9 * 60, to: 16 * 60 }, Level::Reason),
                internal(Measure::Notice { least: 24 * 60 }, Level::Warn),
                internal(Measure::Agenda { people: 2, minutes: 25 }, Level::Block),
                rule(Which::All, Measure::BackToBack { most: 120, rest: 15 }, Level::Warn),
                rule(Which::All, Measure::Overlap, Level::Block),
            ],
        }
    }
}

fn mornings(weekdays: &[u8]) -> Measure {
    let span = DaySpan { from: 8 * 60, to: 12 * 60 };
    Measure::Windows { spans: weekdays.iter().map(|weekday| WeekSpan { weekday: *weekday, span }).collect() }
}

/// How often the contacts of a class of customers may be met: the nearer to buying, the oftener. One rule for each
/// class, in force from a day on.
#[must_use]
pub fn contact_limits(from: NaiveDate) -> Vec<Rule> {
    let most = |class| match class {
        LeadClass::Suspect => (1, 90),
        LeadClass::Cold => (1, 30),
        LeadClass::Warm | LeadClass::MarketingQualified | LeadClass::Customer => (2, 30),
        LeadClass::Hot | LeadClass::SalesQualified => (2, 7),
    };
    let rule = |class| {
        let (most, days) = most(class);
        let measure = Measure::Contacts { most, days, side: CustomerSide::Contact };
        Rule { id: None, scope: Scope::LeadClass(class), which: Which::Customer, measure, level: Level::Reason, from }
    };
    LeadClass::ALL.iter().map(|class| rule(*class)).collect()
}

#[cfg(test)]
mod tests {
    use super::{
        super::{clash::clashes, policy::Policy, sound::faults},
        *,
    };
    use crate::domain::hours::WorkingHours;

    #[test]
    fn presets_are_sound_and_can_be_met() {
        let from = NaiveDate::from_ymd_opt(2026, 11, 30).unwrap();
        for preset in Preset::ALL {
            let mut rules = preset.rules(from);
            rules.extend(contact_limits(from));
            for rule in &rules {
                assert_eq!(faults(rule), [], "{preset} {rule:?}");
            }
            assert_eq!(clashes(&rules, &WorkingHours::default(), &Policy::default()), [], "{preset}");
        }
    }
}
