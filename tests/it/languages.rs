//! Nothing is left in English. That every message exists in all four languages is checked by the build, and that each is
//! used by the lints; what remains is a message that was copied and never translated.

use std::{collections::BTreeMap, fs, path::Path};

/// The same in another language by right: names, and words that the languages share.
const SHARED: &[&str] = &["mail-from"];

/// Messages and attributes of one language: name and text, without comments, with all lines of a text joined.
fn messages(language: &str) -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(language);
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    for file in fs::read_dir(folder).unwrap() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        let mut last = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let message = line.split_once(" =").filter(|_| !line.starts_with([' ', '}', '*', '[']));
            if let Some((name, value)) = message {
                name.clone_into(&mut last);
                found.insert(last.clone(), value.trim().to_owned());
            } else if let Some(text) = found.get_mut(&last) {
                text.push(' ');
                text.push_str(line.trim());
            }
        }
    }
    found
}

/// What a reader reads: without placeables and selectors.
fn words(message: &str) -> String {
    let mut depth = 0;
    let outside = message.chars().filter(|c| {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => return depth == 0,
        }
        false
    });
    outside.collect::<String>().trim().to_owned()
}

#[test]
fn no_message_is_left_in_english() {
    let english = messages("en");
    assert!(english.len() > 300, "only {} messages were found", english.len());
    let mut left = Vec::new();
    for language in ["sv", "fi", "nb"] {
        let theirs = messages(language);
        assert_eq!(theirs.keys().collect::<Vec<_>>(), english.keys().collect::<Vec<_>>(), "{language}");
        for (name, text) in &theirs {
            let (ours, original) = (words(text), words(&english[name]));
            // One word may well be the same in two languages; a sentence is not.
            if ours == original
                && ours.split_whitespace().filter(|w| w.chars().any(char::is_alphabetic)).count() > 1
                && !SHARED.contains(&name.as_str())
            {
                left.push(format!("{language} {name}: {ours}"));
            }
        }
    }
    assert!(left.is_empty(), "{left:#?}");
}
