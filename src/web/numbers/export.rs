//! One table for spreadsheets.

use axum::{
    extract::{RawQuery, State},
    http::header,
    response::{IntoResponse, Response},
};

use super::{Choice, tables};
use crate::web::{caller::Caller, failure::Failure, form::Form, state::Reads};

pub(super) async fn export(
    State(reads): State<Reads>,
    caller: Caller,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let query = Form::from_query(query.as_deref());
    let choice = Choice::of(&query, &caller);
    let mut tx = reads.begin().await?;
    let (_, tables) = tables(&mut tx, &caller, &choice).await?;
    let key = match query.get("table") {
        "" => "summary",
        key => key,
    };
    let table = tables.ok_or(Failure::TooLarge)?.into_iter().find(|table| table.key == key).ok_or(Failure::NotFound)?;
    let name = format!("attachment; filename=\"sparsam-{}-{}.csv\"", table.key, reads.now().format("%Y-%m-%d"));
    let headers = [(header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, table.csv(caller.language(), &caller.format())).into_response())
}
