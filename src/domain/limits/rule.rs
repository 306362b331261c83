//! What a limit says. Every rule can be read aloud as one sentence: "Sales North may have at most 8 h of internal
//! meetings per week; if exceeded, ask for a reason."

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::domain::{
    hours::WeekSpan,
    ids::{AccountId, PersonId, RuleId, TeamId},
    meeting::Purpose,
    terms::terms,
};

terms! {
    /// What happens when a limit is passed, from mildest to strictest; the order of the variants is the order of
    /// strictness.
    Level {
        /// Said, nothing asked.
        Inform = "inform",
        /// The organizer must tick that it is seen.
        Warn = "warn",
        /// The organizer must give a reason, which is kept.
        Reason = "reason",
        /// Somebody else must allow it; the time is held until then.
        Approve = "approve",
        /// Not possible.
        Block = "block",
    }
}

terms! {
    /// A calendar period in the zone of the firm. A meeting belongs to the one in which it starts; a day of 23 or 25
    /// hours is one day, a week is an ISO week.
    Period {
        /// Calendar day.
        Day = "day",
        /// ISO week, Monday first.
        Week = "week",
        /// Calendar month.
        Month = "month",
        /// Calendar quarter.
        Quarter = "quarter",
    }
}

terms! {
    /// How near a customer is to buying; chooses how often they may be met.
    LeadClass {
        /// Somebody who might fit.
        Suspect = "suspect",
        /// Fits, has shown no interest.
        Cold = "cold",
        /// Has shown interest.
        Warm = "warm",
        /// Wants to buy.
        Hot = "hot",
        /// Marketing-qualified lead.
        MarketingQualified = "mql",
        /// Sales-qualified lead.
        SalesQualified = "sql",
        /// Has bought.
        Customer = "customer",
    }
}

impl Period {
    /// First and last day of the period that holds a day; `None` at the ends of the calendar.
    #[must_use]
    pub fn around(self, day: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
        let months = |first: NaiveDate, count: u32| {
            let last = first.checked_add_months(Months::new(count))?.pred_opt()?;
            Some((first, last))
        };
        match self {
            Self::Day => Some((day, day)),
            Self::Week => {
                let monday = day.checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday())))?;
                Some((monday, monday.checked_add_days(Days::new(6))?))
            }
            Self::Month => months(day.with_day(1)?, 1),
            Self::Quarter => months(day.with_day(1)?.with_month(day.month0() / 3 * 3 + 1)?, 3),
        }
    }
}

/// Whose meetings a rule limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", content = "of", rename_all = "snake_case")]
pub enum Scope {
    /// Everybody, and every customer.
    Organization,
    /// The members of a team.
    Team(TeamId),
    /// One person.
    Person(PersonId),
    /// Every customer of a class.
    LeadClass(LeadClass),
    /// One customer.
    Account(AccountId),
}

/// Which meetings a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", content = "of", rename_all = "snake_case")]
pub enum Which {
    /// All meetings.
    All,
    /// Meetings without a customer.
    Internal,
    /// Meetings with a customer.
    Customer,
    /// Meetings for one purpose.
    Purpose(Purpose),
}

/// Whether everybody in a scope has the limit for themselves, or all share one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Share {
    /// Each person for themselves.
    Each,
    /// All together: the sum over the people of the scope. Only for [`Scope::Team`] and [`Scope::Organization`].
    Together,
}

/// Whether meetings are counted with one contact or with the whole customer, always over all sellers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CustomerSide {
    /// With each contact.
    Contact,
    /// With the customer's account.
    Account,
}

/// What is measured, and the most that is allowed. Times of day are minutes after midnight in the zone of the attendee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Measure {
    /// Minutes in meetings per period.
    Minutes {
        /// Most minutes.
        most: u32,
        /// Per what.
        per: Period,
        /// Each or all together.
        share: Share,
    },
    /// Number of meetings per period.
    Meetings {
        /// Most meetings.
        most: u32,
        /// Per what.
        per: Period,
        /// Each or all together.
        share: Share,
    },
    /// Length of one meeting.
    Length {
        /// Most minutes.
        most: u32,
    },
    /// People who must come to one meeting: the organizer, colleagues, and all of the customer's.
    People {
        /// Most people.
        most: u32,
    },
    /// Minutes from the start of the first to the end of the last of meetings without a break between them; a gap
    /// shorter than `rest` is no break, and counts.
    BackToBack {
        /// Most minutes on end.
        most: u32,
        /// Minutes that make a break.
        rest: u32,
    },
    /// Earliest start and latest end of the day.
    Clock {
        /// Not before this minute.
        from: u16,
        /// Not after this minute.
        to: u16,
    },
    /// Weekly windows without meetings.
    Windows {
        /// Weekday and hours; half-open.
        spans: Vec<WeekSpan>,
    },
    /// Days without meetings, such as a week that belongs to customers; in the zone of the firm.
    Dates {
        /// First day.
        from: NaiveDate,
        /// Last day, included.
        to: NaiveDate,
    },
    /// Time between sending and start.
    Notice {
        /// Least minutes.
        least: u32,
    },
    /// Meetings with a customer within any `days` calendar days on end in the zone of the firm, over all sellers,
    /// attended or only welcome. Scope: organization, class, account.
    Contacts {
        /// Most meetings.
        most: u32,
        /// 7, 30 or 90.
        days: u32,
        /// Per contact or per account.
        side: CustomerSide,
    },
    /// An agenda of at least one point is needed when a meeting has more people or takes longer than this.
    Agenda {
        /// More people than this, everybody listed counted, …
        people: u32,
        /// … or more minutes than this.
        minutes: u32,
    },
    /// Meetings an organizer has ahead at one time.
    Ahead {
        /// Most upcoming meetings.
        most: u32,
    },
    /// Nobody who must come has another meeting or firm busy time at the same time. The limit is 0 minutes.
    Overlap,
    /// Not outside the working hours of those who must come, lunch and their days off included. The limit is 0 minutes.
    OffHours,
    /// Not on public holidays of the attendee's country, and not after the end of a half day. The limit is 0 minutes.
    Holidays,
    /// Not in the protected selling time of those who must come. The limit is 0 minutes.
    Selling,
    /// Not while the outside calendar of somebody who must come cannot be read: they are neither free nor full.
    Unknown,
}

/// A limit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// `None` for what holds where no rule of the firm says anything: see [`Rule::defaults`].
    pub id: Option<RuleId>,
    /// Whose meetings.
    pub scope: Scope,
    /// Which meetings.
    pub which: Which,
    /// What is measured.
    pub measure: Measure,
    /// What happens when it is passed.
    pub level: Level,
    /// First day on which meetings are limited, in the zone of the firm.
    pub from: NaiveDate,
}

impl Measure {
    /// The kind of measure by the word that stands for it where rules are stored.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Minutes { .. } => "minutes",
            Self::Meetings { .. } => "meetings",
            Self::Length { .. } => "length",
            Self::People { .. } => "people",
            Self::BackToBack { .. } => "back_to_back",
            Self::Clock { .. } => "clock",
            Self::Windows { .. } => "windows",
            Self::Dates { .. } => "dates",
            Self::Notice { .. } => "notice",
            Self::Contacts { .. } => "contacts",
            Self::Agenda { .. } => "agenda",
            Self::Ahead { .. } => "ahead",
            Self::Overlap => "overlap",
            Self::OffHours => "off_hours",
            Self::Holidays => "holidays",
            Self::Selling => "selling",
            Self::Unknown => "unknown",
        }
    }
}

impl Rule {
    /// What holds for everybody for whom the firm has no rule of the same kind: being in two places at once, public
    /// holidays, protected selling time and calendars that cannot be read must be ticked; hours outside work are said.
    #[must_use]
    pub fn defaults(from: NaiveDate) -> [Self; 5] {
        let rule = |which, measure, level| Self { id: None, scope: Scope::Organization, which, measure, level, from };
        [
            rule(Which::All, Measure::Overlap, Level::Warn),
            rule(Which::All, Measure::OffHours, Level::Inform),
            rule(Which::All, Measure::Holidays, Level::Warn),
            rule(Which::Internal, Measure::Selling, Level::Warn),
            rule(Which::All, Measure::Unknown, Level::Warn),
        ]
    }
}
