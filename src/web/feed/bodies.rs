//! Whole feeds as they were last answered, kept for the next calendar that asks: one person's devices ask for the same
//! feed, and many calendars do not say which answer they have already.

use std::{
    collections::VecDeque,
    sync::{Mutex, PoisonError},
};

use axum::body::Bytes;

/// Most that is kept, in bytes.
const MOST: usize = 6 * 1024 * 1024;
/// The largest answer that is kept: one alone must not take the room of all others.
const LARGEST: usize = MOST / 2;
/// Most answers, because they are looked up one after the other.
const MOST_ANSWERS: usize = 1_000;

/// The answers, each under its entity tag; the one that was asked for last is at the end.
#[derive(Debug, Default)]
pub(in crate::web) struct FeedBodies(Mutex<VecDeque<(String, Bytes)>>);

impl FeedBodies {
    /// The answer with this tag.
    pub(super) fn find(&self, tag: &str) -> Option<Bytes> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let at = kept.iter().position(|(other, _)| other == tag)?;
        let found = kept.remove(at)?;
        let body = found.1.clone();
        kept.push_back(found);
        Some(body)
    }

    /// Keeps an answer; those that were not asked for the longest make room. One that would need too much is not kept.
    pub(super) fn keep(&self, tag: &str, body: &Bytes) {
        if body.len() > LARGEST {
            return;
        }
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|(other, _)| other != tag);
        kept.push_back((tag.to_owned(), body.clone()));
        let mut bytes: usize = kept.iter().map(|(_, body)| body.len()).sum();
        while bytes > MOST || kept.len() > MOST_ANSWERS {
            let Some((_, forgotten)) = kept.pop_front() else { return };
            bytes -= forgotten.len();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_asked_for_last_stays() {
        let bodies = FeedBodies::default();
        let quarter = Bytes::from(vec![b'x'; MOST / 4]);
        for tag in ["a", "b", "c", "d", "d"] {
            bodies.keep(tag, &quarter);
        }
        assert_eq!(bodies.find("a"), Some(quarter.clone()));
        bodies.keep("e", &quarter);
        assert_eq!(["a", "b", "c", "d", "e"].map(|tag| bodies.find(tag).is_some()), [true, false, true, true, true]);
    }

    #[test]
    fn many_small_ones_are_bounded_by_number() {
        let bodies = FeedBodies::default();
        for number in 0..=MOST_ANSWERS {
            bodies.keep(&number.to_string(), &Bytes::from_static(b"x"));
        }
        assert_eq!((bodies.find("0"), bodies.find("1").is_some()), (None, true));
    }

    #[test]
    fn what_is_larger_than_the_room_is_not_kept() {
        let bodies = FeedBodies::default();
        bodies.keep("a", &Bytes::from_static(b"x"));
        for size in [LARGEST + 1, MOST + 1] {
            bodies.keep("b", &Bytes::from(vec![b'x'; size]));
            assert_eq!((bodies.find("a").is_some(), bodies.find("b")), (true, None), "{size}");
        }
    }
}
