//! Limits on meeting load: what a rule says ([`rule`]), what is known when it is asked ([`facts`]), and what comes of
//! it ([`verdict`]). One function judges for preview, list of times, sending, moving, approval and explanation, so that
//! none of them can disagree.

pub mod clash;
pub mod consent;
pub mod evaluate;
pub mod facts;
pub mod policy;
pub mod presets;
pub mod reach;
pub mod rule;
pub mod sound;
pub mod trade;
pub mod trial;
pub mod verdict;
