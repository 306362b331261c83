//! The words of the starter agendas.

use super::Texts;
use crate::domain::{agenda::starter::Topic, meeting::Purpose};

/// What a meeting for this purpose does, in a line.
pub(crate) fn does(t: &Texts, purpose: Purpose) -> String {
    match purpose {
        Purpose::Targets => t.does_targets(),
        Purpose::Recognition => t.does_recognition(),
        Purpose::ProductUpdate => t.does_product_update(),
        Purpose::Shortfall => t.does_shortfall(),
        Purpose::Challenges => t.does_challenges(),
        Purpose::Strategy => t.does_strategy(),
        Purpose::OneToOne => t.does_one_to_one(),
        Purpose::Customer => t.does_customer(),
    }
}

/// A point of a starter agenda.
pub(crate) fn topic(t: &Texts, topic: Topic) -> String {
    match topic {
        Topic::NumberAndGap => t.topic_number_and_gap(),
        Topic::WhatMoved => t.topic_what_moved(),
        Topic::Commitment => t.topic_commitment(),
        Topic::Actions => t.topic_actions(),
        Topic::Result => t.topic_result(),
        Topic::HowDone => t.topic_how_done(),
        Topic::CopyIt => t.topic_copy_it(),
        Topic::WhatIsNew => t.topic_what_is_new(),
        Topic::ForWhom => t.topic_for_whom(),
        Topic::Practice => t.topic_practice(),
        Topic::FirstCustomers => t.topic_first_customers(),
        Topic::BehindNumber => t.topic_behind_number(),
        Topic::Causes => t.topic_causes(),
        Topic::Measures => t.topic_measures(),
        Topic::NextCheck => t.topic_next_check(),
        Topic::InTheWay => t.topic_in_the_way(),
        Topic::PickTwo => t.topic_pick_two(),
        Topic::Solutions => t.topic_solutions(),
        Topic::WhereWeStand => t.topic_where_we_stand(),
        Topic::Options => t.topic_options(),
        Topic::Choose => t.topic_choose(),
        Topic::WhoTells => t.topic_who_tells(),
        Topic::HowAreYou => t.topic_how_are_you(),
        Topic::DealsHelp => t.topic_deals_help(),
        Topic::GetBetter => t.topic_get_better(),
        Topic::Promises => t.topic_promises(),
        Topic::Introductions => t.topic_introductions(),
        Topic::CustomerAims => t.topic_customer_aims(),
        Topic::WhetherNext => t.topic_whether_next(),
        Topic::Today => t.topic_today(),
        Topic::Missing => t.topic_missing(),
        Topic::Criteria => t.topic_criteria(),
        Topic::NextSteps => t.topic_next_steps(),
        Topic::LastTime => t.topic_last_time(),
        Topic::Proposal => t.topic_proposal(),
        Topic::YourQuestions => t.topic_your_questions(),
        Topic::Concerns => t.topic_concerns(),
        Topic::Answers => t.topic_answers(),
        Topic::Scope => t.topic_scope(),
        Topic::Price => t.topic_price(),
        Topic::Changes => t.topic_changes(),
        Topic::OpenPoints => t.topic_open_points(),
        Topic::Agreement => t.topic_agreement(),
        Topic::WhoDoesWhat => t.topic_who_does_what(),
        Topic::SinceStart => t.topic_since_start(),
        Topic::AgainstPromise => t.topic_against_promise(),
        Topic::DoBetter => t.topic_do_better(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::{domain::language::Language, i18n::texts};

    #[test]
    fn no_two_points_read_the_same() {
        for language in Language::ALL {
            let t = texts(language);
            let words: HashSet<String> = Topic::ALL.iter().map(|p| topic(t, *p)).collect();
            assert_eq!(words.len(), Topic::ALL.len(), "{language:?}");
            let words: HashSet<String> = Purpose::ALL.iter().map(|p| does(t, *p)).collect();
            assert_eq!(words.len(), Purpose::ALL.len(), "{language:?}");
        }
    }
}
