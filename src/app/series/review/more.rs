//! Further dates for a series, like its last one or changed as the organizer answered.

use chrono::{NaiveDate, NaiveDateTime};

use super::place;
use crate::{
    app::{
        context::App,
        error::{AppError, Refusal, Result},
        schedule_meeting::build,
        series::{MAX_SEATS, dates::details_of, holidays, schedule::dated},
    },
    domain::{
        ids::AttendeeId,
        meeting::VideoSource,
        planning::{Plan, Start},
        series::{
            dates::{SeriesDate, outcomes},
            review::{MORE, less_often, shorter},
            rule::{End, MAX_DATES, NoSeries, Rule},
        },
        time::Zone,
    },
    store::{self, Tx, meetings::FullMeeting, series::Series},
};

/// How the further dates differ from the last one.
pub(in crate::app) struct Wish<'a> {
    pub(in crate::app) shorter: bool,
    pub(in crate::app) less_often: bool,
    /// Rows of the last date whose people are not needed any more.
    pub(in crate::app) without: &'a [AttendeeId],
    /// Dates that are left out.
    pub(in crate::app) skip: &'a [NaiveDate],
}

impl Wish<'_> {
    /// Whether the dates are as they were, so that calendars can go on with the same series.
    const fn is_same(&self) -> bool {
        !self.shorter && !self.less_often && self.without.is_empty()
    }
}

/// Further dates, and the series they are in.
pub(in crate::app) struct More {
    pub(in crate::app) series: Series,
    /// Whether the series was made for them.
    pub(in crate::app) fresh: bool,
    pub(in crate::app) dates: Vec<FullMeeting>,
}

/// Prepares the further dates and writes their series: the same one where its rule only grows and it has room, else a new
/// one that goes on from it (RFC 5545 §3.2.13 would have it in one, which no two calendars read alike).
pub(in crate::app) async fn plan(
    tx: &mut Tx,
    app: &App,
    (series, all, last): (&Series, &[FullMeeting], &FullMeeting),
    wish: &Wish<'_>,
) -> Result<More> {
    let too_few = || AppError::from(Refusal::NoSeries(NoSeries::TooFew));
    let at = place(all).ok_or(AppError::NotFound)?;
    // Calendars know dates that were called off behind it by their places, which come again.
    let taken = all.iter().any(|full| full.meeting.original_start > Some(at));
    let minutes = u32::try_from(last.meeting.minutes).unwrap_or(0);
    let minutes = if wish.shorter { shorter(minutes).ok_or_else(too_few)? } else { minutes };
    let rule = series.rule.0;
    let rule = if wish.less_often { less_often(rule, at.date()).ok_or_else(too_few)? } else { rule };
    let found = further(tx, (&rule, at), (series, last, minutes), wish).await?;
    let until = found.last().ok_or_else(too_few)?.original.date();
    if (last.attendees.len() + 1) * found.len() > MAX_SEATS {
        return Err(Refusal::TooManySeats.into());
    }
    let same = wish.is_same() && !taken && all.len() + found.len() <= MAX_DATES;
    let rule = Rule { end: End::Until(until), ..rule };
    let series = if same { series.clone() } else { tail(app, series) };
    let series = Series { rule: rule.into(), ..series };
    if same {
        store::series::set_rule(tx, series.id, rule).await?;
    } else {
        store::series::insert(tx, &series).await?;
    }
    let (local, at) = found.first().and_then(SeriesDate::start).ok_or_else(too_few)?;
    let start = Start { local, at, zone: last.meeting.zone.clone() };
    let first = like(tx, app, (last, start, minutes), wish.without).await?;
    let dates = found.iter().filter_map(|date| dated(app, &first, series.id, date)).collect();
    Ok(More { series, fresh: !same, dates })
}

/// The dates after the last one of the rule that take place.
async fn further(
    tx: &mut Tx,
    (rule, at): (&Rule, NaiveDateTime),
    (series, last, minutes): (&Series, &FullMeeting, u32),
    wish: &Wish<'_>,
) -> Result<Vec<SeriesDate>> {
    let zone = Zone::named(&series.zone).map_err(|_| AppError::NotFound)?;
    let organizer = store::people::by_id(tx, last.meeting.organizer_id).await?.ok_or(AppError::NotFound)?;
    let country = holidays::country(tx, &organizer).await?;
    let starts = rule.after(at, MORE);
    let mut found = outcomes(rule, &starts, (&zone, country), minutes);
    found.retain(|date| date.start().is_some() && !wish.skip.contains(&date.original.date()));
    Ok(found)
}

/// A series that goes on from another one, to be told anew.
pub(in crate::app) fn tail(app: &App, series: &Series) -> Series {
    let (id, now): (crate::domain::ids::SeriesId, _) = (app.new_id(), app.now());
    Series {
        uid: format!("{}@{}", id.uuid().simple(), app.settings().host()),
        continues: Some(series.uid.clone()),
        id,
        sequence: 0,
        stamped_at: now - chrono::TimeDelta::seconds(2),
        created_at: now,
        updated_at: now,
        ..series.clone()
    }
}

/// The first of further dates, planned anew like the last one but without some of its people: everybody is asked again, and
/// nobody is invited who has left or wants no more invitations.
pub(in crate::app) async fn like(
    tx: &mut Tx,
    app: &App,
    (last, start, minutes): (&FullMeeting, Start, u32),
    without: &[AttendeeId],
) -> Result<FullMeeting> {
    let organizer = store::people::by_id(tx, last.meeting.organizer_id).await?.ok_or(AppError::NotFound)?;
    let mut template = last.clone();
    for row in &mut template.attendees {
        if without.contains(&row.id) {
            row.removed_at = Some(app.now());
        }
    }
    let mut first = build(tx, app, &organizer, &Plan { details: details_of(&template), start, minutes }).await?;
    if first.meeting.video_source == Some(VideoSource::Own) {
        // People know the room.
        first.meeting.video_url.clone_from(&last.meeting.video_url);
    }
    Ok(first)
}
