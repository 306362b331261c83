//! The board: one column for each stage. A card is moved by its own form, or by dragging it.

use crate::{
    app::actor::Actor,
    domain::{
        ids::{OpportunityId, PersonId},
        pipeline::OpportunityStage,
    },
    i18n::pipeline,
    store::{
        self, Tx,
        opportunities::{Entry, Query},
    },
    web::{caller::Caller, failure::Failure},
};

/// Most open opportunities on the board; those changed last.
const MOST_OPEN: i64 = 300;
/// Most decided ones.
const MOST_CLOSED: i64 = 30;

pub(super) struct Column {
    pub(super) stage: OpportunityStage,
    pub(super) name: String,
    pub(super) cards: Vec<Card>,
}

pub(super) struct Card {
    pub(super) id: OpportunityId,
    pub(super) version: i64,
    pub(super) title: String,
    pub(super) account: String,
    pub(super) value: String,
    pub(super) next: String,
    /// Whether the reader may move it.
    pub(super) moves: bool,
}

pub(super) async fn columns(
    tx: &mut Tx,
    caller: &Caller,
    actor: &Actor,
    owners: Vec<PersonId>,
) -> Result<Vec<Column>, Failure> {
    let (t, f) = (caller.texts(), caller.format());
    let stages = |open: bool| OpportunityStage::ALL.iter().copied().filter(|s| s.is_open() == open).collect();
    let open = Query { owners: owners.clone(), stages: stages(true), limit: MOST_OPEN, ..Query::default() };
    let closed = Query { owners, stages: stages(false), limit: MOST_CLOSED, ..Query::default() };
    let mut entries = store::opportunities::page(tx, &open).await?;
    entries.extend(store::opportunities::page(tx, &closed).await?);
    let card = |entry: &Entry| {
        let o = &entry.opportunity;
        Card {
            id: o.id,
            version: o.version,
            title: o.title.clone(),
            account: entry.account.clone(),
            value: if o.amount.is_some() { f.money(o.worth(), &o.currency) } else { String::new() },
            next: o.next_step_on.filter(|_| o.stage.is_open()).map_or_else(String::new, |day| f.date(day)),
            moves: actor.may_keep(o.owner_id).is_ok(),
        }
    };
    let column = |stage: &OpportunityStage| Column {
        stage: *stage,
        name: pipeline::stage(t, *stage),
        cards: entries.iter().filter(|entry| entry.opportunity.stage == *stage).map(card).collect(),
    };
    Ok(OpportunityStage::ALL.iter().map(column).collect())
}
