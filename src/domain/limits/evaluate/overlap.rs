//! Being in two places at once, and not knowing.

use super::{
    case::{Case, Part, Subject, inside},
    count::Count,
    touched::{minutes, seconds, without},
};
use crate::domain::{
    limits::{
        facts::Outside,
        rule::Rule,
        verdict::{Reading, Unit, Unjudged},
    },
    time::Interval,
};

/// Minutes in which those who must come must be elsewhere too. Somebody else's time is a new clash, however much the
/// old version clashed: only what lies within the old time is as before.
pub(super) fn overlap(case: &Case<'_>, rule: &Rule, out: &mut Vec<Reading>) {
    case.each(rule, Part::Required, out, |subject| elsewhere(case, subject));
}

fn elsewhere(case: &Case<'_>, subject: &Subject<'_>) -> Result<Count, Unjudged> {
    let old = subject.was;
    let taken = taken(case, subject, old)?;
    let clash = |span: Interval| seconds(span, taken.iter().copied());
    let before = minutes(old.map_or(0, clash));
    let fresh = match old {
        Some(old) => without(subject.span, old).map(clash).sum(),
        None => clash(subject.span),
    };
    let count = Count::new(Unit::Minutes, before, minutes(clash(subject.span)), 0);
    Ok(Count { grown: fresh > 0, ..count })
}

/// What takes somebody's time around either version.
fn taken(case: &Case<'_>, subject: &Subject<'_>, old: Option<Interval>) -> Result<Vec<Interval>, Unjudged> {
    let near = |span: &Interval| span.overlaps(&subject.span) || old.is_some_and(|old| span.overlaps(&old));
    let meetings = case.others(&subject.facts.load, |l| l.required && near(&l.span))?.map(|l| l.span);
    Ok(meetings.chain(subject.facts.busy.iter().copied().filter(near)).collect())
}

/// Whether an outside calendar of somebody who must come cannot be read. As before only within the old time.
pub(super) fn unknown(case: &Case<'_>, rule: &Rule, out: &mut Vec<Reading>) {
    case.each(rule, Part::Required, out, |subject| {
        let unknown = subject.facts.outside == Outside::Unknown;
        let count = Count::fault(unknown && subject.was.is_some(), unknown);
        let as_before = subject.was.is_some_and(|was| inside(subject.span, was));
        Ok(Count { grown: unknown && !as_before, ..count })
    });
}
