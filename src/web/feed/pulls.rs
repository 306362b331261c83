//! How often feeds are fetched: limited per address, and remembered for the owner.

use std::{
    collections::HashMap,
    num::NonZeroU32,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use chrono::{DateTime, Utc};
use governor::{
    Quota, RateLimiter,
    clock::{Clock, DefaultClock},
    middleware::NoOpMiddleware,
    state::keyed::DashMapStateStore,
};

use tokio::sync::{Semaphore, SemaphorePermit};

use crate::{domain::ids::FeedId, identity::token::TokenHash};

/// Fetches of one address at once; the allowance comes back over an hour.
const PULLS: NonZeroU32 = NonZeroU32::MIN.saturating_add(59);
/// Feeds read at the same time. A large one holds a connection for long, and pages need the others.
const AT_ONCE: usize = 2;
/// Addresses remembered before those that were quiet for an hour are forgotten.
const CAPACITY: usize = 20_000;

type Table<C> = RateLimiter<TokenHash, DashMapStateStore<TokenHash>, C, NoOpMiddleware<<C as Clock>::Instant>>;

/// Counts fetches. Holds only addresses that exist, so that guessing takes no memory.
pub(in crate::web) struct FeedPulls<C: Clock = DefaultClock> {
    table: Table<C>,
    clock: C,
    seen: Mutex<HashMap<FeedId, DateTime<Utc>>>,
    turns: Semaphore,
}

impl Default for FeedPulls {
    fn default() -> Self {
        Self::with_clock(DefaultClock::default())
    }
}

impl<C: Clock + Clone> FeedPulls<C> {
    fn with_clock(clock: C) -> Self {
        let table = RateLimiter::new(Quota::per_hour(PULLS), DashMapStateStore::default(), clock.clone());
        Self { table, clock, seen: Mutex::default(), turns: Semaphore::new(AT_ONCE) }
    }

    /// Waits for a turn to read; calendars are patient, people are not. `None` only if the program is ending.
    pub(super) async fn turn(&self) -> Option<SemaphorePermit<'_>> {
        self.turns.acquire().await.ok()
    }

    /// Counts a fetch.
    ///
    /// # Errors
    /// When it is one too many: the seconds to wait.
    pub(super) fn check(&self, address: &TokenHash) -> Result<(), u32> {
        if self.table.len() > CAPACITY {
            self.table.retain_recent();
        }
        self.table.check_key(address).map_err(|until| {
            let wait: Duration = until.wait_time_from(self.clock.now());
            u32::try_from(wait.as_secs() + 1).unwrap_or(u32::MAX)
        })
    }

    /// Remembers that a feed was fetched.
    pub(super) fn saw(&self, feed: FeedId, at: DateTime<Utc>) {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        // A bound, should the worker stand still.
        if seen.len() < 100_000 {
            seen.insert(feed, at);
        }
    }

    /// Takes what was remembered.
    pub(in crate::web) fn take_seen(&self) -> Vec<(FeedId, DateTime<Utc>)> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).drain().collect()
    }
}

#[cfg(test)]
mod tests {
    use governor::clock::FakeRelativeClock;

    use super::*;
    use crate::identity::token::{Token, TokenKind};

    #[test]
    fn sixty_an_hour_for_each_address() {
        let clock = FakeRelativeClock::default();
        let pulls = FeedPulls::with_clock(clock.clone());
        let [one, other] = [1, 2].map(|n| Token::new(TokenKind::Feed, [n; 32]).hash());
        for _ in 0..60 {
            assert_eq!(pulls.check(&one), Ok(()));
        }
        assert_eq!(pulls.check(&one), Err(61));
        assert_eq!(pulls.check(&other), Ok(()), "others are not affected");
        clock.advance(Duration::from_mins(1));
        assert_eq!(pulls.check(&one), Ok(()));
        assert!(pulls.check(&one).is_err());
    }

    #[tokio::test]
    async fn a_third_reader_waits_for_its_turn() {
        let pulls = FeedPulls::default();
        let (one, two) = (pulls.turn().await, pulls.turn().await);
        assert!(one.is_some() && two.is_some());
        let mut third = std::pin::pin!(pulls.turn());
        tokio::select! {
            biased;
            _ = &mut third => panic!("three at once"),
            () = std::future::ready(()) => {}
        }
        drop(one);
        assert!(third.await.is_some());
    }
}
