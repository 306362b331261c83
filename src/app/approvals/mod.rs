//! When a limit asks for somebody else's leave: the time is held, an approver is asked, and the answer makes the change
//! or lets the time go. Nobody approves what they asked for or lead themselves.

mod approver;
mod ask;
mod decide;
mod end;

pub(super) use approver::choose;
pub(super) use ask::ask;
pub use decide::{Decided, Decision, decide, may_decide};
pub use end::expire;
pub(super) use end::withdraw;
