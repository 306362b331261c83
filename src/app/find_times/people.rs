//! Everybody's time as the search reads it, from the same facts as the judgement.

use chrono::Weekday;

use crate::domain::{
    availability::{Busy, Calendar, Firmness, Holiday, Need, Person, Weekly, Working},
    hours::WeekSpan,
    ids::MeetingId,
    limits::facts::{DayRule, Facts, HolidayKind, Load, Outside, PersonFacts, Proposal},
};

/// The organizer, the colleagues and the contacts of a meeting.
pub(super) fn people(facts: &Facts, proposal: &Proposal) -> Vec<Person> {
    let of = |required| if required { Need::Required } else { Need::Optional };
    let colleagues = proposal.new.people.iter().map(|a| {
        let who = a.person.uuid().into();
        match facts.people.get(&a.person) {
            Some(known) => Person { who, need: of(a.required), stay: a.stay, ..colleague(known, proposal.meeting) },
            None => Person::unknown(who, of(a.required)),
        }
    });
    // Of customers nothing is known but their meetings here, so nothing is said of what is not known.
    let contacts = proposal.new.contacts.iter().map(|id| {
        let busy = facts.contacts.get(id).map_or_else(Vec::new, |c| busy(&c.load, proposal.meeting));
        Person { busy, ..Person::unknown(id.uuid().into(), Need::Required) }
    });
    colleagues.chain(contacts).collect()
}

fn colleague(known: &PersonFacts, except: Option<MeetingId>) -> Person {
    let firm = known.busy.iter().map(|span| Busy { span: *span, firmness: Firmness::Firm });
    Person {
        zone: known.zone.clone(),
        working: Some(working(known)),
        selling: known.selling.iter().copied().filter_map(weekly).collect(),
        windows: Vec::new(),
        busy: busy(&known.load, except).into_iter().chain(firm).collect(),
        calendar: match known.outside {
            Outside::Known => Calendar::Known,
            Outside::Unknown => Calendar::Unknown,
        },
        stay: None,
        // Replaced by the caller.
        who: uuid::Uuid::nil().into(),
        need: Need::Required,
    }
}

/// Who must be elsewhere is busy; who only may be elsewhere may be.
fn busy(load: &[Load], except: Option<MeetingId>) -> Vec<Busy> {
    let others = load.iter().filter(|l| Some(l.meeting) != except);
    let busy =
        |l: &Load| Busy { span: l.span, firmness: if l.required { Firmness::Firm } else { Firmness::Tentative } };
    others.map(busy).collect()
}

fn working(known: &PersonFacts) -> Working {
    let day = |rule: &DayRule| match rule {
        DayRule::Off => None,
        DayRule::Hours(span) => Some(*span),
    };
    let holiday = |kind: &HolidayKind| match kind {
        HolidayKind::Day => Holiday::Off,
        HolidayKind::From(minute) => Holiday::EndsAt(*minute),
    };
    Working {
        hours: known.hours.clone(),
        exceptions: known.days.iter().map(|(date, rule)| (*date, day(rule))).collect(),
        holidays: known.holidays.iter().map(|(date, kind)| (*date, holiday(kind))).collect(),
    }
}

fn weekly(own: WeekSpan) -> Option<Weekly> {
    Weekday::try_from(own.weekday).ok().map(|weekday| Weekly { weekday, span: own.span })
}
