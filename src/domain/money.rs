//! Money in whole units of one currency.

/// ISO 4217 codes of the currencies in use: those of the Nordic countries first, the others by letter.
pub const CURRENCIES: [&str; 154] = [
    "SEK", "EUR", "NOK", "DKK", "AED", "AFN", "ALL", "AMD", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT",
    "BHD", "BIF", "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY",
    "COP", "CRC", "CUP", "CVE", "CZK", "DJF", "DOP", "DZD", "EGP", "ERN", "ETB", "FJD", "FKP", "GBP", "GEL", "GHS",
    "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD",
    "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL",
    "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD",
    "NGN", "NIO", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB",
    "RWF", "SAR", "SBD", "SCR", "SDG", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB",
    "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VES", "VND", "VUV",
    "WST", "XAF", "XCD", "XCG", "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWG",
];

/// Whether this is the code of a currency in use.
#[must_use]
pub fn is_currency(code: &str) -> bool {
    CURRENCIES.contains(&code)
}

/// An amount as people say it: to the nearest ten from a hundred, to the nearest hundred from a thousand, and so on. What
/// rates of groups give is no exacter than that.
#[must_use]
pub fn about(amount: u64) -> u64 {
    let step = match amount {
        0..100 => return amount,
        100..1_000 => 10,
        1_000..100_000 => 100,
        _ => 1_000,
    };
    amount.saturating_add(step / 2) / step * step
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_currency_has_a_code_of_its_own() {
        let mut codes = CURRENCIES.to_vec();
        assert!(codes.iter().all(|code| code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase())));
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), CURRENCIES.len());
        for (code, known) in [("SEK", true), ("GBP", true), ("sek", false), ("DEM", false), ("XXX", false), ("", false)]
        {
            assert_eq!(is_currency(code), known, "{code}");
        }
    }

    #[test]
    fn amounts_are_rounded_as_people_say_them() {
        let cases = [
            (0, 0),
            (99, 99),
            (100, 100),
            (104, 100),
            (105, 110),
            (999, 1_000),
            (4_249, 4_200),
            (4_250, 4_300),
            (99_950, 100_000),
            (123_456, 123_000),
            (u64::MAX, u64::MAX / 1_000 * 1_000),
        ];
        for (amount, expected) in cases {
            assert_eq!(about(amount), expected, "{amount}");
        }
    }
}
