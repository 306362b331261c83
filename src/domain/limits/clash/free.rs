//! What a rule leaves of the week.

use crate::domain::{
    hours::{DaySpan, WorkingHours},
    limits::rule::Measure,
};

const DAY: usize = 1440;
const WORDS: usize = (7 * DAY).div_ceil(64);

/// The minutes of a week, Monday first, one bit each.
#[derive(Clone)]
pub(super) struct Free([u64; WORDS]);

impl Free {
    /// What the rule leaves; `None` when it is not about hours of the week.
    pub(super) fn under(measure: &Measure, hours: &WorkingHours) -> Option<Self> {
        let mut free = Self([0; WORDS]);
        match measure {
            Measure::Clock { from, to } => (0..7).for_each(|day| free.add(day, DaySpan { from: *from, to: *to })),
            Measure::Windows { spans } => {
                for window in spans {
                    free.add(usize::from(window.weekday), window.span);
                }
                free.turn();
            }
            Measure::OffHours => return Some(Self::work(hours)),
            _ => return None,
        }
        Some(free)
    }

    /// Working hours without lunch.
    pub(super) fn work(hours: &WorkingHours) -> Self {
        let (mut work, mut lunch) = (Self([0; WORDS]), Self([0; WORDS]));
        for (day, span) in hours.days.iter().enumerate() {
            if let Some(span) = span {
                work.add(day, *span);
            }
            if let Some(span) = hours.lunch {
                lunch.add(day, span);
            }
        }
        lunch.turn();
        Self(std::array::from_fn(|at| work.word(at) & lunch.word(at)))
    }

    /// Whether any minute is in both, and in the third.
    pub(super) fn meets(&self, other: &Self, third: Option<&Self>) -> bool {
        (0..WORDS).any(|at| self.word(at) & other.word(at) & third.map_or(u64::MAX, |t| t.word(at)) != 0)
    }

    fn word(&self, at: usize) -> u64 {
        self.0.get(at).copied().unwrap_or(0)
    }

    fn add(&mut self, day: usize, span: DaySpan) {
        for minute in usize::from(span.from)..usize::from(span.to).min(DAY) {
            let at = day.saturating_mul(DAY).saturating_add(minute);
            if let Some(word) = self.0.get_mut(at / 64) {
                *word |= 1 << (at % 64);
            }
        }
    }

    fn turn(&mut self) {
        self.0.iter_mut().for_each(|word| *word = !*word);
    }
}
