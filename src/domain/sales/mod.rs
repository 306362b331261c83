//! Figures of sales: what came of opportunities, how long they took, and what those that are open are worth.
//!
//! Databases count; what is counted becomes shares, medians and averages here. Money of different currencies is never added.

pub mod deals;
pub mod forecast;
pub mod period;
pub mod spread;
pub mod way;

use chrono::{DateTime, Utc};

use super::ids::PersonId;

/// Whose something is; `None` where nobody is responsible.
pub type Seller = Option<PersonId>;

/// A part of a whole in percent, to the nearest; `None` of nothing.
#[must_use]
pub fn share(part: u64, whole: u64) -> Option<u8> {
    if whole == 0 {
        return None;
    }
    let percent = (u128::from(part.min(whole)) * 200 + u128::from(whole)) / (u128::from(whole) * 2);
    u8::try_from(percent).ok()
}

/// So many for each of `number`, in tenths, to the nearest; `None` for none.
#[must_use]
pub fn per(sum: u64, number: u64) -> Option<u64> {
    if number == 0 {
        return None;
    }
    u64::try_from((u128::from(sum) * 20 + u128::from(number)) / (u128::from(number) * 2)).ok()
}

/// Days between two instants, to the nearest; none where the second is no later.
#[must_use]
pub fn whole_days(from: DateTime<Utc>, to: DateTime<Utc>) -> u64 {
    let seconds = u64::try_from((to - from).num_seconds()).unwrap_or(0);
    (seconds + 43_200) / 86_400
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn shares_are_rounded_and_nothing_has_none() {
        for (part, whole, expected) in [
            (0, 0, None),
            (0, 3, Some(0)),
            (1, 3, Some(33)),
            (2, 3, Some(67)),
            (1, 200, Some(1)),
            (1, 201, Some(0)),
            (u64::MAX, u64::MAX, Some(100)),
            (5, 3, Some(100)),
        ] {
            assert_eq!(share(part, whole), expected, "{part} of {whole}");
        }
        for (sum, number, expected) in
            [(5, 0, None), (0, 2, Some(0)), (5, 2, Some(25)), (10, 3, Some(33)), (20, 3, Some(67)), (1, 20, Some(1))]
        {
            assert_eq!(per(sum, number), expected, "{sum} for {number}");
        }
    }

    #[test]
    fn days_are_counted_to_the_nearest() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        for (from, to, days) in [
            ("2026-11-23T08:00:00Z", "2026-11-23T19:59:59Z", 0),
            ("2026-11-23T08:00:00Z", "2026-11-23T20:00:00Z", 1),
            ("2026-11-23T08:00:00Z", "2026-12-23T08:00:00Z", 30),
            ("2026-11-23T08:00:00Z", "2026-11-22T08:00:00Z", 0),
        ] {
            assert_eq!(whole_days(at(from), at(to)), days, "{from} to {to}");
        }
    }

    proptest! {
        #[test]
        fn what_is_left_makes_up_a_hundred(whole in 1_u64..1_000_000, part in 0_u64..1_000_000) {
            let part = part.min(whole);
            let both = share(part, whole).unwrap() + share(whole - part, whole).unwrap();
            // Both halves of a percent are rounded up.
            prop_assert!(both == 100 || both == 101, "{both}");
        }
    }
}
