//! Contacts as address books pass them on: vCard 4.0 (RFC 6350) out, 3.0 (RFC 2426) and 4.0 in.

use crate::domain::{language::Language, text::SafeText};

/// Largest file of cards, in bytes; pictures make them large.
pub const MAX_CARDS_BYTES: usize = 4 * 1024 * 1024;
/// Most cards of a file.
pub const MAX_CARDS: usize = 2_000;
/// Longest line that is looked at, folded lines joined, in bytes; pictures are longer and are left out.
const MAX_LINE: usize = 8 * 1024;
/// Longest value that is kept, in characters.
const MAX_VALUE: usize = 4_000;

/// A card.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Card {
    /// Name.
    pub name: String,
    /// Mail address; the preferred one, else the first.
    pub email: String,
    /// Phone number; the preferred one, else the first.
    pub phone: String,
    /// What they do.
    pub title: String,
    /// Where they work.
    pub company: String,
    /// IANA zone.
    pub zone: String,
    /// Tag of their language.
    pub language: String,
    /// What one should know.
    pub notes: String,
}

/// Why a file holds no cards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoCards {
    /// More than [`MAX_CARDS_BYTES`], or more than [`MAX_CARDS`].
    #[error("too large")]
    TooLarge,
    /// Not UTF-8, or no card in it.
    #[error("no cards")]
    NotCards,
}

/// Whether a file begins like one of cards.
#[must_use]
pub fn looks_like(head: &[u8]) -> bool {
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    head.get(..11).is_some_and(|begin| begin.eq_ignore_ascii_case(b"BEGIN:VCARD"))
}

/// Reads cards. What is not understood is left out; nothing in a card is fetched.
///
/// # Errors
/// [`NoCards`].
pub fn read(bytes: &[u8]) -> Result<Vec<Card>, NoCards> {
    if bytes.len() > MAX_CARDS_BYTES {
        return Err(NoCards::TooLarge);
    }
    let text =
        std::str::from_utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)).map_err(|_| NoCards::NotCards)?;
    let (mut cards, mut open): (Vec<Card>, Option<Draft>) = (Vec::new(), None);
    for line in unfolded(text) {
        let Some(property) = Property::of(&line) else { continue };
        match (property.name.as_str(), property.value.to_ascii_uppercase().as_str()) {
            ("BEGIN", "VCARD") => open = Some(Draft::default()),
            ("END", "VCARD") => cards.extend(open.take().map(Draft::into_card)),
            _ => {
                if let Some(draft) = &mut open {
                    draft.put(&property);
                }
            }
        }
        if cards.len() > MAX_CARDS {
            return Err(NoCards::TooLarge);
        }
    }
    if cards.is_empty() { Err(NoCards::NotCards) } else { Ok(cards) }
}

/// Lines with their continuations (RFC 6350 §3.2), cut where they are longer than anything that is looked at.
fn unfolded(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.split('\n') {
        let line = line.strip_suffix('\r').unwrap_or(line);
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(rest), Some(last)) if last.len() < MAX_LINE => last.push_str(rest),
            (Some(_), Some(_)) => {}
            _ => lines.push(line.to_owned()),
        }
    }
    lines
}

struct Property<'a> {
    name: String,
    preferred: bool,
    value: &'a str,
}

impl<'a> Property<'a> {
    /// `None` for what is no property of interest.
    fn of(line: &'a str) -> Option<Self> {
        if line.len() > MAX_LINE {
            return None;
        }
        let mut quoted = false;
        let end = line.char_indices().find(|(_, c)| {
            quoted ^= *c == '"';
            *c == ':' && !quoted
        })?;
        let (head, value) = (line.get(..end.0)?, line.get(end.0 + 1..)?);
        let mut parts = head.split(';');
        // item1.EMAIL: the group says nothing to us.
        let name = parts.next()?.rsplit('.').next()?.trim().to_ascii_uppercase();
        let preferred = parts.map(str::to_ascii_lowercase).any(|parameter| {
            parameter == "pref"
                || parameter == "pref=1"
                || (parameter.starts_with("type=") && parameter.contains("pref"))
        });
        Some(Self { name, preferred, value: value.trim() })
    }
}

#[derive(Default)]
struct Draft {
    card: Card,
    structured: String,
    sure: [bool; 2],
}

impl Draft {
    fn put(&mut self, property: &Property<'_>) {
        let text = || text(property.value);
        let card = &mut self.card;
        match property.name.as_str() {
            "FN" => card.name = text(),
            "N" => self.structured = structured(property.value),
            "TITLE" => card.title = text(),
            "ORG" => card.company = parts(property.value).into_iter().next().unwrap_or_default(),
            "NOTE" => card.notes = text(),
            "TZ" => card.zone = text(),
            "LANG" if card.language.is_empty() || property.preferred => card.language = text(),
            "EMAIL" => best(&mut card.email, &mut self.sure[0], (property, "mailto:")),
            "TEL" => best(&mut card.phone, &mut self.sure[1], (property, "tel:")),
            _ => {}
        }
    }

    fn into_card(self) -> Card {
        let name = if self.card.name.is_empty() { self.structured } else { self.card.name };
        Card { name, ..self.card }
    }
}

/// Keeps the first value, or the one that is preferred.
fn best(kept: &mut String, sure: &mut bool, (property, scheme): (&Property<'_>, &str)) {
    if kept.is_empty() || (property.preferred && !*sure) {
        let value = text(property.value);
        let bare = value.get(..scheme.len()).filter(|begin| begin.eq_ignore_ascii_case(scheme));
        bare.map_or(value.as_str(), |_| value.get(scheme.len()..).unwrap_or("")).clone_into(kept);
        *sure = property.preferred;
    }
}

/// A value without escapes (RFC 6350 §3.4).
fn text(value: &str) -> String {
    let mut out = String::new();
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match (letter, letter == '\\') {
            (_, true) => match letters.next() {
                Some('n' | 'N') => out.push('\n'),
                Some(other) => out.push(other),
                None => {}
            },
            (letter, false) => out.push(letter),
        }
    }
    SafeText::block(&out, MAX_VALUE).into()
}

/// The parts of a value with semicolons between them.
fn parts(value: &str) -> Vec<String> {
    let (mut parts, mut from, mut escaped) = (Vec::new(), 0, false);
    for (at, letter) in value.char_indices() {
        if letter == ';' && !escaped {
            parts.push(text(value.get(from..at).unwrap_or("")));
            from = at + 1;
        }
        escaped = letter == '\\' && !escaped;
    }
    parts.push(text(value.get(from..).unwrap_or("")));
    parts
}

/// Given name ahead of family name.
fn structured(value: &str) -> String {
    let parts = parts(value);
    let of = |place: usize| parts.get(place).map_or("", String::as_str);
    [of(1), of(2), of(0)].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Writes cards (vCard 4.0).
#[must_use]
pub fn write(cards: &[(Card, Language)]) -> String {
    let mut out = String::new();
    for (card, language) in cards {
        line(&mut out, "BEGIN:VCARD");
        line(&mut out, "VERSION:4.0");
        let fields = [
            ("FN", &card.name),
            ("EMAIL", &card.email),
            ("TEL", &card.phone),
            ("TITLE", &card.title),
            ("ORG", &card.company),
            ("TZ", &card.zone),
            ("NOTE", &card.notes),
        ];
        // FN must be there, even for somebody without a name.
        for (name, value) in fields.into_iter().filter(|(name, value)| *name == "FN" || !value.is_empty()) {
            line(&mut out, &format!("{name}:{}", escaped(value)));
        }
        line(&mut out, &format!("LANG:{}", language.tag()));
        line(&mut out, "END:VCARD");
    }
    out
}

fn escaped(value: &str) -> String {
    let safe = SafeText::block(value, MAX_VALUE);
    let mut out = String::with_capacity(safe.as_str().len());
    for letter in safe.as_str().chars() {
        match letter {
            '\\' | ',' | ';' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            letter => out.push(letter),
        }
    }
    out
}

/// A line of at most 75 bytes, and what is left of it in continuations.
fn line(out: &mut String, text: &str) {
    let mut room = 75;
    for letter in text.chars() {
        if letter.len_utf8() > room {
            out.push_str("\r\n ");
            room = 74;
        }
        out.push(letter);
        room -= letter.len_utf8();
    }
    out.push_str("\r\n");
}
