//! Gathers values from all sources and errors about them.

use std::{collections::BTreeMap, fmt, path::PathBuf};

use super::{ConfigError, Sources, settings::Setting};

/// Where a value came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// Nobody set it.
    Default,
    /// The file.
    File(PathBuf),
    /// An environment variable.
    Variable(String),
    /// A command-line flag.
    Flag(String),
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::File(path) => write!(f, "{}", path.display()),
            Self::Variable(name) => f.write_str(name),
            Self::Flag(name) => write!(f, "--{name}"),
        }
    }
}

/// A type that settings may have. Lists come as their parts joined by commas.
pub(super) trait FromSetting: Sized {
    /// Whether the value is never shown.
    const SECRET: bool = false;

    /// The error says what the value must be; it does not repeat the value.
    fn parse(text: &str) -> Result<Self, String>;
}

pub(super) struct Reader {
    settings: BTreeMap<&'static str, Setting>,
    given: BTreeMap<String, (String, Origin)>,
    errors: Vec<ConfigError>,
}

impl Reader {
    pub(super) fn new(sources: &Sources, settings: &[Setting]) -> Self {
        let settings = settings.iter().map(|setting| (setting.key, *setting)).collect();
        let mut reader = Self { settings, given: BTreeMap::new(), errors: Vec::new() };
        reader.take_file(sources);
        reader.take_environment(sources);
        for (key, value) in &sources.flags {
            reader.given.insert((*key).to_owned(), (value.clone(), Origin::Flag((*key).to_owned())));
        }
        reader
    }

    /// The parsed value; `None` after an error.
    pub(super) fn get<T: FromSetting>(&mut self, key: &'static str) -> Option<T> {
        let required = self.settings.get(key).is_some_and(|setting| setting.required);
        if required && !self.given.contains_key(key) {
            self.refuse(key, "is needed");
            return None;
        }
        T::parse(&self.text(key)).map_err(|problem| self.refuse(key, &problem)).ok()
    }

    /// The parsed value, without complaint.
    pub(super) fn peek<T: FromSetting>(&self, key: &str) -> Option<T> {
        T::parse(&self.text(key)).ok()
    }

    /// Whether any setting of a table was given.
    pub(super) fn has_group(&self, group: &str) -> bool {
        self.given.keys().any(|key| key.strip_prefix(group).is_some_and(|rest| rest.starts_with('.')))
    }

    pub(super) fn origin(&self, key: &str) -> Origin {
        self.given.get(key).map_or(Origin::Default, |(_, origin)| origin.clone())
    }

    /// The value as given, or the default with the data folder and the port filled in.
    pub(super) fn text(&self, key: &str) -> String {
        if let Some((value, _)) = self.given.get(key) {
            return value.clone();
        }
        let default = self.settings.get(key).map_or("", |setting| setting.default);
        if !default.contains('{') {
            return default.to_owned();
        }
        let listen = self.text("listen");
        let port = listen.rsplit_once(':').map_or("", |(_, port)| port);
        default.replace("{data}", self.text("data").trim_end_matches('/')).replace("{port}", port)
    }

    pub(super) fn refuse(&mut self, key: &str, problem: &str) {
        let origin = self.origin(key);
        self.errors.push(ConfigError { key: key.to_owned(), origin, problem: problem.to_owned() });
    }

    pub(super) fn into_errors(self) -> Vec<ConfigError> {
        self.errors
    }

    fn take_file(&mut self, sources: &Sources) {
        let Some((path, text)) = &sources.file else { return };
        let origin = Origin::File(path.clone());
        let table = match text.parse::<toml::Table>() {
            Ok(table) => table,
            Err(error) => {
                // Without the excerpt, which may hold a secret.
                let line =
                    error.span().map_or(0, |span| text.get(..span.start).unwrap_or(text).matches('\n').count() + 1);
                let problem = format!("line {line}: {}", error.message());
                return self.errors.push(ConfigError { key: String::new(), origin, problem });
            }
        };
        for (name, value) in table {
            match value {
                toml::Value::Table(inner) => {
                    for (field, value) in inner {
                        self.take_value(format!("{name}.{field}"), &value, &origin);
                    }
                }
                value => self.take_value(name, &value, &origin),
            }
        }
    }

    fn take_value(&mut self, key: String, value: &toml::Value, origin: &Origin) {
        let problem = if self.settings.contains_key(key.as_str()) {
            match plain(value) {
                Some(text) => {
                    self.given.insert(key, (text, origin.clone()));
                    return;
                }
                None => "must be a text, a number, true or false, or a list of texts".to_owned(),
            }
        } else {
            unknown(&key, self.settings.keys().copied())
        };
        self.errors.push(ConfigError { key, origin: origin.clone(), problem });
    }

    fn take_environment(&mut self, sources: &Sources) {
        let known: BTreeMap<String, &'static str> =
            self.settings.values().map(|setting| (setting.variable(), setting.key)).collect();
        for (name, value) in &sources.environment {
            let origin = Origin::Variable(name.clone());
            if let Some(key) = known.get(name) {
                self.given.insert((*key).to_owned(), (value.clone(), origin));
            } else if name.starts_with("SPARSAM_") && name != "SPARSAM_CONFIG" && !name.starts_with("SPARSAM_TEST_") {
                let problem = unknown(name, known.keys().map(String::as_str));
                self.errors.push(ConfigError { key: String::new(), origin, problem });
            }
        }
    }
}

fn plain(value: &toml::Value) -> Option<String> {
    match value {
        toml::Value::String(text) => Some(text.clone()),
        toml::Value::Integer(number) => Some(number.to_string()),
        toml::Value::Boolean(flag) => Some(flag.to_string()),
        toml::Value::Array(parts) => {
            let parts: Option<Vec<&str>> = parts.iter().map(toml::Value::as_str).collect();
            parts.map(|parts| parts.join(","))
        }
        _ => None,
    }
}

fn unknown<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> String {
    let nearest = known.min_by_key(|candidate| distance(name, candidate)).unwrap_or_default();
    format!("there is no such setting; did you mean {nearest}?")
}

/// Insertions, deletions and replacements that lead from one text to the other (Levenshtein). Long texts are cut.
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().take(64).collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (i, a) in from.chars().take(64).enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (cell, b) in row.iter_mut().skip(1).zip(&to) {
            let best = (diagonal + usize::from(a != *b)).min(*cell + 1).min(left + 1);
            diagonal = *cell;
            *cell = best;
            left = best;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances() {
        for (a, b, expected) in [
            ("", "", 0),
            ("", "abc", 3),
            ("abc", "", 3),
            ("kitten", "sitting", 3),
            ("listen", "listn", 1),
            ("å", "a", 1),
        ] {
            assert_eq!(distance(a, b), expected, "{a} {b}");
        }
    }
}
