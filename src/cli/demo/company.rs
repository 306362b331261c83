//! The demo company and its people.

use super::customers;
use crate::{
    app::context::App,
    domain::{
        hours::{DaySpan, WorkingHours},
        ids::TeamId,
        language::Language,
        person::{Clock, PersonState, Role, Theme},
    },
    store::{
        self, Tx,
        organization::Organization,
        people::Person,
        teams::{Membership, Team},
    },
};

/// Name, role, language.
const PEOPLE: [(&str, Role, Language); 8] = [
    ("Anna Lind", Role::Admin, Language::En),
    ("Ola Berg", Role::Manager, Language::Nb),
    ("Sanna Koski", Role::Manager, Language::Fi),
    ("Mikael Holm", Role::Member, Language::Sv),
    ("Ida Nyström", Role::Member, Language::Sv),
    ("Kari Nilsen", Role::Member, Language::Nb),
    ("Erik Sund", Role::Member, Language::Sv),
    ("Lena Ek", Role::Viewer, Language::Sv),
];

/// Team, who manages it, who belongs to it.
const TEAMS: [(&str, &[&str], &[&str]); 2] = [
    ("Sales North", &["Sanna Koski", "Anna Lind"], &["Ida Nyström", "Kari Nilsen"]),
    ("Sales South", &["Ola Berg"], &["Mikael Holm", "Erik Sund"]),
];

/// Whose meetings are planned on their behalf, and by whom.
const DELEGATE: (&str, &str) = ("Sanna Koski", "Ida Nyström");

/// Founds the firm with its people, teams and customers, in one transaction.
pub(super) async fn found(app: &App) -> anyhow::Result<()> {
    let now = app.now();
    let organization = Organization {
        name: "Nordvik AB".to_owned(),
        country: "SE".to_owned(),
        zone: "Europe/Stockholm".to_owned(),
        language: Language::Sv,
        hours: WorkingHours::default().into(),
        relay: None,
        demo: true,
        // Set once everything is there: a demo that was broken off is made anew.
        set_up_at: None,
        created_at: now,
        updated_at: now,
    };
    let mut tx = app.db.begin().await?;
    store::organization::save(&mut tx, &organization).await?;
    let people: Vec<Person> = PEOPLE.iter().map(|(name, role, language)| person(app, name, *role, *language)).collect();
    for person in &people {
        store::people::insert(&mut tx, person).await?;
    }
    for (name, managers, members) in TEAMS {
        let team = add_team(&mut tx, app, name).await?;
        for person in &people {
            let manages = managers.contains(&person.name.as_str());
            if manages || members.contains(&person.name.as_str()) {
                let row = Membership { team_id: team, person_id: person.id, manages };
                store::teams::put_member(&mut tx, &row).await?;
            }
        }
    }
    let named = |name| people.iter().find(|person| person.name == name).map(|person| person.id);
    if let (Some(principal), Some(delegate)) = (named(DELEGATE.0), named(DELEGATE.1)) {
        store::delegates::insert(&mut tx, (principal, delegate), now).await?;
    }
    customers::add(&mut tx, app, &people).await?;
    Ok(tx.commit().await?)
}

/// Marks the firm as complete.
pub(super) async fn finish(app: &App) -> anyhow::Result<()> {
    let mut tx = app.db.begin().await?;
    if let Some(organization) = store::organization::load(&mut tx).await? {
        let done = Organization { set_up_at: Some(app.now()), ..organization };
        store::organization::save(&mut tx, &done).await?;
    }
    Ok(tx.commit().await?)
}

async fn add_team(tx: &mut Tx, app: &App, name: &str) -> anyhow::Result<TeamId> {
    let now = app.now();
    let team = Team { id: app.new_id(), name: name.to_owned(), created_at: now, updated_at: now };
    store::teams::insert(tx, &team).await?;
    Ok(team.id)
}

/// Nobody has a password: in the demo one signs in with a click, and nowhere else at all.
fn person(app: &App, name: &str, role: Role, language: Language) -> Person {
    let now = app.now();
    let first = name.split(' ').next().unwrap_or(name).to_lowercase();
    let email = format!("{first}@nordvik.example");
    let (zone, country) = match language {
        Language::Fi => ("Europe/Helsinki", "FI"),
        Language::Nb => ("Europe/Oslo", "NO"),
        Language::En | Language::Sv => ("Europe/Stockholm", "SE"),
    };
    Person {
        id: app.new_id(),
        email_key: email.clone(),
        email,
        name: name.to_owned(),
        language,
        zone: zone.to_owned(),
        country: country.to_owned(),
        clock: Clock::Language,
        theme: Theme::System,
        compact: false,
        shortcuts: true,
        role,
        state: PersonState::Active,
        password_hash: None,
        video_room: Some(format!("https://meet.nordvik.example/{first}")),
        hours: hours(language).into(),
        created_at: now,
        updated_at: now,
    }
}

/// Lunch is earlier in Norway and Finland.
fn hours(language: Language) -> WorkingHours {
    let lunch = match language {
        Language::Nb => DaySpan::new(11 * 60, 11 * 60 + 30),
        Language::Fi => DaySpan::new(11 * 60, 12 * 60),
        Language::En | Language::Sv => DaySpan::new(12 * 60, 13 * 60),
    };
    WorkingHours { lunch, ..WorkingHours::default() }
}
