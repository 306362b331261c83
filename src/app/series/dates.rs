//! The dates of a series as an edit of several finds them.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};

use super::change::{Pair, SeriesChange};
use crate::{
    app::{
        actor::Actor,
        context::App,
        error::{AppError, Refusal, Result},
        leave::Leave,
        parts,
    },
    domain::{
        ids::MeetingId,
        meeting::{AttendeeRole, Status, VideoSource},
        planning::{Details, Guest, Invitee, Owner, Point, Video},
        series::{patch::Scope, rule::End},
    },
    store::{
        self, Tx,
        changes::{Before, SeriesBefore},
        meetings::{Attendee, FullMeeting},
        series::Series,
    },
};

/// A series, and the date from which it is changed.
pub(in crate::app) struct Opened {
    pub(in crate::app) series: Series,
    /// All dates, by the order of the rule.
    pub(in crate::app) all: Vec<FullMeeting>,
    pub(in crate::app) anchor: FullMeeting,
}

/// Locks and reads a series, and asks whether this person may change these dates of it now.
pub(in crate::app) async fn open(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    (id, version): (MeetingId, i64),
) -> Result<Opened> {
    let found = store::meetings::by_id(tx, id).await?.ok_or(AppError::NotFound)?;
    actor.may_change(&found)?;
    let series = found.meeting.series_id.ok_or(AppError::NotFound)?;
    let ids = store::series::dates(tx, series).await?;
    store::meetings::lock_all(tx, &ids).await?;
    let series = store::series::by_id(tx, series).await?.ok_or(AppError::NotFound)?;
    let all = store::series::meetings(tx, series.id).await?;
    let anchor = all.iter().find(|full| full.meeting.id == id).cloned().ok_or(AppError::Stale)?;
    if anchor.meeting.version != version {
        return Err(AppError::Stale);
    }
    if anchor.meeting.status == Status::Cancelled {
        return Err(Refusal::Cancelled.into());
    }
    if anchor.meeting.ends_at <= app.now() {
        return Err(Refusal::Over.into());
    }
    let opened = Opened { series, all, anchor };
    for full in opened.all.iter().filter(|full| to_come(full, app.now())) {
        actor.may_change(full)?;
    }
    Ok(opened)
}

/// Whether a date stands and is not over.
#[must_use]
pub fn to_come(full: &FullMeeting, now: DateTime<Utc>) -> bool {
    full.meeting.status == Status::Confirmed && full.meeting.ends_at > now
}

/// The dates that an edit would change.
#[must_use]
pub fn affected<'a>(
    all: &'a [FullMeeting],
    anchor: &FullMeeting,
    (scope, now): (Scope, DateTime<Utc>),
) -> Vec<&'a FullMeeting> {
    let in_scope = |full: &&FullMeeting| match scope {
        Scope::This => full.meeting.id == anchor.meeting.id,
        Scope::Following => full.meeting.original_start >= anchor.meeting.original_start,
        Scope::All => true,
    };
    all.iter().filter(in_scope).filter(|full| to_come(full, now)).collect()
}

/// Which dates of a series a change is about.
#[derive(Debug, Clone)]
pub struct Several {
    /// This one, what follows, or all.
    pub scope: Scope,
    /// Days by the rule whose dates stay as they are, though the change is about them; never that of the date at hand.
    pub keep: Vec<NaiveDate>,
}

impl Several {
    /// Whether a date stays as it is.
    #[must_use]
    pub fn keeps(&self, full: &FullMeeting) -> bool {
        full.meeting.original_start.is_some_and(|original| self.keep.contains(&original.date()))
    }
}

impl From<Scope> for Several {
    fn from(scope: Scope) -> Self {
        Self { scope, keep: Vec::new() }
    }
}

impl Opened {
    /// Whether a date belongs to what is changed: with *following*, also those that are off go along.
    pub(in crate::app) fn is_in(&self, full: &FullMeeting, scope: Scope) -> bool {
        match scope {
            Scope::This => full.meeting.id == self.anchor.meeting.id,
            Scope::Following => full.meeting.original_start >= self.anchor.meeting.original_start,
            Scope::All => true,
        }
    }

    /// A change of these dates, by their start. With a series of its own they go there, and the people of both are told.
    pub(in crate::app) fn change(
        &self,
        kind: &'static str,
        tail: Option<&Series>,
        mut pairs: Vec<Pair>,
        leave: Leave,
    ) -> SeriesChange {
        if let Some(tail) = tail {
            for (_, after) in &mut pairs {
                after.meeting.series_id = Some(tail.id);
            }
        }
        let anchor = self.anchor.meeting.id;
        // What stays as it is is no part of the change, nor of the way back.
        pairs.retain(|(old, after)| old.as_ref() != Some(after) || after.meeting.id == anchor);
        pairs.sort_by_key(|(_, after)| after.meeting.starts_at);
        SeriesChange {
            kind,
            anchor,
            before: Some(self.before(tail, pairs.iter().filter_map(|(old, _)| old.clone()).collect())),
            told: [Some(self.series.id), tail.map(|tail| tail.id)].into_iter().flatten().collect(),
            pairs,
            note: String::new(),
            leave,
        }
    }

    /// What it takes to go back.
    fn before(&self, split_off: Option<&Series>, dates: Vec<FullMeeting>) -> Before {
        let (series, split_off) = (self.series.clone(), split_off.map(|series| series.id));
        Before::SeriesWas(Box::new(SeriesBefore { series, split_off, dates, added: Vec::new(), answered: None }))
    }

    /// Ends the series ahead of the anchor and begins another one with it, under a UID of its own (RFC 5545 §3.2.13
    /// would have it in one, which no two calendars read alike). `None` when nothing comes before the anchor.
    pub(in crate::app) async fn split(&self, tx: &mut Tx, app: &App, scope: Scope) -> Result<Option<Series>> {
        let starts = |full: &&FullMeeting| full.meeting.original_start < self.anchor.meeting.original_start;
        let last = self.all.iter().filter(starts).filter_map(|full| full.meeting.original_start).max();
        let Some(last) = last.filter(|_| scope == Scope::Following) else { return Ok(None) };
        let end = |at: NaiveDateTime| End::Until(at.date());
        let mut kept = self.series.rule.0;
        kept.end = end(last);
        store::series::set_rule(tx, self.series.id, kept).await?;
        let mut tail = self.series.clone();
        tail.id = app.new_id();
        tail.uid = format!("{}@{}", tail.id.uuid().simple(), app.settings().host());
        tail.continues = Some(self.series.uid.clone());
        tail.rule.0.end = end(self.all.iter().filter_map(|full| full.meeting.original_start).max().unwrap_or(last));
        (tail.sequence, tail.created_at, tail.updated_at) = (0, app.now(), app.now());
        store::series::insert(tx, &tail).await?;
        Ok(Some(tail))
    }
}

/// A meeting as a form would have it.
#[must_use]
pub fn details_of(full: &FullMeeting) -> Details {
    let m = &full.meeting;
    let mut rows: Vec<&Attendee> =
        full.attendees.iter().filter(|a| a.removed_at.is_none() && a.role != AttendeeRole::Chair).collect();
    rows.sort_by_key(|a| (a.position, a.id));
    let chair = full.attendees.iter().find(|a| a.removed_at.is_none() && a.role == AttendeeRole::Chair);
    let owner = |id| match rows.iter().position(|a| Some(a.id) == id) {
        Some(place) => Owner::Invitee(place),
        None if id.is_some() && chair.map(|a| a.id) == id => Owner::Organizer,
        None => Owner::Everyone,
    };
    Details {
        purpose: m.purpose,
        stage: m.stage,
        title: m.title.clone(),
        format: m.format,
        place: m.place.clone(),
        video: match m.video_source {
            Some(VideoSource::Own) => Some(Video::Own),
            Some(VideoSource::Personal) => Some(Video::Personal),
            Some(VideoSource::Pasted) => Some(Video::Pasted(m.video_url.clone().unwrap_or_default())),
            None => None,
        },
        invitees: rows.iter().filter_map(|a| invitee(full, a)).collect(),
        agenda: full
            .agenda
            .iter()
            .map(|item| Point {
                kind: item.kind,
                title: item.title.clone(),
                minutes: u32::try_from(item.minutes).unwrap_or(0),
                owner: owner(item.owner_id),
                wanted: item.wanted,
            })
            .collect(),
        open_guest_list: m.open_guest_list,
    }
}

fn invitee(full: &FullMeeting, a: &Attendee) -> Option<Invitee> {
    let guest = a.person_id.map(Guest::Person).or_else(|| a.contact_id.map(Guest::Contact))?;
    Some(Invitee { guest, role: a.role, why: a.why.clone(), points: parts::places_of(full, a) })
}
