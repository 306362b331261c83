//! What stands above every calendar: title, the way back and forth, views, and whose calendars are shown.

use chrono::NaiveDate;

use super::scope::Scope;
use crate::{
    domain::time::Week,
    i18n::{Texts, format::Format},
};

/// A link with its words.
pub(in crate::web) struct Link {
    pub(in crate::web) href: String,
    pub(in crate::web) label: String,
    pub(in crate::web) current: bool,
}

impl Link {
    pub(super) fn new(href: String, label: String) -> Self {
        Self { href, label, current: false }
    }
}

/// The head of a calendar.
pub(in crate::web) struct Head {
    pub(in crate::web) title: String,
    /// The dates in words, when the title does not say them; may be empty.
    pub(in crate::web) dates: String,
    /// The day off, when one day is shown; may be empty.
    pub(in crate::web) holiday: String,
    pub(in crate::web) previous: Link,
    pub(in crate::web) now: Link,
    pub(in crate::web) next: Link,
    /// Week, month, day, list.
    pub(in crate::web) views: Vec<Link>,
    /// Where the filter leads.
    pub(in crate::web) path: String,
    pub(in crate::web) scope: Scope,
}

/// The four views.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum View {
    Week,
    Month,
    Day,
    List,
}

/// The views of the time around a day.
pub(super) fn views(t: &Texts, day: NaiveDate, current: View, query: &str) -> Vec<Link> {
    let list = if query.is_empty() { format!("?from={day}") } else { format!("{query}&from={day}") };
    let all = [
        (View::Week, format!("/cal/{}{query}", Week::of(day)), t.calendar_view_week()),
        (View::Month, format!("/cal/{}{query}", day.format("%Y-%m")), t.calendar_view_month()),
        (View::Day, format!("/cal/{day}{query}"), t.calendar_view_day()),
        (View::List, format!("/cal/list{list}"), t.calendar_view_list()),
    ];
    all.into_iter().map(|(view, href, label)| Link { href, label, current: view == current }).collect()
}

/// What the reader may want to do with a week: title and dates.
pub(super) fn week_title(f: &Format, week: Week) -> (String, String) {
    let last = week.monday() + chrono::TimeDelta::days(6);
    (f.week_heading(week), f.day_range(week.monday(), last))
}
