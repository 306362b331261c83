//! What stands behind the points, as the page of the meeting shows it.

use std::collections::HashMap;

use crate::{
    app::points::scorecard,
    domain::{
        agenda::{
            ItemKind,
            amount::Amount,
            link::Reading,
            scorecard::{Gap, Row, plot},
        },
        ids::{AgendaItemId, PersonId},
        meeting::Status,
    },
    i18n::{format::Format, scorecards},
    store::{
        self, Tx,
        meetings::FullMeeting,
        recognitions::Recognition,
        scorecards::{PastFigure, ScoreRow},
    },
    web::{caller::Caller, failure::Failure},
};

/// Size of a plot, in units of its own.
const PLOT: (i64, i64) = (120, 28);

/// What stands behind one point.
#[derive(Default)]
pub(in crate::web) struct Inside {
    pub(in crate::web) score: Vec<ScoreLine>,
    pub(in crate::web) thanks: Vec<Thanks>,
    /// Somebody is thanked, and the reader is not to know yet.
    pub(in crate::web) kept_back: bool,
    /// The reader knows earlier than others.
    pub(in crate::web) only_you: bool,
    pub(in crate::web) guidance: bool,
    pub(in crate::web) notes: String,
    pub(in crate::web) links: Vec<Reading>,
    /// Where the reader prepares it, if they may.
    pub(in crate::web) edit: Option<String>,
}

/// A line of a scorecard.
pub(in crate::web) struct ScoreLine {
    pub(in crate::web) metric: String,
    pub(in crate::web) target: String,
    pub(in crate::web) actual: String,
    pub(in crate::web) last: String,
    pub(in crate::web) gap: String,
    /// Class and sign of the gap.
    pub(in crate::web) chip: (&'static str, &'static str),
    pub(in crate::web) trend: Option<Trend>,
}

/// A small plot, and the same in words.
pub(in crate::web) struct Trend {
    pub(in crate::web) points: String,
    pub(in crate::web) target: Option<i64>,
    pub(in crate::web) figures: String,
    pub(in crate::web) words: String,
}

/// Thanks to somebody.
pub(in crate::web) struct Thanks {
    pub(in crate::web) name: String,
    pub(in crate::web) reason: String,
    pub(in crate::web) metric: String,
}

/// What stands behind the points of a meeting.
pub(in crate::web) async fn of_meeting(
    tx: &mut Tx,
    caller: &Caller,
    full: &FullMeeting,
) -> Result<HashMap<AgendaItemId, Inside>, Failure> {
    let actor = caller.actor()?;
    let mut found: HashMap<AgendaItemId, Inside> = HashMap::new();
    if full.agenda.is_empty() {
        return Ok(found);
    }
    let alive = full.meeting.status != Status::Cancelled;
    for item in &full.agenda {
        let edit = (alive && actor.may_prepare(full, item).is_ok()).then(|| super::address((full.meeting.id, item.id)));
        found.insert(item.id, Inside { guidance: item.kind == ItemKind::Guidance, edit, ..Inside::default() });
    }
    for content in store::point_contents::of_meeting(tx, full.meeting.id).await? {
        if let Some(inside) = found.get_mut(&content.item_id) {
            (inside.notes, inside.links) = (content.notes, content.links.0);
        }
    }
    if full.agenda.iter().any(|item| item.kind.has_scorecard()) {
        for (item, lines) in scores(tx, caller, full).await? {
            if let Some(inside) = found.get_mut(&item) {
                inside.score = lines;
            }
        }
    }
    if full.agenda.iter().any(|item| item.kind == ItemKind::Recognition) {
        thanks(tx, caller, full, &mut found).await?;
    }
    Ok(found)
}

async fn scores(
    tx: &mut Tx,
    caller: &Caller,
    full: &FullMeeting,
) -> Result<HashMap<AgendaItemId, Vec<ScoreLine>>, Failure> {
    let kept = |row: &ScoreRow| full.agenda.iter().any(|i| i.id == row.item_id && i.kind.has_scorecard());
    let mut rows = store::scorecards::of_meeting(tx, full.meeting.id).await?;
    rows.retain(kept);
    let mut metrics: Vec<String> = rows.iter().map(|row| row.metric_key.clone()).collect();
    metrics.sort();
    metrics.dedup();
    let earlier = scorecard::earlier(tx, caller.actor()?, (full, &metrics)).await?;
    let mut lines: HashMap<AgendaItemId, Vec<ScoreLine>> = HashMap::new();
    for row in rows {
        let past = earlier.get(&row.metric_key).map_or(&[][..], Vec::as_slice);
        lines.entry(row.item_id).or_default().push(score_line(caller, &row.row(), past));
    }
    Ok(lines)
}

pub(in crate::web) fn score_line(caller: &Caller, row: &Row, past: &[PastFigure]) -> ScoreLine {
    let (t, f) = (caller.texts(), caller.format());
    let figure = |amount: Option<Amount>| amount.map_or_else(String::new, |a| scorecards::figure(&f, a, &row.unit));
    let last = past.first().and_then(|p| Some((Amount::from_hundredths(p.actual)?, f.day(p.starts_at))));
    let chip = match row.gap() {
        Gap::Reached | Gap::Beyond(_) | Gap::Under(_) => ("ok", "✓"),
        Gap::Left { .. } | Gap::Above(_) => ("near", "◔"),
        Gap::NoTarget | Gap::NotKnown => ("", ""),
    };
    ScoreLine {
        metric: row.metric.clone(),
        target: figure(row.target),
        actual: figure(row.actual),
        last: last.map_or_else(String::new, |(a, day)| t.score_last_on(figure(Some(a)), f.day_month_plain(day))),
        gap: scorecards::gap(&f, row, f.day(caller.now())),
        chip,
        trend: trend(caller, &f, row, past),
    }
}

/// Figures from the oldest to the present one.
fn trend(caller: &Caller, f: &Format, row: &Row, past: &[PastFigure]) -> Option<Trend> {
    let before = past.iter().rev().filter_map(|p| Amount::from_hundredths(p.actual));
    let figures: Vec<Amount> = before.chain(row.actual).collect();
    let plot = plot(&figures, row.target, PLOT)?;
    let words: Vec<String> = figures.iter().map(|a| f.amount(*a)).collect();
    let points: Vec<String> = plot.points.iter().map(|(x, y)| format!("{x},{y}")).collect();
    Some(Trend {
        points: points.join(" "),
        target: plot.target,
        words: caller.texts().score_plot(&row.metric, words.join(", ")),
        figures: words.join(" → "),
    })
}

async fn thanks(
    tx: &mut Tx,
    caller: &Caller,
    full: &FullMeeting,
    found: &mut HashMap<AgendaItemId, Inside>,
) -> Result<(), Failure> {
    let all = store::recognitions::of_meeting(tx, full.meeting.id).await?;
    let names = names(tx, &all).await?;
    for item in full.agenda.iter().filter(|item| item.kind == ItemKind::Recognition) {
        let Some(inside) = found.get_mut(&item.id) else { continue };
        let of_item = || all.iter().filter(|r| r.item_id == item.id);
        if caller.actor()?.sees_thanks(full, item, caller.now()) {
            inside.thanks = of_item().map(|r| view(r, &names)).collect();
            inside.only_you = full.meeting.starts_at > caller.now() && !inside.thanks.is_empty();
        } else {
            inside.kept_back = of_item().next().is_some();
        }
    }
    Ok(())
}

/// Names of everybody who is thanked.
pub(super) async fn names(tx: &mut Tx, all: &[Recognition]) -> Result<HashMap<PersonId, String>, Failure> {
    let mut ids: Vec<PersonId> = all.iter().map(|r| r.person_id).collect();
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    Ok(store::people::by_ids(tx, &ids).await?.into_iter().map(|p| (p.id, p.name)).collect())
}

fn view(r: &Recognition, names: &HashMap<PersonId, String>) -> Thanks {
    Thanks {
        name: names.get(&r.person_id).cloned().unwrap_or_default(),
        reason: r.reason.clone(),
        metric: r.metric.clone(),
    }
}
