//! A report in words.

use std::collections::HashSet;

use super::{
    gather::{Gathered, Money},
    selling,
};
use crate::{
    domain::{
        ids::PersonId,
        limits::verdict::Unit,
        load::{
            figures,
            table::{Cell, Row, step},
            weekly::Used,
        },
        time::Week,
    },
    i18n::{Texts, format::Format, labels, limits},
    store::{Tx, load_report, load_report::Passed},
    web::{caller::Caller, failure::Failure},
};

/// Most breaches that are written out; the table marks all.
const MOST_BREACHES: usize = 20;

/// Everything below the heading.
pub(super) struct Report {
    pub(super) weeks: Vec<String>,
    pub(super) lines: Vec<Line>,
    /// Hours of the average, one for each week.
    pub(super) averages: Vec<String>,
    pub(super) selling: Option<String>,
    /// What internal meetings took of protected selling time, and of other time.
    pub(super) prime: Vec<String>,
    pub(super) purposes: Vec<(String, String)>,
    /// Internal meetings and meetings with customers.
    pub(super) sides: [(String, String); 2],
    /// Customers whom most time went to: name, hours, meetings.
    pub(super) customers: Vec<(String, String, String)>,
    /// Month, cost, hours without a rate; empty where nobody sees money.
    pub(super) months: Vec<(String, String, String)>,
    pub(super) breaches: Vec<String>,
    /// Words about breaches that are not written out.
    pub(super) more_breaches: Option<String>,
    pub(super) passed: Vec<PassedLine>,
    pub(super) given_back: Vec<(String, String)>,
}

/// One person.
pub(super) struct Line {
    pub(super) name: String,
    pub(super) cells: Vec<CellView>,
}

/// One person in one week.
pub(super) struct CellView {
    pub(super) href: String,
    pub(super) class: String,
    pub(super) hours: String,
    pub(super) over: bool,
}

/// A limit that somebody passed.
pub(super) struct PassedLine {
    pub(super) when: String,
    pub(super) who: String,
    /// Where the meeting is, and its title, for those who may see it.
    pub(super) meeting: Option<(String, String)>,
    pub(super) level: String,
    pub(super) reason: String,
    pub(super) allowed: Option<String>,
}

pub(super) async fn report(tx: &mut Tx, caller: &Caller, gathered: &Gathered) -> Result<Report, Failure> {
    let (t, f) = (caller.texts(), caller.format());
    let since = gathered.window.span().map_or(caller.now(), |span| span.start());
    let ids = gathered.ids();
    let mut passed = load_report::passed(tx, &ids, since).await?;
    // One line for a meeting, however many people and limits it was about.
    let mut told = HashSet::new();
    passed.retain(|p| told.insert((p.meeting_id, p.person_id, p.level, p.reason.clone())));
    let given_back = load_report::given_back(tx, &ids, since).await?;
    let customers = gathered.by_customer(tx).await?;
    let totals = figures::totals(&gathered.rows);
    let selling = totals.share().map(|share| t.load_selling(length(&f, totals.selling), share));
    let (breaches, more) = breaches(t, &f, gathered);
    let purpose = |(purpose, minutes)| (labels::purpose(t, purpose), length(&f, minutes));
    Ok(Report {
        weeks: gathered.window.weeks().iter().map(|week| f.week_short(*week)).collect(),
        lines: gathered.rows.iter().map(|row| line(&f, gathered, row)).collect(),
        averages: gathered.averages.iter().flatten().map(|minutes| f.decimal_hours(*minutes)).collect(),
        selling,
        prime: selling::of_team(tx, caller, (gathered, totals.internal)).await?,
        purposes: figures::by_purpose(&gathered.sums).into_iter().map(purpose).collect(),
        sides: [
            (limits::which(t, crate::domain::limits::rule::Which::Internal), length(&f, totals.internal)),
            (limits::which(t, crate::domain::limits::rule::Which::Customer), length(&f, totals.customer)),
        ],
        customers: customers
            .into_iter()
            .map(|of| (of.name, length(&f, whole(of.minutes)), f.number(of.meetings)))
            .collect(),
        months: Money::read(tx, caller, gathered).await?.map_or_else(Vec::new, |money| months(&f, gathered, &money)),
        breaches,
        more_breaches: (more > 0).then(|| t.load_breaches_more(more)),
        passed: passed.into_iter().map(|p| passed_line(caller, gathered, p)).collect(),
        given_back: given_back
            .into_iter()
            .map(|(cause, minutes)| (back(t, &cause), length(&f, whole(minutes))))
            .collect(),
    })
}

fn line(f: &Format, gathered: &Gathered, row: &Row) -> Line {
    let cell = |(week, cell): (&Week, &Cell)| CellView {
        href: format!("/cal/{week}?who={}", row.person),
        class: format!("q{}{}", step(cell.minutes), if cell.over.is_empty() { "" } else { " brk" }),
        hours: f.decimal_hours(cell.minutes),
        over: !cell.over.is_empty(),
    };
    Line { name: name(gathered, row.person), cells: gathered.window.weeks().iter().zip(&row.cells).map(cell).collect() }
}

fn name(gathered: &Gathered, person: PersonId) -> String {
    gathered.people.iter().find(|p| p.id == person).map_or_else(String::new, |p| p.name.clone())
}

/// Newest weeks first, and how many were left out.
fn breaches(t: &Texts, f: &Format, gathered: &Gathered) -> (Vec<String>, u32) {
    let weeks = gathered.window.weeks();
    let over = |(week, cell): (usize, &Cell), person: PersonId| {
        cell.over.iter().map(|used| (week, person, *used)).collect::<Vec<_>>()
    };
    let rows = gathered.rows.iter();
    let mut all: Vec<(usize, PersonId, Used)> =
        rows.flat_map(|row| row.cells.iter().enumerate().flat_map(move |cell| over(cell, row.person))).collect();
    all.sort_by_key(|(week, ..)| std::cmp::Reverse(*week));
    let more = u32::try_from(all.len().saturating_sub(MOST_BREACHES)).unwrap_or(u32::MAX);
    let words = |(week, person, used): (usize, PersonId, Used)| {
        let week = weeks.get(week).map_or_else(String::new, |week| f.week_label(*week));
        t.load_breach(name(gathered, person), week, progress(t, f, used))
    };
    (all.into_iter().take(MOST_BREACHES).map(words).collect(), more)
}

/// `Internal meetings: 9 h of 8 h`
pub(super) fn progress(t: &Texts, f: &Format, used: Used) -> String {
    let number = |number: u32| match used.unit {
        Unit::Minutes => f.duration(number),
        Unit::Meetings | Unit::People | Unit::Fault => f.number(i64::from(number)),
    };
    t.load_progress(limits::which(t, used.which), number(used.used), number(used.most))
}

/// Month, cost, and hours without a rate.
fn months(f: &Format, gathered: &Gathered, money: &Money) -> Vec<(String, String, String)> {
    let month = |cost: figures::MonthCost| {
        (Format::opening(&f.month_year(cost.month)), f.money(cost.cost, &money.currency), length(f, cost.unpriced))
    };
    figures::by_month(&gathered.window, &gathered.sums, &money.rates).into_iter().map(month).collect()
}

fn passed_line(caller: &Caller, gathered: &Gathered, passed: Passed) -> PassedLine {
    let (t, f) = (caller.texts(), caller.format());
    let actor = caller.actor_if_any();
    let sees = actor.is_some_and(|a| a.id() == passed.organizer_id || a.leads(passed.organizer_id));
    PassedLine {
        when: f.day_month(f.day(passed.starts_at)),
        who: name(gathered, passed.person_id),
        meeting: sees.then(|| (format!("/meetings/{}", passed.meeting_id), passed.title)),
        level: limits::level(t, passed.level),
        reason: if passed.reason.is_empty() { t.load_passed_no_reason() } else { passed.reason },
        allowed: passed.approver.map(|name| t.load_passed_allowed(name)),
    }
}

fn back(t: &Texts, cause: &str) -> String {
    match cause {
        "cancelled" => t.load_back_cancelled(),
        "shortened" => t.load_back_shortened(),
        _ => t.load_back_written(),
    }
}

pub(super) fn length(f: &Format, minutes: u64) -> String {
    f.duration(u32::try_from(minutes).unwrap_or(u32::MAX))
}

fn whole(minutes: i64) -> u64 {
    u64::try_from(minutes).unwrap_or(0)
}
