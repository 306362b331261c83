//! Rows that are opportunities. The same title of the same customer, in whatever case, is the same opportunity.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::{
    batch::{self, Fate, Outcome, Run, Sorted, said},
    known::{Customers, Sellers, tidy, usual_owner},
};
use crate::{
    app::error::Result,
    domain::{
        ids::{AccountId, ContactId, PersonId},
        pipeline::{LeadSource, LostReason, OpportunityStage},
        transfer::{Field, Kind, Reason, Refused, reader::Row, record::OpportunityRow},
    },
    store::{
        self, Tx,
        customers::Person as Contact,
        opportunities::{Opportunity, StageChange},
    },
};

type Told<T> = std::result::Result<T, Refused>;

/// Most opportunities of the customers of one step that rows are compared with.
const MOST_KNOWN: i64 = 20_000;

/// What an opportunity was before a file changed it.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Before {
    contact: Option<ContactId>,
    owner: Option<PersonId>,
    title: String,
    stage: OpportunityStage,
    source: Option<LeadSource>,
    amount: Option<i64>,
    currency: String,
    probability: Option<i64>,
    lost_reason: Option<LostReason>,
    next_step: String,
    next_on: Option<NaiveDate>,
    expected_on: Option<NaiveDate>,
    stage_at: DateTime<Utc>,
    closed_at: Option<DateTime<Utc>>,
}

struct Facts {
    customers: Customers,
    sellers: Sellers,
    contacts: HashMap<String, Contact>,
    known: HashMap<(AccountId, String), Opportunity>,
}

pub(super) async fn take(tx: &mut Tx, run: &Run<'_>, rows: Vec<Row>) -> Result<Outcome> {
    let mut outcome = Outcome::default();
    let rows = batch::read(run, rows, OpportunityRow::read, &mut outcome);
    let mut facts = Facts::load(tx, run, &rows).await?;
    let key = |r: &OpportunityRow| match facts.customers.of(run, &r.customer) {
        Ok(Some(customer)) => vec![format!("t:{}|{}", customer.id, r.title.to_lowercase())],
        _ => Vec::new(),
    };
    let rows = batch::distinct(tx, run, rows, (key, &mut outcome)).await?;
    facts.load_known(tx, run, &rows).await?;
    let judged = rows.into_iter().map(|(row, r)| {
        let fate = judge(run, &facts, &r);
        (row, fate)
    });
    let sorted = outcome.sort(judged.collect());
    if run.write {
        write(tx, run, sorted, &mut outcome).await?;
    }
    Ok(outcome)
}

impl Facts {
    async fn load(tx: &mut Tx, run: &Run<'_>, rows: &[(Row, OpportunityRow)]) -> Result<Self> {
        let named = rows.iter().map(|(_, r)| (r.customer.name.as_str(), r.customer.org_number.as_str()));
        let mut customers = Customers::load(tx, named).await?;
        customers.add_whole(tx, run).await?;
        let sellers = Sellers::load(tx, rows.iter().map(|(_, r)| r.owner.as_str())).await?;
        let mut emails: Vec<String> = rows.iter().filter_map(|(_, r)| Some(r.contact.as_ref()?.key())).collect();
        tidy(&mut emails);
        let contacts = store::imported::contacts(tx, &emails).await?;
        let contacts = contacts.into_iter().map(|p| (p.email_key.clone(), p)).collect();
        Ok(Self { customers, sellers, contacts, known: HashMap::new() })
    }

    async fn load_known(&mut self, tx: &mut Tx, run: &Run<'_>, rows: &[(Row, OpportunityRow)]) -> Result<()> {
        let account = |r: &OpportunityRow| Some(self.customers.of(run, &r.customer).ok()??.id);
        let mut ids: Vec<AccountId> = rows.iter().filter_map(|(_, r)| account(r)).collect();
        ids.sort_unstable();
        ids.dedup();
        for known in store::imported::opportunities(tx, &ids, MOST_KNOWN).await? {
            let key = (known.account_id, known.title.to_lowercase());
            // Of several with one title, the one that is still open, else the latest.
            let better = self.known.get(&key).is_none_or(|other| known.stage.is_open() || !other.stage.is_open());
            if better {
                self.known.insert(key, known);
            }
        }
        Ok(())
    }
}

fn judge(run: &Run<'_>, facts: &Facts, r: &OpportunityRow) -> Told<Fate<Opportunity>> {
    let customer = facts.customers.of(run, &r.customer)?.ok_or_else(|| {
        let (field, text) = match r.customer.name.as_str() {
            "" => (Field::OrgNumber, r.customer.org_number.as_str()),
            name => (Field::Customer, name),
        };
        Refused::cell(Reason::UnknownCustomer, field, text)
    })?;
    let contact = contact(facts, customer.id, r)?;
    let owner = facts.sellers.of(&r.owner)?;
    let old = facts.known.get(&(customer.id, r.title.to_lowercase()));
    let responsible = old.map_or(owner.or(usual_owner(run)), |old| old.owner_id);
    if run.actor.may_keep(responsible).is_err() {
        return Err(Refused::row(Reason::NotYours));
    }
    let Some(old) = old else {
        let blank = blank(run, customer.id, responsible);
        return Ok(Fate::New(merged(run, &blank, (r, contact, owner))));
    };
    let new = Opportunity { version: old.version + 1, updated_at: run.now, ..merged(run, old, (r, contact, owner)) };
    let same = run.leaves() || Before::of(&new) == Before::of(old);
    Ok(if same { Fate::Same } else { Fate::Changed(old.clone(), new) })
}

fn contact(facts: &Facts, account: AccountId, r: &OpportunityRow) -> Told<Option<ContactId>> {
    let Some(email) = &r.contact else { return Ok(None) };
    let found = facts.contacts.get(&email.key()).filter(|contact| contact.account_id == account);
    let unknown = || Refused::cell(Reason::UnknownContact, Field::ContactEmail, email.as_str());
    found.map(|contact| Some(contact.id)).ok_or_else(unknown)
}

fn blank(run: &Run<'_>, account: AccountId, owner: Option<PersonId>) -> Opportunity {
    Opportunity {
        id: run.app.new_id(),
        account_id: account,
        contact_id: None,
        owner_id: owner,
        title: String::new(),
        stage: OpportunityStage::Suspect,
        lead_source: None,
        amount: None,
        currency: String::new(),
        probability: None,
        lost_reason: None,
        lost_note: String::new(),
        next_step: String::new(),
        next_step_on: None,
        expected_on: None,
        stage_at: run.now,
        closed_at: None,
        version: 1,
        created_at: run.now,
        updated_at: run.now,
    }
}

type Told3<'a> = (&'a OpportunityRow, Option<ContactId>, Option<PersonId>);

fn merged(run: &Run<'_>, old: &Opportunity, (r, contact, owner): Told3<'_>) -> Opportunity {
    let (amount, currency) = match &r.amount {
        Some((amount, currency)) => (Some(*amount), currency.clone()),
        None => (old.amount, old.currency.clone()),
    };
    let new = Opportunity {
        contact_id: contact.or(old.contact_id),
        owner_id: owner.or(old.owner_id),
        title: r.title.clone(),
        lead_source: r.source.or(old.lead_source),
        amount,
        currency,
        probability: r.probability.map(i64::from).or(old.probability),
        next_step: said(&r.next_step, &old.next_step),
        next_step_on: r.next_on.or(old.next_step_on),
        expected_on: r.expected_on.or(old.expected_on),
        ..old.clone()
    };
    let Some(stage) = r.stage.filter(|stage| *stage != old.stage) else { return new };
    let still_won = old.stage.is_won() && stage.is_won();
    let closed_at = if stage.is_open() { None } else { old.closed_at.filter(|_| still_won).or(Some(run.now)) };
    Opportunity {
        stage,
        lost_reason: r.lost_reason,
        stage_at: run.now,
        closed_at,
        probability: r.probability.map(i64::from),
        ..new
    }
}

async fn write(tx: &mut Tx, run: &Run<'_>, mut sorted: Sorted<Opportunity>, outcome: &mut Outcome) -> Result<()> {
    let rows: Vec<Opportunity> = sorted.new.into_iter().map(|(_, opportunity)| opportunity).collect();
    store::imported::insert_opportunities(tx, &rows).await?;
    let mut stages: Vec<StageChange> = rows.iter().map(|new| noted(run, None, new)).collect();
    for new in &rows {
        outcome.note((Kind::Opportunities, new.id.uuid()), None::<&Before>, (new.version, run.now));
    }
    sorted.changed.sort_by_key(|(_, old, _)| old.id);
    let rows: Vec<Opportunity> = sorted.changed.iter().map(|(_, _, new)| new.clone()).collect();
    let written = store::imported::update_opportunities(tx, &rows).await?;
    for (row, old, new) in &sorted.changed {
        if !written.contains(&new.id) {
            outcome.overtaken(row);
            continue;
        }
        outcome.note((Kind::Opportunities, new.id.uuid()), Some(&Before::of(old)), (new.version, run.now));
        stages.extend((old.stage != new.stage).then(|| noted(run, Some(old), new)));
    }
    Ok(store::imported::note_stages(tx, &stages).await?)
}

pub(super) fn noted(run: &Run<'_>, old: Option<&Opportunity>, new: &Opportunity) -> StageChange {
    StageChange {
        opportunity_id: new.id,
        version: new.version,
        from_stage: old.map(|old| old.stage),
        to_stage: new.stage,
        person_id: Some(run.actor.id()),
        person: run.actor.person.name.clone(),
        meeting_id: None,
        at: run.now,
    }
}

impl Before {
    fn of(o: &Opportunity) -> Self {
        Self {
            contact: o.contact_id,
            owner: o.owner_id,
            title: o.title.clone(),
            stage: o.stage,
            source: o.lead_source,
            amount: o.amount,
            currency: o.currency.clone(),
            probability: o.probability,
            lost_reason: o.lost_reason,
            next_step: o.next_step.clone(),
            next_on: o.next_step_on,
            expected_on: o.expected_on,
            stage_at: o.stage_at,
            closed_at: o.closed_at,
        }
    }

    /// The opportunity as it was.
    pub(super) fn restored(self, run: &Run<'_>, now: &Opportunity) -> Opportunity {
        Opportunity {
            contact_id: self.contact,
            owner_id: self.owner,
            title: self.title,
            stage: self.stage,
            lead_source: self.source,
            amount: self.amount,
            currency: self.currency,
            probability: self.probability,
            lost_reason: self.lost_reason,
            next_step: self.next_step,
            next_step_on: self.next_on,
            expected_on: self.expected_on,
            stage_at: self.stage_at,
            closed_at: self.closed_at,
            version: now.version + 1,
            updated_at: run.now,
            ..now.clone()
        }
    }
}
