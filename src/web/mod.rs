//! HTTP: the server, the guards around every page, the embedded files.

pub mod assets;
pub mod guard;
pub mod server;
