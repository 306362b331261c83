//! What several tests stand on.

pub(crate) mod app;
pub(crate) mod browser;
pub(crate) mod calendars;
pub(crate) mod clock;
#[path = "../../../benches/shared/company.rs"]
pub(crate) mod company;
pub(crate) mod db;
pub(crate) mod dialogue;
pub(crate) mod imap;
pub(crate) mod letters;
pub(crate) mod meetings;
pub(crate) mod overheard;
pub(crate) mod planning;
pub(crate) mod program;
pub(crate) mod replies;
pub(crate) mod rules;
pub(crate) mod sales;
pub(crate) mod scale;
pub(crate) mod smtp;
pub(crate) mod tables;
pub(crate) mod world;
