//! Takes data out of the house: everything a firm has, or what is known of one person. Whoever does so proves once more who
//! they are, and it stands in the audit log.

use super::{
    actor::{Actor, MayAdminister},
    context::App,
    error::{Refusal, Result},
    settings::is_present_password,
};
use crate::{identity::password::Passwords, store};

/// What is taken.
#[derive(Debug)]
pub enum Whose<'a> {
    /// Everything.
    Firm(&'a MayAdminister),
    /// What is known of whoever asks.
    Own,
}

/// Notes that data are taken out.
///
/// # Errors
/// [`Refusal::WrongPassword`], [`Refusal::TooMany`].
pub async fn begin(
    app: &App,
    passwords: &Passwords,
    actor: &Actor,
    (whose, present): (Whose<'_>, String),
) -> Result<()> {
    if !is_present_password(app, passwords, actor, present).await? {
        return Err(Refusal::WrongPassword.into());
    }
    let action = match whose {
        Whose::Firm(_) => "export.all",
        Whose::Own => "export.own",
    };
    let mut tx = app.db.begin().await?;
    let deed = actor.deed(action, ("person", actor.id().uuid()));
    store::audit::record(&mut tx, &deed, app.now()).await?;
    Ok(tx.commit().await?)
}
