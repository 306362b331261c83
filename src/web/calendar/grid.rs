//! The grid of a week or a day: columns of lists, dressed by the style sheet.

use chrono::{DateTime, NaiveDate, Utc};

use super::{
    blocks::Block,
    days_off::DaysOff,
    layout::{self, Grid, Lane, Rows},
};
use crate::{
    domain::{hours::WorkingHours, ids::PersonId, time::Interval},
    i18n::{
        Texts,
        format::{Case, Format},
    },
};

/// A grid ready to be drawn.
pub(in crate::web) struct WeekGrid {
    /// Classes that set the number of rows and columns.
    pub(in crate::web) class: String,
    /// The hours down the side.
    pub(in crate::web) hours: Vec<Hour>,
    /// Days of one person, or people on one day.
    pub(in crate::web) columns: Vec<Column>,
}

impl WeekGrid {
    /// Whether some meetings have no lane.
    pub(in crate::web) fn has_over(&self) -> bool {
        self.columns.iter().any(|column| !column.over.is_empty())
    }
}

/// One hour down the side.
pub(in crate::web) struct Hour {
    pub(in crate::web) class: String,
    pub(in crate::web) label: String,
}

/// A day, or a person's day.
pub(in crate::web) struct Column {
    /// Number for the heading's id.
    pub(in crate::web) number: usize,
    pub(in crate::web) today: bool,
    /// Where the heading leads; a person's does not.
    pub(in crate::web) href: Option<String>,
    /// Weekday or name.
    pub(in crate::web) title: String,
    /// Date; may be empty.
    pub(in crate::web) note: String,
    /// The day off, in words; may be empty.
    pub(in crate::web) holiday: String,
    /// The row of the present moment, if it is in sight.
    pub(in crate::web) now: Option<String>,
    /// Meetings and free times by start.
    pub(in crate::web) lines: Vec<Line>,
    /// Meetings that have no lane.
    pub(in crate::web) over: Vec<Block>,
    /// How many those are, in words; may be empty.
    pub(in crate::web) more: String,
}

/// A meeting or a free time in a column.
pub(in crate::web) struct Line {
    /// Rows and lane.
    pub(in crate::web) place: String,
    pub(in crate::web) what: What,
}

/// What a line shows.
pub(in crate::web) enum What {
    /// A meeting, with the class of those that have one line of text.
    Meeting { block: Block, extra: &'static str },
    /// Free time: the link that plans a meeting there, and its words.
    Free { href: String, label: String, at: String },
}

/// Whom free time is offered to.
pub(super) struct Offer<'a> {
    pub(super) hours: &'a WorkingHours,
    pub(super) now: DateTime<Utc>,
}

/// What the columns have in common.
pub(super) struct Drawing<'a> {
    pub(super) t: &'static Texts,
    pub(super) f: Format,
    pub(super) now: DateTime<Utc>,
    pub(super) offer: Option<Offer<'a>>,
    /// Days off of the reader.
    pub(super) days_off: DaysOff,
    /// The query that keeps the choice of people.
    pub(super) kept: &'a str,
}

impl Drawing<'_> {
    /// A column for each day.
    pub(super) fn days(&self, days: &[NaiveDate], blocks: &[Block]) -> WeekGrid {
        let grid = self.grid(days, blocks);
        let today = self.f.day(self.now);
        let columns = days.iter().enumerate().map(|(number, day)| Column {
            number,
            today: *day == today,
            href: Some(format!("/cal/{day}{}", self.kept)),
            title: Format::opening(&self.f.weekday(*day)),
            note: self.f.day_month_plain(*day),
            holiday: self.days_off.on(*day),
            ..self.column(&grid, *day, &blocks.iter().collect::<Vec<_>>())
        });
        finish(&grid, columns.collect())
    }

    /// A column for each person on one day.
    pub(super) fn people(&self, day: NaiveDate, people: &[(PersonId, String)], blocks: &[Block]) -> WeekGrid {
        let grid = self.grid(&[day], blocks);
        let columns = people.iter().enumerate().map(|(number, (id, name))| {
            let theirs: Vec<&Block> = blocks.iter().filter(|b| b.person == *id).collect();
            Column { number, title: name.clone(), ..self.column(&grid, day, &theirs) }
        });
        finish(&grid, columns.collect())
    }

    fn grid(&self, days: &[NaiveDate], blocks: &[Block]) -> Grid {
        let spans: Vec<Interval> = blocks.iter().map(|b| b.span).collect();
        Grid::around(self.f.zone(), days, &spans)
    }

    fn column(&self, grid: &Grid, day: NaiveDate, blocks: &[&Block]) -> Column {
        let mut here: Vec<(Rows, &Block)> =
            blocks.iter().filter_map(|b| Some((grid.place(day, &b.span)?, *b))).collect();
        here.sort_by_key(|(rows, block)| (rows.start, block.span));
        let lanes = layout::lanes(&here.iter().map(|(rows, _)| *rows).collect::<Vec<Rows>>());
        let over: Vec<Block> =
            here.iter().zip(&lanes).filter(|(_, lane)| **lane == Lane::Over).map(|((_, b), _)| (*b).clone()).collect();
        let mut content: Vec<(u32, Line)> = here
            .iter()
            .zip(&lanes)
            .map(|((rows, block), lane)| {
                let extra = if rows.end - rows.start <= 2 { " short" } else { "" };
                let place = format!("{}{}", rows_class(*rows), lane_class(*lane));
                (rows.start, Line { place, what: What::Meeting { block: (*block).clone(), extra } })
            })
            .collect();
        content.extend(self.free(grid, day, blocks));
        content.sort_by_key(|(start, _)| *start);
        Column {
            number: 0,
            today: false,
            href: None,
            title: String::new(),
            note: String::new(),
            holiday: String::new(),
            now: grid.row_of(day, self.now).map(|row| format!("r{row} s1")),
            lines: content.into_iter().map(|(_, line)| line).collect(),
            more: if over.is_empty() { String::new() } else { self.t.calendar_more(over.len()) },
            over,
        }
    }

    fn free(&self, grid: &Grid, day: NaiveDate, blocks: &[&Block]) -> Vec<(u32, Line)> {
        let Some(offer) = &self.offer else { return Vec::new() };
        // Time that was called off or declined is free again, but the link to it would lie on top of the block.
        let mut taken: Vec<Interval> = blocks.iter().map(|b| b.span).collect();
        taken.sort_unstable();
        let gaps = layout::gaps(self.f.zone(), day, offer.hours, &taken, offer.now);
        let line = |gap: Interval| {
            let rows = grid.place(day, &gap)?;
            let start = self.f.zone().local(gap.start()).format("%Y-%m-%dT%H:%M");
            let href = format!("/meetings/new?start={start}");
            let label = self.t.calendar_free(self.f.time_range(gap.start(), gap.end()));
            let weekday = self.f.weekday_in(day, Case::On);
            let at = self.t.calendar_plan_on(weekday, self.f.time(gap.start()));
            let what = What::Free { href, label, at };
            Some((rows.start, Line { place: rows_class(rows), what }))
        };
        gaps.into_iter().filter_map(line).collect()
    }
}

fn finish(grid: &Grid, columns: Vec<Column>) -> WeekGrid {
    let hours =
        grid.hours().into_iter().map(|(hour, rows)| Hour { class: rows_class(rows), label: format!("{hour:02}") });
    WeekGrid { class: format!("n{} d{}", grid.rows(), columns.len()), hours: hours.collect(), columns }
}

fn rows_class(rows: Rows) -> String {
    format!("r{} s{}", rows.start, rows.end - rows.start)
}

fn lane_class(lane: Lane) -> String {
    match lane {
        Lane::Beside { of: 1, .. } => String::new(),
        Lane::Beside { at, of } => format!(" {}{of}", ["a", "b", "c"].get(usize::from(at)).unwrap_or(&"c")),
        Lane::Over => " over-full".to_owned(),
    }
}
