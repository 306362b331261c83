//! The rules: pure, without I/O, clock, randomness or async.

#![warn(missing_docs)]

pub mod agenda;
pub mod availability;
pub mod busy;
pub mod country;
pub mod course;
pub mod email;
pub mod feed;
pub mod holidays;
pub mod hours;
pub mod ids;
pub mod inbound;
pub mod itip;
pub mod language;
pub mod letter;
pub mod limits;
pub mod load;
pub mod mail_wishes;
pub mod meeting;
pub mod minutes;
pub mod money;
pub mod outside;
pub mod person;
pub mod pipeline;
pub mod planning;
pub mod proposal;
pub mod quiet;
pub mod recurrence;
pub mod relay;
pub mod reminders;
pub mod replies;
pub mod retention;
pub mod rhythm;
pub mod sales;
pub mod series;
pub(crate) mod terms;
pub mod text;
pub mod time;
pub mod transfer;
pub mod when;
pub mod written;
