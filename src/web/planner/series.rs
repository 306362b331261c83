//! How a new meeting repeats, why it should never end, and what limits say of it.

mod view;

use chrono::NaiveDate;

pub(super) use self::view::{SeriesView, spans, view};
use super::{desk::Desk, typed::Typed};
use crate::{
    app::{error::StoppedDate, series::review::answer::MAX_AIM},
    domain::{limits::consent::LEAST_REASON, planning::Start, series::rule::Rule, text::SafeText},
    web::{form::Errors, repeats::Repeats, series::stopped},
};

/// How the form repeats it.
pub(super) fn repeats(typed: &Typed) -> Repeats {
    Repeats {
        repeat: typed.repeat.clone(),
        repeat_days: typed.repeat_days.clone(),
        repeat_every: typed.repeat_every.clone(),
        repeat_count: typed.repeat_count.clone(),
        repeat_until: typed.repeat_until.clone(),
        repeat_holidays: typed.repeat_holidays.clone(),
        skip: typed.skip.clone(),
    }
}

/// The rule that the form asks for; `None` for a single meeting.
///
/// # Errors
/// Words beside the fields.
pub(super) fn rule(desk: &Desk<'_>, start: &Start) -> Result<Option<Rule>, Errors> {
    repeats(&desk.typed).rule((desk.t(), &desk.f), start)
}

/// Why it should never end, where that is wished for.
///
/// # Errors
/// Words beside the field when nothing, too little or too much is said.
pub(super) fn endless(desk: &Desk<'_>) -> Result<Option<String>, Errors> {
    if desk.typed.repeat_endless != "yes" || desk.typed.repeat.is_empty() {
        return Ok(None);
    }
    let reason = String::from(SafeText::line(&desk.typed.repeat_why, MAX_AIM + 1));
    let words = match reason.chars().count() {
        0..LEAST_REASON => desk.t().review_aim_missing(),
        LEAST_REASON..=MAX_AIM => return Ok(Some(reason)),
        _ => desk.t().field_too_long(MAX_AIM),
    };
    let mut errors = Errors::default();
    errors.add("repeat_why", words);
    Err(errors)
}

/// Days that are left out.
pub(super) fn skipped(desk: &Desk<'_>) -> Vec<NaiveDate> {
    repeats(&desk.typed).skipped()
}

/// Limits stopped some dates: which ones, and what would help.
pub(super) fn stop(desk: &mut Desk<'_>, dates: &[StoppedDate]) {
    let field = if desk.meeting.is_some() { "plan" } else { "repeat" };
    let (around, seen) = ((desk.caller.texts(), &desk.f), desk.typed.limits_seen);
    desk.said.stopped_needs = stopped::complain(around, (&mut desk.said.errors, field), (dates, seen));
    desk.said.stopped_dates = dates.iter().map(|date| date.original.date()).collect();
    desk.said.stopped = true;
}
