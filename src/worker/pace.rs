//! How many mails a minute may leave.

use chrono::{DateTime, Utc};

/// Lets through so many mails a minute, by the clock it is told.
#[derive(Debug)]
pub(super) struct Pace {
    per_minute: Option<u32>,
    /// In sixty-thousandths of a mail, so that a millisecond adds a whole number.
    saved: i64,
    at: Option<DateTime<Utc>>,
}

const ONE: i64 = 60_000;

impl Pace {
    /// `None` lets everything through.
    pub(super) const fn new(per_minute: Option<u32>) -> Self {
        Self { per_minute, saved: 0, at: None }
    }

    /// How many may leave now, at most `wanted`. What is not taken is saved up to six seconds' worth, so that a minute
    /// never holds much more than its share.
    pub(super) fn allowed(&mut self, wanted: usize, now: DateTime<Utc>) -> usize {
        let Some(rate) = self.per_minute.map(i64::from) else { return wanted };
        let most = (rate * ONE / 10).max(ONE);
        let passed = self.at.map_or(ONE, |at| (now - at).num_milliseconds().clamp(0, ONE));
        self.saved = (self.saved + passed * rate).min(most);
        self.at = Some(now);
        wanted.min(usize::try_from(self.saved / ONE).unwrap_or(0))
    }

    /// So many were taken.
    pub(super) fn take(&mut self, mails: usize) {
        if self.per_minute.is_some() {
            self.saved -= i64::try_from(mails).unwrap_or(i64::MAX / ONE) * ONE;
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    #[test]
    fn a_minute_lets_its_share_through() {
        let start = DateTime::UNIX_EPOCH;
        let mut pace = Pace::new(Some(100));
        let mut sent = 0;
        for second in 0..=600 {
            let allowed = pace.allowed(64, start + TimeDelta::seconds(second));
            pace.take(allowed);
            sent += allowed;
        }
        assert!((1000..=1010).contains(&sent), "{sent}");
    }

    #[test]
    fn a_clock_set_back_stops_nothing_for_good() {
        let start = DateTime::UNIX_EPOCH;
        let mut pace = Pace::new(Some(1));
        assert_eq!(pace.allowed(8, start), 1);
        pace.take(1);
        assert_eq!(pace.allowed(8, start - TimeDelta::days(1)), 0);
        assert_eq!(pace.allowed(8, start - TimeDelta::days(1) + TimeDelta::minutes(1)), 1);
        assert_eq!(Pace::new(None).allowed(8, start), 8);
    }
}
