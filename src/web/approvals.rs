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
    app::approvals,
    domain::ids::{MeetingId, PersonId},
    i18n::Texts,
    store::{self, Tx, approvals::Approval},
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
        waiting: waiting.iter().map(waits).collect(),
        asked: asked.iter().map(own).collect(),
        page: Page::new(&reads, &caller, Nav::Meetings),
    })
}

/// Where a question stands, in words with the class that repeats them.
fn state(t: &Texts, approval: &Approval) -> (&'static str, String) {
    match approval.state.as_str() {
        "approved" => ("ok", t.approval_state_approved()),
        "declined" => ("over", t.approval_state_declined()),
        "expired" => ("over", t.approval_state_expired()),
        "withdrawn" => ("info", t.approval_state_withdrawn()),
        _ => ("near", t.approval_state_open()),
    }
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
