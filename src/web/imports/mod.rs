//! Files of customers, contacts, opportunities and colleagues: sent, looked at, taken over, taken back. One page for each file
//! goes along with it; it shows how far the file has come by being loaded again.

mod list;
mod mapping;
mod multipart;
mod new;
mod refusals;
mod show;

use axum::response::{IntoResponse, Redirect, Response};

use super::{access::Access, caller::Caller, failure::Failure, path::One, routes::Routes, state::Writes};
use crate::{
    app::{
        actor::Actor,
        error::{AppError, Result as AppResult},
        imports::steer,
    },
    domain::ids::ImportId,
    store::{self, Tx, imports::Import},
};
use axum::extract::State;

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .page("/imports", Access::Planner, list::show)
        .page("/imports/new", Access::Planner, new::show)
        .command("/imports", Access::Planner, new::receive)
        .page("/imports/{id}", Access::Planner, show::show)
        .command("/imports/{id}/mapping", Access::Planner, mapping::save)
        .command("/imports/{id}/run", Access::Planner, run)
        .command("/imports/{id}/stop", Access::Planner, stop)
        .command("/imports/{id}/undo", Access::Planner, undo)
        .command("/imports/{id}/removal", Access::Planner, discard)
        .page("/imports/{id}/refusals.csv", Access::Planner, refusals::download)
}

/// A file that is for this person's eyes; otherwise there is none.
async fn seen(tx: &mut Tx, actor: &Actor, id: ImportId) -> Result<Import, Failure> {
    let import = store::imports::by_id(tx, id).await?.filter(|import| actor.sees_import(import));
    import.ok_or(Failure::NotFound)
}

/// Back to the page of the file. It has come further by itself meanwhile: the page says how far.
fn back(id: ImportId, done: AppResult<()>) -> Result<Response, Failure> {
    match done {
        Ok(()) | Err(AppError::Stale) => Ok(Redirect::to(&format!("/imports/{id}")).into_response()),
        Err(error) => Err(error.into()),
    }
}

async fn run(State(writes): State<Writes>, caller: Caller, One(id): One<ImportId>) -> Result<Response, Failure> {
    back(id, steer::run(&writes.app, caller.actor()?, id).await)
}

async fn stop(State(writes): State<Writes>, caller: Caller, One(id): One<ImportId>) -> Result<Response, Failure> {
    back(id, steer::stop(&writes.app, caller.actor()?, id).await)
}

async fn undo(State(writes): State<Writes>, caller: Caller, One(id): One<ImportId>) -> Result<Response, Failure> {
    back(id, steer::undo(&writes.app, caller.actor()?, id).await)
}

async fn discard(State(writes): State<Writes>, caller: Caller, One(id): One<ImportId>) -> Result<Response, Failure> {
    match steer::discard(&writes.app, caller.actor()?, id).await {
        Ok(()) => Ok(Redirect::to("/imports?done=discarded").into_response()),
        Err(error) => back(id, Err(error)),
    }
}
