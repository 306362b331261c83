//! For how long kinds of data are kept, and forgetting what is older.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::json;

use super::{
    actor::{Actor, MayAdminister},
    change,
    context::App,
    customers::erasure,
    error::{Refusal, Result},
};
use crate::{
    domain::{ids::MeetingId, language::Language, retention::Kept},
    store::{self, Tx, audit::Deed, retention::Chosen},
};

/// Contacts that are looked for at once.
const STEP: i64 = 20;
/// Meetings that go at once.
const MEETINGS: i64 = 50;

/// Days of each kind; `None` keeps it.
pub async fn days(tx: &mut Tx) -> Result<Vec<(Kept, Option<u32>)>> {
    let chosen = store::retention::chosen(tx).await?;
    let of = |kind: &Kept| {
        let days =
            chosen.iter().find(|chosen| chosen.kind == *kind).map(|chosen| u32::try_from(chosen.days).unwrap_or(0));
        (*kind, days.map_or(kind.usual(), |days| Some(days).filter(|days| *days > 0)))
    };
    Ok(Kept::ALL.iter().map(of).collect())
}

/// The moment before which a kind is forgotten.
#[must_use]
pub fn before(days: u32, now: DateTime<Utc>) -> DateTime<Utc> {
    now - TimeDelta::days(i64::from(days))
}

/// Whether these days go together: who was met when is known from meetings, so they are kept as long as contacts at least.
#[must_use]
pub fn fit(wanted: &[(Kept, Option<u32>)]) -> bool {
    let days = |kind| wanted.iter().find(|(k, _)| *k == kind).and_then(|(_, days)| *days);
    let (meetings, contacts) = (days(Kept::Meetings), days(Kept::Contacts));
    meetings.zip(contacts).is_none_or(|(meetings, contacts)| contacts <= meetings)
}

/// Chooses for how long kinds are kept. What was chosen within bounds alone is noted.
///
/// # Errors
/// [`Refusal::RetentionOrder`] unless the days [`fit`].
pub async fn choose(app: &App, actor: &Actor, _permit: &MayAdminister, wanted: &[(Kept, Option<u32>)]) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let old = days(&mut tx).await?;
    let merged: Vec<_> = old.iter().map(|one| *wanted.iter().find(|(kind, _)| *kind == one.0).unwrap_or(one)).collect();
    if !fit(&merged) {
        return Err(Refusal::RetentionOrder.into());
    }
    for (kind, days) in wanted.iter().filter(|wanted| !old.contains(wanted)) {
        let Some(days) = kind.checked(*days) else { continue };
        let row = Chosen { kind: *kind, days: days.map_or(0, i64::from) };
        store::retention::choose(&mut tx, row, now).await?;
        let before = old.iter().find(|(k, _)| k == kind).and_then(|(_, days)| *days);
        let mut deed = actor.deed("retention.chosen", ("organization", None));
        deed.before = Some(json!({ "name": kind, "days": before }));
        deed.after = Some(json!({ "name": kind, "days": days }));
        store::audit::record(&mut tx, &deed, now).await?;
    }
    Ok(tx.commit().await?)
}

/// Removes meetings of so long ago with everything that is written about them, some at a time, so that nobody waits long.
///
/// # Errors
/// When the database fails; what was removed until then stays so.
pub async fn forget_meetings(app: &App) -> Result<()> {
    loop {
        let now = app.now();
        let mut tx = app.db.begin().await?;
        let days =
            days(&mut tx).await?.into_iter().find(|(kind, _)| *kind == Kept::Meetings).and_then(|(_, days)| days);
        let Some(days) = days else { return Ok(()) };
        let before = before(days, now);
        let found = store::retention::past(&mut tx, before, MEETINGS).await?;
        change::open_all(&mut tx, &found, &[]).await?;
        // Somebody may have written down an action until the locks were ours.
        let still = store::retention::past(&mut tx, before, MEETINGS).await?;
        let gone: Vec<MeetingId> = still.into_iter().filter(|id| found.contains(id)).collect();
        if gone.is_empty() {
            store::retention::forget_emptied_series(&mut tx, before).await?;
            return Ok(tx.commit().await?);
        }
        store::retention::forget_meetings(&mut tx, &gone, now).await?;
        let after = Some(json!({ "forgotten": gone.len() }));
        let deed = Deed { action: "retention.meetings", object_kind: "organization", after, ..Deed::default() };
        store::audit::record(&mut tx, &deed, now).await?;
        tx.commit().await?;
    }
}

/// Erases who contacts were whom nobody has met for so long; `name` stands in the place of theirs. One after the other, so
/// that nobody waits long.
///
/// # Errors
/// When the database fails; what was erased until then stays so.
pub async fn erase_unmet(app: &App, name: fn(Language) -> String) -> Result<()> {
    loop {
        let mut tx = app.db.begin().await?;
        let days =
            days(&mut tx).await?.into_iter().find(|(kind, _)| *kind == Kept::Contacts).and_then(|(_, days)| days);
        let Some(days) = days else { return Ok(()) };
        let Some(firm) = store::organization::load(&mut tx).await? else { return Ok(()) };
        let before = before(days, app.now());
        let found = store::retention::unmet(&mut tx, before, STEP).await?;
        drop(tx);
        let mut erased = 0;
        for person in &found {
            let gone = erasure::erase_unmet(app, (person.id, name(firm.language)), before).await?;
            erased += usize::from(gone);
        }
        // Whoever could not be erased now is tried again when this runs the next time.
        if erased == 0 {
            return Ok(());
        }
    }
}
