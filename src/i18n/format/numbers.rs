//! Numbers as CLDR groups them.

use fixed_decimal::Decimal;
use icu_decimal::DecimalFormatter;
use icu_locale_core::locale;

use crate::domain::language::Language;

/// U+00A0, which keeps a number and what belongs to it on one line.
const NO_BREAK_SPACE: char = '\u{a0}';

/// A number of `value` / 10^`digits`, with grouping, decimal mark and minus of the language.
pub(super) fn decimal(language: Language, value: i64, digits: u8) -> String {
    thread_local! {
        // British English stands for Finnish and Norwegian only if their data were missing.
        static FORMATTERS: [Option<DecimalFormatter>; 4] =
            [locale!("en-GB"), locale!("sv-SE"), locale!("fi-FI"), locale!("nb-NO")]
                .map(|locale| DecimalFormatter::try_new(locale.into(), Default::default()).ok());
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
