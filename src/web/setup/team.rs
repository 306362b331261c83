//! The first team: a name and a pasted list of addresses.

use askama::Template;
use axum::{extract::State, response::Response};
use chrono::{DateTime, Utc};

use super::{Task, admin_visit, company::required, tasks, to};
use crate::{
    app::{
        error::{AppError, Refusal},
        setup::{
            Progress,
            team::{self, FirstTeam, MAX_INVITED},
        },
    },
    domain::{
        email::EmailAddress,
        limits::{presets::Preset, rule::Rule},
        time::Week,
    },
    i18n::Texts,
    web::{
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        page::{self, Nav, Page},
        relay_form,
        state::{Reads, Writes},
    },
};

/// Most wrong addresses reported one by one.
const MAX_REPORTED: usize = 20;
/// How much of a wrong address is repeated, in characters.
const MAX_SHOWN: usize = 80;

#[derive(Template)]
#[template(path = "setup/team.html")]
struct TeamPage<'a> {
    page: Page<'a>,
    tasks: Vec<Task>,
    errors: Errors,
    form: Form,
    leaves: bool,
    once: String,
}

pub(super) async fn show(State(reads): State<Reads>, caller: Caller) -> Result<Response, Failure> {
    let (_, progress) = admin_visit(&reads, &caller).await?;
    let name = caller.texts().setup_team_default();
    let form = Form::new(vec![("name".to_owned(), name)]);
    page::ok(&team_page(&reads, &caller, &progress, (form, Errors::default())))
}

fn team_page<'a>(
    reads: &Reads,
    caller: &'a Caller,
    progress: &Progress,
    (form, errors): (Form, Errors),
) -> TeamPage<'a> {
    TeamPage {
        page: Page::new(reads, caller, Nav::None),
        tasks: tasks(reads, caller.texts(), progress, "/setup/team"),
        errors,
        form,
        leaves: relay_form::leaves(reads, progress.organization.as_ref()),
        once: reads.once_key(),
    }
}

pub(super) async fn save(State(writes): State<Writes>, caller: Caller, form: Form) -> Result<Response, Failure> {
    let reads = writes.reads();
    let (actor, progress) = admin_visit(&reads, &caller).await?;
    let t = caller.texts();
    let refused = match parse(&form, t, caller.now()) {
        Err(errors) => errors,
        Ok(first) => {
            let key = form.once(actor.id());
            match team::save(&writes.app, actor, &actor.may_administer()?, (first, &key)).await {
                Ok(()) => return Ok(to("/setup/done")),
                Err(AppError::Refused(Refusal::AddressTaken)) => {
                    let mut errors = Errors::default();
                    errors.add("people", t.setup_team_raced());
                    errors
                }
                Err(other) => return Err(other.into()),
            }
        }
    };
    page::invalid(&team_page(&reads, &caller, &progress, (form, refused)))
}

fn parse(form: &Form, t: &Texts, now: DateTime<Utc>) -> Result<FirstTeam, Errors> {
    let mut errors = Errors::default();
    let name = required(form, t, "name", &mut errors);
    let mut people: Vec<(String, EmailAddress)> = Vec::new();
    let mut wrong = 0;
    for entry in entries(form.get("people")) {
        match person(entry) {
            Some(found) => {
                let known = people.iter().any(|(_, email)| *email == found.1);
                if !known && people.len() <= MAX_INVITED {
                    people.push(found);
                }
            }
            None if wrong < MAX_REPORTED => {
                wrong += 1;
                errors.add("people", t.setup_team_bad(entry.chars().take(MAX_SHOWN).collect::<String>()));
            }
            None => {}
        }
    }
    if people.len() > MAX_INVITED {
        errors.add("people", t.setup_team_too_many(i64::try_from(MAX_INVITED).unwrap_or(i64::MAX)));
    }
    if errors.is_empty() { Ok(FirstTeam { name, people, limits: limits(form.get("limit"), now) }) } else { Err(errors) }
}

/// The limits that come with a choice, in force from this week; none when it is left for later.
fn limits(choice: &str, now: DateTime<Utc>) -> Vec<Rule> {
    let first = Week::of(now.date_naive()).monday();
    choice.parse::<Preset>().map_or_else(|_| Vec::new(), |preset| preset.rules(first))
}

/// One entry a line; commas and semicolons separate too.
fn entries(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', '\r', ',', ';']).map(str::trim).filter(|entry| !entry.is_empty())
}

/// `anna@x.example` or `Anna Berg <anna@x.example>`.
fn person(entry: &str) -> Option<(String, EmailAddress)> {
    if let Ok(email) = entry.parse() {
        return Some((String::new(), email));
    }
    let (name, rest) = entry.split_once('<')?;
    let email = rest.strip_suffix('>')?.parse().ok()?;
    Some((name.trim().trim_matches('"').to_owned(), email))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_read_as_people_paste_them() {
        let read = |text: &str| -> Vec<(String, String)> {
            entries(text).filter_map(person).map(|(name, email)| (name, email.to_string())).collect()
        };
        let pair = |name: &str, email: &str| (name.to_owned(), email.to_owned());
        assert_eq!(
            read(" a@x.example\r\nb@x.example;c@x.example, \n"),
            [pair("", "a@x.example"), pair("", "b@x.example"), pair("", "c@x.example")]
        );
        assert_eq!(read("\"Anna Berg\" <anna@x.example>"), [pair("Anna Berg", "anna@x.example")]);
        assert!(read("anna\n<anna@x.example\nAnna anna@x.example").is_empty());
    }
}
