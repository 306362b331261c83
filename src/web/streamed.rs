//! Answers that are written while they are sent, a piece at a time.

use std::{
    pin::Pin,
    task::{Context, Poll},
};

use axum::body::{Body, Bytes, HttpBody};
use hyper::body::Frame;
use tokio::sync::mpsc;

use super::failure::Failure;

/// Pieces that wait for a slow reader.
const AHEAD: usize = 2;

/// Where the pieces of an answer go.
pub(super) struct Pieces(mpsc::Sender<Piece>);

/// The answer broke off; the connection is cut, so that nobody takes it for whole.
#[derive(Debug, thiserror::Error)]
#[error("the answer broke off")]
struct BrokenOff;

type Piece = Result<Bytes, BrokenOff>;

struct Streamed(mpsc::Receiver<Piece>);

impl Pieces {
    /// Sends a piece, when there is room for it.
    ///
    /// # Errors
    /// When nobody reads any more.
    pub(super) async fn send(&self, bytes: Vec<u8>) -> Result<(), Failure> {
        if bytes.is_empty() {
            return Ok(());
        }
        self.0.send(Ok(bytes.into())).await.map_err(|_| Failure::Gone)
    }
}

/// A body whose pieces are made beside the connection that takes them.
pub(super) fn streamed<F, W>(write: W) -> Body
where
    W: FnOnce(Pieces) -> F,
    F: Future<Output = Result<(), Failure>> + Send + 'static,
{
    let (sender, receiver) = mpsc::channel(AHEAD);
    let written = write(Pieces(sender.clone()));
    tokio::spawn(async move {
        match written.await {
            Ok(()) | Err(Failure::Gone) => {}
            Err(failure) => {
                tracing::error!(?failure, "an answer broke off");
                let _ = sender.send(Err(BrokenOff)).await;
            }
        }
    });
    Body::new(Streamed(receiver))
}

impl HttpBody for Streamed {
    type Data = Bytes;
    type Error = axum::BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Self::Data>, Self::Error>>> {
        self.0.poll_recv(cx).map(|piece| piece.map(|piece| piece.map(Frame::data).map_err(Into::into)))
    }
}
