//! A set of small numbers as machine words, with the algebra the search needs.

/// A set of numbers below a fixed size; operations on two sets want equal sizes. A spare word lies at the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bits {
    words: Vec<u64>,
    size: usize,
}

impl Bits {
    pub(super) fn none(size: usize) -> Self {
        Self { words: vec![0; size.div_ceil(64) + 1], size }
    }

    pub(super) fn clear(&mut self) {
        self.words.fill(0);
    }

    /// Takes in the numbers of `from..to`; what lies outside the set's size is left out.
    pub(super) fn fill(&mut self, from: i64, to: i64) {
        let size = i64::try_from(self.size).unwrap_or(i64::MAX);
        let (from, to) = (index(from), index(to.min(size)));
        if from >= to {
            return;
        }
        // Most spans are shorter than a word. They are written into two words without asking whether they end in the
        // first, which no processor can guess.
        if to - from <= 64 {
            let ones = u64::MAX >> (64 - (to - from));
            if let Some([low, high]) = self.words.get_mut(from / 64..from / 64 + 2) {
                *low |= ones << (from % 64);
                *high |= (ones >> 1) >> (63 - from % 64);
            }
        } else if let Some([first, inner @ .., last]) = self.words.get_mut(from / 64..=(to - 1) / 64) {
            *first |= u64::MAX << (from % 64);
            inner.fill(u64::MAX);
            *last |= u64::MAX >> (63 - (to - 1) % 64);
        }
    }

    pub(super) fn insert(&mut self, at: usize) {
        if let Some(word) = self.words.get_mut(at / 64).filter(|_| at < self.size) {
            *word |= 1 << (at % 64);
        }
    }

    pub(super) fn remove(&mut self, at: usize) {
        if let Some(word) = self.words.get_mut(at / 64) {
            *word &= !(1 << (at % 64));
        }
    }

    pub(super) fn contains(&self, at: usize) -> bool {
        self.words.get(at / 64).is_some_and(|word| word >> (at % 64) & 1 == 1)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    pub(super) fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word |= other);
    }

    pub(super) fn subtract(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= !other);
    }

    pub(super) fn intersect(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= other);
    }

    /// How many numbers are in both.
    pub(super) fn shared(&self, other: &Self) -> usize {
        self.words.iter().zip(&other.words).map(|(word, other)| (word & other).count_ones() as usize).sum()
    }

    /// Exclusive or into `self`; what both held before goes into `carry`. One step of adding binary numbers.
    pub(super) fn half_add(&mut self, carry: &mut Self) {
        for (word, carry) in self.words.iter_mut().zip(&mut carry.words) {
            (*word, *carry) = (*word ^ *carry, *word & *carry);
        }
    }

    /// Keeps what is not in `other`, unless nothing would be left.
    pub(super) fn prefer_outside(&mut self, other: &Self) {
        if self.words.iter().zip(&other.words).any(|(word, other)| word & !other != 0) {
            self.subtract(other);
        }
    }

    /// The first number from `from` on.
    pub(super) fn next(&self, from: usize) -> Option<usize> {
        let rest = self.words.get(from / 64..)?;
        let (first, others) = rest.split_first()?;
        let head = first & (u64::MAX << (from % 64));
        let mut words = std::iter::once(head).chain(others.iter().copied()).enumerate();
        words.find(|(_, word)| *word != 0).map(|(i, word)| (from / 64 + i) * 64 + word.trailing_zeros() as usize)
    }
}

fn index(at: i64) -> usize {
    usize::try_from(at).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn members(bits: &Bits) -> Vec<usize> {
        std::iter::successors(bits.next(0), |at| bits.next(at + 1)).collect()
    }

    proptest! {
        #[test]
        fn filling_is_taking_in_each_number(size in 0_usize..300, from in -80_i64..320, to in -80_i64..400) {
            let mut bits = Bits::none(size);
            bits.fill(from, to);
            let expected: Vec<_> = (0..size).filter(|at| (from..to).contains(&i64::try_from(*at).unwrap())).collect();
            prop_assert_eq!(bits.count(), expected.len());
            prop_assert!((0..size + 70).all(|at| bits.contains(at) == expected.contains(&at)));
            prop_assert_eq!(members(&bits), expected);
        }
    }

    #[test]
    fn preference_gives_way_rather_than_leave_nothing() {
        let (mut set, mut bad) = (Bits::none(130), Bits::none(130));
        set.fill(0, 2);
        set.fill(128, 130);
        bad.fill(0, 129);
        set.prefer_outside(&bad);
        assert_eq!(members(&set), [129]);
        bad.fill(0, 130);
        set.prefer_outside(&bad);
        assert_eq!(members(&set), [129]);
    }
}
