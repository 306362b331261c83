//! Keep an unsent plan, or throw it away. Drafts hold no mail, and take nobody's time unless that is asked for.

use chrono::{DateTime, Utc};

use crate::{
    domain::{ids::DraftId, meeting::MAX_TITLE, text::SafeText},
    store::{self, Tx, drafts::Draft},
};

use super::{
    actor::{Actor, MayPlan},
    context::App,
    error::Result,
    holds::{self, Wish},
};

/// Names and values of a form.
type Fields = Vec<(String, String)>;

/// Saves a form as typed, over the draft of this id if there is one. The page gives the id out before anything is saved, so
/// that what is kept again and again stays one draft; an id that is somebody else's, none, or used up is replaced. Tells
/// which draft it is. `wish` is the time that it keeps from now on; without one it keeps none.
///
/// # Errors
/// [`super::error::Refusal::TooManyHolds`] and [`super::error::Refusal::HoldTooLarge`]; nothing is saved then.
pub async fn save(
    app: &App,
    actor: &Actor,
    _permit: &MayPlan,
    ((draft, form), wish): ((Option<DraftId>, Fields), Option<Wish>),
) -> Result<DraftId> {
    let mut tx = app.db.begin().await?;
    let draft = match draft {
        Some(id) if is_used_up(&mut tx, actor, id).await? => None,
        other => other,
    };
    let id = write(&mut tx, app, actor, (draft, form)).await?;
    match wish {
        Some(wish) => holds::hold(&mut tx, app, actor, (id, &wish)).await?,
        None => store::holds::release(&mut tx, id).await?,
    }
    tx.commit().await?;
    Ok(id)
}

/// Saves a form while it is being typed, and tells when. Not once it was sent or thrown away: a page that is still saving
/// at that moment must not bring it back. What the draft keeps of people's time stays as it is.
pub async fn keep(
    app: &App,
    actor: &Actor,
    _permit: &MayPlan,
    (draft, form): (Option<DraftId>, Fields),
) -> Result<Option<DateTime<Utc>>> {
    let mut tx = app.db.begin().await?;
    if let Some(id) = draft
        && is_used_up(&mut tx, actor, id).await?
    {
        return Ok(None);
    }
    write(&mut tx, app, actor, (draft, form)).await?;
    tx.commit().await?;
    Ok(Some(app.now()))
}

async fn write(tx: &mut Tx, app: &App, actor: &Actor, (draft, form): (Option<DraftId>, Fields)) -> Result<DraftId> {
    let now = app.now();
    let old = match draft {
        Some(id) => store::drafts::by_id(tx, actor.id(), id).await?,
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
    if !store::drafts::save(tx, &draft).await? {
        draft.id = app.new_id();
        store::drafts::save(tx, &draft).await?;
    }
    Ok(draft.id)
}

/// Throws a draft of this person away. One that is not there, or is somebody else's, is left as it is.
pub async fn delete(app: &App, actor: &Actor, draft: DraftId) -> Result<()> {
    let mut tx = app.db.begin().await?;
    if store::drafts::by_id(&mut tx, actor.id(), draft).await?.is_none() {
        return Ok(());
    }
    use_up(&mut tx, app, actor, draft).await?;
    Ok(tx.commit().await?)
}

/// Lets go of the time that a draft of this person keeps; one of somebody else is left as it is.
pub(super) async fn release(tx: &mut Tx, actor: &Actor, draft: DraftId) -> Result<()> {
    if store::drafts::by_id(tx, actor.id(), draft).await?.is_some() {
        store::holds::release(tx, draft).await?;
    }
    Ok(())
}

/// Removes a draft for good.
pub(super) async fn use_up(tx: &mut Tx, app: &App, actor: &Actor, draft: DraftId) -> Result<()> {
    store::once::claim(tx, &actor.id().to_string(), &used_key(draft), &[], app.now()).await?;
    Ok(store::drafts::delete(tx, actor.id(), draft).await?)
}

async fn is_used_up(tx: &mut Tx, actor: &Actor, draft: DraftId) -> Result<bool> {
    Ok(store::once::done(tx, &actor.id().to_string(), &used_key(draft)).await?.is_some())
}

fn used_key(draft: DraftId) -> String {
    format!("draft {draft}")
}
