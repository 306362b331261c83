//! The limit: the simplest server that gives the same answers. It runs as a process of its own, like the program.

use std::{net::SocketAddr, path::Path, process::Command, sync::Arc};

use anyhow::{Context as _, Result};
use askama::Template;
use axum::{
    Router,
    body::Bytes,
    extract::{RawQuery, State},
    http::{HeaderMap, StatusCode, header},
    response::{Html, IntoResponse, Response},
    routing::get,
};
use chrono::{DateTime, TimeDelta, Utc};
use hyper::server::conn::http1;
use hyper_util::{rt::TokioIo, service::TowerToHyperService};
use sparsam::app::context::{Clock as _, SystemClock};
use sqlx::{
    SqlitePool,
    sqlite::{SqliteConnectOptions, SqlitePoolOptions},
};
use tokio::net::TcpListener;
use uuid::Uuid;

/// The argument that turns this program into the baseline.
const ARGUMENT: &str = "--baseline-server";

/// The entity tag of the feed.
pub(crate) const ETAG: &str = "\"1\"";

/// This program again, as the baseline over the same database and the same feed.
pub(crate) fn command(database: &Path, feed: &Path, listen: SocketAddr) -> Result<Command> {
    let mut command = Command::new(std::env::current_exe()?);
    command.arg(ARGUMENT).arg(database).arg(feed).arg(listen.to_string());
    Ok(command)
}

/// Serves if the arguments ask for the baseline; tells whether they did.
pub(crate) async fn serve_if_asked() -> Result<bool> {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next().is_none_or(|first| first != ARGUMENT) {
        return Ok(false);
    }
    let (database, feed) = (arguments.next().context("no database")?, arguments.next().context("no feed")?);
    let listen = arguments.next().and_then(|listen| listen.into_string().ok()).context("no address")?;
    serve(Path::new(&database), Path::new(&feed), listen.parse()?).await.map(|()| true)
}

struct Shared {
    pool: SqlitePool,
    feed: Bytes,
}

async fn serve(database: &Path, feed: &Path, listen: SocketAddr) -> Result<()> {
    let options = SqliteConnectOptions::new().filename(database).read_only(true);
    let pool = SqlitePoolOptions::new().max_connections(8).connect_with(options).await?;
    let feed = Bytes::from(std::fs::read(feed).unwrap_or_default());
    let router = Router::new()
        .route("/", get(|| async { "hello" }))
        .route("/agenda", get(agenda))
        .route("/feed", get(feed_file))
        .with_state(Arc::new(Shared { pool, feed }));
    let listener = TcpListener::bind(listen).await?;
    super::say("ready");
    loop {
        let (stream, _) = listener.accept().await?;
        stream.set_nodelay(true)?;
        let service = TowerToHyperService::new(router.clone());
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
    }
}

async fn feed_file(State(shared): State<Arc<Shared>>, headers: HeaderMap) -> Response {
    if headers.get(header::IF_NONE_MATCH).is_some_and(|tag| tag == ETAG) {
        return (StatusCode::NOT_MODIFIED, [(header::ETAG, ETAG)]).into_response();
    }
    ([(header::ETAG, ETAG)], shared.feed.clone()).into_response()
}

#[derive(sqlx::FromRow)]
struct Row {
    title: String,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    answer: String,
}

#[derive(Template)]
#[template(
    source = r#"<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>My week</title></head><body><h1>My week</h1><ul>
{% for row in rows %}<li><a href="/meetings/{{ loop.index }}"><time datetime="{{ row.starts_at }}">{{ row.starts_at.format("%H:%M") }}</time>–{{ row.ends_at.format("%H:%M") }} {{ row.title }}</a> {{ row.answer }}</li>
{% endfor %}</ul></body></html>"#,
    ext = "html"
)]
struct Agenda {
    rows: Vec<Row>,
}

/// `?` and the id of a person: that person's meetings of the present week.
async fn agenda(State(shared): State<Arc<Shared>>, RawQuery(who): RawQuery) -> Result<Html<String>, StatusCode> {
    let who: Uuid = who.and_then(|who| who.parse().ok()).ok_or(StatusCode::NOT_FOUND)?;
    let monday = super::monday(SystemClock.now());
    let rows = sqlx::query_as(
        "SELECT title, meeting.starts_at, ends_at, answer FROM attendee JOIN meeting ON meeting.id = meeting_id
         WHERE person_id = $1 AND attendee.starts_at >= $2 AND attendee.starts_at < $3 ORDER BY attendee.starts_at",
    )
    .bind(who)
    .bind(monday)
    .bind(monday + TimeDelta::days(7))
    .fetch_all(&shared.pool)
    .await
    .map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
    Agenda { rows }.render().map(Html).map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)
}
