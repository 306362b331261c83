//! Other times that people suggest for a meeting: suggesting one by link or by mail, deciding on it, and what becomes of
//! it when the meeting changes otherwise.

mod decide;
mod end;
mod letters;
mod propose;
mod review;
mod times;

pub use decide::{accept, decline};
pub(super) use end::{close, close_dates, reopen};
pub use propose::{MAX_NOTE, Offer, by_link, may_propose, propose, withdraw};
pub use review::{Reviewed, review};
pub use times::{MOST_TIMES, suitable};
