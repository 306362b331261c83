//! The colours of the style sheet, light and dark: text and what stands for something differ enough from their grounds
//! (WCAG 1.4.3 and 1.4.11).

use std::collections::BTreeMap;

const STYLE: &str = include_str!("../../assets/app.css");

/// Which ink stands on which grounds, and the least contrast.
const PAIRS: [(&str, &[&str], f64); 13] = [
    ("ink", &["paper", "surface", "sunken", "accent-soft", "guest-soft", "h0", "h1", "h2", "h3"], 4.5),
    ("ink-2", &["paper", "surface", "sunken"], 4.5),
    ("accent", &["paper", "surface", "sunken"], 4.5),
    ("on-accent", &["accent"], 4.5),
    ("ok", &["surface", "ok-soft"], 4.5),
    ("near", &["surface", "near-soft"], 4.5),
    ("over", &["paper", "surface", "over-soft"], 4.5),
    ("info", &["surface", "info-soft"], 4.5),
    ("guest", &["surface", "guest-soft"], 4.5),
    ("paper", &["h4", "h5"], 4.5),
    ("surface", &["over"], 4.5),
    ("line-strong", &["paper", "surface", "sunken"], 3.0),
    ("focus", &["paper", "surface", "sunken"], 3.0),
];

/// Light and dark value of every token that is a pair of colours.
fn tokens() -> BTreeMap<&'static str, [[f64; 3]; 2]> {
    let pairs = STYLE.split("--").filter_map(|part| {
        let (name, rest) = part.split_once(": light-dark(")?;
        let (light, dark) = rest.split_once(')')?.0.split_once(", ")?;
        Some((name, [colour(light), colour(dark)]))
    });
    pairs.collect()
}

fn colour(hex: &str) -> [f64; 3] {
    let digits = hex.strip_prefix('#').unwrap();
    [0, 2, 4].map(|at| f64::from(u8::from_str_radix(&digits[at..at + 2], 16).unwrap()) / 255.0)
}

/// As WCAG defines it.
fn luminance(colour: [f64; 3]) -> f64 {
    let [red, green, blue] =
        colour.map(|part| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) });
    0.0722f64.mul_add(blue, 0.2126f64.mul_add(red, 0.7152 * green))
}

fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn every_ink_can_be_read_on_its_grounds_in_light_and_dark() {
    let (tokens, mut faults) = (tokens(), Vec::new());
    assert_eq!(format!("{:.2}", contrast([0.0; 3], [1.0; 3])), "21.00");
    for (ink, grounds, least) in PAIRS {
        for ground in grounds {
            for (theme, at) in [("light", 0), ("dark", 1)] {
                let found = contrast(tokens[ink][at], tokens[*ground][at]);
                if found < least {
                    faults.push(format!("{theme}: {ink} on {ground} has {found:.2}, needs {least}"));
                }
            }
        }
    }
    let named: Vec<&str> =
        PAIRS.iter().flat_map(|(ink, grounds, _)| std::iter::once(ink).chain(*grounds)).copied().collect();
    // Lines that only part things carry no meaning.
    faults.extend(
        tokens
            .keys()
            .filter(|name| **name != "line" && !named.contains(name))
            .map(|name| format!("{name} is in no pair")),
    );
    assert_eq!(faults, [""; 0]);
}
