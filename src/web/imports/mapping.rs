//! Say what the columns of a file hold.

use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};

use super::{seen, show};
use crate::{
    app::{error::AppError, imports::steer},
    domain::{
        ids::ImportId,
        money::is_currency,
        transfer::{Field, MAX_COLUMNS, Mapping, headings},
    },
    i18n::{Texts, transfer},
    store::{self, imports::Import},
    web::{
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        path::One,
        state::Writes,
    },
};

/// What may stand between columns, with the word for it in forms.
pub(super) const SEPARATORS: [(&str, char); 4] = [("semicolon", ';'), ("comma", ','), ("tab", '\t'), ("bar", '|')];

pub(super) async fn save(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<ImportId>,
    form: Form,
) -> Result<Response, Failure> {
    let reads = writes.reads();
    let mut tx = reads.begin().await?;
    let import = seen(&mut tx, caller.actor()?, id).await?;
    let head = store::import_files::piece(&mut tx, (id, 0)).await?.unwrap_or_default();
    drop(tx);
    let look = form.get("do") == "look";
    let (mut mapping, errors) = read(caller.texts(), &import, &form);
    mapping.names = headings::kept(&show::names(&mapping, &head));
    if look || !errors.is_empty() {
        // The columns are shown as they are parted now; nothing is saved.
        let errors = if look { Errors::default() } else { errors };
        return show::draw(&reads, &caller, id, (Some(mapping), errors)).await;
    }
    match steer::map(&writes.app, caller.actor()?, (id, mapping)).await {
        Ok(()) | Err(AppError::Stale) => Ok(Redirect::to(&format!("/imports/{id}")).into_response()),
        Err(error) => Err(error.into()),
    }
}

fn read(t: &Texts, import: &Import, form: &Form) -> (Mapping, Errors) {
    let mut errors = Errors::default();
    let old = &import.mapping.0;
    let separator = SEPARATORS.iter().find(|(word, _)| *word == form.get("separator")).map(|(_, sign)| *sign);
    let chosen = |place: usize| -> Option<Field> {
        form.get(&format!("column-{place}")).parse().ok().filter(|field| import.kind.fields().contains(field))
    };
    let count = (0..MAX_COLUMNS).take_while(|place| form.has(&format!("column-{place}"))).count();
    let columns: Vec<Option<Field>> = (0..count).map(chosen).collect();
    for (place, column) in columns.iter().enumerate() {
        let before = columns.get(..place).unwrap_or_default();
        if let Some(field) = column
            && before.contains(column)
        {
            errors.add(format!("column-{place}"), t.imports_column_twice(transfer::field(t, *field)));
        }
    }
    for group in import.kind.required(import.account_id.is_some()) {
        if !group.iter().any(|field| columns.contains(&Some(*field))) {
            let names: Vec<String> = group.iter().map(|field| transfer::field(t, *field)).collect();
            errors.add("column-0", t.imports_column_missing(names.join(" / ")));
        }
    }
    let currency = form.get("currency").trim().to_uppercase();
    if !currency.is_empty() && !is_currency(&currency) {
        errors.add("currency", t.imports_currency_unknown());
    }
    let mapping = Mapping {
        encoding: form.get("encoding").parse().unwrap_or(old.encoding),
        separator: separator.unwrap_or(old.separator),
        headed: form.has("headed"),
        columns,
        names: Vec::new(),
        existing: form.get("existing").parse().unwrap_or(old.existing),
        currency: currency.chars().take(3).collect(),
        invite: form.has("invite"),
    };
    (mapping, errors)
}
