//! Questions to whoever may allow what limits forbid: what waits, what was asked, and deciding.

use std::collections::HashMap;

use askama::Template;
use axum::{extract::State, response::Response};

use super::{
    access::Access,
    caller::Caller,
    failure::Failure,
    meeting::when::moment,
    page::{self, Nav, Page},
    routes::Routes,
    state::Reads,
};
use crate::{
    app::{approvals, series::endless},
    domain::ids::{MeetingId, PersonId},
    i18n::Texts,
    store::{self, Tx, approvals::Approval, series_approvals::SeriesApproval},
};

mod link;
mod sheet;
mod show;

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .page("/approvals", Access::SignedIn, list)
        .page("/approvals/{id}", Access::SignedIn, show::show)
        .command("/approvals/{id}", Access::SignedIn, show::decide)
        .page("/a/{token}", Access::Link, link::show)
        .command("/a/{token}", Access::Link, link::decide)
}

#[derive(Template)]
#[template(path = "approvals/list.html")]
struct ListPage<'a> {
    page: Page<'a>,
    waiting: Vec<Row>,
    asked: Vec<Row>,
}

struct Row {
    href: String,
    title: String,
    who: String,
    chip: (&'static str, String),
}

async fn list(State(reads): State<Reads>, caller: Caller) -> Result<Response, Failure> {
    let (actor, now) = (caller.actor()?, caller.now());
    let mut tx = reads.begin().await?;
    let waiting = approvals::waiting_for(&mut tx, actor, now).await?;
    let asked = store::approvals::asked_by(&mut tx, actor.id()).await?;
    let names = Names::of(&mut tx, waiting.iter().chain(&asked)).await?;
    let (more_waiting, more_asked) = series_rows(&mut tx, &caller).await?;
    let row = |a: &Approval, who: String| Row {
        href: format!("/approvals/{}", a.id),
        title: names.title(a.meeting_id),
        who,
        chip: state(caller.texts(), a),
    };
    let (t, f) = (caller.texts(), caller.format());
    let waits = |a: &Approval| {
        let who = t.approval_asked_by(names.person(a.asked_by), moment(&f, now, a.asked_at));
        row(a, who)
    };
    let own = |a: &Approval| {
        let who = match (a.is_open(), a.decided_by.zip(a.decided_at)) {
            (true, _) => t.approval_waits(names.person(a.approver_id), moment(&f, now, a.expires_at)),
            (false, Some((by, at))) => t.approval_decided_by(names.person(by), moment(&f, now, at)),
            (false, None) => String::new(),
        };
        row(a, who)
    };
    page::ok(&ListPage {
        waiting: waiting.iter().map(waits).chain(more_waiting).collect(),
        asked: asked.iter().map(own).chain(more_asked).collect(),
        page: Page::new(&reads, &caller, Nav::Meetings),
    })
}

/// Where a question stands, in words with the class that repeats them.
fn state(t: &Texts, approval: &Approval) -> (&'static str, String) {
    state_words(t, &approval.state)
}

/// The same by the stored word.
pub(super) fn state_words(t: &Texts, state: &str) -> (&'static str, String) {
    match state {
        "approved" => ("ok", t.approval_state_approved()),
        "declined" => ("over", t.approval_state_declined()),
        "expired" => ("over", t.approval_state_expired()),
        "withdrawn" => ("info", t.approval_state_withdrawn()),
        _ => ("near", t.approval_state_open()),
    }
}

/// Questions about series: those that wait for the reader, and the reader's own.
async fn series_rows(tx: &mut Tx, caller: &Caller) -> Result<(Vec<Row>, Vec<Row>), Failure> {
    let (actor, now, t, f) = (caller.actor()?, caller.now(), caller.texts(), caller.format());
    let waiting = endless::decide::waiting_for(tx, actor, now).await?;
    let asked = store::series_approvals::asked_by(tx, actor.id()).await?;
    let all = || waiting.iter().chain(&asked);
    let people: Vec<PersonId> = all().flat_map(|a| [a.asked_by, a.decided_by.unwrap_or(a.approver_id)]).collect();
    if people.is_empty() {
        return Ok((Vec::new(), Vec::new()));
    }
    let people = store::people::by_ids(tx, &people).await?;
    let name = |id| people.iter().find(|person| person.id == id).map(|person| person.name.clone()).unwrap_or_default();
    let titles = store::series::titles(tx, all().map(|a| a.series_id)).await?;
    let row = |a: &SeriesApproval, who: String| Row {
        href: format!("/series-approvals/{}", a.id),
        title: t.endless_title(titles.get(&a.series_id).cloned().unwrap_or_default()),
        who,
        chip: state_words(t, &a.state),
    };
    let waits = |a: &SeriesApproval| row(a, t.approval_asked_by(name(a.asked_by), moment(&f, now, a.asked_at)));
    let own = |a: &SeriesApproval| {
        let who = match a.decided_by.zip(a.decided_at) {
            _ if a.is_open() => t.approval_waits(name(a.approver_id), moment(&f, now, a.expires_at)),
            Some((by, at)) => t.approval_decided_by(name(by), moment(&f, now, at)),
            None => String::new(),
        };
        row(a, who)
    };
    Ok((waiting.iter().map(waits).collect(), asked.iter().map(own).collect()))
}

/// Who and what questions are about.
pub(super) struct Names {
    people: HashMap<PersonId, String>,
    titles: HashMap<MeetingId, String>,
}

impl Names {
    pub(super) async fn of<'a>(
        tx: &mut Tx,
        approvals: impl Iterator<Item = &'a Approval> + Clone,
    ) -> Result<Self, Failure> {
        let people = approvals.clone().flat_map(|a| [Some(a.asked_by), Some(a.approver_id), a.decided_by]).flatten();
        let people: Vec<PersonId> = people.collect();
        if people.is_empty() {
            return Ok(Self { people: HashMap::new(), titles: HashMap::new() });
        }
        let meetings: Vec<MeetingId> = approvals.map(|a| a.meeting_id).collect();
        let people = store::people::by_ids(tx, &people).await?;
        let meetings = store::meetings::by_ids(tx, &meetings).await?;
        Ok(Self {
            people: people.into_iter().map(|p| (p.id, p.name)).collect(),
            titles: meetings.into_iter().map(|full| (full.meeting.id, full.meeting.title)).collect(),
        })
    }

    pub(super) fn person(&self, id: PersonId) -> String {
        self.people.get(&id).cloned().unwrap_or_default()
    }

    pub(super) fn title(&self, id: MeetingId) -> String {
        self.titles.get(&id).cloned().unwrap_or_default()
    }
}
