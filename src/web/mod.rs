//! Pages. A handler extracts, parses, calls and renders; nothing else.

pub mod access;
pub mod caller;
pub mod failure;
pub mod form;
pub mod page;
pub mod path;
pub mod routes;
pub mod state;

pub mod home;
pub mod session;
//! HTTP: the server, the guards around every page, the embedded files.

pub mod assets;
pub mod guard;
pub mod server;
