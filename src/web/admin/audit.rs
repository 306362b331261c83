//! Who did what.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    http::header,
    response::{IntoResponse, Response},
};
use uuid::Uuid;

use super::{
    audit_words::{self, Difference},
    people::MOST,
};
use crate::{
    domain::ids::PersonId,
    store::{
        self,
        audit::{Filter, Record},
    },
    web::{
        access::Access,
        caller::Caller,
        csv::Csv,
        failure::Failure,
        form::Form,
        page::{self, Nav, Page},
        routes::Routes,
        state::Reads,
    },
};

pub(super) fn routes(routes: Routes) -> Routes {
    routes.page("/admin/audit", Access::Admin, show).page("/admin/audit.csv", Access::Admin, export)
}

/// Records on one page.
const PAGE: usize = 50;
/// Most records of one export, newest first; older ones by narrower filters.
const MOST_EXPORTED: usize = 20_000;
const CHUNK: i64 = 1_000;

/// The filter of the page's address.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Asked {
    by: Option<PersonId>,
    object: Option<Uuid>,
    kind: Option<&'static str>,
    before: Option<i64>,
}

impl Asked {
    /// What cannot be read filters nothing.
    fn read(query: Option<&str>) -> Self {
        let form = Form::from_query(query);
        Self {
            by: form.get("by").parse().ok(),
            object: form.get("object").parse().ok(),
            kind: audit_words::KINDS.into_iter().find(|kind| *kind == form.get("kind")),
            before: form.get("before").parse().ok(),
        }
    }

    fn filter(&self, limit: i64) -> Filter {
        let object_kind = self.kind.map(str::to_owned);
        Filter { object_id: self.object, object_kind, actor_id: self.by, before_id: self.before, limit }
    }

    /// The query of the same filter from another place on.
    fn query(&self, before: Option<i64>) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let pairs = [
            ("by", self.by.map(|id| id.to_string())),
            ("object", self.object.map(|id| id.to_string())),
            ("kind", self.kind.map(str::to_owned)),
            ("before", before.map(|id| id.to_string())),
        ];
        for (name, value) in pairs {
            if let Some(value) = value {
                query.append_pair(name, &value);
            }
        }
        query.finish()
    }
}

/// A record in words.
struct Row {
    record: Record,
    what: String,
    object: String,
    changes: Vec<Difference>,
}

#[derive(Template)]
#[template(path = "admin/audit.html")]
struct AuditPage<'a> {
    page: Page<'a>,
    rows: Vec<Row>,
    asked: Asked,
    people: Vec<(String, String)>,
    kinds: Vec<(&'static str, String)>,
    older: Option<String>,
}

impl AuditPage<'_> {
    fn by(&self) -> String {
        self.asked.by.map_or_else(String::new, |id| id.to_string())
    }

    fn kind(&self) -> &'static str {
        self.asked.kind.unwrap_or("")
    }

    fn export(&self) -> String {
        format!("/admin/audit.csv?{}", self.asked.query(None))
    }

    /// The same page, only of this thing.
    fn only(&self, id: Uuid) -> String {
        let asked = Asked { object: Some(id), before: None, ..self.asked.clone() };
        format!("/admin/audit?{}", asked.query(None))
    }
}

async fn show(State(reads): State<Reads>, caller: Caller, RawQuery(query): RawQuery) -> Result<Response, Failure> {
    let asked = Asked::read(query.as_deref());
    let mut tx = reads.begin().await?;
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let mut records = store::audit::list(&mut tx, &asked.filter(limit)).await?;
    let more = records.len() > PAGE;
    records.truncate(PAGE);
    let older = records.last().filter(|_| more).map(|last| format!("/admin/audit?{}", asked.query(Some(last.id))));
    let t = caller.texts();
    let everybody = store::people::list(&mut tx, MOST).await?;
    let people = [(String::new(), t.audit_anybody())]
        .into_iter()
        .chain(everybody.into_iter().map(|p| (p.id.to_string(), format!("{} ({})", p.name, p.email))))
        .collect();
    let kinds = [("", t.audit_anything())]
        .into_iter()
        .chain(audit_words::KINDS.into_iter().map(|kind| (kind, audit_words::kind(t, kind))))
        .collect();
    let f = caller.format();
    let row = |record: Record| Row {
        what: audit_words::action(t, &record.action),
        object: audit_words::object(t, &record),
        changes: audit_words::differences(t, &f, &record),
        record,
    };
    let rows = records.into_iter().map(row).collect();
    page::ok(&AuditPage { page: Page::new(&reads, &caller, Nav::Admin), rows, asked, people, kinds, older })
}

async fn export(State(reads): State<Reads>, caller: Caller, RawQuery(query): RawQuery) -> Result<Response, Failure> {
    let t = caller.texts();
    let mut asked = Asked::read(query.as_deref());
    let header = [
        t.audit_number(),
        t.audit_when(),
        t.audit_who(),
        t.audit_what(),
        t.audit_code(),
        t.audit_kind(),
        t.audit_object(),
        t.audit_object_id(),
        t.audit_before(),
        t.audit_after(),
        t.audit_reason(),
        t.audit_address(),
    ];
    let mut csv = Csv::new(&header);
    let mut tx = reads.begin().await?;
    for _ in 0..MOST_EXPORTED / 1_000 {
        let records = store::audit::list(&mut tx, &asked.filter(CHUNK)).await?;
        let Some(last) = records.last() else { break };
        asked.before = Some(last.id);
        for record in &records {
            csv.row(&cells(&caller, record));
        }
    }
    let name = format!("attachment; filename=\"sparsam-audit-{}.csv\"", reads.now().format("%Y-%m-%d"));
    let headers = [(header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, csv.into_text()).into_response())
}

fn cells(caller: &Caller, r: &Record) -> [String; 12] {
    let t = caller.texts();
    let json = |value: Option<&serde_json::Value>| value.map_or_else(String::new, ToString::to_string);
    [
        r.id.to_string(),
        r.at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
        r.actor.clone(),
        audit_words::action(t, &r.action),
        r.action.clone(),
        audit_words::kind(t, &r.object_kind),
        audit_words::object_name(r),
        r.object_id.map_or_else(String::new, |id| id.to_string()),
        json(r.before.as_deref()),
        json(r.after.as_deref()),
        r.reason.clone(),
        r.address.clone(),
    ]
}
