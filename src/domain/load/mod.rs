//! Meeting load over weeks: who spends how much time in meetings, what it is for, and what is left for selling.
//!
//! Everything here counts what already stands in the calendar; whether a meeting may be is judged in `limits`. A meeting
//! belongs to the week and the month in which it starts, in the zone of the firm, as it does where limits are judged.

pub mod cost;
pub mod digest;
pub mod figures;
pub mod selling;
pub mod table;
pub mod weekly;
pub mod window;
pub mod working;
