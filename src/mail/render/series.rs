//! Mails about a series: one, whatever the number of its dates.

use super::{RenderError, Rendered, Scene, line, meeting, subject::with_title};
use crate::{
    domain::{
        itip::{
            plan::MessageKind,
            series::{
                facts::DateFacts,
                plan::{DateNews, SeriesKind, news},
            },
        },
        letter::{MeetingBody, SeriesBody},
        meeting::AttendeeRole,
    },
    i18n::series::sentence_for,
};

/// Dates that a mail lists; the page has all of them.
const DATES: usize = 15;

/// Puts a mail about a series into words: those about its next date, with what concerns all of them.
pub(super) fn render(scene: &Scene<'_>, body: &SeriesBody) -> Result<Rendered, RenderError> {
    let next = body.facts.next(body.person, scene.letter.at).ok_or(RenderError::Stranger)?;
    let mail = SeriesMail { scene, body, next };
    let (subject, opening, when) = (mail.subject(), mail.opening(), mail.when());
    meeting::reworded(scene, &mail.about_next(), |view| {
        view.subject = subject;
        view.opening = opening;
        view.when = when;
    })
}

struct SeriesMail<'a> {
    scene: &'a Scene<'a>,
    body: &'a SeriesBody,
    next: &'a DateFacts,
}

impl SeriesMail<'_> {
    fn about_next(&self) -> MeetingBody {
        let body = self.body;
        let kind = match body.kind {
            SeriesKind::Invitation => MessageKind::Invitation,
            SeriesKind::Moved => MessageKind::Moved,
            SeriesKind::Changed | SeriesKind::DateOff | SeriesKind::Fewer => MessageKind::Changed,
            SeriesKind::AgendaOnly => MessageKind::AgendaOnly,
            SeriesKind::Cancelled => MessageKind::Cancelled,
            SeriesKind::Removed => MessageKind::Removed,
        };
        MeetingBody {
            kind,
            facts: self.next.facts.clone(),
            told: None,
            attendee: body.person,
            link_version: body.link_version,
            stop: body.stop,
            calendar: String::new(),
            note: String::new(),
            by: body.by.clone(),
            on_behalf: body.on_behalf,
            service: body.service.clone(),
        }
    }

    fn subject(&self) -> String {
        let (t, f) = (self.scene.t, &self.scene.f);
        let when = f.subject_when(self.next.facts.starts_at);
        let off = self.news().iter().find_map(|date| date.told).map(|date| f.subject_when(date.facts.starts_at));
        with_title(&line(&self.next.facts.title), |title| match self.body.kind {
            SeriesKind::Invitation => t.series_mail_subject_invitation(title, when.clone()),
            SeriesKind::Moved => t.series_mail_subject_moved(title, when.clone()),
            SeriesKind::Changed => t.series_mail_subject_changed(title, when.clone()),
            SeriesKind::AgendaOnly => t.series_mail_subject_agenda(title, when.clone()),
            SeriesKind::Cancelled | SeriesKind::Removed | SeriesKind::DateOff | SeriesKind::Fewer
                if self.body.moved_on =>
            {
                t.series_mail_subject_goes_on(title)
            }
            SeriesKind::DateOff => t.series_mail_subject_off(title, off.clone().unwrap_or_default()),
            SeriesKind::Fewer => t.series_mail_subject_fewer(title),
            SeriesKind::Cancelled => t.series_mail_subject_cancelled(title),
            SeriesKind::Removed => t.series_mail_subject_removed(title),
        })
    }

    fn news(&self) -> Vec<DateNews<'_>> {
        news(self.body.told.as_ref(), &self.body.facts, self.body.person)
    }

    fn opening(&self) -> Vec<String> {
        let (t, body) = (self.scene.t, self.body);
        let organizer = line(&self.next.facts.organizer.name);
        let actor = body.by.as_deref().map_or_else(|| organizer.clone(), line);
        let reader = self.next.facts.attendee(body.person);
        let chair = reader.is_some_and(|reader| reader.role == AttendeeRole::Chair);
        let colleague = reader.is_some_and(|reader| !reader.customer);
        let called_off = self.news().iter().any(|date| date.kind == MessageKind::Cancelled);
        let mut out = match body.kind {
            SeriesKind::Invitation if chair && body.by.is_some() => vec![t.series_mail_opening_for_you(actor.clone())],
            SeriesKind::Invitation if chair => vec![t.series_mail_opening_own()],
            SeriesKind::Invitation if body.on_behalf && colleague => {
                vec![t.series_mail_opening(organizer), t.mail_opening_on_behalf(actor.clone())]
            }
            SeriesKind::Invitation => vec![t.series_mail_opening(organizer)],
            SeriesKind::Moved => vec![t.series_mail_moved(actor.clone())],
            SeriesKind::Changed => vec![t.series_mail_changed(actor.clone())],
            SeriesKind::AgendaOnly => vec![t.series_mail_agenda()],
            SeriesKind::DateOff | SeriesKind::Fewer if body.moved_on => vec![t.series_mail_changed(actor.clone())],
            SeriesKind::DateOff | SeriesKind::Fewer if called_off => vec![t.series_mail_off(actor.clone())],
            SeriesKind::DateOff | SeriesKind::Fewer => vec![t.series_mail_gone()],
            SeriesKind::Cancelled | SeriesKind::Removed if body.moved_on => {
                vec![t.series_mail_replaced(actor.clone()), t.series_mail_goes_on()]
            }
            SeriesKind::Cancelled => vec![t.series_mail_cancelled(actor.clone())],
            SeriesKind::Removed => vec![t.series_mail_removed()],
        };
        match body.kind {
            SeriesKind::Invitation => {
                if reader.is_some_and(|reader| reader.part.is_some()) {
                    out.push(t.part_mail());
                }
                if body.facts.continues.is_some() {
                    out.push(t.series_mail_opening_continues());
                }
                if reader.is_some_and(|r| matches!(r.role, AttendeeRole::Required | AttendeeRole::Optional)) {
                    out.push(t.series_mail_answer());
                }
            }
            SeriesKind::Cancelled | SeriesKind::Removed => {}
            _ => out.extend(self.listed(self.news().iter().map(|date| self.changed(date)).collect())),
        }
        if body.moved_on && !matches!(body.kind, SeriesKind::Cancelled | SeriesKind::Removed) {
            out.push(t.series_mail_goes_on());
        }
        let note = line(&body.note);
        if !note.is_empty() {
            out.push(t.mail_note(actor, note));
        }
        out
    }

    fn changed(&self, date: &DateNews<'_>) -> String {
        let (t, f) = (self.scene.t, &self.scene.f);
        let when = |date: Option<&DateFacts>| date.map(|date| f.subject_when(date.facts.starts_at)).unwrap_or_default();
        match date.kind {
            MessageKind::Cancelled | MessageKind::Removed => t.series_mail_date_off(when(date.told)),
            MessageKind::Moved => t.series_mail_date_moved(when(date.told), when(date.now)),
            MessageKind::Invitation | MessageKind::Changed | MessageKind::AgendaOnly => when(date.now),
        }
    }

    /// How it repeats, and its dates.
    fn when(&self) -> Vec<String> {
        let (t, f, body) = (self.scene.t, &self.scene.f, self.body);
        let goodbye = matches!(body.kind, SeriesKind::Cancelled | SeriesKind::Removed);
        let dates: Vec<&DateFacts> = if goodbye {
            body.facts.dates.iter().filter(|date| date.facts.attendee(body.person).is_some()).collect()
        } else {
            body.facts.live(body.person).collect()
        };
        let originals: Vec<_> = dates.iter().map(|date| date.original).collect();
        let rule = (&body.facts.rule, body.facts.zone.as_str());
        let Some((sentence, whose)) = sentence_for(t, f, rule, &originals) else { return Vec::new() };
        let elsewhere = whose != f.zone_words();
        let mut out = vec![sentence, whose];
        if body.kind == SeriesKind::Invitation {
            out.extend(elsewhere.then(|| f.zone_words()));
            out.extend(
                self.listed(
                    dates.iter().map(|date| f.subject_range(date.facts.starts_at, date.facts.ends_at)).collect(),
                ),
            );
        }
        out
    }

    fn listed(&self, mut lines: Vec<String>) -> Vec<String> {
        let more = lines.len().saturating_sub(DATES);
        lines.truncate(DATES);
        if more > 0 {
            lines.push(self.scene.t.series_mail_more(u32::try_from(more).unwrap_or(u32::MAX)));
        }
        lines
    }
}
