//! When a limit asks for somebody else's leave: the time is held, an approver is asked, and the answer makes the change
//! or lets the time go. Nobody approves what they asked for or lead themselves.

mod approver;
mod ask;
mod decide;
mod end;
mod leavers;
mod letters;
mod question;

pub use super::change::Made;
pub(super) use approver::{choose, stands_in};
pub(super) use ask::ask;
pub use decide::{Decided, Decision, MAX_NOTE, decide};
pub use end::{Back, call_back, expire};
pub(super) use end::{call_off, withdraw};
pub use leavers::settle as settle_leavers;
pub(super) use letters::reader;
pub use question::{Asking, Question, about, may_decide, open, open_link, waiting_for};
