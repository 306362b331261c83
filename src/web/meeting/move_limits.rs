//! How a meeting stands with limits at its new time.

use chrono::{DateTime, Utc};

use super::new_time::Typed;
use crate::{
    app::preview,
    domain::{
        limits::trade::{Trade, trades},
        time::Zone,
    },
    i18n::format::Format,
    store::{Tx, meetings::FullMeeting},
    web::{
        caller::Caller,
        failure::Failure,
        form::Form,
        limit_panel::{self, LimitPanel, Said},
    },
};

/// Most other times that are offered.
const MOST_TIMES: usize = 3;

/// The judgement that moving the meeting would make, in words. `starts` are other times at which it fits.
pub(super) async fn panel(
    tx: &mut Tx,
    caller: &Caller,
    (before, after): (&FullMeeting, &FullMeeting),
    (starts, said): (&[DateTime<Utc>], Said),
) -> Result<LimitPanel, Failure> {
    let now = caller.now();
    let forecast = preview::of_change(tx, now, caller.actor()?, (before, after)).await?;
    let asked = forecast.judged.verdict.asks().is_some() && forecast.needs != preview::Needs::default();
    let mut helps = Vec::new();
    if asked {
        let optional_counts = forecast.judged.policy.settings.optional_counts;
        helps = trades(&forecast.facts, &forecast.proposal, &[], optional_counts);
        // The people are not on this form.
        helps.retain(|trade| matches!(trade, Trade::Shorten(_)));
        let others = starts.iter().filter(|at| **at != after.meeting.starts_at && **at != before.meeting.starts_at);
        helps.extend(others.take(MOST_TIMES).copied().map(Trade::Start));
    }
    let zone = Zone::named(&after.meeting.zone).unwrap_or_else(|_| caller.format().zone().clone());
    let f = caller.format().in_zone(zone);
    LimitPanel::new(tx, (caller.texts(), &f), &forecast, (&helps, said)).await
}

/// Takes the changes that a button of the panel offers.
pub(super) fn take_trades(f: &Format, form: &Form, typed: &mut Typed) {
    let Some(value) = form.get("do").strip_prefix("trade:") else { return };
    for trade in limit_panel::decode(value) {
        match trade {
            Trade::Shorten(minutes) => typed.length = f.duration(minutes),
            Trade::Start(at) => typed.fill(f, at),
            Trade::AddAgenda | Trade::MakeOptional(_) | Trade::Inform(_) => {}
        }
    }
}
