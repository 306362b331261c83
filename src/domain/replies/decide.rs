//! What becomes of a reply: the rules, one after the other.
//!
//! Identity first (whose answer is it), then whether the meeting still asks, then versions, and trust last: what is out
//! of date needs nobody's click, however it came.

use chrono::{DateTime, Utc};

use super::{
    Outcome,
    message::{Entry, Method, Partstat, Replier},
};
use crate::domain::{
    email::EmailAddress,
    ids::AttendeeId,
    meeting::{Answer, AttendeeRole, MAX_MINUTES, Status},
    text::SafeText,
    time::{Interval, Zone},
};

/// The meeting that a reply speaks of.
#[derive(Debug, Clone)]
pub struct Meeting<'a> {
    /// Where it stands.
    pub status: Status,
    /// When it takes place.
    pub span: Interval,
    /// Its zone, for times that are written without one.
    pub zone: &'a Zone,
    /// Everybody ever in it.
    pub people: &'a [Participant],
}

/// Somebody in the meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// Their row.
    pub id: AttendeeId,
    /// Address in lower case.
    pub address: String,
    /// How they take part.
    pub role: AttendeeRole,
    /// Whether they still do.
    pub present: bool,
}

/// What went out to somebody, and what is known of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    /// The versions they were sent, oldest first.
    pub told: Vec<Told>,
    /// When the answer that counts was given, by their own clock if it came by mail.
    pub answered: Option<DateTime<Utc>>,
}

/// A version that somebody was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// Its SEQUENCE.
    pub sequence: u32,
    /// Its time.
    pub span: Interval,
}

/// Who sent the mail.
#[derive(Debug, Clone)]
pub struct Sender<'a> {
    /// The address in From.
    pub from: &'a EmailAddress,
    /// The name beside it; may be empty.
    pub name: &'a SafeText,
    /// Whether our mail server proved it, see [`super::trust`].
    pub proven: bool,
    /// When the mail came in.
    pub at: DateTime<Utc>,
}

/// What becomes of a reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// What happens.
    pub outcome: Outcome,
    /// What would happen if it were certain whose answer it is.
    pub wanted: Outcome,
    /// Whose answer it is, if they are in the meeting.
    pub attendee: Option<AttendeeId>,
    /// The answer.
    pub answer: Option<Answer>,
    /// The time that is proposed.
    pub proposed: Option<Interval>,
    /// Who would have to be invited: somebody uninvited, or a delegate. Address in lower case, name may be empty.
    pub other: Option<(String, SafeText)>,
    /// When the reply was made, by the sender's clock; never later than it came in.
    pub stamp: DateTime<Utc>,
}

/// Whose answer it is.
enum Whose<'a> {
    /// Somebody in the meeting; whether the mail came from them.
    Known(&'a Participant, bool),
    /// Nobody who was invited.
    Stranger(String, SafeText),
}

/// Whose answer an entry is, by the people in the meeting; `None` for a stranger. Look their [`History`] up, then ask
/// [`decide`].
#[must_use]
pub fn whose(meeting: &Meeting<'_>, entry: &Entry, sender: &Sender<'_>) -> Option<AttendeeId> {
    match replier_of(meeting, entry, sender) {
        (Whose::Known(person, _), _) => Some(person.id),
        (Whose::Stranger(..), _) => None,
    }
}

/// What becomes of an entry. `history` is that of the person whom [`whose`] names.
#[must_use]
pub fn decide(
    meeting: &Meeting<'_>,
    history: &History,
    (method, entry): (Method, &Entry),
    sender: &Sender<'_>,
) -> Decision {
    let (whose, replier) = replier_of(meeting, entry, sender);
    let said = replier.map_or(Partstat::Nothing, |replier| replier.says);
    let mut decision = Decision {
        outcome: Outcome::NotOurs,
        wanted: Outcome::NotOurs,
        attendee: None,
        answer: if let Partstat::Said(answer) = said { Some(answer) } else { None },
        proposed: None,
        other: None,
        // A clock that runs ahead would make every later answer look older.
        stamp: entry.stamp.map_or(sender.at, |stamp| stamp.min(sender.at)),
    };
    if method == Method::Other {
        return decision;
    }
    decision.outcome = match whose {
        Whose::Stranger(address, name) => {
            decision.other = Some((address, name));
            if is_open(meeting) { stranger(meeting, entry) } else { Outcome::Closed }
        }
        Whose::Known(person, own) => {
            decision.attendee = Some(person.id);
            let case = Case { meeting, history, method, entry, person, said, at: sender.at };
            let wanted = case.wanted(&mut decision);
            decision.wanted = wanted;
            // A delegate is invited by a click in any case.
            let needs_proof = matches!(wanted, Outcome::Answered | Outcome::Proposed | Outcome::SentAgain);
            if needs_proof && !(own && sender.proven) { Outcome::Unverified } else { wanted }
        }
    };
    if decision.outcome == Outcome::Delegated {
        decision.other = replier.and_then(|r| r.delegated_to.clone()).map(|address| (address, SafeText::default()));
    }
    decision
}

fn is_open(meeting: &Meeting<'_>) -> bool {
    meeting.status == Status::Confirmed
}

fn stranger(meeting: &Meeting<'_>, entry: &Entry) -> Outcome {
    if other_date(meeting, entry) { Outcome::OtherDate } else { Outcome::Uninvited }
}

/// Single meetings have one date; a reply that names it speaks of the meeting.
fn other_date(meeting: &Meeting<'_>, entry: &Entry) -> bool {
    entry.unplaced || entry.instance.is_some_and(|instance| instance.instant(meeting.zone) != meeting.span.start())
}

/// By the address in ATTENDEE, whatever its case; a reply under an alias that nobody was invited by is the sender's, if
/// they were invited and do not say that they send it for somebody else.
fn replier_of<'a, 'e>(
    meeting: &Meeting<'a>,
    entry: &'e Entry,
    sender: &Sender<'_>,
) -> (Whose<'a>, Option<&'e Replier>) {
    let from = sender.from.key();
    let known = |address: &str| meeting.people.iter().find(|person| person.address == address);
    let people = || entry.people.iter();
    let own = people().find(|r| r.address == from).or_else(|| people().find(|r| r.sent_by.as_deref() == Some(&from)));
    let Some(replier) = own.or_else(|| people().find(|r| known(&r.address).is_some())).or(entry.people.first()) else {
        let person = known(&from).map(|person| Whose::Known(person, true));
        return (person.unwrap_or_else(|| Whose::Stranger(from, sender.name.clone())), None);
    };
    let whose = match (known(&replier.address), known(&from)) {
        // SENT-BY is written by the sender, so it proves nothing: whoever answers for another needs a click.
        (Some(person), _) => Whose::Known(person, replier.address == from),
        (None, Some(person)) if replier.sent_by.as_deref() != Some(&from) => Whose::Known(person, true),
        (None, _) => Whose::Stranger(replier.address.clone(), replier.name.clone()),
    };
    (whose, Some(replier))
}

/// The reply of somebody in the meeting.
struct Case<'a> {
    meeting: &'a Meeting<'a>,
    history: &'a History,
    method: Method,
    entry: &'a Entry,
    person: &'a Participant,
    said: Partstat,
    /// When it came in.
    at: DateTime<Utc>,
}

impl Case<'_> {
    /// What the reply comes to if its sender is proven.
    fn wanted(&self, decision: &mut Decision) -> Outcome {
        if self.person.role == AttendeeRole::Chair {
            return Outcome::Organizer;
        }
        if !is_open(self.meeting) || !self.person.present || self.meeting.span.end() <= self.at {
            return Outcome::Closed;
        }
        if other_date(self.meeting, self.entry) {
            return Outcome::OtherDate;
        }
        if self.method == Method::Refresh {
            return Outcome::SentAgain;
        }
        if !self.is_current() {
            return Outcome::Outdated;
        }
        if self.history.answered.is_some_and(|answered| decision.stamp <= answered) {
            return Outcome::Overtaken;
        }
        match (self.method, self.said) {
            (Method::Counter, _) => self.counter(decision),
            (_, Partstat::Said(_)) => Outcome::Answered,
            (_, Partstat::Delegated) => Outcome::Delegated,
            (_, Partstat::Nothing) => Outcome::NoAnswer,
        }
    }

    /// Whether the time has not changed since the version that is answered (RFC 5546 §2.1.5). A SEQUENCE beyond ours was
    /// raised by the sender's program and means our last.
    fn is_current(&self) -> bool {
        let (told, span) = (&self.history.told, self.meeting.span);
        let same_start = || self.entry.start.is_some_and(|start| start.instant(self.meeting.zone) == span.start());
        let answered = match (self.entry.sequence, self.entry.start) {
            // Some programs leave SEQUENCE out. In an answer the time says which version is meant.
            (None, Some(_)) if self.method == Method::Reply => return same_start(),
            (None, Some(_)) => told.len().checked_sub(1),
            (sequence, _) => told.iter().rposition(|version| version.sequence <= sequence.unwrap_or(0)),
        };
        match answered {
            Some(answered) => told.iter().skip(answered).all(|version| version.span == span),
            None => same_start(),
        }
    }

    /// Some programs send a "proposal" of the time there is; that is a plain answer.
    fn counter(&self, decision: &mut Decision) -> Outcome {
        let span = self.entry.span(self.meeting.zone, self.meeting.span);
        match span {
            Some(span) if span == self.meeting.span && decision.answer.is_some() => Outcome::Answered,
            Some(span) if span == self.meeting.span => Outcome::NoAnswer,
            Some(span) if span.minutes() <= i64::from(MAX_MINUTES) && span.start() > self.at => {
                decision.proposed = Some(span);
                Outcome::Proposed
            }
            _ => Outcome::BadProposal,
        }
    }
}

#[cfg(test)]
mod tests;
