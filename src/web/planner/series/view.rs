//! The fields of a series, and its dates as they would be: which take place, and how each stands with limits.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::{rule, skipped};
use crate::{
    app::{
        preview::Needs,
        series::{forecast::DateForecast, holidays},
    },
    domain::{
        limits::rule::Level,
        planning::Start,
        series::{
            dates::{SeriesDate, dates},
            rule::Rule,
        },
        time::{Interval, Zone},
    },
    i18n::{Texts, limits::reading, series::sentence},
    store::Tx,
    web::{
        failure::Failure,
        form::Errors,
        planner::{desk::Desk, impact, outline, parse},
        repeats::{self, DateView},
    },
};

/// The fields of a series, and what comes of them.
#[derive(Default)]
pub(in crate::web::planner) struct SeriesView {
    pub(in crate::web::planner) repeats: Vec<(String, String)>,
    pub(in crate::web::planner) holidays: Vec<(String, String)>,
    /// Further weekdays as days from Monday, and whether they are chosen; of a weekly series.
    pub(in crate::web::planner) weekdays: Vec<(u8, String, bool)>,
    pub(in crate::web::planner) sentence: String,
    pub(in crate::web::planner) dates: Vec<DateView>,
    /// The first date that takes place.
    pub(in crate::web::planner) first: Option<Interval>,
    /// What the dates need, taken together.
    pub(in crate::web::planner) needs: Needs,
}

impl SeriesView {
    /// Whether there is anything to say about a date.
    pub(in crate::web::planner) fn noted(&self) -> bool {
        self.dates.iter().any(|date| !date.note.is_empty())
    }

    /// The days that limits stop, for the button that leaves them out.
    pub(in crate::web::planner) fn over(&self) -> Vec<&str> {
        self.dates.iter().filter(|date| date.stopped && !date.skipped).map(|date| date.day.as_str()).collect()
    }

    /// Whether the form asks for a series that is understood.
    pub(in crate::web::planner) const fn is_on(&self) -> bool {
        self.first.is_some()
    }
}

/// What the form says about the series so far.
struct Asked {
    start: Start,
    minutes: u32,
    rule: Rule,
    all: Vec<SeriesDate>,
}

impl Asked {
    /// The dates that take place.
    fn held(&self, skipped: &[NaiveDate]) -> Vec<&SeriesDate> {
        let takes_place = |date: &&SeriesDate| date.start().is_some() && !skipped.contains(&date.original.date());
        self.all.iter().filter(takes_place).collect()
    }

    fn spans(&self, held: &[&SeriesDate]) -> Vec<Interval> {
        let length = TimeDelta::minutes(i64::from(self.minutes));
        held.iter().filter_map(|date| date.start().and_then(|(_, at)| Interval::new(at, at + length))).collect()
    }
}

/// When the dates of the series take place; `None` where the form asks for none, or cannot be understood yet.
pub(in crate::web::planner) async fn spans(desk: &Desk<'_>, tx: &mut Tx) -> Result<Option<Vec<Interval>>, Failure> {
    let asked = asked(desk, tx).await?;
    Ok(asked.map(|asked| asked.spans(&asked.held(&skipped(desk)))))
}

/// The fields and, once the first date is understood, all dates; `None` for a change of a meeting.
pub(in crate::web::planner) async fn view(desk: &Desk<'_>, tx: &mut Tx) -> Result<Option<SeriesView>, Failure> {
    if desk.meeting.is_some() {
        return Ok(None);
    }
    let t = desk.t();
    let mut view = SeriesView { repeats: choices(t), holidays: repeats::on_holidays(t), ..SeriesView::default() };
    let Some(asked) = asked(desk, tx).await? else { return Ok(Some(view)) };
    view.weekdays = super::repeats(&desk.typed).weekdays(&desk.f, asked.start.local.date());
    let skipped = skipped(desk);
    let held = asked.held(&skipped);
    if let Some(last) = held.last() {
        let about = (asked.start.local.time(), held.len(), last.original.date());
        view.sentence = sentence(t, &desk.f, &asked.rule, about);
    }
    let spans = asked.spans(&held);
    view.first = spans.first().copied();
    let forecasts = outline::dates(desk, tx, &spans).await?;
    for needs in forecasts.iter().map(|date| &date.needs) {
        view.needs.tick |= needs.tick;
        view.needs.reason |= needs.reason;
    }
    let told: HashMap<DateTime<Utc>, &DateForecast> = forecasts.iter().map(|date| (date.span.start(), date)).collect();
    let forecast = |date: &SeriesDate| date.start().and_then(|(_, at)| told.get(&at).copied());
    view.dates = asked.all.iter().map(|date| date_view(desk, date, (&skipped, forecast(date)))).collect();
    Ok(Some(view))
}

/// Complaints about these fields are made when the form is sent.
async fn asked(desk: &Desk<'_>, tx: &mut Tx) -> Result<Option<Asked>, Failure> {
    if !super::repeats(&desk.typed).is_on() {
        return Ok(None);
    }
    let (reading, mut unsaid) = (desk.reading(), Errors::default());
    let start = parse::start(&reading, &desk.typed, &mut unsaid);
    let minutes = parse::minutes(&reading, &desk.typed, &mut unsaid);
    let (Some(start), Some(minutes)) = (start, minutes) else { return Ok(None) };
    let (Ok(Some(rule)), Ok(zone)) = (rule(desk, &start), Zone::named(&start.zone)) else { return Ok(None) };
    let country = holidays::country(tx, &desk.organizer).await?;
    let all = dates(&rule, start.local, (&zone, country), minutes);
    Ok(all.ok().map(|all| Asked { start, minutes, rule, all }))
}

fn date_view(desk: &Desk<'_>, date: &SeriesDate, (skipped, told): (&[NaiveDate], Option<&DateForecast>)) -> DateView {
    let (t, day) = (desk.t(), date.original.date());
    let zoned = impact::format(desk);
    let passed = told.and_then(|told| told.verdict.passed().find(|r| r.asks() > Some(Level::Inform)));
    let passed = passed.map(|r| reading(t, &zoned, r));
    let stopped = told.map_or_else(|| desk.said.stopped_dates.contains(&day), |told| told.needs.other);
    DateView::of((t, &desk.f), date, skipped, (passed, stopped))
}

fn choices(t: &Texts) -> Vec<(String, String)> {
    [(String::new(), t.series_repeat_no())].into_iter().chain(repeats::choices(t)).collect()
}
