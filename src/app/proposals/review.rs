//! How suggested times stand with limits and with everybody's time, for whoever decides.

use chrono::{DateTime, Utc};

use super::times;
use crate::{
    app::{
        error::Result,
        judge::{self, Newcomers},
        preview,
    },
    domain::{
        limits::{
            evaluate::evaluate,
            facts::{Facts, Load, Proposal, Shape},
            verdict::Verdict,
        },
        time::Interval,
    },
    store::{Tx, meetings::FullMeeting, proposals::TimeProposal},
};

/// A suggestion and what moving the meeting there would mean.
#[derive(Debug)]
pub struct Reviewed {
    /// The suggestion.
    pub proposal: TimeProposal,
    /// The judgement that the move would meet; a forecast.
    pub verdict: Verdict,
    /// Names of those who are busy then, by name.
    pub busy: Vec<String>,
}

/// Judges suggestions for a meeting. Facts are read once for all of them.
///
/// # Errors
/// As [`preview::outline_change`].
pub async fn review(
    tx: &mut Tx,
    now: DateTime<Utc>,
    full: &FullMeeting,
    proposals: Vec<TimeProposal>,
) -> Result<Vec<Reviewed>> {
    let spans = || proposals.iter().filter_map(TimeProposal::span);
    let first = spans().map(|span| span.start()).min();
    let last = spans().map(|span| span.end()).max();
    let Some(stretch) = first.zip(last).and_then(|(first, last)| Interval::new(first, last)) else {
        return Ok(Vec::new());
    };
    let outlined = preview::outline_change(tx, full, &times::asked_anew(full)).await?;
    let facts = judge::facts_over(tx, now, (&outlined.proposal, stretch), &Newcomers::default()).await?;
    let reviewed = |proposal: TimeProposal| {
        let span = proposal.span()?;
        let asked = Proposal { new: Shape { span, ..outlined.proposal.new.clone() }, ..outlined.proposal.clone() };
        Some(Reviewed { verdict: evaluate(&facts, &asked), busy: busy(&facts, &asked), proposal })
    };
    Ok(proposals.into_iter().filter_map(reviewed).collect())
}

fn busy(facts: &Facts, asked: &Proposal) -> Vec<String> {
    let span = asked.new.span;
    let elsewhere = |load: &[Load]| load.iter().any(|l| Some(l.meeting) != asked.meeting && l.span.overlaps(&span));
    let people = asked.new.people.iter().filter_map(|a| facts.people.get(&a.person));
    let people = people.filter(|p| elsewhere(&p.load) || p.busy.iter().any(|b| b.overlaps(&span)));
    let contacts = asked.new.contacts.iter().filter_map(|id| facts.contacts.get(id));
    let contacts = contacts.filter(|c| elsewhere(&c.load));
    let mut names: Vec<String> = people.map(|p| p.name.clone()).chain(contacts.map(|c| c.name.clone())).collect();
    names.sort();
    names.dedup();
    names
}
