//! The page of a file, whatever it has come to.

use askama::Template;
use axum::{extract::State, response::Response};

use super::{mapping::SEPARATORS, seen};
use crate::{
    app::imports::steer::can_be_undone,
    domain::{
        ids::ImportId,
        transfer::{
            Existing, ImportState, Kind, MAX_COLUMNS, Mapping,
            encoding::Encoding,
            headings,
            reader::{Place, Reader},
        },
    },
    i18n::{Texts, format::Format, transfer},
    store::{self, Tx, imports::Import},
    web::{
        caller::Caller,
        failure::Failure,
        form::Errors,
        page::{self, Nav, Page},
        path::One,
        state::Reads,
    },
};

/// Rows that show what columns hold.
const SAMPLES: usize = 5;
/// Refused rows on the page; all of them are in the file for download.
const MOST_REFUSALS: i64 = 50;
/// Things that were not taken back, on the page.
const MOST_STAYS: i64 = 100;
/// Longest sample, in characters.
const SAMPLE: usize = 60;

#[derive(Template)]
#[template(path = "imports/show.html")]
struct ImportPage<'a> {
    page: Page<'a>,
    errors: Errors,
    import: Import,
    mapping: Mapping,
    kind: String,
    state: String,
    customer: Option<String>,
    columns: Vec<Column>,
    fields: Vec<(String, String)>,
    encodings: Vec<(String, String)>,
    separators: Vec<(String, String)>,
    choices: Vec<(String, String)>,
    counts: Vec<(String, String)>,
    refusals: Vec<Refusal>,
    stays: Vec<(String, String)>,
    undo_until: Option<String>,
}

struct Column {
    /// Of its field.
    id: String,
    name: String,
    samples: String,
    chosen: String,
}

struct Refusal {
    row: String,
    why: String,
    says: String,
}

impl ImportPage<'_> {
    fn is(&self, word: &str) -> bool {
        self.import.state.as_str() == word
    }

    fn encoding(&self) -> &'static str {
        self.mapping.encoding.as_str()
    }

    fn separator(&self) -> &'static str {
        SEPARATORS.iter().find(|(_, sign)| *sign == self.mapping.separator).map_or("comma", |(word, _)| *word)
    }

    fn moving(&self) -> bool {
        self.import.state.is_moving()
    }

    /// Bytes gone through and altogether, for the bar.
    fn at(&self) -> (i64, i64) {
        match self.import.state {
            ImportState::Undoing => {
                let all = self.import.rows_new + self.import.rows_changed;
                (self.import.undone + self.import.stays, all.max(1))
            }
            _ => (self.import.at_byte.min(self.import.size), self.import.size.max(1)),
        }
    }

    fn progress(&self) -> String {
        let f = &self.page.f;
        let whole = |n: i64| f.number(n);
        match (self.import.state, self.import.rows_total) {
            (ImportState::Undoing, _) => {
                let (at, all) = self.at();
                self.page.t.imports_progress(whole(at), whole(all))
            }
            (_, Some(total)) => self.page.t.imports_progress(whole(self.import.at_row), whole(total)),
            (_, None) => self.page.t.imports_progress_so_far(whole(self.import.at_row)),
        }
    }

    fn resumes(&self) -> bool {
        matches!(self.import.state, ImportState::Stopped | ImportState::Failed)
            && self.import.at_byte < self.import.size
    }

    fn is_people(&self) -> bool {
        self.import.kind == Kind::People
    }

    fn has_money(&self) -> bool {
        self.import.kind == Kind::Opportunities
    }

    fn takes(&self) -> bool {
        self.import.rows_new + self.import.rows_changed > 0
    }
}

pub(super) async fn show(
    State(reads): State<Reads>,
    caller: Caller,
    One(id): One<ImportId>,
) -> Result<Response, Failure> {
    draw(&reads, &caller, id, (None, Errors::default())).await
}

/// The page; with a mapping that is not saved, its form is filled with that.
pub(super) async fn draw(
    reads: &Reads,
    caller: &Caller,
    id: ImportId,
    (typed, errors): (Option<Mapping>, Errors),
) -> Result<Response, Failure> {
    let (t, f) = (caller.texts(), caller.format());
    let mut tx = reads.begin().await?;
    let import = seen(&mut tx, caller.actor()?, id).await?;
    let asks = matches!(import.state, ImportState::Open | ImportState::Checked);
    let mapping = typed.unwrap_or_else(|| import.mapping.0.clone());
    let columns = if asks { columns(&mut tx, t, &import, &mapping).await? } else { Vec::new() };
    let customer = match import.account_id {
        Some(id) => store::customers::by_id(&mut tx, id).await?.map(|customer| customer.name),
        None => None,
    };
    let refusals = if import.state == ImportState::Open {
        Vec::new()
    } else {
        let found = store::import_rows::refusals(&mut tx, (id, 0), MOST_REFUSALS).await?;
        found.iter().map(|refusal| refused(t, &f, refusal)).collect()
    };
    let stays = store::import_rows::staying(&mut tx, id, MOST_STAYS).await?;
    let view = ImportPage {
        page: Page::new(reads, caller, Nav::Customers),
        kind: transfer::kind(t, import.kind),
        state: transfer::state(t, import.state),
        fields: fields(t, import.kind),
        encodings: Encoding::ALL.iter().map(|e| (e.to_string(), transfer::encoding(*e).to_owned())).collect(),
        separators: SEPARATORS.iter().map(|(word, _)| ((*word).to_owned(), transfer::separator(t, word))).collect(),
        choices: Existing::ALL.iter().map(|e| (e.to_string(), transfer::existing(t, *e))).collect(),
        counts: counts(t, &f, &import),
        stays: stays.into_iter().map(|one| staying(&one)).collect(),
        undo_until: can_be_undone(&import, caller.now())
            .then(|| import.ended_at.map(|at| f.subject_when(at + crate::app::imports::UNDO)))
            .flatten(),
        errors,
        customer,
        columns,
        refusals,
        mapping,
        import,
    };
    if view.errors.is_empty() { page::ok(&view) } else { page::invalid(&view) }
}

fn fields(t: &Texts, kind: Kind) -> Vec<(String, String)> {
    let none = (String::new(), t.imports_column_none());
    let field = |field: &crate::domain::transfer::Field| (field.to_string(), transfer::field(t, *field));
    [none].into_iter().chain(kind.fields().iter().map(field)).collect()
}

/// The columns of the file with some of what stands in them. Where the file is parted anew, what they hold is guessed anew.
async fn columns(tx: &mut Tx, t: &Texts, import: &Import, mapping: &Mapping) -> Result<Vec<Column>, Failure> {
    let head = store::import_files::piece(tx, (import.id, 0)).await?.unwrap_or_default();
    let rows = rows(mapping, &head);
    let width = rows.iter().map(Vec::len).max().unwrap_or(0).min(MAX_COLUMNS);
    let first = rows.first().cloned().unwrap_or_default();
    let known = mapping.columns.len() == width;
    let guessed = headings::guess(import.kind, &first);
    let chosen = |place: usize| if known { mapping.columns.get(place) } else { guessed.get(place) };
    let cut = |text: &str| -> String { text.trim().chars().take(SAMPLE).collect() };
    let column = |place: usize| {
        let cell = |row: &Vec<String>| row.get(place).map(|cell| cut(cell)).filter(|cell| !cell.is_empty());
        let samples: Vec<String> = rows.iter().skip(usize::from(mapping.headed)).filter_map(cell).collect();
        let name = if mapping.headed { first.get(place).map(|name| cut(name)) } else { None };
        Column {
            id: format!("column-{place}"),
            name: name.filter(|name| !name.is_empty()).unwrap_or_else(|| t.imports_column_number(place + 1)),
            samples: samples.join(" · "),
            chosen: chosen(place).copied().flatten().map_or_else(String::new, |field| field.to_string()),
        }
    };
    Ok((0..width).map(column).collect())
}

/// The first rows of a file.
fn rows(mapping: &Mapping, head: &[u8]) -> Vec<Vec<String>> {
    let mut reader = Reader::new((mapping.encoding, mapping.separator), Place::default());
    reader.feed(head);
    reader.end();
    std::iter::from_fn(|| reader.next_row())
        .take(200)
        .filter(|row| !row.is_blank() && !row.cells.first().is_some_and(|cell| cell.starts_with("sep=")))
        .take(SAMPLES + 1)
        .map(|row| row.cells)
        .collect()
}

/// The names of the columns, if the file says them.
pub(super) fn names(mapping: &Mapping, head: &[u8]) -> Vec<String> {
    rows(mapping, head).into_iter().next().filter(|_| mapping.headed).unwrap_or_default()
}

fn counts(t: &Texts, f: &Format, import: &Import) -> Vec<(String, String)> {
    let whole = |n: i64| f.number(n);
    vec![
        (t.imports_count_new(), whole(import.rows_new)),
        (t.imports_count_changed(), whole(import.rows_changed)),
        (t.imports_count_same(), whole(import.rows_same)),
        (t.imports_count_double(), whole(import.rows_double)),
        (t.imports_count_refused(), whole(import.rows_refused)),
    ]
}

fn refused(t: &Texts, f: &Format, refusal: &store::import_rows::Refusal) -> Refusal {
    let says: Vec<&str> = refusal.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
    Refusal {
        row: f.number(refusal.row_number),
        why: transfer::refused(t, refusal.reason, (refusal.field, &refusal.detail)),
        says: says.join(" · ").chars().take(SAMPLE * 2).collect(),
    }
}

fn staying(one: &store::import_rows::Stays) -> (String, String) {
    let place = match one.kind {
        Kind::Accounts => "/customers",
        Kind::Contacts => "/contacts",
        Kind::Opportunities => "/opportunities",
        Kind::People => "/people",
    };
    (format!("{place}/{}", one.object_id), one.name.clone().unwrap_or_else(|| one.object_id.to_string()))
}
