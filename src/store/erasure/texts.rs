//! What is kept as JSON and names somebody who is erased.

use sqlx::types::Json;
use uuid::Uuid;

use super::{Erased, redaction::Redaction};
use crate::store::{Result, Tx, on_conn};

/// A column of JSON.
#[derive(Clone, Copy)]
pub(super) enum Column {
    OutboxPayload,
    Approval(&'static str),
    Override,
    Edition,
    Draft,
}

impl Column {
    /// Table and column, how a row is found by id or number, and whether PostgreSQL knows that it is JSON.
    const fn place(self) -> (&'static str, &'static str, &'static str, bool) {
        match self {
            Self::OutboxPayload => ("outbox", "payload", "outbox.id = filled.column2", true),
            Self::Approval(column) => ("approval", column, "approval.id = filled.column1", false),
            Self::Override => ("limit_override", "reading", "limit_override.id = filled.column1", false),
            Self::Edition => (
                "minutes_edition",
                "content",
                "minutes_edition.meeting_id = filled.column1 AND minutes_edition.edition = filled.column2",
                false,
            ),
            Self::Draft => ("draft", "form", "draft.id = filled.column1", true),
        }
    }
}

/// What one row holds.
#[derive(sqlx::FromRow)]
pub(super) struct Piece {
    pub(super) id: Option<Uuid>,
    pub(super) number: i64,
    pub(super) text: String,
}

/// Questions about their meetings, limits that were passed by them, minutes, and plans that were not sent.
pub(super) async fn forget(tx: &mut Tx, erased: &Erased) -> Result<()> {
    for column in [Column::Approval("proposal"), Column::Approval("findings"), Column::Override, Column::Edition] {
        let pieces = of_meetings(tx, erased, column).await?;
        redact(tx, (column, pieces), &erased.redaction).await?;
    }
    forget_drafts(tx, erased).await
}

async fn of_meetings(tx: &mut Tx, erased: &Erased, column: Column) -> Result<Vec<Piece>> {
    let (table, name, ..) = column.place();
    let key = if matches!(column, Column::Edition) { "meeting_id AS id, edition" } else { "id, CAST(0 AS BIGINT)" };
    let statement = format!(
        "SELECT {key} AS number, {name} AS text FROM {table}
         WHERE meeting_id IN (SELECT meeting_id FROM attendee WHERE contact_id = $1)"
    );
    Ok(on_conn!(tx, |c| sqlx::query_as(sqlx::AssertSqlSafe(statement)).bind(erased.id).fetch_all(c).await)?)
}

/// Redacts what these rows hold, and gives those that named them. Texts that are no JSON are left alone; nothing writes such.
pub(super) async fn redact(
    tx: &mut Tx,
    (column, pieces): (Column, Vec<Piece>),
    redaction: &Redaction,
) -> Result<Vec<Piece>> {
    let redacted = |piece: Piece| {
        let mut value = serde_json::from_str(&piece.text).ok()?;
        redaction.value(&mut value).then(|| Piece { text: value.to_string(), ..piece })
    };
    let changed: Vec<Piece> = pieces.into_iter().filter_map(redacted).collect();
    write(tx, column, &changed).await?;
    Ok(changed)
}

async fn write(tx: &mut Tx, column: Column, pieces: &[Piece]) -> Result<()> {
    let (table, name, found, json) = column.place();
    let typed = matches!(tx, Tx::Postgres(_)) && json;
    let value = if typed { "CAST(filled.column3 AS JSONB)" } else { "filled.column3" };
    for some in pieces.chunks(500) {
        on_conn!(tx, |c| {
            // Both databases name the columns of a bare VALUES so.
            let mut query = sqlx::QueryBuilder::new(format!("UPDATE {table} SET {name} = {value} FROM ("));
            query.push_values(some, |mut row, piece| {
                row.push_bind(piece.id).push_bind(piece.number).push_bind(&piece.text);
            });
            query.push(format!(") AS filled WHERE {found}")).build().persistent(false).execute(c).await.map(drop)
        })?;
    }
    Ok(())
}

/// Names and values of a form.
type Fields = Vec<(String, String)>;

async fn forget_drafts(tx: &mut Tx, erased: &Erased) -> Result<()> {
    let known = format!("c:{}", erased.id);
    let drafts: Vec<(Uuid, Json<Fields>)> = on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT id, form FROM draft WHERE CAST(form AS TEXT) LIKE ");
        query.push_bind(format!("%{known}%"));
        for pattern in erased.patterns() {
            query.push(" OR lower(CAST(form AS TEXT)) LIKE lower(").push_bind(pattern).push(") ESCAPE '!'");
        }
        query.build_query_as().persistent(false).fetch_all(c).await
    })?;
    let redacted = |(id, Json(mut form)): (Uuid, Json<Fields>)| {
        let changed = erased.redaction.form(&mut form, &known);
        changed.then(|| Piece { id: Some(id), number: 0, text: serde_json::json!(form).to_string() })
    };
    let pieces: Vec<Piece> = drafts.into_iter().filter_map(redacted).collect();
    write(tx, Column::Draft, &pieces).await
}
