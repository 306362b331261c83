//! Which mails come without being asked for.

use std::str::FromStr;

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};

use super::notice;
use crate::{
    app::mail_wishes,
    domain::{
        mail_wishes::{AnswerMails, MailWishes, Summary},
        reminders::Wish,
    },
    i18n::{Texts, labels},
    store,
    web::{
        access::Access,
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        page::{self, Nav, Page},
        routes::Routes,
        state::{Reads, Writes},
    },
};

pub(super) fn routes(routes: Routes) -> Routes {
    routes.page("/settings/mail", Access::SignedIn, show).command("/settings/mail", Access::SignedIn, save)
}

/// One thing to choose.
struct Choice {
    name: &'static str,
    label: String,
    hint: String,
    chosen: String,
    /// Values and labels.
    options: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "settings/mail.html")]
struct MailPage<'a> {
    page: Page<'a>,
    errors: Errors,
    choices: Vec<Choice>,
}

async fn show(State(reads): State<Reads>, caller: Caller, RawQuery(query): RawQuery) -> Result<Response, Failure> {
    let mut tx = reads.begin().await?;
    let wishes = store::mail_wishes::read(&mut tx, caller.actor()?.id()).await?;
    let t = caller.texts();
    let page = Page::new(&reads, &caller, Nav::Settings).with_notice(notice(t, query.as_deref()));
    page::ok(&MailPage { page, errors: Errors::default(), choices: choices(t, &filled(wishes)) })
}

async fn save(State(writes): State<Writes>, caller: Caller, form: Form) -> Result<Response, Failure> {
    match read(caller.texts(), &form) {
        Ok(wishes) => {
            mail_wishes::save(&writes.app, caller.actor()?, wishes).await?;
            Ok(Redirect::to("/settings/mail?done=saved").into_response())
        }
        Err(errors) => {
            let page = Page::new(&writes.reads(), &caller, Nav::Settings);
            page::invalid(&MailPage { page, errors, choices: choices(caller.texts(), &form) })
        }
    }
}

fn filled(wishes: MailWishes) -> Form {
    let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    Form::new(vec![
        field("summary", wishes.summary.as_str()),
        field("answers", wishes.answers.as_str()),
        field("reminders", wishes.reminders.as_str()),
    ])
}

fn read(t: &Texts, form: &Form) -> Result<MailWishes, Errors> {
    let mut errors = Errors::default();
    let summary = one(t, form, "summary", &mut errors);
    let answers = one(t, form, "answers", &mut errors);
    let reminders = one(t, form, "reminders", &mut errors);
    match (summary, answers, reminders) {
        (Some(summary), Some(answers), Some(reminders)) => Ok(MailWishes { summary, answers, reminders }),
        _ => Err(errors),
    }
}

fn one<T: FromStr>(t: &Texts, form: &Form, name: &str, errors: &mut Errors) -> Option<T> {
    let chosen = form.get(name).parse().ok();
    if chosen.is_none() {
        errors.add(name, t.field_choose_one());
    }
    chosen
}

fn choices(t: &Texts, form: &Form) -> Vec<Choice> {
    let chosen = |name| form.get(name).to_owned();
    let option = |value: &str, label| (value.to_owned(), label);
    vec![
        Choice {
            name: "summary",
            label: t.settings_mail_summary(),
            hint: t.settings_mail_summary_hint(),
            chosen: chosen("summary"),
            options: Summary::ALL.iter().map(|s| option(s.as_str(), labels::summary(t, *s))).collect(),
        },
        Choice {
            name: "answers",
            label: t.settings_mail_answers(),
            hint: t.settings_mail_answers_hint(),
            chosen: chosen("answers"),
            options: AnswerMails::ALL.iter().map(|a| option(a.as_str(), labels::answer_mails(t, *a))).collect(),
        },
        Choice {
            name: "reminders",
            label: t.settings_mail_reminders(),
            hint: t.settings_mail_reminders_hint(),
            chosen: chosen("reminders"),
            options: Wish::ALL.iter().map(|w| option(w.as_str(), labels::reminder_wish(t, *w))).collect(),
        },
    ]
}
