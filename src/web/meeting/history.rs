//! What happened to a meeting, in words, from the audit log.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDateTime, Utc};
use serde_json::Value;

use super::when::moment;
use crate::{
    domain::{meeting::AttendeeRole, time::Zone},
    i18n::{Texts, deeds, format::Format, labels},
    store::{audit::Record, erasure::ERASED, meetings::FullMeeting},
};

/// One thing that happened.
pub(super) struct Event {
    pub(super) when: String,
    pub(super) iso: String,
    pub(super) who: String,
    pub(super) what: String,
    pub(super) details: Vec<String>,
    pub(super) reason: String,
}

/// Puts records into the reader's words.
pub(super) struct Teller<'a> {
    pub(super) t: &'static Texts,
    pub(super) f: &'a Format,
    pub(super) now: DateTime<Utc>,
    /// Whom it may name, once somebody of the meeting was erased: the audit log keeps names until it forgets them.
    pub(super) known: Option<Known>,
}

/// The people of a meeting of whom one was erased.
pub(super) struct Known {
    names: HashSet<String>,
    addresses: HashSet<String>,
    /// In place of all others.
    erased: String,
}

impl Known {
    pub(super) fn of(full: &FullMeeting) -> Option<Self> {
        let erased = full.attendees.iter().find(|a| a.email.ends_with(ERASED))?;
        Some(Self {
            names: full.attendees.iter().map(|a| a.name.clone()).collect(),
            addresses: full.attendees.iter().map(|a| a.email.to_lowercase()).collect(),
            erased: erased.name.clone(),
        })
    }

    /// `Name`, or `Name <address>`.
    fn knows(&self, who: &str) -> bool {
        match who.rsplit_once(" <") {
            Some((_, address)) => self.addresses.contains(&address.trim_end_matches('>').to_lowercase()),
            None => self.names.contains(who),
        }
    }
}

impl Teller<'_> {
    pub(super) fn event(&self, record: &Record) -> Event {
        let before = record.before.as_ref().map(|json| &json.0);
        let after = record.after.as_ref().map(|json| &json.0);
        let details = match (record.action.as_str(), before, after) {
            ("meeting.answered", _, Some(after)) if text(after, "came_by") == "mail" => vec![self.t.reply_by_mail()],
            ("meeting.answered" | "meeting.reply_applied" | "meeting.reply_ignored", ..) => Vec::new(),
            (action, ..) if action.starts_with("series.") => Vec::new(),
            ("mail.sent_again", _, Some(after)) => vec![text(after, "recipient").to_owned()],
            (_, Some(before), Some(after)) => self.differences(before, after),
            _ => Vec::new(),
        };
        Event {
            when: moment(self.f, self.now, record.at),
            iso: record.at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
            who: self.who(record, after),
            what: self.what(&record.action, after),
            details,
            reason: record.reason.clone(),
        }
    }

    /// Who did it, and on whose behalf.
    fn who(&self, record: &Record, after: Option<&Value>) -> String {
        let who = if record.actor_id.is_some() { record.actor.clone() } else { self.named(&record.actor) };
        match after.map_or("", |after| text(after, "on_behalf_of")) {
            "" => who,
            organizer => self.t.history_on_behalf(who, organizer),
        }
    }

    fn what(&self, action: &str, after: Option<&Value>) -> String {
        let t = self.t;
        match action {
            "meeting.planned" => t.history_planned(),
            "meeting.moved" => t.history_moved(),
            "meeting.cancelled" => t.history_cancelled(),
            "meeting.handed_over" => t.history_handed_over(),
            "meeting.address_corrected" => t.history_address(),
            "meeting.undone" => t.history_undone(),
            "mail.sent_again" => t.history_sent_again(),
            "meeting.answered" | "meeting.reply_applied" => {
                let field = |name| after.map_or("", |after| text(after, name));
                let answer = field("answer").parse().map(|answer| labels::answer(t, answer)).unwrap_or_default();
                t.history_answered(self.named(field("name")), answer)
            }
            other => deeds::words(t, other).unwrap_or_else(|| t.history_edited()),
        }
    }

    fn differences(&self, before: &Value, after: &Value) -> Vec<String> {
        let t = self.t;
        let purpose = |v: &Value| text(v, "purpose").parse().map(|p| labels::purpose(t, p)).unwrap_or_default();
        let format = |v: &Value| text(v, "format").parse().map(|p| labels::format(t, p)).unwrap_or_default();
        let length = |v: &Value| self.f.duration(v["minutes"].as_u64().and_then(|m| m.try_into().ok()).unwrap_or(0));
        let plain = |name: &'static str| move |v: &Value| text(v, name).to_owned();
        let mut found: Vec<String> = [
            self.changed(t.history_title(), before, after, plain("title")),
            self.changed(t.history_purpose(), before, after, purpose),
            self.changed(t.history_time(), before, after, |v| self.start(v)),
            self.changed(t.move_length(), before, after, length),
            self.changed(t.history_format(), before, after, format),
            self.changed(t.history_place(), before, after, plain("place")),
            self.changed(t.history_video(), before, after, plain("video")),
        ]
        .into_iter()
        .flatten()
        .collect();
        found.extend(self.people(&before["people"], &after["people"]));
        if before["agenda"] != after["agenda"] {
            found.push(t.history_agenda());
        }
        found
    }

    /// A name, unless it is that of somebody who was erased.
    fn named(&self, who: &str) -> String {
        let unknown = self.known.as_ref().filter(|known| !who.is_empty() && !known.knows(who));
        unknown.map_or_else(|| who.to_owned(), |known| known.erased.clone())
    }

    fn changed(&self, what: String, before: &Value, after: &Value, read: impl Fn(&Value) -> String) -> Option<String> {
        let named = |v: &Value| Some(read(v)).filter(|s| !s.is_empty()).unwrap_or_else(|| self.t.history_nothing());
        let (old, new) = (named(before), named(after));
        (old != new).then(|| self.t.history_change(what, old, new))
    }

    fn start(&self, facts: &Value) -> String {
        let local = NaiveDateTime::parse_from_str(text(facts, "start"), "%Y-%m-%d %H:%M:%S");
        match (local, Zone::named(text(facts, "zone"))) {
            (Ok(local), Ok(zone)) => self.f.subject_when(zone.instant(local)),
            _ => String::new(),
        }
    }

    /// People are kept as `Name <address> role`.
    fn people(&self, before: &Value, after: &Value) -> Vec<String> {
        let t = self.t;
        let role = |word: &str| word.parse::<AttendeeRole>().map(|r| labels::attendee_role(t, r)).unwrap_or_default();
        let entries = |people| list(people).into_iter().map(|(who, role)| (self.named(&who), role)).collect::<Vec<_>>();
        let (before, after) = (entries(before), entries(after));
        let known = |all: &[(String, String)], who: &str| all.iter().find(|(w, _)| w == who).map(|(_, r)| r.clone());
        let mut found = Vec::new();
        for (who, now) in &after {
            match known(&before, who) {
                None => found.push(t.history_added(who)),
                Some(was) if was != *now => found.push(t.history_change(who, role(&was), role(now))),
                Some(_) => {}
            }
        }
        found.extend(
            before.iter().filter(|(who, _)| known(&after, who).is_none()).map(|(who, _)| t.history_removed(who)),
        );
        found
    }
}

fn text<'a>(facts: &'a Value, name: &str) -> &'a str {
    facts.get(name).and_then(Value::as_str).unwrap_or("")
}

fn list(people: &Value) -> Vec<(String, String)> {
    let entries = people.as_array().into_iter().flatten().filter_map(Value::as_str);
    entries.filter_map(|entry| entry.rsplit_once(' ')).map(|(who, role)| (who.to_owned(), role.to_owned())).collect()
}
