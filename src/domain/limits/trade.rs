//! What would bring a meeting within its limits.

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    evaluate::evaluate,
    facts::{Facts, Proposal},
    rule::{Level, Measure},
    verdict::{About, Reading, Verdict},
};
use crate::domain::{ids::PersonId, time::Interval};

/// Most suggestions.
pub const MOST_TRADES: usize = 4;
/// Most people who are made optional or informed at once.
const MOST_PEOPLE: usize = 3;
/// Most tries of one kind, which bounds the cost.
const TRIES: usize = 8;
/// Lengths that people plan, in minutes, longest first.
const LENGTHS: [u32; 16] = [480, 360, 240, 180, 150, 120, 110, 90, 80, 60, 50, 45, 30, 25, 20, 15];

/// One change that is enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trade {
    /// Put at least one point on the agenda.
    AddAgenda,
    /// Make it this many minutes long.
    Shorten(u32),
    /// Let these come if they want to.
    MakeOptional(Vec<PersonId>),
    /// Start then.
    Start(DateTime<Utc>),
    /// Send these the outcome only.
    Inform(Vec<PersonId>),
}

/// At most [`MOST_TRADES`] changes, each of which alone leaves nothing to tick, to explain, to approve or to refuse;
/// the cheapest first. None when nothing is asked, or when no single change helps.
///
/// `starts` are other times in order of preference, for which the facts hold all that the rules ask for.
/// `optional_counts` is the setting of the same name.
#[must_use]
pub fn trades(facts: &Facts, proposal: &Proposal, starts: &[DateTime<Utc>], optional_counts: bool) -> Vec<Trade> {
    let verdict = evaluate(facts, proposal);
    if within(&verdict) {
        return Vec::new();
    }
    let fits = |trade: &Trade| with(proposal, trade, optional_counts).is_some_and(|p| within(&evaluate(facts, &p)));
    let minutes = proposal.new.minutes();
    let shorter = LENGTHS.iter().filter(|length| **length < minutes).map(|length| Trade::Shorten(*length));
    let groups = groups(proposal, &verdict);
    let agenda = lacks_agenda(&verdict).then_some(Trade::AddAgenda);
    let mut found: Vec<Trade> = agenda.into_iter().filter(&fits).collect();
    found.extend(shorter.take(TRIES).find(&fits));
    found.extend(groups.iter().cloned().map(Trade::MakeOptional).find(&fits));
    found.extend(starts.iter().copied().take(TRIES).map(Trade::Start).find(&fits));
    found.extend(groups.iter().cloned().map(Trade::Inform).find(&fits));
    found.truncate(MOST_TRADES);
    found
}

/// Nothing is asked of the organizer.
fn within(verdict: &Verdict) -> bool {
    verdict.asks().is_none_or(|level| level == Level::Inform)
}

fn asking(verdict: &Verdict) -> impl Iterator<Item = &Reading> {
    verdict.passed().filter(|r| r.asks() > Some(Level::Inform))
}

fn lacks_agenda(verdict: &Verdict) -> bool {
    asking(verdict).filter_map(|r| r.rule.as_ref()).any(|rule| matches!(rule.measure, Measure::Agenda { .. }))
}

/// Whom to try without: one by one, those whose limits are passed first, then all of those together. Never the
/// organizer.
fn groups(proposal: &Proposal, verdict: &Verdict) -> Vec<Vec<PersonId>> {
    let may_miss = |p: &PersonId| *p != proposal.new.organizer;
    let mut over: Vec<PersonId> = Vec::new();
    for reading in asking(verdict) {
        if let About::Person(person) = reading.about
            && may_miss(&person)
            && !over.contains(&person)
        {
            over.push(person);
        }
    }
    let required = proposal.new.people.iter().filter(|a| a.required).map(|a| a.person);
    let others: Vec<PersonId> = required.filter(|p| may_miss(p) && !over.contains(p)).collect();
    let mut groups: Vec<Vec<PersonId>> = over.iter().chain(&others).take(TRIES - 1).map(|p| vec![*p]).collect();
    if (2..=MOST_PEOPLE).contains(&over.len()) {
        groups.push(over);
    }
    groups
}

/// The meeting with the change; `None` when the change says nothing new.
fn with(proposal: &Proposal, trade: &Trade, optional_counts: bool) -> Option<Proposal> {
    let mut changed = proposal.clone();
    let new = &mut changed.new;
    match trade {
        Trade::AddAgenda => new.points = new.points.max(1),
        Trade::Shorten(minutes) => new.span = starting(new.span.start(), TimeDelta::minutes(i64::from(*minutes)))?,
        Trade::Start(start) => new.span = starting(*start, new.span.end() - new.span.start())?,
        Trade::Inform(people) => new.people.retain(|a| !people.contains(&a.person)),
        Trade::MakeOptional(people) => {
            for attending in new.people.iter_mut().filter(|a| people.contains(&a.person)) {
                attending.required = false;
                attending.counts &= optional_counts;
            }
        }
    }
    (changed.new != proposal.new).then_some(changed)
}

fn starting(start: DateTime<Utc>, length: TimeDelta) -> Option<Interval> {
    Interval::new(start, start.checked_add_signed(length)?)
}

#[cfg(test)]
mod tests {
    use super::{
        super::evaluate::world::{at, change, person, proposal, rule, world},
        *,
    };

    fn told(rules: &str, changes: &str, new: &str, starts: &[&str]) -> String {
        let mut facts = world();
        changes.split_whitespace().enumerate().for_each(|(n, word)| change(&mut facts, n as u128, word));
        facts.rules.extend(rules.split(" & ").filter(|r| !r.is_empty()).map(rule));
        let starts: Vec<_> = starts.iter().map(|s| at(s)).collect();
        let trades = trades(&facts, &proposal("-", new), &starts, false);
        let name = |p: &PersonId| facts.people[p].name.clone();
        let names = |people: &Vec<PersonId>| people.iter().map(name).collect::<Vec<_>>().join("+");
        let told = trades.iter().map(|trade| match trade {
            Trade::AddAgenda => "agenda".to_owned(),
            Trade::Shorten(minutes) => format!("shorten {minutes}"),
            Trade::MakeOptional(people) => format!("optional {}", names(people)),
            Trade::Start(start) => format!("start {}", facts.zone.local(*start).format("%a%H:%M")),
            Trade::Inform(people) => format!("inform {}", names(people)),
        });
        told.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn cheapest_first() {
        let week = "firm all minutes 480 week block";
        let cases: [(&str, &str, &str, &str); 10] = [
            (week, "", "Mon09:00+60 anna", ""),
            (week, "anna:Tue08:00+450", "Mon09:00+60 anna", "shorten 30"),
            (week, "ida:Tue08:00+450", "Mon09:00+60 anna ida", "shorten 30, optional ida, inform ida"),
            (week, "ida:Tue08:00+480 ola:Tue08:00+480", "Mon09:00+60 anna ida ola", "optional ola+ida, inform ola+ida"),
            ("firm all people 2 warn", "", "Mon09:00+60 anna ida ola", "optional ida, inform ida"),
            ("firm all length 45 reason", "", "Mon09:00+60 anna ida", "shorten 45"),
            ("firm all length 45 inform", "", "Mon09:00+60 anna ida", ""),
            ("firm all agenda 9 45 block", "", "Mon09:00+60 anna", "agenda, shorten 45"),
            (
                "firm all overlap block",
                "ida:Mon08:00+90",
                "Mon09:00+60 anna ida",
                "optional ida, start Tue10:00, inform ida",
            ),
            ("", "anna:Mon09:30+30", "Mon09:00+60 anna", "shorten 30, start Tue10:00"),
        ];
        for (rules, changes, new, expected) in cases {
            assert_eq!(told(rules, changes, new, &["Mon09:15", "Tue10:00", "Wed10:00"]), expected, "{rules} | {new}");
        }
    }

    #[test]
    fn nothing_helps_against_what_cannot_be_judged() {
        assert_eq!(told("unreadable", "", "Mon09:00+60 anna ida", &["Tue10:00"]), "");
    }

    #[test]
    fn the_organizer_stays() {
        let everybody = told("firm all people 0 block", "", "Mon09:00+60 anna ida ola", &[]);
        assert_eq!(everybody, "");
        assert_eq!(person("anna"), proposal("-", "Mon09:00+60 anna").new.organizer);
    }
}
