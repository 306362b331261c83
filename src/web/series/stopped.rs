//! Dates of a series that limits do not let pass: which ones, and what would help.

use crate::{
    app::{error::StoppedDate, leave::Need, preview::Needs},
    i18n::{Texts, format::Format},
    web::form::Errors,
};

/// Says so beside `field`, and beside the fields that give what is asked for. What these are is given back, for the panel
/// that shows them. `seen` says whether warnings were ticked, which is asked for ahead of reasons.
pub(in crate::web) fn complain(
    (t, f): (&Texts, &Format),
    (errors, field): (&mut Errors, &'static str),
    (dates, seen): (&[StoppedDate], bool),
) -> Needs {
    let days: Vec<String> = dates.iter().map(|date| f.day_month_plain(date.original.date())).collect();
    // Some languages end short names of months with a stop, and the sentence has its own.
    let days = days.join(", ").trim_end_matches('.').to_owned();
    // New plans and further dates are listed, to leave some of them out.
    let words =
        if matches!(field, "repeat" | "answer") { t.series_stopped(days) } else { t.series_stopped_change(days) };
    errors.add(field, words);
    let any = |need| dates.iter().any(|date| date.stopped.need == need);
    if any(Need::Tick) {
        errors.add("limits_seen", t.planner_limits_tick());
    }
    if any(Need::Reason) {
        errors.add("limits_reason", t.planner_limits_reason());
    }
    let tick = any(Need::Tick) || (seen && any(Need::Reason));
    Needs { tick, reason: any(Need::Reason), ..Needs::default() }
}
