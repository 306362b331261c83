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

mod admin;
mod calendar;
mod feed;
mod feed_settings;
mod home;
mod mailbox;
mod meetings_list;
mod planner;
mod session;
mod settings;
mod teams;
mod forgotten;
mod home;
mod mail_settings;
mod new_password;
mod relay_form;
mod session;
mod setup;
