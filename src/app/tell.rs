//! Who must be told what. Not a list of events but a comparison: for every recipient, what their last mail said against
//! what is true now. So edits within the undo time give one mail, moving there and back gives none, and undoing needs
//! no rules of its own.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::{
    actor::{Acting, Actor},
    book::{Book, address_key},
    context::App,
    error::{AppError, Result},
    facts, series,
};
use crate::{
    domain::{
        ids::{AttendeeId, PersonId},
        inbound::plus_address,
        itip::{
            compose::{self, Message},
            plan::{self, MessageKind, Stamp},
        },
        letter::{Body, Letter, MeetingBody},
        meeting::{Answer, AttendeeRole, MeetingFacts},
    },
    identity::link::LinkPurpose,
    store::{
        self, Tx,
        meetings::{Attendee, FullMeeting},
        outbox::{Mail, NewMail},
    },
};

/// The mails of a change and the version they carry.
pub(super) struct Telling {
    pub(super) stamp: Stamp,
    pub(super) mails: Vec<NewMail>,
}

/// What one recipient is to be told.
pub(super) struct News<'a> {
    pub(super) attendee: &'a Attendee,
    email: String,
    pub(super) kind: MessageKind,
    pub(super) told: Option<MeetingFacts>,
}

impl News<'_> {
    fn lane(&self, current: &MeetingFacts) -> String {
        lane(&current.seen_by(self.attendee.id).uid, &self.email)
    }
}

/// Somebody who would be mailed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// Who.
    pub attendee: AttendeeId,
    /// The user behind them, if it is one.
    pub person: Option<PersonId>,
    /// Display name.
    pub name: String,
    /// What the mail says.
    pub kind: MessageKind,
}

/// Who would be mailed what if the meeting became `full`; nothing is written.
///
/// # Errors
/// [`AppError::Data`] when an earlier mail cannot be read.
pub async fn recipients(tx: &mut Tx, full: &FullMeeting, now: DateTime<Utc>) -> Result<Vec<Recipient>> {
    if let Some(series) = full.meeting.series_id {
        return series::tell::recipients(tx, (series, full), now).await;
    }
    let told = store::outbox::told(tx, full.meeting.id).await?;
    let book = Book::of(tx, &full.attendees, full.meeting.organizer_id).await?;
    let current = facts::of(full, book.person(full.meeting.organizer_id)?, &book.organization);
    let news = news(full, &current, &told)?;
    Ok(news
        .into_iter()
        .map(|n| Recipient {
            attendee: n.attendee.id,
            person: n.attendee.person_id,
            name: n.attendee.name.clone(),
            kind: n.kind,
        })
        .collect())
}

/// What goes with the mails of a change.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Manner<'a> {
    /// What the actor says about it; may be empty.
    pub(super) note: &'a str,
    /// Whether whatever may wait is left for the next mail. What was about to leave is still said, with what has changed
    /// since.
    pub(super) quiet: bool,
    /// Queues in which something was about to leave before a change that is taken back: it is due again.
    pub(super) owed: &'a [String],
}

/// Takes back what has not left and prepares what must be said instead. `full` is the meeting as it will be.
pub(super) async fn prepare(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    (full, manner): (&FullMeeting, Manner<'_>),
) -> Result<Telling> {
    if let Some(series) = full.meeting.series_id {
        return Box::pin(series::tell::of_date(tx, app, actor, (series, full, manner))).await;
    }
    let (now, note) = (app.now(), manner.note);
    let taken_back = store::outbox::take_back(tx, full.meeting.id, now).await?;
    let told = store::outbox::told(tx, full.meeting.id).await?;
    let book = Book::of(tx, &full.attendees, full.meeting.organizer_id).await?;
    let current = facts::of(full, book.person(full.meeting.organizer_id)?, &book.organization);
    let mut news = news(full, &current, &told)?;
    if manner.quiet {
        let due = |lane: String| taken_back.contains(&lane) || manner.owed.contains(&lane);
        news.retain(|n| !n.kind.may_wait() || due(n.lane(&current)));
    }
    let stamp = next_stamp(full, &told, news.is_empty(), now);
    let by = actor.acting_for(full.meeting.organizer_id);
    let answers_to = answers_to(tx, app, (&book, full), &told).await?;
    let scene = Scene { app, book: &book, full, now, stamp, note, by, answers_to };
    let mails = news.iter().map(|n| scene.mail(n, &current)).collect::<Result<Vec<_>>>()?;
    Ok(Telling { stamp, mails })
}

/// The meeting once more for somebody who takes part, under a newer DTSTAMP of the same SEQUENCE; `None` for those who
/// do not. A date of a series comes without a calendar object. Nothing is queued.
pub(super) async fn once_more(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    (full, id, note): (&FullMeeting, AttendeeId, &str),
) -> Result<Option<Letter>> {
    let present = full.attendees.iter().find(|a| a.id == id && a.removed_at.is_none());
    let Some(attendee) = present else { return Ok(None) };
    let now = app.now();
    let told = store::outbox::told(tx, full.meeting.id).await?;
    let book = Book::of(tx, &full.attendees, full.meeting.organizer_id).await?;
    let current = facts::of(full, book.person(full.meeting.organizer_id)?, &book.organization);
    let stamp = last_stamp(full).again(now);
    let by = actor.acting_for(full.meeting.organizer_id);
    let answers_to = answers_to(tx, app, (&book, full), &told).await?;
    let scene = Scene { app, book: &book, full, now, stamp, note, by, answers_to };
    let news = News { attendee, email: attendee.email.clone(), kind: MessageKind::Invitation, told: None };
    let mut letter = scene.letter(&news, current.seen_by(id))?;
    if let (Some(_), Body::Meeting(body)) = (full.meeting.series_id, &mut letter.body) {
        // Calendars know the date as a part of its series, which stays as it is there.
        body.calendar.clear();
    }
    Ok(Some(letter))
}

/// Invites somebody once more to a meeting as it stands: the same SEQUENCE, a newer DTSTAMP.
pub(super) async fn invite_again(tx: &mut Tx, app: &App, full: &FullMeeting, id: AttendeeId) -> Result<()> {
    let now = app.now();
    let attendee = full.attendees.iter().find(|a| a.id == id).ok_or(AppError::NotFound)?;
    if let Some(series) = full.meeting.series_id {
        return Box::pin(series::tell::invite_again(tx, app, (series, attendee))).await;
    }
    let told = store::outbox::told(tx, full.meeting.id).await?;
    let book = Book::of(tx, &full.attendees, full.meeting.organizer_id).await?;
    let current = facts::of(full, book.person(full.meeting.organizer_id)?, &book.organization);
    let stamp = last_stamp(full).again(now);
    let answers_to = answers_to(tx, app, (&book, full), &told).await?;
    let scene = Scene { app, book: &book, full, now, stamp, note: "", by: None, answers_to };
    let news = News { attendee, email: attendee.email.clone(), kind: MessageKind::Invitation, told: None };
    store::outbox::insert(tx, &[scene.mail(&news, &current)?], now).await?;
    Ok(store::meetings::save_resent(tx, full.meeting.id, stamp.dtstamp).await?)
}

/// Takes the meeting out of the calendar of somebody who is not in it, but has its invitation from elsewhere. They learn
/// nothing that is not needed for it: neither who takes part nor where. The mail is not one of the meeting's own, so no
/// later change takes it back. `all_dates` says whether all dates of its series are meant.
pub(super) async fn dismiss(
    tx: &mut Tx,
    app: &App,
    (full, all_dates): (&FullMeeting, bool),
    (email, name): (&str, &str),
) -> Result<()> {
    let now = app.now();
    let stranger = stranger(app.new_id(), full, (email, name));
    if let Some(series) = full.meeting.series_id {
        let date = (!all_dates).then_some(full.meeting.id);
        return Box::pin(series::tell::dismiss(tx, app, (series, date), &stranger)).await;
    }
    let book = Book::of(tx, &full.attendees, full.meeting.organizer_id).await?;
    let alone = FullMeeting { attendees: vec![stranger.clone()], agenda: Vec::new(), ..full.clone() };
    let facts = facts::of(&alone, book.person(full.meeting.organizer_id)?, &book.organization);
    let facts = MeetingFacts { place: String::new(), video_url: None, ..facts };
    let told = store::outbox::told(tx, full.meeting.id).await?;
    let answers_to = answers_to(tx, app, (&book, full), &told).await?;
    let stamp = last_stamp(full).again(now);
    let scene = Scene { app, book: &book, full, now, stamp, note: "", by: None, answers_to };
    let news = News { attendee: &stranger, email: email.to_owned(), kind: MessageKind::Removed, told: None };
    let mail = NewMail { meeting_id: None, attendee_id: None, not_before: now, ..scene.mail(&news, &facts)? };
    store::outbox::insert(tx, &[mail], now).await?;
    Ok(store::meetings::save_resent(tx, full.meeting.id, stamp.dtstamp).await?)
}

/// A row that is not kept.
fn stranger(id: AttendeeId, full: &FullMeeting, (email, name): (&str, &str)) -> Attendee {
    Attendee {
        id,
        meeting_id: full.meeting.id,
        position: 1,
        person_id: None,
        contact_id: None,
        name: if name.is_empty() { email.to_owned() } else { name.to_owned() },
        email: email.to_owned(),
        email_key: email.to_owned(),
        role: AttendeeRole::Optional,
        why: String::new(),
        answer: Answer::Open,
        answered_at: None,
        answer_made_at: None,
        comment: String::new(),
        link_version: 1,
        removed_at: None,
        first_item: None,
        last_item: None,
        stay_after: None,
        stay_minutes: None,
        wants_reminder: false,
    }
}

/// The address that calendars answer to, where answers by mail are taken in: the meeting's own, if the mailbox takes such
/// ones. That is used from the first invitation on or never, because calendars take the same meeting by another ORGANIZER
/// for a forgery.
async fn answers_to(
    tx: &mut Tx,
    app: &App,
    (book, full): (&Book, &FullMeeting),
    told: &[Mail],
) -> Result<Option<String>> {
    let Some(mailbox) = store::inbound_mailbox::load(tx).await? else { return Ok(None) };
    let firm = app.service_address(&book.organization);
    let tag = app.links().tag(LinkPurpose::REPLY, full.meeting.id.uuid());
    let own = firm.parse().ok().and_then(|service| plus_address(&service, &tag)).map(String::from);
    let Some(own) = own.filter(|_| mailbox.settings.plus_addressing) else { return Ok(Some(firm)) };
    let bodies = told.iter().map(body_of).collect::<Result<Vec<_>>>()?;
    let known = bodies.iter().flatten().all(|body| body.service.as_ref() == Some(&own));
    Ok(Some(if known { own } else { firm }))
}

/// SEQUENCE rises only when somebody may have seen the present one; DTSTAMP always (RFC 5546 §2.1.4).
fn next_stamp(full: &FullMeeting, told: &[Mail], silent: bool, now: DateTime<Utc>) -> Stamp {
    let last = last_stamp(full);
    if silent {
        return last;
    }
    let seen = told.iter().any(|mail| mail.sequence.is_some_and(|s| s >= full.meeting.sequence));
    if seen { last.next(now) } else { last.again(now) }
}

fn last_stamp(full: &FullMeeting) -> Stamp {
    let m = &full.meeting;
    let dtstamp = m.resent_at.map_or(m.stamped_at, |resent| resent.max(m.stamped_at));
    Stamp { sequence: u32::try_from(m.sequence).unwrap_or(0), dtstamp }
}

/// Who must hear what, if the meeting is as `full` and `current` have it.
pub(super) fn news<'a>(full: &'a FullMeeting, current: &MeetingFacts, told: &[Mail]) -> Result<Vec<News<'a>>> {
    let mut known: HashMap<&str, MeetingBody> = HashMap::new();
    for mail in told {
        if let Some(body) = body_of(mail)? {
            known.insert(mail.lane.as_str(), body);
        }
    }
    let mut news = Vec::new();
    for attendee in full.attendees.iter().filter(|a| a.removed_at.is_none()) {
        let seen = current.seen_by(attendee.id);
        let last = known.remove(lane(&seen.uid, &attendee.email).as_str()).map(|body| body.facts);
        if let Some(kind) = plan::plan(last.as_ref(), &seen, attendee.id) {
            news.push(News { attendee, email: attendee.email.clone(), kind, told: last });
        }
    }
    // Whoever was told under an address that no longer takes part, or has another entry now, hears that this one is over.
    let mut others: Vec<(&str, MeetingBody)> = known.into_iter().collect();
    others.sort_by_key(|(lane, _)| *lane);
    for (_, body) in others {
        let mut without = current.clone();
        without.attendees.retain(|a| a.id != body.attendee);
        let attendee = full.attendees.iter().find(|a| a.id == body.attendee);
        if let (Some(kind), Some(attendee)) = (plan::plan(Some(&body.facts), &without, body.attendee), attendee) {
            let email = body.facts.attendee(body.attendee).map_or_else(|| attendee.email.clone(), |a| a.email.clone());
            news.push(News { attendee, email, kind, told: Some(body.facts) });
        }
    }
    Ok(news)
}

fn body_of(mail: &Mail) -> Result<Option<MeetingBody>> {
    let letter: Letter = serde_json::from_value(mail.payload.0.clone())?;
    Ok(match letter.body {
        Body::Meeting(body) => Some(*body),
        _ => None,
    })
}

/// The queue of one calendar entry of one reader.
fn lane(uid: &str, email: &str) -> String {
    format!("{uid}|{}", address_key(email))
}

/// What all mails of one change share.
struct Scene<'a> {
    app: &'a App,
    book: &'a Book,
    full: &'a FullMeeting,
    now: DateTime<Utc>,
    stamp: Stamp,
    note: &'a str,
    /// Who acted, if it was not the organizer.
    by: Option<Acting<'a>>,
    /// The address that calendars answer to, where answers by mail are taken in.
    answers_to: Option<String>,
}

impl Scene<'_> {
    fn mail(&self, news: &News<'_>, current: &MeetingFacts) -> Result<NewMail> {
        let facts = plan::facts_for(news.kind, news.told.as_ref(), &current.seen_by(news.attendee.id));
        let lane = lane(&facts.uid, &news.email);
        let letter = self.letter(news, facts)?;
        let m = &self.full.meeting;
        Ok(NewMail {
            lane,
            kind: news.kind.as_str(),
            series_id: None,
            meeting_id: Some(m.id),
            attendee_id: Some(news.attendee.id),
            person_id: news.attendee.person_id,
            recipient: news.email.clone(),
            sequence: Some(i64::from(self.stamp.sequence)),
            payload: serde_json::to_value(&letter)?,
            message_id: self.message_id(news.attendee.id, news.kind),
            not_before: self.app.after_undo(self.now),
        })
    }

    /// `facts` are what [`plan::facts_for`] freezes, as the reader has the meeting.
    fn letter(&self, news: &News<'_>, facts: MeetingFacts) -> Result<Letter> {
        let attendee = news.attendee;
        let mut to = self.book.reader(attendee);
        to.party.email.clone_from(&news.email);
        let calendar = self.calendar(news, &facts)?;
        let body = MeetingBody {
            kind: news.kind,
            facts,
            told: news.told.clone(),
            attendee: attendee.id,
            link_version: u32::try_from(attendee.link_version).unwrap_or(1),
            stop: attendee.contact_id.map(crate::domain::ids::ContactId::uuid),
            calendar,
            note: self.note.to_owned(),
            by: self.by.map(Acting::by),
            on_behalf: self.by.is_some_and(Acting::on_behalf),
            service: self.answers_to.clone(),
        };
        let company = self.book.organization.name.clone();
        Ok(Letter { to, at: self.now, company, body: Body::Meeting(Box::new(body)) })
    }

    fn calendar(&self, news: &News<'_>, facts: &MeetingFacts) -> Result<String> {
        let settings = self.app.settings();
        let attendee = news.attendee;
        // Colleagues have a page of the meeting; a customer's page would be a secret, and objects are stored.
        let page = attendee.person_id.map(|_| format!("{}/meetings/{}", settings.base_url, self.full.meeting.id));
        let language = self.book.reader(attendee).language;
        let firm = || self.app.service_address(&self.book.organization);
        let message = Message {
            facts,
            recipient: attendee.id,
            kind: news.kind,
            stamp: self.stamp,
            created: self.full.meeting.created_at,
            words: &(settings.words)(language),
            service_address: &self.answers_to.clone().unwrap_or_else(firm),
            page: page.as_deref(),
            // Customers deal with the organizer; the addresses of others in the house are not theirs to know.
            sent_by: self.by.and_then(|by| by.sent_by).filter(|_| attendee.person_id.is_some()),
        };
        compose::calendar_object(&message).map_err(AppError::from)
    }

    /// With the kind in it, because when an address is corrected the same attendee is told two things at once: goodbye
    /// at the old address, welcome at the new one.
    fn message_id(&self, attendee: AttendeeId, kind: MessageKind) -> String {
        let (meeting, at) = (self.full.meeting.id.uuid().simple(), self.stamp.dtstamp.timestamp());
        format!("{meeting}.{at}.{}.{kind}@{}", attendee.uuid().simple(), self.app.settings().host())
    }
}
