//! Numbers as CLDR groups them.

use fixed_decimal::Decimal;
use icu_decimal::{DecimalFormatter, options::DecimalFormatterOptions};
use icu_locale_core::locale;

use crate::domain::language::Language;

/// U+00A0, which keeps a number and what belongs to it on one line.
const NO_BREAK_SPACE: char = '\u{a0}';

/// A number of `value` / 10^`digits`, with grouping, decimal mark and minus of the language.
pub(super) fn decimal(language: Language, value: i64, digits: u8) -> String {
    thread_local! {
        // Read once a thread, because they are not `Sync`.
        static FORMATTERS: [Option<DecimalFormatter>; 4] =
            [locale!("en-GB"), locale!("sv-SE"), locale!("fi-FI"), locale!("nb-NO")]
                .map(|locale| DecimalFormatter::try_new(locale.into(), DecimalFormatterOptions::default()).ok());
    }
    let mut number = Decimal::from(value);
    number.multiply_pow10(-i16::from(digits));
    FORMATTERS.with(|[en, sv, fi, nb]| {
        let formatter = match language {
            Language::En => en,
            Language::Sv => sv,
            Language::Fi => fi,
            Language::Nb => nb,
        };
        formatter.as_ref().map_or_else(|| number.to_string(), |f| f.format(&number).to_string())
    })
}

/// Per cent: `82 %`, in English `82%`.
pub(super) fn percent(language: Language, value: i64) -> String {
    let number = decimal(language, value, 0);
    match language {
        Language::En => format!("{number}%"),
        Language::Sv | Language::Fi | Language::Nb => format!("{number}{NO_BREAK_SPACE}%"),
    }
}

/// Whole units of a currency (ISO 4217): `14 850 kr`, in English `€14,850`. The crown has no land of its own, so it
/// is `kr` only to readers whose crown it is.
pub(super) fn money(language: Language, amount: i64, currency: &str) -> String {
    let number = decimal(language, amount, 0);
    let symbol = match (currency, language) {
        ("EUR", _) => "€",
        ("GBP", _) => "£",
        ("SEK", Language::Sv) | ("NOK", Language::Nb) => "kr",
        (code, _) => code,
    };
    match (language, symbol) {
        (Language::En, "€" | "£") => format!("{symbol}{number}"),
        (Language::En, _) => format!("{symbol}{NO_BREAK_SPACE}{number}"),
        (Language::Sv | Language::Fi | Language::Nb, _) => format!("{number}{NO_BREAK_SPACE}{symbol}"),
    }
}
