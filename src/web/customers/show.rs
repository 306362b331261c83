//! The page of a customer.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::Response,
};

use super::{
    pace::PaceView,
    timeline::{Event, Teller},
};
use crate::{
    app::customers::rhythm::Beat,
    domain::ids::{AccountId, ContactId, MeetingId, OpportunityId},
    i18n::{Texts, format::Format, limits, pipeline},
    store::{
        self,
        customers::{Customer, Person},
        opportunities::{Entry, Query},
        rhythm::CustomerMeeting,
    },
    web::{
        caller::Caller,
        failure::Failure,
        form::Form,
        page::{self, Nav, Notice, Page},
        path::One,
        state::Reads,
    },
};

/// Most people of a customer that are shown.
const PEOPLE: i64 = 200;
/// Most opportunities.
const OPPORTUNITIES: i64 = 100;
/// Most meetings and changes of stage of the timeline, each.
const EVENTS: i64 = 100;

#[derive(Template)]
#[template(path = "customers/show.html")]
struct CustomerPage<'a> {
    page: Page<'a>,
    customer: Customer,
    class: String,
    owner: String,
    /// Whether the reader may change it.
    keeps: bool,
    pace: PaceView,
    people: Vec<PersonRow>,
    opportunities: Vec<OpportunityRow>,
    events: Vec<Event>,
    /// Where planning the next meeting begins.
    plan: String,
}

/// Somebody there.
struct PersonRow {
    person: Person,
    language: &'static str,
    pace: PaceView,
}

/// An opportunity in a short list.
pub(in crate::web) struct OpportunityRow {
    pub(in crate::web) id: OpportunityId,
    pub(in crate::web) title: String,
    pub(in crate::web) account: String,
    pub(in crate::web) account_id: AccountId,
    pub(in crate::web) stage: String,
    pub(in crate::web) open: bool,
    pub(in crate::web) value: String,
    pub(in crate::web) likely: String,
    pub(in crate::web) owner: String,
    pub(in crate::web) next: String,
}

impl OpportunityRow {
    pub(in crate::web) fn new(t: &Texts, f: &Format, entry: Entry) -> Self {
        let o = entry.opportunity;
        let on = o.next_step_on.map(|day| f.date(day));
        Self {
            id: o.id,
            stage: pipeline::stage(t, o.stage),
            open: o.stage.is_open(),
            value: if o.amount.is_some() { f.money(o.worth(), &o.currency) } else { String::new() },
            likely: format!("{} %", o.likelihood()),
            owner: entry.owner.unwrap_or_default(),
            next: on.into_iter().chain([o.next_step]).filter(|s| !s.is_empty()).collect::<Vec<_>>().join(": "),
            title: o.title,
            account: entry.account,
            account_id: o.account_id,
        }
    }
}

pub(super) async fn show(
    State(reads): State<Reads>,
    caller: Caller,
    One(id): One<AccountId>,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let (actor, t, f, now) = (caller.actor()?, caller.texts(), caller.format(), caller.now());
    let mut tx = reads.begin().await?;
    let customer = store::customers::by_id(&mut tx, id).await?.ok_or(Failure::NotFound)?;
    let people = store::customers::people(&mut tx, id, PEOPLE).await?;
    let beat = Beat::load(&mut tx, now).await?;
    let (pace, paces) = beat.of_customer(&mut tx, &customer, &people).await?;
    let wanted = Query { account: Some(id), limit: OPPORTUNITIES, ..Query::default() };
    let opportunities = store::opportunities::page(&mut tx, &wanted).await?;
    let ids: Vec<OpportunityId> = opportunities.iter().map(|entry| entry.opportunity.id).collect();
    let changes = store::opportunities::history(&mut tx, &ids, EVENTS).await?;
    let meetings = store::rhythm::meetings_of(&mut tx, id, EVENTS).await?;
    let invited = invited(&mut tx, actor.id(), &meetings).await?;
    let owner = match customer.owner_id {
        Some(owner) => store::people::by_id(&mut tx, owner).await?.map(|person| person.name),
        None => None,
    };
    let title = |of: OpportunityId| {
        let entry = opportunities.iter().find(|entry| entry.opportunity.id == of);
        entry.map_or_else(String::new, |entry| entry.opportunity.title.clone())
    };
    let teller = Teller { t, f: &f, actor, now };
    let events = teller.events(&meetings, &changes, |change| title(change.opportunity_id), &invited);
    let today = beat.today();
    let pace = PaceView::new(t, &f, &pace, today);
    page::ok(&CustomerPage {
        events,
        keeps: actor.may_keep(customer.owner_id).is_ok(),
        plan: plan(&customer, &people, &pace),
        people: people
            .into_iter()
            .zip(paces)
            .map(|(person, pace)| PersonRow {
                language: person.language.own_name(),
                pace: PaceView::new(t, &f, &pace, today),
                person,
            })
            .collect(),
        opportunities: opportunities.into_iter().map(|entry| OpportunityRow::new(t, &f, entry)).collect(),
        class: customer.lead_class.map_or_else(String::new, |class| limits::class(t, class)),
        owner: owner.unwrap_or_default(),
        page: Page::new(&reads, &caller, Nav::Customers).with_notice(notice(t, query.as_deref())),
        customer,
        pace,
    })
}

/// Which of these meetings the reader is in.
pub(in crate::web) async fn invited(
    tx: &mut store::Tx,
    who: crate::domain::ids::PersonId,
    meetings: &[CustomerMeeting],
) -> store::Result<Vec<MeetingId>> {
    let ids: Vec<MeetingId> = meetings.iter().map(|m| m.id).collect();
    if ids.is_empty() { Ok(Vec::new()) } else { store::rhythm::attended_by(tx, who, &ids).await }
}

/// The planner with the first contact who may be invited, on the day that suits the rhythm.
fn plan(customer: &Customer, people: &[Person], pace: &PaceView) -> String {
    let may = |p: &&Person| p.do_not_contact_at.is_none() && p.erased_at.is_none();
    let contact = people.iter().find(may).map(|p| p.id);
    planning(customer.id, contact, pace)
}

pub(in crate::web) fn planning(account: AccountId, contact: Option<ContactId>, pace: &PaceView) -> String {
    let day = pace.suggested.map_or_else(String::new, |day| format!("&day={day}"));
    match contact {
        Some(contact) => format!("/meetings/new?purpose=customer&contact={contact}{day}"),
        None => format!("/meetings/new?purpose=customer&customer={account}{day}"),
    }
}

fn notice(t: &Texts, query: Option<&str>) -> Option<Notice> {
    let words = match Form::from_query(query).get("done") {
        "created" => t.customers_created(),
        "saved" => t.customers_saved(),
        "classified" => t.limits_class_saved(),
        _ => return None,
    };
    Some(Notice::new(words))
}
