//! The rows of a file that were not taken, as a file that can be corrected and sent again.

use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};

use super::seen;
use crate::{
    domain::ids::ImportId,
    i18n::transfer,
    store,
    web::{
        caller::Caller,
        csv::Csv,
        failure::Failure,
        path::One,
        state::Reads,
        streamed::{Pieces, streamed},
    },
};

/// Rows read at once.
const STEP: i64 = 1_000;

pub(super) async fn download(
    State(reads): State<Reads>,
    caller: Caller,
    One(id): One<ImportId>,
) -> Result<Response, Failure> {
    let mut tx = reads.begin().await?;
    let import = seen(&mut tx, caller.actor()?, id).await?;
    drop(tx);
    let t = caller.texts();
    let mut header_row = vec![t.imports_row(), t.imports_why()];
    header_row.extend(import.mapping.0.names);
    let csv = Csv::in_language(caller.language(), &header_row);
    let body = streamed(move |pieces| write(reads, caller, (id, csv), pieces));
    let disposition = "attachment; filename=\"sparsam-refused.csv\"";
    let headers = [(header::CONTENT_TYPE, "text/csv; charset=utf-8"), (header::CONTENT_DISPOSITION, disposition)];
    Ok((headers, body).into_response())
}

/// A page at a time, so that whoever downloads slowly holds no connection to the database.
async fn write(reads: Reads, caller: Caller, (id, mut csv): (ImportId, Csv), pieces: Pieces) -> Result<(), Failure> {
    let mut after = 0;
    loop {
        let mut tx = reads.begin().await?;
        let found = store::import_rows::refusals(&mut tx, (id, after), STEP).await?;
        drop(tx);
        for refusal in &found {
            let why = transfer::refused(caller.texts(), refusal.reason, (refusal.field, &refusal.detail));
            let mut line = vec![refusal.row_number.to_string(), why];
            line.extend(refusal.cells.iter().cloned());
            csv.row(&line);
        }
        pieces.send(csv.take().into_bytes()).await?;
        match found.last() {
            Some(last) => after = last.row_number,
            None => return Ok(()),
        }
    }
}
