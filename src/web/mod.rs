//! Pages. A handler extracts, parses, calls and renders; nothing else. Around them the server, the guards and the
//! embedded files.

pub mod access;
pub mod assets;
pub mod caller;
pub mod failure;
pub mod form;
pub mod guard;
pub mod page;
pub mod path;
pub mod routes;
pub mod server;
pub mod site;
pub mod state;

mod answer;
mod home;
mod meeting;
mod no_more_invitations;
mod session;
