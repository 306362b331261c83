//! Answer an invitation by the link in its mail: no account, no sign-in, in the reader's language and time. Opening the
//! page never changes anything, because mail scanners open every link.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};

mod idea;
mod input;
mod proposal;
mod reminder;
mod worth;

use super::{
    access::Access,
    caller::Caller,
    failure::Failure,
    form::{Errors, Form},
    meeting::{
        agenda::{self, Point},
        answers::{choice, read},
        invite_file, people,
        when::When,
    },
    page::{self, Nav, Notice, Page},
    path::One,
    routes::Routes,
    state::{Reads, Writes},
};
use crate::{
    app::{
        answer::{self, Opened, Standing},
        error::{AppError, Refusal},
        series::{self, facts::person},
    },
    domain::{
        itip::compose::visible_to,
        letter::Reader,
        meeting::{Answer, AttendeeRole},
        time::Zone,
    },
    i18n::{format::Format, labels},
    store::{self, inputs::Input, proposals::TimeProposal},
};

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .page("/r/{token}", Access::Link, show)
        .command("/r/{token}", Access::Link, create)
        .page("/r/{token}/invite.ics", Access::Link, download)
        .page("/r/{token}/proposal", Access::Link, proposal::show)
        .command("/r/{token}/proposal", Access::Link, proposal::create)
        .command("/r/{token}/proposal/withdrawal", Access::Link, proposal::withdraw)
        .command("/r/{token}/reminder", Access::Link, reminder::create)
        .page("/r/{token}/idea", Access::Link, idea::show)
        .command("/r/{token}/idea", Access::Link, idea::create)
        .page("/r/{token}/input", Access::Link, input::show)
        .command("/r/{token}/input", Access::Link, input::create)
        .page("/r/{token}/worth", Access::Link, worth::show)
        .command("/r/{token}/worth", Access::Link, worth::create)
}

#[derive(Template)]
#[template(path = "answer/show.html")]
struct AnswerPage<'a> {
    page: Page<'a>,
    opened: &'a Opened,
    token: &'a str,
    standing: Standing,
    errors: Errors,
    /// Whether the form is shown, or the answer that was given.
    asks: bool,
    chosen: Answer,
    comment: String,
    when: When,
    place: String,
    others: String,
    points: Vec<Point>,
    chip: (&'static str, &'static str, String),
    answered_at: String,
    /// Whether another time may be suggested.
    proposes: bool,
    proposal: Option<proposal::Own>,
    input: Option<Input>,
}

#[derive(Template)]
#[template(path = "answer/gone.html")]
struct GonePage<'a> {
    page: Page<'a>,
    title: String,
    body: String,
}

/// What came with the request.
#[derive(Default)]
struct Asked {
    /// The form is wanted, whatever was answered before.
    wants_form: bool,
    chosen: Option<Answer>,
    comment: Option<String>,
    errors: Errors,
    /// A point was just suggested.
    suggested: bool,
}

async fn show(
    State(reads): State<Reads>,
    caller: Caller,
    One(token): One<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let query = Form::from_query(query.as_deref());
    let chosen = choice(query.get("a"));
    let suggested = query.get("done") == "idea";
    let asked = Asked { wants_form: chosen.is_some() || query.has("change"), chosen, suggested, ..Asked::default() };
    let held = open(&reads, &token).await?;
    if query.get("a") == "c" && held.opened.may_propose(caller.now()) {
        return Ok(Redirect::to(&format!("/r/{token}/proposal")).into_response());
    }
    render(&reads, &caller, (&token, &held), (StatusCode::OK, asked))
}

/// What a link opens, and what its holder has sent by it.
struct Held {
    opened: Opened,
    proposal: Option<TimeProposal>,
    input: Option<Input>,
}

async fn open(reads: &Reads, token: &str) -> Result<Held, Failure> {
    let mut tx = reads.begin().await?;
    let opened = answer::open_next(&mut tx, reads.links(), (token, reads.now())).await?;
    let proposal = store::proposals::newest_by(&mut tx, opened.attendee.id).await?;
    let input = store::inputs::by_attendee(&mut tx, opened.attendee.id).await?;
    Ok(Held { opened, proposal, input })
}

async fn create(
    State(writes): State<Writes>,
    caller: Caller,
    One(token): One<String>,
    form: Form,
) -> Result<Response, Failure> {
    let reads = writes.reads();
    let held = open(&reads, &token).await?;
    let t = crate::i18n::texts(held.opened.reader.language);
    let back = |errors| Asked {
        wants_form: true,
        chosen: choice(form.get("a")),
        comment: Some(form.get("comment").chars().take(8_000).collect()),
        errors,
        suggested: false,
    };
    let given = match read(t, &form) {
        Ok(given) => given,
        Err(errors) => {
            let invalid = (StatusCode::UNPROCESSABLE_ENTITY, back(errors));
            return render(&reads, &caller, (&token, &held), invalid);
        }
    };
    let all = held.opened.full.meeting.series_id.is_some() && form.get("all") == "yes";
    let done = if all {
        Box::pin(series::answer::by_link(&writes.app, &token, given, caller.address())).await
    } else {
        answer::by_link(&writes.app, &token, given, caller.address()).await
    };
    match done {
        Err(AppError::Refused(Refusal::TooMany(seconds))) => {
            let mut errors = Errors::default();
            errors.add("a", t.reply_slow(seconds));
            let slow = (StatusCode::TOO_MANY_REQUESTS, back(errors));
            let mut response = render(&reads, &caller, (&token, &held), slow)?;
            response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
            Ok(response)
        }
        // Called off, over or without this person meanwhile: the page says which.
        Ok(()) | Err(AppError::Refused(_)) => Ok(Redirect::to(&format!("/r/{token}")).into_response()),
        Err(error) => Err(error.into()),
    }
}

async fn download(State(reads): State<Reads>, One(token): One<String>) -> Result<Response, Failure> {
    let opened = open(&reads, &token).await?.opened;
    if matches!(opened.standing(reads.now()), Standing::Expired | Standing::Removed) {
        return Err(Failure::Gone);
    }
    // A customer's page would be a secret, and calendar files are kept and passed on.
    let own = opened.attendee.person_id.map(|_| page_of(&reads, &opened));
    if let Some(series) = opened.full.meeting.series_id {
        let reader = (opened.reader.language, own.as_deref(), Some(person(&opened.attendee)));
        let mut tx = reads.begin().await?;
        return invite_file::date_file(&reads, (&mut tx, series, opened.full.meeting.id), reader).await;
    }
    let reader = (opened.reader.language, own.as_deref(), Some(opened.attendee.id));
    invite_file::file(&reads, (&opened.full.meeting, &opened.facts), reader)
}

fn page_of(reads: &Reads, opened: &Opened) -> String {
    format!("{}/meetings/{}", reads.settings().base_url, opened.full.meeting.id)
}

/// The caller as the holder of this link.
fn speaking(caller: &Caller, opened: &Opened) -> Caller {
    let zone = Zone::named(&opened.reader.zone).unwrap_or_else(|_| Zone::utc());
    caller.speaking(opened.reader.language, zone)
}

/// Speaks to the holder of a link, whoever is signed in in that browser.
pub(super) fn spoken_to<'a>(reads: &Reads, caller: &'a Caller, reader: &Reader) -> Page<'a> {
    let zone = Zone::named(&reader.zone).unwrap_or_else(|_| Zone::utc());
    let mut page = Page::new(reads, caller, Nav::None);
    page.actor = None;
    page.f = Format::new(reader.language, reader.clock, zone);
    page
}

/// Adds what keeps pages behind secret links out of indexes. That their addresses go to no other site is said on
/// every page of the site.
pub(super) fn unlisted(mut response: Response) -> Response {
    response.headers_mut().insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex"));
    response
}

fn render(
    reads: &Reads,
    caller: &Caller,
    (token, held): (&str, &Held),
    (status, asked): (StatusCode, Asked),
) -> Result<Response, Failure> {
    let opened = &held.opened;
    let caller = speaking(caller, opened);
    let page = spoken_to(reads, &caller, &opened.reader);
    let notice = asked.suggested.then(|| Notice::new(page.t.idea_made_by_link()));
    let page = page.with_notice(notice);
    let standing = opened.standing(caller.now());
    let organizer = &opened.facts.organizer;
    let gone = match standing {
        Standing::Expired if opened.is_customer() => {
            Some(page.t.reply_expired_customer(&organizer.name, &organizer.email))
        }
        Standing::Expired => Some(page.t.reply_expired(&organizer.name, &organizer.email)),
        Standing::Removed if opened.is_customer() => Some(page.t.reply_removed_customer(&organizer.name)),
        Standing::Removed => Some(page.t.reply_removed(&organizer.name)),
        _ => None,
    };
    if let Some(body) = gone {
        let title = page.t.reply_gone_title();
        return page::html(StatusCode::GONE, &GonePage { page, title, body }).map(unlisted);
    }
    let proposes = opened.may_propose(caller.now());
    let page = AnswerPage { proposes, ..answer_page(page, (token, held), (standing, asked)) };
    page::html(status, &page).map(unlisted)
}

fn answer_page<'a>(
    page: Page<'a>,
    (token, held): (&'a str, &'a Held),
    (standing, asked): (Standing, Asked),
) -> AnswerPage<'a> {
    let opened = &held.opened;
    let (t, f) = (page.t, page.f.clone());
    let (m, a) = (&opened.full.meeting, &opened.attendee);
    let me = opened.facts.attendee(a.id);
    let seen = me.map_or_else(Vec::new, |me| visible_to(&opened.facts, me));
    let name = |id| seen.iter().find(|p| p.id == id).map(|p| p.name.clone());
    let others = seen.iter().filter(|p| p.id != a.id && p.role != AttendeeRole::Chair).map(|p| p.name.as_str());
    let place = [labels::format(t, m.format), m.place.clone()];
    AnswerPage {
        standing,
        errors: asked.errors,
        asks: standing == Standing::Open && (asked.wants_form || a.answer == Answer::Open),
        chosen: asked.chosen.unwrap_or(a.answer),
        comment: asked.comment.unwrap_or_else(|| a.comment.clone()),
        when: When::of(&f, (opened.facts.starts_at, opened.facts.ends_at), &m.zone),
        place: place.into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(", "),
        others: others.collect::<Vec<_>>().join(", "),
        points: agenda::points(t, &f, &opened.full, name),
        chip: people::chip(t, a.answer),
        answered_at: a.answered_at.map(|at| f.subject_when(at)).unwrap_or_default(),
        proposes: false,
        proposal: held.proposal.as_ref().and_then(|p| proposal::own(t, &f, (opened, p))),
        input: held.input.clone(),
        page,
        opened,
        token,
    }
}
