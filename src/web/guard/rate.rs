//! Cheap limits kept in memory, per visitor. Limits that must survive a restart or hold for all instances are in the
//! database.

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
    num::NonZeroU32,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use governor::{
    Quota, RateLimiter,
    clock::{Clock, DefaultClock},
    middleware::NoOpMiddleware,
    state::keyed::DashMapStateStore,
};

use super::{
    client_ip::{ClientIp, network},
    refusal::Refusal,
};

/// Checks between two clean-ups while the table is full; a clean-up walks through all of it.
const CLEAN_UP_EVERY: usize = 1024;

type Table<C> = RateLimiter<IpAddr, DashMapStateStore<IpAddr>, C, NoOpMiddleware<<C as Clock>::Instant>>;

/// How often one visitor may do something: `burst` times at once, then once every `refill`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// Times at once.
    pub burst: NonZeroU32,
    /// Time that earns one more. Zero is taken as one nanosecond.
    pub refill: Duration,
}

/// Counts visitors (see [`network`]) against one [`Rate`]. When more than `capacity` are remembered, further checks
/// count whole regions of addresses together, so that memory stays bounded however many addresses an attacker has.
pub struct RateLimit<C: Clock = DefaultClock> {
    table: Table<C>,
    clock: C,
    capacity: usize,
    checks_while_full: AtomicUsize,
}

impl RateLimit {
    /// Remembers at most about `capacity` visitors at a time.
    #[must_use]
    pub fn new(rate: Rate, capacity: usize) -> Self {
        Self::with_clock(rate, capacity, DefaultClock::default())
    }
}

impl<C: Clock + Clone> RateLimit<C> {
    fn with_clock(rate: Rate, capacity: usize, clock: C) -> Self {
        let refill = rate.refill.max(Duration::from_nanos(1));
        let quota = Quota::with_period(refill).unwrap_or(Quota::per_second(NonZeroU32::MIN)).allow_burst(rate.burst);
        let table = RateLimiter::new(quota, DashMapStateStore::default(), clock.clone());
        Self { table, clock, capacity, checks_while_full: AtomicUsize::new(0) }
    }

    /// Counts one try.
    ///
    /// # Errors
    /// When it is one too many: the time to wait.
    pub fn check(&self, visitor: IpAddr) -> Result<(), Duration> {
        let key = if self.is_full() { region(visitor) } else { network(visitor) };
        self.table.check_key(&key).map_err(|until| until.wait_time_from(self.clock.now()))
    }

    fn is_full(&self) -> bool {
        if self.table.len() < self.capacity {
            return false;
        }
        if self.checks_while_full.fetch_add(1, Ordering::Relaxed).is_multiple_of(CLEAN_UP_EVERY) {
            self.table.retain_recent();
        }
        self.table.len() >= self.capacity
    }
}

/// A /8 of IPv4 or a /16 of IPv6: some ten thousand regions at most.
fn region(visitor: IpAddr) -> IpAddr {
    match visitor.to_canonical() {
        IpAddr::V4(v4) => Ipv4Addr::from_bits(v4.to_bits() >> 24 << 24).into(),
        IpAddr::V6(v6) => Ipv6Addr::from_bits(v6.to_bits() >> 112 << 112).into(),
    }
}

/// Middleware. Requests without a known visitor (in-process calls) are not counted.
pub async fn limit_rate(State(limit): State<Arc<RateLimit>>, request: Request, next: Next) -> Response {
    match request.extensions().get::<ClientIp>().map(|client| limit.check(client.0)) {
        Some(Err(wait)) => Refusal::TooMany(wait).into_response(),
        _ => next.run(request).await,
    }
}

#[cfg(test)]
mod tests {
    use governor::clock::FakeRelativeClock;

    use super::*;

    fn limit(capacity: usize) -> (RateLimit<FakeRelativeClock>, FakeRelativeClock) {
        let clock = FakeRelativeClock::default();
        let rate = Rate { burst: NonZeroU32::new(3).unwrap(), refill: Duration::from_secs(20) };
        (RateLimit::with_clock(rate, capacity, clock.clone()), clock)
    }

    #[test]
    fn a_burst_then_one_at_a_time() {
        let (limit, clock) = limit(100);
        let (anna, ola) = ("192.0.2.1".parse().unwrap(), "192.0.2.2".parse().unwrap());
        for _ in 0..3 {
            assert_eq!(limit.check(anna), Ok(()));
        }
        assert_eq!(limit.check(anna), Err(Duration::from_secs(20)));
        assert_eq!(limit.check(ola), Ok(()), "others are not affected");
        clock.advance(Duration::from_secs(19));
        assert_eq!(limit.check(anna), Err(Duration::from_secs(1)));
        clock.advance(Duration::from_secs(1));
        assert_eq!(limit.check(anna), Ok(()));
        assert!(limit.check(anna).is_err());
    }

    #[test]
    fn an_ipv6_network_is_one_visitor() {
        let (limit, _) = limit(100);
        for host in 1..=3 {
            assert_eq!(limit.check(format!("2001:db8::{host}").parse().unwrap()), Ok(()));
        }
        assert!(limit.check("2001:db8::4".parse().unwrap()).is_err());
        assert_eq!(limit.check("2001:db8:0:1::4".parse().unwrap()), Ok(()));
    }

    #[test]
    fn memory_is_bounded_and_comes_back() {
        let (limit, clock) = limit(100);
        for n in 0..100_000_u32 {
            let _ = limit.check(Ipv4Addr::from_bits(0xc000_0000 | n).into());
        }
        assert!(limit.table.len() <= 101, "{}", limit.table.len());
        assert!(limit.check("192.0.2.200".parse().unwrap()).is_err(), "the crowded region is limited as one");
        assert_eq!(limit.check("198.51.100.1".parse().unwrap()), Ok(()), "other regions are not");
        clock.advance(Duration::from_hours(1));
        for _ in 0..CLEAN_UP_EVERY {
            let _ = limit.check("203.0.113.1".parse().unwrap());
        }
        assert!(limit.table.len() < 10, "{}", limit.table.len());
    }
}
