//! Meetings as calendars show them: one block each, in words.

use std::collections::HashMap;

use super::scope::{Scope, Shown};
use crate::{
    domain::{
        ids::{MeetingId, PersonId},
        meeting::{Answer, AttendeeRole, Purpose, Status},
        time::Interval,
    },
    i18n::{Texts, format::Format},
    store::meeting_lists::Entry,
};

/// A meeting, or time that somebody has not free.
#[derive(Debug, Clone)]
pub(in crate::web) struct Block {
    pub(super) span: Interval,
    /// In whose calendar it stands; of several people the first.
    pub(super) person: PersonId,
    /// The meeting's page, for those who may see it.
    pub(in crate::web) href: Option<String>,
    /// Title, or that somebody is busy.
    pub(in crate::web) title: String,
    /// From and to.
    pub(in crate::web) time: String,
    /// Classes of the style sheet that repeat `words`.
    pub(in crate::web) class: &'static str,
    /// What is special, for example that it was called off; may be empty.
    pub(in crate::web) words: String,
    /// Whose it is, where several calendars are shown; may be empty.
    pub(in crate::web) who: String,
}

/// How to write blocks.
pub(super) struct Writing<'a> {
    pub(super) t: &'static Texts,
    pub(super) f: &'a Format,
    pub(super) scope: &'a Scope,
    /// Whether blocks name the people; not where each has a column of their own.
    pub(super) names: bool,
}

impl Writing<'_> {
    /// One block for each meeting, however many of the people shown take part; one for each busy time.
    pub(super) fn joined(&self, shown: &[Shown]) -> Vec<Block> {
        let mut blocks: Vec<Block> = Vec::new();
        let mut known: HashMap<MeetingId, usize> = HashMap::new();
        for one in shown {
            let seen = one.full.then(|| known.get(&one.entry.id)).flatten().and_then(|at| blocks.get_mut(*at));
            if let Some(block) = seen {
                block.who = format!("{}, {}", block.who, self.name(one.entry.person_id));
            } else if let Some(block) = self.block(one) {
                if one.full {
                    known.insert(one.entry.id, blocks.len());
                }
                blocks.push(block);
            }
        }
        blocks
    }

    /// A block of its own for each person.
    pub(super) fn apart(&self, shown: &[Shown]) -> Vec<Block> {
        shown.iter().filter_map(|one| self.block(one)).collect()
    }

    fn block(&self, shown: &Shown) -> Option<Block> {
        let Shown { entry, full } = shown;
        let who = if self.names { self.name(entry.person_id).to_owned() } else { String::new() };
        let (class, words) = if *full { self.state(entry) } else { ("keep", String::new()) };
        Some(Block {
            span: entry.span()?,
            person: entry.person_id,
            href: full.then(|| format!("/meetings/{}", entry.id)),
            title: if *full { entry.title.clone() } else { self.t.calendar_busy() },
            time: self.f.time_range(entry.starts_at, entry.ends_at),
            class,
            words,
            who,
        })
    }

    fn name(&self, id: PersonId) -> &str {
        self.scope.people.iter().find(|p| p.id == id).map_or("", |p| p.name.as_str())
    }

    /// Class and words, the most important first.
    fn state(&self, entry: &Entry) -> (&'static str, String) {
        let t = self.t;
        match (entry.status, entry.answer, entry.role, entry.purpose) {
            (Status::Cancelled, ..) => ("void", t.calendar_state_cancelled()),
            (_, Answer::No, ..) => ("void", t.calendar_state_declined()),
            (_, _, AttendeeRole::Informed, _) => ("keep", t.calendar_state_informed()),
            (_, Answer::Open, _, Purpose::Customer) => ("tent guest", t.calendar_state_unanswered()),
            (_, Answer::Open, ..) => ("tent", t.calendar_state_unanswered()),
            (_, Answer::Maybe, _, Purpose::Customer) => ("tent guest", t.calendar_state_maybe()),
            (_, Answer::Maybe, ..) => ("tent", t.calendar_state_maybe()),
            (_, _, _, Purpose::Customer) => ("guest", t.calendar_state_customer()),
            _ => ("", String::new()),
        }
    }
}
