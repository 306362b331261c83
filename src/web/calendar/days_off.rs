//! Days off of the reader's own country, as they stand under a date.

use chrono::NaiveDate;

use crate::{
    domain::{country::Country, holidays},
    i18n::{self, Texts},
    web::caller::Caller,
};

/// Names days off of one country in the reader's language.
#[derive(Clone, Copy)]
pub(super) struct DaysOff {
    t: &'static Texts,
    /// `None` for countries whose days off are not known.
    country: Option<Country>,
}

impl DaysOff {
    /// Those of the reader.
    pub(super) fn of(caller: &Caller) -> Self {
        let country = caller.actor_if_any().and_then(|actor| actor.person.country.parse().ok());
        Self { t: caller.texts(), country }
    }

    /// What is on a day: a holiday, a customary day off or a half day; empty on others.
    pub(super) fn on(&self, day: NaiveDate) -> String {
        let Some(country) = self.country else { return String::new() };
        let whole = holidays::on(country, day).or_else(|| holidays::customary(country, day));
        let whole = whole.map(|holiday| i18n::holidays::holiday(self.t, holiday));
        let half = || {
            let name = i18n::holidays::half_day(self.t, holidays::half_day(country, day)?);
            Some(self.t.time_half_day(name))
        };
        whole.or_else(half).unwrap_or_default()
    }
}
