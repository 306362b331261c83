//! What is known of the customers and colleagues that rows name.

use std::collections::HashMap;

use super::batch::Run;
use crate::{
    app::error::Result,
    domain::{
        ids::{AccountId, PersonId},
        person::PersonState,
        transfer::{Field, Reason, Refused, record::Belongs},
    },
    store::{self, Tx, customers::Customer, people::Person},
};

type Told<T> = std::result::Result<T, Refused>;

/// Customers by id, name and organisation number.
#[derive(Default)]
pub(super) struct Customers {
    pub(super) all: HashMap<AccountId, Customer>,
    names: HashMap<String, AccountId>,
    numbers: HashMap<String, AccountId>,
}

impl Customers {
    pub(super) async fn load<'a>(tx: &mut Tx, named: impl Iterator<Item = (&'a str, &'a str)>) -> Result<Self> {
        let (mut keys, mut wanted) = (Vec::new(), Vec::new());
        for (name, number) in named {
            keys.push(name.to_lowercase());
            wanted.push(number.to_owned());
        }
        tidy(&mut keys);
        tidy(&mut wanted);
        let mut known = Self::default();
        for customer in store::imported::accounts(tx, (&keys, &wanted)).await? {
            known.add(customer);
        }
        Ok(known)
    }

    pub(super) fn add(&mut self, customer: Customer) {
        self.names.insert(customer.name_key.clone(), customer.id);
        if !customer.org_number.is_empty() {
            self.numbers.insert(customer.org_number.clone(), customer.id);
        }
        self.all.insert(customer.id, customer);
    }

    pub(super) fn named(&self, name: &str) -> Option<&Customer> {
        self.all.get(self.names.get(&name.to_lowercase())?)
    }

    pub(super) fn numbered(&self, number: &str) -> Option<&Customer> {
        self.all.get(self.numbers.get(number)?)
    }

    /// The customer that a row belongs to: by organisation number, else by name, else the one that the file is about. `None`
    /// for one that is not known.
    pub(super) fn of(&self, run: &Run<'_>, belongs: &Belongs) -> Told<Option<&Customer>> {
        if belongs.name.is_empty() && belongs.org_number.is_empty() {
            let whole = run.import.account_id.and_then(|id| self.all.get(&id));
            return whole.map(Some).ok_or_else(|| Refused::row(Reason::NoCustomer));
        }
        let named = || self.named(&belongs.name).filter(|_| !belongs.name.is_empty());
        match self.numbered(&belongs.org_number) {
            Some(customer) => Ok(Some(customer)),
            None => match named() {
                Some(customer) if differs(&customer.org_number, &belongs.org_number) => {
                    Err(Refused::cell(Reason::OtherNumber, Field::OrgNumber, &customer.org_number))
                }
                found => Ok(found),
            },
        }
    }

    /// The customer that the whole file is about, whatever its rows say.
    pub(super) async fn add_whole(&mut self, tx: &mut Tx, run: &Run<'_>) -> Result<()> {
        if let Some(id) = run.import.account_id
            && let Some(customer) = store::customers::by_id(tx, id).await?
        {
            self.all.insert(id, customer);
        }
        Ok(())
    }
}

/// Whether two numbers are known and not the same.
pub(super) fn differs(one: &str, other: &str) -> bool {
    !one.is_empty() && !other.is_empty() && one != other
}

/// Colleagues by mail address and by name.
pub(super) struct Sellers(Vec<Person>);

impl Sellers {
    pub(super) async fn load<'a>(tx: &mut Tx, owners: impl Iterator<Item = &'a str>) -> Result<Self> {
        let mut names: Vec<String> = owners.map(str::to_owned).collect();
        tidy(&mut names);
        let mut keys: Vec<String> = names.iter().map(|name| name.to_lowercase()).collect();
        tidy(&mut keys);
        Ok(Self(store::imported::colleagues(tx, (&keys, &names)).await?))
    }

    /// Whom a cell names; `None` for an empty one.
    pub(super) fn of(&self, text: &str) -> Told<Option<PersonId>> {
        if text.is_empty() {
            return Ok(None);
        }
        let key = text.to_lowercase();
        let mut found = self.0.iter().filter(|person| person.email_key == key || person.name == text);
        match (found.next(), found.next()) {
            (Some(person), None) if person.state == PersonState::Deactivated => {
                Err(Refused::cell(Reason::Left, Field::Owner, text))
            }
            (Some(person), None) => Ok(Some(person.id)),
            _ => Err(Refused::cell(Reason::UnknownOwner, Field::Owner, text)),
        }
    }
}

/// Each once, without empty ones.
pub(super) fn tidy(list: &mut Vec<String>) {
    list.retain(|text| !text.is_empty());
    list.sort_unstable();
    list.dedup();
}

/// Who becomes responsible where a file names nobody: whoever imports it; nobody, if that is an administrator, who brings in
/// the customers of others.
pub(super) fn usual_owner(run: &Run<'_>) -> Option<PersonId> {
    (!run.actor.is_admin()).then(|| run.actor.id())
}
