//! A clock that stands still until told otherwise, and chance that repeats itself.

use std::sync::{
    Arc,
    atomic::{AtomicI64, AtomicU64, Ordering},
};

use chrono::{DateTime, TimeDelta, Utc};
use sparsam::app::context::{Clock, Entropy, World};

/// The clock of a test.
#[derive(Clone)]
pub(crate) struct TestClock {
    micros: Arc<AtomicI64>,
    /// Microseconds that pass between two looks.
    tick: Arc<AtomicI64>,
}

impl TestClock {
    pub(crate) fn at(time: &str) -> Self {
        let time: DateTime<Utc> = time.parse().unwrap();
        Self { micros: Arc::new(AtomicI64::new(time.timestamp_micros())), tick: Arc::new(AtomicI64::new(0)) }
    }

    /// Goes on by a microsecond with every look, as clocks do: no two moments are the same from now on.
    pub(crate) fn ticks(&self) {
        self.tick.store(1, Ordering::SeqCst);
    }

    /// Lets time pass.
    pub(crate) fn pass(&self, time: TimeDelta) {
        self.micros.fetch_add(time.num_microseconds().unwrap(), Ordering::SeqCst);
    }
}

impl Clock for TestClock {
    fn now(&self) -> DateTime<Utc> {
        let now = self.micros.fetch_add(self.tick.load(Ordering::SeqCst), Ordering::SeqCst);
        DateTime::from_timestamp_micros(now).unwrap()
    }
}

/// The same bytes in every run: a counter, hashed.
struct Seeded(AtomicU64);

impl Entropy for Seeded {
    fn fill(&self, bytes: &mut [u8]) {
        use sha2::{Digest as _, Sha256};
        for chunk in bytes.chunks_mut(32) {
            let block = Sha256::digest(self.0.fetch_add(1, Ordering::SeqCst).to_be_bytes());
            chunk.copy_from_slice(&block[..chunk.len()]);
        }
    }
}

pub(crate) fn world(clock: &TestClock) -> World {
    world_from(clock, 1)
}

/// The same clock, and other chance.
pub(crate) fn world_from(clock: &TestClock, seed: u64) -> World {
    World { clock: Box::new(clock.clone()), entropy: Box::new(Seeded(AtomicU64::new(seed))) }
}
