//! A reply about a series: to some of its dates, each by what is said of it, or to all that are to come.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::{
    Desk,
    reply::{note, participants},
};
use crate::{
    app::{
        answer::{self, Came, GiveAnswer},
        change,
        error::{AppError, Result},
        series::{dates::to_come, facts::person, tell},
    },
    domain::{
        agenda::part,
        email::EmailAddress,
        ids::{AttendeeId, MeetingId},
        replies::{
            CalendarMessage, Entry, Method, Outcome,
            decide::{self, Decision, History, Meeting, Participant, Sender, Told},
        },
        time::{Interval, Zone},
    },
    store::{
        self, Tx,
        audit::Deed,
        inbound_mail::{AboutDate, InboundMail},
        meetings::{Attendee, FullMeeting},
        series::Series,
    },
};

/// A reply to some dates of a series.
struct Reply<'a> {
    series: &'a Series,
    method: Method,
    sender: Sender<'a>,
}

/// A date, and what is said of it.
type Asked<'a> = (FullMeeting, &'a Entry);

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
        let places = own_places(tx, &series, (message, &dates)).await?;
        let said = Said::of(&series, message, &places);
        row.all_dates = said.whole.is_some();
        let asked = said.asked(dates, self.now);
        let Some((anchor, _)) = asked.first() else {
            return Ok(if row.all_dates { Outcome::Closed } else { Outcome::OtherDate });
        };
        row.meeting_id = Some(anchor.meeting.id);
        if row.all_dates && message.method == Method::Counter {
            // One other time for all dates would be another series.
            return Ok(Outcome::BadProposal);
        }
        let sender = Sender { from, name: &self.mail.from_name, proven: row.proven, at: self.now };
        let reply = Reply { series: &series, method: message.method, sender };
        let decisions = reply.decide_all(tx, &asked).await?;
        let Some(((anchor, entry), decision)) = foremost(&asked, &decisions) else { return Ok(Outcome::Closed) };
        row.meeting_id = Some(anchor.meeting.id);
        (row.about_from, row.about_to) = (Some(anchor.meeting.starts_at), Some(anchor.meeting.ends_at));
        note(row, entry, decision);
        let outcome = if decision.outcome == Outcome::Answered {
            self.answer_all(tx, (&asked, &decisions), row).await?
        } else {
            self.follow(tx, anchor, (decision.clone(), from), row).await?
        };
        let about = about(&asked, &decisions);
        row.about_dates = (outcome.waits() && !about.is_empty()).then(|| about.into());
        Ok(outcome)
    }

    /// Applies the answer to each date for which it is current.
    async fn answer_all(
        &self,
        tx: &mut Tx,
        (asked, decisions): (&[Asked<'_>], &[Decision]),
        row: &mut InboundMail,
    ) -> Result<Outcome> {
        if !self.apply {
            return Ok(Outcome::Stopped);
        }
        let Some(anchor) = row.attendee_id else { return Ok(Outcome::Closed) };
        match answer::load(tx, anchor).await {
            Ok(_) => {}
            // A colleague who has left.
            Err(AppError::NotFound) => return Ok(Outcome::Closed),
            Err(error) => return Err(error),
        }
        for ((full, entry), decision) in asked.iter().zip(decisions) {
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
            let given = GiveAnswer { answer, comment: entry.note.as_str().to_owned() };
            let came = Came::ByMail(decision.stamp);
            answer::write_locked(tx, self.app, (full.clone(), who), (given, came), deed).await?;
        }
        row.counted_at = Some(self.now);
        Ok(Outcome::Answered)
    }
}

/// What a message says of a series: of all its dates, and of some.
struct Said {
    zone: Zone,
    /// Of all that are to come.
    whole: Option<Entry>,
    /// Of the dates at these places of the rule.
    each: HashMap<DateTime<Utc>, Entry>,
}

impl Said {
    /// `places` are those of the rule, by what an entry of somebody's own calls them.
    fn of(series: &Series, message: &CalendarMessage, places: &Places) -> Self {
        let zone = Zone::named(&series.zone).unwrap_or_else(|_| Zone::utc());
        let (mut whole, mut each) = (None, HashMap::new());
        let ours = |entry: &&Entry| part::whole_uid(&entry.uid) == series.uid && !entry.unplaced;
        for entry in message.entries.iter().filter(ours) {
            // Which date is meant is settled here.
            let said = Entry { instance: None, ..entry.clone() };
            match entry.instance {
                Some(instance) => {
                    let at = instance.instant(&zone);
                    let place = places.get(&(entry.uid.clone(), at)).copied().unwrap_or(at);
                    each.entry(place).or_insert(said);
                }
                // The start of a series says nothing about those of its dates.
                None => {
                    whole.get_or_insert(Entry { start: None, ..said });
                }
            }
        }
        Self { zone, whole, each }
    }

    /// The dates that it speaks of, each with what is said of it: by its own place, else as of one of all.
    fn asked(&self, dates: Vec<FullMeeting>, now: DateTime<Utc>) -> Vec<Asked<'_>> {
        let of_date = |full: FullMeeting| {
            let place = full.meeting.original_start.map(|at| self.zone.instant(at));
            let own = place.and_then(|place| self.each.get(&place));
            let entry = own.or_else(|| self.whole.as_ref().filter(|_| to_come(&full, now)))?;
            Some((full, entry))
        };
        dates.into_iter().filter_map(of_date).collect()
    }
}

/// UID and RECURRENCE-ID of a date as an instant, and its place by the rule.
type Places = HashMap<(String, DateTime<Utc>), DateTime<Utc>>;

/// The places of dates in entries of those who are invited to some points only, as they were last told.
async fn own_places(
    tx: &mut Tx,
    series: &Series,
    (message, dates): (&CalendarMessage, &[FullMeeting]),
) -> Result<Places> {
    let mut places = Places::new();
    let Some(entry) = message.entries.iter().find(|entry| entry.uid != series.uid) else { return Ok(places) };
    let zone = Zone::named(&series.zone).unwrap_or_else(|_| Zone::utc());
    let owner = |row: &&Attendee| part::own_uid(&series.uid, person(row)) == entry.uid;
    let Some(row) = dates.iter().flat_map(|full| &full.attendees).find(owner) else { return Ok(places) };
    let lane = tell::lane(&entry.uid, &row.email);
    let mails = store::outbox::told_in_lane(tx, (series.id, &lane)).await?;
    let Some(body) = mails.last().map(tell::body_of).transpose()?.flatten() else { return Ok(places) };
    for date in dates {
        let known = body.facts.date(date.meeting.id).map(|date| zone.instant(date.original));
        if let Some((known, original)) = known.zip(date.meeting.original_start) {
            places.insert((entry.uid.clone(), known), zone.instant(original));
        }
    }
    Ok(places)
}

/// The decision that stands for the mail: an answer that counts, else what waits for a click, else the first.
fn foremost<'a, 'b>(asked: &'a [Asked<'b>], decisions: &'a [Decision]) -> Option<(&'a Asked<'b>, &'a Decision)> {
    let rank = |outcome: Outcome| match outcome {
        Outcome::Answered => 0,
        waiting if waiting.waits() => 1,
        _ => 2,
    };
    // Of equal ones the first.
    asked.iter().zip(decisions).min_by_key(|(_, decision)| rank(decision.outcome))
}

/// The dates for which it would count if it were certain whose answer it is.
fn about(asked: &[Asked<'_>], decisions: &[Decision]) -> Vec<AboutDate> {
    let date = |((full, _), decision): (&Asked<'_>, &Decision)| {
        let (Outcome::Answered, Some(attendee), Some(answer)) = (decision.wanted, decision.attendee, decision.answer)
        else {
            return None;
        };
        let m = &full.meeting;
        Some(AboutDate { meeting: m.id, attendee, answer, from: m.starts_at, to: m.ends_at })
    };
    asked.iter().zip(decisions).filter_map(date).collect()
}

impl Reply<'_> {
    async fn decide_all(&self, tx: &mut Tx, asked: &[Asked<'_>]) -> Result<Vec<Decision>> {
        let seated: Vec<Vec<Participant>> = asked.iter().map(|(full, _)| participants(full)).collect();
        let zones: Vec<Zone> =
            asked.iter().map(|(full, _)| Zone::named(&full.meeting.zone).unwrap_or_else(|_| Zone::utc())).collect();
        let span = |full: &FullMeeting| Interval::new(full.meeting.starts_at, full.meeting.ends_at);
        let mut meetings = asked
            .iter()
            .zip(&seated)
            .zip(&zones)
            .map(|(((full, _), people), zone)| {
                Some(Meeting { status: full.meeting.status, span: span(full)?, zone, people })
            })
            .collect::<Option<Vec<Meeting<'_>>>>()
            .ok_or(AppError::NotFound)?;
        let who: Vec<Option<AttendeeId>> = meetings
            .iter()
            .zip(asked)
            .map(|(meeting, (_, entry))| decide::whose(meeting, entry, &self.sender))
            .collect();
        // Whoever is invited to some points only knows another time.
        for ((meeting, (full, _)), id) in meetings.iter_mut().zip(asked).zip(&who) {
            let row = full.attendees.iter().find(|a| Some(a.id) == *id);
            meeting.span = row.and_then(|row| row.span(&full.meeting)).unwrap_or(meeting.span);
        }
        let past = self.past(tx, (asked, &who)).await?;
        let decided = meetings.iter().zip(asked).zip(&who).map(|((meeting, (full, entry)), who)| {
            let history = who.map_or_else(History::default, |id| past.of(full, id));
            decide::decide(meeting, &history, (self.method, entry), &self.sender)
        });
        Ok(decided.collect())
    }

    /// What went out to the person, who is the same for all dates unless the mail makes no sense.
    async fn past(&self, tx: &mut Tx, (asked, who): (&[Asked<'_>], &[Option<AttendeeId>])) -> Result<Past> {
        let row = |((full, _), id): (&Asked<'_>, &Option<AttendeeId>)| {
            let id = (*id)?;
            full.attendees.iter().find(|a| a.id == id).cloned()
        };
        let Some(first) = asked.iter().zip(who).find_map(row) else { return Ok(Past::default()) };
        let uid = asked.first().map_or(self.series.uid.as_str(), |(_, entry)| entry.uid.as_str());
        let lane = tell::lane(uid, &first.email);
        let mut told: HashMap<MeetingId, Vec<Told>> = HashMap::new();
        for mail in store::outbox::told_in_lane(tx, (self.series.id, &lane)).await? {
            let Some(sequence) = mail.sequence.and_then(|sequence| u32::try_from(sequence).ok()) else { continue };
            // One whose content is forgotten belongs to a series that is over.
            let Ok(Some(body)) = tell::body_of(&mail) else { continue };
            for date in body.facts.live(person(&first)) {
                let span = Interval::new(date.facts.starts_at, date.facts.ends_at);
                told.entry(date.id).or_default().extend(span.map(|span| Told { sequence, span }));
            }
        }
        Ok(Past { who: Some(first), told })
    }
}

/// What one person was told of each date.
#[derive(Default)]
struct Past {
    who: Option<Attendee>,
    told: HashMap<MeetingId, Vec<Told>>,
}

impl Past {
    fn of(&self, full: &FullMeeting, id: AttendeeId) -> History {
        let Some(row) = full.attendees.iter().find(|a| a.id == id) else { return History::default() };
        let same = self.who.as_ref().is_some_and(|who| person(who) == person(row));
        let told = self.told.get(&full.meeting.id).filter(|_| same).cloned().unwrap_or_default();
        History { told, answered: row.answer_made() }
    }
}
