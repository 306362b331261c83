//! Finds the pages that can be reached by links, a few of each kind.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::demo::Demo;
use crate::support::browser::Browser;

/// Places that no link leads to, or that are worth a start.
const STARTS: [&str; 9] = [
    "/",
    "/cal/this-week",
    "/meetings",
    "/meetings/new",
    "/teams",
    "/settings/profile",
    "/mailbox",
    "/help",
    "/nothing",
];

/// Files, and links that end something.
const NO_PAGES: [&str; 6] = [".ics", ".eml", ".csv", ".vcf", "/assets/", "/f/"];

pub(super) struct Crawl {
    todo: VecDeque<String>,
    seen: BTreeSet<String>,
    kinds: BTreeMap<String, usize>,
}

impl Crawl {
    pub(super) fn new() -> Self {
        Self { todo: STARTS.map(str::to_owned).into(), seen: BTreeSet::new(), kinds: BTreeMap::new() }
    }

    /// Opens the next page and notes its links; its path.
    pub(super) async fn next(&mut self, demo: &Demo, browser: &Browser) -> Option<String> {
        loop {
            let path = self.todo.pop_front()?;
            if !self.wanted(&path) {
                continue;
            }
            demo.goto(browser, &path).await;
            let links = "return [...document.querySelectorAll('a[href^=\"/\"]')].map(a => a.getAttribute('href').split('#')[0])";
            let links = browser.eval(links).await;
            self.todo.extend(links.as_array().unwrap().iter().map(|link| link.as_str().unwrap().to_owned()));
            return Some(path);
        }
    }

    fn wanted(&mut self, path: &str) -> bool {
        if NO_PAGES.iter().any(|part| path.contains(part)) || !self.seen.insert(path.to_owned()) {
            return false;
        }
        let kind = kind(path);
        let most = match kind.as_str() {
            "/meetings/ID" => 8,
            "/meetings?show" => 4,
            _ => 1,
        };
        let count = self.kinds.entry(kind).or_default();
        *count += 1;
        *count <= most
    }
}

/// The address without what names one object or one time.
fn kind(path: &str) -> String {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let segments: Vec<&str> = path.split('/').map(segment_kind).collect();
    let mut names: Vec<&str> =
        query.split('&').filter_map(|pair| pair.split('=').next()).filter(|n| !n.is_empty()).collect();
    names.sort_unstable();
    let query = if names.is_empty() { String::new() } else { format!("?{}", names.join(",")) };
    segments.join("/") + &query
}

fn segment_kind(segment: &str) -> &str {
    let dashes = segment.bytes().filter(|&byte| byte == b'-').count();
    match dashes {
        4 if segment.len() == 36 => "ID",
        _ if segment.len() > 50 => "TOKEN",
        _ if !segment.starts_with(|c: char| c.is_ascii_digit()) => segment,
        1 if segment.contains('W') => "week",
        1 => "month",
        2 => "day",
        _ => segment,
    }
}
