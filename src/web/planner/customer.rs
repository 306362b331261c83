//! What the planner knows of customers: where a plan begins, what it is about, whom to bring, and who else meets them.

use chrono::NaiveDate;

use super::{
    agenda::Classes,
    choices::Choice,
    desk::Desk,
    typed::{GuestRef, GuestRow, Typed},
};
use crate::{
    domain::{
        ids::{AccountId, ContactId, OpportunityId},
        meeting::{Purpose, Stage},
        pipeline::bring,
        time::{Interval, Week},
    },
    i18n::{format::Format, pipeline},
    store::{self, Tx, opportunities::Query},
    web::{failure::Failure, form::Form},
};

/// Most opportunities of a customer to choose from.
const MOST: i64 = 100;

/// Fills in what a page of a customer, contact or opportunity leads to.
pub(super) async fn begin(tx: &mut Tx, f: &Format, (query, typed): (&Form, &mut Typed)) -> Result<(), Failure> {
    let mut contact = query.get("contact").parse::<ContactId>().ok();
    if let Ok(id) = query.get("opportunity").parse::<OpportunityId>() {
        let row = store::opportunities::by_id(tx, id).await?.ok_or(Failure::NotFound)?;
        typed.opportunity = id.to_string();
        row.stage.meeting().as_str().clone_into(&mut typed.stage);
        typed.purpose = Purpose::Customer.to_string();
        contact = match row.contact_id {
            Some(contact) => Some(contact),
            None => first_contact(tx, row.account_id).await?,
        };
    } else if let Ok(account) = query.get("customer").parse::<AccountId>() {
        contact = first_contact(tx, account).await?;
    }
    typed.guests.extend(contact.map(|id| GuestRow::new(GuestRef::Contact(id))));
    if let Ok(day) = query.get("day").parse::<NaiveDate>() {
        typed.date = f.short_date(day);
    }
    Ok(())
}

/// Whom to invite, where nobody has said.
async fn first_contact(tx: &mut Tx, account: AccountId) -> Result<Option<ContactId>, Failure> {
    let people = store::customers::people(tx, account, MOST).await?;
    let may = |p: &&store::customers::Person| p.do_not_contact_at.is_none() && p.erased_at.is_none();
    Ok(people.iter().find(may).map(|p| p.id))
}

/// The customers on the list, each once.
fn accounts(desk: &Desk<'_>) -> Vec<AccountId> {
    let on_list = desk.typed.guests.iter().filter_map(|row| match row.guest {
        GuestRef::Contact(id) => desk.known.contacts.get(&id).map(|contact| contact.account_id),
        GuestRef::Person(_) | GuestRef::New(_) => None,
    });
    let mut accounts: Vec<AccountId> = on_list.collect();
    accounts.sort_unstable();
    accounts.dedup();
    accounts
}

/// What a new meeting with the customer on the list begins with where their class has an agenda, and what it began with.
pub(super) async fn agendas(desk: &Desk<'_>, tx: &mut Tx) -> Result<Classes, Failure> {
    if desk.meeting.is_some() {
        return Ok(Classes::default());
    }
    let customer = accounts(desk).first().copied().filter(|_| desk.typed.chosen_purpose() == Some(Purpose::Customer));
    let now = match customer {
        Some(account) => store::agenda_templates::of_customer(tx, account).await?,
        None => None,
    };
    let known = now.as_ref().map(|template| template.id);
    let last = match Classes::named(&desk.typed.filled).filter(|id| Some(*id) != known) {
        Some(id) => {
            let found = store::agenda_templates::by_id(tx, id).await?;
            found.filter(|template| desk.caller.actor().is_ok_and(|actor| actor.sees_template(template)))
        }
        None => None,
    };
    Ok(Classes { now, last })
}

/// What a new meeting may be about: the open opportunities of the customer. Empty when there is nothing to choose.
pub(super) async fn opportunities(desk: &Desk<'_>, tx: &mut Tx) -> Result<Vec<Choice>, Failure> {
    if desk.meeting.is_some() || desk.typed.chosen_purpose() != Some(Purpose::Customer) {
        return Ok(Vec::new());
    }
    let Some(account) = accounts(desk).first().copied() else { return Ok(Vec::new()) };
    let query = Query { account: Some(account), limit: MOST, ..Query::default() };
    let rows = store::opportunities::page(tx, &query).await?;
    let chosen = desk.typed.opportunity.as_str();
    let choice = |entry: &store::opportunities::Entry| {
        let o = &entry.opportunity;
        let label = format!("{} ({})", o.title, pipeline::stage(desk.t(), o.stage));
        Choice::new(&o.id.to_string(), label, chosen)
    };
    let offered =
        |e: &&store::opportunities::Entry| e.opportunity.stage.is_open() || e.opportunity.id.to_string() == chosen;
    let mut choices: Vec<Choice> = rows.iter().filter(offered).map(choice).collect();
    if !choices.is_empty() {
        choices.insert(0, Choice::new("", desk.t().pipeline_none_chosen(), chosen));
    }
    Ok(choices)
}

/// Whom it is worth bringing to a meeting with a customer at this stage.
pub(super) fn companions(desk: &Desk<'_>) -> Option<String> {
    if desk.typed.chosen_purpose() != Some(Purpose::Customer) {
        return None;
    }
    let stage = desk.typed.chosen_stage().unwrap_or(Stage::FirstContact);
    let people: Vec<String> = bring(stage).iter().map(|one| pipeline::companion(desk.t(), *one)).collect();
    (!people.is_empty()).then(|| desk.t().pipeline_bring(people.join(", ")))
}

/// Who else of the firm meets these customers in the same week.
pub(super) async fn others(desk: &Desk<'_>, tx: &mut Tx, span: Option<Interval>) -> Result<Vec<String>, Failure> {
    let accounts = accounts(desk);
    let (Some(span), false) = (span, accounts.is_empty()) else { return Ok(Vec::new()) };
    let zone = desk.f.zone();
    let week = Week::of(desk.f.day(span.start()));
    let Some(week) = Interval::new(zone.start_of(week.monday()), zone.start_of(week.next().monday())) else {
        return Ok(Vec::new());
    };
    let mut meetings = store::rhythm::meetings_within(tx, &accounts, week).await?;
    let own = desk.meeting.as_ref().map(|full| full.meeting.id);
    meetings.retain(|m| Some(m.id) != own);
    let line = |m: &store::rhythm::CustomerMeeting| {
        desk.t().pipeline_meets(m.organizer.as_str(), desk.f.subject_when(m.starts_at))
    };
    Ok(meetings.iter().map(line).collect())
}
