//! Commands: one file each. A command owns its transaction, checks its permit, changes the store, queues the mails and
//! commits; nothing here talks to the outside.

#![warn(missing_docs)]

mod account_letter;
pub mod actor;
pub mod add_person;
pub mod answer;
pub mod approvals;
mod attendees;
mod book;
pub mod cancel_meeting;
pub mod change;
mod claims;
pub mod context;
pub mod correct_address;
pub mod daily_mails;
pub mod days_off;
pub mod digest;
pub mod drafts;
pub mod edit_meeting;
pub mod error;
pub mod facts;
pub mod feed_texts;
pub mod feeds;
pub mod find_times;
pub mod foretell;
pub mod hand_over;
pub mod invite_person;
pub mod judge;
pub mod leave;
pub mod limits;
pub mod mail_links;
pub mod move_meeting;
pub mod once;
pub mod outside_calendars;
pub mod people;
pub mod preview;
pub mod read_calendars;
pub mod read_feed;
pub mod readdress;
pub mod receive_mail;
pub mod relay;
pub mod relay_settings;
pub mod remove_demo;
pub mod reset_password;
pub mod schedule_meeting;
mod sealed;
pub mod send_test;
pub mod sessions;
pub mod settings;
pub mod setup;
pub mod teams;
pub mod tell;
pub mod tidy;
mod time_back;
pub mod undo;
