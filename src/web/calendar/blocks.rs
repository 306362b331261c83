//! Meetings as calendars show them: one block each, in words.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::scope::{Scope, Shown};
use crate::{
    domain::{
        ids::{DraftId, MeetingId, PersonId},
        meeting::{Answer, AttendeeRole, Purpose, Status},
        time::Interval,
    },
    i18n::{Texts, format::Format},
    store::{holds::Held, meeting_lists::Entry},
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
    /// Who looks.
    pub(super) reader: PersonId,
    /// Whether blocks name the people; not where each has a column of their own.
    pub(super) names: bool,
}

/// What stands in calendars: meetings, and time that drafts keep.
#[derive(Clone, Copy)]
pub(in crate::web) struct Contents<'a> {
    pub(in crate::web) shown: &'a [Shown],
    pub(in crate::web) held: &'a [Held],
}

impl Writing<'_> {
    /// One block for each meeting, however many of the people shown take part; one for each busy time.
    pub(super) fn joined(&self, Contents { shown, held }: Contents<'_>) -> Vec<Block> {
        let mut blocks: Vec<Block> = Vec::new();
        let mut known: HashMap<MeetingId, usize> = HashMap::new();
        for one in shown {
            let seen = one.full.then(|| known.get(&one.entry.id)).flatten().and_then(|at| blocks.get_mut(*at));
            if let Some(block) = seen {
                block.who = format!("{}, {}", block.who, self.who(one));
            } else if let Some(block) = self.block(one) {
                if one.full {
                    known.insert(one.entry.id, blocks.len());
                }
                blocks.push(block);
            }
        }
        blocks.extend(self.kept_by_draft(held));
        blocks.sort_by_key(|block| block.span.start());
        blocks
    }

    /// One block for each draft and time, however many people it keeps.
    fn kept_by_draft(&self, held: &[Held]) -> Vec<Block> {
        let mut kept: Vec<Block> = Vec::new();
        let mut known: HashMap<(DraftId, DateTime<Utc>), usize> = HashMap::new();
        for one in held {
            let key = (one.hold.draft_id, one.hold.starts_at);
            if let Some(block) = known.get(&key).and_then(|at| kept.get_mut(*at)) {
                if self.names {
                    block.who = format!("{}, {}", block.who, self.name(one.hold.person_id));
                }
            } else if let Some(block) = self.kept(one) {
                known.insert(key, kept.len());
                kept.push(block);
            }
        }
        kept
    }

    /// A block of its own for each person.
    pub(super) fn apart(&self, Contents { shown, held }: Contents<'_>) -> Vec<Block> {
        let kept = held.iter().filter_map(|one| self.kept(one));
        shown.iter().filter_map(|one| self.block(one)).chain(kept).collect()
    }

    /// Time that a draft keeps: what for is seen by whoever writes it alone.
    fn kept(&self, held: &Held) -> Option<Block> {
        let own = held.owner_id == self.reader;
        let title = match held.title.as_str() {
            "" => self.t.meetings_untitled(),
            title => title.to_owned(),
        };
        let person = held.hold.person_id;
        Some(Block {
            span: held.hold.span()?,
            person,
            href: own.then(|| format!("/meetings/new?draft={}", held.hold.draft_id)),
            title: if own { self.t.calendar_held(title) } else { self.t.calendar_held_by(held.owner.clone()) },
            time: self.f.time_range(held.hold.starts_at, held.hold.ends_at),
            class: "tent",
            words: String::new(),
            who: if self.names { self.name(person).to_owned() } else { String::new() },
        })
    }

    fn name(&self, id: PersonId) -> &str {
        self.scope.people.iter().find(|p| p.id == id).map_or("", |p| p.name.as_str())
    }

    fn block(&self, shown: &Shown) -> Option<Block> {
        let Shown { entry, full } = shown;
        let (class, words) = match (full, self.names) {
            (false, _) => ("keep", String::new()),
            (true, false) => self.state(entry),
            (true, true) => self.state_for_all(entry).unwrap_or_default(),
        };
        Some(Block {
            span: entry.span()?,
            person: entry.person_id,
            href: full.then(|| format!("/meetings/{}", entry.id)),
            title: if *full { entry.title.clone() } else { self.t.calendar_busy() },
            time: self.f.time_range(entry.starts_at, entry.ends_at),
            class,
            words,
            who: if self.names { self.who(shown) } else { String::new() },
        })
    }

    /// Whose it is and, where it is seen, what that person answered.
    fn who(&self, shown: &Shown) -> String {
        let name = self.name(shown.entry.person_id);
        let answer = shown.full && shown.entry.status == Status::Confirmed;
        match answer.then(|| self.state_of_person(&shown.entry)).flatten() {
            Some((_, words)) => format!("{name} ({words})"),
            None => name.to_owned(),
        }
    }

    /// What is so whoever looks.
    fn state_for_all(&self, entry: &Entry) -> Option<(&'static str, String)> {
        match (entry.status, entry.purpose) {
            (Status::Cancelled, _) => Some(("void", self.t.calendar_state_cancelled())),
            (_, Purpose::Customer) => Some(("guest", self.t.calendar_state_customer())),
            _ => None,
        }
    }

    /// What is so for the person concerned.
    fn state_of_person(&self, entry: &Entry) -> Option<(&'static str, String)> {
        let t = self.t;
        match (entry.answer, entry.role, entry.purpose) {
            (Answer::No, ..) => Some(("void", t.calendar_state_declined())),
            (_, AttendeeRole::Informed, _) => Some(("keep", t.calendar_state_informed())),
            (Answer::Open, _, Purpose::Customer) => Some(("tent guest", t.calendar_state_unanswered())),
            (Answer::Open, ..) => Some(("tent", t.calendar_state_unanswered())),
            (Answer::Maybe, _, Purpose::Customer) => Some(("tent guest", t.calendar_state_maybe())),
            (Answer::Maybe, ..) => Some(("tent", t.calendar_state_maybe())),
            (Answer::Yes, ..) => None,
        }
    }

    /// Class and words, the most important first.
    fn state(&self, entry: &Entry) -> (&'static str, String) {
        let person = if entry.status == Status::Cancelled { None } else { self.state_of_person(entry) };
        person.or_else(|| self.state_for_all(entry)).unwrap_or_default()
    }
}
