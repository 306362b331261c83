//! A move that was a mistake is taken back with one click.

use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};

use crate::{
    app::{
        customers::undo_move,
        error::{AppError, Refusal},
    },
    domain::ids::OpportunityId,
    store::{self, Tx},
    web::{caller::Caller, failure::Failure, page::Notice, path::Two, state::Writes},
};

pub(super) async fn create(
    State(writes): State<Writes>,
    caller: Caller,
    Two(id, version): Two<OpportunityId, i64>,
) -> Result<Response, Failure> {
    let done = match undo_move::run(&writes.app, caller.actor()?, (id, version)).await {
        Ok(()) => "undone",
        Err(AppError::Refused(Refusal::TooLateToUndo)) => "too-late",
        Err(error) => return Err(error.into()),
    };
    Ok(Redirect::to(&format!("/opportunities/{id}?done={done}")).into_response())
}

/// What to say after a move, with the way back as long as there is one.
pub(in crate::web) async fn moved(tx: &mut Tx, caller: &Caller, id: OpportunityId) -> Result<Option<Notice>, Failure> {
    let Some(row) = store::opportunities::by_id(tx, id).await? else { return Ok(None) };
    let change = store::stage_changes::reversible(tx, (id, row.version)).await?;
    let may = caller.actor()?.may_keep(row.owner_id).is_ok();
    let fresh = change.filter(|change| may && undo_move::is_fresh(change, caller.now()));
    let undo = fresh.map(|_| format!("/opportunities/{id}/moves/{}/undoing", row.version));
    Ok(Some(Notice { text: caller.texts().pipeline_done_moved(), undo }))
}
