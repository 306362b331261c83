//! How a meeting goes and what it leaves: run from a shared screen, written down, closed and mailed, carried over.

mod carry;
mod letters;
mod minutes;
mod notes;
mod open;
mod run;
mod worth;

pub use carry::{Carry, Returning, choose, returning};
pub use letters::readers;
pub use minutes::{
    ActionDraft, Closing, DecisionDraft, Draft, PointDraft, SaveMinutes, Saved, may_reopen, reopen, save,
};
pub use notes::{MAX_PRIVATE, Note, NoteDown, save_private, write_down};
pub use open::{Opened, Story, read, story};
pub use run::{begin, end, press};
pub use worth::{by_link, by_person, is_asked};
