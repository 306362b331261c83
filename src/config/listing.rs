//! What `sparsam config` prints.

use std::fmt;

use super::{
    reader::{FromSetting as _, Origin, Reader},
    settings::Setting,
    value::DatabaseUrl,
};

/// One setting with its value and origin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The setting.
    pub setting: Setting,
    /// What may be shown of the value.
    pub shown: String,
    /// Where it came from.
    pub origin: Origin,
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} = {}  # {}", self.setting.key, self.shown, self.origin)
    }
}

pub(super) fn lines(reader: &Reader, settings: &[Setting]) -> Vec<Line> {
    settings
        .iter()
        .map(|setting| Line {
            setting: *setting,
            shown: shown(setting, &reader.text(setting.key)),
            origin: reader.origin(setting.key),
        })
        .collect()
}

fn shown(setting: &Setting, text: &str) -> String {
    match (setting.secret, text.is_empty()) {
        (true, false) => "set".to_owned(),
        (_, true) => "not set".to_owned(),
        (false, false) if setting.key == "database_url" => {
            DatabaseUrl::parse(text).map_or_else(|_| "set".to_owned(), |url| url.to_string())
        }
        (false, false) => text.to_owned(),
    }
}

/// Everything is commented out, so that the file as it stands changes nothing.
pub(super) fn example(settings: &[Setting]) -> String {
    let mut parts = Vec::new();
    let mut table = "";
    for setting in settings {
        let (group, field) = setting.key.split_once('.').unwrap_or(("", setting.key));
        if group != table {
            table = group;
            parts.push(format!("# [{group}]\n\n"));
        }
        let need = if setting.required { " Needed in this table." } else { "" };
        let quoted = toml::Value::String(setting.default.to_owned());
        let doc = setting.doc.trim();
        parts.push(format!("# {doc}{need}\n# Variable: {}\n# {field} = {quoted}\n\n", setting.variable()));
    }
    parts.concat()
}
