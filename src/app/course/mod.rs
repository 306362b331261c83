//! How a meeting goes and what it leaves: run from a shared screen, written down, closed and mailed, carried over.

mod agenda;
mod carry;
mod letters;
mod minutes;
mod notes;
mod open;
mod run;
mod worth;

pub(super) use agenda::follow;
pub use carry::{Carry, Returning, choose, copied, returning, standing};
pub use letters::readers;
pub use minutes::{
    ActionDraft, Closing, DecisionDraft, Draft, LOCKED_DAYS, PointDraft, SaveMinutes, Saved, may_reopen, reopen, save,
};
pub use notes::{MAX_PRIVATE, Note, NoteDown, save_private, write_down};
pub use open::{Opened, Story, read, story};
pub use run::{begin, end, press, resume};
pub use worth::{by_link, by_person, is_asked};
