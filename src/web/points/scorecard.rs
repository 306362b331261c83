//! Save a scorecard, or fill its form from a file.

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};

use super::{
    address,
    editor::{self, Filled},
    prepared_by,
    rows::{self, fill, typed},
};
use crate::{
    app::{
        error::AppError,
        points::{PointVersion, scorecard},
    },
    domain::{
        agenda::sheet::{self, SheetError},
        ids::{AgendaItemId, MeetingId},
    },
    i18n::{Texts, scorecards},
    web::{
        caller::Caller,
        failure::Failure,
        form::Errors,
        path::Two,
        state::{Reads, Writes},
        upload::Upload,
    },
};

pub(super) async fn save(
    State(writes): State<Writes>,
    caller: Caller,
    Two(meeting, item): Two<MeetingId, AgendaItemId>,
    upload: Upload,
) -> Result<Response, Failure> {
    let reads = writes.reads();
    let (t, f) = (caller.texts(), caller.format());
    let form = upload.form;
    let rows = typed(&form);
    let mut filled = Filled { rows: Some(rows.clone()), ..Filled::default() };
    let mut tx = reads.begin().await?;
    prepared_by(&mut tx, caller.actor()?, (meeting, item)).await?;
    if form.get("do") == "more" {
        filled.more = true;
        return editor::draw(&reads, &caller, (&mut tx, (meeting, item)), (StatusCode::OK, filled)).await;
    }
    let read = match rows::read(t, &f, &rows, f.day(caller.now())) {
        Ok(read) => read,
        Err(errors) => {
            filled.errors = errors;
            let invalid = (StatusCode::UNPROCESSABLE_ENTITY, filled);
            return editor::draw(&reads, &caller, (&mut tx, (meeting, item)), invalid).await;
        }
    };
    drop(tx);
    let version = form.get("version").parse().map_err(|_| Failure::Unreadable)?;
    let point = PointVersion { meeting, item, version };
    match scorecard::save(&writes.app, caller.actor()?, (point, &read)).await {
        Ok(()) => Ok(Redirect::to(&format!("/meetings/{meeting}?done=point#agenda-h")).into_response()),
        Err(AppError::Stale) => {
            filled.errors.add("metric-0", t.point_stale());
            let mut tx = reads.begin().await?;
            editor::draw(&reads, &caller, (&mut tx, (meeting, item)), (StatusCode::CONFLICT, filled)).await
        }
        // Called off meanwhile: the page of the meeting says it.
        Err(AppError::Refused(_)) => Ok(Redirect::to(&format!("/meetings/{meeting}")).into_response()),
        Err(error) => Err(error.into()),
    }
}

/// Fills the form from the file that came with it. Saves nothing.
pub(super) async fn read_file(
    State(reads): State<Reads>,
    caller: Caller,
    Two(meeting, item): Two<MeetingId, AgendaItemId>,
    upload: Upload,
) -> Result<Response, Failure> {
    let (t, f) = (caller.texts(), caller.format());
    let today = f.day(caller.now());
    let mut tx = reads.begin().await?;
    let (_, found) = prepared_by(&mut tx, caller.actor()?, (meeting, item)).await?;
    if !found.kind.has_scorecard() {
        return Ok(Redirect::to(&address((meeting, item))).into_response());
    }
    let mut rows = typed(&upload.form);
    let mut filled = Filled::default();
    match upload.file.as_deref().map(|file| sheet::read(file, today)) {
        None => filled.errors.add("file", t.score_file_missing()),
        Some(Err(error)) => filled.errors.add("file", no_table(t, error)),
        Some(Ok(sheet)) => {
            let taken = fill(&f, &mut rows, &sheet);
            filled.notice = Some(t.score_file_done(i64::try_from(taken).unwrap_or(0))).filter(|_| taken > 0);
            for error in &sheet.errors {
                filled.errors.add("file", scorecards::line(&f, error, today));
            }
            left_out(t, &mut filled.errors, sheet.rows.len() - taken.min(sheet.rows.len()));
        }
    }
    filled.rows = Some(rows);
    let status = if filled.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    editor::draw(&reads, &caller, (&mut tx, (meeting, item)), (status, filled)).await
}

fn left_out(t: &Texts, errors: &mut Errors, rows: usize) {
    if rows > 0 {
        errors.add("file", t.score_too_many(crate::domain::agenda::scorecard::MAX_ROWS));
    }
}

fn no_table(t: &Texts, error: SheetError) -> String {
    match error {
        SheetError::TooLarge => t.score_file_too_large(),
        SheetError::NotText => t.score_file_not_text(),
        SheetError::Empty => t.score_file_empty(),
    }
}
