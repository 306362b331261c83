//! The rows of one step: which of them are about the same, and what became of each.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::{
    app::{actor::Actor, context::App, error::Result},
    domain::transfer::{Kind, Reason, Refused, reader::Row, record::Reading},
    store::{
        self, Tx,
        import_rows::{Change, Key, Refusal},
        imports::Import,
        organization::Organization,
    },
};

/// Longest cell that is kept of a row that was not taken, in characters.
const MAX_CELL: usize = 1_000;

/// What every row of a step is held against.
pub(super) struct Run<'a> {
    pub(super) app: &'a App,
    /// Whoever imports, with the rights of this moment.
    pub(super) actor: &'a Actor,
    pub(super) import: &'a Import,
    pub(super) firm: &'a Organization,
    /// Whether anything is written, or only found out.
    pub(super) write: bool,
    pub(super) now: DateTime<Utc>,
    pub(super) today: NaiveDate,
}

impl Run<'_> {
    /// Whether what is known stays as it is.
    pub(super) fn leaves(&self) -> bool {
        self.import.mapping.existing == crate::domain::transfer::Existing::Leave
    }
}

/// What became of the rows of a step.
#[derive(Default)]
pub(super) struct Outcome {
    pub(super) new: i64,
    pub(super) changed: i64,
    pub(super) same: i64,
    pub(super) double: i64,
    pub(super) refusals: Vec<Refusal>,
    pub(super) changes: Vec<Change>,
}

/// What a row comes to.
pub(super) enum Fate<T> {
    /// It is not known yet.
    New(T),
    /// It was known and says something else: as it was, and as it will be.
    Changed(T, T),
    /// It says what is known.
    Same,
}

impl Outcome {
    pub(super) fn refuse(&mut self, row: &Row, refused: Refused) {
        let cut = |cell: &String| cell.chars().filter(|c| *c != '\0').take(MAX_CELL).collect::<String>();
        self.refusals.push(Refusal {
            row_number: row.number,
            reason: refused.reason,
            field: refused.field,
            detail: refused.detail,
            cells: row.cells.iter().map(cut).collect::<Vec<_>>().into(),
        });
    }

    /// Counts what rows come to, and gives back what is to be added and what is to be changed.
    pub(super) fn sort<T>(&mut self, fates: Vec<(Row, std::result::Result<Fate<T>, Refused>)>) -> Sorted<T> {
        let mut sorted = Sorted { new: Vec::new(), changed: Vec::new() };
        for (row, fate) in fates {
            match fate {
                Err(refused) => self.refuse(&row, refused),
                Ok(Fate::Same) => self.same += 1,
                Ok(Fate::New(new)) => sorted.new.push((row, new)),
                Ok(Fate::Changed(old, new)) => sorted.changed.push((row, old, new)),
            }
        }
        self.new += i64::try_from(sorted.new.len()).unwrap_or(0);
        self.changed += i64::try_from(sorted.changed.len()).unwrap_or(0);
        sorted
    }

    /// A change that somebody else was faster than.
    pub(super) fn overtaken(&mut self, row: &Row) {
        self.changed -= 1;
        self.refuse(row, Refused::row(Reason::Busy));
    }

    /// Notes something that was added, or what it was before.
    pub(super) fn note(
        &mut self,
        (kind, id): (Kind, Uuid),
        before: Option<&impl Serialize>,
        left: (i64, DateTime<Utc>),
    ) {
        let before = before.and_then(|before| serde_json::to_value(before).ok()).map(Into::into);
        let (version, written_at) = left;
        self.changes.push(Change { number: 0, kind, object_id: id, before, version, written_at, stays: false });
    }
}

/// What rows of a step add and change.
pub(super) struct Sorted<T> {
    pub(super) new: Vec<(Row, T)>,
    pub(super) changed: Vec<(Row, T, T)>,
}

/// Reads rows; those that cannot be read are refused.
pub(super) fn read<R>(
    run: &Run<'_>,
    rows: Vec<Row>,
    read: fn(&Row, Reading<'_>) -> std::result::Result<R, Refused>,
    outcome: &mut Outcome,
) -> Vec<(Row, R)> {
    let reading = Reading { mapping: &run.import.mapping, today: run.today };
    let mut found = Vec::with_capacity(rows.len());
    for row in rows {
        match read(&row, reading) {
            Ok(record) => found.push((row, record)),
            Err(refused) => outcome.refuse(&row, refused),
        }
    }
    found
}

/// Leaves out rows about what an earlier row was about, wherever it stood: the same again counts as such, another thing is a
/// conflict that only somebody can decide.
pub(super) async fn distinct<R>(
    tx: &mut Tx,
    run: &Run<'_>,
    rows: Vec<(Row, R)>,
    (keys, outcome): (impl Fn(&R) -> Vec<String>, &mut Outcome),
) -> Result<Vec<(Row, R)>> {
    let mut claims: Vec<Key> = Vec::new();
    for (row, record) in &rows {
        let row_hash = hash(run, row);
        let claim = |key| Key { key, row_number: row.number, row_hash: row_hash.clone() };
        claims.extend(keys(record).into_iter().map(claim));
    }
    // One statement cannot add the same key twice.
    let mut mine: Vec<Key> = claims.clone();
    mine.sort_by(|a, b| (&a.key, a.row_number).cmp(&(&b.key, b.row_number)));
    mine.dedup_by(|a, b| a.key == b.key);
    let first: HashMap<String, Key> = store::import_rows::claim(tx, run.import.id, &mine)
        .await?
        .into_iter()
        .map(|key| (key.key.clone(), key))
        .collect();
    let mut kept = Vec::with_capacity(rows.len());
    for (row, record) in rows {
        let earlier = keys(&record).iter().filter_map(|key| first.get(key)).find(|key| key.row_number != row.number);
        match earlier {
            None => kept.push((row, record)),
            Some(key) if key.row_hash == hash(run, &row) => outcome.double += 1,
            Some(key) => {
                let detail = key.row_number.to_string();
                outcome.refuse(&row, Refused { reason: Reason::Conflict, field: None, detail });
            }
        }
    }
    Ok(kept)
}

/// SHA-256 of what a row says in the columns that are read.
fn hash(run: &Run<'_>, row: &Row) -> Vec<u8> {
    let mut hash = Sha256::new();
    for (cell, _) in row.cells.iter().zip(&run.import.mapping.columns).filter(|(_, column)| column.is_some()) {
        let cell = cell.trim();
        hash.update(cell.len().to_be_bytes());
        hash.update(cell.as_bytes());
    }
    hash.finalize().to_vec()
}

/// What a file says, where it says anything.
pub(super) fn said(new: &str, old: &str) -> String {
    if new.is_empty() { old.to_owned() } else { new.to_owned() }
}
