//! The way through the stages: what share goes on from each, how long that takes, and where it takes longer than elsewhere.

use std::collections::BTreeMap;

use super::{Seller, share, spread::Spread};
use crate::domain::pipeline::OpportunityStage;

/// Fewest stays at a stage that are compared with others'.
pub const FEWEST: u64 = 3;
/// How much longer than the median of all a median must be, in percent of it …
const LONGER: u64 = 150;
/// … and by how many tenths of a day at least, to stand out.
const BY_TENTHS: u64 = 20;
/// How many percent fewer must go on than of all, to stand out.
const FEWER: u8 = 20;

/// Stays at a stage that ended alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stay {
    /// Whose opportunities.
    pub seller: Seller,
    /// The stage.
    pub stage: OpportunityStage,
    /// Where it went from there.
    pub left_to: OpportunityStage,
    /// How many whole days it stood there.
    pub days: u64,
    /// How many.
    pub number: u64,
}

/// What came of the stays at one stage.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Step {
    /// Went to a later stage, or to another word for the same step.
    pub on: u64,
    /// Went to an earlier one.
    pub back: u64,
    /// Were lost.
    pub lost: u64,
    /// How long they stood there.
    pub days: Spread,
}

impl Step {
    /// How many left the stage.
    #[must_use]
    pub const fn left(&self) -> u64 {
        self.on.saturating_add(self.back).saturating_add(self.lost)
    }

    /// The share that went on, in percent.
    #[must_use]
    pub fn conversion(&self) -> Option<u8> {
        share(self.on, self.left())
    }

    fn add(&mut self, stay: &Stay) {
        let sum = match stay.left_to {
            OpportunityStage::Lost => &mut self.lost,
            to if to.place() >= stay.stage.place() => &mut self.on,
            _ => &mut self.back,
        };
        *sum = sum.saturating_add(stay.number);
        self.days.add(stay.days, stay.number);
    }
}

/// The steps of the way, in its order; only stages that something left, and none after the decision.
#[must_use]
pub fn steps(stays: &[Stay]) -> BTreeMap<OpportunityStage, Step> {
    let mut steps: BTreeMap<OpportunityStage, Step> = BTreeMap::new();
    for stay in stays.iter().filter(|stay| stay.stage.is_open()) {
        steps.entry(stay.stage).or_default().add(stay);
    }
    steps
}

/// The same for each seller.
#[must_use]
pub fn by_seller(stays: &[Stay]) -> BTreeMap<Seller, BTreeMap<OpportunityStage, Step>> {
    let mut sellers: BTreeMap<Seller, BTreeMap<OpportunityStage, Step>> = BTreeMap::new();
    for stay in stays.iter().filter(|stay| stay.stage.is_open()) {
        sellers.entry(stay.seller).or_default().entry(stay.stage).or_default().add(stay);
    }
    sellers
}

/// A stage at which somebody's opportunities stand longer than all together, or fewer of them go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bottleneck {
    /// Whose.
    pub seller: Seller,
    /// Where.
    pub stage: OpportunityStage,
    /// Theirs.
    pub own: Step,
    /// Of all together.
    pub all: Step,
    /// Whether they stand longer.
    pub slow: bool,
    /// Whether fewer go on.
    pub narrow: bool,
}

/// The bottlenecks among these stays, those with most stays first. Each seller is held against all of them together,
/// themselves included; [`FEWEST`] stays are needed to say anything.
#[must_use]
pub fn bottlenecks(stays: &[Stay]) -> Vec<Bottleneck> {
    let all = steps(stays);
    let sellers = by_seller(stays);
    if sellers.len() < 2 {
        return Vec::new();
    }
    let each = sellers.into_iter().flat_map(|(seller, steps)| steps.into_iter().map(move |step| (seller, step)));
    let mut found: Vec<Bottleneck> = each
        .filter(|(_, (_, own))| own.left() >= FEWEST)
        .filter_map(|(seller, (stage, own))| {
            let all = all.get(&stage)?.clone();
            let (slow, narrow) = (is_slow(&own, &all), is_narrow(&own, &all));
            (slow || narrow).then_some(Bottleneck { seller, stage, own, all, slow, narrow })
        })
        .collect();
    found.sort_by_key(|b| (std::cmp::Reverse(b.own.left()), b.seller, b.stage));
    found
}

fn is_slow(own: &Step, all: &Step) -> bool {
    let (Some(own), Some(all)) = (own.days.median(), all.days.median()) else { return false };
    own.saturating_mul(100) >= all.saturating_mul(LONGER) && own >= all.saturating_add(BY_TENTHS)
}

fn is_narrow(own: &Step, all: &Step) -> bool {
    let (Some(own), Some(all)) = (own.conversion(), all.conversion()) else { return false };
    own.saturating_add(FEWER) <= all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::PersonId;
    use proptest::prelude::*;

    #[expect(clippy::unnecessary_wraps, reason = "an opportunity may be nobody's")]
    fn seller(n: u128) -> Seller {
        Some(PersonId::from_uuid(uuid::Uuid::from_u128(n)))
    }

    fn stay(n: u128, (stage, left_to): (OpportunityStage, OpportunityStage), days: u64, number: u64) -> Stay {
        Stay { seller: seller(n), stage, left_to, days, number }
    }

    #[test]
    fn stays_end_ahead_back_or_lost() {
        use OpportunityStage::{Closing, FollowUp, Hot, Lost, MarketingQualified, Needs, Quote, Warm, Won};
        let stays = [
            stay(1, (Needs, Quote), 10, 3),
            stay(2, (Needs, Won), 20, 1),
            stay(1, (Needs, Lost), 30, 2),
            stay(1, (Needs, Hot), 1, 1),
            // Two words for one step.
            stay(1, (Warm, MarketingQualified), 2, 1),
            stay(1, (MarketingQualified, Warm), 2, 1),
            // After the decision there is no way to go.
            stay(1, (Won, FollowUp), 5, 9),
            stay(1, (Lost, Closing), 5, 9),
        ];
        let steps = steps(&stays);
        assert_eq!(steps.keys().copied().collect::<Vec<_>>(), [Warm, MarketingQualified, Needs]);
        let needs = &steps[&Needs];
        assert_eq!((needs.on, needs.lost, needs.back, needs.left()), (4, 2, 1, 7));
        assert_eq!((needs.conversion(), needs.days.median()), (Some(57), Some(100)));
        assert_eq!((steps[&Warm].on, steps[&MarketingQualified].on), (1, 1));
        assert_eq!(by_seller(&stays)[&seller(2)][&Needs].on, 1);
    }

    #[test]
    fn a_bottleneck_stands_out_among_several() {
        type Case<'a> = (&'a str, &'a [Stay], &'a [(u128, bool, bool)]);
        use OpportunityStage::{Lost, Needs, Quote};
        let usual = |n| [stay(n, (Needs, Quote), 10, 4), stay(n, (Needs, Lost), 10, 1)];
        let cases: [Case<'_>; 5] = [
            ("like all others", &usual(3), &[]),
            ("longer", &[stay(3, (Needs, Quote), 15, 3)], &[(3, true, false)]),
            ("not long enough", &[stay(3, (Needs, Quote), 14, 3)], &[]),
            ("too few to say", &[stay(3, (Needs, Lost), 90, 2)], &[]),
            ("fewer", &[stay(3, (Needs, Quote), 10, 1), stay(3, (Needs, Lost), 10, 2)], &[(3, false, true)]),
        ];
        for (name, own, expected) in cases {
            let stays = [&usual(1)[..], &usual(2)[..], own].concat();
            let found: Vec<_> = bottlenecks(&stays).iter().map(|b| (b.seller, b.slow, b.narrow)).collect();
            let expected: Vec<_> = expected.iter().map(|(n, slow, narrow)| (seller(*n), *slow, *narrow)).collect();
            assert_eq!(found, expected, "{name}");
        }
        // Nobody stands out alone, and hours do not count.
        assert_eq!(bottlenecks(&[stay(1, (Needs, Lost), 900, 9)]), []);
        let quick = [stay(1, (Needs, Quote), 0, 9), stay(2, (Needs, Quote), 1, 3)];
        assert_eq!(bottlenecks(&quick), []);
    }

    proptest! {
        #[test]
        fn sellers_make_up_the_whole(
            stays in proptest::collection::vec((0_u128..4, 0_usize..15, 0_usize..15, 0_u64..200, 1_u64..5), 0..40)
        ) {
            let stage = |n: usize| OpportunityStage::ALL[n];
            let stays: Vec<Stay> =
                stays.into_iter().map(|(who, from, to, days, n)| stay(who, (stage(from), stage(to)), days, n)).collect();
            let mut sum: BTreeMap<OpportunityStage, Step> = BTreeMap::new();
            for (stage, step) in by_seller(&stays).into_values().flatten() {
                let whole = sum.entry(stage).or_default();
                whole.on += step.on;
                whole.back += step.back;
                whole.lost += step.lost;
                whole.days.join(&step.days);
            }
            prop_assert_eq!(sum, steps(&stays));
        }
    }
}
