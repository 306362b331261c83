//! Reads what the rules ask for, each kind of fact in one query.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};

use super::time::{self, OwnTime};
use crate::{
    app::error::{AppError, Result},
    domain::{
        ids::{AccountId, ContactId, PersonId, SubjectId, TeamId},
        limits::{
            facts::{AccountFacts, ContactFacts, Facts, Load, PersonFacts, Proposal, Shape, SharedFacts},
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

/// Everything the rules ask for about a proposal, wherever in the stretch it may lie.
pub(super) async fn facts(
    tx: &mut Tx,
    now: DateTime<Utc>,
    proposal: &Proposal,
    stretch: Option<Interval>,
) -> Result<Facts> {
    let organization = store::organization::load(tx).await?.ok_or(AppError::NotFound)?;
    let known = Zone::named(&organization.zone);
    let zone = known.clone().unwrap_or_else(|_| Zone::utc());
    let rules = store::rules::in_force(tx).await?;
    let reach = match stretch {
        Some(stretch) => reach::reach_over(&rules, proposal, &zone, stretch),
        None => reach::reach(&rules, proposal, &zone),
    };
    let parties = Parties::of(proposal);
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
        facts.people = people(tx, &parties, (proposal, asked(proposal, stretch), &reach), now).await?;
    }
    Ok(facts)
}

/// Everybody in the old or the new version.
struct Parties {
    people: Vec<PersonId>,
    contacts: Vec<ContactId>,
    accounts: Vec<AccountId>,
}

impl Parties {
    fn of(proposal: &Proposal) -> Self {
        let shapes = || proposal.old.iter().chain([&proposal.new]);
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
    (proposal, asked, reach): (&Proposal, Interval, &Reach),
    now: DateTime<Utc>,
) -> Result<HashMap<PersonId, PersonFacts>> {
    let subjects: Vec<SubjectId> = parties.people.iter().map(|id| id.uuid().into()).collect();
    let Some(mut loads) = loads(tx, &subjects, reach.people).await? else { return Ok(HashMap::new()) };
    let rows = store::people::by_ids(tx, &parties.people).await?;
    let mut teams = by_person(store::teams::of_people(tx, &parties.people).await?);
    let mut times = time::of_people(tx, &rows, asked, now).await?;
    let organizer = proposal.new.organizer;
    let ahead = if reach.ahead { store::load::ahead(tx, organizer, proposal.meeting, now).await? } else { 0 };
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
            ahead: if p.id == organizer { u32::try_from(ahead).unwrap_or(u32::MAX) } else { 0 },
        };
        (p.id, facts)
    };
    Ok(rows.into_iter().map(facts).collect())
}

/// The old and the new time of the meeting, the stretch in which it may lie, and what lies between.
fn asked(proposal: &Proposal, stretch: Option<Interval>) -> Interval {
    let new = proposal.new.span;
    let others = proposal.old.iter().map(|old| old.span).chain(stretch);
    let (start, end) = others.fold((new.start(), new.end()), |(a, b), span| (a.min(span.start()), b.max(span.end())));
    Interval::new(start, end).unwrap_or(new)
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
