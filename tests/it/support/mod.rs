//! What several tests stand on.

pub(crate) mod smtp;
//! What the integration tests share.

pub(crate) mod browser;
