//! What was typed into the editor, as a rule; every error stands at its field.

use chrono::NaiveDate;

use super::kind::{self, Kind};
use crate::{
    domain::{
        hours::{DaySpan, WeekSpan, minute_of_day},
        limits::{
            rule::{CustomerSide, Measure, Rule, Scope, Share, Which},
            sound::{self, Fault, Field},
        },
        when::{self, TimeError},
    },
    i18n::{Texts, field_errors, format::Format},
    web::form::{Errors, Form},
};

/// What reading needs to know.
pub(super) struct Reading<'a> {
    pub(super) t: &'a Texts,
    pub(super) f: &'a Format,
    pub(super) scopes: &'a [(Scope, String)],
    pub(super) today: NaiveDate,
    pub(super) form: &'a Form,
}

/// The rule that was typed.
pub(super) fn rule(reading: &Reading<'_>, kind: Kind) -> Result<Rule, Errors> {
    let mut errors = Errors::default();
    let form = reading.form;
    let offered = |scope: &Scope| reading.scopes.iter().any(|(one, _)| one == scope);
    let scope = chosen(reading, "scope", kind::scope(form.get("scope")).filter(offered), &mut errors);
    let which = if kind.has_which() {
        chosen(reading, "which", which(form.get("which")), &mut errors)
    } else {
        Some(Which::All)
    };
    let measure = reading.measure(kind, &mut errors);
    let level = chosen(reading, "level", form.get("level").parse().ok(), &mut errors);
    let from = chosen(reading, "start", form.get("start").parse().ok(), &mut errors);
    let rule =
        (|| Some(Rule { id: None, scope: scope?, which: which?, measure: measure?, level: level?, from: from? }))();
    if let Some(rule) = &rule {
        for (part, fault) in sound::faults(rule) {
            errors.add(field(part, kind), reading.fault(fault, kind, part));
        }
    }
    match rule {
        Some(rule) if errors.is_empty() => Ok(rule),
        _ => Err(errors),
    }
}

fn chosen<T>(reading: &Reading<'_>, field: &str, value: Option<T>, errors: &mut Errors) -> Option<T> {
    if value.is_none() {
        errors.add(field, reading.t.field_choose_one());
    }
    value
}

fn which(text: &str) -> Option<Which> {
    match text {
        "all" => Some(Which::All),
        "internal" => Some(Which::Internal),
        "customer" => Some(Which::Customer),
        other => other.strip_prefix("purpose:")?.parse().ok().map(Which::Purpose),
    }
}

impl Reading<'_> {
    fn measure(&self, kind: Kind, errors: &mut Errors) -> Option<Measure> {
        Some(match kind {
            Kind::Minutes | Kind::Meetings => return self.per_period(kind, errors),
            Kind::Length => Measure::Length { most: self.length("most", errors)? },
            Kind::People => Measure::People { most: self.number("most", errors)? },
            Kind::BackToBack => {
                let (most, rest) = (self.length("most", errors), self.length("rest", errors));
                Measure::BackToBack { most: most?, rest: rest? }
            }
            Kind::Clock => {
                let (from, to) = (self.time("from", errors), self.time("to", errors));
                Measure::Clock { from: from?, to: to? }
            }
            Kind::Windows => Measure::Windows { spans: windows(self.form) },
            Kind::Dates => {
                let (from, to) = (self.date("first", errors), self.date("last", errors));
                Measure::Dates { from: from?, to: to? }
            }
            Kind::Notice => Measure::Notice { least: self.length("most", errors)? },
            Kind::Contacts => return self.contacts(errors),
            Kind::Agenda => {
                let (people, minutes) = (self.number("people", errors), self.length("minutes", errors));
                Measure::Agenda { people: people?, minutes: minutes? }
            }
            Kind::Ahead => Measure::Ahead { most: self.number("most", errors)? },
            Kind::Overlap => Measure::Overlap,
            Kind::OffHours => Measure::OffHours,
            Kind::Holidays => Measure::Holidays,
            Kind::Selling => Measure::Selling,
            Kind::Unknown => Measure::Unknown,
        })
    }

    fn per_period(&self, kind: Kind, errors: &mut Errors) -> Option<Measure> {
        let most = if kind == Kind::Minutes { self.length("most", errors) } else { self.number("most", errors) };
        let per = chosen(self, "per", self.form.get("per").parse().ok(), errors);
        let share = match self.form.get("share") {
            "each" => Some(Share::Each),
            "together" => Some(Share::Together),
            _ => None,
        };
        let (per, share) = (per?, chosen(self, "share", share, errors)?);
        Some(match kind {
            Kind::Minutes => Measure::Minutes { most: most?, per, share },
            _ => Measure::Meetings { most: most?, per, share },
        })
    }

    fn contacts(&self, errors: &mut Errors) -> Option<Measure> {
        let most = self.number("most", errors);
        let days = chosen(self, "days", self.form.get("days").parse().ok(), errors);
        let side = match self.form.get("side") {
            "account" => Some(CustomerSide::Account),
            "contact" => Some(CustomerSide::Contact),
            _ => None,
        };
        let side = chosen(self, "side", side, errors);
        Some(Measure::Contacts { most: most?, days: days?, side: side? })
    }

    fn number(&self, field: &'static str, errors: &mut Errors) -> Option<u32> {
        let typed = self.form.get(field).trim();
        let number = typed.parse().ok();
        if number.is_none() {
            errors.add(field, if typed.is_empty() { self.t.field_required() } else { self.t.limits_not_a_number() });
        }
        number
    }

    fn length(&self, field: &'static str, errors: &mut Errors) -> Option<u32> {
        when::minutes(self.form.get(field)).map_err(|e| errors.add(field, field_errors::duration(self.f, e))).ok()
    }

    /// Midnight at the end of a day is 24:00.
    fn time(&self, field: &'static str, errors: &mut Errors) -> Option<u16> {
        match when::time(self.form.get(field)) {
            Ok(time) => Some(minute_of_day(time)),
            Err(TimeError::EndOfDay) => Some(24 * 60),
            Err(error) => {
                errors.add(field, field_errors::time(self.f, error));
                None
            }
        }
    }

    fn date(&self, field: &'static str, errors: &mut Errors) -> Option<NaiveDate> {
        let date = when::date(self.form.get(field), self.today);
        date.map_err(|e| errors.add(field, field_errors::date(self.f, e, self.today))).ok()
    }

    fn fault(&self, fault: Fault, kind: Kind, field: Field) -> String {
        let (t, f) = (self.t, self.f);
        let plain =
            matches!(kind, Kind::Meetings | Kind::People | Kind::Contacts | Kind::Ahead | Kind::Dates | Kind::Windows);
        let number = |n: u32| if plain || field == Field::People { f.number(i64::from(n)) } else { f.duration(n) };
        match fault {
            Fault::TooLarge(most) if kind == Kind::Dates => t.limits_too_many_days(number(most)),
            Fault::TooLarge(most) if kind == Kind::Windows => t.limits_too_many_windows(number(most)),
            Fault::TooSmall(least) => t.limits_too_small(number(least)),
            Fault::TooLarge(most) => t.limits_too_large(number(most)),
            Fault::Empty => t.limits_tick_one(),
            Fault::Reversed => t.limits_backwards(),
            Fault::Unfit if field == Field::Share => t.limits_share_not_here(),
            Fault::Unfit if field == Field::Which => t.limits_which_not_here(),
            Fault::Unfit | Fault::NotOffered => t.field_choose_one(),
        }
    }
}

/// The field in which a part of the sentence is typed.
const fn field(part: Field, kind: Kind) -> &'static str {
    match (part, kind) {
        (Field::Scope, _) => "scope",
        (Field::Which, _) => "which",
        (Field::Share, _) => "share",
        (Field::Number, _) => "most",
        (Field::Rest, _) => "rest",
        (Field::People, _) => "people",
        (Field::Minutes, _) => "minutes",
        (Field::From, Kind::Dates) => "first",
        (Field::From, _) => "from",
        (Field::To, Kind::Dates) => "last",
        (Field::To, _) => "to",
        (Field::Span(_), _) => "w",
        (Field::Days, _) => "days",
        (Field::StartsOn, _) => "start",
    }
}

/// The ticked hours, those that touch as one window.
fn windows(form: &Form) -> Vec<WeekSpan> {
    let hour = |value: &str| {
        let (day, hour) = value.split_once('-')?;
        let (day, hour) = (day.parse::<u8>().ok()?, hour.parse::<u16>().ok()?);
        (day < 7 && hour < 24).then_some((day, hour))
    };
    let mut hours: Vec<(u8, u16)> = form.all("w").filter_map(hour).collect();
    hours.sort_unstable();
    hours.dedup();
    let mut spans: Vec<WeekSpan> = Vec::new();
    for (weekday, hour) in hours {
        match spans.last_mut() {
            Some(last) if last.weekday == weekday && last.span.to == hour * 60 => last.span.to += 60,
            _ => spans.push(WeekSpan { weekday, span: DaySpan { from: hour * 60, to: hour * 60 + 60 } }),
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticked_hours_that_touch_are_one_window() {
        let ticks = ["1-9", "0-9", "0-8", "0-8", "0-11", "7-1", "0-24", "x", "0-"];
        let form = Form::new(ticks.iter().map(|w| ("w".to_owned(), (*w).to_owned())).collect());
        let span = |weekday, from, to| WeekSpan { weekday, span: DaySpan { from, to } };
        assert_eq!(windows(&form), [span(0, 480, 600), span(0, 660, 720), span(1, 540, 600)]);
    }
}
