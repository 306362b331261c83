//! Keep an unsent plan. Drafts hold no mail and take nobody's time.

use crate::{
    domain::{ids::DraftId, meeting::MAX_TITLE, text::SafeText},
    store::{self, drafts::Draft},
};

use super::{
    actor::{Actor, MayPlan},
    context::App,
    error::{AppError, Result},
};

/// Saves a form as typed, over the draft it came from if that is still there and the actor's own; tells which draft it is.
pub async fn save(
    app: &App,
    actor: &Actor,
    _permit: &MayPlan,
    (draft, form): (Option<DraftId>, Vec<(String, String)>),
) -> Result<DraftId> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let old = match draft {
        Some(id) => store::drafts::by_id(&mut tx, actor.id(), id).await?,
        None => None,
    };
    let title = form.iter().find(|(name, _)| name == "title").map_or("", |(_, value)| value.as_str());
    let draft = Draft {
        id: old.as_ref().map_or_else(|| app.new_id(), |d| d.id),
        owner_id: actor.id(),
        title: SafeText::line(title, MAX_TITLE).into(),
        created_at: old.map_or(now, |d| d.created_at),
        updated_at: now,
        form: form.into(),
    };
    store::drafts::save(&mut tx, &draft).await?;
    tx.commit().await?;
    Ok(draft.id)
}

/// Throws a draft away.
///
/// # Errors
/// [`AppError::NotFound`] when it is not there or somebody else's.
pub async fn discard(app: &App, actor: &Actor, _permit: &MayPlan, id: DraftId) -> Result<()> {
    let mut tx = app.db.begin().await?;
    store::drafts::by_id(&mut tx, actor.id(), id).await?.ok_or(AppError::NotFound)?;
    store::drafts::delete(&mut tx, actor.id(), id).await?;
    Ok(tx.commit().await?)
}
