//! Take data out: everything, for administrators; one's own, for everybody.

use askama::Template;
use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};

use super::{
    access::Access,
    archive::{Archive, TooLarge},
    caller::Caller,
    csv::Csv,
    failure::Failure,
    feed,
    form::{Errors, Form},
    page::{self, Nav, Page},
    routes::Routes,
    state::{Reads, Writes},
    streamed::{Pieces, streamed},
};
use crate::{
    app::{
        actor::Actor,
        error::{AppError, Refusal},
        export::{self, Whose},
        read_feed,
    },
    store::{self, export::TABLES},
};

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .page("/admin/export", Access::Admin, show_firm)
        .command("/admin/export", Access::Admin, take_firm)
        .page("/settings/data", Access::SignedIn, show_own)
        .command("/settings/data", Access::SignedIn, take_own)
}

#[derive(Template)]
#[template(path = "export/show.html")]
struct ExportPage<'a> {
    page: Page<'a>,
    errors: Errors,
    /// Everything, and not one's own.
    firm: bool,
}

async fn show_firm(State(reads): State<Reads>, caller: Caller) -> Result<Response, Failure> {
    draw(&reads, &caller, true, Errors::default())
}

async fn show_own(State(reads): State<Reads>, caller: Caller) -> Result<Response, Failure> {
    draw(&reads, &caller, false, Errors::default())
}

fn draw(reads: &Reads, caller: &Caller, firm: bool, errors: Errors) -> Result<Response, Failure> {
    let nav = if firm { Nav::Admin } else { Nav::Settings };
    let view = ExportPage { page: Page::new(reads, caller, nav), errors, firm };
    if view.errors.is_empty() { page::ok(&view) } else { page::invalid(&view) }
}

async fn take_firm(State(writes): State<Writes>, caller: Caller, form: Form) -> Result<Response, Failure> {
    let permit = caller.actor()?.may_administer()?;
    take(&writes, &caller, Whose::Firm(&permit), &form).await
}

async fn take_own(State(writes): State<Writes>, caller: Caller, form: Form) -> Result<Response, Failure> {
    take(&writes, &caller, Whose::Own, &form).await
}

async fn take(writes: &Writes, caller: &Caller, whose: Whose<'_>, form: &Form) -> Result<Response, Failure> {
    let (actor, t) = (caller.actor()?, caller.texts());
    let all = matches!(whose, Whose::Firm(_));
    let mut errors = Errors::default();
    match export::begin(&writes.app, &writes.passwords, actor, (whose, form.get("present").to_owned())).await {
        Ok(()) => {}
        Err(AppError::Refused(Refusal::WrongPassword)) => errors.add("present", t.settings_password_wrong()),
        Err(error) => return Err(error.into()),
    }
    let reads = writes.reads();
    if !errors.is_empty() {
        return draw(&reads, caller, all, errors);
    }
    let name = format!("attachment; filename=\"sparsam-{}.zip\"", reads.now().format("%Y-%m-%d"));
    let readme = t.export_readme();
    let own = (!all).then(|| actor.clone());
    let body = streamed(move |pieces| write(reads, (own, readme), pieces));
    let headers = [(header::CONTENT_TYPE, "application/zip".to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, body).into_response())
}

/// One consistent view of everything, a few rows at a time.
async fn write(reads: Reads, (own, readme): (Option<Actor>, String), pieces: Pieces) -> Result<(), Failure> {
    let of = own.as_ref().map(Actor::id);
    let mut archive = Archive::new();
    archive.file("README.txt")?;
    archive.write(readme.as_bytes())?;
    let mut tx = reads.begin().await?;
    for table in TABLES.iter().filter(|table| if of.is_some() { !table.own.is_empty() } else { table.firm }) {
        archive.file(&format!("{}.csv", table.name))?;
        let header: Vec<String> = table.columns.split(' ').map(str::to_owned).collect();
        let mut csv = Csv::new(&header);
        let mut skip = 0;
        loop {
            let rows = store::export::rows(&mut tx, (table, of), skip).await?;
            let last = i64::try_from(rows.len()).unwrap_or(0) < store::export::STEP;
            skip += store::export::STEP;
            for row in rows {
                let cells: Vec<String> = row.into_iter().map(Option::unwrap_or_default).collect();
                csv.row(&cells);
            }
            archive.write(csv.take().as_bytes())?;
            pieces.send(archive.take()?).await?;
            if last {
                break;
            }
        }
    }
    if let Some(actor) = &own {
        let open = read_feed::own(&mut tx, actor, reads.now()).await?;
        archive.file("calendar.ics")?;
        archive.write(feed::written(&reads, &mut tx, &open).await?.as_bytes())?;
    }
    pieces.send(archive.finish()?).await
}

impl From<TooLarge> for Failure {
    fn from(error: TooLarge) -> Self {
        Self::Internal(error.to_string())
    }
}
