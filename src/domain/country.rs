//! Countries the set-up knows, and what follows from choosing one.

use super::{
    hours::{DaySpan, WorkingHours},
    language::Language,
    terms::terms,
};

terms! {
    /// Where the firm is (ISO 3166-1 alpha-2).
    Country {
        /// Sweden.
        Sweden = "SE",
        /// Finland.
        Finland = "FI",
        /// Norway.
        Norway = "NO",
        /// Denmark.
        Denmark = "DK",
        /// None of these; `ZZ` is the code for an unknown country.
        Other = "ZZ",
    }
}

impl Country {
    /// IANA zone of the capital; `None` where there is none to propose.
    #[must_use]
    pub const fn zone(self) -> Option<&'static str> {
        match self {
            Self::Sweden => Some("Europe/Stockholm"),
            Self::Finland => Some("Europe/Helsinki"),
            Self::Norway => Some("Europe/Oslo"),
            Self::Denmark => Some("Europe/Copenhagen"),
            Self::Other => None,
        }
    }

    /// Language of new people.
    #[must_use]
    pub const fn language(self) -> Language {
        match self {
            Self::Sweden => Language::Sv,
            Self::Finland => Language::Fi,
            Self::Norway => Language::Nb,
            Self::Denmark | Self::Other => Language::En,
        }
    }

    /// Usual working hours: 8–17 on weekdays, with lunch at the country's usual time.
    #[must_use]
    pub fn hours(self) -> WorkingHours {
        let lunch = match self {
            Self::Finland => DaySpan { from: 11 * 60, to: 12 * 60 },
            Self::Norway => DaySpan { from: 11 * 60 + 30, to: 12 * 60 },
            Self::Denmark => DaySpan { from: 12 * 60, to: 12 * 60 + 30 },
            Self::Sweden | Self::Other => DaySpan { from: 12 * 60, to: 13 * 60 },
        };
        WorkingHours { lunch: Some(lunch), ..WorkingHours::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::Zone;

    #[test]
    fn what_follows_is_usable() {
        for country in Country::ALL {
            assert!(country.zone().is_none_or(|zone| Zone::named(zone).is_ok()), "{country}");
            let hours = country.hours();
            assert!(hours.lunch.is_some_and(|l| DaySpan::new(l.from, l.to).is_some()), "{country}");
            assert_eq!(hours.days.iter().flatten().count(), 5);
        }
        assert_eq!(Country::Finland.language(), Language::Fi);
    }
}
