//! From the fields of the form to minutes, or to what is wrong with them.

use std::str::FromStr;

use chrono::{DateTime, Utc};

use super::{
    fields::{of_point, rows},
    run::day,
};
use crate::{
    app::course::{ActionDraft, DecisionDraft, Draft, Opened, PointDraft, Story},
    domain::{
        course::Presence,
        ids::{AttendeeId, PointId},
        minutes::{MAX_ALL, MAX_LINE, MAX_NOTES, MAX_ROWS, merge::Fields},
    },
    i18n::{Texts, format::Format},
    web::form::Errors,
};

/// Reads a form.
pub(super) struct Reading<'a> {
    pub(super) t: &'static Texts,
    pub(super) f: &'a Format,
    pub(super) now: DateTime<Utc>,
    pub(super) fields: &'a Fields,
    pub(super) errors: Errors,
}

impl Reading<'_> {
    /// The minutes; only right when no error was found.
    pub(super) fn draft(&mut self, story: &Story) -> Draft {
        let Opened { full, points, .. } = &story.opened;
        let present = full.attendees.iter().filter(|a| a.removed_at.is_none());
        let presence = present.filter_map(|a| self.term(&format!("here.{}", a.id)).map(|said: Presence| (a.id, said)));
        let presence: Vec<(AttendeeId, Presence)> = presence.collect();
        let points = points.iter().map(|point| self.point(point.id)).collect();
        self.all();
        Draft {
            presence,
            outcome: self.term("outcome"),
            achieved: self.term("achieved"),
            result: self.text("result", MAX_LINE),
            next_step: self.text("next_step", MAX_LINE),
            next_step_on: self.day("next_step_on"),
            shared: self.ticked("shared"),
            next_meeting: self.term("next_meeting"),
            points,
            decisions: self.decisions(),
            actions: self.actions(story),
        }
    }

    fn point(&mut self, id: PointId) -> PointDraft {
        PointDraft {
            id,
            fate: self.term(&of_point(id, "fate")),
            notes: self.text(&of_point(id, "notes"), MAX_NOTES),
            shared: self.ticked(&of_point(id, "shared")),
            standing: self.ticked(&of_point(id, "standing")),
        }
    }

    /// What is too long taken together is said beside the longest field.
    fn all(&mut self) {
        let length = |text: &String| text.chars().count();
        let longest = self.fields.iter().max_by_key(|(_, value)| length(value)).map(|(name, _)| name.clone());
        if let Some(name) = longest.filter(|_| self.fields.values().map(length).sum::<usize>() > MAX_ALL) {
            self.errors.add(name, self.t.minutes_too_long(MAX_ALL));
        }
    }

    fn decisions(&mut self) -> Vec<DecisionDraft> {
        let decision = |reading: &mut Self, key: &String| DecisionDraft {
            id: key.parse().ok(),
            body: reading.text(&format!("d.{key}.body"), MAX_LINE),
            shared: reading.ticked(&format!("d.{key}.shared")),
        };
        let keys = self.few(rows(self.fields, "d"), "d");
        keys.iter().map(|key| decision(self, key)).collect()
    }

    fn actions(&mut self, story: &Story) -> Vec<ActionDraft> {
        let known = |id: &AttendeeId| story.opened.full.attendees.iter().any(|a| a.id == *id);
        let action = |reading: &mut Self, key: &String| ActionDraft {
            id: key.parse().ok(),
            body: reading.text(&format!("a.{key}.body"), MAX_LINE),
            owner: reading.term(&format!("a.{key}.owner")).filter(known),
            due_on: reading.day(&format!("a.{key}.due")),
            shared: reading.ticked(&format!("a.{key}.shared")),
        };
        let keys = self.few(rows(self.fields, "a"), "a");
        keys.iter().map(|key| action(self, key)).collect()
    }

    fn few(&mut self, keys: Vec<String>, kind: &str) -> Vec<String> {
        if let Some(key) = keys.get(MAX_ROWS) {
            self.errors.add(format!("{kind}.{key}.body"), self.t.minutes_too_many(MAX_ROWS));
        }
        keys
    }

    fn value(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", String::as_str)
    }

    fn ticked(&self, name: &str) -> bool {
        !self.value(name).is_empty()
    }

    /// A word of a list; none where it is unknown, as only made-up forms have.
    fn term<T: FromStr>(&self, name: &str) -> Option<T> {
        self.value(name).parse().ok()
    }

    fn text(&mut self, name: &str, most: usize) -> String {
        let text = self.value(name).to_owned();
        if text.chars().count() > most {
            self.errors.add(name, self.t.field_too_long(most));
        }
        text
    }

    fn day(&mut self, name: &str) -> Option<chrono::NaiveDate> {
        match day(self.f, self.value(name), self.now) {
            Ok(day) => day,
            Err(message) => {
                self.errors.add(name, message);
                None
            }
        }
    }
}
