//! One step of one file.

use super::{
    accounts,
    batch::{Outcome, Run},
    contacts, opportunities, people, steer, undo,
};
use crate::{
    app::{
        actor::Actor,
        context::App,
        error::{AppError, Result},
    },
    domain::{
        ids::ImportId,
        time::Zone,
        transfer::{
            ImportState, Kind, Reason, Refused,
            reader::{Place, Reader, Row},
        },
    },
    store::{self, Tx, import_files::PIECE, imports::Import},
};

/// Rows of a step.
const ROWS: usize = 400;
/// Characters of a step; a step of long rows has fewer of them.
const LETTERS: usize = 512 * 1024;
/// A file at which steps fail so often in a row is given up.
const MOST_FAILURES: i64 = 5;

/// Takes the step of the file that has waited longest; tells whether there was one.
///
/// # Errors
/// When the database fails beyond the step itself.
pub async fn step(app: &App) -> Result<bool> {
    let mut tx = app.db.begin_read().await?;
    if !store::imports::any_moving(&mut tx).await? {
        return Ok(false);
    }
    drop(tx);
    let mut tx = app.db.begin().await?;
    let Some(import) = store::imports::next_moving(&mut tx).await? else { return Ok(false) };
    let id = import.id;
    let stepped = match advance(&mut tx, app, import).await {
        Ok(()) => tx.commit().await.map_err(AppError::from),
        Err(error) => {
            drop(tx);
            Err(error)
        }
    };
    if let Err(error) = stepped {
        tracing::error!(import = %id, %error, "a step of an import failed");
        fail(app, id).await?;
    }
    app.wake_worker();
    Ok(true)
}

async fn fail(app: &App, id: ImportId) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let Some(mut import) = store::imports::locked(&mut tx, id).await?.filter(|i| i.state.is_moving()) else {
        return Ok(());
    };
    import.failures += 1;
    import.stepped_at = app.now();
    if import.failures >= MOST_FAILURES {
        (import.state, import.ended_at) = (ImportState::Failed, import.ended_at.or(Some(app.now())));
    }
    store::imports::update(&mut tx, &import).await?;
    Ok(tx.commit().await?)
}

async fn advance(tx: &mut Tx, app: &App, mut import: Import) -> Result<()> {
    let now = app.now();
    (import.failures, import.stepped_at) = (0, now);
    let person = store::people::by_id(tx, import.person_id).await?.ok_or(AppError::NotFound)?;
    let actor = Actor::load(tx, person, None, String::new()).await?;
    let Some(actor) = actor.filter(|actor| actor.may_import(import.kind).is_ok()) else {
        // Whoever began has left, or may not do this any more; an administrator can take it back.
        (import.state, import.ended_at) = (ImportState::Stopped, import.ended_at.or(Some(now)));
        return Ok(store::imports::update(tx, &import).await?);
    };
    let firm = store::organization::load(tx).await?.ok_or(AppError::NotFound)?;
    let zone = Zone::named(&firm.zone).unwrap_or_else(|_| Zone::utc());
    let write = import.state == ImportState::Running;
    let today = zone.local(now).date();
    let run = Run { app, actor: &actor, import: &import, firm: &firm, write, now, today };
    if import.state == ImportState::Undoing {
        let undone = undo::step(tx, &run).await?;
        import.undone += undone.back;
        import.stays += undone.stays;
        if undone.ended {
            import.state = ImportState::Undone;
        }
        return Ok(store::imports::update(tx, &import).await?);
    }
    let (outcome, read) = rows(tx, &run).await?;
    count(&mut import, &outcome, &read);
    if read.ended {
        import.rows_total = Some(import.at_row);
        import.state = if write { ImportState::Done } else { ImportState::Checked };
        if write {
            import.ended_at = Some(now);
            store::import_files::forget(tx, import.id).await?;
            steer::record(tx, app, &actor, ("import.finished", &import)).await?;
        }
    }
    Ok(store::imports::update(tx, &import).await?)
}

fn count(import: &mut Import, outcome: &Outcome, read: &ReadRows) {
    import.at_byte = i64::try_from(read.place.byte).unwrap_or(i64::MAX);
    import.at_row = read.place.row;
    import.rows_new += outcome.new;
    import.rows_changed += outcome.changed;
    import.rows_same += outcome.same;
    import.rows_double += outcome.double;
    import.rows_refused += i64::try_from(outcome.refusals.len()).unwrap_or(0);
}

/// Goes through the next rows.
async fn rows(tx: &mut Tx, run: &Run<'_>) -> Result<(Outcome, ReadRows)> {
    let mut read = read(tx, run.import).await?;
    let all = std::mem::take(&mut read.rows);
    let mut outcome = match run.import.kind {
        Kind::Accounts => accounts::take(tx, run, all).await?,
        Kind::Contacts => contacts::take(tx, run, all).await?,
        Kind::Opportunities => opportunities::take(tx, run, all).await?,
        Kind::People => people::take(tx, run, all).await?,
    };
    if let Some(row) = &read.beyond {
        outcome.refuse(row, Refused::row(Reason::TooManyRows));
    }
    outcome.refusals.sort_by_key(|refusal| refusal.row_number);
    store::import_rows::refuse(tx, run.import.id, &outcome.refusals).await?;
    store::import_rows::note(tx, run.import.id, &outcome.changes).await?;
    Ok((outcome, read))
}

struct ReadRows {
    rows: Vec<Row>,
    place: Place,
    ended: bool,
    /// The first row beyond the most rows of a file; none behind it is read.
    beyond: Option<Row>,
}

/// The next rows of a file, without the names of its columns and empty rows.
async fn read(tx: &mut Tx, import: &Import) -> Result<ReadRows> {
    let mapping = &import.mapping.0;
    let at = u64::try_from(import.at_byte).unwrap_or(0);
    let mut reader = Reader::new((mapping.encoding, mapping.separator), Place { byte: at, row: import.at_row });
    let piece = PIECE as u64;
    let (mut number, mut skip) = (i64::try_from(at / piece).unwrap_or(0), usize::try_from(at % piece).unwrap_or(0));
    let mut found = ReadRows { rows: Vec::new(), place: reader.place(), ended: false, beyond: None };
    let (mut letters, mut head) = (0, import.at_row == 0);
    loop {
        let bytes = store::import_files::piece(tx, (import.id, number)).await?;
        match &bytes {
            Some(bytes) => reader.feed(bytes.get(skip..).unwrap_or_default()),
            None => reader.end(),
        }
        (number, skip) = (number + 1, 0);
        while found.rows.len() < ROWS && letters < LETTERS {
            let Some(row) = reader.next_row() else { break };
            letters += row.cells.iter().map(String::len).sum::<usize>() + 1;
            if head && row.cells.first().is_some_and(|cell| cell.starts_with("sep=")) {
                continue;
            }
            if head && mapping.headed && !row.is_blank() {
                head = false;
                continue;
            }
            if row.number > import.kind.most_rows() + 1 && !row.is_blank() {
                (found.beyond, found.ended) = (Some(row), true);
                break;
            }
            if !row.is_blank() {
                head = false;
                found.rows.push(row);
            }
        }
        found.place = reader.place();
        found.ended |= bytes.is_none() && found.rows.len() < ROWS && letters < LETTERS;
        if found.ended || found.rows.len() >= ROWS || letters >= LETTERS {
            return Ok(found);
        }
    }
}
