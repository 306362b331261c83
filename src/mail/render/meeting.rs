//! Mails about a meeting.

use askama::Template;

use super::{Link, RenderError, Rendered, Scene, bodies, changes, line, reminder, subject};
use crate::{
    domain::{
        agenda::{
            AgendaPoint,
            link::{Reading, https},
        },
        itip::{compose::visible_to, plan::MessageKind, plan::Method},
        letter::MeetingBody,
        meeting::{Answer, Attendance, AttendeeRole, Format, MeetingFacts},
        reminders::Reason,
        time::Week,
    },
    i18n::Texts,
};

/// Points that a mail shows; longer agendas are read on the page.
const POINTS: usize = 12;
/// Links to read ahead that a mail shows.
const READING: usize = 10;

/// Why the mail is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Occasion {
    /// Something happened to the meeting.
    Message,
    /// It is ahead, and that is why somebody is reminded of it.
    Reminder(Reason),
    /// Somebody tries whether mail arrives.
    Test,
}

#[derive(Template)]
#[template(path = "mail/meeting.txt")]
struct Text<'a> {
    v: &'a View,
}

#[derive(Template)]
#[template(path = "mail/meeting.html")]
struct Html<'a> {
    v: &'a View,
}

/// The same facts for both bodies.
pub(super) struct View {
    t: &'static Texts,
    lang: &'static str,
    pub(super) subject: String,
    pub(super) opening: Vec<String>,
    pub(super) title: String,
    heading: String,
    pub(super) when: Vec<String>,
    places: Vec<Place>,
    why: Option<String>,
    ask: Option<Ask>,
    points: Vec<String>,
    more: Option<Link>,
    /// What to read ahead.
    reading: Vec<Link>,
    page: Option<Link>,
    footer: Vec<String>,
    stop: Option<Link>,
}

struct Place {
    label: String,
    text: String,
    href: Option<String>,
}

/// The question whether somebody comes.
struct Ask {
    heading: String,
    links: Vec<Link>,
    how: String,
    propose: Link,
    decline: Option<String>,
}

/// Puts a mail about a meeting into words.
pub(super) fn render(scene: &Scene<'_>, body: &MeetingBody, occasion: Occasion) -> Result<Rendered, RenderError> {
    let reader = body.facts.attendee(body.attendee).ok_or(RenderError::Stranger)?;
    let mail = MeetingMail { scene, body, reader, occasion };
    finish(scene, mail.view(), mail.organizer())
}

/// A mail about a meeting in other words: `change` has the last one.
pub(super) fn reworded(
    scene: &Scene<'_>,
    body: &MeetingBody,
    change: impl FnOnce(&mut View),
) -> Result<Rendered, RenderError> {
    let reader = body.facts.attendee(body.attendee).ok_or(RenderError::Stranger)?;
    let mail = MeetingMail { scene, body, reader, occasion: Occasion::Message };
    let mut view = mail.view();
    change(&mut view);
    finish(scene, view, mail.organizer())
}

fn finish(scene: &Scene<'_>, view: View, organizer: String) -> Result<Rendered, RenderError> {
    let (text, html) = bodies(&Text { v: &view }, &Html { v: &view })?;
    Ok(Rendered { from_name: scene.t.mail_from(organizer), subject: view.subject, text, html })
}

struct MeetingMail<'a> {
    scene: &'a Scene<'a>,
    body: &'a MeetingBody,
    reader: &'a Attendance,
    occasion: Occasion,
}

impl MeetingMail<'_> {
    fn view(&self) -> View {
        let t = self.scene.t;
        let title = line(&self.facts().title);
        let on = self.body.kind.method() == Method::Request;
        let points = if on { self.points() } else { Vec::new() };
        let (points, more) = self.shortened(points);
        View {
            t,
            lang: self.scene.lang(),
            subject: self.subject(&title),
            opening: self.opening(),
            heading: title.to_uppercase(),
            title,
            when: self.when(),
            places: if on { self.places() } else { Vec::new() },
            why: self.why().filter(|_| on),
            ask: self.ask().filter(|_| on),
            points,
            more,
            reading: if on { self.reading() } else { Vec::new() },
            page: self.page().filter(|_| on),
            footer: self.footer(),
            stop: self.stop(),
        }
    }

    fn facts(&self) -> &MeetingFacts {
        &self.body.facts
    }

    fn organizer(&self) -> String {
        line(&self.facts().organizer.name)
    }

    /// Who made the change: the organizer, or somebody who may act for them.
    fn actor(&self) -> String {
        self.body.by.as_deref().map_or_else(|| self.organizer(), line)
    }

    fn is_own(&self) -> bool {
        self.reader.role == AttendeeRole::Chair
    }

    fn subject(&self, title: &str) -> String {
        let (t, when) = (self.scene.t, self.scene.f.subject_when(self.facts().starts_at));
        subject::with_title(title, |title| match (self.occasion, self.body.kind) {
            (Occasion::Test, _) => t.mail_subject_test(title, when.clone()),
            (Occasion::Reminder(_), _) => reminder::subject(self.scene, self.facts().starts_at, title),
            (_, MessageKind::Invitation) => t.mail_subject_invitation(title, when.clone()),
            (_, MessageKind::Moved) => t.mail_subject_moved(title, when.clone()),
            (_, MessageKind::Changed) => t.mail_subject_changed(title, when.clone()),
            (_, MessageKind::AgendaOnly) => t.mail_subject_agenda(title, when.clone()),
            (_, MessageKind::Cancelled) => t.mail_subject_cancelled(title, when.clone()),
            (_, MessageKind::Removed) => t.mail_subject_removed(title, when.clone()),
        })
    }

    fn opening(&self) -> Vec<String> {
        let t = self.scene.t;
        let mut out = match (self.occasion, self.body.kind) {
            (Occasion::Test, _) => vec![t.mail_opening_test()],
            (Occasion::Reminder(reason), _) => {
                vec![reminder::opening(self.scene.t, self.reader, (&self.organizer(), reason))]
            }
            (_, MessageKind::Invitation) => self.invitation(),
            (_, MessageKind::Cancelled) => self.cancellation(),
            (_, MessageKind::Removed) if self.reader.customer => vec![t.mail_removed_customer()],
            (_, MessageKind::Removed) => vec![t.mail_removed()],
            _ => changes::sentences(self.scene, self.body, self.reader),
        };
        let note = line(&self.body.note);
        if !note.is_empty() && note != line(&self.facts().cancel_reason) {
            out.push(t.mail_note(self.actor(), note));
        }
        out
    }

    fn invitation(&self) -> Vec<String> {
        let (t, organizer) = (self.scene.t, self.organizer());
        let mut out = match (self.reader.role, self.reader.customer) {
            (AttendeeRole::Chair, _) if self.body.by.is_some() => vec![t.mail_opening_for_you(self.actor())],
            (AttendeeRole::Chair, _) => vec![t.mail_opening_own()],
            (AttendeeRole::Informed, _) => vec![t.mail_opening_informed(organizer), t.mail_informed()],
            (_, true) => vec![t.mail_opening_customer(organizer, self.scene.company())],
            (_, false) => vec![t.mail_opening_invitation(organizer)],
        };
        if self.body.on_behalf && !self.is_own() && !self.reader.customer {
            out.insert(1, t.mail_opening_on_behalf(self.actor()));
        }
        if self.reader.part.is_some() {
            out.push(t.part_mail());
        }
        out
    }

    fn cancellation(&self) -> Vec<String> {
        let t = self.scene.t;
        let own = self.is_own() && self.body.by.is_none();
        let who = match (own, self.reader.customer) {
            (true, _) => t.mail_cancelled_own(),
            (false, true) => t.mail_cancelled_customer(self.actor()),
            (false, false) => t.mail_cancelled(self.actor()),
        };
        let reason = line(&self.facts().cancel_reason);
        let mut out = vec![who];
        if !reason.is_empty() {
            out.push(t.mail_reason(reason));
        }
        // To a customer it would sound as if time with them were a burden; informed readers had none to give.
        if !self.reader.customer && self.reader.role != AttendeeRole::Informed {
            out.push(match self.facts().minutes {
                minutes @ 0..60 => t.mail_minutes_back(minutes),
                minutes => t.mail_time_back(self.scene.f.duration(minutes)),
            });
        }
        out
    }

    /// A customer's zone is what somebody else wrote down, so the offset is given as well.
    fn when(&self) -> Vec<String> {
        let (t, f, facts) = (self.scene.t, &self.scene.f, self.facts());
        let mut zone = f.zone_words();
        let offset = f.utc_offset(facts.starts_at);
        if self.reader.customer && zone != offset {
            zone = t.mail_zone_offset(zone, offset);
        }
        let week = f.week_label(Week::of(f.day(facts.starts_at)));
        let mut out = vec![f.long_date_time_range(facts.starts_at, facts.ends_at), t.mail_week_zone(week, zone)];
        out.extend(changes::elsewhere(t, f, facts));
        out
    }

    fn places(&self) -> Vec<Place> {
        let (t, facts) = (self.scene.t, self.facts());
        let url = facts.video_url.as_deref().map(line).filter(|url| !url.is_empty());
        let video = url.map(|url| {
            let href = Some(url.clone()).filter(|url| url.starts_with("https://"));
            Place { label: t.mail_video(), text: url, href }
        });
        let text = line(&facts.place);
        let label = if facts.format == Format::Phone { t.mail_phone() } else { t.mail_place() };
        let place = (!text.is_empty()).then_some(Place { label, text, href: None });
        video.into_iter().chain(place).collect()
    }

    fn why(&self) -> Option<String> {
        let why = line(&self.reader.why);
        (!why.is_empty()).then(|| self.scene.t.mail_why(why))
    }

    fn ask(&self) -> Option<Ask> {
        let t = self.scene.t;
        let base = self.scene.links.answer.as_ref().filter(|_| self.asks())?;
        if matches!(self.reader.role, AttendeeRole::Chair | AttendeeRole::Informed) {
            return None;
        }
        let link = |letter: &str, label| Link { label, href: format!("{base}?a={letter}") };
        Some(Ask {
            heading: t.mail_heading_answer(),
            links: vec![link("y", t.mail_reply_yes()), link("m", t.mail_reply_maybe()), link("n", t.mail_reply_no())],
            how: if self.body.service.is_some() { t.mail_answer_anywhere() } else { t.mail_answer_by_link() },
            propose: link("c", t.proposal_link()),
            decline: (!self.reader.customer).then(|| t.mail_not_needed()),
        })
    }

    /// A test asks nothing, and a reminder nothing that was answered.
    fn asks(&self) -> bool {
        match self.occasion {
            Occasion::Message => true,
            Occasion::Reminder(_) => self.reader.answer == Answer::Open,
            Occasion::Test => false,
        }
    }

    /// Customers can have no more invitations; colleagues choose which reminders they get.
    fn stop(&self) -> Option<Link> {
        let t = self.scene.t;
        let reminder = matches!(self.occasion, Occasion::Reminder(_)) && !self.reader.customer;
        let label = if reminder { t.reminder_settings() } else { t.mail_footer_stop() };
        self.scene.links.stop.clone().map(|href| Link { label, href })
    }

    fn page(&self) -> Option<Link> {
        let href = self.scene.links.page.clone()?;
        Some(Link { label: self.scene.t.mail_details(), href })
    }

    fn points(&self) -> Vec<String> {
        let seen = visible_to(self.facts(), self.reader);
        self.facts().agenda.iter().map(|point| self.point(point, &seen)).collect()
    }

    fn point(&self, point: &AgendaPoint, seen: &[&Attendance]) -> String {
        let t = self.scene.t;
        let minutes = (point.minutes > 0).then(|| self.scene.f.duration(point.minutes));
        let who = match point.owner {
            None => Some(t.mail_everyone()),
            Some(owner) => seen.iter().find(|a| a.id == owner).map(|a| short_name(a, seen)),
        };
        let details: Vec<String> = minutes.into_iter().chain(who).collect();
        let title = line(&point.title);
        if details.is_empty() { title } else { format!("{title} ({})", details.join(", ")) }
    }

    /// What to read ahead of the meeting; only what looks like what it is.
    fn reading(&self) -> Vec<Link> {
        let all = self.facts().agenda.iter().flat_map(|point| &point.reading);
        let link = |reading: &Reading| {
            let href = https(&reading.url)?;
            Some(Link { label: line(&reading.label), href })
        };
        all.filter_map(link).take(READING).collect()
    }

    /// The first points, and a link to the others if there is a page for this reader.
    fn shortened(&self, mut points: Vec<String>) -> (Vec<String>, Option<Link>) {
        let links = self.scene.links;
        let page = links.page.as_ref().or(links.answer.as_ref());
        let left_out = points.len().saturating_sub(POINTS);
        let Some(href) = page.filter(|_| left_out > 0).cloned() else { return (points, None) };
        points.truncate(POINTS);
        let label = self.scene.t.mail_agenda_more(u32::try_from(left_out).unwrap_or(u32::MAX));
        (points, Some(Link { label, href }))
    }

    fn footer(&self) -> Vec<String> {
        let t = self.scene.t;
        if self.is_own() || self.occasion == Occasion::Test {
            return vec![t.mail_footer_own()];
        }
        let organizer = self.organizer();
        let first = first_name(&organizer).to_owned();
        vec![t.mail_footer_why(organizer, self.scene.company()), t.mail_footer_reply(first)]
    }
}

pub(super) fn first_name(name: &str) -> &str {
    name.split(' ').next().unwrap_or(name)
}

/// The first name, or the whole one when two of those whom the reader sees share it.
fn short_name(person: &Attendance, seen: &[&Attendance]) -> String {
    let name = line(&person.name);
    let first = first_name(&name);
    let shared = seen.iter().any(|other| other.id != person.id && first_name(&line(&other.name)) == first);
    if shared { name.clone() } else { first.to_owned() }
}
