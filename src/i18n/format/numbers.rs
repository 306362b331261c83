//! Numbers as CLDR groups them.

use fixed_decimal::Decimal;
use icu_decimal::{DecimalFormatter, options::DecimalFormatterOptions};
use icu_locale_core::locale;

use crate::domain::language::Language;

/// A whole number with the grouping and the minus of the language.
pub(super) fn grouped(language: Language, value: i64) -> String {
    written(language, &Decimal::from(value))
}

/// Hundredths as a number with as many decimals as it needs.
pub(super) fn hundredths(language: Language, value: i64) -> String {
    let mut number = Decimal::from(value);
    number.multiply_pow10(-2);
    number.trim_end();
    written(language, &number)
}

fn written(language: Language, number: &Decimal) -> String {
    thread_local! {
        // Read once a thread, because they are not `Sync`.
        static FORMATTERS: [Option<DecimalFormatter>; 4] =
            [locale!("en-GB"), locale!("sv-SE"), locale!("fi-FI"), locale!("nb-NO")]
                .map(|locale| DecimalFormatter::try_new(locale.into(), DecimalFormatterOptions::default()).ok());
    }
    FORMATTERS.with(|[en, sv, fi, nb]| {
        let formatter = match language {
            Language::En => en,
            Language::Sv => sv,
            Language::Fi => fi,
            Language::Nb => nb,
        };
        formatter.as_ref().map_or_else(|| number.to_string(), |f| f.format(number).to_string())
    })
}

/// A whole amount with the sign or the code of its currency, where the language puts it.
pub(super) fn money(language: Language, amount: i64, currency: &str) -> String {
    let number = grouped(language, amount);
    let sign = match (language, currency) {
        (_, "EUR") => "€",
        (Language::En, "GBP") => "£",
        (Language::Sv, "SEK") | (Language::Nb, "NOK") => "kr",
        _ => currency,
    };
    match language {
        Language::En if sign.is_ascii() => format!("{sign}\u{a0}{number}"),
        Language::En => format!("{sign}{number}"),
        Language::Sv | Language::Fi | Language::Nb => format!("{number}\u{a0}{sign}"),
    }
}
