//! What becomes of planned meetings when a country changes its clocks: they stay at their wall time, which is another instant
//! by the time zone data of a newer version of this program.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDateTime, Utc};

use super::{
    actor::Actor,
    change::{self, Proposal},
    context::App,
    error::{AppError, Result},
    leave::Leave,
    move_meeting::moved,
    series::change::{SeriesChange, change_series},
};
use crate::{
    domain::{
        ids::{MeetingId, PersonId, SeriesId},
        language::Language,
        limits::rule::Level,
        meeting::Status,
        planning::Start,
        time::{WallTime, Zone},
    },
    store::{self, Tx, changes::Before, meetings::FullMeeting, zone_data::Planned},
};

/// Why meetings move, in the organizer's language.
pub type Why = fn(Language) -> String;

/// Moves meetings to come whose instant is another one by now, and tells everybody in them, once for all dates of a series.
/// Limits do not stop it, because nobody chose the change; what they say goes on the record. Safe to run anywhere, at any
/// time.
///
/// # Errors
/// When the database fails. A meeting that cannot be moved is logged, and tried again when this runs the next time.
pub async fn follow(app: &App, why: Why) -> Result<()> {
    let version = Zone::data_version();
    let mut last = MeetingId::from_uuid(uuid::Uuid::nil());
    loop {
        let mut tx = app.db.begin_read().await?;
        let found = store::zone_data::planned_with_older(&mut tx, (version, app.now()), last).await?;
        drop(tx);
        let Some(newest) = found.last() else { return Ok(()) };
        last = newest.id;
        let (elsewhere, right): (Vec<Planned>, Vec<Planned>) = found.into_iter().partition(is_elsewhere);
        let right: Vec<MeetingId> = right.iter().map(|planned| planned.id).collect();
        let mut tx = app.db.begin().await?;
        store::zone_data::confirm(&mut tx, &right, version).await?;
        tx.commit().await?;
        move_all(app, elsewhere, why).await;
    }
}

async fn move_all(app: &App, elsewhere: Vec<Planned>, why: Why) {
    let mut by_series: BTreeMap<SeriesId, MeetingId> = BTreeMap::new();
    for planned in elsewhere {
        match planned.series_id {
            Some(series) => drop(by_series.insert(series, planned.id)),
            None => logged(move_one(app, planned.id, why).await, planned.id),
        }
    }
    for (series, date) in by_series {
        logged(Box::pin(move_series(app, series, why)).await, date);
    }
}

fn logged(done: Result<()>, meeting: MeetingId) {
    match done {
        Ok(()) => tracing::info!(%meeting, "moved with the clocks of its zone"),
        Err(error) => tracing::error!(%meeting, %error, "could not be moved with the clocks of its zone"),
    }
}

async fn move_one(app: &App, id: MeetingId, why: Why) -> Result<()> {
    let mut tx = app.db.begin().await?;
    store::meetings::lock(&mut tx, id).await?;
    let before = store::meetings::by_id(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    let Some(after) = corrected(&before, app.now()) else { return Ok(()) };
    let actor = organizer(&mut tx, before.meeting.organizer_id).await?;
    let note = why(actor.person.language);
    let before = Before::Was(Box::new(before));
    let proposal = Proposal { kind: "moved", before, after, note, leave: Leave::UpTo(Level::Block) };
    change::change_now(&mut tx, app, &actor, proposal).await?;
    tx.commit().await?;
    app.wake_worker();
    Ok(())
}

async fn move_series(app: &App, series: SeriesId, why: Why) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let ids = store::series::dates(&mut tx, series).await?;
    let all = change::open_all(&mut tx, &ids, &[]).await?;
    let pair = |before: FullMeeting| corrected(&before, app.now()).map(|after| (Some(before), after));
    let pairs: Vec<_> = all.into_iter().filter_map(pair).collect();
    let Some((_, first)) = pairs.first() else { return Ok(()) };
    let (anchor, leads) = (first.meeting.id, first.meeting.organizer_id);
    let actor = organizer(&mut tx, leads).await?;
    let change = SeriesChange {
        kind: "series_moved",
        anchor,
        before: None,
        pairs,
        told: vec![series],
        note: why(actor.person.language),
        leave: Leave::UpTo(Level::Block),
    };
    change_series(&mut tx, app, &actor, change).await?;
    tx.commit().await?;
    app.wake_worker();
    Ok(())
}

/// Whose meeting it is, as the one who changes it: nobody else did.
async fn organizer(tx: &mut Tx, id: PersonId) -> Result<Actor> {
    let person = store::people::by_id(tx, id).await?.ok_or(AppError::NotFound)?;
    Actor::load(tx, person, None, String::new()).await?.ok_or(AppError::Denied)
}

fn is_elsewhere(planned: &Planned) -> bool {
    by_now(&planned.zone, planned.start_local, planned.starts_at).is_some_and(|at| at != planned.starts_at)
}

/// The meeting at the instant that its wall time is by now; `None` where that is the one it has, it is over, or was called
/// off.
fn corrected(full: &FullMeeting, now: DateTime<Utc>) -> Option<FullMeeting> {
    let m = &full.meeting;
    let stands = m.status == Status::Confirmed && m.starts_at > now && m.zone_data.as_str() < Zone::data_version();
    let at = by_now(&m.zone, m.start_local, m.starts_at).filter(|at| stands && *at != m.starts_at)?;
    let local = Zone::named(&m.zone).ok()?.local(at);
    Some(moved(full, &Start { local, at, zone: m.zone.clone() }, u32::try_from(m.minutes).ok()?))
}

/// The instant of a wall time. One that comes twice stays the pass it was; one that is skipped takes the offset ahead of the
/// gap (RFC 5545 §3.3.5). `None` for a zone that is not known any more.
fn by_now(zone: &str, local: NaiveDateTime, was: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let zone = Zone::named(zone).ok()?;
    Some(match zone.resolve(local) {
        WallTime::Once(at) => at,
        WallTime::Repeated { second, .. } if second == was => second,
        WallTime::Repeated { first, .. } => first,
        WallTime::Skipped { .. } => zone.instant(local),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wall_times_mean_what_the_clocks_show() {
        let at = |local: &str, was: &str| {
            by_now("Europe/Stockholm", local.parse().unwrap(), was.parse().unwrap()).unwrap().to_rfc3339()
        };
        let long_ago = "2020-01-01T00:00:00Z";
        assert_eq!(at("2026-11-25T14:00:00", long_ago), "2026-11-25T13:00:00+00:00");
        assert_eq!(at("2026-10-25T02:30:00", long_ago), "2026-10-25T00:30:00+00:00");
        assert_eq!(at("2026-10-25T02:30:00", "2026-10-25T01:30:00Z"), "2026-10-25T01:30:00+00:00");
        assert_eq!(at("2027-03-28T02:30:00", long_ago), "2027-03-28T01:30:00+00:00");
        assert_eq!(by_now("Europe/Atlantis", NaiveDateTime::default(), DateTime::default()), None);
    }
}
