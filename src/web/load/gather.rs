//! Reads what a report is made of, each kind of fact in one query, and cuts it to what its reader may see.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::{
    app::rates,
    domain::{
        country::Country,
        ids::{PersonId, TeamId},
        limits::facts::{DayRule, StoredRule},
        load::{
            cost::FEWEST,
            table::{self, Member, Row, Sum},
            weekly::weekly_limits,
            window::Window,
            working,
        },
        person::PersonState,
        time::{Week, Zone},
    },
    store::{
        self, Tx,
        load_report::{self, MAX_PEOPLE, OfCustomer},
        people::Person,
        teams::{Membership, Team},
    },
    web::{caller::Caller, failure::Failure},
};

/// Fewest people whose average tells nothing certain about one of them.
const FEWEST_FOR_AVERAGE: usize = 3;
/// Fewest weeks with meetings that make a report.
const FEWEST_WEEKS: usize = 2;

/// The facts of a report.
pub(super) struct Gathered {
    pub(super) team: Team,
    pub(super) window: Window,
    /// Whether the reader sees everybody's hours.
    pub(super) all: bool,
    /// Whose hours the reader sees, by name, in the order of the rows.
    pub(super) people: Vec<Person>,
    pub(super) rows: Vec<Row>,
    /// What stands behind these rows, nothing else.
    pub(super) sums: Vec<Sum>,
    /// Minutes by week; `None` where an average would tell on somebody.
    pub(super) averages: Option<Vec<u32>>,
    /// What these people have said about days of the window.
    pub(super) said: HashMap<PersonId, HashMap<NaiveDate, DayRule>>,
    /// In how many weeks anybody of the team has a meeting.
    weeks_with_meetings: usize,
}

impl Gathered {
    /// Members see their own row, managers and administrators all; for others the team does not exist.
    pub(super) async fn read(tx: &mut Tx, caller: &Caller, team: TeamId, weeks: usize) -> Result<Self, Failure> {
        let actor = caller.actor()?;
        let all = actor.sees_meetings_of_team(team);
        if !all && !actor.sees_team(team) {
            return Err(Failure::NotFound);
        }
        let team = store::teams::by_id(tx, team).await?.ok_or(Failure::NotFound)?;
        let organization = store::organization::load(tx).await?.ok_or(Failure::NotFound)?;
        let zone = Zone::named(&organization.zone).unwrap_or_else(|_| Zone::utc());
        let window = Window::ending_with(Week::of(zone.local(caller.now()).date()), weeks, &zone);
        let mut people = members(tx, team.id).await?;
        let ids: Vec<PersonId> = people.iter().map(|p| p.id).collect();
        let mut sums = load_report::sums(tx, &ids, &window).await?;
        let rules = store::rules::in_force(tx).await?;
        let (first, last) = window.days().ok_or(Failure::NotFound)?;
        let said = store::days_off::rules_of_people(tx, &ids, first, last).await?;
        let mut rows = rows(tx, &people, (&window, &sums), (&rules, &said)).await?;
        let averages = (all || rows.len() >= FEWEST_FOR_AVERAGE).then(|| table::averages(&rows));
        let weeks_with_meetings = table::weeks_with_meetings(&rows);
        if !all {
            people.retain(|person| person.id == actor.id());
            rows.retain(|row| row.person == actor.id());
            sums.retain(|sum| sum.person == actor.id());
        }
        Ok(Self { team, window, all, people, rows, sums, averages, said, weeks_with_meetings })
    }

    /// Whether there is enough to show.
    pub(super) const fn enough(&self) -> bool {
        self.weeks_with_meetings >= FEWEST_WEEKS
    }

    /// What meetings with customers took of the time that is shown.
    pub(super) async fn by_customer(&self, tx: &mut Tx) -> Result<Vec<OfCustomer>, Failure> {
        let Some(span) = self.window.span() else { return Ok(Vec::new()) };
        Ok(load_report::by_customer(tx, &self.ids(), span).await?)
    }

    /// Whose hours are shown.
    pub(super) fn ids(&self) -> Vec<PersonId> {
        self.people.iter().map(|p| p.id).collect()
    }
}

/// The members who have not left, by name.
async fn members(tx: &mut Tx, team: TeamId) -> Result<Vec<Person>, Failure> {
    let ids: Vec<PersonId> = store::teams::members(tx, team).await?.into_iter().map(|m| m.person_id).collect();
    let mut people = store::people::by_ids(tx, &ids).await?;
    people.retain(|person| person.state != PersonState::Deactivated);
    people.sort_by_key(|person| (person.name.to_lowercase(), person.id));
    people.truncate(MAX_PEOPLE);
    Ok(people)
}

async fn rows(
    tx: &mut Tx,
    people: &[Person],
    (window, sums): (&Window, &[Sum]),
    (rules, said): (&[StoredRule], &HashMap<PersonId, HashMap<NaiveDate, DayRule>>),
) -> Result<Vec<Row>, Failure> {
    let ids: Vec<PersonId> = people.iter().map(|p| p.id).collect();
    let mut teams: HashMap<PersonId, Vec<TeamId>> = HashMap::new();
    for Membership { person_id, team_id, .. } in store::teams::of_people(tx, &ids).await? {
        teams.entry(person_id).or_default().push(team_id);
    }
    let mut member = |person: &Person| {
        let country: Option<Country> = person.country.parse().ok();
        let working = |week: &Week| {
            working::minutes_in(&person.hours, country, *week, |day| said.get(&person.id)?.get(&day).copied())
        };
        let working = window.weeks().iter().map(working).collect();
        Member { person: person.id, teams: teams.remove(&person.id).unwrap_or_default(), working }
    };
    let members: Vec<Member> = people.iter().map(&mut member).collect();
    Ok(table::rows(window, &members, sums, &weekly_limits(rules)))
}

/// What the hours of a group cost.
pub(super) struct Money {
    /// Whole units per hour, of those who have a rate.
    pub(super) rates: HashMap<PersonId, u32>,
    /// ISO 4217 code.
    pub(super) currency: String,
}

impl Money {
    /// Cost is for those who lead, and for a group: what one person costs is shown to nobody.
    pub(super) async fn read(tx: &mut Tx, caller: &Caller, gathered: &Gathered) -> Result<Option<Self>, Failure> {
        if !gathered.all || !caller.actor()?.sees_costs() {
            return Ok(None);
        }
        let policy = store::policy::read(tx).await?.settings;
        let rates = rates::rates(tx, &gathered.ids(), &policy).await?;
        Ok((rates.len() >= FEWEST).then_some(Self { rates, currency: policy.currency }))
    }
}
