//! Remove the demo company with everything in it, so that a real one can be set up.

use super::{
    actor::MayAdminister,
    context::App,
    error::{AppError, Result},
    setup,
};
use crate::store;

/// Removes everything in one transaction, the audit log included: it tells of people who never were. Returns the code
/// that opens the set-up.
///
/// # Errors
/// [`AppError::NotFound`] unless this is the demo company.
pub async fn run(app: &App, _permit: &MayAdminister) -> Result<Option<String>> {
    let mut tx = app.db.begin().await?;
    store::organization::load(&mut tx).await?.filter(|o| o.demo).ok_or(AppError::NotFound)?;
    store::upkeep::empty(&mut tx).await?;
    tx.commit().await?;
    setup::open_code(app).await
}
