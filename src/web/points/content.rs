//! Save notes and links of a point.

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};

use super::{
    editor::{self, Filled},
    prepared_by,
};
use crate::{
    app::{
        error::AppError,
        points::{
            PointVersion,
            content::{self, MAX_NOTES, SaveContent},
        },
        series::change,
    },
    domain::{
        agenda::link::{MAX_LABEL, MAX_LINKS, Reading},
        ids::{AgendaItemId, MeetingId},
    },
    i18n::Texts,
    web::{
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        path::Two,
        state::Writes,
    },
};

pub(super) async fn save(
    State(writes): State<Writes>,
    caller: Caller,
    Two(meeting, item): Two<MeetingId, AgendaItemId>,
    form: Form,
) -> Result<Response, Failure> {
    let reads = writes.reads();
    let t = caller.texts();
    let typed = typed(&form);
    let mut tx = reads.begin().await?;
    prepared_by(&mut tx, caller.actor()?, (meeting, item)).await?;
    let mut filled = Filled::default();
    let links = read(t, &typed, &mut filled.errors);
    filled.content = Some(typed.clone());
    if !filled.errors.is_empty() {
        let invalid = (StatusCode::UNPROCESSABLE_ENTITY, filled);
        return editor::draw(&reads, &caller, (&mut tx, (meeting, item)), invalid).await;
    }
    drop(tx);
    let version = form.get("version").parse().map_err(|_| Failure::Unreadable)?;
    let command = SaveContent {
        point: PointVersion { meeting, item, version },
        notes: typed.0,
        links,
        tells: form.get("tell") == "yes",
    };
    match content::save(&writes.app, caller.actor()?, command).await {
        Ok(None) => Ok(Redirect::to(&format!("/meetings/{meeting}?done=point#agenda-h")).into_response()),
        Ok(Some(changed)) => Ok(Redirect::to(&change::location(meeting, &changed)).into_response()),
        Err(AppError::Stale) => {
            filled.errors.add("notes", t.point_stale());
            let mut tx = reads.begin().await?;
            editor::draw(&reads, &caller, (&mut tx, (meeting, item)), (StatusCode::CONFLICT, filled)).await
        }
        Err(AppError::Refused(_)) => Ok(Redirect::to(&format!("/meetings/{meeting}")).into_response()),
        Err(error) => Err(error.into()),
    }
}

/// Notes, and label and address of each link.
fn typed(form: &Form) -> (String, Vec<(String, String)>) {
    let of = |name: String| form.get(&name).to_owned();
    let links = (0..MAX_LINKS).map(|n| (of(format!("label-{n}")), of(format!("url-{n}"))));
    let mut links: Vec<(String, String)> = links.collect();
    let is_filled = |(label, url): &(String, String)| !label.trim().is_empty() || !url.trim().is_empty();
    let filled = links.iter().rposition(is_filled).map_or(0, |last| last + 1);
    links.truncate(filled);
    (form.get("notes").to_owned(), links)
}

fn read(t: &Texts, (notes, links): &(String, Vec<(String, String)>), errors: &mut Errors) -> Vec<Reading> {
    if notes.chars().count() > MAX_NOTES {
        errors.add("notes", t.field_too_long(MAX_NOTES));
    }
    let mut found = Vec::new();
    for (n, (label, url)) in links.iter().enumerate() {
        if label.chars().count() > MAX_LABEL {
            errors.add(format!("label-{n}"), t.field_too_long(MAX_LABEL));
        }
        match Reading::of(label, url) {
            Some(reading) => found.push(reading),
            None if label.trim().is_empty() && url.trim().is_empty() => {}
            None => errors.add(format!("url-{n}"), t.point_no_link()),
        }
    }
    found
}
