//! Hours per person and week, with the limits that are passed.

use std::collections::HashMap;

use super::{
    weekly::{Part, Used, WeeklyLimit},
    window::Window,
};
use crate::domain::{
    ids::{PersonId, TeamId},
    time::Week,
};

/// What somebody's meetings of one kind sum up to in one [`Slot`](super::window::Slot).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sum {
    /// Whose.
    pub person: PersonId,
    /// Place in [`Window::slots`].
    pub slot: usize,
    /// The meetings.
    pub part: Part,
}

/// Somebody in the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub person: PersonId,
    /// Teams they are in.
    pub teams: Vec<TeamId>,
    /// Working minutes of each week of the window.
    pub working: Vec<u32>,
}

/// One person in one week. All numbers but `meetings` are minutes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// In meetings.
    pub minutes: u32,
    /// Number of meetings.
    pub meetings: u32,
    /// In meetings without a customer.
    pub internal: u32,
    /// Working time.
    pub working: u32,
    /// Limits that are passed.
    pub over: Vec<Used>,
}

impl Cell {
    /// Working minutes that internal meetings leave.
    #[must_use]
    pub const fn selling(&self) -> u32 {
        self.working.saturating_sub(self.internal)
    }
}

/// One person over all weeks of the window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Who.
    pub person: PersonId,
    /// One for each week.
    pub cells: Vec<Cell>,
}

/// The rows in the order of the members. Sums of others, and of slots that the window does not have, are left out.
#[must_use]
pub fn rows(window: &Window, members: &[Member], sums: &[Sum], limits: &[WeeklyLimit<'_>]) -> Vec<Row> {
    let mut parts: HashMap<(PersonId, usize), Vec<Part>> = HashMap::new();
    for sum in sums {
        if let Some(slot) = window.slots().get(sum.slot) {
            parts.entry((sum.person, slot.week)).or_default().push(sum.part);
        }
    }
    let row = |member: &Member| {
        let cell = |(i, week): (usize, &Week)| {
            let own = parts.get(&(member.person, i)).map_or(&[][..], Vec::as_slice);
            let mine = limits.iter().filter(|limit| limit.holds_for(member.person, &member.teams, *week));
            let over = mine.map(|limit| limit.used(own)).filter(Used::over).collect();
            Cell { over, ..counted(own, member.working.get(i).copied().unwrap_or(0)) }
        };
        Row { person: member.person, cells: window.weeks().iter().enumerate().map(cell).collect() }
    };
    members.iter().map(row).collect()
}

fn counted(parts: &[Part], working: u32) -> Cell {
    let mut cell = Cell { working, ..Cell::default() };
    for part in parts {
        cell.minutes = cell.minutes.saturating_add(part.minutes);
        cell.meetings = cell.meetings.saturating_add(part.meetings);
        if !part.customer {
            cell.internal = cell.internal.saturating_add(part.minutes);
        }
    }
    cell
}

/// Minutes in meetings of each week on average over the rows, rounded; nothing without rows.
#[must_use]
pub fn averages(rows: &[Row]) -> Vec<u32> {
    let weeks = rows.first().map_or(0, |row| row.cells.len());
    let people = rows.len() as u64;
    let average = |week: usize| {
        let sum: u64 = rows.iter().filter_map(|row| row.cells.get(week)).map(|cell| u64::from(cell.minutes)).sum();
        (sum + people / 2).checked_div(people).and_then(|mean| u32::try_from(mean).ok()).unwrap_or(u32::MAX)
    };
    (0..weeks).map(average).collect()
}

/// The sums of each week over the rows, with the limits that anybody passed; nothing without rows.
#[must_use]
pub fn together(rows: &[Row]) -> Vec<Cell> {
    let weeks = rows.first().map_or(0, |row| row.cells.len());
    let mut sums = vec![Cell::default(); weeks];
    for row in rows {
        for (sum, cell) in sums.iter_mut().zip(&row.cells) {
            sum.minutes = sum.minutes.saturating_add(cell.minutes);
            sum.meetings = sum.meetings.saturating_add(cell.meetings);
            sum.internal = sum.internal.saturating_add(cell.internal);
            sum.working = sum.working.saturating_add(cell.working);
            sum.over.extend_from_slice(&cell.over);
        }
    }
    sums
}

/// In how many weeks anybody has a meeting.
#[must_use]
pub fn weeks_with_meetings(rows: &[Row]) -> usize {
    let weeks = rows.first().map_or(0, |row| row.cells.len());
    let any = |week: &usize| rows.iter().any(|row| row.cells.get(*week).is_some_and(|cell| cell.meetings > 0));
    (0..weeks).filter(any).count()
}

/// How strongly a number of minutes is coloured: 0 for none, then one step for each two hours, at most 5.
#[must_use]
pub fn step(minutes: u32) -> u32 {
    minutes.div_ceil(120).min(5)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        limits::{
            facts::StoredRule,
            rule::{Level, Measure, Period, Rule, Scope, Share, Which},
        },
        load::weekly::weekly_limits,
        meeting::Purpose,
        time::Zone,
    };

    fn person(n: u128) -> PersonId {
        PersonId::from_uuid(uuid::Uuid::from_u128(n))
    }

    fn window() -> Window {
        // Three parts: all of week 48, Monday of week 49, and the rest of it.
        Window::ending_with("2026-W49".parse().unwrap(), 2, &Zone::utc())
    }

    fn member(n: u128) -> Member {
        Member { person: person(n), teams: Vec::new(), working: vec![2400, 2400] }
    }

    fn sum(n: u128, slot: usize, customer: bool, minutes: u32) -> Sum {
        let purpose = if customer { Purpose::Customer } else { Purpose::Targets };
        Sum { person: person(n), slot, part: Part { purpose, customer, minutes, meetings: 1 } }
    }

    #[test]
    fn parts_of_a_week_are_added_up() {
        let sums = [
            sum(1, 0, false, 300),
            sum(1, 1, false, 60),
            sum(1, 2, true, 90),
            sum(2, 0, false, 45),
            sum(1, 9, true, 5),
        ];
        let rows = rows(&window(), &[member(1), member(3)], &sums, &[]);
        let numbers: Vec<_> = rows[0].cells.iter().map(|c| (c.minutes, c.meetings, c.internal, c.selling())).collect();
        assert_eq!(numbers, [(300, 1, 300, 2100), (150, 2, 60, 2340)]);
        assert!(rows[1].cells.iter().all(|cell| cell.minutes == 0 && cell.selling() == 2400));
        assert_eq!(averages(&rows), [150, 75]);
        let sums: Vec<_> = together(&rows).iter().map(|c| (c.minutes, c.meetings, c.internal, c.working)).collect();
        assert_eq!(sums, [(300, 1, 300, 4800), (150, 2, 60, 4800)]);
        assert_eq!(together(&[]), []);
        assert_eq!(averages(&[]), Vec::<u32>::new());
        assert_eq!(weeks_with_meetings(&rows), 2);
        assert_eq!(weeks_with_meetings(&rows[1..]), 0);
    }

    #[test]
    fn a_limit_is_passed_above_it_and_not_at_it() {
        let measure = Measure::Minutes { most: 300, per: Period::Week, share: Share::Each };
        let from = "2026-01-01".parse().unwrap();
        let rule =
            Rule { id: None, scope: Scope::Organization, which: Which::Internal, measure, level: Level::Warn, from };
        let rules = [StoredRule::Rule(rule)];
        for (minutes, over) in [(300, 0), (301, 1)] {
            let sums = [sum(1, 0, false, minutes), sum(1, 0, true, 500)];
            let rows = rows(&window(), &[member(1)], &sums, &weekly_limits(&rules));
            assert_eq!((rows[0].cells[0].over.len(), rows[0].cells[1].over.len()), (over, 0), "{minutes}");
        }
    }

    #[test]
    fn more_meetings_than_work_leave_nothing() {
        let rows = rows(&window(), &[member(1)], &[sum(1, 0, false, 3000), sum(1, 0, false, u32::MAX)], &[]);
        assert_eq!(rows[0].cells[0].selling(), 0);
    }

    #[test]
    fn colour_grows_with_hours() {
        let cases = [(0, 0), (1, 1), (120, 1), (121, 2), (480, 4), (481, 5), (u32::MAX, 5)];
        for (minutes, expected) in cases {
            assert_eq!(step(minutes), expected, "{minutes}");
        }
    }
}
