//! How often a customer is met, in words.

use chrono::NaiveDate;

use crate::{
    app::customers::rhythm::Pace,
    domain::rhythm::Standing,
    i18n::{Texts, format::Format},
};

/// A rhythm as pages show it. Empty texts are left out.
#[derive(Debug, Clone, Default)]
pub(in crate::web) struct PaceView {
    /// Class, sign and words of the chip; `None` without a target, unless a limit is passed.
    pub(in crate::web) chip: Option<(&'static str, &'static str, String)>,
    pub(in crate::web) target: String,
    pub(in crate::web) last: String,
    pub(in crate::web) next: String,
    pub(in crate::web) due: String,
    /// The first day that limits leave, where it is not today.
    pub(in crate::web) earliest: String,
    /// The day to propose.
    pub(in crate::web) suggested: Option<NaiveDate>,
}

impl PaceView {
    pub(in crate::web) fn new(t: &Texts, f: &Format, pace: &Pace, today: NaiveDate) -> Self {
        let day = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| f.date(day));
        let rhythm = &pace.rhythm;
        let said = pace.target.is_some() || rhythm.standing == Standing::TooOften;
        Self {
            chip: said.then(|| chip(t, rhythm.standing)),
            target: pace.target.map_or_else(String::new, |days| t.customers_every(days)),
            last: day(pace.last),
            next: day(pace.next),
            due: day(rhythm.due),
            earliest: match rhythm.earliest {
                Some(first) if first == today => String::new(),
                Some(first) => f.date(first),
                None => t.customers_earliest_never(),
            },
            suggested: rhythm.suggested(today).or(rhythm.earliest).filter(|day| *day > today),
        }
    }
}

fn chip(t: &Texts, standing: Standing) -> (&'static str, &'static str, String) {
    match standing {
        Standing::TooOften => ("over", "▲", t.customers_too_often()),
        Standing::Fine => ("ok", "✓", t.customers_fine()),
        Standing::DueSoon => ("near", "◔", t.customers_due_soon()),
        Standing::Overdue => ("over", "▼", t.customers_overdue()),
    }
}
