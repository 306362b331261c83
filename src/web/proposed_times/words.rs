//! What speaks for and against a time, in words.

use crate::{
    app::find_times::Times,
    domain::{
        availability::{Binding, Change, Constraint, Edge, Reason, Slot, Unit},
        ids::{PersonId, SubjectId},
        limits::verdict,
        time::Interval,
    },
    i18n::{Texts, format::Format, limits::amount},
};

/// Most remarks on one time.
const MOST: usize = 4;

pub(super) struct Words<'a> {
    t: &'static Texts,
    f: Format,
    times: &'a Times,
}

impl<'a> Words<'a> {
    pub(super) fn new(t: &'static Texts, f: &Format, times: &'a Times) -> Self {
        Self { t, f: f.clone(), times }
    }

    pub(super) fn when(&self, span: Interval) -> String {
        let start = self.f.subject_when(span.start());
        format!("{}–{}", Format::opening(&start), self.f.time(span.end()))
    }

    pub(super) fn reasons(&self, slot: &Slot) -> String {
        slot.reasons.iter().filter_map(|reason| self.reason(reason)).take(MOST).collect::<Vec<_>>().join(" ")
    }

    /// Of customers nothing is known but their meetings here, and nothing is said of that.
    fn reason(&self, reason: &Reason) -> Option<String> {
        let t = self.t;
        Some(match *reason {
            Reason::EveryoneFree => t.times_free(),
            Reason::Missing(who) => t.times_missing(self.name(who)?),
            Reason::CutsSelling { who, left: 0 } => t.times_selling_all(self.name(who)?),
            Reason::CutsSelling { who, left } => t.times_selling(self.name(who)?, self.f.duration(left)),
            Reason::OutsideHours { who, local, edge: Edge::Early } | Reason::OddHour { who, local } => {
                t.times_early(self.name(who)?, self.f.clock(local.time()))
            }
            Reason::OutsideHours { who, edge: Edge::Late, .. } => t.times_late(self.name(who)?),
            Reason::OutsideHours { who, edge: Edge::DayOff, .. } => t.times_off(self.name(who)?),
            Reason::Lunch(who) => t.times_lunch(self.name(who)?),
            Reason::Tentative(who) => t.times_tentative(self.name(who)?),
            Reason::NearLimit { who, unit, after, most } => {
                let told = |number| match unit {
                    Unit::Minutes => self.f.duration(number),
                    Unit::Meetings => amount(t, &self.f, verdict::Unit::Meetings, number),
                };
                t.times_near(self.name(who?)?, told(after), told(most))
            }
            Reason::CalendarUnknown(who) => t.times_unknown(self.colleague_name(who)?),
            Reason::HoursUnknown(who) => t.times_hours_unknown(self.colleague_name(who)?),
            Reason::Quiet(_) => return None,
        })
    }

    pub(super) fn none(&self) -> String {
        self.t.times_none(self.f.long_date(self.f.day(self.times.searched.end())))
    }

    pub(super) fn binding(&self, binding: &Binding) -> Option<String> {
        let t = self.t;
        let name = || self.name(binding.who?);
        Some(match binding.constraint {
            Constraint::Busy => t.times_binds_busy(name()?),
            Constraint::Working => t.times_binds_hours(name()?),
            Constraint::Limit if binding.who.is_none() => t.times_binds_rules(),
            Constraint::Limit => t.times_binds_limit(name()?),
            Constraint::Selling => t.times_binds_selling(name()?),
            Constraint::Notice => t.times_binds_notice(),
            Constraint::Within => t.times_binds_within(),
            Constraint::Window | Constraint::Unknown => return None,
        })
    }

    pub(super) fn change(&self, change: &Change) -> Option<String> {
        let t = self.t;
        Some(match *change {
            Change::Without(who) => t.times_relax_without(self.name(who)?),
            Change::Shorter(minutes) => t.times_relax_shorter(self.f.duration(minutes)),
            Change::OutsideHours => t.times_relax_hours(),
            Change::IntoSelling => t.times_relax_selling(),
            Change::Until(_) => t.times_relax_later(),
        })
    }

    /// The colleague whose time it is.
    pub(super) fn colleague(&self, who: SubjectId) -> Option<PersonId> {
        let id = who.uuid().into();
        self.times.facts.people.contains_key(&id).then_some(id)
    }

    fn colleague_name(&self, who: SubjectId) -> Option<String> {
        self.times.facts.people.get(&who.uuid().into()).map(|p| p.name.clone())
    }

    fn name(&self, who: SubjectId) -> Option<String> {
        let contact = || self.times.facts.contacts.get(&who.uuid().into()).map(|c| c.name.clone());
        self.colleague_name(who).or_else(contact)
    }
}
