//! How near customers are to buying, which chooses how often they may be met.

use serde_json::json;

use crate::{
    app::{
        actor::Actor,
        context::App,
        error::{AppError, Result},
    },
    domain::{ids::AccountId, limits::rule::LeadClass, person::Role},
    store,
};

/// Says how near a customer is to buying. Whoever plans meetings knows customers and may say it.
///
/// # Errors
/// [`AppError::Denied`] for viewers; [`AppError::NotFound`] without such a customer.
pub async fn classify(app: &App, actor: &Actor, (id, class): (AccountId, Option<LeadClass>)) -> Result<()> {
    if actor.person.role == Role::Viewer {
        return Err(AppError::Denied);
    }
    let mut tx = app.db.begin().await?;
    // Rules are chosen by the class, so nobody may be judged while it changes.
    store::policy::begin_change(&mut tx).await?;
    let account = store::accounts::account_by_id(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    if account.lead_class == class {
        return Ok(());
    }
    store::accounts::set_lead_class(&mut tx, id, class, app.now()).await?;
    let mut deed = actor.deed("account.classified", ("account", id.uuid()));
    deed.before = Some(json!({ "name": account.name, "class": account.lead_class }));
    deed.after = Some(json!({ "name": account.name, "class": class }));
    store::audit::record(&mut tx, &deed, app.now()).await?;
    Ok(tx.commit().await?)
}
