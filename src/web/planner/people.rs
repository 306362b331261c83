//! Who is on the list, and who is meant by what somebody types into "Add people or a team".

use std::collections::HashMap;

use super::typed::{GuestRef, GuestRow, Typed};
use crate::{
    domain::{
        email::EmailAddress,
        ids::{ContactId, PersonId},
        language::Language,
        person::PersonState,
        text::SafeText,
    },
    store::{
        self, Tx,
        accounts::{Contact, ContactEntry},
        organization::Organization,
        people::Person,
        teams::Team,
    },
};

/// Most names that are searched.
const MOST: i64 = 10_000;
/// Most people that are offered when several fit.
const OFFERED: usize = 12;

/// The rows behind the people of a form, and the firm.
pub(super) struct Known {
    pub(super) organization: Organization,
    pub(super) people: HashMap<PersonId, Person>,
    pub(super) contacts: HashMap<ContactId, Contact>,
}

impl Known {
    /// Reads everybody on the list; references to nobody are dropped from it.
    pub(super) async fn load(tx: &mut Tx, typed: &mut Typed) -> store::Result<Option<Self>> {
        let Some(organization) = store::organization::load(tx).await? else { return Ok(None) };
        let mut known = Self { organization, people: HashMap::new(), contacts: HashMap::new() };
        known.add(tx, typed).await?;
        typed.guests.retain(|g| known.name(g).is_some());
        Ok(Some(known))
    }

    /// Reads whoever has come onto the list since.
    pub(super) async fn add(&mut self, tx: &mut Tx, typed: &Typed) -> store::Result<()> {
        let (mut people, mut contacts) = (Vec::new(), Vec::new());
        for row in &typed.guests {
            match row.guest {
                GuestRef::Person(id) if !self.people.contains_key(&id) => people.push(id),
                GuestRef::Contact(id) if !self.contacts.contains_key(&id) => contacts.push(id),
                _ => {}
            }
        }
        for chunk in people.chunks(500) {
            self.people.extend(store::people::by_ids(tx, chunk).await?.into_iter().map(|p| (p.id, p)));
        }
        for chunk in contacts.chunks(500) {
            self.contacts.extend(store::accounts::contacts_by_ids(tx, chunk).await?.into_iter().map(|c| (c.id, c)));
        }
        Ok(())
    }

    /// The name to call somebody on the list; `None` if there is no such person.
    pub(super) fn name(&self, row: &GuestRow) -> Option<String> {
        match row.guest {
            GuestRef::Person(id) => self.people.get(&id).map(|p| p.name.clone()),
            GuestRef::Contact(id) => self.contacts.get(&id).map(|c| c.name.clone()),
            GuestRef::New(_) => {
                let name = SafeText::line(&row.name, 100);
                Some(if name.is_empty() { SafeText::line(&row.email, 254).into() } else { name.into() })
            }
        }
    }

    /// Address as typed or known.
    pub(super) fn email<'a>(&'a self, row: &'a GuestRow) -> &'a str {
        match row.guest {
            GuestRef::Person(id) => self.people.get(&id).map_or("", |p| &p.email),
            GuestRef::Contact(id) => self.contacts.get(&id).map_or("", |c| &c.email),
            GuestRef::New(_) => row.email.trim(),
        }
    }

    /// In which language somebody will be written to.
    pub(super) fn language(&self, row: &GuestRow) -> Language {
        let known = match row.guest {
            GuestRef::Person(id) => self.people.get(&id).map(|p| p.language),
            GuestRef::Contact(id) => self.contacts.get(&id).map(|c| c.language),
            GuestRef::New(_) => None,
        };
        known.unwrap_or(self.organization.language)
    }
}

/// Everybody who can be named.
pub(super) struct Directory {
    pub(super) people: Vec<Person>,
    pub(super) teams: Vec<Team>,
    pub(super) contacts: Vec<ContactEntry>,
}

impl Directory {
    /// For looking somebody up.
    pub(super) async fn whole(tx: &mut Tx) -> store::Result<Self> {
        Self::read(tx, MOST).await
    }

    /// For suggestions: the first of each kind.
    pub(super) async fn first(tx: &mut Tx, limit: i64) -> store::Result<Self> {
        Self::read(tx, limit).await
    }

    async fn read(tx: &mut Tx, limit: i64) -> store::Result<Self> {
        let mut people = store::people::list(tx, limit).await?;
        people.retain(|p| p.state != PersonState::Deactivated);
        let (teams, contacts) = (store::teams::list(tx).await?, store::accounts::list_contacts(tx, limit).await?);
        Ok(Self { people, teams, contacts })
    }
}

/// Somebody who may be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Candidate {
    /// A [`GuestRef`] or `t:<uuid>` for a team.
    pub(super) value: String,
    pub(super) name: String,
    /// Address, and company of a contact; empty for teams.
    pub(super) detail: String,
}

/// Who is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meant {
    /// This one.
    One(Candidate),
    /// One of these.
    Several(Vec<Candidate>),
    /// An address nobody here has, with the name typed beside it.
    Somebody { email: EmailAddress, name: String },
    /// It looks like an address, but is none.
    NotAnAddress,
    /// Nobody.
    Nobody,
}

/// Finds who is meant by a name, an address, `name, address` or a team. An exact name wins over a part of one.
pub(super) fn meant(all: &[Candidate], text: &str) -> Meant {
    let text: String = SafeText::line(text, 400).into();
    if text.contains('@') {
        return by_address(all, &text);
    }
    let wanted = text.to_lowercase();
    if wanted.is_empty() {
        return Meant::Nobody;
    }
    let exact: Vec<&Candidate> = all.iter().filter(|c| c.name.to_lowercase() == wanted).collect();
    if !exact.is_empty() {
        return one_or_several(&exact);
    }
    let begins = |name: &str| name.to_lowercase().split([' ', '-']).any(|word| word.starts_with(&wanted));
    let part = |c: &&Candidate| begins(&c.name) || c.name.to_lowercase().starts_with(&wanted);
    one_or_several(&all.iter().filter(part).collect::<Vec<_>>())
}

fn by_address(all: &[Candidate], text: &str) -> Meant {
    let is_frame = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '<' | '>' | '(' | ')');
    let typed = text.split(is_frame).find(|part| part.contains('@')).unwrap_or("");
    let Ok(email) = typed.parse::<EmailAddress>() else { return Meant::NotAnAddress };
    let known =
        all.iter().find(|c| c.detail.split(',').next().is_some_and(|address| address.to_lowercase() == email.key()));
    if let Some(known) = known {
        return Meant::One(known.clone());
    }
    let name = text.replace(typed, " ");
    let name = name.trim_matches(is_frame).trim_matches('"').trim();
    Meant::Somebody { email, name: SafeText::line(name, 100).into() }
}

fn one_or_several(found: &[&Candidate]) -> Meant {
    match found {
        [] => Meant::Nobody,
        [one] => Meant::One((*one).clone()),
        several => Meant::Several(several.iter().take(OFFERED).map(|c| (*c).clone()).collect()),
    }
}

/// Everybody and every team, in the order of pages.
pub(super) fn candidates(directory: &Directory) -> Vec<Candidate> {
    let people = directory.people.iter().map(|p| Candidate {
        value: GuestRef::Person(p.id).to_string(),
        name: p.name.clone(),
        detail: p.email.clone(),
    });
    let teams = directory.teams.iter().map(|t| Candidate {
        value: format!("t:{}", t.id),
        name: t.name.clone(),
        detail: String::new(),
    });
    let contacts = directory.contacts.iter().map(|c| Candidate {
        value: GuestRef::Contact(c.id).to_string(),
        name: c.name.clone(),
        detail: format!("{}, {}", c.email, c.account),
    });
    people.chain(teams).chain(contacts).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn directory() -> Directory {
        let contact = |n, name: &str, email: &str| ContactEntry {
            id: ContactId::from_uuid(Uuid::from_u128(n)),
            name: name.to_owned(),
            email: email.to_owned(),
            account: "Kund AB".to_owned(),
        };
        let contacts = vec![
            contact(1, "Ola Berg", "ola.berg@kund.example"),
            contact(2, "Ola Berg", "ola@annan.example"),
            contact(3, "Sanna Koski-Mäki", "Sanna@kund.example"),
            contact(4, "Ann", "ann@kund.example"),
            contact(5, "Anna Lind", "anna@kund.example"),
        ];
        Directory { people: Vec::new(), teams: Vec::new(), contacts }
    }

    #[test]
    fn names_addresses_and_both_find_people() {
        let all = candidates(&directory());
        let found = |text: &str| match meant(&all, text) {
            Meant::One(c) => c.value.rsplit('-').next().unwrap().trim_start_matches('0').to_owned(),
            Meant::Several(all) => format!("{} fit", all.len()),
            Meant::Somebody { email, name } => format!("{name} <{email}>"),
            Meant::NotAnAddress => "not an address".to_owned(),
            Meant::Nobody => "nobody".to_owned(),
        };
        let cases = [
            ("sanna", "3"),
            ("MÄKI", "3"),
            ("sanna@KUND.example", "3"),
            ("Sanna Koski-Mäki, sanna@kund.example, Kund AB", "3"),
            ("ann", "4"),
            ("an", "2 fit"),
            ("ola berg", "2 fit"),
            ("Ola Berg <ola@annan.example>", "2"),
            ("Ny Person <ny@kund.example>", "Ny Person <ny@kund.example>"),
            ("ny@kund.example", " <ny@kund.example>"),
            ("\u{202e}ny@kund.example", " <ny@kund.example>"),
            ("ny@", "not an address"),
            ("a@b@c", "not an address"),
            ("nisse", "nobody"),
            ("", "nobody"),
            ("   ", "nobody"),
        ];
        for (text, expected) in cases {
            assert_eq!(found(text), expected, "{text:?}");
        }
    }
}
