//! First-run set-up: from an empty database to the first invitation. When it is finished, none of these pages exist.

mod account;
mod company;
mod mail;
mod start;
mod team;

use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::{
    CookieJar,
    cookie::{Cookie, SameSite},
};

use super::{
    access::Access,
    caller::Caller,
    failure::Failure,
    relay_form,
    routes::Routes,
    state::{Reads, Writes},
};
use crate::{
    app::{
        actor::Actor,
        setup::{self, Opener, Progress},
    },
    i18n::Texts,
};

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .page("/setup", Access::Link, start::show)
        .command("/setup", Access::Link, start::enter)
        .page("/setup/company", Access::Link, company::show)
        .command("/setup/company", Access::Link, company::save)
        .page("/setup/account", Access::Link, account::show)
        .command("/setup/account", Access::Link, account::create)
        .page("/setup/mail", Access::Link, mail::show)
        .command("/setup/mail", Access::Link, mail::change)
        .page("/setup/team", Access::Link, team::show)
        .command("/setup/team", Access::Link, team::save)
        .page("/setup/done", Access::Link, start::show_end)
        .command("/setup/done", Access::Link, start::finish)
}

/// Somebody who may set up, and how far it has come.
struct Visit {
    opener: Opener,
    progress: Progress,
}

/// Who comes to the steps ahead of the first account; `None` leads to the code. Not found after the set-up.
async fn visit(reads: &Reads, caller: &Caller, jar: &CookieJar) -> Result<Option<Visit>, Failure> {
    let mut tx = reads.begin().await?;
    let progress = setup::progress(&mut tx).await?.ok_or(Failure::NotFound)?;
    if let Some(actor) = caller.actor_if_any().filter(|actor| actor.is_admin()) {
        return Ok(Some(Visit { opener: Opener::Admin(Box::new(actor.clone())), progress }));
    }
    let Some(code) = jar.get(cookie_name(reads)).map(|c| c.value().to_owned()) else { return Ok(None) };
    let opens = setup::code_opens(&mut tx, &code, caller.now()).await?;
    let address = caller.address().to_owned();
    Ok(opens.then_some(Visit { opener: Opener::Code { code, address }, progress }))
}

/// Who comes to the steps behind the first account. Not found after the set-up, also for those not signed in.
async fn admin_visit<'a>(reads: &Reads, caller: &'a Caller) -> Result<(&'a Actor, Progress), Failure> {
    let mut tx = reads.begin().await?;
    let progress = setup::progress(&mut tx).await?.ok_or(Failure::NotFound)?;
    let actor = caller.actor()?;
    actor.may_administer()?;
    Ok((actor, progress))
}

fn to(path: &str) -> Response {
    Redirect::to(path).into_response()
}

fn cookie_name(reads: &Reads) -> &'static str {
    if reads.mode().secure { "__Host-setup" } else { "sparsam-setup" }
}

fn cookie(writes: &Writes, code: &str) -> Cookie<'static> {
    let reads = writes.reads();
    Cookie::build((cookie_name(&reads), code.to_owned()))
        .path("/")
        .http_only(true)
        .secure(reads.mode().secure)
        .same_site(SameSite::Lax)
        .build()
}

/// A step in the list beside every page.
struct Task {
    label: String,
    state: String,
    done: bool,
    /// Where it is, unless something else must come first.
    link: Option<&'static str>,
    current: bool,
}

/// The list of steps; `here` is the one shown.
fn tasks(reads: &Reads, t: &Texts, progress: &Progress, here: &str) -> Vec<Task> {
    let (named, admin) = (progress.organization.is_some(), progress.has_admin);
    let leaves = relay_form::leaves(reads, progress.organization.as_ref());
    let task = |path: &'static str, label: String, done: bool, open: bool| Task {
        label,
        state: if done { t.setup_done() } else { t.setup_todo() },
        done,
        link: open.then_some(path),
        current: path == here,
    };
    let mut mail = task("/setup/mail", t.setup_task_mail(), leaves, admin);
    if !leaves && admin {
        mail.state = t.setup_skipped();
    }
    vec![
        task("/setup/company", t.setup_task_company(), named, true),
        task("/setup/account", t.setup_task_account(), admin, named),
        mail,
        task("/setup/team", t.setup_task_team(), progress.teams > 0, admin),
        task("/setup/done", t.setup_task_finish(), false, admin),
    ]
}
