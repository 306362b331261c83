//! Turns the message files into typed Rust functions and refuses to build when a language lacks a message.

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs, io,
    path::Path,
    process::ExitCode,
};

use fluent_typed::{BuildOptions, FtlOutputOptions, LintLevel, build_from_locales_folder};

const LOCALES: &str = "locales";
const DEFAULT: &str = "en";

/// Functions that the generator always writes and we do not call. Named one by one, because a message nobody uses
/// must stay a dead-code warning.
const NOT_CALLED: [&str; 3] = ["    pub fn langneg(", "    pub fn load_all(", "    pub fn new_external("];

/// Message and attribute names of a language, each with the variables it uses.
type Messages = BTreeMap<String, BTreeSet<String>>;

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed={LOCALES}");
    println!("cargo::rerun-if-changed=build.rs");
    match differences().map_err(|error| error.to_string()) {
        Ok(found) if found.is_empty() => {}
        Ok(found) => return fail(&found.join("\n")),
        Err(error) => return fail(&error),
    }
    let Ok(out) = env::var("OUT_DIR") else { return fail("OUT_DIR is not set") };
    let code = format!("{out}/l10n.rs");
    let options = BuildOptions::default()
        .with_locales_folder(LOCALES)
        .with_default_language(DEFAULT)
        .with_output_file_path(&code)
        .with_ftl_output(FtlOutputOptions::single_file(&format!("{out}/translations.ftl")))
        .with_prefix("")
        .with_lint_level(LintLevel::Strict)
        .without_bidi_isolation()
        .without_format();
    if build_from_locales_folder(options) != ExitCode::SUCCESS {
        return ExitCode::FAILURE;
    }
    expect_unused(&code).map_or_else(|error| fail(&format!("{code}: {error}")), |()| ExitCode::SUCCESS)
}

fn fail(reason: &str) -> ExitCode {
    eprintln!("{reason}");
    ExitCode::FAILURE
}

/// Marks the functions we do not call, so that the rest of the file can be checked for dead code.
fn expect_unused(path: &str) -> io::Result<()> {
    let mut code = fs::read_to_string(path)?;
    for signature in NOT_CALLED {
        let marked = format!("    #[expect(dead_code, reason = \"part of every generated file\")]\n{signature}");
        code = code.replacen(signature, &marked, 1);
    }
    fs::write(path, code)
}

/// What the languages do not have in common, in words. The generator itself would only warn and leave a message out.
fn differences() -> io::Result<Vec<String>> {
    let mut languages = BTreeMap::new();
    for entry in fs::read_dir(LOCALES)? {
        let path = entry?.path();
        if path.is_dir() {
            let folder = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            languages.insert(folder, messages_of(&path)?);
        }
    }
    let names: BTreeSet<&String> = languages.values().flat_map(BTreeMap::keys).collect();
    let Some(default) = languages.get(DEFAULT) else {
        return Ok(vec![format!("{LOCALES}/{DEFAULT} is missing")]);
    };
    let mut found = Vec::new();
    for name in names {
        for (folder, messages) in &languages {
            match (messages.get(name), default.get(name)) {
                (None, _) => found.push(format!("{LOCALES}/{folder}: message {name} is missing")),
                (Some(here), Some(there)) if here != there => {
                    found.push(format!(
                        "{LOCALES}/{folder}: message {name} has the variables {here:?} instead of {there:?}"
                    ));
                }
                _ => {}
            }
        }
    }
    Ok(found)
}

fn messages_of(folder: &Path) -> io::Result<Messages> {
    let mut messages = Messages::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ext| ext == "ftl") {
            collect(&fs::read_to_string(path)?, &mut messages);
        }
    }
    Ok(messages)
}

/// Reads just enough of the Fluent grammar: a name and `=` at the start of a line open a message, an indented
/// `.name =` opens an attribute. Syntax errors are the generator's to report.
fn collect(text: &str, messages: &mut Messages) {
    let (mut message, mut current) = (String::new(), String::new());
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let name = line.split_once('=').map(|(name, _)| name.trim());
        if let Some(name) = name.filter(|_| line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-')) {
            name.clone_into(&mut message);
            name.clone_into(&mut current);
        } else if let Some(attribute) = name.filter(|name| name.starts_with('.') && !name.contains(' ')) {
            current = format!("{message}{attribute}");
        }
        if !current.is_empty() {
            let variables = messages.entry(current.clone()).or_default();
            variables.extend(line.split('$').skip(1).map(|rest| {
                rest.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect::<String>()
            }));
        }
    }
}
