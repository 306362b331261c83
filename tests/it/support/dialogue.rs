//! A form as a browser without scripts sees it: the fields of the page, filled in and posted with one button.

use super::app::{Answer, Client};

/// The fields of one form, in the order of the page.
#[derive(Debug, Clone)]
pub(crate) struct Dialogue {
    pub(crate) fields: Vec<(String, String)>,
    pub(crate) action: String,
    pub(crate) page: Answer,
}

impl Dialogue {
    /// The times that the page proposes, best first.
    pub(crate) fn proposed_times(&self) -> Vec<String> {
        let radios = self.page.body.split("name=\"slot\" value=\"").skip(1);
        let values = radios.filter_map(|rest| rest.split('"').next()).filter(|value| *value != "own");
        values.map(str::to_owned).collect()
    }

    /// Reads the form with this id from a page.
    #[track_caller]
    pub(crate) fn of(page: Answer, id: &str) -> Self {
        let start =
            page.body.find(&format!("<form id=\"{id}\"")).unwrap_or_else(|| panic!("no form {id}:\n{}", page.body));
        let html = &page.body[start..];
        let html = &html[..html.find("</form>").unwrap()];
        let action = attribute(&html[..html.find('>').unwrap()], "action").unwrap();
        Self { fields: fields(html), action, page }
    }

    /// Every form of a page that posts, once for each of its buttons, as somebody would leave it who just presses one.
    pub(crate) fn all(page: &Answer) -> Vec<Self> {
        let mut found = Vec::new();
        for html in page.body.split("<form ").skip(1) {
            let html = html.split("</form>").next().unwrap_or_default();
            let head = format!(" {}", html.split('>').next().unwrap_or_default());
            let Some(action) = attribute(&head, "action").filter(|_| head.contains(" method=\"post\"")) else {
                continue;
            };
            for button in html.split("<button").skip(1).map(|button| button.split('>').next().unwrap_or_default()) {
                let mut fields = filled(html);
                fields.extend(
                    attribute(button, "name").map(|name| (name, attribute(button, "value").unwrap_or_default())),
                );
                let action = attribute(button, "formaction").unwrap_or_else(|| action.clone());
                found.push(Self { fields, action, page: page.clone() });
            }
        }
        found
    }

    /// Types into a field or picks a choice.
    pub(crate) fn set(mut self, name: &str, value: &str) -> Self {
        match self.fields.iter_mut().find(|(n, _)| n == name) {
            Some(field) => value.clone_into(&mut field.1),
            None => self.fields.push((name.to_owned(), value.to_owned())),
        }
        self
    }

    /// What a field holds.
    #[track_caller]
    pub(crate) fn value(&self, name: &str) -> &str {
        let field = self.fields.iter().find(|(n, _)| n == name);
        field.map_or_else(|| panic!("no field {name}: {:?}", self.fields), |(_, value)| value.as_str())
    }

    /// The values of all fields of this name.
    pub(crate) fn values(&self, name: &str) -> Vec<&str> {
        self.fields.iter().filter(|(n, _)| n == name).map(|(_, value)| value.as_str()).collect()
    }

    /// Posts the form with the button `do=…`.
    pub(crate) async fn press(&self, client: &mut Client, button: &str) -> Answer {
        self.post(client, &self.action, button).await
    }

    /// Posts the form somewhere else.
    pub(crate) async fn post(&self, client: &mut Client, path: &str, button: &str) -> Answer {
        let mut fields: Vec<(&str, &str)> = self.fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        fields.push(("do", button));
        client.post(path, &fields).await
    }
}

/// What the fields hold.
fn fields(html: &str) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at..];
        let tag = &rest[..rest.find('>').unwrap()];
        if tag.starts_with("<input") {
            let kind = attribute(tag, "type").unwrap_or_default();
            let picked = !matches!(kind.as_str(), "radio" | "checkbox") || tag.contains(" checked");
            if let Some(name) = attribute(tag, "name").filter(|_| picked) {
                fields.push((name, attribute(tag, "value").unwrap_or_default()));
            }
        } else if tag.starts_with("<select") {
            let list = &rest[..rest.find("</select>").unwrap()];
            let options: Vec<&str> = list.split("<option").skip(1).collect();
            let chosen = options.iter().find(|o| o[..o.find('>').unwrap()].contains(" selected")).or(options.first());
            if let (Some(name), Some(option)) = (attribute(tag, "name"), chosen) {
                fields.push((name, attribute(option, "value").unwrap_or_default()));
            }
        }
        if tag.starts_with("<textarea") {
            let text = rest[tag.len() + 1..].split("</textarea>").next().unwrap();
            fields.extend(attribute(tag, "name").map(|name| (name, unescaped(text))));
        }
        rest = &rest[1..];
    }
    fields
}

/// The same with something in every field: of choices the first where none is made, and words where there are none.
fn filled(html: &str) -> Vec<(String, String)> {
    let mut fields = fields(html);
    for (name, value) in &mut fields {
        if value.is_empty() && html.contains(&format!("<textarea id=\"{name}\"")) {
            "Because the customer asked for it".clone_into(value);
        }
    }
    for tag in html.split("<input").skip(1).map(|tag| tag.split('>').next().unwrap_or_default()) {
        let name = attribute(tag, "name").filter(|_| tag.contains(" type=\"radio\""));
        let Some(name) = name.filter(|name| fields.iter().all(|(known, _)| known != name)) else { continue };
        fields.push((name, attribute(tag, "value").unwrap_or_default()));
    }
    fields
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    tag.split(&format!(" {name}=\"")).nth(1)?.split('"').next().map(unescaped)
}

fn unescaped(text: &str) -> String {
    let text = text.replace("&#34;", "\"").replace("&#60;", "<").replace("&#62;", ">");
    text.replace("&#39;", "'").replace("&#38;", "&")
}
