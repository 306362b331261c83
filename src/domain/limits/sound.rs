//! Whether a single rule says something that can be meant: numbers neither nothing nor absurd, spans that hold time,
//! words that go together.

use chrono::Datelike;

use super::rule::{Measure, Period, Rule, Scope, Share, Which};

/// Most windows in one rule.
pub const MOST_WINDOWS: usize = 50;
/// Most days in one rule without meetings.
pub const MOST_FREE_DAYS: i64 = 366;
/// The lengths of days on end within which meetings with customers are counted.
pub const CONTACT_DAYS: [u32; 3] = [7, 30, 90];

const DAY: u32 = 1440;
/// The most people whose load one shared limit is thought for.
const MANY: u32 = 10_000;

/// The part of the sentence that is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// Whose meetings.
    Scope,
    /// Which meetings.
    Which,
    /// Each or all together.
    Share,
    /// The number: most, or least for notice.
    Number,
    /// Minutes that make a break.
    Rest,
    /// People of the agenda rule.
    People,
    /// Minutes of the agenda rule.
    Minutes,
    /// First hour or first day.
    From,
    /// Last hour or last day.
    To,
    /// Windows; counted from 0.
    Span(usize),
    /// Number of days on end.
    Days,
    /// First day on which the rule holds.
    StartsOn,
}

/// What is wrong with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Fault {
    /// Must be at least this.
    #[error("must be at least {0}")]
    TooSmall(u32),
    /// Must be at most this.
    #[error("must be at most {0}")]
    TooLarge(u32),
    /// There must be one at least.
    #[error("must not be empty")]
    Empty,
    /// Ends before it begins.
    #[error("must end after it begins")]
    Reversed,
    /// Does not go together with what is measured.
    #[error("does not go together with the measure")]
    Unfit,
    /// Is none of those offered.
    #[error("is none of those offered")]
    NotOffered,
}

/// Whose meetings a kind of measure (see [`Measure::kind`]) can limit. Load, hours and days can be a person's or a
/// customer's; meetings within days on end are a customer's. Who leads, who is in two places, and whose calendar cannot
/// be read or whose selling time is kept, is said of people and never of a customer.
#[must_use]
pub fn suits(kind: &str, scope: Scope) -> bool {
    match kind {
        "contacts" => of_customers(scope) || scope == Scope::Organization,
        "ahead" | "overlap" | "selling" | "unknown" => !of_customers(scope),
        _ => true,
    }
}

/// Whether a scope is made of customers.
#[must_use]
pub const fn of_customers(scope: Scope) -> bool {
    matches!(scope, Scope::LeadClass(_) | Scope::Account(_))
}

/// All faults of a rule with the part of the sentence they belong to; none for a sound rule.
#[must_use]
pub fn faults(rule: &Rule) -> Vec<(Field, Fault)> {
    let mut faults = Vec::new();
    number(&rule.measure, &mut faults);
    words(rule, &mut faults);
    hours(&rule.measure, &mut faults);
    if !(2000..=2200).contains(&rule.from.year()) {
        faults.push((Field::StartsOn, Fault::NotOffered));
    }
    faults
}

fn bounds(field: Field, value: u32, (least, most): (u32, u32), faults: &mut Vec<(Field, Fault)>) {
    if value < least {
        faults.push((field, Fault::TooSmall(least)));
    } else if value > most {
        faults.push((field, Fault::TooLarge(most)));
    }
}

fn number(measure: &Measure, faults: &mut Vec<(Field, Fault)>) {
    let times = |share: Share| if share == Share::Together { MANY } else { 1 };
    let mut most = |value: u32, range: (u32, u32)| bounds(Field::Number, value, range, faults);
    match *measure {
        Measure::Minutes { most: value, per, share } => most(value, (15, days(per) * DAY * times(share))),
        Measure::Meetings { most: value, per, share } => most(value, (1, days(per) * 50 * times(share))),
        Measure::Length { most: value } => most(value, (5, DAY)),
        Measure::People { most: value } => most(value, (2, 500)),
        Measure::BackToBack { most: value, rest } => {
            most(value, (15, DAY));
            bounds(Field::Rest, rest, (1, 240), faults);
        }
        Measure::Notice { least } => most(least, (1, 90 * DAY)),
        Measure::Contacts { most: value, days, .. } => {
            most(value, (1, days.clamp(1, 90)));
            if !CONTACT_DAYS.contains(&days) {
                faults.push((Field::Days, Fault::NotOffered));
            }
        }
        Measure::Agenda { people, minutes } => {
            bounds(Field::People, people, (0, 500), faults);
            bounds(Field::Minutes, minutes, (0, DAY), faults);
        }
        Measure::Ahead { most: value } => most(value, (1, 1000)),
        _ => {}
    }
}

/// Most days of a period.
pub(super) const fn days(per: Period) -> u32 {
    match per {
        Period::Day => 1,
        Period::Week => 7,
        Period::Month => 31,
        Period::Quarter => 92,
    }
}

fn words(rule: &Rule, faults: &mut Vec<(Field, Fault)>) {
    let shared = matches!(rule.scope, Scope::Organization | Scope::Team(_));
    let (which_fits, share_fits) = match &rule.measure {
        Measure::Minutes { share, .. } | Measure::Meetings { share, .. } => (true, *share == Share::Each || shared),
        Measure::Contacts { .. } => (rule.which != Which::Internal, true),
        Measure::Ahead { .. } => (rule.which == Which::All, true),
        _ => (true, true),
    };
    if !suits(rule.measure.kind(), rule.scope) {
        faults.push((Field::Scope, Fault::Unfit));
    }
    if !which_fits || (of_customers(rule.scope) && rule.which == Which::Internal) {
        faults.push((Field::Which, Fault::Unfit));
    }
    if !share_fits {
        faults.push((Field::Share, Fault::Unfit));
    }
}

fn hours(measure: &Measure, faults: &mut Vec<(Field, Fault)>) {
    match measure {
        Measure::Clock { from, to } => {
            bounds(Field::To, u32::from(*to), (0, DAY), faults);
            if from >= to {
                faults.push((Field::To, Fault::Reversed));
            }
        }
        Measure::Windows { spans } if spans.is_empty() => faults.push((Field::Span(0), Fault::Empty)),
        Measure::Windows { spans } if spans.len() > MOST_WINDOWS => {
            faults.push((Field::Span(MOST_WINDOWS), Fault::TooLarge(50)));
        }
        Measure::Windows { spans } => {
            for (at, span) in spans.iter().enumerate() {
                if span.weekday > 6 {
                    faults.push((Field::Span(at), Fault::NotOffered));
                } else if span.span.from >= span.span.to {
                    faults.push((Field::Span(at), Fault::Reversed));
                } else if span.span.to > 1440 {
                    faults.push((Field::Span(at), Fault::TooLarge(DAY)));
                }
            }
        }
        Measure::Dates { from, to } if from > to => faults.push((Field::To, Fault::Reversed)),
        Measure::Dates { from, to } if (*to - *from).num_days() >= MOST_FREE_DAYS => {
            faults.push((Field::To, Fault::TooLarge(366)));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{evaluate::world::rule, facts::StoredRule},
        *,
    };

    fn told(text: &str) -> String {
        let StoredRule::Rule(rule) = rule(text) else { panic!("{text}") };
        let told = faults(&rule).into_iter().map(|(field, fault)| format!("{field:?} {fault}"));
        told.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn faults_by_field() {
        let cases = [
            ("firm all minutes 480 week", ""),
            ("firm all minutes 0 week", "Number must be at least 15"),
            ("firm all minutes 1440 day", ""),
            ("firm all minutes 1441 day", "Number must be at most 1440"),
            ("firm all minutes 4294967295 quarter together", "Number must be at most 1324800000"),
            ("team all minutes 4800 week together", ""),
            ("anna all minutes 480 week together", "Share does not go together with the measure"),
            ("acme all minutes 480 week together", "Share does not go together with the measure"),
            ("firm all meetings 0 day", "Number must be at least 1"),
            ("firm all people 1", "Number must be at least 2"),
            ("firm all length 4", "Number must be at least 5"),
            ("firm all back_to_back 120 0", "Rest must be at least 1"),
            ("firm all notice 0", "Number must be at least 1"),
            ("firm all notice 129601", "Number must be at most 129600"),
            ("firm all clock 09:00-17:00", ""),
            ("firm all clock 17:00-09:00", "To must end after it begins"),
            ("firm all clock 09:00-24:01", "To must be at most 1440"),
            ("firm all windows", "Span(0) must not be empty"),
            ("firm all windows Mon09:00-11:00 Tue11:00-11:00", "Span(1) must end after it begins"),
            ("firm all dates Mon Mon", ""),
            ("firm all dates Tue Mon", "To must end after it begins"),
            ("firm all dates 2026-01-01 2027-01-02", "To must be at most 366"),
            ("firm all contacts 2 30 contact", ""),
            ("firm all contacts 2 14 contact", "Days is none of those offered"),
            ("firm all contacts 0 7 contact", "Number must be at least 1"),
            ("team all contacts 2 30 contact", "Scope does not go together with the measure"),
            ("hot internal contacts 2 30 contact", "Which does not go together with the measure"),
            ("acme internal minutes 60 week", "Which does not go together with the measure"),
            ("acme all minutes 480 week", ""),
            ("hot with-customer meetings 3 month", ""),
            ("hot targets back_to_back 120 15", ""),
            ("acme all clock 09:00-17:00", ""),
            ("hot all off_hours", ""),
            ("acme all holidays", ""),
            ("hot all meetings 3 month together", "Share does not go together with the measure"),
            ("hot all overlap", "Scope does not go together with the measure"),
            ("acme all selling", "Scope does not go together with the measure"),
            ("acme all unknown", "Scope does not go together with the measure"),
            ("hot all ahead 3", "Scope does not go together with the measure"),
            ("firm internal ahead 3", "Which does not go together with the measure"),
            ("firm all overlap from=1999-12-31", "StartsOn is none of those offered"),
        ];
        for (text, expected) in cases {
            assert_eq!(told(text), expected, "{text}");
        }
    }
}
