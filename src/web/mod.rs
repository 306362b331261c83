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
mod answer;
mod approvals;
mod calendar;
mod csv;
mod demo;
mod drafts;
mod feed;
mod feed_settings;
mod forgotten;
mod health;
mod help;
mod home;
mod inbound_form;
mod limit_panel;
mod limits;
mod load;
mod mail_settings;
mod mailbox;
mod meeting;
mod meetings_list;
mod new_password;
mod no_more_invitations;
mod planner;
mod proposed_times;
mod rates;
mod relay_form;
mod series;
mod session;
mod settings;
mod setup;
mod teams;
mod updates;
