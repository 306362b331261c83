//! How the system is doing, read from the database.

use askama::Template;
use axum::{extract::State, response::Response};
use chrono::TimeDelta;

use crate::{
    domain::time::Zone,
    store::{self, outbox::Queue},
    web::{
        access::Access,
        caller::Caller,
        failure::Failure,
        inbound_form,
        page::{self, Nav, Page},
        relay_form,
        routes::Routes,
        state::Reads,
    },
};

pub(super) fn routes(routes: Routes) -> Routes {
    routes.page("/admin/system", Access::Admin, show)
}

/// A mail that is due for this long points to a fault.
const LATE: TimeDelta = TimeDelta::minutes(10);

#[derive(Template)]
#[template(path = "admin/system.html")]
struct SystemPage<'a> {
    page: Page<'a>,
    database: &'static str,
    queue: Queue,
    /// How long the oldest waiting mail has been due, in minutes, if that is too long.
    late: Option<u32>,
    inconsistencies: i64,
    started: String,
    relay: bool,
    /// How answers come in by mail, in words, and whether that fails.
    answers: (String, bool),
}

impl SystemPage<'_> {
    const VERSION: &'static str = env!("CARGO_PKG_VERSION");

    fn zone_data() -> &'static str {
        Zone::data_version()
    }
}

async fn show(State(reads): State<Reads>, caller: Caller) -> Result<Response, Failure> {
    let now = reads.now();
    let mut tx = reads.begin().await?;
    let queue = store::outbox::queue(&mut tx).await?;
    let late = queue.oldest_due.map(|due| now - due).filter(|wait| *wait > LATE);
    let organization = store::organization::load(&mut tx).await?;
    let page = SystemPage {
        page: Page::new(&reads, &caller, Nav::Admin),
        database: match reads.database() {
            "postgres" => "PostgreSQL",
            _ => "SQLite",
        },
        late: late.map(|wait| u32::try_from(wait.num_minutes()).unwrap_or(u32::MAX)),
        inconsistencies: store::claims::inconsistencies(&mut tx).await?,
        started: caller.format().long_date_time(reads.started()),
        relay: relay_form::leaves(&reads, organization.as_ref()),
        queue,
        answers: inbound_form::standing(&mut tx, &caller).await?,
    };
    page::ok(&page)
}
