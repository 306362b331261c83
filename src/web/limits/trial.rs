//! *Try it on last quarter*: what a limit would have asked, before it is turned on.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::Response,
};

use super::{
    edit::{Around, EditorPage},
    kind::Kind,
    rule_page::{known, told},
};
use crate::{
    app::limits::{self, Over, Replay},
    domain::{ids::RuleId, limits::rule::Rule},
    i18n::limits::reading,
    web::{
        caller::Caller,
        failure::Failure,
        form::Form,
        page::{self, Nav, Page},
        path::One,
        state::Reads,
    },
};

/// Meetings on a page.
const PAGE: usize = 50;

/// A meeting that the limit would have asked about.
struct Row {
    /// Nothing when the reader may not see the meeting.
    href: Option<String>,
    title: String,
    when: String,
    customer: bool,
    why: Vec<String>,
}

#[derive(Template)]
#[template(path = "limits/trial.html")]
struct TrialPage<'a> {
    page: Page<'a>,
    sentence: String,
    /// What came of it, in words.
    result: String,
    /// What it was tried under, where that may have been otherwise then.
    remark: Option<String>,
    upcoming: bool,
    rows: Vec<Row>,
    /// Addresses of the pages around this one.
    previous: Option<String>,
    next: Option<String>,
    /// The stored rule.
    id: Option<RuleId>,
    /// What is typed and not stored, to be turned on from here, and where it goes.
    form: Option<Form>,
    target: String,
}

pub(super) async fn stored(
    State(reads): State<Reads>,
    caller: Caller,
    One(id): One<RuleId>,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let known = known(&reads, &caller, id).await?;
    // What others do under it is for those who set limits for others.
    if !known.writes && !caller.actor()?.sets_limits_of_others() {
        return Err(Failure::Forbidden);
    }
    let (Some(rule), Some(sentence)) = (known.rule, known.text) else { return Err(Failure::NotFound) };
    let query = Form::from_query(query.as_deref());
    let over = if query.get("over") == "upcoming" { Over::Upcoming } else { Over::LastQuarter };
    let number = query.get("page").parse::<usize>().unwrap_or(1).clamp(1, 1_000);
    let found = try_it(&reads, &caller, &rule, over).await?;
    let page = TrialPage { id: Some(id), ..drawn(&reads, &caller, (sentence, found), (over, number)) };
    let over = if over == Over::Upcoming { "upcoming" } else { "quarter" };
    let link = |number: usize| format!("/limits/{id}/trial?over={over}&page={number}");
    let next = page.next.is_some().then(|| link(number + 1));
    page::ok(&TrialPage { previous: (number > 1).then(|| link(number - 1)), next, ..page })
}

/// Tries what is typed into the editor; nothing is stored.
pub(super) async fn typed(State(reads): State<Reads>, caller: Caller, form: Form) -> Result<Response, Failure> {
    let Ok(kind) = form.get("kind").parse::<Kind>() else { return Err(Failure::Unreadable) };
    let stored = match form.get("rule").parse::<RuleId>() {
        Ok(id) => Some(known(&reads, &caller, id).await?),
        Err(_) => None,
    };
    let target = stored.as_ref().map_or_else(|| "/limits/new".to_owned(), |known| format!("/limits/{}", known.id));
    let around = Around::of(&reads, &caller, form.get("scope")).await?;
    let rule = match around.read(&caller, kind, &form) {
        Ok(rule) if !form.has("back") => rule,
        read => {
            let page = around.page(&reads, &caller, kind, (form, read.err().unwrap_or_default()));
            let page = EditorPage { known: stored, ..page };
            return if page.errors.is_empty() { page::ok(&page) } else { page::invalid(&page) };
        }
    };
    let sentence = told(&reads, &caller, &rule).await?;
    let found = try_it(&reads, &caller, &rule, Over::LastQuarter).await?;
    let page = drawn(&reads, &caller, (sentence, found), (Over::LastQuarter, 1));
    page::ok(&TrialPage { form: Some(form), target, next: None, ..page })
}

async fn try_it(reads: &Reads, caller: &Caller, rule: &Rule, over: Over) -> Result<Option<Replay>, Failure> {
    if !limits::can_be_tried(&rule.measure) {
        return Ok(None);
    }
    Ok(Some(limits::replay(&mut reads.begin().await?, caller.now(), rule, over).await?))
}

fn drawn<'a>(
    reads: &Reads,
    caller: &'a Caller,
    (sentence, found): (String, Option<Replay>),
    (over, number): (Over, usize),
) -> TrialPage<'a> {
    let page = Page::new(reads, caller, Nav::Limits);
    let t = page.t;
    let upcoming = over == Over::Upcoming;
    let (result, rows, more) = match &found {
        None => (t.limits_trial_impossible(), Vec::new(), false),
        Some(found) => {
            let skip = (number - 1) * PAGE;
            let rows = found.asked.iter().skip(skip).take(PAGE);
            let rows = rows.map(|(asked, meeting)| row(caller, found, asked, meeting)).collect();
            (summary(&page, found, upcoming), rows, found.asked.len() > skip + PAGE)
        }
    };
    TrialPage {
        remark: found.as_ref().filter(|found| found.as_set_today && !upcoming).map(|_| t.limits_trial_today()),
        page,
        sentence,
        result,
        upcoming,
        rows,
        previous: None,
        next: more.then(String::new),
        id: None,
        form: None,
        target: String::new(),
    }
}

/// `In quarter 3 of 2026 it would have asked 14 times in 212 meetings, 3 of them with customers.`
fn summary(page: &Page<'_>, found: &Replay, upcoming: bool) -> String {
    let t = page.t;
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let (asked, meetings) = (number(found.asked.len()), number(found.meetings));
    if upcoming {
        return t.limits_trial_upcoming(asked, meetings);
    }
    let (year, quarter) = limits::quarter(found.days.0);
    let when = t.limit_in_quarter(quarter, year.to_string());
    t.limits_trial_result(when, asked, meetings, number(found.with_customers))
}

fn row(
    caller: &Caller,
    found: &Replay,
    asked: &crate::domain::limits::trial::Asked,
    meeting: &crate::store::past::Meeting,
) -> Row {
    let (t, f) = (caller.texts(), caller.format());
    let shown = caller.actor_if_any().is_some_and(|actor| found.shows(actor, meeting.id));
    Row {
        href: shown.then(|| format!("/meetings/{}", meeting.id)),
        title: if shown { meeting.title.clone() } else { t.limits_trial_hidden() },
        when: format!("{} {}", f.day_month(f.day(meeting.starts_at)), f.time_range(meeting.starts_at, meeting.ends_at)),
        customer: asked.with_customer,
        why: asked.readings.iter().take(5).map(|r| reading(t, &f, r)).collect(),
    }
}

/// How many meetings to come pass a rule, for the page after saving.
pub(super) async fn passing(reads: &Reads, caller: &Caller, rule: &Rule) -> Result<usize, Failure> {
    Ok(try_it(reads, caller, rule, Over::Upcoming).await?.map_or(0, |found| found.asked.len()))
}
