//! Counting per start with binary numbers laid across sets, so that adding a person is a handful of word operations.

use super::bits::Bits;

/// How often each start was added.
#[derive(Debug)]
pub(super) struct Tally {
    /// Binary digits, lowest first.
    digits: Vec<Bits>,
    carry: Bits,
}

impl Tally {
    pub(super) fn new(size: usize) -> Self {
        Self { digits: Vec::new(), carry: Bits::none(size) }
    }

    /// Counts each start of a set once more.
    pub(super) fn add(&mut self, set: &Bits) {
        self.carry.clone_from(set);
        for digit in &mut self.digits {
            digit.half_add(&mut self.carry);
        }
        if !self.carry.is_empty() {
            self.digits.push(self.carry.clone());
        }
    }

    /// Keeps the starts with the lowest count.
    pub(super) fn keep_lowest(&self, set: &mut Bits) {
        self.digits.iter().rev().for_each(|digit| set.prefer_outside(digit));
    }
}

/// Starts by how many sets hold them: none, one, or more.
#[derive(Debug)]
pub(super) struct Overlap {
    once: Bits,
    more: Bits,
}

impl Overlap {
    pub(super) fn new(size: usize) -> Self {
        Self { once: Bits::none(size), more: Bits::none(size) }
    }

    pub(super) fn add(&mut self, set: &Bits) {
        let mut again = set.clone();
        again.intersect(&self.once);
        self.more.add(&again);
        self.once.add(set);
    }

    /// The starts that exactly one set holds.
    pub(super) fn exactly_once(mut self) -> Bits {
        self.once.subtract(&self.more);
        self.once
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_and_keeps_the_lowest() {
        let mut tally = Tally::new(100);
        let mut overlap = Overlap::new(100);
        for upper in 1..=90 {
            let mut set = Bits::none(100);
            set.fill(0, upper);
            tally.add(&set);
            overlap.add(&set);
        }
        // Start n is in 90 - n sets.
        for (from, lowest) in [(0, 20), (0, 1), (0, 64), (0, 95)] {
            let mut set = Bits::none(100);
            set.fill(from, lowest);
            tally.keep_lowest(&mut set);
            let expected = lowest.saturating_sub(1).min(90);
            assert_eq!(set.next(0), usize::try_from(expected).ok());
        }
        assert_eq!(overlap.exactly_once().next(0), Some(89));
    }
}
