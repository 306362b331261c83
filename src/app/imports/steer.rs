//! What whoever imports a file decides about it: how it is read, that it is taken over, stopped, taken back, or thrown away.

use serde_json::json;

use super::UNDO;
use crate::{
    app::{
        actor::Actor,
        context::App,
        error::{AppError, Result},
    },
    domain::{
        ids::ImportId,
        transfer::{ImportState, Mapping},
    },
    store::{self, Tx, imports::Import},
};

/// Says how a file is read, and has it gone through without changing anything.
///
/// # Errors
/// [`AppError::NotFound`] for others' files; [`AppError::Stale`] when it has come further meanwhile.
pub async fn map(app: &App, actor: &Actor, (id, mapping): (ImportId, Mapping)) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let mut import = open(&mut tx, actor, id, &[ImportState::Open, ImportState::Checked]).await?;
    actor.may_import(import.kind)?;
    store::import_rows::clear(&mut tx, id, true).await?;
    from_the_start(&mut import);
    import.mapping = mapping.into();
    set(&mut tx, app, import, ImportState::Checking).await?;
    tx.commit().await?;
    app.wake_import();
    Ok(())
}

/// Takes a file over that has been gone through, or goes on with one that was stopped.
///
/// # Errors
/// As [`map`].
pub async fn run(app: &App, actor: &Actor, id: ImportId) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let mut import =
        open(&mut tx, actor, id, &[ImportState::Checked, ImportState::Stopped, ImportState::Failed]).await?;
    actor.may_import(import.kind)?;
    if import.state == ImportState::Checked {
        store::import_rows::clear(&mut tx, id, false).await?;
        from_the_start(&mut import);
    } else if import.at_byte >= import.size {
        return Err(AppError::Stale);
    }
    import.ended_at = None;
    record(&mut tx, app, actor, ("import.begun", &import)).await?;
    set(&mut tx, app, import, ImportState::Running).await?;
    tx.commit().await?;
    app.wake_import();
    Ok(())
}

/// Stops: what was taken over stays, and can be taken back or gone on with.
///
/// # Errors
/// As [`map`].
pub async fn stop(app: &App, actor: &Actor, id: ImportId) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let mut import = open(&mut tx, actor, id, &[ImportState::Checking, ImportState::Running]).await?;
    let state = if import.state == ImportState::Checking { ImportState::Open } else { ImportState::Stopped };
    if state == ImportState::Stopped {
        import.ended_at = Some(app.now());
        record(&mut tx, app, actor, ("import.stopped", &import)).await?;
    }
    set(&mut tx, app, import, state).await?;
    Ok(tx.commit().await?)
}

/// Takes back what was taken over, as far as nobody has changed it since.
///
/// # Errors
/// As [`map`]; [`AppError::Stale`] also after [`UNDO`].
pub async fn undo(app: &App, actor: &Actor, id: ImportId) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let import = open(&mut tx, actor, id, &[ImportState::Done, ImportState::Stopped, ImportState::Failed]).await?;
    actor.may_import(import.kind)?;
    if !can_be_undone(&import, app.now()) {
        return Err(AppError::Stale);
    }
    record(&mut tx, app, actor, ("import.undone", &import)).await?;
    set(&mut tx, app, import, ImportState::Undoing).await?;
    tx.commit().await?;
    app.wake_import();
    Ok(())
}

/// Whether it is not too late, and there is something to take back.
#[must_use]
pub fn can_be_undone(import: &Import, now: chrono::DateTime<chrono::Utc>) -> bool {
    let ended = matches!(import.state, ImportState::Done | ImportState::Stopped | ImportState::Failed);
    ended && import.rows_new + import.rows_changed > 0 && import.ended_at.is_some_and(|at| now < at + UNDO)
}

/// Throws a file away that nothing was taken over of.
///
/// # Errors
/// As [`map`].
pub async fn discard(app: &App, actor: &Actor, id: ImportId) -> Result<()> {
    let mut tx = app.db.begin().await?;
    open(&mut tx, actor, id, &[ImportState::Open, ImportState::Checked]).await?;
    store::imports::delete(&mut tx, id).await?;
    Ok(tx.commit().await?)
}

/// Locks a file of theirs that stands at one of these states.
async fn open(tx: &mut Tx, actor: &Actor, id: ImportId, states: &[ImportState]) -> Result<Import> {
    let import = actor.own_import(store::imports::locked(tx, id).await?)?;
    if states.contains(&import.state) { Ok(import) } else { Err(AppError::Stale) }
}

async fn set(tx: &mut Tx, app: &App, import: Import, state: ImportState) -> Result<()> {
    let import = Import { state, failures: 0, stepped_at: app.now(), ..import };
    Ok(store::imports::update(tx, &import).await?)
}

fn from_the_start(import: &mut Import) {
    (import.at_byte, import.at_row) = (0, 0);
    (import.rows_new, import.rows_changed, import.rows_same) = (0, 0, 0);
    (import.rows_double, import.rows_refused) = (0, 0);
}

pub(super) async fn record(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    (action, import): (&'static str, &Import),
) -> Result<()> {
    let mut deed = actor.deed(action, ("import", import.id.uuid()));
    deed.after = Some(json!({
        "name": import.file_name, "kind": import.kind, "new": import.rows_new, "changed": import.rows_changed,
        "refused": import.rows_refused,
    }));
    Ok(store::audit::record(tx, &deed, app.now()).await?)
}
