//! One try at one mail.

use std::{sync::Arc, time::Duration};

use tokio::{sync::Semaphore, time::Instant};
use uuid::Uuid;

use super::{delivery::Delivery, outbox::Outbox};
use crate::{
    app::{context::App, mail_links},
    domain::letter::Letter,
    mail::{
        mime::{Composed, compose},
        outgoing::{Postmark, write},
        transport::Outcome,
    },
    store::outbox::Mail,
};

/// How long after the claim a send may still begin, so that it ends while the claim holds.
const FRESH: Duration = Duration::from_secs(55);

/// A claimed mail.
pub(super) struct Job {
    pub(super) app: App,
    pub(super) outbox: Arc<Outbox>,
    pub(super) delivery: Arc<Delivery>,
    pub(super) service_address: String,
    pub(super) mail: Mail,
    pub(super) token: Uuid,
    pub(super) claimed: Instant,
}

/// What became of it.
pub(super) struct Attempt {
    pub(super) mail: Mail,
    pub(super) token: Uuid,
    pub(super) result: Result,
}

/// How a try ended.
pub(super) enum Result {
    /// It was handed over, or could not be.
    Sent {
        outcome: Outcome,
        /// Bytes and subject, for the built-in mailbox.
        kept: Option<(Vec<u8>, String)>,
    },
    /// There is nothing to hand over; the reason, in words.
    NotWritten(String),
}

impl Job {
    /// Writes the mail and sends it as soon as one of the `slots` is free.
    pub(super) async fn run(self, slots: Arc<Semaphore>) -> Attempt {
        let result = match self.compose() {
            Ok((composed, subject)) => self.send(&slots, composed, subject).await,
            Err(reason) => {
                tracing::error!(mail = self.mail.id, %reason, "a mail could not be written");
                Result::NotWritten(reason)
            }
        };
        Attempt { mail: self.mail, token: self.token, result }
    }

    async fn send(&self, slots: &Semaphore, composed: Composed, subject: String) -> Result {
        // The semaphore is never closed; should it be, the mail is sent without waiting.
        let _slot = slots.acquire().await.ok();
        if self.claimed.elapsed() > FRESH {
            let reason = "the mail server kept too many others waiting".to_owned();
            return Result::Sent { outcome: Outcome::Unknown { reason }, kept: None };
        }
        let outcome = self.delivery.send(&composed).await;
        let kept = self.delivery.is_mailbox().then_some((composed.raw, subject));
        Result::Sent { outcome, kept }
    }

    fn compose(&self) -> std::result::Result<(Composed, String), String> {
        let letter: Letter = serde_json::from_value(self.mail.payload.0.clone())
            .map_err(|error| format!("what the mail was frozen with cannot be read: {error}"))?;
        let links = mail_links::for_letter(&self.app, &letter, self.mail.meeting_id);
        let postmark =
            Postmark { service_address: &self.service_address, message_id: &self.mail.message_id, links: &links };
        let letter = write(&letter, &postmark).map_err(|error| error.to_string())?;
        let composed = compose(&letter, self.outbox.signer()).map_err(|error| error.to_string())?;
        Ok((composed, letter.subject))
    }
}
