//! What an update says has changed: what is new and what it was.

use super::{Scene, line};
use crate::{
    domain::{
        itip::plan::MessageKind,
        letter::MeetingBody,
        meeting::{Answer, Attendance, AttendeeRole, MeetingFacts},
        time::Zone,
    },
    i18n::{
        Texts,
        format::{Case, Format},
        labels,
    },
};

/// The sentences an update opens with: the change, then whether one must answer (again).
pub(super) fn sentences(scene: &Scene<'_>, body: &MeetingBody, reader: &Attendance) -> Vec<String> {
    let t = scene.t;
    let mut out = Vec::new();
    if let Some(told) = &body.told {
        out.extend(time(scene, told, (body, reader)));
        let before = told.attendee(body.attendee);
        match body.kind {
            MessageKind::AgendaOnly if told.agenda == body.facts.agenda => out.push(t.mail_why_only()),
            MessageKind::AgendaOnly => out.push(t.mail_agenda_only()),
            _ => out.extend(details(t, (told, before), (&body.facts, reader))),
        }
    }
    out.extend(answer(t, body.kind, reader));
    out
}

fn time(scene: &Scene<'_>, told: &MeetingFacts, (body, reader): (&MeetingBody, &Attendance)) -> Option<String> {
    let (t, f, now) = (scene.t, &scene.f, &body.facts);
    if told.starts_at != now.starts_at {
        let (from, to) = (f.moved_when(told.starts_at, Case::From), f.moved_when(now.starts_at, Case::To));
        return Some(match (&body.by, reader.customer) {
            (Some(by), false) => t.mail_moved_by(line(by), from, to),
            (Some(by), true) => t.mail_moved_by_customer(line(by), from, to),
            (None, false) => t.mail_moved(from, to),
            (None, true) => t.mail_moved_customer(from, to),
        });
    }
    let ends = |at| if f.day(at) == f.day(now.starts_at) { f.time_words(at) } else { f.subject_when(at) };
    (told.ends_at != now.ends_at).then(|| t.mail_moved_end(ends(now.ends_at), ends(told.ends_at)))
}

type Side<'a> = (&'a MeetingFacts, &'a Attendance);

fn details(t: &Texts, told: (&MeetingFacts, Option<&Attendance>), now: Side<'_>) -> Vec<String> {
    let ((told, before), (now, after)) = (told, now);
    let or_none = |text: &str| if text.is_empty() { t.mail_changed_nothing() } else { line(text) };
    let mut out = Vec::new();
    if told.title != now.title {
        out.push(t.mail_changed_title(line(&now.title), line(&told.title)));
    }
    if told.organizer.name != now.organizer.name {
        out.push(t.mail_changed_organizer(line(&now.organizer.name), line(&told.organizer.name)));
    }
    if told.format != now.format {
        out.push(t.mail_changed_format(labels::format(t, now.format), labels::format(t, told.format)));
    }
    if told.place != now.place {
        out.push(t.mail_changed_place(or_none(&now.place), or_none(&told.place)));
    }
    if told.video_url != now.video_url && now.video_url.is_some() {
        out.push(t.mail_changed_video());
    }
    if let Some(before) = before.filter(|before| before.role != after.role) {
        out.push(t.mail_changed_role(labels::attendee_role(t, after.role), labels::attendee_role(t, before.role)));
    }
    if told.zone != now.zone {
        out.push(t.mail_changed_zone(line(&now.zone), line(&told.zone)));
    }
    out
}

fn answer(t: &Texts, kind: MessageKind, reader: &Attendance) -> Option<String> {
    match (reader.role, reader.answer, kind) {
        (AttendeeRole::Chair, _, _) => None,
        (AttendeeRole::Informed, _, _) => Some(t.mail_informed()),
        (_, Answer::Open, MessageKind::Moved) => Some(t.mail_answer_again()),
        (_, Answer::Open, _) => Some(t.mail_answer_missing()),
        _ => Some(t.mail_answer_stands()),
    }
}

/// The time where the meeting was planned, when its clocks show another time than the reader's.
pub(super) fn elsewhere(t: &Texts, f: &Format, facts: &MeetingFacts) -> Option<String> {
    let zone = Zone::named(&facts.zone).ok()?;
    let differs = zone.offset_seconds(facts.starts_at) != f.zone().offset_seconds(facts.starts_at);
    differs.then(|| {
        let there = f.clone().in_zone(zone);
        t.mail_other_zone(there.subject_when(facts.starts_at), there.zone_words())
    })
}
