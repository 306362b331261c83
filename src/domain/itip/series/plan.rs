//! What one recipient must be told of a series: one message, whatever the number of dates that changed.

use super::facts::{DateFacts, SeriesFacts};
use crate::domain::{
    ids::{AttendeeId, MeetingId},
    itip::plan::{self, MessageKind, Method},
    meeting::Status,
    terms::terms,
};

terms! {
    /// What a message says about a series.
    SeriesKind {
        /// You are invited.
        Invitation = "series_invitation",
        /// Other times.
        Moved = "series_moved",
        /// Something else that matters, or several things.
        Changed = "series_changed",
        /// Only agendas, or the reason why this person is needed.
        AgendaOnly = "series_agenda",
        /// One date is off, or takes place without this person.
        DateOff = "series_date_off",
        /// Several dates are.
        Fewer = "series_fewer",
        /// All are called off.
        Cancelled = "series_cancelled",
        /// All take place without this person.
        Removed = "series_removed",
    }
}

impl SeriesKind {
    /// The method that carries it. Calendars take one date out on CANCEL; for several they get the whole series anew.
    #[must_use]
    pub const fn method(self) -> Method {
        match self {
            Self::DateOff | Self::Cancelled | Self::Removed => Method::Cancel,
            Self::Invitation | Self::Moved | Self::Changed | Self::AgendaOnly | Self::Fewer => Method::Request,
        }
    }
}

/// The calendar program of a recipient, as its replies name it (PRODID).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Receiver {
    /// Takes one date out on CANCEL with a RECURRENCE-ID.
    #[default]
    Usual,
    /// Takes the whole series out on it, and so gets the series with an EXDATE instead.
    WholeSets,
}

impl Receiver {
    /// By the PRODID of a reply. Those built on sabre/vobject are known to cancel too much.
    #[must_use]
    pub fn of(product: &str) -> Self {
        let product = product.to_ascii_lowercase();
        if ["sabre", "nextcloud"].iter().any(|name| product.contains(name)) { Self::WholeSets } else { Self::Usual }
    }

    /// The kind of message in which this program understands what `kind` says.
    #[must_use]
    pub const fn understands(self, kind: SeriesKind) -> SeriesKind {
        match (self, kind) {
            (Self::WholeSets, SeriesKind::DateOff) => SeriesKind::Fewer,
            (_, kind) => kind,
        }
    }
}

/// What is new about one date for one recipient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateNews<'a> {
    /// The date.
    pub id: MeetingId,
    /// What would be said of it alone.
    pub kind: MessageKind,
    /// As the recipient knows it; `None` when it is new to them.
    pub told: Option<&'a DateFacts>,
    /// As it is; `None` when it is no date of this series any more.
    pub now: Option<&'a DateFacts>,
}

/// What is new about each date, by the order of the rule, dates that are gone last.
#[must_use]
pub fn news<'a>(told: Option<&'a SeriesFacts>, now: &'a SeriesFacts, person: AttendeeId) -> Vec<DateNews<'a>> {
    let known = |id: MeetingId| told.and_then(|told| told.date(id));
    let mut news: Vec<DateNews<'a>> = Vec::new();
    for date in &now.dates {
        let before = known(date.id);
        if let Some(kind) = plan::plan(before.map(|date| &date.facts), &date.facts, person) {
            news.push(DateNews { id: date.id, kind, told: before, now: Some(date) });
        }
    }
    let gone = told.into_iter().flat_map(|told| told.live(person)).filter(|date| now.date(date.id).is_none());
    news.extend(gone.map(|date| DateNews { id: date.id, kind: MessageKind::Removed, told: Some(date), now: None }));
    news
}

/// What `person` must be told now, or `None` if they know all that matters. `told` is what their last message said.
#[must_use]
pub fn plan_series(told: Option<&SeriesFacts>, now: &SeriesFacts, person: AttendeeId) -> Option<SeriesKind> {
    let known = told.is_some_and(|told| told.live(person).next().is_some());
    let is_in = now.live(person).next().is_some();
    match (known, is_in) {
        (false, false) => return None,
        (false, true) => return Some(SeriesKind::Invitation),
        (true, false) if now.dates.iter().any(|date| date.facts.status == Status::Confirmed) => {
            return Some(SeriesKind::Removed);
        }
        (true, false) => return Some(SeriesKind::Cancelled),
        (true, true) => {}
    }
    let news = news(told, now, person);
    let rekeyed = told.is_some_and(|told| is_rekeyed(told, now));
    let is = |kinds: &[MessageKind]| news.iter().all(|date| kinds.contains(&date.kind));
    match news.as_slice() {
        [] => None,
        [one] if is(LOST) && one.now.is_some() && !rekeyed => Some(SeriesKind::DateOff),
        _ if is(LOST) => Some(SeriesKind::Fewer),
        _ if is(&[MessageKind::AgendaOnly]) => Some(SeriesKind::AgendaOnly),
        _ if is(&[MessageKind::Moved]) => Some(SeriesKind::Moved),
        _ => Some(SeriesKind::Changed),
    }
}

/// Whether all that `person` must be told may wait for the next message.
#[must_use]
pub fn may_wait(told: Option<&SeriesFacts>, now: &SeriesFacts, person: AttendeeId) -> bool {
    let known = told.is_some_and(|told| told.live(person).next().is_some() && !is_rekeyed(told, now));
    known && news(told, now, person).iter().all(|date| date.kind.may_wait())
}

/// Whether dates are told apart by other times than before, as for somebody who now comes to another point on most of them.
/// Calendars then need the whole series: a date taken out alone would leave the others under the old times, where nothing
/// that is said later finds them.
fn is_rekeyed(told: &SeriesFacts, now: &SeriesFacts) -> bool {
    let moved = |date: &DateFacts| now.date(date.id).is_some_and(|now| now.original != date.original);
    told.dates.iter().any(moved)
}

const LOST: &[MessageKind] = &[MessageKind::Cancelled, MessageKind::Removed];

/// The facts that a message of this kind speaks of, to be frozen with it. A goodbye to all dates speaks of the series as
/// its recipient knows it.
#[must_use]
pub fn facts_for(kind: SeriesKind, told: Option<&SeriesFacts>, now: &SeriesFacts) -> SeriesFacts {
    let (SeriesKind::Cancelled | SeriesKind::Removed, Some(told)) = (kind, told) else { return now.clone() };
    let reason = now.dates.iter().rev().map(|date| &date.facts.cancel_reason).find(|reason| !reason.is_empty());
    let mut facts = told.clone();
    for date in &mut facts.dates {
        date.facts.status = Status::Cancelled;
        date.facts.cancel_reason = match (kind, reason) {
            (SeriesKind::Cancelled, Some(reason)) => reason.clone(),
            _ => String::new(),
        };
    }
    facts
}
