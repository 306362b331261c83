//! The whole site: routes, files, guards.

use axum::{Router, middleware};
use tower_http::compression::{
    CompressionLayer,
    predicate::{NotForContentType, Predicate as _, SizeAbove},
};

use super::{
    assets,
    caller::find_caller,
    guard::{Guards, panics::catch_panics},
    health,
    routes::{self, Routes},
    state::{Reads, Writes},
};

/// Puts pages, commands, files and guards together.
pub fn site(reads: Reads, writes: Writes, guards: Guards) -> Router {
    site_of(routes::all(), reads, writes, guards)
}

/// The same with other routes; tests add some that panic.
pub fn site_of(routes: Routes, reads: Reads, writes: Writes, guards: Guards) -> Router {
    let found = middleware::from_fn_with_state(reads.clone(), find_caller);
    // Feeds stay plain: some calendars do not unpack.
    let worth_it = SizeAbove::new(1024).and(NotForContentType::const_new("text/calendar"));
    let probes = health::router(reads.clone());
    // Caught here, a panic still gets a page in the reader's language.
    let pages = routes.into_router(reads, writes).layer(middleware::from_fn(catch_panics)).layer(found);
    guards.wrap(assets::router().merge(probes).merge(pages.layer(CompressionLayer::new().compress_when(worth_it))))
}
