//! Words for how meetings go and what they leave.

use super::Texts;
use crate::domain::{
    course::{
        Achieved, Fate, Outcome, Presence,
        carry::{Choice, Why},
    },
    minutes::{ActionState, MinutedThanks},
};

/// What became of a point.
pub(crate) fn fate(t: &Texts, fate: Fate) -> String {
    match fate {
        Fate::Ahead => t.fate_ahead(),
        Fate::Now => t.fate_now(),
        Fate::Discussed => t.fate_discussed(),
        Fate::Parked => t.fate_parked(),
    }
}

/// Whether somebody was there.
pub(crate) fn presence(t: &Texts, presence: Presence) -> String {
    match presence {
        Presence::Attended => t.presence_attended(),
        Presence::Absent => t.presence_absent(),
        Presence::Excused => t.presence_excused(),
    }
}

/// Whether a meeting took place.
pub(crate) fn outcome(t: &Texts, outcome: Outcome) -> String {
    match outcome {
        Outcome::Held => t.outcome_held(),
        Outcome::NoShow => t.outcome_no_show(),
        Outcome::NotHeld => t.outcome_not_held(),
    }
}

/// Whether a meeting reached what it was for.
pub(crate) fn achieved(t: &Texts, achieved: Achieved) -> String {
    match achieved {
        Achieved::Fully => t.achieved_fully(),
        Achieved::Partly => t.achieved_partly(),
        Achieved::Not => t.achieved_not(),
    }
}

/// Where an action stands.
pub(crate) fn action_state(t: &Texts, state: ActionState) -> String {
    match state {
        ActionState::Open => t.action_open(),
        ActionState::Done => t.action_done(),
        ActionState::Dropped => t.action_dropped(),
    }
}

/// Why a point comes back.
pub(crate) fn why(t: &Texts, why: Why) -> String {
    match why {
        Why::Standing => t.carry_standing(),
        Why::Parked => t.carry_parked(),
        Why::NotReached => t.carry_not_reached(),
        Why::OpenAction => t.carry_open_action(),
        Why::Skipped => t.carry_skipped(),
    }
}

/// What is done with a point that comes back.
pub(crate) fn choice(t: &Texts, choice: Choice) -> String {
    match choice {
        Choice::Keep => t.carry_keep(),
        Choice::Skip => t.carry_skip(),
        Choice::Drop => t.carry_drop(),
    }
}

/// `Ola Berg: the Kone deal (12 orders)`
pub(crate) fn thanks(t: &Texts, thanks: &MinutedThanks) -> String {
    let what = match thanks.metric.as_str() {
        "" => thanks.reason.clone(),
        metric => format!("{} ({metric})", thanks.reason),
    };
    t.minutes_owner_does(thanks.name.as_str(), what)
}
