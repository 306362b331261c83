//! What a reminder says that an invitation does not.

use chrono::{DateTime, Utc};

use super::{Scene, meeting::first_name};
use crate::{
    domain::{
        meeting::{Answer, Attendance, AttendeeRole},
        reminders::Reason,
    },
    i18n::Texts,
};

/// `Tomorrow 14:00: December targets`
pub(super) fn subject(scene: &Scene<'_>, start: DateTime<Utc>, title: String) -> String {
    let (t, f) = (scene.t, &scene.f);
    let days = f.day(start).signed_duration_since(f.day(scene.letter.at)).num_days();
    match days {
        0 => t.reminder_subject_today(f.time_words(start), title),
        1 => t.reminder_subject_tomorrow(f.time_words(start), title),
        _ => t.reminder_subject(f.subject_when(start), title),
    }
}

/// Why it comes. Whoever has not answered reads that, whatever else there is to say.
pub(super) fn opening(t: &Texts, reader: &Attendance, (organizer, reason): (&str, Reason)) -> String {
    if reader.answer == Answer::Open && reader.role != AttendeeRole::Chair {
        t.reminder_unanswered(first_name(organizer))
    } else if reason == Reason::Reading {
        t.reminder_reading()
    } else {
        t.reminder_asked()
    }
}
