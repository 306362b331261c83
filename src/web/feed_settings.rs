//! A person's calendar subscriptions.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};

use super::{
    access::Access,
    caller::Caller,
    failure::Failure,
    form::{Errors, Form},
    page::{self, Nav, Notice, Page},
    path::One,
    routes::Routes,
    state::{Reads, Writes},
};
use crate::{
    app::{
        error::{AppError, Refusal},
        feeds::{self, Issued, MAX_FEEDS},
    },
    domain::{
        feed::FeedKind,
        ids::{FeedId, TeamId},
    },
    i18n::Texts,
    store::{self, feeds::Feed, teams::Team},
};

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .page("/settings/feeds", Access::SignedIn, show)
        .command("/settings/feeds", Access::SignedIn, create)
        .page("/settings/feeds/{id}/rotation", Access::SignedIn, confirm_rotation)
        .command("/settings/feeds/{id}/rotation", Access::SignedIn, rotate)
        .command("/settings/feeds/{id}/revocation", Access::SignedIn, revoke)
}

#[derive(Template)]
#[template(path = "feeds/list.html")]
struct FeedsPage<'a> {
    page: Page<'a>,
    errors: Errors,
    rows: Vec<Row>,
    kinds: Vec<Kind>,
    once: String,
}

struct Row {
    id: FeedId,
    label: String,
    used: String,
}

/// Something to subscribe to: the value of the form, its label and what it shows.
struct Kind {
    value: String,
    label: String,
    hint: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "feeds/issued.html")]
struct IssuedPage<'a> {
    page: Page<'a>,
    label: String,
    /// The address for reading it out and copying.
    plain: String,
    /// The same for calendar programs.
    webcal: String,
    rotated: bool,
}

async fn show(State(reads): State<Reads>, caller: Caller, RawQuery(query): RawQuery) -> Result<Response, Failure> {
    let query = Form::from_query(query.as_deref());
    let notice = match query.get("done") {
        "revoked" => Some(Notice::new(caller.texts().feeds_revoked())),
        "made-before" => Some(Notice::new(caller.texts().feeds_made_before())),
        _ => None,
    };
    let mut page = feeds_page(&reads, &caller, "mine", Errors::default()).await?;
    page.page = page.page.with_notice(notice);
    page::ok(&page)
}

async fn feeds_page<'a>(
    reads: &Reads,
    caller: &'a Caller,
    chosen: &str,
    errors: Errors,
) -> Result<FeedsPage<'a>, Failure> {
    let actor = caller.actor()?;
    let (t, f) = (caller.texts(), caller.format());
    let mut tx = reads.begin().await?;
    let mut teams = store::teams::list(&mut tx).await?;
    teams.retain(|team| actor.sees_team(team.id));
    let all = store::feeds::of_person(&mut tx, actor.id()).await?;
    let rows = all.into_iter().map(|feed| Row {
        id: feed.id,
        label: label(t, &feed, &teams),
        used: feed.last_used_at.map_or_else(|| t.feeds_never_used(), |at| t.feeds_used(f.subject_when(at))),
    });
    let rows = rows.collect();
    let kind = |value: String, label, hint| Kind { chosen: value == chosen, value, label, hint };
    let mut kinds = vec![
        kind("mine".to_owned(), t.feeds_kind_mine(), t.feeds_hint_mine()),
        kind("customers".to_owned(), t.feeds_kind_customers(), t.feeds_hint_customers()),
        kind("busy".to_owned(), t.feeds_kind_busy(), t.feeds_hint_busy()),
    ];
    kinds.extend(teams.into_iter().map(|team| {
        let hint = if actor.sees_meetings_of_team(team.id) { t.feeds_hint_team() } else { t.feeds_hint_team_busy() };
        kind(format!("team {}", team.id), t.feeds_kind_team(team.name), hint)
    }));
    Ok(FeedsPage { page: Page::new(reads, caller, Nav::Settings), errors, rows, kinds, once: reads.once_key() })
}

fn label(t: &Texts, feed: &Feed, teams: &[Team]) -> String {
    match feed.kind {
        FeedKind::Mine => t.feeds_kind_mine(),
        FeedKind::Customers => t.feeds_kind_customers(),
        FeedKind::Busy => t.feeds_kind_busy(),
        FeedKind::Team => {
            let team = teams.iter().find(|team| Some(team.id) == feed.team_id);
            team.map_or_else(|| t.feeds_kind_team_gone(), |team| t.feeds_kind_team(team.name.clone()))
        }
    }
}

/// What the form asks for.
fn parse(form: &Form) -> Option<(FeedKind, Option<TeamId>)> {
    let value = form.get("kind");
    match value.split_once(' ') {
        Some(("team", team)) => Some((FeedKind::Team, Some(team.parse().ok()?))),
        _ => value.parse().ok().filter(|kind| *kind != FeedKind::Team).map(|kind| (kind, None)),
    }
}

async fn create(State(writes): State<Writes>, caller: Caller, form: Form) -> Result<Response, Failure> {
    let t = caller.texts();
    let mut errors = Errors::default();
    let Some((kind, team)) = parse(&form) else {
        errors.add("kind", t.field_choose_one());
        return page::invalid(&feeds_page(&writes.reads(), &caller, "", errors).await?);
    };
    let actor = caller.actor()?;
    // Whoever goes back and chooses something else asks for another one.
    let mut key = form.once(format!("{} feed {}", actor.id(), form.get("kind")));
    if !form.has("once") {
        key.key = writes.reads().once_key();
    }
    match feeds::create(&writes.app, actor, (kind, team), &key).await {
        Ok(issued) => shown_once(&writes, &caller, &issued, false).await,
        Err(AppError::Refused(Refusal::TooManyFeeds)) => {
            errors.add("kind", t.feeds_too_many(MAX_FEEDS));
            page::invalid(&feeds_page(&writes.reads(), &caller, form.get("kind"), errors).await?)
        }
        Err(AppError::KeyReused) => Ok(Redirect::to("/settings/feeds?done=made-before").into_response()),
        Err(error) => Err(error.into()),
    }
}

#[derive(Template)]
#[template(path = "feeds/rotation.html")]
struct RotationPage<'a> {
    page: Page<'a>,
    id: FeedId,
    label: String,
}

async fn confirm_rotation(
    State(reads): State<Reads>,
    caller: Caller,
    One(id): One<FeedId>,
) -> Result<Response, Failure> {
    let mut tx = reads.begin().await?;
    let feed = store::feeds::by_id(&mut tx, caller.actor()?.id(), id).await?.ok_or(Failure::NotFound)?;
    let label = label(caller.texts(), &feed, &store::teams::list(&mut tx).await?);
    page::ok(&RotationPage { page: Page::new(&reads, &caller, Nav::Settings), id, label })
}

async fn rotate(State(writes): State<Writes>, caller: Caller, One(id): One<FeedId>) -> Result<Response, Failure> {
    let issued = feeds::rotate(&writes.app, caller.actor()?, id).await?;
    shown_once(&writes, &caller, &issued, true).await
}

async fn revoke(State(writes): State<Writes>, caller: Caller, One(id): One<FeedId>) -> Result<Response, Failure> {
    feeds::revoke(&writes.app, caller.actor()?, id).await?;
    Ok(Redirect::to("/settings/feeds?done=revoked").into_response())
}

/// The page with the secret address. It answers the POST itself: an address with the secret in it would stay in the
/// browser's history.
async fn shown_once(writes: &Writes, caller: &Caller, issued: &Issued, rotated: bool) -> Result<Response, Failure> {
    let reads = writes.reads();
    let actor = caller.actor()?;
    let mut tx = reads.begin().await?;
    let teams = store::teams::list(&mut tx).await?;
    let feed = store::feeds::by_id(&mut tx, actor.id(), issued.id).await?.ok_or(Failure::NotFound)?;
    let plain = format!("{}/f/{}.ics", reads.settings().base_url, issued.token.as_str());
    let rest = plain.split_once("://").map_or(plain.as_str(), |(_, rest)| rest);
    let page = IssuedPage {
        page: Page::new(&reads, caller, Nav::Settings),
        label: label(caller.texts(), &feed, &teams),
        webcal: format!("webcal://{rest}"),
        plain,
        rotated,
    };
    let status = if rotated { StatusCode::OK } else { StatusCode::CREATED };
    let mut response = page::html(status, &page)?;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_subscribed_to() {
        let kind = |value: &str| parse(&Form::new(vec![("kind".to_owned(), value.to_owned())])).map(|(kind, _)| kind);
        assert_eq!(kind("mine"), Some(FeedKind::Mine));
        assert_eq!(kind("team 01890000-0000-7000-8000-000000000001"), Some(FeedKind::Team));
        for bad in ["", "team", "team x", "all", "MINE"] {
            assert_eq!(kind(bad), None, "{bad}");
        }
    }
}
