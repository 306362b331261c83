//! How a meeting stands with limits at its new time.

use chrono::{DateTime, Utc};

use super::new_time::Typed;
use crate::{
    app::{
        find_times::{self, Wish},
        preview,
    },
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

/// The judgement that moving the meeting would make, in words.
pub(super) async fn panel(
    tx: &mut Tx,
    caller: &Caller,
    (before, after): (&FullMeeting, &FullMeeting),
    said: Said,
) -> Result<LimitPanel, Failure> {
    let now = caller.now();
    let forecast = preview::of_change(tx, now, caller.actor()?.id(), (before, after)).await?;
    let asked = forecast.judged.verdict.asks().is_some() && forecast.needs != preview::Needs::default();
    let mut helps = Vec::new();
    if asked {
        let optional_counts = forecast.judged.policy.settings.optional_counts;
        helps = trades(&forecast.judged.facts, &forecast.proposal, &[], optional_counts);
        // The people are not on this form.
        helps.retain(|trade| matches!(trade, Trade::Shorten(_)));
        helps.extend(starts(tx, now, (before, after)).await?.into_iter().map(Trade::Start));
    }
    let zone = Zone::named(&after.meeting.zone).unwrap_or_else(|_| caller.format().zone().clone());
    let f = caller.format().in_zone(zone);
    LimitPanel::new(tx, (caller.texts(), &f), &forecast, (&helps, said)).await
}

/// Other times at which it fits.
async fn starts(
    tx: &mut Tx,
    now: DateTime<Utc>,
    (before, after): (&FullMeeting, &FullMeeting),
) -> Result<Vec<DateTime<Utc>>, Failure> {
    let m = &after.meeting;
    let (Ok(zone), Ok(minutes)) = (Zone::named(&m.zone), u32::try_from(m.minutes)) else { return Ok(Vec::new()) };
    let outlined = preview::outline_change(tx, before, after).await?;
    let wish = Wish { zone, minutes, format: Some(m.format), within: None };
    let times = find_times::find_times(tx, now, &outlined, &wish).await?;
    let slots = times.into_iter().flat_map(|times| times.slots).filter(|slot| !slot.strained);
    let starts = slots.map(|slot| slot.span.start()).filter(|at| *at != m.starts_at && *at != before.meeting.starts_at);
    Ok(starts.take(MOST_TIMES).collect())
}

/// Takes the changes that a button of the panel offers.
pub(super) fn take_trades(f: &Format, form: &Form, typed: &mut Typed) {
    let Some(value) = form.get("do").strip_prefix("trade:") else { return };
    for trade in limit_panel::decode(value) {
        match trade {
            Trade::Shorten(minutes) => typed.length = f.duration(minutes),
            Trade::Start(at) => {
                let zone = Zone::named(&typed.zone).unwrap_or_else(|_| f.zone().clone());
                let local = zone.local(at);
                typed.date = f.short_date(local.date());
                typed.time = f.clock(local.time());
            }
            Trade::AddAgenda | Trade::MakeOptional(_) | Trade::Inform(_) => {}
        }
    }
}
