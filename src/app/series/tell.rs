//! Who must be told what of a series: the same comparison as for a meeting, of all dates at once. So one change is one
//! mail for each recipient, whatever the number of dates.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};

use super::facts;
use crate::{
    app::{
        actor::{Acting, Actor},
        book::{Book, address_key},
        context::App,
        error::{AppError, Result},
        tell::{Manner, Recipient, Telling},
    },
    domain::{
        ids::{AttendeeId, MeetingId, PersonId, SeriesId},
        itip::{
            plan::{MessageKind, Stamp},
            series::{
                compose::{SeriesMessage, calendar_object},
                facts::SeriesFacts,
                plan::{self, Receiver, SeriesKind},
            },
        },
        letter::{Body, Letter, SeriesBody},
        meeting::MeetingFacts,
    },
    store::{
        self, Tx,
        meetings::{Attendee, FullMeeting},
        outbox::{Mail, NewMail},
        series::Series,
    },
};

/// What one recipient is to be told.
struct News<'a> {
    /// The row their answer link belongs to.
    row: &'a Attendee,
    person: AttendeeId,
    email: String,
    kind: SeriesKind,
    told: Option<SeriesFacts>,
}

/// What mails about a series say of a change, beside what the dates show.
pub(in crate::app) struct About<'a> {
    /// Whose series it is; its dates may all have gone elsewhere.
    pub(in crate::app) organizer: PersonId,
    /// The reason given, and whether what may wait is left for the next mail.
    pub(in crate::app) manner: Manner<'a>,
    /// Whoever comes to dates that went on as another series, and is invited to that.
    pub(in crate::app) moved_on: HashSet<AttendeeId>,
}

impl<'a> About<'a> {
    /// A change that leaves its dates in their series.
    pub(in crate::app) fn change(meetings: &[FullMeeting], manner: Manner<'a>) -> Result<Self> {
        let organizer = meetings.last().ok_or(AppError::NotFound)?.meeting.organizer_id;
        Ok(Self { organizer, manner, moved_on: HashSet::new() })
    }
}

/// A series as it will be, with all that telling of it takes.
struct Scene<'a> {
    series: &'a Series,
    meetings: &'a [FullMeeting],
    book: Book,
    current: SeriesFacts,
    now: DateTime<Utc>,
    told: Vec<Mail>,
    /// Rows of those who were told of dates that belong to another series by now.
    elsewhere: Vec<Attendee>,
    /// The calendar programs of those who have replied by mail, by address.
    receivers: HashMap<String, Receiver>,
}

/// As [`crate::app::tell::prepare`] for a change of one date of a series.
pub(in crate::app) async fn of_date(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    (series, full, manner): (SeriesId, &FullMeeting, Manner<'_>),
) -> Result<Telling> {
    let series = store::series::by_id(tx, series).await?.ok_or(AppError::NotFound)?;
    let meetings = with(store::series::meetings(tx, series.id).await?, full);
    let about = About::change(&meetings, manner)?;
    prepare(tx, app, actor, (series, &meetings, &about)).await
}

/// The dates, one of them as it will be.
fn with(mut meetings: Vec<FullMeeting>, full: &FullMeeting) -> Vec<FullMeeting> {
    for date in &mut meetings {
        if date.meeting.id == full.meeting.id {
            date.clone_from(full);
        }
    }
    meetings
}

/// Takes back what has not left, prepares what must be said instead, and writes under which version. `meetings` are all
/// dates as they will be. The caller holds the locks of everybody in them.
pub(in crate::app) async fn prepare(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    (mut series, meetings, about): (Series, &[FullMeeting], &About<'_>),
) -> Result<Telling> {
    let now = app.now();
    let taken_back = store::outbox::take_back_series(tx, series.id, now).await?;
    let scene = Scene::read(tx, (&series, meetings, about.organizer), now).await?;
    let mut news = scene.news()?;
    if about.manner.quiet {
        let due = |lane: String| taken_back.contains(&lane) || about.manner.owed.contains(&lane);
        news.retain(|n| !scene.may_wait(n) || due(scene.lane(n)));
    }
    let stamp = next_stamp(&series, &scene.told, news.is_empty(), now);
    let answers_to = answers_to(tx, app, &scene).await?;
    let by = actor.acting_for(about.organizer);
    let writing = Writing { app, scene: &scene, now, stamp, about, by, answers_to };
    let mails = news.iter().map(|news| writing.mail(news)).collect::<Result<Vec<_>>>()?;
    (series.sequence, series.stamped_at, series.updated_at) = (i64::from(stamp.sequence), stamp.dtstamp, now);
    store::series::stamp(tx, &series).await?;
    Ok(Telling { stamp, mails })
}

/// As [`crate::app::tell::recipients`] for a change of one date.
pub(in crate::app) async fn recipients(
    tx: &mut Tx,
    (series, full): (SeriesId, &FullMeeting),
    now: DateTime<Utc>,
) -> Result<Vec<Recipient>> {
    let series = store::series::by_id(tx, series).await?.ok_or(AppError::NotFound)?;
    let meetings = with(store::series::meetings(tx, series.id).await?, full);
    let scene = Scene::read(tx, (&series, &meetings, full.meeting.organizer_id), now).await?;
    let recipient = |news: News<'_>| Recipient {
        attendee: news.row.id,
        person: news.row.person_id,
        name: news.row.name.clone(),
        kind: alone(news.kind),
    };
    Ok(scene.news()?.into_iter().map(recipient).collect())
}

/// What each person in a date knows of it, by row, and the date as it is told.
pub(in crate::app) async fn known_of_date(
    tx: &mut Tx,
    series: SeriesId,
    (full, book): (&FullMeeting, &Book),
) -> Result<(MeetingFacts, HashMap<String, MeetingFacts>)> {
    let series = store::series::by_id(tx, series).await?.ok_or(AppError::NotFound)?;
    let mails = store::outbox::told_of_series(tx, series.id).await?;
    let mut known = HashMap::new();
    for mail in &mails {
        let Some(body) = body_of(mail)? else { continue };
        if let Some(date) = body.facts.date(full.meeting.id) {
            known.insert(mail.lane.rsplit('|').next().unwrap_or_default().to_owned(), date.facts.clone());
        }
    }
    Ok((facts::date(&series.uid, full, book)?.facts, known))
}

/// What a message about a series would be called if it were about a meeting.
const fn alone(kind: SeriesKind) -> MessageKind {
    match kind {
        SeriesKind::Invitation => MessageKind::Invitation,
        SeriesKind::Moved => MessageKind::Moved,
        SeriesKind::Changed | SeriesKind::Fewer => MessageKind::Changed,
        SeriesKind::AgendaOnly => MessageKind::AgendaOnly,
        SeriesKind::DateOff | SeriesKind::Cancelled => MessageKind::Cancelled,
        SeriesKind::Removed => MessageKind::Removed,
    }
}

/// SEQUENCE rises only when somebody may have seen the present one; DTSTAMP always (RFC 5546 §2.1.4).
fn next_stamp(series: &Series, told: &[Mail], silent: bool, now: DateTime<Utc>) -> Stamp {
    let last = Stamp { sequence: u32::try_from(series.sequence).unwrap_or(0), dtstamp: series.stamped_at };
    if silent {
        return last;
    }
    let seen = told.iter().any(|mail| mail.sequence.is_some_and(|s| s >= series.sequence));
    if seen { last.next(now) } else { last.again(now) }
}

pub(in crate::app) fn body_of(mail: &Mail) -> Result<Option<SeriesBody>> {
    let letter: Letter = serde_json::from_value(mail.payload.0.clone())?;
    Ok(match letter.body {
        Body::Series(body) => Some(*body),
        _ => None,
    })
}

impl<'a> Scene<'a> {
    async fn read(
        tx: &mut Tx,
        (series, meetings, organizer): (&'a Series, &'a [FullMeeting], PersonId),
        now: DateTime<Utc>,
    ) -> Result<Self> {
        let told = store::outbox::told_of_series(tx, series.id).await?;
        let mut rows: Vec<Attendee> = meetings.iter().flat_map(|full| full.attendees.iter().cloned()).collect();
        let elsewhere = elsewhere(tx, &told, &rows).await?;
        rows.extend(elsewhere.iter().cloned());
        rows.sort_by_key(facts::person);
        rows.dedup_by_key(|row| facts::person(row));
        let book = Book::of(tx, &rows, organizer).await?;
        let current = facts::of(series, meetings, &book)?;
        let mut addresses: Vec<String> =
            current.dates.iter().flat_map(|date| &date.facts.attendees).map(|a| address_key(&a.email)).collect();
        addresses.sort_unstable();
        addresses.dedup();
        let products = store::inbound_mail::products(tx, &addresses).await?;
        let receivers = products.into_iter().map(|(sender, product)| (sender, Receiver::of(&product))).collect();
        Ok(Self { series, meetings, book, current, now, told, elsewhere, receivers })
    }

    /// Who must hear what.
    fn news(&self) -> Result<Vec<News<'_>>> {
        let mut known: HashMap<&str, SeriesBody> = HashMap::new();
        for mail in &self.told {
            if let Some(body) = body_of(mail)? {
                known.insert(mail.lane.as_str(), body);
            }
        }
        let mut news = Vec::new();
        for (person, email) in self.people() {
            let seen = self.current.seen_by(person);
            let last = known.remove(lane(&seen.uid, &email).as_str()).map(|body| body.facts);
            let kind = plan::plan_series(last.as_ref(), &seen, person);
            if let (Some(kind), Some(row)) = (kind, self.row(person)) {
                let receiver = self.receivers.get(&address_key(&email)).copied().unwrap_or_default();
                news.push(News { row, person, email, kind: receiver.understands(kind), told: last });
            }
        }
        // Whoever was told under an address that no longer takes part, or has another entry now, hears that this one is over.
        let mut others: Vec<(&str, SeriesBody)> = known.into_iter().collect();
        others.sort_by_key(|(lane, _)| *lane);
        for (_, body) in others {
            let mut without = self.current.clone();
            for date in &mut without.dates {
                date.facts.attendees.retain(|a| a.id != body.person);
            }
            let kind = plan::plan_series(Some(&body.facts), &without, body.person);
            if let (Some(kind), Some(row)) = (kind, self.row(body.person)) {
                let told = body.facts.dates.iter().rev().find_map(|date| date.facts.attendee(body.person));
                let email = told.map_or_else(|| row.email.clone(), |a| a.email.clone());
                news.push(News { row, person: body.person, email, kind, told: Some(body.facts) });
            }
        }
        Ok(news)
    }

    fn lane(&self, news: &News<'_>) -> String {
        lane(&self.current.seen_by(news.person).uid, &news.email)
    }

    /// Whether it can be left for the next mail.
    fn may_wait(&self, news: &News<'_>) -> bool {
        plan::may_wait(news.told.as_ref(), &self.current.seen_by(news.person), news.person)
    }

    /// Everybody in any date, the organizer first, with their address.
    fn people(&self) -> Vec<(AttendeeId, String)> {
        let mut people: Vec<(AttendeeId, String)> = Vec::new();
        for attendee in self.current.dates.iter().flat_map(|date| &date.facts.attendees) {
            if people.iter().all(|(known, _)| *known != attendee.id) {
                people.push((attendee.id, attendee.email.clone()));
            }
        }
        people
    }

    /// Somebody's row in their next date; in any one, when none is left; where their dates are now, when all are gone.
    fn row(&self, person: AttendeeId) -> Option<&Attendee> {
        let theirs = |row: &&Attendee| facts::person(row) == person;
        let rows = || self.meetings.iter().flat_map(|full| &full.attendees).filter(theirs);
        let next = self.current.next(person, self.now).map(|date| date.id);
        let here = next.and_then(|id| rows().find(|row| row.meeting_id == id)).or_else(|| rows().next());
        here.or_else(|| self.elsewhere.iter().find(theirs))
    }
}

/// The rows to which mails about a series went that are in none of its dates any more, because those dates went on as
/// another series.
async fn elsewhere(tx: &mut Tx, told: &[Mail], rows: &[Attendee]) -> Result<Vec<Attendee>> {
    let here: HashSet<AttendeeId> = rows.iter().map(|row| row.id).collect();
    let gone: Vec<AttendeeId> =
        told.iter().filter_map(|mail| mail.attendee_id).filter(|id| !here.contains(id)).collect();
    if gone.is_empty() { Ok(Vec::new()) } else { Ok(store::attendees::by_ids(tx, &gone).await?) }
}

/// The queue of one reader of a series.
pub(in crate::app) fn lane(uid: &str, email: &str) -> String {
    format!("{uid}|{}", address_key(email))
}

/// Invites somebody once more to a series as it stands: the same SEQUENCE, a newer DTSTAMP.
pub(in crate::app) async fn invite_again(tx: &mut Tx, app: &App, (series, row): (SeriesId, &Attendee)) -> Result<()> {
    let now = app.now();
    let mut series = store::series::by_id(tx, series).await?.ok_or(AppError::NotFound)?;
    let meetings = store::series::meetings(tx, series.id).await?;
    let about = About::change(&meetings, Manner::default())?;
    let scene = Scene::read(tx, (&series, &meetings, about.organizer), now).await?;
    let person = facts::person(row);
    let Some(email) = scene.people().into_iter().find(|(id, _)| *id == person).map(|(_, email)| email) else {
        return Err(AppError::NotFound);
    };
    let row = scene.row(person).ok_or(AppError::NotFound)?;
    let stamp = next_stamp(&series, &[], false, now);
    let answers_to = answers_to(tx, app, &scene).await?;
    let writing = Writing { app, scene: &scene, now, stamp, about: &about, by: None, answers_to };
    let mail = writing.mail(&News { row, person, email, kind: SeriesKind::Invitation, told: None })?;
    store::outbox::insert(tx, &[mail], now).await?;
    (series.stamped_at, series.updated_at) = (stamp.dtstamp, now);
    Ok(store::series::stamp(tx, &series).await?)
}

/// As [`crate::app::tell::dismiss`], for one date of a series or for all.
pub(in crate::app) async fn dismiss(
    tx: &mut Tx,
    app: &App,
    (series, date): (SeriesId, Option<MeetingId>),
    stranger: &Attendee,
) -> Result<()> {
    let now = app.now();
    let mut series = store::series::by_id(tx, series).await?.ok_or(AppError::NotFound)?;
    let mut meetings = store::series::meetings(tx, series.id).await?;
    for full in &mut meetings {
        full.attendees = vec![Attendee { meeting_id: full.meeting.id, ..stranger.clone() }];
        full.agenda.clear();
        (full.meeting.place, full.meeting.video_url) = (String::new(), None);
    }
    let about = About::change(&meetings, Manner::default())?;
    let mut scene = Scene::read(tx, (&series, &meetings, about.organizer), now).await?;
    // As if they had been in all dates, and in this one no more.
    let told = Some(scene.current.clone());
    let single = scene.current.dates.len() == 1;
    for gone in scene.current.dates.iter_mut().filter(|one| date.is_none_or(|date| date == one.id)) {
        gone.facts.attendees.clear();
    }
    let kind = if date.is_some() && !single { SeriesKind::DateOff } else { SeriesKind::Removed };
    let stamp = next_stamp(&series, &[], false, now);
    let answers_to = answers_to(tx, app, &scene).await?;
    let writing = Writing { app, scene: &scene, now, stamp, about: &about, by: None, answers_to };
    let (person, email) = (facts::person(stranger), stranger.email.clone());
    let mail = writing.mail(&News { row: stranger, person, email, kind, told })?;
    let mail = NewMail { series_id: None, attendee_id: None, not_before: now, ..mail };
    store::outbox::insert(tx, &[mail], now).await?;
    (series.stamped_at, series.updated_at) = (stamp.dtstamp, now);
    Ok(store::series::stamp(tx, &series).await?)
}

/// What all mails of one change share.
struct Writing<'a> {
    app: &'a App,
    scene: &'a Scene<'a>,
    now: DateTime<Utc>,
    stamp: Stamp,
    about: &'a About<'a>,
    /// Who acted, if it was not the organizer.
    by: Option<Acting<'a>>,
    /// The address that calendars answer to, where answers by mail are taken in.
    answers_to: Option<String>,
}

async fn answers_to(tx: &mut Tx, app: &App, scene: &Scene<'_>) -> Result<Option<String>> {
    let mailbox = store::inbound_mailbox::load(tx).await?;
    Ok(mailbox.map(|_| app.service_address(&scene.book.organization)))
}

impl Writing<'_> {
    fn mail(&self, news: &News<'_>) -> Result<NewMail> {
        let seen = self.scene.current.seen_by(news.person);
        let facts = plan::facts_for(news.kind, news.told.as_ref(), &seen);
        let lane = lane(&facts.uid, &news.email);
        let letter = self.letter(news, (&seen, facts))?;
        let series = self.scene.series.id;
        let (at, host) = (self.stamp.dtstamp.timestamp(), self.app.settings().host());
        Ok(NewMail {
            lane,
            kind: news.kind.as_str(),
            meeting_id: None,
            series_id: Some(series),
            attendee_id: Some(news.row.id),
            person_id: news.row.person_id,
            recipient: news.email.clone(),
            sequence: Some(i64::from(self.stamp.sequence)),
            payload: serde_json::to_value(&letter)?,
            message_id: format!("{}.{at}.{}.{}@{host}", series.uuid().simple(), news.person.uuid().simple(), news.kind),
            not_before: self.app.after_undo(self.now),
        })
    }

    /// `seen` is the series as its reader has it, `facts` what [`plan::facts_for`] freezes of it.
    fn letter(&self, news: &News<'_>, (seen, facts): (&SeriesFacts, SeriesFacts)) -> Result<Letter> {
        let book = &self.scene.book;
        let mut to = book.reader(news.row);
        to.party.email.clone_from(&news.email);
        let calendar = self.calendar(news, (seen, &facts))?;
        let body = SeriesBody {
            kind: news.kind,
            series: self.scene.series.id,
            facts,
            told: news.told.clone(),
            person: news.person,
            attendee: news.row.id,
            link_version: u32::try_from(news.row.link_version).unwrap_or(1),
            stop: news.row.contact_id.map(crate::domain::ids::ContactId::uuid),
            calendar,
            note: self.about.manner.note.to_owned(),
            moved_on: self.about.moved_on.contains(&news.person),
            by: self.by.map(Acting::by),
            on_behalf: self.by.is_some_and(Acting::on_behalf),
            service: self.answers_to.clone(),
        };
        let company = book.organization.name.clone();
        Ok(Letter { to, at: self.now, company, body: Body::Series(Box::new(body)) })
    }

    fn calendar(&self, news: &News<'_>, (seen, facts): (&SeriesFacts, &SeriesFacts)) -> Result<String> {
        let (settings, book, series) = (self.app.settings(), &self.scene.book, self.scene.series);
        let page = news.row.person_id.map(|_| format!("{}/series/{}", settings.base_url, series.id));
        let changed = plan::news(news.told.as_ref(), seen, news.person);
        let message = SeriesMessage {
            facts,
            recipient: news.person,
            kind: news.kind,
            off: changed.into_iter().find_map(|date| date.told),
            stamp: self.stamp,
            created: series.created_at,
            words: &(settings.words)(book.reader(news.row).language),
            service_address: &self.app.service_address(&book.organization),
            page: page.as_deref(),
            // As in a single meeting's, for colleagues only.
            sent_by: self.by.and_then(|by| by.sent_by).filter(|_| news.row.person_id.is_some()),
        };
        calendar_object(&message).map_err(AppError::from)
    }
}
