//! Opportunities: adding and changing them, and moving them along their way.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::accounts::refuse_leaver;
use crate::{
    app::{
        actor::{Actor, MayPlan},
        context::App,
        error::{AppError, Refusal, Result},
        once::{self, Once, Turn},
    },
    domain::{
        ids::{AccountId, ContactId, MeetingId, OpportunityId, PersonId},
        pipeline::{LeadSource, LostReason, OpportunityStage},
    },
    store::{
        self, Tx,
        opportunities::{Opportunity, StageChange},
        stage_changes::Before,
    },
};

/// What a form says of an opportunity, beside where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Details {
    /// What it is about.
    pub title: String,
    /// Whom to talk to there.
    pub contact: Option<ContactId>,
    /// The seller responsible.
    pub owner: Option<PersonId>,
    /// Where it came from.
    pub source: Option<LeadSource>,
    /// What it is worth, in whole units, and the currency.
    pub amount: Option<(i64, String)>,
    /// In percent; `None` takes that of the stage.
    pub probability: Option<u8>,
    /// When the customer is expected to decide.
    pub expected_on: Option<NaiveDate>,
    /// What to do next, and by when.
    pub next: NextStep,
}

/// What to do next.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NextStep {
    /// In somebody's words; may be empty.
    pub what: String,
    /// By when.
    pub on: Option<NaiveDate>,
}

/// One step of the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// Which opportunity.
    pub id: OpportunityId,
    /// The version the form was filled from.
    pub version: i64,
    /// Where to.
    pub stage: OpportunityStage,
    /// Why it was lost, for [`OpportunityStage::Lost`] only.
    pub lost: Option<(LostReason, String)>,
    /// What to do next; `None` leaves it as it is.
    pub next: Option<NextStep>,
    /// Out of which meeting it came.
    pub meeting: Option<MeetingId>,
}

/// Adds an opportunity; the form sent twice adds one. Tells where its page is.
///
/// # Errors
/// [`AppError::NotFound`] without such a customer, or when the contact is another customer's; [`Refusal::Gone`].
pub async fn create(
    app: &App,
    actor: &Actor,
    _permit: &MayPlan,
    (account, stage, details, form): (AccountId, OpportunityStage, Details, &Once),
) -> Result<String> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    if let Turn::Again(location) = once::begin(&mut tx, form, now).await? {
        return Ok(location);
    }
    actor.may_keep(details.owner)?;
    check(&mut tx, account, (&details, None)).await?;
    let blank = Opportunity {
        id: app.new_id(),
        account_id: account,
        contact_id: None,
        owner_id: None,
        title: String::new(),
        stage,
        lead_source: None,
        amount: None,
        currency: String::new(),
        probability: None,
        lost_reason: None,
        lost_note: String::new(),
        next_step: String::new(),
        next_step_on: None,
        expected_on: None,
        stage_at: now,
        closed_at: (!stage.is_open()).then_some(now),
        version: 0,
        created_at: now,
        updated_at: now,
    };
    if stage == OpportunityStage::Lost {
        return Err(Refusal::LostReasonMissing.into());
    }
    let row = with(blank, details);
    store::opportunities::insert(&mut tx, &row).await?;
    store::opportunities::note(&mut tx, &noted(actor, (None, &row), None)).await?;
    let mut deed = actor.deed("opportunity.created", ("opportunity", row.id.uuid()));
    deed.after = Some(recorded(&row));
    store::audit::record(&mut tx, &deed, now).await?;
    let location = format!("/opportunities/{}?done=created", row.id);
    once::finish(&mut tx, form, &location).await?;
    tx.commit().await?;
    Ok(location)
}

/// Changes everything about an opportunity but where it stands.
///
/// # Errors
/// [`AppError::Stale`] when somebody else changed it meanwhile; as [`create`].
pub async fn save(app: &App, actor: &Actor, (id, version): (OpportunityId, i64), details: Details) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let old = open(&mut tx, actor, (id, version)).await?;
    check(&mut tx, old.account_id, (&details, old.owner_id)).await?;
    let new = Opportunity { updated_at: app.now(), ..with(old.clone(), details) };
    write(&mut tx, app, actor, ("opportunity.changed", &old, &new)).await?;
    Ok(tx.commit().await?)
}

/// Moves an opportunity to another stage. At the stage it is at, only the next step is written, and why it was lost.
///
/// # Errors
/// [`Refusal::LostReasonMissing`] for a lost one without a reason; [`AppError::Stale`].
pub async fn advance(app: &App, actor: &Actor, step: Move) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let old = open(&mut tx, actor, (step.id, step.version)).await?;
    let mut new = Opportunity { version: old.version + 1, updated_at: now, ..old.clone() };
    // Also of one that is lost already: somebody may know better by now.
    (new.lost_reason, new.lost_note) = match (step.stage, step.lost) {
        (OpportunityStage::Lost, Some((reason, note))) => (Some(reason), note),
        (OpportunityStage::Lost, None) if old.lost_reason.is_none() => return Err(Refusal::LostReasonMissing.into()),
        (OpportunityStage::Lost, None) => (old.lost_reason, old.lost_note.clone()),
        _ => (None, String::new()),
    };
    if step.stage != old.stage {
        (new.stage, new.stage_at) = (step.stage, now);
        // Looking after somebody is no second decision.
        new.closed_at = if step.stage.is_open() {
            None
        } else {
            old.closed_at.filter(|_| old.stage.is_won() && new.stage.is_won()).or(Some(now))
        };
        // What somebody thought of an earlier stage says nothing of this one.
        new.probability = None;
    }
    if let Some(next) = step.next {
        (new.next_step, new.next_step_on) = (next.what, next.on);
    }
    write(&mut tx, app, actor, ("opportunity.moved", &old, &new)).await?;
    if new.stage != old.stage {
        let meeting = seen_meeting(&mut tx, actor, step.meeting).await?;
        store::opportunities::note(&mut tx, &noted(actor, (Some(&old), &new), meeting)).await?;
        store::stage_changes::remember(&mut tx, (new.id, new.version), &Before::of(&old)).await?;
    }
    Ok(tx.commit().await?)
}

/// What a meeting is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct About {
    /// Which meeting.
    pub meeting: MeetingId,
    /// Which opportunity; `None` for none.
    pub opportunity: Option<OpportunityId>,
    /// Whether all dates of its series are about it.
    pub all_dates: bool,
}

/// Says what a meeting is about.
///
/// # Errors
/// [`AppError::NotFound`] when one of them must not be known of; [`AppError::Denied`]; [`Refusal::OtherCustomer`].
pub async fn link(app: &App, actor: &Actor, about: About) -> Result<()> {
    let About { meeting, opportunity: about, all_dates } = about;
    let mut tx = app.db.begin().await?;
    let full = store::meetings::by_id(&mut tx, meeting).await?.ok_or(AppError::NotFound)?;
    actor.may_change(&full)?;
    if let Some(id) = about {
        let opportunity = store::opportunities::by_id(&mut tx, id).await?.ok_or(AppError::NotFound)?;
        if full.meeting.account_id != Some(opportunity.account_id) {
            return Err(Refusal::OtherCustomer.into());
        }
    }
    store::opportunities::link(&mut tx, meeting, about).await?;
    if let Some(series) = full.meeting.series_id.filter(|_| all_dates) {
        store::opportunities::link_series(&mut tx, series, about).await?;
    }
    let mut deed = actor.deed("meeting.linked", ("meeting", meeting.uuid()));
    deed.after = Some(json!({ "title": full.meeting.title }));
    store::audit::record(&mut tx, &deed, app.now()).await?;
    Ok(tx.commit().await?)
}

pub(super) async fn open(tx: &mut Tx, actor: &Actor, (id, version): (OpportunityId, i64)) -> Result<Opportunity> {
    let row = store::opportunities::by_id(tx, id).await?.ok_or(AppError::NotFound)?;
    actor.may_keep(row.owner_id)?;
    if row.version == version { Ok(row) } else { Err(AppError::Stale) }
}

pub(super) async fn write(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    (action, old, new): (&'static str, &Opportunity, &Opportunity),
) -> Result<()> {
    if !store::opportunities::update(tx, new).await? {
        return Err(AppError::Stale);
    }
    let mut deed = actor.deed(action, ("opportunity", new.id.uuid()));
    (deed.before, deed.after) = (Some(recorded(old)), Some(recorded(new)));
    Ok(store::audit::record(tx, &deed, app.now()).await?)
}

/// The contact is the customer's, and nobody is responsible who has left.
async fn check(tx: &mut Tx, account: AccountId, (details, owner): (&Details, Option<PersonId>)) -> Result<()> {
    store::customers::by_id(tx, account).await?.ok_or(AppError::NotFound)?;
    if let Some(id) = details.contact {
        let contact = store::customers::person(tx, id).await?.filter(|c| c.account_id == account);
        contact.ok_or(AppError::NotFound)?;
    }
    refuse_leaver(tx, details.owner, owner).await
}

/// The meeting, if this person sees it: nobody names others' meetings by guessing.
async fn seen_meeting(tx: &mut Tx, actor: &Actor, meeting: Option<MeetingId>) -> Result<Option<MeetingId>> {
    let Some(id) = meeting else { return Ok(None) };
    let full = store::meetings::by_id(tx, id).await?.filter(|full| actor.sees(full));
    Ok(Some(full.ok_or(AppError::NotFound)?.meeting.id))
}

fn with(row: Opportunity, details: Details) -> Opportunity {
    let (amount, currency) = details.amount.map_or((None, String::new()), |(amount, code)| (Some(amount), code));
    Opportunity {
        contact_id: details.contact,
        owner_id: details.owner,
        title: details.title,
        lead_source: details.source,
        amount,
        currency,
        probability: details.probability.map(i64::from),
        next_step: details.next.what,
        next_step_on: details.next.on,
        expected_on: details.expected_on,
        version: row.version + 1,
        ..row
    }
}

fn noted(actor: &Actor, (old, new): (Option<&Opportunity>, &Opportunity), meeting: Option<MeetingId>) -> StageChange {
    StageChange {
        opportunity_id: new.id,
        version: new.version,
        from_stage: old.map(|old| old.stage),
        to_stage: new.stage,
        person_id: Some(actor.id()),
        person: actor.person.name.clone(),
        meeting_id: meeting,
        at: new.updated_at,
    }
}

fn recorded(row: &Opportunity) -> Value {
    json!({ "title": row.title, "stage": row.stage, "amount": row.amount, "currency": row.currency })
}
