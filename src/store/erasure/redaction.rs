//! Takes who somebody was out of what the program wrote of them: frozen mails, minutes, questions, unsent plans.
//!
//! It goes by shape and not by type, so that what older versions wrote is redacted, too. Titles stay as they are: they are
//! compared with those of meetings, and are for people to change.

use serde_json::{Map, Value};

use crate::domain::itip::wire::fold;

/// Keys of texts that people write and others compare.
const KEPT: [&str; 3] = ["title", "company", "uid"];
/// Keys of what somebody wrote, or what was written about them, beside who it was.
const WORDS: [&str; 3] = ["comment", "note", "why"];

/// Somebody who is to be forgotten, and what stands in their place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redaction {
    /// All names they had; none of them empty.
    pub names: Vec<String>,
    /// All addresses they had, in lower case; none of them empty.
    pub addresses: Vec<String>,
    /// In place of each name. A plain word or two, which is the same in every notation.
    pub name: String,
    /// In place of each address.
    pub email: String,
}

impl Redaction {
    /// Redacts all of a value; tells whether it had to.
    pub fn value(&self, value: &mut Value) -> bool {
        match value {
            Value::String(text) => replace(text, self.text(text)),
            Value::Array(list) => {
                let mut any = false;
                for one in list {
                    any |= self.value(one);
                }
                any
            }
            Value::Object(map) => self.object(map),
            Value::Null | Value::Bool(_) | Value::Number(_) => false,
        }
    }

    fn object(&self, map: &mut Map<String, Value>) -> bool {
        let text = |key: &str| map.get(key).and_then(Value::as_str);
        let theirs = text("email").is_some_and(|email| self.is_address(email));
        let by_them = theirs || text("by").is_some_and(|by| self.is_name(by));
        let mut any = false;
        for (key, value) in map.iter_mut() {
            any |= match (key.as_str(), value) {
                (key, _) if KEPT.contains(&key) => false,
                ("name", Value::String(name)) if theirs => replace(name, Some(self.name.clone())),
                (key, Value::String(words)) if by_them && WORDS.contains(&key) => replace(words, Some(String::new())),
                ("calendar", Value::String(object)) => replace(object, self.calendar(object)),
                (_, value) => self.value(value),
            };
        }
        any
    }

    /// Takes them off the form of an unsent plan, in which each guest has a token; tells whether they were on it. `known` is
    /// the token of a contact who is chosen from the list.
    pub fn form(&self, fields: &mut Vec<(String, String)>, known: &str) -> bool {
        let before = fields.clone();
        let typed = fields.iter().filter(|(_, value)| self.is_address(value.trim()));
        let mut tokens: Vec<String> = typed.filter_map(|(key, _)| Some(key.split_once(':')?.1.to_owned())).collect();
        tokens.push(known.to_owned());
        let of_them = |key: &str| key.split_once(':').is_some_and(|(_, token)| tokens.iter().any(|t| t == token));
        fields.retain(|(key, value)| !of_them(key) && !tokens.contains(value));
        for (_, value) in fields.iter_mut().filter(|(key, _)| !KEPT.contains(&key.as_str())) {
            replace(value, self.text(value));
        }
        *fields != before
    }

    fn is_name(&self, text: &str) -> bool {
        self.names.iter().any(|name| name == text.trim())
    }

    fn is_address(&self, text: &str) -> bool {
        self.addresses.iter().any(|address| address.eq_ignore_ascii_case(text) || *address == text.to_lowercase())
    }

    /// A text without their addresses, or their name in place of a text that is nothing else; `None` where none is in it.
    fn text(&self, text: &str) -> Option<String> {
        if self.is_name(text) {
            return Some(self.name.clone());
        }
        let mut out = text.to_owned();
        let mut any = false;
        for address in &self.addresses {
            let new = without(&out, address, &self.email);
            any |= replace(&mut out, new);
        }
        any.then_some(out)
    }

    /// A calendar object without them, its lines folded anew; `None` where they are not in it.
    fn calendar(&self, object: &str) -> Option<String> {
        let mut all = object.replace("\r\n ", "");
        let mut any = false;
        for address in &self.addresses {
            let new = without(&all, address, &self.email);
            any |= replace(&mut all, new);
        }
        for written in self.names.iter().flat_map(|name| notations(name)) {
            let new = without(&all, &written, &self.name);
            any |= replace(&mut all, new);
        }
        any.then(|| {
            let mut out = String::with_capacity(object.len());
            all.split_terminator("\r\n").for_each(|line| fold(line, &mut out));
            out
        })
    }
}

fn replace(text: &mut String, new: Option<String>) -> bool {
    let Some(new) = new.filter(|new| new != text) else { return false };
    *text = new;
    true
}

/// A name as it may stand in a calendar object: as a parameter (RFC 6868) and as a text (RFC 5545 §3.3.11).
fn notations(name: &str) -> [String; 3] {
    let parameter = name.replace('"', "'").replace('^', "^^");
    let text = name.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,");
    [name.to_owned(), parameter, text]
}

/// `text` with `new` in place of each `old` that is no part of a longer word, whatever the case of its ASCII letters;
/// `None` where there is none.
fn without(text: &str, old: &str, new: &str) -> Option<String> {
    let (lower, wanted) = (text.to_ascii_lowercase(), old.to_ascii_lowercase());
    let (mut out, mut done) = (String::new(), 0);
    for (at, found) in lower.match_indices(&wanted) {
        let end = at + found.len();
        let (Some(head), Some(rest)) = (text.get(..at), text.get(end..)) else { continue };
        let mut after = rest.chars();
        let goes_on = match after.next() {
            Some('.' | '-' | '@') => after.next().is_some_and(char::is_alphanumeric),
            Some(next) => next.is_alphanumeric(),
            None => false,
        };
        let begun = head.ends_with(|c: char| c.is_alphanumeric() || "._+-".contains(c)) && !head.ends_with("\\n");
        if at >= done && !goes_on && !begun {
            out.push_str(text.get(done..at).unwrap_or_default());
            out.push_str(new);
            done = end;
        }
    }
    (done > 0).then(|| out + text.get(done..).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn eeva() -> Redaction {
        Redaction {
            names: vec!["Kallio, Eeva".to_owned()],
            addresses: vec!["eeva@kone.example".to_owned()],
            name: "Erased contact".to_owned(),
            email: "erased-1@erased.invalid".to_owned(),
        }
    }

    #[test]
    fn who_it_was_goes_and_everything_else_stays() {
        let mut value = json!({
            "title": "Kallio, Eeva", "by": "Kallio, Eeva", "note": "Call me", "kept": [1, true, null],
            "attendees": [{ "name": "E. Kallio", "email": "Eeva@Kone.example", "why": "she knows" },
                { "name": "Liisa", "email": "liisa.eeva@kone.example", "why": "too" }],
            "people": [["Kallio, Eeva", "attended"]],
            "said": "eeva@kone.example: no such user; xeeva@kone.example and eeva@kone.example.org stay",
        });
        assert!(eeva().value(&mut value));
        let expected = json!({
            "title": "Kallio, Eeva", "by": "Erased contact", "note": "", "kept": [1, true, null],
            "attendees": [{ "name": "Erased contact", "email": "erased-1@erased.invalid", "why": "" },
                { "name": "Liisa", "email": "liisa.eeva@kone.example", "why": "too" }],
            "people": [["Erased contact", "attended"]],
            "said": "erased-1@erased.invalid: no such user; xeeva@kone.example and eeva@kone.example.org stay",
        });
        assert_eq!(value, expected);
        assert!(!eeva().value(&mut value), "nothing is left to do");
    }

    #[test]
    fn calendar_objects_stay_folded() {
        let line = "ATTENDEE;CN=\"Kallio, Eeva\";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT:mailto:eeva@kone.example";
        let words = "DESCRIPTION:With\\nKallio\\, Eeva\\nand others who are long enough for a second line åäö";
        let mut object = String::new();
        for line in [line, words, "END:VEVENT"] {
            fold(line, &mut object);
        }
        let mut value = json!({ "calendar": object });
        assert!(eeva().value(&mut value));
        let object = value["calendar"].as_str().unwrap();
        assert!(object.split_terminator("\r\n").all(|line| line.len() <= 75), "{object}");
        let whole = object.replace("\r\n ", "");
        assert!(!whole.contains("Eeva") && !whole.to_lowercase().contains("eeva@"), "{whole}");
        assert!(whole.contains("With\\nErased contact\\nand others") && whole.ends_with("END:VEVENT\r\n"), "{whole}");
    }

    #[test]
    fn a_guest_leaves_the_form_with_all_their_fields() {
        let field = |(key, value): (&str, &str)| (key.to_owned(), value.to_owned());
        let all = [
            ("title", "Lunch"),
            ("guest", "n:1"),
            ("name:n:1", "E."),
            ("email:n:1", " EEVA@kone.example"),
            ("guest", "c:7"),
            ("role:c:7", "required"),
            ("guest", "p:2"),
            ("who", "Kallio, Eeva"),
        ];
        let mut form: Vec<_> = all.into_iter().map(field).collect();
        assert!(eeva().form(&mut form, "c:7"));
        let left = [("title", "Lunch"), ("guest", "p:2"), ("who", "Erased contact")];
        assert_eq!(form, left.map(field));
        assert!(!eeva().form(&mut form, "c:7"));
    }
}
