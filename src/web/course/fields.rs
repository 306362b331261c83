//! The form of minutes as names and values: what it is filled with, and the marks that tell what somebody changed.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use crate::{
    app::course::{Opened, Story},
    domain::{
        course::{Fate, Presence},
        ids::PointId,
        meeting::Answer,
        minutes::merge::{Fields, Marks},
    },
    i18n::format::Format,
    store::{course::CoursePoint, meetings::Attendee},
    web::form::Form,
};

/// What a form is filled with when nothing is typed yet.
pub(super) fn filled(f: &Format, story: &Story, now: DateTime<Utc>) -> Fields {
    let Opened { full, course, points } = &story.opened;
    let mut fields = Fields::new();
    let mut put = |name: String, value: String| {
        if !value.is_empty() {
            fields.insert(name, value);
        }
    };
    let tick = |is: bool| if is { "yes".to_owned() } else { String::new() };
    put("outcome".to_owned(), course.outcome.map_or("", |o| o.as_str()).to_owned());
    put("achieved".to_owned(), course.achieved.map_or("", |a| a.as_str()).to_owned());
    put("result".to_owned(), course.result.clone());
    put("next_step".to_owned(), course.next_step.clone());
    put("next_step_on".to_owned(), course.next_step_on.map(|day| f.short_date(day)).unwrap_or_default());
    put("shared".to_owned(), tick(course.shared));
    put("next_meeting".to_owned(), course.next_meeting.map(|id| id.to_string()).unwrap_or_default());
    for a in full.attendees.iter().filter(|a| a.removed_at.is_none()) {
        put(format!("here.{}", a.id), presence(story, a, now).map_or("", Presence::as_str).to_owned());
    }
    for p in points {
        if p.fate != Fate::Now {
            put(of_point(p.id, "fate"), fate(&story.opened, p.fate, now).as_str().to_owned());
        }
        put(of_point(p.id, "notes"), p.notes.clone());
        put(of_point(p.id, "shared"), tick(p.shared));
        put(of_point(p.id, "standing"), tick(p.standing));
    }
    for d in &story.decisions {
        put(format!("d.{}.body", d.id), d.body.clone());
        put(format!("d.{}.shared", d.id), tick(d.shared));
    }
    for a in &story.actions {
        put(format!("a.{}.body", a.id), a.body.clone());
        put(format!("a.{}.owner", a.id), a.attendee_id.map(|id| id.to_string()).unwrap_or_default());
        put(format!("a.{}.due", a.id), a.due_on.map(|day| f.short_date(day)).unwrap_or_default());
        put(format!("a.{}.shared", a.id), tick(a.shared));
    }
    fields
}

/// The name of a field about a point: by its id, because the agenda may change while the form is open.
pub(super) fn of_point(id: PointId, what: &str) -> String {
    format!("p.{id}.{what}")
}

/// Once a meeting is over, whoever said yes was there and whoever said no is excused, until somebody says otherwise.
fn presence(story: &Story, a: &Attendee, now: DateTime<Utc>) -> Option<Presence> {
    if story.presence.is_empty() {
        if !story.opened.is_over(now) {
            return None;
        }
        return match a.answer {
            Answer::Yes => Some(Presence::Attended),
            Answer::No => Some(Presence::Excused),
            Answer::Open | Answer::Maybe => None,
        };
    }
    story.presence.iter().find(|(id, _)| *id == a.id).map(|(_, presence)| *presence)
}

/// A meeting that is over and that nobody ran from its page is taken to have gone through its points, unless somebody has
/// written about it since.
fn fate(opened: &Opened, fate: Fate, now: DateTime<Utc>) -> Fate {
    let course = &opened.course;
    let told = course.version > 0 && course.updated_at >= opened.full.meeting.ends_at;
    let presumed = fate == Fate::Ahead && course.began_at.is_none() && opened.is_over(now) && !told;
    if presumed { Fate::Discussed } else { fate }
}

/// What was typed, without what the form needs for itself.
pub(super) fn typed(form: &Form) -> Fields {
    const OWN: [&str; 4] = ["once", "version", "marks", "do"];
    let mut fields = Fields::new();
    for (name, value) in form.fields().iter().filter(|(name, _)| !OWN.contains(&name.as_str())) {
        if !value.trim().is_empty() {
            fields.entry(name.clone()).or_insert_with(|| value.replace("\r\n", "\n"));
        }
    }
    fields
}

/// Takes over what stands about points that the form does not know of: they came on the agenda after it was filled.
pub(super) fn add_unknown(form: &Form, points: &[CoursePoint], (fields, stands): (&mut Fields, &Fields)) {
    for point in points {
        let of = of_point(point.id, "");
        if !form.fields().iter().any(|(name, _)| name.starts_with(&of)) {
            let known = stands.iter().filter(|(name, _)| name.starts_with(&of));
            fields.extend(known.map(|(name, value)| (name.clone(), value.clone())));
        }
    }
}

/// Takes out what was written about points that are not there any more, and gives the words.
pub(super) fn take_lost(fields: &mut Fields, points: &[CoursePoint]) -> Vec<String> {
    let mut lost = Vec::new();
    fields.retain(|name, value| {
        let Some((key, what)) = name.strip_prefix("p.").and_then(|rest| rest.split_once('.')) else { return true };
        let stands = key.parse().is_ok_and(|id: PointId| points.iter().any(|point| point.id == id));
        if !stands && what == "notes" {
            lost.push(std::mem::take(value));
        }
        stands
    });
    lost
}

/// Marks as the form carries them.
pub(super) fn write_marks(marks: &Marks) -> String {
    marks.iter().map(|(name, mark)| format!("{name}={mark:x}")).collect::<Vec<_>>().join(" ")
}

/// Marks as the form brought them; what cannot be read counts as not filled.
pub(super) fn read_marks(text: &str) -> Marks {
    let pairs = text.split(' ').filter_map(|pair| pair.split_once('='));
    pairs.filter_map(|(name, mark)| Some((name.to_owned(), u64::from_str_radix(mark, 16).ok()?))).collect()
}

/// The keys of the rows of one kind, known ones first, then those that were typed anew; a field is `kind.key.name`.
pub(super) fn rows(fields: &Fields, kind: &str) -> Vec<String> {
    let mut keys = BTreeSet::new();
    for name in fields.keys() {
        let mut parts = name.split('.');
        if let (Some(of), Some(key), Some("body"), None) = (parts.next(), parts.next(), parts.next(), parts.next())
            && of == kind
        {
            keys.insert(key.to_owned());
        }
    }
    keys.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::minutes::merge::marks;

    #[test]
    fn marks_come_back_as_they_went() {
        let fields: Fields =
            [("a.1.body", "Å=b c"), ("p.1.notes", "x\ny")].map(|(n, v)| (n.to_owned(), v.to_owned())).into();
        assert_eq!(read_marks(&write_marks(&marks(&fields))), marks(&fields));
        assert!(read_marks("nonsense = x=zz  a").is_empty());
    }

    #[test]
    fn rows_are_found_by_their_text() {
        let fields: Fields =
            ["d.new0.body", "d.0192.body", "d.x.shared", "a.1.body"].map(|n| (n.to_owned(), "x".to_owned())).into();
        assert_eq!(rows(&fields, "d"), ["0192", "new0"]);
    }
}
