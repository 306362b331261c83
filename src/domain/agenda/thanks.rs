//! Whom to recognise next, so that it is not always the same.

use chrono::{DateTime, TimeDelta, Utc};

use crate::domain::ids::PersonId;

/// Longest reason, in characters.
pub const MAX_REASON: usize = 500;
/// Longest metric, in characters.
pub const MAX_METRIC: usize = 80;
/// Most recognitions in one point.
pub const MAX_THANKS: usize = 10;
/// Thanked within this time, somebody is not proposed for having waited long.
const RECENT: TimeDelta = TimeDelta::days(28);

/// Somebody, and when they were last thanked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LastThanked {
    /// Who.
    pub person: PersonId,
    /// When; never is `None`.
    pub at: Option<DateTime<Utc>>,
}

/// Those who have waited longest, at most `most` of them: first those who were never thanked, in the order given, then by
/// time. Whoever was thanked in the last four weeks is not among them.
#[must_use]
pub fn waited_longest(people: &[LastThanked], now: DateTime<Utc>, most: usize) -> Vec<LastThanked> {
    let mut waiting: Vec<LastThanked> =
        people.iter().filter(|p| p.at.is_none_or(|at| at < now - RECENT)).copied().collect();
    waiting.sort_by_key(|p| p.at);
    waiting.truncate(most);
    waiting
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn never_comes_before_long_ago_and_recently_not_at_all() {
        let now: DateTime<Utc> = "2026-11-23T08:00:00Z".parse().unwrap();
        let id = |n: u128| PersonId::from_uuid(uuid::Uuid::from_u128(n));
        let ago = |days: i64| Some(now - TimeDelta::days(days));
        let people: Vec<LastThanked> = [ago(29), ago(3), None, ago(100), ago(28), None]
            .into_iter()
            .zip(1..)
            .map(|(at, n)| LastThanked { person: id(n), at })
            .collect();
        let who = |most| waited_longest(&people, now, most).iter().map(|p| p.person).collect::<Vec<_>>();
        assert_eq!(who(10), [id(3), id(6), id(4), id(1)]);
        assert_eq!(who(2), [id(3), id(6)]);
        assert!(waited_longest(&[], now, 3).is_empty());
    }
}
