//! What a meeting with a customer is about, and what came of it for the sale.

use crate::{
    domain::{
        ids::{AccountId, OpportunityId},
        meeting::Status,
        pipeline::bring,
    },
    i18n::pipeline,
    store::{
        self, Tx,
        meetings::FullMeeting,
        opportunities::{Opportunity, Query},
    },
    web::{
        caller::Caller,
        customers::Options,
        failure::Failure,
        opportunities::{reasons, stages},
    },
};

/// Most opportunities to choose from.
const MOST: i64 = 100;

/// The sale behind a meeting.
pub(super) struct Sale {
    pub(super) account: AccountId,
    pub(super) customer: String,
    pub(super) about: Option<About>,
    /// What it may be about, for those who may change the meeting; empty for all others.
    pub(super) choices: Options,
    /// Whom to bring, ahead of the meeting.
    pub(super) companions: Option<String>,
}

/// The opportunity.
pub(super) struct About {
    pub(super) id: OpportunityId,
    pub(super) title: String,
    pub(super) stage: String,
    /// After the meeting, for those who may change the opportunity.
    pub(super) outcome: Option<Outcome>,
}

/// What the form of the outcome needs.
pub(super) struct Outcome {
    pub(super) version: i64,
    /// Word and name of the stage that usually comes next.
    pub(super) following: Option<(&'static str, String)>,
    pub(super) stage: &'static str,
    pub(super) stages: Options,
    pub(super) reasons: Options,
    pub(super) next_step: String,
    pub(super) next_step_on: String,
}

impl Sale {
    /// `None` for meetings without a customer.
    pub(super) async fn of(tx: &mut Tx, caller: &Caller, full: &FullMeeting) -> Result<Option<Self>, Failure> {
        let Some(account) = full.meeting.account_id else { return Ok(None) };
        let Some(customer) = store::accounts::account_by_id(tx, account).await? else { return Ok(None) };
        let over = full.meeting.ends_at <= caller.now() && full.meeting.status == Status::Confirmed;
        let row = store::opportunities::of_meeting(tx, full.meeting.id).await?;
        let t = caller.texts();
        let choices =
            if caller.actor()?.may_change(full).is_ok() { choices(tx, caller, account).await? } else { Vec::new() };
        let people: Vec<String> = match full.meeting.stage.filter(|_| full.meeting.ends_at > caller.now()) {
            Some(stage) => bring(stage).iter().map(|one| pipeline::companion(t, *one)).collect(),
            None => Vec::new(),
        };
        Ok(Some(Self {
            account,
            customer: customer.name,
            about: row.map(|row| about(caller, row, over)).transpose()?,
            choices,
            companions: (!people.is_empty()).then(|| t.pipeline_bring(people.join(", "))),
        }))
    }

    /// Whether this is what the meeting is about.
    pub(super) fn is(&self, id: &str) -> bool {
        self.about.as_ref().map_or_else(|| id.is_empty(), |about| about.id.to_string() == id)
    }
}

fn about(caller: &Caller, row: Opportunity, over: bool) -> Result<About, Failure> {
    let (t, f) = (caller.texts(), caller.format());
    let keeps = over && caller.actor()?.may_keep(row.owner_id).is_ok();
    let outcome = keeps.then(|| Outcome {
        version: row.version,
        following: row.stage.next().map(|next| (next.as_str(), pipeline::stage(t, next))),
        stage: row.stage.as_str(),
        stages: stages(t),
        reasons: reasons(t),
        next_step: row.next_step.clone(),
        next_step_on: row.next_step_on.map_or_else(String::new, |day| f.short_date(day)),
    });
    Ok(About { id: row.id, stage: pipeline::stage(t, row.stage), title: row.title, outcome })
}

async fn choices(tx: &mut Tx, caller: &Caller, account: AccountId) -> Result<Options, Failure> {
    let query = Query { account: Some(account), limit: MOST, ..Query::default() };
    let rows = store::opportunities::page(tx, &query).await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let none = (String::new(), caller.texts().pipeline_none_chosen());
    let choice = |entry: store::opportunities::Entry| (entry.opportunity.id.to_string(), entry.opportunity.title);
    Ok([none].into_iter().chain(rows.into_iter().map(choice)).collect())
}
