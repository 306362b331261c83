//! Written updates once they are sent: the page of one, and the list of one's own.

use std::collections::HashMap;

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};

use super::{
    access::Access,
    caller::Caller,
    failure::Failure,
    form::Form,
    meeting::people::MailLine,
    meetings_list::Tab,
    page::{self, Nav, Notice, Page},
    path::{One, Two},
    relay_form,
    routes::Routes,
    state::{Reads, Writes},
};
use crate::{
    app::{
        error::{AppError, Refusal},
        written_update::{self, Opened},
    },
    domain::{
        ids::UpdateId,
        written::{Lead, WrittenPoint, gets_time_back},
    },
    i18n::labels,
    store::{
        self, Tx,
        deliveries::Progress,
        written::{Entry, Recipient},
    },
};

/// Updates of one page.
const PAGE: i64 = 50;
/// Pages that can be turned to.
const MOST_PAGES: i64 = 200;

pub(super) fn routes(routes: Routes) -> Routes {
    routes.page("/updates", Access::SignedIn, list).page("/updates/{id}", Access::SignedIn, show).command(
        "/updates/{id}/mails/{mail}/again",
        Access::Planner,
        send_again,
    )
}

#[derive(Template)]
#[template(path = "updates/list.html")]
struct ListPage<'a> {
    page: Page<'a>,
    rows: Vec<Row>,
    /// Links to the pages before and after.
    previous: Option<String>,
    next: Option<String>,
}

struct Row {
    id: UpdateId,
    title: String,
    purpose: String,
    author: String,
    sent: String,
    answer_by: String,
}

async fn list(State(reads): State<Reads>, caller: Caller, RawQuery(query): RawQuery) -> Result<Response, Failure> {
    let query = Form::from_query(query.as_deref());
    let number = query.get("page").parse().unwrap_or(1).clamp(1, MOST_PAGES);
    let mut tx = reads.begin().await?;
    // One more than is shown tells whether there are more.
    let part = (PAGE + 1, (number - 1) * PAGE);
    let mut found = store::written::of_person(&mut tx, caller.actor()?.id(), part).await?;
    let shown = usize::try_from(PAGE).unwrap_or(0);
    let more = found.len() > shown && number < MOST_PAGES;
    found.truncate(shown);
    let (t, f) = (caller.texts(), caller.format());
    let row = |e: Entry| Row {
        id: e.id,
        title: e.title,
        purpose: labels::purpose(t, e.purpose),
        author: e.author,
        sent: f.subject_when(e.sent_at),
        answer_by: e.answer_by.map_or_else(String::new, |day| f.day_month(day)),
    };
    page::ok(&ListPage {
        rows: found.into_iter().map(row).collect(),
        previous: (number > 1).then(|| format!("/updates?page={}", number - 1)),
        next: more.then(|| format!("/updates?page={}", number + 1)),
        page: Page::new(&reads, &caller, Nav::Meetings),
    })
}

#[derive(Template)]
#[template(path = "updates/show.html")]
struct ShowPage<'a> {
    page: Page<'a>,
    id: UpdateId,
    title: String,
    purpose: String,
    sent: String,
    words: String,
    points: Vec<PointView>,
    answer_by: Option<String>,
    saving: String,
    people: Vec<PersonView>,
    may_resend: bool,
    mails_stay: bool,
}

struct PointView {
    title: String,
    details: String,
    wanted: String,
}

struct PersonView {
    name: String,
    own: bool,
    customer: bool,
    /// How they would have taken part.
    role: String,
    mail: Option<MailLine>,
}

async fn show(
    State(reads): State<Reads>,
    caller: Caller,
    One(id): One<UpdateId>,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let actor = caller.actor()?;
    let mut tx = reads.begin().await?;
    let opened = written_update::open(&mut tx, actor, id).await?;
    let author = store::people::by_id(&mut tx, opened.update.author_id).await?.ok_or(Failure::NotFound)?;
    let organization = store::organization::load(&mut tx).await?;
    let relayed = relay_form::leaves(&reads, organization.as_ref());
    let (people, saving) = (people(&mut tx, &caller, &opened, relayed).await?, saving(&caller, &opened));
    let notice = notice(&caller, &Form::from_query(query.as_deref()), &opened);
    let (t, f, update) = (caller.texts(), caller.format(), opened.update);
    let points: Vec<WrittenPoint> =
        serde_json::from_str(&update.points).map_err(|error| Failure::Internal(error.to_string()))?;
    page::ok(&ShowPage {
        id,
        purpose: labels::purpose(t, update.purpose),
        sent: t.updates_sent_by(author.name, f.long_date_time(update.sent_at)),
        words: update.body,
        points: points.into_iter().map(|point| point_view(&caller, point)).collect(),
        answer_by: update.answer_by.map(|day| t.updates_answer_by(f.weekday_with_day(day))),
        saving,
        people,
        may_resend: opened.answers_for && actor.may_plan().is_ok(),
        mails_stay: !relayed && opened.answers_for,
        title: update.title,
        page: Page::new(&reads, &caller, Nav::Meetings).with_notice(notice),
    })
}

fn notice(caller: &Caller, query: &Form, opened: &Opened) -> Option<Notice> {
    let t = caller.texts();
    let text = match query.get("done") {
        "sent" if opened.update.author_id == caller.actor_if_any()?.id() => {
            t.updates_done_sent(opened.recipients.len())
        }
        "again" if opened.answers_for => t.done_again(),
        "forgotten" if opened.answers_for => t.done_forgotten(),
        "silent" if opened.answers_for => t.updates_done_silent(),
        _ => return None,
    };
    Some(Notice::new(text))
}

fn point_view(caller: &Caller, point: WrittenPoint) -> PointView {
    let t = caller.texts();
    let who = match point.lead {
        Lead::Seat { name, .. } => name,
        Lead::Everyone | Lead::Unnamed => t.meeting_everyone(),
    };
    PointView {
        details: format!("{} · {who}", labels::item_kind(t, point.kind)),
        wanted: labels::wanted(t, point.wanted),
        title: point.title,
    }
}

/// People who would have had to come times length.
fn saving(caller: &Caller, opened: &Opened) -> String {
    let (t, f) = (caller.texts(), caller.format());
    let comes = |r: &&Recipient| r.person_id.is_some() && gets_time_back(r.role);
    let people = u32::try_from(opened.recipients.iter().filter(comes).count() + 1).unwrap_or(u32::MAX);
    let minutes = u32::try_from(opened.update.minutes).unwrap_or(0);
    t.written_saves(people, f.duration(minutes), f.duration(minutes.saturating_mul(people)))
}

async fn people(tx: &mut Tx, caller: &Caller, opened: &Opened, relayed: bool) -> Result<Vec<PersonView>, Failure> {
    let mut mails: HashMap<i64, Progress> = HashMap::new();
    if opened.answers_for {
        let found = store::written::deliveries(tx, opened.update.id).await?;
        mails.extend(found.into_iter().map(|d| (d.position, d.mail)));
    }
    let (t, f, now, me) = (caller.texts(), caller.format(), caller.now(), caller.actor()?.id());
    let person = |r: &Recipient| PersonView {
        name: r.name.clone(),
        own: r.person_id == Some(me),
        customer: r.contact_id.is_some(),
        role: labels::attendee_role(t, r.role),
        mail: mails.get(&r.position).map(|mail| MailLine::of((t, &f), (now, relayed), mail)),
    };
    Ok(opened.recipients.iter().map(person).collect())
}

async fn send_again(
    State(writes): State<Writes>,
    caller: Caller,
    Two(id, mail): Two<UpdateId, i64>,
) -> Result<Response, Failure> {
    let actor = caller.actor()?;
    let done = match written_update::send_again(&writes.app, actor, &actor.may_plan()?, (id, mail)).await {
        Ok(()) => "again",
        Err(AppError::Refused(Refusal::MailForgotten)) => "forgotten",
        Err(AppError::Refused(Refusal::DoNotContact(_))) => "silent",
        Err(error) => return Err(error.into()),
    };
    Ok(Redirect::to(&format!("/updates/{id}?done={done}")).into_response())
}
