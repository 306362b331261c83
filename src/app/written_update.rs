//! Send in writing what a meeting would have been about. Nobody's time is taken, so no limit on meeting load is asked;
//! the daily number of mails and "no more invitations" hold as for invitations.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::{
    actor::{Actor, MayPlan},
    attendees::{Seated, Seating},
    book::{Book, address_key},
    context::App,
    daily_mails,
    error::{AppError, Refusal, Result},
    once::{self, Once, Turn},
    reminders, send_again,
};
use crate::{
    domain::{
        ids::{AttendeeId, ContactId, DraftId, MeetingId, PersonId, SubjectId, UpdateId},
        letter::{Body, Letter},
        meeting::Party,
        person::PersonState,
        time::Zone,
        written::{Addressee, Content, Draft, answers_fit, gets_time_back},
    },
    store::{
        self, Tx,
        audit::Deed,
        meetings::Attendee,
        outbox::NewMail,
        overrides::TimeBack,
        written::{Recipient, Update},
    },
};

/// What to send.
pub struct SendUpdate {
    /// What it says, and to whom.
    pub draft: Draft,
    /// The plan kept as a draft that it was made of; it is used up.
    pub kept: Option<DraftId>,
    /// The form's key.
    pub once: Once,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sent {
    /// Mails are queued.
    New(UpdateId),
    /// The same form was sent before and led here.
    Again(String),
}

/// Sends an update: record, mails, time given back, audit record, all or nothing. Whoever sends it has just read it, so
/// there is no undo time; each mail waits for its reader's working hours, but not into the last day to answer.
///
/// # Errors
/// [`AppError::Refused`] when a rule says no; nothing is changed then.
pub async fn run(app: &App, actor: &Actor, _permit: &MayPlan, command: SendUpdate) -> Result<Sent> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    if let Turn::Again(location) = once::begin(&mut tx, &command.once, now).await? {
        return Ok(Sent::Again(location));
    }
    let draft = &command.draft;
    check(draft, actor, now)?;
    let id: UpdateId = app.new_id();
    put_down(&mut tx, app, actor, (id, draft, None)).await?;
    if let Some(kept) = command.kept {
        store::drafts::delete(&mut tx, actor.id(), kept).await?;
    }
    once::finish(&mut tx, &command.once, &location(id)).await?;
    tx.commit().await?;
    app.wake_worker();
    Ok(Sent::New(id))
}

/// Everything that sending an update writes; the caller has checked the draft. `of_meeting` is the meeting that it spares a
/// point of.
pub(super) async fn put_down(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    (id, draft, of_meeting): (UpdateId, &Draft, Option<String>),
) -> Result<()> {
    let now = app.now();
    let mut sending = Sending::prepare(tx, app, actor, (id, draft)).await?;
    sending.content.of_meeting = of_meeting;
    store::written::insert(tx, &sending.update()?, &sending.recipients()).await?;
    let mut mails = sending.mails()?;
    daily_mails::pace(tx, actor.id(), &mut mails, now).await?;
    store::outbox::insert(tx, &mails, now).await?;
    store::overrides::insert_time_back(tx, &sending.time_back()).await?;
    Ok(store::audit::record(tx, &sending.deed(), now).await?)
}

/// The page that follows.
#[must_use]
pub fn location(id: UpdateId) -> String {
    format!("/updates/{id}?done=sent")
}

fn check(draft: &Draft, actor: &Actor, now: DateTime<Utc>) -> Result<()> {
    if !draft.says_something() {
        return Err(Refusal::NothingToSay.into());
    }
    let today = Zone::named(&actor.person.zone).unwrap_or_else(|_| Zone::utc()).local(now).date();
    match draft.answer_by {
        Some(day) if !answers_fit(day, today) => Err(Refusal::AnswerDay.into()),
        _ => Ok(()),
    }
}

/// An update with everybody who gets it.
struct Sending<'a> {
    app: &'a App,
    actor: &'a Actor,
    id: UpdateId,
    draft: &'a Draft,
    seated: Seated,
    book: Book,
    author: Party,
    content: Content,
    now: DateTime<Utc>,
    days: reminders::OwnDays,
}

impl<'a> Sending<'a> {
    async fn prepare(
        tx: &mut Tx,
        app: &'a App,
        actor: &'a Actor,
        (id, draft): (UpdateId, &'a Draft),
    ) -> Result<Sending<'a>> {
        let (now, author) = (app.now(), &actor.person);
        let organization = store::organization::load(tx).await?.ok_or(AppError::NotFound)?;
        // There is no meeting; its people are found, made and checked as if there were.
        let meeting = MeetingId::from_uuid(id.uuid());
        let seating = Seating { app, organization: &organization, organizer: author, meeting, now };
        let seated = seating.seat(tx, &draft.invitees, &[]).await?;
        let subjects: Vec<SubjectId> = seated.rows.iter().filter_map(subject).collect();
        store::claims::lock_subjects(tx, &subjects).await?;
        let book = Book::of(tx, &seated.rows, author.id).await?;
        refuse_barred(&book, &seated.rows)?;
        let seats: HashMap<AttendeeId, usize> = seated.rows.iter().enumerate().map(|(seat, a)| (a.id, seat)).collect();
        let seat = |place: usize| {
            let seat = *seats.get(seated.seats.get(place)?)?;
            Some((seat, seated.rows.get(seat)?.name.clone()))
        };
        let content = draft.content(&author.name, seat);
        let author = Party { name: author.name.clone(), email: author.email.clone() };
        let people: Vec<PersonId> = seated.rows.iter().filter_map(|a| a.person_id).collect();
        let days = reminders::own_days(tx, &people, now).await?;
        Ok(Self { app, actor, id, draft, seated, book, author, content, now, days })
    }

    /// Everybody but the author, with their numbers.
    fn readers(&self) -> impl Iterator<Item = (usize, &Attendee)> {
        self.seated.rows.iter().enumerate().skip(1)
    }

    fn update(&self) -> Result<Update> {
        let Content { title, purpose, words, points, answer_by, minutes, .. } = &self.content;
        Ok(Update {
            id: self.id,
            author_id: self.actor.id(),
            title: title.clone(),
            purpose: *purpose,
            body: words.clone(),
            points: serde_json::to_string(points)?,
            minutes: i64::from(*minutes),
            recipients: i64::try_from(self.readers().count()).unwrap_or(i64::MAX),
            answer_by: *answer_by,
            sent_at: self.now,
        })
    }

    fn recipients(&self) -> Vec<Recipient> {
        let recipient = |(seat, a): (usize, &Attendee)| Recipient {
            update_id: self.id,
            position: i64::try_from(seat).unwrap_or(i64::MAX),
            person_id: a.person_id,
            contact_id: a.contact_id,
            name: a.name.clone(),
            email: a.email.clone(),
            role: a.role,
            message_id: self.message_id(seat),
        };
        self.readers().map(recipient).collect()
    }

    fn message_id(&self, seat: usize) -> String {
        format!("{}.{seat}.written@{}", self.id.uuid().simple(), self.app.settings().host())
    }

    fn mails(&self) -> Result<Vec<NewMail>> {
        self.readers().map(|(seat, a)| self.mail(seat, a)).collect()
    }

    fn mail(&self, seat: usize, a: &Attendee) -> Result<NewMail> {
        let stop = a.contact_id.map(ContactId::uuid);
        let to = Addressee { seat, role: a.role, customer: a.contact_id.is_some(), stop };
        let body = self.content.letter_to(to, self.draft.open_guest_list, (self.id, &self.author));
        let letter = Letter {
            to: self.book.reader(a),
            at: self.now,
            company: self.book.organization.name.clone(),
            body: Body::Written(Box::new(body)),
        };
        Ok(NewMail {
            lane: format!("written|{}|{}", self.id, address_key(&a.email)),
            kind: "written_update",
            meeting_id: None,
            series_id: None,
            attendee_id: None,
            person_id: a.person_id,
            recipient: a.email.clone(),
            sequence: None,
            payload: serde_json::to_value(&letter)?,
            message_id: self.message_id(seat),
            not_before: self.leaves(a),
        })
    }

    fn leaves(&self, a: &Attendee) -> DateTime<Utc> {
        let workdays = reminders::workdays_of(&self.book, &self.days, (a.person_id, a.contact_id));
        let answer_by = self.draft.answer_by.map(|day| workdays.zone.start_of(day));
        workdays.deliver_at(self.now, answer_by)
    }

    /// Colleagues who would have had to come, the author with them.
    fn time_back(&self) -> Vec<TimeBack> {
        let row = |person_id: PersonId| TimeBack {
            id: self.app.new_id(),
            person_id,
            meeting_id: None,
            change_id: None,
            cause: "written",
            minutes: i64::from(self.content.minutes),
            at: self.now,
        };
        self.seated.rows.iter().filter(|a| gets_time_back(a.role)).filter_map(|a| a.person_id).map(row).collect()
    }

    fn deed(&self) -> Deed {
        let people: Vec<&str> = self.readers().map(|(_, a)| a.name.as_str()).collect();
        let after = serde_json::json!({
            "title": self.content.title,
            "purpose": self.content.purpose,
            "minutes": self.content.minutes,
            "people": people,
            "answer_by": self.content.answer_by,
        });
        Deed { after: Some(after), ..self.actor.deed("update.sent", ("update", self.id.uuid())) }
    }
}

fn subject(a: &Attendee) -> Option<SubjectId> {
    a.person_id.map(|id| id.uuid().into()).or_else(|| a.contact_id.map(|id| id.uuid().into()))
}

/// Asked once more under the locks, which whoever deactivates an account takes too.
fn refuse_barred(book: &Book, rows: &[Attendee]) -> Result<()> {
    let left = |a: &&Attendee| {
        let person = a.person_id.and_then(|id| book.people.get(&id));
        person.is_some_and(|person| person.state == PersonState::Deactivated)
    };
    let silent = |a: &&Attendee| {
        let contact = a.contact_id.and_then(|id| book.contacts.get(&id));
        contact.is_some_and(|contact| contact.do_not_contact_at.is_some())
    };
    let names = |rows: Vec<&Attendee>| -> Vec<String> { rows.into_iter().map(|a| a.name.clone()).collect() };
    let (left, silent) = (names(rows.iter().filter(left).collect()), names(rows.iter().filter(silent).collect()));
    if !left.is_empty() {
        return Err(Refusal::Gone(left).into());
    }
    if silent.is_empty() { Ok(()) } else { Err(Refusal::DoNotContact(silent).into()) }
}

/// An update as somebody may see it.
pub struct Opened {
    /// What it says.
    pub update: Update,
    /// Who got it.
    pub recipients: Vec<Recipient>,
    /// Whether how far its mails are is theirs to know: they wrote it, or lead whoever did.
    pub answers_for: bool,
}

/// The update, if this person may see it: its author, colleagues who got it, those who lead any of them, and
/// administrators.
///
/// # Errors
/// [`AppError::NotFound`] for everybody else.
pub async fn open(tx: &mut Tx, actor: &Actor, id: UpdateId) -> Result<Opened> {
    let update = store::written::by_id(tx, id).await?.ok_or(AppError::NotFound)?;
    let recipients = store::written::recipients(tx, id).await?;
    let theirs = |person: PersonId| person == actor.id() || actor.leads(person);
    let answers_for = theirs(update.author_id);
    if answers_for || recipients.iter().filter_map(|r| r.person_id).any(theirs) {
        return Ok(Opened { update, recipients, answers_for });
    }
    Err(AppError::NotFound)
}

/// Tries a failed mail of an update once more, as it was.
///
/// # Errors
/// [`AppError::NotFound`] when the mail is not of this update; [`Refusal::MailForgotten`] when its content is forgotten;
/// [`Refusal::DoNotContact`] when its reader wants no more mail.
pub async fn send_again(app: &App, actor: &Actor, _permit: &MayPlan, (id, mail): (UpdateId, i64)) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let opened = open(&mut tx, actor, id).await?;
    if !opened.answers_for {
        return Err(AppError::Denied);
    }
    let found = store::outbox::by_id(&mut tx, mail).await?;
    let found = found.ok_or(AppError::NotFound)?;
    let to = opened.recipients.iter().find(|r| r.message_id == found.message_id).ok_or(AppError::NotFound)?;
    if let Some(contact) = to.contact_id {
        let contact = store::accounts::contact_by_id(&mut tx, contact).await?.ok_or(AppError::NotFound)?;
        if contact.do_not_contact_at.is_some() {
            return Err(Refusal::DoNotContact(vec![contact.name]).into());
        }
    }
    send_again::again(&mut tx, app, actor, (&found, &send_again::About::Nothing), ("update", Some(id.uuid()))).await?;
    tx.commit().await?;
    app.wake_worker();
    Ok(())
}
