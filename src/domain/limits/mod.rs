//! Limits on meeting load: what a rule says ([`rule`]), what is known when it is asked ([`facts`]), and what comes of
//! it ([`verdict`]). One function judges for preview, list of times, sending, moving, approval and explanation, so that
//! none of them can disagree.

pub mod evaluate;
pub mod facts;
pub mod policy;
pub mod rule;
pub mod verdict;
