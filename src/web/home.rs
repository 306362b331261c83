//! My week.

use askama::Template;
use axum::{extract::State, response::Response};

use super::{
    access::Access,
    caller::Caller,
    failure::Failure,
    page::{self, Nav, Page},
    routes::Routes,
    state::Reads,
};

pub(super) fn routes(routes: Routes) -> Routes {
    routes.page("/", Access::SignedIn, show)
}

#[derive(Template)]
#[template(path = "home/week.html")]
struct WeekPage<'a> {
    page: Page<'a>,
}

async fn show(State(reads): State<Reads>, caller: Caller) -> Result<Response, Failure> {
    caller.actor()?;
    page::ok(&WeekPage { page: Page::new(&reads, &caller, Nav::Week) })
}
