//! Choosing a time zone from all there are.

use crate::{domain::time::Zone, i18n::format::Format};

/// The zones most readers are in; they stand first.
const NEAR: [&str; 5] =
    ["Europe/Stockholm", "Europe/Helsinki", "Europe/Oslo", "Europe/Copenhagen", "Atlantic/Reykjavik"];

/// All zones with their cities in the reader's language: the Nordic ones, the rest of Europe, then the world.
pub(in crate::web) struct Zones(Vec<(&'static str, String)>);

impl Zones {
    pub(in crate::web) fn new(f: &Format) -> Self {
        let city = |name: &str| Zone::named(name).ok().and_then(|zone| f.zone_city(&zone));
        let mut all: Vec<(&'static str, String)> =
            Zone::names().into_iter().map(|name| (name, city(name).unwrap_or_else(|| name.to_owned()))).collect();
        let near = |name: &str| NEAR.iter().position(|n| *n == name).unwrap_or(NEAR.len());
        all.sort_by_key(|(name, _)| (near(name), !name.starts_with("Europe/")));
        Self(all)
    }

    /// Name and city of each.
    pub(in crate::web) fn list(&self) -> &[(&'static str, String)] {
        &self.0
    }

    /// A zone by its name or by its city in the reader's language.
    pub(in crate::web) fn read(&self, typed: &str) -> Option<Zone> {
        let typed = typed.trim();
        if typed.chars().count() > 100 {
            return None;
        }
        let key = typed.to_lowercase();
        let name = self.0.iter().find(|(name, city)| name.to_lowercase() == key || city.to_lowercase() == key)?.0;
        Zone::named(name).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{language::Language, person::Clock};

    #[test]
    fn names_and_cities_are_found_and_nothing_else() {
        let zones = Zones::new(&Format::new(Language::Sv, Clock::Language, Zone::utc()));
        assert_eq!(zones.list()[0].0, "Europe/Stockholm");
        assert!(zones.list().len() > 350);
        for (typed, expected) in [
            ("Europe/Helsinki", Some("Europe/Helsinki")),
            (" europe/helsinki ", Some("Europe/Helsinki")),
            ("Köpenhamn", Some("Europe/Copenhagen")),
            ("UTC", Some("UTC")),
            ("", None),
            ("Mars/Olympus", None),
            ("EST5EDT", None),
            ("../../etc/localtime", None),
            ("\"><script>", None),
        ] {
            assert_eq!(zones.read(typed).as_ref().map(Zone::name), expected, "{typed}");
        }
        assert_eq!(zones.read(&"x".repeat(10_000)), None);
    }
}
