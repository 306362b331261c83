//! The end of the demo: its company goes, the set-up of a real one begins.

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::{
    CookieJar,
    cookie::{Cookie, SameSite},
};

use super::{
    access::Access,
    caller::Caller,
    failure::Failure,
    page::{self, Nav, Page},
    routes::Routes,
    state::{Reads, Writes},
};
use crate::{app::remove_demo, store};

const PATH: &str = "/admin/demo/removal";

pub(super) fn routes(routes: Routes) -> Routes {
    routes.page(PATH, Access::Admin, show).command(PATH, Access::Admin, remove)
}

#[derive(Template)]
#[template(path = "demo/removal.html")]
struct RemovalPage<'a> {
    page: Page<'a>,
}

async fn show(State(reads): State<Reads>, caller: Caller) -> Result<Response, Failure> {
    let mut tx = reads.begin().await?;
    store::organization::load(&mut tx).await?.filter(|o| o.demo).ok_or(Failure::NotFound)?;
    page::ok(&RemovalPage { page: Page::new(&reads, &caller, Nav::Admin) })
}

/// Whoever removed the demo may set up: the code goes straight into their browser.
async fn remove(State(writes): State<Writes>, caller: Caller, jar: CookieJar) -> Result<Response, Failure> {
    let permit = caller.actor()?.may_administer()?;
    let code = remove_demo::run(&writes.app, &permit).await?;
    writes.end_demo();
    let secure = writes.reads().mode().secure;
    let name = if secure { "__Host-setup" } else { "sparsam-setup" };
    let cookie = code.map(|code| {
        Cookie::build((name, code)).path("/").http_only(true).secure(secure).same_site(SameSite::Lax).build()
    });
    let jar = cookie.into_iter().fold(jar, CookieJar::add);
    Ok((jar, Redirect::to("/setup")).into_response())
}
