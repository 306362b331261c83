//! Whether a host may be connected to, judged by the addresses it has at this moment.

use std::{
    io,
    net::{IpAddr, SocketAddr},
};

use super::network::Network;
use crate::domain::outside::{Permitted, SourceAddress};

/// Addresses that are tried; a host with more gains nothing by it.
const TRIED: usize = 4;

/// Why there is no address to connect to. Owners of calendars are not told which.
#[derive(Debug, thiserror::Error)]
pub(super) enum Barred {
    #[error("the host has no address: {0}")]
    NoAddress(io::Error),
    #[error("the host has an address that is neither public nor permitted: {0}")]
    NotPublic(IpAddr),
}

/// The addresses that may be connected to, looked up once. One that may not bars them all: whoever answers for the name
/// could otherwise mix.
pub(super) async fn addresses(
    network: &dyn Network,
    permitted: &Permitted,
    address: &SourceAddress,
) -> Result<Vec<SocketAddr>, Barred> {
    let found = match address.literal() {
        Some(literal) => vec![literal],
        None => network.lookup(address.host()).await.map_err(Barred::NoAddress)?,
    };
    if let Some(bad) = found.iter().find(|ip| !permitted.admits(address.host(), **ip)) {
        return Err(Barred::NotPublic(*bad));
    }
    if found.is_empty() {
        return Err(Barred::NoAddress(io::ErrorKind::NotFound.into()));
    }
    Ok(found.into_iter().take(TRIED).map(|ip| SocketAddr::new(ip, address.port())).collect())
}
