//! Connections counted by where they come from.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// At most so many connections from one network at a time. Holds one entry for each network that is connected now.
#[derive(Clone)]
pub(super) struct Seats {
    most: usize,
    taken: Arc<Mutex<HashMap<IpAddr, usize>>>,
}

/// One connection's seat, given back when dropped.
pub(super) struct Seat {
    network: IpAddr,
    seats: Seats,
}

impl Seats {
    pub(super) fn new(most: usize) -> Self {
        Self { most, taken: Arc::default() }
    }

    /// `None` when the network has all its seats.
    pub(super) fn take(&self, network: IpAddr) -> Option<Seat> {
        let mut taken = self.counts();
        let count = taken.entry(network).or_default();
        if *count >= self.most {
            return None;
        }
        *count += 1;
        Some(Seat { network, seats: self.clone() })
    }

    fn counts(&self) -> MutexGuard<'_, HashMap<IpAddr, usize>> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut taken = self.seats.counts();
        if let Some(count) = taken.get_mut(&self.network) {
            *count -= 1;
            if *count == 0 {
                taken.remove(&self.network);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seats_are_counted_by_network_and_come_back() {
        let (here, there) = ("192.0.2.1".parse().unwrap(), "192.0.2.2".parse().unwrap());
        let seats = Seats::new(2);
        let (first, second) = (seats.take(here), seats.take(here));
        assert!(first.is_some() && second.is_some() && seats.take(here).is_none());
        assert!(seats.take(there).is_some());
        drop(first);
        assert!(seats.take(here).is_some());
        drop(second);
        assert!(seats.counts().is_empty(), "nothing is remembered about the gone");
    }
}
