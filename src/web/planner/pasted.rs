//! Several addresses at once, as mail programs and lists write them: `a@x.se, Bo <b@y.fi>; c@z.no`.

/// The people of a text, one entry each; the text as a whole unless it has two addresses. A semicolon or a new line ends an
/// entry. A comma or a space does so only once the entry has its address: `Berg, Bo <b@y.fi>` is one person.
pub(super) fn entries(text: &str) -> Vec<String> {
    if text.matches('@').count() < 2 {
        return vec![text.to_owned()];
    }
    let lines = text.split([';', '\n', '\r']);
    let is_frame = |c: char| c.is_whitespace() || c == ',';
    let entries = lines.flat_map(|line| by_comma(line).into_iter().flat_map(by_space));
    entries.map(|entry| entry.trim_matches(is_frame).to_owned()).filter(|entry| !entry.is_empty()).collect()
}

fn by_comma(line: &str) -> Vec<&str> {
    let (mut found, mut begin) = (Vec::new(), 0);
    for (at, _) in line.match_indices(',') {
        let entry = line.get(begin..at).unwrap_or("");
        if entry.contains('@') {
            found.push(entry);
            begin = at + 1;
        }
    }
    found.extend(line.get(begin..));
    found
}

/// Addresses with nothing but spaces between them.
fn by_space(entry: &str) -> Vec<&str> {
    if entry.matches('@').count() < 2 { vec![entry] } else { entry.split_whitespace().collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_taken_apart_and_single_people_are_not() {
        let cases: [(&str, &[&str]); 10] = [
            ("a@x.se, Bo <b@y.fi>; c@z.no", &["a@x.se", "Bo <b@y.fi>", "c@z.no"]),
            ("Berg, Bo <b@y.fi>; Lind, Anna <a@x.se>", &["Berg, Bo <b@y.fi>", "Lind, Anna <a@x.se>"]),
            ("\"Berg, Bo\" <b@y.fi>, a@x.se", &["\"Berg, Bo\" <b@y.fi>", "a@x.se"]),
            ("a@x.se b@y.fi\tc@z.no", &["a@x.se", "b@y.fi", "c@z.no"]),
            ("a@x.se\r\nb@y.fi\n", &["a@x.se", "b@y.fi"]),
            ("a@x.se, Anna; b@y.fi", &["a@x.se", "Anna", "b@y.fi"]),
            (";;a@x.se,,b@y.fi;", &["a@x.se", "b@y.fi"]),
            ("Anna Lind, a@x.se, Kund AB", &["Anna Lind, a@x.se, Kund AB"]),
            ("Anna; Bo", &["Anna; Bo"]),
            ("", &[""]),
        ];
        for (text, expected) in cases {
            assert_eq!(entries(text), expected, "{text:?}");
        }
    }
}
