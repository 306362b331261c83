//! Commands: one file each. A command owns its transaction, checks its permit, changes the store, queues the mails and
//! commits; nothing here talks to the outside.

pub mod actor;
pub mod answer;
mod attendees;
mod book;
pub mod cancel_meeting;
mod change;
pub mod context;
pub mod correct_address;
pub mod drafts;
pub mod edit_meeting;
pub mod error;
pub mod facts;
pub mod foretell;
pub mod mail_links;
pub mod move_meeting;
pub mod once;
pub mod relay;
pub mod schedule_meeting;
pub mod sessions;
mod tell;
pub mod undo;
