//! A reply about a series: to one of its dates, or to all that are to come.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::{
    Desk,
    reply::{answered, note, participants},
};
use crate::{
    app::{
        answer::{self, GiveAnswer},
        change,
        error::{AppError, Result},
        series::{dates::to_come, facts::person, tell},
    },
    domain::{
        email::EmailAddress,
        ids::{AttendeeId, MeetingId},
        proposal::CameBy,
        replies::{
            CalendarMessage, Entry, Method, Outcome,
            decide::{self, Decision, History, Meeting, Participant, Sender, Told},
        },
        time::{Interval, Zone},
    },
    store::{
        self, Tx,
        audit::Deed,
        inbound_mail::InboundMail,
        meetings::{Attendee, FullMeeting},
        series::Series,
    },
};

/// A reply to some dates of a series.
struct Reply<'a> {
    series: &'a Series,
    method: Method,
    /// What it says of each of the dates.
    entry: Entry,
    sender: Sender<'a>,
}

impl Desk<'_> {
    pub(super) async fn replied_to_series(
        &self,
        tx: &mut Tx,
        (message, uids): (&CalendarMessage, &[String]),
        (from, row): (&EmailAddress, &mut InboundMail),
    ) -> Result<Outcome> {
        let Some(series) = store::series::by_uids(tx, uids).await? else { return Ok(Outcome::NoMeeting) };
        let ids = store::series::dates(tx, series.id).await?;
        let mut dates = change::open_all(tx, &ids, &[]).await?;
        dates.sort_by_key(|full| full.meeting.starts_at);
        let of_series = || message.entries.iter().filter(|entry| entry.uid == series.uid);
        let whole = of_series().find(|entry| entry.instance.is_none()).or_else(|| of_series().next());
        let Some(entry) = whole else { return Ok(Outcome::NoMeeting) };
        row.all_dates = entry.instance.is_none();
        let asked = asked(&series, dates, (entry, self.now));
        let Some(anchor) = asked.first() else {
            return Ok(if row.all_dates { Outcome::Closed } else { Outcome::OtherDate });
        };
        row.meeting_id = Some(anchor.meeting.id);
        if row.all_dates && message.method == Method::Counter {
            // One other time for all dates would be another series.
            return Ok(Outcome::BadProposal);
        }
        // Which dates are meant is settled; the start of a series says nothing about those of its dates.
        let start = entry.start.filter(|_| !row.all_dates);
        let entry = Entry { instance: None, start, ..entry.clone() };
        let sender = Sender { from, name: &self.mail.from_name, proven: row.proven, at: self.now };
        let reply = Reply { series: &series, method: message.method, entry, sender };
        let decisions = reply.decide_all(tx, &asked).await?;
        let Some(first) = decisions.first() else { return Ok(Outcome::Closed) };
        note(row, &reply.entry, first);
        if row.all_dates && decisions.iter().any(|decision| decision.outcome == Outcome::Answered) {
            return self.answer_all(tx, (asked, &decisions), row).await;
        }
        self.follow(tx, anchor, (first.clone(), from), row).await
    }

    /// Applies the answer to each date for which it is current.
    async fn answer_all(
        &self,
        tx: &mut Tx,
        (dates, decisions): (Vec<FullMeeting>, &[Decision]),
        row: &mut InboundMail,
    ) -> Result<Outcome> {
        if !self.apply {
            return Ok(Outcome::Stopped);
        }
        let current = decisions.iter().find(|decision| decision.outcome == Outcome::Answered);
        let Some(anchor) = current.and_then(|decision| decision.attendee) else { return Ok(Outcome::Closed) };
        match answer::load(tx, anchor).await {
            Ok(_) => {}
            // A colleague who has left.
            Err(AppError::NotFound) => return Ok(Outcome::Closed),
            Err(error) => return Err(error),
        }
        for (full, decision) in dates.into_iter().zip(decisions) {
            let (Outcome::Answered, Some(id), Some(answer)) = (decision.outcome, decision.attendee, decision.answer)
            else {
                continue;
            };
            let Some(who) = full.attendees.iter().find(|a| a.id == id).cloned() else { continue };
            let deed = Deed {
                actor: who.name.clone(),
                action: "meeting.answered",
                object_kind: "meeting",
                object_id: Some(full.meeting.id.uuid()),
                ..Deed::default()
            };
            let given = GiveAnswer { answer, comment: row.note.clone() };
            answer::write_locked(tx, self.app, (full, who), (given, CameBy::Mail), deed).await?;
        }
        row.attendee_id = Some(anchor);
        row.counted_at = Some(self.now);
        Ok(Outcome::Answered)
    }
}

/// The dates that a reply speaks of: the one it names by its place in the series, else all that are to come.
fn asked(series: &Series, dates: Vec<FullMeeting>, (entry, now): (&Entry, DateTime<Utc>)) -> Vec<FullMeeting> {
    let zone = Zone::named(&series.zone).unwrap_or_else(|_| Zone::utc());
    let meant = |full: &FullMeeting| match entry.instance {
        Some(instance) => full.meeting.original_start.is_some_and(|at| zone.instant(at) == instance.instant(&zone)),
        None => to_come(full, now),
    };
    dates.into_iter().filter(meant).collect()
}

impl Reply<'_> {
    async fn decide_all(&self, tx: &mut Tx, dates: &[FullMeeting]) -> Result<Vec<Decision>> {
        let seated: Vec<Vec<Participant>> = dates.iter().map(participants).collect();
        let zones: Vec<Zone> =
            dates.iter().map(|full| Zone::named(&full.meeting.zone).unwrap_or_else(|_| Zone::utc())).collect();
        let span = |full: &FullMeeting| Interval::new(full.meeting.starts_at, full.meeting.ends_at);
        let meetings: Vec<Meeting<'_>> = dates
            .iter()
            .zip(&seated)
            .zip(&zones)
            .filter_map(|((full, people), zone)| {
                Some(Meeting { status: full.meeting.status, span: span(full)?, zone, people })
            })
            .collect();
        let who: Vec<Option<AttendeeId>> =
            meetings.iter().map(|meeting| decide::whose(meeting, &self.entry, &self.sender)).collect();
        let past = self.past(tx, (dates, &who)).await?;
        let decided = meetings.iter().zip(dates).zip(&who).map(|((meeting, full), who)| {
            let history = who.map_or_else(History::default, |id| past.of(full, id));
            decide::decide(meeting, &history, (self.method, &self.entry), &self.sender)
        });
        Ok(decided.collect())
    }

    /// What went out to the person and came back from them.
    async fn past(&self, tx: &mut Tx, (dates, who): (&[FullMeeting], &[Option<AttendeeId>])) -> Result<Past> {
        let row = |(full, id): (&FullMeeting, &Option<AttendeeId>)| {
            let id = (*id)?;
            full.attendees.iter().find(|a| a.id == id).cloned()
        };
        let rows: Vec<Attendee> = dates.iter().zip(who).filter_map(row).collect();
        let Some(first) = rows.first() else { return Ok(Past::default()) };
        let lane = tell::lane(&self.series.uid, &first.email);
        let mut told: HashMap<MeetingId, Vec<Told>> = HashMap::new();
        for mail in store::outbox::told_in_lane(tx, (self.series.id, &lane)).await? {
            let Some(sequence) = mail.sequence.and_then(|sequence| u32::try_from(sequence).ok()) else { continue };
            // One whose content is forgotten belongs to a series that is over.
            let Ok(Some(body)) = tell::body_of(&mail) else { continue };
            for date in body.facts.live(person(first)) {
                let span = Interval::new(date.facts.starts_at, date.facts.ends_at);
                told.entry(date.id).or_default().extend(span.map(|span| Told { sequence, span }));
            }
        }
        let ids: Vec<AttendeeId> = rows.iter().map(|row| row.id).collect();
        Ok(Past { told, by_mail: store::inbound_mail::last_counted(tx, &ids).await? })
    }
}

/// What one person was told of each date, and their last answer by mail: when it was made, since when it counts.
#[derive(Default)]
struct Past {
    told: HashMap<MeetingId, Vec<Told>>,
    by_mail: Option<(DateTime<Utc>, DateTime<Utc>)>,
}

impl Past {
    fn of(&self, full: &FullMeeting, id: AttendeeId) -> History {
        let answered_at = full.attendees.iter().find(|a| a.id == id).and_then(|a| a.answered_at);
        let told = self.told.get(&full.meeting.id).cloned().unwrap_or_default();
        History { told, answered: answered(answered_at, self.by_mail) }
    }
}
