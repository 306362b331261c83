//! Throw an unsent plan away.

use super::{actor::Actor, context::App, error::Result};
use crate::{domain::ids::DraftId, store};

/// Deletes a draft of this person. A draft that is not there, or is somebody else's, is left as it is.
pub async fn delete_draft(app: &App, actor: &Actor, draft: DraftId) -> Result<()> {
    let mut tx = app.db.begin().await?;
    store::drafts::delete(&mut tx, actor.id(), draft).await?;
    Ok(tx.commit().await?)
}
