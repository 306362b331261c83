//! A mail with a calendar part: the meeting, the person, the decision, and what follows from it.

use chrono::TimeDelta;
use uuid::Uuid;

use super::{Desk, line};
use crate::{
    app::{
        answer::{self, GiveAnswer},
        book::address_key,
        error::{AppError, Result},
        proposals::{self, Offer},
        send_test, tell,
    },
    domain::{
        agenda::part,
        email::EmailAddress,
        ids::{AttendeeId, MeetingId},
        letter::{Body, Letter},
        proposal::CameBy,
        replies::{
            self, CalendarMessage, Entry, Method, Outcome,
            decide::{self, Decision, History, Meeting, Participant, Sender, Told},
        },
        time::{Interval, Zone},
    },
    identity::link::LinkPurpose,
    store::{
        self, Tx,
        audit::Deed,
        inbound_mail::InboundMail,
        meetings::{Attendee, FullMeeting},
        outbox::Mail,
        throttle::Rate,
    },
};

/// Most UIDs of one part that are looked up; a reply has one.
const MAX_UIDS: usize = 10;
/// The invitation once more: three times at once, then every hour.
const REFRESHES: Rate = Rate { burst: 3, seconds: 3_600 };

impl Desk<'_> {
    pub(super) async fn replied(&self, tx: &mut Tx, from: &EmailAddress, row: &mut InboundMail) -> Result<Outcome> {
        let Some(message) = self.message() else { return Ok(Outcome::Unreadable) };
        row.method = Some(message.method);
        row.product = line(&message.product);
        if message.method == Method::Other {
            return Ok(Outcome::NotOurs);
        }
        let uids = uids(&message);
        if let Some(test) = send_test::test_of(tx, self.app, &uids).await? {
            return Ok(self.test_came(test));
        }
        let Some((meeting, uid)) = store::meetings::by_uids(tx, &uids).await? else {
            return self.replied_to_series(tx, (&message, &uids), (from, row)).await;
        };
        if !self.came_to(meeting) {
            return Ok(Outcome::WrongAddress);
        }
        store::meetings::lock(tx, meeting).await?;
        let Some(full) = store::meetings::by_id(tx, meeting).await? else { return Ok(Outcome::NoMeeting) };
        let Some(entry) = entry_of(&message, &uid, &full) else { return Ok(Outcome::NoMeeting) };
        row.meeting_id = Some(meeting);
        (row.about_from, row.about_to) = (Some(full.meeting.starts_at), Some(full.meeting.ends_at));
        let sender = Sender { from, name: &self.mail.from_name, proven: row.proven, at: self.now };
        let decision = decided(tx, &full, (message.method, entry), &sender).await?;
        note(row, entry, &decision);
        self.follow(tx, &full, (decision, from), row).await
    }

    /// The first part that a reply could be; a calendar nobody can read only where there is no other.
    fn message(&self) -> Option<CalendarMessage> {
        let mut read: Vec<CalendarMessage> =
            self.mail.calendars.iter().filter_map(|bytes| replies::read(bytes).ok()).collect();
        let at = read.iter().position(|message| message.method != Method::Other).unwrap_or(0);
        (at < read.len()).then(|| read.swap_remove(at))
    }

    /// Somebody tried whether answers come in: what is known of the way they came is all that is to tell.
    fn test_came(&self, test: Uuid) -> Outcome {
        let tags: Vec<&str> = self.mail.sent_to.iter().filter_map(|address| self.tag(address)).collect();
        let fits = |tag: &&str| self.app.links().fits(tag, LinkPurpose::REPLY, test);
        match tags.as_slice() {
            [] => Outcome::TestCame,
            tags if tags.iter().any(fits) => Outcome::TestCameTagged,
            _ => Outcome::WrongAddress,
        }
    }

    /// Whether the address it was sent to, if it names a meeting, names this one.
    fn came_to(&self, meeting: MeetingId) -> bool {
        let mut tags = self.mail.sent_to.iter().filter_map(|address| self.tag(address)).peekable();
        tags.peek().is_none() || tags.any(|tag| self.app.links().fits(tag, LinkPurpose::REPLY, meeting.uuid()))
    }

    pub(super) async fn follow(
        &self,
        tx: &mut Tx,
        full: &FullMeeting,
        (decision, from): (Decision, &EmailAddress),
        row: &mut InboundMail,
    ) -> Result<Outcome> {
        match (decision.outcome, decision.attendee, decision.answer) {
            (Outcome::Answered, Some(_), Some(_)) if !self.apply => Ok(Outcome::Stopped),
            (Outcome::Answered, Some(attendee), Some(answer)) => {
                let name = full.attendees.iter().find(|a| a.id == attendee).map(|a| a.name.clone());
                let deed = Deed {
                    actor: name.unwrap_or_else(|| from.key()),
                    action: "meeting.answered",
                    object_kind: "meeting",
                    object_id: Some(full.meeting.id.uuid()),
                    ..Deed::default()
                };
                let given = GiveAnswer { answer, comment: row.note.clone() };
                match answer::by_mail(tx, self.app, (attendee, given, decision.stamp), deed).await {
                    Ok(()) => row.counted_at = Some(self.now),
                    // A colleague who has left.
                    Err(AppError::NotFound) => return Ok(Outcome::Closed),
                    Err(error) => return Err(error),
                }
                Ok(Outcome::Answered)
            }
            (Outcome::SentAgain, Some(attendee), _) => self.send_again(tx, full, attendee).await,
            (Outcome::Proposed, Some(attendee), _) => {
                let proposed = decision.proposed.and_then(|span| of_meeting(full, attendee, span));
                let Some(span) = proposed else { return Ok(Outcome::BadProposal) };
                let offer = Offer { span, note: Some(row.note.clone()), came_by: CameBy::Mail };
                match proposals::propose(tx, self.app, full.meeting.id, attendee, offer).await {
                    Ok(()) => Ok(Outcome::Proposed),
                    Err(AppError::Refused(_) | AppError::Denied | AppError::NotFound) => Ok(Outcome::BadProposal),
                    Err(error) => Err(error),
                }
            }
            (outcome, ..) => Ok(outcome),
        }
    }

    /// Programs are not answered, and nobody has mails sent without end.
    async fn send_again(&self, tx: &mut Tx, full: &FullMeeting, attendee: AttendeeId) -> Result<Outcome> {
        let bucket = format!("refresh {attendee}");
        if self.mail.automatic || store::throttle::take(tx, &bucket, REFRESHES, self.now).await?.is_err() {
            return Ok(Outcome::Automatic);
        }
        tell::invite_again(tx, self.app, full, attendee).await?;
        Ok(Outcome::SentAgain)
    }
}

/// The time of the meeting that gives somebody the time they propose, who may be invited to some points only.
fn of_meeting(full: &FullMeeting, id: AttendeeId, span: Interval) -> Option<Interval> {
    let stay = full.attendees.iter().find(|a| a.id == id).and_then(Attendee::stay);
    let Some(stay) = stay else { return Some(span) };
    let start = span.start().checked_sub_signed(TimeDelta::minutes(stay.after.into()))?;
    Interval::new(start, start.checked_add_signed(TimeDelta::minutes(full.meeting.minutes))?)
}

fn uids(message: &CalendarMessage) -> Vec<String> {
    let mut uids: Vec<String> = message.entries.iter().map(|entry| part::whole_uid(&entry.uid).to_owned()).collect();
    uids.sort_unstable();
    uids.dedup();
    uids.truncate(MAX_UIDS);
    uids
}

/// The entry that speaks of the meeting as a whole, else the first one of its UID.
fn entry_of<'a>(message: &'a CalendarMessage, uid: &str, full: &FullMeeting) -> Option<&'a Entry> {
    let zone = zone_of(full);
    let of_meeting = || message.entries.iter().filter(|entry| part::whole_uid(&entry.uid) == uid);
    // Whoever is invited to some points only knows no other time.
    let own = |entry: &&Entry| entry.uid != uid;
    let whole =
        |entry: &&Entry| own(entry) || entry.instance.is_none_or(|at| at.instant(&zone) == full.meeting.starts_at);
    of_meeting().find(whole).or_else(|| of_meeting().next())
}

fn zone_of(full: &FullMeeting) -> Zone {
    Zone::named(&full.meeting.zone).unwrap_or_else(|_| Zone::utc())
}

async fn decided(
    tx: &mut Tx,
    full: &FullMeeting,
    (method, entry): (Method, &Entry),
    sender: &Sender<'_>,
) -> Result<Decision> {
    let (zone, people) = (zone_of(full), participants(full));
    let span = Interval::new(full.meeting.starts_at, full.meeting.ends_at).ok_or(AppError::NotFound)?;
    let meeting = Meeting { status: full.meeting.status, span, zone: &zone, people: &people };
    let (meeting, history) = match decide::whose(&meeting, entry, sender) {
        Some(id) => {
            let row = full.attendees.iter().find(|a| a.id == id);
            let own = row.and_then(|row| row.span(&full.meeting));
            (Meeting { span: own.unwrap_or(span), ..meeting }, history(tx, full, id).await?)
        }
        None => (meeting, History::default()),
    };
    Ok(decide::decide(&meeting, &history, (method, entry), sender))
}

pub(super) fn participants(full: &FullMeeting) -> Vec<Participant> {
    let row = |a: &Attendee| Participant {
        id: a.id,
        address: address_key(&a.email),
        role: a.role,
        present: a.removed_at.is_none(),
    };
    full.attendees.iter().map(row).collect()
}

async fn history(tx: &mut Tx, full: &FullMeeting, attendee: AttendeeId) -> Result<History> {
    let mails = store::outbox::told_to(tx, (full.meeting.id, attendee)).await?;
    let answered = full.attendees.iter().find(|a| a.id == attendee).and_then(Attendee::answer_made);
    Ok(History { told: mails.iter().filter_map(told).collect(), answered })
}

/// The version a mail carried. One whose content is forgotten belongs to a meeting that is over.
fn told(mail: &Mail) -> Option<Told> {
    let letter: Letter = serde_json::from_value(mail.payload.0.clone()).ok()?;
    let Body::Meeting(body) = letter.body else { return None };
    let span = Interval::new(body.facts.starts_at, body.facts.ends_at)?;
    Some(Told { sequence: u32::try_from(mail.sequence?).ok()?, span })
}

pub(super) fn note(row: &mut InboundMail, entry: &Entry, decision: &Decision) {
    row.attendee_id = decision.attendee;
    row.answer = decision.answer;
    entry.note.as_str().clone_into(&mut row.note);
    row.stamped_at = decision.stamp;
    row.proposed_from = decision.proposed.map(|span| span.start());
    row.proposed_to = decision.proposed.map(|span| span.end());
    if let Some((address, name)) = &decision.other {
        row.other_email = Some(address.clone());
        row.other_name = line(name);
    }
}
