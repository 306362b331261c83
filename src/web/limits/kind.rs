//! The kinds of limits, as the editor offers them.

use crate::{
    domain::{
        ids::{AccountId, TeamId},
        limits::{
            rule::{Measure, Scope},
            sound,
        },
        terms::terms,
    },
    i18n::Texts,
};

terms! {
    /// What a limit measures; the order is that of the page where one chooses.
    Kind {
        /// Time per period.
        Minutes = "minutes",
        /// Meetings per period.
        Meetings = "meetings",
        /// Meetings with a customer.
        Contacts = "contacts",
        /// Length of one meeting.
        Length = "length",
        /// People in one meeting.
        People = "people",
        /// Without a break.
        BackToBack = "back_to_back",
        /// Earliest and latest hour.
        Clock = "clock",
        /// Hours without meetings.
        Windows = "windows",
        /// Days without meetings.
        Dates = "dates",
        /// Time to prepare.
        Notice = "notice",
        /// No agenda, no meeting.
        Agenda = "agenda",
        /// Meetings ahead.
        Ahead = "ahead",
        /// Two places at once.
        Overlap = "overlap",
        /// Working hours.
        OffHours = "off_hours",
        /// Public holidays.
        Holidays = "holidays",
        /// Selling time.
        Selling = "selling",
        /// Calendars that cannot be read.
        Unknown = "unknown",
    }
}

impl Kind {
    /// The kind of a measure.
    pub(super) fn of(measure: &Measure) -> Option<Self> {
        measure.kind().parse().ok()
    }

    /// Whether somebody can have such a limit.
    pub(super) fn suits(self, scope: Scope) -> bool {
        sound::suits(self.as_str(), scope)
    }

    /// Its name on the page where one chooses.
    pub(super) fn label(self, t: &Texts) -> String {
        match self {
            Self::Minutes => t.limits_kind_minutes(),
            Self::Meetings => t.limits_kind_meetings(),
            Self::Length => t.limits_kind_length(),
            Self::People => t.limits_kind_people(),
            Self::BackToBack => t.limits_kind_back_to_back(),
            Self::Clock => t.limits_kind_clock(),
            Self::Windows => t.limits_kind_windows(),
            Self::Dates => t.limits_kind_dates(),
            Self::Notice => t.limits_kind_notice(),
            Self::Contacts => t.limits_kind_contacts(),
            Self::Agenda => t.limits_kind_agenda(),
            Self::Ahead => t.limits_kind_ahead(),
            Self::Overlap => t.limits_kind_overlap(),
            Self::OffHours => t.limits_kind_off_hours(),
            Self::Holidays => t.limits_kind_holidays(),
            Self::Selling => t.limits_kind_selling(),
            Self::Unknown => t.limits_kind_unknown(),
        }
    }

    /// Whether one chooses which meetings it is about; meetings with customers are about
    /// customers, and who leads leads all.
    pub(super) fn has_which(self) -> bool {
        !matches!(self, Self::Contacts | Self::Ahead)
    }
}

/// A scope as forms write it: `organization`, `team:…`, `person:…`, `class:warm`, `account:…`.
pub(in crate::web) fn scope_value(scope: Scope) -> String {
    match scope {
        Scope::Organization => "organization".to_owned(),
        Scope::Team(id) => format!("team:{id}"),
        Scope::Person(id) => format!("person:{id}"),
        Scope::LeadClass(class) => format!("class:{class}"),
        Scope::Account(id) => format!("account:{id}"),
    }
}

/// Reads what [`scope_value`] wrote.
pub(super) fn scope(text: &str) -> Option<Scope> {
    if text == "organization" {
        return Some(Scope::Organization);
    }
    let (kind, of) = text.split_once(':')?;
    match kind {
        "team" => of.parse::<TeamId>().ok().map(Scope::Team),
        "person" => of.parse().ok().map(Scope::Person),
        "class" => of.parse().ok().map(Scope::LeadClass),
        "account" => of.parse::<AccountId>().ok().map(Scope::Account),
        _ => None,
    }
}
