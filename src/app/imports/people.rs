//! Rows that are colleagues. The same mail address is the same person. Whoever has signed in chooses name, language and zone
//! for themselves, and roles and teams are given on the page of a person; so a file changes only those who have not come yet,
//! and puts only those into teams who are new.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::{
    batch::{self, Fate, Outcome, Run, Sorted},
    known::tidy,
};
use crate::{
    app::{
        account_letter::{self, Errand},
        error::Result,
        invite_person::{InvitePerson, newcomer},
    },
    domain::{
        ids::TeamId,
        language::Language,
        person::{PersonState, Role},
        transfer::{Field, Kind, Reason, Refused, reader::Row, record::PersonRow},
    },
    store::{
        self, Tx,
        people::Person,
        teams::{Membership, Team},
    },
};

/// What somebody was before a file changed them.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Before {
    name: String,
    language: Language,
    zone: String,
}

pub(super) async fn take(tx: &mut Tx, run: &Run<'_>, rows: Vec<Row>) -> Result<Outcome> {
    let mut outcome = Outcome::default();
    let rows = batch::read(run, rows, PersonRow::read, &mut outcome);
    let key = |r: &PersonRow| vec![format!("e:{}", r.email.key())];
    let rows = batch::distinct(tx, run, rows, (key, &mut outcome)).await?;
    let mut emails: Vec<String> = rows.iter().map(|(_, r)| r.email.key()).collect();
    tidy(&mut emails);
    if run.write {
        store::accounts::hold_keys(tx, &emails).await?;
    }
    let known = store::people::by_emails(tx, &emails).await?;
    let known: HashMap<String, Person> = known.into_iter().map(|p| (p.email_key.clone(), p)).collect();
    let contacts = store::imported::contacts(tx, &emails).await?;
    let contacts: Vec<String> = contacts.into_iter().map(|p| p.email_key).collect();
    let teams = if rows.iter().any(|(_, r)| !r.teams.is_empty()) { store::teams::list(tx).await? } else { Vec::new() };
    let judged = rows.into_iter().map(|(row, r)| {
        let fate = judge(run, (&known, &contacts, &teams), &r);
        (row, fate)
    });
    let sorted = outcome.sort(judged.collect());
    if run.write {
        write(tx, run, sorted, &mut outcome).await?;
    }
    Ok(outcome)
}

/// A colleague with the teams that they join.
struct Placed {
    person: Person,
    teams: Vec<TeamId>,
}

fn judge(
    run: &Run<'_>,
    (known, contacts, teams): (&HashMap<String, Person>, &[String], &[Team]),
    r: &PersonRow,
) -> std::result::Result<Fate<Placed>, Refused> {
    let key = r.email.key();
    if contacts.contains(&key) {
        return Err(Refused::cell(Reason::Contact, Field::Email, r.email.as_str()));
    }
    let Some(old) = known.get(&key) else {
        return Ok(Fate::New(Placed { person: new(run, r), teams: joined(r, teams)? }));
    };
    if old.state == PersonState::Deactivated {
        return Err(Refused::cell(Reason::Left, Field::Email, r.email.as_str()));
    }
    if r.role.is_some_and(|role| role != old.role) {
        return Err(Refused::row(Reason::RoleDiffers));
    }
    let new = Person {
        name: r.name.clone(),
        language: r.language.unwrap_or(old.language),
        zone: r.zone.clone().unwrap_or_else(|| old.zone.clone()),
        updated_at: run.now,
        ..old.clone()
    };
    let same = run.leaves() || old.state == PersonState::Active || Before::of(&new) == Before::of(old);
    let placed = |person| Placed { person, teams: Vec::new() };
    Ok(if same { Fate::Same } else { Fate::Changed(placed(old.clone()), placed(new)) })
}

/// The teams of a new colleague, by their names in any case.
fn joined(r: &PersonRow, teams: &[Team]) -> std::result::Result<Vec<TeamId>, Refused> {
    let find = |name: &String| {
        let key = name.to_lowercase();
        let found = teams.iter().find(|team| team.name.to_lowercase() == key);
        found.map(|team| team.id).ok_or_else(|| Refused::cell(Reason::UnknownTeam, Field::Teams, name))
    };
    r.teams.iter().map(find).collect()
}

fn new(run: &Run<'_>, r: &PersonRow) -> Person {
    let command = InvitePerson {
        name: r.name.clone(),
        email: r.email.clone(),
        role: r.role.unwrap_or(Role::Member),
        teams: Vec::new(),
    };
    let person = newcomer(run.app, run.firm, &command);
    Person {
        language: r.language.unwrap_or(person.language),
        zone: r.zone.clone().unwrap_or_else(|| person.zone.clone()),
        ..person
    }
}

async fn write(tx: &mut Tx, run: &Run<'_>, sorted: Sorted<Placed>, outcome: &mut Outcome) -> Result<()> {
    let mut memberships = Vec::new();
    for (_, Placed { person, teams }) in &sorted.new {
        let manages = person.role == Role::Manager;
        let member = |team: &TeamId| Membership { team_id: *team, person_id: person.id, manages };
        memberships.extend(teams.iter().map(member));
    }
    let rows: Vec<Person> = sorted.new.into_iter().map(|(_, placed)| placed.person).collect();
    store::imported::insert_people(tx, &rows).await?;
    store::imported::insert_members(tx, &memberships).await?;
    for person in &rows {
        outcome.note((Kind::People, person.id.uuid()), None::<&Before>, (1, person.updated_at));
        if run.import.mapping.invite {
            let errand = Errand::Welcome { inviter: run.actor.person.name.clone() };
            account_letter::send(tx, account_letter::prepare(run.app, run.firm, person, errand)?).await?;
        }
    }
    let rows: Vec<Person> = sorted.changed.iter().map(|(_, _, new)| new.person.clone()).collect();
    store::imported::update_people(tx, &rows).await?;
    for (_, Placed { person: old, .. }, Placed { person: new, .. }) in &sorted.changed {
        outcome.note((Kind::People, new.id.uuid()), Some(&Before::of(old)), (1, run.now));
    }
    Ok(())
}

impl Before {
    fn of(person: &Person) -> Self {
        Self { name: person.name.clone(), language: person.language, zone: person.zone.clone() }
    }

    /// The colleague as they were.
    pub(super) fn restored(self, run: &Run<'_>, now: &Person) -> Person {
        Person { name: self.name, language: self.language, zone: self.zone, updated_at: run.now, ..now.clone() }
    }
}
