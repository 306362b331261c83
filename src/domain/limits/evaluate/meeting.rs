//! What the meeting itself is like: length, people, notice, agenda; and how many its organizer has ahead.

use super::{
    case::{Case, needed},
    count::{Count, reading},
};
use crate::domain::limits::{
    facts::Shape,
    rule::{Measure, Rule, Scope},
    verdict::{About, Reading, Unit, Unjudged},
};

/// Length, people, notice, agenda. A rule for a team or a person is about the meetings they are in.
pub(super) fn itself(case: &Case<'_>, rule: &Rule, out: &mut Vec<Reading>) {
    let counted = match case.covers_any(rule.scope) {
        Ok(false) => return,
        Ok(true) => {
            let old = case.old(rule).filter(|old| case.covered_any(rule.scope, old));
            count(case, &rule.measure, old)
        }
        Err(why) => Err(why),
    };
    out.push(reading(rule, About::Meeting, "", counted));
}

fn count(case: &Case<'_>, measure: &Measure, old: Option<&Shape>) -> Result<Count, Unjudged> {
    let both = |unit, limit, of: &dyn Fn(&Shape) -> u32| Count::new(unit, old.map_or(0, of), of(case.new), limit);
    Ok(match measure {
        Measure::Length { most } => both(Unit::Minutes, *most, &Shape::minutes),
        Measure::People { most } => both(Unit::People, *most, &needed),
        Measure::Notice { least } => {
            let ahead = |shape: &Shape| whole((shape.span.start() - case.facts.now).num_minutes());
            let count = both(Unit::Minutes, *least, &ahead);
            Count { grown: old.is_none_or(|old| case.new.span.start() < old.span.start()), ..count }
        }
        Measure::Agenda { people, minutes } => {
            let bare = |s: &Shape| s.points == 0 && (everybody(s) > *people || s.minutes() > *minutes);
            Count::fault(old.is_some_and(bare), bare(case.new))
        }
        _ => return Err(Unjudged::UnreadableRule),
    })
}

/// Everybody listed, customers included.
fn everybody(shape: &Shape) -> u32 {
    u32::try_from(shape.people.len().saturating_add(shape.contacts.len())).unwrap_or(u32::MAX)
}

fn whole(minutes: i64) -> u32 {
    u32::try_from(minutes.max(0)).unwrap_or(u32::MAX)
}

/// Upcoming meetings of the organizer. The old version is one of them already.
pub(super) fn ahead(case: &Case<'_>, rule: &Rule, most: u32, out: &mut Vec<Reading>) {
    let organizer = case.new.organizer;
    let facts = case.facts.people.get(&organizer);
    let covered = match (rule.scope, facts) {
        (Scope::Person(one), _) => one == organizer,
        (Scope::Team(team), Some(facts)) => facts.teams.contains(&team),
        _ => true,
    };
    if !covered {
        return;
    }
    let upcoming = |shape: &Shape| u32::from(shape.organizer == organizer && shape.span.end() > case.facts.now);
    let counted = facts.ok_or(Unjudged::MissingFacts).and_then(|facts| {
        let with = |more: u32| facts.ahead.checked_add(more).ok_or(Unjudged::TooMany);
        let before = with(case.proposal.old.as_ref().map_or(0, upcoming))?;
        Ok(Count::new(Unit::Meetings, before, with(upcoming(case.new))?, most))
    });
    out.push(reading(rule, About::Person(organizer), facts.map_or("", |f| &f.name), counted));
}
