//! What people are to do, as their meetings agreed: one's own, and for those who manage teams their people's.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use chrono::{NaiveDate, TimeDelta};

use super::{
    access::Access,
    caller::Caller,
    failure::Failure,
    form::Form,
    page::{self, Nav, Notice, Page},
    path::One,
    routes::Routes,
    state::{Reads, Writes},
};
use crate::{
    app::{actions, actor::Actor},
    domain::{
        ids::{ActionId, MeetingId, PersonId},
        minutes::ActionState,
    },
    i18n::course as words,
    store::{self, actions::Listed},
};

/// For so many days an action that was settled can be found again.
const SETTLED_DAYS: i64 = 30;

pub(super) fn routes(routes: Routes) -> Routes {
    routes.page("/actions", Access::SignedIn, list).command("/actions/{id}", Access::SignedIn, settle)
}

#[derive(Template)]
#[template(path = "course/actions.html")]
struct ListPage<'a> {
    page: Page<'a>,
    /// Whether those of the reader's teams are shown.
    teams: bool,
    /// Whether the reader manages teams.
    manages: bool,
    open: Vec<Row>,
    settled: Vec<Row>,
}

struct Row {
    id: ActionId,
    what: String,
    who: String,
    meeting: MeetingId,
    title: String,
    when: String,
    due: String,
    late: bool,
    today: bool,
    words: String,
}

async fn list(State(reads): State<Reads>, caller: Caller, RawQuery(query): RawQuery) -> Result<Response, Failure> {
    let (actor, query) = (caller.actor()?, Form::from_query(query.as_deref()));
    let manages = !actor.manages.is_empty();
    let teams = manages && query.get("whose") == "teams";
    let people = people(actor, teams);
    let mut tx = reads.begin().await?;
    let open = store::actions::open_of(&mut tx, &people).await?;
    let since = caller.now() - TimeDelta::days(SETTLED_DAYS);
    let settled = store::actions::ended_of(&mut tx, &people, since).await?;
    let notice = (query.get("done") == "settled").then(|| Notice::new(caller.texts().actions_done_settled()));
    let today = caller.format().day(caller.now());
    page::ok(&ListPage {
        page: Page::new(&reads, &caller, Nav::Meetings).with_notice(notice),
        teams,
        manages,
        open: open.into_iter().map(|one| row(&caller, one, today)).collect(),
        settled: settled.into_iter().map(|one| row(&caller, one, today)).collect(),
    })
}

/// The reader, or everybody in the teams that they manage.
fn people(actor: &Actor, teams: bool) -> Vec<PersonId> {
    if !teams {
        return vec![actor.id()];
    }
    let mut people: Vec<PersonId> = actor.managed_people.iter().copied().collect();
    people.sort_unstable();
    people.truncate(1_000);
    people
}

fn row(caller: &Caller, one: Listed, today: NaiveDate) -> Row {
    let (t, f, action) = (caller.texts(), caller.format(), one.action);
    let open = action.state == ActionState::Open;
    Row {
        id: action.id,
        what: action.body,
        who: one.owner.unwrap_or_default(),
        meeting: action.meeting_id,
        title: one.title,
        when: f.day_month(f.day(one.starts_at)),
        due: action.due_on.map(|day| f.day_month(day)).unwrap_or_default(),
        late: open && action.due_on.is_some_and(|day| day < today),
        today: open && action.due_on == Some(today),
        words: words::action_state(t, action.state),
    }
}

/// Done, not needed, or open again; back to where the button was.
async fn settle(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<ActionId>,
    form: Form,
) -> Result<Response, Failure> {
    let state: ActionState = match form.get("do") {
        "" => ActionState::Done,
        word => word.parse().map_err(|_| Failure::Unreadable)?,
    };
    let action = actions::settle(&writes.app, caller.actor()?, id, state).await?;
    let back = match form.get("from") {
        "minutes" => format!("/meetings/{}/minutes?done=settled", action.meeting_id),
        "meeting" => format!("/meetings/{}?done=settled", action.meeting_id),
        "teams" => "/actions?whose=teams&done=settled".to_owned(),
        _ => "/actions?done=settled".to_owned(),
    };
    Ok(Redirect::to(&back).into_response())
}
