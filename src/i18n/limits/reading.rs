//! How a meeting stands with a rule, in one or two sentences with the numbers.

use chrono::{Datelike, NaiveDate};

use super::{amount, count, counted, time, with_customers};
use crate::{
    domain::{
        language::Language,
        limits::{
            rule::{Measure, Period, Rule},
            verdict::{About, Reading, Standing, Unit, Unjudged},
        },
        time::Week,
    },
    i18n::{Texts, format::Format},
};

/// `Ola has 8 h 30 min of internal meetings in week 48 with this meeting. The limit is 8 h.`
pub(crate) fn reading(t: &Texts, f: &Format, reading: &Reading) -> String {
    let rule = match (&reading.rule, reading.standing) {
        (_, Standing::Unjudged(why)) => return unjudged(t, why, &reading.name),
        (None, _) => return unjudged(t, Unjudged::UnreadableRule, &reading.name),
        (Some(rule), _) => rule,
    };
    let told = Told { t, f, rule, reading };
    let words = match rule.measure {
        Measure::Minutes { per, .. } => told.period(per, time(t, f, counted(rule), reading.after)),
        Measure::Meetings { per, .. } => told.period(per, count(t, counted(rule), reading.after)),
        Measure::BackToBack { .. } | Measure::Contacts { .. } | Measure::Ahead { .. } => told.of_somebody(),
        Measure::Length { .. } | Measure::People { .. } | Measure::Notice { .. } | Measure::Agenda { .. } => {
            told.of_the_meeting()
        }
        _ => told.of_a_part(),
    };
    if reading.standing == Standing::Flagged { t.limit_reading_flagged(words) } else { words }
}

fn unjudged(t: &Texts, why: Unjudged, name: &str) -> String {
    t.limit_reading_unjudged(match why {
        Unjudged::UnreadableRule => t.limit_unjudged_rule(),
        Unjudged::NoZone => t.limit_unjudged_zone(name),
        Unjudged::MissingFacts => t.limit_unjudged_facts(),
        Unjudged::TooMany => t.limit_unjudged_many(),
    })
}

struct Told<'a> {
    t: &'a Texts,
    f: &'a Format,
    rule: &'a Rule,
    reading: &'a Reading,
}

impl Told<'_> {
    fn period(&self, per: Period, amount: String) -> String {
        let when = self.reading.period.map_or_else(String::new, |(first, _)| within(self.t, self.f, per, first));
        self.t.limit_reading_period(self.who(), amount, when, self.limit())
    }

    fn of_somebody(&self) -> String {
        let Self { t, f, rule, reading } = *self;
        match rule.measure {
            Measure::BackToBack { .. } => {
                t.limit_reading_back_to_back(self.who(), time(t, f, counted(rule), reading.after), self.limit())
            }
            Measure::Contacts { days, .. } => {
                let count = count(t, with_customers(rule.which), reading.after);
                t.limit_reading_contacts(self.who(), count, days, self.limit())
            }
            _ => t.limit_reading_ahead(self.who(), count(t, rule.which, reading.after), self.limit()),
        }
    }

    fn of_the_meeting(&self) -> String {
        let Self { t, f, rule, reading } = *self;
        match rule.measure {
            Measure::People { .. } => t.limit_reading_people(t.limit_count_people(reading.after), self.limit()),
            Measure::Notice { .. } => t.limit_reading_notice(f.duration(reading.after), f.duration(reading.limit)),
            Measure::Agenda { .. } if reading.after == 0 => t.limit_reading_agenda_there(),
            Measure::Agenda { people, minutes } => {
                t.limit_reading_agenda_missing(t.limit_count_people(people), f.duration(minutes))
            }
            _ => t.limit_reading_length(f.duration(reading.after), self.limit()),
        }
    }

    /// Limits of nothing at all: some minutes of the meeting lie where none may.
    fn of_a_part(&self) -> String {
        let Self { t, f, rule, reading } = *self;
        let length = || f.duration(reading.after);
        let part = match rule.measure {
            Measure::Overlap => t.limit_part_overlap(length()),
            Measure::Holidays => t.limit_part_holidays(length()),
            Measure::Selling => t.limit_part_selling(length()),
            Measure::Windows { .. } => t.limit_part_windows(length()),
            Measure::Dates { .. } => t.limit_part_dates(length()),
            Measure::Clock { from, to } => t.limit_part_clock(length(), f.minute_of_day(from), f.minute_of_day(to)),
            Measure::Unknown if reading.after == 0 => t.limit_part_known(),
            Measure::Unknown => t.limit_part_unknown(),
            _ => t.limit_part_off_hours(length()),
        };
        if reading.name.is_empty() { t.limit_reading_part(part) } else { t.limit_reading_of(&reading.name, part) }
    }

    fn who(&self) -> String {
        let (t, name) = (self.t, &self.reading.name);
        match self.reading.about {
            About::Meeting | About::Person(_) => t.limit_about_person(name),
            About::Contact(_) => t.limit_about_contact(name),
            About::Account(_) => t.limit_about_account(name),
            About::Team(_) => t.limit_about_team(name),
            About::Organization => t.limit_about_organization(),
        }
    }

    /// Of meetings the bare number: what they are has been said.
    fn limit(&self) -> String {
        match self.reading.unit {
            Unit::Meetings => self.f.number(i64::from(self.reading.limit)),
            unit => amount(self.t, self.f, unit, self.reading.limit),
        }
    }
}

/// `in week 48`; the period that begins on `first`.
fn within(t: &Texts, f: &Format, per: Period, first: NaiveDate) -> String {
    match per {
        Period::Day => t.limit_in_day(f.weekday_with_day(first)),
        Period::Week => t.limit_in_week(Week::of(first).number()),
        // All Finnish months end in -kuu, which makes their inessive easy.
        Period::Month if f.language() == Language::Fi => {
            t.limit_in_month(f.month_year(first).replacen("kuu ", "kuussa ", 1))
        }
        Period::Month => t.limit_in_month(f.month_year(first)),
        Period::Quarter => t.limit_in_quarter(first.month0() / 3 + 1, first.year().to_string()),
    }
}
