//! The languages Sparsam speaks.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A language of pages and mails. The reader's choice decides, never the writer's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// British English: day before month, 24-hour clock.
    #[default]
    En,
    /// Swedish.
    Sv,
    /// Finnish.
    Fi,
    /// Norwegian Bokmål.
    Nb,
}

impl Language {
    /// All languages, in the order of menus.
    pub const ALL: [Self; 4] = [Self::En, Self::Sv, Self::Fi, Self::Nb];

    /// BCP 47 tag, as in `<html lang>` and the database.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Sv => "sv",
            Self::Fi => "fi",
            Self::Nb => "nb",
        }
    }

    /// The language's own name for itself.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Sv => "Svenska",
            Self::Fi => "Suomi",
            Self::Nb => "Norsk (bokmål)",
        }
    }

    /// The best of our languages for an `Accept-Language` header; English when nothing fits.
    /// Quality values are honoured, `no` and `nn` read as Norwegian. At most 20 entries are looked at.
    #[must_use]
    pub fn negotiate(header: &str) -> Self {
        header
            .split(',')
            .take(20)
            .filter_map(|entry| {
                let mut parts = entry.split(';');
                let language = Self::from_tag(parts.next()?.trim())?;
                let quality =
                    parts.find_map(|p| p.trim().strip_prefix("q=")).map_or(1.0, |q| q.parse::<f32>().unwrap_or(0.0));
                (quality > 0.0).then_some((language, quality))
            })
            // The first of equals wins: `max_by` would take the last.
            .reduce(|best, next| if next.1 > best.1 { next } else { best })
            .map_or(Self::En, |(language, _)| language)
    }

    fn from_tag(tag: &str) -> Option<Self> {
        match tag.split(['-', '_']).next()?.to_ascii_lowercase().as_str() {
            "en" => Some(Self::En),
            "sv" => Some(Self::Sv),
            "fi" => Some(Self::Fi),
            "nb" | "no" | "nn" => Some(Self::Nb),
            _ => None,
        }
    }
}

/// The text names none of our languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("unknown language")]
pub struct UnknownLanguage;

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|l| l.tag() == text).ok_or(UnknownLanguage)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn negotiation_follows_quality_and_order() {
        let cases = [
            ("", Language::En),
            ("sv-SE,sv;q=0.9,en;q=0.8", Language::Sv),
            ("de, fi;q=0.4, nb;q=0.7", Language::Nb),
            ("no", Language::Nb),
            ("nn-NO", Language::Nb),
            ("fi;q=0, en;q=0.1", Language::En),
            ("sv,fi", Language::Sv),
            ("\u{0}\u{0};q=x", Language::En),
        ];
        for (header, expected) in cases {
            assert_eq!(Language::negotiate(header), expected, "{header}");
        }
    }
}
