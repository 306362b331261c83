//! What machines ask: whether the process lives, and whether it can serve. Nobody is recognised for it, and the answers
//! say nothing about the firm.

use std::time::Duration;

use axum::{
    Router,
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use chrono::TimeDelta;
use tokio::time::timeout;

use super::state::Reads;
use crate::store::{self, Result};

/// Whoever asks has no patience for a database that hangs.
const PATIENCE: Duration = Duration::from_secs(2);
/// Mails that are due longer than this do not leave.
const STUCK: TimeDelta = TimeDelta::minutes(15);

/// `/health` and `/ready`.
pub(super) fn router(reads: Reads) -> Router {
    Router::new().route("/health", get(async || "alive\n")).route("/ready", get(ready)).with_state(reads)
}

/// 503 while the database does not answer, or takes nothing in: a full disk lets pages be read, but nobody can plan or
/// answer. A queue that stands still is told, but pages work, and another instance would do no better.
async fn ready(State(reads): State<Reads>) -> Response {
    let asked = async { (queue_moves(&reads).await, reads.writing_works().await) };
    let (status, json) = match timeout(PATIENCE, asked).await {
        Ok((Ok(_), false)) => (StatusCode::SERVICE_UNAVAILABLE, r#"{"database":"read-only"}"#),
        Ok((Ok(true), true)) => (StatusCode::OK, r#"{"database":"ok","mail":"ok"}"#),
        Ok((Ok(false), true)) => (StatusCode::OK, r#"{"database":"ok","mail":"late"}"#),
        Ok((Err(error), _)) => {
            tracing::error!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, r#"{"database":"failed"}"#)
        }
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, r#"{"database":"slow"}"#),
    };
    (status, [(header::CONTENT_TYPE, "application/json")], json).into_response()
}

async fn queue_moves(reads: &Reads) -> Result<bool> {
    let queue = store::outbox::queue(&mut reads.begin().await?).await?;
    Ok(queue.oldest_due.is_none_or(|due| due + STUCK > reads.now()))
}
