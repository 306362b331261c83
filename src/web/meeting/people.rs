//! The people of a meeting: who they are, what they answered, and how far their mail has come.

use chrono::{DateTime, Utc};

use super::when::moment;
use crate::{
    app::{actor::Actor, send_again},
    domain::{
        ids::AttendeeId,
        meeting::{Answer, AttendeeRole},
    },
    i18n::{Texts, format::Format, labels},
    store::{
        deliveries::{Delivery, Progress},
        inbound_mail::InboundMail,
        meetings::{Attendee, FullMeeting},
    },
};

/// Somebody as the page shows them.
pub(super) struct PersonRow {
    pub(super) id: AttendeeId,
    pub(super) name: String,
    pub(super) email: String,
    pub(super) role: String,
    pub(super) why: String,
    /// What they are invited to, where it is not the whole meeting: the points and the time.
    pub(super) part: Option<(String, String)>,
    pub(super) own: bool,
    /// The answer as a chip: class, sign, words; none for the organizer.
    pub(super) answer: Option<(&'static str, &'static str, String)>,
    pub(super) comment: String,
    /// Whether the answer came by mail.
    pub(super) by_mail: bool,
    /// For those who may change the meeting.
    pub(super) mail: Option<MailLine>,
}

impl PersonRow {
    /// Id of their address field.
    pub(super) fn field(&self) -> String {
        format!("email-{}", self.id)
    }
}

/// How far the newest mail to somebody has come.
pub(in crate::web) struct MailLine {
    pub(in crate::web) text: String,
    /// The server's own words.
    pub(in crate::web) said: String,
    pub(in crate::web) failed: bool,
    /// The mail to send again.
    pub(in crate::web) again: Option<i64>,
    /// Whether the address can be corrected here; a colleague's is their account.
    pub(super) correctable: bool,
}

/// What the rows are made for.
pub(super) struct Onlooker<'a> {
    pub(super) t: &'static Texts,
    pub(super) f: &'a Format,
    pub(super) actor: &'a Actor,
    pub(super) now: DateTime<Utc>,
    /// Whether they may change the meeting; only then mails and comments are theirs to read.
    pub(super) changes: bool,
    /// Whether mails leave the house.
    pub(super) relayed: bool,
    /// The mails that came in about the meeting.
    pub(super) came_in: &'a [InboundMail],
}

impl Onlooker<'_> {
    /// Those who take part, and those who were taken out but were mailed.
    pub(super) fn rows(&self, full: &FullMeeting, mails: &[Delivery]) -> (Vec<PersonRow>, Vec<PersonRow>) {
        let present = full.attendees.iter().filter(|a| a.removed_at.is_none());
        let present = present.map(|a| self.row((full, a), newest(mails, a))).collect();
        if !self.changes {
            return (present, Vec::new());
        }
        let gone = full.attendees.iter().filter(|a| a.removed_at.is_some());
        let mailed = gone.filter_map(|a| Some((a, newest(mails, a)?)));
        (present, mailed.map(|(a, mail)| self.row((full, a), Some(mail))).collect())
    }

    fn row(&self, (full, a): (&FullMeeting, &Attendee), mail: Option<&Delivery>) -> PersonRow {
        let own = a.person_id == Some(self.actor.id());
        PersonRow {
            id: a.id,
            name: a.name.clone(),
            email: a.email.clone(),
            role: labels::attendee_role(self.t, a.role),
            why: a.why.clone(),
            part: self.part(full, a),
            own,
            answer: (a.role != AttendeeRole::Chair).then(|| chip(self.t, a.answer)),
            comment: if own || self.changes { a.comment.clone() } else { String::new() },
            by_mail: self.changes && self.came_by_mail(a),
            mail: self.changes.then(|| self.mail((full, a), mail)),
        }
    }

    fn part(&self, full: &FullMeeting, a: &Attendee) -> Option<(String, String)> {
        let span = a.stay().and_then(|_| a.span(&full.meeting))?;
        let place = |id| full.agenda.iter().position(|item| Some(item.id) == id);
        let (first, last) = place(a.first_item).zip(place(a.last_item))?;
        let titles: Vec<&str> = full.agenda.get(first..=last)?.iter().map(|item| item.title.as_str()).collect();
        Some((self.t.part_only(titles.join(", ")), self.f.time_range(span.start(), span.end())))
    }

    /// Whether the answer that counts is one that came by mail.
    fn came_by_mail(&self, a: &Attendee) -> bool {
        let made = |mail: &InboundMail| mail.counted_at.map(|_| mail.stamped_at);
        let counts = |mail: &InboundMail| mail.attendee_id == Some(a.id) && made(mail) == a.answer_made();
        a.answered_at.is_some() && self.came_in.iter().any(counts)
    }

    fn mail(&self, (full, a): (&FullMeeting, &Attendee), mail: Option<&Delivery>) -> MailLine {
        let t = self.t;
        let Some(mail) = mail else {
            let text = t.delivery_none();
            return MailLine { text, said: String::new(), failed: false, again: None, correctable: false };
        };
        let line = MailLine::of((t, self.f), (self.now, self.relayed), &mail.mail);
        let again =
            line.again.filter(|_| send_again::still_true((&mail.kind, &mail.recipient), full, Some(a), self.now));
        MailLine { again, correctable: line.failed && a.contact_id.is_some() && a.removed_at.is_none(), ..line }
    }
}

impl MailLine {
    /// The words for one mail. `relayed` says whether mails leave the house.
    pub(in crate::web) fn of(
        (t, f): (&Texts, &Format),
        (now, relayed): (DateTime<Utc>, bool),
        mail: &Progress,
    ) -> Self {
        let time = |at: DateTime<Utc>| moment(f, now, at);
        let done = time(mail.done_at.unwrap_or(mail.created_at));
        let text = match mail.state.as_str() {
            "accepted" if relayed => t.delivery_accepted(done),
            "accepted" => t.delivery_stored(done),
            "refused" => t.delivery_refused(done),
            "given_up" => t.delivery_given_up(mail.attempts),
            _ if mail.attempts > 0 && mail.reply.is_some() => t.delivery_retrying(mail.attempts, time(mail.not_before)),
            _ if mail.not_before > now => t.delivery_waiting(time(mail.not_before)),
            _ => t.delivery_due(),
        };
        let failed = matches!(mail.state.as_str(), "refused" | "given_up");
        let said = if mail.state == "accepted" { None } else { mail.reply.clone() };
        Self { text, said: said.unwrap_or_default(), failed, again: failed.then_some(mail.id), correctable: false }
    }
}

/// The newest mail to the address somebody has now; a goodbye to an old address says nothing about them.
fn newest<'a>(mails: &'a [Delivery], a: &Attendee) -> Option<&'a Delivery> {
    mails.iter().rev().find(|m| m.attendee_id == a.id && m.recipient == a.email)
}

/// Class, sign and words of an answer.
pub(in crate::web) fn chip(t: &Texts, answer: Answer) -> (&'static str, &'static str, String) {
    let (class, sign) = match answer {
        Answer::Open => ("", "–"),
        Answer::Yes => ("ok", "✓"),
        Answer::Maybe => ("near", "?"),
        Answer::No => ("over", "✕"),
    };
    (class, sign, labels::answer(t, answer))
}

/// How many of those who were asked have answered.
pub(super) fn answered_of(full: &FullMeeting) -> (usize, usize) {
    let asked =
        |a: &&Attendee| a.removed_at.is_none() && matches!(a.role, AttendeeRole::Required | AttendeeRole::Optional);
    let asked: Vec<&Attendee> = full.attendees.iter().filter(asked).collect();
    (asked.iter().filter(|a| a.answer != Answer::Open).count(), asked.len())
}
