//! Whose public holidays a series goes by.

use crate::{
    app::error::Result,
    domain::country::Country,
    store::{self, Tx, people::Person},
};

/// The organizer's country, whose time it is; else the firm's; Sweden where the rules of neither are known.
///
/// # Errors
/// When the database fails.
pub async fn country(tx: &mut Tx, organizer: &Person) -> Result<Country> {
    if let Ok(own) = organizer.country.parse() {
        return Ok(own);
    }
    let firm = store::organization::load(tx).await?.and_then(|firm| firm.country.parse().ok());
    Ok(firm.unwrap_or(Country::Sweden))
}
