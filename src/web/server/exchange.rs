//! Tells the stream whether a request is being answered.

use std::{
    pin::Pin,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    task::{Context, Poll, Waker},
};

use axum::body::{Bytes, HttpBody};
use hyper::body::{Frame, SizeHint};

/// Counts the requests of one connection; shared by its stream and its service.
#[derive(Clone, Default)]
pub(super) struct Exchange(Arc<Counts>);

#[derive(Default)]
struct Counts {
    begun: AtomicU64,
    ended: AtomicU64,
    reader: Mutex<Option<Waker>>,
}

impl Exchange {
    /// A request's headers are complete. The request ends when the returned value is dropped.
    pub(super) fn begin(self) -> Ending {
        self.0.begun.fetch_add(1, Ordering::AcqRel);
        Ending(self)
    }

    /// Requests begun so far.
    pub(super) fn begun(&self) -> u64 {
        self.0.begun.load(Ordering::Acquire)
    }

    /// Wakes the reader when the request ends. hyper does not read by itself after an answer, and the idle time would not
    /// begin to run.
    pub(super) fn wake_at_end(&self, cx: &Context<'_>) {
        *self.0.reader.lock().unwrap_or_else(PoisonError::into_inner) = Some(cx.waker().clone());
    }

    /// Whether a request is being answered.
    pub(super) fn is_active(&self) -> bool {
        self.begun() != self.0.ended.load(Ordering::Acquire)
    }
}

pub(super) struct Ending(Exchange);

impl Ending {
    /// Ends the request when its answer's body is sent or given up.
    pub(super) fn with<B>(self, body: B) -> Answer<B> {
        Answer { body, _ending: self }
    }
}

impl Drop for Ending {
    fn drop(&mut self) {
        let counts = &self.0.0;
        counts.ended.fetch_add(1, Ordering::AcqRel);
        if let Some(reader) = counts.reader.lock().unwrap_or_else(PoisonError::into_inner).take() {
            reader.wake();
        }
    }
}

pub(super) struct Answer<B> {
    body: B,
    _ending: Ending,
}

impl<B: HttpBody<Data = Bytes> + Unpin> HttpBody for Answer<B> {
    type Data = Bytes;
    type Error = B::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Self::Data>, Self::Error>>> {
        Pin::new(&mut self.body).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
