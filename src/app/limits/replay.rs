//! Tries a rule on meetings that are stored: those of last quarter, or those to come.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Datelike, Days, NaiveDate, Utc};

use crate::{
    app::{
        actor::Actor,
        error::{AppError, Result},
        judge::{OwnTime, as_set},
    },
    domain::{
        ids::{AccountId, ContactId, MeetingId, PersonId, TeamId},
        limits::{
            facts::{AccountFacts, Attending, ContactFacts, Facts, Outside, PersonFacts, Shape, SharedFacts},
            rule::{Measure, Period, Rule, Scope, Share},
            trial::{self, Asked, Past, Trial},
        },
        meeting::{Answer, AttendeeRole},
        time::{Interval, Zone},
    },
    store::{self, Tx, past::Meeting, people::Person, teams::Membership},
};

/// Most people who share a limit.
const MOST_MEMBERS: i64 = 5_000;
/// How many days ahead meetings are looked at.
const AHEAD: u64 = 366;

/// Which meetings a rule is tried on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// The calendar quarter before this one, in the zone of the firm.
    LastQuarter,
    /// Those to come, at most a year ahead. Those of the present quarter that are over count as load.
    Upcoming,
}

/// What a rule would have asked.
#[derive(Debug, Clone)]
pub struct Replay {
    /// First and last day looked at, in the zone of the firm.
    pub days: (NaiveDate, NaiveDate),
    /// Meetings judged.
    pub meetings: usize,
    /// Those it would have asked about, in order.
    pub asked: Vec<(Asked, Meeting)>,
    /// How many of those were with customers.
    pub with_customers: usize,
    /// Whether working hours or selling time were taken as they are set today, since nobody keeps how they once were.
    pub as_set_today: bool,
    /// Colleagues in each of the asked meetings.
    pub people: HashMap<MeetingId, Vec<PersonId>>,
}

impl Replay {
    /// Whether this person may know more of a meeting than that it was.
    #[must_use]
    pub fn shows(&self, actor: &Actor, meeting: MeetingId) -> bool {
        let sees = |id: &PersonId| *id == actor.id() || actor.leads(*id);
        actor.is_admin() || self.people.get(&meeting).is_some_and(|people| people.iter().any(sees))
    }
}

/// Whether a rule can be tried at all: nobody keeps which calendars could be read.
#[must_use]
pub const fn can_be_tried(measure: &Measure) -> bool {
    !matches!(measure, Measure::Unknown)
}

/// Tries a rule.
///
/// # Errors
/// [`AppError::NotFound`] before the firm is set up; a database error.
pub async fn replay(tx: &mut Tx, now: DateTime<Utc>, rule: &Rule, over: Over) -> Result<Replay> {
    let organization = store::organization::load(tx).await?.ok_or(AppError::NotFound)?;
    let zone = Zone::named(&organization.zone).unwrap_or_else(|_| Zone::utc());
    let today = zone.local(now).date();
    let (first, last) = days(today, over).ok_or(AppError::NotFound)?;
    let end = last.checked_add_days(Days::new(1)).ok_or(AppError::NotFound)?;
    let span = Interval::new(zone.start_of(first), zone.start_of(end)).ok_or(AppError::NotFound)?;
    let optional_counts = store::policy::read(tx).await?.settings.optional_counts;
    let meetings = store::past::meetings(tx, span).await?;
    let past = shapes(tx, span, &meetings, optional_counts).await?;
    let facts = facts(tx, (now, zone), (rule, (first, last)), &past).await?;
    let people = past.iter().map(|p| (p.id, p.shape.people.iter().map(|a| a.person).collect())).collect();
    let found = judge(facts, rule.clone(), past).await?;
    let upcoming = meetings.iter().filter(|m| m.starts_at > now).count();
    let ahead = |m: &Meeting| over == Over::LastQuarter || m.starts_at > now;
    let mut by_id: HashMap<MeetingId, Meeting> = meetings.into_iter().filter(ahead).map(|m| (m.id, m)).collect();
    let asked: Vec<(Asked, Meeting)> =
        found.asked.into_iter().filter_map(|asked| by_id.remove(&asked.id).map(|meeting| (asked, meeting))).collect();
    Ok(Replay {
        days: (if over == Over::Upcoming { today } else { first }, last),
        meetings: if over == Over::Upcoming { upcoming } else { found.meetings },
        with_customers: asked.iter().filter(|(asked, _)| asked.with_customer).count(),
        as_set_today: matches!(rule.measure, Measure::OffHours | Measure::Selling),
        asked,
        people,
    })
}

/// First and last day. What is to come shares its periods with what has been since the quarter began.
fn days(today: NaiveDate, over: Over) -> Option<(NaiveDate, NaiveDate)> {
    let (begun, _) = Period::Quarter.around(today)?;
    match over {
        Over::LastQuarter => Period::Quarter.around(begun.pred_opt()?),
        Over::Upcoming => Some((begun, today.checked_add_days(Days::new(AHEAD))?)),
    }
}

/// Judges away from the tasks that answer requests: a quarter of a large firm takes a moment.
async fn judge(facts: Facts, rule: Rule, past: Vec<Past>) -> Result<Trial> {
    let judged = tokio::task::spawn_blocking(move || trial::trial(facts, &rule, &past)).await;
    judged.map_err(|error| AppError::Calculation(error.to_string()))
}

async fn shapes(tx: &mut Tx, span: Interval, meetings: &[Meeting], optional_counts: bool) -> Result<Vec<Past>> {
    let guests = store::past::guests(tx, span).await?;
    let mut people: HashMap<MeetingId, Vec<Attending>> = HashMap::new();
    let mut contacts: HashMap<MeetingId, Vec<ContactId>> = HashMap::new();
    for guest in guests {
        let required = matches!(guest.role, AttendeeRole::Chair | AttendeeRole::Required);
        let comes = required || optional_counts || guest.answer == Answer::Yes;
        if let Some(person) = guest.person_id {
            let counts = comes && guest.answer != Answer::No;
            people.entry(guest.meeting_id).or_default().push(Attending {
                person,
                required,
                counts,
                stay: guest.stay(),
            });
        }
        contacts.entry(guest.meeting_id).or_default().extend(guest.contact_id);
    }
    let shape = |m: &Meeting| {
        Some(Past {
            id: m.id,
            sent: m.created_at,
            shape: Shape {
                purpose: m.purpose,
                organizer: m.organizer_id,
                span: Interval::new(m.starts_at, m.ends_at)?,
                people: people.remove(&m.id).unwrap_or_default(),
                contacts: contacts.remove(&m.id).unwrap_or_default(),
                account: m.account_id,
                points: usize::try_from(m.points).unwrap_or(0),
            },
        })
    };
    Ok(meetings.iter().filter_map(shape).collect())
}

async fn facts(
    tx: &mut Tx,
    (now, zone): (DateTime<Utc>, Zone),
    (rule, days): (&Rule, (NaiveDate, NaiveDate)),
    past: &[Past],
) -> Result<Facts> {
    let memberships = store::teams::memberships(tx).await?;
    let people = people(tx, &memberships, (&rule.measure, days), past).await?;
    let members = |team| memberships.iter().filter(|m| m.team_id == team).map(|m| m.person_id).collect();
    let shared = match (together(&rule.measure), rule.scope) {
        (true, Scope::Team(team)) => store::teams::by_id(tx, team).await?.map(|t| (t.id, t.name)),
        _ => None,
    };
    Ok(Facts {
        now,
        zone,
        rules: Vec::new(),
        people,
        contacts: contacts(tx, past).await?,
        accounts: accounts(tx, past).await?,
        teams: shared.map(|(id, name)| (id, sharing(name, members(id)))).into_iter().collect(),
        organization: match (together(&rule.measure), rule.scope) {
            (true, Scope::Organization) => Some(everybody(tx).await?),
            _ => None,
        },
    })
}

/// Everybody who was in a meeting or led one.
async fn people(
    tx: &mut Tx,
    memberships: &[Membership],
    (measure, (first, last)): (&Measure, (NaiveDate, NaiveDate)),
    past: &[Past],
) -> Result<HashMap<PersonId, PersonFacts>> {
    let mut teams: HashMap<PersonId, HashSet<TeamId>> = HashMap::new();
    for m in memberships {
        teams.entry(m.person_id).or_default().insert(m.team_id);
    }
    let ids: HashSet<PersonId> =
        past.iter().flat_map(|p| p.shape.people.iter().map(|a| a.person).chain([p.shape.organizer])).collect();
    let ids: Vec<PersonId> = ids.into_iter().collect();
    let rows = store::people::by_ids(tx, &ids).await?;
    // Zones differ by up to a day, and meetings reach into the next one.
    let around = (first - Days::new(2), last + Days::new(2));
    let asks = matches!(measure, Measure::OffHours | Measure::Holidays | Measure::Selling);
    let mut times = if asks { as_set(tx, &rows, around).await? } else { HashMap::new() };
    let person = |p: Person| {
        let OwnTime { days, holidays, selling, .. } = times.remove(&p.id).unwrap_or_default();
        let facts = PersonFacts {
            zone: Zone::named(&p.zone).ok(),
            hours: p.hours.0,
            name: p.name,
            days,
            holidays,
            selling,
            teams: teams.remove(&p.id).unwrap_or_default(),
            load: Vec::new(),
            busy: Vec::new(),
            outside: Outside::Known,
            ahead: 0,
        };
        (p.id, facts)
    };
    Ok(rows.into_iter().map(person).collect())
}

const fn together(measure: &Measure) -> bool {
    matches!(
        measure,
        Measure::Minutes { share: Share::Together, .. } | Measure::Meetings { share: Share::Together, .. }
    )
}

const fn sharing(name: String, members: HashSet<PersonId>) -> SharedFacts {
    SharedFacts { name, members, load: Vec::new() }
}

async fn everybody(tx: &mut Tx) -> Result<SharedFacts> {
    let all = store::people::list(tx, MOST_MEMBERS).await?;
    Ok(sharing(String::new(), all.into_iter().map(|p| p.id).collect()))
}

async fn contacts(tx: &mut Tx, past: &[Past]) -> Result<HashMap<ContactId, ContactFacts>> {
    let ids: HashSet<ContactId> = past.iter().flat_map(|p| p.shape.contacts.iter().copied()).collect();
    let ids: Vec<ContactId> = ids.into_iter().take(trial::MOST_PAST).collect();
    let found = store::accounts::contacts_by_ids(tx, &ids).await?.into_iter();
    Ok(found.map(|c| (c.id, ContactFacts { name: c.name, load: Vec::new() })).collect())
}

async fn accounts(tx: &mut Tx, past: &[Past]) -> Result<HashMap<AccountId, AccountFacts>> {
    let ids: HashSet<AccountId> = past.iter().filter_map(|p| p.shape.account).collect();
    let ids: Vec<AccountId> = ids.into_iter().collect();
    let found = store::accounts::accounts_by_ids(tx, &ids).await?.into_iter();
    Ok(found.map(|a| (a.id, AccountFacts { name: a.name, class: a.lead_class, load: Vec::new() })).collect())
}

/// `2026` and `3` of a day in the third quarter.
#[must_use]
pub fn quarter(day: NaiveDate) -> (i32, u32) {
    (day.year(), day.month0() / 3 + 1)
}
