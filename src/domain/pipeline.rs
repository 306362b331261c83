//! Opportunities: the way from somebody who might fit to a decision, and what each stage asks for.

use super::{limits::rule::LeadClass, meeting::Stage, terms::terms};

terms! {
    /// Where an opportunity stands, in the order of the way.
    OpportunityStage {
        /// Somebody who might fit.
        Suspect = "suspect",
        /// Fits, has shown no interest.
        Cold = "cold",
        /// Has shown interest.
        Warm = "warm",
        /// Wants to buy.
        Hot = "hot",
        /// Marketing-qualified lead.
        MarketingQualified = "mql",
        /// Sales-qualified lead.
        SalesQualified = "sql",
        /// First contact.
        FirstContact = "first_contact",
        /// Needs.
        Needs = "needs",
        /// Presentation.
        Presentation = "presentation",
        /// Objections.
        Objections = "objections",
        /// Quote.
        Quote = "quote",
        /// Closing.
        Closing = "closing",
        /// Bought.
        Won = "won",
        /// Did not buy.
        Lost = "lost",
        /// Bought, and is looked after.
        FollowUp = "follow_up",
    }
}

terms! {
    /// Where a lead came from.
    LeadSource {
        /// Somebody told them of us.
        Referral = "referral",
        /// A list.
        List = "list",
        /// A trade show.
        TradeShow = "trade_show",
        /// A webinar.
        Webinar = "webinar",
        /// The web.
        Web = "web",
        /// They buy already.
        ExistingCustomer = "existing_customer",
        /// A deal that was lost before.
        LostDeal = "lost_deal",
        /// Chat.
        Chat = "chat",
    }
}

terms! {
    /// Why a customer did not buy.
    LostReason {
        /// Too expensive.
        Price = "price",
        /// Bought elsewhere.
        Competitor = "competitor",
        /// No money for it.
        Budget = "budget",
        /// Nobody decided.
        NoDecision = "no_decision",
        /// Not now.
        Timing = "timing",
        /// Does not fit or is not needed.
        NoNeed = "no_need",
        /// No answer any more.
        Silence = "silence",
        /// Something else.
        Other = "other",
    }
}

terms! {
    /// Whom it is worth bringing to a meeting at some stage.
    Companion {
        /// Somebody who knows the product in depth.
        TechnicalExpert = "technical_expert",
        /// Somebody who builds it.
        Developer = "developer",
        /// Somebody of the manufacturer.
        Manufacturer = "manufacturer",
    }
}

/// Largest value, in whole units of a currency.
pub const MAX_AMOUNT: u64 = 1_000_000_000_000;

impl OpportunityStage {
    /// How likely it is to be won, in percent, where nobody has said otherwise.
    #[must_use]
    pub const fn probability(self) -> u8 {
        match self {
            Self::Suspect => 1,
            Self::Cold => 3,
            Self::Warm | Self::MarketingQualified => 8,
            Self::Hot | Self::SalesQualified => 15,
            Self::FirstContact => 20,
            Self::Needs => 30,
            Self::Presentation => 40,
            Self::Objections => 50,
            Self::Quote => 60,
            Self::Closing => 80,
            Self::Won | Self::FollowUp => 100,
            Self::Lost => 0,
        }
    }

    /// Whether the customer still has to decide.
    #[must_use]
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Won | Self::Lost | Self::FollowUp)
    }

    /// Whether the customer has bought.
    #[must_use]
    pub const fn is_won(self) -> bool {
        matches!(self, Self::Won | Self::FollowUp)
    }

    /// How far along the way it is, from 0 on; two words for one step stand at the same place. A lost one is nowhere.
    #[must_use]
    pub const fn place(self) -> u8 {
        match self {
            Self::Suspect | Self::Lost => 0,
            Self::Cold => 1,
            Self::Warm | Self::MarketingQualified => 2,
            Self::Hot | Self::SalesQualified => 3,
            Self::FirstContact => 4,
            Self::Needs => 5,
            Self::Presentation => 6,
            Self::Objections => 7,
            Self::Quote => 8,
            Self::Closing => 9,
            Self::Won => 10,
            Self::FollowUp => 11,
        }
    }

    /// The stage that usually comes next; none after a decision against us or once a customer is looked after. A lead may
    /// be warm or qualified by marketing, hot or qualified by sales: two words for one step.
    #[must_use]
    pub const fn next(self) -> Option<Self> {
        Some(match self {
            Self::Suspect => Self::Cold,
            Self::Cold => Self::Warm,
            Self::Warm => Self::Hot,
            Self::MarketingQualified => Self::SalesQualified,
            Self::Hot | Self::SalesQualified => Self::FirstContact,
            Self::FirstContact => Self::Needs,
            Self::Needs => Self::Presentation,
            Self::Presentation => Self::Objections,
            Self::Objections => Self::Quote,
            Self::Quote => Self::Closing,
            Self::Closing => Self::Won,
            Self::Won => Self::FollowUp,
            Self::Lost | Self::FollowUp => return None,
        })
    }

    /// What a meeting at this stage is for.
    #[must_use]
    pub const fn meeting(self) -> Stage {
        match self {
            Self::Needs => Stage::Needs,
            Self::Presentation => Stage::Presentation,
            Self::Objections => Stage::Objections,
            Self::Quote => Stage::Quote,
            Self::Closing => Stage::Closing,
            Self::Won | Self::FollowUp => Stage::FollowUp,
            _ => Stage::FirstContact,
        }
    }

    /// What the stage says of the customer: how near to buying. Only leads and buyers; a sale under way says nothing new.
    #[must_use]
    pub const fn lead_class(self) -> Option<LeadClass> {
        Some(match self {
            Self::Suspect => LeadClass::Suspect,
            Self::Cold => LeadClass::Cold,
            Self::Warm => LeadClass::Warm,
            Self::Hot => LeadClass::Hot,
            Self::MarketingQualified => LeadClass::MarketingQualified,
            Self::SalesQualified => LeadClass::SalesQualified,
            Self::Won | Self::FollowUp => LeadClass::Customer,
            _ => return None,
        })
    }
}

/// Whom to bring to a meeting: those who can answer what is asked at this stage.
#[must_use]
pub const fn bring(stage: Stage) -> &'static [Companion] {
    match stage {
        Stage::Needs | Stage::Presentation => &[Companion::TechnicalExpert],
        Stage::Objections => &[Companion::TechnicalExpert, Companion::Developer],
        Stage::Quote | Stage::Closing => &[Companion::Manufacturer],
        Stage::FirstContact | Stage::FollowUp => &[],
    }
}

/// What an amount is worth before the decision: by its probability in percent, to the nearest whole unit.
#[must_use]
pub fn weighted(amount: u64, probability: u8) -> u64 {
    let sum = u128::from(amount) * u128::from(probability.min(100)) + 50;
    u64::try_from(sum / 100).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_leads_to_a_customer_who_is_looked_after() {
        for first in [OpportunityStage::Suspect, OpportunityStage::MarketingQualified] {
            let mut way = vec![first];
            while let Some(next) = way.last().and_then(|stage| stage.next()) {
                assert!(way.len() < 20, "{way:?}");
                way.push(next);
            }
            assert_eq!(way.last(), Some(&OpportunityStage::FollowUp));
            assert!(way.is_sorted_by_key(|stage| stage.place()), "{way:?}");
            let likely: Vec<u8> = way.iter().map(|stage| stage.probability()).collect();
            assert!(likely.is_sorted(), "{likely:?}");
        }
    }

    #[test]
    fn a_stage_is_open_until_the_customer_has_decided() {
        for stage in OpportunityStage::ALL {
            let decided = stage.probability() == 100 || stage.probability() == 0;
            assert_eq!(stage.is_open(), !decided, "{stage}");
            assert_eq!(stage.is_won(), stage.probability() == 100, "{stage}");
            assert_eq!(stage.next().is_none(), matches!(stage, OpportunityStage::Lost | OpportunityStage::FollowUp));
        }
    }

    #[test]
    fn each_stage_suggests_what_its_meeting_needs() {
        let cases = [
            (OpportunityStage::Suspect, Stage::FirstContact, 0),
            (OpportunityStage::SalesQualified, Stage::FirstContact, 0),
            (OpportunityStage::Needs, Stage::Needs, 1),
            (OpportunityStage::Objections, Stage::Objections, 2),
            (OpportunityStage::Closing, Stage::Closing, 1),
            (OpportunityStage::Won, Stage::FollowUp, 0),
        ];
        for (stage, meeting, companions) in cases {
            assert_eq!((stage.meeting(), bring(stage.meeting()).len()), (meeting, companions), "{stage}");
        }
    }

    #[test]
    fn amounts_are_weighted_without_overflow() {
        for (amount, probability, expected) in
            [(0, 50, 0), (1, 50, 1), (1, 49, 0), (999, 10, 100), (MAX_AMOUNT, 100, MAX_AMOUNT), (10, 200, 10)]
        {
            assert_eq!(weighted(amount, probability), expected, "{amount} at {probability} %");
        }
        assert_eq!(weighted(u64::MAX, 100), u64::MAX);
    }
}
