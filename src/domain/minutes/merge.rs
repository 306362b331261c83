//! Two people write into the same form at once: what only one of them changed is taken from that one, and what both changed
//! differently is shown to the second with both texts. Nobody's words are lost.

use std::collections::{BTreeMap, BTreeSet};

/// A form as names and values; a name that is missing is empty.
pub type Fields = BTreeMap<String, String>;
/// What each field held when the form was filled, as marks: the form brings them back.
pub type Marks = BTreeMap<String, u64>;

/// A form into which somebody else's changes have gone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Merged {
    /// What the form says now.
    pub fields: Fields,
    /// Fields that both changed, with the other's words; the form keeps one's own.
    pub both: BTreeMap<String, String>,
}

/// A mark of a value: the same for values that differ in line breaks and outer blanks only (FNV-1a, 64 bits).
#[must_use]
pub fn mark(value: &str) -> u64 {
    const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    value.trim().bytes().filter(|b| *b != b'\r').fold(BASIS, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME))
}

/// The marks of a form; empty fields need none.
#[must_use]
pub fn marks(fields: &Fields) -> Marks {
    fields.iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| (name.clone(), mark(value))).collect()
}

/// Joins what somebody typed with what stands by now, knowing what the form was filled with.
#[must_use]
pub fn merge(filled: &Marks, typed: &Fields, stands: &Fields) -> Merged {
    let names: BTreeSet<&String> = typed.keys().chain(stands.keys()).collect();
    let value = |fields: &Fields, name: &String| fields.get(name).cloned().unwrap_or_default();
    let mut merged = Merged::default();
    for name in names {
        let (mine, theirs) = (value(typed, name), value(stands, name));
        let before = filled.get(name).copied().unwrap_or_else(|| mark(""));
        let kept = match (mark(&mine) == before, mark(&theirs) == before) {
            (true, _) => theirs,
            (false, true) => mine,
            (false, false) if mark(&mine) == mark(&theirs) => theirs,
            (false, false) => {
                merged.both.insert(name.clone(), theirs);
                mine
            }
        };
        if !kept.is_empty() {
            merged.fields.insert(name.clone(), kept);
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn what_one_changed_is_taken_from_that_one_and_what_both_changed_is_shown() {
        // Filled with, typed, stands by now; then what the form says, and the other's words where both changed it.
        let cases = [
            ("", "", "", "", None),
            ("a", "a", "a", "a", None),
            ("a", "b", "a", "b", None),
            ("a", "a", "c", "c", None),
            ("a", "b", "b", "b", None),
            ("a", "b", "c", "b", Some("c")),
            ("a", "", "a", "", None),
            ("a", "a", "", "", None),
            ("a", "", "c", "", Some("c")),
            ("a", "b", "", "b", Some("")),
            ("", "b", "", "b", None),
            ("", "", "c", "c", None),
            ("", "b", "c", "b", Some("c")),
            ("a\nb", "a\r\nb ", "c", "c", None),
        ];
        for (filled, typed, stands, says, other) in cases {
            let one = |value: &str| fields(&[("f", value)]);
            let merged = merge(&marks(&one(filled)), &one(typed), &one(stands));
            assert_eq!(merged.fields.get("f").map_or("", String::as_str), says, "{filled:?} {typed:?} {stands:?}");
            assert_eq!(merged.both.get("f").map(String::as_str), other, "{filled:?} {typed:?} {stands:?}");
        }
    }

    #[test]
    fn rows_that_only_one_of_them_has_stay() {
        let filled = marks(&fields(&[("d.1", "old")]));
        let merged = merge(
            &filled,
            &fields(&[("d.1", "old"), ("d.new1", "mine")]),
            &fields(&[("d.1", "old"), ("d.2", "theirs")]),
        );
        assert_eq!(merged.fields, fields(&[("d.1", "old"), ("d.2", "theirs"), ("d.new1", "mine")]));
        assert!(merged.both.is_empty());
    }

    proptest::proptest! {
        #[test]
        fn nobodys_words_are_lost(
            filled in proptest::collection::btree_map("[a-c]", "[x-z]{0,2}", 0..3),
            typed in proptest::collection::btree_map("[a-c]", "[x-z]{0,2}", 0..3),
            stands in proptest::collection::btree_map("[a-c]", "[x-z]{0,2}", 0..3),
        ) {
            let merged = merge(&marks(&filled), &typed, &stands);
            let value = |fields: &Fields, name: &str| fields.get(name).cloned().unwrap_or_default();
            for name in ["a", "b", "c"] {
                let (before, mine, theirs) = (value(&filled, name), value(&typed, name), value(&stands, name));
                let shown = [value(&merged.fields, name), merged.both.get(name).cloned().unwrap_or_default()];
                proptest::prop_assert!(mine == before || shown.contains(&mine));
                proptest::prop_assert!(theirs == before || shown.contains(&theirs) || theirs == mine);
            }
        }
    }
}
