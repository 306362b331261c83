//! The page of an opportunity, and its way from stage to stage.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};

use super::{edit::next_step, notice, reasons, stages};
use crate::{
    app::{
        customers::{
            MAX_LINE,
            opportunities::{self, Move},
        },
        error::AppError,
    },
    domain::{
        ids::{MeetingId, OpportunityId},
        limits::rule::LeadClass,
        pipeline::{LostReason, OpportunityStage, bring, weighted},
    },
    i18n::{Texts, format::Format, labels, pipeline},
    store::{
        self,
        customers::{Customer, Person},
        opportunities::Opportunity,
    },
    web::{
        caller::Caller,
        customers::{
            Options,
            fields::{Fields, overtaken},
            show::invited,
            timeline::{Event, Teller},
        },
        failure::Failure,
        form::{Errors, Form},
        page::{self, Nav, Notice, Page},
        path::One,
        state::{Reads, Writes},
    },
};

/// Most meetings and changes of stage that are told, each.
const EVENTS: i64 = 100;

#[derive(Template)]
#[template(path = "opportunities/show.html")]
struct ShowPage<'a> {
    page: Page<'a>,
    errors: Errors,
    form: Form,
    row: Opportunity,
    customer: Customer,
    contact: Option<Person>,
    stage: String,
    /// Names and values, in order.
    facts: Vec<(String, String)>,
    /// The stage that usually comes next.
    following: Option<(&'static str, String)>,
    stages: Options,
    reasons: Options,
    keeps: bool,
    /// What a meeting at this stage is for, and whom to bring.
    hint: Option<String>,
    /// The class that a won opportunity makes, unless the customer has it already.
    class: Option<&'static str>,
    events: Vec<Event>,
}

pub(super) async fn show(
    State(reads): State<Reads>,
    caller: Caller,
    One(id): One<OpportunityId>,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let mut tx = reads.begin().await?;
    let notice = notice(&mut tx, &caller, (&Form::from_query(query.as_deref()), Some(id))).await?;
    drop(tx);
    draw(&reads, &caller, id, (notice, Form::default(), Errors::default())).await
}

async fn draw(
    reads: &Reads,
    caller: &Caller,
    id: OpportunityId,
    (notice, mut form, errors): (Option<Notice>, Form, Errors),
) -> Result<Response, Failure> {
    let (actor, t, f) = (caller.actor()?, caller.texts(), caller.format());
    let mut tx = reads.begin().await?;
    let row = store::opportunities::by_id(&mut tx, id).await?.ok_or(Failure::NotFound)?;
    let customer = store::customers::by_id(&mut tx, row.account_id).await?.ok_or(Failure::NotFound)?;
    let contact = match row.contact_id {
        Some(id) => store::customers::person(&mut tx, id).await?,
        None => None,
    };
    let owner = match row.owner_id {
        Some(id) => store::people::by_id(&mut tx, id).await?.map(|person| person.name),
        None => None,
    };
    let meetings = store::rhythm::meetings_about(&mut tx, id, EVENTS).await?;
    let changes = store::opportunities::history(&mut tx, &[id], EVENTS).await?;
    let invited = invited(&mut tx, actor.id(), &meetings).await?;
    let teller = Teller { t, f: &f, actor, now: caller.now() };
    if !form.has("stage") {
        form.set("stage", row.stage.as_str());
        form.set("next_step", row.next_step.clone());
        form.set("next_step_on", row.next_step_on.map_or_else(String::new, |day| f.short_date(day)));
        form.set("lost_reason", row.lost_reason.map_or("", LostReason::as_str));
        form.set("lost_note", row.lost_note.clone());
    }
    let won = row.stage.lead_class().filter(|class| row.stage.is_won() && customer.lead_class != Some(*class));
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let view = ShowPage {
        stage: pipeline::stage(t, row.stage),
        facts: facts(t, &f, &row, owner),
        following: row.stage.next().map(|next| (next.as_str(), pipeline::stage(t, next))),
        stages: stages(t),
        reasons: reasons(t),
        keeps: actor.may_keep(row.owner_id).is_ok(),
        hint: row.stage.is_open().then(|| hint(t, row.stage)),
        class: won.map(LeadClass::as_str),
        events: teller.events(&meetings, &changes, |_| String::new(), &invited),
        page: Page::new(reads, caller, Nav::Customers).with_notice(notice),
        errors,
        form,
        row,
        customer,
        contact,
    };
    page::html(status, &view)
}

/// What a meeting at this stage is for, and whom to bring.
fn hint(t: &Texts, stage: OpportunityStage) -> String {
    let meeting = labels::stage(t, stage.meeting());
    let people: Vec<String> = bring(stage.meeting()).iter().map(|one| pipeline::companion(t, *one)).collect();
    if people.is_empty() { t.pipeline_hint(meeting) } else { t.pipeline_hint_bring(meeting, people.join(", ")) }
}

fn facts(t: &Texts, f: &Format, row: &Opportunity, owner: Option<String>) -> Vec<(String, String)> {
    let day = |day: chrono::NaiveDate| f.date(day);
    let worth = row.amount.map(|_| f.money(row.worth(), &row.currency));
    let expected = row.amount.filter(|_| row.stage.is_open());
    let lost = row.lost_reason.map(|reason| {
        [pipeline::reason(t, reason), row.lost_note.clone()]
            .into_iter()
            .filter(|s| !s.is_empty())
            .collect::<Vec<_>>()
            .join(": ")
    });
    let facts = [
        (t.customers_owner(), owner),
        (t.pipeline_value(), worth),
        (t.pipeline_likely(), Some(format!("{} %", row.likelihood()))),
        (t.pipeline_weighted(), expected.map(|_| f.money(weighted(row.worth(), row.likelihood()), &row.currency))),
        (t.pipeline_expected(), row.expected_on.map(day)),
        (t.pipeline_source(), row.lead_source.map(|source| pipeline::source(t, source))),
        (t.pipeline_since(), Some(f.date(f.day(row.stage_at)))),
        (t.pipeline_reason(), lost),
    ];
    facts.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}

pub(super) async fn advance(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<OpportunityId>,
    form: Form,
) -> Result<Response, Failure> {
    let version = form.get("version").parse().map_err(|_| Failure::Unreadable)?;
    let stage: OpportunityStage = form.get("stage").parse().map_err(|_| Failure::Unreadable)?;
    let meeting: Option<MeetingId> = form.get("meeting").parse().ok();
    match read(&caller, &form, stage) {
        Ok((lost, next)) => {
            let step = Move { id, version, stage, lost, next, meeting };
            match opportunities::advance(&writes.app, caller.actor()?, step).await {
                Ok(()) => {}
                Err(AppError::Stale) => {
                    // The page has the version as it is now.
                    let (form, errors) = overtaken(caller.texts(), form, ("stage", version));
                    let page = draw(&writes.reads(), &caller, id, (None, form, errors)).await?;
                    return Ok((StatusCode::CONFLICT, page).into_response());
                }
                Err(error) => return Err(error.into()),
            }
            let back = match (meeting, form.get("back")) {
                (Some(meeting), _) => format!("/meetings/{meeting}?done=outcome&moved={id}"),
                (None, "board") => format!("/opportunities?view=board&done=moved&moved={id}"),
                _ => format!("/opportunities/{id}?done=moved"),
            };
            Ok(Redirect::to(&back).into_response())
        }
        Err(errors) => draw(&writes.reads(), &caller, id, (None, form, errors)).await,
    }
}

/// Why it was lost, and what to do next.
type Read = (Option<(LostReason, String)>, Option<opportunities::NextStep>);

fn read(caller: &Caller, form: &Form, stage: OpportunityStage) -> Result<Read, Errors> {
    let mut fields = Fields::new(caller.texts(), form);
    let lost = if stage == OpportunityStage::Lost {
        let note = fields.line("lost_note", MAX_LINE);
        let reason = fields.chosen::<LostReason>("lost_reason");
        if reason.is_none() && fields.errors.of("lost_reason").is_none() {
            fields.errors.add("lost_reason", caller.texts().pipeline_reason_missing());
        }
        reason.map(|reason| (reason, note))
    } else {
        None
    };
    let next = form.has("next_step").then(|| next_step(&mut fields, caller));
    fields.end((lost, next))
}
