//! Replies by mail on the page of a meeting: those that wait for a click, and what came of the others.

use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};

use super::when::moment;
use crate::{
    app::{
        error::{AppError, Refusal},
        replies::{self, Decision},
    },
    domain::{
        ids::{InboundMailId, MeetingId, PersonId},
        meeting::{Answer, Status},
        replies::{Method, Outcome},
    },
    i18n::{self, Texts, format::Format, labels},
    store::{
        self, Tx,
        inbound_mail::{AboutDate, InboundMail},
        meetings::FullMeeting,
        people::Person,
    },
    web::{caller::Caller, failure::Failure, form::Form, path::Two, state::Writes},
};

/// What is shown of the mails that came in.
#[derive(Default)]
pub(super) struct Replies {
    /// Whether answers by mail are taken in.
    pub(super) taken_in: bool,
    pub(super) waiting: Vec<Reply>,
    pub(super) past: Vec<Reply>,
}

/// One of them.
pub(super) struct Reply {
    pub(super) id: InboundMailId,
    /// Who says what.
    pub(super) what: String,
    /// From where, and when.
    pub(super) came: String,
    /// What became of it, or why it waits.
    pub(super) outcome: String,
    pub(super) note: String,
    /// Whether letting it count invites somebody.
    pub(super) invites: bool,
    /// Whether it can count for the time that the meeting has.
    pub(super) counts: bool,
    /// Whether somebody uninvited can be told so.
    pub(super) dismisses: bool,
    /// Of which time it speaks, and which one the meeting has; empty where that is the same.
    pub(super) moved: String,
}

impl Replies {
    /// Answers that simply count stand with the people; everything else is listed.
    pub(super) async fn of(
        tx: &mut Tx,
        caller: &Caller,
        full: &FullMeeting,
        mails: &[InboundMail],
    ) -> Result<Self, Failure> {
        let deciders: Vec<PersonId> = mails.iter().filter_map(|mail| mail.decided_by).collect();
        let deciders = if deciders.is_empty() { Vec::new() } else { store::people::by_ids(tx, &deciders).await? };
        let (t, f) = (caller.texts(), caller.format());
        let teller = Teller { t, f: &f, caller, full, deciders };
        let open = full.meeting.status == Status::Confirmed && full.meeting.ends_at > caller.now();
        let (mut waiting, mut past) = (Vec::new(), Vec::new());
        for mail in mails.iter().filter(|mail| mail.outcome != Outcome::Answered) {
            let waits = open && mail.outcome.waits() && mail.decision.is_none();
            if waits { &mut waiting } else { &mut past }.push(teller.reply(mail));
        }
        Ok(Self { taken_in: store::inbound_mailbox::load(tx).await?.is_some(), waiting, past })
    }
}

struct Teller<'a> {
    t: &'static Texts,
    f: &'a Format,
    caller: &'a Caller,
    full: &'a FullMeeting,
    deciders: Vec<Person>,
}

impl Teller<'_> {
    fn reply(&self, mail: &InboundMail) -> Reply {
        let t = self.t;
        let who = self.deciders.iter().find(|p| Some(p.id) == mail.decided_by).map(|p| p.name.as_str());
        let decided = match (mail.decision.as_deref(), who) {
            (Some("applied"), Some(name)) => format!(" {}", t.reply_applied_by(name)),
            (Some(_), Some(name)) => format!(" {}", t.reply_ignored_by(name)),
            _ => String::new(),
        };
        Reply {
            id: mail.id,
            what: self.what(mail),
            came: t.reply_came(mail.sender.as_str(), moment(self.f, self.caller.now(), mail.received_at)),
            outcome: format!("{}{decided}", self.outcome(mail)),
            note: mail.note.clone(),
            invites: matches!(mail.outcome, Outcome::Uninvited | Outcome::Delegated),
            counts: replies::may_count(self.full, mail),
            dismisses: replies::may_be_dismissed(mail),
            moved: self.moved(mail),
        }
    }

    /// Why it waits or what became of it, and what is not certain about who speaks.
    fn outcome(&self, mail: &InboundMail) -> String {
        let (t, outcome) = (self.t, i18n::replies::outcome(self.t, mail.outcome));
        let doubt = match (mail.proven, replies::speaks_for_sender(self.full, mail)) {
            _ if !mail.outcome.waits() => return outcome,
            (false, _) => t.reply_unverified(),
            (true, false) => t.reply_from_another(),
            (true, true) => return outcome,
        };
        if mail.outcome == Outcome::Unverified { doubt } else { format!("{outcome} {doubt}") }
    }

    fn is_current(&self, mail: &InboundMail) -> bool {
        replies::is_current(self.full, mail)
    }

    /// Both times of a reply that waits, where they differ.
    fn moved(&self, mail: &InboundMail) -> String {
        if !mail.outcome.waits() || mail.decision.is_some() || self.is_current(mail) {
            return String::new();
        }
        let (t, f, m) = (self.t, self.f, &self.full.meeting);
        let now = f.long_date_time_range(m.starts_at, m.ends_at);
        match mail.about_from.zip(mail.about_to) {
            Some((from, to)) => t.reply_moved(f.long_date_time_range(from, to), now),
            None => t.reply_moved_unknown(now),
        }
    }

    fn what(&self, mail: &InboundMail) -> String {
        let (t, name) = (self.t, self.name(mail));
        let other = || mail.other_email.clone().unwrap_or_default();
        match (mail.outcome, mail.method, mail.proposed_from.zip(mail.proposed_to), mail.answer) {
            (Outcome::Delegated, ..) => t.reply_sends(name, other()),
            (_, Some(Method::Refresh), ..) => t.reply_asks(name),
            (_, _, Some((from, to)), _) => t.reply_proposes(name, self.f.long_date_time_range(from, to)),
            (.., Some(answer)) => t.reply_says(name, labels::answer(t, answer)) + &self.other_answers(mail, answer),
            _ => name,
        }
    }

    /// What a reply that waits says of other dates, where it is something else.
    fn other_answers(&self, mail: &InboundMail, answer: Answer) -> String {
        let dates = mail.about_dates.as_ref().map_or(&[][..], |dates| dates.0.as_slice());
        let others = dates.iter().filter(|date| date.answer != answer);
        let said = |date: &AboutDate| {
            let day = self.f.day_month(self.f.day(date.from));
            format!("; {day}: {}", labels::answer(self.t, date.answer))
        };
        others.map(said).collect()
    }

    /// The person in the meeting, else the name that came with the mail.
    fn name(&self, mail: &InboundMail) -> String {
        let known = self.full.attendees.iter().find(|a| Some(a.id) == mail.attendee_id).map(|a| a.name.clone());
        let called = || Some(mail.other_name.clone()).filter(|name| !name.is_empty());
        known.or_else(called).or_else(|| mail.other_email.clone()).unwrap_or_else(|| mail.sender.clone())
    }
}

pub(super) async fn decide(
    State(writes): State<Writes>,
    caller: Caller,
    Two(meeting, reply): Two<MeetingId, InboundMailId>,
    form: Form,
) -> Result<Response, Failure> {
    let decision = match form.get("do") {
        "apply" => Decision::Apply,
        "ignore" => Decision::Ignore,
        "dismiss" => Decision::Dismiss,
        _ => return Err(Failure::Unreadable),
    };
    let done = match replies::decide(&writes.app, caller.actor()?, (meeting, reply), decision).await {
        Ok(()) => match decision {
            Decision::Apply => "applied",
            Decision::Ignore => "ignored",
            Decision::Dismiss => "dismissed",
        },
        Err(AppError::Stale) => "late",
        Err(AppError::Stopped(_)) => "stopped",
        Err(AppError::Refused(Refusal::MovedSince)) => "moved",
        Err(AppError::Refused(_)) => "refused",
        Err(error) => return Err(error.into()),
    };
    Ok(Redirect::to(&format!("/meetings/{meeting}?done=reply-{done}")).into_response())
}
