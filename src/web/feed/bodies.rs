//! Whole feeds as they were last answered, kept for the next calendar that asks: one person's devices ask for the same
//! feed, and many calendars do not say which answer they have already.

use std::{
    collections::VecDeque,
    sync::{Mutex, PoisonError},
};

use axum::body::Bytes;

/// Most that is kept, in bytes.
const MOST: usize = 6 * 1024 * 1024;

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

    /// Keeps an answer; those that were not asked for the longest make room.
    pub(super) fn keep(&self, tag: &str, body: &Bytes) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|(other, _)| other != tag);
        kept.push_back((tag.to_owned(), body.clone()));
        let mut bytes: usize = kept.iter().map(|(_, body)| body.len()).sum();
        while bytes > MOST {
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
        let third = Bytes::from(vec![b'x'; MOST / 3]);
        for tag in ["a", "b", "c", "c"] {
            bodies.keep(tag, &third);
        }
        assert_eq!(bodies.find("a"), Some(third.clone()));
        bodies.keep("d", &third);
        assert_eq!(["a", "b", "c", "d"].map(|tag| bodies.find(tag).is_some()), [true, false, true, true]);
    }

    #[test]
    fn what_is_larger_than_the_room_is_not_kept() {
        let bodies = FeedBodies::default();
        bodies.keep("a", &Bytes::from_static(b"x"));
        bodies.keep("b", &Bytes::from(vec![b'x'; MOST + 1]));
        assert_eq!(bodies.find("b"), None);
    }
}
