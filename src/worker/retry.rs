//! When to try a mail again.

use chrono::{DateTime, TimeDelta, Utc};

use crate::store::outbox::{Ended, Mail};

/// After the first try that did not succeed.
const FIRST: i64 = 30;
/// The longest pause, in seconds.
const LONGEST: i64 = 2 * 60 * 60;
/// The longest pause while the mail server cannot be reached at all, in seconds. Nothing can be doubled by such tries, and
/// once the server is back all mails leave soon.
const LONGEST_OUTAGE: i64 = 10 * 60;
/// How long a mail is tried for.
const PATIENCE: TimeDelta = TimeDelta::days(3);

/// What becomes of a mail that was not taken: another try after 30 seconds, doubling up to two hours, or none after three
/// days. `chance` spreads the tries of many mails by a fifth in both directions.
pub(super) fn after(mail: &Mail, chance: u8, now: DateTime<Utc>) -> Ended {
    within(LONGEST, mail, chance, now)
}

/// The same when the mail server could not be reached: doubling up to ten minutes.
pub(super) fn after_outage(mail: &Mail, chance: u8, now: DateTime<Utc>) -> Ended {
    within(LONGEST_OUTAGE, mail, chance, now)
}

fn within(longest: i64, mail: &Mail, chance: u8, now: DateTime<Utc>) -> Ended {
    if now - mail.created_at > PATIENCE {
        return Ended::GivenUp;
    }
    let doublings = u32::try_from(mail.attempts.clamp(1, 20) - 1).unwrap_or(0);
    let pause = FIRST.saturating_mul(1 << doublings).min(longest);
    let fifth = pause * 1000 / 5;
    let jitter = fifth * 2 * i64::from(chance) / i64::from(u8::MAX) - fifth;
    Ended::Again(now + TimeDelta::milliseconds((pause * 1000 + jitter).clamp(FIRST * 1000, longest * 1000)))
}
