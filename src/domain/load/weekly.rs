//! Limits per week that each person has for themselves, and how far they are used.

use chrono::Days;
use serde::{Deserialize, Serialize};

use crate::domain::{
    ids::{PersonId, TeamId},
    limits::{
        facts::StoredRule,
        rule::{Measure, Period, Rule, Scope, Share, Which},
        verdict::Unit,
    },
    meeting::Purpose,
    time::Week,
};

/// Permille of a limit from which on it is near.
const NEAR: u64 = 800;

/// Meetings of one kind that somebody has in some stretch of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// What they are for.
    pub purpose: Purpose,
    /// Whether customers take part.
    pub customer: bool,
    /// Whole minutes.
    pub minutes: u32,
    /// How many.
    pub meetings: u32,
}

/// A limit of minutes or meetings per ISO week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeeklyLimit<'a> {
    rule: &'a Rule,
    unit: Unit,
    most: u32,
}

/// How far a limit is used in a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Used {
    /// Which meetings it counts.
    pub which: Which,
    /// What it counts.
    pub unit: Unit,
    /// So much of it.
    pub used: u32,
    /// The most that is allowed.
    pub most: u32,
}

impl Used {
    /// Whether more is used than allowed.
    #[must_use]
    pub const fn over(&self) -> bool {
        self.used > self.most
    }

    /// Whether four fifths or more are used.
    #[must_use]
    pub fn near(&self) -> bool {
        u64::from(self.used) * 1000 >= u64::from(self.most) * NEAR
    }

    /// What is left; nothing when it is passed.
    #[must_use]
    pub const fn left(&self) -> u32 {
        self.most.saturating_sub(self.used)
    }
}

/// The weekly limits among the rules that each person has for themselves. Rules that cannot be read are shown where
/// limits are; they say nothing about load.
#[must_use]
pub fn weekly_limits(rules: &[StoredRule]) -> Vec<WeeklyLimit<'_>> {
    rules.iter().filter_map(weekly).collect()
}

fn weekly(stored: &StoredRule) -> Option<WeeklyLimit<'_>> {
    let StoredRule::Rule(rule) = stored else { return None };
    let (unit, most) = match rule.measure {
        Measure::Minutes { most, per: Period::Week, share: Share::Each } => (Unit::Minutes, most),
        Measure::Meetings { most, per: Period::Week, share: Share::Each } => (Unit::Meetings, most),
        _ => return None,
    };
    let people = matches!(rule.scope, Scope::Organization | Scope::Team(_) | Scope::Person(_));
    people.then_some(WeeklyLimit { rule, unit, most })
}

impl WeeklyLimit<'_> {
    /// Whether it limits this person, who is in these teams, in this week. A limit that begins inside a week counts for
    /// the whole of it, as it does where meetings are judged.
    #[must_use]
    pub fn holds_for(&self, person: PersonId, teams: &[TeamId], week: Week) -> bool {
        let whose = match self.rule.scope {
            Scope::Organization => true,
            Scope::Team(team) => teams.contains(&team),
            Scope::Person(one) => one == person,
            Scope::LeadClass(_) | Scope::Account(_) => false,
        };
        whose && self.rule.from <= week.monday().checked_add_days(Days::new(6)).unwrap_or(week.monday())
    }

    /// How far these meetings use it.
    pub fn used<'p>(&self, parts: impl IntoIterator<Item = &'p Part>) -> Used {
        let counted = parts.into_iter().filter(|part| admits(self.rule.which, part));
        let amount = |part: &Part| if self.unit == Unit::Meetings { part.meetings } else { part.minutes };
        let used = counted.map(amount).fold(0, u32::saturating_add);
        Used { which: self.rule.which, unit: self.unit, used, most: self.most }
    }
}

/// The limit on minutes of which least is left, or which is passed by most; of equals the first.
#[must_use]
pub fn tightest(used: &[Used]) -> Option<Used> {
    let minutes = used.iter().filter(|used| used.unit == Unit::Minutes);
    minutes.min_by_key(|used| i64::from(used.most) - i64::from(used.used)).copied()
}

fn admits(which: Which, part: &Part) -> bool {
    match which {
        Which::All => true,
        Which::Internal => !part.customer,
        Which::Customer => part.customer,
        Which::Purpose(purpose) => part.purpose == purpose,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::limits::rule::Level;

    fn person(n: u128) -> PersonId {
        PersonId::from_uuid(uuid::Uuid::from_u128(n))
    }

    fn team(n: u128) -> TeamId {
        TeamId::from_uuid(uuid::Uuid::from_u128(n))
    }

    fn rule(scope: Scope, which: Which, measure: Measure) -> StoredRule {
        let from = "2026-11-25".parse().unwrap();
        StoredRule::Rule(Rule { id: None, scope, which, measure, level: Level::Warn, from })
    }

    fn minutes(most: u32) -> Measure {
        Measure::Minutes { most, per: Period::Week, share: Share::Each }
    }

    const PARTS: [Part; 3] = [
        Part { purpose: Purpose::Targets, customer: false, minutes: 300, meetings: 3 },
        Part { purpose: Purpose::Customer, customer: true, minutes: 120, meetings: 2 },
        Part { purpose: Purpose::Strategy, customer: true, minutes: 60, meetings: 1 },
    ];

    #[test]
    fn only_weekly_limits_of_each_person_count() {
        let daily = Measure::Minutes { most: 60, per: Period::Day, share: Share::Each };
        let together = Measure::Minutes { most: 60, per: Period::Week, share: Share::Together };
        let rules = [
            rule(Scope::Organization, Which::All, minutes(480)),
            rule(Scope::Organization, Which::All, daily),
            rule(Scope::Organization, Which::All, together),
            rule(Scope::Organization, Which::All, Measure::Overlap),
        ];
        assert_eq!(weekly_limits(&rules).len(), 1);
    }

    #[test]
    fn whose_limit_it_is_and_from_when() {
        let cases = [
            (Scope::Organization, "2026-W48", true),
            (Scope::Organization, "2026-W47", false),
            (Scope::Team(team(1)), "2026-W48", true),
            (Scope::Team(team(2)), "2026-W48", false),
            (Scope::Person(person(1)), "2026-W48", true),
            (Scope::Person(person(2)), "2026-W48", false),
        ];
        for (scope, week, expected) in cases {
            let rules = [rule(scope, Which::All, minutes(480))];
            let limits = weekly_limits(&rules);
            let holds = limits[0].holds_for(person(1), &[team(1)], week.parse().unwrap());
            assert_eq!(holds, expected, "{scope:?} {week}");
        }
    }

    #[test]
    fn each_limit_counts_its_own_meetings() {
        let meetings = Measure::Meetings { most: 5, per: Period::Week, share: Share::Each };
        let cases = [
            (Which::All, minutes(480), 480, false, true),
            (Which::All, minutes(479), 480, true, true),
            (Which::Internal, minutes(480), 300, false, false),
            (Which::Internal, minutes(375), 300, false, true),
            (Which::Customer, minutes(480), 180, false, false),
            (Which::Purpose(Purpose::Strategy), minutes(480), 60, false, false),
            (Which::All, meetings.clone(), 6, true, true),
            (Which::Customer, meetings, 3, false, false),
        ];
        for (which, measure, expected, over, near) in cases {
            let rules = [rule(Scope::Organization, which, measure.clone())];
            let used = weekly_limits(&rules)[0].used(&PARTS);
            assert_eq!((used.used, used.over(), used.near()), (expected, over, near), "{which:?} {measure:?}");
        }
    }

    #[test]
    fn the_tightest_is_the_one_with_least_left() {
        let used = |unit, used, most| Used { which: Which::All, unit, used, most };
        let all = [used(Unit::Minutes, 60, 480), used(Unit::Minutes, 300, 360), used(Unit::Meetings, 5, 5)];
        assert_eq!(tightest(&all), Some(all[1]));
        assert_eq!(tightest(&[used(Unit::Minutes, 500, 480), all[1]]).unwrap().used, 500);
        assert_eq!(tightest(&all[2..]), None);
    }
}
