//! Give several dates of a series another time of day or length.

use chrono::{DateTime, NaiveDateTime, Utc};

use super::{
    change::{self, Pair, SeriesChange},
    dates::{self, Opened, Several, to_come},
};
use crate::{
    app::{
        actor::Actor,
        change::Made,
        context::App,
        edit_meeting::Outcome,
        error::{Refusal, Result},
        leave::Leave,
        move_meeting::{MoveMeeting, moved},
        once::{self, Turn},
    },
    domain::{planning::Start, series::dates::exact, time::Zone},
    store::meetings::FullMeeting,
};

/// Moves this and following dates, or all that are to come, to another time of their days. Dates that were moved by hand
/// keep their time, and so do those that are to. Everybody is asked again.
///
/// # Errors
/// [`Refusal::OtherDay`]; [`Refusal::ImpossibleDates`]; as [`crate::app::move_meeting::run`];
/// [`crate::app::error::AppError::SeriesStopped`].
pub async fn run(app: &App, actor: &Actor, (command, several): (MoveMeeting, Several)) -> Result<Outcome> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    if let Turn::Again(location) = once::begin(&mut tx, &command.once, now).await? {
        return Ok(Outcome::Again(location));
    }
    if command.start.at <= now {
        return Err(Refusal::InThePast.into());
    }
    let scope = several.scope;
    let opened = dates::open(&mut tx, app, actor, (command.id, command.version)).await?;
    let m = &opened.anchor.meeting;
    let same_day = command.start.local.date() == m.start_local.date() && command.start.zone == opened.series.zone;
    if !same_day || m.zone != opened.series.zone {
        return Err(Refusal::OtherDay.into());
    }
    let tail = opened.split(&mut tx, app, scope).await?;
    let moving = Moving {
        opened: &opened,
        command: &command,
        several: &several,
        now,
        zone: Zone::named(&opened.series.zone).map_err(|_| Refusal::OtherDay)?,
    };
    let mut pairs: Vec<Pair> = Vec::new();
    let mut impossible = Vec::new();
    for full in opened.all.iter().filter(|full| opened.is_in(full, scope)) {
        match moving.date(full) {
            Some(after) => pairs.push((Some(full.clone()), after)),
            None => impossible.push(full.meeting.start_local.date()),
        }
    }
    if !impossible.is_empty() {
        return Err(Refusal::ImpossibleDates(impossible).into());
    }
    let change = opened.change("series_moved", tail.as_ref(), pairs, Leave::Said(command.consent));
    let change = SeriesChange { note: command.reason, ..change };
    let changed = change::conclude(tx, app, actor, (change, &command.once)).await?;
    Ok(Outcome::Done(Made::Done(changed)))
}

struct Moving<'a> {
    opened: &'a Opened,
    command: &'a MoveMeeting,
    several: &'a Several,
    now: DateTime<Utc>,
    zone: Zone,
}

impl Moving<'_> {
    /// A date with its place in the rule moved along; `None` where the new time does not exist. What has begun, is off, is to be
    /// kept or was given a time or length of its own stays as it is and only learns its new place, and so does what would be
    /// over.
    fn date(&self, full: &FullMeeting) -> Option<FullMeeting> {
        let original = full.meeting.original_start?;
        let at_new_time = |old: NaiveDateTime| old.date().and_time(self.command.start.local.time());
        let mut after = full.clone();
        let own = full.meeting.id == self.command.id;
        if own || (self.goes_along(full) && !self.several.keeps(full)) {
            let local = at_new_time(full.meeting.start_local);
            let at = exact(&self.zone, local, self.command.minutes)?;
            let start = Start { local, at, zone: self.command.start.zone.clone() };
            if own || at > self.now {
                after = moved(full, &start, self.command.minutes);
            }
        }
        after.meeting.original_start = Some(at_new_time(original));
        Some(after)
    }

    /// Whether a date that is to come takes place at the time of its rule, on whatever day, and lasts as long as the one that
    /// is moved did.
    fn goes_along(&self, full: &FullMeeting) -> bool {
        let (m, anchor) = (&full.meeting, &self.opened.anchor.meeting);
        let regular = m.original_start.is_some_and(|original| original.time() == m.start_local.time());
        let alike = m.zone == self.opened.series.zone && m.minutes == anchor.minutes;
        to_come(full, self.now) && m.starts_at > self.now && regular && alike
    }
}
