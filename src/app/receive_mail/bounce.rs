//! A mail of ours came back.

use super::Desk;
use crate::{
    app::error::Result,
    domain::replies::{Bounce, Outcome},
    store::{self, Tx, inbound_mail::InboundMail},
};

impl Desk<'_> {
    /// Marks the mail as refused, as if the relay had said so at once. Only its recipient knows its Message-ID.
    pub(super) async fn bounced(&self, tx: &mut Tx, bounce: &Bounce, row: &mut InboundMail) -> Result<Outcome> {
        let Some(ours) = store::outbox::by_message_id(tx, &bounce.message_id).await? else {
            return Ok(Outcome::Automatic);
        };
        let failed = bounce.failed.iter().find(|failed| failed.address.eq_ignore_ascii_case(&ours.recipient));
        let Some(failed) = failed else { return Ok(Outcome::Automatic) };
        if !store::outbox::came_back(tx, ours.id, failed.said.as_str(), self.now).await? {
            return Ok(Outcome::Automatic);
        }
        store::outbox::refuse_rest_of_lane(tx, &ours.lane, failed.said.as_str(), self.now).await?;
        (row.meeting_id, row.attendee_id) = (ours.meeting_id, ours.attendee_id);
        failed.said.as_str().clone_into(&mut row.note);
        Ok(Outcome::Undeliverable)
    }
}
