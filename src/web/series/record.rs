//! What a series has been worth, as its pages show it.

use std::collections::HashMap;

use crate::{
    app::{
        actor::Actor,
        series::record::{self, Costs, Past, Spent},
    },
    domain::{
        ids::{MeetingId, PersonId},
        money,
        series::review::DateRecord,
    },
    i18n::series_record,
    store::{Tx, meetings::FullMeeting},
    web::{caller::Caller, failure::Failure},
};

/// Fewer dates say nothing about a series.
const FEWEST: usize = 3;
/// Dates shown as dots.
const DOTS: usize = 10;

/// The record of a series, with the part that is told of single dates.
pub(in crate::web) struct RecordView {
    /// Said ahead of the rest while there is little to tell.
    pub(in crate::web) early_days: Option<String>,
    /// What, and what is known of it.
    pub(in crate::web) lines: Vec<(String, String)>,
    /// Whether something was decided, of the last ten dates in their order.
    pub(in crate::web) dots: Vec<Dot>,
    /// Colleagues without a point of their own for long.
    pub(in crate::web) quiet: Vec<PersonId>,
    past: HashMap<MeetingId, DateRecord>,
}

/// One of the last dates.
pub(in crate::web) struct Dot {
    /// Where it stands in the picture.
    pub(in crate::web) x: usize,
    pub(in crate::web) filled: bool,
}

impl RecordView {
    /// Of these dates, by their start; as far as the reader may know.
    pub(in crate::web) async fn of(tx: &mut Tx, caller: &Caller, dates: &[FullMeeting]) -> Result<Self, Failure> {
        let (actor, t, f) = (caller.actor()?, caller.texts(), caller.format());
        let past = record::past(tx, dates, caller.now()).await?;
        let costs = record::costs(tx, actor, (dates, caller.now())).await?;
        let mut lines = Vec::new();
        if !past.is_empty() {
            let sum = record::sum(tx, &past).await?;
            lines = series_record::lines(t, &f, &sum);
            if dates.iter().any(|full| actor.may_change(full).is_ok()) {
                lines.push(series_record::worth(t, &f, &sum));
            }
        }
        lines.extend(cost_lines(caller, actor, &costs));
        let standing = past.len() + dates.iter().filter(|full| full.meeting.ends_at > caller.now()).count();
        Ok(Self {
            early_days: (past.len() < FEWEST).then(|| t.series_record_early_days(past.len(), standing)),
            lines,
            dots: dots(&past),
            quiet: record::without_points(dates),
            past: past.into_iter().map(|date| (date.meeting, date.record)).collect(),
        })
    }

    /// What is told of one date.
    pub(in crate::web) fn notes(&self, caller: &Caller, meeting: MeetingId) -> Vec<String> {
        let t = caller.texts();
        let Some(date) = self.past.get(&meeting) else { return Vec::new() };
        let (decisions, actions) = date.outcome.unwrap_or_default();
        let early = date.used.is_some_and(|used| used < date.planned);
        [
            (date.held == Some(false)).then(|| t.series_date_not_held()),
            date.attendance.map(|(there, all)| t.series_date_attended(there, all)),
            early.then(|| t.series_date_early()),
            (decisions > 0).then(|| t.series_date_decisions(decisions)),
            (actions > 0).then(|| t.series_date_actions(actions)),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

fn dots(past: &[Past]) -> Vec<Dot> {
    let last = past.get(past.len().saturating_sub(DOTS)..).unwrap_or_default();
    let filled = |date: &Past| date.record.outcome.is_some_and(|(decisions, _)| decisions > 0);
    last.iter().enumerate().map(|(place, date)| Dot { x: place * 16 + 8, filled: filled(date) }).collect()
}

/// Time for everybody, money for those who may know.
fn cost_lines(caller: &Caller, actor: &Actor, costs: &Costs) -> Vec<(String, String)> {
    let (t, f) = (caller.texts(), caller.format());
    let words = |spent: Spent| {
        let time = f.duration(u32::try_from(spent.minutes).unwrap_or(u32::MAX));
        match spent.money.filter(|_| actor.sees_costs()) {
            Some(amount) => t.series_record_money(time, f.money(money::about(amount), &costs.currency)),
            None => time,
        }
    };
    let all = [(t.series_record_cost(), costs.past), (t.series_record_ahead(), costs.ahead)];
    all.into_iter().filter(|(_, spent)| spent.minutes > 0).map(|(what, spent)| (what, words(spent))).collect()
}
