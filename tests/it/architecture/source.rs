//! Reads source files and finds paths in them, without comments, texts and test code.

use std::path::{Path, PathBuf};

/// A Rust file below `src`.
pub(super) struct Source {
    /// From the root of the repository.
    pub(super) path: PathBuf,
    /// The folder, or file, right below `src` that it belongs to.
    pub(super) room: String,
    text: String,
    /// The text, byte for byte in place, with blanks for comments, strings, characters and test code.
    code: String,
}

impl Source {
    fn new(path: PathBuf, text: String) -> Self {
        let first = path.iter().nth(1).map(Path::new).and_then(Path::file_stem);
        let room = first.and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        let is_test = path.ends_with("tests.rs") || path.iter().any(|part| part == "tests");
        let code = if is_test { String::new() } else { without_tests(blank(&text)) };
        Self { path, room, text, code }
    }

    pub(super) fn lines(&self) -> usize {
        self.text.lines().count()
    }

    /// `file:line: what`
    pub(super) fn at(&self, offset: usize, what: &str) -> String {
        format!("{}:{}: {what}", self.path.display(), line_of(&self.text, offset))
    }

    /// Where the code has this piece of text, not as the end of a longer name.
    pub(super) fn code_matches(&self, piece: &str) -> Vec<usize> {
        let starts_name = piece.starts_with(is_name);
        let whole = |at: &usize| !(starts_name && self.code[..*at].ends_with(is_name));
        self.code.match_indices(piece).map(|(at, _)| at).filter(whole).collect()
    }

    /// Where the code has one of these words.
    pub(super) fn words(&self, words: &[&str]) -> Vec<usize> {
        let whole = |word: &str, at: &usize| !self.code[at + word.len()..].starts_with(is_name);
        words.iter().flat_map(|word| self.code_matches(word).into_iter().filter(|at| whole(word, at))).collect()
    }

    /// Where a path starts with this crate: `name::…` or `use name;`.
    pub(super) fn uses_of_crate(&self, name: &str) -> Vec<usize> {
        let is_root = |at: &usize| {
            let (before, after) = (&self.code[..*at], &self.code[at + name.len()..]);
            let local = before.ends_with("::") && before.strip_suffix("::").is_some_and(|path| path.ends_with(is_name));
            !local && (after.starts_with("::") || before.ends_with("use "))
        };
        self.words(&[name]).into_iter().filter(is_root).collect()
    }

    /// The first name of every path that starts at the root of this crate, also inside `crate::{…}`.
    pub(super) fn crate_paths(&self) -> Vec<(usize, String)> {
        let roots = ["crate::", "sparsam::"]
            .into_iter()
            .flat_map(|root| self.code_matches(root).into_iter().map(move |at| at + root.len()));
        roots.flat_map(|at| first_names(&self.code, at)).collect()
    }
}

fn is_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// The name at this place, or each first name of the `{…}` group at this place.
fn first_names(code: &str, start: usize) -> Vec<(usize, String)> {
    let name_at = |at: usize| (at, code[at..].chars().take_while(|letter| is_name(*letter)).collect::<String>());
    if !code[start..].starts_with('{') {
        return vec![name_at(start)];
    }
    let (mut depth, mut fresh, mut names) = (0, false, Vec::new());
    for (at, letter) in code[start..].char_indices().map(|(at, letter)| (start + at, letter)) {
        match letter {
            '{' => (depth, fresh) = (depth + 1, depth == 0),
            '}' => depth -= 1,
            ',' => fresh = depth == 1,
            _ if fresh && is_name(letter) => {
                names.push(name_at(at));
                fresh = false;
            }
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    names
}

/// Replaces comments, strings and characters by blanks of the same length.
fn blank(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let after_name = code.ends_with(is_name) && !code.ends_with(" b") && !code.ends_with("(b");
        let length = blank_length(rest, after_name);
        let piece = &rest[..if length == 0 { letter.len_utf8() } else { length }];
        if length == 0 {
            code.push_str(piece);
        } else {
            code.extend(piece.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
        }
        rest = &rest[piece.len()..];
    }
    code
}

/// The length of the comment, string or character that the text starts with; 0 if it starts with something else.
fn blank_length(text: &str, after_name: bool) -> usize {
    let upto = |end: Option<usize>| end.unwrap_or(text.len());
    if text.starts_with("//") {
        return upto(text.find('\n'));
    }
    if text.starts_with("/*") {
        return upto(text.find("*/").map(|at| at + 2));
    }
    if text.starts_with('"') {
        return upto(closing(text, '"'));
    }
    if !after_name && (text.starts_with("r\"") || text.starts_with("r#")) {
        let hashes = text[1..].chars().take_while(|letter| *letter == '#').count();
        if text[1 + hashes..].starts_with('"') {
            let end = format!("\"{}", "#".repeat(hashes));
            return upto(text[2 + hashes..].find(&end).map(|at| at + 2 + hashes + end.len()));
        }
    }
    // `'a'` and `'\n'` are characters, `'a` is a lifetime.
    let is_character = text.starts_with("'\\") || (text.starts_with('\'') && text.chars().nth(2) == Some('\''));
    if is_character { upto(closing(text, '\'')) } else { 0 }
}

/// The end of a quoted text with backslash escapes.
fn closing(text: &str, quote: char) -> Option<usize> {
    let mut letters = text.char_indices().skip(1);
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\\' => drop(letters.next()),
            _ if letter == quote => return Some(at + letter.len_utf8()),
            _ => {}
        }
    }
    None
}

/// Blanks every item under `#[cfg(test)]`.
fn without_tests(mut code: String) -> String {
    while let Some(start) = code.find("#[cfg(test)]") {
        let mut depth = 0;
        let end = code[start..].char_indices().find_map(|(at, letter)| {
            depth += i32::from(letter == '{') - i32::from(letter == '}');
            (depth == 0 && matches!(letter, '}' | ';')).then_some(start + at + 1)
        });
        let end = end.unwrap_or(code.len());
        let blanks: String = code[start..end].chars().map(|letter| if letter == '\n' { '\n' } else { ' ' }).collect();
        code.replace_range(start..end, &blanks);
    }
    code
}

pub(super) fn line_of(text: &str, offset: usize) -> usize {
    text[..offset].matches('\n').count() + 1
}

/// What a template may not hold, because the content security policy forbids it.
pub(super) fn inline_code(html: &str) -> Vec<(usize, String)> {
    let lower = html.to_ascii_lowercase();
    let mut found: Vec<(usize, String)> = Vec::new();
    for piece in ["<style", "javascript:"] {
        found.extend(lower.match_indices(piece).map(|(at, _)| (at, piece.to_owned())));
    }
    for (at, _) in lower.match_indices("<script") {
        let tag = lower[at..].split('>').next().unwrap_or_default();
        if !tag.contains("src=") {
            found.push((at, "inline <script>".to_owned()));
        }
    }
    for (at, _) in lower.match_indices('=') {
        let name = lower[..at].rsplit(|letter: char| !letter.is_ascii_alphabetic()).next().unwrap_or_default();
        let begins = lower[..at - name.len()].ends_with(char::is_whitespace);
        if begins && (name == "style" || (name.starts_with("on") && name.len() > 3)) {
            found.push((at, format!("{name}=")));
        }
    }
    found
}

/// The names of the crates that the program, not its tests, depends on.
pub(super) fn dependencies() -> Vec<String> {
    let manifest: toml::Table = std::fs::read_to_string("Cargo.toml").unwrap().parse().unwrap();
    manifest["dependencies"].as_table().unwrap().keys().map(|name| name.replace('-', "_")).collect()
}

pub(super) fn rust_sources() -> Vec<Source> {
    let sources: Vec<Source> =
        files_under("src", &["rs"]).into_iter().map(|(path, text)| Source::new(path, text)).collect();
    assert!(sources.len() > 3, "the sources were not found");
    sources
}

/// All files with these extensions, in order; nothing if there is no such folder.
pub(super) fn files_under(folder: impl AsRef<Path>, extensions: &[&str]) -> Vec<(PathBuf, String)> {
    let path = folder.as_ref();
    if path.is_dir() && !path.is_symlink() {
        let mut inside: Vec<PathBuf> = std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).collect();
        inside.sort();
        return inside.iter().flat_map(|path| files_under(path, extensions)).collect();
    }
    let wanted = path.extension().is_some_and(|kind| extensions.iter().any(|wanted| kind == *wanted));
    let read = |path: &Path| (path.to_owned(), String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned());
    if wanted && path.is_file() { vec![read(path)] } else { vec![] }
}
