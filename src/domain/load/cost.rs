//! What time in meetings costs, from hourly rates of groups.

/// Fewest people with a rate whose cost is shown: what one person costs is shown to nobody.
pub const FEWEST: usize = 2;

/// What a meeting costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cost {
    /// Whole units of the firm's currency, rounded; `None` with fewer than [`FEWEST`] rates.
    pub amount: Option<u64>,
    /// People without a rate, who are not in the amount. They are told, never guessed.
    pub unrated: u32,
}

/// What a meeting costs that takes so many minutes from each person; rates are whole units per hour.
#[must_use]
pub fn of_meeting(people: &[(Option<u32>, u32)]) -> Cost {
    let known: Vec<(u32, u32)> = people.iter().filter_map(|(rate, minutes)| Some(((*rate)?, *minutes))).collect();
    let unrated = u32::try_from(people.len() - known.len()).unwrap_or(u32::MAX);
    let amount = (known.len() >= FEWEST).then(|| {
        let mut sum = Sum::default();
        for (rate, minutes) in &known {
            sum.add(u64::from(*minutes), *rate);
        }
        sum.whole()
    });
    Cost { amount, unrated }
}

/// Minutes times rates, summed up before it is rounded once.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sum(u64);

impl Sum {
    /// Adds minutes at a rate per hour.
    pub(super) const fn add(&mut self, minutes: u64, rate: u32) {
        self.0 = self.0.saturating_add(minutes.saturating_mul(rate as u64));
    }

    /// Whole units, half of one rounded up.
    pub(super) const fn whole(self) -> u64 {
        self.0.saturating_add(30) / 60
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_meeting_costs_the_hours_of_those_with_a_rate() {
        let none: &[Option<u32>] = &[];
        let cases = [
            (&[Some(700), Some(700)][..], 60, Some(1_400), 0),
            (&[Some(700), Some(900)], 45, Some(1_200), 0),
            (&[Some(700), None, Some(900), None], 45, Some(1_200), 2),
            // Rounded once, at the end: three times 0.5 are 1.5.
            (&[Some(30), Some(30), Some(30)], 1, Some(2), 0),
            (&[Some(700)], 60, None, 0),
            (&[Some(700), None], 60, None, 1),
            (&[None, None], 60, None, 2),
            (none, 60, None, 0),
            (&[Some(u32::MAX), Some(u32::MAX)], 0, Some(0), 0),
        ];
        for (rates, minutes, amount, unrated) in cases {
            let people: Vec<_> = rates.iter().map(|rate| (*rate, minutes)).collect();
            assert_eq!(of_meeting(&people), Cost { amount, unrated }, "{rates:?} for {minutes} min");
        }
        // Each for as long as they are there.
        assert_eq!(of_meeting(&[(Some(600), 60), (Some(600), 10)]).amount, Some(700));
        let dear = of_meeting(&[(Some(u32::MAX), u32::MAX); 200]);
        assert!(dear.amount.is_some_and(|amount| amount > 0), "no overflow");
    }
}
