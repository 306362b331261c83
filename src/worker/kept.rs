//! Keeps work going: what panics is begun again, so that a fault in one kind of work ends neither that kind nor another.

use std::{
    future::poll_fn,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::pin,
    task::Poll,
    time::{Duration, Instant},
};

use tokio::{select, sync::watch, time::sleep};

/// How long a worker that panicked rests: at first, and at most when it does so again and again.
pub(super) const REST: (Duration, Duration) = (Duration::from_secs(1), Duration::from_mins(1));

/// Runs a worker until it returns or `stop` turns true; begins it anew after a panic, each time after twice the rest.
pub(super) async fn kept<Work: Future<Output = ()>>(
    name: &'static str,
    (first, most): (Duration, Duration),
    mut stop: watch::Receiver<bool>,
    work: impl Fn() -> Work,
) {
    let mut rest = first;
    loop {
        let began = Instant::now();
        if returned(work()).await {
            return;
        }
        // One that went well for long has met something new.
        rest = if began.elapsed() > most { first } else { rest };
        tracing::error!(worker = name, seconds = rest.as_secs(), "a worker panicked and begins again");
        select! {
            () = sleep(rest) => {}
            _ = stop.wait_for(|stop| *stop) => return,
        }
        rest = (rest * 2).min(most);
    }
}

/// Whether the work came to its end. What it held is let go either way.
async fn returned(work: impl Future<Output = ()>) -> bool {
    let mut work = pin!(work);
    poll_fn(|cx| match catch_unwind(AssertUnwindSafe(|| work.as_mut().poll(cx))) {
        Ok(Poll::Pending) => Poll::Pending,
        Ok(Poll::Ready(())) => Poll::Ready(true),
        Err(_) => Poll::Ready(false),
    })
    .await
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::*;

    const SHORT: (Duration, Duration) = (Duration::from_millis(1), Duration::from_millis(4));

    #[tokio::test]
    async fn what_panics_is_begun_again_until_it_ends() {
        let (_running, stop) = watch::channel(false);
        let begun = AtomicU32::new(0);
        let work = || async {
            assert!(begun.fetch_add(1, Ordering::SeqCst) == 3, "not yet");
        };
        kept("test", SHORT, stop, work).await;
        assert_eq!(begun.load(Ordering::SeqCst), 4);
    }

    #[tokio::test]
    async fn what_rests_after_a_panic_ends_when_all_end() {
        let (running, stop) = watch::channel(false);
        let begun = AtomicU32::new(0);
        let work = || async {
            begun.fetch_add(1, Ordering::SeqCst);
            running.send_replace(true);
            panic!("always");
        };
        kept("test", (Duration::from_hours(1), Duration::from_hours(1)), stop, work).await;
        assert_eq!(begun.load(Ordering::SeqCst), 1);
    }
}
