//! Take the newest move of an opportunity back, as long as nothing has happened to it since.

use chrono::TimeDelta;

use super::opportunities::{open, write};
use crate::{
    app::{
        actor::Actor,
        context::App,
        error::{AppError, Refusal, Result},
    },
    domain::ids::OpportunityId,
    store::{
        self, Tx,
        opportunities::Opportunity,
        stage_changes::{Before, Reversible},
    },
};

/// How long a move can be taken back.
const UNDO: TimeDelta = TimeDelta::minutes(10);

/// The opportunity is again as it was before the move that made this version. The move is gone from its history; the audit
/// log keeps both.
///
/// # Errors
/// [`Refusal::TooLateToUndo`] ten minutes later, or when something changed since; [`AppError::Denied`].
pub async fn run(app: &App, actor: &Actor, (id, version): (OpportunityId, i64)) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let old = open(&mut tx, actor, (id, version)).await.map_err(|error| match error {
        AppError::Stale => Refusal::TooLateToUndo.into(),
        other => other,
    })?;
    let before = reversible(&mut tx, app, &old).await?.ok_or(Refusal::TooLateToUndo)?;
    let new = Opportunity { version: version + 1, updated_at: now, ..before.restore(old.clone()) };
    store::stage_changes::take_back(&mut tx, (id, version)).await?;
    write(&mut tx, app, actor, ("opportunity.undone", &old, &new)).await?;
    Ok(tx.commit().await?)
}

/// What the newest move replaced, as long as it can be taken back.
async fn reversible(tx: &mut Tx, app: &App, row: &Opportunity) -> Result<Option<Before>> {
    let change = store::stage_changes::reversible(tx, (row.id, row.version)).await?;
    Ok(change.filter(|change| is_fresh(change, app.now())).map(|change| change.before.0))
}

/// Whether a move may still be taken back at this time.
#[must_use]
pub fn is_fresh(change: &Reversible, now: chrono::DateTime<chrono::Utc>) -> bool {
    change.at + UNDO > now
}
