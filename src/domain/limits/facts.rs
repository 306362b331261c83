//! What is known when a meeting is judged. Read in the same transaction that writes the meeting, under the locks of
//! everybody in it.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::{
    agenda::part::Stay,
    hours::{DaySpan, WeekSpan, WorkingHours},
    ids::{AccountId, ContactId, DraftId, MeetingId, PersonId, RuleId, TeamId},
    limits::rule::{LeadClass, Rule},
    meeting::Purpose,
    time::{Interval, Zone},
};

/// A rule as stored: one that cannot be read any more blocks, and says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoredRule {
    /// Readable.
    Rule(Rule),
    /// Its words are not understood, for example because a newer version wrote them.
    Unreadable(RuleId),
}

/// Somebody of the firm in a meeting, the organizer included. Informed people need not come and are not listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attending {
    /// Who.
    pub person: PersonId,
    /// Needed, and not only welcome.
    pub required: bool,
    /// Whether their time counts as load: needed, or welcome and has accepted; and has not declined.
    pub counts: bool,
    /// The part of the meeting they are invited to; `None` for all of it.
    pub stay: Option<Stay>,
}

impl Attending {
    /// Their time in a meeting.
    #[must_use]
    pub fn time(&self, meeting: Interval) -> Interval {
        self.stay.map_or(meeting, |stay| stay.of(meeting))
    }
}

/// One version of a meeting, as far as limits care.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    /// What it is for.
    pub purpose: Purpose,
    /// Who leads it.
    pub organizer: PersonId,
    /// When, half-open.
    pub span: Interval,
    /// Colleagues.
    pub people: Vec<Attending>,
    /// Customers' contacts.
    pub contacts: Vec<ContactId>,
    /// The customer; a meeting with one is a customer meeting.
    pub account: Option<AccountId>,
    /// Points on the agenda.
    pub points: usize,
}

impl Shape {
    /// Whole minutes.
    #[must_use]
    pub fn minutes(&self) -> u32 {
        u32::try_from(self.span.minutes()).unwrap_or(u32::MAX)
    }

    /// Whether a customer takes part.
    #[must_use]
    pub const fn with_customer(&self) -> bool {
        self.account.is_some() || !self.contacts.is_empty()
    }
}

/// What is asked: may this meeting be so?
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The meeting that is changed; its own claims are left out of what is counted.
    pub meeting: Option<MeetingId>,
    /// The draft it comes from; the time that it keeps is not in its way.
    pub draft: Option<DraftId>,
    /// How it stands now; `None` for a new one. What does not grow is always allowed.
    pub old: Option<Shape>,
    /// How it shall be.
    pub new: Shape,
}

/// Time a meeting takes from somebody. One whose change waits for approval stands here twice, as it is and as it is to
/// be; it will be one or the other, so what is counted is the larger of the two in each period. Both times are taken.
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own that rules ask")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Load {
    /// Which meeting.
    pub meeting: MeetingId,
    /// When.
    pub span: Interval,
    /// What for.
    pub purpose: Purpose,
    /// With a customer.
    pub customer: bool,
    /// This subject must come.
    pub required: bool,
    /// Counts as load; what only may be attended and is not accepted does not.
    pub counts: bool,
    /// As it is to be, once somebody has allowed it.
    pub held: bool,
}

/// What a day off looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayRule {
    /// Does not work.
    Off,
    /// Works these hours instead of the usual ones.
    Hours(DaySpan),
}

/// A public holiday or its eve at the attendee's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HolidayKind {
    /// The whole day.
    Day,
    /// From this minute after midnight on.
    From(u16),
}

/// How the outside calendars of somebody stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Outside {
    /// None is connected, or all were read lately.
    #[default]
    Known,
    /// At least one cannot be read, or has never been: neither free nor full.
    Unknown,
}

/// Somebody of the firm.
#[derive(Debug, Clone)]
pub struct PersonFacts {
    /// Display name.
    pub name: String,
    /// Own zone; `None` when the stored name is no zone any more, which no rule about hours can judge.
    pub zone: Option<Zone>,
    /// Ordinary week.
    pub hours: WorkingHours,
    /// Days that differ, own days off included.
    pub days: HashMap<NaiveDate, DayRule>,
    /// Public holidays and half days of their country around the meeting.
    pub holidays: HashMap<NaiveDate, HolidayKind>,
    /// Protected selling time.
    pub selling: Vec<WeekSpan>,
    /// Teams they are members of.
    pub teams: HashSet<TeamId>,
    /// Meetings around the proposal, the proposal's own included: all of the periods that rules ask for.
    pub load: Vec<Load>,
    /// Firm busy time from outside calendars, merged and in order.
    pub busy: Vec<Interval>,
    /// Whether that is all there is.
    pub outside: Outside,
    /// Upcoming meetings they organize, the proposal's own not counted.
    pub ahead: u32,
}

/// A customer's contact.
#[derive(Debug, Clone)]
pub struct ContactFacts {
    /// Display name.
    pub name: String,
    /// Their meetings, over all sellers.
    pub load: Vec<Load>,
}

/// A customer.
#[derive(Debug, Clone)]
pub struct AccountFacts {
    /// Display name.
    pub name: String,
    /// How near to buying; `None` when nobody has said.
    pub class: Option<LeadClass>,
    /// Their meetings, over all sellers.
    pub load: Vec<Load>,
}

/// People who share a limit: a team, or the whole firm.
#[derive(Debug, Clone)]
pub struct SharedFacts {
    /// Display name.
    pub name: String,
    /// Who is in it.
    pub members: HashSet<PersonId>,
    /// The load of all of them; a meeting stands here once for each.
    pub load: Vec<Load>,
}

/// Everything that rules ask for.
#[derive(Debug, Clone)]
pub struct Facts {
    /// The present moment.
    pub now: DateTime<Utc>,
    /// Zone of the firm: days, weeks and months of limits are its.
    pub zone: Zone,
    /// Rules in force, and those that will be.
    pub rules: Vec<StoredRule>,
    /// Everybody in the meeting, the organizer and those of its old version included.
    pub people: HashMap<PersonId, PersonFacts>,
    /// Customers' contacts in the meeting.
    pub contacts: HashMap<ContactId, ContactFacts>,
    /// The customer.
    pub accounts: HashMap<AccountId, AccountFacts>,
    /// Teams that share a limit and have somebody in the meeting.
    pub teams: HashMap<TeamId, SharedFacts>,
    /// The firm; present when a rule is shared by all.
    pub organization: Option<SharedFacts>,
}

impl Facts {
    /// Counts a meeting as planned, for whatever is judged after it.
    pub fn count(&mut self, meeting: MeetingId, shape: &Shape) {
        let load = |span, required, counts| Load {
            meeting,
            span,
            purpose: shape.purpose,
            customer: shape.with_customer(),
            required,
            counts,
            held: false,
        };
        for attending in &shape.people {
            let load = load(attending.time(shape.span), attending.required, attending.counts);
            if let Some(person) = self.people.get_mut(&attending.person) {
                person.load.push(load);
            }
            for shared in self.teams.values_mut().chain(&mut self.organization) {
                if shared.members.contains(&attending.person) {
                    shared.load.push(load);
                }
            }
        }
        for id in &shape.contacts {
            if let Some(contact) = self.contacts.get_mut(id) {
                contact.load.push(load(shape.span, true, true));
            }
        }
        if let Some(account) = shape.account.and_then(|id| self.accounts.get_mut(&id)) {
            account.load.push(load(shape.span, true, true));
        }
        if let Some(organizer) = self.people.get_mut(&shape.organizer) {
            organizer.ahead = organizer.ahead.saturating_add(1);
        }
    }

    /// Counts a meeting no more, for whatever is judged after it was called off or counted otherwise. `was` is its shape
    /// as it was counted, if it takes place.
    pub fn forget(&mut self, meeting: MeetingId, was: Option<&Shape>) {
        let shared = self.teams.values_mut().chain(&mut self.organization).map(|shared| &mut shared.load);
        let people = self.people.values_mut().map(|person| &mut person.load);
        let contacts = self.contacts.values_mut().map(|contact| &mut contact.load);
        let accounts = self.accounts.values_mut().map(|account| &mut account.load);
        for load in shared.chain(people).chain(contacts).chain(accounts) {
            load.retain(|load| load.meeting != meeting);
        }
        let ahead = was.filter(|was| was.span.end() > self.now);
        if let Some(organizer) = ahead.and_then(|was| self.people.get_mut(&was.organizer)) {
            organizer.ahead = organizer.ahead.saturating_sub(1);
        }
    }
}
