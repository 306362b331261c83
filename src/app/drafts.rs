//! Keep an unsent plan, or throw it away. Drafts hold no mail and take nobody's time.

use chrono::{DateTime, Utc};

use crate::{
    domain::{ids::DraftId, meeting::MAX_TITLE, text::SafeText},
    store::{self, drafts::Draft},
};

use super::{
    actor::{Actor, MayPlan},
    context::App,
    error::Result,
};

/// Saves a form as typed, over the draft of this id if there is one. The page gives the id out before anything is saved, so
/// that what is kept again and again stays one draft; an id that is somebody else's, or none, is replaced. Tells which
/// draft it is, and when it was saved.
pub async fn save(
    app: &App,
    actor: &Actor,
    _permit: &MayPlan,
    (draft, form): (Option<DraftId>, Vec<(String, String)>),
) -> Result<(DraftId, DateTime<Utc>)> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let old = match draft {
        Some(id) => store::drafts::by_id(&mut tx, actor.id(), id).await?,
        None => None,
    };
    let title = form.iter().find(|(name, _)| name == "title").map_or("", |(_, value)| value.as_str());
    let mut draft = Draft {
        id: draft.unwrap_or_else(|| app.new_id()),
        owner_id: actor.id(),
        title: SafeText::line(title, MAX_TITLE).into(),
        created_at: old.map_or(now, |d| d.created_at),
        updated_at: now,
        form: form.into(),
    };
    if !store::drafts::save(&mut tx, &draft).await? {
        draft.id = app.new_id();
        store::drafts::save(&mut tx, &draft).await?;
    }
    tx.commit().await?;
    Ok((draft.id, now))
}

/// Throws a draft of this person away. One that is not there, or is somebody else's, is left as it is.
pub async fn delete(app: &App, actor: &Actor, draft: DraftId) -> Result<()> {
    let mut tx = app.db.begin().await?;
    store::drafts::delete(&mut tx, actor.id(), draft).await?;
    Ok(tx.commit().await?)
}
