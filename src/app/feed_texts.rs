//! Texts of meetings as feeds have shown them, kept for the next feed. Colleagues share their meetings, and between two
//! visits of a calendar few of them change.

use std::{
    collections::HashMap,
    mem,
    sync::{Arc, Mutex, PoisonError},
};

use crate::domain::{
    ids::{AttendeeId, MeetingId},
    itip::feed::FeedEntry,
    language::Language,
};

/// Most that is kept, in bytes, counting each text with what it takes to find it.
const MOST: usize = 8 * 1024 * 1024;
/// For key, times and map, about.
const BESIDE: usize = 250;

/// All that the text of a meeting depends on beside the settings, which stay while the program runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TextKey {
    /// The meeting.
    pub meeting: MeetingId,
    /// Its version, which rises with every change.
    pub version: i64,
    /// The reader's language.
    pub language: Language,
    /// How much the reader is told.
    pub told: Told,
    /// The reader, where they are invited to some points only and so have an entry of their own.
    pub own: Option<AttendeeId>,
}

/// How much a reader is told of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Told {
    /// Everything; it takes the reader's time, or somebody else's.
    All,
    /// Everything; it takes none of the reader's time, who is only informed.
    AllInformed,
    /// Only that the time is taken.
    Busy,
}

/// The texts. Those that were not asked for while others filled half of the room are forgotten.
#[derive(Debug, Default)]
pub struct FeedTexts(Mutex<Generations>);

#[derive(Debug, Default)]
struct Generations {
    young: HashMap<TextKey, Arc<FeedEntry>>,
    old: HashMap<TextKey, Arc<FeedEntry>>,
    young_bytes: usize,
}

impl FeedTexts {
    /// The texts that are kept, each at the place of its key.
    #[must_use]
    pub fn find(&self, keys: &[TextKey]) -> Vec<Option<Arc<FeedEntry>>> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        keys.iter().map(|key| kept.find(key)).collect()
    }

    /// Keeps a text.
    pub fn keep(&self, key: TextKey, text: Arc<FeedEntry>) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).keep(key, text);
    }
}

impl Generations {
    fn find(&mut self, key: &TextKey) -> Option<Arc<FeedEntry>> {
        if let Some(text) = self.young.get(key) {
            return Some(Arc::clone(text));
        }
        let text = self.old.remove(key)?;
        self.keep(*key, Arc::clone(&text));
        Some(text)
    }

    fn keep(&mut self, key: TextKey, text: Arc<FeedEntry>) {
        let bytes = text.bytes() + BESIDE;
        if self.young_bytes + bytes > MOST / 2 {
            self.old = mem::take(&mut self.young);
            self.young_bytes = 0;
        }
        // One that two readers made at the same time is counted twice, which only forgets it sooner.
        self.young_bytes += bytes;
        self.young.insert(key, text);
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};
    use uuid::Uuid;

    use super::*;
    use crate::domain::{
        itip::{
            feed::{Detail, Revision, entry},
            plan::Stamp,
        },
        meeting::{Format, MeetingFacts, Party, Purpose, Status},
    };

    fn text(title: &str) -> Arc<FeedEntry> {
        let at = DateTime::<Utc>::UNIX_EPOCH;
        let facts = MeetingFacts {
            uid: "1@sparsam.example".into(),
            title: title.into(),
            purpose: Purpose::Targets,
            status: Status::Confirmed,
            start: at.naive_utc(),
            minutes: 30,
            zone: "UTC".into(),
            starts_at: at,
            ends_at: at,
            format: Format::Room,
            place: String::new(),
            video_url: None,
            organizer: Party { name: String::new(), email: String::new() },
            company: String::new(),
            attendees: Vec::new(),
            agenda: Vec::new(),
            open_guest_list: false,
            cancel_reason: String::new(),
        };
        let revision = Revision { facts: &facts, stamp: Stamp::first(at), created: at };
        Arc::new(entry(&revision, Detail::BusyOnly { word: title }).unwrap())
    }

    fn key(meeting: u128, version: i64) -> TextKey {
        let meeting = MeetingId::from_uuid(Uuid::from_u128(meeting));
        TextKey { meeting, version, language: Language::Sv, told: Told::All, own: None }
    }

    #[test]
    fn found_by_all_that_it_depends_on() {
        let texts = FeedTexts::default();
        texts.keep(key(1, 1), text("One"));
        let others = [
            key(1, 2),
            key(2, 1),
            TextKey { language: Language::Fi, ..key(1, 1) },
            TextKey { told: Told::Busy, ..key(1, 1) },
            TextKey { told: Told::AllInformed, ..key(1, 1) },
        ];
        assert_eq!(texts.find(&others), vec![None; others.len()]);
        assert_eq!(texts.find(&[key(1, 1)]), [Some(text("One"))]);
    }

    #[test]
    fn what_is_asked_for_stays_and_the_rest_makes_room() {
        let texts = FeedTexts::default();
        let one = text("One");
        let half = MOST / 2 / (one.bytes() + BESIDE);
        for number in 0..4 * half as u128 {
            texts.keep(key(number, 1), Arc::clone(&one));
            assert!(texts.find(&[key(0, 1)])[0].is_some(), "{number}");
        }
        assert_eq!(texts.find(&[key(1, 1)]), [None]);
        let kept = texts.0.lock().unwrap();
        assert!(kept.young.len() + kept.old.len() <= 2 * half);
    }
}
