//! Answer an invitation: by link without signing in, or on the meeting page.

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    actor::Actor,
    book::Book,
    change,
    context::App,
    error::{AppError, Refusal, Result},
    facts, parts, series,
};
use crate::{
    domain::{
        ids::{AttendeeId, ContactId},
        letter::Reader,
        meeting::{Answer, AttendeeRole, MeetingFacts, Status},
        person::PersonState,
        proposal::CameBy,
        text::SafeText,
    },
    identity::link::{LinkPurpose, LinkToken, Links},
    store::{
        self, Tx,
        accounts::Contact,
        audit::Deed,
        meetings::{Attendee, FullMeeting, Meeting},
        throttle::Rate,
    },
};

/// Links to answer work until a week after the meeting.
pub const LINK_DAYS_AFTER: i64 = 7;
/// Longest comment, in characters.
pub const MAX_COMMENT: usize = 2_000;
/// Answers by one link: several at once for those who change their mind, then one every ten seconds.
pub(super) const PER_LINK: Rate = Rate { burst: 10, seconds: 10 };

/// The same answer on the page within this time is the same click, sent twice.
const ONE_CLICK: TimeDelta = TimeDelta::minutes(1);

/// An answer.
#[derive(Debug, Clone)]
pub struct GiveAnswer {
    /// Yes, maybe or no.
    pub answer: Answer,
    /// A word to the organizer; may be empty.
    pub comment: String,
}

/// How an answer came, and when it was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Came {
    /// On a page, at this moment.
    OnPage,
    /// By mail, made at this moment by the clock of its sender (DTSTAMP).
    ByMail(DateTime<Utc>),
}

impl Came {
    fn made(self, now: DateTime<Utc>) -> DateTime<Utc> {
        if let Self::ByMail(at) = self { at } else { now }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::OnPage => CameBy::Page.as_str(),
            Self::ByMail(_) => CameBy::Mail.as_str(),
        }
    }
}

/// What a link of an invitation opens.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The meeting, with no more of its points than the holder may see.
    pub full: FullMeeting,
    /// Who holds the link.
    pub attendee: Attendee,
    /// How to speak to them.
    pub reader: Reader,
    /// The meeting as mails and files tell it to whoever holds the link.
    pub facts: MeetingFacts,
}

/// Whether a link still answers, and why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// An answer is welcome.
    Open,
    /// The reader leads the meeting; nobody waits for their answer.
    Leads,
    /// The meeting was called off.
    Cancelled,
    /// The meeting is over.
    Over,
    /// The meeting goes on without this person.
    Removed,
    /// The meeting ended more than [`LINK_DAYS_AFTER`] days ago.
    Expired,
}

impl Opened {
    /// Whether the link is a customer's; Finnish calls a meeting with one otherwise.
    #[must_use]
    pub fn is_customer(&self) -> bool {
        self.attendee.contact_id.is_some()
    }

    /// What the link is good for at a moment.
    #[must_use]
    pub fn standing(&self, now: DateTime<Utc>) -> Standing {
        standing(&self.full.meeting, &self.attendee, now)
    }
}

fn standing(meeting: &Meeting, attendee: &Attendee, now: DateTime<Utc>) -> Standing {
    if meeting.ends_at + TimeDelta::days(LINK_DAYS_AFTER) < now {
        Standing::Expired
    } else if attendee.removed_at.is_some() {
        Standing::Removed
    } else if meeting.status == Status::Cancelled {
        Standing::Cancelled
    } else if meeting.ends_at <= now {
        Standing::Over
    } else if attendee.role == AttendeeRole::Chair {
        Standing::Leads
    } else {
        Standing::Open
    }
}

/// Opens an answer link; [`Opened::standing`] tells what it is still good for.
///
/// # Errors
/// [`AppError::NotFound`] for anything forged, revoked or foreign, and for the links of a colleague who left; all the
/// same to the outside.
pub async fn open_link(tx: &mut Tx, links: &Links, token: &str) -> Result<Opened> {
    let token = LinkToken::parse(token).ok_or(AppError::NotFound)?;
    let opened = load(tx, AttendeeId::from_uuid(token.id())).await?;
    let version = u32::try_from(opened.attendee.link_version).unwrap_or(0);
    if !links.opens(&token, LinkPurpose::ANSWER, version) {
        return Err(AppError::NotFound);
    }
    Ok(opened)
}

/// As [`open_link`]; a link to a date of a series that is over or off opens the reader's next date, because one link stands
/// for all of them.
///
/// # Errors
/// As [`open_link`].
pub async fn open_next(tx: &mut Tx, links: &Links, (token, now): (&str, DateTime<Utc>)) -> Result<Opened> {
    let opened = open_link(tx, links, token).await?;
    let (Some(series), false) = (opened.full.meeting.series_id, opened.standing(now) == Standing::Open) else {
        return Ok(opened);
    };
    let dates = store::series::meetings(tx, series).await?;
    match series::answer::next_row(&dates, &opened.attendee, now) {
        Some(next) => load(tx, next).await,
        None => Ok(opened),
    }
}

pub(super) async fn load(tx: &mut Tx, id: AttendeeId) -> Result<Opened> {
    let meeting = store::meetings::of_attendee(tx, id).await?.ok_or(AppError::NotFound)?;
    let mut full = store::meetings::by_id(tx, meeting).await?.ok_or(AppError::NotFound)?;
    if full.meeting.status == Status::Pending {
        // Nobody is invited yet.
        return Err(AppError::NotFound);
    }
    let attendee = full.attendees.iter().find(|a| a.id == id).cloned().ok_or(AppError::NotFound)?;
    let organizer = full.meeting.organizer_id;
    let book = Book::of(tx, std::slice::from_ref(&attendee), organizer).await?;
    if let Some(id) = attendee.person_id
        && book.person(id)?.state == PersonState::Deactivated
    {
        return Err(AppError::NotFound);
    }
    let facts = facts::of(&full, book.person(organizer)?, &book.organization).seen_by(id);
    if let Some((first, last)) = parts::places_of(&full, &attendee) {
        full.agenda = full.agenda.drain(first..=last).collect();
    }
    // Links are passed on.
    full.agenda.retain(|item| !item.kind.stays_inside());
    Ok(Opened { reader: book.reader(&attendee), facts, full, attendee })
}

/// Answers by link.
///
/// # Errors
/// [`AppError::NotFound`] for a link that does not open; [`AppError::Refused`] when the meeting was called off, is
/// over, goes on without this person, or is answered too fast.
pub async fn by_link(app: &App, token: &str, given: GiveAnswer, address: &str) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let first = open_next(&mut tx, app.links(), (token, app.now())).await?;
    store::meetings::lock(&mut tx, first.full.meeting.id).await?;
    let opened = open_next(&mut tx, app.links(), (token, app.now())).await?;
    take_turn(&mut tx, app, opened.attendee.id).await?;
    let deed = deed_by_link(&opened, address);
    write(&mut tx, app, opened, (given, Came::OnPage), deed).await?;
    Ok(tx.commit().await?)
}

/// Counts an answer by link, of which only so many are taken at once.
pub(super) async fn take_turn(tx: &mut Tx, app: &App, id: AttendeeId) -> Result<()> {
    let bucket = format!("answer {id}");
    let turn = store::throttle::take(tx, &bucket, PER_LINK, app.now()).await?;
    turn.map_err(|seconds| Refusal::TooMany(seconds).into())
}

/// The deed of whoever holds a link.
pub(super) fn deed_by_link(opened: &Opened, address: &str) -> Deed {
    Deed {
        actor: opened.attendee.name.clone(),
        action: "meeting.answered",
        object_kind: "meeting",
        object_id: Some(opened.full.meeting.id.uuid()),
        address: address.to_owned(),
        ..Deed::default()
    }
}

/// Answers as the signed-in person.
///
/// # Errors
/// As [`by_link`]; [`AppError::NotFound`] when the person is not in the meeting.
pub async fn by_person(app: &App, actor: &Actor, id: AttendeeId, given: GiveAnswer) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let first = load(&mut tx, id).await?;
    store::meetings::lock(&mut tx, first.full.meeting.id).await?;
    let opened = load(&mut tx, id).await?;
    if opened.attendee.person_id != Some(actor.id()) {
        return Err(AppError::NotFound);
    }
    let deed = actor.deed("meeting.answered", ("meeting", opened.full.meeting.id.uuid()));
    write(&mut tx, app, opened, (given, Came::OnPage), deed).await?;
    Ok(tx.commit().await?)
}

/// Answers for somebody by mail, made at a moment of their clock, in the caller's transaction; the caller holds the lock
/// on the meeting and knows that the answer is theirs.
///
/// # Errors
/// As [`by_link`]; [`AppError::Stopped`] when a limit refuses the meeting with this answer.
pub(super) async fn by_mail(
    tx: &mut Tx,
    app: &App,
    (id, given, made): (AttendeeId, GiveAnswer, DateTime<Utc>),
    deed: Deed,
) -> Result<()> {
    let opened = load(tx, id).await?;
    write(tx, app, opened, (given, Came::ByMail(made)), deed).await
}

/// Writes an answer. The caller holds the meeting's lock.
pub(super) async fn write(
    tx: &mut Tx,
    app: &App,
    opened: Opened,
    (given, came): (GiveAnswer, Came),
    deed: Deed,
) -> Result<()> {
    let Opened { full, attendee, .. } = opened;
    change::lock_everybody(tx, None, &full).await?;
    write_locked(tx, app, (full, attendee), (given, came), deed).await
}

/// As [`write`]; the caller holds the locks of everybody in the meeting, too.
pub(super) async fn write_locked(
    tx: &mut Tx,
    app: &App,
    (mut full, mut attendee): (FullMeeting, Attendee),
    (given, came): (GiveAnswer, Came),
    deed: Deed,
) -> Result<()> {
    let now = app.now();
    match standing(&full.meeting, &attendee, now) {
        Standing::Open => {}
        Standing::Cancelled => return Err(Refusal::Cancelled.into()),
        Standing::Over => return Err(Refusal::Over.into()),
        Standing::Removed | Standing::Expired => return Err(Refusal::LinkUsed.into()),
        Standing::Leads => return Err(AppError::Denied),
    }
    let old = full.clone();
    let comment = String::from(SafeText::block(&given.comment, MAX_COMMENT));
    let same = (attendee.answer, &attendee.comment) == (given.answer, &comment);
    let again = attendee.answer_made_at.is_some_and(|made| now - made < ONE_CLICK);
    if same && came == Came::OnPage && again {
        return Ok(());
    }
    attendee.answer_made_at = Some(came.made(now));
    if same && came == Came::OnPage {
        // Given anew, so that whatever is older and still on its way counts for nothing; but it is no news.
        return Ok(store::meetings::save_answer(tx, &attendee, now).await?);
    }
    attendee.answered_at = Some(now);
    if same {
        return Ok(store::meetings::save_answer(tx, &attendee, now).await?);
    }
    let before = attendee.answer;
    attendee.answer = given.answer;
    attendee.comment = comment;
    for row in full.attendees.iter_mut().filter(|a| a.id == attendee.id) {
        row.clone_from(&attendee);
    }
    store::meetings::save_answer(tx, &attendee, now).await?;
    change::reclaim(tx, app, (&old, &full)).await?;
    let deed = Deed {
        before: Some(serde_json::json!({ "answer": before })),
        after: Some(serde_json::json!({ "name": attendee.name, "answer": attendee.answer, "comment": attendee.comment,
                "came_by": came.word() })),
        ..deed
    };
    Ok(store::audit::record(tx, &deed, now).await?)
}

/// "No more invitations": whose wish a link carries.
///
/// # Errors
/// [`AppError::NotFound`] for a link that does not open, and for somebody who was erased.
pub async fn open_stop_link(tx: &mut Tx, links: &Links, token: &str) -> Result<Contact> {
    let token = LinkToken::parse(token).ok_or(AppError::NotFound)?;
    if !links.opens(&token, LinkPurpose::NO_MORE_INVITATIONS, 1) {
        return Err(AppError::NotFound);
    }
    let id = ContactId::from_uuid(token.id());
    if store::customers::person(tx, id).await?.is_none_or(|person| person.erased_at.is_some()) {
        return Err(AppError::NotFound);
    }
    store::accounts::contact_by_id(tx, id).await?.ok_or(AppError::NotFound)
}

/// Sets do-not-contact for a customer's contact, or takes it back.
///
/// # Errors
/// [`AppError::NotFound`] for a link that does not open.
pub async fn stop_invitations(app: &App, token: &str, stop: bool, address: &str) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let id = open_stop_link(&mut tx, app.links(), token).await?.id;
    let mut contact = store::accounts::locked_contact(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    if contact.do_not_contact_at.is_some() == stop {
        return Ok(());
    }
    contact.do_not_contact_at = stop.then_some(now);
    contact.do_not_contact_source = stop.then(|| "link".to_owned());
    contact.updated_at = now;
    store::accounts::update_contact(&mut tx, &contact).await?;
    let deed = Deed {
        actor: contact.name.clone(),
        action: if stop { "contact.stopped" } else { "contact.resumed" },
        object_kind: "contact",
        object_id: Some(contact.id.uuid()),
        address: address.to_owned(),
        ..Deed::default()
    };
    store::audit::record(&mut tx, &deed, now).await?;
    Ok(tx.commit().await?)
}
