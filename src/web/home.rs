//! My week: what is today, how much of the week meetings take, and what waits for me.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::Response,
};
use chrono::{DateTime, Days, TimeDelta, Utc};

use super::{
    access::Access,
    approvals::Names,
    calendar::{self, blocks::Contents, grid::WeekGrid, layout, scope::Scope, scope::Shown},
    caller::Caller,
    failure::Failure,
    form::Form,
    load::{
        meter::{self, Meter},
        selling,
    },
    page::{self, Nav, Page},
    routes::Routes,
    state::Reads,
};
use crate::{
    app::{actor::Actor, approvals, customers::rhythm::due_before, series::endless::decide::waiting_for},
    domain::{
        ids::AccountId,
        inbound::is_worth_telling,
        time::{Interval, Week},
    },
    i18n::format::Format,
    store::{
        self, Tx,
        approvals::Approval,
        customers::Due,
        matters::{Moment, Waiting, Waits},
        series_approvals::SeriesApproval,
    },
};

/// Most matters that are shown at once; more would hide what is urgent.
const MOST_MATTERS: i64 = 5;
/// Most customers that are shown to be due soon.
const MOST_NEAR: usize = 5;

pub(super) fn routes(routes: Routes) -> Routes {
    routes.page("/", Access::SignedIn, show)
}

#[derive(Template)]
#[template(path = "home/week.html")]
struct HomePage<'a> {
    page: Page<'a>,
    title: String,
    dates: String,
    previous: Week,
    next: Week,
    /// How much of the week meetings take; `None` without meetings.
    load: Option<String>,
    /// What is left of protected selling time; said in place of `load` to those who keep any.
    protected: Option<String>,
    /// How far the tightest limit per week is used.
    meter: Option<Meter>,
    /// What an empty week is good for.
    open_hours: String,
    matters: Vec<Matter>,
    /// Customers of theirs that are due soon.
    near: Vec<Near>,
    grid: WeekGrid,
    /// Where the weekend is shown, when it is hidden.
    weekend: Option<String>,
}

/// Something that waits for the reader.
struct Matter {
    href: String,
    words: String,
    /// Where a button leads that may settle it, and its words.
    act: Option<(String, String)>,
}

impl Matter {
    fn new(href: String, words: String) -> Self {
        Self { href, words, act: None }
    }
}

async fn show(State(reads): State<Reads>, caller: Caller, RawQuery(query): RawQuery) -> Result<Response, Failure> {
    let actor = caller.actor()?;
    let query = Form::from_query(query.as_deref());
    let f = caller.format();
    let week = match query.get("week") {
        "" => Week::of(f.day(caller.now())),
        week => week.parse().map_err(|_| Failure::NotFound)?,
    };
    let zone = caller.zone();
    let span =
        Interval::new(zone.start_of(week.monday()), zone.start_of(week.next().monday())).ok_or(Failure::NotFound)?;
    let mut tx = reads.begin().await?;
    let own = Scope::own(actor);
    let shown = own.entries(&mut tx, actor, span).await?;
    let held = own.held(&mut tx, (span, caller.now())).await?;
    let meter = meter::of_week(&mut tx, &caller, actor, week).await?;
    let protected = selling::of_week(&mut tx, &caller, actor, week).await?;
    let mut waiting = store::matters::of_person(&mut tx, actor.id(), &moment(&caller), MOST_MATTERS).await?;
    let near = near(&caller, std::mem::take(&mut waiting.soon));
    let matters = matters(&mut tx, &caller, actor, waiting).await?;
    let (grid, weekend_hidden) =
        calendar::own_week(&caller, actor, week, Contents { shown: &shown, held: &held }, query.has("weekend"));
    let weekend = weekend_hidden.then(|| format!("/?week={week}&weekend=1"));
    let page = Page::new(&reads, &caller, Nav::Week);
    let (title, dates) = calendar::week_heading(&caller, week);
    let (load, open_hours) = load(page.t, &f, actor, &shown, span);
    page::ok(&HomePage {
        page,
        title,
        dates,
        previous: week.previous(),
        next: week.next(),
        load,
        protected,
        meter,
        open_hours,
        matters,
        near,
        grid,
        weekend,
    })
}

/// Meeting hours against working hours, in words. Two meetings at once take their time once.
fn load(
    t: &crate::i18n::Texts,
    f: &Format,
    actor: &Actor,
    shown: &[Shown],
    week: Interval,
) -> (Option<String>, String) {
    let inside = |span: Interval| Interval::new(span.start().max(week.start()), span.end().min(week.end()));
    let taken: Vec<Interval> =
        shown.iter().filter(|s| s.entry.takes_time()).filter_map(|s| s.entry.span().and_then(inside)).collect();
    let working = actor.person.hours.weekly_minutes();
    let meetings = layout::covered(&taken);
    let words = match working.checked_sub(meetings) {
        _ if meetings == 0 => None,
        Some(left) if left > 0 => Some(t.my_week_load(f.duration(meetings), f.duration(left))),
        _ => Some(t.my_week_load_full(f.duration(meetings), f.duration(working))),
    };
    let open_hours = if working.is_multiple_of(60) {
        t.my_week_empty_hours(working / 60)
    } else {
        t.my_week_empty(f.duration(working))
    };
    (words, open_hours)
}

/// Mails that did not arrive, questions to decide, calendars and answers that cannot be read, invitations to answer, plans not sent;
/// the first five.
async fn matters(tx: &mut Tx, caller: &Caller, actor: &Actor, waiting: Waiting) -> Result<Vec<Matter>, Failure> {
    let (t, f, now) = (caller.texts(), caller.format(), caller.now());
    let mut matters = Vec::new();
    for w in waiting.undelivered {
        matters.push(Matter::new(format!("/meetings/{}#people", w.id), t.my_week_undelivered(w.name, w.title)));
    }
    if waiting.questions {
        matters.extend(questions(tx, caller, actor).await?);
    }
    // Colleagues do not know the reader's time while a calendar cannot be read.
    for w in waiting.calendars {
        let act = (format!("/settings/calendars/{}/reading", w.id), t.time_calendars_try());
        let words = t.time_matter_calendar(w.title, f.subject_when(w.at));
        matters.push(Matter { act: Some(act), ..Matter::new("/settings/calendars".to_owned(), words) });
    }
    matters.extend(failing_folder(tx, caller, actor).await?);
    for w in waiting.reviews {
        let words = t.review_matter(w.title, f.day_month_plain(f.day(w.at)).trim_end_matches('.'));
        matters.push(Matter::new(format!("/series/{}/review", w.id), words));
    }
    for w in waiting.proposals {
        let words = t.my_week_proposal(w.name, w.title);
        matters.push(Matter::new(format!("/meetings/{}#proposals", w.id), words));
    }
    for w in waiting.invitations {
        let words = t.my_week_answer(w.title, soon(&f, w.at, now));
        matters.push(Matter::new(format!("/meetings/{}#answer", w.id), words));
    }
    for w in waiting.ideas {
        let words = t.my_week_ideas(w.name.parse::<i64>().unwrap_or(1), w.title);
        matters.push(Matter::new(format!("/meetings/{}/ideas", w.id), words));
    }
    for w in waiting.steps {
        let words = t.my_week_step(w.title, w.name);
        matters.push(Matter::new(format!("/opportunities/{}", w.id), words));
    }
    for w in waiting.next {
        let words = t.my_week_step(w.title, w.name);
        matters.push(Matter::new(format!("/meetings/{}", w.id), words));
    }
    for w in waiting.customers {
        let words = t.my_week_overdue(w.title);
        matters.push(Matter::new(format!("/customers/{}", w.id), words));
    }
    for w in waiting.actions {
        let act = (format!("/actions/{}", w.id), t.actions_mark_done());
        matters.push(Matter { act: Some(act), ..Matter::new("/actions".to_owned(), t.my_week_action(w.title)) });
    }
    for w in waiting.minutes {
        let words = t.my_week_minutes(w.title, f.subject_when(w.at));
        matters.push(Matter::new(format!("/meetings/{}/minutes", w.id), words));
    }
    for w in waiting.drafts.into_iter().filter(|_| actor.may_plan().is_ok()) {
        let words = if w.title.is_empty() { t.my_week_draft_untitled() } else { t.my_week_draft(w.title) };
        matters.push(Matter::new(format!("/meetings/new?draft={}", w.id), words));
    }
    matters.truncate(usize::try_from(MOST_MATTERS).unwrap_or(0));
    Ok(matters)
}

/// A customer that is due soon.
struct Near {
    href: String,
    name: String,
    /// `due 9 December 2026`
    due: String,
    plan: String,
}

fn near(caller: &Caller, soon: Vec<Waits<AccountId>>) -> Vec<Near> {
    let (t, f) = (caller.texts(), caller.format());
    let due = |w: &Waits<AccountId>| f.day(w.at).checked_add_days(Days::new(w.name.parse().ok()?));
    let view = |w: Waits<AccountId>| Near {
        href: format!("/customers/{}", w.id),
        due: due(&w).map_or_else(String::new, |day| t.customers_due_on(f.date(day))),
        plan: format!("/meetings/new?purpose=customer&customer={}", w.id),
        name: w.title,
    };
    soon.into_iter().take(MOST_NEAR).map(view).collect()
}

/// Now, as rules about days see it. Days begin where the reader is.
fn moment(caller: &Caller) -> Moment {
    let now = caller.now();
    let today = caller.format().day(now);
    let today_at = caller.zone().start_of(today);
    let before = |due| due_before(caller.zone(), now, due);
    Moment { now, today, today_at, overdue_before: before(Due::Overdue), due_before: before(Due::Soon) }
}

/// Questions to decide.
async fn questions(tx: &mut Tx, caller: &Caller, actor: &Actor) -> Result<Vec<Matter>, Failure> {
    let asked = approvals::waiting_for(tx, actor, caller.now()).await?;
    let names = Names::of(tx, asked.iter()).await?;
    let matter = |question: Approval| {
        let (name, title) = (names.person(question.asked_by), names.title(question.meeting_id));
        Matter::new(format!("/approvals/{}", question.id), caller.texts().approvals_matter(name, title))
    };
    let mut matters: Vec<Matter> = asked.into_iter().map(matter).collect();
    matters.extend(endless_series(tx, caller, actor).await?);
    Ok(matters)
}

/// Series of which somebody asks whether they may go on without an end.
async fn endless_series(tx: &mut Tx, caller: &Caller, actor: &Actor) -> Result<Vec<Matter>, Failure> {
    let asked = waiting_for(tx, actor, caller.now()).await?;
    if asked.is_empty() {
        return Ok(Vec::new());
    }
    let people: Vec<_> = asked.iter().map(|question| question.asked_by).collect();
    let people = store::people::by_ids(tx, &people).await?;
    let titles = store::series::titles(tx, asked.iter().map(|question| question.series_id)).await?;
    let matter = |question: &SeriesApproval| {
        let name = people.iter().find(|person| person.id == question.asked_by).map(|person| person.name.as_str());
        let title = titles.get(&question.series_id).map_or("", String::as_str);
        let words = caller.texts().endless_matter(name.unwrap_or_default(), title);
        Matter::new(format!("/series-approvals/{}", question.id), words)
    };
    Ok(asked.iter().map(matter).collect())
}

/// Answers by mail that cannot be read, for those who can mend it.
async fn failing_folder(tx: &mut Tx, caller: &Caller, actor: &Actor) -> Result<Option<Matter>, Failure> {
    if actor.may_administer().is_err() {
        return Ok(None);
    }
    let row = store::inbound_folder::load(tx).await?;
    let failing = row.and_then(|row| row.failure.zip(row.failing_since));
    let told = failing.filter(|(trouble, since)| is_worth_telling(*trouble, caller.now() - since));
    Ok(told.map(|(_, since)| {
        let words = caller.texts().folder_matter(caller.format().subject_when(since));
        Matter::new("/admin/mail#inbound".to_owned(), words)
    }))
}

/// Weekday and time within the next days, else the date.
fn soon(f: &Format, at: DateTime<Utc>, now: DateTime<Utc>) -> String {
    if at - now < TimeDelta::days(6) { format!("{} {}", f.weekday(f.day(at)), f.time(at)) } else { f.subject_when(at) }
}
