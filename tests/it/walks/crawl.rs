//! Finds the pages that can be reached by links, a few of each kind.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::demo::Visitor;

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

/// The pages that somebody reaches, in the order in which links lead there, and what each answers.
pub(super) fn pages(visitor: &Visitor<'_>) -> Vec<(String, String)> {
    let mut crawl = Crawl { todo: STARTS.map(str::to_owned).into(), seen: BTreeSet::new(), kinds: BTreeMap::new() };
    let mut pages = Vec::new();
    while let Some(path) = crawl.todo.pop_front() {
        if crawl.wanted(&path) {
            let page = visitor.get(&path);
            crawl.todo.extend(links(&page));
            pages.push((path, page));
        }
    }
    pages
}

/// Where the links of a page lead within the site, without the place on the page.
fn links(page: &str) -> impl Iterator<Item = String> {
    let tags = page.split("<a ").skip(1).filter_map(|rest| rest.split('>').next());
    let targets = tags.filter_map(|tag| tag.split("href=\"").nth(1)?.split(['"', '#']).next());
    targets.filter(|path| path.starts_with('/')).map(|path| path.replace("&amp;", "&").replace("&#38;", "&"))
}

struct Crawl {
    todo: VecDeque<String>,
    seen: BTreeSet<String>,
    kinds: BTreeMap<String, usize>,
}

impl Crawl {
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
