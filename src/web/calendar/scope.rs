//! Whose calendars are shown, and how much of each.

use std::collections::HashSet;

use chrono::{DateTime, Utc};

use crate::{
    app::actor::Actor,
    domain::{
        ids::{MeetingId, PersonId, TeamId},
        person::PersonState,
        time::Interval,
    },
    store::{
        self, Tx,
        holds::Held,
        meeting_lists::Entry,
        people::Person,
        teams::{Membership, Team},
    },
    web::{failure::Failure, form::Form},
};

/// Most people whose calendars are shown at once.
const MOST: usize = 60;
/// Most people to choose from.
const MOST_CHOICES: usize = 200;

/// Somebody whose calendar is shown.
#[derive(Debug, Clone)]
pub(in crate::web) struct Seen {
    pub(in crate::web) id: PersonId,
    pub(in crate::web) name: String,
    /// Whether the reader sees what the meetings are, not only when.
    pub(in crate::web) full: bool,
}

/// Somebody or a team to choose.
#[derive(Debug, Clone)]
pub(in crate::web) struct Choice {
    pub(in crate::web) id: String,
    pub(in crate::web) name: String,
    pub(in crate::web) chosen: bool,
}

/// What the filter offers and what is chosen there.
#[derive(Debug, Default)]
pub(in crate::web) struct Scope {
    /// Whose calendars are shown; the reader's own first, then by name.
    pub(in crate::web) people: Vec<Seen>,
    pub(in crate::web) choices: Vec<Choice>,
    pub(in crate::web) teams: Vec<Choice>,
    /// The query that keeps the choice, with its question mark; empty for the reader alone.
    pub(in crate::web) query: String,
}

/// An entry and whether its reader sees more than that the time is taken.
#[derive(Debug, Clone)]
pub(in crate::web) struct Shown {
    pub(in crate::web) entry: Entry,
    pub(in crate::web) full: bool,
}

impl Scope {
    /// The reader alone.
    pub(in crate::web) fn own(actor: &Actor) -> Self {
        let me = Seen { id: actor.id(), name: actor.person.name.clone(), full: true };
        Self { people: vec![me], ..Self::default() }
    }

    /// As the address says: `who` for people, `team` for all of a team, nobody for oneself. Colleagues whose meetings
    /// the reader may not see are shown as busy; teams the reader does not know do not exist.
    pub(in crate::web) async fn load(tx: &mut Tx, actor: &Actor, query: &Form) -> Result<Self, Failure> {
        let (teams, members) = known(tx, actor).await?;
        let mut wanted = asked(query);
        let team: Option<TeamId> = match query.get("team") {
            "" => None,
            team => Some(team.parse().map_err(|_| Failure::NotFound)?),
        };
        if let Some(team) = team {
            if !actor.sees_team(team) || !teams.iter().any(|t| t.id == team) {
                return Err(Failure::NotFound);
            }
            wanted.extend(store::teams::members(tx, team).await?.into_iter().map(|m| m.person_id));
        }
        let chosen: HashSet<PersonId> = wanted.iter().copied().chain(wanted.is_empty().then(|| actor.id())).collect();
        let people = people(tx, actor, &chosen, &members).await?;
        let mut scope = Self::default();
        for person in people {
            let chosen = chosen.contains(&person.id);
            if chosen && scope.people.len() < MOST {
                let full = person.id == actor.id() || actor.sees_meetings_of(person.id);
                scope.people.push(Seen { id: person.id, name: person.name.clone(), full });
            }
            let chosen = chosen && team.is_none();
            scope.choices.push(Choice { id: person.id.to_string(), name: person.name, chosen });
        }
        let choice = |t: Team| Choice { id: t.id.to_string(), chosen: team == Some(t.id), name: t.name };
        scope.teams = teams.into_iter().map(choice).collect();
        scope.query = kept(query);
        Ok(scope)
    }

    /// Whether only the reader's own calendar is shown.
    pub(in crate::web) fn is_own(&self, actor: &Actor) -> bool {
        matches!(self.people.as_slice(), [one] if one.id == actor.id())
    }

    /// Whether there is anything to choose.
    pub(in crate::web) fn offers(&self) -> bool {
        self.choices.len() > 1
    }

    /// Who is shown, short enough for one line.
    pub(in crate::web) fn chosen_name(&self) -> String {
        if let Some(team) = self.teams.iter().find(|t| t.chosen) {
            return team.name.clone();
        }
        let names: Vec<&str> = self.people.iter().take(3).map(|p| p.name.as_str()).collect();
        let rest = self.people.len() - names.len();
        if rest == 0 { names.join(", ") } else { format!("{} +{rest}", names.join(", ")) }
    }

    /// The entries of everybody shown, by start. The reader sees meetings of their own wherever they stand.
    pub(in crate::web) async fn entries(
        &self,
        tx: &mut Tx,
        actor: &Actor,
        span: Interval,
    ) -> Result<Vec<Shown>, Failure> {
        let mut ids: Vec<PersonId> = self.people.iter().map(|p| p.id).collect();
        if !ids.contains(&actor.id()) && self.people.iter().any(|p| !p.full) {
            ids.push(actor.id());
        }
        let all = store::meeting_lists::in_span(tx, &ids, span).await?;
        let own: HashSet<MeetingId> = all.iter().filter(|e| e.person_id == actor.id()).map(|e| e.id).collect();
        let shown = all.into_iter().filter_map(|entry| {
            let person = self.people.iter().find(|p| p.id == entry.person_id)?;
            let full = person.full || own.contains(&entry.id) || entry.organizer_id == actor.id();
            (full || entry.takes_time()).then_some(Shown { entry, full })
        });
        let mut shown: Vec<Shown> = shown.collect();
        let place = |id: PersonId| self.people.iter().position(|p| p.id == id);
        shown.sort_by_key(|s| (s.entry.starts_at, s.entry.id, place(s.entry.person_id)));
        Ok(shown)
    }

    /// Time of everybody shown that drafts keep, by start.
    pub(in crate::web) async fn held(
        &self,
        tx: &mut Tx,
        (span, now): (Interval, DateTime<Utc>),
    ) -> Result<Vec<Held>, Failure> {
        let ids: Vec<PersonId> = self.people.iter().map(|p| p.id).collect();
        Ok(store::holds::in_span(tx, &ids, (span, now), None).await?)
    }
}

fn asked(query: &Form) -> Vec<PersonId> {
    query.all("who").filter_map(|id| id.parse().ok()).take(MOST).collect()
}

/// The same choice for another address.
fn kept(query: &Form) -> String {
    let mut kept = form_urlencoded::Serializer::new(String::new());
    let team = query.get("team");
    if !team.is_empty() {
        kept.append_pair("team", team);
    }
    for id in asked(query) {
        kept.append_pair("who", &id.to_string());
    }
    let kept = kept.finish();
    if kept.is_empty() { kept } else { format!("?{kept}") }
}

/// The teams a person knows, with everybody in them.
async fn known(tx: &mut Tx, actor: &Actor) -> Result<(Vec<Team>, Vec<Membership>), Failure> {
    if !actor.is_admin() && actor.teams.is_empty() {
        return Ok((Vec::new(), Vec::new()));
    }
    let teams: Vec<Team> = store::teams::list(tx).await?.into_iter().filter(|t| actor.sees_team(t.id)).collect();
    let mut members = Vec::new();
    if !actor.is_admin() {
        members = store::teams::memberships(tx).await?;
        members.retain(|m| actor.teams.contains(&m.team_id));
    }
    Ok((teams, members))
}

/// Whom to offer: the reader first, then colleagues by name, with whoever is chosen.
async fn people(
    tx: &mut Tx,
    actor: &Actor,
    chosen: &HashSet<PersonId>,
    members: &[Membership],
) -> Result<Vec<Person>, Failure> {
    let mut ids: HashSet<PersonId> = members.iter().map(|m| m.person_id).collect();
    ids.extend(chosen);
    ids.insert(actor.id());
    let mut people = if actor.is_admin() {
        store::people::list(tx, 1_000).await?
    } else {
        store::people::by_ids(tx, &ids.into_iter().take(1_000).collect::<Vec<_>>()).await?
    };
    people.retain(|p| p.state != PersonState::Deactivated);
    people.sort_by_cached_key(|p| (p.id != actor.id(), !chosen.contains(&p.id), p.name.to_lowercase(), p.id));
    people.truncate(MOST_CHOICES);
    people.sort_by_cached_key(|p| (p.id != actor.id(), p.name.to_lowercase(), p.id));
    Ok(people)
}
