//! When reminders of meetings go out, by purpose.

use askama::Template;
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};

use crate::{
    app::{
        error::AppError,
        limits::{self, SavePolicy},
    },
    domain::{
        limits::policy::Policy,
        meeting::Purpose,
        reminders::{Lead, Leads, Reason, Reminders},
    },
    i18n::{Texts, labels},
    store,
    web::{
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        page::{self, Nav, Page},
        state::{Reads, Writes},
    },
};

/// What stands for no reminder in the form.
const NONE: &str = "none";

/// One select.
struct Cell {
    name: String,
    label: String,
    /// Whom it goes to.
    to: String,
    chosen: String,
}

#[derive(Template)]
#[template(path = "limits/reminders.html")]
struct RemindersPage<'a> {
    page: Page<'a>,
    errors: Errors,
    /// Of the settings that the form was filled from.
    seen: String,
    /// Purposes, and what goes to whom.
    rows: Vec<(String, Vec<Cell>)>,
    /// Values and labels.
    options: Vec<(String, String)>,
    /// Somebody else saved meanwhile.
    stale: bool,
}

impl<'a> RemindersPage<'a> {
    fn new(reads: &Reads, caller: &'a Caller, (form, errors): (&Form, Errors)) -> Self {
        let page = Page::new(reads, caller, Nav::Limits);
        let t = page.t;
        let none = (NONE.to_owned(), t.reminder_none());
        let leads = Lead::ALL.iter().map(|lead| (lead.to_string(), labels::lead(t, *lead)));
        let options = [none].into_iter().chain(leads).collect();
        let rows = Purpose::ALL.iter().map(|purpose| row(t, form, *purpose)).collect();
        Self { page, errors, seen: form.get("seen").to_owned(), rows, options, stale: false }
    }
}

fn row(t: &Texts, form: &Form, purpose: Purpose) -> (String, Vec<Cell>) {
    let label = labels::purpose(t, purpose);
    let cell = |reason| {
        let name = field(purpose, reason);
        let to = match reason {
            Reason::Reading => t.reminder_to_reading(),
            Reason::Unanswered => t.reminder_to_unanswered(),
            Reason::Asked => t.reminder_to_asked(),
        };
        Cell { chosen: form.get(&name).to_owned(), label: format!("{label}, {to}"), to, name }
    };
    let cells = Reason::ALL.iter().map(|reason| cell(*reason)).collect();
    (label, cells)
}

fn field(purpose: Purpose, reason: Reason) -> String {
    format!("{purpose}-{reason}")
}

pub(super) async fn show(State(reads): State<Reads>, caller: Caller) -> Result<Response, Failure> {
    let settings = store::policy::read(&mut reads.begin().await?).await?.settings;
    page::ok(&RemindersPage::new(&reads, &caller, (&filled(&settings), Errors::default())))
}

pub(super) async fn save(State(writes): State<Writes>, caller: Caller, mut form: Form) -> Result<Response, Failure> {
    let (actor, reads) = (caller.actor()?, writes.reads());
    let permit = actor.may_administer()?;
    let old = store::policy::read(&mut reads.begin().await?).await?.settings;
    let reminders = match read(caller.texts(), &form) {
        Ok(reminders) => reminders,
        Err(errors) => return page::invalid(&RemindersPage::new(&reads, &caller, (&form, errors))),
    };
    let command = SavePolicy { settings: Policy { reminders, ..old }, seen: form.get("seen").to_owned() };
    match limits::save_policy(&writes.app, actor, &permit, command).await {
        Ok(()) => Ok(Redirect::to("/limits?done=reminders").into_response()),
        Err(AppError::Stale) => {
            let now = store::policy::read(&mut reads.begin().await?).await?.settings;
            form.set("seen", limits::stamp(&now));
            let page = RemindersPage::new(&reads, &caller, (&form, Errors::default()));
            page::html(StatusCode::CONFLICT, &RemindersPage { stale: true, ..page })
        }
        Err(error) => Err(error.into()),
    }
}

fn filled(settings: &Policy) -> Form {
    let leads = |purpose: Purpose| {
        let leads = settings.reminders.of(purpose);
        Reason::ALL.iter().map(move |reason| {
            let chosen = leads.of(*reason).map_or(NONE, Lead::as_str);
            (field(purpose, *reason), chosen.to_owned())
        })
    };
    let seen = ("seen".to_owned(), limits::stamp(settings));
    Form::new([seen].into_iter().chain(Purpose::ALL.iter().flat_map(|purpose| leads(*purpose))).collect())
}

fn read(t: &Texts, form: &Form) -> Result<Reminders, Errors> {
    let (mut reminders, mut errors) = (Reminders::default(), Errors::default());
    for purpose in Purpose::ALL {
        let mut lead = |reason| {
            let name = field(*purpose, reason);
            match form.get(&name) {
                NONE => None,
                chosen => chosen.parse::<Lead>().map_err(|_| errors.add(name.clone(), t.field_choose_one())).ok(),
            }
        };
        let (reading, unanswered) = (lead(Reason::Reading), lead(Reason::Unanswered));
        let leads = Leads { unanswered, asked: lead(Reason::Asked), reading };
        reminders.set(*purpose, leads);
    }
    if errors.is_empty() { Ok(reminders) } else { Err(errors) }
}
