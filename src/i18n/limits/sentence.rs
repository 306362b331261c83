//! A rule as one sentence that can be read aloud.

use chrono::{Days, NaiveDate, Weekday};

use super::{Names, class, count, counted, per, time, which, with_customers};
use crate::{
    domain::{
        hours::WeekSpan,
        limits::{
            rule::{CustomerSide, Level, Measure, Rule, Scope, Share},
            sound::of_customers,
        },
    },
    i18n::{Texts, format::Format},
};

/// `Each person in Sales North may have at most 8 h of internal meetings per week; if exceeded, ask for a reason.`
pub(crate) fn sentence(t: &Texts, f: &Format, rule: &Rule, names: &Names) -> String {
    let limit = limit(t, f, rule, names);
    match rule.level {
        Level::Inform => t.limit_sentence_inform(limit),
        Level::Warn => t.limit_sentence_warn(limit),
        Level::Reason => t.limit_sentence_reason(limit),
        Level::Approve => t.limit_sentence_approve(limit),
        Level::Block => t.limit_sentence_block(limit),
    }
}

fn limit(t: &Texts, f: &Format, rule: &Rule, names: &Names) -> String {
    let said = Said { t, f, rule, names };
    match &rule.measure {
        Measure::Minutes { .. }
        | Measure::Meetings { .. }
        | Measure::BackToBack { .. }
        | Measure::Contacts { .. }
        | Measure::Ahead { .. } => said.of_holder(),
        Measure::Clock { .. } | Measure::Windows { .. } | Measure::Dates { .. } => said.of_calendar(),
        _ => said.of_meetings(),
    }
}

struct Said<'a> {
    t: &'a Texts,
    f: &'a Format,
    rule: &'a Rule,
    names: &'a Names,
}

impl Said<'_> {
    /// What somebody may have.
    fn of_holder(&self) -> String {
        let Self { t, f, rule, .. } = *self;
        let which = counted(rule);
        match rule.measure {
            Measure::Minutes { most, per: period, share } => {
                self.per_period(self.holder(share), time(t, f, which, most), per(t, period))
            }
            Measure::Meetings { most, per: period, share } => {
                self.per_period(self.holder(share), count(t, which, most), per(t, period))
            }
            Measure::BackToBack { most, rest } => {
                let time = time(t, f, which, most);
                t.limit_says_back_to_back(self.holder(Share::Each), time, f.duration(rest))
            }
            Measure::Contacts { most, days, side } => {
                let count = count(t, with_customers(rule.which), most);
                t.limit_says_contacts(self.customer(side), count, days)
            }
            Measure::Ahead { most } => t.limit_says_ahead(self.holder(Share::Each), count(t, rule.which, most)),
            _ => self.meetings(),
        }
    }

    /// Whoever sells: a customer's meetings are those of all sellers.
    fn per_period(&self, holder: String, amount: String, period: String) -> String {
        if of_customers(self.rule.scope) {
            self.t.limit_says_period_customer(holder, amount, period)
        } else {
            self.t.limit_says_period(holder, amount, period)
        }
    }

    /// When meetings may not be.
    fn of_calendar(&self) -> String {
        let Self { t, f, rule, .. } = *self;
        match &rule.measure {
            Measure::Clock { from, to } => {
                t.limit_says_clock(self.meetings(), f.minute_of_day(*from), f.minute_of_day(*to))
            }
            Measure::Windows { spans } => t.limit_says_windows(self.meetings(), windows(f, spans)),
            Measure::Dates { from, to } if from == to => t.limit_says_date(self.meetings(), f.date(*from)),
            Measure::Dates { from, to } => t.limit_says_dates(self.meetings(), f.date(*from), f.date(*to)),
            _ => self.meetings(),
        }
    }

    /// What a meeting must be like.
    fn of_meetings(&self) -> String {
        let Self { t, f, rule, .. } = *self;
        let meetings = self.meetings();
        match rule.measure {
            Measure::Length { most } => t.limit_says_length(meetings, f.duration(most)),
            Measure::People { most } => t.limit_says_people(meetings, t.limit_count_people(most)),
            Measure::Notice { least } => t.limit_says_notice(meetings, f.duration(least)),
            Measure::Agenda { people, minutes } => {
                t.limit_says_agenda(meetings, t.limit_count_people(people), f.duration(minutes))
            }
            Measure::Overlap => t.limit_says_overlap(meetings),
            Measure::OffHours => t.limit_says_off_hours(meetings),
            Measure::Holidays => t.limit_says_holidays(meetings),
            Measure::Selling => t.limit_says_selling(meetings),
            Measure::Unknown => t.limit_says_unknown(meetings),
            _ => meetings,
        }
    }

    fn holder(&self, share: Share) -> String {
        let t = self.t;
        match (self.rule.scope, share) {
            (Scope::Organization, Share::Each) => t.limit_holder_each(),
            (Scope::Organization, Share::Together) => t.limit_holder_together(),
            (Scope::Team(_), Share::Each) => t.limit_holder_team_each(self.name()),
            (Scope::Team(_), Share::Together) => t.limit_holder_team_together(self.name()),
            (Scope::Person(_), _) => t.limit_holder_person(self.name()),
            (Scope::LeadClass(lead), _) => t.limit_holder_class(class(t, lead)),
            (Scope::Account(_), _) => t.limit_holder_account(self.name()),
        }
    }

    fn customer(&self, side: CustomerSide) -> String {
        let t = self.t;
        match (self.rule.scope, side) {
            (Scope::LeadClass(lead), CustomerSide::Contact) => t.limit_holder_class_contacts(class(t, lead)),
            (Scope::Account(_), CustomerSide::Contact) => t.limit_holder_account_contacts(self.name()),
            (Scope::LeadClass(_) | Scope::Account(_), CustomerSide::Account) => self.holder(Share::Each),
            (_, CustomerSide::Contact) => t.limit_holder_contacts(),
            (_, CustomerSide::Account) => t.limit_holder_accounts(),
        }
    }

    /// `Internal meetings in Sales North`
    fn meetings(&self) -> String {
        let t = self.t;
        let which = which(t, self.rule.which);
        match self.rule.scope {
            Scope::Organization => which,
            Scope::Team(_) => t.limit_meetings_team(which, self.name()),
            Scope::Person(_) => t.limit_meetings_person(which, self.name()),
            Scope::LeadClass(lead) => t.limit_meetings_class(which, class(t, lead)),
            Scope::Account(_) => t.limit_meetings_account(which, self.name()),
        }
    }

    /// Whoever the scope names.
    fn name(&self) -> String {
        let name = match self.rule.scope {
            Scope::Team(id) => self.names.teams.get(&id),
            Scope::Person(id) => self.names.people.get(&id),
            Scope::Account(id) => self.names.accounts.get(&id),
            Scope::Organization | Scope::LeadClass(_) => None,
        };
        name.cloned().unwrap_or_else(|| self.t.limit_name_gone())
    }
}

/// `Mon 08:00–10:00, Tue 08:00–10:00`
fn windows(f: &Format, spans: &[WeekSpan]) -> String {
    let monday = NaiveDate::from_isoywd_opt(2026, 1, Weekday::Mon).unwrap_or_default();
    let span = |s: &WeekSpan| {
        let day = f.weekday_short(monday + Days::new(u64::from(s.weekday)));
        format!("{day} {}–{}", f.minute_of_day(s.span.from), f.minute_of_day(s.span.to))
    };
    spans.iter().map(span).collect::<Vec<_>>().join(", ")
}
