//! Reads what the rules ask for, each kind of fact in one query.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};

use super::time::{self, OwnTime};
use crate::{
    app::error::{AppError, Result},
    domain::{
        ids::{AccountId, ContactId, PersonId, SubjectId, TeamId},
        limits::{
            facts::{AccountFacts, ContactFacts, Facts, Load, PersonFacts, Proposal, Shape, SharedFacts, StoredRule},
            reach::{self, Reach},
        },
        time::{Interval, Zone},
    },
    store::{self, Tx, claims::Claim, people::Person, teams::Membership},
};

/// Most claims of one read. Whoever has more has no facts, and what has no facts blocks.
const MOST_CLAIMS: i64 = 50_000;
/// Most people who share a limit. Whether a larger team keeps one cannot be told, which blocks.
const MOST_MEMBERS: i64 = 5_000;

/// What facts are read for.
#[derive(Clone, Copy)]
pub(super) enum For<'a> {
    /// One proposal.
    One(&'a Proposal),
    /// A proposal that may lie anywhere in the stretch.
    Anywhere(&'a Proposal, Interval),
    /// Several, which are judged one after the other. Their own claims and meetings are among what is counted.
    Each(&'a [Proposal]),
}

impl For<'_> {
    fn proposals(&self) -> &[Proposal] {
        match self {
            Self::One(proposal) | Self::Anywhere(proposal, _) => std::slice::from_ref(proposal),
            Self::Each(proposals) => proposals,
        }
    }

    fn reach(&self, rules: &[StoredRule], zone: &Zone) -> Result<Reach> {
        match self {
            Self::One(proposal) => Ok(reach::reach(rules, proposal, zone)),
            Self::Anywhere(proposal, stretch) => Ok(reach::reach_over(rules, proposal, zone, *stretch)),
            Self::Each(proposals) => reach::reach_of_all(rules, proposals, zone).ok_or(AppError::NotFound),
        }
    }

    /// The old and the new times, the stretch, and what lies between.
    fn asked(&self) -> Result<Interval> {
        let spans = self.proposals().iter().flat_map(|p| p.old.iter().chain([&p.new])).map(|shape| shape.span);
        let stretch = match self {
            Self::Anywhere(_, stretch) => Some(*stretch),
            Self::One(_) | Self::Each(_) => None,
        };
        let both =
            |a: Interval, b: Interval| Interval::new(a.start().min(b.start()), a.end().max(b.end())).unwrap_or(a);
        spans.chain(stretch).reduce(both).ok_or(AppError::NotFound)
    }
}

/// Everything the rules ask for about what is to be judged.
pub(super) async fn facts(tx: &mut Tx, now: DateTime<Utc>, asked: For<'_>) -> Result<Facts> {
    let organization = store::organization::load(tx).await?.ok_or(AppError::NotFound)?;
    let known = Zone::named(&organization.zone);
    let zone = known.clone().unwrap_or_else(|_| Zone::utc());
    let rules = store::rules::in_force(tx).await?;
    let reach = asked.reach(&rules, &zone)?;
    let parties = Parties::of(asked.proposals());
    let mut facts = Facts {
        now,
        zone,
        rules,
        people: HashMap::new(),
        contacts: contacts(tx, &parties, reach.customer).await?,
        accounts: accounts(tx, &parties, reach.customer).await?,
        teams: teams(tx, &reach).await?,
        organization: None,
    };
    if reach.organization {
        let everybody = store::people::ids(tx, MOST_MEMBERS + 1).await?;
        facts.organization = shared(tx, organization.name, everybody, reach.people).await?;
    }
    if known.is_ok() {
        facts.people = people(tx, &parties, (asked, &reach), now).await?;
    }
    Ok(facts)
}

/// Everybody in the old or the new versions.
struct Parties {
    people: Vec<PersonId>,
    contacts: Vec<ContactId>,
    accounts: Vec<AccountId>,
}

impl Parties {
    fn of(proposals: &[Proposal]) -> Self {
        let shapes = || proposals.iter().flat_map(|proposal| proposal.old.iter().chain([&proposal.new]));
        let people = |s: &Shape| s.people.iter().map(|a| a.person).chain([s.organizer]).collect::<Vec<_>>();
        Self {
            people: sorted(shapes().flat_map(people)),
            contacts: sorted(shapes().flat_map(|s| s.contacts.iter().copied())),
            accounts: sorted(shapes().filter_map(|s| s.account)),
        }
    }
}

fn sorted<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut items: Vec<T> = items.collect();
    items.sort_unstable();
    items.dedup();
    items
}

/// Claims by subject; `None` when there are more than can be counted.
async fn loads(tx: &mut Tx, subjects: &[SubjectId], span: Interval) -> Result<Option<HashMap<SubjectId, Vec<Load>>>> {
    let claims = store::claims::of_subjects(tx, subjects, span, MOST_CLAIMS + 1).await?;
    if i64::try_from(claims.len()).is_ok_and(|n| n > MOST_CLAIMS) {
        return Ok(None);
    }
    let mut loads: HashMap<SubjectId, Vec<Load>> = HashMap::with_capacity(subjects.len());
    for claim in &claims {
        loads.entry(claim.subject_id).or_default().extend(load(claim));
    }
    Ok(Some(loads))
}

fn load(claim: &Claim) -> Option<Load> {
    Some(Load {
        meeting: claim.meeting_id,
        span: Interval::new(claim.starts_at, claim.ends_at)?,
        purpose: claim.purpose,
        customer: claim.customer,
        required: claim.required,
        counts: claim.counts,
        held: claim.held,
    })
}

async fn people(
    tx: &mut Tx,
    parties: &Parties,
    (asked, reach): (For<'_>, &Reach),
    now: DateTime<Utc>,
) -> Result<HashMap<PersonId, PersonFacts>> {
    let subjects: Vec<SubjectId> = parties.people.iter().map(|id| id.uuid().into()).collect();
    let Some(mut loads) = loads(tx, &subjects, reach.people).await? else { return Ok(HashMap::new()) };
    let rows = store::people::by_ids(tx, &parties.people).await?;
    let mut teams = by_person(store::teams::of_people(tx, &parties.people).await?);
    let draft = asked.proposals().iter().find_map(|proposal| proposal.draft);
    let mut times = time::of_people(tx, &rows, (asked.asked()?, draft), now).await?;
    let ahead = if reach.ahead { ahead(tx, asked, now).await? } else { HashMap::new() };
    let facts = |p: Person| {
        let OwnTime { days, holidays, selling, busy, outside } = times.remove(&p.id).unwrap_or_default();
        let facts = PersonFacts {
            zone: Zone::named(&p.zone).ok(),
            hours: p.hours.0,
            name: p.name,
            days,
            holidays,
            selling,
            busy,
            outside,
            teams: teams.remove(&p.id).unwrap_or_default(),
            load: loads.remove(&p.id.uuid().into()).unwrap_or_default(),
            ahead: ahead.get(&p.id).map_or(0, |count| u32::try_from(*count).unwrap_or(u32::MAX)),
        };
        (p.id, facts)
    };
    Ok(rows.into_iter().map(facts).collect())
}

/// Meetings ahead of those who lead what is asked about. Of several, those asked about are counted, too.
async fn ahead(tx: &mut Tx, asked: For<'_>, now: DateTime<Utc>) -> Result<HashMap<PersonId, i64>> {
    let organizers = sorted(asked.proposals().iter().map(|proposal| proposal.new.organizer));
    let except = match asked {
        For::One(proposal) | For::Anywhere(proposal, _) => proposal.meeting,
        For::Each(_) => None,
    };
    Ok(store::load::ahead(tx, &organizers, except, now).await?.into_iter().collect())
}

fn by_person(memberships: Vec<Membership>) -> HashMap<PersonId, HashSet<TeamId>> {
    let mut teams: HashMap<PersonId, HashSet<TeamId>> = HashMap::new();
    for m in memberships {
        teams.entry(m.person_id).or_default().insert(m.team_id);
    }
    teams
}

async fn contacts(tx: &mut Tx, parties: &Parties, span: Interval) -> Result<HashMap<ContactId, ContactFacts>> {
    if parties.contacts.is_empty() {
        return Ok(HashMap::new());
    }
    let subjects: Vec<SubjectId> = parties.contacts.iter().map(|id| id.uuid().into()).collect();
    let Some(mut loads) = loads(tx, &subjects, span).await? else { return Ok(HashMap::new()) };
    let rows = store::accounts::contacts_by_ids(tx, &parties.contacts).await?;
    let facts = |c: store::accounts::Contact| {
        let load = loads.remove(&c.id.uuid().into()).unwrap_or_default();
        (c.id, ContactFacts { name: c.name, load })
    };
    Ok(rows.into_iter().map(facts).collect())
}

async fn accounts(tx: &mut Tx, parties: &Parties, span: Interval) -> Result<HashMap<AccountId, AccountFacts>> {
    if parties.accounts.is_empty() {
        return Ok(HashMap::new());
    }
    let subjects: Vec<SubjectId> = parties.accounts.iter().map(|id| id.uuid().into()).collect();
    let Some(mut loads) = loads(tx, &subjects, span).await? else { return Ok(HashMap::new()) };
    let facts = |c: store::load::Customer| {
        let load = loads.remove(&c.id.uuid().into()).unwrap_or_default();
        (c.id, AccountFacts { name: c.name, class: c.lead_class, load })
    };
    Ok(store::load::customers(tx, &parties.accounts).await?.into_iter().map(facts).collect())
}

async fn teams(tx: &mut Tx, reach: &Reach) -> Result<HashMap<TeamId, SharedFacts>> {
    let mut teams = HashMap::new();
    // As many rounds as there are rules that teams share; usually none.
    for id in &reach.teams {
        let Some(team) = store::teams::by_id(tx, *id).await? else { continue };
        let members = store::teams::member_ids(tx, *id, MOST_MEMBERS + 1).await?;
        if let Some(facts) = shared(tx, team.name, members, reach.people).await? {
            teams.insert(*id, facts);
        }
    }
    Ok(teams)
}

async fn shared(tx: &mut Tx, name: String, members: Vec<PersonId>, span: Interval) -> Result<Option<SharedFacts>> {
    if i64::try_from(members.len()).is_ok_and(|n| n > MOST_MEMBERS) {
        return Ok(None);
    }
    let subjects: Vec<SubjectId> = members.iter().map(|id| id.uuid().into()).collect();
    let loads = loads(tx, &subjects, span).await?;
    let members = members.into_iter().collect();
    Ok(loads.map(|loads| SharedFacts { name, members, load: loads.into_values().flatten().collect() }))
}
