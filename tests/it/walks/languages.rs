//! No page shows English to a reader of another language.

use super::{crawl, demo::Demo};

/// Messages shorter than this may be the same in several languages, or part of a longer word.
const SHORTEST: usize = 13;

/// Fewer would mean that the crawl lost its way.
const LEAST_PAGES: usize = 40;

/// Who reads what in the demo, and a word of the first page.
const READERS: [(&str, &str, &str); 3] =
    [("Sanna Koski", "fi", "viikko"), ("Mikael Holm", "sv", "vecka"), ("Ola Berg", "nb", "uke")];

/// English messages that this language says otherwise, with nothing to fill in.
pub(super) fn foreign_english(language: &str) -> Vec<String> {
    let (english, own) = (messages("en"), messages(language));
    let own_texts: Vec<&String> = own.iter().map(|(_, text)| text).collect();
    english
        .iter()
        .filter(|(name, text)| text.chars().count() >= SHORTEST && own.iter().any(|(n, t)| n == name && t != text))
        .filter(|(_, text)| own_texts.iter().all(|own| !own.contains(text.as_str())))
        .map(|(_, text)| text.clone())
        .collect()
}

/// Name and text of all messages on one line without a variable.
fn messages(language: &str) -> Vec<(String, String)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(language);
    let files = std::fs::read_dir(folder).unwrap().map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
    let all: String = files.collect::<Vec<_>>().join("\n");
    let lines = all.lines().filter(|line| !line.starts_with([' ', '#']) && !line.contains('{'));
    lines.filter_map(|line| line.split_once(" = ")).map(|(name, text)| (name.to_owned(), text.to_owned())).collect()
}

/// The English messages on a page. Text and attributes count; the demo's own texts are in other files.
pub(super) fn english_on(page: &str, english: &[String]) -> Vec<String> {
    let page = page.replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&").replace("&nbsp;", "\u{a0}");
    let whole = |text: &&String| page.contains(&format!(">{text}<")) || page.contains(&format!("\"{text}\""));
    let sentence = |text: &&String| text.chars().count() > 25 && page.contains(text.as_str());
    english.iter().filter(|text| whole(text) || sentence(text)).cloned().collect()
}

#[test]
fn every_page_speaks_its_readers_language() {
    let demo = Demo::start();
    let mut faults = Vec::new();
    for (name, language, word) in READERS {
        let english = foreign_english(language);
        assert!(english.len() > 300, "only {} messages for {language}", english.len());
        let pages = crawl::pages(&demo.visit(name));
        assert!(pages.len() >= LEAST_PAGES, "only {} pages for {name}", pages.len());
        let heading =
            pages[0].1.split("<h1").nth(1).and_then(|rest| rest.split("</h1>").next()).unwrap().to_lowercase();
        assert!(heading.contains(word), "{language}: {heading}");
        for (path, page) in &pages {
            assert!(page.contains(&format!("lang=\"{language}")), "{path} is not in {language}");
            faults.extend(english_on(page, &english).into_iter().map(|text| format!("{language} {path}: {text}")));
        }
    }
    super::verdict::assert_clean(&faults);
}
