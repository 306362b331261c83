//! The forms that owners see, filled in and sent by others.

use std::collections::BTreeMap;

use super::*;
use crate::support::dialogue::Dialogue;

/// What a form sends.
type Fields = Vec<(String, String)>;

/// Every form on the pages that open for the owner, by the path it posts to.
async fn forms_of(scene: &Scene, owner: &mut Client) -> BTreeMap<String, Vec<Fields>> {
    let mut forms: BTreeMap<String, Vec<Fields>> = BTreeMap::new();
    for route in routes::all().table().iter().filter(|r| r.method == Method::GET) {
        let path = scene.path(route, true);
        let page = owner.get(&path).await;
        for form in Dialogue::all(&page) {
            let action = if form.action.is_empty() { path.clone() } else { form.action };
            let action = action.split(['?', '#']).next().unwrap_or_default().to_owned();
            let of_action = forms.entry(action).or_default();
            if !of_action.contains(&form.fields) {
                of_action.push(form.fields);
            }
        }
    }
    forms
}

/// What the forms send that these pages do not show at this moment, such as those of meetings that have begun.
const ELSEWHERE: [(&str, &str); 15] = [
    ("once", "0123456789abcdefghijklmnopqrstuvwxyz"),
    ("version", "1"),
    ("meeting_version", "1"),
    ("seen", "1"),
    ("edition", "1"),
    ("do", "approve"),
    ("answer", "yes"),
    ("kind", "note"),
    ("choice", "keep"),
    ("rating", "5"),
    ("text", "Because the customer asked for it"),
    ("body", "Because the customer asked for it"),
    ("reason", "Because the customer asked for it"),
    ("email", "ola.new@nordvik.example"),
    ("due", "30.11.2026"),
];

/// Empty bodies are refused before anybody looks for the object; a form as its owner sends it is not.
#[tokio::test]
async fn nobody_sends_the_forms_of_others() {
    on_both(async |db| {
        let mut scene = Scene::set(db).await;
        let mut owner = scene.owner().await;
        let forms = forms_of(&scene, &mut owner).await;
        let before = fingerprint(scene.site.db()).await;
        let mut callers = std::mem::take(&mut scene.callers);
        let (mut wrong, mut tried) = (Vec::new(), 0);
        let elsewhere = [ELSEWHERE.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec()];
        let table = routes::all();
        for route in table.table().iter().filter(|r| r.method == Method::POST && is_owned(r)) {
            let (real, made_up) = (scene.path(route, true), scene.path(route, false));
            let filled = forms.get(&real).map_or(&elsewhere[..], Vec::as_slice);
            for fields in filled {
                let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
                for (name, role, client) in &mut callers {
                    if !admitted(route.access, *role) || *role == Some(Role::Admin) {
                        continue;
                    }
                    tried += 1;
                    let (real, made_up) = (client.post(&real, &fields).await, client.post(&made_up, &fields).await);
                    let same = real.status == made_up.status
                        && real.body == made_up.body
                        && real.location() == made_up.location();
                    if !same || ![303, 404].contains(&real.status.as_u16()) || real.body.contains("Secret") {
                        let (real, made_up) = (real.status, made_up.status);
                        wrong.push(format!("{} as {name}: {real} against {made_up}, {fields:?}", route.path));
                    }
                }
            }
        }
        assert!(wrong.is_empty(), "{} of {tried}: {wrong:#?}", wrong.len());
        assert_eq!(before, fingerprint(scene.site.db()).await);
        assert!(forms.len() > 60 && tried > 150, "{} forms, {tried} tries", forms.len());
    })
    .await;
}
