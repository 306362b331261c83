//! Files that were sent.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::Response,
};

use crate::{
    domain::{ids::ImportId, transfer::Kind},
    i18n::transfer,
    store,
    web::{
        caller::Caller,
        failure::Failure,
        form::Form,
        page::{self, Nav, Notice, Page},
        state::Reads,
    },
};

/// Files on the page; older ones are forgotten before long.
const MOST: i64 = 100;

#[derive(Template)]
#[template(path = "imports/list.html")]
struct ListPage<'a> {
    page: Page<'a>,
    rows: Vec<Row>,
    kinds: Vec<(&'static str, String)>,
}

struct Row {
    id: ImportId,
    name: String,
    kind: String,
    at: String,
    who: String,
    state: String,
}

pub(super) async fn show(
    State(reads): State<Reads>,
    caller: Caller,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let (actor, t, f) = (caller.actor()?, caller.texts(), caller.format());
    let mut tx = reads.begin().await?;
    let whose = (!actor.is_admin()).then(|| actor.id());
    let imports = store::imports::list(&mut tx, whose, MOST).await?;
    let mut ids: Vec<_> = imports.iter().map(|import| import.person_id).collect();
    ids.sort_unstable();
    ids.dedup();
    let people = store::people::by_ids(&mut tx, &ids).await?;
    let name = |id| people.iter().find(|p| p.id == id).map_or_else(String::new, |p| p.name.clone());
    let row = |import: store::imports::Import| Row {
        id: import.id,
        kind: transfer::kind(t, import.kind),
        at: f.subject_when(import.created_at),
        who: name(import.person_id),
        state: transfer::state(t, import.state),
        name: import.file_name,
    };
    let discarded = Form::from_query(query.as_deref()).get("done") == "discarded";
    let notice = discarded.then(|| Notice::new(t.imports_discarded()));
    let kinds = Kind::ALL.iter().filter(|kind| actor.may_import(**kind).is_ok());
    page::ok(&ListPage {
        page: Page::new(&reads, &caller, Nav::Customers).with_notice(notice),
        kinds: kinds.map(|kind| (kind.as_str(), transfer::kind(t, *kind))).collect(),
        rows: imports.into_iter().map(row).collect(),
    })
}
