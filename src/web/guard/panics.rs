//! A page that panics answers 500; nobody else notices.

use std::{
    future::poll_fn,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::pin,
    task::Poll,
};

use axum::{
    extract::Request,
    middleware::Next,
    response::{IntoResponse as _, Response},
};

use super::{access_log::RequestId, refusal::Refusal};

/// Middleware. Whatever the handler held is dropped: open transactions roll back.
pub async fn catch_panics(request: Request, next: Next) -> Response {
    let id = request.extensions().get::<RequestId>().cloned();
    let mut answer = pin!(next.run(request));
    // The handler's state is never looked at again after a panic, so it cannot be seen half-changed.
    let outcome = poll_fn(|cx| match catch_unwind(AssertUnwindSafe(|| answer.as_mut().poll(cx))) {
        Ok(Poll::Pending) => Poll::Pending,
        Ok(Poll::Ready(response)) => Poll::Ready(Some(response)),
        Err(_) => Poll::Ready(None),
    })
    .await;
    outcome.unwrap_or_else(|| {
        tracing::error!(request = id.as_ref().map_or("-", RequestId::as_str), "a page panicked");
        Refusal::Fault.into_response()
    })
}
