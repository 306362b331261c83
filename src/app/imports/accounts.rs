//! Rows that are customers. The same organisation number, or else the same name in whatever case, is the same customer.

use serde::{Deserialize, Serialize};

use super::{
    batch::{self, Fate, Outcome, Run, Sorted, said},
    known::{Customers, Sellers, differs, usual_owner},
};
use crate::{
    app::error::Result,
    domain::{
        ids::PersonId,
        limits::rule::LeadClass,
        transfer::{Field, Kind, Reason, Refused, reader::Row, record::AccountRow},
    },
    store::{self, Tx, customers::Customer},
};

type Told = std::result::Result<Fate<Customer>, Refused>;

/// What a customer was before a file changed it.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Before {
    pub(super) name: String,
    pub(super) org_number: String,
    pub(super) owner: Option<PersonId>,
    pub(super) class: Option<LeadClass>,
    pub(super) phone: String,
    pub(super) address: String,
    pub(super) notes: String,
}

pub(super) async fn take(tx: &mut Tx, run: &Run<'_>, rows: Vec<Row>) -> Result<Outcome> {
    let mut outcome = Outcome::default();
    let rows = batch::read(run, rows, AccountRow::read, &mut outcome);
    let rows = batch::distinct(tx, run, rows, (keys, &mut outcome)).await?;
    if run.write {
        let keys: Vec<String> = rows.iter().map(|(_, r)| r.name.to_lowercase()).collect();
        store::accounts::hold_keys(tx, &keys).await?;
    }
    let named = rows.iter().map(|(_, r)| (r.name.as_str(), r.org_number.as_str()));
    let known = Customers::load(tx, named).await?;
    let sellers = Sellers::load(tx, rows.iter().map(|(_, r)| r.owner.as_str())).await?;
    let judged = rows.into_iter().map(|(row, r)| {
        let fate = judge(run, (&known, &sellers), &r);
        (row, fate)
    });
    let sorted = outcome.sort(judged.collect());
    if run.write {
        write(tx, run, sorted, &mut outcome).await?;
    }
    Ok(outcome)
}

fn keys(r: &AccountRow) -> Vec<String> {
    let number = (!r.org_number.is_empty()).then(|| format!("o:{}", r.org_number));
    [format!("n:{}", r.name.to_lowercase())].into_iter().chain(number).collect()
}

fn judge(run: &Run<'_>, (known, sellers): (&Customers, &Sellers), r: &AccountRow) -> Told {
    let owner = sellers.of(&r.owner)?;
    let named = known.named(&r.name);
    let old = known.numbered(&r.org_number).or(named);
    let Some(old) = old else { return Ok(Fate::New(new(run, r, owner))) };
    if run.actor.may_keep(old.owner_id).is_err() {
        return Err(Refused::row(Reason::NotYours));
    }
    if differs(&old.org_number, &r.org_number) {
        return Err(Refused::cell(Reason::OtherNumber, Field::OrgNumber, &old.org_number));
    }
    if named.is_some_and(|named| named.id != old.id) {
        return Err(Refused::cell(Reason::NameTaken, Field::Name, &r.name));
    }
    let new = merged(run, old, r, owner);
    let same = run.leaves() || Before::of(&new) == Before::of(old);
    Ok(if same { Fate::Same } else { Fate::Changed(old.clone(), new) })
}

pub(super) fn blank(run: &Run<'_>, name: &str, org_number: &str) -> Customer {
    Customer {
        id: run.app.new_id(),
        name: name.to_owned(),
        name_key: name.to_lowercase(),
        org_number: org_number.to_owned(),
        owner_id: usual_owner(run),
        lead_class: None,
        notes: String::new(),
        address: String::new(),
        phone: String::new(),
        rhythm_days: None,
        version: 1,
        created_at: run.now,
        updated_at: run.now,
    }
}

fn new(run: &Run<'_>, r: &AccountRow, owner: Option<PersonId>) -> Customer {
    let blank = blank(run, &r.name, &r.org_number);
    Customer {
        owner_id: owner.or(blank.owner_id),
        lead_class: r.class,
        notes: r.notes.clone(),
        address: r.address.clone(),
        phone: r.phone.clone(),
        ..blank
    }
}

fn merged(run: &Run<'_>, old: &Customer, r: &AccountRow, owner: Option<PersonId>) -> Customer {
    Customer {
        name: r.name.clone(),
        name_key: r.name.to_lowercase(),
        org_number: said(&r.org_number, &old.org_number),
        owner_id: owner.or(old.owner_id),
        lead_class: r.class.or(old.lead_class),
        notes: said(&r.notes, &old.notes),
        address: said(&r.address, &old.address),
        phone: said(&r.phone, &old.phone),
        version: old.version + 1,
        updated_at: run.now,
        ..old.clone()
    }
}

async fn write(tx: &mut Tx, run: &Run<'_>, mut sorted: Sorted<Customer>, outcome: &mut Outcome) -> Result<()> {
    if sorted.changed.iter().any(|(_, old, new)| old.lead_class != new.lead_class) {
        // Rules are chosen by the class, so nobody may be judged while it changes.
        store::policy::begin_change(tx).await?;
    }
    let rows: Vec<Customer> = sorted.new.into_iter().map(|(_, customer)| customer).collect();
    store::imported::insert_accounts(tx, &rows).await?;
    for customer in &rows {
        outcome.note((Kind::Accounts, customer.id.uuid()), None::<&Before>, (customer.version, run.now));
    }
    // In one order, so that two files at once cannot wait for each other.
    sorted.changed.sort_by_key(|(_, old, _)| old.id);
    let rows: Vec<Customer> = sorted.changed.iter().map(|(_, _, new)| new.clone()).collect();
    let written = store::imported::update_accounts(tx, &rows).await?;
    for (row, old, new) in &sorted.changed {
        if written.contains(&new.id) {
            outcome.note((Kind::Accounts, new.id.uuid()), Some(&Before::of(old)), (new.version, run.now));
        } else {
            outcome.overtaken(row);
        }
    }
    Ok(())
}

impl Before {
    fn of(customer: &Customer) -> Self {
        Self {
            name: customer.name.clone(),
            org_number: customer.org_number.clone(),
            owner: customer.owner_id,
            class: customer.lead_class,
            phone: customer.phone.clone(),
            address: customer.address.clone(),
            notes: customer.notes.clone(),
        }
    }

    /// The customer as it was.
    pub(super) fn restored(self, run: &Run<'_>, now: &Customer) -> Customer {
        Customer {
            name_key: self.name.to_lowercase(),
            name: self.name,
            org_number: self.org_number,
            owner_id: self.owner,
            lead_class: self.class,
            phone: self.phone,
            address: self.address,
            notes: self.notes,
            version: now.version + 1,
            updated_at: run.now,
            ..now.clone()
        }
    }
}
