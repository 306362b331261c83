//! Rows that are people at customers. The same mail address is the same person; customers that are not known are added.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{
    accounts,
    batch::{self, Fate, Outcome, Run, Sorted, said},
    known::{Customers, differs, tidy},
};
use crate::{
    app::error::Result,
    domain::{
        ids::AccountId,
        language::Language,
        transfer::{Field, Kind, Reason, Refused, reader::Row, record::ContactRow},
    },
    store::{
        self, Tx,
        customers::{Customer, Person},
    },
};

type Told<T> = std::result::Result<T, Refused>;

/// What a contact was before a file changed them.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Before {
    name: String,
    title: String,
    phone: String,
    language: Language,
    zone: String,
    notes: String,
    silent_at: Option<DateTime<Utc>>,
    silent_source: Option<String>,
}

struct Facts {
    customers: Customers,
    contacts: HashMap<String, Person>,
    colleagues: Vec<String>,
}

pub(super) async fn take(tx: &mut Tx, run: &Run<'_>, rows: Vec<Row>) -> Result<Outcome> {
    let mut outcome = Outcome::default();
    let rows = batch::read(run, rows, ContactRow::read, &mut outcome);
    let key = |r: &ContactRow| vec![format!("e:{}", r.email.key())];
    let rows = batch::distinct(tx, run, rows, (key, &mut outcome)).await?;
    let facts = Facts::load(tx, run, &rows).await?;
    let mut added = BTreeMap::new();
    let judged: Vec<_> = rows
        .into_iter()
        .map(|(row, r)| {
            let fate = judge(run, (&facts, &mut added), &r);
            (row, fate)
        })
        .collect();
    let sorted = outcome.sort(judged);
    if run.write {
        write(tx, run, (added, sorted), &mut outcome).await?;
    }
    Ok(outcome)
}

impl Facts {
    async fn load(tx: &mut Tx, run: &Run<'_>, rows: &[(Row, ContactRow)]) -> Result<Self> {
        let mut emails: Vec<String> = rows.iter().map(|(_, r)| r.email.key()).collect();
        tidy(&mut emails);
        if run.write {
            let names = rows.iter().map(|(_, r)| r.customer.name.to_lowercase());
            let mut keys: Vec<String> = names.chain(emails.iter().cloned()).collect();
            tidy(&mut keys);
            store::accounts::hold_keys(tx, &keys).await?;
        }
        let named = rows.iter().map(|(_, r)| (r.customer.name.as_str(), r.customer.org_number.as_str()));
        let mut customers = Customers::load(tx, named).await?;
        customers.add_whole(tx, run).await?;
        let contacts = store::imported::contacts(tx, &emails).await?;
        let contacts: HashMap<String, Person> = contacts.into_iter().map(|p| (p.email_key.clone(), p)).collect();
        let ids: Vec<AccountId> = contacts.values().map(|p| p.account_id).collect();
        for customer in store::imported::accounts_by_ids(tx, &ids).await? {
            customers.all.insert(customer.id, customer);
        }
        let colleagues = store::people::by_emails(tx, &emails).await?.into_iter().map(|p| p.email_key).collect();
        Ok(Self { customers, contacts, colleagues })
    }
}

/// New customers by name, to be added ahead of the people there.
type Added = BTreeMap<String, Customer>;

fn judge(run: &Run<'_>, (facts, added): (&Facts, &mut Added), r: &ContactRow) -> Told<Fate<Person>> {
    let key = r.email.key();
    if facts.colleagues.contains(&key) {
        return Err(Refused::cell(Reason::Colleague, Field::Email, r.email.as_str()));
    }
    let old = facts.contacts.get(&key);
    let silent = r.customer.name.is_empty() && r.customer.org_number.is_empty() && run.import.account_id.is_none();
    // Somebody who is known need not be said to work where they do.
    let named = match old {
        Some(old) if silent => facts.customers.all.get(&old.account_id),
        _ => facts.customers.of(run, &r.customer)?,
    };
    if let Some(customer) = named {
        if run.actor.may_keep(customer.owner_id).is_err() {
            return Err(Refused::row(Reason::NotYours));
        }
        return match old {
            None => Ok(Fate::New(new(run, customer.id, r))),
            Some(old) if old.account_id != customer.id => {
                let name = facts.customers.all.get(&old.account_id).map_or("", |customer| customer.name.as_str());
                Err(Refused::cell(Reason::OtherCustomer, Field::Customer, name))
            }
            Some(old) => Ok(merged(run, old, r)),
        };
    }
    if r.customer.name.is_empty() {
        return Err(Refused::cell(Reason::UnknownCustomer, Field::OrgNumber, &r.customer.org_number));
    }
    if let Some(old) = old {
        let name = facts.customers.all.get(&old.account_id).map_or("", |customer| customer.name.as_str());
        return Err(Refused::cell(Reason::OtherCustomer, Field::Customer, name));
    }
    with_customer(run, added, r)
}

/// A contact of a customer that is not known yet.
fn with_customer(run: &Run<'_>, added: &mut Added, r: &ContactRow) -> Told<Fate<Person>> {
    let number = r.customer.org_number.as_str();
    let elsewhere = added.values().any(|c| c.org_number == number && c.name_key != r.customer.name.to_lowercase());
    if !number.is_empty() && elsewhere {
        return Err(Refused::cell(Reason::OtherNumber, Field::OrgNumber, number));
    }
    let blank = || accounts::blank(run, &r.customer.name, number);
    let customer = added.entry(r.customer.name.to_lowercase()).or_insert_with(blank);
    if differs(&customer.org_number, number) {
        return Err(Refused::cell(Reason::OtherNumber, Field::OrgNumber, &customer.org_number));
    }
    if customer.org_number.is_empty() {
        number.clone_into(&mut customer.org_number);
    }
    Ok(Fate::New(new(run, customer.id, r)))
}

fn new(run: &Run<'_>, account: AccountId, r: &ContactRow) -> Person {
    Person {
        id: run.app.new_id(),
        account_id: account,
        name: r.name.clone(),
        title: r.title.clone(),
        email: r.email.as_str().to_owned(),
        email_key: r.email.key(),
        phone: r.phone.clone(),
        language: r.language.unwrap_or(run.firm.language),
        zone: r.zone.clone().unwrap_or_else(|| run.firm.zone.clone()),
        notes: r.notes.clone(),
        rhythm_days: None,
        do_not_contact_at: r.silent.then_some(run.now),
        do_not_contact_source: r.silent.then(|| run.import.file_name.clone()),
        consent_at: None,
        consent_source: None,
        erased_at: None,
        version: 1,
        created_at: run.now,
        updated_at: run.now,
    }
}

/// A file can say that somebody wants no more invitations, never that they want them again.
fn merged(run: &Run<'_>, old: &Person, r: &ContactRow) -> Fate<Person> {
    let stops = r.silent && old.do_not_contact_at.is_none();
    let new = Person {
        name: r.name.clone(),
        title: said(&r.title, &old.title),
        phone: said(&r.phone, &old.phone),
        language: r.language.unwrap_or(old.language),
        zone: r.zone.clone().unwrap_or_else(|| old.zone.clone()),
        notes: said(&r.notes, &old.notes),
        do_not_contact_at: if stops { Some(run.now) } else { old.do_not_contact_at },
        do_not_contact_source: if stops {
            Some(run.import.file_name.clone())
        } else {
            old.do_not_contact_source.clone()
        },
        version: old.version + 1,
        updated_at: run.now,
        ..old.clone()
    };
    let same = run.leaves() || Before::of(&new) == Before::of(old);
    if same { Fate::Same } else { Fate::Changed(old.clone(), new) }
}

async fn write(
    tx: &mut Tx,
    run: &Run<'_>,
    (added, mut sorted): (Added, Sorted<Person>),
    outcome: &mut Outcome,
) -> Result<()> {
    let customers: Vec<Customer> = added.into_values().collect();
    store::imported::insert_accounts(tx, &customers).await?;
    for customer in &customers {
        outcome.note((Kind::Accounts, customer.id.uuid()), None::<&Before>, (customer.version, run.now));
    }
    let rows: Vec<Person> = sorted.new.into_iter().map(|(_, person)| person).collect();
    store::imported::insert_contacts(tx, &rows).await?;
    for person in &rows {
        outcome.note((Kind::Contacts, person.id.uuid()), None::<&Before>, (person.version, run.now));
    }
    sorted.changed.sort_by_key(|(_, old, _)| old.id);
    let rows: Vec<Person> = sorted.changed.iter().map(|(_, _, new)| new.clone()).collect();
    let written = store::imported::update_contacts(tx, &rows).await?;
    for (row, old, new) in &sorted.changed {
        if written.contains(&new.id) {
            outcome.note((Kind::Contacts, new.id.uuid()), Some(&Before::of(old)), (new.version, run.now));
        } else {
            outcome.overtaken(row);
        }
    }
    Ok(())
}

impl Before {
    fn of(person: &Person) -> Self {
        Self {
            name: person.name.clone(),
            title: person.title.clone(),
            phone: person.phone.clone(),
            language: person.language,
            zone: person.zone.clone(),
            notes: person.notes.clone(),
            silent_at: person.do_not_contact_at,
            silent_source: person.do_not_contact_source.clone(),
        }
    }

    /// The contact as they were.
    pub(super) fn restored(self, run: &Run<'_>, now: &Person) -> Person {
        Person {
            name: self.name,
            title: self.title,
            phone: self.phone,
            language: self.language,
            zone: self.zone,
            notes: self.notes,
            do_not_contact_at: self.silent_at,
            do_not_contact_source: self.silent_source,
            version: now.version + 1,
            updated_at: run.now,
            ..now.clone()
        }
    }
}
