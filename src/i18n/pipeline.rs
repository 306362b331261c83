//! The words for opportunities, in the reader's language.

use super::Texts;
use crate::domain::pipeline::{Companion, LeadSource, LostReason, OpportunityStage};

/// Where an opportunity stands.
pub(crate) fn stage(t: &Texts, stage: OpportunityStage) -> String {
    match stage {
        OpportunityStage::Suspect => t.limit_class_suspect(),
        OpportunityStage::Cold => t.limit_class_cold(),
        OpportunityStage::Warm => t.limit_class_warm(),
        OpportunityStage::Hot => t.limit_class_hot(),
        OpportunityStage::MarketingQualified => t.limit_class_mql(),
        OpportunityStage::SalesQualified => t.limit_class_sql(),
        OpportunityStage::FirstContact => t.stage_first_contact(),
        OpportunityStage::Needs => t.stage_needs(),
        OpportunityStage::Presentation => t.stage_presentation(),
        OpportunityStage::Objections => t.stage_objections(),
        OpportunityStage::Quote => t.stage_quote(),
        OpportunityStage::Closing => t.stage_closing(),
        OpportunityStage::Won => t.pipeline_won(),
        OpportunityStage::Lost => t.pipeline_lost(),
        OpportunityStage::FollowUp => t.stage_follow_up(),
    }
}

/// Where a lead came from.
pub(crate) fn source(t: &Texts, source: LeadSource) -> String {
    match source {
        LeadSource::Referral => t.pipeline_source_referral(),
        LeadSource::List => t.pipeline_source_list(),
        LeadSource::TradeShow => t.pipeline_source_trade_show(),
        LeadSource::Webinar => t.pipeline_source_webinar(),
        LeadSource::Web => t.pipeline_source_web(),
        LeadSource::ExistingCustomer => t.pipeline_source_existing(),
        LeadSource::LostDeal => t.pipeline_source_lost_deal(),
        LeadSource::Chat => t.pipeline_source_chat(),
    }
}

/// Why a customer did not buy.
pub(crate) fn reason(t: &Texts, reason: LostReason) -> String {
    match reason {
        LostReason::Price => t.pipeline_reason_price(),
        LostReason::Competitor => t.pipeline_reason_competitor(),
        LostReason::Budget => t.pipeline_reason_budget(),
        LostReason::NoDecision => t.pipeline_reason_no_decision(),
        LostReason::Timing => t.pipeline_reason_timing(),
        LostReason::NoNeed => t.pipeline_reason_no_need(),
        LostReason::Silence => t.pipeline_reason_silence(),
        LostReason::Other => t.pipeline_reason_other(),
    }
}

/// Whom to bring.
pub(crate) fn companion(t: &Texts, companion: Companion) -> String {
    match companion {
        Companion::TechnicalExpert => t.pipeline_bring_expert(),
        Companion::Developer => t.pipeline_bring_developer(),
        Companion::Manufacturer => t.pipeline_bring_manufacturer(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{domain::language::Language, i18n::texts};

    #[test]
    fn no_two_choices_of_a_list_look_the_same() {
        for language in Language::ALL {
            let t = texts(language);
            let lists: [Vec<String>; 4] = [
                OpportunityStage::ALL.iter().map(|one| stage(t, *one)).collect(),
                LeadSource::ALL.iter().map(|one| source(t, *one)).collect(),
                LostReason::ALL.iter().map(|one| reason(t, *one)).collect(),
                Companion::ALL.iter().map(|one| companion(t, *one)).collect(),
            ];
            for mut words in lists {
                let count = words.len();
                words.sort();
                words.dedup();
                assert_eq!(words.len(), count, "{language:?}: {words:?}");
            }
        }
    }
}
