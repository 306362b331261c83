//! Unsent plans: kept while they are written, thrown away when they are not wanted.

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};

use super::{
    access::Access,
    caller::Caller,
    failure::Failure,
    form::Form,
    page::{self, Nav, Page},
    path::One,
    planner,
    routes::Routes,
    state::{Reads, Writes},
};
use crate::{
    app::drafts,
    domain::ids::DraftId,
    store::{self, drafts::Draft},
};

pub(super) fn routes(routes: Routes) -> Routes {
    routes.command("/drafts", Access::Planner, keep).page("/drafts/{id}/deletion", Access::SignedIn, confirm).command(
        "/drafts/{id}/deletion",
        Access::SignedIn,
        delete,
    )
}

/// Keeps the planner's form as it is typed; the script sends it every few seconds. Answers with the words that say so.
async fn keep(State(writes): State<Writes>, caller: Caller, form: Form) -> Result<Response, Failure> {
    let actor = caller.actor()?;
    let kept = drafts::keep(&writes.app, actor, &actor.may_plan()?, planner::as_draft(&form)).await?;
    Ok(kept.map_or_else(String::new, |at| caller.texts().planner_kept(caller.format().time(at))).into_response())
}

#[derive(Template)]
#[template(path = "meetings/draft_deletion.html")]
struct ConfirmPage<'a> {
    page: Page<'a>,
    draft: Draft,
    title: String,
}

async fn confirm(State(reads): State<Reads>, caller: Caller, One(id): One<DraftId>) -> Result<Response, Failure> {
    let t = caller.texts();
    let mut tx = reads.begin().await?;
    let draft = store::drafts::by_id(&mut tx, caller.actor()?.id(), id).await?.ok_or(Failure::NotFound)?;
    let title = if draft.title.is_empty() { t.meetings_untitled() } else { draft.title.clone() };
    page::ok(&ConfirmPage { page: Page::new(&reads, &caller, Nav::Meetings), draft, title })
}

async fn delete(State(writes): State<Writes>, caller: Caller, One(draft): One<DraftId>) -> Result<Response, Failure> {
    drafts::delete(&writes.app, caller.actor()?, draft).await?;
    Ok(Redirect::to("/meetings?show=drafts&done=draft-deleted").into_response())
}
